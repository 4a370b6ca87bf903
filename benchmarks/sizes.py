"""Measure whether time and memory grow in proportion to what is read and told, and print a table of ratios.

    python -m benchmarks.sizes [--most 2.3] [--memory 2.2] [--large] [KIND ...]

Each kind of input (shapes.py) is made, scanned, and doubled three times; a report of a thousand findings and
its doubles are told in each format. Everything happens in processes of their own, begun by one that has made
a scan, whose processor time and peak memory are told without what a scan of nearly nothing takes. The
smallest size is doubled until it takes a moment, so that the noise of the machine is small beside it; what is
too much is measured once more, and the least counts. With --most and --memory, the exit code is 1 where a
doubling takes more. --large holds 10 MB of prose against 200 kB.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import math
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.shapes import FIGURE, FORMATS, PROSE, TEXTS, again
from factcheck.cli.main import run
from factcheck.model import Report
from factcheck.registry.load import load_registry
from factcheck.report.formats import FORMATS as STYLES
from factcheck.report.formats import render
from factcheck.run.scan import scan

CLAIMS = """
claims:
  sheep:
    title: Sheep moved off the flooded pastures
    match: [sheep moved off the pastures, moutons évacués des pâturages]
    values: [{value: 12k, as_of: 2024-10, source: Farm Office}]
  mills:
    title: Mills in the valley
    match: [mills in the valley]
    values: [40]
"""
MOMENT, LONG = 0.1, 60
"""Seconds of processor time below which a run tells little, and after which it is ended."""
LITTLE = 32e6
"""Bytes of memory below which a ratio tells little: some five MB find room in what Python holds free."""
SIZES = (25_000, 800_000)
"""The smallest size of a kind, in bytes, and the one that is not doubled for want of a moment: eight times it
must still be an article."""
DOUBLED = 3
FINDINGS = 1000
OPTIONS = ("--no-config", "--no-cache", "--date", "2025-06-01", "--format", "json", "--jobs", "1")


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds of processor time (infinite where it was ended), bytes of peak memory."""

    seconds: float
    peak: float

    def less(self, bare: Run) -> Run:
        """What it took beyond another."""
        return Run(max(self.seconds - bare.seconds, 1e-3), max(self.peak - bare.peak, 1.0))

    def least(self, other: Run) -> Run:
        """The less of what two runs took."""
        return Run(min(self.seconds, other.seconds), min(self.peak, other.peak))


class Row(NamedTuple):
    """What came of a kind: the largest size, what that took, and the greatest ratios of a doubling."""

    kind: str
    size: int
    last: Run
    seconds: float
    memory: float


def warm(work: Callable[[], object]) -> None:
    """Do some work here, unheard, so that what is loaded once is there when more is measured `apart`."""
    heard = [os.dup(stream) for stream in (1, 2)]
    _silence()
    work()
    for stream, was in enumerate(heard, 1):
        os.dup2(was, stream)
        os.close(was)


def _silence() -> None:
    sys.stdout.flush()
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silence, stream)
    os.close(silence)


def _resident() -> float:
    """Bytes of memory that this process holds, once it has given back what is free (else that would hide
    what comes); 0 where the system does not tell."""
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
        return float(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize()
    except (OSError, AttributeError):
        return 0.0


def apart(work: Callable[[], object]) -> Run:
    """What some work takes in a process of its own, beyond the memory that this one holds. Ends this one
    where it fails."""
    held = _resident()
    child = os.fork()
    if child == 0:
        _silence()
        resource.setrlimit(resource.RLIMIT_CPU, (LONG, LONG))
        code = work()
        os._exit(0 if code in (None, 0, 1, 3) else 2)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, -signal.SIGKILL, -signal.SIGXCPU):
        sys.exit(f"exit {code}")
    seconds = usage.ru_utime + usage.ru_stime if code == 0 else float("inf")
    return Run(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) - held)


def written(folder: Path, name: str, made: Callable[[int], str | bytes], size: int) -> list[str]:
    """The command that scans a file of a size, once that is made: apart, for memory that was used is kept."""

    def write() -> None:
        data = made(size)
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)

    apart(write)
    return ["scan", str(folder / name), "--claims", str(folder / "claims.yaml"), *OPTIONS]


def row(kind: str, size: int, work: Callable[[int], Callable[[], object]], bare: Run) -> Row:
    """Work of a size and of its doubles, held against one another; `bare` is what it takes for nothing."""
    first = apart(work(size)).less(bare)
    while first.seconds < MOMENT and size < SIZES[1]:
        size *= 2
        first = apart(work(size)).less(bare)
    runs = [first, *(apart(work(size << times)).less(bare) for times in range(1, DOUBLED + 1))]
    for times, (one, two) in enumerate(pairwise(runs)):
        if two.seconds > 2.2 * one.seconds:
            runs[times] = apart(work(size << times)).less(bare).least(runs[times])
            runs[times + 1] = apart(work(size << times + 1)).less(bare).least(two)
    pairs = list(pairwise(runs))
    memory = [two.peak / one.peak for one, two in pairs if one.peak > LITTLE]
    ratio = max(two.seconds / one.seconds for one, two in pairs)
    return Row(kind, size << DOUBLED, runs[-1], ratio, max(memory, default=0.0))


def inputs(folder: Path, kinds: Sequence[str]) -> Iterator[Row]:
    """A row for each text, and for each format."""
    texts = {kind: ("a.md", made) for kind, made in TEXTS.items()}
    files: Mapping[str, tuple[str, Callable[[int], str | bytes]]] = {
        **texts,
        **{name: (name, made) for name, made in FORMATS.items()},
    }
    for kind, (name, made) in files.items():
        if not kinds or kind in kinds:

            def scanned(
                size: int, name: str = name, made: Callable[[int], str | bytes] = made
            ) -> Callable[[], int]:
                return partial(run, written(folder, name, made, size))

            nothing = scanned(300)
            warm(nothing)
            yield row(kind, SIZES[0], scanned, apart(nothing).least(apart(nothing)))


def reports(folder: Path) -> dict[int, Report]:
    """Reports of a thousand findings and its doubles."""
    registry, made = load_registry(str(folder / "claims.yaml")), {}
    for times in range(DOUBLED + 1):
        count = FINDINGS << times
        (folder / "a.md").write_text(f"Some {FIGURE}.\n\n" * count, "utf-8")
        made[count] = scan([str(folder / "a.md")], registry)
    return made


def outputs(folder: Path, kinds: Sequence[str]) -> Iterator[Row]:
    """A row for each format of a report."""
    styles = [style for style in STYLES if not kinds or f"report {style}" in kinds]
    told = reports(folder) if styles else {}
    for style in styles:
        few = told[FINDINGS]
        _warm(style, few)
        times = _times(style, few)

        def tell(count: int, style: str = style, times: int = times) -> Callable[[], None]:
            return lambda: _tell(style, told[count], times)

        found = row(f"report {style}", FINDINGS, tell, apart(lambda few=few, style=style: _warm(style, few)))  # type: ignore[misc]
        yield found._replace(last=Run(found.last.seconds / times, found.last.peak))


def _times(style: str, report: Report) -> int:
    """How often a report is told until that takes a moment, whose noise is small."""
    begun = time.process_time()
    _tell(style, report, 1)
    return math.ceil(2 * MOMENT / max(time.process_time() - begun, 1e-4))


def _tell(style: str, report: Report, times: int) -> None:
    for _ in range(times):
        render(style, report, "/")


def _warm(style: str, report: Report) -> None:
    """What a format takes for its own sake: its modules, and a report of nothing."""
    render(style, Report(report.articles[:0], (), claims=report.claims), "/")


def large(folder: Path) -> None:
    """Tell of 10 MB of prose against 200 kB."""
    bare = apart(partial(run, written(folder, "a.md", again(PROSE), 300)))
    small, huge = (
        apart(partial(run, written(folder, "a.md", again(PROSE), size))).less(bare)
        for size in (200_000, 10_000_000)
    )
    ratio = huge.seconds / small.seconds
    print(f"prose: 10 MB{huge.seconds:>29.2f} s{huge.peak / 1e6:>8,.0f} MB; {ratio:.1f} x 200 kB")


def line(told: Row) -> str:
    """A row of the table."""
    unit = "findings" if told.kind.startswith("report ") else "kB"
    size = told.size if unit == "findings" else told.size // 1000
    memory = f"{told.memory:8.2f} x" if told.memory else f"{'-':>8}  "
    last = f"{told.last.seconds:>8.2f} s{told.last.peak / 1e6:>8,.0f} MB"
    return f"{told.kind:<26}{size:>9,} {unit:<8}{last}{told.seconds:>8.2f} x{memory}".rstrip()


def main() -> None:
    """Print the table; see the module's docstring."""
    global LONG  # noqa: PLW0603 - what is large takes longer
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "kinds", nargs="*", metavar="KIND", help=f"of: {', '.join((*TEXTS, *FORMATS))}, report …"
    )
    parser.add_argument("--most", type=float, default=float("inf"))
    parser.add_argument("--memory", type=float, default=float("inf"))
    parser.add_argument("--large", action="store_true")
    given = parser.parse_args()
    worse = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "claims.yaml").write_text(CLAIMS, "utf-8")
        for rows in (inputs, outputs):
            for told in rows(folder, given.kinds):
                print(line(told), flush=True)
                if not (told.seconds <= given.most and told.memory <= given.memory):
                    worse.append(told.kind)
        if given.large:
            LONG = 3600
            large(folder)
    if worse:
        sys.exit(
            f"more than {given.most} times the time, or {given.memory} times the memory: {', '.join(worse)}"
        )


if __name__ == "__main__":
    main()
