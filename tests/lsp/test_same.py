"""What an editor is told is what a scan of the same text tells, whatever was typed on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.extract import clauses, sentences
from factcheck.lsp.check import Checked, check
from factcheck.lsp.documents import Document, difference
from factcheck.lsp.rooms import Room, Rooms
from factcheck.model import Report
from factcheck.registry.load import load_registry
from factcheck.run.scan import scan
from tests.lsp.conftest import REGISTRY
from tests.lsp.rooms import ask, document

PIECES = [
    "The cup final on Saturday had 48,000 spectators, the league said.",
    "The cup final had some 61,000 spectators. 😀",
    "La finale de la coupe a attiré 48\u202f000 spectateurs.",
    "The new stadium opened on 9 March 2024.\r\nThe new stadium opened on 12 March 2024.",
    "“It was full,” said Ana Ruiz, the mayor. “The cup final had 48,000 spectators.”",
    "According to the league, it was a record. They counted 61,000 spectators at the cup final on 18 May.",
    "Selon la ligue, «\xa0la finale de la coupe a attiré 61\xa0000 spectateurs\xa0».",
    "The new stadium opened on 9 March.",
    "Those figures come from the police.", "Article 12", "14 March", "A week earlier it was 47,000.",
    "\n\n", "\n\n## ", "\r", "\u2028", "\f", "**", "| a | b |\n|---|---|\n", "- ", "> ", ": ", "“",
    "<!-- factcheck: ignore[outdated] so -->",
]  # fmt: skip
HEADS = [
    "date: 2024-06-01", "date: 2023-05-30", "date: 2024-06-01\ntitle: The cup final had 48,000 spectators",
    "date: 2024-06-01\nlang: fr", "title: Spectators", "lang: es",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)
AT = st.integers(0, 400)
Edit = Callable[[str], str]
"""What somebody does to a text."""


def typed_over(text: str, at: int, length: int, new: str) -> str:
    """A text with a stretch of it written anew: an insertion, a deletion, or both."""
    return text[:at] + new + text[at + length :]


def swapped(text: str, one: int, other: int) -> str:
    """A text with two of its paragraphs in each other's place; the front matter stays."""
    head, *parts = text.split("\n\n")
    if parts:
        one, other = one % len(parts), other % len(parts)
        parts[one], parts[other] = parts[other], parts[one]
    return "\n\n".join([head, *parts])


def stopped(text: str, at: int) -> str:
    """A text with a sentence split at the next blank."""
    at = text.find(" ", at)
    return text if at < 0 else text[:at] + "." + text[at:]


def run_on(text: str, at: int) -> str:
    """A text with two sentences joined at the next full stop."""
    at = text.find(". ", at)
    return text if at < 0 else text[:at] + text[at + 1 :]


def headed(text: str, head: str) -> str:
    """A text of another date, title or language."""
    return f"---\n{head}\n---" + text.removeprefix("---").partition("---")[2]


EDITS = st.lists(
    st.one_of(
        st.builds(lambda at, length, new: partial(typed_over, at=at, length=length, new=new), AT, AT, TEXTS),
        st.builds(lambda one, other: partial(swapped, one=one, other=other), AT, AT),
        st.builds(lambda at: partial(stopped, at=at), AT),
        st.builds(lambda at: partial(run_on, at=at), AT),
        st.builds(lambda head: partial(headed, head=head), st.sampled_from(HEADS)),
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    folder = tmp_path_factory.mktemp("room")
    (folder / "claims.yaml").write_text(REGISTRY, "utf-8")
    found = Rooms(ask).of(folder, {})
    assert found is not None
    return found


def typed(path: Path, text: str, edits: list[Edit], room: Room) -> tuple[Document, Checked]:
    """A document after some edits, checked after each of them by the same tools."""
    one = document(path, text)
    found = check(one, room)
    for version, edit in enumerate(edits, 2):
        span, new = difference(one.text, edit(one.text))
        one = one.changed([((one.lines.position(span[0]), one.lines.position(span[1])), new)], version)
        found = check(one, room)
    return one, found


def afresh(path: Path, registry: Path) -> Report:
    """What a scan tells that has kept nothing."""
    for kept in (sentences._spans, clauses._clauses):
        kept.cache_clear()
    return scan([str(path)], load_registry(str(registry)))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(HEADS), st.lists(st.sampled_from(PIECES), max_size=8).map("\n\n".join), EDITS)
def test_it_is_what_a_scan_tells(room: Room, head: str, text: str, edits: list[Edit]) -> None:
    path = Path(room.path).with_name("a.md")
    one, found = typed(path, f"---\n{head}\n---\n\n{text}", edits, room)
    path.write_bytes(one.text.encode("utf-8"))
    report = afresh(path, Path(room.path))
    assert found.report.findings == report.findings
    assert found.report.mentions == report.mentions
    assert found.report.articles == report.articles
    assert found.errors == report.errors
    for finding in report.findings:
        start, end = map(one.lines.offset, found.range(finding))
        assert one.text[start:end].split()[:1] == finding.text.split()[:1]
