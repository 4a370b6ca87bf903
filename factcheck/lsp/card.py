"""What is shown beside a figure: its claim, what was current on the article's day and why, who says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.check.wording import held
from factcheck.compare.series import current
from factcheck.escape import visible
from factcheck.model import ArticleSummary, Claim, Finding, Mention, Value

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_ADDRESS = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'*+,;=%]+", re.ASCII)
_VERDICTS = {
    "supported": "agrees",
    "outdated": "is outdated",
    "disputed": "is disputed",
    "discrepancy": "disagrees",
}
_SAYS = {"sourced": "said by", "vague": "said by nobody named", "unsourced": "no source is named"}
_SAFE = ":/?#.-_~%&=+,;"


@dataclass(frozen=True, slots=True)
class Style:
    """How a card is written: what makes a text of ours bold or a link, and a foreign text harmless."""

    text: Callable[[str], str]
    bold: Callable[[str], str]
    link: Callable[[str, str], str]
    item: str
    gap: str = "\n\n"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: on one line, all that could be a mark escaped."""
    return _MARKS.sub(r"\\\1", visible(text))


def _link(text: str, url: str) -> str:
    """A link where the address is one of the web and holds no mark of Markdown."""
    if not _ADDRESS.fullmatch(url):
        return escaped(text)
    address = "".join(char if char.isalnum() or char in _SAFE else f"%{ord(char):02X}" for char in url)
    return f"[{escaped(text)}]({address})"


MARKDOWN = Style(escaped, lambda text: f"**{escaped(text)}**", _link, "- ")
PLAIN = Style(visible, visible, lambda text, url: visible(f"{text} <{url}>" if url else text), "· ")


def card(
    mention: Mention, claim: Claim, article: ArticleSummary, findings: Sequence[Finding], style: Style
) -> str:
    """The card of a mention's claim, with what is flagged about it."""
    head = f"{style.bold(claim.title)} ({style.text(claim.id)})"
    parts = [head, _now(claim, article, style), _judged(mention, style)]
    if flagged := [f"{style.item}{style.text(f'{one.rule}: {one.message}')}" for one in findings]:
        parts.append("\n".join(flagged))
    if claim.kind != "statement":
        parts.append("\n".join(_series(claim, article.day, style)))
    return style.gap.join(filter(None, parts)) + "\n"


def _now(claim: Claim, article: ArticleSummary, style: Style) -> str:
    """What the registry says on the article's day, and why that is so."""
    if claim.rating:
        sources = ", ".join(_source(value, style) for value in claim.values if value.source)
        return f"The registry rates it {style.bold(claim.rating)}" + (f" ({sources})" if sources else "")
    told = " / ".join(_value(value, style) for value in held(claim, article.day))
    return f"On {style.text(article.day)}: {told}. {style.text(why(claim, article))}"


def why(claim: Claim, article: ArticleSummary) -> str:
    """Why these values are the ones that count, in a sentence or two."""
    found = {"document": "the document's own", "option": "given by --date", "page": "told by the page"}
    where = article.date_from and found.get(article.date_from, f"from its {article.date_from}")
    day = (
        f"The article's day is {article.day} ({where})" if where else "The article has no date: today counts"
    )
    return f"{_reason(claim, article.day)} {day}."


def _reason(claim: Claim, day: str) -> str:
    values = current(claim, day)
    if not values:
        return "No value of the claim holds on that day: the nearest is told."
    if not any(value.as_of for value in values):
        return "Its value has no date: it always holds."
    whose = "Each source's newest value" if claim.competing else "The newest value"
    return f"{whose} that is not after the article's day holds."


def _judged(mention: Mention, style: Style) -> str:
    """What the figure is, and who says so."""
    perhaps = "may be about it, and then " if mention.certainty == "possible" else ""
    verdict = style.bold(_VERDICTS[mention.verdict or "supported"])
    who = mention.attribution
    told = _SAYS[who.status] if who else ""
    source = f" {style.bold(who.source)}" if who and who.status == "sourced" and who.source else ""
    return f"{style.bold(mention.said or mention.text[:80])} {perhaps}{verdict}; {told}{source}."


def _value(value: Value, style: Style) -> str:
    since = f" since {style.text(value.as_of)}" if value.as_of else ""
    source = f" ({_source(value, style)})" if value.source else ""
    return f"{style.bold(value.text)}{since}{source}"


def _source(value: Value, style: Style) -> str:
    return style.link(value.source.name, value.link) if value.source else ""


def _series(claim: Claim, day: str, style: Style) -> Iterator[str]:
    """Its values in their order, those that hold on the day marked."""
    holding = set(map(id, current(claim, day)))
    for value in claim.values:
        ended = f" until {style.text(value.until)}" if value.until else ""
        mark = " ← current" if id(value) in holding else ""
        yield f"{style.item}{_value(value, style)}{ended}{mark}"
