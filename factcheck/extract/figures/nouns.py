"""The noun that a figure counts, told without a grammar: what stands before the next closed-class word."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Text, hyphened, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.model import Span

_LONGEST = 3


class Nouns(NamedTuple):
    """The closed-class words of a language: those that a figure's noun stops at, those that stand before it,
    and the definite ones of these, which begin another noun right behind a number."""

    closed: frozenset[str]
    skip: frozenset[str]
    auxiliaries: frozenset[str]
    definite: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Nouns:
        """Compile the lists. Raises LexiconError where one is missing."""
        stops = folds(lexicon.words("figures.stops"))
        common = folds((*lexicon.words("stopwords"), *lexicon.words("common")))
        numbers = folds((*lexicon.numbers("figures.numbers"), *lexicon.numbers("figures.scales")))
        skip = folds(lexicon.words("figures.skip"))
        return cls(
            closed=common | stops | numbers,
            skip=skip,
            auxiliaries=folds(lexicon.words("figures.auxiliaries")),
            definite=folds(lexicon.words("attribution.definite")),
        )


def noun_after(text: Text, last: int, end: int, nouns: Nouns) -> tuple[Span, int] | None:
    """The span of the noun after a figure that ends at `end` with word `last`, and the noun's last word;
    None where a verb, a pronoun or nothing follows."""
    i = last + 1
    gap = text.gap_behind(last, end)
    hung = hyphened(gap) and (text.folded[last].isdecimal() or text.word(i) in nouns.skip)
    if not spaced(gap) and not hung:  # the 27-nation bloc, forty-odd people
        return None
    if text.word(i) in nouns.definite and text.folded[last].isdecimal():  # 31,000 the year before
        return None
    while text.word(i) in nouns.skip and text.close(i):
        i += 1
    if not _content(text, i, nouns):
        return None
    head = i
    while i - head < _LONGEST - 1 and text.linked(i) and _content(text, i + 1, nouns):
        i += 1
    return (text.starts[head], text.ends[i]), i


def _content(text: Text, i: int, nouns: Nouns) -> bool:
    word = text.word(i)
    return word[:1].isalpha() and word not in nouns.closed
