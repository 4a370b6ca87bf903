"""How well the rules do that have labelled sentences of their own: of planted mistakes how many are found, of
what is flagged how much is wrong, and how often right articles are flagged.

    python -m benchmarks.rules            # the labelled sentences, everyday news, the topics' right articles
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from factcheck.check.rules import UNHELD
from factcheck.model import NO_REGISTRY, Finding, Registry
from factcheck.registry.load import load_registry, parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from factcheck.show.selection import Policy

GOLD = Path(__file__).parent.parent / "tests" / "gold"
LANGUAGES = ("fr", "en", "es")
SETS = {
    "arithmetic": "arithmetic",
    "chronology": "chronology",
    "names": "divergence",
    "misattributed": "misattributed",
    "hedge": "hedge",
}
"""The sets of labelled sentences, each with the rule that is to flag them."""
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


def flags(
    texts: Sequence[str], rule: str, code: str | None = None, day: str | None = None, claims: str = ""
) -> tuple[list[Finding], int]:
    """What a rule flags in articles of one desk, and how many sentences they have."""
    registry = parse_registry(claims, "claims.yaml") if claims else NO_REGISTRY
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.md" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        return _flagged([str(path) for path in paths], registry, rule, ScanOptions(day, code))


def _flagged(
    paths: Sequence[str], registry: Registry, rule: str, options: ScanOptions
) -> tuple[list[Finding], int]:
    report = scan(paths, registry, options, Policy(select=(rule,)))
    found = [finding for finding in report.findings if rule != "divergence" or not finding.claim]
    return found, sum(article.sentences for article in report.articles)


def labels_of(name: str, code: str) -> list[dict[str, Any]]:
    """The labelled sentences of a set; those of a group share its registry."""
    found = yaml.safe_load((GOLD / name / f"{code}.yaml").read_text("utf-8"))
    if "rows" not in found[0]:
        return list(found)
    return [{"claims": group.get("registry", ""), **row} for group in found for row in group["rows"]]


def rows(name: str) -> Iterator[Row]:
    """The labelled sentences, or articles, of a set, each as it is judged."""
    for code in LANGUAGES:
        labels = labels_of(name, code)
        for number, label in enumerate(labels):
            half = HALVES[2 * number >= len(labels)]
            texts = label.get("texts") or [label["text"]]
            day = str(label["date"]) if "date" in label else None
            tongue = None if len(texts) > 1 else code  # each article by its own language
            found, _ = flags(texts, SETS[name], tongue, day, label.get("claims", ""))
            yield Row(code, half, label["kind"], label["wrong"], bool(found))


def scored(name: str, found: Sequence[Row]) -> str:
    """A line of the table: precision, recall, and of how many."""
    right = sum(row.wrong and row.flagged for row in found)
    wrong, flagged = sum(row.wrong for row in found), sum(row.flagged for row in found)
    precision = f"{right / flagged:.2f}" if flagged else "-"
    return f"{name:<28}{precision:>6}{right / wrong if wrong else 1:>8.2f}{right:>8} of {wrong}"


def labelled(name: str) -> Iterator[str]:
    """The table of a set: by half and language, and by kind."""
    found = list(rows(name))
    yield f"{name:<28}{'P':>6}{'R':>8}{'found':>12}"
    for half in HALVES:
        mine = [row for row in found if row.half == half]
        yield scored(half, mine)
        yield from (scored(f"  {code}", [row for row in mine if row.language == code]) for code in LANGUAGES)
    kinds = defaultdict(list)
    for row in found:
        kinds[row.kind].append(row)
    told = (kind for kind in sorted(kinds) if any(row.wrong or row.flagged for row in kinds[kind]))
    yield from (scored(kind, kinds[kind]) for kind in told)


def alarms(rule: str) -> Iterator[str]:
    """How often what is right is flagged: in everyday news, and in the topics' articles without a mistake."""
    news, sentences = 0, 0
    for code in LANGUAGES if rule in UNHELD else ():
        found, read = flags(
            yaml.safe_load((GOLD / "everyday" / f"{code}.yaml").read_text("utf-8")), rule, code
        )
        news, sentences = news + len(found), sentences + read
    if sentences:  # without a registry, the other rules cannot flag anything
        yield f"{'everyday news':<28}{news:>4} flags in {sentences:,} sentences"
    for half in ("dev", "held-out"):
        told = [_topic(topic, rule) for topic in sorted((GOLD / half).iterdir()) if topic.is_dir()]
        name = f"right articles of {half}"
        yield f"{name:<28}{sum(a for a, _ in told):>4} flags in {sum(b for _, b in told):,} sentences"


def _topic(topic: Path, rule: str) -> tuple[int, int]:
    """The flags on a topic's articles without a mistake, against its registry, and their sentences."""
    files = [str(path) for path in sorted(topic.glob("*.md")) if "edited" not in path.stem]
    found, sentences = _flagged(files, load_registry(topic / "claims.yaml"), rule, ScanOptions())
    return len(found), sentences


if __name__ == "__main__":
    for name, rule in SETS.items():
        print("\n".join((*labelled(name), *alarms(rule))), "\n")
