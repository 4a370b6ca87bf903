"""What the article's other figures say of one: a claim that has its figure needs no second."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.assign import Clues
from factcheck.match.company import apart, follows, in_company, leans, paired
from factcheck.match.series import Evidence
from factcheck.model import Figure, Quantity

HAS = {"agrees": 1.0, "sentence": 0.8, "mass": 1.5}
DIFFERS = {"far": 1.0, "sentence": 0.6, "mass": 0.5}


def added(rows: list[tuple[int, Mapping[str, Evidence | str]]], at: int, claim: str) -> dict[str, float]:
    found = in_company(rows)[at][claim]
    assert not isinstance(found, str)
    names = ("told better elsewhere", "another suits better")
    return {name: found[name] for name in names if found.get(name)}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(0, {"owls": DIFFERS})], {}),  # alone
        ([(0, {"owls": DIFFERS}), (0, {"foxes": HAS})], {}),  # another claim's
        ([(0, {"owls": DIFFERS}), (0, {"owls": HAS})], {"another suits better": 1.0}),
        ([(0, {"owls": DIFFERS}), (3, {"owls": HAS})], {"told better elsewhere": 0.2}),
        ([(0, {"owls": DIFFERS}), (0, {"owls": "another unit"})], {}),
        ([(0, {"owls": HAS})], {}),  # its own agreement says nothing of it
        ([(0, {"owls": HAS}), (0, {"owls": HAS})], {}),
        ([(0, {"owls": HAS}), (0, {"owls": DIFFERS})], {}),
    ],
)
def test_what_the_others_say_of_the_first(
    rows: list[tuple[int, Mapping[str, Evidence | str]]], expected: dict[str, float]
) -> None:
    assert added(rows, 0, "owls") == pytest.approx(expected)


ROWS = st.fixed_dictionaries(
    {"agrees": st.sampled_from([0.0, 1.0]), "sentence": st.floats(0, 1), "mass": st.floats(0, 2)}
)


@pytest.mark.parametrize(
    ("mine", "other", "expected"),
    [
        ({"context": 0.4, "mass": 0.2}, {"context": 0.9, "mass": 1.0}, 0.9),
        ({"context": 0.9, "mass": 1.0}, {"context": 0.4, "mass": 0.2}, 0.0),
        ({"context": 0.4, "mass": 0.2, "agrees": 1.0}, {"context": 0.9, "mass": 1.0}, None),
        ({"context": 0.4, "mass": 0.2}, "another unit", 0.0),
    ],
)
def test_how_much_more_of_a_claim_stands_around_another_figure(
    mine: Evidence, other: Evidence | str, expected: float | None
) -> None:
    found = in_company([(0, {"owls": mine}), (7, {"owls": other})])[0]["owls"]
    assert not isinstance(found, str)
    assert found.get("another is nearer") == (expected if expected is None else pytest.approx(expected))


@given(st.lists(st.tuples(st.integers(0, 3), st.dictionaries(st.sampled_from("ab"), ROWS)), max_size=8))
def test_it_is_what_a_look_at_every_pair_finds(rows: list[tuple[int, dict[str, dict[str, float]]]]) -> None:
    rows.sort(key=lambda row: row[0])
    for at, found in enumerate(in_company(rows)):
        for claim, clues in found.items():
            assert not isinstance(clues, str)
            others = [
                (rows[other][0], rows[other][1][claim])
                for other in range(len(rows))
                if other != at and claim in rows[other][1]
            ]
            here = [clue for sentence, clue in others if sentence == rows[at][0]]
            there = [c["sentence"] for sentence, c in others if sentence != rows[at][0] and c["agrees"]]
            nearest = max((clue["mass"] for clue in here), default=0.0)
            differs = not clues["agrees"]
            better = max(0.0, max(there, default=0.0) - clues["sentence"])
            assert clues.get("told better elsewhere", 0.0) == pytest.approx(differs * better)
            suits = max(0.0, nearest - clues["mass"])
            assert clues.get("another suits better", 0.0) == pytest.approx(differs * suits)


def figure(noun: tuple[int, int] | None = None, unit: str | None = None) -> Figure:
    return Figure(0, 1, Quantity(5, unit=unit), 0, 1, noun)


def led_in(rows: Sequence[tuple[int, Figure, Clues]]) -> list[Clues]:
    return follows([clues for *_, clues in rows], leans([(number, one) for number, one, _ in rows]))


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([(0, figure((2, 6), "km")), (0, figure(unit="km"))], {1: 0}),
        ([(0, figure((2, 6), "km")), (0, figure())], {1: 0}),  # "12 km, then 14"
        ([(0, figure((2, 6), "km")), (0, figure((2, 6), "h")), (0, figure())], {2: 1}),  # the nearest
        ([(0, figure((2, 6), "km")), (0, figure((2, 6), "h")), (1, figure(unit="km"))], {2: 0}),
        ([(0, figure((2, 6), "km")), (0, figure(unit="h"))], {}),  # another kind
        ([(0, figure((2, 6), "km")), (0, figure((2, 6), "km"))], {}),  # it has its noun
        ([(0, figure((2, 6))), (2, figure())], {}),  # too far
        ([(0, figure())], {}),
    ],
)
def test_on_which_figure_one_leans(figures: list[tuple[int, Figure]], expected: dict[int, int]) -> None:
    assert leans(figures) == expected


@pytest.mark.parametrize(
    ("rows", "led"),
    [
        ([(0, figure((2, 6)), {"owls": HAS}), (0, figure(), {"owls": DIFFERS})], 0.8),
        ([(0, figure((2, 6)), {"owls": HAS}), (1, figure(), {"owls": DIFFERS})], 0.8),
        ([(0, figure((2, 6)), {"owls": HAS}), (2, figure(), {"owls": DIFFERS})], None),  # too far
        ([(0, figure((2, 6)), {"owls": HAS}), (0, figure((2, 6)), {"owls": DIFFERS})], None),  # has its noun
        ([(0, figure((2, 6)), {"owls": HAS}), (0, figure(unit="km"), {"owls": DIFFERS})], None),
        ([(0, figure((2, 6)), {"owls": DIFFERS}), (0, figure(), {"owls": DIFFERS})], None),
        ([(0, figure((2, 6)), {"owls": "another unit"}), (0, figure(), {"owls": DIFFERS})], None),
    ],
)
def test_a_figure_without_a_noun_follows_one(
    rows: list[tuple[int, Figure, Mapping[str, Evidence | str]]], led: float | None
) -> None:
    found = led_in(rows)[1]["owls"]
    assert not isinstance(found, str)
    assert found.get("follows one") == led


@pytest.mark.parametrize("clue", ["paired", "follows one"])
def test_no_other_figure_suits_one_better_to_which_it_leads(clue: str) -> None:
    assert added([(0, {"owls": DIFFERS}), (0, {"owls": HAS})], 0, "owls")
    assert not added([(0, {"owls": {**DIFFERS, clue: 1.0}}), (0, {"owls": HAS})], 0, "owls")


@pytest.mark.parametrize(("other", "found"), [(HAS, 1.0), (DIFFERS, None), ("another unit", None)])
def test_what_a_figure_is_held_against(other: Evidence | str, found: float | None) -> None:
    row = paired([{"owls": DIFFERS}, {"owls": other}, {"owls": DIFFERS}], {0: 1})
    assert [clues["owls"].get("paired") for clues in (row[0], row[2])] == [found, None]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("clues", "out"),
    [
        ({"all": HAS, "young": DIFFERS}, {"young"}),
        ({"all": DIFFERS, "young": HAS}, {"all"}),
        ({"all": HAS, "young": HAS}, set()),
        ({"all": DIFFERS, "young": DIFFERS}, set()),
        ({"young": DIFFERS, "old": HAS}, set()),  # no part of each other
    ],
)
def test_a_part_and_its_whole_are_not_taken_for_each_other(
    clues: dict[str, Evidence | str], out: set[str]
) -> None:
    found = apart(clues, {"young": "all"})
    assert {claim for claim, row in found.items() if isinstance(row, str)} == out
