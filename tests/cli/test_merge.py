"""`factcheck scan --shard` and `factcheck merge` as a scheduler runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize("style", ["concise", "json", "sarif", "markdown", "junit", "full"])
def test_a_scan_in_shares_tells_what_one_scan_tells(factcheck: Command, folder: Path, style: str) -> None:
    (folder / "articles" / "second.md").write_text("The final drew 16,000 spectators.\n", "utf-8")
    whole = factcheck("scan", "articles", "--format", style)
    for number in (1, 2):
        part = f"part={number}.jsonl"
        ended = factcheck("scan", "articles", "--shard", f"{number}/2", "--report", part)
        assert (
            f"note: share {number} of 2: what diverges between shares, `factcheck merge` tells" in ended.err
        )
    assert factcheck("merge", "1.jsonl", "2.jsonl", "--format", style) == whole


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--shard", "0/3"], "'--shard': 0/3: write I/N, such as 3/64"),
        (["--shard", "4/3"], "4/3: write I/N"),
        (["--shard", "one"], "one: write I/N"),
        (["-", "--shard", "1/2"], "--shard shares out files, and standard input is none"),
        (["--report", "part=articles/final.md"], "this scan reads that file"),
    ],
)
def test_a_share_that_is_none_is_a_usage_error(factcheck: Command, args: list[str], told: str) -> None:
    ended = factcheck("scan", "articles", *args)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "Missing argument 'PARTS...'"),
        (["claims.yaml"], "error: claims.yaml: is"),
        (["1.jsonl"], "error: 1.jsonl: could not be read"),
        (["claims.yaml", "--report", "part=x"], "a merged scan is no part of another"),
        (["1.jsonl", "--report", "json=1.jsonl"], "this scan reads that file"),
    ],
)
def test_what_cannot_be_merged_ends_with_2(factcheck: Command, args: list[str], told: str) -> None:
    ended = factcheck("merge", *args)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
