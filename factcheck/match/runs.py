"""Where a text says a phrase of the registry: the words that say as much of it as all do, close together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.language.words import words
from factcheck.match.index import Phrase
from factcheck.match.terms import Term, phrase_languages, stems, vocabulary

Hit = tuple[int, frozenset[int]]
"""A word and the places of a phrase that it fills."""


def hits(phrase: Phrase, terms: Sequence[Term]) -> list[Hit]:
    """The words that fill places of a phrase, in order."""
    found = (
        (
            term.word,
            frozenset(at for at, slot in enumerate(phrase.slots) if not slot.keys.isdisjoint(term.keys)),
        )
        for term in terms
    )
    return [(word, places) for word, places in found if places]


def tightest(said: Sequence[Hit]) -> range:
    """The shortest run of words that fills as many places as all do; empty where there are none."""
    missing = {place: 0 for _, places in said for place in places}
    best, first, lacking = range(0), 0, len(missing)
    for last, (word, places) in enumerate(said):
        for place in places:
            lacking -= not missing[place]
            missing[place] += 1
        while not lacking and first <= last:
            start, gone = said[first]
            if not best or word + 1 - start < len(best):
                best = range(start, word + 1)
            for place in gone:
                missing[place] -= 1
                lacking += not missing[place]
            first += 1
    return best


@cache
def proper(phrases: tuple[str, ...]) -> frozenset[str]:
    """The keys of the proper names in a claim's phrases: of words that no phrase has in lower case, nor only
    at its head."""
    capital: set[str] = set()
    lower: set[str] = set()
    for phrase in phrases:
        text = words(phrase)
        for code in phrase_languages(text):
            for term in vocabulary(code).terms(text, range(len(text))):
                start, end = text.starts[term.word], text.ends[term.word]
                if not phrase[start].isupper():
                    lower.update(term.keys)
                elif term.word or _own_capital(phrase, start, end):
                    capital.update(term.keys, stems(text.folded[term.word]))
    return frozenset(capital - lower)


def _own_capital(phrase: str, start: int, end: int) -> bool:
    """Whether a phrase's first word is an acronym, or has something: "Valdoria's minister"."""
    acronym = end - start > 1 and phrase[start:end].isupper()
    return acronym or (end - start > 2 and phrase[end : end + 1] in ("'", "’"))
