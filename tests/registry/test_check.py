"""What is inconsistent in a claim itself, whatever articles say."""

from __future__ import annotations

import pytest

from factcheck.model import WEAKNESSES, Quantity
from factcheck.registry.check import inconsistencies, weaknesses
from factcheck.registry.load import parse_registry


def agree(one: Quantity, other: Quantity, tolerance: float) -> bool:
    """A stand-in: figures agree where they are within the tolerance of each other."""
    return abs(one.value - other.value) <= tolerance * max(one.value, other.value)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("values: [{value: 3, as_of: 2025-05, source: A}]", []),
        ("values: [{value: 3, source: A}]", []),
        (
            "values: [{value: 3, as_of: 2025-05, source: A}, {value: 4, as_of: 2025-05, source: B}]",
            ["values differ on 2025-05: 3 / 4"],
        ),
        ("values: [{value: 3, as_of: 2025-05, source: A}, {value: 3, as_of: 2025-05, source: B}]", []),
        ("competing: true\nseries: {A: {2025-05: 3}, B: {2025-05: 4}}", []),  # that is what it is for
        (
            "competing: true\nseries: {A: {2025-05: 3}}\nvalues: [{value: 4, as_of: 2025-05, source: A}]",
            ["values differ on 2025-05: 4 / 3"],
        ),
        ("values: [{value: 3, as_of: 2025-04, source: A}, {value: 4, as_of: 2025-05, source: B}]", []),
        ("tolerance: 10%\nvalues: [{value: 95, source: A}, {value: 100, source: B}]", []),
        ("values: [{value: 3, source: A}, {value: 4, source: B}]", ["values without a date differ: 3 / 4"]),
        ("values: 600 / 2k", ["values without a date differ: 600 / 2k", "no source: 600 / 2k"]),
        ("values: [{value: 3, as_of: 2025-05}]", ["no source: 3"]),
        ("values: [{value: 3, as_of: 2024-05, source: A}]", ["stale: the newest value is of 2024-05"]),
        ("values: [{value: 3, as_of: 2024, source: A}, {value: 4, as_of: 2025-01, source: A}]", []),
        ("values: [{value: 3, until: 2025-05, source: A}]", ["stale: the last value held until 2025-05"]),
        ("values: [{value: 3, until: 2025-06, source: A}]", []),
        ("values: [{value: 3, until: 2025-05, source: A}, {value: 3, source: A}]", []),
        ("kind: date\nvalues: [{value: 2020-03, as_of: 2020, source: A}]", []),
        ("kind: date\nvalues: [{value: 2020-03, source: A}, {value: 2020-03-05, source: B}]", []),
        (
            "kind: date\nvalues: [{value: 2020-03, source: A}, {value: 2020-04-05, source: B}]",
            ["values without a date differ: 2020-03 / 2020-04-05"],
        ),
        ("kind: name\nvalues: [{value: Zoé, also: Zoe, source: A}, {value: ZOÉ, source: B}]", []),
        (
            "kind: name\nvalues: [{value: Zoé, source: A}, {value: Chloé, source: B}]",
            ["values without a date differ: Zoé / Chloé"],
        ),
        ("kind: statement\nrating: false\nvalues: [{source: A}]", []),
        (
            "kind: name\nvalues: [{value: Zoé, source: A}]\nreview: 2025-06-14",
            ["its review was due: 2025-06-14"],
        ),
        ("kind: name\nvalues: [{value: Zoé, source: A}]\nreview: 2025-06", []),
        ("kind: statement\nrating: false", ["no source"]),
        ("kind: statement\nrating: false\nvalues: [{url: u}]", ["no source: false"]),
    ],
)
def test_inconsistencies(fields: str, found: list[str]) -> None:
    body = fields.replace("\n", "\n    ")
    claim = parse_registry(f"claims:\n  it:\n    title: T\n    {body}\n", "c.yaml").claims[0]
    assert inconsistencies(claim, "2025-06-15", agree) == found


TWO = "{{a: {{title: A, match: [{0}], {2}}}, b: {{title: B, match: [{1}], {3}}}}}"
SAID = "values: [{value: 3, source: S, as_of: 2025-05}]"


def weaknesses_of(claims: str) -> list[str]:
    registry = parse_registry(f"claims: {claims}\n", "c.yaml")
    return [f"{one.claim}: {one.name}" for one in weaknesses(registry, "2025-06-15", agree)]


WEAK = [
    (TWO.format("ships lost at sea", "Lost at sea — ships", SAID, SAID), ["b: same-phrase"]),
    (TWO.format("ships lost at sea", "boats lost at sea", SAID, SAID), []),
    (TWO.format("ships lost", "ships lost", SAID, f"kind: name, {SAID}"), []),
    (TWO.format("ships lost", "ships lost", f"unit: km, {SAID}", f"unit: people, {SAID}"), []),
    (TWO.format("ships lost", "ships lost", f"context: [x], {SAID}", f"context: [y], {SAID}"), []),
    (
        TWO.format("ships lost", "ships lost", f"context: [x], {SAID}", f"context: [x], {SAID}"),
        ["b: same-phrase"],
    ),
    (
        "{a: {title: Arrivals in 2024, " + SAID + "}, b: {title: Arrivals in 2025, " + SAID + "}}",
        ["b: same-title"],
    ),
    ("{a: {title: Arrivals by sea, " + SAID + "}, b: {title: Arrivals by land, " + SAID + "}}", []),
    ("{a: {title: A, unit: kwacha/zorb, " + SAID + "}}", ["a: unknown-unit"]),
    ("{a: {title: A, unit: containers, " + SAID + "}}", []),
    ("{a: {title: A, unit: kg/ha, " + SAID + "}}", []),
    ("{a: {title: A, values: [{value: 3, as_of: 2025-05}, {value: 9, as_of: 2025-05}]}}", ["a: same-day"]),
    ("{a: {title: A, values: [{value: 3, as_of: 2025, source: S}, {value: 9, as_of: 2025, source: T}]}}", []),
    ("{a: {title: A, values: [{value: 3, as_of: 2025-05}]}}", ["a: no-source"]),
    ("{a: {title: A, values: [{value: 3, source: S, as_of: 2024-05}]}}", ["a: stale"]),
    ("{a: {title: A, review: 2025-07, values: [{value: 3, source: S, as_of: 2024-05}]}}", []),
    ("{a: {title: A, review: 2025-05, values: [{value: 3, source: S, as_of: 2024-05}]}}",
     ["a: stale", "a: review"]),
    ("{a: {title: A, review: 2025-06-14, " + SAID + "}}", ["a: review"]),
    ("{a: {title: A, review: 2025-06-15, " + SAID + "}}", []),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "found"), WEAK)
def test_weaknesses(claims: str, found: list[str]) -> None:
    assert weaknesses_of(claims) == found


def test_a_weakness_has_its_line_and_a_mend() -> None:
    text = "claims:\n  a:\n    title: A\n    values:\n      - {value: 3, source: S}\n      - 3\n"
    [one] = weaknesses(parse_registry(text, "c.yaml"), "2025-06-15", agree)
    assert (one.line, one.severity, one.what) == (6, "info", "3: no source: say who says so")


def test_every_weakness_is_told_somewhere() -> None:
    told = {name.partition(": ")[2] for _, found in WEAK for name in found}
    assert told == WEAKNESSES.keys() - {
        "same-sentences",
        "self-excluded",
        "unused",
        "misplaced-phrase",
        "unbridged",
    }
