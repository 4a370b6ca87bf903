"""In which order a person reads a report: figure by figure, what to mend first before the rest.

A program reads findings as they stand in the articles; a person looks at a figure once, whatever is flagged
about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from factcheck.check.divergence import NAME as DIVERGENCE
from factcheck.check.rules import FAMILIES
from factcheck.model import Finding, Related, Report, Severity, Sort

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
DOUBTFUL = "Worth a look"
OTHER = "Other"
PLACE = attrgetter("path", "line", "column", "claim")
"""Where a finding or a mention stands, and what it is about: the same for all findings on one figure."""
_ORDER = {rule: place for place, rule in enumerate(rule for rules in FAMILIES.values() for rule in rules)}


@dataclass(frozen=True, slots=True)
class Flagged:
    """One figure (or date, name, statement) with all that is flagged about it, the gravest first."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The gravest finding."""
        return self.findings[0]

    @property
    def family(self) -> str:
        """The family of the gravest finding: whose table it stands in."""
        return family(self.first.rule)

    @property
    def gravity(self) -> tuple[bool, int]:
        """What is sure before what is not, then by severity: the least is the gravest."""
        return self.family == DOUBTFUL, SEVERITIES.index(self.first.severity)

    @property
    def related(self) -> tuple[Related, ...]:
        """The other places that it is about, each once: of each finding the nearest, then the others."""
        nearest = [finding.related[0] for finding in self.findings if finding.related]
        return tuple(dict.fromkeys((*nearest, *(other for f in self.findings for other in f.related))))

    @property
    def nearest(self) -> tuple[Related, ...]:
        """Of each finding the nearest other place."""
        return tuple(dict.fromkeys(finding.related[0] for finding in self.findings if finding.related))


def family(rule: str) -> str:
    """The family of a rule; OTHER for one that has none yet."""
    return next((name for name, rules in FAMILIES.items() if rule in rules), OTHER)


def rank(rule: str) -> tuple[int, str]:
    """A rule's place among the rules, in the order of the families."""
    return _ORDER.get(rule, len(_ORDER)), rule


def figures(findings: Iterable[Finding]) -> list[Flagged]:
    """The figures that findings are about, in the order in which the findings come."""
    together: dict[tuple[str, int, int, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        together[PLACE(finding)].append(finding)
    return [Flagged(tuple(sorted(group, key=_gravity))) for group in together.values()]


def as_they_come(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a report in the order in which a scan can tell them: each article's, in the articles'
    order, then where articles differ, claim by claim, for that takes all of them."""
    rows = list(findings)
    differing = [finding for finding in rows if finding.rule == DIVERGENCE]
    alone = [finding for finding in rows if finding.rule != DIVERGENCE]
    return alone + sorted(differing, key=attrgetter("claim"))


def _gravity(finding: Finding) -> tuple[int, tuple[int, str]]:
    return SEVERITIES.index(finding.severity), rank(finding.rule)


def ordered(report: Report, sort: Sort = "gravity") -> Report:
    """The report as a person reads it: the articles with the most to mend first, and in each what is surely
    an error before the rest. By `path`, it stays as it is."""
    if sort == "path":
        return report
    found: dict[str, list[Flagged]] = defaultdict(list)
    for figure in figures(report.findings):
        found[figure.first.path].append(figure)
    paths = sorted(
        found, key=lambda path: _weight(found[path]), reverse=True
    )  # which keeps those alike in place
    findings = (
        finding
        for path in paths
        for figure in sorted(found[path], key=attrgetter("gravity"))
        for finding in figure.findings
    )
    place = {path: at for at, path in enumerate(paths)}
    articles = sorted(report.articles, key=lambda article: place.get(article.path, len(place)))
    return replace(report, articles=tuple(articles), findings=tuple(findings))


def _weight(here: Sequence[Flagged]) -> tuple[int, ...]:
    """How many figures of each severity an article has, the gravest first; what is not sure comes last."""
    counted = Counter(figure.gravity for figure in here)
    return tuple(counted[doubtful, at] for doubtful in (False, True) for at in range(len(SEVERITIES)))
