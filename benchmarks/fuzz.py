"""Run coverage-guided over everything that takes bytes from outside, and keep what breaks its word.

    python -m benchmarks.fuzz [--minutes 60] [--jobs 2] [TARGET ...]        takes atheris

Each target of tests/robust/holds.py gets an equal share of the time, in a process of its own. An input that
raises what is not foreseen, or takes SLOW seconds, is kept once for each place in the program, in
tests/robust/found, where tests/robust/test_found.py runs it from then on. Of each target the table tells how
many inputs ran, how many edges of the program they reached, and what was found.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "tests" / "robust" / "found"
LONGEST = 4096
"""Bytes of an input at most."""
SLOW = 2.0
"""Seconds of processor time that no input of LONGEST bytes is to take."""


class Run(NamedTuple):
    """What came of a target: inputs that ran, edges reached, what was found, and how the process ended."""

    target: str
    inputs: int
    edges: int
    found: list[str]
    code: int


def run(target: str, seconds: int) -> Run:
    """One target, for so long."""
    command = [sys.executable, "-m", "benchmarks.fuzz", "--child", target, "--seconds", str(seconds)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    inputs = re.findall(r"^stat::number_of_executed_units: *(\d+)", done.stderr, re.M)
    ran = re.findall(r"^#(\d+)\t", done.stderr, re.M)
    edges = re.findall(r"cov: (\d+)", done.stderr)
    found = re.findall(r"^found: (.*)", done.stderr, re.M)
    for path in KEPT.glob(f"{target}-*-*"):  # what libFuzzer itself has kept: too slow, too large, a crash
        path.rename(KEPT / f"{target}-{path.name.rpartition('-')[2][:10]}")
    if done.returncode:
        found.append(f"ended with {done.returncode}: {done.stderr[-600:]}")
    return Run(target, int((inputs or ran or ["0"])[-1]), int((edges or ["0"])[-1]), found, done.returncode)


def child(target: str, seconds: int) -> None:
    """Fuzz one target in this process, which then ends."""
    import atheris

    with atheris.instrument_imports(include=["factcheck"]):
        from tests.robust.holds import TARGETS
        from tests.robust.seeds import SEEDS
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(SEEDS[target]):
            (Path(corpus) / str(number)).write_bytes(seed)
        options = {
            "max_total_time": seconds,
            "max_len": LONGEST,
            "timeout": 60,
            "rss_limit_mb": 3000,
            "print_final_stats": 1,
            "artifact_prefix": f"{KEPT}/{target}-",
        }
        args = [f"-{name}={value}" for name, value in options.items()]
        atheris.Setup([sys.argv[0], *args, corpus], kept(target, TARGETS[target]))
        atheris.Fuzz()


def kept(target: str, hold: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """What tries an input, and keeps the first of each place where one breaks its word."""
    known: set[str] = set()

    def keep(data: bytes, place: str) -> None:
        if place not in known:
            known.add(place)
            path = KEPT / f"{target}-{hashlib.sha256(data).hexdigest()[:10]}"
            path.write_bytes(data)
            print(f"found: {path.name}: {place}", file=sys.stderr, flush=True)

    def attempt(data: bytes) -> None:
        begun = time.process_time()
        try:
            hold(data)
        except Exception as error:
            keep(data, f"{type(error).__name__} at {_place(error)}")
        if time.process_time() - begun > SLOW:
            keep(data, "slow")

    return attempt


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/factcheck/" in frame.filename or "/tests/" in frame.filename]
    last = (ours or frames)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def rows(targets: list[str], minutes: float, jobs: int) -> Iterator[Run]:
    """Each target for its share of the time."""
    share = max(1, round(minutes * 60 * jobs / len(targets)))
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(lambda target: run(target, share), targets)


def main() -> int:
    parser = argparse.ArgumentParser(description="Fuzz what takes bytes from outside.")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, help=argparse.SUPPRESS)
    given: Any = parser.parse_args()
    if given.child:
        child(given.child, given.seconds)
        return 0
    from tests.robust.holds import TARGETS

    told = []
    print(f"{'target':<14} {'inputs':>10} {'edges':>7}  found")
    for row in rows(given.targets or list(TARGETS), given.minutes, given.jobs):
        told.append(row)
        print(
            f"{row.target:<14} {row.inputs:>10,} {row.edges:>7,}  {'; '.join(row.found) or '-'}", flush=True
        )
    print(f"{'all':<14} {sum(row.inputs for row in told):>10,}")
    return int(any(row.found for row in told))


if __name__ == "__main__":
    sys.exit(main())
