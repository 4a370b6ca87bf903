"""Real repositories for a test, and one whose configuration would run something."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]
NAME = "é a.md"
LONG = "A text of several lines,\nso that git sees the new name\nof the same file.\n"


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a repository with one commit, the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")

    def run(*args: str) -> str:
        done = subprocess.run(["git", *who, *args], check=True, capture_output=True, encoding="utf-8")
        return done.stdout

    run("init", "-q", "-b", "main")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / NAME).write_text("One.\r\nTwo.\n", "utf-8")
    (tmp_path / "news" / "b.md").write_text(f"{LONG}Three.\n", "utf-8")
    (tmp_path / ".gitignore").write_text("draft.md\n")
    run("add", ".")
    run("commit", "-qm", "first")
    return run


TRAPS = {
    "core.fsmonitor": "{trap}",
    "core.pager": "{trap}",
    "core.editor": "{trap}",
    "core.sshCommand": "{trap}",
    "core.hooksPath": "{hooks}",
    "core.alternateRefsCommand": "{trap}",
    "diff.external": "{trap}",
    "diff.trap.command": "{trap}",
    "diff.trap.textconv": "{trap}",
    "filter.trap.clean": "{trap}",
    "filter.trap.smudge": "{trap}",
    "filter.trap.process": "{trap}",
    "filter.trap.required": "true",
    "credential.helper": "!{trap}",
    "remote.origin.url": "ext::{trap}",
    "remote.origin.promisor": "true",
    "remote.origin.uploadpack": "{trap}",
    "extensions.partialClone": "origin",
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "core.repositoryFormatVersion": "1",
}


@pytest.fixture
def sprung(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What comes to be as soon as anything that the repository's configuration names is run."""
    for name in ("GIT_CONFIG_PARAMETERS", "GIT_ALLOW_PROTOCOL"):
        monkeypatch.delenv(name, raising=False)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    sign = tmp_path / "sprung"
    for name in ("trap", "post-index-change", "reference-transaction", "post-checkout"):
        (hooks / name).write_text(f"#!/bin/sh\necho {name} $* >> {sign}\nexit 1\n")
        (hooks / name).chmod(0o755)
    (tmp_path / "news" / "b.md").write_text("Edited.")
    (tmp_path / ".git" / "info" / "attributes").write_text("*.md filter=trap diff=trap\n")
    for key, value in TRAPS.items():
        git("config", key, value.format(trap=hooks / "trap", hooks=hooks))
    sign.unlink(missing_ok=True)
    return sign
