"""The scorer, on a topic small enough to count by hand; and that what it switches off is there."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest

from benchmarks.accuracy import sources
from benchmarks.accuracy.ablation import ablation
from benchmarks.accuracy.gold import Labelled, read_topic, topics_in
from benchmarks.accuracy.mechanisms import mechanisms
from benchmarks.accuracy.patches import Mechanism
from benchmarks.accuracy.runs import run
from benchmarks.accuracy.scoring import Count, reads, score, total
from benchmarks.accuracy.table import table
from factcheck.match.score import Bars
from factcheck.model import Attribution, Mention, Status, Verdict

REGISTRY = """\
claims:
  visitors: {title: Visitors of the lighthouse museum, values: [{value: 4200, as_of: 2025-01-01}]}
  steps: {title: Steps of the lighthouse tower, values: [{value: 199, as_of: 2025-01-01}]}
"""
ARTICLE = """\
---
title: The lighthouse museum had 4,200 visitors
date: 2025-05-01
---
The lighthouse museum had 4,200 visitors, the harbour board said.
The tower of the lighthouse has 210 steps, three landings and 20 to 30 windows.
The 3,100 visitors of the lighthouse museum queued.
"""
LABELS: list[dict[str, object]] = [
    {
        "quote": "had 4,200 visitors, the",
        "figure": "4,200",
        "value": 4200,
        "claim": "visitors",
        "verdict": "supported",
        "attribution": "sourced",
    },
    {
        "quote": "210 steps",
        "figure": "210",
        "value": 210,
        "claim": "steps",
        "verdict": "discrepancy",
        "attribution": "unsourced",
    },
    {"quote": "three landings", "figure": "three", "value": 3, "claim": None},
    {"quote": "20 to 30", "figure": "20 to 30", "value": [20, 30], "claim": None},
    {
        "quote": "3,100 visitors",
        "figure": "3,100",
        "value": 3100,
        "claim": "visitors",
        "verdict": "discrepancy",
        "attribution": "unsourced",
    },
    {"contradiction": "visitors"},
]
Row = tuple[str, float | tuple[float, float], str | None, Verdict | None, Status | None]
RIGHT: list[Row] = [
    ("4,200 visitors, the", 4200.0, "visitors", "supported", "sourced"),
    ("210", 210.0, "steps", "discrepancy", "unsourced"),
    ("three", 3.0, None, None, None),
    ("20 to 30", (20.0, 30.0), None, None, None),
    ("3,100", 3100.0, "visitors", "discrepancy", "unsourced"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "coast" / "lighthouse"
    made.mkdir(parents=True)
    (made / "claims.yaml").write_text(REGISTRY, "utf-8")
    (made / "one.md").write_text(ARTICLE, "utf-8")
    rows = (json.dumps({"article": "one.md", "language": "en", **row}) for row in LABELS)
    (made / "labels.jsonl").write_text("\n".join(rows), "utf-8")
    return made


@pytest.fixture
def article(folder: Path) -> Labelled:
    return read_topic(folder).articles[0]


def mention(row: Row) -> Mention:
    """The mention that a row stands for, at its text in the article."""
    text, value, claim, verdict, status = row
    start = ARTICLE.rindex(text)
    span = (start, start + len(text))
    who = Attribution(status) if status else None
    read = ("quantity", value, None, None, None, "exact")
    return Mention("one.md", 1, 1, *span, text, "", 0, *read, claim, 1.0, verdict, who)  # type: ignore[arg-type]


ALL_RIGHT = {
    "figures": Count(5),
    "claims": Count(3),
    "verdicts": Count(3),
    "flags": Count(2),
    "sourcing": Count(3),
    "contra": Count(1),
}


@pytest.mark.parametrize(
    ("found", "contradicted", "expected"),
    [
        pytest.param(RIGHT, {"visitors"}, {}, id="all right"),
        pytest.param(
            RIGHT[:-1],
            {"visitors"},
            {
                "figures": Count(4, 0, 1),
                "claims": Count(2, 0, 1),
                "verdicts": Count(2, 0, 1),
                "flags": Count(1, 0, 1),
                "sourcing": Count(2, 0, 1),
            },
            id="one not found",
        ),
        pytest.param(
            [*RIGHT, ("lighthouse museum queued", 9.0, "steps", "discrepancy", "vague")],
            {"visitors"},
            {
                "claims": Count(3, 1, 0),
                "verdicts": Count(3, 1, 0),
                "flags": Count(2, 1, 0),
                "sourcing": Count(3, 1, 0),
            },
            id="one where no label is",
        ),
        pytest.param(
            [("4,200", 4200.0, "steps", "discrepancy", "sourced"), *RIGHT[1:]],
            {"visitors"},
            {
                "claims": Count(2, 1, 1),
                "verdicts": Count(2, 1, 1),
                "flags": Count(2, 1, 0),
                "sourcing": Count(2, 1, 1),
            },
            id="the wrong claim",
        ),
        pytest.param(
            [("4,200", 42.0, "visitors", "outdated", "vague"), *RIGHT[1:]],
            {"visitors"},
            {
                "figures": Count(4, 0, 1),
                "verdicts": Count(2, 1, 1),
                "flags": Count(2, 1, 0),
                "sourcing": Count(2, 1, 1),
            },
            id="the right claim, else nothing",
        ),
        pytest.param(RIGHT, {"steps"}, {"contra": Count(0, 1, 1)}, id="another contradiction"),
        pytest.param(RIGHT, set(), {"contra": Count(0, 0, 1)}, id="no contradiction"),
    ],
)
def test_counts(
    article: Labelled, found: list[Row], contradicted: set[str], expected: dict[str, Count]
) -> None:
    assert score(article, list(map(mention, found)), contradicted) == {**ALL_RIGHT, **expected}


def test_front_matter_is_not_counted(article: Labelled) -> None:
    start = ARTICLE.index("4,200")
    in_title = Mention(
        "one.md", 1, 1, start, start + 5, "", "", 0, "quantity", 1.0, 1, 1, None, "exact", "steps"
    )
    assert score(article, [*map(mention, RIGHT), in_title], {"visitors"}) == ALL_RIGHT


@pytest.mark.parametrize(
    ("found", "labelled", "same"),
    [
        (4200.0, 4200, True),
        (4200.0, 4201, False),
        (1 / 3, 0.333333333, True),
        ((20.0, 30.0), [20, 30], True),
        ((20.0, 30.0), [20, 31], False),
        ((20.0, 30.0), 20, False),
        ("2024-06", "2024-06", True),
        ("2024-06-19", "2024-06", False),
        ("Ana Lopes", "ana  LOPES", True),
        ("Ana Lopez", "Ana Lopes", False),
    ],
)
def test_value(found: float | tuple[float, float] | str, labelled: object, same: bool) -> None:
    made = Mention("", 1, 1, 0, 1, "", "", 0, "quantity", found, None, None, None, "exact")
    assert reads(made, labelled) is same


@pytest.mark.parametrize(
    ("count", "precision", "recall", "f1"),
    [
        (Count(3, 1, 2), 3 / 4, 3 / 5, 6 / 9),
        (Count(0, 0, 2), None, 0.0, 0.0),
        (Count(0, 2, 0), 0.0, None, 0.0),
        (Count(), None, None, None),
    ],
)
def test_shares(count: Count, precision: float | None, recall: float | None, f1: float | None) -> None:
    assert (count.precision, count.recall, count.f1) == (precision, recall, f1)


def test_total_adds_up(article: Labelled) -> None:
    whole = score(article, list(map(mention, RIGHT)), {"visitors"})
    half = score(article, list(map(mention, RIGHT[:2])), set())
    assert total([whole, half])["claims"] == Count(5, 0, 1)


def test_table(folder: Path) -> None:
    lines = list(table(run(topics_in([folder.parent])), by_language=True))
    shown = ["topic", "  lighthouse", "coast", "coast, en"]
    assert [line[:16].rstrip() for line in lines] == shown
    assert lines[1].split()[1:] == ["1.000"] * 10


def test_sources_are_told_at_every_label(folder: Path) -> None:
    *_, line = sources.table([read_topic(folder)])
    assert line.split()[2:] == ["1.000", "1.000", "1.000", "-", "-", "1.000", "1.000"]


def test_ablation_tells_what_is_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    never = {"even": Bars(2.0, 2.0, 2.0)}
    unsure = Mechanism("being sure", [patch("factcheck.run.article.BARS", never)])
    monkeypatch.setattr("benchmarks.accuracy.ablation.mechanisms", lambda: iter([unsure]))
    *_, line = ablation([read_topic(folder)])
    assert line.split()[-6:] == ["-100.0"] * 5 + ["4"]  # the title too


@pytest.mark.parametrize("mechanism", list(mechanisms()), ids=lambda mechanism: mechanism.name)
def test_what_is_switched_off_is_there(mechanism: Mechanism) -> None:
    with ExitStack() as stack:
        for off in mechanism.off:
            stack.enter_context(off)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"quote": "lighthouse", "figure": "lighthouse"}, "labels.jsonl:1: the quote stands 4 times"),
        ({"quote": "210 steps", "figure": "211"}, "lacks its figure"),
    ],
)
def test_a_label_that_stands_nowhere(folder: Path, row: dict[str, str], message: str) -> None:
    made = {"article": "one.md", "value": 1, "claim": None, **row}
    (folder / "labels.jsonl").write_text(json.dumps(made), "utf-8")
    with pytest.raises(ValueError, match=message):
        read_topic(folder)


def test_a_folder_without_topics(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no labels\.jsonl"):
        topics_in([tmp_path])
