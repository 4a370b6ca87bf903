"""The table of accuracy: a line a topic, a line a half, a line for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.accuracy.runs import Result
from benchmarks.accuracy.scoring import Score, total

NAMES = ("figures", "claims", "verdicts", "flags", "P", "R", "sourcing", "contra", "P", "R")


def _cells(score: Score) -> tuple[float | None, ...]:
    flags, contra = score["flags"], score["contra"]
    return (
        score["figures"].recall,
        *(score[measure].f1 for measure in ("claims", "verdicts")),
        *(flags.f1, flags.precision, flags.recall),
        score["sourcing"].f1,
        *(contra.f1, contra.precision, contra.recall),
    )


def table(results: Sequence[Result], by_language: bool) -> Iterator[str]:
    """The lines of the table: topics, each half's total (in each language, if asked for), and all."""
    yield f"{'topic':<16}" + "".join(f"{name:>9}" for name in NAMES)
    halves = list(dict.fromkeys(result.half for result in results))
    for half in halves:
        mine = [result for result in results if result.half == half]
        for topic in dict.fromkeys(result.topic for result in mine):
            yield _line(f"  {topic}", [result for result in mine if result.topic == topic])
        yield from _totals(half, mine, by_language)
    if len(halves) > 1:
        yield from _totals("all", results, by_language)


def _totals(name: str, results: Sequence[Result], by_language: bool) -> Iterator[str]:
    yield _line(name, results)
    for language in sorted({result.language for result in results}) if by_language else ():
        yield _line(f"{name}, {language}", [result for result in results if result.language == language])


def _line(name: str, results: Sequence[Result]) -> str:
    values = _cells(total([result.score for result in results]))
    return f"{name:<16}" + "".join(f"{'-' if value is None else f'{value:.3f}':>9}" for value in values)
