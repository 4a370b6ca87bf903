"""Who says so, mechanism by mechanism in three languages, each beside what must stay silent: sayers.yaml, and
sayers_more.yaml, whose sentences were written before its mechanisms were read (what fails there is strict),
and beyond the sentence continued.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.extract.attributed import SOURCES
from tests.extract.test_who_says_so import attribute

NAMES = ("sayers.yaml", "sayers_more.yaml", "continued.yaml")
FILES = [Path(__file__).with_name(name) for name in NAMES]
MECHANISMS = [yaml.safe_load(file.read_text("utf-8")) for file in FILES]
REGISTRY = [{"name": source.name, "aliases": source.aliases} for source in SOURCES]


@pytest.mark.parametrize(
    ("code", "text", "figure", "status", "source"),
    [
        pytest.param(
            *(code, text, figure, status.removesuffix("!"), "".join(source)),
            marks=pytest.mark.xfail(strict=True) if status.endswith("!") else (),
        )
        for mechanisms in MECHANISMS
        for languages in mechanisms.values()
        for code, rows in languages.items()
        for text, figure, status, *source in rows
    ],
)
def test_sayers(code: str, text: str, figure: str, status: str, source: str) -> None:
    found = attribute({"lang": code, "text": text, "figure": figure, "sources": REGISTRY})
    assert found.status == status
    assert source.lower() in (found.source or "").lower()


@pytest.mark.parametrize(("pronouns", "source"), [(10, "Ann Dale"), (2_000, None)])
def test_pronouns_lead_back_as_far_as_a_chain_goes(pronouns: int, source: str | None) -> None:
    text = "Ann Dale said the fair was full." + " She said it was calm." * pronouns + " She said 63 came."
    found = attribute({"lang": "en", "text": text, "figure": "63", "sources": REGISTRY})
    assert (found.status, found.source) == ("sourced", source)


def test_pronouns_that_lead_to_nobody_are_gone_through_once() -> None:
    text = "The fair was full." + " She said that they said it was calm." * 40 + " She said 63 came."
    found = attribute({"lang": "en", "text": text, "figure": "63", "sources": REGISTRY})
    assert (found.status, found.source) == ("sourced", None)
