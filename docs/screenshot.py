"""Draw docs/page.png: how the page of `factcheck scan articles/ --report html=facts.html` begins. Takes the
extra `browser`, and Debian's chromium."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from factcheck.registry.load import load_registry
from factcheck.report.formats import render
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan

ROOT = Path(__file__).resolve().parent.parent
SIZE = {"width": 1240, "height": 800}


def page() -> str:
    """The page, in English. Works from the project's folder, as the README's command does."""
    os.chdir(ROOT)
    report = scan(["articles/"], load_registry(Path("claims.yaml")), ScanOptions(passages=True))
    return render("html", replace(report, language="en"), str(ROOT))


def draw(target: Path) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        there = Path(folder, "page.html")
        there.write_text(page(), "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        tab = browser.new_page(viewport=SIZE, color_scheme="light")
        tab.goto(there.as_uri())
        tab.wait_for_timeout(500)
        tab.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / "docs" / "page.png")
