"""A sentence that tells a claim's value of before and its current one: the former is no mistake."""

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
    sentence, is dated to before the article's ISO `day`: "it asked for 9 % in spring, and now for 7.5 %".

    Not where the other one is said to be the former ("38.50 euros, against 44 before")."""
    now = frozenset(map(_told, filter(_holds, mentions)))
    return tuple(
        replace(mention, verdict="supported", periods=((BEFORE, day),))
        if mention.verdict == "outdated" and mention.kind == "quantity" and _told(mention) in now
        else mention
        for mention in mentions
    )


def _holds(mention: Mention) -> bool:
    return mention.verdict in HOLDING and mention.certainty == "sure" and not mention.superseded


def _told(mention: Mention) -> tuple[str | None, int]:
    return mention.claim, mention.sentence_start
