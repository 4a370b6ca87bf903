"""Which words of a claim's phrases a text says, and which it lacks: what `explain` tells an editor."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby

from factcheck.language.words import words
from factcheck.match.explain import Phrasing
from factcheck.match.index import Entry, Index, texts
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.match.terms import phrase_languages, vocabulary
from factcheck.model import Span

NEAR = 0.25
"""How near a word must stand to be said by a sentence, or by what that leans on."""


def phrasing(entry: Entry, context: Mapping[str, float]) -> Phrasing:
    """The phrase of a claim of which a text says most; `context` gives each of its keys its nearness."""
    near = {key: nearness for key, nearness in context.items() if nearness >= NEAR}
    rows = zip(texts(entry.claim), entry.phrases, strict=True)
    text, phrase = max(rows, key=lambda row: row[1].coverage(near))
    runs = groupby(_places(text), key=lambda place: not place[1].isdisjoint(near))
    told = [(said, [span for span, _ in places]) for said, places in runs]
    said = tuple(text[spans[0][0] : spans[-1][1]] for there, spans in told if there)
    missing = tuple(text[spans[0][0] : spans[-1][1]] for there, spans in told if not there)
    return Phrasing(text, phrase.coverage(near), said, missing)


def nearest(index: Index, context: Mapping[str, float]) -> Entry | None:
    """The claim of whose phrases a text says most, however little; None where it says nothing of any."""
    near = {key: nearness for key, nearness in context.items() if nearness >= NEAR}

    def told(entry: Entry) -> float:
        return max((phrase.coverage(near) for phrase in entry.phrases), default=0.0)

    best = max(index.entries, key=told, default=None)
    return best if best and told(best) > 0 else None


def said_of(claim: str, match: Match, setting: Setting) -> float:
    """The share of a claim's best phrase, 0 to 1, that the sentence of a reading says by itself."""
    sentence = dict.fromkeys(setting.around.keys(setting.span(match.sentence)), 1.0)
    index = setting.matcher.quantities if match.kind == "quantity" else setting.matcher.dates
    shares = (
        phrase.coverage(sentence)
        for entry in index.entries
        if entry.claim.id == claim
        for phrase in entry.phrases
    )
    return max(shares, default=0.0)


@lru_cache(maxsize=1024)
def _places(phrase: str) -> list[tuple[Span, frozenset[str]]]:
    """Where the words of a phrase stand that tell something, each with its keys."""
    text = words(phrase)
    keys: dict[int, set[str]] = {}
    for code in phrase_languages(text):
        for term in vocabulary(code).terms(text, range(len(text))):
            keys.setdefault(term.word, set()).update(term.keys)
    return [((text.starts[at], text.ends[at]), frozenset(keys[at])) for at in sorted(keys)]
