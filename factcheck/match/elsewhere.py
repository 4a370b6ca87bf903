"""Where and whose a figure is said to be, where the registry knows no such place or name: "in neighbouring
Osterley", "that of Osterley", "Kepler found 2,600", "in the whole region".

A figure of such a place is none of a claim's that has names of its own; called.py tells of those that the
registry does name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache
from typing import NamedTuple

from factcheck.extract.names import each_name
from factcheck.extract.page import Page, Phrase, phrases
from factcheck.language.lexicon import Lexicon, load
from factcheck.match.called import BESIDE, LETTERS
from factcheck.match.context import Surroundings
from factcheck.model import Span

REACH = 5
"""The name of a place is one of so many words behind a word of place: "in the small town of Lorne"."""
HEAD = 3
"""The name that a sentence is about begins with one of its first words."""
NAMELESS = 0.5
"""How much a place tells of a claim without a name, which may be anywhere's."""
WIDE = 0.75
"""How much it tells that a figure is a whole region's: the claim's own place may be the region."""


Named = frozenset[str]
"""The first letters of the words of a name; none of a neighbour without one."""


class Where(NamedTuple):
    """What a sentence says of where and whose its figures are, by the number of the word where it stands: the
    places; the name at its head, which its own clause is about; and the keys of what a whole is ("in the
    whole | region")."""

    places: Mapping[int, Named]
    heads: Mapping[int, Named]
    wholes: Mapping[int, Set[str]]

    def less(self, words: range) -> Where:
        """The same without the names that stand among some words."""
        return self._with(lambda at, _: at not in words)

    def strange(self, known: Set[str]) -> Where:
        """The same without the names that are known."""
        return self._with(lambda _, name: known.isdisjoint(name))

    def _with(self, kept: Callable[[int, Named], bool]) -> Where:
        places, heads = (
            {at: name for at, name in names.items() if kept(at, name)} for names in (self.places, self.heads)
        )
        return Where(places, heads, self.wholes)


NOWHERE = Where({}, {}, {})
"""A sentence that says nothing of where its figures are."""


class _Words(NamedTuple):
    within: Mapping[Phrase, str]
    whole: Mapping[Phrase, str]
    beside: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    closed: frozenset[str]
    first: frozenset[str]


@cache
def _words(code: str) -> _Words:
    lexicon = load(code)
    of = lexicon.single_words("dates.of")
    within = {**phrases(lexicon, "elsewhere.within"), **phrases(lexicon, "elsewhere.like")}
    whole = phrases(lexicon, "elsewhere.whole")
    return _Words(
        within=within,
        whole=whole,
        beside=lexicon.single_words("elsewhere.beside"),
        of=of,
        articles=lexicon.single_words("attribution.definite"),
        closed=lexicon.single_words("holders.prepositions") - of,
        first=of | {phrase[0] for phrase in (*within, *whole)},
    )


def where(around: Surroundings, sentence: Span, lexicon: Lexicon) -> Where:
    """What a sentence, in a language, says of where and whose its figures are."""
    page, known = Page(around.article.text, around.words), _words(lexicon.code)
    within = around.words.within(*sentence)
    counted = next((at for at in within if at in around.numbers), within.stop)
    places, wholes = dict[int, Named](), dict[int, Set[str]]()
    heads = dict(_subject(page, around, sentence, lexicon))
    for at in (at for at in within if page.word(at) in known.first):
        if placing := page.ahead(at, known.within):
            behind = range(placing[1] + 1, min(placing[1] + 1 + REACH, within.stop))
            places.update(_named(page, known, around, behind))
        if page.word(at) in known.of and at < counted:
            places.update(_owner(page, known, around, range(at + 1, within.stop)))
        if whole := page.ahead(at, known.whole):
            last = min(whole[1] + 1, within.stop - 1)
            wholes[at] = around.keys((around.words.starts[at], around.words.ends[last]))
    return Where(places, heads, wholes)


def _subject(
    page: Page, around: Surroundings, sentence: Span, lexicon: Lexicon
) -> Iterator[tuple[int, Named]]:
    """The name at a sentence's head: "Kepler found 2,600", "Peralillo, half as large, has 140"."""
    first = around.words.within(*sentence).start
    if page.capital(first) and page.gap(first + 1) == ",":
        yield from _place(page, around, first)
    name = next(each_name(around.article.text, around.words, *sentence, lexicon, HEAD), None)
    words = around.words.within(name.start, name.end) if name else range(0)
    if len(words) == 1 and words.start < first + HEAD:  # of two words it is a person's oftener
        yield words.start, _letters(page, words.start)


def _owner(page: Page, known: _Words, around: Surroundings, behind: range) -> Iterator[tuple[int, Named]]:
    """The name behind an "of" that stands before every figure: "the budget of Dorn comes to 12 million"."""
    for at in behind:
        if not page.plain(at):
            return
        if page.capital(at):
            yield from _place(page, around, at)
            return
        if page.word(at) not in known.articles:
            return


def _named(page: Page, known: _Words, around: Surroundings, behind: range) -> Iterator[tuple[int, Named]]:
    """The place that the words behind a word of place name, and the neighbour of which they speak."""
    for at in behind:
        if not page.plain(at) or page.word(at) in known.closed or at in around.numbers:
            return
        if page.capital(at):
            yield from _place(page, around, at)
            return
        if page.word(at) in known.beside:
            yield at, Named()


def _place(page: Page, around: Surroundings, at: int) -> Iterator[tuple[int, Named]]:
    """A word with a capital that is neither a date's nor one that a language file has a meaning for."""
    keys = around.vocabulary_at(around.words.starts[at]).keys(around.words.folded[at])
    if len(keys) == 1 and at not in around.dated:
        yield at, _letters(page, at)


def _letters(page: Page, at: int) -> Named:
    return Named((page.word(at)[:LETTERS],))


def elsewhere(
    where: Where, clause: range, word: int, names: tuple[Set[str], Set[str]], own: Set[str], keys: Set[str]
) -> float:
    """How much it tells, 0 to 1, that the figure at `word` is said to be elsewhere than a claim that has the
    names `own` and the words `keys`; `names` are those of its clause, which has the words `clause`, and those
    of its sentence."""
    here, around = names
    if not own.isdisjoint(here):
        return 0.0

    def tells(at: int) -> bool:
        return at < word or at in clause

    placed = any(map(tells, where.places)) or any(at in clause for at in where.heads)
    wide = any(tells(at) and keys.isdisjoint(whole) for at, whole in where.wholes.items())
    told = 1.0 if placed else WIDE if wide and own else 0.0
    return told * (1.0 if own else NAMELESS) * (1.0 if own.isdisjoint(around) else BESIDE)
