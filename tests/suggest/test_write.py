"""Drafts as a registry has them: whatever an article says, what is written loads, and says no more."""

from __future__ import annotations

import re

import pytest
import yaml as yaml_reader
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Source
from factcheck.read.article import read_article
from factcheck.registry.edit import add_claim
from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions, Tools
from factcheck.suggest.amounts import known_unit, written
from factcheck.suggest.drafts import Draft, drafts
from factcheck.suggest.facts import Fact, Said
from factcheck.suggest.holders import Holder
from factcheck.suggest.write import added, comments, source_keys, yaml
from tests.report.commands import obeyed
from tests.report.test_hostile import PAYLOADS
from tests.suggest.drafted import HARBOUR, drafted, told

REGISTRY = "sources:\n  port: {name: Port authority}\nclaims:\n  rain: {title: Rain, values: [7 mm]}\n"
HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
WORDS = st.sampled_from(
    ["containers", "unloaded", "in", "the", "harbour", "of", "Ulmstead", "said", "mayor", "«", "»", "“", "”",
     "million", "euros", "%", "tonnes", "per", "month", "2024", "March", "about", "between", "and", "from",
     "to", ":", "#", "- ", "'", '"', "{", "}", "[", "]", "&a", "*a", "!!x", "|", "null", "yes", "12:30", "?"]
)  # fmt: skip
FIGURES = st.floats(0.001, 1e12).map(lambda value: f"{value:.4g}") | st.integers(0, 10**7).map("{:,}".format)
ANYTHING = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
SENTENCES = st.lists(WORDS | FIGURES | ANYTHING, min_size=3, max_size=14).map(" ".join)


def test_a_registry_of_drafts() -> None:
    text = yaml(drafted(HARBOUR))
    registry = parse_registry(text, "claims.yaml")
    assert [source.key for source in registry.sources] == ["port-authority", "autorite-portuaire"]
    assert [claim.unit for claim in registry.claims] == [None, "EUR"]
    assert "# not among the values, for nobody is said to vouch for it: ~47 500" in text
    assert "# en-2.md:5  Some 47,500 containers were unloaded" in text


def test_no_drafts_no_text() -> None:
    assert yaml(()) == ""


def test_a_source_that_the_registry_has_goes_by_its_key() -> None:
    found = drafted(HARBOUR)
    text = added(REGISTRY, found, parse_registry(REGISTRY, "claims.yaml").sources)
    assert "source: port}" in text
    assert "source: autorité portuaire" in text
    assert parse_registry(text, "claims.yaml").claims[0].id == "rain"


def test_a_private_source_is_named_by_its_key_and_none_is_without() -> None:
    keys = source_keys((), [Source("a source", "deep", ("Rosa",), private=True), Source("No Key")])
    assert keys == {"rosa": "deep"}


@pytest.mark.parametrize("registry", [REGISTRY, "claims: {rain: {title: Rain, values: [7 mm]}}\n"])
def test_every_style_has_room_for_drafts(registry: str) -> None:
    found = drafted(HARBOUR)
    text = added(registry, found)
    assert [claim.id for claim in parse_registry(text, "claims.yaml").claims] == [
        "rain",
        *(d.id for d in found),
    ]


def test_a_note_of_several_lines_stands_line_by_line() -> None:
    text = add_claim(REGISTRY, "snow", {"title": "Snow", "values": [{"value": "3 mm"}]}, note="one\ntwo")
    assert "  # one\n  # two\n  snow: " in text


def test_the_drafts_match_the_figures_that_they_were_made_of() -> None:
    found = drafted(HARBOUR)
    tools = Tools(parse_registry(yaml(found), "claims.yaml"), ScanOptions())
    given_to = {
        (mention.path, mention.at[0]): mention.claim
        for name, text in HARBOUR.items()
        for mention in tools.check(read_article(name, text.encode())).mentions
    }
    assert all(given_to.get(fact.place) == one.id for one in found for fact in one.facts)


def _said(fact: Said, draft: Draft) -> str | None:
    """What a registry would say of one fact."""
    if isinstance(fact, Fact):
        return written(fact.figure.quantity, known_unit(draft.unit))
    return fact.name if isinstance(fact, Holder) else str(fact.mention.value)


@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_what_is_written_loads_and_says_nothing_that_no_text_does(sentences: list[str]) -> None:
    body = "\n\n".join(sentences)
    facts = told({"a.md": body, "b.md": f"{body}\n\n{body}"})
    found = drafts(facts, once=True)
    text = yaml(found)
    registry = parse_registry(text, "claims.yaml") if found else None
    assert len(registry.claims if registry else ()) == len(found)
    said = {_said(fact, one) for one in found for fact in one.facts}
    assert {value.text for claim in (registry.claims if registry else ()) for value in claim.values} <= said
    both = added(REGISTRY, found)
    assert len(parse_registry(both, "claims.yaml").claims) == 1 + len(found)


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: f"{payload[:20]!r}")
def test_text_from_articles_steers_nothing(payload: str) -> None:
    line = payload.encode("utf-8", "replace").decode().replace("\0", "")
    text = f"{line} 41,000 containers of {line} were unloaded, {line} said.\n"
    found = drafted({"a.md": text, f"b{line[:9]}.md".replace("/", "_"): text}, once=True)
    written_out = yaml(found)
    assert not HOSTILE.search(written_out)
    assert not obeyed(written_out)
    assert all("\n" not in line for one in found for line in comments(one))
    assert list((yaml_reader.safe_load(written_out) or {"claims": {}})["claims"]) == [one.id for one in found]
