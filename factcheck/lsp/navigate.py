"""From a figure to its claim, from a claim to its figures, and how many of these there are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

from factcheck.lsp import outline
from factcheck.lsp.check import is_text
from factcheck.lsp.diagnostics import ranged
from factcheck.lsp.documents import Document
from factcheck.lsp.edits import by_path
from factcheck.lsp.lines import Encoding, Lines
from factcheck.lsp.registry_file import lines_of
from factcheck.lsp.rooms import Room
from factcheck.lsp.survey import Use
from factcheck.model import Claim, Span

_IGNORED = re.compile(r"\bclaim ?= ?([^\s,\]]+)")
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Desk:
    """What is open, by the paths of its files, and the units in which the editor counts."""

    documents: Mapping[str, Document]
    texts: Texts
    encoding: Encoding

    @classmethod
    def of(cls, documents: Iterable[Document], texts: Texts, encoding: Encoding) -> Desk:
        """The desk of an editor."""
        return cls(by_path(documents), texts, encoding)

    def lines(self, path: str) -> Lines:
        """The lines of a file, as they are now."""
        return lines_of(path, self.texts, self.encoding)

    def location(self, path: str, span: Span, lines: Lines | None = None) -> types.Location:
        """A span of a file."""
        lines = lines or self.lines(path)
        return types.Location(self.uri(path), ranged((lines.position(span[0]), lines.position(span[1]))))

    def uri(self, path: str) -> str:
        """The address of a file, as the editor writes it where it is open there."""
        document = self.documents.get(os.path.realpath(path))
        return document.uri if document else Path(path).absolute().as_uri()


def ignored_claim(document: Document, offset: int) -> str:
    """The claim that a comment of an article names at an offset; empty where none does."""
    start = document.text.rfind("\n", 0, offset) + 1
    end = document.text.find("\n", offset)
    line = document.text[start : end if end >= 0 else None]
    found = (one for one in _IGNORED.finditer(line) if one.start() <= offset - start <= one.end())
    return next((one[1] for one in found), "")


def claim_place(name: str, room: Room, desk: Desk) -> types.Location | None:
    """Where a claim stands in its registry."""
    claim = next((one for one in room.registry.claims if one.id == name), None)
    if claim is None:
        return None
    path = claim.path or room.path
    return _given("claim", name, [path], desk) or _line(path, claim, desk)


def source_place(name: str, room: Room, desk: Desk) -> types.Location | None:
    """Where a source is described in its registry."""
    return _given("source", name, room.registry.files, desk)


def _given(what: outline.What, name: str, files: Iterable[str], desk: Desk) -> types.Location | None:
    for path in files:
        lines = desk.lines(path)
        for one in outline.names(lines.text):
            if one.given and (one.what, one.name) == (what, name):
                return desk.location(path, one.span, lines)
    return None


def _line(path: str, claim: Claim, desk: Desk) -> types.Location:
    """The line of a claim: a table's row, or one in a text that cannot be read at the moment."""
    at = desk.lines(path).at(max(claim.line, 1), 1)
    return types.Location(desk.uri(path), ranged((at, at)))


def references(
    name: outline.Name | str, room: Room, uses: Mapping[str, Sequence[Use]], desk: Desk, given: bool
) -> list[types.Location]:
    """Where articles speak of a claim, and registries; of a source, where registries do. With where it is
    given, if that is asked for."""
    what, key = ("claim", name) if isinstance(name, str) else (name.what, name.name)
    found = [] if what == "source" else [*_used(uses.get(key, ()), desk)]
    for path in room.registry.files:
        lines = desk.lines(path)
        names = (one for one in outline.names(lines.text) if given or not one.given)
        found += [
            desk.location(path, one.span, lines) for one in names if (one.what, one.name) == (what, key)
        ]
    return found


def _used(uses: Iterable[Use], desk: Desk) -> Iterator[types.Location]:
    """The places of mentions in articles that an editor shows as they are."""
    known: dict[str, Lines] = {}
    for use in uses:
        mention = use.mention
        if is_text(mention.path):
            lines = known.setdefault(mention.path, desk.lines(mention.path))
            first, last = lines.at(mention.line, mention.column), lines.at(*mention.ends_at)
            yield types.Location(desk.uri(mention.path), ranged((first, max(first, last))))


def lenses(
    registry: Document, uses: Mapping[str, Sequence[Use]], whole: bool, command: str = ""
) -> list[types.CodeLens]:
    """Above each claim of a registry, in how many articles it is used; `whole` tells whether all have been
    looked at. The editor's `command` is given the claim's place, where there is anything to show."""
    given = [one for one in outline.names(registry.text) if one.given and one.what == "claim"]
    return [_lens(registry, one.span, uses.get(one.name, ()), whole, command) for one in given]


def _lens(registry: Document, span: Span, uses: Sequence[Use], whole: bool, command: str) -> types.CodeLens:
    start, end = map(registry.lines.position, span)
    shows = types.Command(told(uses, whole), command if uses else "")
    if shows.command:
        shows.arguments = [registry.uri, *start]
    return types.CodeLens(ranged((start, end)), shows)


def told(uses: Sequence[Use], whole: bool) -> str:
    """`used in 12 articles, 2 wrong`."""
    articles = len({use.mention.path for use in uses})
    wrong = sum(use.wrong for use in uses)
    count = {0: "no article", 1: "1 article"}.get(articles, f"{articles:,} articles")
    so_far = "" if whole else " so far"
    return f"used in {count}{so_far}" + (f", {wrong:,} wrong" if wrong else "")
