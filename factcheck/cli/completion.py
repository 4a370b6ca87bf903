"""`factcheck completion`: the script that teaches a shell the verbs, options, rules and claims."""

from __future__ import annotations

import click

from factcheck.cli.help import Verb
from factcheck.cli.output import emit

_EPILOG = """
To use it, put the line for your shell where it is read at the start:
  bash   eval "$(factcheck completion bash)"
  zsh    eval "$(factcheck completion zsh)"
  fish   factcheck completion fish | source
"""


@click.command("completion", cls=Verb, epilog=_EPILOG)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    emit(kind(ctx.find_root().command, {}, "factcheck", "_FACTCHECK_COMPLETE").source() + "\n")
    return 0
