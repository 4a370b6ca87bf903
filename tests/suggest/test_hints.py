"""Phrases for a claim that there is."""

from __future__ import annotations

from factcheck.read.article import read_article
from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions, Tools
from factcheck.suggest.hints import Hint, best, hints

REGISTRY = """claims:
  boxes:
    title: Containers unloaded
    values: [41000]
  mayor:
    kind: name
    title: Mayor of Ulmstead elected by the council
    values: [Rosa Ferro]
"""
ARTICLE = (
    "---\ndate: 2025-03-03\nlang: en\n---\n"
    "In the harbour dockers emptied 41,000 containers before the strike.\n\n"
    "41,000 containers were unloaded.\n\n"
    "Rosa Ferro, the mayor of the town, was glad.\n\n"
    "It rained on 12 days.\n"
)


def found(claim_id: str) -> list[Hint]:
    tools = Tools(parse_registry(REGISTRY, "claims.yaml"), ScanOptions())
    claim = tools.claims[claim_id]
    return list(best(hints(read_article("a.md", ARTICLE.encode()), tools, claim), claim))


def test_what_came_near_gives_a_phrase_that_the_claim_lacks() -> None:
    phrases = [hint.phrase for hint in found("boxes")]
    assert not [phrase for phrase in phrases if "unloaded" in phrase or "rained" in phrase]


def test_a_name_gives_the_words_of_its_role() -> None:
    [hint] = found("mayor")
    assert hint.phrase == "mayor of the town was glad"
    assert hint.agrees


def test_a_phrase_is_told_once() -> None:
    tools = Tools(parse_registry(REGISTRY, "claims.yaml"), ScanOptions())
    claim = tools.claims["mayor"]
    twice = 2 * hints(read_article("a.md", ARTICLE.encode()), tools, claim)
    assert len(best(twice, claim)) == 1
