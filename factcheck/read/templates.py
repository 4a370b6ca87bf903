"""What templates and editors leave in a text, and no reader sees: holes that are filled in later (`{{ n }}`),
tags (`{% if %}`), comments in other notations than HTML's."""

from __future__ import annotations

import re

from factcheck.model import Span

_PASSAGE = re.compile(
    r"""(?P<comment>\{\#.*?\#\}
        |\{%-?\s*comment\b[^%]*%\}.*?\{%-?\s*endcomment\s*-?%\}
        |\{/\*.*?\*/\}
        |(?<![\d%])%%(?!%)[^\n]*?[^\n%]%%(?!%)
        |^%%[ \t]*\n.*?\n%%[ \t]*$
        |^[ \t]*//[ \t]*fact[-_ ]?check[^\n]*$)
    |(?P<hole>\{\{.*?\}\}|\{%.*?%\})""",
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_OPENING = re.compile(r"<!--|\{#|\{%-?\s*comment\b[^%]*%\}|\{/\*|%%|//")
_CLOSING = re.compile(r"(?:-->|#\}|\{%-?\s*endcomment\s*-?%\}|\*/\}|%%)$")


def passages(text: str, start: int) -> tuple[list[Span], list[Span]]:
    """The spans from `start` on that are no prose, and those of them that are comments, in order."""
    if not any(sign in text for sign in ("{{", "{%", "{#", "{/*", "%%", "//")):
        return [], []
    found = list(_PASSAGE.finditer(text, start))
    return [match.span() for match in found], [match.span() for match in found if match["comment"]]


def inside(comment: str) -> str:
    """What stands between a comment's signs, whatever its notation."""
    opening = _OPENING.match(comment)
    return _CLOSING.sub("", comment[opening.end() if opening else 0 :])
