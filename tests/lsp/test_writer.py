"""A writer's round: three mistakes in an article of the sample, taken back by the menu alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck.lsp.actions import actions
from factcheck.lsp.check import Checked
from tests.lsp.rooms import applied, checked, edits_of

ROOT = Path(__file__).parents[2]
MISTAKES = [
    (
        "2025-09-10-the-price-of-kursk.md",
        [
            ("about 2,000 North Korean", "about 3,000 North Korean"),
            ("fourfold in a year", "fivefold in a year"),
            ("on 19 June 2024", "on 19 July 2024"),
        ],
    ),
    (
        "2025-03-27-renforts.md",
        [
            ("monte à 11\xa0000 hommes", "monte à 15\xa0000 hommes"),
            ("à 13\xa0000", "à 31\xa0000"),
            ("en juin 2024", "en juillet 2024"),
        ],
    ),
]


def flagged(found: Checked) -> set[tuple[str, str, str]]:
    """What is flagged, wherever it stands."""
    return {(one.rule, one.claim, one.text) for one in found.report.findings}


def corrected(found: Checked, at: int) -> str | None:
    """The article after the first correction that is offered at a place; None where none is."""
    document = found.document
    for action in actions(found, document, (at, at), [document]):
        if action.title.startswith("Write") and action.edit:
            return applied(document.text, edits_of(action.edit())[Path(document.path).name])
    return None


@pytest.mark.parametrize(("name", "mistakes"), MISTAKES)
def test_three_mistakes_are_taken_back(tmp_path: Path, name: str, mistakes: list[tuple[str, str]]) -> None:
    shutil.copy(ROOT / "claims.yaml", tmp_path)
    right = (ROOT / "articles" / name).read_text("utf-8")
    (tmp_path / name).write_text(right, "utf-8")
    before = flagged(checked(tmp_path / name))
    text = right
    for one, other in mistakes:
        assert one in text
        text = text.replace(one, other, 1)
    for _ in mistakes:
        found = checked(tmp_path / name, text)
        new = [one for one in found.report.findings if (one.rule, one.claim, one.text) not in before]
        spots = (found.document.lines.offset(found.range(one)[0]) for one in new)
        text = next((mended for at in spots if (mended := corrected(found, at))), text)
    assert text == right
    assert flagged(checked(tmp_path / name, text)) == before
