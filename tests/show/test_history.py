"""How a claim came to its values: real repositories, and one that would run something."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.registry.load import load_registry
from factcheck.registry.past import rows_in
from factcheck.show import history as module
from factcheck.show.history import history
from tests.show.conftest import Git

CLAIM = "claims:\n  strikers:\n    title: Dockers on strike\n    values:\n"
NAME = "[é] claims.yaml"
Told = list[tuple[str, str, str]]


def registry(*values: str) -> str:
    return CLAIM + "".join(f"      - {value}\n" for value in values)


def commit(git: Git, text: str, message: str) -> None:
    Path(NAME).write_text(text, "utf-8")
    git("add", ".")
    git("commit", "-qm", message)


def told(path: str = NAME, key: str = "strikers") -> Told:
    return [(step.sign, step.value, step.reason) for step in history(path, key).steps]


def test_values_come_and_go(git: Git) -> None:
    commit(git, registry("{value: 410, as_of: 2024-06}"), "Add the strike\n\nThe port has told us.")
    commit(git, "x-note: 1\n" + registry("{value: 410, as_of: 2024-06}"), "Something else")
    commit(git, registry("{value: 455, as_of: 2024-07, until: 2025}", "3"), "Count again")
    Path(NAME).write_text(registry("3", "4"), "utf-8")
    assert told() == [
        ("+", "410 since 2024-06", "Add the strike"),
        ("+", "455 since 2024-07 until 2025", "Count again"),
        ("+", "3", "Count again"),
        ("-", "410 since 2024-06", "Count again"),
        ("+", "4", ""),
        ("-", "455 since 2024-07 until 2025", ""),
    ]
    steps = history(NAME, "strikers").steps
    assert git("rev-parse", "HEAD").startswith(steps[1].commit)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", steps[0].day)
    assert (steps[-1].day, steps[-1].commit) == ("", "")


def test_a_merge_is_told_of_what_it_merges(git: Git) -> None:
    commit(git, registry("1") + "\n\n\n\n    owner: A\n", "One")
    git("switch", "-qc", "ours")
    commit(git, registry("1", "2") + "\n\n\n\n    owner: A\n", "Two")
    git("switch", "-q", "main")
    commit(git, registry("1") + "\n\n\n\n    owner: B\n", "Another owner")
    git("merge", "-q", "-m", "Merge ours", "ours")
    assert told() == [("+", "1", "One"), ("+", "2", "Two")]


def test_a_statement_has_a_rating(git: Git) -> None:
    for rating in ("unproven", "false"):
        commit(git, f"claims: {{it: {{kind: statement, title: T, rating: {rating}}}}}\n", rating)
    assert told(key="it") == [
        ("+", "unproven", "unproven"), ("+", "false", "false"), ("-", "unproven", "false"),
    ]  # fmt: skip


def test_texts_that_were_no_registry_have_no_values(git: Git) -> None:
    for text in (
        "claims: [",
        "",
        "[]",
        "claims: {strikers: [3]}",
        "a: *b",
        registry("3"),
    ):
        commit(git, text, f"Write {text[:9]!r}")
    git("rm", "-q", NAME)
    git("commit", "-qm", "Take it out")
    commit(git, registry("3"), "Put it back")
    assert told()[-3:] == [
        ("+", "3", "Write 'claims:\\n '"),
        ("-", "3", "Take it out"),
        ("+", "3", "Put it back"),
    ]


def test_what_is_left_out_is_said(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in "123":
        commit(git, registry(value), value)
    assert history(NAME, "strikers").whole
    monkeypatch.setattr(module, "MOST", 1)
    past = history(NAME, "strikers")
    assert not past.whole
    assert [(step.sign, step.value) for step in past.steps] == [("+", "3"), ("-", "2")]
    subprocess.run(["git", "clone", "-q", "--depth=1", tmp_path.as_uri(), "shallow"], check=True)
    monkeypatch.setattr(module, "MOST", 9)
    assert not history(f"shallow/{NAME}", "strikers").whole


def test_a_file_that_git_does_not_know(git: Git) -> None:  # noqa: ARG001
    Path(NAME).write_text(registry("3"), "utf-8")
    assert told() == [("+", "3", "")]


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / NAME).write_text(registry("3"), "utf-8")
    with pytest.raises(FactcheckError, match=r"--history: .*not a git repository"):
        told(str(tmp_path / NAME))


def test_what_a_repository_configures_is_not_run(git: Git, sprung: Path) -> None:
    hooks = git("config", "core.hooksPath").strip()
    git("config", "core.hooksPath", "/dev/null")
    git("config", "core.fsmonitor", "false")
    Path(".git/info/attributes").unlink()
    commit(git, registry("3"), "Three")
    Path(".git/info/attributes").write_text("*.yaml filter=trap diff=trap\n")
    for key, value in {
        "core.hooksPath": hooks, "core.fsmonitor": f"{hooks}/trap", "log.showSignature": "true",
        "gpg.program": f"{hooks}/trap",
    }.items():  # fmt: skip
        git("config", key, value)
    sprung.unlink(missing_ok=True)
    assert told() == [("+", "3", "Three")]
    assert not sprung.exists()


TABLE = """sources: {ports: Ports}
tables:
  berths:
    {from: "[é] berths.csv", id: "berths-{port}", title: "Berths in {port}", value: "{n}", as_of: "{year}",
     source: ports}
"""


def test_a_row_of_a_table(git: Git, tmp_path: Path) -> None:
    """By its CSV, and the template of today."""

    def commit_rows(rows: str, message: str) -> None:
        Path("[é] berths.csv").write_text(f"port,year,n\n{rows}", "utf-8")
        git("add", ".")
        git("commit", "-qm", message)

    Path("ports.yaml").write_text(TABLE.replace("{n}", "{m}"), "utf-8")
    commit_rows("ulm,2024,12\nsand,2024,3\n", "Take the office's table")
    Path("ports.yaml").write_text(TABLE, "utf-8")
    commit_rows("ulm,2024,12\nsand,2024,4\n", "Count Sandby again")
    commit_rows("ulm,2024,12\nulm,2025,14,\n", "Break the row of Ulmstead")
    commit_rows('ulm,2024,12\nulm,2025,14\n"', "Never close a quote")
    Path("[é] berths.csv").write_text("port,year,n\nulm,2024,12\nulm,2025,15\n", "utf-8")
    registry = tmp_path / "ports.yaml"
    [claim] = load_registry(registry).claims
    steps = history(claim.path, claim.id, rows_in(str(registry), claim.path)).steps
    assert [(step.sign, step.value, step.reason) for step in steps] == [
        ("+", "12 since 2024", "Take the office's table"),
        ("+", "14 since 2025", "Never close a quote"),
        ("+", "15 since 2025", ""),
        ("-", "14 since 2025", ""),
    ]
    sandby = history(claim.path, "berths-sand", rows_in(str(registry), claim.path)).steps
    assert [(step.sign, step.value) for step in sandby] == [
        ("+", "3 since 2024"),
        ("+", "4 since 2024"),
        ("-", "3 since 2024"),
        ("-", "4 since 2024"),
    ]
