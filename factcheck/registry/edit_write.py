"""New pieces of a registry as YAML, in the style of what stands beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from typing import Union

from factcheck.registry.edit_layout import WIDTH, column, newline
from factcheck.registry.edit_parts import Part
from factcheck.registry.nodes import Mapping, Problems, Scalar, compose

Data = Union[str, "Sequence[Data]", "Map[str, Data]"]
"""What is to be written: a text, a list or a mapping."""

_HARD_SPACES = str.maketrans("\xa0\u202f", "  ")


def scalar(text: str, like: Part | None = None, *, key: bool = False) -> str:
    """A text as YAML writes it in a line, between brackets too: in the quotes of a neighbour, else in none
    where it can do without."""
    if like is not None and like.kind == "text" and like.style in ("'", '"'):
        return _quoted(text, like.style)
    return text if _plain(text, key) else _quoted(text, '"')


def _plain(text: str, key: bool) -> bool:
    """Whether a text needs no quotes: in a line of its own and between braces it is read as it is."""
    line = f"{text}: x" if key else f"x: {text}"
    return _printable(text) and all(_reads(written, text, key) for written in (line, f"{{{line}}}"))


def _reads(written: str, text: str, key: bool) -> bool:
    problems = Problems()
    root = compose(written, problems)
    if problems.found or not isinstance(root, Mapping) or len(root.keys) != 1:
        return False
    [(name, value)] = root.entries.items()
    node = root.keys[name] if key else value
    return isinstance(node, Scalar) and node.text == text and not node.empty


def _quoted(text: str, quote: str) -> str:
    if _printable(text) and (quote == "'" or set('"\\') & set(text)):
        return "'" + text.replace("'", "''") + "'"
    return "".join(_escaped(char) for char in json.dumps(text, ensure_ascii=False))


def _escaped(char: str) -> str:
    return char if _printable(char) else f"\\U{ord(char):08x}"


def _printable(text: str) -> bool:
    return text.translate(_HARD_SPACES).isprintable()


def entry(text: str, given: Data, siblings: Sequence[Part], at: int) -> str:
    """An entry of a list as its siblings are written: bare, a mapping in braces, or one of a line a key. `at`
    is the column at which its further lines begin."""
    like = next((part for part in reversed(siblings) if part.kind == "map"), None)
    if isinstance(given, Map) and like is None and given.keys() == {"value"}:
        given = given["value"]
    if not isinstance(given, Map):
        return inline(text, given, siblings[-1] if siblings else None)
    if like is None or like.style:
        return inline(text, given, like)
    lines = [f"{key}: {inline(text, piece, like.get(key))}" for key, piece in _ordered(given, like)]
    return (newline(text) + " " * at).join(lines)


def inline(text: str, given: Data, like: Part | None = None) -> str:
    """A text, a list in brackets or a mapping in braces, as one that stands there is written."""
    if isinstance(given, str):
        return scalar(given, like)
    if isinstance(given, Map):
        return _braces(text, given, like if like and like.kind == "map" else None)
    first = like.items[0] if like and like.kind == "list" else like
    pad = " " if like and like.style and text[like.start + 1] == " " else ""
    return f"[{pad}{', '.join(inline(text, piece, first) for piece in given)}{pad}]"


def _braces(text: str, given: Map[str, Data], like: Part | None) -> str:
    """A mapping in braces, its keys at the columns of another's where these line up."""
    pad = " " if like and like.style and text[like.start + 1] == " " else ""
    columns = dict(_columns(text, like)) if like else {}
    written = "{" + pad
    for number, (key, piece) in enumerate(_ordered(given, like)):
        written = f"{written}, ".ljust(columns.get(key, 0)) if number else written
        written += f"{scalar(key, key=True)}: {inline(text, piece, like.get(key) if like else None)}"
    return written + pad + "}"


def _columns(text: str, like: Part) -> Iterator[tuple[str, int]]:
    """The keys of a mapping in braces that more than one blank comes before, with their columns in it."""
    for name, _ in like.pairs:
        if text[name.start - 2 : name.start] == "  ":
            yield name.text, name.start - like.start


def _ordered(given: Map[str, Data], like: Part | None) -> list[tuple[str, Data]]:
    """The fields in their order, or in the one that a neighbour has for them where that is another."""
    keys = list(given)
    known = [name.text for name, _ in like.pairs if name.text in keys] if like else []
    if known != sorted(known, key=keys.index):
        keys = [*known, *(key for key in keys if key not in known)]
    return [(key, given[key]) for key in keys]


def claim(
    text: str, key: str, fields: Map[str, Data], like: Part | None, at: int, *, flow: bool = False
) -> str:
    """A claim under its key, which stands at the column `at`, as another one (`like`) is written: in braces
    where there is room (with `flow` always), else a line a key."""
    name = f"{scalar(key, key=True)}:"
    short = f"{name} {inline(text, fields, like)}" if flow or (like and like.style) else ""
    if short and (flow or at + len(short) <= WIDTH):
        return short
    like = None if like and like.style else like
    deeper = at + (column(text, like.start) - _column_of_key(text, like) if like else 2)
    lines = [name]
    for field, given in fields.items():
        lines += _field(text, field, given, like, deeper)
    return newline(text).join(lines)


def _column_of_key(text: str, like: Part) -> int:
    """The column of the key above a mapping of a line a key."""
    before = text[: like.start].rstrip().rpartition("\n")[2]
    return len(before) - len(before.lstrip(" "))


def _field(text: str, key: str, given: Data, like: Part | None, at: int) -> list[str]:
    there = like.get(key) if like else None
    name = f"{' ' * at}{key}:"
    if isinstance(given, str | Map):
        return [f"{name} {inline(text, given, there)}"]
    lists = [value for _, value in like.pairs if value.kind == "list"] if like else []
    there = there if there and there.kind == "list" else next(iter(lists), None)
    short = f"{name} {inline(text, given, there)}"
    if (there is None or there.style) and len(short) <= WIDTH:
        return [short]
    block = next((one for one in lists if not one.style), None)
    dash = column(text, block.start) - column(text, like.start) if block and like else 2
    margin = " " * (at + dash)
    siblings = there.items if there else []
    return [name, *(f"{margin}- {entry(text, piece, siblings, at + dash + 2)}" for piece in given)]
