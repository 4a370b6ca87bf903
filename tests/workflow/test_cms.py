"""The example for a content management system, run as it would be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.shell import ROOT, Shell
from tests.workflow.conftest import RIGHT, WRONG

SCRIPT = str(ROOT / "examples" / "cms.py")


@pytest.mark.parametrize(
    ("draft", "name", "day", "code", "told"),
    [
        (RIGHT, "a.md", "2025-11-12", 0, ""),
        (WRONG, "a.md", "2025-11-12", 1, "error, line 1: says “Some 12,000”; the registry says 18k"),
        (
            RIGHT.replace(", the prefecture said", ""),
            "a.md",
            "2025-11-12",
            0,
            "warning, line 1: gives “Some 18,000” without a source",
        ),
        ("", "a.md", "2025-11-12", 0, ""),
        (WRONG, "a.doc", "2025-11-12", 2, "not checked: error: a.doc: not a format"),
        (WRONG, "a.md", "yesterday", 2, "not checked: Usage"),
        (WRONG, "--help", "2025-11-12", 2, "not checked: error: --help: not a format"),
    ],
)
def test_a_draft(draft: str, name: str, day: str, code: int, told: str, shell: Shell) -> None:
    done = shell(sys.executable, SCRIPT, name, day, input=draft)
    assert done.returncode == code, done.stderr
    assert (done.stdout + done.stderr).startswith(told)
    assert bool(done.stdout + done.stderr) is bool(told)


def test_no_program_is_no_all_clear(shell: Shell, tmp_path: Path) -> None:
    done = shell(sys.executable, SCRIPT, "a.md", "2025-11-12", input=RIGHT, PATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith("not checked: ")
