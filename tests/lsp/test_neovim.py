"""A real Neovim, without a screen: open, look, correct, undo."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lsp.conftest import ARTICLE

SCRIPT = Path(__file__).with_name("neovim.lua")
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(shutil.which("nvim") is None, reason="there is no nvim (apt-get install neovim)")
def test_neovim_shows_corrects_and_takes_back(newsroom: Path) -> None:
    article, told = newsroom / "été 😀.md", newsroom / "told.json"
    text = ARTICLE.replace("According", "😀 According")
    article.write_text(text, "utf-8")
    given = {"ARTICLE": str(article), "PYTHON": sys.executable, "TOLD": str(told), "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        ["nvim", "--headless", "--clean", "-u", "NONE", "-c", f"luafile {SCRIPT}"],
        env={**os.environ, **given, "XDG_STATE_HOME": str(newsroom), "XDG_CACHE_HOME": str(newsroom)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert told.exists(), ended.stderr
    found = json.loads(told.read_text("utf-8"))
    line, figure = text.splitlines()[6], "48,000"
    assert found["flagged"][0][:3] == ["outdated", 6, len(line[: line.index(figure)].encode())]
    assert "Spectators at the cup final" in found["card"]
    assert found["actions"][0].startswith("Write “61,000”")
    assert found["mended"] == text.replace(figure, "61,000").splitlines()
    assert (found["left"], found["again"]) == (0, 1)
    assert found["undone"] == text.splitlines()
