"""When a figure is told to have held, and when it was said: by a date right beside it, or beside who says so,
or by the address that is linked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.compare.series import Period, first_day, last_day
from factcheck.extract.dates import Period as Stretch
from factcheck.extract.dates.datewords import DateWords, date_words
from factcheck.language.lexicon import load
from factcheck.language.words import folded
from factcheck.model import Attribution, Link, Span

BEFORE, BEHIND = 2, 4
"""How many words at most stand between a date and who says so: "In May, | the | NIS said", "the NIS | report
of | May"."""
NOUN = 3
"""How many words at most lead to the date of the noun that opens a sentence: "The fire of | May 2024"."""
NEAR = 8
"""How many words at most stand between a figure and the date behind it that tells when it held."""
LONG = 10
"""A year is when something was, and hardly when it was said."""
_PARTING = frozenset(",.;:()\n")
_ADDRESS = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-]|$)")


@dataclass(frozen=True, slots=True)
class _Words:
    dates: DateWords
    prepositions: tuple[tuple[str, ...], ...]
    complementizers: frozenset[str]


@cache
def _words(code: str) -> _Words:
    lexicon = load(code)
    prepositions = tuple(tuple(folded(text)) for text in lexicon.words("attribution.prepositions"))
    that = frozenset(word for text in lexicon.words("attribution.complementizers") for word in folded(text))
    return _Words(date_words(lexicon), prepositions, that)


@dataclass(frozen=True, slots=True)
class Dated:
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
            if not _is_year(period) and (self._leads(period, says) or self._follows(period, says)):
                yield period.low, period.high

    def held(self, figure: Span) -> Iterator[Period]:
        """The periods in which a figure is said to have held."""
        for period in self._closed():
            if self._opens(period) if period.end <= figure[0] else self._right_behind(period, figure):
                yield period.low, period.high

    def _closed(self) -> Iterator[Stretch]:
        return (period for period in self.periods if not (period.since or period.until))

    def _opens(self, period: Stretch) -> bool:
        """Whether a period opens the sentence: `In May 2024 …`, `The fire of May 2024 …`."""
        words = folded(self.prose[self.sentence[0] : period.start])
        known = _words(self.code).dates
        return len(words) <= NOUN and (
            period.of_noun or known.leads.union(known.sets["weekdays"]).issuperset(words)
        )

    def _right_behind(self, period: Stretch, figure: Span) -> bool:
        """`11,000 soldiers were there in May 2024`."""
        return not period.of_noun and self._near((figure[1], period.start), NEAR)

    def _near(self, between: Span, most: int) -> bool:
        """Whether a few words stand in a span, and no mark, figure or other period."""
        text = self.prose[slice(*between)]
        if len(text.split()) > most or not _PARTING.isdisjoint(text):
            return False
        others = (*self.figures, *((period.start, period.end) for period in self.periods))
        return not any(between[0] <= start < between[1] for start, _ in others)

    def _leads(self, period: Stretch, says: Span) -> bool:
        """`In June 2024 the New York Times reported that …`; not `In June, the police said, …`."""
        between = (period.end, says[0])
        comma = self.prose[period.end : period.end + 1] == ","
        near = between[0] <= between[1] and self._near((between[0] + comma, between[1]), BEFORE)
        aside = self.prose[says[1] : says[1] + 1] == ","
        return near and not aside and self._opens(period) and not self._by_preposition(says)

    def _follows(self, period: Stretch, says: Span) -> bool:
        """`the agency announced on 4 May`, `a NIS report of May 2025`, `(Le Monde, 4 May 2025)`."""
        between = self.prose[says[1] : period.start]
        if period.start < says[1]:
            return False
        if between.strip() == ",":
            return self.prose[max(0, says[0] - 1) : says[0]] == "("
        told = period.of_noun or not self._by_preposition(says)
        that = _words(self.code).complementizers
        return told and self._near((says[1], period.start), BEHIND) and that.isdisjoint(folded(between))

    def _by_preposition(self, says: Span) -> bool:
        words = tuple(folded(self.prose[slice(*says)]))
        return any(words[: len(phrase)] == phrase for phrase in _words(self.code).prepositions)


def _is_year(period: Stretch) -> bool:
    return int(period.high[5:7]) - int(period.low[5:7]) >= LONG


def linked_on(links: Sequence[Link], spans: Sequence[Span]) -> Iterator[Period]:
    """The days or months that stand in the addresses to which the text of some spans links."""
    for link in links:
        here = not link.note and any(link.start < end and start < link.end for start, end in spans)
        if here and (found := _ADDRESS.search(link.target)):
            iso = "-".join(filter(None, found.groups()))
            yield first_day(iso), last_day(iso)
