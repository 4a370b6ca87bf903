"""A sentence as a scene: which roles it speaks of, which names, and who of them holds which role."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from factcheck.extract.names import names
from factcheck.extract.page import Page
from factcheck.match.holders import REACH, Shifts, holds, shifted, shifts
from factcheck.match.index import Entry, Phrase
from factcheck.match.runs import Hit, hits, tightest
from factcheck.match.setting import Setting
from factcheck.match.statements import denials
from factcheck.match.ties import Said, Ties, ties
from factcheck.model import NameReading

APART = 5
"""How many words apart two words of one role may stand."""
_BREAKS = frozenset(",;:()–—|¶")


class Role(NamedTuple):
    """Where a sentence says a role: the words, those of them that are the claim's, the phrase that they say,
    and the places of it that they fill."""

    words: range
    own: frozenset[int]
    phrase: Phrase
    filled: frozenset[int]
    said: Said


@dataclass(frozen=True)
class Scene:
    """A sentence with its names, each with its words."""

    setting: Setting
    number: int
    page: Page
    ties: Ties
    words: range
    spans: Mapping[NameReading, range]
    _told: dict[NameReading, Mapping[str, float]] = field(default_factory=dict, compare=False, repr=False)
    _shifts: dict[range, Shifts] = field(default_factory=dict, compare=False, repr=False)
    _behind: dict[tuple[range, range], bool] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def names(self) -> list[NameReading]:
        """The names of the sentence, in order."""
        return list(self.spans)

    def told(self, name: NameReading) -> Mapping[str, float]:
        """The keys of the sentence as a name has them around it, each with its nearness."""
        if name not in self._told:
            clause = self.setting.clause(self.number, name.start)
            self._told[name] = self.setting.context(self.number, clause, name.start).sentence
        return self._told[name]

    def barred(self, entry: Entry, name: NameReading) -> str:
        """What keeps a name's clause from being about the claim, as a note."""
        return self.setting.barred(entry, self.setting.clause(self.number, name.start))

    def roles(self, entry: Entry) -> list[Role]:
        """Where the sentence says the role of a claim, or a part of it, by each of its phrases, in order."""
        around, span = self.setting.around, self.setting.span(self.number)
        said = Said.of(entry, around.vocabulary_at(span[0]))
        terms = [term for term in around.terms(span) if not entry.keys.keys().isdisjoint(term.keys)]
        found = []
        for phrase in entry.phrases:
            for run in self._cut(hits(phrase, terms)):
                within = _grown(tightest(run), {word for word, _ in run})
                own = frozenset(word for word, _ in run if word in within)
                filled = frozenset(place for _, places in run for place in places)
                found.append(Role(within, own, phrase, filled, said))
        return sorted(found, key=lambda role: role.words.start)

    def _cut(self, said: Sequence[Hit]) -> Iterator[list[Hit]]:
        """The words of a role, cut where they stand far apart, or a mark or a name between them."""
        own = {word for word, _ in said}
        foreign = {at for span in self.spans.values() if own.isdisjoint(span) for at in span}
        run: list[Hit] = []
        for hit in said:
            if run and self._parted(run[-1][0], hit[0], foreign):
                yield run
                run = []
            run.append(hit)
        if run:
            yield run

    def _parted(self, one: int, other: int, foreign: set[int]) -> bool:
        between = range(one + 1, other + 1)
        return (
            len(between) > APART
            or not foreign.isdisjoint(between)
            or any(not _BREAKS.isdisjoint(self.page.gap(at)) for at in between)
        )

    def holders(self, role: Role) -> Iterator[NameReading]:
        """The names to which the sentence gives a role, without the role's own words."""
        near = self._near(role)
        if not near or self._shifted(role):
            return
        for name in near:
            span = self._beside(name, role)
            if span and self._holds(role, span):
                yield self._reading(name, span)

    def _shifted(self, role: Role) -> bool:
        if role.words not in self._shifts:
            self._shifts[role.words] = shifts(self.page, self.ties, role.words)
        return shifted(self.ties, self._shifts[role.words], role.said)

    def _holds(self, role: Role, span: range) -> bool:
        """Of a name behind a role that is asked once: what the claim itself says has no part in it."""
        where = (role.words, span)
        if span.start < role.words.stop:
            return holds(self.page, self.ties, *where, role.said)
        if where not in self._behind:
            self._behind[where] = holds(self.page, self.ties, *where, role.said)
        return self._behind[where]

    def _near(self, role: Role) -> list[NameReading]:
        """The names that stand no further from a role than its holder may."""
        names = self.names
        first = bisect_left(names, role.words.start - REACH, key=lambda name: self.spans[name].stop)
        last = bisect_left(names, role.words.stop + REACH, key=lambda name: self.spans[name].start)
        return names[first:last]

    def _beside(self, name: NameReading, role: Role) -> range:
        span, taken = self.spans[name], role.words
        if span.stop > taken.stop:
            first = max(span.start, taken.stop)
            while first > span.start and first < span.stop and not self.page.capital(first):
                first += 1  # "Valdoria y Ana Ruiz"
            return range(first, span.stop)
        return range(span.start, min(span.stop, taken.start))

    def _reading(self, name: NameReading, span: range) -> NameReading:
        if span == self.spans[name]:
            return name
        start, end = self.page.words.starts[span.start], self.page.words.ends[span.stop - 1]
        return NameReading(start, end, " ".join(self.page.prose[start:end].split()))

    def words_of(self, name: NameReading) -> range:
        """The words of a name."""
        return self.page.words.within(name.start, name.end)

    def distance(self, name: NameReading, role: Role) -> int:
        """How many words lie between a name and a role."""
        span = self.words_of(name)
        return max(span.start - role.words.stop, role.words.start - span.stop)

    def open_to(self, name: NameReading, roles: Sequence[Role]) -> bool:
        """Whether a name may hold the nearest role, so far as nothing denies it, nor makes it another."""
        if not roles:
            return True
        at = bisect_left(roles, name.start, key=lambda role: self.page.words.starts[role.words.start])
        role = min(roles[max(0, at - 1) : at + 1], key=lambda role: self.distance(name, role))
        span = self.words_of(name)
        between = range(min(span.stop, role.words.stop), max(span.start, role.words.start))
        no = denials(self.setting.lexicon(self.number).code).negations
        denied = any(self.page.word(at) in no for at in between)
        return not denied and not self._shifted(role)


def _grown(run: range, own: set[int]) -> range:
    """A run of words with those of a role right beside it: all of "head coach", which means one thing."""
    first, stop = run.start, run.stop
    while first - 1 in own:
        first -= 1
    while stop in own:
        stop += 1
    return range(first, stop)


def scene(setting: Setting, number: int) -> Scene:
    """The scene that a sentence is, by its number."""
    around = setting.around
    page = Page(around.article.text, around.words)
    known = ties(setting.lexicon(number).code)
    words = around.words.within(*setting.span(number))
    return Scene(setting, number, page, known, words, named(setting, number))


def named(setting: Setting, number: int) -> dict[NameReading, range]:
    """The names of a sentence, by its number, each with its words."""
    around = setting.around
    found = names(around.article.text, around.words, *setting.span(number), setting.lexicon(number))
    return {name: around.words.within(name.start, name.end) for name in found}
