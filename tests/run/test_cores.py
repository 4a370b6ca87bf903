"""How many processes a scan gets: never more than it may use, nor than pay."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.run import cores
from factcheck.run.cores import WORTH, quotas, usable, workers


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"cpu.max": "150000 100000"}, [2]),
        ({"cpu.max": "max 100000"}, []),
        ({"cpu.max": "100000 0"}, []),
        ({"cpu.max": ""}, []),
        ({"cpu/cpu.cfs_quota_us": "300000", "cpu/cpu.cfs_period_us": "100000"}, [3]),
        ({"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, []),
        ({"cpu/cpu.cfs_quota_us": "300000"}, []),
        ({}, []),
    ],
)
def test_a_containers_quota(tmp_path: Path, files: dict[str, str], expected: list[int]) -> None:
    (tmp_path / "cpu").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text + "\n", "ascii")
    assert list(quotas(tmp_path)) == expected


def test_a_small_quota_leaves_one(tmp_path: Path) -> None:
    (tmp_path / "cpu.max").write_text("10000 100000", "ascii")
    assert usable(tmp_path) == 1


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([WORTH, WORTH, WORTH], 3),
        ([WORTH] * 9, 4),
        ([WORTH * 9, 1], 2),
        ([WORTH * 9], 1),
        ([100] * 50, 1),
        ([], 1),
    ],
)
def test_few_articles_get_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sizes: list[int], expected: int
) -> None:
    monkeypatch.setattr(cores, "usable", lambda: 4)
    paths = [tmp_path / f"{number}.md" for number in range(len(sizes))]
    for path, size in zip(paths, sizes, strict=True):
        path.write_bytes(b"a" * size)
    assert workers([str(path) for path in paths]) == expected


def test_what_is_not_there_counts_for_nothing(tmp_path: Path) -> None:
    assert workers([str(tmp_path / "gone.md"), "-"]) == 1
