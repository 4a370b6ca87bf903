"""A shell in a folder, where `factcheck` and `python` are this interpreter's, git nobody's, pip idle, the
cache its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOOLS = {
    "factcheck": f"exec '{sys.executable}' -m factcheck \"$@\"",
    "python": f"exec '{sys.executable}' \"$@\"",
    "pip": 'test "$1" = install',
}
_FOREIGN = ("FACTCHECK", "GIT", "PRE_COMMIT")

Done = subprocess.CompletedProcess[str]
Shell = Callable[..., Done]


def shell_in(folder: Path, tools: Path) -> Shell:
    """What runs a command in `folder`; the stand-ins for TOOLS are put into `tools`."""
    tools.mkdir()
    for name, script in TOOLS.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (tools / name).chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_FOREIGN)}
    kept |= {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": os.devnull}
    kept |= {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept |= {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tools / "cache")}

    def run(*command: str, input: str = "", **env: str) -> Done:  # noqa: A002 - as subprocess calls it
        return subprocess.run(
            command,
            cwd=folder,
            env=kept | env,
            input=input,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    return run
