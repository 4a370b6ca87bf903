"""Measure how soon `factcheck lsp` answers: its start, diagnostics after a keystroke, cards meanwhile.

    python -m benchmarks.lsp [--claims 100] [--rounds 9]

A server is started as an editor starts it, and asked over its pipe; the corpus is made by corpus.py. Of each
row the best, the middle and the worst of the rounds are told. Diagnostics are timed from the keystroke on,
without the pause of 200 ms that the server waits for the next one. What is *computing* is processor time: on
a machine that others use, too, it tells more than the clock.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter, process_time
from typing import Any

import click
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from benchmarks.corpus import article, registry
from factcheck.cli.lsp import settings_of
from factcheck.cli.main import cli
from factcheck.lsp.check import check
from factcheck.lsp.diagnostics import of_article
from factcheck.lsp.documents import Document
from factcheck.lsp.lines import Lines
from factcheck.lsp.rooms import Rooms
from factcheck.lsp.session import PAUSE

SIZES = (5_000, 50_000)
AIMS = {
    "start": 1500,
    "start, computing": 1500,
    "diagnostics, 5 kB": 150,
    "5 kB, computing": 150,
    "diagnostics, 50 kB": 300,
    "50 kB, computing": 300,
    "card, while it checks": 50,
}
HEAD = "---\ndate: 2025-06-01\n---\n\n"
COMMAND = (sys.executable, "-m", "factcheck", "lsp")
CAPABILITIES = types.ClientCapabilities()


def text(size: int) -> str:
    """An article in English of so many bytes, about claims in one paragraph of two."""
    bodies: list[str] = []
    for number in count():
        _, head, body = article(number).split("---\n", 2)
        if "lang: en" in head:
            bodies.append(body.strip())
        if sum(map(len, bodies)) >= size:
            break
    return HEAD + "\n\n".join(bodies)[:size]


class Editor:
    """A client that keeps what was published for the one text that it has open."""

    def __init__(self) -> None:
        self.client = LanguageClient("benchmark", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self.told.put_nowait))
        self.version = 0

    async def start(self) -> None:
        """Start a server, and wait until it is ready."""
        await self.client.start_io(*COMMAND)
        params = types.InitializeParams(capabilities=CAPABILITIES, process_id=None, root_uri=None)
        await self.client.initialize_async(params)
        self.client.initialized(types.InitializedParams())

    async def end(self) -> None:
        """End the server."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]

    async def open(self, path: Path) -> list[types.Diagnostic]:
        """Open a text; what is flagged in it."""
        self.uri, self.version = path.as_uri(), 1
        item = types.TextDocumentItem(self.uri, "markdown", 1, path.read_text("utf-8"))
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.flagged()

    def type(self, what: str) -> None:
        """Type something at the end of the front matter's paragraph."""
        self.version += 1
        at = types.Position(4, 0)
        change = types.TextDocumentContentChangePartial(types.Range(at, at), what)
        document = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def flagged(self) -> list[types.Diagnostic]:
        """What is flagged in the text as it is now."""
        while True:
            told = await asyncio.wait_for(self.told.get(), 120)
            if told.uri == self.uri and told.version == self.version:
                return list(told.diagnostics)

    async def card(self, at: types.Position) -> Any:
        """The card of a figure."""
        params = types.HoverParams(types.TextDocumentIdentifier(self.uri), at)
        return await self.client.text_document_hover_async(params)


async def timed(work: Callable[[], Awaitable[Any]]) -> float:
    """How many milliseconds some work takes."""
    begun = perf_counter()
    await work()
    return 1000 * (perf_counter() - begun)


def computing(path: Path, rounds: int) -> list[float]:
    """How many milliseconds of processor time it takes to check a text of which a paragraph has changed, and
    to tell what is flagged."""
    said = path.read_text("utf-8")
    middle = said.index(" ", len(said) // 2)
    root = click.Context(cli)
    rooms = Rooms(lambda folder, texts: settings_of(root, [], folder, texts))
    times = []
    for number in range(rounds + 1):
        lines = Lines(said[:middle] + number * " x" + said[middle:])
        document = Document(path.as_uri(), str(path), number, lines)
        begun = process_time()
        room = rooms.of(path.parent, {})
        assert room is not None
        of_article(check(document, room))
        times.append(1000 * (process_time() - begun))
    return times[1:]  # the first loads the registry and the language


def starting(rounds: int) -> list[float]:
    """How many milliseconds of processor time a server takes to start and to end."""
    times = []
    for _ in range(rounds):
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(COMMAND, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
        after = getrusage(RUSAGE_CHILDREN)
        times.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return times


async def measured(folder: Path, rounds: int) -> dict[str, list[float]]:
    """The times of each row, in milliseconds."""
    times: dict[str, list[float]] = {"start": [], "start, computing": starting(max(3, rounds // 3))}
    for _ in range(max(3, rounds // 3)):
        editor = Editor()
        times["start"].append(await timed(editor.start))
        await editor.end()
    for size in SIZES:
        path = folder / f"{size}.md"
        path.write_text(text(size), "utf-8")
        times[f"{size // 1000} kB, computing"] = computing(path, rounds)
        editor = Editor()
        await editor.start()
        flagged = await editor.open(path)
        await asyncio.sleep(2)  # until the folder's articles have been looked at
        row = times.setdefault(f"diagnostics, {size // 1000} kB", [])
        for _ in range(rounds):
            editor.type("x")
            row.append(await timed(editor.flagged) - 1000 * PAUSE)
        cards = times.setdefault("card, while it checks", [])
        for _ in range(rounds if size == max(SIZES) else 0):
            editor.type("x")
            await asyncio.sleep(PAUSE + 0.03)
            at = flagged[len(flagged) // 2].range.start
            cards.append(await timed(lambda at=at, one=editor: one.card(at)))  # type: ignore[misc]
            await editor.flagged()
        await editor.end()
    return times


def table(times: dict[str, list[float]]) -> list[str]:
    """A line a row: the best, the middle, the worst, what is aimed at."""
    head = f"{'':<24}{'best':>10}{'middle':>10}{'worst':>10}{'aim':>10}"
    return [head, *(_row(name, row) for name, row in times.items() if row)]


def _row(name: str, row: Sequence[float]) -> str:
    return f"{name:<24}{min(row):>7.0f} ms{median(row):>7.0f} ms{max(row):>7.0f} ms{AIMS[name]:>7} ms"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=100, help="claims of the registry")
    parser.add_argument("--rounds", type=int, default=9, help="measurements of each row")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "claims.yaml").write_text(registry(args.claims), "utf-8")
        print("\n".join(table(asyncio.run(measured(folder, args.rounds)))))


if __name__ == "__main__":
    main()
