"""The list of rules, in the order in which they run; each module's docstring is its page."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from typing import Protocol

from factcheck.check import (
    arithmetic,
    chronology,
    contradiction,
    discrepancy,
    disputed,
    divergence,
    hedge,
    ignore,
    misattributed,
    outdated,
    possible,
    unsourced,
    vague_source,
)
from factcheck.check.scope import Checked
from factcheck.model import Finding, Mention, Severity


class Rule(Protocol):
    """What a rule's module has: a name, a severity, a page (`__doc__`) and one pure function."""

    NAME: str
    SEVERITY: Severity
    __doc__: str | None

    def check(self, mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
        """The findings among all matched mentions of a scan."""


RULES: tuple[Rule, ...] = (
    discrepancy,
    outdated,
    disputed,
    possible,
    hedge,
    unsourced,
    vague_source,
    misattributed,
    contradiction,
    arithmetic,
    chronology,
    divergence,
    ignore,
)
UNHELD = frozenset(("arithmetic", "chronology", "divergence", "ignore"))
"""The rules that need no registry."""
FAMILIES = {  # in the order of a report's tables
    "Discrepancies": ("discrepancy", "outdated", "disputed", "hedge", "chronology"),
    "Unsourced claims": ("unsourced", "vague-source", "misattributed"),
    "Contradictions": ("contradiction", "arithmetic", "divergence"),
    "Ignores": ("ignore",),
    "Worth a look": ("possible",),
}


def page(name: str) -> str:
    """A rule's page: what it flags and what it leaves, why, and what to do."""
    return inspect.cleandoc(next(rule for rule in RULES if name == rule.NAME).__doc__ or "") + "\n"


def families() -> dict[str, tuple[str, ...]]:
    """The rules of each family that has several, by the name that `--select` takes: `contradictions`."""
    several = ((title, rules) for title, rules in FAMILIES.items() if len(rules) > 1)
    return {title.lower().replace(" ", "-"): rules for title, rules in several}
