"""What is wrong and what is weak in a registry, while it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.lsp.documents import Unsaved
from factcheck.lsp.registry_file import Problems, problems
from factcheck.lsp.rooms import Rooms
from tests.lsp.rooms import ask, document

SOUND = "claims:\n  crowd:\n    title: Spectators at the final\n    values: [{value: 48k, source: league}]\n"
Row = tuple[int, int, str, str]


def told(path: Path, text: str) -> tuple[Problems | None, list[Row]]:
    """What is told of a file with a text: line, column, severity and the beginning of each message."""
    found = problems(str(path), Rooms(ask), Unsaved([document(path, text)]), "utf-16")
    rows = found.files.get(str(path), []) if found else []
    return found, [
        (
            row.range.start.line,
            row.range.start.character,
            str(row.severity and row.severity.name),
            row.message[:30],
        )
        for row in rows
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SOUND, []),
        (SOUND.replace("48k", "48 or so"), [(3, 21, "Error", "cannot read the value")]),
        (SOUND.replace("title", "tittle"), None),
        (SOUND.replace("[{", "[["), None),
        ("", [(0, 0, "Error", "the file is empty: claims: {sh")]),
        (SOUND.replace(", source: league", ""), [(3, 4, "Information", "crowd: 48k: no source: say who")]),
        (
            SOUND.replace("final\n", "final\n    ignore: [no-source]\n    reason: so\n").replace(
                ", source: league", ""
            ),
            [],
        ),
    ],
)
def test_it_is_told_where_it_stands(tmp_path: Path, text: str, expected: list[Row] | None) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(SOUND, "utf-8")
    found, rows = told(path, text)
    assert found is not None
    if expected is None:
        assert rows
        assert {row[2] for row in rows} == {"Error"}
    else:
        assert [row[:3] for row in rows] == [row[:3] for row in expected]
        assert [row[3][:20] for row in rows] == [row[3][:20] for row in expected]


def test_an_included_file_is_told_of_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text(f"include: [more/*.yaml]\n{SOUND}", "utf-8")
    part = tmp_path / "more" / "part.yaml"
    part.parent.mkdir()
    part.write_text(SOUND.replace("crowd", "guests"), "utf-8")
    found = problems(str(tmp_path / "claims.yaml"), Rooms(ask), Unsaved([document(part, SOUND)]), "utf-16")
    assert found is not None
    assert [row.message for row in found.files[str(part)]] == [
        f"duplicate id `crowd` (first in {tmp_path / 'claims.yaml'}:3)"
    ]


def test_a_file_of_no_registry_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text(SOUND, "utf-8")
    other = tmp_path / "compose.yaml"
    other.write_text("services: {}\n", "utf-8")
    assert told(other, "services: {}\n")[0] is None


def test_levels_of_the_settings_count(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    weak = SOUND.replace(", source: league", "")
    path.write_text(weak, "utf-8")
    (tmp_path / "factcheck.toml").write_text('[severity]\nno-source = "error"\n', "utf-8")
    assert [row[2] for row in told(path, weak)[1]] == ["Error"]
    (tmp_path / "factcheck.toml").write_text('[severity]\nno-source = "off"\n', "utf-8")
    assert told(path, weak)[1] == []
