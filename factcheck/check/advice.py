"""What to change in the registry, or in the article, where a reading was judged wrongly."""

from __future__ import annotations

from functools import partial

from factcheck.match.assign import too_close
from factcheck.match.explain import EXCLUDED, UNLIKE, Rival, Weighed
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.match.told import nearest, phrasing
from factcheck.model import Figure, Span, Verdict

WORDS, FEW = 6, 3
"""How many telling words of the article to suggest for a phrase, at most and at least."""
_OWN = "that needs a claim of its own"
_MENDS = {
    UNLIKE: "take the sentence out of its `not`",
    "another unit": "write the claim's `unit` and values in this one",
    "another name": "add this spelling to the value's `also`",
    "told as not so": "there is nothing to add: what an article denies is never flagged",
    "told as untrue": "there is nothing to add: what an article denies is never flagged",
    "told as a plan or a possibility": "that needs a claim about what is planned",
    "told as a change": "that needs a claim about the change",
    "told as an addition": "that needs a claim about the addition",
    "told as a part": "that needs a claim about the part, with `part_of`",
    "told as the value before": "add the earlier value to the claim, with its `as_of`",
}
_WORDLESS = "its sentence has too few words for a phrase of `match`; say in it what the figure is"


def advice(match: Match, rivals: tuple[Rival, ...], verdict: Verdict | None, setting: Setting) -> str:
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
        return f"if it is about `{claim}` all the same, {_MENDS.get(note, _OWN)}"
    if best.needs and best.weighed.score >= best.needs[0]:
        return _if_lost(claim, rest[0].weighed if rest else None, best.weighed)
    return f"if it is about `{claim}`, {f'add to its `match`: {words}' if words else _WORDLESS}"


def _if_lost(claim: str, rival: Weighed | None, best: Weighed) -> str:
    """What to do where a likely claim did not get a figure: another claim is as likely, or another figure."""
    if rival and not rival.note and too_close(best.score, rival.score):
        wrong = f"`{claim}` or of `{rival.claim}`, the wrong one"
        return f"add to the `exclude` of {wrong}, a word of this sentence"
    return f"if it is about `{claim}`, too, say so in the article: give it a sentence of its own"


def _if_wrong(match: Match, claim: str, verdict: Verdict | None, words: str) -> str:
    right = "mend the article, or add its value to the claim"
    if match.kind == "statement":
        right = "mend the article"
    elif verdict == "disputed":
        right = "say in the article whose figure it is"
    elif verdict == "outdated":
        right = "give the newer value in the article, or say when this one held"
    other = "if not, add a word of this sentence that tells the two apart to the claim's `exclude`"
    guess = match.certainty == "possible" and words
    sure = f" (to be sure next time, add to its `match`: {words})" if guess else ""
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
    sentence, that are nearest to the reading; nothing where there are too few. Where a claim came near, only
    the clause's: what the rest of the sentence says is about something else."""
    around, own = setting.around, _own(match, setting)
    stop, text = around.vocabulary_at(match.start).stopwords, around.words
    spans = (match.clause,) if match.weighed else (match.clause, setting.span(match.sentence))
    for span in spans:
        kept = [at for at in text.within(*span) if at not in own and not text.folded[at][0].isdigit()]
        apart = partial(_apart, text.within(match.start, match.end))
        telling = sorted((at for at in kept if text.folded[at] not in stop), key=apart)[:WORDS]
        if len(telling) >= FEW:
            shown = (at for at in kept if min(telling) <= at <= max(telling))
            words = (_spaced(around.article.text, text.starts[at], text.ends[at]) for at in shown)
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
