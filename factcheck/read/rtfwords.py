"""What RTF's control words stand for: signs, destinations, codes (RTF 1.9.1)."""

from __future__ import annotations

import codecs

from factcheck.read.gaps import BREAK, TAB

SIGNS = {b"~": "\xa0", b"_": "-", b"-": "\xad", b"\\": "\\", b"{": "{", b"}": "}"}
SAID = {
    "tab": TAB, "line": BREAK, "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
# the destinations without a `\*` that hold no text of the body
ASIDE = frozenset(
    (
        *("colortbl", "listtable", "listoverridetable", "pict", "header", "footer", "headerl", "headerr"),
        *("headerf", "footerl", "footerr", "footerf", "themedata", "xmlnstbl", "rsidtbl", "generator"),
        *("annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend", "nonshppict", "shprslt", "datastore"),
        *("revtbl", "filetbl", "latentstyles", "pgptbl", "mmathPr", "nonesttables", "xe", "tc", "ftnsep"),
        *("ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "rxe", "txe", "objdata", "private"),
    )
)
# those whose own text is none, but for that of a destination within them
HOLDERS = frozenset(("info", "shpinst", "object", "upr", "field", "nesttableprops"))
INNER = {"title": "info", "creatim": "info", "shptxt": "shpinst", "result": "object", "ud": "upr"}
PAGES = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
# a font's character set by its number (RTF 1.9.1, \fcharset)
CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437",
}  # fmt: skip


def page(number: int) -> str:
    """The codec of a code page, by its number; the usual one for an unknown one."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "utf-8" if number == 65001 else "cp1252"
