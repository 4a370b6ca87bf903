"""Sums of money whose magnitude and currency are written as one: `300 MEUR`, `2,5 G$`, `€300MM`, `300 EUR
millones`, `300 mdp`, `USD10m`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.figures.measures import Measures, ahead
from factcheck.extract.figures.number_words import Tables
from factcheck.extract.lookup import Text
from factcheck.language.units import is_currency
from factcheck.language.words import Words

_GLUED = re.compile(r"[A-Za-z][0-9]")
_CODE = 3
_MILLION = 1e6


class Sum(NamedTuple):
    """A magnitude with the currency that is one word with it, if any, and the last word that they take."""

    scale: float
    symbol: str | None
    last: int


def part_codes(prose: str, cut: Words, measures: Measures) -> Words:
    """The words of a text, a currency's code cut from the digits that it is glued to: `USD10m`, `Rs5`."""
    codes = dict(_codes(prose, cut, measures))
    if not codes:
        return cut
    starts: list[int] = []
    ends: list[int] = []
    folded: list[str] = []
    for i, (start, end, word) in enumerate(zip(cut.starts, cut.ends, cut.folded, strict=True)):
        at = codes.get(i)
        pieces = ((start, end),) if at is None else ((start, at), (at, end))
        for low, high in pieces:
            starts.append(low)
            ends.append(high)
            folded.append(word[low - start : high - start])
    return Words(starts, ends, folded)


def _codes(prose: str, cut: Words, measures: Measures) -> Iterator[tuple[int, int]]:
    """The words that begin with a currency's code glued to digits, each with where the code ends."""
    for match in _GLUED.finditer(prose):
        at = match.start() + 1
        i = cut.within(0, at)[-1]
        if prose[cut.starts[i] : at] in measures.codes:
            yield i, at


def magnitude(text: Text, first: int, last: int, words: Tables, measures: Measures) -> Sum | None:
    """The magnitude that stands behind a number in digits, and is none without a currency."""
    at = last + 1
    if not text.linked(last):
        return _behind_sign(text, last, words, measures)
    exact = text.prose[text.starts[at] : text.ends[at]]
    if exact in measures.codes and text.flows(at):
        scale = words.scales.get(text.word(at + 1), 0.0)
        return Sum(scale, measures.codes[exact], at + 1) if scale >= _MILLION else None
    found = joined(exact, words, measures)
    if found:
        return found._replace(last=at)
    scale = words.money.get(exact, words.abbreviations.get(exact, 0.0))
    return Sum(scale, None, at) if scale and is_sum(text, first, at, measures, words) else None


def joined(letters: str, words: Tables, measures: Measures) -> Sum | None:
    """A magnitude and a currency that are one word: `MEUR`, `mdp`."""
    if letters in words.sums:
        return Sum(*words.sums[letters], 0)
    for size in range(1, len(letters) - _CODE + 1):
        scale = words.abbreviations.get(letters[:size]) or words.money.get(letters[:size])
        if scale and letters[size:] in measures.codes:
            return Sum(scale, measures.codes[letters[size:]], 0)
    return None


def _behind_sign(text: Text, last: int, words: Tables, measures: Measures) -> Sum | None:
    """`300 € millones`: a currency's sign, then the magnitude."""
    sign = measures.after.match(text.prose, text.ends[last])
    if sign is None or not is_currency(measures.signs[sign[1]]):
        return None
    scale = words.scales.get(text.word(last + 1), 0.0)
    beside = text.starts[last + 1] - sign.end() == 1 if scale >= _MILLION else False
    return Sum(scale, measures.signs[sign[1]], last + 1) if beside else None


def is_sum(text: Text, first: int, last: int, measures: Measures, words: Tables) -> bool:
    """Whether a currency stands before a number, or behind word `last`."""
    if ahead(text, first, text.starts[first], 0, measures):
        return True
    sign = measures.after.match(text.prose, text.ends[last])
    if sign:
        return is_currency(measures.signs[sign[1]])
    at = last + 1 + (text.word(last + 1) in words.of and text.close(last + 1))
    found = measures.names.at(text, at) if text.flows(last) else None
    return found is not None and is_currency(found[0].symbol)
