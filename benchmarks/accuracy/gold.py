"""Labelled topics: folders with a registry, articles and `labels.jsonl`, as tests/gold/README.md tells."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.model import Registry, Span
from factcheck.registry.load import load_registry

LABELS = "labels.jsonl"
WRONG = ("discrepancy", "outdated")
"""The verdicts on a figure that the registry does not bear out."""
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
Rows = Sequence[tuple[int, Mapping[str, Any]]]
"""The rows of `labels.jsonl` about one article, each with the number of its line."""


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled span: its value, and the claim (or None), verdict and attribution that it should get."""

    start: int
    end: int
    value: object
    claim: str | None
    verdict: str | None = None
    attribution: str | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it counts among the figures to read."""
        return self.claim is None or isinstance(self.value, list) or number(self.value) is not None


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its labels; what stands before `body`, the front matter, is not labelled."""

    path: Path
    language: str
    labels: tuple[Label, ...]
    contradictions: frozenset[str]
    body: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A registry and the articles that are labelled against it; `half` is the folder that holds it."""

    name: str
    half: str
    registry: Registry
    articles: tuple[Labelled, ...]


def topics_in(folders: Sequence[Path]) -> list[Topic]:
    """The topics that the folders are or hold, sorted within each. Raises ValueError where there is none,
    or for a label whose quote does not stand exactly once, and FactcheckError for a faulty registry."""
    return [read_topic(topic) for folder in folders for topic in _topics(folder)]


def _topics(folder: Path) -> Iterator[Path]:
    files = [folder / LABELS] if (folder / LABELS).is_file() else sorted(folder.glob(f"*/{LABELS}"))
    if not files:
        raise ValueError(f"{folder}: no {LABELS} in it nor in its folders")
    yield from (file.resolve().parent for file in files)


def read_topic(folder: Path) -> Topic:
    """One labelled topic. Raises as `topics_in` does."""
    rows: dict[str, list[tuple[int, Mapping[str, Any]]]] = defaultdict(list)
    for line, text in enumerate((folder / LABELS).read_text("utf-8").splitlines(), 1):
        if text.strip():
            row = json.loads(text)
            rows[row["article"]].append((line, row))
    articles = tuple(_labelled(folder / name, rows[name]) for name in sorted(rows))
    return Topic(folder.name, folder.parent.name, load_registry(folder / "claims.yaml"), articles)


def _labelled(path: Path, rows: Rows) -> Labelled:
    text = path.read_text("utf-8")
    matter = _FRONT_MATTER.match(text)
    return Labelled(
        path,
        next((row["language"] for _, row in rows if "language" in row), ""),
        tuple(_label(text, row, f"{path.parent / LABELS}:{line}") for line, row in rows if "quote" in row),
        frozenset(row["contradiction"] for _, row in rows if "contradiction" in row),
        matter.end() if matter else 0,
    )


def _label(text: str, row: Mapping[str, Any], place: str) -> Label:
    quote, figure = row["quote"], row["figure"]
    if text.count(quote) != 1 or figure not in quote:
        raise ValueError(f"{place}: the quote stands {text.count(quote)} times, or lacks its figure")
    start = text.index(quote) + quote.index(figure)
    given = (row["value"], row.get("claim"), row.get("verdict"), row.get("attribution"))
    return Label(start, start + len(figure), *given)


def meet(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def number(value: object) -> float | None:
    """A value as a number, None where it is none."""
    try:
        return float(value) if isinstance(value, int | float | str) else None
    except ValueError:
        return None
