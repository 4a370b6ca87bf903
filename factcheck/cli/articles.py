"""Options that say against what articles are held, and how they are found and read: of every verb that checks
some for an end of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

from factcheck.cli.excludes import exclude_options
from factcheck.cli.options import certainty_option, claims_option, date_option, language_option
from factcheck.cli.reading import reading_options

if TYPE_CHECKING:
    from factcheck.model import Confidence
    from factcheck.read.files import Excludes
    from factcheck.read.formats import Reading


def article_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--claims`, and `--date` and the others that are together a `ScanOptions`."""
    adding = (claims_option, date_option, language_option, certainty_option, exclude_options, reading_options)
    return _added(command, adding)


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The same without a registry, and how it is held against articles."""
    return _added(command, (date_option, language_option, exclude_options, reading_options))


def _added(command: Callable[..., Any], adding: Sequence[Callable[..., Any]]) -> Callable[..., Any]:
    @wraps(command)
    def given(
        *args: Any,
        date: str | None,
        lang: str | None,
        excludes: Excludes,
        reading: Reading,
        certainty: Confidence = "even",
        **others: Any,
    ) -> Any:
        from factcheck.run.article import ScanOptions

        options = ScanOptions(
            date=date, language=lang, certainty=certainty, excludes=excludes, reading=reading
        )
        return command(*args, options=options, **others)

    for add in reversed(adding):
        given = add(given)
    return given
