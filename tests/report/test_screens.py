"""The reports for people, as whole screens at two widths and off a terminal."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console
from rich.text import Text

from factcheck.match.explain import Explained, Explanation, Weighed
from factcheck.model import Report, Suppression
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
EXPLANATION = Explanation(
    FINAL,
    1,
    (
        Explained(
            mention(),
            (
                Weighed("crowd", 0.875, (("words", 0.6), ("noun", 1.0), ("near", 1.0))),
                Weighed("seats", 0.41, (("words", 0.2), ("noun", 0.5), ("near", 0.8)), "excluded by `drew`"),
            ),
            "the best by 0.46",
            noun="spectators",
            attributed_by="the league said",
        ),
        Explained(
            mention(claim=None, verdict=None, attribution=None), (), "nothing in the registry is like it"
        ),
    ),
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
    "table-empty": lambda out: table.show(Report(), out, 3),
    "claim-list": lambda out: claims.show_list(ALL, out),
    "claim-quantity": lambda out: claims.show_page(
        CROWD_CLAIM, ["the newest value is of 2025-05: stale"], out
    ),
    "claim-name": lambda out: claims.show_page(COACH_CLAIM, [], out),
    "claim-ignoring": lambda out: claims.show_page(IGNORING, [], out),
    "claim-statement": lambda out: claims.show_page(RUMOUR_CLAIM, [], out),
    "claim-uses": lambda out: claims.show_uses(CROWD_CLAIM, USES, out),
    "claim-unused": lambda out: claims.show_uses(COACH_CLAIM, [], out),
    "explain-line": lambda out: explain.show(EXPLANATION, out),
    "explain-nothing": lambda out: explain.show(Explanation(FINAL, 2), out),
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
