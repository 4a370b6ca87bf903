"""How drafts are scored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy.gold import read_topic
from benchmarks.suggest import Read, fit, joined, pairs, read, score, table
from factcheck.suggest.alike import WEIGHTS
from tests.suggest.drafted import HARBOUR

LABELS = {
    "en-1.md": {"41,000": "boxes"},
    "en-2.md": {"47,500": "boxes", "12 million": "strike"},
    "fr-1.md": {"41 000": "boxes", "12 millions": "strike"},
}
REGISTRY = 'claims:\n  boxes: "Containers: 41k"\n  strike: "Cost of the strike: €12M"\n'


@pytest.fixture
def topic(tmp_path: Path) -> Read:
    rows = [
        {"article": name, "quote": figure, "figure": figure, "value": 1, "claim": claim}
        for name, labels in LABELS.items()
        for figure, claim in labels.items()
    ]
    for name, text in {**HARBOUR, "claims.yaml": REGISTRY}.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "labels.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return read(read_topic(tmp_path))


def test_pure_drafts_that_find_every_claim(topic: Read) -> None:
    told = score(topic)
    assert (told.drafts, told.pure, told.claims, told.found) == (2, 2, 2, 2)
    assert (told.told, told.whole) == (5, 5)
    assert (told.figures, told.given, told.wrong) == (5, 5, 0)


def test_a_draft_of_two_claims_is_not_pure_and_finds_what_it_holds_two_of(topic: Read) -> None:
    about = {p: (None if p[0].endswith("fr-1.md") else c) for p, c in topic.about.items()}
    mixed = topic._replace(about=about, wanted={"boxes": 2})
    told = score(mixed)
    assert (told.drafts, told.pure, told.claims, told.found) == (2, 0, 1, 1)


def test_topics_together_keep_their_claims_apart(topic: Read) -> None:
    assert {claim for claim in joined([topic]).about.values() if claim} == {
        f"{topic.name}/boxes",
        f"{topic.name}/strike",
    }


def test_only_the_totals_of_the_hidden_half_are_told(topic: Read) -> None:
    told, hidden = (topic._replace(name="port", half=half) for half in ("dev", "held-out"))
    assert [line[:20].strip() for line in table([told])][1:3] == ["port", "drafts, dev"]
    assert [line[:20].strip() for line in table([hidden])][1:] == [
        "drafts, held-out",
        "figures",
        "dates",
        "names",
    ]


def test_weights_part_what_is_alike_from_what_is_not(topic: Read) -> None:
    _, weights = fit([pairs(topic)], WEIGHTS)
    assert weights["far"] < 0 < weights["words in common"]
