"""`factcheck explain`: a rule's page, or why a line of an article was judged as it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.help import Verb, meant, option
from factcheck.cli.options import (
    certainty_option,
    claims_option,
    complete_rules,
    date_option,
    language_option,
    open_registry,
    rule_names,
)
from factcheck.cli.output import draw, emit
from factcheck.cli.reading import reading_options
from factcheck.cli.settings import config_options

if TYPE_CHECKING:
    from factcheck.model import Confidence, Registry
    from factcheck.read.formats import Reading
    from factcheck.run.article import ScanOptions

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::\d+)?:?", re.DOTALL)
_EPILOG = """
Examples:
  factcheck explain                       every rule in a line
  factcheck explain outdated              what a rule means, and what to do
  factcheck explain articles/draft.md:12  how a line was read and judged
"""


@click.command("explain", cls=Verb, epilog=_EPILOG)
@click.argument("what", metavar="[RULE|PATH:LINE]", required=False, shell_complete=complete_rules)
@claims_option
@date_option
@language_option
@certainty_option
@reading_options
@option("--verbose", "-v", is_flag=True, group="How it is reported",
        help="Every claim that was weighed, and every clue with its number.")  # fmt: skip
@config_options
def command(
    *,
    what: str | None,
    claims: str | None,
    date: str | None,
    lang: str | None,
    certainty: Confidence,
    reading: Reading,
    verbose: bool,
) -> int:
    """Explain a rule, or a line of an article.

    For PATH:LINE (as the concise report prints it) each figure, date, name and statement is told: how it
    was read, which claim it is about or why none, what to do where that is wrong, and which claims it was
    weighed against, with what spoke for and against each.
    """
    if what is None:
        emit(_rules())
    elif what in rule_names():
        from factcheck.check.rules import page

        emit(page(what))
    elif place := _PLACE.fullmatch(what):
        from factcheck.run.article import ScanOptions

        options = ScanOptions(date=date, language=lang, certainty=certainty, reading=reading)
        _line(place["path"], int(place["line"]), open_registry(claims), options, verbose)
    elif Path(what).exists():
        raise click.UsageError(f"name a line of it, too: `factcheck explain {what}:1`")
    else:
        raise click.UsageError(f"{what!r} is neither a rule nor PATH:LINE{meant(what, rule_names())}")
    return 0


def _rules() -> str:
    from factcheck.check.rules import RULES

    width = max(len(rule.NAME) for rule in RULES)
    lines = [f"{rule.NAME:<{width}}  {rule.SEVERITY:<7}  {_first_line(rule.__doc__)}\n" for rule in RULES]
    return "".join(lines)


def _first_line(page: str | None) -> str:
    return (page or "").strip().partition("\n")[0]


def _line(path: str, line: int, registry: Registry, options: ScanOptions, verbose: bool) -> None:
    from factcheck.report.explain import show
    from factcheck.run.explain import explain

    explanation = explain(path, line, registry, options)
    draw(lambda out: show(explanation, out, verbose))
