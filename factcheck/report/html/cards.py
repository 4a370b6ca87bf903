"""Claims as a page of their own, each with its chart, and where articles use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Claim, Report
from factcheck.report.html.claim import claim_card
from factcheck.report.html.markup import text
from factcheck.report.html.page import asset, document
from factcheck.report.html.sheet import sheet_of


def cards(claims: Sequence[Claim], report: Report) -> str:
    """Some claims as one HTML document that needs nothing else, with what a report says of them."""
    sheet = replace(sheet_of(report), anchors={})  # the articles are not on it
    told = "".join(
        claim_card(claim, [mention for mention in report.mentions if mention.claim == claim.id], sheet)
        for claim in claims
    )
    title = text(claims[0].title) if len(claims) == 1 else sheet.words("claims")
    return document(title, f"<main>{told}</main>", sheet.words, [asset("page.css")], [])
