"""The one place that decides what is shown: rules, severities, ignores, baseline, changes, and the order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from factcheck.check import ignore as ignore_rule
from factcheck.check.rules import RULES
from factcheck.check.wording import LOWER
from factcheck.model import Claim, Finding, Ignore, Known, Level, Renamed, Severity, Suppression
from factcheck.read.article import parted
from factcheck.show.baseline import entries, files, without
from factcheck.show.fingerprint import fingerprint, stands
from factcheck.show.renamed import KNOWN, settle

_DEFAULT: dict[str, Severity] = {rule.NAME: rule.SEVERITY for rule in RULES}

Before = Callable[[str], str | None]
Placed = TypeVar("Placed", Finding, Ignore)
Lines = Mapping[tuple[str, int], Mapping[int, Placed]]


def _always(_path: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class FileRules:
    """Rule settings of the articles whose path `matches`; `told` tells which these are, where that can be."""

    matches: Callable[[str], bool]
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = field(default_factory=dict)
    told: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What to show. `severity` is by rule, `claims` by claim; a claim's wins over a file's, a file's over a
    rule's. `baseline` has the known findings, with paths as `place` gives them; `there` tells whether such a
    path still is one. `before` tells the earlier text of an article (empty for a new one, None for one that
    has not changed): with it, only findings in sentences that it lacks are shown.
    An ignore needs a reason if `require_reason`, and holds until `today` (ISO; None: the real one).
    The rules of `unheld` have nothing to hold an article against: what they would say is not known."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = field(default_factory=dict)
    claims: Mapping[str, Level] = field(default_factory=dict)
    files: tuple[FileRules, ...] = ()
    baseline: Sequence[Known] = ()
    place: Callable[[str], str] = str
    there: Callable[[str], bool] = _always
    before: Before | None = None
    require_reason: bool = True
    today: str | None = None
    unheld: Collection[str] = ()

    def on(self, day: str) -> Policy:
        """The policy on an ISO day, where none was told."""
        return self if self.today else replace(self, today=day)


@dataclass(frozen=True, slots=True)
class Selection:
    """The findings shown and those suppressed, both sorted; how many are in sentences that have not
    changed; what of the baseline these articles have no more, and what of it they have under another name."""

    shown: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    unchanged: int
    stale: tuple[Known, ...]
    renamed: tuple[Renamed, ...]


def select(
    findings: Sequence[Finding],
    policy: Policy,
    claims: Mapping[str, Claim],
    ignores: Sequence[Ignore] = (),
    order: Mapping[str, int] | None = None,
) -> Selection:
    """Decide on each finding of a scan; `order` is the place of each article in it, by path."""
    there, found = _by_line(ignores), _by_line(findings)
    unused = [
        ignore_rule.unused(ignore)
        for ignore in ignores
        if _idle(ignore, _beside(ignore, found), policy.unheld)
    ]
    weighed = [kept for finding in (*findings, *unused) for kept in _weighed(finding, policy)]
    excused = [replace(f, suppression=_excuse(f, claims, _beside(f, there))) for f in weighed]
    known = {fingerprint(entry): entry for entry in policy.baseline}
    left = Counter({mark: entry.count for mark, entry in known.items()})
    in_order = sorted(excused, key=lambda finding: _key(finding, order or {}))
    settled = [_known(finding, left, policy.place) for finding in in_order]
    stale = tuple(_stale(known, left, policy, order or {}))
    away = [replace(known[mark], count=number) for mark, number in left.items() if number]
    gone = [entry for entry in away if not policy.there(entry.path)]
    free = without((*stale, *gone), _excused(settled, policy.place)) if away else ()
    settled, renamed = settle(settled, free, policy.place)
    shown = [finding for finding in settled if finding.suppression is None]
    fresh = tuple(finding for finding in shown if _changed(finding, policy.before))
    suppressed = tuple(finding for finding in settled if finding.suppression)
    stale = without(stale, (row.known for row in renamed))
    return Selection(fresh, suppressed, len(shown) - len(fresh), stale, renamed)


def _by_line(rows: Iterable[Placed]) -> Lines[Placed]:
    """Rows by each line of an article on which they stand, numbered."""
    found: dict[tuple[str, int], dict[int, Placed]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for line in range(row.lines[0], row.lines[1] + 1):
            found[row.path, line][number] = row
    return found


def _beside(row: Finding | Ignore, others: Lines[Placed]) -> list[Placed]:
    """The rows that share a line with one, in order."""
    lines = (others.get((row.path, line), {}) for line in range(row.lines[0], row.lines[1] + 1))
    found = {number: other for line in lines for number, other in line.items()}
    return [found[number] for number in sorted(found)]


def _key(finding: Finding, order: Mapping[str, int]) -> tuple[int, str, int, int, str, str]:
    place = order.get(finding.path, len(order))
    return place, finding.path, finding.line, finding.column, finding.rule, finding.claim


def _weighed(finding: Finding, policy: Policy) -> Iterator[Finding]:
    """The finding with the severity that the policy gives it; nothing where it is switched off."""
    level = _level(finding.rule, finding.path, finding.claim, policy)
    if level == "off":
        return
    # what a rule has lowered (quoted words) stays lower by as much
    lowered = finding.severity != _DEFAULT.get(finding.rule, finding.severity)
    yield replace(finding, severity=LOWER[level] if lowered else level)


def _level(rule: str, path: str, claim: str, policy: Policy) -> Level:
    level: Level = policy.severity.get(rule, _DEFAULT.get(rule, "warning"))
    if rule in policy.ignore or rule in policy.unheld or (policy.select and rule not in policy.select):
        return "off"
    for rules in policy.files:
        if rules.matches(path):
            level = "off" if rule in rules.ignore else rules.severity.get(rule, level)
    return level if level == "off" else policy.claims.get(claim, level)


def _idle(ignore: Ignore, findings: Sequence[Finding], unheld: Collection[str]) -> bool:
    """Whether an ignore that is sound covers nothing. What diverges depends on which articles are scanned;
    what the `unheld` rules would find is not known."""
    open_ = "divergence" in ignore.rules or any(rule in unheld for rule in ignore.rules)
    return not (ignore.problem or open_ or any(covers(ignore, f) for f in findings))


def _excuse(finding: Finding, claims: Mapping[str, Claim], ignores: Sequence[Ignore]) -> Suppression | None:
    for ignore in ignores:
        if covers(ignore, finding):
            return Suppression("inline", ignore.reason, ignore.path, ignore.line)
    claim = claims.get(finding.claim)
    if claim and finding.rule in claim.ignore:
        return Suppression("registry", claim.reason, claim.path, claim.line)
    return None


def covers(ignore: Ignore, finding: Finding) -> bool:
    """Whether an ignore is meant for a finding."""
    return (
        not ignore.problem
        and ignore.path == finding.path
        and finding.rule in ignore.rules
        and (not ignore.claims or finding.claim in ignore.claims)
        and ignore.lines[0] <= finding.lines[1]
        and finding.lines[0] <= ignore.lines[1]
    )


def _known(finding: Finding, left: Counter[str], place: Callable[[str], str]) -> Finding:
    """The finding, suppressed where the baseline still has it."""
    if finding.suppression or not left:
        return finding
    mark = fingerprint(finding, place(finding.path))
    if not left[mark]:
        return finding
    left[mark] -= 1
    return replace(finding, suppression=KNOWN)


def _stale(
    known: Mapping[str, Known], left: Mapping[str, int], policy: Policy, scanned: Iterable[str]
) -> Iterator[Known]:
    """What is `left` of the baseline, of the files scanned and the rules enabled for them."""
    read = {parted(policy.place(path))[0]: path for path in scanned}
    for mark, entry in known.items():
        own, *others = files(entry)
        count = left[mark] if read.keys() >= {own, *others} else 0
        if count and _level(entry.rule, read[own], entry.claim, policy) != "off":
            yield replace(entry, count=count)


def _excused(findings: Iterable[Finding], place: Callable[[str], str]) -> tuple[Known, ...]:
    """The findings that are still there though something else than the baseline lets them pass, as its
    entries."""
    there = [finding for finding in findings if finding.suppression not in (None, KNOWN)]
    return entries(there, place)


def _changed(finding: Finding, before: Before | None) -> bool:
    """Whether a finding's sentence, or that of a place which it is about, is not in the earlier text."""
    if before is None:
        return True
    places = [(finding.path, finding.sentence), *((other.path, other.sentence) for other in finding.related)]
    texts = [(before(path), sentence) for path, sentence in places]
    return any(text is not None and not stands(sentence, text) for text, sentence in texts)
