"""The hooks, run by pre-commit in a newsroom's repository, as docs/workflow.md says."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from factcheck.cli.options import BASELINE, REGISTRY
from factcheck.config.file import NAME
from factcheck.read.endings import ENDINGS, NAMED
from factcheck.version import VERSION
from tests.shell import ROOT, Shell
from tests.workflow.conftest import REGISTRY as FACTS
from tests.workflow.conftest import RIGHT, WRONG, snippet, write

MANIFEST = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
PARTS = ("claims/health.yml", "data/jobless.CSV", "data/seats.tsv", "pyproject.toml")
PACKAGE = ("factcheck", "hatch_build.py", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
PRE_COMMIT = (sys.executable, "-m", "pre_commit")


def published(folder: Path, shell: Shell) -> str:
    """This program in a repository of its own, as a newsroom would fetch it; its revision."""
    folder.mkdir()
    for name in PACKAGE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "published"]):
        assert shell("git", "-C", str(folder), *command).returncode == 0
    return shell("git", "-C", str(folder), "rev-parse", "HEAD").stdout.strip()


def test_a_commit_is_checked(room: Path, shell: Shell, tmp_path: Path) -> None:
    """The hooks go into an environment of their own, as pre-commit makes it: pip fetches what they need."""

    def commit(files: dict[str, str]) -> tuple[int, str]:
        write(room, files)
        shell("git", "add", *files)
        done = shell("git", "commit", "-m", "…", PRE_COMMIT_HOME=str(tmp_path / "cache"), PYTHONPATH="")
        return done.returncode, done.stdout + done.stderr

    config = snippet("repos")
    assert config["repos"][0]["rev"] == f"v{VERSION}"
    revision = published(tmp_path / "program", shell)
    config["repos"][0] |= {"repo": str(tmp_path / "program"), "rev": revision}
    shell("git", "init", "-q")
    shell("git", "add", "articles", "claims.yaml")
    shell("git", "commit", "-qm", "an archive with a mistake")
    assert shell(*PRE_COMMIT, "install").returncode == 0
    # neither the mistake of the archive nor what is no article is looked at
    assert commit({".pre-commit-config.yaml": yaml.safe_dump(config)})[0] == 0
    assert commit({"notes/draft.md": WRONG, "articles/photo.svg": "<svg/>", "LICENSE": WRONG})[0] == 0
    code, told = commit({"articles/new.md": WRONG})
    assert code == 1
    assert "articles/new.md:1:6: error discrepancy march: says “Some 12,000”; the registry says 18k" in told
    assert "wrong.md" not in told
    assert commit({"articles/new.md": RIGHT})[0] == 0
    # what was wrong before stays out of the way, until the registry puts every article in question, once
    assert commit({"articles/wrong.md": WRONG + "\nIt rained.\n"})[0] == 0
    code, told = commit({"claims.yaml": FACTS.replace("18k", "12k"), "articles/new.md": RIGHT + "\n"})
    assert code == 1
    assert re.findall(r"^\S+(?=:1:6: error)", told, re.M) == ["articles/new.md", "articles/right.md"]


@pytest.mark.parametrize(
    ("hook", "path", "looked_at"),
    [
        *(("factcheck", f"articles/a{ending}", True) for ending in ENDINGS if ending not in NAMED),
        ("factcheck", "articles/A.MD", True),
        ("factcheck", "articles/a.doc", False),
        ("factcheck", REGISTRY, False),
        *(("factcheck-all", name, True) for name in (REGISTRY, NAME, BASELINE)),
        ("factcheck-all", f"desk/{REGISTRY}", True),
        *((hook, path, True) for hook in ("factcheck-all", "factcheck-registry") for path in PARTS),
        ("factcheck-registry", BASELINE, False),
        ("factcheck-all", "articles/a.md", False),
        ("factcheck-registry", f"desk/{REGISTRY}", True),
        ("factcheck-registry", "articles/a.md", False),
    ],
)
def test_which_files_start_a_hook(hook: str, path: str, looked_at: bool) -> None:
    assert bool(re.search(MANIFEST[hook]["files"], path)) is looked_at


def test_the_manifest_is_one(shell: Shell) -> None:
    done = shell(*PRE_COMMIT, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout


def test_nothing_left_of_a_commit_is_no_failure(shell: Shell, room: Path) -> None:
    write(room, {"factcheck.toml": 'exclude = ["wrong.md"]\n'})
    entry = MANIFEST["factcheck"]["entry"].split()
    assert shell(*entry, "articles/wrong.md").returncode == 0
    assert shell(*entry, "articles/wrong.md", "--no-config").returncode == 1
