"""What an edit changes in a file: as a unified diff, or a line each."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

from factcheck.escape import visible

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def show(path: str, before: str, after: str, out: Console) -> None:
    """The unified diff of a file's text before an edit and after it."""
    from rich.text import Text

    for line in unified(path, before, after):
        out.print(Text(line, _STYLES.get(line[:1], "")), soft_wrap=True)


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of that diff, what could steer a terminal shown."""
    old, new = _lines(before), _lines(after)
    for line in unified_diff(old, new, path, path, lineterm=""):
        yield visible(line.removesuffix("\r"))


def concise(path: str, before: str, after: str) -> str:
    """`claims.yaml:12: + the new line` for each line that goes or comes, with its number then or now."""
    told, numbers = "", {"-": 0, "+": 0}
    for line in list(unified_diff(_lines(before), _lines(after), n=0, lineterm=""))[2:]:
        sign = line[0]
        if sign == "@":
            numbers = {place[0]: int(place[1:].split(",")[0]) for place in line.split()[1:3]}
        else:
            told += f"{visible(path)}:{numbers[sign]}: {sign} {visible(line[1:].strip())}\n"
            numbers[sign] += 1
    return told


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")
