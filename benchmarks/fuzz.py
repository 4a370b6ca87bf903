"""Run coverage-guided over everything that takes bytes from outside, and keep what breaks its word.

    python -m benchmarks.fuzz [--minutes 60] [--jobs 2] [--corpus FOLDER] [TARGET ...]        takes atheris

Each target of tests/robust/holds.py gets an equal share of the minutes of processor time, in a process of
its own. An input that raises what is not foreseen, or takes SLOW seconds, is kept once for each place in the
program, in tests/robust/found, where tests/robust/test_found.py runs it from then on. Of each target the
table tells how many inputs ran, how many of these were taken (an article was read, a registry loaded) rather
than refused, how many edges of the program they reached, and what was found. What reaches new edges is kept
in --corpus, from which the next run goes on. A target `made-…` draws its inputs by the grammar of that kind
(tests/robust/grammars.py) from the fuzzer's bytes: sound in their form, of any content.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import random
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
MADE = "made-"
KEPT = ROOT / "tests" / "robust" / "found"
LONGEST = 2048
"""Bytes of an input at most: what is rare is reached as well by what is short, and in less time."""
SLOW = 2.0
"""Seconds of processor time that no input of LONGEST bytes is to take."""
TOLD = 10.0
"""Seconds of processor time between two lines that tell how many inputs ran."""


class Run(NamedTuple):
    """What came of a target: inputs that ran, those that were taken, edges reached, and what was found."""

    target: str
    inputs: int
    taken: int
    edges: int
    found: list[str]


def run(target: str, seconds: int, corpus: Path) -> Run:
    """One target, for so long, from and into a folder of inputs."""
    command = [sys.executable, "-m", "benchmarks.fuzz", "--child", target, "--seconds", str(seconds)]
    command += ["--corpus", str(corpus)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    ran, taken = (re.findall(r"^ran: (\d+) (\d+)", done.stderr, re.M) or [(0, 0)])[-1]
    edges = re.findall(r"cov: (\d+)", done.stderr)
    found = re.findall(r"^found: (.*)", done.stderr, re.M)
    for path in KEPT.glob(f"{target}-*-*"):  # what libFuzzer itself has kept: too slow, too large, a crash
        path.rename(KEPT / f"{target}-{path.name.rpartition('-')[2][:10]}")
    if done.returncode:
        found.append(f"ended with {done.returncode}: {done.stderr[-600:]}")
    return Run(target, int(ran), int(taken), int((edges or ["0"])[-1]), found)


def child(target: str, seconds: int, corpus: Path) -> None:
    """Fuzz one target in this process, which then ends."""
    import atheris

    with atheris.instrument_imports(include=["factcheck"]):
        from tests.robust.holds import TARGETS
        from tests.robust.seeds import SEEDS
    corpus.mkdir(parents=True, exist_ok=True)
    kind = target.removeprefix(MADE)
    for number, seed in enumerate(SEEDS[kind]):
        TARGETS[kind](seed)
        begins = seed if kind == target else random.Random(number).randbytes(LONGEST)
        (corpus / f"seed{number}").write_bytes(begins)
    gc.freeze()  # what is now built stays, and need not be looked at again
    options = {
        "max_len": LONGEST,
        "timeout": 60,
        "rss_limit_mb": 3000,
        "artifact_prefix": f"{KEPT if kind == target else corpus.parent}/{target}-",
    }
    args = [f"-{name}={value}" for name, value in options.items()]
    attempt = kept(kind, TARGETS[kind], seconds)
    atheris.Setup([sys.argv[0], *args, str(corpus)], attempt if kind == target else made(kind, attempt))
    atheris.Fuzz()


def made(kind: str, attempt: Callable[[bytes], None]) -> Callable[[bytes], object]:
    """What tries the input that the grammar of a kind makes of some bytes."""
    from hypothesis import given, settings

    from tests.robust.grammars import GRAMMARS

    tried = settings(database=None, deadline=None)(given(GRAMMARS[kind])(attempt))
    run: Callable[[bytes], object] = tried.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    return run


def kept(target: str, hold: Callable[[bytes], bool], seconds: int) -> Callable[[bytes], None]:
    """What tries an input, keeps the first of each place where one breaks its word, and ends the process
    after so many seconds of processor time."""
    known: set[str] = set()
    ran = taken = 0
    begun = told = time.process_time()

    def keep(data: bytes, place: str) -> None:
        if place not in known:
            known.add(place)
            path = KEPT / f"{target}-{hashlib.sha256(data).hexdigest()[:10]}"
            path.write_bytes(data)
            print(f"found: {path.name}: {place}", file=sys.stderr, flush=True)

    def attempt(data: bytes) -> None:
        nonlocal ran, taken, told
        before = time.process_time()
        try:
            taken += hold(data)
        except Exception as error:
            keep(data, f"{type(error).__name__} at {_place(error)}")
        ran += 1
        now = time.process_time()
        if now - before > SLOW:
            keep(data, "slow")
        over = now - begun > seconds
        if over or now - told > TOLD:
            told = now
            print(f"ran: {ran} {taken}", file=sys.stderr, flush=True)
        if over:
            os._exit(0)

    return attempt


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/factcheck/" in frame.filename or "/tests/" in frame.filename]
    last = (ours or frames)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def rows(targets: list[str], minutes: float, jobs: int, corpora: Path) -> Iterator[Run]:
    """Each target for its share of the time."""
    share = max(1, round(minutes * 60 / len(targets)))
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(lambda target: run(target, share, corpora / target), targets)


def main() -> int:
    parser = argparse.ArgumentParser(description="Fuzz what takes bytes from outside.")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, help=argparse.SUPPRESS)
    given: Any = parser.parse_args()
    if given.child:
        child(given.child, given.seconds, given.corpus)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        return told(given.targets, given.minutes, given.jobs, (given.corpus or Path(scratch)).absolute())


def told(targets: list[str], minutes: float, jobs: int, corpora: Path) -> int:
    """Print the table; 1 where something was found."""
    from tests.robust.grammars import GRAMMARS
    from tests.robust.holds import TARGETS

    every = [*TARGETS, *(MADE + kind for kind in GRAMMARS)]
    ran: list[Run] = []
    print(f"{'target':<14} {'inputs':>10} {'taken':>10} {'edges':>7}  found")
    for row in rows(targets or every, minutes, jobs, corpora):
        ran.append(row)
        found = "; ".join(row.found) or "-"
        print(f"{row.target:<14} {row.inputs:>10,} {row.taken:>10,} {row.edges:>7,}  {found}", flush=True)
    print(f"{'all':<14} {sum(row.inputs for row in ran):>10,} {sum(row.taken for row in ran):>10,}")
    return int(any(row.found for row in ran))


if __name__ == "__main__":
    sys.exit(main())
