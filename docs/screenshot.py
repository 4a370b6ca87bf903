"""Draw docs/page.png, how the page of `factcheck scan articles/ --report html=facts.html` begins, and
docs/served.png, a text on the page of `factcheck serve --edit`. Takes the extra `browser`, Debian's chromium.

python docs/screenshot.py [FOLDER]     into docs, or another folder"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from factcheck.registry.load import load_registry
from factcheck.report.formats import render
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from factcheck.serve.shell import View
from factcheck.serve.work import Text, scanner
from factcheck.show.selection import Policy

ROOT = Path(__file__).resolve().parent.parent
DRAFT = """\
# An army abroad

Some 19,000 North Korean soldiers have been sent to Russia, the National Intelligence Service says.

In mid-June the second destroyer was shown to guests at Chongjin.
"""
SIZES = {"page": {"width": 1240, "height": 800}, "served": {"width": 1240, "height": 640}}


def page() -> str:
    """The page, in English. Works from the project's folder, as the README's command does."""
    os.chdir(ROOT)
    report = scan(["articles/"], load_registry(Path("claims.yaml")), ScanOptions(passages=True))
    return render("html", replace(report, language="en"), str(ROOT))


def served() -> str:
    """The page of a draft that has a figure to answer about."""
    os.chdir(ROOT)
    scan = scanner(load_registry(Path("claims.yaml")), ScanOptions(), Policy())
    return scan(Text(DRAFT.encode(), "draft.md", "2025-11-12", view=View(key="key")))


def draw(pictures: Mapping[str, str], target: Path) -> None:
    """Write the pictures of some pages, by their names, into a folder."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, html in pictures.items():
            there = Path(folder, "page.html")
            there.write_text(html, "utf-8")
            tab = browser.new_page(viewport=SIZES[name], color_scheme="light")
            tab.goto(there.as_uri())
            tab.wait_for_timeout(500)
            tab.screenshot(path=target / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    target = Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / "docs"
    draw({"page": page(), "served": served()}, target)
