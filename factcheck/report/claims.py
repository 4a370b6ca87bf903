"""The registry told to a reader: all claims in a table, one claim on a page, where each is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from factcheck.escape import visible
from factcheck.language.units import is_known
from factcheck.model import Claim, Mention, Miss, Source, Value
from factcheck.registry.units import written_units
from factcheck.report.chart import chart
from factcheck.report.screen import STYLES, Row, fit, line, quoted, say, styled, table, within
from factcheck.report.summary import plural
from factcheck.show.history import MOST, History, Step

_INDENT = 2
_LABEL = 9
_OLDER = f"▲ older commits are not looked at: {MOST} at most, and none that a shallow clone lacks"
_GROUP = re.compile(r"(?<=\d)[\s'’_](?=\d{3})")
_NUMBER = re.compile(r"\d[\d.,]*")


def series(claim: Claim) -> str:
    """The values as one line, `11k / 15k / 15k`; a statement's rating."""
    return claim.rating or " / ".join(value.text for value in claim.values)


def newest(claim: Claim) -> str:
    """The newest `as_of` of a claim, empty where no value is dated."""
    return max((value.as_of for value in claim.values if value.as_of), default="")


def read_as(value: Value) -> str:
    """The number that was read in a value's text, its thousands parted by commas; empty where the text writes
    that number out."""
    quantity = value.quantity
    if quantity is None:
        return ""
    ends = [quantity.value] if quantity.high is None else [quantity.value, quantity.high]
    written = {number.rstrip(".,") for number in _NUMBER.findall(_GROUP.sub("", value.text))}
    fixed = f".{quantity.decimals or 0}f"
    if all(written & {f"{abs(end):{form}}" for form in (".15g", ",.15g", fixed)} for end in ends):
        return ""
    return " - ".join(f"{end:,.15g}" for end in ends)


def show_list(claims: Sequence[Claim], out: Console) -> None:
    """Print one row a claim."""
    table(out, ("id", "title", "kind", "values", "as of"), [_listed(claim) for claim in claims], rigid=1)


def concise_list(claims: Iterable[Claim]) -> str:
    """One claim a line: `troops: NK troops in Russia: 11k / 15k / 15k`."""
    return "".join(visible(f"{claim.id}: {claim.title}: {series(claim)}") + "\n" for claim in claims)


def show_page(claim: Claim, inconsistencies: Sequence[str], out: Console) -> None:
    """Print all that the registry says of one claim, and what in that does not hold together."""
    say(out, Text.assemble((visible(claim.id), "bold underline"), f" · {visible(claim.title)}"))
    out.line()
    for label, text in _facts(claim):
        say(out, Text.assemble((f"{label:<{_LABEL}}", "dim"), visible(text)), _INDENT)
    out.line()
    _values(claim, out)
    _phrases("match", claim.match, out)
    _phrases("exclude", claim.exclude, out)
    _phrases("not", claim.unlike, out)
    _phrases("context", claim.context, out)
    for problem in inconsistencies:
        say(out, Text(f"▲ {visible(problem)}", STYLES["warning"]), _INDENT)
    if inconsistencies:
        out.line()


def show_uses(claim: Claim, mentions: Sequence[Mention], near: Sequence[Miss], out: Console) -> None:
    """Print where the articles use a claim: the place, the figure, the verdict, the sentence; then what came
    near it, with what kept it away, and what the claim's `exclude` silenced."""
    count = plural(len(mentions), "mention") if mentions else "no mention"
    say(out, Text.assemble((visible(claim.id), "bold"), f": {count} in these articles"))
    _placed([(mention, _used(mention)) for mention in mentions], out)
    out.line()
    for title, excluded in (("near misses", False), ("silenced by its `exclude`", True)):
        missed = [miss for miss in near if miss.excluded == excluded]
        if missed:
            say(out, Text.assemble((visible(claim.id), "bold"), f": {title} ({len(missed)})"))
            _placed([(miss.mention, _missed(miss)) for miss in missed], out)
            out.line()


def show_history(claim: Claim, past: History, out: Console) -> None:
    """Print how a claim came to its values: when, by which commit, which value, why."""
    say(out, Text.assemble((visible(claim.id), "bold"), f": {plural(len(past.steps), 'step')} to its values"))
    if past.steps:
        table(out, ("day", "commit", "value", "reason"), list(map(_step, past.steps)), _INDENT, 1)
    if not past.whole:
        say(out, Text(_OLDER, STYLES["warning"]), _INDENT)
    out.line()


def concise_history(claim: Claim, past: History) -> str:
    """One step a line: `troops: 2025-04-30 1f3a9c2e4b + 15k since 2025-04: Add the briefing`."""
    rows = [[cell.plain for cell in _step(step)] for step in past.steps]
    lines = [f"{claim.id}: {' '.join(filter(None, row[:3]))}{': ' * bool(row[3])}{row[3]}" for row in rows]
    return "".join(visible(line) + "\n" for line in ([] if past.whole else [f"{claim.id}: {_OLDER}"]) + lines)


def _step(step: Step) -> Row:
    return (
        Text(step.day),
        styled(step.commit or "not committed"),
        styled(f"{step.sign} {step.value}", "bold"),
        styled(step.reason),
    )


def _placed(rows: Sequence[tuple[Mention, Row]], out: Console) -> None:
    """Print rows in columns, each with its sentence below."""
    if rows:
        widths = fit([row for _, row in rows], out.width - _INDENT, rigid=1)
        for mention, row in rows:
            line(out, row, widths, _INDENT)
            quoted(out, mention.sentence, [within(mention)], 2 * _INDENT)


def _missed(miss: Miss) -> Row:
    return (*_said(miss.mention), styled(miss.why))


def concise_uses(mentions: Iterable[Mention]) -> str:
    """One mention a line: `PATH:LINE:COL: troops: 11 000: outdated`."""
    return "".join(
        visible(f"{use.path}:{use.line}:{use.column}: {use.claim}: {use.text}: {use.verdict}") + "\n"
        for use in mentions
    )


def _listed(claim: Claim) -> Row:
    return (
        styled(claim.id, "bold"),
        styled(claim.title),
        Text(claim.kind),
        styled(series(claim)),
        styled(newest(claim)),
    )


def _facts(claim: Claim) -> Iterable[tuple[str, str]]:
    if claim.path:
        yield "place", f"{claim.path}:{claim.line}"
    yield "kind", claim.kind
    yield from (("unit", unit) for unit in _units(claim))
    if claim.tolerance:
        yield "slack", f"{claim.tolerance * 100:g} %"
    yield ("rating" if claim.rating else "series"), series(claim)
    if claim.competing:
        yield "current", "each source's newest value"
    if claim.part_of:
        yield "part of", claim.part_of
    if claim.owner:
        yield "owner", claim.owner
    if claim.review:
        yield "review", claim.review
    if claim.ignore:
        yield "ignores", f"{', '.join(claim.ignore)}: {claim.reason}"


def _units(claim: Claim) -> Iterable[str]:
    """The claim's unit, and every unit of its values that no table has."""
    if claim.counts:
        yield f"{claim.counts} (no unit that is known: a plain count)"
    for unit in written_units(claim):
        if not is_known(unit):
            yield f"{unit} (not known: compared with itself only)"
        elif unit == claim.unit:
            yield unit


def _values(claim: Claim, out: Console) -> None:
    names = ("value", "read as", "as of", "until", "source", "url")
    rows = [_value(value) for value in claim.values]
    used = [
        place for place, column in enumerate(zip(*rows, strict=True)) if any(cell.plain for cell in column)
    ]
    table(out, [names[place] for place in used], [[row[place] for place in used] for row in rows], _INDENT, 1)
    out.line()
    drawn = chart(claim, out.width - _INDENT)
    for row in drawn:
        say(out, row, _INDENT)
    if drawn:
        out.line()


def _value(value: Value) -> Row:
    also = f" (also {', '.join(value.also)})" if value.also else ""
    source = value.source or Source("")
    dated = f", {source.date}" if source.date else ""
    return (
        styled(value.text + also, "bold"),
        styled(read_as(value)),
        styled(value.as_of or ""),
        styled(value.until or ""),
        styled(source.name + dated),
        styled(value.link),
    )


def _phrases(label: str, phrases: Sequence[str], out: Console) -> None:
    if not phrases:
        return
    say(out, Text(label, "dim"), _INDENT)
    for phrase in phrases:
        say(out, styled(phrase), 2 * _INDENT)
    out.line()


def _used(mention: Mention) -> Row:
    verdict = mention.verdict or ""
    perhaps = "perhaps " if mention.certainty == "possible" else ""
    return (*_said(mention), Text(perhaps + verdict, STYLES.get(verdict, "")))


def _said(mention: Mention) -> Row:
    said = "a statement" if mention.kind == "statement" else mention.said or mention.text
    return styled(f"{mention.path}:{mention.line}"), styled(said, "bold")
