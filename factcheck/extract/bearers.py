"""Who is named beside which office: "the deputy minister, Viktor Goremykin", "Mayor Ana Ruiz of Lorne"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.extract.names import names
from factcheck.extract.page import Page
from factcheck.language.lexicon import Lexicon, load
from factcheck.language.words import Words
from factcheck.model import NameReading, Sentence

BEFORE, BEHIND = 8, 5
"""How many words before a name, or behind the comma after it, its office may begin."""
_AROUND = 3
"""How many words beside that of an office may belong to it: "deputy defence | minister"."""
_PLAIN = frozenset(("", "-", "‑", "'", "’"))


class Bearer(NamedTuple):
    """A name, the words of the offices beside it, and the names that tell whose these are, all folded."""

    name: NameReading
    offices: frozenset[str]
    places: frozenset[str]
    next_to: bool


class _Posts(NamedTuple):
    offices: frozenset[str]
    closed: frozenset[str]
    ties: frozenset[str]
    of: frozenset[str]


@cache
def _posts(code: str) -> _Posts:
    lexicon = load(code)

    tying = ("particles", "definite", "indefinite", "possessive", "contractions")
    ties = lexicon.every_word("dates.of", *(f"attribution.{key}" for key in tying))
    return _Posts(
        offices=lexicon.single_words("attribution.offices", "names.posts"),
        closed=lexicon.every_word("stopwords", "common", "names.bars") - ties,
        ties=ties,
        of=lexicon.every_word("dates.of"),
    )


def bearers(prose: str, words: Words, sentences: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Bearer]:
    """The names of an article's sentences that stand beside an office, in order; `words` cut its text."""
    posts, page = _posts(lexicon.code), Page(prose, words)
    offices = [i for i, word in enumerate(words.folded) if word in posts.offices]
    at = 0
    for sentence in sentences:
        while at < len(offices) and words.starts[offices[at]] < sentence.start:
            at += 1
        if sentence.furniture or at == len(offices) or words.starts[offices[at]] >= sentence.end:
            continue
        found = names(prose, words, sentence.start, sentence.end, lexicon)
        yield from _of(page, posts, words.within(sentence.start, sentence.end), found)


def _of(page: Page, posts: _Posts, sentence: range, found: Sequence[NameReading]) -> Iterator[Bearer]:
    for whole in found:
        span = page.words.within(whole.start, whole.end)
        while len(span) > 1 and page.word(span.start) in posts.offices and page.gap(span.start + 1) == "":
            span = span[1:]  # "Conductor | Marta Lind"
        name = _reading(page, whole, span)
        before, behind = _before(page, posts, sentence, span), _behind(page, posts, sentence, span)
        told = [*before, *behind]
        offices = frozenset(page.word(i) for i in told if page.word(i) in posts.offices)
        if offices:
            next_to = page.gap(span.start) == "" and page.word(span.start - 1) in posts.offices
            places = frozenset(
                _places(page, posts, sentence, [*told, *_of_where(page, posts, sentence, span)])
            )
            yield Bearer(name, offices, places, next_to)


def _reading(page: Page, name: NameReading, span: range) -> NameReading:
    start = page.words.starts[span.start]
    return NameReading(start, name.end, " ".join(page.prose[start : name.end].split()))


def _before(page: Page, posts: _Posts, sentence: range, span: range) -> list[int]:
    """The words of the office that leads to a name: "mayor of Lorne, | Ana Ruiz"."""
    tied = page.plain(span.start) and page.word(span.start - 1) in posts.of
    if tied or page.gap(span.start) not in ("", ","):
        return []
    floor = max(sentence.start, span.start - BEFORE)
    run = _run(page, posts, range(span.start - 1, floor - 1, -1))
    last = next((n for n, i in enumerate(run) if page.word(i) in posts.offices), None)
    if last is None:
        return []
    return run[: last + 1 + _AROUND]


def _behind(page: Page, posts: _Posts, sentence: range, span: range) -> list[int]:
    """The words of the office from the comma behind a name to the next: "Ana Ruiz, | mayor of Lorne"."""
    if page.gap(span.stop) != "," or span.stop >= sentence.stop:
        return []
    run = _run(page, posts, range(span.stop, min(span.stop + BEHIND + BEFORE, sentence.stop)))
    first = next((n for n, i in enumerate(run) if page.word(i) in posts.offices), BEHIND)
    return run if first < BEHIND else []


def _run(page: Page, posts: _Posts, words: range) -> list[int]:
    """The words up to a mark, or to one that belongs to no office."""
    found = list[int]()
    for i in words:
        if page.word(i) in posts.closed or (found and page.gap(i if words.step > 0 else i + 1) not in _PLAIN):
            break
        found.append(i)
    return found


def _of_where(page: Page, posts: _Posts, sentence: range, span: range) -> Iterable[int]:
    """ "Karl Maier | of Lorne" """
    tied = page.plain(span.stop) and page.word(span.stop) in posts.of
    return range(span.stop, min(span.stop + 3, sentence.stop)) if tied else ()


def _places(page: Page, posts: _Posts, sentence: range, told: Iterable[int]) -> Iterator[str]:
    """The capitalised words of an office that are none of its titles."""
    for i in told:
        if page.capital(i) and i != sentence.start and page.word(i) not in posts.offices | posts.ties:
            yield page.word(i)
