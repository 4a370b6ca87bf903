"""A sound input of each kind, to begin from: for the fuzzer, and for the grammars to spoil."""

# ruff: noqa: E501 - a seed is as its kind is written

from __future__ import annotations

from collections.abc import Mapping

from tests.read.documents import docx, line
from tests.read.pdfs import Set, column, pdf
from tests.robust.holds import PARTED, REGISTRY

SAYING = """\
There are 51 trams in service, the Port Authority said on 4 March 2025. Some 15,000 to 20,000 people visited the zoo
last year, against 12,000 in 2023: 25 % more. « Près de 3,5 millions d'euros », selon le préfet. The mayor of
Larnfield, Paul Reed, denied that the bridge is haunted. Participó el 61,4 % de los 2.400 vecinos, según la alcaldía.
"""
MARKDOWN = f"""\
---
title: "Zoo: 15,000 visitors"
date: 2025-03-05
---
# Trams

{SAYING}
<!-- factcheck: ignore[discrepancy] a trial -->
> - "47 trams", she said[^1].

| year | visitors |
|---|---|
| 2023 | 9 000 |
| 2024 | 12 000 |

[^1]: On 3 May 2024. ~~12~~ `13` **14** [15](http://example.org/16)
"""
HTML = f"""<!DOCTYPE html><html lang=en><head><title>Zoo</title><meta name=date content=2025-03-05></head><body><nav>
<a href=/1>1</a></nav><article><h1>Zoo</h1><p>{SAYING}</p><p>12&nbsp;000 <b>visit</b>ors<sup>1</sup></p><table><tr><th>
year<td>2023</table><!-- 5 --><script>6</script></article></body></html>"""
MAIL = f"""From: a@example.org\nSubject: =?utf-8?q?Zoo=3A_15=E2=80=AF000?=\nDate: Wed, 5 Mar 2025 10:00:00 +0100\nMIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable\n\n{SAYING}\n--b\nContent-Type: text/html\n\n<p>12&nbsp;000</p>\n--b--\n"""
SUBTITLES = f"1\n00:00:01,000 --> 00:00:04,000\n<i>{SAYING[:60]}\n\n2\n00:00:05,000 --> 00:00:09,000\n- 12 000\n- 13\n"
FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>
<title>Zoo</title><guid>z1</guid><pubDate>Wed, 05 Mar 2025 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{SAYING}
</p>]]></content:encoded></item></channel></rss>"""
NINJS = '{"uri": "z1", "type": "text", "headline": "Zoo", "versioncreated": "2025-03-05", "body_html": "<p>51 trams</p>"}'
RTF = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}\pard 51 trams\par Zoo: {\b 12\u160?000} visiteurs \'e9t\'e9\par}"
BASELINE = """{"version": 1, "findings": [{"rule": "discrepancy", "claim": "trams", "path": "a.md", "value": "51",
"sentence": "There are 51 trams.", "expected": "48", "count": 1, "others": ["b.md"]}]}"""
DESK = """\
lang: en
sources: {port: {name: Port Authority, aliases: [the port], url: "https://port.example"}}
claims:
  trams: {title: Trams in service, match: [trams circulent, "tranvías"], tolerance: 10%, exclude: [at night],
    values: [{value: 40-45, as_of: 2024, until: 2025-01}, {value: ">50", source: port, url: "https://port.example/1"}]}
  night: {title: Trams at night, part_of: trams, context: [night], values: [~12]}
  change: {title: Rise in visitors of the zoo, competing: true, values: ["25 %", {value: -3.5 %, as_of: 2023-12-31}]}
  rate: {title: Deaths on the road, unit: "deaths/100,000 people", values: [8.2, {value: 7.9, as_of: 2020}]}
  mayor: {kind: name, title: Mayor of Larnfield, values: [{value: Ada Brook, until: 2024-11}, Paul Reed]}
  ghost: {kind: statement, title: The bridge is haunted, rating: misleading, match: [the bridge is haunted]}
  old: {title: Visitors of the zoo, ignore: [hedge], reason: settled, values: [1200k]}
"""
SETTINGS = (
    'paths = ["articles"]\nfail-on = "warning"\n[severity]\nunsourced = "info"\n[html]\nbody = "article"\n'
)

SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "read-md": (MARKDOWN.encode(), SAYING.encode()),
    "read-txt": (SAYING.encode(), SAYING.encode("utf-16")),
    "read-html": (HTML.encode(),),
    "read-eml": (MAIL.encode(),),
    "read-srt": (SUBTITLES.encode(),),
    "read-vtt": (b"WEBVTT\n\n00:01.000 --> 00:04.000 align:left\n<v Ann>51 trams</v>\n",),
    "read-rss": (FEED.encode(),),
    "read-json": (NINJS.encode(),),
    "read-csv": (f'id,title,text,date\n1,Zoo,"{SAYING}",2025-03-05\n'.encode(),),
    "read-jsonl": (b'{"id": 1, "title": "Zoo", "text": "51 trams", "date": "2025-03-05"}\n',),
    "read-rtf": (RTF.encode(),),
    "read-pdf": (pdf(column(50, 700, SAYING.splitlines())), pdf([Set(50, 700, "51 trams")])),
    "read-docx": (docx("<w:p><w:r><w:t>51 trams</w:t></w:r></w:p>"),),
    "within-docx": (
        b"<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>51 trams</w:t></w:r></w:p>",
        b"<w:tbl><w:tr><w:tc><w:p><w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>",
    ),
    "within-odt": (
        b"<text:p>51 <text:span>trams</text:span></text:p>",
        b"<table:table><table:table-row/></table:table>",
    ),
    "within-fodt": (b"<text:h>51 trams</text:h>",),
    "within-xlsx": (f"<sheetData>{line('title', 'text')}{line('Zoo', '51 trams')}</sheetData>".encode(),),
    "check-md": (MARKDOWN.encode(), SAYING.encode()),
    "check-html": (HTML.encode(),),
    "tell": (MARKDOWN.encode(), SAYING.encode()),
    "extract": (SAYING.encode(),),
    "pair": (
        REGISTRY.encode() + PARTED + MARKDOWN.encode(),
        DESK.encode() + PARTED + SAYING.encode(),
    ),
    "figures": (SAYING.encode(),),
    "registry": (REGISTRY.encode(),),
    "settings": (SETTINGS.encode(),),
    "baseline": (BASELINE.encode(),),
}
