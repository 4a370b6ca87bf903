"""Documents made by hand: as few bytes as their formats allow."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from factcheck.places import Places
from factcheck.read.compose import compose
from factcheck.read.draft import Draft

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = f"""<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
MAIN = f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{R}/officeDocument"
Target="word/document.xml"/></Relationships>"""
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Some files as one."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def docx(body: str, **others: str) -> bytes:
    """A Word document of the XML of its body; others by the names of their files in `word/`."""
    space = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
    files = {"[Content_Types].xml": TYPES, "_rels/.rels": MAIN}
    files["word/document.xml"] = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    for name, text in others.items():
        folder = "docProps/core.xml" if name == "core" else f"word/{name}.xml"
        files["word/_rels/document.xml.rels" if name == "rels" else folder] = text.replace("SPACE", space)
    return packed(files)


def xlsx(
    *sheets: str,
    states: Sequence[str] = (),
    names: Sequence[str] = (),
    formats: Sequence[str] = (),
    strings: Sequence[str] = (),
    settings: str = "",
    **others: str,
) -> bytes:
    """A workbook of the XML of its sheets, each what stands in its `worksheet`; a cell's style `s` is the
    number of its format, from 1. Others by the names of their files in `xl/`."""
    space = f'xmlns="{SHEETS}" xmlns:r="{R}"'
    told, links, files = "", "", {"docProps/core.xml": others.pop("core", "<c/>")}
    for number, body in enumerate(sheets, 1):
        name = names[number - 1] if names else f"Sheet{number}"
        state = states[number - 1] if states else "visible"
        told += f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="r{number}"/>'
        links += f'<Relationship Id="r{number}" Type="{R}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        files[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet {space}>{body}</worksheet>"
    files["_rels/.rels"] = MAIN.replace("word/document", "xl/workbook")
    files["xl/workbook.xml"] = f"<workbook {space}>{settings}<sheets>{told}</sheets></workbook>"
    files["xl/_rels/workbook.xml.rels"] = f"<Relationships>{links}</Relationships>"
    codes = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(formats))
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(formats)))
    files["xl/styles.xml"] = f"<s {space}><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></s>"
    shared = "".join(f"<si>{said}</si>" for said in strings)
    files["xl/sharedStrings.xml"] = f"<sst {space}>{shared}</sst>"
    return packed(files | {f"xl/{name}": text for name, text in others.items()})


def line(*cells: str | float | None, more: str = "") -> str:
    """A sheet's row of texts and numbers; a text that begins with `<` is the cell's own XML."""
    made = ""
    for cell in cells:
        if cell is None:
            made += "<c/>"
        elif isinstance(cell, str):
            made += cell if cell.startswith("<c") else f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
        else:
            made += f"<c><v>{cell}</v></c>"
    return f"<row {more}>{made}</row>"


def odt(body: str, meta: str = "", styles: str = "") -> bytes:
    """A text document of the XML of its text."""
    return packed(dict(zip(("content.xml", "meta.xml"), _open_document(body, meta, styles), strict=True)))


def ods(tables: str, styles: str = "") -> bytes:
    """A workbook of the XML of its tables."""
    content, _ = _open_document("", "", styles)
    return packed(
        {"content.xml": content.replace("<o:text></o:text>", f"<o:spreadsheet>{tables}</o:spreadsheet>")}
    )


def fodt(body: str, meta: str = "", styles: str = "") -> bytes:
    """The same in one file."""
    content, properties = _open_document(body, meta, styles)
    start = properties.index("<o:meta")
    return content.replace("<o:body>", properties[start : properties.rindex("</o:doc")] + "<o:body>").encode()


def _open_document(body: str, meta: str, styles: str) -> tuple[str, str]:
    space = f'xmlns:o="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0" xmlns:table="{OFFICE}:table:1.0"'
    space += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:meta="urn:meta" xmlns:dc="urn:dc"'
    space += f' xmlns:style="{OFFICE}:style:1.0" xmlns:draw="{OFFICE}:drawing:1.0"'
    space += f' xmlns:svg="{OFFICE}:svg-compatible:1.0"'
    text = f"<o:body><o:text>{body}</o:text></o:body>"
    content = f"<o:document-content {space}><o:styles>{styles}</o:styles>{text}</o:document-content>"
    return content, f"<o:document-meta {space}><o:meta>{meta}</o:meta></o:document-meta>"


def shown(draft: Draft) -> list[tuple[str, str]]:
    """The blocks of a draft: what they are and what they say."""
    made = compose(draft)
    return [(block.kind, made.text[block.start : block.end]) for block in made.blocks]


def linked(draft: Draft) -> list[tuple[str, str]]:
    """What links, or has a note, and to what."""
    made = compose(draft)
    return [(made.text[link.start : link.end], link.target) for link in made.links]


def places(draft: Draft) -> Places:
    """The places of a draft's text."""
    return compose(draft).places
