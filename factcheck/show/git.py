"""Git, asked so that nothing is run which a repository itself configures, and nothing is fetched.

Only objects and the index are asked: what looks at a work tree or prints for people would run a file monitor,
filters, hooks, external diffs, a pager, a program that checks signatures.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from factcheck.errors import FactcheckError

_RETARGETING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")  # set where git runs a hook
_INERT = {"core.fsmonitor": "false", "core.hooksPath": os.devnull, "protocol.allow": "never"}
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_UNFETCHED = re.compile(r"lazy fetching disabled|transport '\w+' not allowed")


def git(asked: str, folder: Path, *args: str, index: str | None = None) -> bytes:
    """What a git command prints in a folder; `asked` is the option that needs it, for messages, `index` a
    file that stands in for the repository's index.

    Raises FactcheckError where it cannot be run or fails."""
    environment = {name: value for name, value in os.environ.items() if name not in _RETARGETING}
    if index:
        environment["GIT_INDEX_FILE"] = str(Path(index).absolute())
    inert = [word for key, value in _INERT.items() for word in ("-c", f"{key}={value}")]
    command = ["git", "-C", str(folder.absolute()), *inert, *args]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, stdin=subprocess.DEVNULL,
            env=environment | _OFFLINE | _QUIET,
        )  # fmt: skip
    except (OSError, ValueError) as error:
        raise FactcheckError(f"{asked} needs git, which cannot be run: {error}") from None
    if done.returncode:
        raise FactcheckError(f"{asked}: {folder}: {_why(said(done.stderr)) or f'git {args[0]} failed'}")
    return done.stdout


def is_shallow(asked: str, folder: Path) -> bool:
    """Whether a clone lacks older commits; `asked` is the option that wants to know."""
    return git(asked, folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def staged(asked: str, folder: Path) -> list[Path]:
    """The files that differ between the last commit and the index, or that of the commit that is being made
    where a hook asks (`git commit FILE` has one of its own); deleted ones, too."""
    root = Path(said(git(asked, folder, "rev-parse", "--show-toplevel")).removesuffix("\n"))
    try:
        base = said(git(asked, folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")).strip()
    except FactcheckError:  # no commit yet
        base = said(git(asked, folder, "hash-object", "-t", "tree", os.devnull)).strip()
    plain = ("--cached", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
    own = os.environ.get("GIT_INDEX_FILE")
    rows = git(asked, folder, "diff-index", *plain, "--name-only", "-z", base, "--", index=own)
    return [root / name for name in names(rows)]


def _why(said: str) -> str:
    """What git failed at, on one line."""
    lines = said.strip().split("\n")
    why = next((line for line in lines if line.startswith("fatal: ")), lines[0]).removeprefix("fatal: ")
    return f"{why} (nothing is fetched here: `git fetch` it first)" if _UNFETCHED.search(said) else why


def names(output: bytes) -> list[str]:
    """The names, of files or of whatever, that git parts by zeros (`-z`)."""
    return [said(name) for name in output.split(b"\0") if name]


def said(output: bytes) -> str:
    """What git printed, as a text; bytes that are none stay what they are."""
    return os.fsdecode(output)
