"""Front matter: the YAML between two `---` lines at the top of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import yaml

from factcheck.errors import ReadError
from factcheck.language.lexicon import languages
from factcheck.model import Span
from factcheck.registry.nodes import too_deep
from factcheck.registry.syntax import TOO_DEEP

_OPEN = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\s*\d{1,2}:\d\d\S*(?:\s*(?:Z|UTC|[+-]\d\d:?\d\d))?)?")
# an unquoted headline is text to the end of its line, whatever YAML makes of `: ` and ` #`
_BARE_TITLE = re.compile(r"^title:[ \t]+(?![\"'|>&*!%@`\[{#])[^\n]*", re.MULTILINE)
_YAML_SIGN = re.compile(r"(?<=:) (?=\S)| (?=#)")
_KEYS = {"title": "title", "date": "date", "lang": "language", "language": "language"}
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the top of an article says. `title_span` is where the title stands, without its quotes;
    `date` an ISO day; `language` a lexicon's code; `end` where the body begins."""

    title: str = ""
    title_span: Span | None = None
    date: str | None = None
    language: str | None = None
    end: int = 0


def read(path: str, text: str) -> FrontMatter:
    """The front matter of a text, an empty one where it has none. Raises ReadError
    (`path:line: what (mend)`) where it is unclosed or no YAML, or a date or language is unreadable."""
    opening = _OPEN.match(text)
    if opening is None:
        return FrontMatter()
    closing = _CLOSE.search(text, opening.end())
    if closing is None:
        raise ReadError(f"{path}:1: the front matter is not closed (end it with a line `---`)")
    offset = opening.end()
    nodes = _nodes(path, _BARE_TITLE.sub(_without_signs, text[offset : closing.start()]))
    title, day, language = nodes.get("title"), nodes.get("date"), nodes.get("language")
    return FrontMatter(
        title=" ".join(title.value.split()) if title else "",
        title_span=_span(text, offset, title) if title and title.value.strip() else None,
        date=_day(path, day) if day and day.value.strip() else None,
        language=_language(path, language) if language and language.value.strip() else None,
        end=closing.end(),
    )


def _without_signs(line: re.Match[str]) -> str:
    key, value = line[0][:6], line[0][6:].lstrip(" \t")
    return (key + " ").ljust(len(line[0]) - len(value)) + _YAML_SIGN.sub("\xa0", value)


def _nodes(path: str, source: str) -> dict[str, yaml.ScalarNode]:
    """The scalar of each key that matters."""
    nodes: dict[str, yaml.ScalarNode] = {}
    for key, value in _mapping(path, source):
        name = _KEYS.get(key.value) if isinstance(key, yaml.ScalarNode) else None
        if name is None:
            continue
        if not isinstance(value, yaml.ScalarNode):
            raise ReadError(f"{_place(path, key)}: `{key.value}` is no plain text (write it on one line)")
        if name in nodes:
            raise ReadError(f"{_place(path, key)}: `{key.value}` is given twice (keep one)")
        nodes[name] = value
    return nodes


def _mapping(path: str, source: str) -> list[tuple[yaml.Node, yaml.Node]]:
    if deep := too_deep(source, _LOADER):
        raise ReadError(f"{path}:{deep.line + 2}: the front matter is {TOO_DEEP} (write it in plain lines)")
    # nodes are composed, never constructed: a date stays the string that was written
    try:
        root = yaml.compose(source, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        raise ReadError(
            f"{path}:{line}: the front matter is no YAML: {what} (put the value in quotes)"
        ) from None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise ReadError(f"{path}:2: the front matter holds no `key: value` lines (write `title: …`)")
    return list(root.value)


def _place(path: str, node: yaml.Node) -> str:
    return f"{path}:{node.start_mark.line + 2}"


def _span(text: str, offset: int, node: yaml.ScalarNode) -> Span:
    """Where a scalar's characters stand: inside its quotes, or below a block scalar's `>`."""
    start, end = offset + node.start_mark.index, offset + node.end_mark.index
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style in ("|", ">"):
        start = text.find("\n", start) + 1
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())


def _day(path: str, node: yaml.ScalarNode) -> str:
    match = _DAY.fullmatch(node.value.strip())
    try:
        return date.fromisoformat(match[1] if match else node.value).isoformat()
    except ValueError:
        raise ReadError(f"{_place(path, node)}: `{node.value}` is no day (write it as 2024-06-19)") from None


def _language(path: str, node: yaml.ScalarNode) -> str:
    code = re.split(r"[-_]", node.value.strip().lower())[0]
    if code not in languages():
        known = ", ".join(languages())
        raise ReadError(f"{_place(path, node)}: no lexicon for the language `{node.value}` (write {known})")
    return code
