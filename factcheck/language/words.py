"""The one pass that cuts an article into words; every later stage looks words up in it."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where each starts and ends, and its folded form."""

    starts: Sequence[int]
    ends: Sequence[int]
    folded: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, start: int, end: int) -> range:
        """The indices of the words that start in `start:end`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0].lower() if char not in "œŒæÆßøØ" else char.lower()
        self[code] = folded = base if len(base) == 1 else char
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` in lower case and without accents, character by character: offsets stay the same."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def words(prose: str) -> Words:
    """Cut a text into words; digits and letters count, `d'entre` is two words, `15k` is one."""
    folded = fold(prose)
    # a long text has millions of words: their places take four bytes each, and no word is kept twice
    spans = array("I", chain.from_iterable(match.span() for match in _WORD.finditer(prose)))
    starts, ends = spans[::2], spans[1::2]
    once: dict[str, str] = {}
    known = [once.setdefault(word, word) for word in (folded[s:e] for s, e in zip(starts, ends, strict=True))]
    return Words(starts, ends, known)


def written(phrase: str) -> list[str]:
    """The words of a phrase as they are written, without their places."""
    return _WORD.findall(phrase)


def folded(phrase: str) -> list[str]:
    """The folded words of a phrase, without their places."""
    plain = fold(phrase)
    return [plain] if plain.isalnum() else _WORD.findall(plain)
