"""Score factcheck on labelled topics, and print a table.

    python -m benchmarks.accuracy [--by-language] [--together] [--sources] [--mistakes] [--ablation]
                                  [FOLDER...]

A FOLDER is a topic or holds topics, as tests/gold/README.md tells; without one, tests/gold/dev and
tests/gold/held-out are scored. Figures are told as a recall, the other columns as F1, those of flags and of
contradictions with their precision and recall. --together scores each topic under the registries of all
made one, as a desk has it, and tells how many mentions that changes (together.py). --sources tells how often
it is told rightly who says so (sources.py). --mistakes puts one mistake at a time into right articles and
prints how many are caught and seen, and how many alarms are false (caught.py). --ablation switches one
mechanism off at a time and prints what that changes, in points (hundredths of F1), and how many mentions come
out otherwise.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.accuracy import caught, sources
from benchmarks.accuracy.ablation import ablation
from benchmarks.accuracy.gold import topics_in
from benchmarks.accuracy.runs import run
from benchmarks.accuracy.table import table
from benchmarks.accuracy.together import changed, together
from factcheck.errors import FactcheckError

GOLD = Path(__file__).resolve().parents[2] / "tests" / "gold"
HALVES = (GOLD / "dev", GOLD / "held-out")


def main() -> None:
    """Print the table, or the ablation after it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--by-language", action="store_true", help="totals of each language, too")
    parser.add_argument("--together", action="store_true", help="one registry for all topics")
    parser.add_argument("--sources", action="store_true", help="how often who says so is right")
    parser.add_argument("--mistakes", action="store_true", help="how many mistakes are caught, and alarms")
    parser.add_argument("--ablation", action="store_true", help="what each mechanism adds")
    args = parser.parse_args()
    try:
        topics = topics_in(args.folders or HALVES)
        alone = run(topics)
        if args.together:
            topics = together(topics)
        results = run(topics) if args.together else alone
        for line in table(results, args.by_language):
            print(line)
        for half, others, told in changed(alone, results) if args.together else ():
            print(f"{half}: {others} of {told} mentions given otherwise")
        for line in sources.table(topics) if args.sources else ():
            print(line)
        for line in caught.table(list(caught.tallies(topics))) if args.mistakes else ():
            print(line)
        for line in ablation(topics) if args.ablation else ():
            print(line, flush=True)
    except (OSError, ValueError, FactcheckError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
