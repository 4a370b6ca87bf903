"""`factcheck registry export` and `import`: the registry in other formats, and these into it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from factcheck.cli.help import Verb, option
from factcheck.cli.options import REGISTRY, claims_option, open_registry, registry_path
from factcheck.cli.output import draw, emit, note, on_terminal, replace_file
from factcheck.cli.settings import config_options
from factcheck.errors import FactcheckError
from factcheck.model import Rating

if TYPE_CHECKING:
    from factcheck.exchange.read import Incoming, Refused
    from factcheck.exchange.take import Taken
    from factcheck.model import Registry

OUT = ("csv", "xlsx", "json", "claimreview")
IN = ("csv", "xlsx", "claimreview")
_ENDINGS = {".csv": "csv", ".tsv": "csv", ".txt": "csv", ".xlsx": "xlsx", ".json": "claimreview",
            ".jsonld": "claimreview"}  # fmt: skip
_GROUP = "How it is written"
_EXPORTS = """
Examples:
  factcheck registry export > claims.csv           one row a value
  factcheck registry export --output claims.xlsx   by its ending
  factcheck registry export --format claimreview   its statements, JSON-LD
"""
_IMPORTS = """
Examples:
  factcheck registry import figures.csv --dry-run
  factcheck registry import reviews.jsonld --rating "four pinocchios=false"

Exit codes:
  0  everything was taken, or was there already
  1  something was not taken: each row is told, with its reason
  2  nothing could be done
"""


@click.command("export", cls=Verb, epilog=_EXPORTS)
@option("--format", "style", type=click.Choice(OUT), group=_GROUP, setting=False,
        help="What to write. [default: by the ending of --output, else csv]")  # fmt: skip
@option("--output", type=click.Path(dir_okay=False), metavar="FILE", group=_GROUP, setting=False,
        help="The file to write. [default: standard output]")  # fmt: skip
@claims_option
@config_options
def export(*, style: str | None, output: str | None, claims: str | None) -> int:
    """Write the registry as CSV, a sheet, JSON or ClaimReview.

    csv and xlsx have a row a value, json the registry's own keys, claimreview the statements as schema.org
    tells reviews of claims. Private sources are masked.
    """
    from factcheck.exchange.write import FORMATS

    registry = open_registry(claims)
    ending = Path(output or "").suffix.lower()
    style = style or ("json" if ending == ".json" else _ENDINGS.get(ending, "csv"))
    data = FORMATS[style](registry)
    if output:
        replace_file(Path(output), data)
    elif style == "xlsx":
        if on_terminal():
            raise click.UsageError("a sheet is no text: name a file, --output claims.xlsx")
        sys.stdout.buffer.write(data)
    else:
        emit(data.decode("utf-8"))
    if style == "claimreview":
        _tell_pages(registry)
    return 0


def _tell_pages(registry: Registry) -> None:
    """Say which reviews lack what search engines ask of them."""
    from factcheck.exchange.claimreview import without_page

    if lacking := without_page(registry):
        told = (
            "a review without its page"
            if len(lacking) == 1
            else f"{len(lacking):,} reviews without their pages"
        )
        note(f"{told}, which search engines pass over: give the first value a `url`: {', '.join(lacking)}")


@click.command("import", cls=Verb, epilog=_IMPORTS)
@click.argument("file", type=click.Path())
@option("--format", "style", type=click.Choice(IN), group=_GROUP, setting=False,
        help="What the file is. [default: by its ending]")  # fmt: skip
@option("--rating", "ratings", multiple=True, metavar="NAME=RATING", group="What it says", setting=False,
        help="What a review's rating is here: true, false, misleading or unproven; may be given several "
        "times.")  # fmt: skip
@option("--dry-run", is_flag=True, group=_GROUP, setting=False,
        help="Print what would change, as a diff, and write nothing.")  # fmt: skip
@claims_option
@config_options
def import_(
    *, file: str, style: str | None, ratings: Sequence[str], dry_run: bool, claims: str | None
) -> int:
    """Take the claims of a FILE into the registry, or into a new one.

    What is there already changes nothing, and nothing that is there is changed; what cannot be taken is
    told, a row each, with its reason.
    """
    from factcheck.exchange.take import take

    style = style or _ENDINGS.get(Path(file).suffix.lower(), "")
    if style not in IN:
        raise click.UsageError(
            f"{file}: by its ending it is none of {', '.join(IN)}: say which, --format csv"
        )
    found, refused = _read(file, style, ratings)
    registry, path = _registry(claims)
    taken = take(registry, path, found)
    return _carry_out(taken, [*refused, *taken.refused], dry_run)


def _read(file: str, style: str, ratings: Sequence[str]) -> tuple[list[Incoming], list[Refused]]:
    from factcheck.exchange.claimreview import RATINGS
    from factcheck.exchange.read import reviews_of, table_of

    if style == "claimreview":
        return reviews_of(file, {**RATINGS, **_table(ratings)})
    return table_of(file)


def _table(ratings: Sequence[str]) -> dict[str, str]:
    from factcheck.language.words import folded

    table = {}
    for text in ratings:
        name, _, rating = text.rpartition("=")
        if not name.strip() or rating not in get_args(Rating):
            raise click.BadParameter(f"--rating {text}: write NAME=RATING, such as 'half true=misleading'")
        table[" ".join(folded(name))] = rating
    return table


def _registry(claims: str | None) -> tuple[Registry | None, str]:
    """The registry that is there, else None; and its file."""
    from factcheck.registry.load import load_registry

    try:
        path = registry_path(claims)
    except FactcheckError:
        path = Path(REGISTRY)
    return (load_registry(path) if path.exists() else None), str(path)


def _carry_out(taken: Taken, refused: Sequence[Refused], dry_run: bool) -> int:
    from factcheck.report.diff import show
    from factcheck.report.summary import plural

    for edit in taken.edits:
        if dry_run:
            draw(partial(show, str(edit.path), edit.before, edit.after))
        elif edit.before:
            edit.write()
        else:
            replace_file(edit.path, edit.after)
    for one in refused:
        note(f"{one.place}: not taken: {one.why}")
    told = f"{plural(taken.claims, 'claim')} and {plural(taken.values, 'value')} taken"
    note(f"{told}, {len(refused):,} not" if refused else told)
    return int(bool(refused))
