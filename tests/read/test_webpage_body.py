"""Which part of a page is its article, and what the page tells of it."""

from __future__ import annotations

import pytest

from factcheck.read.compose import compose
from factcheck.read.webpage.meta import day
from tests.read.webpages import AMP, BODY, CMS, NEWS, read, shown

LONG = "The council met on Thursday to vote on the new budget, which grows by 8 % and holds 12 new posts."


def test_a_newspaper_page() -> None:
    blocks = shown(NEWS)
    assert [kind for kind, _ in blocks] == [
        *("title", "paragraph", "caption", "paragraph", "paragraph", "heading", "item", "item", "quote"),
    ]
    said = compose(read(NEWS)).text
    for furniture in ("Sport 12", "45", "17 piscines", "30 th", "3 lettres", "12 000", "2025, 40", "88"):
        assert furniture not in said
    assert "11\xa0000 habitants" in said
    assert blocks[1] == ("paragraph", "Elle gagne 300 habitants par an depuis 2019.")


def test_what_is_left_out_is_told() -> None:
    told = {aside.why: (aside.text, aside.place) for aside in read(NEWS).asides}
    line = NEWS[: NEWS.index("Lire aussi : 17")].count("\n") + 1
    assert told["aside"] == ("Lire aussi : 17 piscines", f"line {line}")
    assert {"outside the article", "sharing", "newsletter", "comments", "footer", "aside", "links"} <= set(
        told
    )


@pytest.mark.parametrize("page", [CMS, AMP])
def test_other_systems_pages(page: str) -> None:
    blocks = shown(page)
    assert blocks[0][0] == "title"
    assert {kind for kind, _ in blocks[1:]} == {"paragraph"}
    said = compose(read(page)).text
    for furniture in ("News 24", "90 people", "Portada 1", "pague 1", "77"):
        assert furniture not in said


@pytest.mark.parametrize(
    "page",
    [
        f"<div class=sidebar><p>{LONG}</p></div>",
        f"<div id=comments><p>{LONG}</p><p>{LONG}</p></div><p>{LONG}</p>",
        f"<article class='post tag-ads category-share has-sidebar'><p>{LONG}</p></article><p>12 words.</p>",
        f"<div class='margin-bottom share-enabled'><p>{LONG}</p></div><div><p>{LONG}</p><p>{LONG}</p></div>",
        f"<div class=elementor-widget-text><p>{LONG}</p></div><p>{LONG}</p><p>{LONG}</p>",
        f"<p class=teaser>{LONG}</p><div><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p></div>",
    ],
)
def test_what_holds_much_of_the_text_is_no_furniture(page: str) -> None:
    assert compose(read(page)).text.count("The council met") == page.count("The council met")


@pytest.mark.parametrize(
    "name", ["comments", "related-posts", "cookieNotice", "site_footer", "social share", "author-bio"]
)
def test_furniture_by_its_name(name: str) -> None:
    page = f"<h1>Budget</h1><p>{LONG}</p><p>{LONG}</p>"
    page += f"<div class='{name}'><p><a href=x>Seven</a> of 77 left.</p></div>"
    assert "77" not in compose(read(page)).text
    assert "77" in compose(read(page.replace(name, "box"))).text


@pytest.mark.parametrize(
    "left",
    [
        "<ul><li><a href=a>Story 77</a></li><li><a href=b>Another</a></li></ul>",
        "<p>Read more: <a href=a>The 77 bridges of the town</a></p>",
        "<p><b>Read more:</b> <a href=a>The 77 bridges of the town</a></p>",
        "<h2>The 77 other stories</h2><ul><li><a href=a>Story</a></li></ul>",
    ],
)
def test_lists_of_links_are_left_out(left: str) -> None:
    page = f"<p>{LONG}</p><p>{LONG}</p>{left}"
    assert "77" not in compose(read(page)).text
    assert any("77" in aside.text for aside in read(page).asides)


@pytest.mark.parametrize(
    "kept",
    [
        "<p>There are 77 <a href=a>bridges</a> in the town.</p>",
        "<ul><li><a href=a>Bridges</a>: 77 of them in the town</li><li>and 12 ferries</li></ul>",
        "<h2>The 77 bridges</h2><p>They are old.</p>",
    ],
)
def test_links_in_the_text_are_kept(kept: str) -> None:
    assert "77" in compose(read(f"<p>{LONG}</p><p>{LONG}</p>{kept}")).text


@pytest.mark.parametrize(
    ("page", "title", "headed"),
    [
        (f"<title>A</title><h1>B</h1><p>{LONG}", "B", True),
        (f"<title>A</title><meta property=og:title content='C &amp; D'><p>{LONG}", "C & D", False),
        (f"<title>A\n b</title><p>{LONG}", "A b", False),
        (
            f"<title>Budget | Paper</title><h1>Paper shop</h1><article><h1>Budget</h1><p>{LONG}",
            "Budget",
            True,
        ),
        (f"<h1>Budget</h1><article><h1>Part</h1><p>{LONG}</article>", "Budget", True),
        (f"<p>{LONG}", "", False),
    ],
)
def test_headline(page: str, title: str, headed: bool) -> None:
    assert read(page).title == title
    assert (("title", title) in shown(page)) == headed


LD = "<script type=application/ld+json>{}</script>"


@pytest.mark.parametrize(
    ("page", "date"),
    [
        (LD.format('{"@type":"BlogPosting","datePublished":"2024-05-06"}'), "2024-05-06"),
        (
            LD.format(
                '[{"@type":"Video","datePublished":"2020-01-01"},{"@type":["Article"],"datePublished":"2024-05-06"}]'
            ),
            "2024-05-06",
        ),
        (
            LD.format('{"@type":"NewsArticle","headline":"a "quoted" word","datePublished": "2024-05-06"}'),
            "2024-05-06",
        ),
        (
            LD.format('{"@type":"NewsArticle","datePublished":"soon"}')
            + "<meta name=date content=2024-05-06>",
            "2024-05-06",
        ),
        (LD.format('{"@type":"Comment","datePublished":"2024-05-06"}'), None),
        (
            "<meta property=article:published_time content=2024-05-06><meta name=date content=2023-01-01>",
            "2024-05-06",
        ),
        ("<meta name=DC.date.issued content=20240506>", "2024-05-06"),
        ("<meta name=pubdate content='Mon, 06 May 2024 10:00:00 GMT'>", "2024-05-06"),
        ("<meta property=article:modified_time content=2024-05-06>", None),
        ("<article><h1>x</h1><time datetime=2024-05-06T08:00>Monday</time><p>y</article>", "2024-05-06"),
        (
            "<article><h1>x</h1><span itemprop=datePublished content=2024-05-06></span><p>y</article>",
            "2024-05-06",
        ),
        ("<link rel=canonical href=https://a.org/2024/05/06/budget>", "2024-05-06"),
        ("<link rel=canonical href=https://a.org/room/2024/95/06/budget>", None),
        ("<p>On 6 May 2024 it was so.</p>", None),
    ],
)
def test_date(page: str, date: str | None) -> None:
    draft = read(f"{page}<p>{LONG}")
    assert (draft.date, draft.date_from) == (date, "page" if date else None)


@pytest.mark.parametrize(
    ("metas", "others"),
    [
        ("<meta name=pubdate content=2024-05-06><meta name=date content=2023-01-01>", ["2023-01-01 (date)"]),
        ("<meta name=pubdate content=2024-05-06><meta name=date content=2024-05-07>", []),  # of another zone
        ("<meta name=date content=2024-05-06><link rel=canonical href=/2024/3/2/>", ["2024-03-02 (address)"]),
        (LD.format('{"@type":"Article","datePublished":"2024-05-06","dateModified":"2025-01-01"}'), []),
        ("<meta name=date content=2024-05-06>", []),
    ],
)  # fmt: skip
def test_another_date_of_a_page_is_told(metas: str, others: list[str]) -> None:
    draft = read(f"<head>{metas}</head><article><h1>x</h1><p>y</article>")
    told = [
        aside.text for aside in draft.asides if aside.why.startswith("another date than the 2024-05-06 of")
    ]
    assert (draft.date, told) == ("2024-05-06", others)


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2024-05-06T10:00:00+02:00", "2024-05-06"),
        ("2024/5/6", "2024-05-06"),
        ("20240506T1000", "2024-05-06"),
        ("20240506102030", "2024-05-06"),
        ("6.5.2024", "2024-05-06"),
        ("26/05/2024", "2024-05-26"),
        ("05/26/2024", "2024-05-26"),
        ("05/06/2024", None),
        ("2024-13-45", None),
        ("0001-01-01", None),
        ("1715000000", None),
        ("", None),
        ("soon", None),
    ],
)
def test_day(said: str, iso: str | None) -> None:
    assert day(said) == iso


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html lang=fr-FR><body><p>x", "fr-FR"),
        ("<html lang=en><body><article lang=es><p>" + LONG, "es"),
        ("<html xml:lang=fr><body><p>x", "fr"),
        ("<html lang=''><meta property=og:locale content=es_ES><p>x", "es_ES"),
        ("<html lang='{{ lang }}'><p>x", None),
        ("<p>x", None),
    ],
)
def test_language(page: str, language: str | None) -> None:
    assert read(page).language == language


def test_pages_of_our_own_are_read_whole() -> None:
    assert BODY.count("<p>") == sum("habitants" in said or "budget" in said for _, said in shown(BODY))
