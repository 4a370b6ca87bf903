"""Measure what an archive costs: time, memory and disk of scans of made articles, and how they grow.

    python -m benchmarks.archive --out FOLDER [--articles 200 --articles 2000 --articles 20000] [--claims 100]

Articles are made once (see corpus.py); of each number of them, in a cache folder of its own, are measured

- a first scan, and a second one of which nothing has changed;
- a scan after the value of one claim was corrected;
- `factcheck impact` of that correction, and once more;

each in a process of its own: seconds by the clock and of processors, the peak of resident memory of the
process that gathers (its workers hold one article at a time), and what the cache takes. A run ends with an
error where a scan of which something was kept does not print the bytes of one of which nothing was.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import article, registry

CLI = (sys.executable, "-m", "factcheck")
CLAIM = "c2"
"""A claim that articles tell of."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process took: seconds by the clock, of processors, and MB of memory at its peak."""

    clock: float
    processor: float
    memory: float


def ran(command: Sequence[str], out: Path, cache: Path) -> Spent:
    """Run the program, its output to a file."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    begun = time.perf_counter()
    with out.open("wb") as file:
        process = subprocess.Popen([*CLI, *command], stdout=file, stderr=subprocess.DEVNULL, env=environment)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {process.returncode}")
    return Spent(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def make(folder: Path, articles: int, claims: int) -> Path:
    """So many articles in a folder, and the registry beside them as it was and as it is corrected."""
    place = folder / f"articles-{articles}"
    place.mkdir(parents=True, exist_ok=True)
    for number in range(len(list(place.iterdir())), articles):
        (place / f"{number:07}.md").write_text(article(number), "utf-8")
    text = registry(claims)
    (folder / "claims.yaml").write_text(text, "utf-8")
    (folder / "corrected.yaml").write_text(corrected(text), "utf-8")
    return place


def corrected(text: str) -> str:
    """The registry with a newer value of one claim."""
    more = '{"value": "4300000", "as_of": "2013-06", "source": "s0"}'
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(f'"{CLAIM}": '))
    lines[at] = re.sub(r'"values": \[', f'"values": [{more}, ', lines[at])
    return "\n".join(lines)


def measured(folder: Path, articles: int, claims: int) -> None:
    """Print what so many articles cost."""
    place, cache = make(folder, articles, claims), folder / f"cache-{articles}"
    subprocess.run([*CLI, "cache", "clear"], env={**os.environ, "XDG_CACHE_HOME": str(cache)}, check=True)
    scan = ("scan", str(place), "--format", "jsonl", "--no-baseline", "--claims")
    was, now = str(folder / "claims.yaml"), str(folder / "corrected.yaml")
    rows = {
        "first scan": ran((*scan, was), folder / "first", cache),
        "second scan": ran((*scan, was), folder / "second", cache),
        "impact": ran(("impact", CLAIM, str(place), "--claims", now), folder / "impact", cache),
        "impact again": ran(("impact", CLAIM, str(place), "--claims", now), folder / "impact", cache),
        "after a correction": ran((*scan, now), folder / "third", cache),
    }
    if (folder / "first").read_bytes() != (folder / "second").read_bytes():
        sys.exit("the second scan prints something else")
    disk = sum(path.stat().st_size for path in cache.rglob("*")) / 1e6
    for name, spent in rows.items():
        each = spent.processor / articles * 1000
        print(
            f"{articles:>9,} articles  {name:<20} {spent.clock:8.1f} s {spent.processor:8.1f} s of processors"
            f" {each:7.2f} ms each {spent.memory:6.0f} MB"
        )
    print(f"{articles:>9,} articles  cache {disk:.1f} MB, {disk / articles * 1000:.2f} kB each", flush=True)


def main() -> None:
    """Measure, see the module's docstring."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--articles", type=int, action="append", metavar="N")
    parser.add_argument("--claims", type=int, default=100, metavar="N")
    given = parser.parse_args()
    for articles in given.articles or [200, 2000, 20000]:
        measured(given.out.resolve(), articles, given.claims)


if __name__ == "__main__":
    main()
