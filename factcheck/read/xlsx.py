"""Workbooks of Excel and its kin (SpreadsheetML, ECMA-376-1, 18; the strict kind, too)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from xml.etree.ElementTree import Element

from factcheck.errors import ReadError
from factcheck.model import Aside
from factcheck.read.grid import COLUMNS, Book, Cell, Line, Sheet
from factcheck.read.numberformats import BUILT_IN, is_date, number, text
from factcheck.read.package import Relation, of_kind, properties, related
from factcheck.read.packed import Packed
from factcheck.read.xml import each, local, parse, whole

_DEFAULT = "xl/workbook.xml"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_UNSAVED = "a formula without its value (open and save it)"
_BY_FORMAT = "hidden by its format"
_FIRST, _FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


def workbook(path: str, data: bytes) -> Book:
    """The workbook of a file; its lines are read when they are asked for.

    Raises ReadError for what is no workbook, is encrypted, damaged or too large: while it is read, too.
    """
    packed = Packed(path, data, ".xlsx")
    main = of_kind(related(packed, ""), "officeDocument") or _DEFAULT
    found = packed.read(main)
    root = parse(path, found, main) if found else None
    if root is None or local(root) != "workbook":
        raise ReadError(f"{path}: no workbook in it (save it as .xlsx)")
    relations = related(packed, main)
    told = [one for one in root.iter() if local(one) == "sheet"]
    shown = [one for one in told if one.get("state", "visible") == "visible"]
    hidden = (one.get("name", "") for one in told if one not in shown)
    made = _Sheets(packed, relations, _formats(packed, relations), _first(root), _strings(packed, relations))
    return Book(
        (made.sheet(one) for one in shown),
        *properties(packed),
        tuple(Aside(name, name, "a hidden sheet") for name in hidden),
    )


def _first(root: Element) -> datetime:
    """The day of number 0."""
    said = next((one.get("date1904", "0") for one in root.iter() if local(one) == "workbookPr"), "0")
    return _FIRST_1904 if said in ("1", "true") else _FIRST


def _strings(packed: Packed, relations: Mapping[str, Relation]) -> list[str]:
    """The texts that the cells share."""
    source = of_kind(relations, "sharedStrings") or "xl/sharedStrings.xml"
    data = packed.read(source)
    return [_text(one) for one in each(packed.path, data, ("si",), source)] if data else []


def _text(holder: Element) -> str:
    """A text with its runs, less what tells how to pronounce it."""
    if local(holder) == "t":
        return holder.text or ""
    return "".join(map(_text, (one for one in holder if local(one) in ("t", "r", "is"))))


def _formats(packed: Packed, relations: Mapping[str, Relation]) -> list[str]:
    """The code of each style of cells, by its number."""
    source = of_kind(relations, "styles") or "xl/styles.xml"
    data = packed.read(source)
    codes = dict(BUILT_IN)
    styles: list[str] = []
    for holder in parse(packed.path, data, source) if data else ():
        if local(holder) == "numFmts":
            codes |= {whole(one.get("numFmtId")): one.get("formatCode", "") for one in holder}
        elif local(holder) == "cellXfs":
            styles = [codes.get(whole(one.get("numFmtId")), "General") for one in holder]
    return styles


@dataclass(frozen=True, slots=True)
class _Sheets:
    """What all sheets of a workbook refer to."""

    packed: Packed
    relations: Mapping[str, Relation]
    formats: Sequence[str]
    first: datetime
    strings: Sequence[str]

    def sheet(self, told: Element) -> Sheet:
        """A sheet that the workbook names."""
        key = next((value for name, value in told.items() if name.endswith("}id")), "")
        sheet = Sheet(told.get("name", ""), ())
        sheet.lines = self._lines(sheet, self.relations[key].target if key in self.relations else "")
        return sheet

    def _lines(self, sheet: Sheet, source: str) -> Iterator[Line]:
        data = self.packed.read(source)
        if data is None:
            return
        relations = related(self.packed, source)
        line = 0
        for found in each(self.packed.path, data, ("row", "col", "hyperlink"), source):
            kind = local(found)
            if kind == "row":
                line = whole(found.get("r")) or line + 1
                cells = tuple(self._cells(sheet, line, found))
                yield Line(line, cells, found.get("hidden") in ("1", "true"))
            elif kind == "col" and found.get("hidden") in ("1", "true"):
                last = min(whole(found.get("max")), COLUMNS)
                sheet.hidden |= set(range(whole(found.get("min")), last + 1))
            elif kind == "hyperlink":
                key = next((value for name, value in found.items() if name.endswith("}id")), "")
                place = _PLACE.match(found.get("ref", ""))
                if place and key in relations:
                    sheet.links[int(place[2]), _column(place[1])] = relations[key].target

    def _cells(self, sheet: Sheet, line: int, row: Element) -> Iterator[Cell]:
        column = 0
        for element in row:
            place = _PLACE.match(element.get("r", ""))
            column = _column(place[1]) if place else column + 1
            if local(element) != "c" or column > COLUMNS:
                continue
            said, kind, why = self._shown(element)
            if said.strip():
                yield Cell(column, said, kind, formula=any(local(one) == "f" for one in element))
            elif why:
                sheet.leave(line, column, why)

    def _shown(self, cell: Element) -> tuple[str, Literal["text", "number", "date"], str]:
        """What a cell shows, what kind of thing it is, and why it shows nothing though it holds something."""
        parts = {local(one): one for one in cell}
        kind, style = cell.get("t", "n"), whole(cell.get("s"))
        code = self.formats[style] if style < len(self.formats) else "General"
        held = parts.get("v")
        said = _text(parts["is"]) if "is" in parts else (held.text or "") if held is not None else ""
        if not said:
            return "", "text", _UNSAVED if "f" in parts else ""
        if kind == "s":
            known = whole(said)
            said = self.strings[known] if known < len(self.strings) else ""
        if kind == "n" and (value := _number(said)) is not None:
            shown = number(code, value, self.first)
            return shown, "date" if is_date(code) else "number", "" if shown else _BY_FORMAT
        if kind == "b":
            return "TRUE" if said == "1" else "FALSE", "text", ""
        if kind == "d":
            return said.removesuffix("T00:00:00").replace("T", " "), "date", ""
        shown = text(code, said)
        return shown, "text", _BY_FORMAT if said.strip() and not shown else ""


def _number(said: str) -> float | None:
    try:
        value = float(said)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _column(name: str) -> int:
    """A column, from 1, by its letters."""
    column = 0
    for letter in name:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column
