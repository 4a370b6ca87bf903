"""Whole screens, compared with what they were: UPDATE_SCREENS=1 pytest writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def check(name: str, screen: str) -> None:
    """Compare a screen with tests/screens/NAME.txt, spaces at the ends of lines aside."""
    shown = "".join(f"{line.rstrip()}\n" for line in screen.splitlines())
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8"), f"{path.name} differs: look, then UPDATE_SCREENS=1"
