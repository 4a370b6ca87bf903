"""The protocol: what the editor says goes to the session, what the session finds goes to the editor."""

from __future__ import annotations

import gc
import inspect
import os
import sys
from typing import Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from factcheck.lsp.actions import actions
from factcheck.lsp.card import MARKDOWN, PLAIN, card
from factcheck.lsp.check import Checked
from factcheck.lsp.diagnostics import ranged
from factcheck.lsp.documents import Document, path_of
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
    found = checked
    return await server.session.aside(lambda: actions(found, document, span))


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
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    ),
)
