"""A comment that ignores findings is no good.

Why: a comment that is misspelt, has lapsed or names what there is not protects nothing, and one that
ignores nothing any more will hide the next mistake that comes to stand there. A comment with such a
problem ignores nothing.

How: a comment reads

    <!-- factcheck: ignore[RULE, claim=ID] until=2026-12-31 why it is ignored -->

with one rule or more, and the reason (--no-require-reason does without); `claim=` and `until=`, the last
day on which it holds, may be left out. Alone on its line it covers the next block: a paragraph, an item,
a heading, a whole table or quotation. Within a line of text it covers the sentences that touch the line.

Registry:
    claims:
      goals: {title: Goals scored by Lina Marek this season, values: [{value: 31, source: the league}]}

Flagged:
    <!-- factcheck: ignore[discrepancy] the club's own count -->
    Lina Marek scored 31 goals this season, according to the league.

    Lina Marek scored 31 goals this season, said the league. <!-- factcheck: ignore discrepancy -->

Silent:
    <!-- factcheck: ignore[discrepancy] the club's own count -->
    Lina Marek scored 13 goals this season, according to the league.

What to do: delete a comment that ignores nothing, mend one that cannot be read; where one has lapsed,
look again at what it ignores. Whether one that names `divergence` ignores anything depends on the articles
that are scanned together, and is never asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from factcheck.check.scope import Checked
from factcheck.check.wording import ending
from factcheck.model import IGNORABLE, Finding, Ignore, Mention, Severity
from factcheck.registry.suggest import did_you_mean

NAME = "ignore"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:  # noqa: ARG001
    """One finding for each ignore that has a problem; see `judged` and `unused` for the others."""
    return (_finding(ignore, ignore.problem) for ignore in checked.ignores if ignore.problem)


def judged(ignore: Ignore, claims: Collection[str] | None, today: str, reasoned: bool) -> Ignore:
    """The ignore with its problem, if it has one: a rule or a claim that there is not (None: which there are
    is not known), a day that has passed by `today` (ISO), no reason where one must be given (`reasoned`)."""
    return ignore if ignore.problem else replace(ignore, problem=_problem(ignore, claims, today, reasoned))


def _problem(ignore: Ignore, claims: Collection[str] | None, today: str, reasoned: bool) -> str:
    for rule in ignore.rules:
        if rule == NAME:
            return "findings of `ignore` cannot be ignored: mend or delete the comment that they are about"
        if rule not in IGNORABLE:
            return f"no rule is called `{rule}`{did_you_mean(rule, IGNORABLE)}"
    for claim in ignore.claims:
        if claims is not None and claim not in claims:
            return f"no claim is called `{claim}`{did_you_mean(claim, claims)}"
    if reasoned and not ignore.reason:
        return "gives no reason: say after the bracket why it is ignored"
    if ignore.until and ignore.until < today:
        return f"lapsed after {ignore.until}: look again, then delete it or give it a later day"
    return ""


def unused(ignore: Ignore) -> Finding:
    """The finding on an ignore that has ignored nothing."""
    about = f" about {' or '.join(ignore.claims)}" if ignore.claims else ""
    return _finding(ignore, f"ignores nothing: no {' or '.join(ignore.rules)}{about} in what it covers")


def _finding(ignore: Ignore, message: str) -> Finding:
    end_line, end_column = ending(ignore.text, ignore.line, ignore.column)
    return Finding(
        rule=NAME,
        severity=SEVERITY,
        claim="",
        path=ignore.path,
        line=ignore.line,
        column=ignore.column,
        end_line=end_line,
        end_column=end_column,
        text=ignore.text,
        sentence=ignore.text,
        expected="",
        message=message,
        lines=(ignore.line, end_line),
        place=f"line {ignore.line}",
    )
