"""reviewdog's format, against a schema written from its proto."""

from __future__ import annotations

from typing import Any

from factcheck.model import Report
from factcheck.report.rdjsonl import to_rdjsonl
from tests.report.samples import HARBOUR, SAMPLE, VACCINE, WHOLE
from tests.report.schemas import valid


def diagnostics(report: Report) -> list[Any]:
    return [valid("rdf", line) for line in to_rdjsonl(report).splitlines()]


def line(number: int) -> dict[str, Any]:
    return {"start": {"line": number}, "end": {"line": number}}


def test_a_finding_is_a_diagnostic() -> None:
    assert diagnostics(WHOLE)[0] == {
        "message": "ferry-passengers: says 412, registry 398 since 2025-03-02 (Harbour Board)",
        "location": {"path": HARBOUR, "range": line(12)},
        "severity": "ERROR",
        "source": {"name": "factcheck"},
        "code": {"value": "discrepancy"},
    }
    assert [row["severity"] for row in diagnostics(WHOLE)] == ["ERROR", "ERROR", "WARNING", "INFO"]


def test_the_other_side_is_related() -> None:
    assert diagnostics(SAMPLE)[1]["relatedLocations"] == [
        {"message": "412", "location": {"path": HARBOUR, "range": line(12)}},
        {"message": "412", "location": {"path": VACCINE, "range": line(3)}},
    ]
