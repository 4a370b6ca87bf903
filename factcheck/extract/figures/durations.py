"""Hours and minutes that are a length of time rather than a time of day: `dure 2h45`, `lasted 3 h 20`."""

from __future__ import annotations

import re

from factcheck.extract.figures.numbers import Number
from factcheck.extract.figures.tables import FigureTables
from factcheck.extract.lookup import Text, spaced

_HOURS = re.compile(
    r"(\d{1,3})[ \u00a0\u202f]?h[ \u00a0\u202f]?([0-5]\d)([ \u00a0\u202f]?(?:min|mn|m))?(?!\w)"
)


def lasting(text: Text, i: int, tables: FigureTables) -> Number | None:
    """The hours and minutes at word `i`, in minutes, behind a word for a length of time or before `min`."""
    found = _HOURS.match(text.prose, text.starts[i])
    if found is None:
        return None
    before = tables.qualifiers.before.before(text, i - 1)
    at = (before[1] if before else i) - 1
    told = spaced(text.gap(at)) and tables.compounds_of.lasting.before(text, at) is not None
    if not told and (found[3] is None or text.word(at) in tables.refusals.clock_before):
        return None
    value = float(found[1]) * 60 + float(found[2])
    return Number(found.start(), found.end(), i, text.holding(i, found.end()), value, 1.0, "plain", "min")
