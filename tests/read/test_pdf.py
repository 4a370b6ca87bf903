"""PDF: what a page shows, in the order in which it is read."""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.places import Places
from factcheck.read.draft import Draft
from factcheck.read.pdf import PAGES, drafts
from factcheck.read.pdf.letters import whole
from tests.read.documents import linked, places, shown
from tests.read.pdfs import PITCH, Leaf, Set, column, pdf, stream, written

WIDE = "The city counts its trams on a Monday, and it says that many of its people take them."
BOLD = "Helvetica-Bold"


def read(*leaves: Leaf | list[Set], **info: str) -> Draft:
    """The one draft of a document of some pages."""
    [draft] = drafts("a.pdf", pdf(*leaves, info=info))
    return draft


def said(*leaves: Leaf | list[Set]) -> list[tuple[str, str]]:
    return shown(read(*leaves))


def text(*leaves: Leaf | list[Set]) -> str:
    return " ".join(block for _, block in said(*leaves))


# --- words and figures ----------------------------------------------------------------------------


def at(letters: float, said_: str, size: float = 11, up: float = 0, font: str = "Courier") -> Set:
    """A text that begins so many letters of Courier from the left, and so far up."""
    return Set(50 + letters * PITCH * 11, 700 + up, said_, size, font)


@pytest.mark.parametrize(
    ("drawn", "shown_"),
    [
        # one text drawn in pieces, each right behind the other, and two with a blank between that is not drawn
        ([at(0, "It is 0"), at(7, ","), at(8, "5 of 41.")], "It is 0,5 of 41."),
        ([at(0, "It is 12"), at(9, "000 of 41.")], "It is 12 000 of 41."),
        ([at(0, "It is 8"), at(8, "% of 41.")], "It is 8 % of 41."),
        # a bold figure in a line, and half of one; a larger one
        ([at(0, "Some "), at(5, "12 000", font=BOLD), at(12, "rode.")], "Some 12 000 rode."),
        ([at(0, "Some "), at(5, "12", font=BOLD), at(7, " 000 rode.")], "Some 12 000 rode."),
        ([at(0, "Some "), at(5, "12 000", 14), at(13, " rode.")], "Some 12 000 rode."),
        ([at(0, "A rise of 8\xa0% to 12\xa0000.")], "A rise of 8 % to 12 000."),
        # pieces drawn out of order
        ([at(14, "trams."), at(0, "It has "), at(7, "41 new")], "It has 41 new trams."),
        # powers and what stands below
        ([at(0, "It has 25 km"), at(12, "2", 7, 4), at(12.7, ", and more.")], "It has 25 km², and more."),
        ([at(0, "The CO"), at(6, "2", 7, -3), at(6.7, " fell.")], "The CO2 fell."),
        ([at(0, "The 1"), at(5, "er", 7, 4), at(6.4, " tram.")], "The 1er tram."),
    ],
)
def test_what_a_line_says(drawn: list[Set], shown_: str) -> None:
    assert text([*drawn, *column(50, 600, [WIDE])]).replace("\xa0", " ") == f"{shown_} {WIDE}"


@pytest.mark.parametrize(
    ("lines", "shown_"),
    [
        (["He spoke of the in-", "ner city and of trams."], "He spoke of the inner city and of trams."),
        (
            ["The forty-one trams. The forty-", "one buses of the city."],
            "The forty-one trams. The forty-one buses of the city.",
        ),
        (
            ["Il y a quatre-vingt-", "deux trams dans la ville."],
            "Il y a quatre-vingt-deux trams dans la ville.",
        ),
        (["Les soldats nord-", "coréens sont en ville."], "Les soldats nord-coréens sont en ville."),
        (["The Anglo-", "Irish treaty was signed."], "The Anglo-Irish treaty was signed."),
        (["In the years 2019-", "2023 it was built."], "In the years 2019-2023 it was built."),
        (["In the years 2019–", "2023 it was built."], "In the years 2019–2023 it was built."),
        (["The inner-city trams. The inner-", "city buses."], "The inner-city trams. The inner-city buses."),
        (["It was – as they", "said – built."], "It was – as they said – built."),
        (["Some 12", "000 people rode them."], "Some 12 000 people rode them."),
    ],
)
def test_a_line_goes_on(lines: list[str], shown_: str) -> None:
    assert text(column(50, 700, lines)) == shown_


@pytest.mark.parametrize(
    ("drawn", "shown_"),
    [
        ("na¨ıve", "naïve"),
        ("d´ej`a", "déjà"),
        ("ﬁnancé", "financé"),
        ("\uf0b7", "•"),
        # signs that stand alone, or beside what takes no such accent
        ("´", "´"),
        ("`word`", "`word`"),
        ("2˜3", "2˜3"),
        ("plain", "plain"),
    ],
)
def test_letters(drawn: str, shown_: str) -> None:
    assert whole(drawn) == shown_


# --- blocks ---------------------------------------------------------------------------------------

LONG = [WIDE, "They have done so since the year in which the first of them ran, as everybody says here.", "That was long ago."]  # fmt: skip


@pytest.mark.parametrize(
    ("drawn", "blocks"),
    [
        # a title, a heading by its size, another by its weight
        ([Set(50, 740, "Trams", 24), *column(50, 700, LONG), Set(50, 640, "The lines", 14), *column(50, 620, LONG)],
         [("title", "Trams"), ("paragraph", " ".join(LONG)), ("heading", "The lines"), ("paragraph", " ".join(LONG))]),
        ([*column(50, 700, LONG), Set(50, 655, "The lines", font=BOLD), *column(50, 635, LONG)],
         [("paragraph", " ".join(LONG)), ("heading", "The lines"), ("paragraph", " ".join(LONG))]),
        # a bold word at the head of a paragraph is none
        ([Set(50, 700, "Trams.", font=BOLD), Set(91, 700, WIDE), *column(50, 686.25, LONG[1:])],
         [("paragraph", "Trams. " + " ".join(LONG))]),
        # a large initial
        ([Set(50, 680, "T", 36), *column(75, 700, [WIDE[1:60], "and so on for a second line, then below,"]), *column(50, 672.5, LONG[1:])],
         [("paragraph", f"{WIDE[:60]} and so on for a second line, then below, {' '.join(LONG[1:])}")]),
        # a heading over two lines
        ([*column(50, 740, ["Trams for all", "of the city"], 24), *column(50, 690, LONG)],
         [("title", "Trams for all of the city"), ("paragraph", " ".join(LONG))]),
        # paragraphs: by a gap, by a first line that is set in, by a short last line
        ([*column(50, 700, LONG), *column(50, 645, LONG)], [("paragraph", " ".join(LONG))] * 2),
        ([*column(50, 700, LONG[:2]), Set(62, 672.5, WIDE[:70]), Set(50, 658.75, LONG[1])],
         [("paragraph", " ".join(LONG[:2])), ("paragraph", f"{WIDE[:70]} {LONG[1]}")]),
        (column(50, 700, [*LONG, *LONG]), [("paragraph", " ".join(LONG))] * 2),
        # lists, with signs and with numbers, and what follows
        ([*column(50, 700, ["The city has:"]), Set(50, 686, "•"), Set(65, 686, "41 trams, of which some are new,"),
          Set(65, 672, "and"), Set(50, 658, "•"), Set(65, 658, "310 buses.")],
         [("paragraph", "The city has:"), ("item", "41 trams, of which some are new, and"), ("item", "310 buses.")]),
        (column(50, 700, ["1. First the trams.", "2. Then the buses."]), [("item", "First the trams."), ("item", "Then the buses.")]),
        # a caption is smaller, and a box too narrow for a text has a piece on each line
        ([*column(50, 700, LONG), *column(50, 640, ["A tram in May, with 12 seats"], 8), *column(50, 600, LONG)],
         [("paragraph", " ".join(LONG)), ("caption", "A tram in May, with 12 seats"), ("paragraph", " ".join(LONG))]),
        ([*column(50, 700, LONG), *column(520, 700, ["41 trams", "310 buses"], 9)],
         [("paragraph", " ".join(LONG)), ("caption", "41 trams"), ("caption", "310 buses")]),
    ],
)  # fmt: skip
def test_blocks(drawn: list[Set], blocks: list[tuple[str, str]]) -> None:
    assert said(drawn) == blocks


def table(x: float, y: float, rows: list[list[str]], step: float = 120) -> list[Set]:
    return [
        Set(x + step * c, y - 16 * r, cell)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell
    ]


TRAMS = [
    ["Year", "Trams", "Riders"],
    ["2023", "41", "11 000"],
    ["2024", "", "12 000"],
    ["2025", "43", "13 500"],
]
ROWS = ["Year | Trams | Riders", "2023 | 41 | 11 000", "2024 | | 12 000", "2025 | 43 | 13 500"]


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        ([*column(50, 740, LONG), *table(50, 690, TRAMS), *column(50, 610, LONG)], ROWS),
        # drawn column by column
        ([*column(50, 740, LONG), *sorted(table(50, 690, TRAMS), key=lambda cell: cell.x)], ROWS),
        # figures at the right edge of their columns
        ([Set(x, y, cell) for y, row in ((700, "Place 2024 2025"), (684, "North 9 12"), (668, "South 1234 56"))
          for x, cell in zip((50, 150 - 6 * len(row.split()[1]), 250 - 6 * len(row.split()[2])), row.split(), strict=True)],
         ["Place | 2024 | 2025", "North | 9 | 12", "South | 1234 | 56"]),
        # the library takes figures in two cells for one
        (table(50, 700, [["Line", "May", "June"], ["North", "0", "0"], ["South", "4", "5"]], 40),
         ["Line | May | June", "North | 0 | 0", "South | 4 | 5"]),
        # dots lead to the next column
        (column(50, 700, ["Trams ........................ 41", "Buses ....................... 310"], font="Courier"),
         ["Trams | 41", "Buses | 310"]),
        # a cell on two lines, and a row that stands as near
        ([Set(50, 700, "Line"), Set(200, 700, "Riders"), Set(50, 680, "From the south to the"), Set(200, 680, "11 000"), Set(50, 668, "north"),
          *table(50, 648, [["South", "12 000"], ["East", "9 000"]], 150), Set(50, 620, "West"), Set(200, 620, "8 000")],
         ["Line | Riders", "From the south to the north | 11 000", "South | 12 000", "East | 9 000", "West | 8 000"]),
        # text in two columns is no table, however it was drawn
        ([line for pair in zip(column(50, 700, [WIDE[:43]] * 4), column(320, 700, [WIDE[44:]] * 4), strict=True) for line in pair], []),
        # nor are two texts at the ends of a line
        ([*column(50, 700, LONG), Set(50, 640, "A. Desk"), Set(400, 640, "12 May 2025")], []),
    ],
)  # fmt: skip
def test_tables(drawn: list[Set], rows: list[str]) -> None:
    assert [block for kind, block in said(drawn) if kind == "row"] == rows


def test_a_tables_header_is_that_of_its_rows() -> None:
    draft = read([*column(50, 740, LONG), *table(50, 690, TRAMS)])
    rows = [(at, part.header) for at, part in enumerate(draft.parts) if part.kind == "row"]
    assert rows == [(1, None), (2, 1), (3, 1), (4, 1)]


# --- order ----------------------------------------------------------------------------------------

WORDS = st.lists(st.text("abcdefghilmnoprstuv", min_size=1, max_size=5), min_size=30, max_size=120)


def wrapped(words: list[str], letters: int) -> list[str]:
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@given(WORDS, st.integers(1, 3), st.sampled_from([7.0, 9.0, 11.0]), st.booleans(), st.booleans())
def test_words_in_columns_come_in_order(
    words: list[str], columns: int, size: float, headline: bool, by_rows: bool
) -> None:
    """However many columns, whatever their letters' size, and whether they were drawn one after the other or
    line by line."""
    width = (500 - 22 * (columns - 1)) / columns
    lines = wrapped(words, int(width / (PITCH * size)))
    deep = -(-len(lines) // columns)
    drawn = [
        line
        for at in range(columns)
        for line in column(50 + at * (width + 22), 700, lines[at * deep : (at + 1) * deep], size, "Courier")
    ]
    if by_rows:
        drawn.sort(key=lambda line: (-line.y, line.x))
    if headline:
        drawn.insert(0, Set(50, 740, "Trams and buses for all of the city", 26))
    found = text(drawn)
    assert found.removeprefix("Trams and buses for all of the city").split() == words


@given(
    st.lists(
        st.lists(st.sampled_from(["tram", "bus", "rider", "line", "city", "seat"]), min_size=3, max_size=9),
        min_size=1,
        max_size=5,
    )
)
def test_every_place_is_its_page(pages: list[list[str]]) -> None:
    """Of each word on a page, its place names that page."""
    leaves = [
        column(50, 700, ["On " + " ".join(f"{word}{number}x" for word in words) + "."])
        for number, words in enumerate(pages, 1)
    ]
    draft = read(*leaves)
    where: Places = places(draft)
    whole = "\n\n".join(block for _, block in shown(draft))
    for number, words in enumerate(pages, 1):
        for word in words:
            assert where.told(whole.index(f"{word}{number}x")) == f"p. {number}"


def test_a_paragraph_over_two_pages_has_both() -> None:
    draft = read(column(50, 100, LONG[:2]), column(50, 700, ["and it ends on the next page."]))
    assert [part.place for part in draft.parts] == ["p. 1–2"]


def narrow(x: float, y: float, word: str, lines: int = 3) -> list[Set]:
    """A paragraph in a column, each line of which says a word."""
    return column(x, y, [f"{word} is what is said in each line of this one"] * lines)


@pytest.mark.parametrize(
    ("drawn", "order"),
    [
        # a heading to the left, and a line in the middle above it: no columns
        ([Set(50, 640, "One", 14), Set(250, 680, "Two"), *narrow(50, 610, "Three")], ["Two", "One", "Three"]),
        # a piece in the right column, at the height of a gap in the left
        ([*narrow(50, 700, "One"), *narrow(50, 600, "Two"), *narrow(320, 700, "Three"), Set(320, 645, "Four", 14), *narrow(320, 600, "Five")],
         ["One", "Two", "Three", "Four", "Five"]),
        # a line across both columns parts what is above from what is below
        ([*narrow(50, 700, "One"), *narrow(320, 700, "Two"), Set(50, 630, "Three across both of the columns", 24), *narrow(50, 600, "Four"), *narrow(320, 600, "Five")],
         ["One", "Two", "Three", "Four", "Five"]),
        # a small text amid a sentence is read behind it
        ([*narrow(50, 700, "One"), Set(50, 640, "Two", 8), Set(320, 700, "and Three goes on. So it is.")], ["One", "Three", "Two"]),
    ],
)  # fmt: skip
def test_order(drawn: list[Set], order: list[str]) -> None:
    found = text(drawn)
    assert sorted(order, key=found.index) == order


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(turn: int) -> None:
    down = {0: (0, -14), 90: (14, 0), 180: (0, 14), 270: (-14, 0)}[turn]
    lines = [WIDE[:41], "and 41 of them are new.", "So it is."]
    drawn = [Set(300 + down[0] * at, 400 + down[1] * at, line, 9, turn=turn) for at, line in enumerate(lines)]
    assert text(Leaf(drawn, rotate=turn)) == " ".join(lines)


# --- what is no text ------------------------------------------------------------------------------


def paged(number: int, *lines: str, head: str = "The Morning Tram - 3 May") -> list[Set]:
    return [Set(50, 770, head, 9), *column(50, 700, list(lines)), Set(280, 30, f"Page {number} of 48", 9)]


def test_heads_feet_and_folios_are_left_aside() -> None:
    draft = read(
        paged(1, *LONG),
        paged(2, "It says 310 more.", "And 12."),
        paged(3, "It ends."),
        CreationDate="D:20250301100000",
    )
    assert [block for _, block in shown(draft)] == [
        " ".join(LONG),
        "It says 310 more.",
        "And 12.",
        "It ends.",
    ]
    assert [(aside.text, aside.place) for aside in draft.asides] == [
        (said_, f"p. {page}")
        for page in (1, 2, 3)
        for said_ in ("The Morning Tram - 3 May", f"Page {page} of 48")
    ]
    assert (draft.date, draft.date_from) == ("2025-03-01", "document")


@pytest.mark.parametrize(
    ("foot", "aside"),
    [
        (["12", "13"], True),
        (["- 1 -", "- 2 -"], True),
        (["1", "2"], True),
        # what only looks alike is text
        (["In 2023 some 41 rode.", "In 2024 some 43 rode."], False),
        (["Of these 7 are new.", "Of these 15 are new."], False),
        (["2019", "1999"], False),
    ],
)
def test_a_foot(foot: list[str], aside: bool) -> None:
    draft = read(*([*column(50, 700, LONG), Set(280, 40, line)] for line in foot))
    assert [row.text for row in draft.asides] == (foot if aside else [])


def test_what_nobody_reads_is_left_aside_and_told() -> None:
    draft = read(
        [*column(50, 700, LONG), Set(100, 300, "DRAFT 12", 60, turn=45), Set(700, 300, "99 off")], []
    )
    assert [(aside.text, aside.place) for aside in draft.asides] == [
        ("DRAFT 12", "p. 1"), ("99 off", "p. 1"), ("", "p. 2"),
    ]  # fmt: skip


# --- notes and links ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("foot", "links", "rest"),
    [
        (
            [Set(50, 64, "1", 6), Set(54, 60, "City report, May 2025.", 8)],
            [("41 trams", "City report, May 2025.")],
            [],
        ),
        (
            [Set(50, 60, "1 City report, May", 8), Set(50, 50, "2025.", 8)],
            [("41 trams", "City report, May 2025.")],
            [],
        ),
        ([Set(50, 60, "2 Another report.", 8)], [], ["2 Another report."]),
        (
            [
                Set(50, 64, "1", 6),
                Set(54, 60, "One report.", 8),
                Set(50, 54, "2", 6),
                Set(54, 50, "Another.", 8),
            ],
            [("41 trams", "One report.")],
            ["²Another."],
        ),
        ([Set(50, 60, "1 A line of the text.")], [], ["1 A line of the text."]),
    ],
)
def test_notes(foot: list[Set], links: list[tuple[str, str]], rest: list[str]) -> None:
    first = [Set(50, 700, "The city has 41 trams"), Set(155.2, 704, "1", 6), Set(159, 700, ", it says.")]
    draft = read([*first, *column(50, 660, LONG), *foot])
    assert linked(draft) == links
    mark = "" if links else "¹"
    assert [block for _, block in shown(draft)] == [
        f"The city has 41 trams{mark}, it says.",
        " ".join(LONG),
        *rest,
    ]


def test_links() -> None:
    draft = read(
        Leaf(column(50, 700, ["It has 41 trams, and more."]), [((84, 698, 126, 710), "http://a.org/x")])
    )
    assert linked(draft) == [("41 trams,", "http://a.org/x")]
    assert shown(draft) == [("paragraph", "It has 41 trams, and more.")]


# --- what is refused ------------------------------------------------------------------------------


def content(data: bytes, more: bytes = b"") -> bytes:
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
            stream(data, more),
        ]
    )


def bomb() -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * (1 << 20)) for _ in range(64)) + packer.flush()


TREE = written([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])
WHOLE = pdf(column(50, 700, LONG))
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "no PDF"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "no PDF"),
    "broken off": (lambda: WHOLE[: len(WHOLE) * 2 // 3], "breaks off"),
    "no structure": (lambda: b"%PDF-1.4\nstartxref\n", "no PDF that can be read"),
    "a picture of a text": (lambda: pdf([]), "has no text.*ocrmypdf"),
    "too many pages": (lambda: pdf(*[[]] * (PAGES + 1)), "2,001 pages"),
    "too much": (lambda: content(bomb(), b"/Filter /FlateDecode"), "unpacks to more"),
    "packed twice": (
        lambda: content(zlib.compress(bomb()), b"/Filter [/FlateDecode /FlateDecode]"),
        "unpacks to more",
    ),
    "a tree that is its own branch": (lambda: TREE, "p. 1 is damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_says_why(name: str) -> None:
    data, why = REFUSED[name]
    with pytest.raises(ReadError, match=f"a.pdf: .*{why}"):
        list(drafts("a.pdf", data()))


FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800]"


def nested(depth: int, draws: int = 2, said: bytes = FORM) -> bytes:
    """A page that draws a form, which draws another so often, and so on; the innermost sets a text."""
    font = b"/Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >>"
    more = b"/Resources << /XObject << /F %d 0 R >> " + font + b" >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %s >>" % (more % 5)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page]
    objects.append(stream(b"/F Do"))
    objects += [stream(b"/F Do\n" * draws, said + more % (6 + level)) for level in range(depth)]
    return written([*objects, stream(b"BT /F0 11 Tf 1 0 0 1 50 700 Tm (51 trams) Tj ET", said + more % 5)])


DISGUISED = {
    "plain": FORM,
    "an escape": FORM.replace(b"Form", b"#46orm"),
    "a comment": FORM.replace(b"/Form", b"% 1 0 obj << >>\n/Form"),
    "a long dictionary": FORM + b"/X [" + b"0 " * 2000 + b"]",
    "within another": b"/X << /Subtype /Image >> " + FORM,
}


@pytest.mark.parametrize("said", DISGUISED.values(), ids=DISGUISED)
def test_forms_that_draw_one_another_without_end_are_refused(
    said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.read.pdf.forms.SECONDS", 1)
    monkeypatch.setattr("factcheck.read.pdf.forms.MEMORY", 300_000_000)
    with pytest.raises(ReadError, match=r"a\.pdf: .* draw one another again and again"):
        list(drafts("a.pdf", nested(30, said=said)))


@pytest.mark.parametrize("depth", [0, 3, 16])
def test_forms_within_forms_are_read(depth: int) -> None:
    [draft] = drafts("a.pdf", nested(depth, draws=1))
    assert shown(draft) == [("paragraph", "51 trams")]


def test_forms_that_draw_many_times_and_end_are_read() -> None:
    [draft] = drafts("a.pdf", nested(2, draws=150))
    assert "51 trams" in str(shown(draft))


def test_a_picture_that_unpacks_to_much_is_not_looked_at() -> None:
    drawn = [b"<< /Type /Catalog /Pages 2 0 R >>", stream(bomb(), b"/Subtype /Image /Filter /FlateDecode")]
    assert len(drawn[1]) > 1 << 13
    [draft] = drafts("a.pdf", WHOLE.replace(b"xref\n", drawn[1] + b"\nxref\n", 1))
    assert shown(draft) == [("paragraph", " ".join(LONG))]
