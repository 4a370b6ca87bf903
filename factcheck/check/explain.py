"""The story of one reading, in words: what competed for it, why the best won or nobody did, what to do."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import partial

from factcheck.check.article import Desk
from factcheck.check.wording import expected
from factcheck.match.assign import AGAIN, too_close
from factcheck.match.explain import Explained, Rival, Weighed
from factcheck.match.index import Entry
from factcheck.match.names import ROLE
from factcheck.match.result import Match
from factcheck.match.score import Bars
from factcheck.match.setting import Setting
from factcheck.match.statements import REPEATS
from factcheck.match.told import nearest, phrasing
from factcheck.model import DateReading, Figure, Kind, Span, Verdict

EXCLUDED = "excluded by "
NEARLY = 0.02
"""How much a claim misses its bar by, at least, to be told: a hundredth would round to none."""
WORDS, FEW = 6, 3
"""How many telling words of the article to suggest for a phrase, at most and at least."""
_WORDLESS = "its sentence has too few words for a phrase of `match`; say in it what the figure is"
_NOTES = {
    "another unit": "the claim's values are in another unit",
    "told as not so": "the text says that it is not so",
    "told as a plan or a possibility": "the text tells it as a plan or a possibility, the claim what is",
    "told as a change": "the text says by how much something changed, the claim how much there is",
    "told as the value before": "the text tells it as the value before a change; the claim has no such value",
    "told as untrue": "the sentence denies it, or calls it untrue",
    "another name": "another name than the registry's, and not right beside the role",
}


def explained(match: Match, desk: Desk, setting: Setting, taken: Set[str] = frozenset()) -> Explained:
    """A reading with its verdict, its rivals, the reason and what to do; `taken` are the claims that its
    sentence's readings got."""
    mention, article = desk.mention(match), desk.article
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
        "" if furniture else _advice(match, rivals, mention.verdict, setting),
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
        short = _gap(bars.sure - won.score)
        return (
            f"perhaps about {_told(won)}; to be sure of one that differs takes {per_cent(bars.sure)}{short}"
        )
    if match.kind == "statement":
        return f"repeats `{won.claim}`"
    if match.kind == "name":
        return f"the name for `{won.claim}`"
    needed = bars.enough(won.agrees)
    return f"about {_told(won)}; {per_cent(needed)} is enough for one that {_agrees(won)}"


def _agrees(row: Weighed) -> str:
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
    return bars.agreeing if row.agrees else bars.possible


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
        needs = bar(row, match.kind, setting.bars), setting.bars.enough(row.agrees)
    return Rival(row, claim.title, expected(claim, desk.day), phrasing(entry, said), needs)


# --- what to do ------------------------------------------------------------------------------------


def _advice(match: Match, rivals: tuple[Rival, ...], verdict: Verdict | None, setting: Setting) -> str:
    """What to change in the registry where this reading was judged wrongly; nothing where it is fine."""
    words = wording(match, setting)
    if match.won:
        return "" if verdict == "supported" else _if_wrong(match, match.won.claim, verdict, words)
    if not rivals:
        return _if_none(match, words, setting)
    best, *rest = rivals
    claim, note = best.weighed.claim, best.weighed.note
    if note.startswith(EXCLUDED):
        return (
            f"if it is about `{claim}` all the same, take {note.removeprefix(EXCLUDED)} out of its `exclude`"
        )
    if note:
        return f"if it is about `{claim}` all the same, {_mend(note)}"
    if rest and not rest[0].weighed.note and too_close(best.weighed.score, rest[0].weighed.score):
        other = rest[0].weighed.claim
        return f"add to the `exclude` of `{claim}` or of `{other}`, the wrong one, a word of this sentence"
    return f"if it is about `{claim}`, {f'add to its `match`: {words}' if words else _WORDLESS}"


def _mend(note: str) -> str:
    if note == "another unit":
        return "write the claim's `unit` and values in this one"
    if note == "another name":
        return "add this spelling to the value's `also`"
    return "that needs a claim of its own: this one is not about that"


def _if_wrong(match: Match, claim: str, verdict: Verdict | None, words: str) -> str:
    right = (
        "mend the article" if match.kind == "statement" else "mend the article, or add its value to the claim"
    )
    if verdict == "disputed" and match.kind != "statement":
        right = "say in the article whose figure it is"
    other = "if not, add a word of this sentence that tells the two apart to the claim's `exclude`"
    sure = (
        f" (to be sure next time, add to its `match`: {words})"
        if match.certainty == "possible" and words
        else ""
    )
    return f"if it is about `{claim}`, {right}{sure}; {other}"


def _if_none(match: Match, words: str, setting: Setting) -> str:
    if not words:
        return f"to have it checked: {_WORDLESS}"
    index = {"date": setting.matcher.dates}.get(match.kind, setting.matcher.quantities)
    sentence = dict.fromkeys(setting.around.keys(setting.span(match.sentence)), 1.0)
    near = nearest(index, sentence)
    said = ", ".join(f"“{run}”" for run in phrasing(near, sentence).said) if near else ""
    shared = f" (of the claims that there are, `{near.claim.id}` shares {said} with it)" if near else ""
    return f"to have it checked, add to the `match` of its claim, or of a new one: {words}{shared}"


def wording(match: Match, setting: Setting) -> str:
    """Words of the article for a phrase of the registry, in quotation marks: those of the clause, else of the
    sentence, that are nearest to the reading; nothing where there are too few."""
    around, own = setting.around, _own(match, setting)
    stop, text = around.vocabulary_at(match.start).stopwords, around.words
    for span in (match.clause, setting.span(match.sentence)):
        kept = [at for at in text.within(*span) if at not in own and not text.folded[at][0].isdigit()]
        apart = partial(_apart, text.within(match.start, match.end))
        telling = sorted((at for at in kept if text.folded[at] not in stop), key=apart)[:WORDS]
        if len(telling) >= FEW:
            shown = (at for at in kept if min(telling) <= at <= max(telling))
            words = (_spaced(around.article.prose, text.starts[at], text.ends[at]) for at in shown)
            return f"“{''.join(words).rstrip()}”"
    return ""


def _apart(reading: range, at: int) -> int:
    """How many words a word stands from a reading."""
    return reading.start - at if at < reading.start else at - reading.stop + 1


def _own(match: Match, setting: Setting) -> set[int]:
    """The words that are the reading itself, or another figure: they say how much, not what."""
    reading = () if match.kind == "statement" else setting.around.words.within(*_outer(match))
    return {*reading, *setting.around.numbers}


def _spaced(prose: str, start: int, end: int) -> str:
    """A word and what parts it from the next one: its apostrophe, or a space."""
    return prose[start : end + 1] if prose[end : end + 1] in ("'", "’") else f"{prose[start:end]} "


def _outer(match: Match) -> Span:
    figure = match.reading if isinstance(match.reading, Figure) else None
    return (figure.outer_start, figure.outer_end) if figure else (match.start, match.end)
