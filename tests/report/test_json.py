"""The JSON report keeps the contract, and the schema describes what is written."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.model import Gap, Report
from factcheck.report.json import to_json
from factcheck.show.unchecked import KINDS, NAMES
from factcheck.version import VERSION
from tests.report.samples import SAMPLE, WHOLE, mention

UNMATCHED = mention(claim=None, verdict=None, attribution=None)
# contract.md, section 2: the keys and their order
KEYS = {
    "articles": "path title date date_from day language sentences",
    "mentions": "path line column start end text sentence value low high unit qualifier claim score verdict "
    "attribution certainty place",
    "findings": "rule severity claim path line column end_line end_column text sentence expected message "
    "related place",
    "unchecked": "kind path line reason",
}


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(files("factcheck.report").joinpath("report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def written(report: Report) -> Any:
    document = json.loads(to_json(report))
    validator().validate(document)
    return document


@pytest.mark.parametrize("key", KEYS)
def test_the_keys_stand_in_the_contracts_order(key: str) -> None:
    assert list(written(SAMPLE)) == [
        *("schema", "version", "articles", "mentions", "findings", "unchecked", "summary")
    ]
    assert all(list(row) == KEYS[key].split() for row in written(SAMPLE)[key])


def test_what_it_says_of_itself() -> None:
    document = written(Report())
    assert (document["schema"], document["version"]) == (2, VERSION)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (61000.0, 61000),
        (1 / 3, 1 / 3),
        ((10e3, 12e3), [10000, 12000]),
        ("2024-06", "2024-06"),
        (float("inf"), None),
    ],
)
def test_a_value_is_written_as_what_it_is(value: float | tuple[float, float] | str, expected: Any) -> None:
    row = written(Report(mentions=(mention(value=value),)))["mentions"][0]
    assert row["value"] == expected


def test_a_figure_about_nothing_has_no_claim() -> None:
    row = written(Report(mentions=(UNMATCHED,)))["mentions"][0]
    assert (row["claim"], row["verdict"], row["attribution"]) == (None, None, None)


def test_the_summary_counts_by_rule_and_severity_and_says_what_was_not_checked() -> None:
    summary = written(replace(WHOLE, suppressed=(), errors=("x.md: not UTF-8",)))["summary"]
    assert summary == {
        "rules": {"discrepancy": 1, "outdated": 1, "vague-source": 1, "contradiction": 1},
        "severities": {"error": 2, "warning": 1, "info": 1},
        "to_look_at": 4,
        "suppressed": 0,
        "figures": 31,
        "dates": 4,
        "matched": 12,
        "possible": 0,
        "claims": 7,
        "unmatched": 19,
        "furniture": 2,
        "registry": True,
        "unchecked": dict.fromkeys(NAMES, 0) | {"no-reader": 3, "linked-folder": 1, "no-date": 1},
        "errors": ["x.md: not UTF-8"],
    }


def test_it_reads_well_and_ends_its_last_line() -> None:
    text = to_json(SAMPLE)
    assert text.startswith('{\n  "schema": 2,')
    assert text.endswith("}\n")
    assert "Vaccins : le compte n’y est pas" in text


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_comes_back_as_it_went_in(text: str) -> None:
    sentence = written(Report(mentions=(mention(text="x", sentence=text),)))["mentions"][0]["sentence"]
    assert sentence == json.loads(json.dumps(text))


@pytest.mark.parametrize(
    "spoil",
    [
        {"schema": 1},
        {"extra": 1},
        {"mentions": [{}]},
        {"findings": [{"rule": "discrepancy"}]},
        {"summary": {}},
        {"unchecked": [{"kind": "no-patience", "path": "a.md", "line": 1, "reason": "x"}]},
        {"unchecked": [{"kind": "no-date", "path": "a.md", "line": 0, "reason": "x"}]},
    ],
)
def test_the_schema_refuses_what_is_no_report(spoil: dict[str, Any]) -> None:
    assert not validator().is_valid(written(SAMPLE) | spoil)


def test_the_schema_tells_each_kind_of_what_was_not_checked() -> None:
    described = validator().schema["$defs"]
    kinds = described["unchecked"]["properties"]["kind"]
    assert tuple(kinds["enum"]) == NAMES
    assert {*NAMES} == {*get_args(Gap)}
    counts = described["summary"]["properties"]["unchecked"]
    assert tuple(counts["required"]) == tuple(counts["properties"]) == NAMES
    for kind in KINDS:
        assert f"{kind.name}: {kind.what}" in kinds["description"]
        assert kind.what in counts["properties"][kind.name]["description"]
