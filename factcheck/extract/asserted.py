"""What a text does not assert: denied, corrected, merely possible or still planned (contract.md, "What is a
mention"). The turns stand in the language files' `unasserted`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, compiled, spaced
from factcheck.language.lexicon import Lexicon, languages, load
from factcheck.language.words import Words, folded
from factcheck.model import Figure, Role, Sentence, Span

_CLOSE = 4
"""How many words at most lie between "could have killed", or "will reach", and its figure."""
_FAR = 40
"""How many words before a figure its "if" may stand."""
_CONTRAST = 6
"""How many words before its figure "not" may stand where "but" and another figure follow."""
_ADVERB, _SUBJECT = 2, 5
"""How many words behind "could", and behind "it is expected that", the verb may be: "soon reach"."""
_ENDS = frozenset(",;:.!?…—–|\n")


class Unasserted(NamedTuple):
    """What a language says of what is not so, is possible, or is to be."""

    negations: frozenset[str]
    not_before: frozenset[str]
    between: frozenset[str]
    nominal: frozenset[str]
    definite: frozenset[str]
    instead: Lookup[bool]
    but: frozenset[str]
    leads: Lookup[bool]
    trails: Lookup[bool]
    ifs: Lookup[bool]
    ifs_not_after: frozenset[str]
    ifs_not_before: frozenset[str]
    possible: Lookup[bool]
    modals: Lookup[bool]
    reach: frozenset[str]
    future: frozenset[str]
    closed: frozenset[str]


@cache
def _table(code: str) -> Unasserted:
    lexicon = load(code)
    closed = (*lexicon.words("stopwords"), *lexicon.words("common"), *lexicon.words("figures.stops"))
    return compiled(Unasserted, lexicon, "unasserted", closed=folds(closed))


def mark(
    prose: str, cut: Words, sentences: Sequence[Sentence], figures: Sequence[Figure], lexicon: Lexicon
) -> list[Figure]:
    """An article's figures in order, those that it does not assert given the role `denied` or `planned`."""
    spans = [(figure.outer_start, figure.outer_end) for figure in figures]
    told = _roles(prose, cut, sentences, spans, lexicon)
    return [replace(f, role=role) if role else f for f, role in zip(figures, told, strict=True)]


def denied(
    prose: str, cut: Words, sentences: Sequence[Sentence], spans: Sequence[Span], lexicon: Lexicon
) -> list[bool]:
    """Which spans of dates or names, in order, a text tells as not so."""
    return [role == "denied" for role in _roles(prose, cut, sentences, spans, lexicon)]


def asserted(
    prose: str, cut: Words, sentences: Sequence[Sentence], spans: Sequence[Span], lexicon: Lexicon
) -> list[bool]:
    """Which spans, in order, a text tells as so: neither denied nor merely possible, nor planned."""
    return [role is None for role in _roles(prose, cut, sentences, spans, lexicon)]


@cache
def _plans() -> frozenset[str]:
    return folds(word for code in languages() for word in load(code).words("unasserted.plans"))


def speaks_of_plans(phrase: str) -> bool:
    """Whether a phrase of the registry, in whatever language, is about what is planned or possible."""
    return not _plans().isdisjoint(folded(phrase))


def _roles(
    prose: str, cut: Words, sentences: Sequence[Sentence], spans: Sequence[Span], lexicon: Lexicon
) -> Iterator[Role | None]:
    text, table = Text.of(prose, cut), _table(lexicon.code)
    starts = [sentence.start for sentence in sentences]
    here = [bisect_left(starts, start + 1) - 1 for start, _ in spans]
    for at, (span, number) in enumerate(zip(spans, here, strict=True)):
        if number < 0:
            yield None
            continue
        same = [other for other in (at - 1, at + 1) if 0 <= other < len(spans) and here[other] == number]
        before = next((spans[other][1] for other in same if other < at), sentences[number].start)
        after = next((spans[other][0] for other in same if other > at), None)
        yield _role(_Place.of(text, sentences[number], span, before, after), table)


class _Place(NamedTuple):
    """Where a reading stands in its sentence, by its words: `opening` is the sentence's first; those from
    `floor` to before `first`, and from behind `last` to before `ceiling`, are no other reading's; `next` is
    the next one's first. `start` is where it starts."""

    text: Text
    opening: int
    floor: int
    first: int
    last: int
    ceiling: int
    next: int | None
    start: int

    @classmethod
    def of(cls, text: Text, sentence: Sentence, span: Span, before: int, after: int | None) -> _Place:
        opening, floor, first, behind, ceiling = (
            bisect_left(text.starts, at)
            for at in (sentence.start, before, span[0], span[1], sentence.end if after is None else after)
        )
        return cls(
            text, opening, floor, first, behind - 1, ceiling, None if after is None else ceiling, span[0]
        )

    def beside(self) -> int:
        """The word right before it, -1 where something else than a space lies between."""
        return self.first - 1 if spaced(self.text.gap_before(self.first, self.start)) else -1

    def runs(self, first: int, last: int) -> bool:
        """Whether no mark of punctuation stands from word `first` to word `last`."""
        return not any(_ENDS & set(self.text.gap(i)) for i in range(first, last))


def _role(place: _Place, table: Unasserted) -> Role | None:
    if _is_not(place, table) or _is_contrast(place, table) or _is_untrue(place, table):
        return "denied"
    return "planned" if _is_if(place, table) or _is_ahead(place, table) else None


def _is_not(place: _Place, table: Unasserted) -> bool:
    """`not 52`, `instead of 52`, `did not cost 52`, `n'a pas encore coûté 52`."""
    text, i = place.text, place.beside()
    if i < place.floor:
        return False
    at = i - 1 if text.word(i) in table.definite and text.flows(i - 1) else i
    if table.instead.before(text, at) or _negates(text, at, table):
        return True
    verb = text.word(i) not in table.closed and not text.word(i)[:1].isdigit() and text.flows(i - 1)
    if not verb or text.word(i) in table.not_before:
        return False
    at = i - 2 if text.word(i - 1) in table.between and text.flows(i - 2) else i - 1
    return at >= place.floor and _negates(text, at, table)


def _negates(text: Text, i: int, table: Unasserted) -> bool:
    """Whether word `i` says no: not `if not`, nor `not only`, nor `le non`."""
    if text.word(i) not in table.negations or text.word(i + 1) in table.not_before:
        return False
    if text.word(i - 1) in table.nominal and text.prose[text.starts[i - 1] : text.ends[i - 1]].isascii():
        return False  # Spanish él no
    return table.ifs.before(text, i - 1) is None


def _is_contrast(place: _Place, table: Unasserted) -> bool:
    """`did not kill 52 people but 47`: what stands before "but" is not so."""
    text = place.text
    if place.next is None or place.next - place.last > _CONTRAST:
        return False
    if not any(text.word(i) in table.but for i in range(place.last + 1, place.next)):
        return False
    behind = range(max(place.floor, place.first - _CONTRAST), place.first)
    return any(_negates(text, i, table) and place.runs(i, place.first - 1) for i in behind)


def _is_untrue(place: _Place, table: Unasserted) -> bool:
    """`it is false that 52 …`, `an earlier version said 52`; `reports of 52 dead proved wrong`."""
    text = place.text
    if any(table.leads.at(text, i) for i in range(place.floor, place.first)):
        return True
    for i in range(place.last + 1, place.ceiling):
        if not place.runs(i - 1, i):
            return False
        if table.trails.at(text, i):
            return True
    return False


def _is_if(place: _Place, table: Unasserted) -> bool:
    """`if 500 people had died`, but neither `if the 500` nor `even if`."""
    text = place.text
    if text.word(place.first - 1) in table.definite:
        return False
    for i in range(place.first - 1, max(place.opening, place.first - _FAR) - 1, -1):
        if i < place.first - 1 and not place.runs(i, i + 1):
            return False
        found = table.ifs.at(text, i)
        if found and text.prose[text.starts[i] : text.ends[i]].isascii():  # Spanish sí is yes
            after, before = text.word(found[1] + 1), text.word(i - 1)
            return before not in table.ifs_not_after and after not in table.ifs_not_before
    return False


def _is_ahead(place: _Place, table: Unasserted) -> bool:
    """`could have killed 500`, `are forecast to reach 30`, `atteindra 30`."""
    text = place.text
    for i in range(place.floor, place.first):
        found = table.possible.at(text, i) or (
            (True, i) if text.word(i) in table.future else _reaching(text, i, table)
        )
        if found and place.first - found[1] - 1 <= _CLOSE and place.runs(i, place.first - 1):
            return True
    return False


def _reaching(text: Text, i: int, table: Unasserted) -> tuple[bool, int] | None:
    """`could soon reach`: a verb of what may be, then one of how far it goes, and the last word."""
    modal = table.modals.at(text, i)
    if modal is None:
        return None
    far = _SUBJECT if modal[1] > i else _ADVERB
    verbs = (at for at in range(modal[1] + 1, modal[1] + 1 + far) if text.word(at) in table.reach)
    return next(((True, at) for at in verbs), None)
