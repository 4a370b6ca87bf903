"""To which time a sentence dates one of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.check.series import Period
from factcheck.extract.dates import Period as Stretch
from factcheck.model import Span

CLOSE = 16
"""How many characters behind a figure a date stands that is its ("2,900 in May 2024")."""
BESIDE = 30
"""How many characters from the words that attribute a figure a date may stand that tells when."""
OPENING = 25
"""How many characters into a sentence a date may start that covers all of it ("In July, …")."""


@dataclass(frozen=True, slots=True)
class Times:
    """The periods that an article of the ISO `day` names, sorted, and the spans of its figures."""

    periods: Sequence[Stretch]
    figures: Sequence[Span]
    day: str

    def of(self, figure: Span, clause: Span, sentence: Span, said: Span | None = None) -> tuple[Period, ...]:
        """The periods that date a figure: those of its clause that stand nearer to it than to the clause's
        other figures, else those beside `said`, the words that say whose the figure is ("it announced in
        October"), else one that opens the sentence. An open one ("since October") and one that is
        not over on the article's day ("this year") set nothing apart from today."""
        here = [p for p in self.periods if sentence[0] <= p.start < sentence[1] and not self._open(p)]
        mine = [p for p in here if clause[0] <= p.start < clause[1] and self._nearest(p, clause) == figure]
        here = [p for p in here if not self._anothers(p, figure)]
        beside = [p for p in here if said and said[0] - BESIDE <= p.start < said[1] + BESIDE]
        opening = [period for period in here if period.start - sentence[0] < OPENING]
        return tuple((period.low, period.high) for period in mine or beside or opening)

    def _anothers(self, period: Stretch, figure: Span) -> bool:
        """Whether a period stands right behind another figure: that one is its."""
        return any(0 <= period.start - end < CLOSE for start, end in self.figures if (start, end) != figure)

    def _open(self, period: Stretch) -> bool:
        return period.since or period.high >= self.day

    def _nearest(self, period: Stretch, clause: Span) -> Span | None:
        """The figure of the clause that a period goes with: the nearest, the one before it by preference."""
        rivals = [figure for figure in self.figures if clause[0] <= figure[0] < clause[1]]

        def gap(figure: Span) -> float:
            return period.start - figure[1] if figure[0] < period.start else 2 * (figure[0] - period.end)

        return min(rivals, key=gap, default=None)
