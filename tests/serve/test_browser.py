"""The served pages, and the module for an editor's page, in a real browser."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from factcheck.registry.load import load_registry
from tests.browser import NEEDED, WIDE, Tab, accessible
from tests.read.documents import docx
from tests.serve.conftest import REGISTRY
from tests.serve.running import offered, running
from tests.shell import ROOT

pytestmark = NEEDED
WRONG = "The final drew 16,000 spectators."
MAYBE = "In the final the spectators threw 9,000 paper planes."
TITLE = '<b>Rain</b> "in" <script>alert(1)</script>'
WRITTEN = {
    "index.html": "<!doctype html><html lang=en><meta charset=utf-8><title>An editor</title>"
    "<main><h1>An editor</h1><div id=body contenteditable role=textbox aria-label=Body></div></main>",
}


@dataclass(frozen=True)
class Place:
    """Where the server answers, its registry, and the origin of the editor's page."""

    server: str
    registry: Path
    editor: str


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder, site = tmp_path_factory.mktemp("served"), tmp_path_factory.mktemp("site")
    (folder / "claims.yaml").write_text(REGISTRY + f"  rain: '{TITLE}: 12'\n", "utf-8")
    (folder / "articles").mkdir()
    (folder / "articles" / "final.md").write_text(f"---\ndate: 2024-06-01\n---\n{WRONG}\n", "utf-8")
    shutil.copy(ROOT / "examples" / "cms.html", site)
    for name, text in WRITTEN.items():
        (site / name).write_text(text, "utf-8")
    with offered(site) as editor:
        options = ("--edit", "--articles", "articles", "--allow-origin", editor)
        with running(folder, *options) as server:
            yield Place(server, folder / "claims.yaml", editor)


Opens = Callable[..., Tab]


@pytest.fixture
def opened(chromium: Any, place: Place) -> Iterator[Opens]:
    """Opens a page of the server, or an editor's; what it complains of, or asks of others, fails the test."""
    tabs: list[Tab] = []

    def open_(path: str = "/", at: str = "", init: str = "", **context: Any) -> Tab:
        tab = Tab(chromium.new_context(**{"viewport": WIDE, "locale": "en-GB", **context}).new_page())
        tab.page.on("console", lambda message: tab.said.append(message.text))
        tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
        tab.page.on("request", lambda request: tab.asked.append(request.url))
        tab.page.add_init_script(init or "0")
        tab.page.goto((at or place.server) + path)
        tabs.append(tab)
        return tab

    yield open_
    for tab in tabs:
        assert [said for said in tab.said if "favicon" not in said and "404" not in said] == []
        assert all(url.startswith((place.server, place.editor, "data:")) for url in tab.asked)
        tab.page.context.close()


def check(tab: Tab, text: str) -> None:
    """Paste a text, and have it checked."""
    tab.page.fill("#text", text)
    tab.page.fill("#date", "2024-06-01")
    tab.page.click("form.text > button")
    tab.page.wait_for_selector(".t")


def drop(tab: Tab, name: str, data: bytes) -> None:
    """Drop a file on the page."""
    file = tab.page.evaluate_handle(
        """([name, data]) => { const held = new DataTransfer();
        held.items.add(new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], name));
        return held; }""",
        [name, base64.b64encode(data).decode()],
    )
    tab.page.dispatch_event("body", "dragover", {"dataTransfer": file})
    assert tab.page.evaluate("document.body.className") == "over"
    tab.page.dispatch_event("body", "drop", {"dataTransfer": file})


# --- the pages


def test_a_text_is_pasted(opened: Opens) -> None:
    tab = opened()
    check(tab, f"{WRONG}\n\nIt rained, {TITLE} says.")
    assert tab.notes() == ["16,000"]
    assert tab.page.inner_text(".t mark, .t a.x") == "16,000"
    assert 'It rained, Rain "in" says.' in tab.page.inner_text(".t")  # Markdown
    tab.page.click("nav.site a:first-child")
    assert tab.page.input_value("#text") == ""


def test_a_file_is_dropped(opened: Opens) -> None:
    tab = opened()
    tab.page.fill("#date", "2024-06-01")
    drop(tab, "final.docx", docx(f"<w:p><w:r><w:t>{WRONG}</w:t></w:r></w:p>"))
    tab.page.wait_for_selector(".t")
    assert tab.notes() == ["16,000"]
    assert tab.page.inner_text(".meta code") == "final.docx"


def test_a_file_that_no_reader_takes_is_told(opened: Opens) -> None:
    tab = opened()
    tab.page.fill("#date", "2024-06-01")
    drop(tab, "a.exe", b"MZ")
    assert "a.exe: not a format" in tab.page.wait_for_selector("[role=alert]").inner_text()
    assert tab.page.input_value("#date") == "2024-06-01"
    tab.said.clear()  # the browser says 415


@pytest.mark.parametrize(("button", "field"), [("Yes", "match"), ("No", "unlike")])
def test_what_is_possible_is_answered_and_taken_back(
    button: str, field: str, place: Place, opened: Opens
) -> None:
    before = place.registry.read_text("utf-8")
    tab = opened()
    check(tab, MAYBE)
    tab.page.click(f"form.ask button:has-text('{button}')")
    told = tab.page.wait_for_selector("div.ask code").inner_text()
    assert told.startswith("claims.yaml:")
    assert "paper planes" in str(getattr(load_registry(place.registry).claims[0], field))
    assert tab.count("form.ask") == 0
    tab.page.click("div.ask button")
    tab.page.wait_for_selector("form.ask", state="visible")
    assert tab.count("div.ask") == 0
    assert place.registry.read_text("utf-8") == before


def test_an_answer_that_is_refused_says_why(place: Place, opened: Opens) -> None:
    before = place.registry.read_text("utf-8")
    tab = opened()
    check(tab, MAYBE)
    tab.page.evaluate("document.querySelector('[name=key]').value = 'another'")
    tab.page.click("form.ask button:has-text('No')")
    assert "check the text again" in tab.page.wait_for_selector("form.ask output").inner_text()
    assert place.registry.read_text("utf-8") == before
    tab.said.clear()  # the browser says 403


def test_without_scripts_it_works_the_same(place: Place, opened: Opens) -> None:
    before = place.registry.read_text("utf-8")
    tab = opened(java_script_enabled=False)
    check(tab, MAYBE)
    with tab.page.context.expect_page() as other:
        tab.page.click("form.ask button:has-text('No')")
    other.value.click("main button")
    assert place.registry.read_text("utf-8") == before
    assert MAYBE in other.value.inner_text("main code")


def test_claims_are_found_and_shown(opened: Opens) -> None:
    tab = opened("/claims")
    tab.page.fill("#q", "spectaters")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_selector("td a >> text=Spectators")
    assert tab.count("td a") == 1
    tab.page.click("td a")
    assert tab.count("figure > svg") == 1
    assert tab.page.inner_text("h1") == "Spectators at the cup final"
    for _ in range(20):
        if tab.count("td .v.x"):
            break
        tab.rest(200)
        tab.page.reload()
    assert "final.md, line 4" in tab.page.inner_text("main")


PAGES = ["/", "/claims", "/claims/crowd", "/claims/rain", "report", "wrong"]


def seen(page: str, opened: Opens, **context: Any) -> Tab:
    """A page, by its path or by what has been done."""
    tab = opened(page if page[0] == "/" else "/", **context)
    if page == "report":
        check(tab, f"{WRONG}\n\n{MAYBE}")
        tab.page.click("form.ask button:has-text('Yes')")
        tab.page.wait_for_selector("div.ask")
        tab.page.click("div.ask button")
        tab.page.wait_for_selector("form.ask", state="visible")
    if page == "wrong":
        tab.page.click("form.text > button")
        tab.page.wait_for_selector("[role=alert]")
        tab.said.clear()
    return tab


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(page: str, theme: str, opened: Opens) -> None:
    tab = seen(page, opened, color_scheme=theme)
    ground = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(252, 252, 250)", "dark": "rgb(21, 23, 26)"}[theme]
    accessible(tab.page)


@pytest.mark.parametrize("width", [320, 900])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_lost_at_any_width(page: str, width: int, opened: Opens) -> None:
    tab = seen(page, opened, viewport={"width": width, "height": 800})
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_print(opened: Opens) -> None:
    tab = seen("report", opened, color_scheme="dark")
    tab.page.emulate_media(media="print")
    assert tab.count(".site, .ask, .bar") == 0
    assert tab.count(".n") == 2
    assert tab.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


# --- the module for an editor's page

HIGHLIGHTS = """() => Object.fromEntries([...CSS.highlights].map(([name, marks]) =>
  [name.slice(10), [...marks].map(String)]).filter(([, marks]) => marks.length))"""
BOXES = "() => [...document.querySelectorAll('.factcheck-box')].map((box) => Math.round(box.offsetWidth))"
OLD = "delete globalThis.Highlight"
WATCH = """async ([server, html]) => {
  const { watch } = await import(`${server}/factcheck.js`), body = document.querySelector('#body');
  body.innerHTML = html;
  globalThis.told = new Promise((done) => body.addEventListener('factcheck', (event) => done(event.detail)));
  globalThis.watched = watch(body, { date: '2024-06-01', wait: 100 });
  await told; }"""


@pytest.mark.parametrize(
    "html",
    [
        "The final drew 16,000 spectators.",
        "<p>It rained 😀.</p>\n<p>And 😀: the final drew <b>16,</b><i>000</i> spectators.</p>",
        "It rained.<br>The <u>final</u> drew\n 16,000 spectators.",
        "<ul><li>It rained.</li><li>The final drew 16,000 spectators.</li></ul>",
        "<pre>It rained.\n\nThe final drew 16,000 spectators.</pre>",
        "<script>7</script><p hidden>The final drew 5 spectators.</p>The final drew 16,000 spectators.",
        "The final drew 16,000 spectators, <b>&lt;img src=x onerror=alert(1)&gt;</b> says.",
        "\ufeff# The final&#0; drew 16,000 &amp;amp; more spectators.",
    ],
)
@pytest.mark.parametrize("init", ["", OLD], ids=["highlights", "boxes"])
def test_what_is_found_is_marked_where_it_stands(html: str, init: str, place: Place, opened: Opens) -> None:
    tab = opened(at=place.editor, init=init)
    tab.page.evaluate(WATCH, [place.server, html])
    if init:
        assert sum(tab.page.evaluate(BOXES)) > 20
    else:
        assert tab.page.evaluate(HIGHLIGHTS) == {"error": ["16,000"]}
    assert tab.page.inner_text(".factcheck button") == "16,000"
    assert (
        tab.page.evaluate("told.then((detail) => detail.findings.map((one) => one.rule))")[0] == "discrepancy"
    )
    assert tab.count(".factcheck img, #body img") == 0


def test_the_marks_follow_what_is_typed(place: Place, opened: Opens) -> None:
    tab = opened(at=place.editor)
    tab.page.evaluate(WATCH, [place.server, WRONG])
    tab.page.click(".factcheck button")
    assert tab.page.evaluate("getSelection().toString()") == "16,000"
    before = len(tab.asked)
    tab.page.keyboard.type("61,000", delay=5)
    tab.page.wait_for_function("document.querySelector('.factcheck').innerText.includes('61,000')")
    assert len(tab.asked) - before <= 3  # it waits for a rest, and does not ask at each key
    assert tab.page.evaluate(HIGHLIGHTS) == {"warning": ["61,000"]}
    tab.page.evaluate("watched.stop()")
    assert tab.page.evaluate(HIGHLIGHTS) == {}
    assert tab.page.inner_text(".factcheck") == ""


def test_an_answer_that_is_overtaken_is_dropped(place: Place, opened: Opens) -> None:
    tab = opened(at=place.editor)
    held: list[Any] = []
    tab.page.evaluate(WATCH, [place.server, "It rained."])
    tab.page.route("**/api/scan", lambda route: held.append(route) if not held else route.continue_())
    tab.page.evaluate("document.querySelector('#body').textContent = 'The final drew 7,000 spectators.'")
    tab.page.evaluate("void watched.check()")
    tab.rest(100)
    tab.page.evaluate("document.querySelector('#body').textContent = 'The final drew 16,000 spectators.'")
    tab.page.evaluate("watched.check()")
    assert len(held) == 1
    assert tab.page.evaluate(HIGHLIGHTS) == {"error": ["16,000"]}
    tab.said.clear()


def test_what_cannot_be_asked_is_told(place: Place, opened: Opens) -> None:
    tab = opened(at=place.editor)
    tab.page.evaluate(WATCH, [place.server, WRONG])
    headers = {"access-control-allow-origin": "*"}
    answer = {"status": 503, "json": {"error": "<b>busy</b>"}, "headers": headers}
    tab.page.route("**/api/scan", lambda route: route.fulfill(**answer))
    tab.page.evaluate("watched.check()")
    assert tab.page.inner_text(".factcheck") == "Could not be checked: <b>busy</b>"
    assert tab.page.evaluate(HIGHLIGHTS) == {}
    tab.said.clear()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_example_of_an_editors_page(theme: str, place: Place, opened: Opens) -> None:
    tab = opened(f"/cms.html?server={place.server}/", at=place.editor, color_scheme=theme)
    tab.page.wait_for_selector(".factcheck >> nth=1")
    tab.page.fill("#standfirst", f"It rained 😀.\n\n{WRONG}")
    tab.page.wait_for_selector(".factcheck button >> text=16,000")
    tab.page.click(".factcheck button")
    selected = "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert tab.page.eval_on_selector("#standfirst", selected) == "16,000"
    tab.page.click("#body")
    tab.page.keyboard.press("Control+A")
    tab.page.keyboard.type("The final drew 16,000 spectators.")
    tab.page.wait_for_function("CSS.highlights.get('factcheck-error').size === 1")
    assert tab.page.evaluate(HIGHLIGHTS) == {"error": ["16,000"]}
    accessible(tab.page)


def test_the_module_is_small() -> None:
    assert len((ROOT / "factcheck" / "serve" / "factcheck.js").read_bytes()) <= 10_000
