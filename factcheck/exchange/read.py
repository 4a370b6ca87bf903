"""The rows of a CSV file or a sheet, and the reviews of a JSON-LD document, as claims that may be taken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.escape import visible
from factcheck.exchange.claimreview import Reviewed, claims
from factcheck.exchange.days import DATES, day_first, doubtful, with_days
from factcheck.exchange.table import COLUMNS, claim_fields, source_fields, value_fields
from factcheck.language.words import folded
from factcheck.read.decode import decode
from factcheck.read.limits import Limits
from factcheck.read.load import load
from factcheck.read.xlsx import workbook
from factcheck.registry.edit_write import Data
from factcheck.registry.fields import quote
from factcheck.registry.nodes import Problems
from factcheck.registry.rows import RowProblems, header, untold
from factcheck.registry.rows import rows as csv_rows
from factcheck.report.cells import plain

_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
WORDS = 4
"""How many words of a title make an id."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not taken: where it stands, and why."""

    place: str
    why: str


@dataclass(slots=True)
class Incoming:
    """A claim of a file: its fields, its values each with its place, the sources that they name by a key, and
    a note."""

    key: str
    fields: dict[str, Data]
    place: str
    values: list[tuple[str, dict[str, Data]]] = field(default_factory=list)
    sources: dict[str, dict[str, Data]] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table by its columns, and where it stands; of a `sheet` the cells are what it shows, a
    formula's value too."""

    place: str
    cells: Mapping[str, str]
    sheet: bool = False


def table_of(path: str) -> tuple[list[Incoming], list[Refused]]:
    """The claims of a CSV file or a sheet (`.xlsx`), and what of it is none.

    Raises FactcheckError, ReadError or OSError where it cannot be read or has no column that names claims."""
    data = load(path, Limits())
    found, refused = _sheet(path, data) if path.lower().endswith(".xlsx") else _csv(path, data)
    return _claims(found, refused)


def _csv(path: str, data: bytes) -> tuple[list[Row], list[Refused]]:
    text = untold(decode(path, data))
    names, delimiter = header(text, COLUMNS)
    _check(path, names)
    problems: Problems = RowProblems()
    found = [Row(f"{path}:{row.line + 1}", row.cells) for row in csv_rows(text, delimiter, names, problems)]
    told = (line.split(": ", 1) for line in problems.lines(path))
    return found, [Refused(place, why) for place, why in told]


def _sheet(path: str, data: bytes) -> tuple[list[Row], list[Refused]]:
    found: list[Row] = []
    refused: list[Refused] = []
    known: list[str] = []
    for sheet in workbook(path, data).sheets:
        names: dict[int, str] = {}
        for line in sheet.visible():
            if names:
                mine = [cell for cell in line.cells if cell.column in names]
                cells = {names[cell.column]: cell.text.strip() for cell in mine}
                if sums := [names[cell.column] for cell in mine if cell.formula]:
                    refused.append(Refused(f"{path}: {sheet.place(line.number, 1)}", _formula(sums[0])))
                    continue
                found.append(Row(f"{path}: {sheet.place(line.number, 1)}", cells, sheet=True))
            else:
                names = {cell.column: cell.text.strip() for cell in line.cells}
                known += names.values()
                names = names if _names_claims(names.values()) else {}
        refused += [Refused(f"{path}: {one.place}", f"{one.why}: {quote(one.text)}") for one in sheet.asides]
    if not found:
        _check(path, known)
    return found, refused


def _names_claims(names: Iterable[str]) -> bool:
    return not {"id", "title"}.isdisjoint(names)


def _check(path: str, names: Sequence[str]) -> None:
    if not _names_claims(names):
        there = ", ".join(filter(None, names)) or "none"
        raise FactcheckError(f"{path}: no column is called `id` or `title` (its columns: {there})")


def _claims(rows: Iterable[Row], refused: list[Refused]) -> tuple[list[Incoming], list[Refused]]:
    """Rows brought together by their ids; what a row says otherwise than the first of its claim keeps it
    from being taken."""
    found: dict[str, Incoming] = {}
    rows = list(rows)
    first = day_first(row.cells for row in rows)
    for row in (replace(row, cells=with_days(row.cells, first)) for row in rows):
        if why := _spoilt(row):
            refused.append(Refused(row.place, why))
            continue
        written = {name: text for name, text in row.cells.items() if name in COLUMNS}
        cells = written if row.sheet else {name: plain(text) for name, text in written.items()}
        if not any(cells.values()):
            continue
        key = cells.get("id") or "-".join(folded(cells.get("title", ""))[:WORDS])
        if not key:
            refused.append(Refused(row.place, "has neither an `id` nor a `title`"))
            continue
        fields = claim_fields(cells)
        claim = found.setdefault(key, Incoming(key, fields, row.place))
        if other := [name for name, said in fields.items() if claim.fields.get(name) != said]:
            why = f"`{other[0]}` is another than at {claim.place}, which has the same id"
            refused.append(Refused(row.place, why))
            continue
        _add(claim, cells, row.place)
    return list(found.values()), refused


def _add(claim: Incoming, cells: Mapping[str, str], place: str) -> None:
    key = cells.get("source", "")
    defined = source_fields(cells)
    keyed = [key] if defined.get("name") and key not in ("", defined["name"]) else []
    claim.sources |= dict.fromkeys(keyed, defined)
    if value := value_fields(cells, keyed):
        claim.values.append((place, value))


def _spoilt(row: Row) -> str:
    """What a sheet made of a row that nobody can read back."""
    for name, text in row.cells.items():
        if text.startswith("=") and not row.sheet:
            return f"{_formula(name)} ({quote(text)})"
        if name in DATES and _SERIAL.fullmatch(text):
            return (
                f"`{name}` is the number that a sheet keeps for a date ({text}): make it a text, 2025-04-30"
            )
    return doubtful(row.cells)


def _formula(name: str) -> str:
    """Why what a formula came to is not taken: when it was last worked out, nobody knows."""
    return f"`{name}` is a formula: put its value there"


def reviews_of(path: str, table: Mapping[str, str]) -> tuple[list[Incoming], list[Refused]]:
    """The statements of a JSON-LD file with ClaimReviews, and the reviews that cannot be taken. Raises
    FactcheckError where it is none."""
    text = decode(path, load(path, Limits()))
    try:
        document: Any = json.loads(text)
        found = list(claims(document, table))
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise FactcheckError(f"{path}:{line}: no JSON from here on: export it anew") from None
    if not found:
        raise FactcheckError(f"{path}: has no ClaimReview in it")
    return [_reviewed(one, path) for one in found if one.fields], list(_not_taken(found, path))


def _reviewed(one: Reviewed, path: str) -> Incoming:
    fields = dict(one.fields or {})
    values = fields.pop("values", ())
    place = f"{path}: {one.place}"
    note = f"rated “{visible(one.rated)}”" if one.rated != fields["rating"] and one.rated else ""
    given = [(place, dict(value)) for value in values if isinstance(value, Mapping)]
    return Incoming(one.key, fields, place, given, note=note)


def _not_taken(found: Iterable[Reviewed], path: str) -> Iterator[Refused]:
    yield from (Refused(f"{path}: {one.place}", one.why) for one in found if not one.fields)
