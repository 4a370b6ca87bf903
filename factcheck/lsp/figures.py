"""What is asked of a figure: its card, and what may be done about it."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from lsprotocol import types

from factcheck.errors import FactcheckError
from factcheck.escape import visible, visible_lines
from factcheck.lsp.actions import OPEN, Action, actions, uri_of
from factcheck.lsp.card import MARKDOWN, PLAIN, card
from factcheck.lsp.check import Checked
from factcheck.lsp.diagnostics import ranged
from factcheck.lsp.documents import Document
from factcheck.lsp.editor import Editor
from factcheck.lsp.edits import plain
from factcheck.lsp.lines import Position
from factcheck.model import Mention


async def hover(editor: Editor, params: types.HoverParams) -> types.Hover | None:
    found = await mentions_at(editor, params.text_document.uri, params.position)
    if found is None:
        return None
    checked, document, mentions = found
    claims = {claim.id: claim for claim in checked.room.registry.claims}
    mention = mentions[0]
    told = [one for one in checked.report.findings if one.mention and one.mention.at == mention.at]
    kind = _shown_kind(editor)
    style = MARKDOWN if kind is types.MarkupKind.Markdown else PLAIN
    text = card(mention, claims[mention.claim or ""], checked.report.articles[0], told, style)
    span = checked.now(mention.outer, document)
    at = span and ranged((document.lines.position(span[0]), document.lines.position(span[1])))
    return types.Hover(types.MarkupContent(kind, text), at)


async def mentions_at(
    editor: Editor, uri: str, position: types.Position
) -> tuple[Checked, Document, list[Mention]] | None:
    """The check of a document and the mentions at a position of it; None where there are none."""
    checked, document = await editor.session.checked(uri), editor.session.documents.get(uri)
    if checked is None or document is None or checked.article is None:
        return None
    at = document.lines.offset((position.line, position.character))
    mentions = checked.mentions_at((at, at), document)
    return (checked, document, mentions) if mentions else None


def _shown_kind(editor: Editor) -> types.MarkupKind:
    """What the editor shows: Markdown, where it says so."""
    told = editor.client_capabilities.text_document
    formats = (told.hover.content_format if told and told.hover else None) or ()
    return types.MarkupKind.Markdown if types.MarkupKind.Markdown in formats else types.MarkupKind.PlainText


async def offered(editor: Editor, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    checked, document = await editor.session.checked(uri), editor.session.documents.get(uri)
    if checked is None or document is None or checked.article is None:
        return []
    first, last = cast("tuple[Position, Position]", span(params.range))
    here = document.lines.offset(first), document.lines.offset(last)
    work = partial(actions, checked, document, here, list(editor.session.documents.values()))
    found = await editor.session.aside(work)
    editor.offered = {}
    return [row for number, one in enumerate(found) if (row := await _as_told(editor, number, one, params))]


async def _as_told(
    editor: Editor, number: int, action: Action, params: types.CodeActionParams
) -> types.CodeAction | None:
    """An action as the editor takes it: its edit at once, or when it is chosen. None for what it can't do."""
    mended = [one for one in params.context.diagnostics if one.code in action.rules] or None
    best = action.best or None
    told = types.CodeAction(visible(action.title), types.CodeActionKind.QuickFix, mended, is_preferred=best)
    if action.shows:
        place: list[Any] = [uri_of(action.shows[0]), action.shows[1]]
        told.command = types.Command(title=told.title, command=OPEN, arguments=place)
        return told if editor.can_show else None
    if editor.resolves:
        editor.offered[number] = action
        told.data = number
        return told
    try:
        told.edit = await _edit(editor, action)
    except FactcheckError:  # what the registry has no room for is not offered
        return None
    return told


async def resolved(editor: Editor, action: types.CodeAction) -> types.CodeAction:
    offered = editor.offered.get(action.data) if isinstance(action.data, int) else None
    if offered is None:
        return action
    try:
        action.edit = await _edit(editor, offered)
    except FactcheckError as error:
        shown = types.ShowMessageParams(types.MessageType.Warning, visible_lines(str(error)))
        editor.window_show_message(shown)
    return action


async def _edit(editor: Editor, action: Action) -> types.WorkspaceEdit:
    """The edit of an action. Raises FactcheckError where the registry has no room for it."""
    assert action.edit is not None
    edit = await editor.session.aside(action.edit)
    return edit if editor.knows_versions else plain(edit)


def show(editor: Editor, uri: str, line: int) -> None:
    """Show a line (from 1) of a file; whether the editor does is not waited for."""
    at = types.Position(max(line - 1, 0), 0)
    shown = types.ShowDocumentParams(uri, take_focus=True, selection=types.Range(at, at))
    editor.window_show_document(shown)


def span(told: types.Range | None) -> tuple[Position, Position] | None:
    """A range as two positions; None where none is told."""
    if told is None:
        return None
    return (told.start.line, told.start.character), (told.end.line, told.end.character)
