"""Killed, or out of room, at any of its writes: a command loses nothing and leaves nothing half."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import REGISTRY
from tests.robust.faults import held
from tests.shell import ROOT

ARTICLES = {
    "articles/final.md": "The final drew 52,000 spectators at the final, the Football League said.\n",
    "articles/more.md": "Some 48,000 spectators came to the final, and 41,000 fans to the semi-final.\n",
    "articles/less.md": "Some 41,500 fans came to the semi-final on Sunday.\n",
}
VERBS = {
    "a value": "registry value crowd 62k --as-of 2025-05-17 --source league",
    "a claim": "registry add goals --title Goals --unit goals --value 24",
    "an end": "registry retire crowd --until 2026-06-30",
    "another id": "registry rename crowd spectators",
    "a baseline": "baseline write articles",
    "less of a baseline": "baseline prune articles --baseline known.json",
    "reports": "scan articles --report json=a.json --report html=a.html --report sarif=b/c.sarif",
    "a part": "scan articles --shard 1/2 --report part=part.jsonl",
    "drafts": "suggest articles --add",
    "a registry's beginning": "init new",
    "rows": "registry import rows.csv",
    "a sheet": "registry export --output claims.csv",
}
_DRAFT = re.compile(r"(^|/)\.[^/]+\.(\d+|[a-z0-9_]{8})$|^cache/")
ROWS = "id,title,value,as_of,source\nseats,Seats of the arena,9000,2025,Football League\n"
KNOWN = """{"version": 1, "findings": [{"path": "articles/final.md", "claim": "crowd", "rule": "unsourced",
"sentence": "Gone.", "value": "9", "expected": "", "count": 1}]}"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A newsroom's folder: a registry that renames reach from settings and ignores, articles, a baseline."""
    files = {
        **ARTICLES,
        "claims.yaml": REGISTRY,
        "rows.csv": ROWS,
        "known.json": KNOWN,
        "factcheck.toml": '[severity]\nunsourced = "info"\n',
        "new/articles/final.md": ARTICLES["articles/less.md"],
        "b/d.txt": "",
    }
    for name, text in files.items():
        (tmp_path / "desk" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "desk" / name).write_text(text, "utf-8")
    return tmp_path / "desk"


def rows(kind: str, desk: Path, command: str) -> list[dict[str, Any]]:
    """What came of a command with a fault at each of its writes, and last without one."""
    called = [sys.executable, "-m", "tests.robust.faults", kind, str(desk), *command.split()]
    kept = {name: value for name, value in os.environ.items() if name != "FACTCHECK_NO_CACHE"}
    done = subprocess.run(
        called, cwd=ROOT, env=kept, capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _own(files: dict[str, str]) -> dict[str, str]:
    """What a desk has: without what a kill leaves of a file that was being written, and the cache."""
    return {
        name: text
        for name, text in files.items()
        if not _DRAFT.search(name) and not name.startswith("cache/")
    }


@pytest.mark.parametrize("command", VERBS.values(), ids=VERBS)
def test_a_kill_between_any_two_writes_leaves_each_file_old_or_new(desk: Path, command: str) -> None:
    before = held(desk)
    *killed, whole = rows("kill", desk, command)
    assert killed, "it wrote nothing"
    assert whole["code"] in (0, 1), whole["said"]
    after = _own(whole["files"])
    assert after != before
    for row in killed:
        assert row["code"] == -9
        for name, text in _own(row["files"]).items():
            assert text in (before.get(name), after.get(name)), name
        assert before.keys() <= row["files"].keys()


@pytest.mark.parametrize("command", VERBS.values(), ids=VERBS)
def test_a_full_disk_is_told_and_loses_nothing(desk: Path, command: str) -> None:
    before = held(desk)
    *refused, whole = rows("refuse", desk, command)
    after = _own(whole["files"])
    for row in refused:
        files = _own(row["files"])
        if files == after:  # what could not be written was of the cache, or a draft that was to be deleted
            continue
        assert row["code"] == 2, row["said"]
        assert "No space left on device" in row["said"]
        assert "internal error" not in row["said"]
        for name, text in files.items():
            assert text in (before.get(name), after.get(name)), name
        assert before.keys() <= files.keys()
