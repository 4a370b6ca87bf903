"""Mistakes are put where a label is right, one at a time, and what comes of them is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy import caught
from benchmarks.accuracy.gold import Topic, read_topic
from benchmarks.accuracy.mistakes import KINDS, foreign, mistakes
from benchmarks.fit import Reading, agreement, curve, fit, point, readings
from factcheck.match.assign import weigh
from factcheck.match.score import FIGURES

REGISTRY = """\
claims:
  visitors:
    title: Visitors of the lighthouse museum
    values: [{value: 3900, as_of: 2024-01}, {value: 4253, as_of: 2025-01}]
  keepers: {title: Keepers of the lighthouse, values: [6]}
  opening: {kind: date, title: Opening of the lighthouse museum, values: [1987-05-14]}
  head: {kind: name, title: Head of the lighthouse museum, values: [Maren Toldsen]}
"""
ARTICLE = """\
---
title: The lighthouse
date: 2025-05-01
---
The lighthouse museum had 4,253 visitors. The lighthouse has 6 keepers and 31 goats.

The lighthouse museum opened on 14 May 1987; Maren Toldsen is the head of the lighthouse museum.
"""
LABELS = [
    ("4,253", 4253, "visitors"),
    ("6", 6, "keepers"),
    ("31", 31, None),
    ("14 May 1987", "1987-05-14", "opening"),
    ("Maren Toldsen", "Maren Toldsen", "head"),
]
QUOTES = {"6": "has 6 keepers", "31": "and 31 goats"}


@pytest.fixture
def topic(tmp_path: Path) -> Topic:
    made = tmp_path / "coast" / "lighthouse"
    made.mkdir(parents=True)
    (made / "claims.yaml").write_text(REGISTRY, "utf-8")
    (made / "one.md").write_text(ARTICLE, "utf-8")
    rows = [
        {
            "article": "one.md",
            "quote": QUOTES.get(figure, figure),
            "figure": figure,
            "value": value,
            "claim": claim,
        }
        | ({"verdict": "supported", "attribution": "unsourced"} if claim else {})
        for figure, value, claim in LABELS
    ]
    language = {"article": "one.md", "language": "en"}
    (made / "labels.jsonl").write_text("\n".join(map(json.dumps, [*rows, language])), "utf-8")
    return read_topic(made)


def test_each_mistake_changes_one_place_and_is_one(topic: Topic) -> None:
    made = list(mistakes(topic))
    assert {mistake.kind for mistake in made} >= {"swap", "digit", "any", "neighbour", "day", "letters"}
    assert {mistake.kind for mistake in made} <= set(KINDS)
    for mistake in (mistake for mistake in made if mistake.kind != "exchange"):
        start, end = mistake.span
        wrong = mistake.text[start:end]
        assert mistake.text != ARTICLE
        behind = ARTICLE[len(ARTICLE) - (len(mistake.text) - end) :]
        assert mistake.text == ARTICLE[:start] + wrong + behind


def test_an_exchange_changes_two_places_and_no_digit(topic: Topic) -> None:
    made = [mistake for mistake in mistakes(topic) if mistake.kind == "exchange"]
    assert made
    for mistake in made:
        assert mistake.text != ARTICLE
        assert sorted(mistake.text) == sorted(ARTICLE)


def test_the_same_seed_makes_the_same(topic: Topic) -> None:
    assert [m.text for m in mistakes(topic)] == [m.text for m in mistakes(topic)]


def test_a_right_value_in_a_foreign_sentence_is_no_mention(topic: Topic) -> None:
    found = list(foreign(topic))
    assert found
    assert all("goats" in mistake.text and "31 goats" not in mistake.text for mistake in found)


def test_what_is_caught_is_counted(topic: Topic) -> None:
    [tally] = caught.tallies([topic])
    assert tally.counts["mistakes"] == len(list(mistakes(topic)))
    assert tally.counts["alarms"] == tally.counts["maybe"] == 0
    assert 0 < tally.counts["caught"] <= tally.counts["seen"] <= tally.counts["mistakes"]
    lines = list(caught.table([tally]))
    assert [line.split(":")[0].split("  ")[0] for line in lines[-4:]] == [
        "alarms",
        "maybe",
        "trust",
        "worth it",
    ]


def test_a_fit_and_its_curve(topic: Topic) -> None:
    data = list(readings(topic, "quantity"))
    model = fit(data, FIGURES, rounds=2)
    assert model[1].keys() == FIGURES[1].keys()
    scored = [(reading, weigh(reading.clues, model)) for reading in data]
    assert point(scored, 0.01).caught >= point(scored, 0.9).caught
    assert all(0 <= share <= 1 for share in agreement(scored, 0.2))
    assert len(list(curve(scored))) > 5


@pytest.mark.parametrize("about", [True, False])
def test_a_fit_follows_the_labels(about: bool) -> None:
    claims = frozenset(["goats"]) if about else frozenset[str]()
    others = frozenset(["goats"]) - claims
    data = [Reading("topic", "right", {"goats": {"agrees": 1.0}}, claims)] * 400
    data += [Reading("topic", "right", {"goats": {}}, others)] * 400
    before, after = FIGURES[1]["agrees"], fit(data, FIGURES)[1]["agrees"]
    assert (after > before) == about
