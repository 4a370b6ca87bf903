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
    """The language (`fr`, `en` …) whose `stopwords` a text uses most; None for a tie or no vote."""
    counts = Counter(words.folded)
    votes = {code: sum(counts[word] for word in listed) for code, listed in _stopwords().items()}
    best = max(votes.values())
    leaders = [code for code, count in votes.items() if count == best]
    return leaders[0] if best and len(leaders) == 1 else None


@cache
def _stopwords() -> Mapping[str, frozenset[str]]:
    return {code: frozenset(map(_plain, load(code).words("stopwords"))) for code in languages()}


def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))
