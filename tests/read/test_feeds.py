"""Feeds, exports and news items in XML and JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.read import feeds, ninjs
from factcheck.read.draft import Draft
from tests.read.items import blocks, read_or_refused, texts


def read(data: str | bytes) -> list[Draft]:
    return list(feeds.drafts("a.xml", data.encode() if isinstance(data, str) else data))


def told(draft: Draft) -> tuple[str, str | None, str | None]:
    return draft.name, draft.date, draft.language


WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><language>fr-FR</language>{}</channel></rss>"""
POST = """<item><title>Le lac &amp;#8217; baisse</title><guid>https://x.org/?p={id}</guid>
<excerpt:encoded>9</excerpt:encoded><content:encoded><![CDATA[{text}]]></content:encoded>
<wp:post_id>{id}</wp:post_id>
<wp:post_date>2024-05-01 10:00:00</wp:post_date><wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type></item>"""


def test_a_wordpress_export() -> None:
    text = 'Il a perdu <b>3</b>&nbsp;000 m³.\n\n[caption id="a"]<img src="b"> Le lac[/caption]\n\n'
    text += "Et [sic] <em>4</em>.\x0b"
    rows = [("post", "publish"), ("post", "draft"), ("page", "publish"), ("attachment", "inherit")]
    posts = [
        POST.format(id=at, text=text, kind=kind, status=status) for at, (kind, status) in enumerate(rows, 12)
    ]
    made = read(WXR.format("".join(posts)))
    assert told(made[0]) == ("post-12", "2024-05-01", "fr-FR")
    assert blocks(made[0]) == [
        ("title", "title", "Le lac ’ baisse"),
        ("paragraph", "¶1", "Il a perdu 3 000 m³."),
        ("caption", "¶2", "Le lac"),
        ("paragraph", "¶3", "Et [sic] 4."),
    ]
    assert [(draft.parts, draft.asides[0].place, draft.asides[0].why) for draft in made[1:]] == [
        ((), "post-13", "no published post: post, draft"),
        ((), "post-14", "no published post: page, publish"),
        ((), "post-15", "no published post: attachment, inherit"),
    ]


RSS = """<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><language>en</language>
<item><title>A &amp;amp; B</title><link>https://x.org/n/fire</link><description>Short 1.</description>
<content:encoded>&lt;p&gt;Long 2.&lt;/p&gt;</content:encoded>
<pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate></item>
<item><title>C</title><description>Some 30&nbsp;000 trees</description><pubDate>soon</pubDate></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title></channel>
<item rdf:about="https://x.org/fire">
<title>C</title><description>Some 30.</description><dc:date>2024-05-01T10:00Z</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><entry><id>urn:uuid:12-a</id>
<title>T</title>
<updated>2024-05-02T00:00:00Z</updated><published>2024-05-01T00:00:00Z</published><summary>S 1.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un <b>2</b>.</p>
<blockquote>Q 3</blockquote></div>
</content></entry><entry><id>b</id><title>U</title><summary>1 &lt; 2</summary></entry></feed>"""


def test_feeds() -> None:
    first, second = read(RSS)
    assert (told(first), texts(first)) == (("fire", "2024-05-01", "en"), ["A & B", "Long 2."])
    assert (told(second), texts(second)) == (("item-2", None, "en"), ["C", "Some 30 000 trees"])
    assert second.asides[0].why == "a date that is not read"
    (only,) = read(RDF)
    assert (told(only), texts(only)) == (("fire", "2024-05-01", None), ["C", "Some 30."])
    first, second = read(ATOM)
    assert (told(first), texts(first)) == (("12-a", "2024-05-01", "es"), ["T", "Un 2.", "Q 3"])
    assert texts(second) == ["U", "1 < 2"]


NITF = """<nitf xml:lang="fr"><head><docdata><date.issue norm="20240501T090000Z"/></docdata></head><body>
<body.head>
<hedline><hl1>Titre</hl1><hl2>Sous-titre</hl2></hedline><byline>Par Z, 99 ans</byline></body.head>
<body.content>
<p>Le <num>12</num> mai.</p><hl2>Inter</hl2><bq><block><p>Cité 3</p></block></bq><table><tr><th>An</th>
<th>Lits</th></tr>
<tr><td>2020</td><td>40</td></tr></table><media><media-metadata>7</media-metadata>
<media-caption>Vue</media-caption>
</media></body.content></body></nitf>"""
G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:x:1"><itemMeta><versionCreated>2024-05-01T09:00:00Z</versionCreated></itemMeta>
<contentMeta><language tag="en"/><headline>H</headline></contentMeta><contentSet><inlineXML><html
 xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Some 5.</p></body></html>
</inlineXML></contentSet>
</newsItem><newsItem guid="urn:newsml:x:2"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
<newsItem guid="urn:newsml:x:3"><contentSet><remoteContent/></contentSet></newsItem>
<newsItem guid="urn:newsml:x:4"><contentSet><inlineXML>{}</inlineXML></contentSet></newsItem></itemSet>
</newsMessage>"""


def test_news_items() -> None:
    (only,) = read(NITF)
    assert told(only) == ("", "2024-05-01", "fr")
    assert [(kind, text) for kind, _, text in blocks(only)] == [
        ("title", "Titre"), ("heading", "Sous-titre"), ("paragraph", "Le 12 mai."), ("heading", "Inter"),
        ("quote", "Cité 3"), ("row", "An | Lits"), ("row", "2020 | 40"), ("caption", "Vue"),
    ]  # fmt: skip
    assert only.parts[6].header == 5
    page, cancelled, remote, inner = read(G2.format(NITF.replace("<nitf ", '<nitf xmlns="" ')))
    assert (told(page), texts(page)) == (("1", "2024-05-01", "en"), ["H", "Some 5."])
    assert (cancelled.parts, cancelled.asides[0].why) == ((), "no published item: canceled")
    assert (remote.parts, remote.asides[0].why) == ((), "an item without text")
    assert (inner.name, texts(inner)[2]) == ("4", "Le 12 mai.")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "<project><x/></project>",
            r"^a\.xml: XML whose root is `project`.*known are WordPress exports, RSS",
        ),
        ("<rss><channel>", "not well-formed"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', "DOCTYPE"),
        ("prose", "not well-formed"),
        ("", "not well-formed"),
    ],
)
def test_other_xml_is_refused(data: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read(data)


def of_json(told: object) -> list[Draft]:
    return list(ninjs.drafts("a.json", json.dumps(told).encode()))


NINJS = {"uri": "urn:x:9", "headline": "H", "body_html": "<p>Some 5.</p>",
         "versioncreated": "2024-05-01T09:00:00Z",
         "language": "en"}  # fmt: skip
ANS = {
    "_id": "ABC", "type": "story", "headlines": {"basic": "H"}, "display_date": "2024-05-01T09:00:00Z",
    "subheadlines": {"basic": "Sub"}, "language": "es", "content_elements": [
        {"type": "text", "content": "Some <b>5</b>&nbsp;000."},
        {"type": "header", "content": "Inter", "level": 2},
        {"type": "list", "items": [{"type": "text", "content": "One"},
                                   {"type": "list", "items": [{"type": "text", "content": "In"}]}]},
        {"type": "quote", "content_elements": [{"type": "text", "content": "Q"}]},
        {"type": "table", "header": [{"content": "Year"}, {"content": "Beds"}],
         "rows": [[{"content": "2020"}, {"content": "40"}]]},
        {"type": "interstitial_link", "content": "Read 9 more"}, {"type": "image", "caption": "View"}, 7,
    ],
}  # fmt: skip


def test_ninjs() -> None:
    (only,) = of_json(NINJS)
    assert (told(only), texts(only)) == (("", "2024-05-01", "en"), ["H", "Some 5."])
    newer = {
        "uri": "b",
        "headlines": [{"value": "N"}],
        "bodies": [{"contenttype": "text/html", "value": "<p>6</p>"}],
    }
    first, second, third = of_json([NINJS, newer, NINJS | {"pubstatus": "canceled"}])
    assert (first.name, second.name, third.name) == ("9", "b", "9-2")
    assert texts(second) == ["N", "6"]
    assert (third.parts, third.asides[0].why) == ((), "no published item: canceled")


def test_ans() -> None:
    (only,) = of_json(ANS)
    assert told(only) == ("", "2024-05-01", "es")
    assert [(kind, text) for kind, _, text in blocks(only)] == [
        ("title", "H"), ("paragraph", "Sub"), ("paragraph", "Some 5 000."), ("heading", "Inter"),
        ("item", "One"), ("item", "In"), ("quote", "Q"), ("row", "Year | Beds"),
        ("row", "2020 | 40"), ("caption", "View"),
    ]  # fmt: skip
    assert only.parts[8].header == 7
    assert [aside.why for aside in only.asides] == ["an element of type interstitial_link"]
    listed, draft = of_json({"content_elements": [ANS, ANS | {"revision": {"published": False}}]})
    assert (listed.name, draft.name, draft.parts) == ("ABC", "ABC-2", ())


@pytest.mark.parametrize("other", [{}, [], 7, {"name": "x"}, [{"a": 1}], {"items": 3}, {"uri": "x"}])
def test_other_json_is_refused(other: object) -> None:
    with pytest.raises(ReadError, match=r"^a\.json: JSON that is no news item"):
        of_json(other)


FILES = [WXR.format(POST.format(id=1, text="T", kind="post", status="publish")), RSS, RDF, ATOM, NITF, G2]


@given(st.sampled_from(FILES), st.integers(0, 900), st.integers(0, 9), st.binary(max_size=6))
def test_mutated_xml_is_read_or_refused(file: str, at: int, gone: int, put: bytes) -> None:
    data = file.encode()
    assert read_or_refused("a.xml", lambda: read(data[:at] + put + data[at + gone :]))


JSONS = st.recursive(
    st.none() | st.integers(0, 3) | st.sampled_from(["", "x", "story", "text", "list", "table"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*NINJS, *ANS, "content", "items", "bodies", "rows", "header", "value", "caption", "revision"]
            ),
            inner,
            max_size=6,
        )
    ),
)


@given(JSONS.map(json.dumps).map(str.encode) | st.binary(max_size=60))
def test_any_json_is_read_or_refused(data: bytes) -> None:
    assert read_or_refused("a.json", lambda: ninjs.drafts("a.json", data))
