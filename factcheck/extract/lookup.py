"""An article's words with what lies between them, and a language's phrases looked up among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar, get_origin, get_type_hints

from factcheck.language.lexicon import Lexicon
from factcheck.language.words import Words, fold, folded

T = TypeVar("T")
_EDGE = "\n\n"
_SPACES = frozenset(" \n\u00a0\u202f\u2009")
_HYPHENS = frozenset("-\u2010\u2011")
_LINKS = _HYPHENS | frozenset("'’./") | {". "}


class Text(NamedTuple):
    """An article's prose, its words, and what lies between them."""

    prose: str
    starts: Sequence[int]
    ends: Sequence[int]
    folded: list[str]

    @classmethod
    def of(cls, prose: str, cut: Words) -> Text:
        """The prose with its words."""
        return cls(prose, cut.starts, cut.ends, cut.folded)

    def gap(self, i: int) -> str:
        """What lies between word `i` and the next; a blank line before the first and after the last."""
        if 0 <= i < len(self.starts) - 1:
            return self.prose[self.ends[i] : self.starts[i + 1]]
        return _EDGE

    def gap_behind(self, last: int, end: int) -> str:
        """What lies between an offset, in or after word `last` (behind its `%`), and the next word."""
        return self.prose[end : self.starts[last + 1]] if last + 1 < len(self.starts) else _EDGE

    def gap_before(self, first: int, start: int) -> str:
        """What lies between the word before word `first` and an offset, in or before that (at its `$`)."""
        return self.prose[self.ends[first - 1] : start] if first > 0 else _EDGE

    def flows(self, i: int) -> bool:
        """Whether nothing but a space or a soft line break lies between word `i` and the next."""
        return spaced(self.gap(i))

    def linked(self, i: int) -> bool:
        """Whether a space or a hyphen lies between word `i` and the next: `neuf millions`, `28-thousand`."""
        gap = self.gap(i)
        return gap in _HYPHENS or spaced(gap)

    def close(self, i: int) -> bool:
        """Whether words `i` and the next may be parts of one phrase: `vingt-sept`, `jusqu'à`, `sq. km`."""
        gap = self.gap(i)
        return gap in _LINKS or spaced(gap)

    def holding(self, i: int, end: int) -> int:
        """The word that holds the character before an offset, from word `i` on."""
        while i + 1 < len(self.starts) and self.starts[i + 1] < end:
            i += 1
        return i

    def word(self, i: int) -> str:
        """The folded word, or nothing outside the article."""
        return self.folded[i] if 0 <= i < len(self.folded) else ""

    def char(self, at: int) -> str:
        """The character at an offset, or nothing outside the article."""
        return self.prose[at : at + 1] if at >= 0 else ""


def spaced(gap: str) -> bool:
    """Whether a gap is a space, up to three (blanked emphasis marks), or a soft line break."""
    return gap in _SPACES or (gap.isspace() and (gap == " \n" or (len(gap) <= 3 and "\n" not in gap)))


def hyphened(gap: str) -> bool:
    """Whether a gap is a hyphen."""
    return gap in _HYPHENS


class Lookup(Generic[T]):
    """What phrases stand for, found by their first or by their last word; the longest wins."""

    __slots__ = ("firsts", "lasts")

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self.firsts: dict[str, list[tuple[list[str], T]]] = {}
        self.lasts: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in entries:
            tokens = folded(phrase)
            if tokens:
                self.firsts.setdefault(tokens[0], []).append((tokens, value))
                self.lasts.setdefault(tokens[-1], []).append((tokens, value))
        for table in (self.firsts, self.lasts):
            for rows in table.values():
                if len(rows) > 1:
                    rows.sort(key=lambda row: -len(row[0]))

    def at(self, text: Text, i: int) -> tuple[T, int] | None:
        """The value of the longest phrase that begins at word `i`, and its last word."""
        for tokens, value in self.firsts.get(text.word(i), ()):
            if _stands(text, tokens, i):
                return value, i + len(tokens) - 1
        return None

    def every(self, text: Text, i: int) -> Iterator[tuple[T, int]]:
        """The values of all phrases that begin at word `i`, the longest first, each with its last word."""
        for tokens, value in self.firsts.get(text.word(i), ()):
            if _stands(text, tokens, i):
                yield value, i + len(tokens) - 1

    def before(self, text: Text, i: int) -> tuple[T, int] | None:
        """The value of the longest phrase whose last word is `i`, and its first word."""
        for tokens, value in self.lasts.get(text.word(i), ()):
            if _stands(text, tokens, i - len(tokens) + 1):
                return value, i - len(tokens) + 1
        return None


def phrases(forms: Iterable[str]) -> Lookup[bool]:
    """Phrases that stand for nothing but themselves, to be found."""
    return Lookup((form, True) for form in forms)


def compiled(kind: type[T], lexicon: Lexicon, section: str, **given: object) -> T:
    """A table of turns out of a section of a language: each field of the `kind` that is not `given` holds
    what stands at the key of its name, phrases to be found where it is a `Lookup`, else folded words.

    Raises LexiconError where a key is missing."""
    read: dict[str, object] = dict(given)
    for name, of in get_type_hints(kind).items():
        if name not in given:
            words = lexicon.words(f"{section}.{name}")
            read[name] = phrases(words) if get_origin(of) is Lookup else frozenset(map(fold, words))
    return kind(**read)


def _stands(text: Text, tokens: list[str], i: int) -> bool:
    size = len(tokens)
    if size == 1:
        return True
    if i < 0 or text.folded[i : i + size] != tokens:
        return False
    return all(text.close(k) for k in range(i, i + size - 1))
