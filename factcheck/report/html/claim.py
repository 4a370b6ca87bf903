"""A claim's card: what it is now, its chart, its values, and where articles use it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from factcheck.check.wording import held
from factcheck.model import Claim, Mention, Value
from factcheck.report.html.chart import chart
from factcheck.report.html.known import LATEST
from factcheck.report.html.marked import mark_class
from factcheck.report.html.markup import anchor, link, number, table, text
from factcheck.report.html.note import place
from factcheck.report.html.sheet import Sheet
from factcheck.report.html.words import Words

MOST, FEW = 60, 12
"""How many uses of a claim a card lists, and on a thin sheet."""


def claim_card(claim: Claim, mentions: Sequence[Mention], sheet: Sheet) -> str:
    """The card of a claim, with what some mentions say of it, as HTML."""
    title = f"<h3>{text(claim.title)} <code>{text(claim.id)}</code></h3>"
    uses = f"<div>{uses_of(mentions, sheet)}</div>"
    return (
        f'<article class=c id="{anchor(claim.id)}">{title}{said(claim, sheet.words)}'
        f"<div class=two><div>{drawn(claim, mentions, sheet)}</div>{uses}</div></article>\n"
    )


def said(claim: Claim, words: Words) -> str:
    """What a claim says now, and what a desk keeps beside it."""
    return f"<p class=now><i>{words('now')}</i> {now(claim, words)}{_desk(claim, words)}"


def drawn(claim: Claim, mentions: Sequence[Mention], sheet: Sheet) -> str:
    """The values of a claim as a chart, with what some mentions say, and as a table."""
    return f"{chart(claim, mentions, sheet)}{values(claim, sheet.words)}"


def now(claim: Claim, words: Words, day: str = LATEST) -> str:
    """What a claim says on a day, by default in the end: its current values, each with whose it is."""
    if claim.rating:
        return f"<b>{text(words('rated', rating=words.get('ratings', claim.rating)))}</b>"
    return " / ".join(_current(value) for value in held(claim, day))


def _current(value: Value) -> str:
    source = f" ({text(value.source.name)})" if value.source else ""
    since = f" · {text(value.as_of)}" if value.as_of else ""
    return f"<b>{text(value.text)}</b>{source}{since}"


def _desk(claim: Claim, words: Words) -> str:
    """What a desk keeps beside the claim."""
    told = (
        f"{words('tolerance')} ±{claim.tolerance * 100:.3g}\u202f%" if claim.tolerance else "",
        f"{words('owner')}: {text(claim.owner)}" if claim.owner else "",
        text(words("review", day=claim.review)) if claim.review else "",
    )
    shown = " · ".join(filter(None, told))
    return f"<p class=meta>{shown}" if shown else ""


def values(claim: Claim, words: Words) -> str:
    """The values of a claim, as a table."""
    head = [words(key) for key in ("value", "since", "until", "source")]
    rows = [_row(value, claim, words) for value in claim.values]
    return table(head, rows, words("values"))


def _row(value: Value, claim: Claim, words: Words) -> list[str]:
    told = words.get("ratings", claim.rating) if claim.rating else value.text
    source = text(value.source.name if value.source else words("no_source"))
    return [
        text(told),
        number(text(value.as_of or "")),
        number(text(value.until or "")),
        link(value.link, source),
    ]


def uses_of(mentions: Sequence[Mention], sheet: Sheet) -> str:
    """Where mentions of a claim stand, what they say and how that was judged."""
    words = sheet.words
    if not mentions:
        return f"<p>{words('no_uses')}"
    head = [words(key) for key in ("date", "says", "verdict", "where")]
    shown = sorted(mentions, key=lambda mention: (_day(mention, sheet), mention.path, mention.at))
    rows = [_use(mention, sheet) for mention in shown[: FEW if sheet.thin else MOST]]
    more = len(mentions) - len(rows)
    rest = f"<p class=meta>{words.many('and_more', more)}" if more else ""
    return table(head, rows, words("uses")) + rest


def _use(mention: Mention, sheet: Sheet) -> list[str]:
    verdict = "possible" if mention.certainty == "possible" else mention.verdict or ""
    where = f"{text(PurePath(mention.path).name)}, {place(mention.place, mention.line, sheet)}"
    mark = sheet.anchor(mention)
    return [
        number(text(_day(mention, sheet))),
        f"<td lang={sheet.spoken(mention.path)}>{text((mention.said or mention.text)[:80])}",
        f'<span class="v {mark_class(mention)}">{text(sheet.words.get("verdicts", verdict))}</span>',
        f"<a href=#{mark}>{where}</a>" if mark else where,
    ]


def _day(mention: Mention, sheet: Sheet) -> str:
    article = sheet.articles.get(mention.path)
    return article.day if article else ""
