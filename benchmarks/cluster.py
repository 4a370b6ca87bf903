"""Hold a Dask cluster on this machine against the processes that a scan starts by itself (the extra `dask`).

    python -m benchmarks.cluster [--articles 400] [--claims 100] [--workers 2] [--rounds 3]

Each round scans a made corpus with both, in turns; the best of each counts. The cluster is there before, as
one is; the scan's own processes are started by it, as they are. Ends with an error where the reports differ.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.corpus import write

CLI = (sys.executable, "-m", "factcheck")


def measured(folder: Path, claims: int, ways: Mapping[str, Sequence[str]], rounds: int) -> dict[str, float]:
    """The shortest wall time of a scan in each of some ways, in seconds."""
    scan = (*CLI, "scan", "articles", "--claims", f"claims-{claims}.yaml", "--format", "json", "--no-cache")
    best, reports = dict.fromkeys(ways, float("inf")), set()
    for _ in range(rounds):
        for way, options in ways.items():
            begun = perf_counter()
            done = subprocess.run((*scan, *options), cwd=folder, capture_output=True, check=False)
            best[way] = min(best[way], perf_counter() - begun)
            reports.add(done.stdout)
    if len(reports) != 1 or not reports.pop():
        sys.exit("the ways do not report the same")
    return best


def main() -> None:
    """Print the table."""
    from distributed import LocalCluster

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, usual in (("articles", 400), ("claims", 100), ("workers", 2), ("rounds", 3)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    given = parser.parse_args()
    local = {"threads_per_worker": 1, "processes": True, "host": "127.0.0.1", "dashboard_address": ":0"}
    with TemporaryDirectory() as made, LocalCluster(n_workers=given.workers, **local) as cluster:
        write(Path(made), given.articles, [given.claims], 1)
        ways = {
            "processes": ("--jobs", str(given.workers)),
            "dask": ("--engine", "dask", "--scheduler", cluster.scheduler_address),
        }
        best = measured(Path(made), given.claims, ways, given.rounds)
    print(f"{given.articles:,} articles, {given.claims:,} claims, {given.workers} workers")
    for way, seconds in best.items():
        rate = f"{given.articles / seconds:,.0f} articles/s"
        print(f"{way:<12}{seconds:>8.1f} s{rate:>18}{best['processes'] / seconds:>8.2f} x")


if __name__ == "__main__":
    main()
