"""The protocol: what the editor says goes to the session, what the session finds goes to the editor."""

from __future__ import annotations

import gc
import inspect
import os
import sys
from functools import partial
from typing import Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from factcheck.errors import FactcheckError
from factcheck.escape import visible, visible_lines
from factcheck.lsp.actions import OPEN, Action, actions, uri_of
from factcheck.lsp.card import MARKDOWN, PLAIN, card
from factcheck.lsp.check import Checked
from factcheck.lsp.diagnostics import ranged
from factcheck.lsp.documents import Document, path_of
from factcheck.lsp.edits import plain
from factcheck.lsp.lines import Encoding, Lines, Position
from factcheck.lsp.rooms import Ask
from factcheck.lsp.session import Session
from factcheck.model import Mention
from factcheck.version import VERSION

SWITCH = 0.001
"""Seconds after which the thread that checks lets an answer go before."""


class Protocol(LanguageServerProtocol):
    """The protocol without the library's own documents: their lines end where the protocol's do not."""

    lsp_text_document__did_open: Any = None
    lsp_text_document__did_change: Any = None
    lsp_text_document__did_close: Any = None


class Server(LanguageServer):
    """The server of one editor."""

    def __init__(self, ask: Ask) -> None:
        super().__init__("factcheck", VERSION, protocol_cls=Protocol)
        self.session = Session(ask, self.publish)
        self.offered: dict[int, Action] = {}

    @property
    def resolves(self) -> bool:
        """Whether the editor asks for an action's edit when it is chosen."""
        told = self.client_capabilities.text_document
        found = told and told.code_action and told.code_action.resolve_support
        return bool(found and "edit" in found.properties)

    @property
    def knows_versions(self) -> bool:
        """Whether the editor holds an edit against a document's version."""
        told = self.client_capabilities.workspace
        return bool(told and told.workspace_edit and told.workspace_edit.document_changes)

    @property
    def can_show(self) -> bool:
        """Whether the editor shows a document that it is asked to show."""
        told = self.client_capabilities.window
        return bool(told and told.show_document and told.show_document.support)

    def publish(self, uri: str, version: int | None, rows: list[types.Diagnostic]) -> None:
        """Tell what is wrong in a document."""
        params = types.PublishDiagnosticsParams(uri, rows, version)
        self.text_document_publish_diagnostics(params)


def serve(ask: Ask) -> int:
    """Serve the editor at the other end of standard input and output, until it ends; the exit code."""
    sys.setswitchinterval(SWITCH)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # what is printed by mistake is no message to the editor
    gc.freeze()
    create(ask).start_io(stdout=out)
    return 0


def create(ask: Ask) -> Server:
    """A server with all that it answers."""
    server = Server(ask)
    for method, answer, options in _ANSWERS:
        server.feature(method, options)(_bound(server, answer))

    async def show(uri: str, line: int) -> None:
        await _show(server, uri, line)

    server.command(OPEN)(show)
    return server


def _bound(server: Server, answer: Any) -> Any:
    """An answer that knows its server."""
    if inspect.iscoroutinefunction(answer):

        async def later(params: Any) -> Any:
            return await answer(server, params)

        return later
    return lambda params: answer(server, params)


# --- the texts ---------------------------------------------------------------------------------------


def _initialize(server: Server, _: types.InitializeParams) -> None:
    encoding = server.workspace.position_encoding or "utf-16"
    server.session.encoding = cast("Encoding", getattr(encoding, "value", encoding))


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    told = params.text_document
    lines = Lines(told.text, server.session.encoding)
    server.session.open(Document(told.uri, path_of(told.uri), told.version, lines, told.language_id))


def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    changes = [(_span(getattr(one, "range", None)), one.text) for one in params.content_changes]
    server.session.change(params.text_document.uri, changes, params.text_document.version)


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    server.session.close(params.text_document.uri)


def _watched(server: Server, _: types.DidChangeWatchedFilesParams) -> None:
    server.session.rooms.forget()
    server.session.again()


def _shutdown(server: Server, _: None) -> None:
    server.session.end()


def _span(told: types.Range | None) -> tuple[Position, Position] | None:
    if told is None:
        return None
    return (told.start.line, told.start.character), (told.end.line, told.end.character)


# --- what is asked -----------------------------------------------------------------------------------


async def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    found = await _mentions(server, params.text_document.uri, params.position)
    if found is None:
        return None
    checked, document, mentions = found
    claims = {claim.id: claim for claim in checked.room.registry.claims}
    mention = mentions[0]
    told = [one for one in checked.report.findings if one.mention and one.mention.at == mention.at]
    kind = _hover_kind(server)
    style = MARKDOWN if kind is types.MarkupKind.Markdown else PLAIN
    text = card(mention, claims[mention.claim or ""], checked.report.articles[0], told, style)
    span = checked.now(mention.outer, document)
    at = span and ranged((document.lines.position(span[0]), document.lines.position(span[1])))
    return types.Hover(types.MarkupContent(kind, text), at)


async def _mentions(
    server: Server, uri: str, position: types.Position
) -> tuple[Checked, Document, list[Mention]] | None:
    """The check of a document and the mentions at a position of it; None where there are none."""
    checked, document = await server.session.checked(uri), server.session.documents.get(uri)
    if checked is None or document is None or checked.article is None:
        return None
    at = document.lines.offset((position.line, position.character))
    mentions = checked.mentions_at((at, at), document)
    return (checked, document, mentions) if mentions else None


def _hover_kind(server: Server) -> types.MarkupKind:
    """What the editor shows: Markdown, where it says so."""
    told = server.client_capabilities.text_document
    formats = (told.hover.content_format if told and told.hover else None) or ()
    return types.MarkupKind.Markdown if types.MarkupKind.Markdown in formats else types.MarkupKind.PlainText


async def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    checked, document = await server.session.checked(uri), server.session.documents.get(uri)
    if checked is None or document is None or checked.article is None:
        return []
    first, last = cast("tuple[Position, Position]", _span(params.range))
    span = document.lines.offset(first), document.lines.offset(last)
    work = partial(actions, checked, document, span, list(server.session.documents.values()))
    found = await server.session.aside(work)
    server.offered = {}
    return [row for number, one in enumerate(found) if (row := await _offered(server, number, one, params))]


async def _offered(
    server: Server, number: int, action: Action, params: types.CodeActionParams
) -> types.CodeAction | None:
    """An action as the editor takes it: its edit at once, or when it is chosen. None for what it can't do."""
    mended = [one for one in params.context.diagnostics if one.code in action.rules] or None
    told = types.CodeAction(visible(action.title), types.CodeActionKind.QuickFix, mended)
    if action.shows:
        place: list[Any] = [uri_of(action.shows[0]), action.shows[1]]
        told.command = types.Command(title=told.title, command=OPEN, arguments=place)
        return told if server.can_show else None
    if server.resolves:
        server.offered[number] = action
        told.data = number
        return told
    try:
        told.edit = await _edit(server, action)
    except FactcheckError:  # what the registry has no room for is not offered
        return None
    return told


async def _resolved(server: Server, action: types.CodeAction) -> types.CodeAction:
    offered = server.offered.get(action.data) if isinstance(action.data, int) else None
    if offered is None:
        return action
    try:
        action.edit = await _edit(server, offered)
    except FactcheckError as error:
        shown = types.ShowMessageParams(types.MessageType.Warning, visible_lines(str(error)))
        server.window_show_message(shown)
    return action


async def _edit(server: Server, action: Action) -> types.WorkspaceEdit:
    """The edit of an action. Raises FactcheckError where the registry has no room for it."""
    assert action.edit is not None
    edit = await server.session.aside(action.edit)
    return edit if server.knows_versions else plain(edit)


async def _show(server: Server, uri: str, line: int) -> None:
    """Show a line (from 1) of a file."""
    at = types.Position(max(line - 1, 0), 0)
    shown = types.ShowDocumentParams(uri, take_focus=True, selection=types.Range(at, at))
    await server.window_show_document_async(shown)


Answers = tuple[tuple[str, Any, Any], ...]
_ANSWERS: Answers = (
    (types.INITIALIZE, _initialize, None),
    (types.SHUTDOWN, _shutdown, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _watched, None),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        _actions,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix], resolve_provider=True),
    ),
    (types.CODE_ACTION_RESOLVE, _resolved, None),
)
