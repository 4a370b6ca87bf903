"""Comments that ignore findings: which are, what they cover, what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Ignore
from factcheck.read import read_article

HERE = "<!-- factcheck: ignore[unsourced] why -->"


def ignores(text: str, name: str = "x.md") -> tuple[Ignore, ...]:
    return read_article(name, text.encode()).ignores


def only(text: str) -> Ignore:
    (ignore,) = ignores(text)
    return ignore


@pytest.mark.parametrize(
    ("comment", "rules", "claims", "until", "reason"),
    [
        (HERE, "unsourced", "", None, "why"),
        ("<!--factcheck:ignore[unsourced]why-->", "unsourced", "", None, "why"),
        ("<!-- factcheck : ignore [unsourced] : pourquoi -->", "unsourced", "", None, "pourquoi"),
        ("<!-- factcheck: ignore[a,b, c] -- why -->", "a b c", "", None, "why"),
        ("<!-- factcheck: ignore[a, claim=x, claim = y z] why -->", "a", "x/y z", None, "why"),
        ("<!-- factcheck: ignore[claim=x, a] why -->", "a", "x", None, "why"),
        ("<!-- factcheck: ignore[a] until=2026-12-31 why -->", "a", "", "2026-12-31", "why"),
        ("<!-- factcheck: ignore[a] why, until=2026-12-31 -->", "a", "", "2026-12-31", "why"),
        ("<!-- factcheck: ignore[a]\n     because of\n     this -->", "a", "", None, "because of this"),
        ("> <!-- factcheck: ignore[a]\n> because -->", "a", "", None, "because"),
        ("<!-- factcheck: ignore[a] -->", "a", "", None, ""),
        ("<!-- factcheck: ignore[a] … -->", "a", "", None, ""),
        ("<!-- factcheck: ignore[a] `<b>` & [c](d) -->", "a", "", None, "`<b>` & [c](d)"),
    ],
)
def test_what_a_comment_says(comment: str, rules: str, claims: str, until: str | None, reason: str) -> None:
    read = only(comment)
    assert (read.rules, read.claims) == (tuple(rules.split()), tuple(filter(None, claims.split("/"))))
    assert (read.until, read.reason, read.problem) == (until, reason, "")


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("<!-- factcheck ignore[unsourced] why -->", "cannot be read: write it as <!-- factcheck: ignore"),
        ("<!-- factcheck: ignore(unsourced) why -->", "cannot be read"),
        ("<!-- factcheck:ignore unsourced -->", "cannot be read"),
        ("<!-- factcheck: ignore -->", "cannot be read"),
        ("<!-- Factcheck: Ignore[unsourced] why -->", "cannot be read"),
        ("<!-- factcheck: ignroe[unsourced] why -->", "cannot be read"),
        ("<!-- factcheck: ignored[unsourced] why -->", "cannot be read"),
        ("<!-- fact-check: disable unsourced -->", "cannot be read"),
        ("<!-- factcheck: ignore[unsourced why -->", "cannot be read"),
        ("<!-- factcheck: ignore[] why -->", "names no rule"),
        ("<!-- factcheck: ignore[claim=troops] why -->", "names no rule"),
        ("<!-- factcheck: ignore[unsourced, claims=a] why -->", "`claims=` cannot stand in the bracket"),
        ("<!-- factcheck: ignore[unsourced, until=2026-12-31] why -->", "`until=` stands after the bracket"),
        ("<!-- factcheck: ignore[unsourced] until=31/12/2026 why -->", "no such day: `31/12/2026`"),
        ("<!-- factcheck: ignore[unsourced] until=2026-02-30 why -->", "no such day"),
        ("<!-- factcheck: ignore[unsourced] until=2026-12 why -->", "no such day"),
        ("<!-- factcheck: ignore[unsourced] until= -->", "no such day: ``"),
        ("<!-- factcheck: ignore[unsourced] why", "is not closed"),
        ("A bridge <!-- factcheck: ignore[unsourced] why\nfell.", "is not closed"),
    ],
)
def test_what_is_wrong_is_told(comment: str, problem: str) -> None:
    assert only(comment).problem.startswith(problem)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!-- factcheck this before Monday -->", "x.md"),
        ("<!-- factcheck: ask Anna -->", "x.md"),
        ("<!-- a note to ignore -->", "x.md"),
        (f"`{HERE}`", "x.md"),
        (f"Write ``{HERE} `` so.", "x.md"),
        (f"```\n{HERE}\n```\n", "x.md"),
        (f"    {HERE}\n", "x.md"),
        (f"<pre>\n{HERE}\n</pre>\n", "x.md"),
        (f"\\{HERE}", "x.md"),
        (f"---\ntitle: A\nnote: '{HERE}'\n---\n", "x.md"),
        (HERE, "x.txt"),
    ],
)
def test_what_is_none(text: str, name: str) -> None:
    assert ignores(text, name) == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{HERE}\nOne\nand two.\n\nThree.\n", (2, 3)),
        (f"{HERE}\n\n\nOne.\n\nTwo.\n", (4, 4)),
        (f"{HERE}\n{HERE}\nOne.\n", (3, 3)),
        (f"{HERE}\n# Head of it\n\nOne.\n", (2, 2)),
        (f"{HERE}\n- one\n- two\n", (2, 2)),
        (f"- one\n{HERE}\n- two\n- three\n", (3, 3)),
        (f"- one\n  {HERE}\n- two\n  more\n- three\n", (3, 4)),
        (f"- {HERE}\n  one\n- two\n", (2, 2)),
        (f"{HERE}\n> one\n>\n> two\n\nThree.\n", (2, 4)),
        (f"{HERE}\n> one\n\n> two\n", (2, 2)),
        (f"> {HERE}\n> one\n> two\n", (2, 3)),
        (f"{HERE}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nOne.\n", (3, 6)),
        (f"| a | b |\n|---|---|\n| 1 | 2 {HERE} |\n| 3 | 4 |\n", (3, 3)),
        (f"<div>\n{HERE}\n<p>One.</p>\n<p>Two.</p></div>\n", (3, 3)),
        (f"<p>{HERE}One.</p>\n<p>Two.</p>\n", (1, 1)),
        (f"One.\nTwo. {HERE}\nThree.\n", (2, 2)),
        (f"{HERE} One.\n", (1, 1)),
        (f"# Head of it {HERE}\n\nOne.\n", (1, 1)),
        ("One <!-- factcheck: ignore[a]\nwhy --> two.\nThree.\n", (1, 2)),
        (f"One.\n\n{HERE}\n", (3, 3)),
        (f"{HERE}\nOne ![a bridge](b.png) two.\n\nThree.\n", (2, 2)),
    ],
)
def test_what_it_covers(text: str, lines: tuple[int, int]) -> None:
    assert {ignore.lines for ignore in ignores(text)} == {lines}


@pytest.mark.parametrize(
    "text",
    [
        "One <!-- factcheck: ignore[a]\nBecause 7 Bridges fell\nAnd 8 Towers stood --> two.\n",
        "One <!-- factcheck: ignore[a] 7\n-->\ntwo.\n",
        "- One <!-- factcheck: ignore[a]\n  Because 7\n  -->\n",
    ],
)
def test_a_comment_of_several_lines_is_no_prose(text: str) -> None:
    assert len(ignores(text)) == 1
    assert not {"7", "8", "factcheck"} & set(read_article("x.md", text.encode()).text.split())


def test_its_place_is_the_comments() -> None:
    read = only(f"---\ntitle: A\n---\n\nÉté 1 {HERE}\n")
    assert (read.line, read.column, read.text) == (5, 7, HERE)


@given(st.text("<!-> factcheck:ignore[],=\n`*|#", max_size=80))
def test_no_comment_breaks_the_reading(text: str) -> None:
    for ignore in ignores(f"{HERE}\n{text}"):
        assert ignore.lines[0] <= ignore.lines[1]
        assert ignore.text in f"{HERE}\n{text}"
