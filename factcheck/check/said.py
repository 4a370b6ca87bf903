"""When a figure is told to have held, and when it was said: by a date right beside it, or beside who says so,
or by the address that is linked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from factcheck.compare.series import Period, first_day, last_day
from factcheck.extract.dates import Period as Stretch
from factcheck.extract.dates.datewords import DateWords, date_words
from factcheck.language.lexicon import load
from factcheck.language.words import folded
from factcheck.model import Attribution, Link, Span

BEFORE, BEHIND = 2, 4
"""How many words at most stand between a date and who says so: "In May, | the | NIS said", "the NIS | report
of | May"."""
LEAD = 4
"""How many words at most lead to the date that opens a sentence: "In a report of | May 2024"."""
NEAR = 4
"""How many words at most stand between a figure and the date behind it that tells when it held."""
LONG = 10
"""A year is when something was, and hardly when it was said."""
_PARTING = frozenset(",.;:()\n")
_ADDRESS = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-]|$)")


class _Words(NamedTuple):
    dates: DateWords
    prepositions: tuple[tuple[str, ...], ...]
    complementizers: frozenset[str]
    boundaries: frozenset[str]
    accounts: frozenset[str]
    published: frozenset[str]


@cache
def _words(code: str) -> _Words:
    lexicon = load(code)

    return _Words(
        dates=date_words(lexicon),
        prepositions=tuple(tuple(folded(text)) for text in lexicon.words("attribution.prepositions")),
        complementizers=lexicon.every_word("attribution.complementizers"),
        boundaries=lexicon.every_word("attribution.boundaries", "attribution.coordinators"),
        accounts=lexicon.every_word("attribution.accounts"),
        published=lexicon.every_word("attribution.putting_out"),
    )


class Dated(NamedTuple):
    """A sentence (its span) of an article in the language `code`, with the periods that it names and the
    spans of its figures."""

    prose: str
    code: str
    sentence: Span
    periods: Sequence[Stretch]
    figures: Sequence[Span]

    def told(self, who: Attribution) -> Iterator[Period]:
        """The periods in which somebody says what he says."""
        if who.status != "sourced" or who.start is None or who.end is None:
            return
        says = (who.start, who.end)
        for period in self._closed():
            near = self._leads(period, says) or self._follows(period, says) or self._within(period, says)
            if near and not _is_year(period):
                yield period.low, period.high

    def held(self, figure: Span, own: Set[str]) -> Iterator[Period]:
        """The periods in which a figure is said to have held; `own` are its claim's words, folded."""
        for period in self._closed():
            if self._covers(period, figure, own) or self._right_behind(period, figure):
                yield period.low, period.high

    def _closed(self) -> Iterator[Stretch]:
        return (period for period in self.periods if not (period.since or period.until))

    def _opens(self, period: Stretch, nouns: Set[str]) -> bool:
        """Whether a period opens the sentence: `In May 2024 …`, or the date of one of the nouns does: `The
        fire of May 2024 …`, but not `After the fire of May 2024 …`."""
        words = folded(self.prose[self.sentence[0] : period.start])
        known = _words(self.code).dates
        leads = known.leads | known.sets["weekdays"] | known.determiners | known.sets["adjectival"]
        noun = words[-2:-1] if period.of_noun else []
        return (
            len(words) <= LEAD and leads.union(noun).issuperset(words) and all(word in nouns for word in noun)
        )

    def _covers(self, period: Stretch, figure: Span, own: Set[str]) -> bool:
        """Whether a period opens the clause of a figure, and no other clause begins between."""
        if period.end > figure[0] or not self._opens(period, own):
            return False
        comma = self.prose[period.end : period.end + 1] == ","
        between = self.prose[period.end + comma : figure[0]]
        parted = not _PARTING.isdisjoint(between) or self._others(period.end, figure[0])
        return not parted and _words(self.code).boundaries.isdisjoint(folded(between))

    def _right_behind(self, period: Stretch, figure: Span) -> bool:
        """`11,000 soldiers were there in May 2024`."""
        behind = figure[1] <= period.start and not period.of_noun
        return behind and self._near((figure[1], period.start), NEAR)

    def _near(self, between: Span, most: int) -> bool:
        """Whether a few words stand in a span, and no mark, figure or other period."""
        text = self.prose[slice(*between)]
        few = len(text.split()) <= most and _PARTING.isdisjoint(text)
        return few and not self._others(*between)

    def _others(self, start: int, end: int) -> bool:
        """Whether a figure or a period begins in a span."""
        spans = (*self.figures, *((period.start, period.end) for period in self.periods))
        return any(start <= first < end for first, _ in spans)

    def _leads(self, period: Stretch, says: Span) -> bool:
        """`In June 2024 the New York Times reported that …`; not `In June, the police said, …`."""
        between = (period.end, says[0])
        comma = self.prose[period.end : period.end + 1] == ","
        near = between[0] <= between[1] and self._near((between[0] + comma, between[1]), BEFORE)
        aside = self.prose[says[1] : says[1] + 1] == ","
        return near and not aside and self._opens(period, _words(self.code).accounts) and not self._by(says)

    def _follows(self, period: Stretch, says: Span) -> bool:
        """`the agency announced on 4 May`, `a NIS report of May 2025`, `(Le Monde, 4 May 2025)`, `Le Monde
        (4 May 2025)`."""
        between, known = self.prose[says[1] : period.start], _words(self.code)
        if period.start < says[1]:
            return False
        if between.strip() == ",":
            return self.prose[max(0, says[0] - 1) : says[0]] == "("
        if between.strip() == "(":
            return self.prose[period.end : period.end + 1] == ")"
        words = folded(between)
        told = period.of_noun or not self._by(says) or not known.published.isdisjoint(words)
        near = self._near((says[1], period.start), BEHIND)
        return told and near and known.complementizers.isdisjoint(words)

    def _within(self, period: Stretch, says: Span) -> bool:
        """`[New York Times, 11 June 2024](https://…)`."""
        inside = says[0] <= period.start and period.end <= says[1]
        counted = any(says[0] <= start < says[1] for start, _ in self.figures)
        words = folded(self.prose[slice(*says)])
        return inside and not counted and _words(self.code).boundaries.isdisjoint(words)

    def _by(self, says: Span) -> bool:
        """Whether words such as "according to" lead to who says so, and no verb."""
        words = tuple(folded(self.prose[slice(*says)]))
        return any(words[: len(phrase)] == phrase for phrase in _words(self.code).prepositions)


def _is_year(period: Stretch) -> bool:
    return int(period.high[5:7]) - int(period.low[5:7]) >= LONG


def linked_on(links: Sequence[Link], spans: Sequence[Span]) -> Iterator[Period]:
    """The days or months that stand in the addresses to which the text of some spans links."""
    for link in links:
        here = any(link.start < end and start < link.end for start, end in spans)
        if here and (found := _ADDRESS.search(link.target)):
            iso = "-".join(filter(None, found.groups()))
            yield first_day(iso), last_day(iso)
