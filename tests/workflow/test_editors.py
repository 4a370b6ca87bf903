"""The page's lines for editors: each finding leads to its place."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from factcheck.cli.main import VERBS
from tests.shell import ROOT, Shell
from tests.workflow.conftest import PAGE

[VIM] = re.findall(r"^```vim\n(.*?)^```$", PAGE, re.M | re.S)
[TASKS] = [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```$", PAGE, re.M | re.S)]
[TASK] = TASKS["tasks"]


def test_a_problem_matcher_reads_what_the_task_prints(shell: Shell) -> None:
    args = [arg.replace("${file}", "articles/wrong.md") for arg in TASK["args"]]
    pattern = TASK["problemMatcher"]["pattern"]
    [line] = shell(TASK["command"], *args).stdout.splitlines()
    found = re.fullmatch(pattern["regexp"], line)
    assert found
    told = {key: found[place] for key, place in pattern.items() if key != "regexp"}
    assert told == {
        "file": "articles/wrong.md",
        "line": "1",
        "column": "6",
        "severity": "error",
        "code": "discrepancy march",
        "message": "says “Some 12,000”; the registry says 18k (prefecture): "
        "correct it, or bring the registry up to date",
    }


@pytest.mark.skipif(not shutil.which("vim"), reason="needs vim")
def test_vim_reads_what_its_command_prints(shell: Shell, tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_text(shell("factcheck", "scan", "--format", "concise", "articles").stdout)
    ask = f"call writefile(map(getqflist(), 'json_encode(v:val)'), '{tmp_path / 'list'}')"
    shell("vim", "-Nesu", "NONE", "-c", VIM, "-c", f"cgetfile {lines}", "-c", ask, "-c", "qa!")
    found = [json.loads(line) for line in (tmp_path / "list").read_text("utf-8").splitlines()]
    assert [(at["valid"], at["lnum"], at["type"]) for at in found] == [(1, 1, "e"), (1, 1, "w")]


def _started() -> dict[str, list[str]]:
    """What each editor's settings start."""
    editors = ROOT / "editors"
    helix = tomllib.loads((editors / "helix.toml").read_text("utf-8"))["language-server"]["factcheck"]
    sublime = json.loads((editors / "LSP.sublime-settings").read_text("utf-8"))["clients"]["factcheck"]
    vscode = json.loads((editors / "vscode" / "package.json").read_text("utf-8"))["contributes"]
    [neovim] = re.findall(r"cmd = \{ (.*) \}", (editors / "neovim.lua").read_text("utf-8"))
    [emacs] = re.findall(r'\. \((".*")\)\)\)\)', (editors / "emacs.el").read_text("utf-8"))
    return {
        "helix": [helix["command"], *helix["args"]],
        "sublime": sublime["command"],
        "vscode": [*vscode["configuration"]["properties"]["factcheck.command"]["default"], "lsp"],
        "neovim": json.loads(f"[{neovim}]"),
        "emacs": json.loads(f"[{emacs.replace(' ', ', ')}]"),
    }


@pytest.mark.parametrize("editor", ["helix", "sublime", "vscode", "neovim", "emacs"])
def test_each_editor_starts_the_server(editor: str) -> None:
    program, verb = _started()[editor]
    assert program == "factcheck"
    assert verb in VERBS
