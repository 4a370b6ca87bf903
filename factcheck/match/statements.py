"""Sentences that repeat a statement of the registry."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.extract.phrases import Phrases
from factcheck.language.lexicon import load
from factcheck.language.words import Words, folded, words
from factcheck.match.context import Surroundings
from factcheck.match.evidence import coverage
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry, Phrase, texts
from factcheck.match.result import Match
from factcheck.match.runs import Hit, hits, proper, tightest
from factcheck.match.score import ranked
from factcheck.match.setting import Setting
from factcheck.match.terms import Term, Vocabulary, phrase_languages, years

REPEATS = 0.64
"""The share of a statement's weight that a sentence must say to repeat it."""
LEANING = 0.5
"""How much less a word tells of a statement that stands outside the sentence."""
REACH = 3
"""How many words before what it denies a negation may stand ("not a bailout", "no trace of life")."""
SHORT = 3
"""A phrase of so few words is said by all of them only."""
BESIDE = 2
"""How many words beside a phrase's last the word may stand that replaces another."""
ROOT = 5
"""How many letters two forms of one word share."""
FAR = 8
"""How many words before a statement a verb may stand that takes it back ("ruled out that")."""


class Denials(NamedTuple):
    """The words of a language that deny, the phrases that call a statement untrue, and those that do so
    before it, or before its verb."""

    negations: frozenset[str]
    debunks: Phrases
    before: Phrases
    that: frozenset[str]
    light: frozenset[str]


@cache
def denials(code: str) -> Denials:
    """The denials of a language, from its file's `statements`."""
    lexicon = load(code)

    return Denials(
        lexicon.every_word("statements.negations"),
        Phrases({"debunks": lexicon.words("statements.debunks")}),
        Phrases({"before": lexicon.words("statements.before")}),
        lexicon.every_word("attribution.complementizers"),
        lexicon.every_word("statements.light"),
    )


def matches(setting: Setting, number: int) -> Iterator[Match]:
    """The statement that a sentence repeats, if any."""
    entries = setting.candidates(number, setting.matcher.statements)
    if not entries:
        return
    around, span = setting.around, setting.span(number)
    known = denials(setting.lexicon(number).code)
    text = _text(setting, number)
    if text.asks(span[1]) or debunked(text.said, known):
        return
    near = _near(around, number)
    rows = [
        Weighed(entry.claim.id, repeats(entry, near, around.terms(span), text, known))
        for entry in entries
        if not setting.barred(entry, span)
    ]
    best = max(rows, key=lambda row: row.score, default=None)
    if best and best.score >= REPEATS:
        yield Match("statement", *span, number, span, None, best, tuple(rows))


def lost(setting: Setting, number: int) -> Match | None:
    """A sentence with the statements that it may repeat and does not, and why, for `explain`: each with the
    share of its words that the sentence says."""
    span, around = setting.span(number), setting.around
    known, text = denials(setting.lexicon(number).code), _text(setting, number)
    untrue = text.asks(span[1]) or debunked(text.said, known)
    near = _near(around, number)

    def row(entry: Entry) -> Weighed:
        said, barred = coverage(entry, near), setting.barred(entry, span)
        denied = said >= REPEATS > repeats(entry, near, around.terms(span), text, known)
        note = barred or ("told as untrue" if untrue or denied else "")
        return Weighed(entry.claim.id, said, note=note)

    entries = [entry for entry in setting.matcher.statements.entries if entry.phrases]
    rows = ranked(map(row, entries))
    return Match("statement", *span, number, span, None, None, rows) if rows else None


def _text(setting: Setting, number: int) -> _Text:
    around, span = setting.around, setting.span(number)
    own, prose = around.words.within(*span), around.article.text
    return _Text(around.words, own, around.numbers, prose, around.vocabulary_at(span[0]))


def _near(around: Surroundings, number: int) -> dict[str, float]:
    return {key: w if w == 1.0 else w * LEANING for key, w in around.local(number).items()}


class _Text(NamedTuple):
    """A sentence: the article's words, which of them are its own, and which part of figures, the prose, and
    the language's vocabulary."""

    words: Words
    own: range
    numbers: frozenset[int]
    prose: str
    vocabulary: Vocabulary

    @property
    def said(self) -> list[str]:
        """The sentence's folded words."""
        return self.words.folded[self.own.start : self.own.stop]

    def asks(self, end: int) -> bool:
        """Whether the sentence, which ends at an offset, asks."""
        return bool(self.own) and "?" in self.prose[self.words.ends[self.own[-1]] : end]

    def plain(self, at: int) -> bool:
        """Whether a word is no name, like May, nor a small one with an accent, like Spanish sí."""
        word = self.prose[self.words.starts[at] : self.words.ends[at]]
        return (at == self.own.start or not word[0].isupper()) and (len(word) > 2 or word.isascii())

    def other(self, at: int, own: Collection[str] = ()) -> bool:
        """Whether a word tells something else than a claim's own keys: no stop word, number or name."""
        keys = self.vocabulary.keys(self.words.folded[at])
        name = at in self.numbers or self.prose[self.words.starts[at]].isupper()
        return not name and bool(keys) and not any(key in own for key in keys)

    def flows(self, first: int, last: int) -> bool:
        """Whether no comma, nor another mark, stands between two words."""
        between = self.prose[self.words.ends[first] : self.words.starts[last]]
        return not any(mark in between for mark in ",;:.!?()–—")


def debunked(text: Sequence[str], known: Denials) -> bool:
    """Whether a sentence, given as folded words, calls something untrue."""
    return known.debunks.within(text)


def repeats(
    entry: Entry, sentence: Mapping[str, float], terms: Sequence[Term], text: _Text, known: Denials
) -> float:
    """How surely a sentence repeats a statement, 0 to 1.

    `sentence` gives each key its nearness, `terms` are the sentence's own. A phrase that is negative itself
    ("this is no bailout") is repeated by a negative sentence only, and any other by none that denies it, nor
    by one that says another thing where the phrase says its own."""
    said = ((phrase, hits(phrase, terms)) for phrase in entry.phrases)
    scores = [
        phrase.coverage(sentence)
        for (phrase, words), written in zip(said, texts(entry.claim), strict=True)
        if _holds(written, tightest(words), text, known) and not _replaced(phrase, entry, words, text, known)
    ]
    return max(scores, default=0.0)


def _holds(written: str, run: range, text: _Text, known: Denials) -> bool:
    """Whether a sentence that says a phrase, in a run of words, means it so."""
    return _negative(written) == _denied(run, text, known) and not _taken_back(written, run, text, known)


@cache
def _negative(phrase: str) -> bool:
    text = words(phrase)
    return any(word in denials(code).negations for code in phrase_languages(text) for word in text.folded)


def _denied(run: range, text: _Text, known: Denials) -> bool:
    """Whether a negation stands among the words that say a phrase, or just before them, or before the "that"
    which opens them ("nobody has shown that")."""
    folds, first = text.words.folded, max(text.own.start, run.start - REACH)
    if any(folds[at] in known.negations for at in range(first, run.stop)):
        return True
    opened = any(folds[at] in known.that for at in range(first, run.start))
    return opened and any(
        folds[at] in known.negations and text.flows(at, run.start)
        for at in range(max(text.own.start, run.start - FAR), first)
    )


def _taken_back(written: str, run: range, text: _Text, known: Denials) -> bool:
    """Whether a verb before what says a phrase, or among it, makes it a refusal, a plan or a doubt, and the
    phrase has no such word itself."""
    own, folds = set(folded(written)), text.words.folded
    lead = (at for at in range(max(text.own.start, run.start - FAR), run.start) if text.flows(at, run.start))
    said = ((at, end) for at in (*lead, *run) if text.plain(at) for _, end in known.before.at(folds, at))
    return any(not own.issuperset(folds[at:end]) for at, end in said)


def _replaced(phrase: Phrase, entry: Entry, said: Sequence[Hit], text: _Text, known: Denials) -> bool:
    """Whether a sentence says the whole phrase but for one word, and another in its place: "the quarry
    cleaned the wells" of "the quarry poisoned the wells".

    A name may be left out, and a verb of little meaning changed for another."""
    where = {place: word for word, places in reversed(said) for place in places}
    lacking = [(at, slot.keys) for at, slot in enumerate(phrase.slots) if at not in where]
    if len(lacking) != 1 or not where:
        return False
    [(place, keys)] = lacking
    if keys <= proper(texts(entry.claim)) or years(keys):
        return False
    others = (text.words.folded[at] for at in _gap(place, where, text) if text.other(at, entry.keys))
    differs = any(word not in known.light and not _akin(word, keys) for word in others)
    return differs or len(phrase.slots) <= SHORT


def _akin(word: str, keys: frozenset[str]) -> bool:
    """Whether a word may be another form of one of a place's stems: "conduisait", "conduit" """
    return any(word[:ROOT] == key[:ROOT] for key in keys if len(key) >= ROOT)


def _gap(lacking: int, where: Mapping[int, int], text: _Text) -> range:
    """Where a sentence would say what it lacks: between its neighbours, or right beside all that it says;
    anywhere there where the sentence has them in another order."""
    before, after = where.get(lacking - 1), where.get(lacking + 1)
    first, last = min(where.values()), max(where.values())
    if before is not None and after is not None and before < after:
        return range(before + 1, after)
    if before is not None and after is None:
        return range(last + 1, min(last + 1 + BESIDE, text.own.stop))
    return range(max(text.own.start, first - BESIDE), first if before is None else last)
