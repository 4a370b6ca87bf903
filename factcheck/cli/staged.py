"""`--if-staged`: a hook's verb decides itself whether the commit concerns it, for only the registry knows its
files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.help import option
from factcheck.cli.output import note
from factcheck.cli.settings import configured
from factcheck.whole import real

if TYPE_CHECKING:
    from factcheck.model import Registry

_ENDINGS = (".yaml", ".yml", ".csv", ".tsv", ".txt", ".toml", ".json")
_ASKED = "--if-staged"

if_staged_option = option(
    _ASKED,
    is_flag=True,
    group="What is checked",
    setting=False,
    help="Do nothing where what is staged in git changes neither the registry, with its included files and "
    "tables, nor the settings nor the baseline (for hooks).",
)


def is_passed_over(ctx: click.Context, registry: Registry, baseline: Iterable[Path] = ()) -> bool:
    """Whether git has something staged, and nothing of it is a file of the registry, the settings or the
    baseline, which is told. What is gone may have been one. Raises FactcheckError without git."""
    from factcheck.show.git import staged

    here = configured(ctx)
    settings = [Path(here.file.path)] if here else []
    own = {real(path) for path in (*map(Path, registry.files), *settings, *baseline)}
    changed = staged(_ASKED, Path.cwd())
    if not changed or any(real(path) in own or _is_gone(path) for path in changed):
        return False
    note(f"{registry.path}: nothing of it is staged: nothing was checked ({_ASKED})")
    return True


def _is_gone(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS and not path.exists()
