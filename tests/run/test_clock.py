"""A clock that is set, or passes midnight, while a scan, a watch or a server runs: each run has one day."""

from __future__ import annotations

import datetime
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.cache import Cache
from factcheck.lsp import rooms
from factcheck.registry.kept import open_kept
from factcheck.registry.load import parse_registry
from factcheck.run import timing
from factcheck.run.article import ScanOptions
from factcheck.run.impact import impact
from factcheck.run.scan import Scan, scan
from factcheck.run.stream import stream
from factcheck.serve import current
from factcheck.serve.work import Text, scanner
from factcheck.show.selection import Policy
from tests.newsroom import write

REGISTRY = parse_registry('claims: {trams: "Trams in service: 48"}', "claims.yaml")
WRONG = (
    "There are 51 trams in service <!-- factcheck: ignore[discrepancy] until=2025-03-30 counted anew -->.\n"
)
MANY = 24
"""So many articles are shared out over several processes."""
JUMPS = {
    "over midnight": ("2025-03-30", "2025-03-31", "2025-04-01"),
    "back": ("2025-03-31", "2025-03-30", "2025-03-29"),
    "to and fro": ("2025-03-30", "2038-01-20", "1970-01-01"),
}


class Clock(datetime.date):
    """A clock that tells another day each time it is read, the last one for ever."""

    days: Iterator[str] = iter(())

    @classmethod
    def today(cls) -> Clock:
        """The next day."""
        return cls.fromisoformat(next(cls.days))


@pytest.fixture(params=list(JUMPS.values()), ids=list(JUMPS))
def first(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The first day that a clock tells before it jumps."""
    days: tuple[str, ...] = (*request.param, *request.param[-1:] * 1000)
    monkeypatch.setattr(Clock, "days", iter(days))
    monkeypatch.setattr(timing, "date", Clock)
    return days[0]


@pytest.fixture
def news(tmp_path: Path) -> str:
    write(tmp_path, {f"{number}.md": WRONG for number in range(MANY)})
    return str(tmp_path)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_scan_has_one_day(news: str, first: str, jobs: int) -> None:
    report = scan([news], REGISTRY, ScanOptions(jobs=jobs))
    assert {article.day for article in report.articles} == {first}
    assert len(report.suppressed) == (MANY if first == "2025-03-30" else 0)


def test_so_has_one_that_is_told_as_it_comes(news: str, first: str) -> None:
    told = stream([news], REGISTRY)
    assert sum(finding.rule == "discrepancy" for finding in told) == (0 if first == "2025-03-30" else MANY)


def test_before_and_after_a_change_are_one_day(news: str, first: str) -> None:
    before = parse_registry('claims: {trams: "Trams in service: 51"}', "claims.yaml")
    found = impact(before, Scan([news], REGISTRY), Policy())
    assert {turn.article.day for turn in found.turns} <= {first}
    assert len(found.turns) == MANY


@pytest.mark.usefixtures("first")
def test_a_server_goes_with_the_clock_from_text_to_text() -> None:
    ask = scanner(REGISTRY, ScanOptions(), Policy())
    told = [json.loads(ask(Text(WRONG.encode(), "a.md"))) for _ in range(2)]
    days = [report["articles"][0]["day"] for report in told]
    assert days[0] != days[1]
    wrong = [sum(row["rule"] == "discrepancy" for row in report["findings"]) for report in told]
    assert wrong == [int(day > "2025-03-30") for day in days]


@pytest.mark.skipif(not Path("/usr/share/zoneinfo/Pacific/Apia").exists(), reason="no zones on this system")
@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Europe/Paris", "2025-03-29T22:59:59", "2025-03-29"),
        ("Europe/Paris", "2025-03-29T23:00:00", "2025-03-30"),
        ("Europe/Paris", "2025-03-30T01:00:00", "2025-03-30"),  # two o'clock is three
        ("Europe/Paris", "2025-03-30T22:00:00", "2025-03-31"),
        ("Europe/Paris", "2025-10-26T22:59:59", "2025-10-26"),  # a day of 25 hours
        ("Europe/Paris", "2025-10-26T23:00:00", "2025-10-27"),
        ("America/Havana", "2025-03-09T04:59:59", "2025-03-08"),
        ("America/Havana", "2025-03-09T05:00:00", "2025-03-09"),  # a day without a midnight
        ("America/Havana", "2025-11-02T04:30:00", "2025-11-02"),
        ("America/Havana", "2025-11-02T05:30:00", "2025-11-02"),  # half past midnight, again
        ("Pacific/Apia", "2011-12-30T09:59:59", "2011-12-29"),
        ("Pacific/Apia", "2011-12-30T10:00:00", "2011-12-31"),  # a day that never was
    ],
)
def test_the_day_is_that_of_the_place(
    zone: str, moment: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = datetime.datetime.fromisoformat(moment).replace(tzinfo=datetime.UTC).timestamp()
    clock = type("Clock", (), {"today": lambda: datetime.date.fromtimestamp(at)})
    monkeypatch.setattr(timing, "date", clock)
    with monkeypatch.context() as there:
        there.setenv("TZ", zone)
        time.tzset()
        found = Scan([], REGISTRY).today
    time.tzset()
    assert found == day


@pytest.mark.parametrize("stamp", [current.stamp, lambda files: rooms.stamp(files, {})], ids=["serve", "lsp"])
def test_a_file_that_is_saved_before_it_was_is_another(tmp_path: Path, stamp: Callable[..., object]) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text("claims: {a: 'A: 1'}", "utf-8")
    seen = set()
    for second in (2_000_000_000, 1_000_000_000, 0, 1_000_000_001):
        os.utime(file, (second, second))
        seen.add(stamp([str(file)]))
        assert stamp([str(file)]) in seen
    assert len(seen) == 4


@pytest.mark.parametrize("second", [4_000_000_000, 1])
def test_a_registry_of_any_time_is_read_as_it_is(tmp_path: Path, second: int) -> None:
    file, cache = tmp_path / "claims.yaml", Cache(tmp_path / "cache")
    for value in (48, 51, 50):
        file.write_text(f"claims: {{trams: 'Trams in service: {value}'}}", "utf-8")
        os.utime(file, (second, second))
        for _ in range(2):
            [claim] = open_kept(str(file), cache).claims
            assert [told.text for told in claim.values] == [str(value)]
