"""The same facts are found, and the same mistakes, however what people bring was written, saved or pasted."""

from __future__ import annotations

import json
import quopri
import unicodedata
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

import pytest

from factcheck.report.formats import render
from tests.newsroom import scanned
from tests.read.documents import docx

REGISTRY = """
sources: {farm: {name: Farm Office, aliases: [Office des fermes]}}
claims:
  sheep:
    title: Sheep moved off the pastures of Valmont
    match: [moutons évacués des pâturages de Valmont]
    values: [{value: 27400, source: farm, as_of: 2025-05-01}]
  wells:
    title: Share of wells in Valmont that are contaminated
    match: [puits contaminés à Valmont]
    values: ["8.4%"]
  opening:
    kind: date
    title: Opening of the Valmont dam
    match: [inauguration du barrage de Valmont, the Valmont dam was opened]
    values: [2024-05-03]
  mayor: {kind: name, title: Mayor of Valmont, match: [maire de Valmont], values: ["Chloé Lefèvre-O'Brien"]}
"""
ENGLISH = (
    "In Valmont, {sheep} sheep were moved off the pastures, the Farm Office said.",
    "Some {wells} of the wells in Valmont are contaminated.",
    "The Valmont dam was opened on {day} May 2024.",
    "The mayor of Valmont, {mayor}, thanked all of them.",
)
FRENCH = (
    "À Valmont, {sheep} moutons ont été évacués des pâturages, a indiqué l'Office des fermes.",
    "Quelque {wells} des puits de Valmont sont contaminés.",
    "Le barrage de Valmont a été inauguré le {day} mai 2024.",
    "La maire de Valmont, {mayor}, les a tous remerciés.",
)
RIGHT = {"day": "3", "mayor": "Chloé Lefèvre-O'Brien"}
WRONG = {"day": "5", "mayor": "Anne Duval"}
FOUND = ["mayor", "opening", "sheep Farm Office", "wells"]


def told(folder: Path, name: str, article: str | bytes) -> list[str]:
    """The claims that an article is about, with who says so, and the verdict where it is not `supported`."""
    report = scanned(folder, REGISTRY, {name: article})
    assert not report.errors
    rows = [json.loads(line) for line in str(render("mentions", report, "/")).splitlines()]
    return sorted(
        " ".join(filter(None, (row["claim"], row["source"], row["verdict"].replace("supported", ""))))
        for row in rows
        if row["claim"]
    )


def paragraphs(language: tuple[str, ...], sheep: str, wells: str, right: bool) -> list[str]:
    return [told.format(sheep=sheep, wells=wells, **(RIGHT if right else WRONG)) for told in language]


FIGURES = {  # how 27,400 and 8.4 % are written, and 31,400 and 9.6 %
    "plain": (ENGLISH, "27,400", "8.4 percent", "31,400", "9.6 percent"),
    "plain French": (FRENCH, "27 400", "8,4 %", "31 400", "9,6 %"),
    "hard blanks": (FRENCH, "27\xa0400", "8,4\xa0%", "31\xa0400", "9,6\xa0%"),
    "narrow blanks": (FRENCH, "27\u202f400", "8,4\u202f%", "31\u202f400", "9,6\u202f%"),
    "apostrophes": (FRENCH, "27'400", "8,4%", "31'400", "9,6%"),
    "an acute accent": (ENGLISH, "27\xb4400", "8.4%", "31\xb4400", "9.6%"),
    "full width": (ENGLISH, "２７，４００", "８．４％", "３１，４００", "９．６％"),
    "Arabic": (ENGLISH, "٢٧٬٤٠٠", "٨٫٤ percent", "٣١٬٤٠٠", "٩٫٦ percent"),
    "a raised point": (ENGLISH, "27,400", "8·4 percent", "31,400", "9·6 percent"),
    "soft hyphens": (ENGLISH, "27,4\xad00", "8.4 per\xadcent", "31,4\xad00", "9.6 per\xadcent"),
    "marks of direction": (ENGLISH, "\u200f27,400\u200f", "\u202b8.4\u202c %", "\u200f31,400\u200e", "9.6 %"),
    "entities": (FRENCH, "27&nbsp;400", "8,4&#8239;%", "31&nbsp;400", "9,6&#8239;%"),
    "entities twice": (FRENCH, "27&amp;nbsp;400", "8,4&amp;nbsp;%", "31&amp;nbsp;400", "9,6&amp;nbsp;%"),
    "changes tracked": (
        ENGLISH,
        "{--31,400--}{++27,400++}",
        "{~~9.6~>8.4~~} percent{>>checked 9.6<<}",
        "{--27,400--}{++31,400++}",
        "{==9.6==} percent",
    ),
}


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
@pytest.mark.parametrize("way", FIGURES)
def test_figures(tmp_path: Path, way: str, right: bool) -> None:
    language, *written = FIGURES[way]
    sheep, wells = written[:2] if right else written[2:]
    article = "# Floods\n\n" + "\n\n".join(paragraphs(language, sheep, wells, right))
    assert told(tmp_path, "a.md", article) == expected(right)


def expected(right: bool) -> list[str]:
    return FOUND if right else [f"{found} discrepancy" for found in FOUND]


def _page(parts: list[str]) -> str:
    return f"<html><body><article><h1>Floods</h1>{''.join(parts)}</article></body></html>"


def _mail(parts: list[str]) -> bytes:
    text = quopri.encodestring("\n\n".join(parts).replace(" 400", "\xa0400").encode("cp1252"))
    head = "Subject: Crue\nMIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1252\n"
    return f"{head}Content-Transfer-Encoding: quoted-printable\n\n".encode() + text


def _word(parts: list[str]) -> bytes:
    """Each letter a run of its own, a figure inserted over another one, and a note behind the first words."""
    gone = '<w:del w:id="1" w:author="A"><w:r><w:delText>99</w:delText></w:r></w:del>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    runs = (
        "".join(f'<w:r><w:t xml:space="preserve">{escape(letter)}</w:t></w:r>' for letter in part)
        for part in parts
    )
    return docx("".join(f"<w:p>{gone}{run}{note}</w:p>" for run in runs))


FILES: Mapping[str, tuple[str, Callable[[list[str]], str | bytes]]] = {
    "front matter in TOML": (
        "a.md",
        lambda parts: '+++\ntitle = "Crue"\nviews = 4000\n+++\n\n' + "\n\n".join(parts),
    ),
    "shortcodes": (
        "a.md",
        lambda parts: (
            '{{< figure src="a-1200x800.jpg" width="640" >}}\n\n' + "\n\n".join(parts) + "\n\n{% toc 3 %}"
        ),
    ),
    "mixed ends of lines": (
        "a.md",
        lambda parts: "\ufeff" + "\r\n\r\n".join(parts[:2]) + "\r\r" + "\n\n".join(parts[2:]),
    ),
    "decomposed": ("a.md", lambda parts: unicodedata.normalize("NFD", "\n\n".join(parts))),
    "curly quotes": ("a.md", lambda parts: "\n\n".join(parts).replace("'", "’")),
    "ligatures": ("a.txt", lambda parts: "\n\n".join(parts).replace("ff", "ﬀ").replace("fi", "ﬁ")),
    "hyphens at the ends of lines": (
        "a.txt",
        lambda parts: "\n\n".join(parts).replace("âturages", "â-\nturages").replace("contami", "conta-\nmi"),
    ),
    "a page of a CMS": (
        "a.html",
        lambda parts: _page(
            [
                f"<p><script>ads.push(31,400)</script>{part.replace(' 400', '&nbsp;400')}<!-- 300x250 --></p>"
                for part in parts
            ]
        ),
    ),
    "a page that marks its days": (
        "a.html",
        lambda parts: _page(
            [
                f"<p>{part.replace('3 mai 2024', '<time datetime=2024-05-03>3 mai 2024</time>')}</p>"
                for part in parts
            ]
        ),
    ),
    "quoted-printable": ("a.eml", _mail),
    "Word": ("a.docx", _word),
    "a table of Excel": (
        "a.csv",
        lambda parts: ('\ufeffsep=;\r\nid;text\r\n1;"' + "\n\n".join(parts) + '"\r\n').encode(),
    ),
}


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
@pytest.mark.parametrize("way", FILES)
def test_files(tmp_path: Path, way: str, right: bool) -> None:
    name, made = FILES[way]
    figures = ("27 400", "8,4 %") if right else ("31 400", "9,6 %")
    assert told(tmp_path, name, made(paragraphs(FRENCH, *figures, right))) == expected(right)
