"""Characters as a reader sees them: invisible ones gone, accents composed, digits and blanks of one kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from factcheck.model import Span

# soft hyphen, joiners, zero-width spaces, marks of direction, byte order marks, variation selectors
_INVISIBLE = (
    "\xad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
_FIRM = "\xa0\u2007\u2009\u200a\u202f"  # the blanks that stand within a figure
_SOFT = r"\t\n\r\x0b\x0c\x1c-\x1f\x85\u1680\u2000-\u2006\u2008\u2028\u2029\u205f\u3000"
_AS_WIDE = {"\u2007": "\xa0", "\u200a": "\u2009"}  # what a figure space and a hair space are read as
_BLANK = _INVISIBLE + _FIRM + _SOFT
_MARKS = "\u0300-\u036f"
_SPELT = "&(?:nbsp|thinsp|shy|zwnj|lrm|rlm|#160|#8239|#x[aA]0|#x202[fF]);"  # what an export has escaped twice
_ODD = re.compile(
    rf"(?P<blank>[ ]*(?:[{_BLANK}]|{_SPELT})(?:[ {_BLANK}]|{_SPELT})*|[ ]{{2,}})"
    rf"|(?P<accent>.[{_MARKS}]+)"
    r"|(?P<digit>[^\D0-9])"
    "|(?P<hyphen>[\u2010\u2011])"
    "|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<point>[\uff0e\u066b](?<=\d.)(?=\d)|[\xb7\u22c5](?<=\d.)(?=\d\d?(?!\d))(?!10[\^\xb2\xb3\xb9\u2070-\u207b\u2212-]))"
    r"|(?P<comma>\uff0c(?<=\d.)(?=\d))"
    r"|(?P<thousands>[\u066c\u060c](?<=\d.)(?=\d{3}(?!\d)))"
    r"|(?P<apostrophe>[\xb4\u02b9\u02bc\u2018](?<=\d.)(?=\d{3}(?!\d)))"
)
_WRITTEN = {"hyphen": "-", "point": ".", "comma": ",", "thousands": "\u202f", "apostrophe": "\u2019"}
"""How signs are read that others write for the usual ones, within a figure."""
_DROPPED = re.compile(f"[{_INVISIBLE}]+")
_SOFTLY = re.compile(f"[ {_SOFT}]")

Stretch = tuple[str, Span]
"""What is shown of a text, and the span of the text that shows it so."""


def stretches(text: str) -> Iterator[Stretch]:
    """A text as it is shown, in stretches: whatever is as long as its span stands there as it is.

    Blanks of any number and kind are one: a space, or the first where all of them hold a figure together.
    Unicode Standard, 5.20 (invisible characters) and Annex 15 (NFC).
    """
    cursor = 0
    for match in _ODD.finditer(text):
        start, end = match.span()
        if cursor < start:
            yield text[cursor:start], (cursor, start)
        if instead := _instead(match):
            yield instead, (start, end)
        cursor = end
    if cursor < len(text):
        yield text[cursor:], (cursor, len(text))


def _instead(match: re.Match[str]) -> str:
    if match.lastgroup == "blank":
        seen = _DROPPED.sub("", unescape(match[0]))
        return " " if _SOFTLY.search(seen) else _AS_WIDE.get(seen[:1], seen[:1])
    if match.lastgroup == "accent":
        return unicodedata.normalize("NFC", match[0])
    if match.lastgroup == "ligature":
        return unicodedata.normalize("NFKC", match[0])
    return (
        str(unicodedata.decimal(match[0])) if match.lastgroup == "digit" else _WRITTEN[str(match.lastgroup)]
    )
