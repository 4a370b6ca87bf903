"""Measure how fast factcheck is, and print a table of ratios.

    python benchmarks/speed.py [--quick]

Machines are noisy: every ratio compares two measurements of this same run, each the best of several
rounds that take turns. The corpus is made by corpus.py in a temporary folder. --quick takes under half a
minute, with a smaller corpus and registries of up to 10,000 claims.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple
from unittest.mock import patch

from factcheck.read.article import read_article

BASE = 100
"""The number of claims with which the other registries are compared."""
LARGE = 10_000
AIM_SENTENCES, AIM_SECONDS = 333_000, 60
_SCRIPT = Path(sys.executable).with_name("factcheck")
CLI = (str(_SCRIPT),) if _SCRIPT.is_file() else (sys.executable, "-m", "factcheck")


@dataclass(frozen=True)
class Plan:
    """How much to measure: articles, claims of the registries, rounds, and articles for peak memory."""

    articles: int
    sizes: tuple[int, ...]
    rounds: int
    few: int
    many: int


FULL = Plan(articles=400, sizes=(10, BASE, LARGE, 100_000), rounds=3, few=100, many=2000)
QUICK = Plan(articles=60, sizes=(10, BASE, LARGE), rounds=2, few=50, many=400)


class Row(NamedTuple):
    """A line of the table: what was measured, the figure, and the ratio that it comes to."""

    what: str
    figure: str
    ratio: str = ""


def make_corpus(folder: Path, articles: int, sizes: Sequence[int]) -> None:
    """Have corpus.py write a corpus, in a process of its own: this one is to stay small, see `peak`."""
    claims = [part for size in sizes for part in ("--claims", str(size))]
    call = [sys.executable, str(Path(__file__).with_name("corpus.py")), "--out", str(folder)]
    subprocess.run([*call, "--articles", str(articles), *claims], check=True)


# --- start, memory, two processes: of processes of their own --------------------------------------


def seconds(call: Sequence[str], rounds: int) -> float:
    """The shortest wall time of a command, its bytecode written as any user's is."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    best = float("inf")
    for _ in range(rounds):
        begun = perf_counter()
        subprocess.run(
            call, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
        best = min(best, perf_counter() - begun)
    return best


def start(folder: Path, plan: Plan) -> Iterator[Row]:
    """Time to the first output, compared with an interpreter that does nothing."""
    one = str(folder / "articles" / "000000.md")
    scan = (*CLI, "scan", one, "--claims", str(folder / f"claims-{BASE}.yaml"))
    bare = seconds((sys.executable, "-c", "pass"), 5 * plan.rounds)
    yield Row("start: python -c pass", f"{bare * 1000:.0f} ms", "1.0 x")
    for name, call in (("factcheck --version", (*CLI, "--version")), ("scan of one article", scan)):
        spent = seconds(call, 5 * plan.rounds)
        yield Row(f"start: {name}", f"{spent * 1000:.0f} ms", f"{spent / bare:.1f} x")


def peak(call: Sequence[str]) -> int:
    """A command's peak memory in bytes. Linux counts that of the process which started it, too, up to
    the start; so this one has to be small."""
    child = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def memory(folder: Path, plan: Plan) -> Iterator[Row]:
    """Peak memory of scans of few and of many articles."""
    claims = str(folder / f"claims-{BASE}.yaml")
    paths = sorted(str(path) for path in (folder / "articles").iterdir())
    few = peak((*CLI, "scan", "--claims", claims, "-q", *paths[: plan.few]))
    many = peak((*CLI, "scan", "--claims", claims, "-q", *paths[: plan.many]))
    yield Row(f"memory: {plan.few:,} articles", f"{few / 1e6:.0f} MB", "1.00 x")
    yield Row(f"memory: {plan.many:,} articles", f"{many / 1e6:.0f} MB", f"{many / few:.2f} x")


def jobs(folder: Path, plan: Plan) -> Iterator[Row]:
    """A whole scan in one process and in two, start and index included; both must report the same."""
    paths = sorted(str(path) for path in (folder / "articles").iterdir())[: plan.many]
    call = (*CLI, "scan", "--claims", str(folder / f"claims-{LARGE}.yaml"), "--format", "json", *paths)
    spent, reports = {"1": float("inf"), "2": float("inf")}, set()
    for _ in range(max(1, plan.rounds - 1)):
        for number, best in spent.items():
            begun = perf_counter()
            done = subprocess.run((*call, "--jobs", number), capture_output=True, check=False)
            spent[number] = min(best, perf_counter() - begun)
            reports.add(done.stdout)
    if len(reports) > 1:
        sys.exit("two jobs do not report what one does")
    sentences = sum(article["sentences"] for article in json.loads(reports.pop())["articles"])
    for number, time in spent.items():
        name = f"scan --jobs {number}, {len(paths):,} articles, {LARGE:,} claims"
        yield Row(name, f"{sentences / time:,.0f} sentences/s", f"{spent['1'] / time:.2f} x")


# --- sentences a second ------------------------------------------------------------------------


class Bench(NamedTuple):
    """A registry made ready, and what that took in seconds of processor time."""

    size: int
    tools: Any
    loading: float
    indexing: float


def bench(folder: Path, size: int) -> Bench:
    """Load a registry and build its index."""
    from factcheck.registry.load import load_registry
    from factcheck.run.article import ScanOptions, Tools

    begun = process_time()
    registry = load_registry(folder / f"claims-{size}.yaml")
    loaded = process_time()
    tools = Tools(registry, ScanOptions())
    _ = tools.matcher
    return Bench(size, tools, loaded - begun, process_time() - loaded)


def texts(folder: Path, count: int) -> list[bytes]:
    """The bytes of the corpus's first articles."""
    return [path.read_bytes() for path in sorted((folder / "articles").iterdir())[:count]]


def checked(tools: Any, articles: Sequence[bytes]) -> tuple[int, float]:
    """Check articles: how many sentences they have, and the seconds of processor time."""
    begun = process_time()
    sentences = sum(tools.check(read_article("a.md", data)).summary.sentences for data in articles)
    return sentences, process_time() - begun


def growth(benches: Sequence[Bench], articles: Sequence[bytes], rounds: int) -> Iterator[Row]:
    """What a sentence costs as the registry grows, the index being built outside of the timing."""
    spent = {one.size: float("inf") for one in benches}
    sentences = 1
    for _ in range(rounds):
        for one in benches:
            sentences, time = checked(one.tools, articles)
            spent[one.size] = min(spent[one.size], time)
    base = spent[BASE]
    for size, time in spent.items():
        yield Row(f"a sentence, {size:,} claims", f"{time / sentences * 1e6:.0f} µs", f"{time / base:.2f} x")
    for one in benches:
        figure = f"{one.loading:.2f} s + {one.indexing:.2f} s"
        yield Row(f"registry + index, {one.size:,} claims", figure)
    yield from _throughput(spent[LARGE], sentences, sum(map(len, articles)), benches)


def _throughput(spent: float, sentences: int, size: int, benches: Sequence[Bench]) -> Iterator[Row]:
    ready = sum(one.loading + one.indexing for one in benches if one.size == LARGE)
    rate = sentences / spent
    yield Row(f"one core, {LARGE:,} claims", f"{rate:,.0f} sentences/s", f"{size / spent / 1e6:.2f} MB/s")
    minute = (AIM_SENTENCES / 2 / rate + ready) / AIM_SECONDS
    yield Row(
        f"{AIM_SENTENCES:,} sentences, two cores, worked out", f"{minute * 60:.0f} s", f"{minute:.2f} x"
    )


# --- where the time goes -----------------------------------------------------------------------


class Stages:
    """Stopwatches that never run two at a time: a stage that calls another stops meanwhile."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._running, self._since = "the rest", perf_counter()

    def _switch(self, stage: str) -> str:
        now, before = perf_counter(), self._running
        self.spent[before] += now - self._since
        self._running, self._since = stage, now
        return before

    def timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same function (a generator is run to its end), its time booked to a stage."""

        @wraps(call)
        def run(*args: Any, **kwargs: Any) -> Any:
            before = self._switch(stage)
            try:
                found = call(*args, **kwargs)
                return iter(list(found)) if isinstance(found, Iterator) else found
            finally:
                self._switch(before)

        return run


def _places() -> Iterator[tuple[str, Any, str]]:
    """Each stage with the function that does it, as an attribute of what holds it."""
    from factcheck.check.article import Desk
    from factcheck.extract import furniture
    from factcheck.extract.attribution.reader import ArticleAttributions, Attributor
    from factcheck.extract.dates.reader import DateReader
    from factcheck.extract.figures.reader import FigureReader
    from factcheck.match import names, setting

    article = import_module("factcheck.run.article")
    yield "read", sys.modules[__name__], "read_article"
    yield "words", article, "words"
    yield "sentences", article, "split"
    yield "furniture", furniture, "mark"
    yield "figures", FigureReader, "read"
    yield "dates", DateReader, "read"
    yield "dates", DateReader, "periods"
    yield "clauses", setting, "clauses"
    yield "names", names, "names"
    yield "match", article, "match_article"
    yield "attribution", Attributor, "read"
    yield "attribution", ArticleAttributions, "attribute"
    yield "check", Desk, "mention"


def profile(tools: Any, articles: Sequence[bytes]) -> Iterator[Row]:
    """The share of each stage in the time that articles take."""
    stages = Stages()
    with ExitStack() as stack:
        for stage, holder, name in _places():
            stack.enter_context(patch.object(holder, name, stages.timed(stage, getattr(holder, name))))
        checked(tools, articles)
    total = sum(stages.spent.values())
    for stage, time in sorted(stages.spent.items(), key=lambda row: -row[1]):
        share = f"{time / total:.1%}"
        yield Row(f"stage: {stage}, {len(tools.registry.claims):,} claims", share)


# --- the table ---------------------------------------------------------------------------------


def measure(folder: Path, plan: Plan) -> Iterator[Row]:
    """Every row, in the order in which this process may grow."""
    make_corpus(folder, max(plan.articles, plan.many), plan.sizes)
    yield from start(folder, plan)
    yield from memory(folder, plan)
    yield from jobs(folder, plan)
    articles = texts(folder, plan.articles)
    benches = [bench(folder, size) for size in plan.sizes]
    yield from growth(benches, articles, plan.rounds)
    for one in benches:
        if one.size in (BASE, LARGE):
            yield from profile(one.tools, articles)


def main() -> None:
    """Print the table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="under half a minute, with a smaller corpus")
    plan = QUICK if parser.parse_args().quick else FULL
    with tempfile.TemporaryDirectory() as folder:
        for row in measure(Path(folder), plan):
            print(f"{row.what:<48} {row.figure:>20} {row.ratio:>12}", flush=True)


if __name__ == "__main__":
    main()
