"""Compare with programs that do a like job on the same English text, and print a table of ratios.

    python benchmarks/peers.py [--kilobytes 50]

Each peer that is installed beside this Python (`pip install typos codespell proselint quantulum3`) and
factcheck read the same articles in this same run: typos and codespell look words up, proselint looks for
turns of phrase, quantulum3 reads quantities with their units. Told are the processor seconds of a start (a
text of a word) and of the text, less the start; the ratio is to factcheck with a registry of 100 claims.
Each is the best of rounds that take turns.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROUNDS = 3
_BESIDE = Path(sys.executable).parent
_QUANTITIES = """
import sys
from quantulum3 import parser
for path in sys.argv[1:]:
    for line in open(path, encoding="utf-8"):
        parser.parse(line)
"""
_OURS = ("-m", "factcheck", "scan", "--no-config", "--no-cache", "--jobs", "1", "--format", "json")


class Spent(NamedTuple):
    """Processor seconds of a start, and of the text beyond it."""

    start: float
    text: float


def calls(folder: Path) -> Mapping[str, Sequence[str]]:
    """How each program is called, without the file."""
    python = sys.executable
    peers = {name: [str(_BESIDE / name)] for name in ("typos", "codespell")}
    return {
        "factcheck": [python, *_OURS, "--claims", str(folder / "claims-100.yaml")],
        **peers,
        "proselint": [str(_BESIDE / "proselint"), "check"],
        "quantulum3": [python, "-W", "ignore", "-c", _QUANTITIES],
    }


def installed(name: str, call: Sequence[str]) -> bool:
    """Whether a program is there."""
    if name != "quantulum3":
        return Path(call[0]).is_file()
    return (
        subprocess.run(
            [sys.executable, "-c", "import quantulum3"], capture_output=True, check=False
        ).returncode
        == 0
    )


def english(folder: Path, size: int) -> str:
    """So many bytes of the corpus's English articles, without their front matter."""
    parts = (path.read_text("utf-8").split("---\n", 2)[2] for path in sorted((folder / "articles").iterdir())
             if "lang: en" in path.read_text("utf-8"))  # fmt: skip
    return "\n".join(parts)[:size]


def seconds(call: Sequence[str]) -> float:
    """The processor seconds of a call."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(known: Mapping[str, Sequence[str]], word: Path, text: Path) -> dict[str, Spent]:
    """What each program spent, the best of the rounds."""
    best = dict.fromkeys(known, Spent(float("inf"), float("inf")))
    for _ in range(ROUNDS):
        for name, call in known.items():
            start, whole = seconds([*call, str(word)]), seconds([*call, str(text)])
            best[name] = Spent(min(start, best[name].start), min(whole, best[name].text))
    return {name: Spent(one.start, one.text - one.start) for name, one in best.items()}


def rows(folder: Path, kilobytes: int) -> Iterator[str]:
    """The table's lines."""
    corpus = [sys.executable, str(Path(__file__).with_name("corpus.py")), "--out", str(folder)]
    subprocess.run([*corpus, "--articles", str(kilobytes), "--claims", "100"], check=True)
    word, text = folder / "word.md", folder / "text.md"
    word.write_text("Word.\n", "utf-8")
    text.write_text(english(folder, kilobytes * 1000), "utf-8")
    every = calls(folder)
    known = {name: call for name, call in every.items() if installed(name, call)}
    found = measured(known, word, text)
    ours = found["factcheck"]
    yield f"{text.stat().st_size / 1000:.0f} kB of English{'start':>22}{'text':>12}{'kB/s':>10}{'ratio':>10}"
    for name, one in found.items():
        rate, ratio = text.stat().st_size / 1000 / max(one.text, 1e-3), one.text / ours.text
        yield f"{name:<20}{one.start * 1000:>17.0f} ms{one.text:>10.2f} s{rate:>10,.0f}{ratio:>8.2f} x"
    yield from (f"{name:<20} is not installed" for name in every if name not in known)


def main() -> None:
    """Print the table; see the module's docstring."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kilobytes", type=int, default=50)
    kilobytes = parser.parse_args().kilobytes
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder), kilobytes):
            print(row, flush=True)


if __name__ == "__main__":
    main()
