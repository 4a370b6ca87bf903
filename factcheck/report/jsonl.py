"""One finding a line: the object of the JSON report's `findings`, and a fingerprint."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import tee

from factcheck.escape import json_literal
from factcheck.model import Finding, Report
from factcheck.report.json import finding_object
from factcheck.show.fingerprint import distinct
from factcheck.show.order import as_they_come


def to_jsonl(report: Report) -> str:
    """The findings as JSON Lines. `fingerprint` stays the same while the finding does, wherever it moves."""
    return "".join(lines(as_they_come(report.findings)))


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """A line for each of the findings, which come in the order of `as_they_come`."""
    once, again = tee(findings)
    for finding, mark in zip(once, distinct(again), strict=True):
        row = finding_object(finding) | {"fingerprint": mark}
        yield json_literal(json.dumps(row, ensure_ascii=False)) + "\n"
