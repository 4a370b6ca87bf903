"""The command line: its verbs, and what every way of ending amounts to."""

from __future__ import annotations

import gc
import os
from collections import UserDict
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from factcheck.cli.help import Program
from factcheck.cli.output import note
from factcheck.errors import ConfigError, FactcheckError, RegistryError
from factcheck.version import VERSION

_EPILOG = """
\b
Start with:
  factcheck init                draft a claims.yaml from the articles here
  factcheck scan articles/      check a folder against the nearest claims.yaml
  factcheck claim               see what the registry knows
  factcheck explain             see what the rules mean
"""
VERBS = (
    *("init", "scan", "suggest", "claim", "explain", "read", "review", "impact", "registry", "baseline"),
    *("merge", "serve", "cache", "completion"),
)
GARBAGE = 50_000
"""How many objects are made before the collector looks for cycles: hardly anything here makes one."""


class Verbs(UserDict[str, Any]):
    """The verbs by name, each imported when it is asked for."""

    def __getitem__(self, name: str) -> Any:
        if name not in self.data:
            raise KeyError(name)
        return import_module(f"factcheck.cli.{name}").command


@click.group(
    cls=Program,
    commands=Verbs(dict.fromkeys(VERBS)),
    invoke_without_command=True,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(VERSION, message="factcheck %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """The linter for facts.

    Checks the figures, dates, names and statements of articles against a registry of claims, and
    flags what disagrees, what names no source, and what contradicts itself.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


def run(args: Sequence[str]) -> int:
    """Run the command line on its arguments and return the exit code; nothing is raised.

    Whatever could not be done is 2, with a message on stderr and never a traceback
    (unless FACTCHECK_DEBUG is set); Ctrl-C is 130.
    """
    gc.set_threshold(GARBAGE)
    try:
        return cli.main(list(args), prog_name="factcheck", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
    except (click.Abort, KeyboardInterrupt):
        note("interrupted")
        return 130
    except SystemExit as end:  # click's own: a shell's completion, or a reader who has left its help
        return 2 if end.code and "_FACTCHECK_COMPLETE" in os.environ else 0
    except (RegistryError, ConfigError) as error:
        note(str(error))  # each line begins with its place, for editors to jump to
    except FactcheckError as error:
        note(f"error: {error}")
    except OSError as error:
        note(f"error: {error}")
    except MemoryError:
        note("error: there is not enough memory")
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}".replace("\n", " ")
        note(f"internal error: {what} (this is a bug; FACTCHECK_DEBUG=1 shows where)")
    return 2
