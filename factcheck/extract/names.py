"""Names: runs of capitalised words, without the titles before them and what only opens a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.extract.page import Page, Phrase, phrases
from factcheck.language.lexicon import Lexicon, load
from factcheck.language.words import Words, fold
from factcheck.model import NameReading

_HYPHENS = frozenset(("-", "‑"))
_QUOTES = frozenset(("'", "’"))
_SHORT = 3  # letters at most of a small word that a hyphen ties to a name: "Jong-un"
_AROUND = 1000  # words to either side in which an article is asked whether it knows a name
# from so many longer words on, nearly all of them capitalised, a sentence is a headline in title case
_HEADLINE, _TITLE_CASE = 5, 0.85


class _NameWords(NamedTuple):
    particles: dict[Phrase, str]
    titles: frozenset[str]
    ships: frozenset[str]
    abbreviations: frozenset[str]
    stop: frozenset[str]
    openers: frozenset[str]


@cache
def _name_words(code: str) -> _NameWords:
    lexicon = load(code)

    def folded(key: str) -> frozenset[str]:
        return frozenset(map(fold, lexicon.words(key)))

    return _NameWords(
        particles=phrases(lexicon, "names.particles"),
        titles=folded("names.titles"),
        ships=folded("names.ships"),
        abbreviations=folded("names.abbreviations"),
        stop=folded("names.stop"),
        openers=folded("names.openers") | folded("stopwords") | folded("common"),
    )


def names(prose: str, words: Words, start: int, end: int, lexicon: Lexicon) -> list[NameReading]:
    """The names in the sentence `start:end` of an article, sorted, none overlapping another.

    `words` are those of the whole article: a capital at the head of a sentence, or in a headline
    where every word has one, is a name's only if the article has it elsewhere too."""
    return list(each_name(prose, words, start, end, lexicon))


def each_name(
    prose: str, words: Words, start: int, end: int, lexicon: Lexicon, head: int | None = None
) -> Iterator[NameReading]:
    """The same `names`, each found when it is asked for; where a `head` is given, only those that begin with
    one of so many words, and maybe with the next."""
    page, known = Page(prose, words), _name_words(lexicon.code)
    sentence = words.within(start, end)
    headline = _in_title_case(page, known, sentence)
    until = sentence.stop if head is None else sentence.start + head + 1
    runs = _runs(page, known, sentence, until)
    pieces = (piece for run in runs for piece in _pieces(page, known, run))
    kept = (_without_opener(page, known, sentence, headline, piece) for piece in pieces)
    return (_reading(page, piece, end) for piece in kept if piece)


def _reading(page: Page, piece: range, end: int) -> NameReading:
    first, last = page.words.starts[piece[0]], min(page.words.ends[piece[-1]], end)
    return NameReading(first, last, " ".join(page.prose[first:last].split()))


def _runs(page: Page, known: _NameWords, sentence: range, until: int) -> Iterator[range]:
    """The longest runs of words that may belong together, of those that begin before the word `until`."""
    i = sentence.start
    while i < min(until, sentence.stop):
        if not _may_be_named(page, known, i):
            i += 1
            continue
        first = i - 1 if _has_article(page, known, sentence, i) else i
        last = i
        while (following := _next(page, known, last, sentence.stop)) is not None:
            last = following
        yield range(first, last + 1)
        i = last + 1


def _has_article(page: Page, known: _NameWords, sentence: range, i: int) -> bool:
    """ "al-Qaida" """
    return i > sentence.start and page.gap(i) in _HYPHENS and (page.word(i - 1),) in known.particles


def _may_be_named(page: Page, known: _NameWords, i: int) -> bool:
    return page.capital(i) and page.word(i) not in known.stop


def _next(page: Page, known: _NameWords, i: int, stop: int) -> int | None:
    """The word up to which the run that holds word i goes on, if it does."""
    j = i + 1
    if j < stop and _rest(page, known, j):
        return j
    if j >= stop or not _tied(page, known, j):
        return None
    if _may_be_named(page, known, j):
        return j
    if page.gap(j) in _HYPHENS and len(page.word(j)) <= _SHORT and page.word(j).isalpha():
        return j
    particle = page.ahead(j, known.particles)
    after = particle[1] + 1 if particle else stop
    return after if after < stop and page.plain(after) and _may_be_named(page, known, after) else None


def _rest(page: Page, known: _NameWords, i: int) -> bool:
    """Whether word i is the end of a name behind an apostrophe, as in "Guivarc'h" and "Sana'a"; no "'s"."""
    tied = page.gap(i) in _QUOTES and page.words.starts[i] == page.words.ends[i - 1] + 1
    short = len(page.word(i)) <= _SHORT < len(page.word(i - 1))
    return tied and short and not page.capital(i) and page.word(i) not in known.openers


def _tied(page: Page, known: _NameWords, i: int) -> bool:
    """Whether what stands before word i may stand within a name: a space, a hyphen, "J. K.", "St. Denis"."""
    gap, before = page.gap(i), page.word(i - 1)
    if gap in _QUOTES:
        return page.capital(i) or len(before) == 1
    if gap in (".", ".-"):
        return len(before) == 1 or before in known.abbreviations or before in known.titles
    return gap == "" or gap in _HYPHENS


def _pieces(page: Page, known: _NameWords, run: range) -> Iterator[range]:
    """A run cut at its titles, and at acronyms that are no part of a name: "UBS Chairman | Colm Kelleher"."""
    first = run.start
    for i in (*run, run.stop):
        if i == run.stop or _is_title(page, known, first, i, run.stop):
            yield from _trimmed(page, first, i)
            first = i + 1
        elif _acronym(page, known, i) and not _within_name(page, known, first, i, run.stop):
            yield from _trimmed(page, first, i)
            yield range(i, i + 1)
            first = i + 1


def _is_title(page: Page, known: _NameWords, first: int, i: int, stop: int) -> bool:
    """Whether word i of a run is a title: at the end of a name it is a surname, as in "Billie Jean King"."""
    ends_a_name = i == stop - 1 and i > first
    return page.word(i) in known.titles and page.gap(i) not in _HYPHENS and not ends_a_name


def _within_name(page: Page, known: _NameWords, first: int, i: int, stop: int) -> bool:
    """Whether an acronym belongs to the name beside it: "ABB Nordic", "Nordic AB", "Jean MARTIN"."""

    def beside(at: int) -> bool:
        named = page.capital(at) and not _acronym(page, known, at) and page.word(at) not in known.openers
        return named and page.word(at) not in known.titles

    before = i > first and page.gap(i) == "" and beside(i - 1)
    return before or (i + 1 < stop and page.gap(i + 1) == "" and beside(i + 1))


def _acronym(page: Page, known: _NameWords, i: int) -> bool:
    """NATO, UBS; not an initial, a ship's MV, nor a part of Jean-LUC."""
    written = page.prose[page.words.starts[i] : page.words.ends[i]]
    tied = page.gap(i) in _HYPHENS or page.gap(i + 1) in _HYPHENS
    return len(written) > 1 and written.isupper() and not tied and page.word(i) not in known.ships


def _trimmed(page: Page, first: int, stop: int) -> Iterator[range]:
    """The words first to stop without the small words before the first capital."""
    while first < stop and not page.capital(first) and page.gap(first + 1) not in _HYPHENS:
        first += 1
    if first < stop and not (stop - first == 1 and len(page.word(first)) == 1):
        yield range(first, stop)


def _without_opener(
    page: Page, known: _NameWords, sentence: range, headline: bool, piece: range
) -> range | None:
    """The piece without the words that have their capital from their place; None where nothing stays."""
    if headline:
        return _known_part(page, piece)
    opens = _opens(page, known, sentence, piece[0])
    if len(piece) == 1:
        silent = page.word(piece[0]) in known.openers or (opens and not _is_known(page, known, piece[0]))
        return None if silent else piece
    return piece[1:] if opens and _only_opens(page, known, piece[0]) else piece


def _only_opens(page: Page, known: _NameWords, i: int) -> bool:
    """Whether the first word of several is none of the name: not an initial, nor the "No" of No Kwang Chol
    where the article has that name within a sentence too."""
    initial = page.gap(i + 1).startswith(".")
    return page.word(i) in known.openers and not initial and not _elsewhere(page, i, 2)


def _known_part(page: Page, piece: range) -> range | None:
    """In a headline in title case: from the first to the last word that the article knows as a name's."""
    marked = [i for i in piece if _elsewhere(page, i)]
    if not marked:
        return None
    last = marked[-1]
    while last + 1 < piece.stop and _elsewhere(page, marked[0], last + 2 - marked[0]):
        last += 1
    return range(marked[0], last + 1)


def _is_known(page: Page, known: _NameWords, i: int) -> bool:
    return _acronym(page, known, i) or _elsewhere(page, i)


def _elsewhere(page: Page, i: int, length: int = 1) -> bool:
    """Whether the text around has the words within a sentence too, with their capital after a small word."""
    folded, sought = page.words.folded, page.words.folded[i : i + length]
    places = (j for j in _places(folded, sought[0], i) if folded[j : j + length] == sought)
    return any(page.capital(j) and page.gap(j) == "" and not page.capital(j - 1) for j in places if j != i)


def _places(folded: list[str], word: str, i: int) -> Iterator[int]:
    """Where a word stands, no further than `_AROUND` words from word i."""
    first = max(0, i - _AROUND)
    around = folded[first : i + _AROUND]
    at = -1
    for _ in range(around.count(word)):
        at = around.index(word, at + 1)
        yield first + at


def _opens(page: Page, known: _NameWords, sentence: range, i: int) -> bool:
    """Whether a capital may come from the word's place: the sentence's first word, or a quotation's."""
    gap = page.gap(i)
    if i > sentence.start and gap == "." and _tied(page, known, i):
        return False
    return i == sentence.start or any(mark in gap for mark in '«“":.!?•¶|')


def _in_title_case(page: Page, known: _NameWords, sentence: range) -> bool:
    if not sentence or page.gap(sentence.stop).startswith(".") or page.after(sentence[-1]) == ".":
        return False
    always = known.titles | known.stop
    long = [i for i in sentence if len(page.word(i)) > _SHORT and page.word(i) not in always]
    return len(long) >= _HEADLINE and sum(map(page.capital, long)) > _TITLE_CASE * len(long)
