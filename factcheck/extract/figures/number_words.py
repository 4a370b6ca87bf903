"""The number words of one language, compiled from its file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.extract.lookup import Lookup
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import fold


class Tables(NamedTuple):
    """The number words of one language, folded."""

    numbers: Lookup[float]
    scales: dict[str, float]
    bare: frozenset[str]
    collectives: dict[str, float]
    abbreviations: dict[str, float]
    money: dict[str, float]
    sums: dict[str, tuple[float, str]]
    articles: frozenset[str]
    of: frozenset[str]
    joins: dict[str, frozenset[str]]
    between: frozenset[str]
    uncertain: frozenset[str]
    half: frozenset[str]
    and_half: Lookup[float]
    denominators: dict[str, float]
    plain_denominators: frozenset[str]
    fraction_one: frozenset[str]
    fraction_of: frozenset[str]
    not_before: frozenset[str]
    group: str
    point: frozenset[str]
    and_words: frozenset[str]
    coins: frozenset[str]
    singles: dict[str, float]
    starters: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Tables:
        """Compile `figures:`. Raises LexiconError where a table is missing."""
        numbers = lexicon.numbers("figures.numbers")
        articles = folds(lexicon.words("figures.articles"))
        scales = _folded(lexicon.numbers("figures.scales"))
        collectives = _folded(lexicon.numbers("figures.collectives"))
        half = folds(lexicon.words("figures.halves.before"))
        after = lexicon.words("figures.halves.after")
        denominators = _folded(lexicon.numbers("figures.fractions.denominators"))
        phrases = Lookup(numbers.items())
        alone = frozenset(word for word in phrases.firsts if word not in articles)
        return cls(
            numbers=phrases,
            scales=scales,
            bare=folds(lexicon.words("figures.bare")),
            collectives=collectives,
            abbreviations=lexicon.numbers("figures.abbreviations"),
            money=lexicon.numbers("figures.money"),
            sums=_sums(lexicon),
            articles=articles,
            of=folds(lexicon.words("figures.of")),
            joins={name: folds(words) for name, words in lexicon.lists("figures.joins").items()},
            between=folds(lexicon.words("figures.ranges.between")),
            uncertain=folds(lexicon.words("figures.uncertain")),
            half=half,
            and_half=Lookup((phrase, 0.5) for phrase in after),
            denominators=denominators,
            plain_denominators=folds(lexicon.words("figures.fractions.plain")),
            fraction_one=folds(lexicon.words("figures.fractions.one")),
            fraction_of=folds(lexicon.words("figures.fractions.of")),
            not_before=folds(lexicon.words("figures.fractions.not_before")),
            group=str(lexicon.get("figures.digits.group")),
            point=folds(lexicon.words("figures.point")),
            and_words=folds(lexicon.words("figures.ranges.and")),
            coins=folds(lexicon.words("figures.coins")),
            singles={fold(word): value for word, value in numbers.items() if 1 < value < 10},
            starters=alone
            | scales.keys()
            | collectives.keys()
            | half
            | denominators.keys()
            | {fold(phrase).split()[-1] for phrase in after},
        )


def folds(names: Iterable[str]) -> frozenset[str]:
    """Words, folded."""
    return frozenset(fold(name) for name in names)


def _sums(lexicon: Lexicon) -> dict[str, tuple[float, str]]:
    rows = lexicon.lists("figures.sums").items()
    return {word: (float(scale), symbol) for word, (scale, symbol) in rows}


def _folded(table: dict[str, float]) -> dict[str, float]:
    return {fold(name): value for name, value in table.items()}
