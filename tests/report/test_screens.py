"""The reports for people, as whole screens at two widths and off a terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console
from rich.text import Text

from factcheck.match.explain import Explained, Explanation, Phrasing, Rival, Weighed
from factcheck.model import Miss, Report, Suppression
from factcheck.report import claims, explain, full, screen, table
from factcheck.report.screen import UNBOUNDED
from tests.report.samples import (
    COACH_CLAIM,
    COUNTED,
    CROWD_CLAIM,
    DOSES,
    FERRY,
    FINAL,
    HARBOUR,
    RUMOUR_CLAIM,
    SAMPLE,
    TOGETHER,
    WHOLE,
    finding,
    mention,
)
from tests.screens import check

COMMENT = "<!-- factcheck: ignore[discrepency] the manifest was wrong -->"
ALL = (CROWD_CLAIM, COACH_CLAIM, RUMOUR_CLAIM)
USES = [
    mention(),
    mention(path=HARBOUR, text="58,000", sentence="It holds 58,000 people.", verdict="outdated"),
]
NEAR = [
    Miss(mention(claim=None, verdict=None), "crowd", "given to `seats`: 87% likely, this one 12%"),
    Miss(
        mention(claim=None, verdict=None, path=HARBOUR, text="412", sentence=FERRY),
        "crowd",
        "its `exclude` has `passengers`",
        excluded=True,
    ),
]
BEST = Weighed("crowd", 0.875, (("agrees", 1.73), ("context", 2.0), ("headline", 0.2), ("far", -0.6)))
RIVALS = (
    Rival(
        BEST,
        "Spectators at the cup final",
        "~60k since 2025-05 (Stadium police)",
        Phrasing("spectators at the final", 0.8, ("spectators", "final")),
        (0.2, 0.2),
    ),
    Rival(
        Weighed("seats", 0.0, note="excluded by `drew`"),
        "Seats of the new stadium",
        "62k",
        Phrasing("seats of the stadium", 0.5, ("stadium",), ("seats",)),
    ),
    Rival(
        Weighed("sold", 0.08, (("a clue that nobody has worded", 0.9), ("set apart", -2.2))),
        "Tickets sold",
        "58k",
        Phrasing("tickets sold", 0.0, (), ("tickets sold",)),
        (0.15, 0.5),
    ),
)
EXPLANATION = Explanation(
    FINAL,
    1,
    (
        Explained(
            mention(),
            tuple(rival.weighed for rival in RIVALS),
            "about `crowd` (88% likely); 20% is enough for one that agrees",
            noun="spectators",
            attributed_by="the league said",
            rivals=RIVALS,
            expected="~60k since 2025-05 (Stadium police)",
        ),
        Explained(
            mention(claim=None, verdict=None, attribution=None),
            (),
            "about nothing in the registry: no claim shares enough words with its sentence",
            role="planned",
            advice="to have it checked, add to the `match` of its claim, or of a new one: “rebuilt stadium”",
        ),
    ),
    "not read as a figure: “12” (a part of a name, a label, a time, a score, or only marked up so)",
)

WITHHELD = Report(
    articles=SAMPLE.articles,
    findings=(
        finding(
            rule="ignore",
            severity="warning",
            claim="",
            text=COMMENT,
            sentence=COMMENT,
            expected="",
            message="no rule is called `discrepency` (did you mean `discrepancy`?)",
        ),
    ),
    suppressed=tuple(replace(finding(), suppression=Suppression(by)) for by in ("inline", "baseline")),
    unchanged=4,
    unchecked=WHOLE.unchecked,
)
IGNORING = replace(COACH_CLAIM, ignore=("unsourced", "outdated"), reason="everybody knows her")

Paint = Callable[[Console], None]
SCREENS: dict[str, Paint] = {
    "table": lambda out: table.show(SAMPLE, out, 1),
    "table-verbose": lambda out: table.show(SAMPLE, out, 1, verbose=True),
    "table-quiet": lambda out: table.show(SAMPLE, out, 1, quiet=True),
    "table-withheld": lambda out: table.show(WITHHELD, out, 0),
    "full": lambda out: full.show(COUNTED, out, 1),
    "full-quiet": lambda out: full.show(COUNTED, out, 1, quiet=True),
    "full-withheld": lambda out: full.show(WITHHELD, out, 0),
    "table-together": lambda out: table.show(TOGETHER, out, 1),
    "full-together": lambda out: full.show(TOGETHER, out, 1),
    "table-empty": lambda out: table.show(Report(), out, 3),
    "claim-list": lambda out: claims.show_list(ALL, out),
    "claim-quantity": lambda out: claims.show_page(
        CROWD_CLAIM, ["the newest value is of 2025-05: stale"], out
    ),
    "claim-name": lambda out: claims.show_page(COACH_CLAIM, [], out),
    "claim-ignoring": lambda out: claims.show_page(IGNORING, [], out),
    "claim-statement": lambda out: claims.show_page(RUMOUR_CLAIM, [], out),
    "claim-uses": lambda out: claims.show_uses(CROWD_CLAIM, USES, NEAR, out),
    "claim-unused": lambda out: claims.show_uses(COACH_CLAIM, [], [], out),
    "explain-line": lambda out: explain.show(EXPLANATION, out),
    "explain-verbose": lambda out: explain.show(EXPLANATION, out, verbose=True),
    "explain-nothing": lambda out: explain.show(Explanation(FINAL, 2, (), "the line is empty"), out),
}


def painted(paint: Paint, width: int, color: str | None = None) -> str:
    file = io.StringIO()
    forced = color is not None
    paint(
        Console(
            file=file, width=width, highlight=False, markup=False, emoji=False, color_system=color,  # type: ignore[arg-type]
            force_terminal=forced, no_color=not forced, legacy_windows=False,
        )
    )  # fmt: skip
    return file.getvalue()


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen(name: str, width: int) -> None:
    check(f"{name}-{width}", painted(SCREENS[name], width))


@pytest.mark.parametrize("width", [20, 40, 80, 100, 160])
@pytest.mark.parametrize("name", SCREENS)
def test_no_line_is_wider_than_the_screen(name: str, width: int) -> None:
    widest = max(map(len, painted(SCREENS[name], width).splitlines()))
    assert widest <= max(width, 60)  # below that the columns' least widths win


def test_off_a_terminal_nothing_is_cut_or_wrapped() -> None:
    screen = painted(SCREENS["table"], UNBOUNDED)
    assert FERRY.replace("412", "▸412◂") in screen
    assert DOSES.replace("2,4 millions", "▸2,4 millions◂") in screen
    assert max(map(len, screen.splitlines())) < 400


@pytest.mark.parametrize(
    ("space", "kept"), [(" ", False), ("\u00a0", True), ("\u202f", True), ("\u2007", True)]
)
@pytest.mark.parametrize("width", range(12, 40))
def test_a_figure_is_not_torn_at_a_no_break_space(space: str, kept: bool, width: int) -> None:
    figure = f"15{space}000"
    text = Text(f"Some pupils, {figure} of them, came to {figure} lessons.")
    for paint in (lambda out: screen.say(out, text, 2), lambda out: screen.line(out, [text], [width])):
        shown = painted(paint, width + 2)
        assert not kept or shown.count(figure) == 2
        assert " ".join(shown.split()) == " ".join(text.plain.split())


@pytest.mark.parametrize("name", SCREENS)
def test_colour_is_never_alone(name: str) -> None:
    """What colours say stands there in words or symbols, too."""
    coloured = painted(SCREENS[name], 80, "truecolor")
    plain = painted(SCREENS[name], 80)
    assert "\x1b[" in coloured or name == "claim-list"
    assert "\x1b[" not in plain
    for symbol in "✖▲●✓▸":
        assert (symbol in coloured) == (symbol in plain)


def sentences_told(screen: str) -> list[str]:
    """What stands in quotation marks on a screen, without the marks, the cuts and the breaks."""
    told = re.findall("“(.*?)”", " ".join(screen.split()))
    return [re.sub("[▸◂…]", "", sentence).strip() for sentence in told]


@pytest.mark.parametrize("width", [60, 80, 120, 160, 200, UNBOUNDED])
@pytest.mark.parametrize("report", [SAMPLE, COUNTED, TOGETHER], ids=["sample", "counted", "together"])
def test_no_sentence_is_told_twice(report: Report, width: int) -> None:
    screen = painted(lambda out: table.show(report, out, 1), width)
    told = sentences_told(screen)
    assert told
    assert len(told) == len(set(told))
    assert "(below)" not in screen


def test_a_figure_is_told_once_in_its_gravest_table_with_all_its_flags() -> None:
    rows = [line.split() for line in painted(lambda out: table.show(TOGETHER, out, 1), 160).splitlines()]
    [flagged] = [row for row in rows if row[:1] == ["3:6"]]
    assert flagged[1:7] == ["✖", "discrepancy", "✖", "contradiction", "▲", "unsourced"]
    headed = [row[0] for row in rows if row and row[-1] in ("(1)", "(2)", "(3)")]
    assert headed == ["Discrepancies", "Unsourced", "Worth"]


def test_of_the_other_places_the_nearest_is_shown_and_the_rest_counted() -> None:
    screen = painted(lambda out: table.show(TOGETHER, out, 1), 160)
    assert "↔ 1:15  “The final drew ▸61,000◂ spectators to the rebuilt stadium.”" in screen
    assert "↔ and 2 more places" in screen


@pytest.mark.parametrize("width", [60, 70, 80])
def test_a_registry_cell_too_long_for_its_column_wraps_at_its_values(width: int) -> None:
    screen = painted(lambda out: table.show(SAMPLE, out, 1), width)
    [row] = [line for line in screen.splitlines() if "2.6" in line]
    assert row.split()[0] == "2.6", "the second value begins a line of its cell"
