"""What the registry says of a claim, in the page's words."""

from __future__ import annotations

from factcheck.check.wording import brief, held
from factcheck.model import Claim, Value
from factcheck.report.html.words import Words

LATEST = "9999-12-31"


def known(claim: Claim, day: str, words: Words) -> str:
    """`11k since 2024-10-23 (NIS)`: what `check.wording.expected` says, as a text in the page's language."""
    if claim.kind == "statement":
        sources = ", ".join(brief(value.source) for value in claim.values if value.source)
        return f"{words.get('ratings', claim.rating or '')}{f' ({sources})' if sources else ''}"
    return " / ".join(dict.fromkeys(_told(value, words) for value in held(claim, day)))


def _told(value: Value, words: Words) -> str:
    since = f" {words('since').lower()} {value.as_of}" if value.as_of else ""
    source = f" ({brief(value.source)})" if value.source else ""
    return f"{value.text}{since}{source}"
