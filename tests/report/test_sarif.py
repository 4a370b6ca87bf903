"""SARIF, against the published schema."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from factcheck.check.rules import RULES
from factcheck.model import Finding, Report, Suppression
from factcheck.report.sarif import to_sarif
from tests.report.samples import HARBOUR, SAMPLE, WHOLE, finding
from tests.report.schemas import valid


def run(report: Report) -> Any:
    (only,) = valid("sarif-2.1.0", to_sarif(report))["runs"]
    return only


def result(one: Finding) -> Any:
    (only,) = run(Report(findings=(one,)))["results"]
    return only


@pytest.mark.parametrize("report", [Report(), SAMPLE, WHOLE])
def test_it_is_valid(report: Report) -> None:
    assert len(run(report)["results"]) == len(report.findings) + len(report.suppressed)


def test_columns_count_code_points() -> None:
    assert run(SAMPLE)["columnKind"] == "unicodeCodePoints"
    region = result(finding())["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 12,
        "startColumn": 104,
        "endLine": 12,
        "endColumn": 107,
        "snippet": {"text": "412"},
    }


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (HARBOUR, HARBOUR),
        ("l’été 50%.md", "l%E2%80%99%C3%A9t%C3%A9%2050%25.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
        ("../outside.md", "../outside.md"),
    ],
)
def test_a_place_is_a_uri_from_the_root(path: str, uri: str) -> None:
    place = result(finding(path=path))["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri, "uriBaseId": "%SRCROOT%"}
    assert "uri" not in run(SAMPLE)["originalUriBaseIds"]["%SRCROOT%"]


def test_each_rule_brings_its_page() -> None:
    rules = run(Report())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.NAME for rule in RULES]
    for rule in rules:
        assert not rule["fullDescription"]["text"][0].islower()
        assert "**What to do:**" in rule["help"]["markdown"]
        assert "What to do:" in rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


def test_a_result_leads_to_its_rule() -> None:
    rules = run(SAMPLE)["tool"]["driver"]["rules"]
    for row in run(SAMPLE)["results"]:
        assert rules[row["ruleIndex"]]["id"] == row["ruleId"]
    assert "ruleIndex" not in result(finding(rule="new-one"))


def test_the_other_side_is_a_related_location() -> None:
    related = run(SAMPLE)["results"][1]["relatedLocations"]
    assert [place["id"] for place in related] == [1, 2]
    assert related[0]["physicalLocation"]["region"] == {"startLine": 12, "startColumn": 104}


@pytest.mark.parametrize(
    ("excuse", "expected"),
    [
        (
            Suppression("registry", "agreed with the desk", line=4),
            {"kind": "external", "status": "accepted", "justification": "agreed with the desk"},
        ),
        (
            Suppression("baseline", "in the baseline"),
            {"kind": "external", "status": "accepted", "justification": "in the baseline"},
        ),
    ],
)
def test_a_suppression_says_why(excuse: Suppression, expected: dict[str, str]) -> None:
    assert result(replace(finding(), suppression=excuse))["suppressions"] == [expected]
    assert result(finding())["suppressions"] == []


def test_an_inline_ignore_has_its_place() -> None:
    excuse = Suppression("inline", "on purpose", HARBOUR, 11)
    (told,) = result(replace(finding(), suppression=excuse))["suppressions"]
    assert told["kind"] == "inSource"
    assert told["location"]["physicalLocation"]["region"] == {"startLine": 11}


def test_what_could_not_be_read_is_told() -> None:
    (invocation,) = run(WHOLE)["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes if note["level"] == "error"] == list(WHOLE.errors)
    unchecked = [
        (note["descriptor"]["id"], note["message"]["text"]) for note in notes if "descriptor" in note
    ]
    assert unchecked == [(row.kind, row.reason) for row in WHOLE.unchecked]
    assert run(SAMPLE)["invocations"][0]["executionSuccessful"] is True


def test_fingerprints_are_each_ones_own_and_do_not_move() -> None:
    twice = Report(findings=(finding(), finding(line=40)))
    marks = [row["partialFingerprints"]["factcheck/v1"] for row in run(twice)["results"]]
    assert marks[1] == f"{marks[0]}-2"
    moved = result(finding(line=99))["partialFingerprints"]["factcheck/v1"]
    assert moved == marks[0]


def test_a_message_holds_no_link() -> None:
    assert result(finding(message="[x](https://example.org)"))["message"]["text"].startswith("[x\\](")
