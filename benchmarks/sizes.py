"""Measure whether a scan's time grows in proportion to what it reads, and print a table of ratios.

    python benchmarks/sizes.py [--quick] [--kilobytes 100] [--most 2.3] [KIND ...]

Each kind of input is made in two sizes, the second twice the first, and scanned in a process of its own; the
time of a scan of nearly nothing is taken off. What takes less than a moment is doubled until it does not, so
that the noise of the machine is small beside it. A scan that takes longer than a minute is ended and told of
as such. With --most, the exit code is 1 where a ratio is greater. --quick leaves out the 10 MB.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_SCRIPT = Path(sys.executable).with_name("factcheck")
CLI = (str(_SCRIPT),) if _SCRIPT.is_file() else (sys.executable, "-m", "factcheck")
CLAIMS = """
claims:
  sheep:
    title: Sheep moved off the flooded pastures
    match: [sheep moved off the pastures, moutons évacués des pâturages]
    values: [{value: 11k, as_of: 2024-10, source: Farm Office}]
  mills:
    title: Mills in the valley
    match: [mills in the valley]
    values: [40]
"""
MOMENT, LONG = 0.4, 60.0
"""Seconds below which a scan tells little, and after which it is ended."""
PROSE = (
    "The river rose again in the night. Some 11,000 sheep were moved off the pastures, the Farm Office said"
    " on 4 March 2025, and 15,000 the week after. Nobody had seen such a flood since 1987, said Anna Holt,"
    " who keeps one of the 40 mills in the valley.\n\nRoads stayed shut. The council meets on Tuesday.\n\n"
)
FRENCH = (
    "Selon la préfecture, 9 000 moutons ont été évacués des pâturages « avant la nuit ». La crue, la plus"
    " forte depuis 1987, a coupé 12 routes ; les écoles rouvriront lundi, a dit le maire, Luc Aubry.\n\n"
)
FIGURE = "11,000 sheep were moved off the pastures"


def again(part: str, end: str = "") -> Callable[[int], str]:
    """What makes a text of so many bytes of one part."""
    size = len(part.encode())
    return lambda length: part * (length // size) + end


def _head(text: str) -> str:
    return f"---\ntitle: {text}\n---\n\nNothing else.\n"


def _fields(length: int) -> str:
    return "---\n" + "".join(f"field{at}: {at}\n" for at in range(length // 16)) + "---\n\nNothing else.\n"


KINDS: Mapping[str, Callable[[int], str]] = {
    "full stops": lambda length: "a" + "." * length,
    "backticks": again("`"),
    "double quotes": again('"'),
    "unclosed comments": again("a <!-- x "),
    "comments": again("a <!-- x --> b\n\n"),
    "ignores": again(f"<!-- factcheck: ignore[discrepancy] we know -->\n{FIGURE}.\n\n"),
    "figures and colons": again("20 : "),
    "figures and semicolons": again("20 habitants ; "),
    "figures and commas": again("20 mills, "),
    "brackets": again("(20 mills) "),
    "open brackets": again("("),
    "square brackets": again("["),
    "links": again("[mills](https://example.org/a) "),
    "angle brackets": again("<"),
    "tags": again("<b>a "),
    "asterisks": again("*a "),
    "entities": again("&amp; "),
    "pipes": again("a|b\n"),
    "headings": again("# Mills\n\n"),
    "headings and figures": again(f"# Mills\n\n{FIGURE}.\n\n"),
    "items": again("- mills\n"),
    "items and figures": again(f"- {FIGURE}\n"),
    "items ever deeper": lambda length: "".join(f"{'  ' * at}- 20 mills\n" for at in range(int(length**0.5))),
    "quotations": again("> 40 mills in the valley\n\n"),
    "rows": lambda length: "| a | b |\n|---|---|\n" + again("| mill | 20 |\n")(length),
    "rows and figures": lambda length: (
        "| What | Sheep moved off the pastures |\n|---|---|\n" + again("| mill | 11,000 |\n")(length)
    ),
    "one wide row": lambda length: "| a " * (length // 8) + "|\n" + "|---" * (length // 8) + "|\n",
    "hard blanks": lambda length: "2" + "\xa0" * (length // 2),
    "figures and hard blanks": again("2\xa0"),
    "blanks": lambda length: "2" + " " * length + "2",
    "lines": again("\n"),
    "unclosed guillemets": again("« a "),
    "guillemets": again("« 20 mills » "),
    "one word": again("a"),
    "capitals": again("Ana Holt "),
    "number words": again("twenty "),
    "digits": again("1"),
    "grouped digits": again("1,000,"),
    "years": again("2024 "),
    "dates": again("on 4 March 2024, "),
    "sayings": again(f"Anna Holt said {FIGURE}, "),
    "a title": lambda length: _head("mill " * (length // 5)),
    "a title of figures": lambda length: _head("20 mills, " * (length // 10)),
    "front matter": _fields,
    "short paragraphs": again("Roads shut.\n\n"),
    "paragraphs and figures": again(f"{FIGURE}.\n\n"),
    "one sentence": again("the river rose and rose "),
    "one sentence of figures": again(f"{FIGURE}, "),
    "one paragraph of figures": again(f"Some {FIGURE}. "),
    "differing figures": lambda length: "".join(
        f"Some {at:,} sheep were moved off the pastures.\n\n" for at in range(10_000, 10_000 + length // 50)
    ),
    "languages": again(PROSE + FRENCH),
    "prose": again(PROSE),
}


@dataclass(frozen=True, slots=True)
class Run:
    """What a scan took: processor seconds, infinite where it was ended, and its peak memory in bytes."""

    seconds: float
    peak: int


class Scanner(NamedTuple):
    """Scans a text in a folder of its own."""

    folder: Path

    def run(self, text: str) -> Run:
        """What a scan of a text took. Ends this process where the scan breaks."""
        article = self.folder / "article.md"
        article.write_text(text, "utf-8")
        call = (*CLI, "scan", str(article), "--claims", str(self.folder / "claims.yaml"), "--no-config")
        options = ("--date", "2025-06-01", "--format", "json", "--jobs", "1")
        child = subprocess.Popen((*call, *options), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        signal.signal(signal.SIGALRM, lambda *_: child.kill())
        signal.alarm(int(LONG))
        assert child.stderr
        told = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        signal.alarm(0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1, 3, -signal.SIGKILL):
            sys.exit(f"exit {child.returncode}: {told.decode()[-500:]}")
        seconds = usage.ru_utime + usage.ru_stime if child.returncode >= 0 else float("inf")
        return Run(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def grown(scanner: Scanner, made: Callable[[int], str], size: int, bare: float) -> tuple[int, Run, Run]:
    """The size from which a kind takes a moment, and what that and twice as much took."""
    one = scanner.run(made(size))
    while one.seconds - bare < MOMENT and size < 4_000_000:
        size, one = 2 * size, scanner.run(made(2 * size))
    return size, one, scanner.run(made(2 * size))


def measure(scanner: Scanner, kinds: Sequence[str], size: int, large: bool) -> Iterator[tuple[str, float]]:
    """The ratio of each kind, printed as soon as it is measured."""
    bare = min(scanner.run("Nothing.\n").seconds for _ in range(3))
    for kind in kinds:
        at, one, two = grown(scanner, KINDS[kind], size * 1000, bare)
        ratio = (two.seconds - bare) / (one.seconds - bare)
        print(
            f"{kind:<26}{2 * at // 1000:>7,} kB{two.seconds - bare:>9.2f} s{two.peak / 1e6:>8,.0f} MB"
            f"{ratio:>8.2f} x",
            flush=True,
        )
        yield kind, ratio
    if large:
        small, huge = (scanner.run(KINDS["prose"](length)).seconds - bare for length in (200_000, 10_000_000))
        print(f"prose: 10 MB against 200 kB{huge:>19.2f} s{huge / small:>19.2f} x")


def main() -> None:
    """Print the table; see the module's docstring."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of: {', '.join(KINDS)}")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--kilobytes", type=int, default=100)
    parser.add_argument("--most", type=float)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "claims.yaml").write_text(CLAIMS, "utf-8")
        large = not given.quick and not given.kinds
        kinds = given.kinds or list(KINDS)
        ratios = dict(measure(Scanner(Path(folder)), kinds, given.kilobytes, large))
    if given.most and (worse := [kind for kind, ratio in ratios.items() if not ratio <= given.most]):
        sys.exit(f"more than {given.most} times: {', '.join(worse)}")


if __name__ == "__main__":
    main()
