"""Single numbers with their unit, their currency and the noun that they count."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Span


class Atom(NamedTuple):
    """One number as read: its surface, its words (currency and unit included), what it says, how it is
    written."""

    start: int
    end: int
    first: int
    last: int
    outer_start: int
    outer_end: int
    value: float
    scale: float
    unit: str | None
    shape: str
    approximate: bool = False
    high: float | None = None
    noun: Span | None = None
    noun_last: int = -1
    coarse: bool = False

    @property
    def yearlike(self) -> bool:
        """Whether it may be a year: four ungrouped digits, and no unit or magnitude."""
        bare = self.shape == "plain" and self.unit is None and self.scale == 1
        return bare and 1900 <= self.value <= 2100 and self.end - self.start == 4
