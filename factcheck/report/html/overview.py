"""The state of all at a glance: what to look at by rule, folder and article, the gravest, what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePath
from urllib.parse import quote

from factcheck.model import Report, Severity
from factcheck.report.html.markup import number, table, text
from factcheck.report.html.note import claim_link
from factcheck.report.html.sheet import Note, Sheet
from factcheck.report.summary import tally
from factcheck.show.order import SEVERITIES
from factcheck.show.unchecked import counts

GRAVEST = 12
"""How many figures the overview lists."""
ROWS = 300
"""How many rows a list of what was not checked has at most."""


def overview(report: Report, sheet: Sheet) -> str:
    """The overview of a report, as HTML."""
    words = sheet.words
    parts = (
        (words("gravest"), _gravest(sheet)),
        (words("by_rule"), _by_rule(report, sheet)),
        (words("by_folder"), _by_folder(sheet)),
        (words("unchecked"), _unchecked(report, sheet)),
        (words("account"), _account(report, sheet)),
    )
    return "".join(f"<section><h3>{title}</h3>{made}</section>" for title, made in parts if made)


def filtered(shown: str, **by: str) -> str:
    """What is `shown` (HTML), as a link to the articles with a filter set."""
    query = "&".join(f"{key}={quote(value, safe='/')}" for key, value in by.items())
    return f'<a href="#articles" data-f="{text(query)}">{shown}</a>'


def _gravest(sheet: Sheet) -> str:
    notes = sorted(chain.from_iterable(sheet.notes.values()), key=lambda note: note.figure.gravity)
    shown = "".join(_grave(note, sheet) for note in notes[:GRAVEST])
    return f'<ol class="grave">{shown}</ol>' if shown else f"<p>{sheet.words('none')}</p>"


def _grave(note: Note, sheet: Sheet) -> str:
    first, (start, end) = note.first, note.first.mark
    said, words = first.sentence, sheet.words
    figure = f"<mark>{text(said[start:end])}</mark>" if 0 <= start < end else ""
    before, after = (said[:start], said[end:]) if figure else (said, "")
    told = f"<b>{text(words.get('rules', first.rule))}</b>"
    expected = f" · <i>{words('registry')}</i> {text(first.expected)}" if first.expected else ""
    where = f"{PurePath(first.path).name}, {first.place}" if first.place else f"{first.path}:{first.line}"
    return (
        f'<li class="{first.severity[:1]}">{told}{claim_link(first.claim, sheet)}{expected}'
        f'<blockquote lang="{text(sheet.language(first.path))}">{text(before[-160:])}{figure}{text(after[:160])}'
        f'</blockquote><a href="#{note.prints[0]}">{text(where)}</a></li>'
    )


def _by_rule(report: Report, sheet: Sheet) -> str:
    words = sheet.words
    head = [words("rule"), *(words.get("severities", level) for level in SEVERITIES), words("todo")]
    rows = [_rule(rule, found, sheet) for rule, found in tally(report.findings).items()]
    return table(head, rows) if rows else ""


def _rule(rule: str, found: Mapping[Severity, int], sheet: Sheet) -> list[str]:
    words = sheet.words
    name = filtered(text(words.get("rules", rule)), rule=rule)
    cells = [_count(found[level], sheet, rule=rule, severity=level) for level in SEVERITIES]
    return [name, *cells, words.table.get(f"todos.{rule}", "")]


def _count(found: int, sheet: Sheet, **by: str) -> str:
    return number(filtered(sheet.words.number(found), **by) if found else "·")


def _by_folder(sheet: Sheet) -> str:
    """The figures to look at of each folder and of each article in it, by their gravest flag."""
    words = sheet.words
    head = [words("article"), *(words.get("severities", level) for level in SEVERITIES)]
    folders: dict[str, list[str]] = {}
    for path in sorted(sheet.notes):
        folders.setdefault(str(PurePath(path).parent), []).append(path)
    return (
        table(head, chain.from_iterable(_folder(*row, sheet) for row in folders.items())) if folders else ""
    )


def _folder(folder: str, paths: Sequence[str], sheet: Sheet) -> Iterator[list[str]]:
    every = Counter[Severity]()
    rows = []
    for path in paths:
        found = Counter(note.first.severity for note in sheet.notes[path])
        every += found
        article = sheet.articles.get(path)
        shown = text((article.title if article else "") or PurePath(path).name)
        cells = [_count(found[level], sheet, article=path, severity=level) for level in SEVERITIES]
        rows.append(
            [
                f'<td class="in" lang="{text(sheet.language(path))}">{filtered(shown, article=path)}</td>',
                *cells,
            ]
        )
    total = [_count(every[level], sheet, article=f"{folder}/", severity=level) for level in SEVERITIES]
    yield [f"<b>{filtered(text(folder) + '/', article=folder + '/')}</b>", *total]
    yield from rows


def _unchecked(report: Report, sheet: Sheet) -> str:
    words = sheet.words
    told = "".join(f"<li>{text(error)}</li>" for error in report.errors)
    errors = f'<h4>{words("errors")}</h4><ul lang="en">{told}</ul>' if told else ""
    found = [
        f"{text(words.get('gaps', kind))}: {words.number(count)}"
        for kind, count in counts(report.unchecked).items()
        if count
    ]
    if not found:
        return errors + ("" if errors else f"<p>{words('all_checked')}</p>")
    rows = [
        [
            text(words.get("gaps", row.kind)),
            text(f"{row.path}:{row.line}"),
            f'<td lang="en">{text(row.reason)}</td>',
        ]
        for row in report.unchecked[:ROWS]
    ]
    made = table([words("what"), words("where"), words("why")], rows)
    return f"{errors}<details><summary>{' · '.join(found)}</summary>{made}</details>"


def _account(report: Report, sheet: Sheet) -> str:
    words, read = sheet.words, report.counts
    rows = (
        ("read_figures", read.figures),
        ("read_dates", read.dates),
        ("matched", read.matched),
        ("possible_ones", read.possible),
        ("unmatched", read.unmatched),
        ("furniture", read.furniture),
        ("suppressed", len(report.suppressed)),
        ("unchanged", report.unchanged),
    )
    told = "".join(f"<dt>{words(key)}</dt><dd>{words.number(count)}</dd>" for key, count in rows if count)
    return f"<dl>{told}</dl>" if told else ""
