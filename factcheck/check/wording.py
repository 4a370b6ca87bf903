"""The words of a finding: what the article says; what the registry says, since when, according to whom: what
to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.check.verdict import mark_in
from factcheck.compare.series import current, first_day
from factcheck.model import Claim, Finding, Mention, Related, Severity, Source, Value

LOWER: dict[Severity, Severity] = {"error": "warning", "warning": "info", "info": "info"}


def brief(source: Source) -> str:
    """The shortest usual name of a source: its acronym where it has one (NIS), else its name."""
    if source.private:
        return source.name
    acronyms = [name for name in (source.name, *source.aliases) if name.isupper() and 1 < len(name) <= 6]
    return min(acronyms, key=len) if acronyms else source.name


def value_text(value: Value) -> str:
    """One value as the registry writes it, with since when and according to whom."""
    since = f" since {value.as_of}" if value.as_of else ""
    source = f" ({brief(value.source)})" if value.source else ""
    return f"{value.text}{since}{source}"


def held(claim: Claim, day: str) -> Sequence[Value]:
    """The values of a claim that are current on an ISO day, else the nearest one."""
    if values := current(claim, day):
        return values
    dated = sorted(claim.values, key=lambda value: first_day(value.as_of) if value.as_of else "")
    before = [value for value in dated if not value.as_of or first_day(value.as_of) <= day]
    return before[-1:] or dated[:1]


def expected(claim: Claim, day: str) -> str:
    """What the registry says of a claim on an ISO day: its current values, else the nearest one."""
    if claim.kind == "statement":
        sources = ", ".join(brief(value.source) for value in claim.values if value.source)
        return f"{claim.rating}{f' ({sources})' if sources else ''}"
    return " / ".join(dict.fromkeys(map(value_text, held(claim, day))))


def says(mention: Mention) -> str:
    """What the article says, with its qualifier; quoted where it begins with a word or has many."""
    wordy = mention.said[:1].isalpha() or sum(part[0].isalpha() for part in mention.said.split()) > 2
    return f"“{mention.said}”" if wordy else mention.said


class Told(NamedTuple):
    """What a finding tells: what the article does, and what to do."""

    said: str
    action: str


def place(mention: Mention) -> Related:
    """A mention as the other place of a finding."""
    return Related(
        mention.path,
        mention.line,
        mention.column,
        mention.text,
        mention.sentence,
        mark_in(mention),
        mention.place,
    )


def finding(
    rule: str,
    severity: Severity,
    mention: Mention,
    told: Told,
    wanted: str = "",
    related: Sequence[Mention] = (),
) -> Finding:
    """A finding on a mention, of which the registry says what is `wanted`, if anything; in quoted words it
    weighs one severity less."""
    rated = "rates it" if mention.kind == "statement" else "says"
    known = f"; the registry {rated} {wanted}" if wanted else ""
    return Finding(
        rule=rule,
        severity=LOWER[severity] if mention.quoted else severity,
        claim=mention.claim or "",
        path=mention.path,
        line=mention.line,
        column=mention.column,
        end_line=mention.ends_at[0],
        end_column=mention.ends_at[1],
        text=mention.text,
        sentence=mention.sentence,
        expected=wanted,
        message=f"{told.said}{known}: {told.action}",
        related=tuple(map(place, related)),
        mark=mark_in(mention),
        lines=mention.lines,
        value=_value(mention),
        mention=mention,
        said=told.said,
        action=told.action,
        place=mention.place,
    )


def ending(text: str, line: int, column: int) -> tuple[int, int]:
    """The line, and the column behind it, at which a text ends that starts at a line and column (from 1)."""
    breaks = text.count("\n")
    return line + breaks, len(text.rpartition("\n")[2]) + (1 if breaks else column)


def _value(mention: Mention) -> str:
    ends = mention.value if isinstance(mention.value, tuple) else (mention.value,)
    return " - ".join(end if isinstance(end, str) else f"{end:.12g}" for end in ends)
