"""The GitHub action: its scripts are run as a runner runs them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.version import VERSION
from tests.shell import ROOT, Done, Shell
from tests.workflow.conftest import PAGE, WRONG, checked, snippet, write

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")


def step(this: dict[str, Any], shell: Shell, temp: Path, **given: str) -> Done:
    """A step of the action, with what it is given in place of the inputs."""
    inputs = {name: spec["default"] for name, spec in ACTION["inputs"].items()} | given

    def filled(text: str) -> str:
        return INPUT.sub(lambda found: inputs[found[1]], text)

    env = {key: filled(value) for key, value in this.get("env", {}).items()}
    env |= {"GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(temp), "GITHUB_ACTION_PATH": str(ROOT)}
    env |= {"GITHUB_STEP_SUMMARY": str(temp / "summary.md")}
    script = f"cd '{filled(this.get('working-directory', '.'))}'\n{this['run']}"
    return shell("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, **env)


@pytest.fixture
def temp(tmp_path: Path) -> Path:
    """A runner's folder in which the program is installed: a stand-in that runs this checkout."""
    program = tmp_path / "temp" / "factcheck" / "bin" / "factcheck"
    write(program.parent, {"factcheck": f"#!/bin/sh\nexec '{sys.executable}' -m factcheck \"$@\"\n"})
    program.chmod(0o755)
    return tmp_path / "temp"


def test_it_installs_itself(shell: Shell, tmp_path: Path) -> None:
    """Pip fetches what it needs."""
    done = step(INSTALL, shell, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    told = shell(str(tmp_path / "factcheck" / "bin" / "factcheck"), "--version", PYTHONPATH="")
    assert told.returncode == 0, told.stderr


def test_an_old_python_is_told(shell: Shell, tmp_path: Path) -> None:
    write(tmp_path / "tools", {"python3": "#!/bin/sh\nexit 1\n"})
    (tmp_path / "tools" / "python3").chmod(0o755)
    done = step(INSTALL, shell, tmp_path)
    assert done.returncode == 2
    assert done.stdout.startswith("::error title=factcheck::needs Python 3.11")


@pytest.mark.parametrize(
    ("given", "code", "errors"),
    [
        ({"paths": "articles/"}, 1, 1),
        ({"paths": "articles/right.md\n\narticles/wrong.md\n"}, 1, 1),
        ({"paths": "articles/right.md"}, 0, 0),
        ({"paths": "with blanks/"}, 1, 1),
        ({"paths": "articles/", "args": "--fail-on\n never  --quiet"}, 0, 1),
        ({"paths": "wrong.md", "working-directory": "articles"}, 1, 1),
        ({"paths": "no-such-folder"}, 2, 1),
        ({"paths": "empty"}, 3, 0),
        ({}, 2, 0),  # no paths in factcheck.toml either
        # what comes from outside is never run, nor taken for an option or a pattern
        ({"paths": "$(touch ran); touch ran #"}, 2, 1),
        ({"paths": "articles/right.md", "args": "--lang en;touch${IFS}ran"}, 2, 0),
        ({"paths": "--help"}, 2, 1),
        ({"paths": "articles/right.md", "args": "--exclude *"}, 0, 0),
    ],
)
def test_it_checks(
    given: dict[str, str], code: int, errors: int, room: Path, shell: Shell, temp: Path
) -> None:
    write(room, {"with blanks/a.md": WRONG, "empty/.keep": ""})
    done = step(CHECK, shell, temp, **given)
    assert (done.returncode, len(re.findall("^::error ", done.stdout, re.M))) == (code, errors), done
    assert not list(room.rglob("ran"))


def test_paths_may_stand_in_the_settings(room: Path, shell: Shell, temp: Path) -> None:
    write(room, {"factcheck.toml": 'paths = ["articles"]\n'})
    assert "::error file=articles/wrong.md,line=1," in step(CHECK, shell, temp).stdout


@pytest.mark.usefixtures("room")
def test_the_job_has_a_summary(shell: Shell, temp: Path) -> None:
    assert step(CHECK, shell, temp, paths="articles/").returncode == 1
    assert "<b>Some 12,000</b> people marched" in (temp / "summary.md").read_text("utf-8")


def test_no_script_has_text_from_outside() -> None:
    assert not [step["name"] for step in ACTION["runs"]["steps"] if "${{" in step["run"]]


def test_it_is_an_action(tmp_path: Path) -> None:
    checked("github-actions", ACTION, tmp_path / "action.yml")


def test_the_workflow_of_the_page(room: Path, shell: Shell, temp: Path) -> None:
    workflow = snippet("jobs")
    workflow["on"] = workflow.pop(True)  # YAML 1.1 takes `on` for a boolean
    checked("github-workflows", workflow, temp / "workflow.yml")
    [given] = (
        step["with"]
        for step in workflow["jobs"]["facts"]["steps"]
        if step["uses"].endswith(f"/factcheck@v{VERSION}")
    )
    done = step(CHECK, shell, temp, **given)
    assert done.returncode == 1, done.stderr
    assert (room / "facts.sarif").exists()


def test_the_shares_of_the_page(room: Path, shell: Shell, temp: Path) -> None:
    """Each command of the matrix, with a share's number in its place, and the one that puts them together."""
    [block] = re.findall(r"^```yaml file=archive.yml\n(.*?)^```$", PAGE, re.M | re.S)
    jobs = yaml.safe_load(block)["jobs"]
    checked("github-workflows", {"on": "push", "jobs": jobs}, temp / "archive.yml")
    [scan], [merge] = ([step["run"] for step in job["steps"] if "factcheck" in step.get("run", "")]
                       for job in (jobs["share"], jobs["merge"]))  # fmt: skip
    (room / "archive").mkdir()
    (room / "archive" / "march.md").write_text(WRONG, "utf-8")
    for share in jobs["share"]["strategy"]["matrix"]["share"]:
        done = shell("bash", "-c", scan.replace("${{ matrix.share }}", str(share)))
        assert done.returncode == 0, done.stderr
    done = shell("bash", "-c", merge)
    assert done.returncode == 1, done.stderr
    assert "12,000" in (room / "facts.sarif").read_text("utf-8")


def test_zizmor_finds_nothing(shell: Shell) -> None:
    done = shell("zizmor", "--offline", "--no-config", "--persona", "auditor", str(ROOT / "action.yml"),
                 PATH=f"{Path(sys.executable).parent}")  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
