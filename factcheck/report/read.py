"""What was read of a file, for people: each block with its kind and its place, and what was left out."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from factcheck.escape import visible
from factcheck.report.screen import say, table
from factcheck.report.summary import plural
from factcheck.run.read import Seen

_FROM = {"article": "its own", "option": "by --lang", "words": "by its words"}
_NAMES = ("kind", "place", "text")


def show(article: Seen, out: Console) -> None:
    """Print an article as it was read."""
    say(out, Text(visible(article.path), "bold underline"))
    date = f"{article.date} ({article.date_from})" if article.date else "none"
    aside = sum(block.furniture for block in article.blocks) + len(article.asides)
    facts = visible(f"date {date}; language {article.language} ({_FROM[article.language_from]})")
    say(out, Text(f"{facts}; {plural(len(article.blocks), 'block')}, {aside} left aside", "dim"), 2)
    out.line()
    rows = [_row(b.kind, b.place, b.text, "page furniture" if b.furniture else "") for b in article.blocks]
    rows += [_row("left out", aside.place, aside.text, aside.why) for aside in article.asides]
    if rows:
        table(out, _NAMES, rows, 2, rigid=2)
    out.line()


def _row(kind: str, place: str, text: str, why: str) -> tuple[Text, Text, Text]:
    style = "dim" if why else ""
    told = f"[{why}] {text}" if why else text
    return (
        Text(visible(kind), style),
        Text(visible(place), style),
        Text(visible(" ".join(told.split())), style),
    )
