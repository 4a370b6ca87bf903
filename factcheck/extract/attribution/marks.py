"""A sentence as words, each marked with the lexicon's phrases that start there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from factcheck.extract.dates.datewords import YEARS
from factcheck.language.words import fold, folded, words

Marks = Mapping[str, int]
"""The kinds of phrase that start at a word, each with the index of the word after the phrase."""

_NONE: Marks = {}
_SIGNS = {":": ":", ";": ";", ",": ",", "(": "(", ")": ")", "|": "|", "percents": "%", "quotes": '»”"“«'}
"""The kinds of punctuation, marked at the word behind it (at the sentence's end behind its last word)."""
_STOPS = frozenset(',;:.!?()[]|…«»“”"–—')
_INNER = frozenset({" ", ",", ".", ":", ". "})
_GAP = "…"
_REACH = 16
_INTERJECTED = "interjected"


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence. `gaps[i]` is what stands before word i, `gaps[-1]` what ends the sentence;
    `cuts[i]` tells whether punctuation parts word i from the one before, `heads[i]` and `stops[i]` where the
    run without punctuation that holds word i starts and ends; `turns` are the words before which something
    was thrown in. `marks[i]` are the phrases that start at word i, `numbers` (in words from five), `counts`
    (a number that is neither a year nor a day beside a month) and the signs of punctuation before it."""

    folded: list[str]
    raw: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: list[str]
    cuts: list[bool]
    heads: list[int]
    stops: list[int]
    marks: list[Marks]
    turns: frozenset[int]

    def __len__(self) -> int:
        return len(self.folded)

    def has(self, index: int, *kinds: str) -> bool:
        """Whether one of the kinds is marked at a word of the sentence."""
        marks = self.marks[index] if 0 <= index < len(self.marks) else _NONE
        return bool(marks) and not marks.keys().isdisjoint(kinds)

    def any(self, low: int, high: int, *kinds: str) -> bool:
        """Whether one of the kinds is marked at one of the words `low:high`."""
        return self.first(low, high, *kinds) < high

    def first(self, low: int, high: int, *kinds: str) -> int:
        """The first of the words `low:high` at which one of the kinds is marked; `high` if there is none."""
        marks = self.marks
        for k in range(max(0, low), min(high, len(marks))):
            if marks[k] and not marks[k].keys().isdisjoint(kinds):
                return k
        return high

    def last(self, low: int, high: int, *kinds: str) -> int:
        """The last of the same; `low` if there is none."""
        marks = self.marks
        for k in range(min(high, len(marks)) - 1, max(-1, low), -1):
            if marks[k] and not marks[k].keys().isdisjoint(kinds):
                return k
        return low

    def capital(self, index: int) -> bool:
        """Whether a word is written with a capital."""
        return self.raw[index][0].isupper()

    def plural(self, index: int) -> bool:
        """Whether a noun ends as plurals do in the languages of the news."""
        return self.folded[index].endswith(("s", "x")) and not self.folded[index].endswith("ss")

    def run(self, start: int) -> int:
        """The end of the run without punctuation that starts at a word: `start` where some stands there."""
        if start >= len(self):
            return len(self)
        return start if self.cuts[start] else self.stops[start]

    def back(self, k: int, reach: int) -> int:
        """The word up to `reach` words before one that no punctuation parts from it."""
        return max(k - reach, self.heads[k])

    def text(self, first: int, last: int, prose: str) -> str:
        """The text from a word to the one before `last`, its white space made single spaces."""
        return " ".join(prose[self.starts[first] : self.ends[last - 1]].split())


class Lists:
    """Phrases of one or more words, looked up by their first word. `…` stands for a few words or none."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        """`kinds` maps the name of a kind to its phrases."""
        table: dict[str, dict[tuple[tuple[str, ...], str, tuple[str, ...]], None]] = {}
        alone: dict[str, dict[str, None]] = {}
        for kind, phrase in ((kind, phrase) for kind, phrases in kinds.items() for phrase in phrases):
            if (word := fold(phrase)).isalnum():  # of thousands, most
                alone.setdefault(word, {})[kind] = None
                continue
            head, _, tail = word.partition(_GAP)
            first, later = tuple(folded(head)), tuple(folded(tail))
            if len(first) == 1 and not later:
                alone.setdefault(first[0], {})[kind] = None
            elif first:
                table.setdefault(first[0], {})[first, kind, later] = None
        self._alone = {word: tuple(alone.get(word, ())) for word in (*alone, *table)}
        self._longer = {word: tuple(table.get(word, ())) for word in self._alone}

    def marks(self, folded: list[str], cuts: list[bool]) -> list[Marks]:
        """The marks of each word; the longest phrase of a kind wins, and none crosses punctuation."""
        return [self._at(folded, cuts, i) if word in self._alone else _NONE for i, word in enumerate(folded)]

    def _at(self, folded: list[str], cuts: list[bool], i: int) -> Marks:
        found = dict.fromkeys(self._alone[folded[i]], i + 1)
        for head, kind, tail in self._longer[folded[i]]:
            end = i + len(head)
            if tuple(folded[i:end]) != head or any(cuts[i + 1 : end]):
                continue
            near = range(end, min(end + _REACH, len(folded)) if tail else end + 1)
            if any(tuple(folded[k : k + len(tail)]) == tail for k in near):
                found[kind] = max(end, found.get(kind, 0))
        return found


def line(prose: str, lists: Lists) -> Line:
    """A sentence with what parts it from the word before, its words marked with the phrases that it holds.

    What is thrown in between commas (`for its part`, `, elle,`) is left out, commas and all."""
    text = words(prose)
    starts, ends, folded = text.starts, text.ends, text.folded
    gaps = [prose[a:b] for a, b in zip([0, *ends], [*starts, len(prose)], strict=True)]
    raw = [prose[a:b] for a, b in zip(starts, ends, strict=True)]
    cuts = [_cuts(gap) for gap in gaps]
    marks = lists.marks(folded, cuts)
    left_out = _thrown_in(marks, cuts)
    kept = [k for k in range(len(raw)) if k not in left_out]
    turns = frozenset(at for at, k in enumerate(kept) if k - 1 in left_out)
    if left_out:
        gaps = [*(" " if k - 1 in left_out else gaps[k] for k in kept), gaps[-1]]
        folded, raw = [folded[k] for k in kept], [raw[k] for k in kept]
        starts, ends = [starts[k] for k in kept], [ends[k] for k in kept]
        cuts = [_cuts(gap) for gap in gaps]
        marks = lists.marks(folded, cuts)
    last = len(raw)
    heads = [*accumulate((k if cut else 0 for k, cut in enumerate(cuts[:-1])), max)]
    stops = [*accumulate((k + 1 if cuts[k + 1] else last for k in reversed(range(last))), min)][::-1]
    marks = _signed(marks, folded, gaps, cuts)
    return Line(folded, raw, starts, ends, gaps, cuts, heads, stops, marks, turns)


def _thrown_in(marks: list[Marks], cuts: list[bool]) -> set[int]:
    """The words thrown in: a phrase anywhere but at the start, a single word only between commas."""
    found: set[int] = set()
    for k in range(1, len(marks)):
        end = marks[k].get(_INTERJECTED, 0)
        if end > k + 1 or (end and cuts[k] and cuts[end] and end < len(marks)):
            found.update(range(k, end))
    return found


def _signed(marks: list[Marks], folded: list[str], gaps: list[str], cuts: list[bool]) -> list[Marks]:
    """The marks with those of numbers, counts and punctuation."""
    kinds = [_signs(gap) for gap in gaps]
    for k in (k for k, word in enumerate(folded) if word[0].isdigit() or "numerals" in marks[k]):
        day = (k and "months" in marks[k - 1] and not cuts[k]) or (
            k + 1 < len(marks) and "months" in marks[k + 1] and not cuts[k + 1]
        )
        kinds[k] = (*kinds[k], "numbers", *(() if day or folded[k] in YEARS else ("counts",)))
    both = zip([*marks, _NONE], kinds, strict=True)
    return [
        {**found, **dict.fromkeys(more, k + 1)} if more else found for k, (found, more) in enumerate(both)
    ]


@lru_cache(256)
def _signs(gap: str) -> tuple[str, ...]:
    return tuple(kind for kind, signs in _SIGNS.items() if not frozenset(signs).isdisjoint(gap))


def _cuts(gap: str) -> bool:
    """Whether a gap holds punctuation; what stands inside a number or an abbreviation does not count."""
    return gap not in _INNER and (" - " in gap or not _STOPS.isdisjoint(gap))
