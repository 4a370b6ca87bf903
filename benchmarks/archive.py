"""Measure what an archive costs: time, memory and disk of scans of made articles, and how they grow.

    python -m benchmarks.archive --out FOLDER [--articles 200 --articles 2000 --articles 20000] [--claims 100]
        [--sentences 15-30] [--texts 1000] [--only NAME]

Articles are made once (see corpus.py), a thousand a folder; of each number of them, in a cache folder of its
own, are measured

- a first scan, and a second one of which nothing has changed;
- `factcheck impact` of a correction of one claim, and once more;
- a scan after that correction;
- mentions before and after it, and a desk's question to them (DuckDB, the extra `archive`);

each in a process of its own: seconds by the clock and of processors, the peak of resident memory of the
process that takes most, and what the cache takes. A run ends with an error where a scan of which something
was kept does not print the bytes of one of which nothing was.

With `--texts`, only so many articles differ: the rest are copies of them under other names, and what these
come to is put into the cache as it came of the first ones. So an archive is measured whose first scan would
take hours; what is then called the first scan is one in which all is known but where articles differ.
`--only NAME` measures one step; without `impact`, `impact again` is asked of a cache that knows of the first.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path

from benchmarks.corpus import article, registry

CLI = (sys.executable, "-m", "factcheck")
CLAIM = "c2"
"""A claim that articles tell of."""
FOLDER = 1000
"""So many articles stand in a folder."""
QUERY = """
select count(*) from '{before}' as before join '{after}' as after using (path, line, "column", claim)
where before.verdict = 'supported' and after.verdict <> 'supported'
"""
"""Which mentions are wrong since the correction: docs/archive.md."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process took: seconds by the clock, of processors, and MB of memory at its peak."""

    clock: float
    processor: float
    memory: float


@dataclass(frozen=True, slots=True)
class Made:
    """A folder for so many articles, of which so many differ, each of so many sentences."""

    folder: Path
    articles: int
    texts: int
    sentences: tuple[int, int]

    @property
    def place(self) -> Path:
        """Where the articles are."""
        return self.folder / f"articles-{self.articles}"

    def path(self, number: int) -> Path:
        """Where an article is."""
        return self.place / f"{number // FOLDER:05}" / f"{number:08}.md"


def environment(cache: Path) -> Mapping[str, str]:
    """That of a program which was installed: it has its bytecode."""
    told = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPYCACHEPREFIX": str(cache.parent / "bytecode")}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    return told


def ran(command: Sequence[str], out: Path, cache: Path) -> Spent:
    """Run a program, its output to a file."""
    begun = time.perf_counter()
    with out.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL, env=environment(cache))
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {process.returncode}")
    return Spent(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def make(made: Made, claims: int) -> None:
    """The articles in their folders, and the registry beside them as it was and as it is corrected."""
    text = lru_cache(FOLDER)(partial(article, sentences=made.sentences))
    for number in range(made.articles):
        path = made.path(number)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text(number % made.texts), "utf-8")
    said = registry(claims)
    (made.folder / "claims.yaml").write_text(said, "utf-8")
    (made.folder / "corrected.yaml").write_text(corrected(said), "utf-8")


def corrected(text: str) -> str:
    """The registry with a newer value of one claim."""
    more = '{"value": "4300000", "as_of": "2013-06", "source": "s0"}'
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(f'"{CLAIM}": '))
    lines[at] = re.sub(r'"values": \[', f'"values": [{more}, ', lines[at])
    return "\n".join(lines)


def fill(made: Made, cache: Path, commands: Sequence[Sequence[str]]) -> None:
    """Ask commands about the articles that differ, and keep of all others what they came to. In a process of
    its own: what one starts has its memory's peak."""
    from factcheck.run import kept
    from factcheck.run.kept import About, Kept

    paths = {str(made.path(number)): number for number in range(made.texts)}

    class Copying(Kept):
        """Keeps of a file, for each copy of it, what it keeps of that."""

        def key(self, path: str, mark: str = "") -> bytes:
            known[found := super().key(path, mark)] = path, mark
            return found

        def keep(self, key: bytes, data: object, about: About) -> None:
            super().keep(key, data, about)
            path, mark = known.get(key, ("", ""))
            if path not in paths:
                return
            of, told = self._fresh[-1], json.dumps(data, separators=(",", ":"))
            for number in range(paths[path] + made.texts, made.articles, made.texts):
                copy = str(made.path(number))
                body = zlib.compress(told.replace(path, copy).encode(), 1)
                self._fresh.append(of._replace(key=super().key(copy, mark), body=body))

    known: dict[bytes, tuple[str, str]] = {}  # the file and the mark of a key
    kept.Kept = Copying  # type: ignore[misc]
    from factcheck.cli.main import run

    os.environ["XDG_CACHE_HOME"] = str(cache)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    for command in commands:
        run([*command, *paths])


def measured(made: Made, claims: int, only: Sequence[str]) -> None:
    """Print what so many articles cost."""
    folder, place, cache = made.folder, str(made.place), made.folder / f"cache-{made.articles}"
    make(made, claims)
    subprocess.run([*CLI, "cache", "clear"], env=environment(cache), check=True, stdout=subprocess.DEVNULL)
    was, now = ("--claims", str(folder / "claims.yaml")), ("--claims", str(folder / "corrected.yaml"))
    scan = (*CLI, "scan", place, "--format", "jsonl", "--no-baseline")
    mentions = [str(folder / name) for name in ("before.jsonl", "after.jsonl")]
    question = QUERY.format(before=mentions[0], after=mentions[1])
    steps = {
        "first scan": (*scan, *was),
        "second scan": (*scan, *was),
        "impact": (*CLI, "impact", CLAIM, place, *now),
        "impact again": (*CLI, "impact", CLAIM, place, *now),
        "after a correction": (*scan, *now),
        "its mentions": (*CLI, "scan", place, "--quiet", *now, "--report", f"mentions={mentions[1]}"),
        "mentions before": (*CLI, "scan", place, "--quiet", *was, "--report", f"mentions={mentions[0]}"),
        "a query": (sys.executable, "-c", f"import duckdb; print(duckdb.sql({question!r}))"),
    }
    if made.texts < made.articles:
        commands: list[Sequence[str]] = [("scan", "--format", "jsonl", "--no-baseline", "--jobs", "1", *was)]
        if only and "impact" not in only:
            commands.append(("impact", CLAIM, *now))
        process = get_context("spawn").Process(target=fill, args=(made, cache, commands))
        process.start()
        process.join()
    for name, command in steps.items():
        if not only or name in only:
            spent = ran(command, folder / name.replace(" ", "-"), cache)
            print(
                f"{made.articles:>9,} articles  {name:<20} {spent.clock:8.1f} s {spent.processor:8.1f} s of "
                f"processors {spent.processor / made.articles * 1000:7.2f} ms each {spent.memory:6.0f} MB",
                flush=True,
            )
    if not only and (folder / "first-scan").read_bytes() != (folder / "second-scan").read_bytes():
        sys.exit("the second scan prints something else")
    disk = sum(path.stat().st_size for path in (cache / "factcheck").iterdir()) / 1e6
    each = disk / made.articles * 1000
    print(f"{made.articles:>9,} articles  cache {disk:.1f} MB, {each:.2f} kB each", flush=True)


def _range(text: str) -> tuple[int, int]:
    low, high = map(int, text.split("-"))
    return low, high


def main() -> None:
    """Measure, see the module's docstring."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--articles", type=int, action="append", metavar="N")
    parser.add_argument("--claims", type=int, default=100, metavar="N")
    parser.add_argument("--sentences", type=_range, default=(15, 30), metavar="LOW-HIGH")
    parser.add_argument("--texts", type=int, metavar="N", help="how many of the articles differ")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a step")
    given = parser.parse_args()
    for articles in given.articles or [200, 2000, 20000]:
        texts = min(articles, given.texts or articles)
        measured(Made(given.out.resolve(), articles, texts, given.sentences), given.claims, given.only)


if __name__ == "__main__":
    main()
