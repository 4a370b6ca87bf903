"""SARIF 2.1.0, for GitHub code scanning and editors: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

import json
from typing import Any

from factcheck.check import possible
from factcheck.check.rules import RULES, Rule
from factcheck.escape import visible
from factcheck.model import Finding, Related, Report, Severity, Suppression, Unchecked
from factcheck.read.addresses import is_address
from factcheck.report.pages import page
from factcheck.report.places import uri
from factcheck.show.fingerprint import distinct
from factcheck.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
_FINGERPRINT = "factcheck/v1"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
_INDEX = {rule.NAME: place for place, rule in enumerate(RULES)}


def to_sarif(report: Report) -> str:
    """The findings, the suppressed ones among them, and what was not read or not checked, as one run."""
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    findings = (*report.findings, *report.suppressed)
    return {
        "tool": {"driver": _driver()},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "The root of the repository that holds the articles."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": list(map(_result, findings, distinct(findings))),
    }


def _driver() -> dict[str, Any]:
    return {
        "name": "factcheck",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": [_rule(rule) for rule in RULES],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    told = page(rule)
    return {
        "id": rule.NAME,
        "shortDescription": {"text": told.summary},
        "fullDescription": {"text": told.why},
        "help": {"text": told.text, "markdown": told.markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.SEVERITY]},
        "properties": {"tags": ["facts"], "problem.severity": _PROBLEMS[rule.SEVERITY]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    errors = [{"level": "error", "message": _message(error)} for error in report.errors]
    notes = [_notification(row) for row in report.unchecked if row.kind != possible.NAME]  # a result already
    return {"executionSuccessful": not errors, "toolExecutionNotifications": [*errors, *notes]}


def _notification(row: Unchecked) -> dict[str, Any]:
    return {
        "descriptor": {"id": row.kind},
        "level": "note",
        "message": _message(row.reason),
        "locations": [_location(row.path, {"startLine": row.line})],
    }


def _result(finding: Finding, mark: str) -> dict[str, Any]:
    index = {"ruleIndex": _INDEX[finding.rule]} if finding.rule in _INDEX else {}
    others = [_related(place, number) for number, place in enumerate(finding.related, 1)]
    excuses = [_suppression(finding.suppression)] if finding.suppression else []
    return {
        "ruleId": finding.rule,
        **index,
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [_location(finding.path, _region(finding))],
        **({"relatedLocations": others} if others else {}),
        "partialFingerprints": {_FINGERPRINT: mark},
        # empty where nothing is suppressed: then a viewer knows that suppressions were looked for
        "suppressions": excuses,
        "properties": {"claim": visible(finding.claim), "expected": visible(finding.expected)},
    }


def _message(text: str) -> dict[str, str]:
    # `[words](target)` would be a link (3.11.6)
    return {"text": visible(text).replace("](", "\\](")}


def _region(finding: Finding) -> dict[str, Any]:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "snippet": {"text": visible(finding.text)},
    }


def _location(path: str, region: dict[str, Any]) -> dict[str, Any]:
    base = {} if is_address(path) else {"uriBaseId": ROOT}
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path), **base}, "region": region}}


def _related(place: Related, number: int) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    return {"id": number, "message": _message(place.text), **_location(place.path, region)}


def _suppression(excuse: Suppression) -> dict[str, Any]:
    place = {"location": _location(excuse.path, {"startLine": excuse.line})} if excuse.path else {}
    return {
        "kind": "inSource" if excuse.by == "inline" else "external",
        "status": "accepted",
        "justification": visible(excuse.reason),
        **place,
    }
