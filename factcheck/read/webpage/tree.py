"""A web page's tree: decoded, and parsed as browsers do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.read.decode import decode
from factcheck.read.draft import LARGEST

if TYPE_CHECKING:
    from justhtml import JustHTML

DEEPEST = 20_000
"""How many tags may stand open in each other; browsers stop at 512."""
MOST_STYLES = 300
"""How many tags of style, each of its own kind, may be left open: every paragraph opens all of them again."""

_UNICODE = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]*?encoding=[\"']([\w.:-]+)", re.IGNORECASE
)
_KNOWN = re.compile(
    r"(?:iso|latin|windows|cp|koi8|shift|s?jis|euc|gb|big5|mac|ibm|tis|ks_c)[\w.:-]*", re.IGNORECASE
)
_WESTERN = re.compile(r"iso[-_]?8859[-_]?1|latin-?1", re.IGNORECASE)
_HEAD = 4096
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b]")
_CLOSED_AT_ONCE = re.compile(
    r"<(?:script|style|title|textarea|iframe|noscript|template|select)(?:\s[^<>]*)?/>", re.IGNORECASE
)
# what browsers take for a comment, and the parser, where it keeps places, for text
_BOGUS = re.compile(r"<\?|<!(?!--|doctype)|(?<!^)<!doctype|</[^A-Za-z>]", re.IGNORECASE)
_OR_BOGUS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title)\b.*?(?:</(?P=raw)|\Z)|\A\s*<!doctype[^>]*>"
    r"|(?P<bogus>(?:<\?|<!|</[^A-Za-z>])[^>]*(?:>|\Z))",
    re.IGNORECASE | re.DOTALL,
)
_RAW = ("script", "style", "textarea", "title", "noscript", "xmp")  # in which a comment is none
_TAGS = re.compile(
    r"<(?P<close>/)?(?P<name>div|span|section|article|main|ul|ol|dl|table|blockquote|a|font|center|svg|math|g"
    r"|b|big|code|em|i|nobr|s|small|strike|strong|tt|u)\b(?P<rest>[^>]*)",
    re.IGNORECASE,
)
_STYLES = frozenset(
    {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)


def text_of_bytes(path: str, data: bytes) -> str:
    """A page's text: UTF-8, else in the encoding that it names itself, else as `decode` finds it.

    Raises ReadError for binary data and for what is larger than LARGEST.
    """
    if len(data) > 4 * LARGEST:
        raise ReadError(_too_large(path))
    text = decode(path, _as_utf8(data))
    if len(text) > LARGEST:
        raise ReadError(_too_large(path))
    sample = text[:_HEAD]
    if len(_CONTROLS.findall(sample)) > len(sample) // 100:
        raise ReadError(f"{path}: binary data, no web page (save the page as HTML)")
    # the parser would drop a second byte order mark, and shift all places
    return " " + text[1:] if text.startswith("\ufeff") else text


def _too_large(path: str) -> str:
    return f"{path}: more than {LARGEST // 1_000_000} MB of HTML (save the article's part of it alone)"


def _as_utf8(data: bytes) -> bytes:
    named = _CHARSET.search(data, 0, _HEAD)
    if not named or data.startswith(_UNICODE):
        return data
    name = (named[1] or named[2]).decode("ascii", "replace")
    if not _KNOWN.fullmatch(name):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return data
    try:
        return data.decode("cp1252" if _WESTERN.fullmatch(name) else name).encode()
    except (LookupError, UnicodeError, ValueError):
        return data


def parse(path: str, source: str, fragment: bool = False) -> JustHTML:
    """The tree of a page. Raises ReadError for one that is nested deeper than DEEPEST."""
    from justhtml import JustHTML

    _check_depth(path, source)
    if path.lower().endswith(".xhtml") or source.startswith("<?xml"):
        source = _CLOSED_AT_ONCE.sub(_masked, source)  # as HTML, these would hide all that follows
    if _BOGUS.search(source):
        source = _OR_BOGUS.sub(lambda tag: _masked(tag) if tag["bogus"] else tag[0], source)
    return JustHTML(source, track_node_locations=True, sanitize=False, fragment=fragment)


def _masked(tag: re.Match[str]) -> str:
    """A comment instead of a tag, or blanks where there is no room for one, so that all keeps its place."""
    size = len(tag[0])
    return f"<!--{'x' * (size - 7)}-->" if size >= 7 else " " * size


def unclosed(source: str) -> int:
    """Where a comment begins that is never closed, behind which a browser shows nothing; else the end."""
    at = source.find("<!--", source.rfind("-->") + 1)
    if at < 0:
        return len(source)
    before = source[:at].lower()
    within = any(before.rfind(f"<{name}") > before.rfind(f"</{name}") for name in _RAW)
    return len(source) if within else at


def _check_depth(path: str, source: str) -> None:
    depth, styles, kinds = 0, 0, set[str]()
    for tag in _TAGS.finditer(source):
        step = -1 if tag["close"] else 1
        depth = max(depth + step, 0)
        if tag["name"].lower() in _STYLES:
            styles += step
            if step > 0:
                kinds.add(tag[0])
        if depth > DEEPEST or (styles > MOST_STYLES and len(kinds) > MOST_STYLES):
            line = source.count("\n", 0, tag.start()) + 1
            raise ReadError(f"{path}:{line}: tags are nested too deeply to be read (close them)")
