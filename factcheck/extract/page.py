"""A text by its words: which they are, and what stands between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from factcheck.language.lexicon import Lexicon
from factcheck.language.words import Words, folded

T = TypeVar("T")
Phrase = tuple[str, ...]

_PLAIN = frozenset(("", "-", "'", "’", "‑"))
_LONGEST = 4  # words of a phrase


def phrase(text: str) -> Phrase:
    """A phrase of the lexicon as folded words."""
    return tuple(folded(text))


def phrases(lexicon: Lexicon, key: str) -> dict[Phrase, str]:
    """The phrases that stand at a key of a language. Raises LexiconError where it has none."""
    return {phrase(text): text for text in lexicon.words(key)}


class Page(NamedTuple):
    """A text and its words. Indices are those of the words; any index may be asked about."""

    prose: str
    words: Words

    def word(self, i: int) -> str:
        """The folded word at an index; empty beyond either end."""
        return self.words.folded[i] if 0 <= i < len(self.words.folded) else ""

    def gap(self, i: int) -> str:
        """What stands between the words i - 1 and i, trimmed; `¶` where a line or the text ends."""
        if not 0 < i < len(self.words.folded):
            return "¶"
        between = self.prose[self.words.ends[i - 1] : self.words.starts[i]]
        trimmed = between.strip()
        return "¶" if "\n" in between and (trimmed or between.count("\n") > 1) else trimmed

    def plain(self, i: int) -> bool:
        """Whether the words i - 1 and i stand together: a space, a hyphen or an apostrophe between."""
        return self.gap(i) in _PLAIN

    def before(self, i: int) -> str:
        """The character before a word; a space at the start."""
        start = self.words.starts[i]
        return self.prose[start - 1] if start else " "

    def after(self, i: int, length: int = 1) -> str:
        """The characters after a word; fewer, or none, at the end."""
        end = self.words.ends[i]
        return self.prose[end : end + length]

    def capital(self, i: int) -> bool:
        """Whether a word begins with a capital."""
        return 0 <= i < len(self.words.folded) and self.prose[self.words.starts[i]].isupper()

    def behind(self, i: int, table: Mapping[Phrase, T]) -> tuple[T, int] | None:
        """The longest phrase of a table that ends right before word i: its name and its first word."""
        return self.ending(i - 1, table) if self.plain(i) else None

    def ending(self, last: int, table: Mapping[Phrase, T]) -> tuple[T, int] | None:
        """The longest phrase of a table that ends with the word `last`: its name and its first word."""
        found: tuple[T, int] | None = None
        for first in range(last, max(last - _LONGEST, -1), -1):
            if first < last and not self.plain(first + 1):
                break
            name = table.get(tuple(self.words.folded[first : last + 1]))
            found = found if name is None else (name, first)
        return found

    def ahead(self, i: int, table: Mapping[Phrase, T]) -> tuple[T, int] | None:
        """The longest phrase of a table that begins at word i: its name and its last word."""
        found: tuple[T, int] | None = None
        for last in range(i, min(i + _LONGEST, len(self.words.folded))):
            if last > i and not self.plain(last):
                break
            name = table.get(tuple(self.words.folded[i : last + 1]))
            found = found if name is None else (name, last)
        return found

    def stops(self, i: int) -> bool:
        """Whether a sentence ends between the words i - 1 and i."""
        gap = self.gap(i)
        return "¶" in gap or any(mark in gap for mark in "!?…|") or ("." in gap and self.capital(i))

    def sentence(self, i: int, reach: int, before: int = 0) -> range:
        """The words of the sentence that holds word i, and of so many `before` it, at most `reach` away."""
        first = last = i
        while first > max(0, i - reach) and (before > 0 or not self.stops(first)):
            before -= self.stops(first)
            first -= 1
        while last + 1 < min(len(self.words), i + reach) and not self.stops(last + 1):
            last += 1
        return range(first, last + 1)
