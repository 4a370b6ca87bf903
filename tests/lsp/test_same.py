"""What an editor is told is what a scan of the same text tells, whatever was typed on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.lsp.check import Checked, check
from factcheck.lsp.documents import Document
from factcheck.lsp.rooms import Room, Rooms
from factcheck.registry.load import load_registry
from factcheck.run.scan import scan
from tests.lsp.conftest import REGISTRY
from tests.lsp.rooms import ask, document

PIECES = [
    "The cup final on Saturday had 48,000 spectators, the league said.",
    "The cup final had some 61,000 spectators. 😀",
    "La finale de la coupe a attiré 48\u202f000 spectateurs.",
    "The new stadium opened on 9 March 2024.\r\nThe new stadium opened on 12 March 2024.",
    "\n\n", "\r", "\u2028", "\f", "**", "| a | b |\n|---|---|\n", "- ", "> ",
    "<!-- factcheck: ignore[outdated] so -->",
]  # fmt: skip
HEAD = "---\ndate: 2024-06-01\n---\n\n"
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)
EDITS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60), TEXTS), max_size=4)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    folder = tmp_path_factory.mktemp("room")
    (folder / "claims.yaml").write_text(REGISTRY, "utf-8")
    found = Rooms(ask).of(folder, {})
    assert found is not None
    return found


def typed(path: Path, text: str, edits: list[tuple[int, int, str]], room: Room) -> tuple[Document, Checked]:
    """A document after some edits, checked after each of them by the same tools."""
    one = document(path, text)
    found = check(one, room)
    for version, (start, length, new) in enumerate(edits, 2):
        lines = one.lines
        span = lines.position(min(start, len(one.text))), lines.position(min(start + length, len(one.text)))
        one = one.changed([(span, new)], version)
        found = check(one, room)
    return one, found


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, EDITS)
def test_it_is_what_a_scan_tells(room: Room, text: str, edits: list[tuple[int, int, str]]) -> None:
    path = Path(room.path).with_name("a.md")
    one, found = typed(path, HEAD + text, edits, room)
    path.write_bytes(one.text.encode("utf-8"))
    report = scan([str(path)], load_registry(room.path))
    assert found.report.findings == report.findings
    assert found.errors == report.errors
    for finding in report.findings:
        start, end = map(one.lines.offset, found.range(finding))
        assert one.text[start:end].split()[:1] == finding.text.split()[:1]
