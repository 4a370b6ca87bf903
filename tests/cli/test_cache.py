"""`factcheck cache clear`, and a scan that takes what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.run.kept import NAME
from tests.cli.conftest import Command
from tests.newsroom import write


@pytest.fixture
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, and articles enough to be kept."""
    monkeypatch.delenv("FACTCHECK_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "kept"))
    monkeypatch.setattr("factcheck.cache.sys.platform", "linux")
    texts = {f"{number}.md": f"The final drew {number + 60},000 spectators.\n" for number in range(12)}
    write(folder / "articles", texts)
    return folder / "kept" / "factcheck"


def test_what_is_kept_is_found_again_and_cleared(factcheck: Command, home: Path) -> None:
    first = factcheck("scan", "articles")
    assert (home / NAME).is_file()
    assert factcheck("scan", "articles") == first
    told = factcheck("cache", "clear")
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith(" MB deleted\n")
    assert not any(home.iterdir())
    assert factcheck("scan", "articles") == first
    assert factcheck("scan", "articles", "--no-cache") == first


@pytest.mark.parametrize("args", ["articles --no-cache", "articles/2.md"])
def test_nothing_is_kept_of_what_is_not_to_be_or_is_little(factcheck: Command, home: Path, args: str) -> None:
    assert factcheck("scan", *args.split()).code == 1
    assert not (home / NAME).exists()


def test_a_damaged_one_is_told_and_the_scan_is_whole(factcheck: Command, home: Path) -> None:
    first = factcheck("scan", "articles")
    (home / NAME).write_bytes(b"no database" * 1000)
    again = factcheck("scan", "articles")
    assert (again.code, again.out) == (first.code, first.out)
    assert f"{NAME}: was damaged, and is thrown away" in again.err


def test_where_there_is_nothing_nothing_is_cleared(factcheck: Command, home: Path) -> None:
    told = factcheck("cache", "clear")
    assert (told.code, told.out) == (0, f"{home}: 0.0 MB deleted\n")
