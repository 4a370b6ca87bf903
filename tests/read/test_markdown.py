"""Markdown: which blocks it has, what of it is prose, what links where."""

from __future__ import annotations

import pytest

from factcheck.model import Article
from factcheck.read import read_article

LONG = "The reservoir was drained last autumn so that engineers could inspect its gates for the first time."


def article(text: str) -> Article:
    return read_article("x.md", text.encode())


def squeezed(text: str) -> str:
    return " ".join(text.split())


def blocks(text: str) -> list[tuple[str, str]]:
    read = article(text)
    return [(block.kind, squeezed(read.text[block.start : block.end])) for block in read.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Head\n\nBody.", [("heading", "Head"), ("paragraph", "Body.")]),
        ("Head\n====\n\nBody.", [("heading", "Head"), ("paragraph", "Body.")]),
        ("## Head 2 ##\n", [("heading", "Head 2")]),
        ("- one\n- two\n  - three", [("item", "one"), ("item", "two"), ("item", "three")]),
        ("1. one\n\n   more\n2. two", [("item", "one"), ("item", "more"), ("item", "two")]),
        ("> said one.\n> Said two.", [("quote", "said one. Said two.")]),
        ("> said.\n> — A witness", [("quote", "said. — A witness")]),
        ("• one\n• two", [("item", "one"), ("item", "two")]),
        ("![A bridge in 1930](b12.png)", [("caption", "A bridge in 1930")]),
        ("![](b12.png)", []),
        ("*A bridge, in 1930.*", [("caption", "A bridge, in 1930.")]),
        ("*A bridge* and *a tower*.", [("paragraph", "A bridge and a tower.")]),
        ("**Seven bridges fell.**", [("paragraph", "Seven bridges fell.")]),
        ("One ![two 2](x.png) three.", [("paragraph", "One"), ("caption", "two 2"), ("paragraph", "three.")]),
        ("    code 5\n", []),
        ("```\ncode 5\n```\n", []),
        ("<!-- 5\n\nhidden -->\n\nShown.", [("paragraph", "Shown.")]),
        ("<p>A <b>5</b> b.</p>", [("paragraph", "A 5 b.")]),
        ("<figure><img src='5.png'><figcaption>Cap 5</figcaption></figure>", [("caption", "Cap 5")]),
        ("<script>var n = 5</script>", []),
        ("Shown.\n\n* * *\n", [("paragraph", "Shown.")]),
        ("[a]: http://x.org/5\n", []),
        ("", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "| City | Dead |\n|---|---:|\n| Oran | 12 |\n",
            [("City | Dead", None), ("Oran | 12", "City | Dead")],
        ),
        ("a | b\n--|--\n1 | 2", [("a | b", None), ("1 | 2", "a | b")]),
        (
            "|   | 2023 |\n|---|---|\n| Oran | 12 |",
            [("| 2023", None), ("Oran | 12", "| 2023")],
        ),
        (
            "City | Dead | Hurt |\nOran | 12 | 30 |\nBlida | 1 | 3 |",
            [
                ("City | Dead | Hurt", None),
                ("Oran | 12 | 30", "City | Dead | Hurt"),
                ("Blida | 1 | 3", "City | Dead | Hurt"),
            ],
        ),
        ("2023 | 4 | 5 |\n2024 | 6 | 7 |", [("2023 | 4 | 5", None), ("2024 | 6 | 7", None)]),
    ],
)
def test_rows(text: str, rows: list[tuple[str, str | None]]) -> None:
    read = article(text)
    assert {block.kind for block in read.blocks} == {"row"}
    cells = [
        (squeezed(read.text[row.start : row.end]), row.header and squeezed(read.text[slice(*row.header)]))
        for row in read.blocks
    ]
    assert cells == rows


def test_a_bar_in_a_sentence_is_no_row() -> None:
    assert blocks("Photo | Agency\n") == [("paragraph", "Photo | Agency")]


WRAPPED = (
    "The reservoir was drained last autumn so that engineers could inspect\n"
    "its gates. Nobody had seen them since the dam was built, in 1931. The\n"
    "Danube feeds it through two tunnels."
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (WRAPPED, ["paragraph"]),
        (
            f"{LONG}\nA Second Life\n{LONG} It reopens in May.\n{LONG}",
            "paragraph heading paragraph paragraph",
        ),
        (f"{LONG}\n- one\n- two\n{LONG}", "paragraph item item paragraph"),
        ("- a first item that\n  Ends here.\n- two", "item item"),
        (f"“It held.”\n– A guard\n{LONG}\n{LONG}", "paragraph paragraph paragraph"),
        (f"A Second Life\n\n{LONG}", "heading paragraph"),
        (f"A Second Life.\n\n{LONG}", "paragraph paragraph"),
        (f"{LONG}\n\nA Second Life", "paragraph paragraph"),  # nothing below it
        ("**In short**\n\n- one\n- two", "heading item item"),
    ],
)
def test_what_was_pasted_line_by_line_is_cut_and_what_was_wrapped_is_not(
    text: str, kinds: str | list[str]
) -> None:
    assert [kind for kind, _ in blocks(text)] == (kinds.split() if isinstance(kinds, str) else kinds)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("**11,000** rode", "11,000 rode"),
        ("_11,000_ rode", "11,000 rode"),
        ("5*3 and a_b_c and 2 * 3", "5*3 and a_b_c and 2 * 3"),
        ("run `make 12` now", "run now"),
        ("``a ` 12`` now", "now"),
        ("a ` alone", "a ` alone"),
        ("see [the report](http://x.org/2024/12 'On 12') now", "see the report now"),
        ("see [the report](<a b 12>) now", "see the report now"),
        ("see <http://x.org/12> now", "see ↗ now"),
        ("see http://x.org/12, now", "see ↗, now"),
        ("a [sic] and [Listen] b", "a [sic] and [Listen] b"),
        ("a <!-- 12 --> b", "a b"),
        ("a <b class='12'>x</b> <code>12</code> b", "a x b"),
        (r"a \*12\* b", "a *12* b"),
        ("11&nbsp;000 riders", "11 000 riders"),
        ("less <12 b, 3 > 2", "less <12 b, 3 > 2"),
        ("a[^1] b", "a b"),
        ("~~12~~ about ~13", "about ~13"),
        ("~~12 [old](http://x.org) riders~~ 13 riders", "13 riders"),
        ("a <del>12</del> <ins>13</ins> <s>14</s> b", "a 13 b"),
        ("5 ~~ 6 and ~~ 7", "5 ~~ 6 and ~~ 7"),
        ("~~12 is never closed", "12 is never closed"),
    ],
)
def test_prose(text: str, prose: str) -> None:
    assert squeezed(article(text).text) == prose


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        ("By [the agency](http://a.org/1).", "the agency", "http://a.org/1"),
        ("By [the agency][a].\n\n[A]: http://a.org/1 'x'", "the agency", "http://a.org/1"),
        ("By [the agency][].\n\n[The  agency]: <http://a.org/1>", "the agency", "http://a.org/1"),
        ("By [the agency].\n[the agency]: http://a.org/1", "the agency", "http://a.org/1"),
        ("By <http://a.org/1>.", "↗", "http://a.org/1"),
        ("By http://a.org/1.", "↗", "http://a.org/1"),
        ('By <a href="http://a.org/1">the agency</a>.', "the agency", "http://a.org/1"),
        ("Some 11 000[^n] rode.\n\n[^n]: The agency, 3 May", "11 000", "The agency, 3 May"),
        ("Many rode.[^n]\n[^n]: The agency", "rode", "The agency"),
        ("Many rode[^n].", "rode", "n"),
    ],
)
def test_links(text: str, shown: str, target: str) -> None:
    read = article(text)
    assert [(read.text[link.start : link.end], link.target) for link in read.links] == [(shown, target)]


def test_the_headline_is_read_at_its_place() -> None:
    read = article('---\ntitle: "Flood: 12 dead"\ndate: 2024-01-02\n---\nBody.')
    assert squeezed(read.text) == "Flood: 12 dead Body."
    assert read.text[read.blocks[0].start : read.blocks[0].end] == "Flood: 12 dead"
    assert read.blocks[0].kind == "title"


def test_without_front_matter_the_heading_at_the_top_is_the_title() -> None:
    assert article("# The Flood\n\nBody.").title == "The Flood"
    assert article("Body.\n\n# The Flood\n").title == ""
