"""What an editor asks of a registry, over the protocol, and how an action's edit comes to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient

from tests.lsp.conftest import OPTIONS, REGISTRY
from tests.lsp.rooms import applied, edits_of
from tests.lsp.test_editors import opened


@pytest.mark.asyncio
async def test_an_editor_asks_of_a_registry(
    editor: LanguageClient, newsroom: Path, request: pytest.FixtureRequest
) -> None:
    article = types.TextDocumentIdentifier(opened(editor, newsroom / "final.md"))
    registry = types.TextDocumentIdentifier(opened(editor, newsroom / "claims.yaml"))
    while not editor.diagnostics.get(article.uri):
        await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    crowd, figure = types.Position(3, 4), types.Position(6, 57)

    place = await editor.text_document_definition_async(types.DefinitionParams(article, figure))
    assert isinstance(place, types.Location)
    assert (place.uri, place.range.start) == (registry.uri, types.Position(3, 2))

    asked = types.ReferenceParams(types.ReferenceContext(include_declaration=False), registry, crowd)
    [used] = await editor.text_document_references_async(asked) or []
    assert (used.uri, used.range.start) == (article.uri, types.Position(6, 55))

    lenses = await editor.text_document_code_lens_async(types.CodeLensParams(registry)) or []
    told = [lens.command and lens.command.title.replace(" so far", "") for lens in lenses]
    assert told == ["used in 1 article, 1 wrong", "used in no article"]
    shows, ours = lenses[0].command, request.node.callspec.params["editor"] in OPTIONS
    assert shows
    assert shows.command == ("factcheck.showUses" if ours else "")
    assert [*(shows.arguments or ())] == ([registry.uri, 3, 2] if ours else [])

    line = next(at for at, text in enumerate(REGISTRY.splitlines()) if "source: league" in text)
    column = REGISTRY.splitlines()[line].index("league") + 2
    asked_next = types.CompletionParams(registry, types.Position(line, column))
    offered = await editor.text_document_completion_async(asked_next)
    items = offered.items if isinstance(offered, types.CompletionList) else offered or []
    assert [item.label for item in items] == ["league"]

    span = await editor.text_document_prepare_rename_async(types.PrepareRenameParams(registry, crowd))
    assert span == types.Range(types.Position(3, 2), types.Position(3, 7))
    renamed = types.RenameParams(registry, crowd, "final-crowd")
    edit = await editor.text_document_rename_async(renamed)
    assert edit is not None
    assert applied(REGISTRY, edits_of(edit)["claims.yaml"]) == REGISTRY.replace("crowd:", "final-crowd:")
    with pytest.raises(JsonRpcException, match="duplicate key"):
        await editor.text_document_rename_async(types.RenameParams(registry, crowd, "opening"))


@pytest.mark.asyncio
async def test_an_action_s_edit_is_made_when_it_is_chosen(editor: LanguageClient, newsroom: Path) -> None:
    uri = opened(editor, newsroom / "final.md")
    while not editor.diagnostics.get(uri):
        await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    [flagged] = editor.diagnostics[uri]
    asked = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), flagged.range, types.CodeActionContext([flagged])
    )
    actions = await editor.text_document_code_action_async(asked) or []
    edits = [action for action in actions if isinstance(action, types.CodeAction)]
    for action in edits:
        whole = action if action.edit else await editor.code_action_resolve_async(action)
        assert whole.edit
    assert [*(edits[0].diagnostics or ())] == [flagged]
    assert edits[0].title.startswith("Write")
