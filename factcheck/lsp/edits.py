"""Edits of files as the protocol has them, each held against the version that is open."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from lsprotocol import types

from factcheck.lsp.diagnostics import ranged
from factcheck.lsp.documents import Document, difference
from factcheck.lsp.lines import Encoding, Lines
from factcheck.model import Span
from factcheck.registry.edit_file import Edited

Replacement = tuple[Span, str]
"""A span of a document, in code points, and what takes its place."""


def of_document(document: Document, *replaced: Replacement) -> types.WorkspaceEdit:
    """An edit of a document that is open, as it is now."""
    return _whole([_document(document.uri, document.version, document.lines, replaced)])


def of_files(
    edits: Iterable[Edited], open_: Mapping[str, Document], encoding: Encoding
) -> types.WorkspaceEdit:
    """Edits of files, open (by their paths) or not: of each the one stretch that changes."""
    found = []
    for one in edits:
        document = open_.get(os.path.realpath(one.path))
        before, after = one.before.removeprefix("\ufeff"), one.after.removeprefix("\ufeff")
        lines = document.lines if document else Lines(before, encoding)
        uri = document.uri if document else one.path.absolute().as_uri()
        version = document.version if document else None
        found.append(_document(uri, version, lines, [difference(before, after)]))
    return _whole(found)


def _document(
    uri: str, version: int | None, lines: Lines, replaced: Iterable[Replacement]
) -> types.TextDocumentEdit:
    changes: list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit] = [
        types.TextEdit(ranged((lines.position(start), lines.position(end))), text)
        for (start, end), text in replaced
    ]
    return types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri, version), changes)


def _whole(edits: list[types.TextDocumentEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(document_changes=list(edits))


def plain(edit: types.WorkspaceEdit) -> types.WorkspaceEdit:
    """The same for an editor that knows no versions of documents."""
    changes: dict[str, list[types.TextEdit]] = {}
    for one in edit.document_changes or ():
        if isinstance(one, types.TextDocumentEdit):
            texts = [row for row in one.edits if isinstance(row, types.TextEdit)]
            changes.setdefault(one.text_document.uri, []).extend(texts)
    return types.WorkspaceEdit(changes=changes)


def by_path(documents: Iterable[Document]) -> dict[str, Document]:
    """The documents that are open by the paths of their files, links followed."""
    return {os.path.realpath(one.path): one for one in documents if one.path}
