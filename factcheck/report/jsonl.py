"""One finding a line: the object of the JSON report's `findings`, and a fingerprint."""

from __future__ import annotations

import json

from factcheck.escape import json_literal
from factcheck.model import Report
from factcheck.report.json import finding_object
from factcheck.show.fingerprint import distinct


def to_jsonl(report: Report) -> str:
    """The findings as JSON Lines. `fingerprint` stays the same while the finding does, wherever it moves."""
    rows = (
        finding_object(finding) | {"fingerprint": mark}
        for finding, mark in zip(report.findings, distinct(report.findings), strict=True)
    )
    return "".join(json_literal(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
