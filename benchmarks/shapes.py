"""Inputs of any size: what may be written in an article over and over, and articles in every format."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from html import escape

from tests.read.documents import docx, fodt, line, ods, odt, xlsx
from tests.read.pdfs import column, pdf

PROSE = (
    "The river rose again in the night. Some 11,000 sheep were moved off the pastures, the Farm Office said"
    " on 4 March 2025, and 15,000 the week after. Nobody had seen such a flood since 1987, said Anna Holt,"
    " who keeps one of the 40 mills in the valley.\n\nRoads stayed shut. The council meets on Tuesday.\n\n"
)
FRENCH = (
    "Selon la préfecture, 9 000 moutons ont été évacués des pâturages « avant la nuit ». La crue, la plus"
    " forte depuis 1987, a coupé 12 routes ; les écoles rouvriront lundi, a dit le maire, Luc Aubry.\n\n"
)
FIGURE = "11,000 sheep were moved off the pastures"


def again(part: str, end: str = "") -> Callable[[int], str]:
    """What makes a text of so many bytes of one part."""
    size = len(part.encode())
    return lambda length: part * (length // size) + end


def _head(text: str) -> str:
    return f"---\ntitle: {text}\n---\n\nNothing else.\n"


def _fields(length: int) -> str:
    return "---\n" + "".join(f"field{at}: {at}\n" for at in range(length // 16)) + "---\n\nNothing else.\n"


TEXTS: Mapping[str, Callable[[int], str]] = {
    "full stops": lambda length: "a" + "." * length,
    "backticks": again("`"),
    "double quotes": again('"'),
    "unclosed comments": again("a <!-- x "),
    "comments": again("a <!-- x --> b\n\n"),
    "ignores": again(f"<!-- factcheck: ignore[discrepancy] we know -->\n{FIGURE}.\n\n"),
    "figures and colons": again("20 : "),
    "figures and semicolons": again("20 habitants ; "),
    "figures and commas": again("20 mills, "),
    "brackets": again("(20 mills) "),
    "open brackets": again("("),
    "square brackets": again("["),
    "links": again("[mills](https://example.org/a) "),
    "angle brackets": again("<"),
    "tags": again("<b>a "),
    "asterisks": again("*a "),
    "entities": again("&amp; "),
    "pipes": again("a|b\n"),
    "headings": again("# Mills\n\n"),
    "headings and figures": again(f"# Mills\n\n{FIGURE}.\n\n"),
    "items": again("- mills\n"),
    "items and figures": again(f"- {FIGURE}\n"),
    "items ever deeper": lambda length: "".join(f"{'  ' * at}- 20 mills\n" for at in range(int(length**0.5))),
    "quotations": again("> 40 mills in the valley\n\n"),
    "rows": lambda length: "| a | b |\n|---|---|\n" + again("| mill | 20 |\n")(length),
    "rows and figures": lambda length: (
        "| What | Sheep moved off the pastures |\n|---|---|\n" + again("| mill | 11,000 |\n")(length)
    ),
    "one wide row": lambda length: "| a " * (length // 8) + "|\n" + "|---" * (length // 8) + "|\n",
    "hard blanks": lambda length: "2" + "\xa0" * (length // 2),
    "figures and hard blanks": again("2\xa0"),
    "blanks": lambda length: "2" + " " * length + "2",
    "lines": again("\n"),
    "unclosed guillemets": again("« a "),
    "guillemets": again("« 20 mills » "),
    "one word": again("a"),
    "capitals": again("Ana Holt "),
    "number words": again("twenty "),
    "digits": again("1"),
    "grouped digits": again("1,000,"),
    "years": again("2024 "),
    "dates": again("on 4 March 2024, "),
    "sayings": again(f"Anna Holt said {FIGURE}, "),
    "a title": lambda length: _head("mill " * (length // 5)),
    "a title of figures": lambda length: _head("20 mills, " * (length // 10)),
    "front matter": _fields,
    "short paragraphs": again("Roads shut.\n\n"),
    "paragraphs and figures": again(f"{FIGURE}.\n\n"),
    "one sentence": again("the river rose and rose "),
    "one sentence of figures": again(f"{FIGURE}, "),
    "one paragraph of figures": again(f"Some {FIGURE}. "),
    "differing figures": lambda length: "".join(
        f"Some {at:,} sheep were moved off the pastures.\n\n" for at in range(10_000, 10_000 + length // 50)
    ),
    "speakers": lambda length: "".join(
        f"Ann D{''.join(chr(ord('a') + int(digit)) for digit in str(at))} said {FIGURE}.\n\n"
        for at in range(length // 55)
    ),
    "languages": again(PROSE + FRENCH),
    "prose": again(PROSE),
}
"""Texts of so many bytes, each of one thing only."""


def _paragraphs(length: int) -> list[str]:
    return [part for part in again(PROSE)(length).split("\n\n") if part]


def _each(form: str) -> Callable[[int], str]:
    """What puts each paragraph of prose, escaped, into a form."""
    return lambda length: "".join(form.replace("…", escape(part)) for part in _paragraphs(length))


def _articles(length: int) -> list[dict[str, str]]:
    """Prose as articles of a kilobyte."""
    text = again(PROSE)(1000)
    return [{"id": f"a{number}", "text": text} for number in range(max(1, length // 1000))]


def _csv(length: int) -> str:
    return "id,text\n" + "".join(f'{one["id"]},"{one["text"]}"\n' for one in _articles(length))


def _jsonl(length: int) -> str:
    return "".join(json.dumps(one) + "\n" for one in _articles(length))


def _feed(length: int) -> str:
    items = (
        f"<item><guid>{one['id']}</guid><description>{escape(one['text'])}</description></item>"
        for one in _articles(length)
    )
    return f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>'


def _newsml(length: int) -> str:
    body = _each("<p>…</p>")(1000)
    item = (
        '<newsItem guid="urn:newsml:x:N"><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<body>{body}</body></html></inlineXML></contentSet></newsItem>"
    )
    items = "".join(item.replace(":N", f":{number}") for number in range(max(1, length // 1000)))
    return (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'
    )


def _cues(form: str) -> Callable[[int], str]:
    """Subtitles: a paragraph a cue, in the form of their times."""
    return lambda length: "".join(
        form.format(at // 3600, at // 60 % 60, at % 60, part) for at, part in enumerate(_paragraphs(length))
    )


def _pages(length: int) -> bytes:
    words = again(PROSE)(length).split()
    lines = [" ".join(words[at : at + 12]) for at in range(0, len(words), 12)]
    return pdf(*(column(50, 760, lines[at : at + 50]) for at in range(0, len(lines), 50)))


def _sheet(length: int) -> str:
    rows = "".join(line(one["id"], escape(one["text"])) for one in _articles(length))
    return f"<sheetData>{line('id', 'text')}{rows}</sheetData>"


def _table(length: int) -> str:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    told = [("id", "text"), *((one["id"], escape(one["text"])) for one in _articles(length))]
    rows = (f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in told)
    return f'<table:table table:name="a">{"".join(rows)}</table:table>'


_WORD = "<w:p><w:r><w:t>…</w:t></w:r></w:p>"
_NINJS = '{"uri": "a", "type": "text", "body_html": "…"}'
FORMATS: Mapping[str, Callable[[int], str | bytes]] = {
    "a.txt": again(PROSE),
    "a.html": lambda length: f"<html><body><article>{_each('<p>…</p>')(length)}</article></body></html>",
    "a.docx": lambda length: docx(_each(_WORD)(length)),
    "a.odt": lambda length: odt(_each("<text:p>…</text:p>")(length)),
    "a.fodt": lambda length: fodt(_each("<text:p>…</text:p>")(length)),
    "a.rtf": lambda length: r"{\rtf1\ansi\pard " + _each(r"…\par ")(length) + "}",
    "a.pdf": _pages,
    "a.eml": lambda length: (
        f"Subject: Mills\nContent-Type: text/plain; charset=utf-8\n\n{again(PROSE)(length)}"
    ),
    "a.srt": _cues("1\n{:02}:{:02}:{:02},000 --> 99:00:00,000\n{}\n\n"),
    "a.vtt": lambda length: "WEBVTT\n\n" + _cues("{:02}:{:02}:{:02}.000 --> 99:00:00.000\n{}\n\n")(length),
    "a.rss": _feed,
    "a.xml": _newsml,
    "a.json": lambda length: _NINJS.replace("…", _each("<p>…</p>")(length)),
    "a.csv": _csv,
    "a.jsonl": _jsonl,
    "a.jsonl.gz": lambda length: gzip.compress(_jsonl(length).encode()),
    "a.xlsx": lambda length: xlsx(_sheet(length)),
    "a.ods": lambda length: ods(_table(length)),
}
"""Files by their names, of prose of so many bytes: one article, or many where the format holds such."""
