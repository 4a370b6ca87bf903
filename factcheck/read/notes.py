"""What refers to something else in a text and is no prose: notes (`people[12]`, `people¹`), addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_NUMBERS = r"\d{1,3}(?:[ ]?[,–-][ ]?\d{1,3})*"
# right behind a word or its full stop; before a number that is told in brackets stands a space
_BRACKETED = re.compile(
    rf"(?<=[\w.,;:!?»”\"')\]*_%])\\?\[(?:{_NUMBERS}|[a-z]|(?:notes?|n\.|réf\.|ref\.|nota)[ ]?\d{{1,3}})\\?\]"
)
_RAISED = re.compile(r"(?:(?<=[^\W\d]{3})|(?<=[.,;:!?»”\")\]])|(?<=\d\d))[¹²³⁰⁴-⁹]+(?![\w⁻])")
_POWER = re.compile(r"(?<!\d)10[²³⁴-⁹]|\d[²³]?[⁻]")
_SIGNS = frozenset("[¹²³⁰⁴⁵⁶⁷⁸⁹")
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\[\]|«»“”\"]+", re.IGNORECASE)
_URL_TAIL = re.compile(r"[.,;:!?'’)*_~]+$")
ADDRESS = "↗"
"""What stands for an address in an article's text: its numbers are no figures."""


def addresses(text: str) -> Iterator[Span]:
    """The spans of the addresses of the web in a text."""
    if "://" in text or "www." in text:
        for match in _URL.finditer(text):
            yield match.start(), match.start() + len(_URL_TAIL.sub("", match[0]))


def references(text: str) -> Iterator[Span]:
    """The spans of the references to notes in a text."""
    if _SIGNS.isdisjoint(text):
        return
    for match in _BRACKETED.finditer(text):
        yield match.span()
    for match in _RAISED.finditer(text):
        if not _POWER.search(text, max(match.start() - 3, 0), match.end()):
            yield match.span()
