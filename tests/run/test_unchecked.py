"""What was not checked, or only by a guess, is told with its place; beside it what is checked and silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Gap, Known, Report
from factcheck.run.article import ScanOptions
from factcheck.show.selection import Policy
from tests.newsroom import scanned

REGISTRY = """
    claims:
      ferry:
        title: Passengers of the harbour ferry
        match: [passengers took the harbour ferry, passagers ont pris le ferry du port]
        values: [{value: 412, as_of: 2024-01-01, source: port}]
"""
ENGLISH_ONLY = REGISTRY.replace(", passagers ont pris le ferry du port", "")
SAYS = "Last week 412 passengers took the harbour ferry, the port said, and nobody complained of the weather."
FRENCH = "La semaine dernière, 412 passagers ont pris le ferry du port, et personne ne s'est plaint."
GERMAN = (
    "Die Regierung hat am Mittwoch mitgeteilt, dass im vergangenen Jahr mehr als die Hälfte der alten "
    "Brücken im Land nicht mehr sicher war und dass man sie nun eine nach der anderen schließen werde, "
    "auch wenn das teuer und für viele sehr beschwerlich sei."
)
DEEP = "> " * 60 + SAYS


def rows(report: Report, kind: Gap) -> list[int]:
    """The lines of what was not checked, of one kind."""
    return [row.line for row in report.unchecked if row.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "lines"),
    [
        ("code", f"{SAYS}\n\n```\n412 lines\n```\n", [3]),
        ("code", f"{SAYS}\n\n~~~ python\nx = 412\n~~~\n\n```\ny\n```\n", [3, 7]),
        ("code", f"{SAYS}\n\n    x = f(412); y = {{}}\n", [3]),
        ("code", f"{SAYS}\n\n<pre>\n412\n</pre>\n", [3]),
        ("code", f"{SAYS}\n\n```\n\n```\n\n<pre></pre>\n", []),
        ("code", f"{SAYS}\n\n    {SAYS}\n", []),  # a paragraph that was set in
        ("not-closed", f"{SAYS}\n\n```\n{SAYS}\n", [3]),
        ("not-closed", f"{SAYS}\n\n<!-- a note\n{SAYS}\n", [3]),
        ("not-closed", f"{SAYS}\n\n<pre>\n{SAYS}\n", [3]),
        ("not-closed", f"{SAYS}\n\n```\nx\n```\n\n<!-- a note -->\n\n<pre>x</pre>\n", []),
        ("nested", f"{SAYS}\n\n{DEEP}\n", [3]),
        ("nested", "\n".join(f"{'  ' * depth}- x" for depth in range(60)), [25]),
        ("nested", f"{SAYS}\n\n{'> ' * 40}{SAYS}\n", []),
        ("furniture", f"{SAYS}\n\nShare this article: 214 shares\n\n{SAYS}\n", [3]),
        ("furniture", f"{SAYS}\n\nShare this article\n\n{SAYS}\n", []),  # nothing in it could be checked
        ("no-language", GERMAN, [1]),
        ("no-language", f"---\nlang: fr\n---\n{GERMAN}\n", [1]),
        ("no-language", "Qwx zzkr vbnm.\n", [1]),
        ("no-language", SAYS, []),
        ("no-language", FRENCH, []),
        ("no-language", "412\n", []),  # no word of any language
        ("no-phrase", FRENCH, []),
        ("possible", SAYS, []),
    ],
)  # fmt: skip
def test_what_of_an_article_was_not_checked(tmp_path: Path, kind: Gap, text: str, lines: list[int]) -> None:
    assert rows(scanned(tmp_path, REGISTRY, {"a.md": text}), kind) == lines


@pytest.mark.parametrize(
    "text",
    ["```\n%s\n", "<!-- a note\n\n%s\n", "<!-- y\n\n%s", "<pre>y\n\n%s", "<pre>\n%s\n", "~~~ x\n\n%s"],
)
def test_what_follows_something_that_is_never_closed_is_read(tmp_path: Path, text: str) -> None:
    report = scanned(tmp_path, REGISTRY, {"a.md": text % SAYS})
    assert [mention.claim for mention in report.mentions] == ["ferry"]
    assert rows(report, "not-closed") == [1]
    assert rows(report, "code") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (FRENCH, [1]),
        (f"{SAYS}\n\n{FRENCH}\n", [3]),
        (f"{SAYS}\n\n{FRENCH}\n\n{SAYS}\n\n{FRENCH}\n", [3, 7]),
        (SAYS, []),
    ],
)
def test_a_language_in_which_no_claim_has_a_phrase(tmp_path: Path, text: str, lines: list[int]) -> None:
    assert rows(scanned(tmp_path, ENGLISH_ONLY, {"a.md": text}), "no-phrase") == lines


@pytest.mark.parametrize(("lang", "told"), [("de", 1), ("de-AT", 1), ("en-GB", 0), ("", 0)])
def test_a_page_in_a_language_that_is_not_known(tmp_path: Path, lang: str, told: int) -> None:
    page = f"<html lang='{lang}'><body><article><p>{SAYS}</p><p>{SAYS}</p></article></body></html>"
    assert len(rows(scanned(tmp_path, REGISTRY, {"a.html": page}), "no-language")) == told


@pytest.mark.parametrize(
    ("title", "told"), [("—", [3]), ("The of", [3]), ("12", [3]), ("Ferry", []), ("—, match: [ferry]", [])]
)
def test_a_claim_that_no_article_can_match(tmp_path: Path, title: str, told: list[int]) -> None:
    registry = f"\nclaims:\n  odd: {{title: {title}, values: [3]}}\n"
    report = scanned(tmp_path, registry, {"a.md": SAYS})
    assert rows(report, "no-match") == told
    assert {row.path for row in report.unchecked if row.kind == "no-match"} <= {"claims.yaml"}


MAYBE = "The harbour ferry is old. It can hold 431 passengers."


def test_a_possible_mention_on_which_nobody_has_settled(tmp_path: Path) -> None:
    article = {"a.md": f"{SAYS}\n\n{MAYBE}\n"}
    bold = ScanOptions(date="2025-06-01", certainty="bold")
    report = scanned(tmp_path, REGISTRY, article, bold)
    maybe = [m for m in report.mentions if m.certainty == "possible"]
    assert rows(report, "possible") == [m.line for m in maybe] == [3]
    settled = [
        Known(f.path, f.claim, f.rule, f.sentence, f.value, f.expected)
        for f in report.findings
        if f.rule == "possible"
    ]
    known = scanned(tmp_path, REGISTRY, article, bold, Policy(baseline=settled))
    assert rows(known, "possible") == []
    off = scanned(tmp_path, REGISTRY, article, bold, Policy(ignore=("possible",)))
    assert rows(off, "possible") == [m.line for m in maybe], "a rule that is off checks nothing"


def test_an_article_that_is_all_code_is_told_as_read(tmp_path: Path) -> None:
    report = scanned(tmp_path, REGISTRY, {"a.md": "```\n412\n```\n"})
    assert [article.sentences for article in report.articles] == [0]
    assert rows(report, "code") == [1]


def test_another_article_changes_nothing_of_it(tmp_path: Path) -> None:
    texts = {"a.md": f"{GERMAN}\n\n```\nx\n```\n", "b.md": f"{DEEP}\n\n{FRENCH}\n", "c.md": "<!-- x\n\n412"}
    alone = [
        row for name, text in texts.items() for row in scanned(tmp_path, ENGLISH_ONLY, {name: text}).unchecked
    ]
    together = scanned(tmp_path, ENGLISH_ONLY, texts).unchecked
    assert sorted(map(repr, together)) == sorted(map(repr, alone))
    assert len({row.kind for row in together}) >= 4
