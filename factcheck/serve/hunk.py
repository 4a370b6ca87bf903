"""The lines that an edit changed, so that it can be taken back though the text has changed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from factcheck.errors import RegistryError
from factcheck.registry.edit_file import Edited

AROUND = 20
"""How many lines on each side tell one place from others that look the same."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """A file, the lines before, the lines that went and came, and the lines after these."""

    path: str
    lead: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]
    tail: tuple[str, ...]

    def taken_back(self, text: str) -> str:
        """A text with the old lines where the new ones are. Raises RegistryError where these are gone."""
        lines = tuple(text.splitlines(keepends=True))
        for width in range(AROUND + 1):
            lead, tail = self.lead[len(self.lead) - width :] if width else (), self.tail[:width]
            found = _places(lines, (*lead, *self.new, *tail))
            if len(found) == 1:
                at = found[0] + len(lead)
                return "".join((*lines[:at], *self.old, *lines[at + len(self.new) :]))
            if not found:
                break
        raise RegistryError(
            f"{self.path}: what the answer wrote is no longer there as it was: mend it by hand"
        )


def _places(lines: tuple[str, ...], wanted: tuple[str, ...]) -> list[int]:
    size = len(wanted)
    return [at for at in range(len(lines) - size + 1) if lines[at : at + size] == wanted]


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def hunk(edit: Edited) -> Hunk:
    """What an edit changed of its file."""
    before, after = (
        text.removeprefix("\ufeff").splitlines(keepends=True) for text in (edit.before, edit.after)
    )
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    lead, tail = after[max(0, start - AROUND) : start], after[len(after) - end :][:AROUND]
    return Hunk(str(edit.path), tuple(lead), tuple(old), tuple(new), tuple(tail))
