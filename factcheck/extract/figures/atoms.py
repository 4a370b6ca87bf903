"""Single numbers with their unit, their currency and the noun that they count."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Span


class Atom(NamedTuple):
    """One number as read: its surface, its words (currency and unit included), what it says, how it is
    written; whether its currency's name is shared; the last word of what it is per, where that stands behind
    what it counts."""

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
    shared: bool = False
    passed: int = -1

    @property
    def yearlike(self) -> bool:
        """Whether it may be a year: four ungrouped digits, and no unit or magnitude."""
        return 1900 <= self.value <= 2100 and self._four_digits

    @property
    def distant(self) -> bool:
        """Whether it may be a year long past or to come, after a word that takes a year."""
        return (1000 <= self.value < 1900 or 2100 < self.value < 2200) and self._four_digits

    @property
    def _four_digits(self) -> bool:
        bare = self.shape == "plain" and self.unit is None and self.scale == 1
        return bare and self.end - self.start == 4
