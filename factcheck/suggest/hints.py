"""Phrases for a claim that there is: from what is possibly about it, and from what came near it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from factcheck.check.near import is_near, kept_away, lost
from factcheck.match.explain import Weighed
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.model import Article, Claim
from factcheck.run.article import Tools
from factcheck.suggest.facts import Said, said
from factcheck.suggest.phrases import alike, phrase

POSSIBLE = "may be about it"


@dataclass(frozen=True, slots=True)
class Hint:
    """A phrase that a claim lacks: the sentence that it comes from, how likely that is about the claim, from
    0 to 1, whether it agrees with the claim, and why it is not (surely) given to it."""

    phrase: str
    said: Said
    score: float
    agrees: bool
    why: str


def hints(article: Article, tools: Tools, claim: Claim) -> list[Hint]:
    """The phrases that the sentences of an article suggest for a claim of the registry of `tools`."""
    matches, setting, desk = tools.matched(article)
    every = [*matches, *lost(desk, setting, [claim.id])]
    given = {(match.sentence, match.start) for match in matches if match.won and match.certainty == "sure"}
    found: list[Hint] = []
    for match in every:
        row = next((row for row in match.weighed if row.claim == claim.id), None)
        here = (match.sentence, match.start) not in given
        if row and here and not row.note and (why := _why(row, match, setting)):
            one = said(match, setting, desk)
            found.append(Hint(phrase(one, {}), one, row.score, row.agrees, why))
    return [hint for hint in found if hint.phrase]


def _why(row: Weighed, match: Match, setting: Setting) -> str:
    """Why a claim did not get a reading that came near it, or not surely; empty where none did."""
    if match.won and match.won.claim == row.claim:
        return POSSIBLE
    return kept_away(row, match, setting) if is_near(row, match, setting) else ""


def best(found: Sequence[Hint], claim: Claim) -> tuple[Hint, ...]:
    """The hints whose phrase the claim lacks, each phrase once: those that agree with it first, then the
    likeliest."""
    ranked = sorted(found, key=lambda hint: (-hint.agrees, -hint.score, hint.said.place))
    return tuple(_new(ranked, [claim.title, *claim.match]))


def _new(ranked: Sequence[Hint], taken: list[str]) -> Iterator[Hint]:
    for hint in ranked:
        if not any(map(partial(alike, hint.phrase), taken)):
            taken.append(hint.phrase)
            yield hint
