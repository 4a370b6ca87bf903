"""A real Emacs, without a screen, with the settings of editors/: open, look, correct, undo."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lsp.conftest import ARTICLE

SCRIPT = Path(__file__).with_name("emacs.el")
ROOT = Path(__file__).parents[2]
ASK = "(progn (require 'package) (package-initialize) (require 'eglot))"


@pytest.fixture
def emacs() -> list[str]:
    """What starts an Emacs that has a client for language servers."""
    found = shutil.which("emacs")
    if found is None:
        pytest.skip("there is no emacs (apt-get install emacs-nox elpa-eglot)")
    started = [found, "--batch", "-q"]
    asked = subprocess.run([*started, "--eval", ASK], capture_output=True, timeout=60, check=False)
    if asked.returncode:
        pytest.skip("this emacs has no eglot (apt-get install elpa-eglot)")
    return started


def test_emacs_shows_corrects_and_takes_back(emacs: list[str], newsroom: Path) -> None:
    article, told = newsroom / "été 😀.md", newsroom / "told.json"
    text = ARTICLE.replace("According", "😀 According")
    article.write_text(text, "utf-8")
    given = {"ARTICLE": str(article), "SETTINGS": str(ROOT / "editors" / "emacs.el"), "TOLD": str(told)}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    given |= {"PATH": path, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "HOME": str(newsroom)}
    ended = subprocess.run(
        [*emacs, "-l", str(SCRIPT)],
        env={**os.environ, **given},
        cwd=newsroom,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert told.exists(), ended.stderr
    found = json.loads(told.read_text("utf-8"))
    assert found["text"] == "48,000"
    assert "61k since 2024-05-18" in found["said"]
    assert "Spectators at the cup final" in found["card"]
    assert found["actions"][0].startswith("Write “61,000”")
    assert found["mended"] == text.replace("48,000", "61,000").split("\n")
    assert (found["left"], found["again"]) == (0, 1)
    assert found["undone"] == text.split("\n")
