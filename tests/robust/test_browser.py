"""Hostile text on each page that there is, in a real browser: none of it runs, loads, steers, overflows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml

from factcheck.errors import FactcheckError
from factcheck.escape import visible
from factcheck.model import Report
from factcheck.registry.load import parse_registry
from factcheck.report.html.cards import cards
from factcheck.report.html.page import to_html
from factcheck.run.article import ScanOptions
from factcheck.show.order import ordered
from tests.browser import NEEDED, Tab
from tests.newsroom import DAY, scanned
from tests.report.test_hostile import PAYLOADS, STEERING, report, spoilt_claim
from tests.serve.running import running

pytestmark = NEEDED
ELSEWHERE = "https://elsewhere.example"
MARKUP = [
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a></svg>",
    '" onmouseover="alert(1)" autofocus onfocus=\'alert(1)\' x="',
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'><base href={ELSEWHERE}>",
    f"<link rel=stylesheet href={ELSEWHERE}/a.css><style>@import '{ELSEWHERE}/b.css'</style>",
    f"<form action={ELSEWHERE}><input autofocus></form><iframe src={ELSEWHERE}></iframe>",
    "</textarea></title></style></template><!-- x",
    "--><script>document.title = 'run'</script>",
    "a\u2028b\u2029c\u0085d",
    "\u202eabc\u2066def\u200f\u200e\u061c",
    "&lt;b&gt; &amp;amp; &#60;",
    "${alert(1)} {{7*7}} `x` \\u003cb\\u003e",
    "ﷺ" * 200,
    "w" * 3000,
    "https://example.org/" + "a" * 500,
    "👩‍👩‍👧" * 100,
]
HOSTILE = [text.encode("utf-8", "replace").decode() for text in [*PAYLOADS, *MARKUP]]
NARROW = {"width": 360, "height": 800}
UNTOWARD = """() => [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes]
  .filter(({name, value}) => name.startsWith('on') ||
    (/^(href|src|action|formaction)$/.test(name) && !/^(https?:|\\/(?!\\/)|#)/.test(value)))
  .map(({name, value}) => `${one.tagName} ${name}=${value}`))"""
SHOWN = """() => { for (const one of document.querySelectorAll('script, style')) one.remove();
  return document.documentElement.textContent; }"""
Opens = Callable[..., Tab]


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Opens]:
    """Opens a page, or a text as one; whatever it says, or asks of others, fails the test."""
    tabs: list[tuple[Tab, str]] = []

    def open_(address: str = "", html: str = "") -> Tab:
        if html:
            (tmp_path / "page.html").write_text(html, "utf-8")
        own = address or (tmp_path / "page.html").as_uri()
        tab = Tab(chromium.new_context(viewport=NARROW).new_page())
        tab.page.on("console", lambda message: tab.said.append(message.text))
        tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
        tab.page.on("dialog", lambda dialog: tab.said.append(dialog.message))
        tab.page.on("request", lambda request: tab.asked.append(request.url))
        tab.page.goto(own)
        tabs.append((tab, re.match(r"file:|https?://[^/]+", own)[0]))  # type: ignore[index]
        return tab

    yield open_
    for tab, own in tabs:
        assert [said for said in tab.said if "favicon" not in said and "404" not in said] == []
        assert all(url.startswith((own, "data:image/svg")) for url in tab.asked), tab.asked
        tab.page.context.close()


def is_inert(tab: Tab, *texts: str) -> None:
    """Nothing of a page runs or leads elsewhere, all fits, and texts are shown as they are."""
    tab.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    tab.rest(100)
    assert tab.page.evaluate(UNTOWARD) == []
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert tab.page.title() != "run"
    shown = tab.page.evaluate(SHOWN)
    assert not STEERING & set(shown) - {"\t"}
    squeezed = "".join(shown.split())
    for text in texts:
        assert "".join(visible(text).split())[:60] in squeezed, text


def all_of(told: list[Report]) -> Report:
    """Some reports as one."""
    return Report(
        tuple(one for report in told for one in report.articles),
        tuple(one for report in told for one in report.mentions),
        tuple(one for report in told for one in report.findings),
        claims=tuple(one for report in told for one in report.claims),
        errors=tuple(one for report in told for one in report.errors),
        unchecked=tuple(one for report in told for one in report.unchecked),
    )


@pytest.mark.parametrize("view", ["overview", "articles", "claims"])
def test_the_report(view: str, opened: Opens) -> None:
    html = to_html(ordered(all_of([report(text) for text in HOSTILE])))
    tab = opened(html=html)
    tab.go(f"#{view}")
    is_inert(tab, *HOSTILE)


def test_the_report_on_hostile_articles(tmp_path: Path, opened: Opens) -> None:
    lines = [
        f"There are {51 + at} trams in service, {text}."
        for at, text in enumerate(HOSTILE)
        if "\0" not in text
    ]
    articles = {"a.txt": "\n\n".join(lines), "b.md": "\n\n".join(lines)}
    told = scanned(
        tmp_path / "x", 'claims: {t: "Trams in service: 48"}', articles, ScanOptions(date=DAY, passages=True)
    )
    tab = opened(html=to_html(ordered(told)))
    tab.go("#articles")
    is_inert(tab)


def test_claims_as_a_page(opened: Opens) -> None:
    told = all_of([report(text) for text in HOSTILE])
    uses = replace(told, mentions=tuple(replace(one, claim=one.path, said=one.path) for one in told.mentions))
    is_inert(opened(html=cards([spoilt_claim(text) for text in HOSTILE], uses)), *HOSTILE)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A server of which each claim says what the registry takes of hostile texts; and those texts."""
    folder, claims, taken = tmp_path_factory.mktemp("hostile"), dict[str, Any](), list[str]()
    for text in HOSTILE:
        source = {"name": text, "url": text if text.startswith("https://") else "https://x.example/"}
        claim = {"title": text, "match": [f"trams {text}"], "values": [{"value": 48, "source": source}]}
        with suppress(FactcheckError):
            parse_registry(yaml.safe_dump({"claims": {text: claim}}), "claims.yaml")
            claims[text] = claim
            taken.append(text)
    claims["trams"] = {"title": "Trams in service", "values": [48]}
    (folder / "claims.yaml").write_text(yaml.safe_dump({"claims": claims}), "utf-8")
    (folder / "a.txt").write_text("\n\n".join(f"{text}: 47." for text in taken), "utf-8")
    with running(folder, "--edit", "--articles", ".") as address:
        yield address, taken


def test_the_served_pages(served: tuple[str, list[str]], opened: Opens) -> None:
    address, taken = served
    assert len(taken) > 20
    is_inert(opened(f"{address}/claims"), *taken)
    is_inert(opened(f"{address}/claims?q={quote('<script>alert(1)</script>')}"))
    for text in taken[::3]:
        is_inert(opened(f"{address}/claims/{quote(text, safe='')}"), text)
    for text in HOSTILE[::3]:
        tab = opened(f"{address}/")
        tab.page.fill(
            "#text", f"There are 51 trams in service, {text} says. Some 47 trams: {text}\n\n{text}\n"
        )
        tab.page.click("form.text > button")
        tab.page.wait_for_selector(".t")
        is_inert(tab)
        tab.page.context.close()
