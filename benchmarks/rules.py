"""How well the rules do that have sentences of their own: of planted mistakes how many are found, of what is
flagged how much is wrong, and how often right articles are flagged.

    python -m benchmarks.rules            # the labelled sentences, everyday news, the topics' right articles
    python -m benchmarks.rules hedge      # of these rules only
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from factcheck.check.rules import UNHELD
from factcheck.model import NO_REGISTRY, Registry
from factcheck.read.files import Found
from factcheck.registry.load import load_registry, parse_registry
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.scan import reported
from factcheck.show.selection import Policy

GOLD = Path(__file__).parent.parent / "tests" / "gold"
LANGUAGES = ("fr", "en", "es")
HALVES = ("looked at", "not looked at")
"""The first half of each file was read while the rule was made, the second was not."""
RULES = ("arithmetic", "misattributed", "hedge")


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled sentence, in which half of its file it stands, and whether it is flagged."""

    language: str
    half: str
    kind: str
    wrong: bool
    flagged: bool


@cache
def _tools(registry: Registry, code: str | None) -> Tools:
    return Tools(registry, ScanOptions(language=code))


def flags(
    text: bytes, name: str, code: str | None = None, registry: Registry = NO_REGISTRY
) -> tuple[Counter[str], int]:
    """How many findings each rule has in a text, and its sentences."""
    tools = _tools(registry, code)
    found = [tools.check(article) for article in tools.read(name, text)]
    report = reported(Found(()), found, registry, Policy())
    return Counter(finding.rule for finding in report.findings), sum(row.summary.sentences for row in found)


def labels(rule: str, code: str) -> Sequence[tuple[Registry, Mapping[str, str | bool]]]:
    """The labelled sentences of a rule, each with what it is held against."""
    found = yaml.safe_load((GOLD / rule / f"{code}.yaml").read_text("utf-8"))
    groups = found if "rows" in found[0] else [{"rows": found}]
    return [(_registry(group.get("registry")), row) for group in groups for row in group["rows"]]


@cache
def _registry(text: str | None) -> Registry:
    return parse_registry(text, "claims.yaml") if text else NO_REGISTRY


def rows(rule: str) -> Iterator[Row]:
    """The labelled sentences of a rule, each as it is judged."""
    for code in LANGUAGES:
        found = labels(rule, code)
        for number, (registry, label) in enumerate(found):
            half = HALVES[2 * number >= len(found)]
            told, _ = flags(str(label["text"]).encode(), "sentence.md", code, registry)
            yield Row(code, half, str(label["kind"]), bool(label["wrong"]), told[rule] > 0)


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
    mistakes = sorted(kind for kind, mine in kinds.items() if any(row.wrong for row in mine))
    yield from (scored(kind, kinds[kind]) for kind in mistakes)


def alarms(rules: Sequence[str]) -> Iterator[str]:
    """How often what is right is flagged: in everyday news, which no registry knows, and in the topics'
    articles without a mistake."""
    news = [
        (text.encode(), "news.md", code, NO_REGISTRY)
        for code in LANGUAGES
        for text in yaml.safe_load((GOLD / "everyday" / f"{code}.yaml").read_text("utf-8"))
    ]
    unheld = [rule for rule in rules if rule in UNHELD]
    yield from [_alarm("everyday news", [flags(*one) for one in news], unheld)] if unheld else []
    for half in ("dev", "held-out"):
        files = (path for path in sorted((GOLD / half).rglob("*.md")) if "edited" not in path.stem)
        told = [flags(path.read_bytes(), str(path), None, _topic(path.parent)) for path in files]
        yield _alarm(f"right articles of {half}", told, rules)


@cache
def _topic(folder: Path) -> Registry:
    return load_registry(str(folder / "claims.yaml"))


def _alarm(name: str, told: Sequence[tuple[Counter[str], int]], rules: Sequence[str]) -> str:
    total = sum((found for found, _ in told), Counter[str]())
    flagged = ", ".join(f"{rule} {total[rule]}" for rule in rules)
    return f"{name:<28}{sum(size for _, size in told):>6,} sentences: {flagged}"


if __name__ == "__main__":
    chosen = sys.argv[1:] or RULES
    print("\n".join((*(line for rule in chosen for line in labelled(rule)), *alarms(chosen))))
