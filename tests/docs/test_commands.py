"""No page can drift: read from top to bottom, its commands are run and print what it shows.

The README's two commands that make an environment are run by .ci/run, as printed, in fresh copies.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.cli.main import cli
from factcheck.registry.load import parse_registry
from tests.docs.pages import PAGES, Piece, pieces, rows
from tests.shell import ROOT, Done, Shell, shell_in
from tests.workflow.conftest import SNIPPETS

IN_CI = "python3 -m venv "
VERBS = {"factcheck", *cli.commands, "write", "show", "prune", "import", "export"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the sample and nothing else."""
    folder = tmp_path / "sample"
    for name in ("articles", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "claims.yaml", folder)
    return folder


@pytest.fixture
def shell(folder: Path, tmp_path: Path) -> Shell:
    """Run a command in that folder, which is a git repository."""
    shell = shell_in(folder, tmp_path / "tools")
    for command in ("init -q -b main", "add .", "commit -qm sample"):
        assert shell("git", *command.split()).returncode == 0
    return shell


def run(line: str, place: str, shell: Shell) -> str:
    """What a command prints; only findings excuse a code other than 0."""
    done: Done = shell("bash", "-c", line)
    fine = (0, 1) if re.search(r"\bfactcheck (?:scan|merge|impact|registry import)\b|cms\.py", line) else (0,)
    assert done.returncode in fine, f"{place}: {line}\n{done.stderr}"
    return done.stdout + done.stderr


def commands(piece: Piece, _folder: Path, shell: Shell) -> str:
    lines = [line for line in piece.text.splitlines() if not line.startswith((IN_CI, "#"))]
    printed = [run(line, piece.place, shell) for line in lines]
    assert all(printed), f"{piece.place}: a command that prints nothing"
    return "".join(printed)


def command(piece: Piece, _folder: Path, shell: Shell) -> str:
    """A command within a sentence; of one that only names a verb, the help."""
    named = piece.text.split()[-1] in VERBS
    return run(piece.text + " --help" * named, piece.place, shell)


def registry(piece: Piece, folder: Path, _shell: Shell) -> str:
    """A registry loads; the other YAML is run by tests/workflow."""
    block = yaml.safe_load(piece.text)
    if block.keys() & {"claims", "tables"}:
        path = str(folder / piece.file) if piece.file else piece.place
        assert parse_registry(piece.text, path).claims, piece.place
    else:
        assert block.keys() & set(SNIPPETS), f"{piece.place}: no test runs it"
    return ""


def settings(piece: Piece, folder: Path, shell: Shell) -> str:
    """Settings hold, and a scan with them ends well."""
    file = folder / "factcheck.toml"
    file.write_text(piece.text, "utf-8")
    told = tomllib.loads(run("factcheck scan --show-config", piece.place, shell))
    given = tomllib.loads(piece.text)
    assert told.pop("severity").items() >= given.pop("severity", {}).items()
    for table in [key for key in given if any(name.startswith(f"{key}-") for name in told)]:
        given |= {f"{table}-{key}": value for key, value in given.pop(table).items()}
    assert told.items() >= given.items()
    run("factcheck scan articles/", piece.place, shell)
    file.unlink()
    return ""


def python(piece: Piece, _folder: Path, shell: Shell) -> str:
    done: Done = shell("python", "-W", "error", "-c", piece.text)
    assert done.returncode == 0, f"{piece.place}: {done.stderr}"
    return done.stdout


def served(piece: Piece, _folder: Path, shell: Shell) -> str:
    """A server that is asked: what it prints at its start, and what each request is answered."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    text = piece.text.replace("8765", port)
    (begun, said), *asked = _sessions(text)
    begin = f"{begun} --port {port} 2>log & trap 'kill $!' EXIT"
    line = f"{begin}; while ! grep -q http log; do sleep 0.1; done; cat log"
    done = shell("bash", "-c", "; echo @@@; ".join([line, *(command for command, _ in asked)]))
    answers = done.stdout.split("@@@\n")
    for (command, shown), answer in zip([(begun, said), *asked], answers, strict=True):
        assert shows(shown, answer), f"{piece.place}: {command}: this is answered:\n{answer}"
    return done.stdout


def _sessions(text: str) -> list[tuple[str, str]]:
    """Each command after its `$ `, and what is shown below it."""
    parts = (part.partition("\n") for part in ("\n" + text).split("\n$ ")[1:])
    return [(command, shown) for command, _, shown in parts]


def nothing(_piece: Piece, _folder: Path, _shell: Shell) -> str:
    return ""


def query(piece: Piece, folder: Path, _shell: Shell) -> str:
    """What a query finds in the page's files, as `duckdb -list` prints it."""
    duckdb = pytest.importorskip("duckdb", reason="the extra is not there: pip install -e '.[archive]'")
    with duckdb.connect() as base:
        base.execute(f"set file_search_path = '{folder}'")
        found = base.sql(piece.text)
        return "\n".join("|".join(map(str, row)) for row in (found.columns, *found.fetchall()))


HELD: Mapping[str, Callable[[Piece, Path, Shell], str]] = {
    "sh": commands,
    "console": served,
    "inline": command,
    "python": python,
    "sql": query,
    "yaml": registry,
    "toml": settings,
    "markdown": nothing,  # a file that a command scans
    "csv": nothing,  # a file that a registry is made from
    "json": lambda piece, _folder, _shell: str(json.loads(piece.text)),  # tests/workflow/test_editors.py
    "vim": nothing,  # tests/workflow/test_editors.py
    "": nothing,  # the examples of rules: tests/check/test_rules.py
}


_BLANKS = {0xA0: " ", 0x202F: " "}
"""No-break spaces, which articles have and a page need not."""


def shows(shown: str, printed: str) -> bool:
    """Whether a page shows what is printed; `…` alone on a line stands for any lines."""
    lines = (".*" if line.strip() == "…" else re.escape(line.rstrip()) for line in shown.splitlines())
    told = "\n".join(line.rstrip() for line in printed.translate(_BLANKS).strip("\n").splitlines())
    return bool(re.fullmatch("\n".join(lines), told, re.S))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_holds_from_top_to_bottom(page: str, folder: Path, shell: Shell) -> None:
    printed = ""
    for piece in pieces(page):
        if piece.file:
            (folder / piece.file).parent.mkdir(exist_ok=True)
            (folder / piece.file).write_text(piece.text, "utf-8")
        if piece.kind == "text":
            assert shows(piece.text, printed), f"{piece.place}: this is printed:\n{printed}"
        else:
            assert piece.kind in HELD, f"{piece.place}: no test holds a block of {piece.kind}"
            printed = HELD[piece.kind](piece, folder, shell)
        if piece.kind == "markdown":
            assert piece.file, f"{piece.place}: an article that no command scans"


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\nd\n", "a\nb\nc\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_what_a_page_shows(shown: str, printed: str, expected: bool) -> None:
    assert shows(shown, printed) is expected


def test_two_commands_of_the_readme_make_their_environment_in_one_line_each() -> None:
    lines = [line for text in PAGES.values() for line in text.splitlines() if line.startswith(IN_CI)]
    assert [line.rpartition(".venv/bin/")[2] for line in lines] == ["factcheck scan articles/", "pytest -n 2"]


@pytest.mark.parametrize("row", rows("docs/workflow.md", "exit code"), ids=lambda row: row[0])
def test_the_table_of_exit_codes(row: list[str], shell: Shell) -> None:
    code, _, examples = row
    lines = re.findall(r"`(factcheck [^`]+)`", examples)
    shell("mkdir", "empty")
    assert {shell("bash", "-c", line).returncode for line in lines} == {int(code)}


GIVEN: dict[str, Any] = {
    "claims": "claims.yaml",
    "date": "2025-11-12",
    "lang": "en",
    "baseline": "known.json",
    "changed-since": "main",
    "scheduler": "tcp://localhost:8786",
}
"""Values of the settings that have no default."""


def listed_settings() -> Iterator[str]:
    """The options of the page's tables that are settings."""
    for line in PAGES["docs/settings.md"].splitlines():
        if line.startswith("| `-") and "*No setting.*" not in line:
            yield (re.findall(r"\*Setting: `([\w-]+)`", line) or re.findall(r"--([a-z][\w-]*)", line))[0]


def test_every_setting_may_be_set(folder: Path, shell: Shell) -> None:
    told = tomllib.loads(run("factcheck scan --show-config", "defaults", shell))
    values = {name: told.get(name, GIVEN.get(name)) for name in listed_settings()}
    (folder / "known.json").write_text('{"version": 1, "findings": []}')
    text = "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items())
    (folder / "factcheck.toml").write_text(text, "utf-8")
    held = tomllib.loads(run("factcheck scan --show-config", "factcheck.toml", shell))
    assert held.items() >= values.items()
    run("factcheck scan articles/", "factcheck.toml", shell)
