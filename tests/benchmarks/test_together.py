"""Many topics' registries made one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy.gold import Topic, read_topic
from benchmarks.accuracy.runs import run
from benchmarks.accuracy.together import changed, together

MUSEUM = "visitors: {title: Visitors of the lighthouse museum, values: [4253]}"
ORCHARD = """apples: {title: Apples picked in the orchard, values: [9100], part_of: fruit}
  fruit: {title: Fruit picked in the orchard, values: [12000]}"""
TOPICS = {
    "museum": (MUSEUM, "4,253 visitors came."),
    "orchard": (ORCHARD, "9,100 apples were picked."),
}


@pytest.fixture
def topics(tmp_path: Path) -> list[Topic]:
    for name, (claims, text) in TOPICS.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "claims.yaml").write_text(f"claims:\n  {claims}\n", "utf-8")
        (folder / "en-01.md").write_text(f"---\nlang: en\ndate: 2025-01-02\n---\n{text}\n", "utf-8")
        figure, claim = text.split()[0], claims.split(":")[0]
        label = {"quote": text, "figure": figure, "value": 1, "claim": claim, "verdict": "supported"}
        row = {"article": "en-01.md", "language": "en", **label}
        (folder / "labels.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return [read_topic(tmp_path / name) for name in TOPICS]


def test_claims_and_labels_take_their_topic_s_name(topics: list[Topic]) -> None:
    joined = together(topics)
    ids = [claim.id for claim in joined[0].registry.claims]
    assert ids == ["museum--visitors", "orchard--apples", "orchard--fruit"]
    assert joined[0].registry == joined[1].registry
    assert joined[1].registry.claims[1].part_of == "orchard--fruit"
    assert [label.claim for topic in joined for a in topic.articles for label in a.labels] == [
        "museum--visitors",
        "orchard--apples",
    ]


def test_what_is_given_otherwise_is_counted(topics: list[Topic]) -> None:
    alone, joined = run(topics), run(together(topics))
    [(_, others, told)] = changed(alone, joined)
    assert (others, told) == (0, 2)
    [(_, others, told)] = changed(alone, run(together(list(reversed(topics))))[::-1])
    assert (others, told) == (0, 2)
    swapped = [joined[1], joined[0]]
    assert any(others for _, others, _ in changed(alone, swapped))
