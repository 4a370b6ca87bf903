"""A text that tells a claim's value of before beside its current one: the former is no mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.check.verdict import HOLDING
from factcheck.model import Mention

BEFORE = date.min.isoformat()
"""When the time before a change began that a text does not date."""


def told_before(mentions: Sequence[Mention], day: str) -> tuple[Mention, ...]:
    """An article's mentions; and a figure of an earlier value beside a current one of the same claim, in one
    sentence, is dated to before the article's ISO `day`: "it asked for 9 % in spring, and now for 7.5 %". So
    is one that is said to hold no more, or to have been so, in a sentence beside one with the current figure:
    "It asks for 7.5 %. In spring it had asked for 9 %."

    Not where the current one is said to be the former ("9 %, against 7.5 % before"): that is a mistake, too.
    """
    holding = [mention for mention in mentions if _holds(mention)]
    now, behind = frozenset(map(_told, holding)), frozenset(map(_next, holding))
    late = frozenset(_told(mention) for mention in mentions if _outdated(mention) and not mention.superseded)

    def judged(mention: Mention) -> Mention:
        told = _told(mention)
        beside = told in behind or _next(mention) in now
        if _outdated(mention) and (told in now or (mention.superseded and beside)):
            return replace(mention, verdict="supported", periods=((BEFORE, day),))
        swapped = mention.superseded and mention.verdict in HOLDING and told in late - now
        return replace(mention, verdict="discrepancy") if swapped else mention

    return tuple(map(judged, mentions))


def _holds(mention: Mention) -> bool:
    return mention.verdict in HOLDING and mention.certainty == "sure" and not mention.superseded


def _outdated(mention: Mention) -> bool:
    return mention.verdict == "outdated" and mention.kind == "quantity"


def _told(mention: Mention) -> tuple[str | None, int]:
    return mention.claim, mention.sentence_start


def _next(mention: Mention) -> tuple[str | None, int]:
    """Its claim, and where the next sentence of its paragraph starts, if there is one."""
    return mention.claim, mention.sentence_start + len(mention.sentence) + 1
