"""`factcheck merge`: the report of a scan that several machines have made, each a part."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.account import tell_all
from factcheck.cli.help import Verb
from factcheck.cli.options import claims_option, open_registry, registry_path
from factcheck.cli.reports import PART, check_targets
from factcheck.cli.results import Manner, end, known_findings, known_options, manner_options, over
from factcheck.cli.settings import config_options, configured, policy_of
from factcheck.run.timing import Stopwatch

_EPILOG = """
Examples:
  factcheck scan archive/ --shard 1/2 --report part=1.jsonl    here
  factcheck scan archive/ --shard 2/2 --report part=2.jsonl    and there
  factcheck merge 1.jsonl 2.jsonl --format json                as one scan

Exit codes: as those of `factcheck scan`.
"""


@click.command("merge", cls=Verb, epilog=_EPILOG)
@click.argument("parts", nargs=-1, required=True, type=click.Path(dir_okay=False))
@claims_option
@known_options
@manner_options
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    parts: tuple[str, ...],
    claims: str | None,
    baseline: str | None,
    no_baseline: bool,
    manner: Manner,
    **shown: Any,
) -> int:
    """Put the parts of one scan together.

    PARTS are files that `factcheck scan --shard I/N --report part=FILE` has written: all N of one scan,
    made on one day against this registry. What is reported is what one scan would have reported, to the byte.
    """
    watch = Stopwatch()
    begun = watch.clock()
    from factcheck.run.scan import merge

    if any(target.style == PART for target in manner.reports):
        raise click.UsageError("--report part=: a merged scan is no part of another")
    settings = [here.file.path] if (here := configured(ctx)) else []
    check_targets(manner.reports, (*parts, str(registry_path(claims)), *settings))
    registry = open_registry(claims)
    known = known_findings(baseline, no_baseline, registry)
    report = merge(parts, registry, over(policy_of(ctx, **shown), known))
    code = end(report, manner, ())
    if manner.verbose:
        tell_all(report, registry, known, watch.told(watch.clock() - begun))
    return code
