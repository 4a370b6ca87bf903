"""Phrases looked up by their first word, so that a text costs one look-up a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.language.words import fold

_WORD = re.compile(r"#|\w+")


class Phrases:
    """Phrases in named groups. `#` in a phrase stands for a number."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group, phrases in groups.items():
            for phrase in phrases:
                words = tuple(_WORD.findall(fold(phrase)))
                self._table.setdefault(words[0], []).append((words, group))

    def at(self, words: Sequence[str], start: int = 0) -> Iterator[tuple[str, int]]:
        """The groups that have a phrase beginning at a word, and the index after the phrase."""
        first = words[start] if start < len(words) else ""
        for phrase, group in self._table.get("#" if first[:1].isdigit() else first, ()):
            if end := _match(phrase, words, start):
                yield group, end

    def within(self, words: Sequence[str]) -> bool:
        """Does any phrase stand anywhere among the words?"""
        begun = (at for at, word in enumerate(words) if word in self._table or word[:1].isdigit())
        return any(True for start in begun for _ in self.at(words, start))


def _match(phrase: Sequence[str], words: Sequence[str], at: int) -> int | None:
    """The index after the phrase; a number may be several words (`1.2k`, `12 000`)."""
    for word in phrase:
        if at >= len(words) or not (words[at][:1].isdigit() if word == "#" else words[at] == word):
            return None
        at += 1
        while word == "#" and at < len(words) and words[at][:1].isdigit():
            at += 1
    return at
