"""`factcheck init`: the files to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.articles import reader_options
from factcheck.cli.help import Argument, Verb
from factcheck.cli.options import PATHS
from factcheck.cli.output import emit, note
from factcheck.cli.settings import config_options
from factcheck.errors import FactcheckError
from factcheck.version import VERSION

if TYPE_CHECKING:
    from factcheck.run.article import ScanOptions

ARTICLES = "articles"
"""The folder in which articles are looked for first."""
_EPILOG = """
Examples:
  factcheck init                 articles/, or the folder that you are in
  factcheck init stories/ blog/
"""


@click.command("init", cls=Verb, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=PATHS, cls=Argument)
@reader_options
@config_options
def command(*, paths: tuple[str, ...], options: ScanOptions) -> int:
    """Begin: a registry of drafts from the articles in PATHS, settings, examples.

    Writes into the folder that you are in claims.yaml with what the articles say more than once, what
    contradicts itself first; factcheck.toml; and examples of a pre-commit hook and of CI. A file that is
    there stays as it is.
    """
    from factcheck.cli.progress import progress
    from factcheck.suggest.drafts import drafts
    from factcheck.suggest.gather import facts, gather
    from factcheck.suggest.start import FIRST, REGISTRY, files

    paths = paths or (ARTICLES if Path(ARTICLES).is_dir() else ".",)
    with progress() as told:
        gathered = gather(paths, options=options, look=facts, progress=told)
    for error in gathered.errors:
        note(f"error: {error}")
    if not gathered.articles:
        raise FactcheckError(f"no article in {' '.join(paths)}: name them, `factcheck init FOLDER`")
    found = drafts(gathered.found)
    mine = list(_write(files(found, gathered.articles, paths, VERSION)))
    drafted = min(FIRST, len(found)) if REGISTRY in mine else 0
    for line in _next(drafted, len(found) - drafted if drafted else 0):
        emit(f"{line}\n")
    return 2 if gathered.errors else 0


def _write(texts: Mapping[str, str]) -> Iterator[str]:
    """Write the files that are not there; yields their names. Raises OSError."""
    for name, text in texts.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            emit(f"{name}: is there, and stays as it is\n")
            continue
        emit(f"{name}: written\n")
        yield name


def _next(drafted: int, left: int) -> Sequence[str]:
    """What to do next, in three lines."""
    count = f"{drafted} draft{'s'[: drafted != 1]}"
    first = f"read claims.yaml ({count}): keep the values that are right, delete what is no claim"
    return (
        "",
        f"1. {first if drafted else 'see that claims.yaml says what you stand by'}",
        "2. factcheck scan       shows where the articles say otherwise",
        f"3. factcheck suggest    shows what no claim is about yet{_more(left)}",
    )


def _more(left: int) -> str:
    return f" ({left} more drafts)" if left > 1 else ""
