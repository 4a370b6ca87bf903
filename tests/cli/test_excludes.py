"""What is left out is told, and is no all-clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        ("articles", 0, ""),
        ("articles --exclude notes.txt", 0, "; 1 file excluded; "),
        ("articles --exclude notes.txt -v", 0, "\nexcluded: articles/notes.txt\n"),
        ("articles/notes.txt --exclude notes.txt", 0, ""),
        (". --exclude articles", 3, "; 1 folder excluded; "),
        ("articles --exclude *", 3, "; 2 files excluded; "),
        (
            "articles/notes.txt --exclude notes.txt --force-exclude",
            3,
            "nothing was checked: all was excluded",
        ),
        ("articles/notes.txt --exclude notes.txt --force-exclude --allow-empty", 0, "; 1 file excluded; "),
        ("articles --exclude notes.txt --format json", 0, "note: 1 file excluded\n"),
        (". --exclude articles nothing.md", 2, "nothing.md: no such file"),
        (
            "articles --exclude !",
            2,
            "Invalid value for '--exclude': '!' is no pattern: write it as",
        ),
    ],
)
def test_what_is_excluded_is_told(factcheck: Command, args: str, code: int, told: str) -> None:
    ended = factcheck("scan", *args.split())
    assert ended.code == code
    assert told in ended.err
    assert told or "excluded" not in ended.err


def test_what_git_ignores_is_left_out_of_folders(factcheck: Command, folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("notes.*\n", "utf-8")
    assert "1 file excluded" in factcheck("scan", "articles").err
    assert "excluded" not in factcheck("scan", "articles", "--no-respect-gitignore").err
    assert "excluded" not in factcheck("scan", "articles/notes.txt").err
