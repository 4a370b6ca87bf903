"""The page's own words (words.toml), in the language in which most of its articles are."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.model import Report

FALLBACK = "en"
_POINTS = {"en": ",", "fr": "\u202f", "es": "\u202f"}
"""What parts a number's thousands."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words in one language, by their keys: `title`, `rules.outdated`, `figures.one`."""

    code: str
    table: Mapping[str, str]

    def __call__(self, key: str, **filled: object) -> str:
        """The words for a key, with what is filled in."""
        return self.table[key].format(**filled) if filled else self.table[key]

    def get(self, group: str, key: str) -> str:
        """The words for one of a group that others may add to: a rule, a verdict; else the key itself."""
        return self.table.get(f"{group}.{key}", key)

    def many(self, key: str, number: int) -> str:
        """`1 figure`, `2 figures`."""
        few = number == 1 or (self.code == "fr" and number == 0)
        return self(f"{key}.{'one' if few else 'many'}", n=self.number(number))

    def number(self, number: int) -> str:
        """A whole number, its thousands parted."""
        return f"{number:,}".replace(",", _POINTS[self.code])


@cache
def languages() -> Mapping[str, Words]:
    """The words in each language that there is."""
    held = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return {code: Words(code, dict(_flat(table))) for code, table in held.items()}


def _flat(table: Mapping[str, Any], above: str = "") -> Sequence[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in table.items():
        name = f"{above}{key}"
        rows += [(name, value)] if isinstance(value, str) else _flat(value, f"{name}.")
    return rows


def spoken(report: Report) -> Words:
    """The words in the report's own language, else in that of most sentences of its articles; in English
    where there are none in that."""
    known = languages()
    counted = Counter[str]()
    for article in report.articles:
        counted[article.language] += article.sentences
    most = max(sorted(counted), key=counted.__getitem__, default=FALLBACK)
    return known.get(report.language or most, known[FALLBACK])
