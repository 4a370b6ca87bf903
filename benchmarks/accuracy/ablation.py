"""What each mechanism adds: it alone is switched off, and the topics are scored again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from benchmarks.accuracy.gold import Topic
from benchmarks.accuracy.mechanisms import mechanisms
from benchmarks.accuracy.runs import Result, run
from benchmarks.accuracy.scoring import total

CHANGES = ("claims", "verdicts", "flags", "sourcing", "contra")
WIDTH, FIRST = 9, 46


def ablation(topics: Sequence[Topic]) -> Iterator[str]:
    """The lines of the table, each as soon as it is measured."""
    halves = list(dict.fromkeys(topic.half for topic in topics))
    heads = [*CHANGES, "others"]
    yield f"{'switched off':<{FIRST}}" + "".join(f"{half:>{len(heads) * WIDTH}}" for half in halves)
    yield " " * FIRST + "".join(f"{name:>{WIDTH}}" for name in heads) * len(halves)
    whole = run(topics)
    for mechanism in mechanisms():
        with ExitStack() as stack:
            for off in mechanism.off:
                stack.enter_context(off)
            without = run(topics)
        yield f"{mechanism.name:<{FIRST}}" + "".join(_changes(whole, without, half) for half in halves)


def _changes(whole: Sequence[Result], without: Sequence[Result], half: str) -> str:
    """What a half's measures lose or gain, in points, and how many of its mentions come out otherwise."""
    pairs = [(a, b) for a, b in zip(whole, without, strict=True) if a.half == half]
    before, after = (total([pair[at].score for pair in pairs]) for at in (0, 1))
    points = (100 * ((after[name].f1 or 0.0) - (before[name].f1 or 0.0)) for name in CHANGES)
    others = sum(
        a.given.get(at) != b.given.get(at) for a, b in pairs for at in a.given.keys() | b.given.keys()
    )
    return "".join(f"{point:>+{WIDTH}.1f}" for point in points) + f"{others:>{WIDTH}}"
