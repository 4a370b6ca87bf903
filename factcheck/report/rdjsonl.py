"""reviewdog's diagnostic format, a `Diagnostic` a line: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.

Places are whole lines: its columns count bytes of UTF-8, and a Report does not have the lines' text.
"""

from __future__ import annotations

import json
from typing import Any

from factcheck.escape import visible
from factcheck.model import Finding, Related, Report, Severity
from factcheck.report.summary import told

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def to_rdjsonl(report: Report) -> str:
    """The findings for `reviewdog -f=rdjsonl`."""
    return "".join(json.dumps(_diagnostic(finding), ensure_ascii=False) + "\n" for finding in report.findings)


def _diagnostic(finding: Finding) -> dict[str, Any]:
    related = {"relatedLocations": [_related(place) for place in finding.related]} if finding.related else {}
    return {
        "message": visible(told(finding.claim, finding.message)),
        "location": _location(finding.path, finding.line, finding.end_line),
        "severity": _SEVERITIES[finding.severity],
        "source": {"name": "factcheck"},
        "code": {"value": finding.rule},
        **related,
    }


def _related(place: Related) -> dict[str, Any]:
    return {"message": visible(place.text), "location": _location(place.path, place.line, place.line)}


def _location(path: str, line: int, end: int) -> dict[str, Any]:
    return {"path": visible(path), "range": {"start": {"line": line}, "end": {"line": end}}}
