"""A day as files write it, once its numbers are told apart."""

from __future__ import annotations

from datetime import date

LONGEST = 60
"""A date in more characters is none."""


def iso(year: str | int, month: str | int, day: str | int) -> str | None:
    """An ISO day, None where there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except (ValueError, OverflowError):
        return None


def mailed(said: str) -> str | None:
    """The ISO day of a date as mail writes it (RFC 2822: `19 Jun 2024 08:30`), None where it is none."""
    if len(said) > LONGEST:
        return None
    from email.utils import parsedate  # hardly any article needs it, and it takes long to load

    try:
        told = parsedate(said)
    except (ValueError, IndexError, TypeError):  # of garbage that it takes for a date
        return None
    return iso(*told[:3]) if told else None
