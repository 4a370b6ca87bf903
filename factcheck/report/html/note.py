"""A figure to look at, in the margin: what is wrong with it, what the registry says, and where else to look."""

from __future__ import annotations

from factcheck.model import Finding, Mention, Related
from factcheck.report.html.markup import anchor, text
from factcheck.report.html.sheet import Note, Sheet

ALSO = 3
"""How many other places a note names."""


def note(note: Note, sheet: Sheet) -> str:
    """The note on a figure, as HTML."""
    first, mention = note.first, note.first.mention
    certainty = ' data-m="possible"' if mention and mention.certainty == "possible" else ""
    source = f' data-s="{text(said)}"' if (said := _source(mention)) else ""
    flags = "".join(
        _flag(finding, mark, sheet) for finding, mark in zip(note.figure.findings, note.prints, strict=True)
    )
    return (
        f'<div class="n {first.severity[:1]}"{certainty}{source}><p class="h"><b>{note.number}</b> <q>{text(_told(first))}</q>'
        f"{claim_link(first.claim, sheet)}</p><ul>{flags}</ul>{_facts(note, sheet)}</div>"
    )


def claim_link(claim: str, sheet: Sheet) -> str:
    """A claim's title, leading to its card; nothing for what is about none."""
    if not claim:
        return ""
    held = sheet.claims.get(claim)
    return f' <a href="#{anchor(claim)}">{text(held.title if held else claim)}</a>'


def _told(finding: Finding) -> str:
    """The figure with its qualifier, as the article says it; a long one from its beginning."""
    told = (finding.mention.said if finding.mention else "") or finding.text
    return told if len(told) <= 60 else told[:59] + "…"


def _source(mention: Mention | None) -> str:
    """Who says so, where it is somebody with a name."""
    who = mention.attribution if mention else None
    return who.source or "" if who and who.status == "sourced" else ""


def _flag(finding: Finding, mark: str, sheet: Sheet) -> str:
    """What is wrong: in the page's words, or for a rule that it has none for in the program's."""
    words = sheet.words
    told = f"<b>{text(words.get('rules', finding.rule))}</b>"
    if f"rules.{finding.rule}" not in words.table or finding.rule == "ignore":
        told += f' <span lang="en">{text(finding.message)}</span>'
    severity = text(words.get("severities", finding.severity))
    return (
        f'<li class="{finding.severity[:1]}" id="{mark}" data-r="{text(finding.rule)}">{told}'
        f" <i>{severity}</i></li>"
    )


def _facts(note: Note, sheet: Sheet) -> str:
    words = sheet.words
    said = _source(note.first.mention)
    rows = [
        (words("registry"), text(note.first.expected)),
        (words("said_by"), text(said)),
        (words("elsewhere"), _others(note, sheet)),
    ]
    return "".join(f"<p><i>{label}</i> {told}</p>" for label, told in rows if told)


def _others(note: Note, sheet: Sheet) -> str:
    """The other places that a figure is about, and how many more there are."""
    places = note.figure.related
    told = [_other(place, note.first.path, sheet) for place in places[:ALSO]]
    if len(places) > ALSO:
        told.append(sheet.words.many("and_more", len(places) - ALSO))
    return "; ".join(told)


def _other(place: Related, here: str, sheet: Sheet) -> str:
    where = text(place.place or f"{place.line}:{place.column}")
    if place.path != here:
        where = f"{text(place.path)}, {where}"
    mark = sheet.anchor(place)
    where = f'<a href="#{mark}">{where}</a>' if mark else where
    return f"<q>{text(place.text)}</q> {where}"
