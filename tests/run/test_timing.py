"""What each stage took, by a clock that the test sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from factcheck.run.timing import STAGES, Stopwatch


def ticking(*seconds: float) -> Stopwatch:
    return Stopwatch(clock=iter(seconds).__next__)


def test_a_lap_is_a_stage_s_and_what_is_before_the_start_is_none_s() -> None:
    watch = ticking(10.0, 10.5, 12.0, 50.0, 50.25)
    watch.start()
    watch.lap("read")
    watch.lap("match")
    watch.start()
    watch.lap("read")
    assert watch.spent == {"read": 0.75, "match": 1.5}


@pytest.mark.parametrize(
    ("spent", "processes", "told"),
    [
        ({}, 1, "2.00 s: other 2.00"),
        ({"match": 0.5, "read": 0.25}, 1, "2.00 s: read 0.25, match 0.50, other 1.25"),
        ({"read": 2.5}, 1, "2.00 s: read 2.50, other 0.00"),
        ({"read": 1.5, "match": 2.0}, 4, "2.00 s; added up over 4 processes: read 1.50, match 2.00"),
    ],
)
def test_it_is_told(spent: dict[str, float], processes: int, told: str) -> None:
    assert Stopwatch(spent=spent, processes=processes).told(2.0) == told


@pytest.mark.parametrize(("jobs", "files", "processes"), [(1, 2, 1), (2, 2, 2), (2, 1, 1)])
def test_a_scan_tells_every_stage(tmp_path: Path, jobs: int, files: int, processes: int) -> None:
    for at in range(files):
        (tmp_path / f"{at}.md").write_text("The bridge is 90 metres long.\n", "utf-8")
    watch = Stopwatch()
    registry = parse_registry('claims: {bridge: "Length of the bridge: 80 m"}', "claims.yaml")
    report = scan([str(tmp_path)], registry, ScanOptions(jobs=jobs), watch=watch)
    assert len(report.articles) == files
    assert watch.processes == processes
    assert set(watch.spent) == set(STAGES) - {"registry", "report"}
    assert min(watch.spent.values()) >= 0
