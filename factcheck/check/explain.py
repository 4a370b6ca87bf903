"""The story of one reading: what competed for it, why the best won or nobody did."""

from __future__ import annotations

from collections.abc import Set

from factcheck.check.article import Desk
from factcheck.match.assign import AGAIN, too_close
from factcheck.match.explain import Explained
from factcheck.match.result import Match
from factcheck.match.score import Bars
from factcheck.model import Figure


def explained(match: Match, desk: Desk, bars: Bars, taken: Set[str] = frozenset()) -> Explained:
    """A reading with its verdict, its rivals and the reason; `taken` are the claims that its sentence's
    readings got, `bars` the scores that were asked for."""
    mention = desk.mention(match)
    figure = match.reading if isinstance(match.reading, Figure) else None
    who = mention.attribution
    words = desk.article.text[who.start : who.end] if who and who.start is not None else None
    noun = desk.article.text[figure.noun[0] : figure.noun[1]] if figure and figure.noun else None
    furniture = desk.sentences[match.sentence].furniture
    return Explained(mention, match.weighed, why(match, bars, furniture, taken), noun, words)


def why(match: Match, bars: Bars, furniture: bool = False, taken: Set[str] = frozenset()) -> str:
    """Why a claim got a reading, or why none did."""
    if furniture:
        return "left out: page furniture"
    if match.won and match.certainty == "possible":
        return f"may be about {match.won.claim}: its score, {match.won.score:.2f}, is not enough to be sure"
    if match.won:
        return f"given to {match.won.claim}: the best score, {match.won.score:.2f}"
    if not match.weighed:
        return "about nothing in the registry: no claim shares enough words with it"
    best, *rest = match.weighed
    if best.note:
        return f"given to none: {best.claim} is ruled out ({best.note})"
    enough = bars.agreeing if best.agrees else bars.possible
    if best.score < enough:
        return f"given to none: the best score, {best.score:.2f} for {best.claim}, is under {enough}"
    if rest and too_close(best.score, rest[0].score):
        rivals = " and ".join(f"{row.claim} ({row.score:.2f})" for row in (best, rest[0]))
        return f"given to none: {rivals} are too close"
    if best.claim not in taken:
        return f"given to none: its sentence says too little of {best.claim} (score {best.score:.2f})"
    return (
        f"given to none: {best.claim} has one of this sentence already, and {best.score:.2f} is under {AGAIN}"
    )
