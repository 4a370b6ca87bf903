"""`--strict`: which kinds of what was not checked make a scan fail."""

from __future__ import annotations

from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from factcheck.cli.help import names_of

ANY = "any"
"""What stands for all kinds."""


def kinds_of(_ctx: click.Context, _param: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """The kinds, given several times or with commas between them; an unknown one is a usage error."""
    names = names_of(given, _known, "nothing unchecked")
    return _known()[1:] if ANY in names else names


def complete_kinds(_ctx: click.Context, _param: click.Parameter, text: str) -> list[CompletionItem]:
    """The kinds that a word may become."""
    return [CompletionItem(name) for name in _known() if name.startswith(text)]


def _known() -> tuple[str, ...]:
    from factcheck.show.unchecked import NAMES

    return ANY, *NAMES
