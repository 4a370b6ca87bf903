"""One mention a line, for tables of an archive: mentions.schema.json beside this module describes it."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.escape import json_literal
from factcheck.language.units import SHARE
from factcheck.model import ArticleSummary, Mention, Report
from factcheck.read.article import parted


def to_mentions(report: Report) -> str:
    """The mentions as JSON Lines: article by article in the report's order, in each by place."""
    of: dict[str, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        of[mention.path].append(mention)
    known = {article.path: article for article in report.articles}
    order = (*(path for path in known if path in of), *(path for path in of if path not in known))
    missing = ArticleSummary("", "", None, "", 0)
    return "".join(line for path in order for line in lines(known.get(path, missing), of[path]))


def lines(article: ArticleSummary, mentions: Iterable[Mention]) -> Iterator[str]:
    """The lines of an article's mentions, each ended."""
    for mention in sorted(mentions, key=_place):
        yield json_literal(json.dumps(_row(article, mention), ensure_ascii=False, allow_nan=False)) + "\n"


def _place(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, mention.end, mention.kind, mention.claim or ""


def _row(article: ArticleSummary, mention: Mention) -> dict[str, Any]:
    """A mention as a flat object, each key of one type or null."""
    who = mention.attribution
    return {
        "path": mention.path,
        "folder": _folder(parted(mention.path)[0]),
        "title": article.title,
        "date": article.date,
        "month": article.date[:7] if article.date else None,
        "day": article.day or None,
        "language": article.language,
        "line": mention.line,
        "column": mention.column,
        "place": mention.place,
        "kind": mention.kind,
        "claim": mention.claim,
        "text": mention.said or mention.text,
        "value": _value(mention.value),
        "low": _finite(mention.low),
        "high": _finite(mention.high),
        "unit": None if mention.unit == SHARE else mention.unit,
        "qualifier": mention.qualifier,
        "verdict": mention.verdict,
        "status": who.status if who else None,
        "source": who.source if who else None,
        "certainty": mention.certainty,
        "sentence": mention.sentence,
    }


def _folder(path: str) -> str:
    above, slash, _ = path.rpartition("/")
    return above or slash or "."


def _value(value: float | tuple[float, float] | str) -> str:
    """A value as it is compared: `11000`, `2000..3000`, `2025-04`, a name, a rating."""
    if isinstance(value, tuple):
        return "..".join(map(_value, value))
    return value if isinstance(value, str) else repr(value).removesuffix(".0")


def _finite(number: float | None) -> float | None:
    # JSON knows no infinity, which four hundred digits in an article amount to
    return number if number is not None and math.isfinite(number) else None
