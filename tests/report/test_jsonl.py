"""JSON Lines: the findings of the JSON report, with fingerprints."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.report.json import document
from factcheck.report.jsonl import to_jsonl
from factcheck.show.fingerprint import fingerprint
from tests.report.samples import SAMPLE, finding


def test_a_line_is_a_finding_of_the_json_report_with_its_fingerprint() -> None:
    rows = [json.loads(line) for line in to_jsonl(SAMPLE).splitlines()]
    marks = [row.pop("fingerprint") for row in rows]
    assert rows == document(SAMPLE)["findings"]
    assert marks == [fingerprint(one) for one in SAMPLE.findings]


def test_no_line_separator_of_unicode_ends_a_line() -> None:
    spoilt = finding(sentence="one\u2028two\x85three")
    assert len(to_jsonl(Report(findings=(spoilt,))).splitlines()) == 1


def test_nothing_found_is_nothing_written() -> None:
    assert to_jsonl(Report()) == ""
