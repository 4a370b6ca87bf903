"""How one line of an article was read, matched and judged."""

from __future__ import annotations

from collections import defaultdict

from factcheck.check.explain import explained
from factcheck.errors import ReadError
from factcheck.match.explain import Explanation
from factcheck.match.score import BARS
from factcheck.model import Registry
from factcheck.read.files import load as read_file
from factcheck.run.article import ScanOptions, Tools


def explain(path: str, line: int, registry: Registry, options: ScanOptions | None = None) -> Explanation:
    """How every figure, date, name and statement of one line (from 1) was read, matched and judged.

    Raises ReadError where the article cannot be read or has no such line.
    """
    options = options or ScanOptions()
    matches, desk = Tools(registry, options).matched(path, read_file(path))
    if not 1 <= line <= len(desk.lines):
        raise ReadError(f"{path}: has no line {line} (the last is {len(desk.lines)})")
    taken: dict[int, set[str]] = defaultdict(set)
    for match in matches:
        if match.won and match.certainty == "sure":
            taken[match.sentence].add(match.won.claim)
    bars = BARS[options.certainty]
    told = [explained(match, desk, bars, taken[match.sentence]) for match in matches]
    return Explanation(path, line, tuple(row for row in told if row.mention.line == line))
