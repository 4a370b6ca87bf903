"""The elements of WordprocessingML by their names, whichever of its namespaces they are in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # the strict kind
)
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FORMULAS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
UNREAD = frozenset(
    (
        *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "tcPr", "trPr", "sdtPr", "sdtEndPr", "rt"),
        *("delInstrText", "numPr"),
    )
)
"""The elements that hold properties, and no text."""
_KNOWN = (
    *("body", "p", "r", "t", "delText", "tbl", "tr", "tc", "sdt", "hyperlink", "fldSimple", "fldChar"),
    *("instrText", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "txbxContent", "sym"),
    *("footnoteReference", "endnoteReference", "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"),
    *(
        "pStyle",
        "rStyle",
        "b",
        "vanish",
        "outlineLvl",
        "ilvl",
        "numId",
        "gridSpan",
        "gridBefore",
        "tblHeader",
    ),
    *("altChunk", "showingPlcHdr", "style", "name", "basedOn", "footnote", "endnote", "specVanish"),
)
_NAMES: Mapping[object, str] = {
    **{f"{{{space}}}{name}": name for space in _MAIN for name in (*_KNOWN, *UNREAD)},
    **{f"{{{_COMPATIBLE}}}{name}": name for name in ("AlternateContent", "Choice", "Fallback")},
    **{f"{{{space}}}oMath": "oMath" for space in _FORMULAS},
}
_ATTRIBUTES = {
    name: (f"{{{_MAIN[0]}}}{name}", f"{{{_MAIN[1]}}}{name}")
    for name in ("val", "id", "char", "instr", "fldCharType", "styleId")
}
_ATTRIBUTES["link"] = (f"{{{_RELATIONS[0]}}}id", f"{{{_RELATIONS[1]}}}id")
_OFF = ("0", "false", "off")


def name(element: Element) -> str | None:
    """An element's name in WordprocessingML, None for one of another language or of no importance."""
    return _NAMES.get(element.tag)


def value(element: Element | None, attribute: str = "val") -> str:
    """An attribute of an element's own namespace; empty where it has none."""
    if element is None:
        return ""
    first, second = _ATTRIBUTES[attribute]
    return element.get(first) or element.get(second) or ""


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of a name, its first child of the next name, and so on."""
    for wanted in names:
        if element is None:
            return None
        for one in element:
            if _NAMES.get(one.tag) == wanted:
                element = one
                break
        else:
            return None
    return element


def is_on(element: Element | None) -> bool:
    """Whether a property is given and not switched off."""
    return element is not None and value(element) not in _OFF


def children(element: Element | None) -> Iterable[Element]:
    """The elements within one, none where there is none."""
    return element if element is not None else ()


def text(element: Element) -> str:
    """The text that stands in an element, deleted or not."""
    return "".join(one.text or "" for one in element.iter() if name(one) in ("t", "delText"))
