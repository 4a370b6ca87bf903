"""Front matter: what the top of an article says of it, in YAML, TOML or JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.errors import ReadError
from factcheck.language.lexicon import languages
from factcheck.model import Span
from factcheck.read.days import iso, mailed
from factcheck.read.fields import Field, json_end, json_fields, toml_fields, yaml_fields

_OPEN = re.compile(r"(?:[ \t]*\n)*(?:(?P<yaml>---)|(?P<toml>\+\+\+))[ \t]*(?:\n|\Z)")
_JSON = re.compile(r"(?:[ \t]*\n)*(?=\{\s*\"[^\"\n]*\"\s*:)")
_CLOSE = {
    "yaml": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE),
    "toml": re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE),
}
# what YAML may begin with; any other text below a `---` is prose below a rule
_YAML_LIKE = re.compile(r"(?:#[^\n]*\n)*(?:- |[\w.-]+:(?:\s|\Z)|[\"'][^\"'\n]+[\"']:)|\s*\Z")
_DAY = re.compile(
    r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[T ]\s*\d{1,2}:\d\d\S*(?:\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?"
)
_DATES = ("date", "published", "publishdate", "pubdate", "datepublished", "publicationdate", "publishedat")
"""The keys of the publication date, the weightiest first; `-` and `_` in them count for nothing."""
_LANGUAGES = ("lang", "language")
_STANDFIRSTS = ("description", "standfirst", "subtitle")
_FLAGS = frozenset(("true", "false", "yes", "no"))


class FrontMatter(NamedTuple):
    """What the top of an article says. `title_span` is where the title stands, without its quotes, and
    `standfirsts` where what is read like it does; `date` an ISO day; `language` a lexicon's code; `end` where
    the body begins."""

    title: str = ""
    title_span: Span | None = None
    date: str | None = None
    language: str | None = None
    end: int = 0
    standfirsts: tuple[Span, ...] = ()


def read(path: str, text: str) -> FrontMatter:
    """The front matter of a text, an empty one where it has none. Raises ReadError
    (`path:line: what (mend)`) where it is unclosed or unreadable, or a date or language in it is."""
    found = _fields(path, text)
    if found is None:
        return FrontMatter()
    rows, end = found
    fields = _known(path, rows)
    title = fields.get("title")
    days = [_day(path, fields[key]) for key in _DATES if key in fields and _dated(fields[key])]
    codes = [_language(path, fields[key]) for key in _LANGUAGES if key in fields and fields[key].value]
    standfirsts = (fields[key].span for key in _STANDFIRSTS if key in fields and fields[key].value)
    return FrontMatter(
        title=" ".join((title.value or "").split()) if title else "",
        title_span=title.span if title and title.value else None,
        date=days[0] if days else None,
        language=codes[0] if codes else None,
        end=end,
        standfirsts=tuple(sorted(standfirsts)),
    )


def _fields(path: str, text: str) -> tuple[Iterable[Field], int] | None:
    """The fields at the top of a text and where they end; None where there are none."""
    if opening := _JSON.match(text):
        end = json_end(path, text, opening.end())
        return json_fields(path, text, opening.end(), end), end
    opening = _OPEN.match(text)
    kind = opening and opening.lastgroup
    if opening is None or kind is None:
        return None
    start = opening.end()
    closing = _CLOSE[kind].search(text, start)
    body = text[start : closing.start()] if closing else text[start:].partition("\n\n")[0]
    if kind == "yaml" and _is_rule(body):
        return None
    if closing is None and opening.start(kind) and not body.strip():
        return None
    if closing is None:
        line = text.count("\n", 0, opening.start(kind)) + 1
        sign = opening[kind]
        raise ReadError(f"{path}:{line}: the front matter is not closed (end it with a line `{sign}`)")
    read_fields = yaml_fields if kind == "yaml" else toml_fields
    return read_fields(path, text, start, closing.start()), closing.end()


def _is_rule(body: str) -> bool:
    """Whether a `---` is a rule above prose: no key of ours follows, and nothing that begins as YAML does."""
    keys = (line.partition(":")[0] for line in body.split("\n") if ":" in line)
    return not any(_name(key) in _KEYS for key in keys) and _YAML_LIKE.match(body) is None


def _name(key: str) -> str:
    return re.sub(r"[-_]", "", key.lower())


_KEYS = frozenset(("title", *_DATES, *_LANGUAGES, *_STANDFIRSTS))


def _known(path: str, rows: Iterable[Field]) -> dict[str, Field]:
    """The fields that matter, by name, each with its value trimmed."""
    fields: dict[str, Field] = {}
    for row in rows:
        name = _name(row.key)
        if name not in _KEYS or (row.value is None and name in _STANDFIRSTS):
            continue
        if row.value is None:
            raise ReadError(f"{path}:{row.line}: `{row.key}` is no plain text (write it on one line)")
        if name in fields:
            raise ReadError(f"{path}:{row.line}: `{row.key}` is given twice (keep one)")
        fields[name] = Field(row.key, row.value.strip(), row.span, row.line)
    return fields


def _dated(field: Field) -> bool:
    """Whether a field gives a date: `published: true` gives none."""
    return bool(field.value) and (field.value or "").lower() not in _FLAGS


def _day(path: str, field: Field) -> str:
    said = field.value or ""
    if day := _iso(said):
        return day
    raise ReadError(f"{path}:{field.line}: `{said}` is no day (write it as 2024-06-19)")


def _iso(said: str) -> str | None:
    """The day that a text says: 2024-06-19, with or without its time, 20240619, `19 Jun 2024`."""
    if match := _DAY.fullmatch(said):
        return iso(match[1], match[3], match[4])
    if re.fullmatch(r"\d{8}", said):
        return iso(said[:4], said[4:6], said[6:])
    return mailed(said) or mailed(f"{said.replace(',', '')} 00:00")


def _language(path: str, field: Field) -> str:
    code = re.split(r"[-_]", (field.value or "").lower())[0]
    if code not in languages():
        known = ", ".join(languages())
        raise ReadError(f"{path}:{field.line}: no lexicon for the language `{field.value}` (write {known})")
    return code
