"""Whether a figure is said of another of a claim's kind: the Dixie Fire's acres are not the Creek Fire's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import product

from factcheck.compare.agree import agrees
from factcheck.language.words import folded, words
from factcheck.match.context import Surroundings
from factcheck.match.index import Entry, texts
from factcheck.match.runs import proper
from factcheck.match.terms import countries, stems
from factcheck.model import Quantity, Span

_SIDES = (-1, 1)
_REACH = 60
"""How many words before a figure are looked through: a hostile sentence has thousands."""
NOTE = "said of another of its kind"


def namesake(
    around: Surroundings, sentence: Span, start: int, quantity: Quantity, entry: Entry
) -> str | None:
    """Why a figure at an offset, which differs from a claim, is no mention of it: before it in its sentence
    stands the claim's kind of thing beside another name than the claim's ("the Dixie Fire")."""
    kinds = _kinds(texts(entry.claim))
    if not kinds or agrees(quantity, entry.claim):
        return None
    for at in reversed(around.words.within(sentence[0], start)[-_REACH:]):
        said = around.words.folded[at]
        for side in _sides(kinds, said) if around.vocabulary.keys(said) else ():
            word = _beside(around, sentence, at, side)
            if word and _is_own(around, word, entry):
                if around.article.text[around.words.starts[at]].isupper() or not _sides(kinds, word):
                    return None
            elif word and _is_kind(around, at):
                return NOTE
    return None


def _sides(kinds: Mapping[str, frozenset[int]], word: str) -> frozenset[int]:
    return frozenset(side for stem in stems(word) for side in kinds.get(stem, ()))


def _is_kind(around: Surroundings, at: int) -> bool:
    """Whether a word is a common one: it has a concept, or the article writes it in lower case somewhere."""
    word = around.words.folded[at]
    return word in around.plain or any(key[0] == "@" for key in around.vocabulary.keys(word))


@cache
def _kinds(phrases: tuple[str, ...]) -> Mapping[str, frozenset[int]]:
    """The stems of a claim's words right beside a name, with the side on which that stands: of `Creek Fire`
    that of "fire", and before it."""
    names, found = proper(phrases), defaultdict[str, set[int]](set)
    for phrase in phrases:
        text = words(phrase)
        for at, side in product(range(len(text)), _SIDES):
            other, low = at + side, min(at, at + side)
            beside = 0 <= other < len(text) and phrase[text.ends[low] : text.starts[low + 1]] == " "
            if beside and phrase[text.starts[other]].isupper() and stems(text.folded[other]) & names:
                for stem in stems(text.folded[at]):
                    found[stem].add(side)
    return {stem: frozenset(sides) for stem, sides in found.items()}


@cache
def _own(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for phrase in phrases for word in folded(phrase) for stem in stems(word))


def _is_own(around: Surroundings, word: str, entry: Entry) -> bool:
    """Whether a name is the claim's, or of its country."""
    keys = around.vocabulary.keys(word)
    return bool(stems(word) & _own(texts(entry.claim)) or countries(keys) & entry.countries)


def _beside(around: Surroundings, sentence: Span, at: int, side: int) -> str:
    """The name right beside a word, in its sentence; empty where there is none."""
    cut, prose, other = around.words, around.article.text, at + side
    low = min(at, other)
    if not 0 <= other < len(cut) or not sentence[0] <= cut.starts[other] < sentence[1]:
        return ""
    if prose[cut.ends[low] : cut.starts[low + 1]] != " " or not prose[cut.starts[other]].isupper():
        return ""
    word, keys = cut.folded[other], around.vocabulary.keys(cut.folded[other])
    meant = any(key[0] == "@" for key in keys) or cut.starts[other] == sentence[0]
    unnamed = not keys or not word.isalpha() or other in around.dated
    return "" if unnamed or (meant and prose[cut.starts[at]].islower()) else word
