"""What a language puts between a role and its holder, and what a claim says of its role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.extract.page import Phrase, phrases
from factcheck.language.lexicon import load
from factcheck.language.words import folded
from factcheck.match.index import Entry, texts
from factcheck.match.terms import Vocabulary


class Said(NamedTuple):
    """What a claim says of its role, for a text in one language."""

    words: frozenset[str]
    keys: frozenset[str]
    vocabulary: Vocabulary

    @classmethod
    def of(cls, entry: Entry, vocabulary: Vocabulary) -> Said:
        """A claim's own words, and their keys."""
        return cls(words_of(texts(entry.claim)), frozenset(entry.keys), vocabulary)

    def own(self, word: str) -> bool:
        """Whether a folded word is one of the claim's, or means the same."""
        return word in self.words or not self.keys.isdisjoint(self.vocabulary.keys(word))

    def other(self, word: str) -> bool:
        """Whether a folded word tells something that the claim does not."""
        return bool(self.vocabulary.keys(word)) and not self.own(word)


@lru_cache(maxsize=4096)
def words_of(phrases: tuple[str, ...]) -> frozenset[str]:
    """The folded words of some phrases."""
    return frozenset(word for text in phrases for word in folded(text))


class Ties(NamedTuple):
    """What a language puts between a role and its holder, and what makes a role another."""

    qualities: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    holding: frozenset[str]
    adverbs: frozenset[str]
    passive: frozenset[str]
    appointed: frozenset[str]
    appointing: frozenset[str]
    called: frozenset[str]
    object: frozenset[str]
    prepositions: frozenset[str]
    adjuncts: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    coordinators: frozenset[str]
    possessive: frozenset[str]
    places: frozenset[str]
    prefixes: tuple[str, ...]
    as_: Mapping[Phrase, str]
    relations: Mapping[Phrase, str]
    replacing: Mapping[Phrase, str]
    before: Mapping[Phrase, str]
    after: Mapping[Phrase, str]


@cache
def ties(code: str) -> Ties:
    """The ties of a language, from its file's `holders`."""
    lexicon = load(code)

    single = lexicon.single_words
    sets = "qualities holding adverbs passive appointed appointing called object prepositions adjuncts places"
    return Ties(
        **{key: single(f"holders.{key}") for key in sets.split()},
        definite=single("attribution.definite"),
        articles=single("attribution.definite", "attribution.indefinite", "figures.articles"),
        titles=single("names.titles"),
        offices=single("attribution.offices", "holders.relations"),
        bodies=single("attribution.bodies"),
        coordinators=single("attribution.coordinators"),
        possessive=single("attribution.possessive"),
        prefixes=lexicon.words("holders.prefixes"),
        as_=phrases(lexicon, "holders.as"),
        relations=phrases(lexicon, "holders.relations"),
        replacing=phrases(lexicon, "holders.replacing"),
        before=phrases(lexicon, "holders.before"),
        after=phrases(lexicon, "holders.after"),
    )
