"""Which language a text is in: a vote among the commonest words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from factcheck.language.lexicon import languages, load
from factcheck.language.words import Words


def detect(words: Words, prose: str = "", within: Iterable[int] | None = None) -> str | None:
    """The language (`fr`, `en` …) whose `stopwords` a text uses most, of several the one whose `common` words
    it uses most; None where that is a tie too, or where there is no vote. `within` are the words to be
    counted, by default all; see `poll` for the `prose`."""
    counts = poll(words, prose, range(len(words)) if within is None else within)
    votes = {
        code: (sum(counts[word] for word in stop), sum(counts[word] for word in common))
        for code, (stop, common) in voters().items()
    }
    best = max(votes.values())
    leaders = [code for code, count in votes.items() if count == best]
    return leaders[0] if any(best) and len(leaders) == 1 else None


def poll(words: Words, prose: str, within: Iterable[int]) -> Counter[str]:
    """The words that vote among some of a text's; where its `prose` is given, those of a name ("Charles de
    Gaulle") do not."""
    voting = _voting()
    found = (i for i in within if words.folded[i] in voting)
    return Counter(words.folded[i] for i in found if not (prose and in_name(words, prose, i)))


def in_name(words: Words, prose: str, i: int) -> bool:
    """Whether a word leads on in a name: "Charles | de | Gaulle", "Marine | Le | Pen"; not "FALL OF ROME"."""
    if i + 1 >= len(words) or not prose[words.starts[i + 1]].isupper():
        return False
    if prose[words.starts[i]].isupper():
        return not prose[words.starts[i] : words.ends[i]].isupper()
    return i > 0 and prose[words.starts[i - 1]].isupper()


@cache
def voters() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """By language, its `stopwords` and its `common` words."""
    return {code: (_words(code, "stopwords"), _words(code, "common")) for code in languages()}


@cache
def _voting() -> frozenset[str]:
    return frozenset(word for lists in voters().values() for words in lists for word in words)


def _words(code: str, key: str) -> frozenset[str]:
    return frozenset(map(_plain, load(code).words(key)))


def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))
