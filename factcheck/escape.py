"""Text from articles and registries is data: what could steer a terminal or hide itself is shown instead.

Escaped are the C0 and C1 controls (terminal escapes start with one), the bidirectional controls
(Unicode TR 36: text that reads otherwise than it is stored), invisible format characters and
lone surrogates, which no output encoding takes. So are the commands that CI runners obey wherever a
line of a log holds them: `::error …` (GitHub), `##[…`, `##vso[…` (Azure), `##teamcity[…`.
Formulas (`=HYPERLINK(…)`) are let be: no format here is one of cells. One that is must quote them.
"""

from __future__ import annotations

import re

_STEERING = (
    r"\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    r"\ufffe\uffff\ud800-\udfff"
)
# the newline is left out: `visible` has made a space of it, and in JSON it stands between tokens only
_COMMAND = r"(?<!\S):(?=:[A-Za-z])|#(?=#\w*\[)"
_HOSTILE = re.compile(rf"[{_STEERING}]|[\U000e0000-\U000e007f]|{_COMMAND}")
_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+ *")


def visible(text: str) -> str:
    """`text` on one line, fit for a terminal: line ends are a space, other controls `\\x1b` and the like."""
    if text.isprintable() and "::" not in text and "##" not in text:  # quick: nothing to show
        return text
    return _HOSTILE.sub(_shown, _SPACES.sub(" ", text))


def visible_lines(text: str) -> str:
    """`text` with its lines kept and everything else made visible."""
    return "\n".join(visible(line) for line in text.split("\n"))


def json_literal(document: str) -> str:
    """A JSON document with the same value, its hostile characters written as `\\uXXXX`.

    `document` is JSON whose only characters outside ASCII stand in strings. What structures it
    (newlines between tokens) stays as it is.
    """
    return _HOSTILE.sub(_json_shown, document)


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_shown(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
