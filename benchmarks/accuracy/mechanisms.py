"""Each mechanism of the program, with what switches it off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from math import log
from typing import Any
from unittest.mock import patch

from benchmarks.accuracy import voices
from benchmarks.accuracy.patches import Mechanism, Patches, answering, set_to
from factcheck.extract import furniture
from factcheck.match import index, matcher, series, statements, terms
from factcheck.match.comparable import comparable
from factcheck.match.context import Surroundings
from factcheck.match.score import DATES, FIGURES, Model
from factcheck.model import Claim, Figure, Quantity, Span

CONTEXT, ASSIGN = "factcheck.match.context", "factcheck.match.assign"
DESK, RECONCILE = "factcheck.check.article.Desk", "factcheck.check.reconcile"


def mechanisms() -> Iterator[Mechanism]:
    """Every mechanism, in the order in which an article passes them."""
    rooms = (_leaning(), _words(), _clues(), _competing(), _judging())
    yield from (Mechanism(name, off) for room in rooms for name, off in room)
    yield from voices.mechanisms()


# --- what a sentence leans on ------------------------------------------------------------------------

SUPPORTS = {
    "the sentence before": ("PREVIOUS", "BEFORE_THAT"),
    "the sentence before, of another block": ("OTHER_BLOCK",),
    "the sentence pointed back to": ("POINTED",),
    "the heading": ("HEADING",),
    "the title": ("TITLE",),
    "the table's header": ("HEADER",),
    "the list's lead": ("LEAD",),
    "the rest of the article": ("ARTICLE",),
}


def _leaning() -> Iterator[tuple[str, Patches]]:
    for name, constants in SUPPORTS.items():
        yield f"leaning: {name}", _unsupported(constants)
    yield "leaning: all of it", _unsupported([name for names in SUPPORTS.values() for name in names])
    yield "leaning: pronouns point back", answering(False, f"{CONTEXT}.Surroundings._points_back")
    yield "leaning: “the two countries”", answering(set(), f"{CONTEXT}.Surroundings._pair")
    yield "clauses (the whole sentence)", [patch("factcheck.match.setting.clauses", _whole)]
    yield "words: nearer to the figure tell more", set_to(1e9, f"{CONTEXT}.FADE")
    yield "words: other clauses tell less", set_to(1.0, f"{CONTEXT}.REST")


def _unsupported(constants: Sequence[str]) -> Patches:
    supports = Surroundings._supports

    def weighty(self: Surroundings, number: int) -> Iterator[tuple[Span, float]]:
        return ((span, weight) for span, weight in supports(self, number) if weight)

    zeros = (set_to(0.0, f"{CONTEXT}.{name}") for name in constants)
    return [*(off for zero in zeros for off in zero), patch.object(Surroundings, "_supports", weighty)]


def _whole(sentence: str, _lexicon: object) -> list[Span]:
    return [(0, len(sentence))]


# --- what words mean -----------------------------------------------------------------------------------


def _words() -> Iterator[tuple[str, Patches]]:
    yield "words: concepts of the thesaurus", _without_concepts("@")
    yield "words: countries", _without_concepts("#")
    yield "words: rare ones tell more (idf)", [patch.object(matcher, "weigher", _alike)]
    yield "words: a title's brackets", [patch.object(index, "texts", _plain_texts)]
    yield "words: measures in phrases", [*answering(frozenset(), f"{terms.__name__}._measures"), _anew()]


def _without_concepts(mark: str) -> Patches:
    concepts = terms._concepts

    def kept(lexicon: Any) -> Iterator[tuple[str, str]]:
        return (row for row in concepts(lexicon) if row[1][0] != mark or row[1] == "@additional")

    return [patch.object(terms, "_concepts", kept), _anew()]


def _alike(spread: Mapping[str, int], claims: int) -> Callable[[frozenset[str]], index.Slot]:
    """Every place of a phrase weighs the same: what they weigh on the average."""
    ratios = [log(1 + max(claims, index.SMALL) / count) for count in spread.values()]
    return partial(index.Slot, weight=sum(ratios) / max(1, len(ratios)))


def _plain_texts(claim: Claim) -> tuple[str, ...]:
    return tuple(text for text in dict.fromkeys((*claim.match, claim.title)) if terms.phrase_slots(text))


@contextmanager
def _anew() -> Iterator[None]:
    """The vocabulary built anew, and once more afterwards."""
    caches = (terms.vocabulary, terms.phrase_slots, terms._units, statements._negative)
    for cached in caches:
        cached.cache_clear()
    try:
        yield
    finally:
        for cached in caches:
            cached.cache_clear()


# --- the clues of match/score.py -----------------------------------------------------------------------

TOGETHER = {
    "agreement with the series": ("agrees",),
    "nearness to the series": ("far", "a magnitude off"),
    "agreement and nearness": ("agrees", "far", "a magnitude off"),
    "contraries": ("set apart",),
    "whose countries": ("countr", "no country"),
}
"""Clues that speak of one thing, by how they start or what they hold."""


def _clues() -> Iterator[tuple[str, Patches]]:
    for name, parts in TOGETHER.items():
        some = [clue for clue in FIGURES[1] if any(part in clue for part in parts)]
        yield f"clues: {name}", _weightless("figures.FIGURES", FIGURES, some)
    for clue in FIGURES[1]:
        yield f"clue: {clue}", _weightless("figures.FIGURES", FIGURES, [clue])
    for clue in DATES[1]:
        yield f"clue of a date: {clue}", _weightless("dates.DATES", DATES, [clue])


def _weightless(used: str, model: Model, clues: Collection[str]) -> Patches:
    kept = {clue: 0.0 if clue in clues else weight for clue, weight in model[1].items()}
    return set_to((model[0], kept), f"factcheck.match.{used}")


# --- which claims compete, and which one wins ----------------------------------------------------------


def _competing() -> Iterator[tuple[str, Patches]]:
    known = series.in_series

    def as_written(figure: Figure, claim: Claim) -> Quantity | None:
        found = comparable(figure, claim)
        return found if found is figure.quantity else None

    def timeless(quantity: Quantity, claim: Claim, _day: str) -> Mapping[str, float]:
        return known(quantity, claim, "9999-12-31")

    elided = ("factcheck.match.setting", "factcheck.match.figures", "factcheck.check.article")
    denials = (f"factcheck.match.statements.{name}" for name in ("_negative", "_denied", "debunked"))
    yield "page furniture", [patch.object(furniture, "mark", lambda _, sentences, __: tuple(sentences))]
    yield "elided units", [patch(f"{module}.comparable", as_written) for module in elided]
    yield "the series as on the article's day", [patch("factcheck.match.evidence.in_series", timeless)]
    yield "additions behind the figure", answering(False, "factcheck.match.beside._more")
    yield (
        "countries of who says so are not the figure's",
        answering(frozenset(), "factcheck.match.setting.Setting.sayers"),
    )
    yield "countries weigh what they tell", set_to(1.0, "factcheck.match.evidence.UNKNOWN_COUNTRY")
    yield "route by the figure, not the words", answering([], "factcheck.match.setting.Setting.borne_out")
    yield "route by the words: at most 12 claims", set_to(10_000, "factcheck.match.setting.MOST")
    yield "figures restated in brackets", set_to(0.0, "factcheck.match.restated.RESTATED")
    yield "margin over the next claim", set_to(0.0, f"{ASSIGN}.MARGIN")
    yield "a claim's second figure in doubt", set_to(0.0, f"{ASSIGN}.AGAIN")
    yield "exclude", answering(None, "factcheck.match.matcher.Matcher.excluded")
    yield "statements: denials", answering(False, *denials)
    yield "dates: plain words for a differing one", set_to(0.0, "factcheck.match.dates.PLAIN")
    yield "dates: the best of a sentence only", answering(True, "factcheck.match.dates._best")
    yield "names: wholly other ones beside the role", set_to(2.0, "factcheck.match.strangers.WHOLE")


# --- the verdict and contradictions --------------------------------------------------------------------


def _judging() -> Iterator[tuple[str, Patches]]:
    yield "periods (dated sentences)", answering((), f"{DESK}.periods")
    yield "reconciled by a date", answering(False, f"{RECONCILE}._times_apart")
    yield "reconciled by one sentence", answering(False, f"{RECONCILE}._told_together")
    yield "reconciled as somebody's word", answering(False, f"{RECONCILE}._in_passing")
    yield "reconciled by a turn of phrase", answering(False, f"{DESK}._superseded")
    yield "reconciled by another source", answering(False, f"{RECONCILE}._other_source")
    yield "reconciled by a known dispute", answering(False, f"{RECONCILE}._known_dispute")
    yield "far-off contradictions of sure matches only", set_to(0.0, f"{RECONCILE}.PLAIN")
    yield "nobody vouches for his own name", answering(False, "factcheck.check.article.speaks")
