"""The index against the exhaustive search: no candidate may be lost, or an "all clear" would be false."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.index import build
from factcheck.match.terms import phrase_slots
from factcheck.model import Claim, Registry

WORDS = [
    "soldats",
    "troops",
    "killed",
    "tués",
    "Turquie",
    "Turkey",
    "Syria",
    "hospital",
    "beds",
    "vaccine",
    "doses",
    "budget",
    "deficit",
    "club",
    "stadium",
    "goals",
    "reactor",
    "cost",
    "delay",
    "votes",
    "turnout",
    "zinc",
    "harbour",
    "ferry",
    "owl",
    "maple",
    "quartz",
    "nord",
    "sud",
    "de",
    "la",
    "the",
    "of",
]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
claims = st.lists(st.lists(phrases, min_size=1, max_size=3), min_size=1, max_size=12)


def registry(matches: list[list[str]]) -> Registry:
    rows = (Claim(f"c{n}", match[0], match=tuple(match)) for n, match in enumerate(matches))
    return Registry("claims.yaml", tuple(rows))


@given(claims, st.lists(st.sampled_from(WORDS), max_size=12), st.data())
def test_the_index_finds_what_the_exhaustive_search_finds(
    matches: list[list[str]], text: list[str], data: st.DataObject
) -> None:
    index = build(registry(matches), ["quantity"])
    keys = [key for word in text for slot in phrase_slots(word) for key in slot]
    context = {key: data.draw(st.sampled_from([0.15, 0.3, 0.5, 0.7, 1.0])) for key in sorted(set(keys))}
    assert index.candidates(context) == index.exhaustive(context)


def said(text: str) -> dict[str, float]:
    return {key: 1.0 for slot in phrase_slots(text) for key in slot}


def test_a_common_word_alone_suggests_nothing() -> None:
    index = build(
        registry(
            [["club league goals"], ["club budget plan"], ["club stadium roof"], ["club deficit forecast"]]
        ),
        ["quantity"],
    )
    assert index.candidates(said("club")) == {}
    assert list(index.candidates(said("club goals"))) == [0]


def test_only_the_kinds_asked_for() -> None:
    assert build(registry([["goals"]]), ["date"]).entries == ()
