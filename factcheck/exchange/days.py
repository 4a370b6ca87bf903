"""Days as a sheet writes them when it saves a table anew: `31/12/2024` for `2024-12-31`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from factcheck.read.days import iso

DATES = ("as_of", "until", "review", "source_date")
_LOCAL = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


def day_first(rows: Iterable[Mapping[str, str]]) -> bool | None:
    """Whether the days of a table's rows stand before their months, as one that is no month tells of all;
    None where none does, or one tells otherwise than another."""
    told = {first > 12 for first, second in _parts(rows) if max(first, second) > 12}
    return told.pop() if len(told) == 1 else None


def _parts(rows: Iterable[Mapping[str, str]]) -> Iterable[tuple[int, int]]:
    for row in rows:
        for name in _dated(row):
            if match := _LOCAL.fullmatch(row[name]):
                yield int(match[1]), int(match[3])


def _dated(row: Mapping[str, str]) -> list[str]:
    """The columns of a row that hold days, if they hold anything."""
    own = ("value",) if row.get("kind") == "date" else ()
    return [name for name in (*DATES, *own) if row.get(name)]


def with_days(row: Mapping[str, str], first: bool | None) -> dict[str, str]:
    """A row with its days as the registry writes them, where they can be told; points part a day and its
    month in this order."""
    return {**row, **{name: _written(row[name], first) for name in _dated(row)}}


def _written(text: str, first: bool | None) -> str:
    match = _LOCAL.fullmatch(text)
    first = True if match and match[2] == "." else first
    if match is None or first is None:
        return text
    day, month = (match[1], match[3]) if first else (match[3], match[1])
    return iso(match[4], month, day) or text


def doubtful(row: Mapping[str, str]) -> str:
    """Why a row's day cannot be taken: nothing tells it from its month."""
    for name in _dated(row):
        if _LOCAL.fullmatch(row[name]):
            return f"`{name}` is `{row[name]}`, and no row tells the day from the month: write 2024-06-19"
    return ""
