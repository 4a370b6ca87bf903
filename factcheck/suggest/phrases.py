"""What sentences about a claim look like: stretches of those that are, without the figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.language.words import folded
from factcheck.suggest.facts import Fact, Word

LONGEST = 7
"""How many words that say something a phrase has at most."""
REACH = 9
"""How many words away from the figure a phrase may go."""
FEW = 2
"""A phrase of fewer words that say something goes on in another clause."""
ALIKE = 0.6
"""Two phrases that have so many of their words in common are one."""
Weights = Mapping[str, float]


def phrases(facts: Sequence[Fact], weights: Weights, most: int = 2) -> list[str]:
    """The phrases, at most so many a language, that say what facts about one thing have in common, the best
    first; `weights` tell how much each key says."""
    shared = _shared(facts, weights)
    found: list[str] = []
    for code in Counter(fact.language for fact in facts):
        ranked = _ranked([fact for fact in facts if fact.language == code], shared)
        found += _unlike(ranked, most)
    return list(dict.fromkeys(found))


def phrase(fact: Fact, weights: Weights) -> str:
    """The phrase that one fact gives, empty where its sentence has no words for it."""
    return next(iter(phrases([fact], weights, 1)), "")


def _shared(facts: Sequence[Fact], weights: Weights) -> dict[str, float]:
    """How much each key says of facts: how much it tells, how many have it, and how near."""
    told: Counter[str] = Counter()
    for fact in facts:
        for key, near in fact.near.items():
            told[key] += near * weights.get(key, 1.0)  # type: ignore[assignment]
    return {key: value / len(facts) for key, value in told.items()}


def _ranked(facts: Sequence[Fact], shared: Weights) -> list[tuple[str, frozenset[str]]]:
    """The phrase of each fact with its keys, the one first that says most of what is shared."""
    made = [_made(fact, shared) for fact in facts]
    scored = [(text, keys, sum(shared.get(key, 0.0) for key in keys)) for text, keys in made if keys]
    scored.sort(key=lambda row: (-row[2], len(row[0]), row[0]))
    return [(text, keys) for text, keys, _ in scored]


def _unlike(ranked: Sequence[tuple[str, frozenset[str]]], most: int) -> Iterator[str]:
    """The first phrases that differ from one another."""
    kept: list[frozenset[str]] = []
    for text, keys in ranked:
        if len(kept) < most and all(len(keys & other) < ALIKE * len(keys | other) for other in kept):
            kept.append(keys)
            yield text


def _made(fact: Fact, shared: Weights) -> tuple[str, frozenset[str]]:
    words = _stretch(fact.words)
    words = _trimmed(words, shared)
    return _text(words), frozenset(key for word in words for key in word.keys)


def _stretch(words: Sequence[Word]) -> list[Word]:
    """The words around a figure up to a sign on either side, and beyond it where these are too few."""
    before = _reached([word for word in reversed(words) if -REACH <= word.away < 0], backwards=True)
    after = _reached([word for word in words if 0 <= word.away <= REACH], backwards=False)
    return [*reversed(before), *after]


def _reached(words: Sequence[Word], backwards: bool) -> list[Word]:
    found: list[Word] = []
    for at, word in enumerate(words):
        broken = not (words[at - 1].blank if backwards and at else word.blank)
        if at and broken and sum(bool(one.keys) for one in found) >= FEW:
            break
        if not word.apart:
            found.append(word)
    return found


def _trimmed(words: list[Word], shared: Weights) -> list[Word]:
    """Words without the stop words at both ends, and at most LONGEST that say something: the end that says
    less is cut."""
    words = list(words)

    def worth(word: Word) -> float:
        return max((shared.get(key, 0.0) for key in word.keys), default=0.0)

    while words:
        if not words[0].keys:
            words.pop(0)
        elif not words[-1].keys:
            words.pop()
        elif sum(bool(word.keys) for word in words) > LONGEST:
            words.pop(0 if worth(words[0]) < worth(words[-1]) else -1)
        else:
            break
    return words


def _text(words: Sequence[Word]) -> str:
    """Words as they are written, elisions kept (`l'affluence`)."""
    text = ""
    for at, word in enumerate(words):
        follows = at and words[at - 1].away == word.away - 1
        text += (word.glue if follows and word.glue else " ") + word.text
    return text.strip()


def alike(one: str, other: str) -> bool:
    """Whether two phrases have the same words."""
    return set(folded(one)) == set(folded(other))
