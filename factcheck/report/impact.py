"""What a change of the registry does, told: for people, as a list that can be sent, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.text import Text

from factcheck.check.wording import says
from factcheck.escape import json_literal, visible
from factcheck.report.cells import to_csv
from factcheck.report.screen import fit, line, quoted, say, styled, within
from factcheck.report.summary import plural
from factcheck.run.impact import STATES, Impact, State, Turn
from factcheck.version import VERSION

SCHEMA = 1
COLUMNS = (
    *("path", "title", "date", "place", "sentence"),
    *("figure", "claim", "was", "becomes", "registry_said", "registry_says"),
)
_STYLES = {"wrong": "bold red", "outdated": "yellow", "disputed": "yellow", "right": "green"}


def show(impact: Impact, out: Console) -> None:
    """Print the turns, those to one state together, each with its sentence."""
    for state, turns in _groups(impact):
        say(out, Text(f"{_headed(state)} ({len(turns)})", _STYLES.get(state, "bold")))
        rows = [_row(turn) for turn in turns]
        widths = fit(rows, out.width - 2, rigid=1)
        for turn, row in zip(turns, rows, strict=True):
            line(out, row, widths, 2)
            quoted(out, turn.mention.sentence, [within(turn.mention)], 4)
        out.line()


def _row(turn: Turn) -> list[Text]:
    return [
        styled(f"{turn.mention.path}:{turn.mention.line}"),
        styled(turn.article.date or ""),
        styled(_figure(turn), "bold"),
        styled(turn.claim),
        styled(_reasons(turn)),
    ]


def _groups(impact: Impact) -> Iterator[tuple[State, list[Turn]]]:
    for state, turns in groupby(impact.turns, lambda turn: turn.becomes):
        yield state, list(turns)


def _headed(state: State) -> str:
    return "is checked no longer" if state == "unchecked" else f"becomes {state}"


def concise(impact: Impact) -> str:
    """One turn a line: `PATH:LINE:COL: wrong troops: says 11,000, which was right; …`."""
    return "".join(visible(_line(turn)) + "\n" for turn in impact.turns)


def _line(turn: Turn) -> str:
    mention = turn.mention
    place = f"{mention.path}:{mention.line}:{mention.column}"
    return f"{place}: {turn.becomes} {turn.claim}: {_figure(turn)} was {turn.was}; {_reasons(turn)}"


def _figure(turn: Turn) -> str:
    return "the statement" if turn.mention.kind == "statement" else says(turn.mention)


def _reasons(turn: Turn) -> str:
    if turn.said == turn.says:
        return f"the registry says {turn.says}, as before"
    said, now = turn.said or "nothing", turn.says or "nothing"
    return f"the registry said {said}, and says {now}"


def closing(impact: Impact) -> str:
    """`7 articles: 2 become wrong, 1 outdated, 3 right`: the account of the whole, in articles."""
    counts = [(state, len({turn.mention.path for turn in turns})) for state, turns in _groups(impact)]
    told = [f"{count:,} {_verb(state, count)}" for state, count in counts]
    return f"{plural(impact.articles, 'article')}: {', '.join(told) or 'nothing changes'}"


def _verb(state: State, count: int) -> str:
    if state == "unchecked":
        return "with what is checked no longer"
    return f"{'becomes' if count == 1 else 'become'} {state}"


def as_csv(impact: Impact) -> str:
    """A list that can be sent: one turn a row, formulas made texts."""
    return to_csv(COLUMNS, ([visible(cell) for cell in _cells(turn)] for turn in impact.turns))


def _cells(turn: Turn) -> list[str]:
    article, mention = turn.article, turn.mention
    return [
        *(mention.path, article.title, article.date or "", mention.place, mention.sentence),
        *(mention.said or mention.text, turn.claim, turn.was, turn.becomes, turn.said, turn.says),
    ]


def as_json(impact: Impact, since: str | None) -> str:
    """The whole as a JSON document that ends with a newline."""
    counted = {state: sum(turn.becomes == state for turn in impact.turns) for state in STATES}
    document = {
        "schema": SCHEMA,
        "version": VERSION,
        "since": since,
        "articles": impact.articles,
        "turns": [_object(turn) for turn in impact.turns],
        "summary": counted,
        "errors": list(impact.errors),
    }
    return json_literal(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _object(turn: Turn) -> dict[str, Any]:
    told = dict(zip(COLUMNS, _cells(turn), strict=True))
    return told | {"line": turn.mention.line, "column": turn.mention.column}
