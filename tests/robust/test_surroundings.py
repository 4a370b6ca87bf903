"""Whatever surrounds a command: no home, no locale, little memory, others who write at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from factcheck.registry.load import load_registry
from tests.cli.conftest import REGISTRY
from tests.shell import ROOT

SCAN = f"'{sys.executable}' -m factcheck scan articles --jobs 1 --format json"
EDIT = f"'{sys.executable}' -m factcheck registry value crowd {{}} --as-of 2025-05-17 --source league"
ARTICLE = "La finale a réuni 52 000 spectateurs de la finale, selon la Ligue · ½ – “61,000”.\n"
USUAL = {"HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8"}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "final.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def started(command: str, env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """A command of a shell, in these surroundings and no others."""
    own = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **env}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        ["sh", "-c", command], env=own, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe
    )


def ended(command: str, env: Mapping[str, str]) -> tuple[int, bytes, bytes]:
    """Its exit code, and what it said."""
    process = started(command, env)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
        {"HOME": "/nowhere/at/all"},
        {"HOME": "", "XDG_CACHE_HOME": "relative"},
        {"TERM": "dumb", "COLUMNS": "0", "LINES": "nonsense"},
        {"TZ": "Nowhere/At_All"},
        {"PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "2"},
    ],
    ids="-".join,
)
def test_what_surrounds_it_changes_no_byte(env: Mapping[str, str]) -> None:
    usual = ended(f"{SCAN} --no-cache", USUAL)
    assert usual[0] == 1
    assert ended(f"{SCAN} --no-cache", env) == usual
    assert ended(SCAN, env) == usual


@pytest.mark.parametrize("megabytes", [120, 160, 200, 400])
def test_too_little_memory_is_told(megabytes: int) -> None:
    code, out, err = ended(f"ulimit -v {megabytes * 1024}; exec {SCAN}", USUAL)
    assert (code, bool(out)) in ((1, True), (2, False), (2, True))
    assert code == 1 or err
    assert b"internal error" not in err + out
    assert b"Traceback" not in err


def test_of_those_who_write_at_once_none_is_lost(desk: Path) -> None:
    values = [f"{number}k" for number in range(70, 76)]
    writers = {value: started(EDIT.format(value), USUAL) for value in values}
    told = {value: writer.communicate(timeout=120)[1] for value, writer in writers.items()}
    [crowd] = [claim for claim in load_registry(str(desk / "claims.yaml")).claims if claim.id == "crowd"]
    written = {value.text for value in crowd.values}
    for value, writer in writers.items():
        assert (writer.returncode == 0) == (value in written), told[value]
        assert writer.returncode == 0 or b"somebody has changed the file meanwhile" in told[value]
    assert {"48k", "61k"} < written
