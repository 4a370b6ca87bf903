"""How well the rules do that need no topic of their own: of planted mistakes how many are found, of what is
flagged how much is wrong, and how often right articles are flagged.

    python -m benchmarks.rules            # the labelled sentences, everyday news, the topics' right articles
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from factcheck.model import NO_REGISTRY
from factcheck.run.article import ScanOptions, Tools

GOLD = Path(__file__).parent.parent / "tests" / "gold"
LANGUAGES = ("fr", "en", "es")
HALVES = ("looked at", "not looked at")
"""The first half of each file was read while the rule was made, the second was not."""


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled sentence, in which half of its file it stands, and whether it is flagged."""

    language: str
    half: str
    kind: str
    wrong: bool
    flagged: bool


@cache
def _tools(code: str | None) -> Tools:
    return Tools(NO_REGISTRY, ScanOptions(language=code))


def flags(text: bytes, name: str, code: str | None = None) -> tuple[int, int]:
    """How many figures of a text do not add up, and its sentences."""
    found = [_tools(code).check(article) for article in _tools(code).read(name, text)]
    return sum(len(row.sums) for row in found), sum(row.summary.sentences for row in found)


def rows(rule: str) -> Iterator[Row]:
    """The labelled sentences of a rule, each as it is judged."""
    for code in LANGUAGES:
        labels = yaml.safe_load((GOLD / rule / f"{code}.yaml").read_text("utf-8"))
        for number, label in enumerate(labels):
            half = HALVES[2 * number >= len(labels)]
            flagged = flags(label["text"].encode(), "sentence.md", code)[0] > 0
            yield Row(code, half, label["kind"], label["wrong"], flagged)


def scored(name: str, found: Sequence[Row]) -> str:
    """A line of the table: precision, recall, and of how many."""
    right = sum(row.wrong and row.flagged for row in found)
    wrong, flagged = sum(row.wrong for row in found), sum(row.flagged for row in found)
    precision = f"{right / flagged:.2f}" if flagged else "-"
    return f"{name:<28}{precision:>6}{right / wrong if wrong else 1:>8.2f}{right:>8} of {wrong}"


def labelled(rule: str) -> Iterator[str]:
    """The table of a rule: by half and language, and by kind."""
    found = list(rows(rule))
    yield f"{rule:<28}{'P':>6}{'R':>8}{'found':>12}"
    for half in HALVES:
        mine = [row for row in found if row.half == half]
        yield scored(half, mine)
        yield from (scored(f"  {code}", [row for row in mine if row.language == code]) for code in LANGUAGES)
    kinds = defaultdict(list)
    for row in found:
        kinds[row.kind].append(row)
    yield from (scored(kind, kinds[kind]) for kind in sorted(kinds))


def alarms() -> Iterator[str]:
    """How often what is right is flagged: in everyday news, and in the topics' articles without a mistake."""
    total = [0, 0]
    for code in LANGUAGES:
        for text in yaml.safe_load((GOLD / "everyday" / f"{code}.yaml").read_text("utf-8")):
            total = [a + b for a, b in zip(total, flags(text.encode(), "news.md", code), strict=True)]
    yield f"{'everyday news':<28}{total[0]:>4} flags in {total[1]:,} sentences"
    for half in ("dev", "held-out"):
        files = (path for path in sorted((GOLD / half).rglob("*.md")) if "edited" not in path.stem)
        told = [flags(path.read_bytes(), str(path)) for path in files]
        name = f"right articles of {half}"
        yield f"{name:<28}{sum(a for a, _ in told):>4} flags in {sum(b for _, b in told):,} sentences"


if __name__ == "__main__":
    print("\n".join((*labelled("arithmetic"), *alarms())))
