"""A newsroom's folder, and the snippets of docs/workflow.md to wire the program into it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.shell import ROOT, Shell, shell_in

PAGE = (ROOT / "docs" / "workflow.md").read_text("utf-8")
SNIPPETS = ("repos", "jobs", "facts")
"""The top-level keys by which the tests of this folder find what they run."""

REGISTRY = """\
claims:
  march:
    title: Marchers in Lyon
    match: [people marched in Lyon]
    values: [{value: 18k, source: prefecture}]
"""
RIGHT = "Some 18,000 people marched in Lyon, the prefecture said.\n"
WRONG = "Some 12,000 people marched in Lyon, the prefecture said.\n"


def snippet(key: str) -> Any:
    """The page's block of YAML that has a top-level key, one of SNIPPETS."""
    assert key in SNIPPETS
    blocks = map(yaml.safe_load, re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.M | re.S))
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
    """Run a command in the newsroom."""
    return shell_in(room, tmp_path / "tools")
