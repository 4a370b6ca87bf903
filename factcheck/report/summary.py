"""The account that ends every report: what was found, what was checked, and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from factcheck.escape import visible
from factcheck.model import ArticleSummary, Counts, Finding, Report, Severity
from factcheck.show.order import SEVERITIES, figures, rank
from factcheck.show.totals import Totals, totals
from factcheck.show.unchecked import KINDS, Kind

_GRAVEST = 3
"""How many kinds of what was not checked are told in words."""


def tally(findings: Iterable[Finding]) -> dict[str, dict[Severity, int]]:
    """How many findings of each severity each rule has, in the order of the families."""
    counted = Counter((finding.rule, finding.severity) for finding in findings)
    rules = sorted({rule for rule, _ in counted}, key=rank)
    return {rule: {severity: counted[rule, severity] for severity in SEVERITIES} for rule in rules}


def plural(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `12,000 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def told(*parts: str) -> str:
    """`troops: says 12,000`: the parts that there are; a finding on an ignore is about no claim."""
    return ": ".join(filter(None, parts))


def account(report: Report | Totals) -> str:
    """What was read, what of it was checked, and what was not."""
    counts = report.counts
    if not (counts.figures or counts.dates or counts.matched or counts.furniture):
        return "no figure and no date read"
    read = plural(counts.figures, "figure") + (f" and {plural(counts.dates, 'date')}" if counts.dates else "")
    parts = [
        f"{read} read",
        *(_held(counts) if report.registry else ["none held against a registry"]),
        f"{counts.furniture:,} in page furniture left aside" if counts.furniture else "",
    ]
    return ", ".join(filter(None, parts))


def _held(counts: Counts) -> list[str]:
    """How many figures were given to claims, and how many not."""
    return [
        f"{counts.matched:,} matched to {plural(counts.claims, 'claim')}",
        f"{counts.possible:,} perhaps about one" if counts.possible else "",
        f"{counts.unmatched:,} about nothing in the registry",
    ]


def notes(report: Report | Totals) -> list[str]:
    """What else a reader must know of a scan: what is withheld on purpose, and what was passed over; none
    where all was checked and is shown."""
    found = totals(report)
    return [text for text in (_unheld(found), _withheld(found), _passed_over(found)) if text]


def _unheld(found: Totals) -> str:
    """That nothing was held against a registry, and what was checked all the same."""
    told = "nothing was held against a registry: only sums, shares, changes, ages and dates were checked"
    return "" if found.registry else told


def _withheld(found: Totals) -> str:
    """What was found and is not shown, and what was not read on purpose."""
    by = found.suppressed
    told = (("inline", "by comments"), ("registry", "by the registry"), ("baseline", "in the baseline"))
    reasons = ", ".join(f"{by[reason]:,} {words}" for reason, words in told if by[reason])
    parts = (
        f"{by.total():,} suppressed: {reasons}" if by else "",
        f"{found.unchanged:,} in unchanged sentences" if found.unchanged else "",
        f"{found.stale:,} of the baseline no longer found (factcheck baseline prune)" if found.stale else "",
        f"{_files(found.excluded)} excluded" if found.excluded else "",
    )
    return "; ".join(filter(None, parts))


def _passed_over(found: Totals) -> str:
    """What was not checked though nobody asked for that: the three gravest kinds in words, the others
    counted. What the account counts by itself (figures in furniture, possible mentions) is not told twice."""
    told = [kind for kind in KINDS if found.unchecked[kind.name] and not kind.counted]
    words = [_in_words(kind, found) for kind in told[:_GRAVEST]]
    rest = ", ".join(f"{found.unchecked[kind.name]:,} {kind.name}" for kind in told[_GRAVEST:])
    return "; ".join(filter(None, (*words, f"and {rest}" if rest else "")))


def _in_words(kind: Kind, found: Totals) -> str:
    if kind.name == "no-reader":
        return f"{_endings(found.unread)} {kind.rest}"
    day = f", {_as_of_today(found.day)}" if kind.name == "no-date" else ""
    return f"{plural(found.unchecked[kind.name], kind.noun)} {kind.rest}{day}"


def strictly(report: Report | Totals, kinds: Collection[str]) -> str:
    """What --strict complains of: `2 no-date, 1 code`; empty where nothing of these kinds is unchecked."""
    found = totals(report).unchecked
    return ", ".join(
        f"{found[kind.name]:,} {kind.name}" for kind in KINDS if kind.name in kinds and found[kind.name]
    )


def dated(article: ArticleSummary) -> str:
    """An article's date, or that it has none and what that means."""
    return article.date or f"no date, {_as_of_today(article.day)}"


def _as_of_today(day: str) -> str:
    return f"judged as of today {day}".rstrip()


def _endings(counted: Mapping[str, int]) -> str:
    """`2 .html, 1 .docx and 1 .pdf`: the most first."""
    ranked = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    *most, last = (f"{number:,} {visible(name)}" for name, number in ranked)
    return f"{', '.join(most)} and {last}" if most else last


def _files(paths: Sequence[str]) -> str:
    """`3 files and 1 folder`."""
    folders = sum(path.endswith("/") for path in paths)
    counts = ((len(paths) - folders, "file"), (folders, "folder"))
    return " and ".join(plural(number, noun) for number, noun in counts if number)


def counted(severities: Mapping[Severity, int]) -> str:
    """`2 errors, 1 warning, 1 info`; empty where there is none."""
    nouns = [plural(severities[s], s) for s in ("error", "warning") if severities[s]]
    return ", ".join([*nouns, f"{severities['info']:,} info"] if severities["info"] else nouns)


def verdict(report: Report | Totals, code: int | None) -> str:
    """The last line: how many figures to look at, with how many findings of each severity, in how many
    articles; the exit code, if known."""
    found = totals(report)
    looked = f"{_looked(found.to_look_at, found.findings)} ({counted(found.severities)})"
    unread = f", {len(found.errors):,} could not be read" if found.errors else ""
    ending = "" if code is None else f" · exit {code}"
    told = looked if found.findings else "no findings"
    return f"{told} in {plural(found.articles, 'article')}{unread}{ending}"


def to_look_at(findings: Sequence[Finding]) -> str:
    """`38 figures to look at, 54 findings`."""
    return _looked(len(figures(findings)), len(findings))


def _looked(figures: int, findings: int) -> str:
    return f"{plural(figures, 'figure')} to look at, {plural(findings, 'finding')}"
