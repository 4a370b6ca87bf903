"""The fields of a front matter, as they are written: YAML between `---`, TOML between `+++`, or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import yaml

from factcheck.errors import ReadError
from factcheck.model import Span
from factcheck.registry.nodes import too_deep
from factcheck.registry.syntax import TOO_DEEP

# an unquoted headline is text to the end of its line, whatever YAML makes of `: ` and ` #`
_BARE = re.compile(
    r"^(?:title|description|standfirst|subtitle):[ \t]+(?![\"'|>&*!%@`\[{#])[^\n]*",
    re.MULTILINE | re.IGNORECASE,
)
_YAML_SIGN = re.compile(r"(?<=:) (?=\S)| (?=#)")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_ASSIGNED = re.compile(
    r"""^[ \t]*["']?(?P<key>[\w-]+)["']?[ \t]*=[ \t]*
    (?:\"\"\"(?P<a>.*?)\"\"\" | '''(?P<b>.*?)'''
    | "(?P<c>(?:\\.|[^"\\\n])*)" | '(?P<d>[^'\n]*)' | (?P<e>[^\n]*))""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


class Field(NamedTuple):
    """A key at the top of a front matter, in lower case, with its value as text (None where it is no plain
    text), where its characters stand, without their quotes, and its line, from 1."""

    key: str
    value: str | None
    span: Span
    line: int


def yaml_fields(path: str, text: str, start: int, end: int) -> Iterator[Field]:
    """The fields of the YAML at `start:end`. Raises ReadError for what is none."""
    first = text.count("\n", 0, start) + 1
    for key, value in _mapping(path, first, _BARE.sub(_without_signs, text[start:end])):
        line, scalar = key.start_mark.line + first, isinstance(value, yaml.ScalarNode)
        if isinstance(key, yaml.ScalarNode):
            said = value.value if scalar else None
            yield Field(key.value.lower(), said, _span(text, start, value) if scalar else (0, 0), line)


def json_fields(path: str, text: str, start: int, end: int) -> Iterator[Field]:
    """The fields of the JSON object at `start:end`, which `json_end` has found."""
    told = json.loads(text[start:end])
    first = text.count("\n", 0, start) + 1
    # JSON is YAML but for its escapes; any two letters keep the places
    for key, value in _mapping(path, first, _ESCAPE.sub("xx", text[start:end])):
        at = start + key.start_mark.index + 1
        name = json.loads(f'"{text[at : start + key.end_mark.index - 1]}"')
        line, said = key.start_mark.line + first, told[name]
        scalar = said is None or not isinstance(said, dict | list)
        span = _span(text, start, value) if scalar else (0, 0)
        yield Field(name.lower(), _plain(said) if scalar else None, span, line)


def json_end(path: str, text: str, start: int) -> int:
    """Where the JSON object that begins at `start` ends. Raises ReadError where it is none."""
    try:
        return json.JSONDecoder().raw_decode(text, start)[1]
    except ValueError as error:
        line, what = getattr(error, "lineno", 1), getattr(error, "msg", error)
        raise ReadError(f"{path}:{line}: the front matter is no JSON: {what} (mend it there)") from None


def toml_fields(path: str, text: str, start: int, end: int) -> Iterator[Field]:
    """The fields of the TOML at `start:end`, without its tables. Raises ReadError for what is none."""
    import tomllib

    first = text.count("\n", 0, start) + 1
    try:
        told = tomllib.loads(text[start:end])
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = first + (int(at[1]) - 1 if at else 0)
        raise ReadError(f"{path}:{line}: the front matter is no TOML: {error} (mend it there)") from None
    tables = _TABLE.search(text, start, end)
    for match in _ASSIGNED.finditer(text, start, tables.start() if tables else end):
        said = told.get(match["key"])
        scalar = said is not None and not isinstance(said, dict | list)
        span = next(match.span(name) for name in "abcde" if match[name] is not None)
        line = text.count("\n", 0, match.start("key")) + 1
        yield Field(match["key"].lower(), _plain(said) if scalar else None, span, line)


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return "" if value is None else str(value)


def _without_signs(line: re.Match[str]) -> str:
    key, _, value = line[0].partition(":")
    text = value.lstrip(" \t")
    return f"{key}: ".ljust(len(line[0]) - len(text)) + _YAML_SIGN.sub("\xa0", text)


def _mapping(path: str, first: int, source: str) -> list[tuple[yaml.Node, yaml.Node]]:
    if deep := too_deep(source, _LOADER):
        raise ReadError(
            f"{path}:{deep.line + first}: the front matter is {TOO_DEEP} (write it in plain lines)"
        )
    # nodes are composed, never constructed: a date stays the string that was written
    try:
        root = yaml.compose(source, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first + (mark.line if mark else 0)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        raise ReadError(
            f"{path}:{line}: the front matter is no YAML: {what} (put the value in quotes)"
        ) from None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise ReadError(f"{path}:{first}: the front matter holds no `key: value` lines (write `title: …`)")
    return list(root.value)


def _span(text: str, offset: int, node: yaml.Node) -> Span:
    """Where a scalar's characters stand: inside its quotes, or below a block scalar's `>`."""
    start, end = offset + node.start_mark.index, offset + node.end_mark.index
    style = getattr(node, "style", None)
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style in ("|", ">"):
        start = text.find("\n", start) + 1
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
