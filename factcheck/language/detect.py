"""Which language an article is in: a vote among the commonest words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol

from factcheck.language.lexicon import languages, load


class Folded(Protocol):
    """A text's words in lower case and without accents (`extract.words.Words`)."""

    @property
    def folded(self) -> Sequence[str]:
        """The words, in the text's order."""
        ...


def detect(words: Folded) -> str | None:
    """The language (`fr`, `en` …) whose `stopwords` a text uses most, of several the one whose `common` words
    it uses most; None where that is a tie too, or where there is no vote."""
    counts = Counter(words.folded)
    votes = {
        code: (sum(counts[word] for word in stop), sum(counts[word] for word in common))
        for code, (stop, common) in _voters().items()
    }
    best = max(votes.values())
    leaders = [code for code, count in votes.items() if count == best]
    return leaders[0] if any(best) and len(leaders) == 1 else None


@cache
def _voters() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    return {code: (_words(code, "stopwords"), _words(code, "common")) for code in languages()}


def _words(code: str, key: str) -> frozenset[str]:
    return frozenset(map(_plain, load(code).words(key)))


def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))
