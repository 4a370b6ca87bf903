"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import json
from typing import Any

from factcheck.escape import visible
from factcheck.model import Finding, Report, Severity
from factcheck.report.summary import told
from factcheck.show.fingerprint import distinct

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def to_gitlab(report: Report) -> str:
    """The findings as GitLab reads them; each has a fingerprint of its own, without which it drops them."""
    rows = map(_issue, report.findings, distinct(report.findings))
    return json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, mark: str) -> dict[str, Any]:
    return {
        "description": visible(told(finding.claim, finding.message)),
        "check_name": finding.rule,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": visible(finding.path),
            "lines": {"begin": finding.line, "end": finding.end_line},
        },
    }
