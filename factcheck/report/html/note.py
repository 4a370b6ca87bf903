"""A figure to look at, in the margin: what is wrong with it, what the registry says, and where else to look.

There may be thousands of them, so that end tags which HTML lets out, and quotation marks around an attribute
of plain letters, are left out.
"""

from __future__ import annotations

from factcheck.model import Finding, Mention, Related
from factcheck.report.html.known import known
from factcheck.report.html.markup import anchor, text
from factcheck.report.html.sheet import Note, Sheet

PLAIN = {
    *("discrepancy", "outdated", "disputed", "possible"),
    *("unsourced", "vague-source", "contradiction", "divergence"),
}
"""The rules of which a note says all by their name, the registry's value and the other places."""
ALSO = 3
"""How many other places a note names."""


def note_view(note: Note, sheet: Sheet) -> str:
    """The note on a figure, as HTML."""
    first = note.first
    flags = "".join(
        _flag(finding, mark, sheet) for finding, mark in zip(note.figure.findings, note.prints, strict=True)
    )
    below = sheet.below.get((first.path, first.line, first.column), "")
    doubt = " p" if first.mention and first.mention.certainty == "possible" else ""
    return (
        f'<div class="n {first.severity[:1]}{doubt}"><b>{note.number}</b> {_said(first, sheet)}'
        f"{claim_link(first.claim, sheet)}<ul>{flags}</ul>{_facts(note, sheet)}{below}</div>"
    )


def claim_link(claim: str, sheet: Sheet) -> str:
    """A claim's title, leading to its card; nothing for what is about none."""
    if not claim:
        return ""
    held = sheet.claims.get(claim)
    return f"<a href=#{anchor(claim)}>{text(held.title if held else claim)}</a>"


def registry_says(finding: Finding, sheet: Sheet) -> str:
    """What the registry says on the article's day, in the page's words, as HTML."""
    claim, article = sheet.claims.get(finding.claim), sheet.articles.get(finding.path)
    if claim and article and finding.expected:
        return text(known(claim, article.day, sheet.words))
    return text(finding.expected)


def place(told: str, line: int, sheet: Sheet) -> str:
    """A place as people call it, in the page's words: `line 14`, `¶12`."""
    told = told or f"line {line}"
    number = told.removeprefix("line ")
    return text(sheet.words("line", n=number) if number != told else told)


def _said(finding: Finding, sheet: Sheet) -> str:
    """The figure with its qualifier, as the article says it; a long one from its beginning."""
    told = (finding.mention.said if finding.mention else "") or finding.text
    return "" if sheet.thin else f"<q>{text(told if len(told) <= 60 else told[:59] + '…')}</q> "


def _source(mention: Mention | None) -> str:
    """Who says so, where it is somebody with a name."""
    who = mention.attribution if mention else None
    return who.source or "" if who and who.status == "sourced" else ""


def _flag(finding: Finding, mark: str, sheet: Sheet) -> str:
    """What is wrong, in the page's words; with the program's where these do not say it all."""
    words = sheet.words
    told = text(words.get("rules", finding.rule))
    if finding.rule not in PLAIN:
        told += f" <span lang=en>{text(finding.said or finding.message)}</span>"
    severity = "" if sheet.thin else f" <i>{text(words.get('severities', finding.severity))}</i>"
    return f"<li class={finding.severity[:1]} id={mark}>{told}{severity}"


def _facts(note: Note, sheet: Sheet) -> str:
    words = sheet.words
    rows = (
        ("<p>", words("registry"), registry_says(note.first, sheet)),
        ("<p class=by>", words("said_by"), text(_source(note.first.mention))),
        ("<p>", words("elsewhere"), _others(note, sheet)),
    )
    return "".join(f"{begin}<i>{label}</i> {told}" for begin, label, told in rows if told)


def _others(note: Note, sheet: Sheet) -> str:
    """The other places that a figure is about, and how many more there are."""
    places = note.figure.related
    shown = 1 if sheet.thin else ALSO
    told = [_other(place, note.first.path, sheet) for place in places[:shown]]
    if len(places) > shown:
        told.append(sheet.words.many("and_more", len(places) - shown))
    return "; ".join(told)


def _other(other: Related, here: str, sheet: Sheet) -> str:
    where = place(other.place, other.line, sheet)
    if other.path != here:
        where = f"{text(other.path)}, {where}"
    mark = sheet.anchor(other)
    where = f"<a href=#{mark}>{where}</a>" if mark else where
    return f"<q lang={sheet.spoken(other.path)}>{text(other.text)}</q> {where}"
