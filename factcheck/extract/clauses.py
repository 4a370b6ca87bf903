"""A sentence cut into clauses, so that each figure stands with the words that say what it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.extract.dates.datewords import YEARS
from factcheck.extract.page import Page, Phrase, phrases
from factcheck.language.lexicon import Lexicon, load
from factcheck.language.words import fold, words
from factcheck.model import Span
from factcheck.recent import KEPT

_MARKS = re.compile(r"[;|]\s*|:\s+|\s*—\s*|\s+[–-]\s+")
_ASIDES = re.compile(
    r"\([^()]*\)[.,;:!?]*\s*|«[^«»]*»[.,;:!?]*\s*|“[^“”]*”[.,;:!?]*\s*|\"[^\"]*\"[.,;:!?]*\s*"
)
_ASIDE = 4  # words from which a bracket or a quotation is a clause of its own
_NEAR = 3  # words that may stand between "with" and its figure: "with at least some 300"
_WITHIN = frozenset(("", "-", "'", "’", ".", ",", "‑"))  # what may stand within a number

# how well a place between two figures parts them
_COMMA, _AND, _START, _OPENER, _COMMA_AND = range(1, 6)


class _ClauseWords(NamedTuple):
    openers: dict[Phrase, str]
    coordinators: dict[Phrase, str]
    before_figures: dict[Phrase, str]
    starts: dict[Phrase, str]
    between: frozenset[str]
    joins: frozenset[str]
    numbers: frozenset[str]
    scales: frozenset[str]
    months: frozenset[str]
    participles: tuple[str, ...]
    not_participles: frozenset[str]


@cache
def _clause_words(code: str) -> _ClauseWords:
    lexicon = load(code)

    def folded(texts: Iterable[str]) -> frozenset[str]:
        return frozenset(map(fold, texts))

    no_numbers = (*lexicon.words("figures.articles"), *lexicon.words("figures.doubtful"))
    scales = folded((*lexicon.numbers("figures.scales"), *lexicon.numbers("figures.abbreviations")))

    return _ClauseWords(
        openers=phrases(lexicon, "clauses.openers"),
        coordinators=phrases(lexicon, "clauses.coordinators"),
        before_figures=phrases(lexicon, "clauses.before_figures"),
        starts=phrases(lexicon, "clauses.starts"),
        between=folded(lexicon.words("clauses.between")),
        joins=folded(lexicon.words("clauses.joins")),
        numbers=folded((*lexicon.numbers("figures.numbers"), *lexicon.numbers("figures.collectives")))
        - folded(no_numbers),
        scales=scales,
        months=folded(name for names in lexicon.lists("dates.months").values() for name in names),
        participles=lexicon.words("attribution.active_endings"),
        not_participles=folded(lexicon.words("clauses.not_participles")),
    )


def clauses(sentence: str, lexicon: Lexicon) -> Sequence[Span]:
    """The clauses of a sentence, in order, covering it exactly.

    Cut at semicolons, colons, dashes, longer brackets and quotations; at commas before a word that
    opens a clause; and between two figures wherever the text best allows it."""
    return _clauses(sentence, lexicon.code)


@lru_cache(KEPT)
def _clauses(sentence: str, code: str) -> tuple[Span, ...]:
    cut = words(sentence)
    page, known = Page(sentence, cut), _clause_words(code)
    figures = _figures(page, known)
    places = {*_at_marks(sentence), *_at_asides(page, figures)}
    places.update(_cut(page, i) for i in range(1, len(cut)) if _opens_after_comma(page, known, i))
    spans = [(cut.starts[first], cut.ends[last]) for first, last in figures]
    cuts = sorted(place for place in places if not _within(place, spans))
    between: set[int] = set()
    for (_, last), (first, _) in pairwise(figures):
        at = bisect_left(cuts, cut.ends[last])
        if at == len(cuts) or cuts[at] > cut.starts[first]:
            between.update(_between(page, known, last, first))
    kept = (place for place in sorted({*cuts, *between}) if 0 < place < len(sentence))
    return tuple(_spans(page, list(kept)))


def _within(cut: int, figures: Sequence[Span]) -> bool:
    """Whether a place is within one of the figures, given by their spans in order."""
    before = bisect_left(figures, cut, key=_start) - 1
    return before >= 0 and cut < figures[before][1]


def _start(span: Span) -> int:
    return span[0]


def _spans(page: Page, cuts: list[int]) -> Iterator[Span]:
    """The stretches between the cuts; one without a word goes with its neighbour."""
    first, end = 0, len(page.prose)
    for cut in cuts:
        if page.words.within(first, cut) and page.words.within(cut, end):
            yield first, cut
            first = cut
    if end:
        yield first, end


# --- where the figures are -------------------------------------------------------------------------


def _figures(page: Page, known: _ClauseWords) -> list[Span]:
    """The first and last word of each figure; the ends of a range, and a list of numbers, are one."""
    found: list[Span] = []
    for i in range(len(page.words)):
        if found and i == found[-1][1] + 1 and _goes_on(page, known, i):
            found[-1] = (found[-1][0], i)
        elif _is_number(page, known, i):
            found.append((i, i))
    merged: list[Span] = []
    for at, (first, last) in enumerate(found):
        following = found[at + 1][0] if at + 1 < len(found) else -1
        if merged and _joined(page, known, merged[-1][1], first, last, following):
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return merged


def _is_number(page: Page, known: _ClauseWords, i: int) -> bool:
    """Whether a word is a figure's; not a year, a date's day, nor part of a name (KN-23)."""
    word = page.word(i)
    if word in known.numbers or word in known.scales:
        return len(word) > 1
    if not word[0].isdigit() or word in YEARS:
        return False
    if (page.word(i - 1) in known.months and page.gap(i) in _WITHIN - {","}) or page.word(
        i + 1
    ) in known.months:
        return False
    return not (
        page.gap(i) in ("-", "‑") and page.word(i - 1)[:1].isalpha() and page.word(i - 1) not in known.numbers
    )


def _goes_on(page: Page, known: _ClauseWords, i: int) -> bool:
    """Whether word i belongs to the figure before it: "11 | 000", "1,2 | million", "twenty-| seven"."""
    raw = page.prose[page.words.ends[i - 1] : page.words.starts[i]]
    if page.gap(i) not in _WITHIN or (raw != raw.strip() and raw.strip()):
        return False
    word = page.word(i)
    return word[0].isdigit() or word in known.scales or word in known.numbers


def _joined(page: Page, known: _ClauseWords, last: int, first: int, end: int, following: int) -> bool:
    """Whether two figures are the ends of a range or items of one list: "3 to 4", "20, 30 or 40,000"."""
    if first == last + 2:
        return page.word(last + 1) in known.joins
    if first != last + 1:
        return False
    if page.gap(first) != ",":
        return page.gap(first) in ("-", "–", "")
    return following == end + 1 or (following == end + 2 and page.word(end + 1) in known.joins)


# --- where it may be cut -----------------------------------------------------------------------------


def _at_marks(sentence: str) -> Iterator[int]:
    for mark in _MARKS.finditer(sentence):
        around = sentence[max(0, mark.start() - 1) : mark.start()] + sentence[mark.end() : mark.end() + 1]
        if not ("–" in mark[0] or "-" in mark[0]) or not around.isdigit():
            yield mark.end()


def _at_asides(page: Page, figures: list[Span]) -> Iterator[int]:
    """Both ends of each bracket or quotation that is long, or of each bracket that holds a figure."""
    for aside in _ASIDES.finditer(page.prose):
        inside = page.words.within(*aside.span())
        next_one = bisect_left(figures, inside.start, key=_start)
        holds = aside[0][0] == "(" and next_one < len(figures) and figures[next_one][0] in inside
        if holds or len(inside) >= _ASIDE:
            yield from aside.span()


def _cut(page: Page, i: int) -> int:
    """The place before word i, and before the sign or the quotation mark that is glued to it."""
    at = page.words.starts[i]
    while at > 0 and not page.prose[at - 1].isspace() and at > page.words.ends[i - 1]:
        at -= 1
    return at if page.prose[at] not in ",;" else page.words.starts[i]


def _opens_after_comma(page: Page, known: _ClauseWords, i: int) -> bool:
    return page.gap(i).startswith(",") and _opens(page, known, i)


def _opens(page: Page, known: _ClauseWords, i: int) -> bool:
    return page.ahead(i, known.openers) is not None or (page.gap(i) == "," and _is_participle(page, known, i))


def _is_participle(page: Page, known: _ClauseWords, i: int) -> bool:
    """ "killing", "portant": a small letter, so no name."""
    word = page.word(i)
    return word.endswith(known.participles) and word not in known.not_participles and not page.capital(i)


def _between(page: Page, known: _ClauseWords, last: int, first: int) -> Iterator[int]:
    """The best place between two figures, if there is one: the first of its kind, the last "and"."""
    ranked = [(rank, i) for i in range(last + 1, first + 1) if (rank := _rank(page, known, last, i, first))]
    if not ranked:
        return
    best = max(rank for rank, _ in ranked)
    places = [i for rank, i in ranked if rank == best]
    while len(places) > 1 and places[-2] == places[-1] - 1:
        places.pop()  # "and with 30 others" begins at its "and"
    yield _cut(page, places[-1] if best == _AND else places[0])


def _rank(page: Page, known: _ClauseWords, last: int, i: int, first: int) -> int:
    gap = page.gap(i)
    joins = page.ahead(i, known.coordinators)
    if gap.startswith(","):
        if page.word(i) in YEARS:
            return 0
        if joins or _opens(page, known, i):
            return _COMMA_AND
        return _START if i == first or page.ahead(i, known.starts) else _COMMA
    if gap or i == first:
        return 0
    if joins:
        return _rank_of_and(page, known, last, i, joins[1] + 1)
    if _opens(page, known, i):
        return _OPENER
    opened = page.ahead(i, known.before_figures)
    return _AND if opened and first - opened[1] <= _NEAR else 0


def _rank_of_and(page: Page, known: _ClauseWords, last: int, i: int, after: int) -> int:
    """ "et, en Syrie, 3 574"; but none within "between 3 km and 4 km" nor "Trinidad and Tobago"."""
    if page.gap(after) == ",":
        return _COMMA_AND
    named = page.capital(i - 1) and page.capital(after)
    if named or {page.word(last - 1), page.word(last - 2)} & known.between:
        return 0
    return _AND
