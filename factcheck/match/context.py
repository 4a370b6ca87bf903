"""What surrounds a reading: its clause, its sentence, and what the sentence leans on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from math import exp
from typing import NamedTuple

from factcheck.extract.tables import above
from factcheck.language.lexicon import Lexicon, load
from factcheck.language.words import Words, fold, words
from factcheck.match.outline import Outline, outline
from factcheck.match.terms import Term, Vocabulary, countries
from factcheck.model import Article, Block, DateReading, Figure, Sentence, Span
from factcheck.recent import Recent

HEADER, LEAD, HEADING, TITLE, ARTICLE = 0.8, 0.6, 0.4, 0.3, 0.15
POINTED, PREVIOUS, BEFORE_THAT, OTHER_BLOCK = 0.8, 0.5, 0.3, 0.25
"""How much a word counts that stands in a table's header, before a list, in a heading …, in the sentence
before one that points back to it (they, of them, this figure), in the sentence before any other."""
SEVERAL = "#"
"""The key of "the two countries" where the text before has not named them."""
FADE = 6.0
"""How many words away a word counts 1/e as much as beside the reading."""
PARTS = ("early", "mid", "late")
"""The parts of a month or a year."""
REST = 0.7
"""How much a word counts that stands in the sentence but in another clause."""


class Context(NamedTuple):
    """The keys around one reading, each with its nearness (1 in the clause, less farther away).

    `local` adds to the sentence what it leans on, `article` are the keys of all its prose; `fades` gives for
    each key of the clause how near it stands to the reading: 1 beside it, 1/e FADE words away."""

    clause: Mapping[str, float]
    sentence: Mapping[str, float]
    local: Mapping[str, float]
    article: Mapping[str, float]
    fades: Mapping[str, float]


class Pointers(NamedTuple):
    """The words by which a sentence points back, at its start or anywhere, "the two countries", "of them",
    behind a figure that counts what the one before it counts, and which part of a month it was: "the start of
    May" is no start."""

    openers: frozenset[str] = frozenset()
    anywhere: frozenset[str] = frozenset()
    pairs: tuple[list[str], ...] = ()
    partitives: tuple[list[str], ...] = ()
    parts: frozenset[str] = frozenset()


@cache
def _pointers(code: str) -> Pointers:
    lexicon = load(code)
    openers, anywhere = (
        frozenset(map(fold, lexicon.words(f"pointers.{key}"))) for key in ("openers", "anywhere")
    )
    pairs, partitives, resumptions = (
        tuple(words(phrase).folded for phrase in lexicon.words(key))
        for key in ("pointers.pairs", "attribution.partitives", "attribution.resumptions")
    )
    told = lexicon.lists("dates.parts")
    parts = frozenset(word for part in PARTS for phrase in told[part] for word in words(phrase).folded)
    return Pointers(openers, anywhere, pairs, partitives + resumptions, parts)


def pointers(*lexicons: Lexicon) -> Pointers:
    """The pointers of some languages, from their files' `pointers`."""
    one, *others = (_pointers(lexicon.code) for lexicon in lexicons)
    for other in others:
        one = Pointers(
            one.openers | other.openers,
            one.anywhere | other.anywhere,
            one.pairs + other.pairs,
            one.partitives + other.partitives,
            one.parts | other.parts,
        )
    return one


def _end(spoken: tuple[Span, Vocabulary]) -> int:
    return spoken[0][1]


@dataclass
class Surroundings:
    """The contexts of one article's sentences; the terms of each are found once, when asked for.

    `vocabulary` is that of the article's language; `spoken` are the spans that are in another, sorted."""

    article: Article
    sentences: tuple[Sentence, ...]
    words: Words
    vocabulary: Vocabulary
    pointers: Pointers
    figures: Sequence[Figure] = ()
    spoken: Sequence[tuple[Span, Vocabulary]] = ()
    dates: Sequence[DateReading] = ()
    _terms: Recent[Span, list[Term]] = field(default_factory=Recent)
    _keys: Recent[Span, frozenset[str]] = field(default_factory=Recent)
    _stand: Recent[Span, dict[str, list[int]]] = field(default_factory=Recent)
    _pairs: Recent[Span, bool] = field(default_factory=Recent)
    _leans: Recent[int, dict[str, float]] = field(default_factory=Recent)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The words that are part of a figure, its unit included, or tell which part of a month a date is:
        they say how much, or when, not what."""
        spans = (self.words.within(figure.outer_start, figure.outer_end) for figure in self.figures)
        parts = (word for word in self.dated if self.words.folded[word] in self.pointers.parts)
        return frozenset(chain(chain.from_iterable(spans), parts))

    @cached_property
    def plain(self) -> frozenset[str]:
        """The words that the article writes in lower case somewhere, folded."""
        text, cut = self.article.text, self.words
        return frozenset(
            word for start, word in zip(cut.starts, cut.folded, strict=True) if text[start].islower()
        )

    @cached_property
    def dated(self) -> frozenset[int]:
        """The words that are part of a date."""
        return frozenset(word for date in self.dates for word in self.words.within(date.start, date.end))

    @cached_property
    def furniture(self) -> frozenset[int]:
        """The blocks that are page furniture throughout."""
        prose = {sentence.block for sentence in self.sentences if not sentence.furniture}
        return frozenset(sentence.block for sentence in self.sentences) - prose

    def terms(self, span: Span) -> list[Term]:
        """The terms of a span of the text."""
        found = self._terms.get(span)
        if found is None:
            terms = (
                term
                for vocabulary, within in self._pieces(*span)
                for term in vocabulary.terms(self.words, within)
            )
            found = self._terms[span] = [term for term in terms if term.word not in self.numbers]
        return found

    def vocabulary_at(self, position: int) -> Vocabulary:
        """The vocabulary of the language in which a position of the text stands."""
        for (low, high), vocabulary in self._spoken_from(position):
            return vocabulary if low <= position < high else self.vocabulary
        return self.vocabulary

    def stems(self, span: Span) -> list[str]:
        """The stems of a span's words, stop words too."""
        pieces = self._pieces(*span)
        return [vocabulary.stem(self.words.folded[at]) for vocabulary, within in pieces for at in within]

    def _pieces(self, start: int, end: int) -> Iterator[tuple[Vocabulary, range]]:
        """The words of a span, cut where the language changes."""
        for (low, high), vocabulary in self._spoken_from(start):
            if low >= end:
                break
            yield self.vocabulary, self.words.within(start, low)
            yield vocabulary, self.words.within(max(start, low), min(end, high))
            start = high
        yield self.vocabulary, self.words.within(start, end)

    def _spoken_from(self, position: int) -> Iterator[tuple[Span, Vocabulary]]:
        """The spans in another language that end behind a position."""
        first = bisect_right(self.spoken, position, key=_end)
        return (self.spoken[at] for at in range(first, len(self.spoken)))

    def keys(self, span: Span) -> frozenset[str]:
        """The keys of a span of the text."""
        found = self._keys.get(span)
        if found is None:
            found = self._keys[span] = frozenset(key for term in self.terms(span) for key in term.keys)
        return found

    def _standing(self, clause: Span) -> Mapping[str, Sequence[int]]:
        """Where the words of each key of a clause stand, in order."""
        found = self._stand.get(clause)
        if found is None:
            found = self._stand[clause] = {}
            for term in self.terms(clause):
                for key in term.keys:
                    found.setdefault(key, []).append(term.word)
        return found

    def lean(self, number: int) -> Mapping[str, float]:
        """What a sentence leans on: the sentences before it, its heading, its table's header, the title."""
        found = self._leans.get(number)
        if found is None:
            found = self._leans[number] = self._lean(number)
        return found

    def local(self, number: int) -> dict[str, float]:
        """A sentence's keys with those that it leans on, without the rest of the article."""
        sentence = self.sentences[number]
        return {**self.lean(number), **dict.fromkeys(self.keys((sentence.start, sentence.end)), 1.0)}

    def around(self, number: int, clause: Span, word: int) -> Context:
        """The context of a reading at a word in `clause`, a span of sentence `number`."""
        sentence = self.sentences[number]
        lean, column = self._column(number, word)
        near = dict.fromkeys(self.keys(clause) | column | self._pair(clause, number), 1.0)
        inside = {**dict.fromkeys(self.keys((sentence.start, sentence.end)), REST), **near}
        fades = {key: exp(-_nearest(at, word) / FADE) for key, at in self._standing(clause).items()}
        return Context(near, inside, {**lean, **inside}, self._everywhere, fades)

    def counted(self, figure: Figure) -> Span | None:
        """The span of the noun that a figure counts: its own, or, of "4,000 of them", the one before's."""
        at = bisect_left(self.words.starts, figure.end)
        text, partitives = self.words.folded, self.pointers.partitives
        if figure.noun or not any(text[at : at + len(of_them)] == of_them for of_them in partitives):
            return figure.noun
        earlier = (other.noun for other in reversed(self.figures) if other.end <= figure.start and other.noun)
        return next(earlier, None)

    @cached_property
    def _everywhere(self) -> Mapping[str, float]:
        prose = (s for s in self.sentences if not s.furniture)
        return dict.fromkeys((key for s in prose for key in self.keys((s.start, s.end))), ARTICLE)

    def _lean(self, number: int) -> dict[str, float]:
        weights: dict[str, float] = {}
        for span, weight in self._supports(number):
            for key in self.keys(span):
                weights[key] = max(weight, weights.get(key, 0.0))
        return weights

    def _supports(self, number: int) -> Iterable[tuple[Span, float]]:
        sentence = self.sentences[number]
        block = self.article.blocks[sentence.block]
        if block.header and block.header != (block.start, block.end):
            yield block.header, HEADER
        for back, weight in ((1, PREVIOUS), (2, BEFORE_THAT)):
            before = self.sentences[number - back] if number >= back else None
            if before and back == 1 and not before.furniture and self._points_back(sentence):
                yield (before.start, before.end), POINTED
            elif before and before.block == sentence.block:
                yield (before.start, before.end), weight
            elif before and back == 1 and block.kind != "title" and not before.furniture:
                yield (before.start, before.end), OTHER_BLOCK
        yield from self._above(sentence.block)

    def _column(self, number: int, word: int) -> tuple[Mapping[str, float], Set[str]]:
        """What a sentence leans on, and the keys of the header's cell above a word: in a table, the other
        columns' headers tell nothing of it."""
        lean, block = self.lean(number), self.article.blocks[self.sentences[number].block]
        if not block.header or block.header == (block.start, block.end) or word >= len(self.words):
            return lean, frozenset()
        at = self.words.starts[word]
        cell = above(self.article.text, block.header, block.end, (at, at))
        own = self.keys(cell) if cell else frozenset()
        others = self.keys(block.header) - own if cell else frozenset()
        return {key: weight for key, weight in lean.items() if key not in others}, own

    def _pair(self, clause: Span, number: int) -> Set[str]:
        """The countries that "the two countries" are: those that the sentence leans on, else SEVERAL."""
        if clause not in self._pairs:
            self._pairs[clause] = self._has_pair(clause)
        if not self._pairs[clause]:
            return frozenset()
        leaned = countries(self.lean(number))
        return leaned if len(leaned) > 1 else {SEVERAL}

    def _has_pair(self, clause: Span) -> bool:
        found = [self.words.folded[at] for at in self.words.within(*clause)]
        return any(
            found[at : at + len(pair)] == pair
            for pair in self.pointers.pairs
            for at in range(len(found) - len(pair) + 1)
        )

    def _points_back(self, sentence: Sentence) -> bool:
        found = [self.words.folded[at] for at in self.words.within(sentence.start, sentence.end)]
        opens = any(word in self.pointers.openers for word in found[:3])
        return opens or any(word in self.pointers.anywhere for word in found)

    @cached_property
    def article_keys(self) -> Mapping[str, float]:
        """Every key of the article's prose."""
        return dict.fromkeys(self._everywhere, 1.0)

    @cached_property
    def _outline(self) -> Outline:
        return outline(self.article.blocks, self.furniture)

    def _above(self, number: int) -> Iterable[tuple[Span, float]]:
        """The spans of what stands above a block, each with how much its words count."""
        above = self._outline
        yield from ((_span(block), LEAD) for block in above.leads(number))
        yield from ((_span(block), TITLE) for block in above.titled(number))
        if heading := above.heading(number):
            yield _span(heading), HEADING


def _span(block: Block) -> Span:
    return block.start, block.end


def _nearest(places: Sequence[int], word: int) -> int:
    """How many words away from one the nearest of some lies."""
    at = bisect_left(places, word)
    return min(abs(place - word) for place in places[max(0, at - 1) : at + 1])
