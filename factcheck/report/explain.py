"""How one line of an article was read, weighed and judged, told to a reader."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from factcheck.escape import visible
from factcheck.match.explain import Explained, Explanation, Weighed
from factcheck.model import Mention
from factcheck.report.screen import STYLES, Row, quoted, say, styled, table, within

_INDENT = 2
_LABEL = 13


def show(explanation: Explanation, out: Console) -> None:
    """Print what is known of each reading of the line."""
    say(out, Text(visible(f"{explanation.path}:{explanation.line}"), "bold underline"))
    out.line()
    if not explanation.readings:
        say(out, Text("No figure, date, name or statement was read on this line."), _INDENT)
    for reading in explanation.readings:
        _reading(reading, out)
        out.line()


def _reading(reading: Explained, out: Console) -> None:
    mention = reading.mention
    quoted(out, mention.sentence, within(mention), _INDENT)
    _fact(out, "read as", _read_as(mention, reading.noun))
    _fact(out, "given to", _given(mention.claim or "no claim", reading.why))
    if mention.verdict:
        _fact(out, "verdict", mention.verdict, STYLES[mention.verdict])
    if mention.attribution:
        _fact(out, "attribution", _attribution(reading))
    if reading.weighed:
        out.line()
        names = ("weighed", "score", "parts", "note")
        table(out, names, [_weighed(claim, mention) for claim in reading.weighed], _INDENT + _LABEL, 0)


def _fact(out: Console, label: str, text: str, style: str = "") -> None:
    say(out, Text.assemble((f"{label:<{_LABEL}}", "dim"), (visible(text), style)), _INDENT)


def _given(claim: str, why: str) -> str:
    # the reason may begin with what stands beside the label already
    told = why.removeprefix(f"given to {claim}: ").removeprefix("given to none: ")
    return f"{claim}: {told}"


def _read_as(mention: Mention, noun: str | None) -> str:
    parts = [mention.kind, _number(mention.value)]
    if mention.unit:
        parts[-1] += f" {mention.unit}"
    if mention.qualifier != "exact":
        parts.append(mention.qualifier)
    if mention.low is not None and mention.high is not None and mention.low < mention.high:
        parts.append(f"taken as {_number((mention.low, mention.high))}")
    if noun:
        parts.append(f"counts “{noun}”")
    return " · ".join(parts)


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
    source = f": {attribution.source}" if attribution.source else ""
    words = f" (“{reading.attributed_by}”)" if reading.attributed_by else ""
    return f"{attribution.status}{source}{words}"


def _weighed(claim: Weighed, mention: Mention) -> Row:
    won = claim.claim == mention.claim
    return (
        styled(f"{'✓' if won else ' '} {claim.claim}", "bold" if won else ""),
        Text(f"{claim.score:.2f}"),
        styled("  ".join(f"{name}={part:.2f}" for name, part in claim.parts)),
        styled(claim.note),
    )
