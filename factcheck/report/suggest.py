"""Drafts of claims, and phrases for one that there is: a table, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from factcheck.escape import visible
from factcheck.registry.edit_write import scalar
from factcheck.registry.values import readings
from factcheck.report.screen import STYLES, Row, fit, header, line, marked, say, styled, within
from factcheck.suggest.drafts import Draft, Given
from factcheck.suggest.hints import Hint
from factcheck.suggest.write import place, tally

_COLUMNS = ("", "draft", "values", "told")
_MARKS = {"clash": ("✖", STYLES["error"]), "differ": ("▲", STYLES["warning"]), "": ("=", "dim")}
_SENTENCE = 130
_VALUES = 5
"""How many values of a draft are shown."""


def show(drafts: Sequence[Draft], out: Console) -> None:
    """Print a row a draft, its id and where it stands first below it."""
    if not drafts:
        return
    rows = [_row(draft) for draft in drafts]
    widths = fit([[Text(name) for name in _COLUMNS], *rows], out.width, rigid=1)
    header(out, _COLUMNS, widths)
    for draft, row in zip(drafts, rows, strict=True):
        line(out, row, widths)
        say(out, Text.assemble(visible(draft.id), f"  {place(draft.facts[0])}", style="dim"), 3)
        out.line()


def _row(draft: Draft) -> Row:
    sign, style = _MARKS["clash" if draft.clash else "differ" if draft.differ else ""]
    return (Text(sign, style), styled(draft.title, "bold"), styled(values(draft)), Text(tally(draft), "dim"))


def values(draft: Draft) -> str:
    """The values of a draft on one line, its unit behind them, or behind each where one has another, and
    those that are not among them: `38M / 42M EUR; unsourced: 40M`, `11 mi / 20 km`."""
    told = _joined(draft.values, draft.unit)
    why = "unsourced" if draft.kind == "quantity" else "fewer say"
    return f"{told}; {why}: {_joined(draft.aside, draft.unit)}" if draft.aside else told


def _joined(given: Sequence[Given], unit: str | None) -> str:
    told = list(dict.fromkeys(one.text for one in given))
    mixed = any(map(_has_unit, told))
    each = [one if not unit or not mixed or _has_unit(one) else f"{one} {unit}" for one in told[:_VALUES]]
    return (
        " / ".join(each)
        + (" / …" if len(told) > _VALUES else "")
        + (f" {unit}" if unit and not mixed else "")
    )


def _has_unit(text: str) -> bool:
    """Whether a value is written with a unit of its own."""
    return any(reading.unit for reading in readings(text, None))


def concise(drafts: Sequence[Draft]) -> str:
    """One draft a line: `crowd: Average crowd: 27 850 / 26 300 (5 figures in 5 articles)`."""
    return "".join(
        visible(f"{draft.id}: {draft.title}: {values(draft)} ({tally(draft)}, {_said(draft)})") + "\n"
        for draft in drafts
    )


def _said(draft: Draft) -> str:
    return "contradictory" if draft.clash else "differing" if draft.differ else "agreeing"


def show_hints(hints: Sequence[Hint], out: Console) -> None:
    """Print the phrases that a claim lacks, each with the sentence that it comes from."""
    for hint in hints:
        say(out, Text.assemble((visible(hint.phrase), "bold"), (f"  {_weighed(hint)}", "dim")))
        mention = hint.said.mention
        told = marked(mention.sentence, [within(mention)], max(out.width - 3, _SENTENCE))
        say(out, Text.assemble((f"{place(hint.said)}  ", "dim"), told), 3)
        out.line()


def concise_hints(hints: Sequence[Hint]) -> str:
    """One phrase a line: `a.md:12: troops sent north (agrees, 31% likely …): They say that 15,000 …`."""
    return "".join(
        visible(f"{place(hint.said)}: {hint.phrase} ({_weighed(hint)}): {_line(hint)}") + "\n"
        for hint in hints
    )


def _weighed(hint: Hint) -> str:
    return visible(f"{'agrees; ' if hint.agrees else ''}{hint.why}")


def _line(hint: Hint) -> str:
    return " ".join(hint.said.mention.sentence.split())


def yaml_hints(hints: Sequence[Hint]) -> str:
    """The phrases as lines of a claim's `match`, each with its place."""
    return "".join(f"- {scalar(visible(hint.phrase))}  # {place(hint.said)}\n" for hint in hints)
