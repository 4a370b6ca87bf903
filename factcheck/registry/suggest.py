"""The nearest thing that could have been meant; rapidfuzz is loaded only once something is wrong."""

from __future__ import annotations

from collections.abc import Iterable

SYNONYMS = {
    "label": "title",
    "name": "title",
    "phrases": "match",
    "keywords": "match",
    "type": "kind",
    "status": "rating",
    "verdict": "rating",
    "figure": "value",
    "number": "value",
    "amount": "value",
    "date": "as_of",
    "since": "as_of",
    "from": "as_of",
    "to": "until",
    "link": "url",
}
"""What newcomers call a key of the registry that has another name."""


def nearest(word: str, choices: Iterable[str], likeness: float = 0.6) -> str | None:
    """The choice most like `word`, where it is like it by `likeness` (0 to 1) or more; a swap of two
    neighbouring letters counts as one slip."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        word, sorted(choices), scorer=OSA.normalized_similarity, score_cutoff=likeness, processor=str.casefold
    )
    return found[0] if found else None


def slips(word: str, other: str) -> int:
    """How many letters were dropped, added, replaced or swapped between two words."""
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other)


def perhaps(word: str, choices: Iterable[str], likeness: float = 0.6) -> str:
    """` (did you mean `x`?)`, or nothing where nothing is near."""
    guess = nearest(word, choices, likeness)
    return f" (did you mean `{guess}`?)" if guess else ""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """` (did you mean `x`?)`, or what there is to choose from where nothing is near."""
    names = list(choices)
    meant = SYNONYMS.get(word.casefold())
    if meant in names:
        return f" (did you mean `{meant}`?)"
    return perhaps(word, names) or f" (there are: {', '.join(names)})"
