"""The story of one reading, in words: what competed for it, why the best won or nobody did, what to do."""

from __future__ import annotations

from collections.abc import Mapping, Set

from factcheck.check.advice import advice
from factcheck.check.article import Desk
from factcheck.check.wording import expected
from factcheck.match.assign import AGAIN, too_close
from factcheck.match.explain import EXCLUDED, UNLIKE, Explained, Rival, Weighed
from factcheck.match.index import Entry
from factcheck.match.names import ROLE
from factcheck.match.result import Match
from factcheck.match.score import Bars
from factcheck.match.setting import Setting
from factcheck.match.statements import REPEATS
from factcheck.match.told import phrasing
from factcheck.model import DateReading, Figure, Kind, Mention

NEARLY = 0.02
"""How much a claim misses its bar by, at least, to be told: a hundredth would round to none."""
_NOTES = {
    "another unit": "the claim's values are in another unit",
    "told as not so": "the text says that it is not so",
    "told as a plan or a possibility": "the text tells it as a plan or a possibility, the claim what is",
    "told as a change": "the text says by how much something changed, the claim how much there is",
    "told as the value before": "the text tells it as the value before a change; the claim has no such value",
    "told as an addition": "the text tells it as more on top, the claim how much there is in all",
    "told as a part": "the text tells it as a part of what the claim counts",
    "told as untrue": "the sentence denies it, asks it, or calls it untrue",
    UNLIKE: "its `not` has the sentence",
    "another name": "another name than the registry's, and not right beside the role",
}


def explained(
    match: Match, mention: Mention, desk: Desk, setting: Setting, taken: Set[str] = frozenset()
) -> Explained:
    """A reading with its verdict, as `mention` has it, its rivals, the reason and what to do; `taken` are the
    claims that its sentence's readings got."""
    article = desk.article
    figure = match.reading if isinstance(match.reading, Figure) else None
    who = mention.attribution
    rivals = _rivals(match, desk, setting)
    furniture = desk.sentences[match.sentence].furniture
    return Explained(
        mention,
        match.weighed,
        why(match, setting.bars, furniture, taken),
        article.text[figure.noun[0] : figure.noun[1]] if figure and figure.noun else None,
        article.text[who.start : who.end] if who and who.start is not None else None,
        figure.role if figure else "level",
        rivals,
        "" if furniture else advice(match, rivals, mention.verdict, setting),
        expected(desk.claims[mention.claim], desk.day) if mention.claim else "",
    )


# --- why -------------------------------------------------------------------------------------------


def why(match: Match, bars: Bars, furniture: bool = False, taken: Set[str] = frozenset()) -> str:
    """Why a claim got a reading, or why none did: with the score that it has and the one that it needs."""
    if furniture:
        return "left aside: page furniture (a menu, a byline, a counter, a related link) is not checked"
    if match.won:
        return _won(match, match.won, bars)
    if not match.weighed:
        return "about nothing in the registry: no claim shares enough words with its sentence"
    best, *rest = match.weighed
    if best.note:
        return f"not about `{best.claim}`: {in_words(best.note)}"
    missed = shortfall(best, match.kind, bars)
    if missed:
        return f"about nothing in the registry: {missed}"
    if rest and too_close(best.score, rest[0].score):
        return f"given to none: {_told(best)} and {_told(rest[0])} are too close to prefer one"
    return _lost(best, match, taken)


def _won(match: Match, won: Weighed, bars: Bars) -> str:
    if match.certainty == "possible":
        return f"perhaps about {_told(won)}; {_unsure(match, won, bars)}"
    if match.kind == "statement":
        return f"repeats `{won.claim}`"
    if match.kind == "name":
        return f"the name for `{won.claim}`"
    needed = bars.enough(won)
    return f"about {_told(won)}; {per_cent(needed)} is enough for one that {_agrees(won)}"


def _unsure(match: Match, won: Weighed, bars: Bars) -> str:
    if won.score < bars.sure:
        return f"to be sure of one that differs takes {per_cent(bars.sure)}{_gap(bars.sure - won.score)}"
    if match.kind == "quantity":
        return f"another figure of its sentence stands nearer, and a second one takes {per_cent(AGAIN)}"
    return "its sentence tells it too loosely to be sure"


def _agrees(row: Weighed) -> str:
    if row.outdated:
        return "agrees with an earlier value only"
    return "agrees" if row.agrees else "differs"


def shortfall(row: Weighed, kind: Kind, bars: Bars) -> str:
    """Which bar a claim missed for a reading, and by how much; empty where it missed none."""
    needed = bar(row, kind, bars)
    if row.score >= needed:
        return ""
    if kind in ("name", "statement"):
        what = "role" if kind == "name" else "statement"
        said = f"its sentence says {per_cent(row.score)} of the {what} `{row.claim}`"
        return f"{said}, and {per_cent(needed)} is needed{_gap(needed - row.score)}"
    wanted = f"one that {_agrees(row)} needs {per_cent(needed)}"
    return f"the nearest is {_told(row)}, and {wanted}{_gap(needed - row.score)}"


def bar(row: Weighed, kind: Kind, bars: Bars) -> float:
    """The score that a claim needs to be told of for a reading; for a name that is a share of its role, for a
    statement one of its words."""
    if kind == "statement":
        return REPEATS
    if kind == "name":
        return ROLE
    return bars.enough(row) if row.agrees else bars.possible


def _lost(best: Weighed, match: Match, taken: Set[str]) -> str:
    if match.kind == "name":
        return f"not given to `{best.claim}`: another name of the sentence stands nearer to its role"
    if isinstance(match.reading, DateReading):
        until = (
            "it is the end of something" if match.reading.until else "another date tells more plainly when"
        )
        return f"not given to {_told(best)}: {until}"
    if best.claim not in taken:
        return f"given to none: its sentence says too little of {_told(best)}, or a newer entry replaces it"
    return (
        f"given to none: another figure of this sentence is about `{best.claim}` already, and a second one "
        f"needs {per_cent(AGAIN)}; this has {per_cent(best.score)}"
    )


def in_words(note: str) -> str:
    """What ruled a claim out, in words."""
    return _NOTES.get(note, note.replace(EXCLUDED, "its `exclude` has "))


def per_cent(share: float) -> str:
    """`41%` of a share or a probability, 0 to 1."""
    return f"{100 * share:.0f}%"


def _told(row: Weighed) -> str:
    return f"`{row.claim}` ({per_cent(row.score)} likely)"


def _gap(missing: float) -> str:
    return f": {100 * missing:.0f} short" if missing >= NEARLY else ": only just short"


# --- the rivals ------------------------------------------------------------------------------------


def _rivals(match: Match, desk: Desk, setting: Setting) -> tuple[Rival, ...]:
    entries = _entries(match.kind, setting)
    said = setting.around.local(match.sentence)
    known = [row for row in match.weighed if row.claim in entries]
    return tuple(_rival(row, entries[row.claim], said, desk, match, setting) for row in known)


def _entries(kind: Kind, setting: Setting) -> Mapping[str, Entry]:
    matcher = setting.matcher
    index = {
        "quantity": matcher.quantities,
        "date": matcher.dates,
        "name": matcher.names,
        "statement": matcher.statements,
    }[kind]
    return {entry.claim.id: entry for entry in index.entries}


def _rival(
    row: Weighed, entry: Entry, said: Mapping[str, float], desk: Desk, match: Match, setting: Setting
) -> Rival:
    claim = entry.claim
    if row.note or match.kind in ("name", "statement"):
        needs = None
    else:
        needs = bar(row, match.kind, setting.bars), setting.bars.enough(row)
    return Rival(row, claim.title, expected(claim, desk.day), phrasing(entry, said), needs)
