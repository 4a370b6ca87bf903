"""Which claim's own words a figure stands nearest to, and whose noun it counts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.language.words import fold
from factcheck.match.index import Entry, build
from factcheck.match.rivals import leads
from factcheck.match.terms import vocabulary
from factcheck.model import Claim, Registry


def keys(word: str) -> frozenset[str]:
    return frozenset(vocabulary("en").keys(fold(word)))


CLAIMS = {"sites": "Sites closed by the mill", "jobs": "Jobs cut by the mill"}


def entries() -> list[Entry]:
    claims = tuple(Claim(name, title) for name, title in CLAIMS.items())
    return list(build(Registry("claims.yaml", claims), ["quantity"]).entries)


@pytest.mark.parametrize(
    ("near", "ahead"),
    [
        ({"sites": 1.0, "jobs": 0.4}, "sites"),
        ({"sites": 0.4, "jobs": 1.0}, "jobs"),
        ({"mill": 1.0}, None),  # what they share sets nothing apart
        ({}, None),
    ],
)
def test_the_nearer_one_leads(near: Mapping[str, float], ahead: str | None) -> None:
    found = leads(entries(), {key: fade for word, fade in near.items() for key in keys(word)})
    behind = {claim for claim, lead in found.items() if lead}
    assert behind == ({*CLAIMS} - {ahead} if ahead else set())
