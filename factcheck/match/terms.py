"""Words into terms: the stem that a word shares with its inflections, and the concept that it shares
with its synonyms and with its translations (`concepts` and `countries` of the language files)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

import Stemmer

from factcheck.language.lexicon import Lexicon, languages, load
from factcheck.language.tables import STEMMED, built
from factcheck.language.words import Words, fold, folded, words

STEMS = 100_000
"""How many words of a language are kept with their stems and keys: more than its common ones."""
YEAR = re.compile(r"(?:19|20)\d\d$")
Sequences = Mapping[str, Sequence[tuple[Sequence[str], str]]]
"""By their first stem, the stem sequences of several words that mean a concept, the longest first."""


class Term(NamedTuple):
    """What one word of a text says: its stem and the concepts that it belongs to.

    With `compound`, the last key is a concept that several words make up together."""

    word: int
    keys: tuple[str, ...]
    compound: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """What one language makes of words: stems, stop words and concepts."""

    code: str
    stem: Callable[[str], str]
    stopwords: frozenset[str]
    single: Mapping[str, Sequence[str]]
    exact: Mapping[str, Sequence[str]]
    sequences: Sequences
    memo: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of one folded word: none for a stop word or a number, else its stem and its concepts."""
        found = self.memo.get(word)
        if found is None:
            if len(self.memo) >= STEMS:
                self.memo.clear()
            found = self.memo[word] = self._keys(word)
        return found

    def knows(self, word: str) -> bool:
        """Whether a folded word is one of the language: a stop word, or one with a concept."""
        return word in self.stopwords or len(self.keys(word)) > 1

    def _keys(self, word: str) -> tuple[str, ...]:
        if word in self.stopwords or len(word) < 2:
            return ()
        if word[0].isdigit():
            return (word,) if YEAR.match(word) else ()
        stem = self.stem(word)
        return (stem, *self.single.get(stem, ()), *self.exact.get(word, ()))

    def terms(self, text: Words, within: range) -> Iterator[Term]:
        """The terms of a stretch of words, in order; a phrase that means a concept adds it to its words."""
        stems = list(map(self.stem, text.folded[within.start : within.stop]))
        until, concept = 0, ""
        for at, index in enumerate(within):
            if at >= until and stems[at] in self.sequences:
                length, concept = self._phrase(stems, at)
                until = at + length
            if at < until:
                yield Term(index, (concept,), compound=True)
                continue
            keys = self.keys(text.folded[index])
            if keys:
                yield Term(index, keys)

    def _phrase(self, stems: list[str], at: int) -> tuple[int, str]:
        """How many words from `at` on make up a concept, and which; 0 for none."""
        for sequence, concept in self.sequences[stems[at]]:
            if stems[at : at + len(sequence)] == sequence:
                return len(sequence), concept
        return 0, ""


def _concepts(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Each form of a concept or a country, folded, with its key."""
    for section, mark in (("concepts", "@"), ("countries", "#")):
        for name, forms in lexicon.lines(section).items():
            key = mark + name
            for form in fold("\n".join(forms)).split("\n"):
                yield form, key


def countries(keys: Iterable[str]) -> frozenset[str]:
    """The countries among some keys."""
    return frozenset(key for key in keys if key[0] == "#")


def years(keys: Iterable[str]) -> frozenset[str]:
    """The years among some keys."""
    return frozenset(key for key in keys if len(key) == 4 and key.isdigit())


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language, built once. Raises LexiconError where there is no such language."""
    lexicon = load(code)
    # its own cache costs more than the stemming
    stem = lru_cache(STEMS)(Stemmer.Stemmer(str(lexicon.get("stemmer")), 0).stemWord)
    made = built(f"{code}{STEMMED}")
    if not made or made["stemmer"] != Stemmer.version():
        made = stemmed(lexicon, stem)
    return Vocabulary(
        code, stem, frozenset(made["stopwords"]), made["single"], made["exact"], made["sequences"]
    )


def stemmed(lexicon: Lexicon, stem: Callable[[str], str]) -> dict[str, Any]:
    """The words of a language's vocabulary as plain data, with the stemmer's version: what takes its time."""
    single: dict[str, list[str]] = defaultdict(list)
    exact: dict[str, list[str]] = defaultdict(list)
    sequences: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for form, concept in _concepts(lexicon):
        if form.isalnum():
            if concept not in single[first := stem(form)]:
                single[first].append(concept)
            continue
        said = folded(form)
        stems = list(map(stem, said))
        if form.startswith("="):
            exact[said[0]].append(concept)
        elif len(stems) == 1 and concept not in single[stems[0]]:
            single[stems[0]].append(concept)
        elif len(stems) > 1:
            sequences[stems[0]].append((stems, concept))
    common = (*lexicon.words("stopwords"), *lexicon.words("common"))
    longest = {first: sorted(found, key=lambda row: -len(row[0])) for first, found in sequences.items()}
    return {
        "stemmer": Stemmer.version(),
        "stopwords": sorted({word for entry in common for word in folded(entry)}),
        "single": dict(single),
        "exact": dict(exact),
        "sequences": longest,
    }


def phrase_languages(text: Words) -> list[str]:
    """The languages that a registry's phrase may be in: those that know the most of its words, as stop words
    or as concepts. There may be several."""
    votes = {code: sum(vocabulary(code).knows(word) for word in text.folded) for code in languages()}
    most = max(votes.values(), default=0)
    return [code for code, count in votes.items() if count == most]


_LEARNT: dict[str, tuple[Sequence[str], Sequence[Sequence[str]]]] = {}


def learn(phrases: Mapping[str, tuple[Sequence[str], Sequence[Sequence[str]]]]) -> None:
    """Take what phrases are said to be: the languages that each is `spoken` in, and its `phrase_slots`."""
    _LEARNT.clear()
    _LEARNT.update(phrases)


@lru_cache(maxsize=100_000)
def spoken(phrase: str) -> tuple[str, ...]:
    """The languages that a phrase of the registry may be in."""
    if phrase in _LEARNT:
        return tuple(_LEARNT[phrase][0])
    return tuple(phrase_languages(words(phrase)))


@lru_cache(maxsize=100_000)
def phrase_slots(phrase: str) -> list[frozenset[str]]:
    """The places of a registry's phrase: each the keys, in any language that it may be in, that a text may
    have there. Words of one concept make one place; where a word has concepts, they stand for it. A name is
    one in every language: it has its stem in each, too."""
    if phrase in _LEARNT:
        return list(map(frozenset, _LEARNT[phrase][1]))
    text = words(phrase)
    measures = _measures(text)
    slots: dict[str, set[str]] = {}
    for code in spoken(phrase):
        for term in vocabulary(code).terms(text, range(len(text))):
            if term.compound:
                slots.setdefault(term.keys[0], set()).update(term.keys)
            elif term.word not in measures:
                slots.setdefault(str(term.word), set()).update(term.keys[1:] or term.keys)
    for place, keys in slots.items():
        if place.isdigit() and _may_name(phrase, text, int(place), keys):
            if _hyphened(phrase, text, int(place)):
                keys.clear()  # Pierre-Mauraine is no stone
            keys.update(stems(text.folded[int(place)]))
    return list(dict.fromkeys(map(frozenset, slots.values())))


def _may_name(phrase: str, text: Words, at: int, keys: Iterable[str]) -> bool:
    """Whether a word of a phrase may be a name's: it has a capital, which at the phrase's head tells only of
    a word without a concept or before another capital ("Port Lorne", not "Coach of")."""
    first = at == 0 and len(text) > 1 and not _capital(phrase, text, 1)
    return _capital(phrase, text, at) and not (first and any(key[0] in "@#" for key in keys))


def _hyphened(phrase: str, text: Words, at: int) -> bool:
    """Whether a hyphen joins a word to another with a capital: with one of its own, both are one name."""
    pairs = ((other, min(at, other)) for other in (at - 1, at + 1) if 0 <= other < len(text))
    return any(
        _capital(phrase, text, other) and phrase[text.ends[low] : text.starts[low + 1]] == "-"
        for other, low in pairs
    )


def _capital(phrase: str, text: Words, at: int) -> bool:
    return phrase[text.starts[at]].isupper()


@lru_cache(maxsize=100_000)
def stems(word: str) -> frozenset[str]:
    """The stems that a folded word has in all languages."""
    return frozenset(key for code in languages() for key in vocabulary(code).keys(word)[:1])


@cache
def _units() -> frozenset[tuple[str, ...]]:
    names = (name for code in languages() for names in load(code).lists("units").values() for name in names)
    return frozenset(tuple(folded(name)) for name in names if len(name) > 2)


def _measures(text: Words) -> frozenset[int]:
    """The words of a phrase that are a unit ("billion Swiss francs"): a text has them in its figures."""
    found: set[int] = set()
    for at in range(len(text)):
        for length in (3, 2, 1):
            if tuple(text.folded[at : at + length]) in _units() and at + length <= len(text):
                found.update(range(at, at + length))
                break
    return frozenset(found)
