"""`factcheck read`: the text of a file as the program sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.help import Verb, option
from factcheck.cli.options import language_option
from factcheck.cli.output import draw, emit, on_terminal
from factcheck.cli.reading import reading_options
from factcheck.cli.settings import config_options

if TYPE_CHECKING:
    from factcheck.read.formats import Reading

_EPILOG = """
Examples:
  factcheck read draft.docx             each block with its kind and its place
  factcheck read page.html              what is the article, and what is not
  factcheck read 'export.xml#post-123'  one article of a file of many
  factcheck read --plain draft.docx     the text that positions refer to
"""


@click.command("read", cls=Verb, epilog=_EPILOG)
@click.argument("file")
@option("--plain", is_flag=True, group="How it is reported", setting=False,
        help="Only the text to which the positions of the JSON report refer.")  # fmt: skip
@language_option
@reading_options
@config_options
def command(*, file: str, plain: bool, lang: str | None, reading: Reading) -> int:
    """Show the text of FILE as the program sees it.

    Block by block, with its kind, its place and what was left aside, and above them the date and the
    language and where they were taken from: the answer to "why was this not found?".
    """
    from factcheck.run.article import ScanOptions
    from factcheck.run.read import plain as text_of
    from factcheck.run.read import seen

    options = ScanOptions(language=lang, reading=reading)
    if plain:
        from factcheck.escape import visible_lines

        text = text_of(file, options)
        emit(visible_lines(text) if on_terminal() else text)
        return 0
    from factcheck.report.read import show

    for article in seen(file, options):
        draw(lambda out, article=article: show(article, out))  # type: ignore[misc]
    return 0
