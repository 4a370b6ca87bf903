"""A claim that is all on one line: its title, a colon, its values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Claim, Kind
from factcheck.registry.fields import quote
from factcheck.registry.nodes import Node, Scalar
from factcheck.registry.series import Frame, pieces, read_values
from factcheck.registry.values import parse_date

_LINE = re.compile(r"(.*\S)\s*:\s+(\S.*)", re.DOTALL)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_NAME = re.compile(r"[^\W\d_][^\d_]*")


def shorthand(key: str, node: Scalar, place: Node, frame: Frame) -> Claim | None:
    """`killed: "NK soldiers killed: 600 / 2k"`: the title ends at the last colon. Where the values are days
    or months it is a date, where they are names it is who holds the role that the title tells."""
    match = _LINE.fullmatch(node.text)
    if match is None:
        frame.problems.at(node, f'{quote(key)} needs its title and its values: "Ships lost: 12 / 14"')
        return None
    kind = _kind(pieces(match[2], "name"))
    values = read_values(Scalar(match[2], node.mark), place, replace(frame, kind=kind))
    return Claim(key, match[1].strip(), kind, values=values, line=place.mark.line + 1)


def _kind(values: Sequence[str]) -> Kind:
    if any(map(_DAY.fullmatch, values)) and all(map(parse_date, values)):
        return "date"
    return "name" if all(map(_is_name, values)) else "quantity"


def _is_name(text: str) -> bool:
    """Whether a text looks like somebody's name: no digits, and neither its first nor its last word (`d'Arc`)
    a common one."""
    return bool(_NAME.fullmatch(text)) and not (text[0].islower() or text.rsplit(maxsplit=1)[-1].islower())
