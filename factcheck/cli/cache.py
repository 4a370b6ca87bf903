"""`factcheck cache`: what is kept so that it need not be found again."""

from __future__ import annotations

import click

from factcheck.cli.help import Program, Verb
from factcheck.cli.output import emit
from factcheck.errors import FactcheckError
from factcheck.escape import visible

_EPILOG = """
\b
Examples:
  factcheck cache clear                  delete all that is kept
  factcheck scan articles/ --no-cache    keep nothing, take nothing
"""


@click.group("cache", cls=Program, epilog=_EPILOG)
def command() -> None:
    """What is kept so that it need not be found again.

    The user's cache folder holds registries made ready and what articles came to, for the next scan of
    them. It is found anew where anything has changed that it depends on, and never grows without bound.
    """


@command.command("clear", cls=Verb)
def clear() -> int:
    """Delete all that is kept."""
    from factcheck.cache import user_cache

    cache = user_cache()
    try:
        size = cache.clear()
    except OSError as error:
        raise FactcheckError(f"{cache.folder}: cannot be cleared: {error.strerror or error}") from error
    emit(f"{visible(str(cache.folder))}: {size / 1e6:.1f} MB deleted\n")
    return 0
