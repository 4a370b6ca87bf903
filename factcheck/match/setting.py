"""One article on its way through matching: what every kind of reading asks about it, found once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain

from factcheck.compare.agree import agrees
from factcheck.compare.series import Period
from factcheck.extract.clauses import clauses
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import dimension
from factcheck.language.words import folded
from factcheck.match.about import Subject
from factcheck.match.called import named
from factcheck.match.comparable import comparable
from factcheck.match.context import Context, Surroundings
from factcheck.match.elsewhere import Where, where
from factcheck.match.evidence import coverage
from factcheck.match.explain import EXCLUDED, UNLIKE
from factcheck.match.index import FLOOR, Entry, Index
from factcheck.match.matcher import Matcher
from factcheck.match.score import Bars
from factcheck.match.terms import countries
from factcheck.match.times import Times
from factcheck.model import Attribution, DateReading, Figure, Span
from factcheck.recent import Recent

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
NEAR = 0.25
"""How near a word must stand to suggest a claim; what is farther off only weighs."""
HINTED_AT = 0.05
"""How much of a claim the article must say for the claim's very figure to suggest it."""
MOST = 12
"""How many claims at most compete for one reading by its words."""


@dataclass
class Setting:
    """An article's surroundings, the language of what stands at a position of its text, what it is about, its
    ISO day, who says what, asked lazily, and the bars. `weighed` are the claims, by id, whose values had a
    part in what was found."""

    around: Surroundings
    language: Callable[[int], Lexicon]
    subject: Subject
    day: str
    attribute: Callable[[int, Span], Attribution]
    read_times: Callable[[], Times]
    bars: Bars
    weighed: set[str] = field(default_factory=set)
    _clauses: Recent[int, list[Span]] = field(default_factory=Recent)
    _candidates: Recent[tuple[int, int], list[Entry]] = field(default_factory=Recent)
    _near: Recent[int, Mapping[str, float]] = field(default_factory=Recent)
    _said: Recent[Span, Attribution] = field(default_factory=Recent)
    _names: Recent[Span, frozenset[str]] = field(default_factory=Recent)
    _where: Recent[int, Where] = field(default_factory=Recent)
    _units: Recent[tuple[str | None, bool, bool], bool] = field(default_factory=Recent)

    @cached_property
    def times(self) -> Times:
        """The stretches of time that the article names."""
        return self.read_times()

    @property
    def matcher(self) -> Matcher:
        """The claims that the article may be about."""
        return self.subject.matcher

    def span(self, number: int) -> Span:
        """The span of a sentence."""
        sentence = self.around.sentences[number]
        return sentence.start, sentence.end

    def lexicon(self, number: int) -> Lexicon:
        """The language of a sentence."""
        return self.language(self.around.sentences[number].start)

    def clause(self, number: int, position: int) -> Span:
        """The clause of a sentence that holds a position of the text.

        A figure in brackets, or alone after a colon, belongs to what it follows."""
        found = self._clauses.get(number)
        if found is None:
            found = self._clauses[number] = self._cut(number)
        at = max(0, bisect_right(found, position, key=_start) - 1)
        start, end = found[at]
        bare = self.around.article.text[start] == "(" or not self.around.terms((start, end))
        return (found[at - 1][0], end) if at and bare else (start, end)

    def _cut(self, number: int) -> list[Span]:
        """The clauses of a sentence; a table's row is one."""
        block = self.around.article.blocks[self.around.sentences[number].block]
        if block.kind == "row":
            return [self.span(number)]
        start, end = self.span(number)
        found = clauses(self.around.article.text[start:end], self.lexicon(number))
        return [(start + low, start + high) for low, high in found]

    def context(self, number: int, clause: Span, start: int) -> Context:
        """What surrounds a reading that starts somewhere in a clause of a sentence."""
        return self.around.around(number, clause, bisect_left(self.around.words.starts, start))

    def barred(self, entry: Entry, span: Span) -> str:
        """What keeps a span from being about a claim, as a note: its sentence stands in the claim's `not`, or
        a word of the claim's `exclude` stands in it. Empty where nothing does."""
        if entry.claim.unlike and self._sentence(span[0]) in map(wording, entry.claim.unlike):
            return UNLIKE
        if not entry.claim.exclude:
            return ""
        phrase = self.matcher.excluded(entry, self.around.stems(span), self.around.vocabulary_at(span[0]))
        return f"{EXCLUDED}`{phrase}`" if phrase else ""

    def _sentence(self, position: int) -> tuple[str, ...]:
        """The words of the sentence that holds a position of the text."""
        at = bisect_right(self.around.sentences, position, key=lambda sentence: sentence.start) - 1
        start, end = self.span(max(at, 0))
        return wording(self.around.article.text[start:end])

    def candidates(self, number: int, index: Index) -> list[Entry]:
        """The claims that a sentence, with what it leans on, suggests: at most MOST, the best covered."""
        if not index.entries:
            return []
        known = self._candidates.get((number, id(index)))
        if known is not None:
            return known
        found = index.candidates(self._suggesting(number))
        best = sorted(found, key=lambda claim: (-found[claim], claim))[:MOST]
        entries = self._candidates[number, id(index)] = [index.entries[claim] for claim in best]
        self.weighed.update(entry.claim.id for entry in entries)
        return entries

    def _suggesting(self, number: int) -> Mapping[str, float]:
        """The keys of a sentence and of what it leans on that may suggest a claim, each with its nearness."""
        if number not in self._near:
            local = self.around.local(number)
            self._near[number] = {key: near for key, near in local.items() if near >= NEAR}
        return self._near[number]

    def borne_out(self, figure: Figure) -> list[Entry]:
        """The claims of which the article as a whole speaks, and which the figure suggests: it agrees with
        them, or is one slip away; where they have this very figure, the article need say but a little."""
        index, keys = self.matcher.quantities, self.around.article_keys
        promising, equal = self._promising.keys(), index.equal(figure.quantity)
        slipped = index.slipped(figure.quantity) & promising
        told = {n for n in equal - promising if coverage(index.entries[n], keys) >= HINTED_AT}
        self.weighed.update(index.entries[number].claim.id for number in told)
        near = index.near(figure.quantity, promising)
        entries = ((n, index.entries[n]) for n in sorted(near | slipped | told | (equal & promising)))
        return [entry for number, entry in entries if number in slipped or _agrees(figure, entry)]

    @cached_property
    def _promising(self) -> Mapping[int, float]:
        """The numbers of the claims that count, and of which the article as a whole speaks."""
        found = self.matcher.quantities.candidates(self.around.article_keys)
        self.weighed.update(self.matcher.quantities.entries[number].claim.id for number in found)
        return found

    @cached_property
    def _sourced(self) -> Mapping[str, Sequence[Entry]]:
        """The same claims by the sources of their values."""
        found: dict[str, list[Entry]] = {}
        for number in sorted(self._promising):
            entry = self.matcher.quantities.entries[number]
            for name in dict.fromkeys(v.source.name for v in entry.claim.values if v.source):
                found.setdefault(name, []).append(entry)
        return found

    def voiced(self, number: int, figure: Figure) -> Sequence[Entry]:
        """The claims of which the article as a whole speaks, and of which who tells a figure is a source,
        where it counts nothing that would say what it is about, and its unit may be one of theirs."""
        counts = figure.noun and dimension(figure.quantity.unit) == "count"
        if not self._sourced or counts or not self._may_be_sourced(figure):
            return ()
        return self._sourced.get(self.speaker(number, (figure.start, figure.end)) or "", ())

    def _may_be_sourced(self, figure: Figure) -> bool:
        """Whether a figure may be given to any of the same claims, or be barred from one, be they whose they
        may: to ask who tells it takes longer."""
        unit = figure.quantity.unit, figure.shared, figure.noun is None
        if unit not in self._units:
            entries = chain.from_iterable(self._sourced.values())
            told = (entry.claim for entry in entries)
            self._units[unit] = any(c.exclude or c.unlike or comparable(figure, c) for c in told)
        return self._units[unit]

    def of_day(self, iso: str) -> list[Entry]:
        """The claims of a very day of which the article as a whole speaks at least a little, and those of the
        day's month of which it speaks more."""
        index, keys = self.matcher.dates, self.around.article_keys
        day = index.on(iso) if len(iso) > len("2025-01") else frozenset()
        rows = [*((number, HINTED_AT) for number in day), *((number, FLOOR) for number in index.on(iso[:7]))]
        told = {number for number, enough in rows if coverage(index.entries[number], keys) >= enough}
        self.weighed.update(index.entries[number].claim.id for number in told)
        return [index.entries[number] for number in sorted(told)]

    def dated(self, number: int) -> frozenset[str]:
        """The ISO days, months and years that a sentence names."""
        first, end = self.span(number)
        dates = self.around.dates
        low, high = (bisect_left(dates, edge, key=_where) for edge in (first, end))
        return frozenset(date.iso for date in dates[low:high])

    def periods(self, number: int, figure: Span, clause: Span) -> tuple[Period, ...]:
        """The periods to which its sentence dates a figure."""
        said = self.said_by(number, figure)
        return self.times.of(number, figure, clause, said if said[1] else None)

    def speaker(self, number: int, span: Span) -> str | None:
        """Who says what stands in a span, a source of the registry by its name, somebody by his body's."""
        who = self._attributed(number, span)
        return who.house or who.source

    def _attributed(self, number: int, span: Span) -> Attribution:
        if span not in self._said:
            self._said[span] = self.attribute(number, span)
        return self._said[span]

    def sayers(self, number: int, span: Span) -> frozenset[str]:
        """The countries whose people or bodies say what stands in a span: the figure is not theirs."""
        return countries(self.around.keys(self.said_by(number, span)))

    def said_by(self, number: int, span: Span) -> Span:
        """Where it stands who says what stands in a span; an empty span where it is nobody."""
        who = self._attributed(number, span)
        return (0, 0) if who.start is None or who.end is None else (who.start, who.end)

    def named(self, span: Span) -> frozenset[str]:
        """The names in a span of the text, dates left out."""
        if span not in self._names:
            within = (word for word in self.around.words.within(*span) if word not in self.around.dated)
            self._names[span] = named(self.around.article.text, self.around.words, within)
        return self._names[span]

    def whereabouts(self, number: int, figure: int, who: Span) -> Where:
        """What a sentence says of where the figure at `figure` is, from its last semicolon on, without the
        names of those `who` say so."""
        start, _ = self.span(number)
        parted = self.around.article.text.rfind(";", start, figure)
        within = self.around.words.within
        return self._whole(number).less(within(*who)).less(within(start, max(start, parted)))

    def _whole(self, number: int) -> Where:
        """The same of all its figures, by names that neither the registry knows nor the article's head."""
        if number not in self._where:
            found = where(self.around, self.span(number), self.lexicon(number))
            known = self.matcher.sets.names.keys() | self.matcher.sources | self._scene
            self._where[number] = found.strange(known)
        return self._where[number]

    @cached_property
    def _scene(self) -> frozenset[str]:
        """The names in the article's titles and in its first sentence."""
        blocks = self.around.article.blocks
        prose = [s for s in self.around.sentences if not s.furniture]
        titled = [s for s in prose if blocks[s.block].kind == "title"]
        told = [s for s in prose if blocks[s.block].kind != "title"][:1]
        return frozenset().union(*(self.named((s.start, s.end)) for s in (*titled, *told)))


def _where(date: DateReading) -> int:
    return date.start


def _start(span: Span) -> int:
    return span[0]


def _agrees(figure: Figure, entry: Entry) -> bool:
    """Whether a figure, in the claim's unit, agrees with any value of a claim."""
    quantity = comparable(figure, entry.claim)
    return quantity is not None and agrees(quantity, entry.claim)


@lru_cache(maxsize=10_000)
def wording(text: str) -> tuple[str, ...]:
    """The words of a sentence, whatever its case, accents, punctuation and figures: a sentence that is not
    about a claim is not with another figure either. Years are words like others."""
    every = tuple(folded(text))
    return tuple(word for word in every if not word[0].isdecimal() or _YEAR.fullmatch(word)) or every
