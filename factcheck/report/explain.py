"""How one line of an article was read, weighed and judged, told to a reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from factcheck.check.explain import in_words, per_cent
from factcheck.escape import visible
from factcheck.language.units import SHARE
from factcheck.match.explain import Explained, Explanation, Phrasing, Rival, meaning
from factcheck.model import Mention, Role
from factcheck.report.screen import STYLES, fact, quoted, say, within

_INDENT = 2
_LABEL, _SUB = 11, 9
_SPANS = {"day", "week", "month", "year"}
_RIVALS, _UNLIKELY = 3, 0.05
_TELLING = 0.3
"""How much a clue must add or take, in log odds, to be told without -v."""
_MOST = 4
_LEGEND = (
    "Each number is what a clue adds to a claim's odds or takes from them, as a logarithm: +0.7 doubles "
    "them, -0.7 halves them, +2.3 makes them ten times as great. Without any clue a claim is 3% likely."
)
_QUALIFIERS = {
    "about": "about so many",
    "nearly": "nearly so many",
    "at_least": "so many or more",
    "at_most": "so many or fewer",
    "range": "",
    "exact": "",
}
_ROLES: dict[Role, str] = {
    "level": "",
    "change": "told as a change: by how much, not how much",
    "former": "told as the value before a change",
    "planned": "told as planned or merely possible",
    "denied": "told as not so",
}


def show(explanation: Explanation, out: Console, verbose: bool = False) -> None:
    """Print what is known of each reading of the line; `verbose` gives every clue with its number."""
    say(out, Text(visible(f"{explanation.path}:{explanation.line}"), "bold underline"))
    out.line()
    for reading in explanation.readings:
        _reading(reading, out, verbose)
        out.line()
    if explanation.unread:
        say(out, Text(visible(_sentence(explanation.unread))), _INDENT)
    if verbose and any(rival.weighed.parts for reading in explanation.readings for rival in reading.rivals):
        say(out, Text(_LEGEND, "dim"), _INDENT)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _reading(reading: Explained, out: Console, verbose: bool) -> None:
    mention = reading.mention
    quoted(out, mention.sentence, [within(mention)], _INDENT)
    fact(out, "read as", _read_as(reading), _LABEL)
    fact(out, "result", reading.why, _LABEL)
    if mention.verdict:
        sure = "" if mention.certainty == "sure" else "if so, "
        fact(
            out, "verdict", f"{sure}{mention.verdict}: {_registry(reading)}", _LABEL, STYLES[mention.verdict]
        )
    if mention.attribution:
        fact(out, "said by", _attribution(reading), _LABEL)
    if reading.advice:
        fact(out, "to do", reading.advice, _LABEL)
    shown = reading.rivals if verbose else _likely(reading)
    for number, rival in enumerate(shown):
        _rival(rival, "weighed" if number == 0 else "", mention, out, verbose)
    if rest := len(reading.rivals) - len(shown):
        fact(out, "", f"and {rest} more that {'is' if rest == 1 else 'are'} less likely (-v)", _LABEL)


def _likely(reading: Explained) -> tuple[Rival, ...]:
    """The claims to tell of without -v: the best, and the next where they are at all likely."""
    first, *rest = reading.rivals or (None,)
    near = [rival for rival in rest if rival and rival.weighed.score >= _UNLIKELY]
    return tuple(rival for rival in (first, *near[: _RIVALS - 1]) if rival)


def _registry(reading: Explained) -> str:
    mention = reading.mention
    if mention.kind == "statement":
        return f"the registry rates it {reading.expected}"
    return f"on the article's day the registry says {reading.expected}"


def _read_as(reading: Explained) -> str:
    mention = reading.mention
    if mention.kind == "statement":
        return "a sentence that may repeat a statement"
    parts = [f"a {mention.kind}" if mention.kind != "quantity" else _quantity(mention)]
    if mention.kind == "date":
        parts.append(str(mention.value))
    if _QUALIFIERS[mention.qualifier]:
        parts.append(_QUALIFIERS[mention.qualifier])
    if mention.low is not None and mention.high is not None and mention.low < mention.high:
        parts.append(f"anything from {_number((mention.low, mention.high))} agrees")
    if reading.noun:
        parts.append(f"counts “{reading.noun}”")
    parts.append(_ROLES[reading.role])
    return " · ".join(filter(None, parts))


def _quantity(mention: Mention) -> str:
    unit = {None: "", SHARE: " (a share)"}.get(mention.unit, f" {mention.unit}")
    several = mention.unit in _SPANS and mention.value != 1
    return f"{_number(mention.value)}{unit}{'s' if several else ''}"


def _number(value: float | tuple[float, float] | str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " to ".join(map(_number, value))
    # a third is told as 0.3333: four places, and of what is smaller four digits
    return f"{round(value, 4):,.15g}" if abs(value) >= 1 else f"{value:.4g}"


def _attribution(reading: Explained) -> str:
    attribution = reading.mention.attribution
    assert attribution is not None
    words = f" (“{reading.attributed_by}”)" if reading.attributed_by else ""
    if attribution.status == "unsourced":
        return "nobody"
    if attribution.status == "vague":
        return f"somebody without a name{words}"
    return f"{attribution.source or 'its link or note'}{words}"


def _rival(rival: Rival, label: str, mention: Mention, out: Console, verbose: bool) -> None:
    """Print a claim that a reading was weighed against, and what spoke for it and against it."""
    row = rival.weighed
    mark = "✓ " if row.claim == mention.claim else ""
    what = f"{mark}{row.claim}" + (f" · {rival.title}" if rival.title else "")
    values = f": {rival.values}" if rival.values else ""
    fact(out, label, f"{what}{values}", _LABEL, "bold" if mark else "")
    for name, told in _told(rival, mention, verbose):
        fact(out, f"{'':<{_LABEL}}{name}", told, _LABEL + _SUB)


def _told(rival: Rival, mention: Mention, verbose: bool) -> Iterator[tuple[str, str]]:
    row = rival.weighed
    if row.note:
        yield "against", in_words(row.note)
    elif mention.kind in ("quantity", "date"):
        yield "likely", _likelihood(rival)
    if rival.phrasing:
        yield "words", _words(rival.phrasing)
    pro = [part for part in row.parts if part[1] > 0]
    contra = [part for part in row.parts if part[1] < 0]
    for name, parts in (("for", pro), ("against", contra)):
        if told := _clues(parts, verbose):
            yield name, told


def _likelihood(rival: Rival) -> str:
    """`8%, 15% needed (50% to be sure)`."""
    likely = per_cent(rival.weighed.score)
    if rival.needs is None:
        return likely
    some, sure = map(per_cent, rival.needs)
    return f"{likely}, {some} needed" + (f" ({sure} to be sure)" if sure != some else "")


def _words(phrasing: Phrasing) -> str:
    if not phrasing.missing:
        return f"all of “{phrasing.phrase}” is in the sentence or above it"
    missing = ", ".join(f"“{words}”" for words in phrasing.missing)
    if not phrasing.said:
        return f"nothing of “{phrasing.phrase}” is in the sentence or above it"
    said = ", ".join(f"“{words}”" for words in phrasing.said)
    return f"of “{phrasing.phrase}”, {said} is in the sentence or above it; {missing} is missing"


def _clues(parts: Sequence[tuple[str, float]], verbose: bool) -> str:
    ranked = sorted(parts, key=lambda part: -abs(part[1]))
    if verbose:
        return "; ".join(f"{part:+.1f} {meaning(name)}" for name, part in ranked)
    return "; ".join(meaning(name) for name, part in ranked[:_MOST] if abs(part) >= _TELLING)
