"""Scans in processes: a lost one heals, too many are turned away."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.registry.load import load_registry
from factcheck.run.article import ScanOptions
from factcheck.serve import work
from factcheck.serve.work import BusyError, Crew, LostError, Text
from factcheck.show.selection import Policy

WRONG = Text(b"The final drew 16,000 spectators.", "final.md", "2024-06-01")


def dies(_: Text) -> str:
    os._exit(1)


@pytest.fixture
def crew(registry: Path) -> Iterator[Crew]:
    made = Crew(load_registry(registry), ScanOptions(), Policy())
    yield made
    made.close()


def test_a_process_that_is_lost_is_replaced(crew: Crew) -> None:
    async def ask() -> tuple[str, str]:
        first = await crew.report(WRONG)
        for process in multiprocessing.active_children():
            process.kill()
        return first, await crew.report(WRONG)

    first, second = asyncio.run(ask())
    assert first == second
    assert [finding["rule"] for finding in json.loads(first)["findings"]] == ["discrepancy", "unsourced"]


def test_a_text_that_kills_its_process_twice_is_told(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "_scanned", dies)
    with pytest.raises(LostError, match=r"final\.md: was not checked: the process .* was ended, twice"):
        asyncio.run(crew.report(WRONG))


def test_a_text_that_takes_too_long_is_ended(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "GRACE", -299.9)
    with pytest.raises(LostError, match="takes more than"):
        asyncio.run(crew.report(WRONG))


def test_too_many_are_turned_away_at_once(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "WAITING", 0)
    with pytest.raises(BusyError):
        asyncio.run(crew.report(WRONG))
