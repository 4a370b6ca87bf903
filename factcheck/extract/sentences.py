"""Sentences: sentencex inside each block, mended by the language's abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from sentencex import segment

from factcheck.language.lexicon import Lexicon
from factcheck.language.words import fold
from factcheck.model import Article, Sentence, Span
from factcheck.recent import KEPT

_ABBREVIATED = re.compile(r"([^\W\d_][\w.]*)\.[ \xa0\u202f]*$")
_INITIAL = re.compile(r"(?:^|[\W_])[^\W\d_]\.\s*$")
_MEASURED = re.compile(r"\d[ \xa0\u202f]?[a-z]{1,3}$")
_LIST_NUMBER = re.compile(r"(?:^|[.!?…:]\s)\d{1,2}\.\s*$")
_DECIMAL = re.compile(r"[^\w.]\.(?=\d)")
_WORD = re.compile(r"[\W_]*([^\W\d_]+)")
_END = re.compile(r"(?:(?<![?!])[?!]+|…|(?<!\.)\.+)[»”\")]*(\s*)(?=[«“\"(]?[ \xa0\u202f]?[A-ZÀ-ÞŒ])")
_BLANK, _BEHIND_WORD = re.compile(r"\s+"), re.compile(r"(?<=[^\W\d_])\s+")
_SHOWN = re.compile(r"\S(?:.*\S)?", re.DOTALL)
LONGEST = 4000
"""What goes on for more characters is a list, or no prose, and is cut at a mark or a blank: all figures of a
sentence are weighed against each other, and each is shown with all of it."""
_MARKS = (". ", "| ", "; ", ", ")
_WINDOW = 40
_REACH = 600
_PAGE = 10_000
# sentencex (1.0) panics on these near a full stop; one for one, so that offsets stay
_SPACES = dict.fromkeys(
    [*map(ord, "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"), *range(0x2000, 0x200B)],
    " ",
)


class _Abbreviations(NamedTuple):
    """Words whose full stop `never` ends a sentence, does not `before_number`, or does in `closing`
    it when one of the `openers` follows, words that begin a sentence and no name."""

    never: frozenset[str]
    before_number: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]


def split(article: Article, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of an article, in order. None crosses a block; a table row is one sentence, and what is
    endless is several."""
    openers = lexicon.words("stopwords") + lexicon.words("common")
    known = _abbreviations(*(lexicon.words(key) for key in _KEYS), openers)
    return tuple(
        Sentence(block.start + start, block.start + end, index)
        for index, block in enumerate(article.blocks)
        for start, end in _spans(
            article.text[block.start : block.end], block.kind == "row", lexicon.code, known
        )
    )


@lru_cache(KEPT)
def _spans(text: str, row: bool, code: str, known: _Abbreviations) -> tuple[Span, ...]:
    """The sentences of a block; a table's row is one."""
    ends = [] if row else _ends(text, code, known)
    return tuple(_trimmed(text, [0, *_shortened(text, [*ends, len(text)])]))


_KEYS = ("abbreviations.never", "abbreviations.before_number", "abbreviations.closing")


@cache
def _abbreviations(*lists: tuple[str, ...]) -> _Abbreviations:
    return _Abbreviations(*(frozenset(fold(word).rstrip(".") for word in words) for words in lists))


def _shortened(text: str, ends: Iterable[int]) -> Iterator[int]:
    """Where sentences end, and the endless ones are cut."""
    start = 0
    for end in ends:
        yield from _pieces(text, start, end, LONGEST)
        start = end


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[int]:
    """Where the pieces of a span of a text end, each about `longest` characters at most."""
    while end - start > longest:
        start = _cut(text, start + longest // 2, start + longest, end)
        yield start
    if start < end:
        yield end


def _cut(text: str, low: int, high: int, end: int) -> int:
    """The best place from `low` on to cut a sentence, before `high` where there is one."""
    marks = (at + len(mark) for mark in _MARKS if (at := text.rfind(mark, low, high)) >= 0)
    blank = _BEHIND_WORD.search(text, high, min(end, high + _WINDOW)) or _BLANK.search(text, high, end)
    return next(marks, blank.end() if blank else end)


def _trimmed(text: str, ends: list[int]) -> Iterator[Span]:
    for start, end in pairwise(ends):
        if shown := _SHOWN.search(text, start, end):
            yield shown.span()


def _ends(text: str, code: str, known: _Abbreviations) -> list[int]:
    """Where sentences end within a block, but for the last."""
    ends = list(accumulate(map(len, _segments(code, text.translate(_SPACES)))))[:-1]
    kept = {end for end in ends if not _goes_on(text, end, known)}
    missed = {match.end() for match in _END.finditer(text) if _missed(text, match, known)}
    return sorted(kept | missed)


def _segments(code: str, text: str) -> Iterator[str]:
    """What sentencex makes of a text; of a very long one page by page, for it looks at all quotations."""
    start = 0
    for end in _pieces(text, 0, len(text), _PAGE):
        yield from segment(code, text[start:end])
        start = end


def _goes_on(text: str, end: int, known: _Abbreviations) -> bool:
    """Does the sentence go on where sentencex ended it?"""
    follows = text[end : end + _WINDOW].lstrip(" \xa0\u202f\n\t\"'«“(")
    if follows[:1].islower() and not follows[1:2].isupper():
        return True
    before = max(end - _WINDOW, 0)
    if _LIST_NUMBER.search(text, before, end) or _DECIMAL.match(text, end - 2):
        return True
    if _INITIAL.search(text, before, end):
        return follows[:1].isupper() and (follows[1:2] == "." or _opener(follows) not in known.openers)
    word = _abbreviated(text, end)
    return word in known.never or (word in known.before_number and follows[:1].isdigit())


def _missed(text: str, match: re.Match[str], known: _Abbreviations) -> bool:
    """Did sentencex run on: glued sentences, an ellipsis, `etc.` or `240 mm.` before a new sentence?"""
    start, end = match.span()
    if _enclosed(text, end):
        return False
    stop = text[start] == "." and text[start : start + 2] != ".."
    if not match[1]:
        return _glued(text, start, end, stop) and _abbreviated(text, start + 1) not in known.never
    if not stop:
        return text[start] in ".…"
    measured = _MEASURED.search(text, max(start - _WINDOW, 0), start)
    closes = measured or _abbreviated(text, start + 1) in known.closing
    return bool(closes) and _opener(text[end : end + _WINDOW]) in known.openers


def _glued(text: str, start: int, end: int, stop: bool) -> bool:
    """`said ?The` and `said.The`, but not `J.Smith`, `M.Dupont`, `U.S` or a sign in the name `Ya!Hoo`."""
    before = text[max(start - 3, 0) : start].rstrip(" \xa0\u202f")
    wordy = before[-2:].isalpha() and before[-1:].islower() if stop else before[-1:].islower()
    follows = text[end : end + 3].lstrip('«“"( \xa0\u202f')
    return (wordy or before[-1:] in "»”)%") and (not follows[1:2].isupper() and follows[1:2] != ".")


def _enclosed(text: str, end: int) -> bool:
    """Within brackets or quotation marks that are open here, and closed later (but not far off)."""
    low, high = max(end - _REACH, 0), end + _REACH
    return any(
        text.rfind(opening, low, end) > text.rfind(closing, low, end) and text.find(closing, end, high) > 0
        for opening, closing in ("«»", "“”", "()")
    )


def _abbreviated(text: str, end: int) -> str:
    """The word whose full stop stands before `end`, folded; an empty string for none."""
    word = _ABBREVIATED.search(text, max(end - _WINDOW, 0), end)
    return fold(word[1]) if word else ""


def _opener(text: str) -> str:
    word = _WORD.match(text)
    return fold(word[1]) if word else ""
