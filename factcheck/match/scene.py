"""A sentence as a scene: which roles it speaks of, which names, and who of them holds which role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.extract.asserted import asserted
from factcheck.extract.names import names
from factcheck.extract.page import Page
from factcheck.language.words import folded
from factcheck.match.context import Context
from factcheck.match.holders import Said, Ties, holds, shifted, ties
from factcheck.match.index import Entry, Phrase, texts
from factcheck.match.runs import Hit, hits, proper, tightest
from factcheck.match.setting import NEAR, Setting
from factcheck.match.statements import denials
from factcheck.match.terms import countries
from factcheck.model import Certainty, NameReading

WHOLE = 0.8
"""How much of a role, and of its common words, must be said beside a name that the registry does not know."""
PART = 0.42
"""How much of it, where the rest stands elsewhere in the sentence."""
APART = 5
"""How many words apart two words of one role may stand."""
_BREAKS = frozenset(",;:()–—|¶")


@dataclass(frozen=True, slots=True)
class Role:
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

    @property
    def names(self) -> list[NameReading]:
        """The names of the sentence, in order."""
        return list(self.spans)

    def context(self, name: NameReading) -> Context:
        """What surrounds a name."""
        clause = self.setting.clause(self.number, name.start)
        return self.setting.context(self.number, clause, name.start)

    def excluded(self, entry: Entry, name: NameReading) -> bool:
        """Whether a word that the claim excludes stands in a name's clause."""
        clause = self.setting.clause(self.number, name.start)
        known = self.setting.around.vocabulary_at(clause[0])
        return bool(self.setting.matcher.excluded(entry, self.setting.stems(clause), known))

    def roles(self, entry: Entry) -> list[Role]:
        """Where the sentence says the role of a claim, or a part of it, by each of its phrases."""
        around, span = self.setting.around, self.setting.span(self.number)
        said = Said.of(entry, around.vocabulary_at(span[0]))
        found = []
        for phrase in entry.phrases:
            for run in self._cut(hits(phrase, around.terms(span))):
                within = tightest(run)
                own = frozenset(word for word, _ in run if word in within)
                filled = frozenset(place for _, places in run for place in places)
                found.append(Role(within, own, phrase, filled, said))
        return found

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
        if shifted(self.page, self.ties, role.words, role.said):
            return
        for name in self.spans:
            span = self._beside(name, role)
            if span and holds(self.page, self.ties, role.words, span, role.said):
                yield self._reading(name, span)

    def _beside(self, name: NameReading, role: Role) -> range:
        span, taken = self.spans[name], role.words
        if span.stop > taken.stop:
            return range(max(span.start, taken.stop), span.stop)
        return range(span.start, min(span.stop, taken.start))

    def _reading(self, name: NameReading, span: range) -> NameReading:
        if span == self.spans[name]:
            return name
        start, end = self.page.words.starts[span.start], self.page.words.ends[span.stop - 1]
        return NameReading(start, end, " ".join(self.page.prose[start:end].split()))

    def _words(self, name: NameReading) -> range:
        return self.page.words.within(name.start, name.end)

    def distance(self, name: NameReading, role: Role) -> int:
        """How many words lie between a name and a role."""
        span = self._words(name)
        return max(span.start - role.words.stop, role.words.start - span.stop)

    def open_to(self, name: NameReading, roles: Sequence[Role]) -> bool:
        """Whether a name may hold the nearest role, so far as nothing denies it, nor makes it another."""
        role = min(roles, key=lambda role: self.distance(name, role), default=None)
        if role is None:
            return True
        span = self._words(name)
        between = range(min(span.stop, role.words.stop), max(span.start, role.words.start))
        no = denials(self.setting.lexicon(self.number).code).negations
        denied = any(self.page.word(at) in no for at in between)
        return not denied and not shifted(self.page, self.ties, role.words, role.said)

    def doubt(self, entry: Entry, name: NameReading, role: Role) -> Certainty | None:
        """Whether a name's role is surely the claim's, possibly, or not: how much of it is said, and where."""
        names = proper(texts(entry.claim))
        slots = list(enumerate(role.phrase.slots))
        filled = role.filled | self._trailing(name, role)
        common = [(at, slot.weight) for at, slot in slots if not slot.keys <= names]
        told = sum(weight for at, weight in common if at in role.filled)
        if told < WHOLE * sum(weight for _, weight in common):
            return None
        lacking = [slot for at, slot in slots if at not in filled and slot.keys <= names]
        named = any(at in filled and slot.keys <= names for at, slot in slots)
        share = sum(slot.weight for at, slot in slots if at in filled) / role.phrase.weight
        if not lacking:
            return "sure" if share >= WHOLE else None
        keys = [slot.keys for slot in lacking]
        around = self.setting.around
        if named and all(not around.article_keys().keys().isdisjoint(found) for found in keys):
            return "sure"
        lean = around.lean(self.number)
        if all(any(lean.get(key, 0.0) >= NEAR for key in found) for found in keys) and self._alone(role):
            return "sure"
        here = around.keys(self.setting.span(self.number))
        return "possible" if share >= PART and not any(map(here.isdisjoint, keys)) else None

    def _trailing(self, name: NameReading, role: Role) -> frozenset[int]:
        """The places of a role that are filled right behind its holder: "mayor Ana Ruiz of Port Lorne"."""
        span, page = self._words(name), self.page
        if span.start != role.words.stop or page.word(span.stop) not in self.ties.prepositions:
            return frozenset()
        behind = range(span.stop, min(span.stop + APART, self.words.stop))
        until = next((at for at in behind if not page.plain(at)), behind.stop)
        vocabulary = role.said.vocabulary
        terms = list(vocabulary.terms(page.words, range(span.stop, until)))
        return frozenset(place for _, places in hits(role.phrase, terms) for place in places)

    def _owned(self, name: NameReading, role: Role) -> bool:
        """Whether another name before the role says whose it is, and that is not the claim's: "Oakham coach"."""
        page, at = self.page, role.words.start - 1
        if not page.plain(at + 1) or at < self.words.start or at in self._words(name):
            return False
        at -= page.word(at) in self.ties.possessive
        named = page.capital(at) and page.word(at) not in self.ties.titles | self.ties.appointed
        return named and role.said.other(page.word(at))

    def _widened(self, role: Role) -> bool:
        """Whether another word makes the role narrower: "the batting coach", "entraîneur des gardiens"."""
        page, known = self.page, self.ties
        inside = (page.word(at) for at in role.words if at not in role.own)
        if any(role.said.other(word) and word not in known.qualities for word in inside):
            return True
        before = page.word(role.words.start - 1)
        narrower = role.said.other(before) and before not in known.qualities | known.titles
        return narrower and page.plain(role.words.start) and page.word(role.words.start - 2) in known.articles

    def _alone(self, role: Role) -> bool:
        """Whether this sentence and the one before name nobody, and nothing, beside one name and the claim's."""
        before = _named(self.setting, self.number - 1) if self.number else {}
        others = [name for names in (self.spans, before) for name in names if not self._is_own(name, role)]
        return len({name.text for name in others}) == 1

    def _is_own(self, name: NameReading, role: Role) -> bool:
        return all(role.said.own(self.page.word(at)) for at in self._words(name))

    def may_hold(self, entry: Entry, name: NameReading, role: Role) -> bool:
        """Whether a name that the registry does not know may be a holder's: no place, no body where people
        hold the role, none of the role's own words, and the text tells it as so."""
        said = folded(name.text)
        known = {word for value in entry.claim.values for word in folded(value.name or "")}
        single = any(len(folded(value.name or "")) == 1 for value in entry.claim.values)
        if known.issuperset(said) or self._is_own(name, role) or self._is_place(name, role):
            return False
        if (len(said) == 1 and not single) or self._owned(name, role) or self._widened(role):
            return False
        person = any(word in self.ties.offices for text in texts(entry.claim) for word in folded(text))
        return not (person and not self.ties.bodies.isdisjoint(said)) and self._asserts(name)

    def _is_place(self, name: NameReading, role: Role) -> bool:
        """Whether a name is a country's, or tells where the place before it lies: "of Vienna, New York"."""
        terms = self.setting.around.terms((name.start, name.end))
        if terms and all(countries(term.keys) for term in terms):
            return True
        at = self._words(name).start
        behind = at == role.words.stop and self.page.gap(at) == "," and self.page.capital(at - 1)
        return behind and self.page.word(at) in self.ties.places

    def _asserts(self, name: NameReading) -> bool:
        """Whether the sentence tells as so what it tells of a name, and asks nothing."""
        around, lexicon = self.setting.around, self.setting.lexicon(self.number)
        prose, end = around.article.prose, self.setting.span(self.number)[1]
        asks = prose[name.start : end].rstrip().rstrip("\"”»’')").rstrip().endswith("?")
        told = asserted(prose, around.words, around.sentences, [(name.start, name.end)], lexicon)
        return all(told) and not asks


def scene(setting: Setting, number: int) -> Scene:
    """The scene that a sentence is, by its number."""
    around = setting.around
    page = Page(around.article.prose, around.words)
    known = ties(setting.lexicon(number).code)
    words = around.words.within(*setting.span(number))
    return Scene(setting, number, page, known, words, _named(setting, number))


def _named(setting: Setting, number: int) -> dict[NameReading, range]:
    around = setting.around
    found = names(around.article.prose, around.words, *setting.span(number), setting.lexicon(number))
    return {name: around.words.within(name.start, name.end) for name in found}
