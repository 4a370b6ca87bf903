"""What came near a claim and was not given to it: what kept it away, and what its `exclude` silenced."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.check.article import Desk
from factcheck.check.explain import bar, in_words, per_cent, shortfall, why
from factcheck.match.explain import EXCLUDED, Weighed
from factcheck.match.names import lost as lost_names
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.match.statements import lost as lost_statement
from factcheck.match.told import said_of
from factcheck.model import Miss

HALF = 0.5
"""How near a claim must have come to what it needs, as a share of that."""
WORDS = 0.6
"""How much of a claim a sentence must say to have come near where something else ruled the claim out."""


def misses(matches: Sequence[Match], desk: Desk, setting: Setting, claims: Collection[str]) -> Iterator[Miss]:
    """What came near one of some claims in an article, in the order of its text, given all its readings."""
    won = {(match.kind, match.start, match.won.claim) for match in matches if match.won}
    named = {(match.sentence, match.won.claim) for match in matches if match.won and match.kind == "name"}
    every = [*matches, *lost(desk, setting, claims)]
    for match in sorted(every, key=lambda match: (match.start, match.end)):
        for row in match.weighed:
            mine = (match.kind, match.start, row.claim) in won or (match.sentence, row.claim) in named
            if row.claim in claims and not mine and is_near(row, match, setting):
                yield _miss(row, match, desk, setting)


def lost(desk: Desk, setting: Setting, claims: Collection[str]) -> Iterator[Match]:
    """The names and sentences that no claim got, where one of the claims is of that kind."""
    kinds = {claim.kind for claim in desk.claims.values() if claim.id in claims}
    for number, sentence in enumerate(desk.sentences):
        if not sentence.furniture:
            yield from lost_names(setting, number) if "name" in kinds else ()
            stated = lost_statement(setting, number) if "statement" in kinds else None
            yield from [stated] if stated else []


def is_near(row: Weighed, match: Match, setting: Setting) -> bool:
    """Whether a claim that did not get a reading came near."""
    if row.note:
        told = max(row.score, said_of(row.claim, match, setting))
        return told >= WORDS or row.note.startswith(EXCLUDED)
    return row.score >= HALF * bar(row, match.kind, setting.bars)


def _miss(row: Weighed, match: Match, desk: Desk, setting: Setting) -> Miss:
    excluded = row.note.startswith(EXCLUDED)
    return Miss(desk.mention(match), row.claim, kept_away(row, match, setting), excluded)


def kept_away(row: Weighed, match: Match, setting: Setting) -> str:
    """What kept a reading from a claim, in words."""
    if row.note:
        return in_words(row.note)
    if match.won:
        likely = f"{per_cent(match.won.score)} likely, this one {per_cent(row.score)}"
        return f"given to `{match.won.claim}`: {likely}"
    if match.weighed[0] is row:
        return shortfall(row, match.kind, setting.bars) or why(match, setting.bars)
    return f"{per_cent(row.score)} likely; `{match.weighed[0].claim}` is likelier"
