"""To which time a sentence dates one of its figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate

from factcheck.compare.series import Period
from factcheck.extract.dates import Period as Stretch
from factcheck.extract.phrases import Phrases
from factcheck.extract.tables import above
from factcheck.language.lexicon import load
from factcheck.language.words import folded
from factcheck.model import Article, Sentence, Span

CLOSE = 16
"""How many characters behind a figure a date stands that is its ("2,900 in May 2024")."""
BESIDE = 30
"""How many characters from the words that attribute a figure a date may stand that tells when."""
NEXT = 25
"""How many characters behind a noun's date a clause starts that is about the noun."""
OPENING = 25
"""How many characters into a sentence a date may start that covers all of it ("In July, …")."""
_YEAR = re.compile(r"(?:19|20)\d\d")
LED = 80
"""The same for a date between commas, before which no figure stands."""


@cache
def _parts(code: str) -> Phrases:
    """The words before a figure that make it a part of the one before."""
    return Phrases({"before": load(code).words("parts.before")})


@dataclass(frozen=True)
class Times:
    """The periods that an article of the ISO `day` names, sorted, and the spans of its figures."""

    article: Article
    sentences: Sequence[Sentence]
    periods: Sequence[Stretch]
    figures: Sequence[Span]
    day: str

    def of(self, number: int, figure: Span, clause: Span, said: Span | None = None) -> tuple[Period, ...]:
        """The periods that date a figure: those of its clause that stand nearer to it than to the clause's
        other figures, else those of the header's cell above it, else those beside `said`, the words that say
        whose the figure is ("it announced in October"), else one that opens the sentence, else the one that
        leads to the figure, else the last of the sentence that a list goes on, else those of the figure of
        which it is a part ("900, of whom 200"); a noun's ("April's toll") only to the clause right behind
        it ("April's toll, which was 200"). An open one ("since October")
        and one that is not over on the article's day ("this year") set nothing apart from today."""
        stated = self.sentences[number]
        sentence = stated.start, stated.end
        here = self._closed(sentence)
        mine = [p for p in here if clause[0] <= p.start < clause[1] and self._nearest(p, clause) == figure]
        headers = self._headers(stated.block, figure)
        headed = [p for p in here if p.of_noun and _heads(p, clause)]
        here = [p for p in here if not self._anothers(p, figure, sentence)]
        beside = [p for p in here if said and said[0] - BESIDE <= p.start < said[1] + BESIDE]
        opening = [period for period in here if self._opens(period, sentence)]
        plain = [p for p in here if not p.of_noun]
        leading = [p for p in (*plain, *headed) if self._leads(p, figure)][-1:]
        led = self._closed(self._lead(number))[-1:]
        found = mine or headers or beside or opening or leading or led
        if not found and (whole := self._whole(figure, sentence)) is not None:
            return self.of(number, whole, (whole[0], clause[1]), said)
        return tuple((period.low, period.high) for period in found)

    def within(self, span: Span) -> Sequence[Stretch]:
        """The periods that start in a span of the text."""
        first, end = (bisect_left(self.periods, edge, key=_start) for edge in span)
        return self.periods[first:end]

    def _closed(self, within: Span | None) -> list[Stretch]:
        """The periods in a span of the text that set it apart from today."""
        if within is None:
            return []
        return [period for period in self.within(within) if not self._open(period)]

    @cached_property
    def _counted(self) -> list[Span]:
        """The figures that are no part of a period, as the two of "38, two years ago"."""
        ends = list(accumulate((period.end for period in self.periods), max))
        return [span for span in self.figures if not self._within_one(span, ends)]

    def _within_one(self, figure: Span, ends: Sequence[int]) -> bool:
        """Whether a figure stands in a period; `ends` are how far those up to each reach."""
        before = bisect_left(self.periods, figure[1], key=_start)
        return before > 0 and ends[before - 1] > figure[0]

    @cached_property
    def _lows(self) -> list[int]:
        return [low for low, _ in self._counted]

    def figures_in(self, start: int, end: int) -> Sequence[Span]:
        """The figures that start in a span of the text, those left out that are a part of a period."""
        return self._counted[bisect_left(self._lows, start) : bisect_left(self._lows, end)]

    def _headers(self, block: int, figure: Span) -> Sequence[Stretch]:
        """The periods in the cell of a table's header above a figure, or the year that it is."""
        cell = self._column(block, figure)
        year = self.article.text[slice(*cell)].strip() if cell else ""
        if cell and _YEAR.fullmatch(year) and year < self.day[:4]:
            return [Stretch(*cell, f"{year}-01-01", f"{year}-12-31")]
        return self._closed(cell)

    def _column(self, block: int, figure: Span) -> Span | None:
        """The cell of a table's header above a figure."""
        row = self.article.blocks[block]
        return above(self.article.text, row.header, row.end, figure) if row.header else None

    @cached_property
    def _leads_to(self) -> Sequence[Sentence | None]:
        """For each sentence, the last one before or at it that stands in no list."""
        found: list[Sentence | None] = []
        for sentence in self.sentences:
            listed = self.article.blocks[sentence.block].kind == "item"
            found.append(sentence if not listed else found[-1] if found else None)
        return found

    def _whole(self, figure: Span, sentence: Span) -> Span | None:
        """The figure before, where a figure is told as a part of that one."""
        before = self.figures_in(sentence[0], figure[0])
        if not before:
            return None
        between = folded(self.article.text[before[-1][1] : figure[0]])
        return before[-1] if _parts(self.article.language or "en").within(between) else None

    def _lead(self, number: int) -> Span | None:
        """The sentence with a colon that the list goes on in which a sentence stands."""
        if self.article.blocks[self.sentences[number].block].kind != "item":
            return None
        lead = self._leads_to[number]
        colon = lead and self.article.text[lead.start : lead.end].rstrip().endswith(":")
        return (lead.start, lead.end) if lead and colon else None

    def _opens(self, period: Stretch, sentence: Span) -> bool:
        """Whether a period covers all of its sentence: it starts with it, or stands apart before all of its
        figures ("At the height of the season, on 12 February, …")."""
        apart = period.comma and period.start - sentence[0] < LED
        return period.start - sentence[0] < OPENING or (
            apart and not self.figures_in(sentence[0], period.start)
        )

    def _anothers(self, period: Stretch, figure: Span, sentence: Span) -> bool:
        """Whether a period stands right behind another figure of the sentence: that one is its."""
        others = (span for span in self.figures_in(sentence[0], period.start) if span != figure)
        return any(0 <= period.start - end < CLOSE for _, end in others)

    def _leads(self, period: Stretch, figure: Span) -> bool:
        """Whether nothing but words lies between a period and the figure after it."""
        return period.end <= figure[0] and not self.figures_in(period.end, figure[0])

    def _open(self, period: Stretch) -> bool:
        return period.since or period.high >= self.day

    def _nearest(self, period: Stretch, clause: Span) -> Span | None:
        """The figure of the clause that a period goes with: the nearest, the one before it by preference."""
        rivals = self.figures_in(*clause)

        def gap(figure: Span) -> float:
            return period.start - figure[1] if figure[0] < period.start else 2 * (figure[0] - period.end)

        return min(rivals, key=gap, default=None)


def _start(period: Stretch) -> int:
    return period.start


def _heads(period: Stretch, clause: Span) -> bool:
    """Whether a clause starts right behind a period's noun."""
    return 0 <= clause[0] - period.end < NEXT
