"""The page's lines for editors: each finding leads to its place."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.shell import Shell
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
