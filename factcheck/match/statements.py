"""Sentences that repeat a statement of the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.language.lexicon import load
from factcheck.language.words import Words, words
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry, Phrase, texts
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.match.terms import Term, phrase_languages

REPEATS = 0.64
"""The share of a statement's weight that a sentence must say to repeat it."""
LEANING = 0.5
"""How much less a word tells of a statement that stands outside the sentence."""
REACH = 3
"""How many words before what it denies a negation may stand ("not a bailout", "no trace of life")."""


@dataclass(frozen=True, slots=True)
class Denials:
    """The words of a language that deny, and the phrases that call a statement untrue."""

    negations: frozenset[str]
    debunks: tuple[tuple[str, ...], ...]


@cache
def denials(code: str) -> Denials:
    """The denials of a language, from its file's `statements`."""
    lexicon = load(code)
    debunks = (tuple(words(phrase).folded) for phrase in lexicon.words("statements.debunks"))
    negations = frozenset(
        word for entry in lexicon.words("statements.negations") for word in words(entry).folded
    )
    return Denials(negations, tuple(debunks))


def matches(setting: Setting, number: int) -> Iterator[Match]:
    """The statement that a sentence repeats, if any."""
    entries = setting.candidates(number, setting.matcher.statements)
    if not entries:
        return
    around, span = setting.around, setting.span(number)
    known = denials(setting.lexicon(number).code)
    if debunked([around.words.folded[at] for at in around.words.within(*span)], known):
        return
    near = {key: w if w == 1.0 else w * LEANING for key, w in around.local(number).items()}
    rows = [
        Weighed(entry.claim.id, repeats(entry, near, around.terms(span), around.words, known))
        for entry in entries
        if not setting.matcher.excluded(entry, setting.stems(span), around.vocabulary_at(span[0]))
    ]
    best = max(rows, key=lambda row: row.score, default=None)
    if best and best.score >= REPEATS:
        yield Match("statement", *span, number, span, None, best, tuple(rows))


def lost(setting: Setting, number: int) -> Match | None:
    """A sentence with the statements that it may repeat and does not, and why, for `explain`: each with the
    share of its words that the sentence says."""
    span, around = setting.span(number), setting.around
    known = denials(setting.lexicon(number).code)
    untrue = debunked([around.words.folded[at] for at in around.words.within(*span)], known)
    near = {key: w if w == 1.0 else w * LEANING for key, w in around.local(number).items()}

    def row(entry: Entry) -> Weighed:
        said = max(phrase.coverage(near) for phrase in entry.phrases)
        phrase = setting.matcher.excluded(entry, setting.stems(span), around.vocabulary_at(span[0]))
        denied = said >= REPEATS > repeats(entry, near, around.terms(span), around.words, known)
        note = f"excluded by `{phrase}`" if phrase else "told as untrue" if untrue or denied else ""
        return Weighed(entry.claim.id, said, note=note)

    entries = [entry for entry in setting.matcher.statements.entries if entry.phrases]
    rows = sorted(map(row, entries), key=lambda row: (-row.score, row.claim))
    return Match("statement", *span, number, span, None, None, tuple(rows)) if rows else None


def debunked(text: Sequence[str], known: Denials) -> bool:
    """Whether a sentence, given as folded words, calls something untrue."""
    return any(
        tuple(text[at : at + len(phrase)]) == phrase
        for phrase in known.debunks
        for at in range(len(text) - len(phrase) + 1)
    )


def repeats(
    entry: Entry, sentence: Mapping[str, float], terms: Sequence[Term], text: Words, known: Denials
) -> float:
    """How surely a sentence repeats a statement, 0 to 1.

    `sentence` gives each key its nearness, `terms` are the sentence's own. A phrase that is negative itself
    ("this is no bailout") is repeated by a negative sentence only, and any other by none that denies it.
    """
    scores = [
        phrase.coverage(sentence)
        for phrase, written in zip(entry.phrases, texts(entry.claim), strict=True)
        if _negative(written) == _denied(phrase, terms, text, known)
    ]
    return max(scores, default=0.0)


@cache
def _negative(phrase: str) -> bool:
    text = words(phrase)
    return any(word in denials(code).negations for code in phrase_languages(text) for word in text.folded)


def _denied(phrase: Phrase, terms: Sequence[Term], text: Words, known: Denials) -> bool:
    """Whether a negation stands among the words that say the phrase, or just before them."""
    first, last = _tightest(phrase, terms)
    return any(text.folded[word] in known.negations for word in range(max(0, first - REACH), last + 1))


def _tightest(phrase: Phrase, terms: Sequence[Term]) -> tuple[int, int]:
    """The shortest run of words that says as much of the phrase as all of them do, first and last word."""
    said = [
        (term.word, {at for at, slot in enumerate(phrase.slots) if not slot.keys.isdisjoint(term.keys)})
        for term in terms
    ]
    said = [(word, slots) for word, slots in said if slots]
    wanted = set().union(*(slots for _, slots in said))
    best = (0, -1)
    for start in range(len(said)):
        missing = set(wanted)
        for word, slots in said[start:]:
            missing -= slots
            if not missing:
                if best[1] < 0 or word - said[start][0] < best[1] - best[0]:
                    best = (said[start][0], word)
                break
    return best
