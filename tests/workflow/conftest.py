"""A newsroom's git repository, and the README's snippets to wire the program into it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")

REGISTRY = """\
claims:
  march:
    title: Marchers in Lyon
    match: [people marched in Lyon]
    values: [{value: 18k, source: prefecture}]
"""
RIGHT = "Some 18,000 people marched in Lyon, the prefecture said.\n"
WRONG = "Some 12,000 people marched in Lyon, the prefecture said.\n"

Done = subprocess.CompletedProcess[str]
Shell = Callable[..., Done]


def snippet(key: str) -> Any:
    """The README's block of YAML that has a top-level key."""
    blocks = map(yaml.safe_load, re.findall(r"^```yaml\n(.*?)^```$", README, re.M | re.S))
    [found] = (block for block in blocks if key in block)
    return found


def checked(schema: str, document: Any, path: Path) -> None:
    """Hold a document against a schema of the collection that check-jsonschema carries."""
    path.write_text(yaml.safe_dump(document), "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with a registry, an article that is right and one that is wrong."""
    folder = tmp_path / "newsroom"
    write(folder, {"claims.yaml": REGISTRY, "articles/right.md": RIGHT, "articles/wrong.md": WRONG})
    return folder


@pytest.fixture
def shell(room: Path, tmp_path: Path) -> Shell:
    """Run a command in the newsroom, where `factcheck` is this interpreter's, git nobody's and pip idle."""
    tools = tmp_path / "tools"
    write(tools, {"factcheck": f"#!/bin/sh\nexec '{sys.executable}' -m factcheck \"$@\"\n"})
    write(tools, {"pip": '#!/bin/sh\ntest "$1" = install\n'})
    for tool in tools.iterdir():
        tool.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT", "PRE_COMMIT"))}
    kept |= {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": os.devnull}
    kept |= {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept |= {"PYTHONPATH": str(ROOT)}

    def run(*command: str, input: str = "", **env: str) -> Done:  # noqa: A002 - as subprocess calls it
        return subprocess.run(
            command,
            cwd=room,
            env=kept | env,
            input=input,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    return run
