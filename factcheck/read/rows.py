"""Tables and JSON lines: an article a row, its text, title and date in named columns."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import chain, islice
from typing import Any, NamedTuple

from factcheck.errors import FactcheckError, ReadError
from factcheck.read.decode import decode
from factcheck.read.draft import Draft
from factcheck.read.endings import ending
from factcheck.read.items import Names, article, body, left_out, line

FIELD = 1 << 22
"""The longest cell, in characters: a longer one is a quotation that is never closed."""
SAMPLE = 20
"""So many rows at the top must hold one that can be read, else the file is refused."""
_MOST_NAMED = 20
_DELIMITERS = ",;\t|"
_TOLD = re.compile(r'"?sep=([,;\t|])"?[ \t]*\n', re.IGNORECASE)
"""The line in which Excel is told the delimiter; Excel itself does not show it."""
_EXAMPLE = "--columns text=body,title=headline,date=published,id=url"
_COMMON = {
    "text": ("text", "body", "content", "article", "articlebody", "body_text", "body_html", "fulltext",
             "maintext", "texte", "corps", "contenu", "texto", "cuerpo", "contenido"),
    "title": ("title", "headline", "titre", "titulo", "título", "titular"),
    "date": ("date", "published", "published_at", "publication_date", "date_published", "datepublished",
             "pubdate", "publish_date", "publishdate", "publishedat", "date_publication", "fecha"),
    "id": ("id", "url", "slug", "link", "guid", "uri"),
    "language": ("lang", "language", "langue", "idioma"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns that hold an article's parts; without `text`, common names are tried.
    In JSON lines `a.b` is the key `b` of the object `a`."""

    text: str = ""
    title: str = ""
    date: str = ""
    id: str = ""
    language: str = ""


KEYS = tuple(field.name for field in fields(Columns))


def columns(written: str) -> Columns:
    """The columns that a setting names (`text=body,title=headline`). Raises FactcheckError where it
    names none."""
    named: dict[str, str] = {}
    for pair in filter(None, (pair.strip() for pair in written.split(","))):
        key, equals, name = (said.strip() for said in pair.partition("="))
        if key not in KEYS or not equals or not name:
            raise FactcheckError(f"columns: `{pair}` names no column ({', '.join(KEYS)}: {_EXAMPLE})")
        if key in named:
            raise FactcheckError(f"columns: `{key}` is given twice (keep one)")
        named[key] = name
    if "text" not in named:
        raise FactcheckError(f"columns: no column is the text ({_EXAMPLE})")
    return Columns(**named)


class Row(NamedTuple):
    """A row by its place in the file, from 1, its cells by the names of their columns, or what is wrong;
    `place` tells where it stands, for people, where `row 7` does not."""

    number: int
    cells: Mapping[str, Any]
    wrong: str = ""
    written: str = ""
    place: str = ""


def drafts(path: str, data: bytes, named: Columns | None = None) -> Iterator[Draft]:
    """The articles of a table (.csv, .tsv) or of JSON lines (.jsonl, .ndjson), one draft a row.

    Raises ReadError as `articles` does.
    """
    rows = (_json_rows if ending(path).startswith((".jsonl", ".ndjson")) else _csv_rows)(path, data)
    return articles(path, rows, named)


def articles(path: str, rows: Iterator[Row], named: Columns | None = None) -> Iterator[Draft]:
    """The articles of some rows. A row that is damaged or has no text is a draft without parts, whose aside
    tells why. Raises ReadError where no row at the top can be read, and for a file without the columns.
    """
    top = list(islice(rows, SAMPLE))
    chosen = named or Columns()
    _check(path, top, chosen)
    names = Names()
    return (_draft(row, chosen, names) for row in chain(top, rows))


def _check(path: str, top: list[Row], chosen: Columns) -> None:
    good = [row for row in top if not row.wrong]
    if top and not good:
        raise ReadError(f"{path}: row {top[0].number}: {top[0].wrong} (export it anew)")
    known = dict.fromkeys(key for row in good for key in row.cells)
    for key in KEYS:
        asked = getattr(chosen, key)
        if asked and good and not any(_at(row.cells, asked) is not None for row in good):
            raise no_column(path, asked, known)
    if good and not any(_named(row.cells, chosen, "text") for row in good):
        raise ReadError(f"{path}: which column is the text? (say so: {_EXAMPLE}; {_listed(known)})")


def no_column(path: str, name: str, known: Iterable[str]) -> ReadError:
    """What is wrong where no row has a column; `known` are those that there are."""
    return ReadError(f"{path}: no column `{_shown(name)}` ({_listed(known)})")


def _listed(known: Iterable[str]) -> str:
    return f"the columns: {', '.join(_shown(key) for key in islice(known, _MOST_NAMED)) or 'none'}"


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in name[:60]).strip()


def _draft(row: Row, chosen: Columns, names: Names) -> Draft:
    otherwise = f"row-{row.number}"
    place = row.place or f"row {row.number}"
    if row.wrong:
        return left_out(names.take("", otherwise), row.written, f"damaged: {row.wrong}", place)
    said = {key: _text(_at(row.cells, _named(row.cells, chosen, key))) for key in KEYS}
    name = names.take(said["id"], otherwise)
    title = line(said["title"])
    if not said["text"].strip():
        return left_out(name, title, "a row without text", place)
    try:
        return article(name, title, body(said["text"]), said["date"], said["language"])
    except ReadError as error:
        return left_out(name, title, f"damaged: {error}", place)


def _named(cells: Mapping[str, Any], chosen: Columns, key: str) -> str:
    """The column of a part: the one that is chosen, else, where none is, one of a common name."""
    if chosen.text:
        return str(getattr(chosen, key))
    lowered = {name.strip().lower().replace("-", "_").replace(" ", "_"): name for name in cells}
    return next((lowered[name] for name in _COMMON[key] if name in lowered), "")


def _at(cells: Mapping[str, Any], name: str) -> Any:
    if name in cells or not name:
        return cells.get(name)
    node: Any = cells
    for step in name.split("."):
        node = node.get(step) if isinstance(node, Mapping) else None
    return node


def _text(cell: Any) -> str:
    if isinstance(cell, list):
        return "\n\n".join(part for part in cell if isinstance(part, str))
    if isinstance(cell, str | int | float) and not isinstance(cell, bool):
        return str(cell).replace("\r\n", "\n")
    return ""


def _json_rows(path: str, data: bytes) -> Iterator[Row]:
    """An object a line; the lines are decoded one by one, for there may be a million."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = decode(path, data).encode()
    for number, raw in enumerate(io.BytesIO(data), 1):
        if raw.strip():
            yield _json_row(path, number, raw)


def _json_row(path: str, number: int, raw: bytes) -> Row:
    try:
        told = json.loads(decode(path, raw))
    except (ValueError, RecursionError, ReadError):
        return Row(number, {}, "no JSON", raw[:400].decode("utf-8", "replace"))
    if isinstance(told, dict):
        return Row(number, told)
    return Row(number, {}, "no JSON object", raw[:400].decode("utf-8", "replace"))


def _csv_rows(path: str, data: bytes) -> Iterator[Row]:
    """A record a row: the header is the first, as in a sheet."""
    csv.field_size_limit(FIELD)
    text = decode(path, data)
    told = _TOLD.match(text)
    delimiter = told[1] if told else _delimiter(text)
    text = text[told.end() :] if told else text
    records = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    header: list[str] = []
    number = 0
    while True:
        number += 1
        try:
            cells = next(records)
        except StopIteration:
            return
        except csv.Error as error:
            endless = "field limit" in str(error)
            rest = "; nothing is read from here on" if endless else ""
            yield Row(number, {}, f"{error} (line {records.line_num}){rest}")
            if endless:
                return
            continue
        if not header:
            header = [cell.strip() for cell in cells]
        elif any(cell.strip() for cell in cells):
            yield _record(number, header, cells)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, one at a time."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _record(number: int, header: list[str], cells: list[str]) -> Row:
    if any(cell.strip() for cell in cells[len(header) :]):
        wrong = f"{len(cells)} cells under {len(header)} columns"
        return Row(number, {}, wrong, " ".join(cells)[:400])
    return Row(number, dict(zip(header, cells, strict=False)))


def _delimiter(text: str) -> str:
    """The sign that parts the most names in the first record: names hold no other."""
    return max(_DELIMITERS, key=lambda sign: _width(text, sign))


def _width(text: str, sign: str) -> int:
    records = csv.reader(_lines(text[:FIELD]), delimiter=sign)
    try:
        return len(next((cells for cells in records if cells), []))
    except csv.Error:
        return 0
