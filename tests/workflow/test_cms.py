"""The example for a content management system, run as it would be."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.running import running
from tests.shell import ROOT, Shell
from tests.workflow.conftest import REGISTRY, RIGHT, WRONG


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the registry of the newsroom."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "claims.yaml").write_text(REGISTRY, "utf-8")
    with running(folder) as address:
        yield address


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


@pytest.mark.parametrize(
    ("draft", "day", "code", "told"),
    [
        (RIGHT, "2025-11-12", 0, ""),
        (WRONG, "2025-11-12", 1, "error, line 1: says “Some 12,000”; the registry says 18k"),
        ("", "2025-11-12", 0, ""),
        (WRONG, "yesterday", 2, "not checked: http://127.0.0.1:"),
    ],
)
def test_a_server_is_asked(draft: str, day: str, code: int, told: str, server: str, shell: Shell) -> None:
    done = shell(sys.executable, SCRIPT, "a.md", day, server, input=draft)
    assert done.returncode == code, done.stderr
    assert (done.stdout + done.stderr).startswith(told)


def test_its_token_is_shown(room: Path, shell: Shell) -> None:
    with running(room, "--token", "s3cret") as server:
        command = (sys.executable, SCRIPT, "a.md", "2025-11-12", server)
        assert shell(*command, input=RIGHT, FACTCHECK_TOKEN="s3cret").returncode == 0
        refused = shell(*command, input=RIGHT)
    assert (refused.returncode, "the token is missing" in refused.stderr) == (2, True)


def test_no_server_is_no_all_clear(shell: Shell) -> None:
    done = shell(sys.executable, SCRIPT, "a.md", "2025-11-12", "http://127.0.0.1:9", input=RIGHT)
    assert done.returncode == 2
    assert done.stderr.startswith("not checked: http://127.0.0.1:9: ")


def test_no_program_is_no_all_clear(shell: Shell, tmp_path: Path) -> None:
    done = shell(sys.executable, SCRIPT, "a.md", "2025-11-12", input=RIGHT, PATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith("not checked: ")
