"""Claims of the rows of CSV files, `tables:` of a registry: a template in which `{column}` stands for a cell.

A table becomes a page of the registry, like a file that is included: its claims are the template's nodes, the
cells put in, their places rows. So all that reads a claim reads these, and what is wrong is told of the row
or, where it stands there, of the template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import is_
from pathlib import Path
from typing import Any

from factcheck.registry.claims import CLAIM_KEYS
from factcheck.registry.fields import Fields, fields, quote, text
from factcheck.registry.include import Page
from factcheck.registry.nodes import Mapping, Node, Problems, Scalar, Sequence
from factcheck.registry.rows import Row, RowPlace, RowProblems, header, rows, table_text
from factcheck.registry.series import VALUE_KEYS
from factcheck.registry.suggest import did_you_mean

VALUE = dict.fromkeys(key for keys in VALUE_KEYS.values() for key in keys)
KEYS = ("from", "id", *(key for key in CLAIM_KEYS if key not in ("values", "series")), *VALUE)
MAX_TABLES = 1_000
MAX_ROWS = 300_000
"""Rows of all tables of a registry together, and tables."""
MAX_TEXT = 2**27
"""Characters that the claims of all tables may have: a template can say a cell a thousand times."""
_NEEDED = ("id", "title", "value", "as_of")  # where a cell of theirs is empty, the row says nothing
_CELL = re.compile(r"\{([^{}]*)\}")
_EXAMPLE = 'tables: {jobless: {from: jobless.csv, id: "{code}", title: "Jobless in {town}", value: "{rate}"}}'


@dataclass(slots=True)
class Room:
    """What the tables of one registry take up so far: how many there are, their rows, and the characters of
    their claims."""

    tables: int = 0
    rows: int = 0
    text: int = 0


def tables(page: Page, room: Room) -> Iterator[Page]:
    """The tables of a registry's file, each a page of its own with the claims of its rows; what is wrong is
    noted, and what goes beyond the bounds of all tables, of which `room` knows. Raises RegistryError where a
    CSV file cannot be read."""
    for template, table in _templates(page):
        room.tables += 1
        if room.tables > MAX_TABLES:
            page.problems.at(table, f"more than {MAX_TABLES:,} tables: put those that are alike in one")
            return
        path = _path(template["from"], page)
        written = table_text(path, template["from"], page.problems) if path else None
        if path and written is not None:
            yield from _page(template, table, page, path, written, room)


def tables_of(page: Page, path: str, written: str, key: str) -> Iterator[Page]:
    """Those tables of a page that are made from the CSV file at `path`, as they would be if it had another
    text, with one claim alone."""
    for template, table in _templates(page):
        if _path(template["from"], page) == path:
            yield from _page(template, table, page, path, written, Room(), key)


def _templates(page: Page) -> Iterator[tuple[Fields, Mapping]]:
    """The tables of a page that have all they need."""
    node = page.section("tables")
    if node is None:
        return
    if not isinstance(node, Mapping) or not node.entries:
        page.problems.at(node, f"`tables` must hold tables: {_EXAMPLE}")
        return
    for name, table in node.entries.items():
        template = fields(table, KEYS, f"the table {quote(name)}", page.problems)
        if template is not None and isinstance(table, Mapping) and _complete(template, table, page.problems):
            yield template, table


def _complete(template: Fields, table: Mapping, problems: Problems) -> bool:
    """Whether a template has what every claim needs; what it lacks is noted."""
    needed = ["from", "id", *(["value"] if "rating" not in template else [])]
    lacking = [key for key in needed if key not in template]
    if "title" not in template and "match" not in template:
        lacking.append("title")
    for key in lacking:
        problems.at(table, f"a table needs `{key}`: {_EXAMPLE}")
    braces = [key for key, node in template.items() if _is_braced(node)]
    for key in braces:
        problems.at(template[key], f'a text that begins with {{ needs quotes: {key}: "{{column}}"')
    return not lacking and not braces


def _is_braced(node: Node) -> bool:
    """Whether YAML made a mapping of `{column}`."""
    if not isinstance(node, Mapping):
        return isinstance(node, Sequence) and any(map(_is_braced, node.items))
    return bool(node.entries) and all(isinstance(one, Scalar) and one.empty for one in node.entries.values())


def _page(
    template: Fields, table: Mapping, page: Page, path: str, written: str, room: Room, key: str = ""
) -> Iterator[Page]:
    """The page of a table, of the claim `key` alone if one is told."""
    wanted = {name: node for key, one in template.items() if key != "from" for node, name in _cells(one)}
    known, delimiter = header(written, wanted)
    unknown = [name for name in wanted if known.count(name) != 1]
    for name in unknown:
        many = "two columns are called" if name in known else "no column is called"
        page.problems.at(wanted[name], f"{path}: {many} {quote(name)}{did_you_mean(name, known)}")
    if not unknown:
        problems = RowProblems(page=page.problems)
        found = rows(written, delimiter, known, problems)
        own = (row for row in found if not key or _is_of(row, template["id"], key))
        claims = _claims(template, table, own, problems, room)
        root = Mapping(table.mark, entries={"claims": claims} if claims.entries else {})
        if (language := page.section("lang")) is not None:
            root.entries["lang"] = language
        yield Page(path, root, problems, first=False, table=True)


def _path(node: Node, page: Page) -> str | None:
    """The CSV file that a table is made from."""
    name = text(node, "from", page.problems)
    if name is None:
        return None
    path = Path(page.path).parent / name
    if Path(name).is_absolute() or not path.is_file():
        page.problems.at(node, f"`from` finds no file: {quote(name)} (from the folder of this file)")
        return None
    return str(path)


def _cells(node: Node) -> Iterator[tuple[Scalar, str]]:
    """The columns that a part of the template names, and where."""
    if isinstance(node, Scalar):
        yield from ((node, name) for name in _pieces(node.text)[1])
        return
    for one in node.items if isinstance(node, Sequence) else node.entries.values():
        yield from _cells(one)


def _size(node: Node) -> int:
    """How much a part of the template says, in characters; nothing counts as one."""
    if isinstance(node, Scalar):
        return len(node.text) + 1
    return 1 + sum(map(_size, node.items if isinstance(node, Sequence) else node.entries.values()))


def _is_of(row: Row, name: Node, key: str) -> bool:
    """Whether a row is a claim's."""
    written = _filled(name, row)
    return isinstance(written, Scalar) and written.text.strip() == key


def _claims(
    template: Fields, table: Mapping, found: Iterable[Row], problems: Problems, room: Room
) -> Mapping:
    """The claims of a table's rows, under their ids; rows of one id are one claim's values."""
    claims = Mapping(table.mark)
    needed = [(key, [name for _, name in _cells(template[key])]) for key in _NEEDED if key in template]
    used = [name for key, node in template.items() if key != "from" for _, name in _cells(node)]
    around = sum(map(_size, template.values()))
    for row in found:
        room.rows += 1
        room.text += around + sum([len(row.cells[name]) for name in used])
        if too_much := _too_much(room):
            problems.at(RowPlace(row.line), too_much)
            break
        lacking = [(key, name) for key, names in needed for name in names if not row.cells[name]]
        for key, name in lacking:
            problems.at(RowPlace(row.line, (name,)), f"is empty, and `{key}` needs it")
        if not lacking:
            filled = {key: _filled(node, row) for key, node in template.items() if key != "from"}
            _add(claims, {key: node for key, node in filled.items() if node}, table, row.line, problems)
    return claims


def _too_much(room: Room) -> str:
    """What the tables have too much of, all together."""
    if room.rows > MAX_ROWS:
        return f"the tables have more than {MAX_ROWS:,} rows in all: leave out what no article is about"
    if room.text > MAX_TEXT:
        return f"the claims of all tables have more than {MAX_TEXT:,} characters: leave some out"
    return ""


def _add(claims: Mapping, filled: dict[str, Node], table: Mapping, line: int, problems: Problems) -> None:
    """Make a row a claim, or one more value of the claim that has its id."""
    name = filled.pop("id")
    key = text(name, "id", problems)
    if key is None or not isinstance(name, Scalar):
        return
    place = RowPlace(line)
    value = Mapping(place, entries={key: filled.pop(key) for key in VALUE if key in filled}, keys=table.keys)
    there = claims.entries.get(key)
    if isinstance(there, Mapping):
        _refuse_another(filled, there, table, line, problems)
        values = there.entries.get("values")
        if isinstance(values, Sequence):
            values.items.append(value)
        return
    if value.entries:
        filled["values"] = Sequence(place, [value])
    claims.keys[key] = Scalar(key, RowPlace(line, _columns(name)))
    claims.entries[key] = Mapping(place, entries=filled, keys=table.keys)


def _refuse_another(filled: Fields, there: Mapping, table: Mapping, line: int, problems: Problems) -> None:
    """Note what a row says of a claim that an earlier row says otherwise."""
    for key, node in filled.items():
        if _said(node) != _said(there.entries.get(key)):
            columns = tuple(name for _, name in _cells(table.entries[key]))
            first = there.mark.line + 1
            problems.at(
                RowPlace(line, columns), f"`{key}` is another than on line {first}, which has the same id"
            )


def _said(node: Node | None) -> Any:
    """What a node says, wherever it stands."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return {key: _said(value) for key, value in node.entries.items()} if node else None


def _columns(node: Scalar) -> tuple[str, ...]:
    return node.mark.columns if isinstance(node.mark, RowPlace) else ()


def _filled(node: Node, row: Row) -> Node | None:
    """A part of the template with a row's cells put in; None where one of its cells is empty. What has no
    columns stays the node that it is."""
    if isinstance(node, Scalar):
        return _written(node, row) if "{" in node.text else node
    if isinstance(node, Sequence):
        items = [_filled(item, row) for item in node.items]
        if all(map(is_, items, node.items)):
            return node
        return Sequence(RowPlace(row.line), [item for item in items if item]) if any(items) else None
    entries = {key: _filled(value, row) for key, value in node.entries.items()}
    if all(map(is_, entries.values(), node.entries.values())):
        return node
    there = {key: value for key, value in entries.items() if value}
    return Mapping(RowPlace(row.line), entries=there, keys=node.keys) if there else None


def _written(node: Scalar, row: Row) -> Scalar | None:
    around, names = _pieces(node.text)
    if not names:
        return node
    cells = [row.cells[name] for name in names]
    if not all(cells):
        return None
    written = "".join([piece for pair in zip(around, cells, strict=False) for piece in pair]) + around[-1]
    return Scalar(written, RowPlace(row.line, names), plain=False)


@lru_cache(256)
def _pieces(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands around the columns of a text, and these."""
    pieces = _CELL.split(text)
    return tuple(pieces[::2]), tuple([name.strip() for name in pieces[1::2]])
