"""A date written as another one is: in figures or words, with or without its day and its year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.lexicon import Lexicon
from factcheck.language.words import fold

_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)([^\W\d_]*)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")


def dates(written: str, iso: str, lexicon: Lexicon) -> Iterator[str]:
    """An ISO date as `written` says one, in the ways that it can be read; first without a year, where it has
    none."""
    if _ISO.fullmatch(written):
        yield iso[: len(written)]
    elif len(iso) == 10 and (found := _FIGURES.fullmatch(written)):
        yield from _in_figures(found, iso)
    elif len(iso) >= 7:
        said = _in_words(written, iso, lexicon)
        if said:
            yield said
            if not _YEAR.search(said):
                yield f"{said} {iso[:4]}"
    else:
        yield iso


def _in_figures(found: re.Match[str], iso: str) -> Iterator[str]:
    """`4/08/2020`, its day first and its month first."""
    year = iso[:4][-len(found[4]) :]
    for one, other in ((iso[8:], iso[5:7]), (iso[5:7], iso[8:])):
        parts = (
            part.lstrip("0").rjust(len(told), "0")
            for part, told in zip((one, other), found.group(1, 3), strict=True)
        )
        yield found[2].join((*parts, year))


def _in_words(written: str, iso: str, lexicon: Lexicon) -> str:
    """`19 juin 2024`: the month's name in the form that stands there, then the day and the year; empty where
    no month is named, or a day is missing on one side."""
    names = lexicon.lists("dates.months")
    for word in _WORD.finditer(written):
        for forms in names.values():
            folded = [fold(form) for form in forms]
            if fold(word[0]) in folded:
                new = names[str(int(iso[5:7]))]
                name = new[min(folded.index(fold(word[0])), len(new) - 1)]
                name = name if word[0][:1].islower() else name[:1].upper() + name[1:]
                return _with_day(written[: word.start()], iso) + name + _with_day(written[word.end() :], iso)
    return ""


def _with_day(part: str, iso: str) -> str:
    part = _YEAR.sub(iso[:4], part)
    return (
        _DAY.sub(lambda day: f"{int(iso[8:])}{_suffix(day[2], int(iso[8:]))}", part)
        if len(iso) == 10
        else part
    )


def _suffix(written: str, day: int) -> str:
    """What stands behind a day's number: English `st`, `nd`, `rd`, `th`, French `er`."""
    if written in ("st", "nd", "rd", "th"):
        return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return written if day == 1 or written != "er" else ""
