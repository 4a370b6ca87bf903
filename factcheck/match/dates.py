"""What speaks for and against giving a date to a claim of kind `date`."""

from __future__ import annotations

from factcheck.check.agree import dates_agree
from factcheck.match.context import Context
from factcheck.match.evidence import Evidence, Sets, countries, coverage, mass, set_apart
from factcheck.match.index import Entry


def evidence(iso: str, word: int, entry: Entry, context: Context, sets: Sets) -> Evidence:
    """Every clue, by name; `iso` is the date as precise as it was read, `word` its first word's number."""
    values = [value.date for value in entry.claim.values if value.date]
    agrees = any(dates_agree(iso, value) for value in values)
    here, there = countries(context.clause), countries(entry.keys)
    return {
        "clause": coverage(entry, context.clause),
        "sentence": coverage(entry, context.sentence),
        "context": coverage(entry, context.whole),
        "mass": mass(entry, context, word),
        "agrees": 1.0 if agrees else 0.0,
        "one part differs": 1.0 if not agrees and any(_one_part(iso, value) for value in values) else 0.0,
        "year alone": 1.0 if len(iso) == 4 else 0.0,
        "other country": 1.0 if here and there and not here & there else 0.0,
        "set apart": set_apart(set(context.clause), set(entry.keys), sets.contraries)[0],
    }


def _one_part(one: str, other: str) -> bool:
    """Whether two dates differ in one part: the day, the month or the year."""
    return sum(a != b for a, b in zip(one.split("-"), other.split("-"), strict=False)) == 1
