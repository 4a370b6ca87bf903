"""A registry in other formats: CSV, a sheet, JSON, ClaimReview."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping

from factcheck.errors import FactcheckError
from factcheck.escape import json_literal
from factcheck.exchange.claimreview import reviews
from factcheck.exchange.fields import described, sources
from factcheck.exchange.table import COLUMNS, rows
from factcheck.model import Registry
from factcheck.report.cells import to_csv


def as_csv(registry: Registry) -> bytes:
    """One row a value; what a sheet would take for a formula is made a text."""
    return to_csv(COLUMNS, rows(registry)).encode("utf-8", "backslashreplace")


def as_json(registry: Registry) -> bytes:
    """The registry's own keys as JSON, which is YAML, too: what `--claims` takes."""
    told = {"sources": sources(registry)} if sources(registry) else {}
    language = {"lang": registry.language} if registry.language else {}
    claims = {claim.id: described(claim) for claim in registry.claims}
    return _json({**language, **told, "claims": claims})


def as_claimreview(registry: Registry) -> bytes:
    """The statements as ClaimReview (JSON-LD, schema.org)."""
    return _json(reviews(registry))


def as_xlsx(registry: Registry) -> bytes:
    """The rows of the CSV as a sheet, every cell a text. Raises FactcheckError without the extra `xlsx`."""
    try:
        import xlsxwriter
    except ImportError:
        raise FactcheckError("a sheet takes an extra: pip install 'factlint[xlsx]'") from None
    page = io.BytesIO()
    book = xlsxwriter.Workbook(page, {"in_memory": True})
    sheet = book.add_worksheet("claims")
    sheet.freeze_panes(1, 1)
    texts = book.add_format({"num_format": "@"})
    for number, row in enumerate((COLUMNS, *rows(registry))):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(number, column, text, texts)
    book.close()
    return page.getvalue()


def _json(document: object) -> bytes:
    written = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return json_literal(written).encode("utf-8", "backslashreplace")


FORMATS: Mapping[str, Callable[[Registry], bytes]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "json": as_json,
    "claimreview": as_claimreview,
}
