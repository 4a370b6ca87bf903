"""Values and keys as TOML writes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from factcheck.escape import json_literal

_LONGEST = 60  # characters of a value that a message quotes
WHOLE = 2**63
"""From where a whole number is no TOML any more, and may have more digits than Python writes."""


def toml(value: object) -> str:
    """A text, a number, a truth value, or a list or a table of such, as TOML writes it in a line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{toml_key(key)} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, int) and abs(value) >= WHOLE:
        return hex(value)
    if isinstance(value, bool | int | float | str):
        return json_literal(json.dumps(value, ensure_ascii=False))
    return str(value)


def briefly(value: object) -> str:
    """The same for a message, cut where it is long."""
    written = toml(value)
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


def toml_key(key: str) -> str:
    """A key, in quotes where it needs them."""
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else toml(key)


def named(keys: Iterable[str]) -> str:
    """Keys as TOML joins them: `per-file."old/**".ignore`."""
    return ".".join(map(toml_key, keys))
