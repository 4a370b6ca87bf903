"""The state of all at a glance: the gravest, what to look at by rule and folder, what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePath
from urllib.parse import quote

from factcheck.escape import visible
from factcheck.model import Report, Severity
from factcheck.report.html.markup import attribute, number, table, text
from factcheck.report.html.note import claim_link, place, registry_says
from factcheck.report.html.sheet import Note, Sheet
from factcheck.report.summary import tally
from factcheck.show.order import SEVERITIES
from factcheck.show.unchecked import counts

GRAVEST = 12
"""How many figures the overview lists."""
ROWS = 150
"""How many rows its lists have at most: of articles, and of what was not checked."""


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
    return "".join(f"<section class=over><h3>{title}</h3>{made}</section>" for title, made in parts if made)


def filtered(shown: str, **by: str) -> str:
    """What is `shown` (HTML), as a link to the articles with a filter set."""
    query = "&".join(f"{key}={quote(visible(value), safe='/')}" for key, value in by.items())
    return f'<a href="#articles" data-f="{attribute(query)}">{shown}</a>'


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
    expected = f" · <i>{words('registry')}</i> {registry_says(first, sheet)}" if first.expected else ""
    where = f"{text(PurePath(first.path).name)}, {place(first.place, first.line, sheet)}"
    return (
        f'<li class="{first.severity[:1]}">{told} {claim_link(first.claim, sheet)}{expected}'
        f"<blockquote lang={sheet.spoken(first.path)}>{text(before[-160:])}{figure}{text(after[:160])}"
        f"</blockquote><a href=#{note.prints[0]}>{where}</a></li>"
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
    rows = list(chain.from_iterable(_folder(*row, sheet) for row in folders.items()))
    more = f"<p>{words.many('and_more', len(rows) - ROWS)}" if len(rows) > ROWS else ""
    return table(head, rows[:ROWS]) + more if rows else ""


def _folder(folder: str, paths: Sequence[str], sheet: Sheet) -> Iterator[list[str]]:
    """A folder's row and those of its articles; a folder of one article needs no row of its own."""
    found = {path: Counter(note.first.severity for note in sheet.notes[path]) for path in paths}
    every = sum(found.values(), Counter[Severity]())
    if len(paths) > 1:
        shown = "" if folder == "." else f"{folder}/"
        cells = [_count(every[level], sheet, article=f"{folder}/", severity=level) for level in SEVERITIES]
        yield [f"<b>{filtered(text(shown or './'), article=f'{folder}/')}</b>", *cells]
    for path in paths:
        article = sheet.articles.get(path)
        name = text((article.title if article else "") or PurePath(path).name)
        cells = [_count(found[path][level], sheet, article=path, severity=level) for level in SEVERITIES]
        yield [f"<td class=in lang={sheet.spoken(path)}>{filtered(name, article=path)}", *cells]


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
