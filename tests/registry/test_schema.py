"""The JSON Schema that editors complete by, held to the loader's verdict."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.errors import RegistryError
from factcheck.registry.claims import CLAIM_KEYS
from factcheck.registry.load import KEYS, parse_registry
from factcheck.registry.nodes import Node, Problems, Scalar, Sequence, compose
from factcheck.registry.schema import claims_schema
from factcheck.registry.series import VALUE_KEYS

SCHEMA = Draft202012Validator(claims_schema())
SAMPLE = Path(__file__).parents[2] / "claims.yaml"


def core(node: Node | None) -> Any:
    """A node as an editor sees it: plain scalars resolved as YAML 1.2's core schema has them."""
    if isinstance(node, Sequence):
        return [core(item) for item in node.items]
    if not isinstance(node, Scalar):
        return {key: core(value) for key, value in node.entries.items()} if node else None
    if node.empty or not node.plain:
        return None if node.empty else node.text
    if node.text.lower() in ("true", "false"):
        return node.text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    return float(node.text) if re.fullmatch(r"[-+]?[0-9]*\.[0-9]+", node.text) else node.text


def loads(text: str) -> bool:
    """The loader's verdict."""
    try:
        parse_registry(text, "claims.yaml")
    except RegistryError:
        return False
    return True


def conforms(text: str) -> bool:
    """The schema's verdict."""
    return bool(SCHEMA.is_valid(core(compose(text, Problems()))))


def claim(fields: str) -> str:
    """A registry of one claim, its fields in braces."""
    return f"claims:\n  it: {{title: T, {fields}}}\n"


def value(fields: str, kind: str = "quantity") -> str:
    """A registry of one claim with one value."""
    return claim(f"kind: {kind}, values: [{{{fields}}}]")


def source(definition: str) -> str:
    """A registry with one source."""
    return f"sources:\n  wmo: {definition}\nclaims: {{it: 'T: 3'}}\n"


GOOD = [
    "claims: {it: 'T: 3'}",
    "claims: {it: 'T: t: 3 / 4k'}",
    "claims: {2024: 'T: 3'}",
    "x-shared: &s [1]\nclaims: {it: {title: T, values: *s}}",
    "claims: {it: {match: [a, b], values: 3}}",
    "claims: {it: {match: a, values: 3}}",
    claim("values: 3"),
    claim("values: 3.5"),
    claim("values: 3, ignore: unsourced, reason: R"),
    claim("kind: name, values: Ann, ignore: [outdated, divergence], reason: R"),
    claim("values: 11k / 15k"),
    claim("values: [11k, 3, 2.5, '>4k', {value: 5}]"),
    claim("values: 3, unit: people, tolerance: 5%, exclude: [planned], match: []"),
    claim("values: 3, tolerance: 0.05"),
    claim("values: 3, tolerance: '2,5 %'"),
    claim("values: 3, unit: umbrellas"),
    claim("values: 3, unit: '%'"),
    "claims: {it: 'Opening of the bridge: 2024-06-19 / 2024-07'}",
    "claims: {it: 'Coach of the team: Ann-Katrin Sørli / Bo van Dijk'}",
    "include: claims.yaml\nclaims: {it: 'T: 3'}",
    claim("values: 3, not: The hall holds 40., owner: Desk, review: 2026-05"),
    source("{name: WMO, private: true}"),
    "lang: fr\nclaims: {it: 'T: 3'}",
    claim("competing: true, series: {harbour: {2024-06-01: 410, 2024-07: 455}, union: {2024: 600}}"),
    claim("competing: false, values: 3, series: {harbour: {2024-06-01: 11k}}"),
    claim("kind: date, series: {harbour: {2024-06-01: 2024-07}}"),
    claim("kind: name, series: {harbour: {2024-06-01: Ann}}"),
    claim("values: 3, context: [Ulmstead, harbour strike]"),
    "claims: {it: {title: T, values: 3, part_of: all}, all: 'A: 5'}",
    value("value: 3, as_of: 2024, until: 2024-05, source: wmo, url: https://example.org"),
    value("value: 3, source: {name: WMO, url: u, date: 2024-05-03}"),
    claim("kind: date, values: 2024"),
    claim("kind: date, values: 2024-05 / 2024-06"),
    value("value: 2024-05-03", "date"),
    claim("kind: name, values: Ann / Bob"),
    value("value: Ann, also: [Anne, Anna]", "name"),
    value("value: 50, also: 50 Cent", "name"),
    claim("kind: statement, rating: unproven"),
    claim("kind: statement, rating: true"),
    claim("kind: statement, rating: false, values: [{source: wmo, url: u}]"),
    source("{name: WMO, aliases: [OMM, 3], url: u}"),
    source("{aliases: OMM}"),
    source("World Meteorological Organization"),
]

BAD = [
    "",
    "[]",
    "claims:",
    "claims: {}",
    "claims: []",
    "sources: {}",
    "claim: {}\nclaims: {it: 'T: 3'}",
    "claims: {it: T}",
    "claims: {it: 3}",
    "claims: {it: }",
    "claims: {it: [3]}",
    "claims: {'': 'T: 3'}",
    "claims: {it: {values: 3}}",
    "claims: {it: {match: [], values: 3}}",
    "claims: {it: {title: T}}",
    claim("valeus: 3, values: 3"),
    claim("values: []"),
    claim("values: lots"),
    claim("values: {value: 3}"),
    claim("values: [[3]]"),
    claim("values: [many]"),
    claim("values: 3, title2: T"),
    claim("values: 3, owner: [Ann]"),
    claim("values: 3, review: soon"),
    claim("values: 3, not: {a: b}"),
    claim("values: 3, not: ['...']"),
    source("{name: WMO, private: perhaps}"),
    "tables: {}",
    "include: {a: b}\nclaims: {it: 'T: 3'}",
    claim("values: 3, ignore: unsourced"),
    claim("values: 3, reason: R"),
    claim("values: 3, ignore: [], reason: R"),
    claim("values: 3, ignore: [ignore], reason: R"),
    claim("values: 3, ignore: [unsourced], reason: "),
    claim("values: 3, kind: figure"),
    claim("values: 3, tolerance: 5"),
    claim("values: 3, tolerance: much"),
    claim("values: 3, tolerance: -1%"),
    claim("values: 3, unit: [km]"),
    "lang: latin\nclaims: {it: 'T: 3'}",
    claim("values: 3, competing: perhaps"),
    claim("series: {}"),
    claim("series: {harbour: }"),
    claim("series: {harbour: 410}"),
    claim("series: {harbour: {}}"),
    claim("series: {harbour: {May: 410}}"),
    claim("series: {harbour: {2024-06-01: [410]}}"),
    claim("series: {harbour: {2024-06-01: 11,000}}"),
    claim("series: [410]"),
    claim("values: 3, context: ['...']"),
    claim("values: 3, part_of: [it]"),
    claim("kind: name, values: Ann, part_of: it"),
    claim("kind: statement, rating: false, competing: true"),
    claim("kind: statement, rating: false, series: {harbour: {2024: 3}}"),
    claim("values: 3, match: {a: b}"),
    claim("values: 3, match: ['...']"),
    claim("values: 3, rating: true"),
    claim("values: 3, exclude: ['']"),
    "claims: {it: {title: '', values: 3}}",
    value("source: wmo"),
    value("value: 3, as_of: May"),
    value("value: 3, as_of: 2024-13"),
    value("value: 3, until: 24"),
    value("value: 3, also: [4]"),
    value("value: 3, source: [wmo]"),
    value("value: 3, source: {url: u}"),
    value("value: 3, source: "),
    value("value: 11,000"),
    value("value: [3]"),
    claim("kind: date, values: 5 May 2024"),
    claim("kind: date, unit: km, values: 2024"),
    value("value: 2024-5-3", "date"),
    claim("kind: name, tolerance: 5%, values: Ann"),
    value("also: Ann", "name"),
    claim("kind: statement"),
    claim("kind: statement, rating: maybe"),
    claim("kind: statement, rating: false, values: [wmo]"),
    claim("kind: statement, rating: false, values: [{value: no}]"),
    source("{nam: WMO}"),
    source("[WMO]"),
    source("{aliases: {a: b}}"),
    source(""),
    "sources: [wmo]\nclaims: {it: 'T: 3'}",
]

ONLY_THE_LOADER_TELLS = [
    claim("values: 3, values: 4"),  # an editor's YAML support tells
    claim("values: 12kk"),
    "sources: {wmo: WMO}",
    "tables: {a: {from: none.csv, id: a, title: A, value: 3}}",
    "include: none/*.yaml\nclaims: {it: 'T: 3'}",
    "claims: {it: 'T: 2024-05-32'}",
    "claims: {it: 'T: many ships'}",
    claim("values: 3 kg, unit: mm"),
    claim("values: 3, unit: mms"),
    value("value: 3, as_of: 2025-02-30"),
    value("value: 3, as_of: 2024-05, until: 2024-04"),
    "sources: {wmo: WMO}\nclaims: {it: {title: T, values: [{value: 3, source: wom}]}}",
    "claims: {it: 'T: 3 / many'}",
    claim("kind: date, values: 2024-05 / 2024-13"),
    claim("values: 3, part_of: them"),
    claim("values: 3, part_of: it"),
    claim("series: {harbour: {2024-02-30: 410}}"),
]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(claims_schema())


@pytest.mark.parametrize("text", GOOD)
def test_both_accept_a_good_registry(text: str) -> None:
    assert (loads(text), conforms(text)) == (True, True)


@pytest.mark.parametrize("text", BAD)
def test_both_refuse_a_bad_registry(text: str) -> None:
    assert (loads(text), conforms(text)) == (False, False)


@pytest.mark.parametrize("text", ONLY_THE_LOADER_TELLS)
def test_what_no_schema_can_say_the_loader_tells(text: str) -> None:
    assert (loads(text), conforms(text)) == (False, True)


def test_both_accept_the_sample() -> None:
    text = SAMPLE.read_text("utf-8")
    assert (loads(text), conforms(text)) == (True, True)


def test_both_know_the_same_keys() -> None:
    schema = claims_schema()
    definitions = schema["$defs"]
    lists = {"quantity": "quantities", "date": "dates", "name": "names"}
    mappings = {kind: definitions[name]["oneOf"][-1]["items"]["oneOf"][1] for kind, name in lists.items()}
    mappings["statement"] = definitions["reviews"]["items"]
    assert set(schema["properties"]) == set(KEYS)
    assert set(definitions["claim"]["properties"]) == set(CLAIM_KEYS)
    assert {kind: set(mapping["properties"]) for kind, mapping in mappings.items()} == {
        kind: set(keys) for kind, keys in VALUE_KEYS.items()
    }


def described(node: Any) -> list[str]:
    """The properties of a schema that have no description, their own or by reference."""
    found = []
    for name, part in node.get("properties", {}).items():
        if part.get("description") is None:
            found.append(name)
        found += described(part)
    return found


def test_every_key_of_a_claim_and_of_a_source_is_described() -> None:
    definitions = claims_schema()["$defs"]
    assert (
        described(claims_schema()) + described(definitions["claim"]) + described(definitions["source"]) == []
    )
