"""Every text of a report may be hostile, in every format."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest

from factcheck.check import arithmetic, chronology, divergence
from factcheck.check.scope import Checked
from factcheck.cli.account import left_out
from factcheck.cli.baseline import line as baseline_line
from factcheck.cli.registry_check import FEW
from factcheck.cli.registry_check import lines as weakness_lines
from factcheck.escape import visible
from factcheck.exchange.write import FORMATS as OUT
from factcheck.lsp.card import PLAIN, card
from factcheck.match.explain import Explained, Explanation, Phrasing, Rival, Weighed
from factcheck.model import (
    NO_REGISTRY,
    ArticleSummary,
    Aside,
    Attribution,
    Claim,
    Known,
    Miss,
    Registry,
    Related,
    Report,
    Source,
    Suppression,
    Unchecked,
    Weakness,
)
from factcheck.report import claims, diff, docx, explain, full, impact, read, review, suggest, table
from factcheck.report.claim_json import to_json as claim_json
from factcheck.report.concise import closing, concise
from factcheck.report.formats import FORMATS as FILES
from factcheck.report.formats import render
from factcheck.report.html.cards import cards
from factcheck.report.markdown import to_markdown
from factcheck.report.screen import console
from factcheck.review.questions import Candidate, Question
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.impact import Impact, Turn
from factcheck.run.read import Seen, Shown
from factcheck.serve.answers import Written
from factcheck.serve.asks import forms
from factcheck.serve.browse import Beside, claim_page, listing
from factcheck.serve.form import form, refusal
from factcheck.serve.shell import View
from factcheck.serve.written import written_page
from factcheck.show.history import History, Step
from factcheck.suggest.drafts import Draft, Given
from factcheck.suggest.facts import Said
from factcheck.suggest.hints import Hint
from factcheck.suggest.start import files
from factcheck.suggest.write import yaml as as_yaml
from tests.read.documents import docx as word
from tests.report.commands import obeyed
from tests.report.html.parsed import elements, harmless
from tests.report.samples import CROWD_CLAIM, finding, mention
from tests.report.schemas import valid
from tests.report.test_docx import commented

PAYLOADS = [
    "\x1b[2J\x1b[31mcleared",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31m",
    "back\x08\x08space",
    "carriage\rreturn",
    "line\nbreak",
    "nul\x00",
    "\u202ereversed\u202c",
    "\u2066isolated\u2069",
    "lone \udcff surrogate",
    "[bold red]markup[/bold red]",
    "[/]",
    "[link=https://example.org]x[/link]",
    ":boom:",
    "{braces} %s %(x)s",
    "</script><script>alert(1)</script>",
    "=1+1",
    "::error file=a.md::obeyed",
    "x\n::add-mask::obeyed",
    "x\r\n  ::error::obeyed",
    "100%0A::error::obeyed",
    "see ##[error]obeyed",
    "##vso[task.setvariable variable=x]obeyed",
    "##teamcity[buildStatus text='obeyed']",
    "]]>\ufffe<!DOCTYPE x [<!ENTITY y 'z'>]>&y;",
    "[words](https://example.org)",
    "-- @everyone #1 `code` **bold**",
    "a" * 5000,
    "汉字" * 50,
    '=HYPERLINK("https://example.org","x")',
    "@SUM(1+1)|cmd",
    "é" * 30 + "e\u0301\u0301\u0301",
]


def spoilt(value: Any, payload: str) -> Any:
    """A frozen value with the payload in each of its free texts."""
    keep = {"rule", "severity", "kind", "verdict", "qualifier", "status"}
    texts = {f.name for f in fields(value) if isinstance(getattr(value, f.name), str)} - keep
    return replace(value, **dict.fromkeys(texts, payload))


def report(payload: str) -> Report:
    """A report in which every text that comes from outside is the payload."""
    spoilt_mention = replace(
        spoilt(mention(value=payload), payload), attribution=Attribution("sourced", payload), end=len(payload)
    )
    spoilt_finding = replace(
        spoilt(finding(), payload),
        related=(Related(payload, 1, 1, payload, payload), Related("other", 1, 1, payload)),
        mark=(0, len(payload)),
        mention=spoilt_mention,
    )
    summary = ArticleSummary(payload, payload, payload, payload, 3, "2025-01-01")
    excused = replace(spoilt_finding, suppression=Suppression("inline", payload, payload, 1))
    return Report(
        (summary,),
        (spoilt_mention,),
        (spoilt_finding,),
        errors=(payload,),
        suppressed=(excused,),
        claims=(spoilt_claim(payload),),
        stale=(known(payload),),
        excluded=(payload,),
        unchecked=(
            Unchecked("no-reader", f"a.{payload}", 1, payload),
            Unchecked("linked-folder", payload, 1, payload),
            Unchecked("no-date", payload, 1, payload),
        ),
    )


def known(payload: str) -> Known:
    """An entry of a baseline, as hostile as a file that anyone may write."""
    return Known(payload, payload, payload, payload, payload, payload, 2, (payload,))


def spoilt_claim(payload: str) -> Claim:
    """A claim of a registry in which every text is the payload."""
    value = replace(
        spoilt(CROWD_CLAIM.values[0], payload),
        also=(payload,),
        as_of="2024-05",
        source=Source(payload, url=payload),
        url=payload,
    )
    claim: Claim = spoilt(CROWD_CLAIM, payload)
    claim = replace(claim, kind="name", ignore=("unsourced",), reason=payload)
    return replace(claim, match=(payload,), exclude=(payload,), values=(value,))


def screen(paint: Callable[[Any], None]) -> str:
    file = io.StringIO()
    paint(console(file, 100))
    return file.getvalue()


def page(payload: str) -> str:
    claim = spoilt_claim(payload)
    return (
        screen(lambda out: claims.show_page(claim, [payload], out))
        + screen(lambda out: claims.show_list([claim], out))
        + claims.concise_list([claim])
    )


def drawn(payload: str) -> str:
    """A claim's chart, its sources hostile."""
    [value] = spoilt_claim(payload).values
    claim = replace(spoilt_claim(payload), kind="quantity", values=(value, replace(value, as_of="2025")))
    return screen(lambda out: claims.show_page(claim, [payload], out))


def past(payload: str) -> str:
    """A claim's history, every text of it hostile."""
    told = History((Step("2025-01-02", payload, "+", payload, payload),), False)
    claim = spoilt_claim(payload)
    return claims.concise_history(claim, told) + screen(lambda out: claims.show_history(claim, told, out))


def together(payload: str) -> str:
    """Several figures of one sentence, in several tables, in columns and without, all of them hostile."""
    told = report(payload)
    [first] = told.findings
    rows = [("unsourced", 2), ("unsourced", 3), ("possible", 4), ("ignore", 5)]
    more = (replace(first, rule=rule, column=at, mark=(at - 1, at)) for rule, at in rows)
    every = replace(told, findings=(replace(first, said=payload), *more))
    wide, narrow = (io.StringIO(), io.StringIO())
    table.show(every, console(wide, 200), 1)
    table.show(every, console(narrow, 40), 1)
    full_page = screen(lambda out: full.show(every, out, 1))
    return wide.getvalue() + narrow.getvalue() + full_page + to_markdown(every)


def uses(payload: str) -> str:
    """A claim's uses, its near misses and what its `exclude` silenced, all of them hostile."""
    told = report(payload).mentions[0]
    near = [Miss(told, payload, payload), Miss(replace(told, kind="statement"), payload, payload, True)]
    return screen(lambda out: claims.show_uses(spoilt_claim(payload), [told], near, out))


def seen(payload: str) -> str:
    """A file as it was read, every text of it hostile."""
    block, aside = Shown("paragraph", payload, payload, True), Aside(payload, payload, payload)
    told = Seen(payload, payload, payload, "page", payload, "words", (block,), (aside,))
    return screen(lambda out: read.show(told, out))


def weak(payload: str) -> str:
    """A weakness of a registry, every text of it hostile."""
    notes = [Weakness(payload, "info", payload, payload, at, payload) for at in range(1, FEW + 2)]
    return "".join([*weakness_lines(notes, payload, [payload]), *weakness_lines(notes, payload)])


def edited(payload: str) -> str:
    """An edit of a registry in which both texts and the path are hostile."""
    before, after = f"a\n{payload}\nb\n", f"a\n{payload}, too\nb\n"
    return diff.concise(payload, before, after) + screen(lambda out: diff.show(payload, before, after, out))


def explained(payload: str) -> str:
    weighed = Weighed(payload, 0.5, ((payload, 1.0), (payload, -1.0)), payload)
    phrasing = Phrasing(payload, 0.5, (payload,), (payload,))
    reading = Explained(
        report(payload).mentions[0],
        (weighed,),
        payload,
        noun=payload,
        attributed_by=payload,
        rivals=(Rival(weighed, payload, payload, phrasing, (0.2, 0.5)),),
        advice=payload,
        expected=payload,
    )
    told = Explanation(payload, 1, (reading,), payload)
    return screen(lambda out: explain.show(told, out)) + screen(lambda out: explain.show(told, out, True))


def changed(payload: str) -> str:
    """What a change of the registry does, every text of it hostile."""
    told = report(payload)
    turn = Turn(told.articles[0], told.mentions[0], payload, "right", "wrong", payload, payload)
    found = Impact((turn,), 1, (payload,))
    lines = impact.concise(found) + impact.as_csv(found) + impact.as_json(found, payload)
    return lines + screen(lambda out: impact.show(found, out))


def put(payload: str) -> str:
    """A question of a review, every text of it hostile."""
    told = report(payload).mentions[0]
    one = Said(told, "en", {}, (), frozenset(), {})
    question = Question(one, payload, payload, "2025-01-01", (Candidate(payload, 0.5),), payload, True)
    claims = {payload: spoilt_claim(payload)}
    return review.asked(question, claims, 1, 1) + review.asked(replace(question, candidates=()), claims, 1, 1)


def drafted(payload: str) -> Draft:
    """A draft of a claim, every text of it hostile."""
    one = Said(report(payload).mentions[0], "en", {}, (), frozenset(), {})
    given = Given(payload, payload, payload, (one,))
    return Draft(payload, payload, (payload,), None, (given,), (one,), (given,), True, True, "name")


def suggested(payload: str) -> str:
    """Drafts and phrases as `suggest` prints them."""
    draft = drafted(payload)
    hint = Hint(payload, draft.facts[0], 0.5, True, payload)
    lines = suggest.concise([draft]) + suggest.concise_hints([hint]) + suggest.yaml_hints([hint])
    tables = screen(lambda out: suggest.show([draft], out)) + screen(
        lambda out: suggest.show_hints([hint], out)
    )
    return lines + tables + as_yaml([draft])


def begun(payload: str) -> str:
    """The files that `init` writes."""
    return "".join(files([drafted(payload)], 2, [payload], "1.0").values())


def served(payload: str) -> str:
    """The pages of a server: the claims, a claim with its history and its uses, an answer, what is wrong."""
    claim, told, view = spoilt_claim(payload), report(payload), View(key="key")
    past = History((Step("2025-01-02", payload, "+", payload, payload),), False)
    uses = replace(told, mentions=(replace(told.mentions[0], claim=claim.id, said=payload),))
    return "".join([
        listing([claim], payload, view, payload),
        claim_page(claim, Beside(past, uses, True), view),
        claim_page(claim, Beside(payload), view),
        form(1, {"date": payload}, view, payload, payload),
        written_page(Written(1, payload), view),
        refusal(payload, view),
    ])  # fmt: skip


def claim_cards(payload: str) -> str:
    """A claim as a page of its own, with what an article says of it."""
    claim, told = spoilt_claim(payload), report(payload)
    uses = replace(told, mentions=(replace(told.mentions[0], claim=claim.id, said=payload),))
    return cards([claim], uses)


def asked(payload: str) -> str:
    """What may be answered on the page of a text."""
    maybe = replace(report(payload).mentions[0], certainty="possible")
    one = Said(maybe, "en", {}, (), frozenset(), {})
    question = Question(one, payload, payload, "2025-01-01", (Candidate(payload, 0.5),), payload, True)
    return "".join(forms([question], View(key="key")).values())


def exported(payload: str) -> str:
    """A registry in other formats, every text of it hostile."""
    claim = spoilt_claim(payload)
    stated = replace(claim, id="b", kind="statement", rating="false")
    registry = Registry(payload, (claim, stated), (Source(payload, payload),), "en")
    return "".join(OUT[style](registry).decode("utf-8") for style in ("json", "claimreview"))


def carded(payload: str) -> str:
    """What an editor shows beside a figure."""
    told, claim = report(payload), replace(spoilt_claim(payload), kind="quantity")
    return card(told.mentions[0], claim, told.articles[0], told.findings, PLAIN)


def comments(payload: str) -> str:
    """What the comments in a copy of a Word document say."""
    told = report(payload)
    there = replace(told, articles=(ArticleSummary("a.docx", "", None, "", 1),))
    about = replace(told.findings[0], path="a.docx")
    about = replace(about, mention=replace(mention(), text="41", start=5, end=7))
    [(path, notes)] = docx.documents(replace(there, findings=(about,)))
    body = "<w:p><w:r><w:t>Some 41 came.</w:t></w:r></w:p>"
    [(said, _)] = commented(docx.annotate(word(body), notes, path))
    return said


def rendered(style: str, payload: str) -> str:
    return render(style, report(payload), "/desk")


def json_lines(text: str) -> object:
    return [json.loads(line) for line in text.splitlines()]


READERS: dict[str, Callable[[str], object]] = {
    "json": json.loads,
    "mentions": json_lines,
    "gitlab": partial(valid, "gitlab"),
    "sarif": partial(valid, "sarif-2.1.0"),
    "junit": partial(ElementTree.fromstring),
}
FORMATS: dict[str, Callable[[str], str]] = {
    **{style: partial(rendered, style) for style in FILES},
    "screen": lambda payload: screen(lambda out: table.show(report(payload), out, 1, verbose=True)),
    "claim": page,
    "chart": drawn,
    "history": past,
    "uses": uses,
    "together": together,
    "concise-uses": lambda payload: claims.concise_uses(report(payload).mentions),
    "edited": edited,
    "weak": weak,
    "explain": explained,
    "impact": changed,
    "review": put,
    "suggest": suggested,
    "init": begun,
    "claims-json": lambda payload: claim_json([spoilt_claim(payload)]),
    "claims-page": claim_cards,
    "served": served,
    "asked": asked,
    "exported": exported,
    "card": carded,
    "baseline": lambda payload: baseline_line(known(payload), 1),
    "full-screen": lambda payload: screen(lambda out: full.show(report(payload), out, 1)),
    "read": seen,
    "docx": comments,
    "closing": lambda payload: closing(report(payload), 1),
    "left out": lambda payload: "\n".join(left_out(report(payload))),
}
STEERING = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), *"\u202e\u202c\u2066\u2069\udcff"} - {"\n"}


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload[:16]))
@pytest.mark.parametrize("style", FORMATS)
def test_nothing_steers_the_terminal_and_nothing_breaks(style: str, payload: str) -> None:
    shown = FORMATS[style](payload)
    assert not STEERING & set(shown)
    shown.encode("utf-8")


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("payload", ["[bold]x[/]", "[/]", ":boom:"])
def test_markup_is_shown_as_it_is_written(style: str, payload: str) -> None:
    if style == "closing":  # which counts, and quotes nothing
        return
    shown = FORMATS[style](payload)
    assert payload in (unescape(shown).replace("\u200b", "") if style == "markdown" else shown)


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload[:16]))
def test_a_served_page_is_no_more_than_it_may_be(payload: str) -> None:
    harmless(claim_cards(payload), served=True)
    pages = served(payload).split("<!doctype html>")[1:]
    assert len(pages) == 6
    for one in pages:
        harmless(one, served=True)
    fields = [
        (at["name"], at["value"]) for name, at in elements(asked(payload)) if at.get("type") == "hidden"
    ]
    shown = " ".join(visible(payload).split())
    assert dict(fields) == {"key": "key", "claim": shown, "phrase": shown, "sentence": shown}


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload[:16]))
@pytest.mark.parametrize("style", FILES)
def test_no_runner_obeys_an_article(style: str, payload: str) -> None:
    """GitHub's runner, Azure's and TeamCity's read commands in whatever a step prints."""
    shown = rendered(style, payload)
    assert len(obeyed(shown)) == (2 if style == "github" else 0)
    assert not re.search(r"##\w*\[", shown)


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload[:16]))
@pytest.mark.parametrize("style", [style for style in FILES if "json" in style or style in READERS])
def test_a_machine_still_reads_it(style: str, payload: str) -> None:
    READERS.get(style, json_lines)(rendered(style, payload))


def test_a_finding_stays_one_line() -> None:
    assert concise(report("line\nbreak")).count("\n") == 1


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload[:16]))
def test_what_was_left_out_is_a_line_each_and_no_command(payload: str) -> None:
    lines = "\n".join(left_out(report(payload))).split("\n")
    assert len(lines) == 4
    assert not obeyed("\n".join(lines))


@pytest.mark.parametrize("style", FILES)
@pytest.mark.parametrize(
    "payload", ["\x1b[31m", "\u202e", "::error::obeyed", "<script>", "=1+1", "[bold red]"]
)
def test_a_sum_of_hostile_words_is_inert(style: str, payload: str) -> None:
    tools = Tools(NO_REGISTRY, ScanOptions(language="en"))
    text = f"It has 64 rooms: 28 big and 46 small. One in five (35%) left. It says {payload}\n"
    text += f"\nCoach Marta Lindqvist, {payload}, left. Coach Marta Lindquist, {payload}, stayed.\n"
    checks = [tools.check(article) for article in tools.read(f"{payload}.md", text.encode())]
    sums = [found for check in checks for found in check.sums]
    assert sums
    findings = (
        *arithmetic.check((), Checked({}, {}, sums=sums)),
        *chronology.check((), Checked({}, {}, orders=sums)),
        *divergence.check(
            (), Checked({}, {}, holders=[found for check in checks for found in check.holders])
        ),
    )
    assert {finding.rule for finding in findings} == {"arithmetic", "chronology", "divergence"}
    shown = render(style, Report(articles=(checks[0].summary,), findings=findings, registry=False), "/desk")
    assert not {"\x1b", "\u202e"} & set(shown)
    assert not [command for command in obeyed(shown) if command.message == "obeyed"]
