"""The JSON report, a public promise: report.schema.json beside this module describes it."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import Any

from factcheck.escape import json_literal
from factcheck.language.units import SHARE
from factcheck.model import ArticleSummary, Attribution, Finding, Mention, Related, Report, Unchecked
from factcheck.report.summary import tally
from factcheck.show.order import SEVERITIES, figures
from factcheck.show.unchecked import counts
from factcheck.version import VERSION

SCHEMA = 2


def to_json(report: Report) -> str:
    """The report as a JSON document that ends with a newline; its keys stand in the schema's order.

    The document is ASCII-safe where it must be (controls, bidirectional controls, lone surrogates
    are `\\uXXXX`) and UTF-8 elsewhere.
    """
    return json_literal(json.dumps(document(report), ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def document(report: Report) -> dict[str, Any]:
    """The report as the object that `to_json` writes."""
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "articles": [_article(article) for article in report.articles],
        "mentions": [_mention(mention) for mention in report.mentions],
        "findings": [finding_object(finding) for finding in report.findings],
        "unchecked": [_unchecked(row) for row in report.unchecked],
        "summary": _summary(report),
    }


def _article(article: ArticleSummary) -> dict[str, Any]:
    return {
        "path": article.path,
        "title": article.title,
        "date": article.date,
        "date_from": article.date_from,
        "day": article.day,
        "language": article.language,
        "sentences": article.sentences,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "path": mention.path,
        "line": mention.line,
        "column": mention.column,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "sentence": mention.sentence,
        "value": _value(mention.value),
        "low": _number(mention.low),
        "high": _number(mention.high),
        "unit": None if mention.unit == SHARE else mention.unit,
        "qualifier": mention.qualifier,
        "claim": mention.claim,
        "score": _number(mention.score),
        "verdict": mention.verdict,
        "attribution": _attribution(mention.attribution),
        "certainty": mention.certainty,
        "place": mention.place,
    }


def _value(value: float | tuple[float, float] | str) -> Any:
    if isinstance(value, tuple):
        return [_number(end) for end in value]
    return value if isinstance(value, str) else _number(value)


def _number(number: float | None) -> float | None:
    # JSON knows no infinity, which four hundred digits in an article amount to
    return number if number is not None and math.isfinite(number) else None


def _attribution(attribution: Attribution | None) -> dict[str, Any] | None:
    if attribution is None:
        return None
    return {"status": attribution.status, "source": attribution.source}


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding as an object with the keys of contract, section 2, in their order."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "claim": finding.claim,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "text": finding.text,
        "sentence": finding.sentence,
        "expected": finding.expected,
        "message": finding.message,
        "related": [_related(other) for other in finding.related],
        "place": finding.place,
    }


def _related(other: Related) -> dict[str, Any]:
    return {
        "path": other.path,
        "line": other.line,
        "column": other.column,
        "text": other.text,
        "place": other.place,
    }


def _unchecked(row: Unchecked) -> dict[str, Any]:
    return {"kind": row.kind, "path": row.path, "line": row.line, "reason": row.reason}


def _summary(report: Report) -> dict[str, Any]:
    severities = Counter(finding.severity for finding in report.findings)
    read = report.counts
    return {
        "rules": {rule: sum(row.values()) for rule, row in tally(report.findings).items()},
        "severities": {severity: severities[severity] for severity in SEVERITIES},
        "to_look_at": len(figures(report.findings)),
        "suppressed": len(report.suppressed),
        "figures": read.figures,
        "dates": read.dates,
        "matched": read.matched,
        "possible": read.possible,
        "claims": read.claims,
        "unmatched": read.unmatched,
        "furniture": read.furniture,
        "registry": report.registry,
        "unchecked": counts(report.unchecked),
        "errors": list(report.errors),
    }
