"""The server as editors start it, each with its recorded capabilities."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient


def opened(editor: LanguageClient, path: Path) -> str:
    """Open a file; its address."""
    item = types.TextDocumentItem(path.as_uri(), "markdown", 1, path.read_text("utf-8"))
    editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return item.uri


@pytest.mark.asyncio
async def test_a_text_is_opened_read_and_mended(editor: LanguageClient, newsroom: Path) -> None:
    uri = opened(editor, newsroom / "final.md")
    await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    [flagged] = editor.diagnostics[uri]
    assert (flagged.code, flagged.severity) == ("outdated", types.DiagnosticSeverity.Warning)
    assert flagged.range == types.Range(types.Position(6, 55), types.Position(6, 61))
    document = types.TextDocumentIdentifier(uri)
    hover = await editor.text_document_hover_async(types.HoverParams(document, flagged.range.start))
    assert hover is not None
    assert "is outdated" in str(hover.contents)
    context = types.CodeActionContext([flagged])
    found = await editor.text_document_code_action_async(
        types.CodeActionParams(document, flagged.range, context)
    )
    first = (found or [])[0]
    assert first.title == "Write “61,000” (`crowd`: 61k since 2024-05-18 (Football League))"


@pytest.mark.asyncio
async def test_a_text_that_was_never_saved_is_checked(editor: LanguageClient, newsroom: Path) -> None:
    text = (newsroom / "final.md").read_text("utf-8")
    item = types.TextDocumentItem("untitled:Untitled-1", "markdown", 1, text)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    [flagged] = editor.diagnostics[item.uri]
    assert flagged.code == "outdated"
    assert item.uri not in {place.location.uri for place in flagged.related_information or ()}
