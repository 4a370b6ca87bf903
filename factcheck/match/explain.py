"""Why a reading was given to a claim or to none: what `factcheck explain PATH:LINE` shows."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Mention


@dataclass(frozen=True, slots=True)
class Weighed:
    """One claim that competed for a reading. `parts` are what its score is made of, by name;
    `note` tells what ruled it out or held it back (``excluded by `killed` ``), else it is empty; `agrees`
    that the reading agrees with one of its values, `outdated` that it does so only with an earlier one."""

    claim: str
    score: float
    parts: tuple[tuple[str, float], ...] = ()
    note: str = ""
    agrees: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """One reading of the line: how it was read and judged (`mention`), the noun that it counts, the
    claims it was weighed against, best first, and why the best won or nobody did. `attributed_by` is
    the text of the words that attribute it."""

    mention: Mention
    weighed: tuple[Weighed, ...]
    why: str
    noun: str | None = None
    attributed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every figure, date, name and statement that was read on one line (from 1) of an article."""

    path: str
    line: int
    readings: tuple[Explained, ...] = ()
