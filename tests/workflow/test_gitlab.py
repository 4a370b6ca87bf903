"""The page's job for GitLab: its script is run as a runner runs it, pip left out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.shell import Shell
from tests.workflow.conftest import checked, snippet

JOB = snippet("facts")["facts"]


def test_it_is_a_job(tmp_path: Path) -> None:
    checked("gitlab-ci", {"facts": JOB}, tmp_path / ".gitlab-ci.yml")


def test_the_script_leaves_the_reports_behind(room: Path, shell: Shell) -> None:
    done = shell("bash", "-c", "set -eo pipefail\n" + "\n".join(JOB["script"]), GITLAB_CI="true")
    assert done.returncode == 1, done.stderr
    reports = JOB["artifacts"]["reports"]
    findings = json.loads((room / reports["codequality"]).read_text("utf-8"))
    assert "articles/wrong.md" in {finding["location"]["path"] for finding in findings}
    assert "<failure " in (room / reports["junit"]).read_text("utf-8")
    assert JOB["artifacts"]["when"] == "always", "a job that fails would keep nothing"
