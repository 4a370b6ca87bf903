"""A session without an editor: what it publishes is kept, nothing waits for a pause."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeVar

import click
from lsprotocol import types

from factcheck.cli.lsp import settings_of
from factcheck.cli.main import cli
from factcheck.lsp.check import Checked, check
from factcheck.lsp.documents import Document, Unsaved
from factcheck.lsp.lines import Encoding, Lines
from factcheck.lsp.rooms import Rooms, Settings
from factcheck.lsp.session import Session

T = TypeVar("T")


def ask(folder: Path, texts: Mapping[str, str]) -> Settings:
    """The settings of a folder, where nothing was said on the command line."""
    return settings_of(click.Context(cli), [], folder, texts)


def document(
    path: Path, text: str | None = None, version: int = 1, encoding: Encoding = "utf-16"
) -> Document:
    """A file as it is open, with another text than it has on the disk if one is given."""
    shown = path.read_text("utf-8") if text is None else text
    return Document(path.as_uri(), str(path), version, Lines(shown, encoding))


def checked(path: Path, text: str | None = None) -> Checked:
    """A file, held against its room's registry."""
    found = document(path, text)
    room = Rooms(ask).of(path.parent, Unsaved([found]))
    assert room is not None
    return check(found, room)


class Desk:
    """A session and what it has published: by file name, the versions and the messages, the last one last."""

    def __init__(self) -> None:
        self.told: dict[str, list[tuple[int | None, list[types.Diagnostic]]]] = {}
        self.session = Session(ask, self.publish, pause=0, settle=0)

    def publish(self, uri: str, version: int | None, rows: list[types.Diagnostic]) -> None:
        """Keep what an editor would show."""
        self.told.setdefault(uri.rpartition("/")[2], []).append((version, rows))

    def codes(self, name: str) -> list[object]:
        """The rules of what was last published for a file."""
        return [row.code for row in self.told[name][-1][1]]

    def version(self, name: str) -> int | None:
        """Of which version that was."""
        return self.told[name][-1][0]

    async def settled(self) -> None:
        """Wait until nothing is left to be checked."""
        while waiting := self.session.waiting():
            await asyncio.wait(waiting)


def meanwhile(work: Callable[[Desk], Awaitable[T]]) -> T:
    """Do something at a desk."""

    async def run() -> T:
        desk = Desk()
        try:
            return await work(desk)
        finally:
            desk.session.end()

    return asyncio.run(run())


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """A text after edits, as an editor makes them."""
    lines = Lines(text)
    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character))[::-1]:
        at = edit.range
        start = lines.offset((at.start.line, at.start.character))
        end = lines.offset((at.end.line, at.end.character))
        text = text[:start] + edit.new_text + text[end:]
    return text


def edits_of(edit: types.WorkspaceEdit) -> dict[str, list[types.TextEdit]]:
    """The edits of each file, by its name."""
    found = {uri.rpartition("/")[2]: list(rows) for uri, rows in (edit.changes or {}).items()}
    for one in edit.document_changes or ():
        assert isinstance(one, types.TextDocumentEdit)
        rows = [row for row in one.edits if isinstance(row, types.TextEdit)]
        found[one.text_document.uri.rpartition("/")[2]] = rows
    return found
