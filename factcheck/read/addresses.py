"""Addresses of articles that are no files here (`https://…`, `s3://…`, `zip://a.md::a.zip`): which words are
some, and how they are told. What lies there is fetched by `remote`."""

from __future__ import annotations

import re
from posixpath import splitext

_SCHEME = r"[a-z][a-z0-9+.-]+"
_ADDRESS = re.compile(rf"(?:{_SCHEME}::)*({_SCHEME})://([^:]*(?::(?!:)[^:]*)*)", re.I)
"""An address, or a chain of them: what is packed first, then what it is packed in."""
_USER = re.compile(r"(?<=://)[^/?#\s]*@")
_QUERY = re.compile(r"(?:(?<=[?&;])|(?<=#)(?=[^=&;#]+=))((?:[^=&;#:]|:(?!:))*)(=?)((?:[^&;#:]|:(?!:))*)")
_SECRET = re.compile(
    r"tok|key|sig|secret|pass|pwd?|auth|cred|sess|sid|code|jwt|hash|hmac|ticket|access|amz|goog|saml|otp|pin",
    re.I,
)
_LONG = 20
"""Signs that a number, a word or a day of a query does not have, and a secret does."""
HIDDEN = "***"
_WEB = ("http", "https")
_PAGES = ("", ".php", ".asp", ".aspx", ".jsp", ".cfm")
"""The endings of addresses in the web at which pages stand, beside those of files."""


def is_address(path: str) -> bool:
    """Whether a path is an address, and no file's."""
    return "://" in path and _ADDRESS.match(path) is not None


def shown(path: str) -> str:
    """A path as reports name it: of an address what may be a secret is hidden (who logs in, and of a query
    what is called like one, has no name, or is long); a file's as it is."""
    return _QUERY.sub(_hidden, _USER.sub(f"{HIDDEN}@", path)) if is_address(path) else path


def _hidden(match: re.Match[str]) -> str:
    name, equals, value = match.groups()
    if not equals:
        return HIDDEN if name else ""
    return f"{name}={HIDDEN if _SECRET.search(name) or len(value) >= _LONG else value}"


def is_web(path: str) -> bool:
    """Whether an address is one of the web: it has no folders that can be listed."""
    found = _ADDRESS.match(path)
    return found is not None and found[1].lower() in _WEB


def last_name(path: str) -> str:
    """What a path's ending stands in: of an address its own place, without its query; a page in the web needs
    no ending, and is `.html`."""
    found = _ADDRESS.match(path) if "://" in path else None
    if found is None:
        return path
    if found[1].lower() not in _WEB:
        return found[2]
    place = re.split(r"[?#]", found[2])[0].partition("/")[2].rstrip("/") or "index"
    return f"{place}.html" if splitext(place)[1].lower() in _PAGES else place
