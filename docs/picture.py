"""Draw docs/scan.svg: how what `factcheck scan articles/` prints here, on a terminal, begins and ends."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from factcheck.registry.load import load_registry
from factcheck.report import table
from factcheck.report.totals import show_summary
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from factcheck.show.order import ordered

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = 112
SHOWN = 1  # articles: all of them would be a picture of several pages


def draw() -> str:
    """The picture as SVG. Works from the project's folder, as the README's command does."""
    os.chdir(ROOT)
    report = ordered(scan(["articles/"], load_registry(Path("claims.yaml")), ScanOptions()))
    out = Console(
        file=io.StringIO(),
        record=True,
        width=COLUMNS,
        force_terminal=True,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    code = int(any(finding.severity == "error" for finding in report.findings))
    table.show_articles(replace(report, articles=report.articles[:SHOWN]), out)
    out.print(Text(f"… {len(report.articles) - SHOWN} more articles", "dim"), end="\n\n")
    show_summary(report, out, code)
    return out.export_svg(title="factcheck scan articles/")


if __name__ == "__main__":
    target = Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / "docs" / "scan.svg"
    target.write_text(draw(), encoding="utf-8")
