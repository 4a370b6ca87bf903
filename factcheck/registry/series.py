"""Read the values of a claim: a list of mappings or bare values, a text such as `11k / 15k`, or a series by
source and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Several
from dataclasses import dataclass
from typing import Any

from factcheck.language.units import convert
from factcheck.model import Kind, Quantity, Value
from factcheck.registry import fields as read
from factcheck.registry.nodes import Mapping, Node, Problems, Scalar, Sequence
from factcheck.registry.sources import Sources
from factcheck.registry.units import mistake
from factcheck.registry.values import parse_date, readings

_COMMON = ("as_of", "until", "source", "url")
VALUE_KEYS: dict[Kind, tuple[str, ...]] = {
    "quantity": ("value", *_COMMON),
    "date": ("value", *_COMMON),
    "name": ("value", "also", *_COMMON),
    "statement": _COMMON,
}
_UNIT = re.compile(r"(?<=[0-9]\s)[^\W\d_]+$")
_SPACED = re.compile(r"\s+/\s+")
_SLASH = re.compile(r"\s+/\s+|/(?=[\d~<>≥≤≈$€£×+-])")


@dataclass(frozen=True, slots=True)
class Frame:
    """What its values need to know of a claim and its file."""

    kind: Kind
    unit: str | None
    rating: str | None
    sources: Sources
    problems: Problems
    language: str | None = None


def read_all(values: Node | None, series: Node | None, place: Node, frame: Frame) -> tuple[Value, ...]:
    """The values of a claim, those in its `series` behind those in its `values`."""
    listed = read_values(values, place, frame) if values is not None or series is None else ()
    return (*listed, *_series(series, frame))


def _series(node: Node | None, frame: Frame) -> tuple[Value, ...]:
    """`series: {harbour: {2024-06-01: 410}}`: values by source, then by the day from which each holds."""
    if node is None:
        return ()
    by_source = _by(node, "series", "source, then by date", frame)
    return tuple([value for source, dated in by_source for value in _of_source(source, dated, frame)])


def _of_source(source: Scalar, node: Node, frame: Frame) -> Iterator[Value]:
    for date, written in _by(node, source.text, "date", frame):
        if isinstance(written, Scalar) and date.glued and written.empty:
            frame.problems.at(date, read.split_figure(date.text))
        elif value := _read({"value": written, "as_of": date, "source": source}, written, frame):
            yield value


def _by(node: Node, key: str, what: str, frame: Frame) -> Iterator[tuple[Scalar, Node]]:
    """The keys and the nodes of a mapping that must hold some."""
    if not isinstance(node, Mapping) or not node.entries:
        example = "series: {harbour: {2024-06-01: 410, 2024-07-01: 455}}"
        frame.problems.at(node, f"{read.quote(key)} must hold values by {what}: {example}")
        return
    for name, entry in node.entries.items():
        place = node.key(name)
        yield (place if isinstance(place, Scalar) else Scalar(name, place.mark)), entry


def read_values(node: Node | None, place: Node, frame: Frame) -> tuple[Value, ...]:
    """The values of a claim; `place` is where a claim without any is at fault."""
    if node is None:
        if frame.kind != "statement":
            frame.problems.at(place, f"no `values`: a {frame.kind} needs at least one")
        return ()
    if isinstance(node, Sequence):
        if not node.items:
            frame.problems.at(node, "`values` is empty: fill it in, or delete it")
        _refuse_split_figures(node, frame.problems)
        return tuple([value for item in node.items if (value := _value(item, frame))])
    if isinstance(node, Scalar):
        return tuple([value for piece in _pieces(node, frame) if (value := _value(piece, frame))])
    frame.problems.at(node, "`values` must be a list: put `- ` before each value, or brackets around all")
    return ()


def _pieces(node: Scalar, frame: Frame) -> list[Scalar]:
    """`11k / 15k / 15k` is short for three bare values."""
    written = read.text(node, "values", frame.problems)
    if written is None:
        return []
    return [Scalar(piece, node.mark, plain=False) for piece in pieces(written, frame.kind)]


def pieces(written: str, kind: str) -> list[str]:
    """The values of a claim of a kind that are written in one text, between slashes."""
    return (_SLASH if kind == "quantity" else _SPACED).split(written)


def _refuse_split_figures(node: Sequence, problems: Problems) -> None:
    """In brackets YAML reads `11,000` as two values, 11 and 000: hardly what was meant."""
    for before, item in zip(node.items, node.items[1:], strict=False):
        if isinstance(before, Scalar) and isinstance(item, Scalar) and item.glued and item.plain:
            figure = f"{before.text},{item.text}"
            if re.fullmatch(r"\D*\d+,\d.*", figure):
                problems.at(
                    before, f"a comma parts values inside brackets: write {read.quote(figure)} in quotes"
                )


def _value(node: Node, frame: Frame) -> Value | None:
    """One value: bare, or a mapping."""
    entries: read.Fields | None
    if isinstance(node, Scalar):
        entries = _bare(node, frame)
    else:
        entries = read.fields(node, VALUE_KEYS[frame.kind], "a value", frame.problems)
    return None if entries is None else _read(entries, node, frame)


def _read(entries: read.Fields, node: Node, frame: Frame) -> Value:
    """The value that fields make; `node` is their place."""
    given = {} if frame.kind == "statement" else _reading(entries.get("value"), node, frame)
    as_of, until = _period(entries, frame.problems)
    return Value(
        text=given.pop("text", frame.rating or ""),
        **given,
        also=read.texts(entries.get("also"), "also", frame.problems),
        as_of=as_of,
        until=until,
        source=frame.sources.find(entries.get("source")),
        url=read.text(entries.get("url"), "url", frame.problems),
        line=node.mark.line + 1,
    )


def _bare(node: Scalar, frame: Frame) -> read.Fields | None:
    if frame.kind == "statement":
        frame.problems.at(node, "a statement has sources for values: {source: …}")
        return None
    return {"value": node}


def _reading(node: Node | None, place: Node, frame: Frame) -> dict[str, Any]:
    """What the value's text says, by the claim's kind: fields of `Value`."""
    written = read.text(node, "value", frame.problems)
    if node is None:
        frame.problems.at(place, "a value needs a `value`")
    if node is None or written is None:
        return {}
    if frame.kind == "name":
        return {"text": written, "name": written}
    if frame.kind == "quantity":
        return _quantity(written, node, frame)
    date = parse_date(written)
    if date is None:
        frame.problems.at(node, read.unreadable_date(written))
    return {"text": written, "date": date}


def _quantity(written: str, node: Node, frame: Frame) -> dict[str, Any]:
    found = readings(written, frame.unit, frame.language)
    quantity = found[0] if found else None
    if quantity is None:
        frame.problems.at(node, f"cannot read the value {read.quote(written)} ({_hint(written)})")
    elif len(found) > 1:
        frame.problems.at(node, _two_ways(written, found))
    elif frame.unit and convert(quantity.value, quantity.unit, frame.unit) is None:
        units = f"`{quantity.unit}`, which does not convert to the claim's `{frame.unit}`"
        frame.problems.at(node, f"the value {read.quote(written)} is in {units}")
    return {"text": written, "quantity": quantity}


def _hint(written: str) -> str:
    unit = _UNIT.search(written)
    guess = mistake(unit[0]) if unit else None
    return f"did you mean `{guess}`?" if guess else "such as 11k, 10k-12k, >10k, $3bn, 8%, 40 kg/ha"


def _two_ways(written: str, found: Several[Quantity]) -> str:
    """What is wrong with a value of which a separator may be decimal or group."""
    decimal, grouped = (
        "-".join(map(say, _ends(one))) for one, say in zip(found, (_small, _whole), strict=True)
    )
    which = "write which, or `lang: xx` (the language) at the top of the file"
    return f"{read.quote(written)} can be read in two ways: {decimal} or {grouped}? ({which})"


def _ends(quantity: Quantity) -> list[float]:
    return [quantity.value] if quantity.high is None else [quantity.value, quantity.high]


def _whole(number: float) -> str:
    return f"{number:,.0f}"


def _small(number: float) -> str:
    """A number as nobody misreads it: with its magnitude, or a fourth decimal."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if abs(number) >= size:
            return f"{number / size:.12g} {name}"
    return f"{number:.4f}"


def _period(entries: read.Fields, problems: Problems) -> tuple[str | None, str | None]:
    """From when and until when a value holds."""
    as_of = read.iso_date(entries.get("as_of"), "as_of", problems)
    until = read.iso_date(entries.get("until"), "until", problems)
    if as_of and until and until[: len(as_of)] < as_of[: len(until)]:
        problems.at(entries["until"], f"`until` {until} is before `as_of` {as_of}")
    return as_of, until
