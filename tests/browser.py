"""A real browser for tests: Debian's chromium, driven by Playwright; without either, what needs it is
skipped, loudly."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = [
    *([] if BROWSER else ["a browser (apt-get install chromium)"]),
    *([] if find_spec("playwright") else ["Playwright (pip install -e '.[browser]')"]),
]
NEEDED = pytest.mark.skipif(
    bool(MISSING), reason=f"THE PAGE IS NOT TESTED IN A BROWSER: there is no {' and no '.join(MISSING)}"
)
WIDE = {"width": 1440, "height": 1000}


@dataclass
class Tab:
    """A page that is open, with what it said to the console and asked of the network."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def rest(self, milliseconds: int = 250) -> None:
        """Let so much of the page's own time pass, however busy the machine is."""
        self.page.evaluate("(time) => new Promise((done) => setTimeout(done, time))", milliseconds)

    def click(self, selector: str) -> None:
        """Click on something, and let the page answer."""
        self.page.click(selector)
        self.rest()

    def count(self, selector: str) -> int:
        """How many of these are seen."""
        return sum(one.is_visible() for one in self.page.query_selector_all(selector))

    def notes(self) -> list[str]:
        """The number and the figure of each note that is there."""
        return [
            one.inner_text()
            for one in self.page.query_selector_all("article:not([hidden]) .n:not([hidden]) > q")
        ]

    def go(self, fragment: str) -> None:
        """Go to a fragment of the page."""
        self.page.evaluate("(hash) => { location.hash = hash; }", fragment)
        self.rest(50)

    @property
    def hash(self) -> str:
        """The fragment of the address."""
        return str(self.page.evaluate("decodeURIComponent(location.hash)"))


@cache
def _axe() -> str:
    spec = find_spec("axe_playwright_python")
    assert spec
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], "axe.min.js").read_text("utf-8")


LABELS = """() => [...document.querySelectorAll('svg text')].map((one) => [getComputedStyle(one).fill,
  getComputedStyle(one.closest('dialog') || document.body).backgroundColor])"""


def _contrast(*colours: str) -> float:
    """The contrast of two colours, `rgb(1, 2, 3)` (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted(map(_luminance, colours))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(part) / 255 for part in re.findall(r"\d+", colour)[:3])
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def accessible(page: Any) -> None:
    """Hold what a page shows to what axe looks for, and its charts' labels, of which axe cannot tell, to the
    contrast that it asks for."""
    page.evaluate(_axe())
    result = page.evaluate("axe.run()")
    told = {kind: [(rule["id"], [node["html"][:90] for node in rule["nodes"]][:3]) for rule in result[kind]]
            for kind in ("violations", "incomplete")}  # fmt: skip
    assert told["violations"] == []
    assert [node for _, nodes in told["incomplete"] for node in nodes if not node.startswith("<text ")] == []
    for ink, paper in page.evaluate(LABELS):
        assert _contrast(ink, paper) >= 4.5
    assert len(result["passes"]) > 10
