"""The value that is current, in the article's own form; each is read again before it is offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.check.verdict import value_agrees
from factcheck.check.wording import held
from factcheck.compare.agree import agree
from factcheck.language.lexicon import Lexicon, languages
from factcheck.language.lexicon import load as lexicon_of
from factcheck.language.units import convert
from factcheck.lsp.check import Checked
from factcheck.lsp.days import dates
from factcheck.lsp.numerals import numerals
from factcheck.match.comparable import comparable
from factcheck.model import Claim, Mention, Quantity, Value


def restated(mention: Mention, claim: Claim, checked: Checked) -> Iterator[tuple[Value, str]]:
    """What may stand in a mention's place for each current value with which it does not agree: the first way
    of writing that is read as that value."""
    article = checked.report.articles[0]
    code = article.language if article.language in languages() else "en"
    for value in held(claim, article.day):
        if not value_agrees(mention, value, claim.tolerance):
            ways = _ways(mention, value, checked, lexicon_of(code))
            told = (way for way in ways if _reads(way, mention, value, claim, checked, code))
            if text := next(told, ""):
                yield value, text


def plainly(mention: Mention, claim: Claim, checked: Checked) -> str | None:
    """A figure without what bounds it ("up to"), where none of the current values is bounded; None where it
    would not be read so."""
    article = checked.report.articles[0]
    values = [value.quantity for value in held(claim, article.day)]
    first, last = (at - mention.sentence_start for at in mention.outer)
    if mention.qualifier == "exact" or first < 0 or not all(map(_is_plain, values)):
        return None
    prose = mention.sentence[:first] + mention.text + mention.sentence[last:]
    code = article.language if article.language in languages() else "en"
    for figure in checked.room.tools.readers(lexicon_of(code)).figures(prose):
        known = comparable(figure, claim) if figure.start == first else None
        if known is not None and _is_plain(known) and any(one and agree(known, one, 0) for one in values):
            return mention.text
    return None


def _is_plain(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.qualifier == "exact" and quantity.high is None


def _ways(mention: Mention, value: Value, checked: Checked, lexicon: Lexicon) -> Iterator[str]:
    prose = checked.article.text if checked.article else ""
    if value.name:
        yield value.name
    elif value.date and mention.kind == "date":
        yield from dates(mention.text, value.date, lexicon)
    elif value.quantity and mention.quantity:
        number = convert(value.quantity.value, value.quantity.unit, mention.quantity.unit)
        if number is not None and value.quantity.high is None:
            yield from numerals(mention.text, mention.quantity.value, number, prose, lexicon)
        yield value.text


def _reads(way: str, mention: Mention, value: Value, claim: Claim, checked: Checked, code: str) -> bool:
    """Whether a text in a mention's place is read as a value, in its sentence."""
    if mention.kind == "name":
        return True
    start = mention.at[0] - mention.sentence_start
    end = mention.at[1] - mention.sentence_start
    if start < 0 or mention.sentence[start:end] != mention.text:
        return False
    prose = mention.sentence[:start] + way + mention.sentence[end:]
    readers = checked.room.tools.readers(lexicon_of(code))
    if mention.kind == "date":
        found = readers.dates(prose, checked.report.articles[0].day)
        return any(
            date.start == start and value_agrees(replace(mention, value=date.iso), value, 0) for date in found
        )
    for figure in readers.figures(prose):
        if figure.start <= start < figure.end:
            known = comparable(figure, claim)
            return known is not None and value_agrees(
                replace(mention, quantity=known), value, claim.tolerance
            )
    return False
