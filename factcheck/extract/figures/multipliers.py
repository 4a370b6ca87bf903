"""Figures that are a proportion in words: multipliers (`fourfold`, `multiplié par quatre`) and `half`,
`la moitié`."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.figures.fractions import Numeral
from factcheck.extract.figures.measures import Measures
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, hyphened, phrases
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import dimension
from factcheck.language.words import fold


class Multipliers(NamedTuple):
    """The multipliers and the fraction words of a language."""

    before: Lookup[bool]
    after: Lookup[bool]
    words: Lookup[tuple[float, str]]
    adverbs: dict[str, float]
    not_after: frozenset[str]
    fractions: dict[str, float]
    halves: frozenset[str]
    fraction_before: frozenset[str]
    fraction_not_after: frozenset[str]
    articles: frozenset[str]
    or_words: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Multipliers:
        """Compile `figures.multipliers` and `figures.fractions`. Raises LexiconError where a table is
        missing."""
        fractions = lexicon.numbers("figures.fractions.words").items()
        words = lexicon.numbers("figures.multipliers.words")
        return cls(
            before=phrases(lexicon.words("figures.multipliers.before")),
            after=phrases(lexicon.words("figures.multipliers.after")),
            words=Lookup((word, (value, word)) for word, value in words.items()),
            adverbs={
                fold(word): value for word, value in lexicon.numbers("figures.multipliers.adverbs").items()
            },
            not_after=folds(lexicon.words("figures.multipliers.not_after")),
            fractions={fold(word): value for word, value in fractions},
            halves=folds(lexicon.words("figures.halves.before")),
            fraction_before=folds(lexicon.words("figures.fractions.before")),
            fraction_not_after=folds(lexicon.words("figures.fractions.not_after")),
            articles=folds(lexicon.words("figures.articles")),
            or_words=folds(lexicon.words("figures.ranges.or")),
        )

    @property
    def starters(self) -> frozenset[str]:
        """The words that may begin one of these; `x4` among them."""
        signs = {f"x{number}" for number in range(2, 101)}
        return frozenset(self.words.firsts.keys() | self.fractions.keys() | self.adverbs.keys() | signs)


def multiplied(text: Text, first: int, last: int, table: Multipliers) -> bool:
    """Whether the words around a number make it a multiplier: `multiplié par quatre`, `four times as
    much`."""
    if text.linked(last) and table.after.at(text, last + 1):
        return True
    return text.flows(first - 1) and table.before.before(text, first - 1) is not None


def multiplier_word(text: Text, i: int, table: Multipliers) -> Numeral | None:
    """A word that is a multiplier by itself: `tripled`, `doublé` (but not `double`), `twice` in `twice
    as many`."""
    found = table.words.at(text, i)
    if found is None or (text.word(i - 1) in table.not_after and text.flows(i - 1)):
        return None
    (value, word), _ = found
    accented = not word.isascii() and text.prose[text.starts[i] : text.ends[i]].lower() != word
    return None if accented else Numeral(value, i, i)


def adverb(text: Text, i: int, table: Multipliers) -> Numeral | None:
    """An adverb of number: `twice in ten years`, but not `once or twice`, `twice-married`."""
    value = table.adverbs.get(text.folded[i])
    lonely = (
        value is None or (text.flows(i - 1) and text.word(i - 1) in table.or_words) or hyphened(text.gap(i))
    )
    return None if lonely or value is None else Numeral(value, i, i)


def fraction_word(text: Text, i: int, table: Multipliers, measures: Measures) -> Numeral | None:
    """`la moitié`, `half of`, and the half of a unit: `half an hour`, `une demi-heure`."""
    word = text.folded[i]
    if text.word(i - 1) in table.fraction_not_after and text.flows(i - 1):
        return None
    if word in table.fractions and (not table.fraction_before or text.word(i + 1) in table.fraction_before):
        return Numeral(table.fractions[word], i, i, share=True)
    return _half_of_unit(text, i, measures, table) if word in table.halves and text.linked(i) else None


def _half_of_unit(text: Text, i: int, measures: Measures, table: Multipliers) -> Numeral | None:
    last = i + (text.word(i + 1) in table.articles and text.flows(i + 1))
    unit = measures.names.at(text, last + 1)
    if unit is None or dimension(unit[0].symbol) not in ("time", "length", "mass", "volume"):
        return None
    return Numeral(0.5, i, last)
