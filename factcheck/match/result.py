"""What matching gives back for each reading."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.match.explain import Weighed
from factcheck.model import Certainty, DateReading, Figure, Kind, Span


@dataclass(frozen=True, slots=True)
class Match:
    """A reading with its sentence's number and clause, the claim that got it (or None), and who competed.

    `certainty` tells whether it is surely about that claim."""

    kind: Kind
    start: int
    end: int
    sentence: int
    clause: Span
    reading: Figure | DateReading | None
    won: Weighed | None
    weighed: tuple[Weighed, ...] = ()
    certainty: Certainty = "sure"
