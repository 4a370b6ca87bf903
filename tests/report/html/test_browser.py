"""The page in a real browser: Debian's chromium, driven by Playwright; skipped, loudly, without either."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Report
from factcheck.report.html.page import to_html
from factcheck.report.html.words import languages
from factcheck.show.fingerprint import fingerprint
from factcheck.show.order import ordered
from tests.browser import NEEDED, WIDE, Tab, accessible
from tests.report.html.samples import many, port

pytestmark = NEEDED


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return ordered(port(tmp_path_factory.mktemp("port")))


Opens = Callable[..., Tab]


@pytest.fixture
def opened(chromium: Any, report: Report, tmp_path: Path) -> Iterator[Opens]:
    """Opens a page: the port's, or the HTML given, at a fragment; what it complains of fails the test."""
    tabs: list[Tab] = []

    def open_(html: str | None = None, fragment: str = "", **context: Any) -> Tab:
        path = tmp_path / "page.html"
        path.write_text(html or to_html(report), "utf-8")
        within = chromium.new_context(**{"viewport": WIDE, **context})
        tab = Tab(within.new_page())
        tab.page.on("console", lambda message: tab.said.append(message.text))
        tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
        tab.page.on("request", lambda request: tab.asked.append(request.url.partition("#")[0]))
        tab.page.goto(path.as_uri() + fragment)
        if context.get("java_script_enabled", True):
            tab.rest(400)
        tabs.append(tab)
        return tab

    yield open_
    for tab in tabs:
        assert tab.said == []
        assert all(url.startswith(("file:", "data:")) and url.endswith("page.html") for url in tab.asked)
        tab.page.context.close()


FILTERS = [
    ("rule", "outdated", ["Twelve", "12"]),
    ("severity", "info", ["One reads everywhere that the northern quay is to be closed.", "31"]),
    ("certainty", "sure", ["Twelve", "12", "One reads everywhere that the northern quay is to be closed.",
                           "Some 640", "Odile Brand", "31", "21"]),
    ("claim", "c-master", ["Odile Brand"]),
    ("source", "Port Authority", ["12"]),
    ("article", "port/greve.md", ["31"]),
    ("article", "port/", ["Twelve", "12", "One reads everywhere that the northern quay is to be closed.",
                          "Some 640", "Odile Brand", "31"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "left"), FILTERS)
def test_each_filter(name: str, value: str, left: list[str], opened: Opens) -> None:
    tab = opened()
    tab.click("#filters summary")
    tab.page.select_option(f"#filters [name={name}]", value)
    tab.rest()
    assert sorted(tab.notes()) == sorted(left)
    assert tab.hash == f"#articles?{name}={value.replace(' ', '+')}"
    assert tab.page.inner_text("output") == f"{len(left)} of 7 figures"
    again = opened(fragment=tab.page.evaluate("location.hash"))
    assert again.notes() == tab.notes()
    again.click("[type=reset]")
    assert len(again.notes()) == 7


def test_words_are_looked_for_in_the_text_and_the_note(opened: Opens) -> None:
    tab = opened()
    for words, left in [("odile", 2), ("stood ODILE", 2), ("watched", 2), ("late.md", 1), ("gulls", 0)]:
        tab.page.fill("[name=q]", words)
        tab.rest()
        assert len(tab.notes()) == left, words
    assert tab.page.is_visible("#nothing")
    tab.page.fill("[name=q]", "")
    tab.rest()
    assert not tab.page.is_visible("#nothing")


def test_filters_add_up_and_hold_in_the_claims(opened: Opens) -> None:
    tab = opened(fragment="#claims?rule=discrepancy&severity=error&claim=c-cranes")
    assert sorted(tab.notes()) == ["21", "31"]
    assert tab.count(".c") == 1
    tab.click(".bar nav a:first-child")
    assert tab.count(".n") == 2
    assert "claim=c-cranes" in tab.hash


def test_the_keys(opened: Opens) -> None:
    tab = opened()
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("odile")
    tab.page.keyboard.press("Escape")
    tab.rest()
    tab.page.keyboard.press("j")
    assert tab.page.inner_text(".n.at > b") == "4"
    tab.page.keyboard.press("j")
    tab.page.keyboard.press("j")
    assert tab.page.inner_text(".n.at > b") == "5"
    tab.page.keyboard.press("k")
    assert tab.page.inner_text(".on") == "Some 640"
    tab.page.keyboard.press("Enter")
    assert tab.page.is_visible("#card")
    assert "Dockers on strike" in tab.page.inner_text("#card h3")
    tab.page.keyboard.press("Escape")
    assert not tab.page.is_visible("#card")
    tab.page.keyboard.press("Escape")
    tab.rest()
    assert tab.count(".n") == 7
    tab.page.keyboard.press("?")
    assert tab.page.is_visible("#keys")


def test_a_mention_opens_its_claims_card(opened: Opens) -> None:
    tab = opened()
    tab.click("#m6")
    assert "Cranes at the northern quay" in tab.page.inner_text("#card h3")
    tab.click("#card a[href='#m8']")
    assert not tab.page.is_visible("#card")
    assert tab.hash == "#m8"
    assert tab.page.inner_text(".on") == "31"


def test_a_figure_of_the_chart_leads_to_its_sentence(opened: Opens) -> None:
    tab = opened(fragment="#c-cranes")
    assert tab.count(".c") == 4
    tab.click("svg a[href='#m9']")
    assert tab.page.inner_text(".on") == "21"


def test_a_link_leads_to_its_finding(report: Report, opened: Opens) -> None:
    mark = next(fingerprint(finding) for finding in report.findings if finding.claim == "master")
    tab = opened(fragment=f"#{mark}")
    assert tab.page.inner_text(".n.at > q") == "Odile Brand"
    tab.go("#articles?rule=outdated")
    tab.go(f"#{mark}")
    assert tab.page.inner_text(".n.at > q") == "Odile Brand"


def test_what_is_copied(opened: Opens) -> None:
    tab = opened(permissions=["clipboard-read", "clipboard-write"])
    tab.page.keyboard.press("j")
    tab.page.keyboard.press("j")
    tab.click("[data-do=words]")
    copied = tab.page.evaluate("navigator.clipboard.readText()").split("\n")
    assert copied[:-1] == [
        "“There are 12 cranes at the northern quay, the Port Authority says.”",
        "port/quay.md, 2025-05-20",
        "",
        "“12” (Cranes at the northern quay)",
        "- Contradicts this article. Keep the right one, or say what tells them apart.",
        "- Out of date. Give the newer one, or say when the older one held.",
        "Registry: 18 since 2025-02 (Port Authority)",
        "Said by: Port Authority",
        "Elsewhere: 18 line 10",
        "",
    ]
    assert tab.page.inner_text("#said") == "Copied"
    tab.click("[data-do=link]")
    link = tab.page.evaluate("navigator.clipboard.readText()")
    assert link == copied[-1]
    assert tab.count(f"[id='{link.partition('#')[2]}']") == 1


def test_light_and_dark(opened: Opens) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = opened(color_scheme="light"), opened(color_scheme="dark")
    first, second = light.page.evaluate(ground), dark.page.evaluate(ground)
    assert first != second
    light.click("#theme")
    dark.click("#theme")
    assert (light.page.evaluate(ground), dark.page.evaluate(ground)) == (second, first)


def test_without_scripts_all_is_there(opened: Opens) -> None:
    tab = opened(java_script_enabled=False)
    assert tab.count(".n") == 7
    assert tab.count(".c") == 4
    assert tab.count(".over") >= 4
    assert tab.count("#filters, .tools, dialog") == 0


def test_in_a_sandbox_without_scripts(report: Report, opened: Opens) -> None:
    inner = json.dumps(to_html(report)).replace("<", "\\u003c")
    frame = (
        "<!doctype html><iframe sandbox='' width=1200 height=900></iframe>"
        f"<script>document.querySelector('iframe').srcdoc = {inner}</script>"
    )
    tab = opened(frame)
    [_, within] = tab.page.frames
    assert within.query_selector(".n").is_visible()
    assert len(within.query_selector_all(".n")) == 7
    assert not within.query_selector("#filters").is_visible()
    assert all("Blocked script execution" in told for told in tab.said)
    tab.said.clear()


def test_in_print(opened: Opens) -> None:
    tab = opened(color_scheme="dark")
    tab.page.emulate_media(media="print")
    assert tab.count(".bar, #filters, .toc, footer") == 0
    assert tab.count(".n") == 7
    assert tab.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("view", ["articles", "claims", "overview"])
@pytest.mark.parametrize("width", [320, 360, 720, 900, 1440])
def test_nothing_is_lost_at_any_width(view: str, width: int, opened: Opens) -> None:
    tab = opened(fragment=f"#{view}", viewport={"width": width, "height": 800})
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
    cut = """() => [...document.querySelectorAll('.view:not([hidden]) *')].filter((one) => {
        const box = one.getBoundingClientRect(), frame = one.closest('table, figure, .two > div');
        return box.width && !frame && (box.right > innerWidth + 1 || box.left < -1); }).length"""
    assert tab.page.evaluate(cut) == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "fragment", ["#articles", "#claims", "#overview", "#articles?rule=outdated", "card", "keys"]
)
def test_axe_finds_nothing(theme: str, fragment: str, report: Report, opened: Opens) -> None:
    every = many(report, 4)
    assert len(every.findings) >= 50
    tab = opened(to_html(every), fragment if fragment[0] == "#" else "", color_scheme=theme)
    if fragment == "card":
        tab.click("#m6")
    if fragment == "keys":
        tab.page.keyboard.press("?")
    accessible(tab.page)


@pytest.mark.parametrize("code", sorted(languages()))
def test_it_works_in_each_language(code: str, report: Report, opened: Opens) -> None:
    tab = opened(to_html(report, languages()[code]))
    tab.click("#filters summary")
    tab.page.select_option("[name=rule]", "outdated")
    tab.rest()
    assert tab.notes() == ["Twelve", "12"]


def test_a_page_of_many_works_the_same(report: Report, opened: Opens) -> None:
    tab = opened(to_html(many(report, 300)), "#articles?claim=c-master")
    assert tab.page.inner_text("output").startswith("300 of ")
    tab.page.keyboard.press("j")
    assert tab.page.inner_text(".on") == "Odile Brand"
