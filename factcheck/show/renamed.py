"""Known findings whose article has another name now: where the text is the same they stay known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from factcheck.model import Finding, Known, Renamed, Suppression
from factcheck.show.fingerprint import fingerprint

KNOWN = Suppression("baseline", "in the baseline")


def settle(
    findings: Iterable[Finding], free: Iterable[Known], place: Callable[[str], str]
) -> tuple[list[Finding], tuple[Renamed, ...]]:
    """The findings, those suppressed of which a free entry says the same but for the path; and the entries
    that did.

    `free` are those that their own articles have no need of: each stands for `count` findings.
    """
    left = Counter({entry: entry.count for entry in free})
    alike: dict[str, list[Known]] = defaultdict(list)
    for entry in left:
        alike[fingerprint(entry, "")].append(entry)
    taken: Counter[tuple[Known, str]] = Counter()
    settled = []
    for finding in findings:
        there = alike.get(fingerprint(finding, ""), []) if left and not finding.suppression else []
        known = next((entry for entry in there if left[entry]), None)
        if known:
            left[known] -= 1
            taken[known, place(finding.path)] += 1
        settled.append(replace(finding, suppression=KNOWN) if known else finding)
    return settled, tuple(Renamed(replace(old, count=count), path) for (old, path), count in taken.items())
