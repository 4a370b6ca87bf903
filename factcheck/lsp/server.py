"""The protocol: what the editor says goes to the session, what is asked is answered."""

from __future__ import annotations

import gc
import inspect
import os
import sys
from contextlib import suppress
from typing import Any, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from factcheck.lsp import figures, named
from factcheck.lsp.actions import OPEN
from factcheck.lsp.check import is_text
from factcheck.lsp.documents import UNTITLED, Document, draft_path, path_of
from factcheck.lsp.editor import Editor
from factcheck.lsp.figures import span
from factcheck.lsp.lines import Encoding, Lines
from factcheck.lsp.protocol import log_lines
from factcheck.lsp.rooms import Ask

SWITCH = 0.001
"""Seconds after which the thread that checks lets an answer go before."""


def serve(ask: Ask) -> int:
    """Serve the editor at the other end of standard input and output, until it ends; the exit code: 1
    where the editor went without a shutdown (LSP 3.17, "Exit Notification")."""
    sys.setswitchinterval(SWITCH)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    log_lines()
    sys.stdout = sys.stderr  # what is printed by mistake is no message to the editor
    gc.freeze()
    server = create(ask)
    server.start_io(stdout=out)
    return 0 if server.protocol.is_shut_down else 1


def create(ask: Ask) -> Editor:
    """A server with all that it answers."""
    server = Editor(ask)
    for method, answer, options in _ANSWERS:
        server.feature(method, options)(_bound(server, answer))

    def open_claim(uri: str, line: int) -> None:
        figures.show(server, uri, line)

    server.command(OPEN)(open_claim)
    return server


def _bound(server: Editor, answer: Any) -> Any:
    """An answer that knows its server."""
    if inspect.iscoroutinefunction(answer):

        async def later(params: Any) -> Any:
            return await answer(server, params)

        return later
    return lambda params: answer(server, params)


def _initialize(editor: Editor, params: types.InitializeParams) -> None:
    told = params.initialization_options
    named = told.get("commands") if isinstance(told, dict) else ()
    editor.commands = frozenset(map(str, named if isinstance(named, list) else ()))
    encoding = editor.workspace.position_encoding or "utf-16"
    editor.session.encoding = cast("Encoding", getattr(encoding, "value", encoding))


def _opened(editor: Editor, params: types.DidOpenTextDocumentParams) -> None:
    told = params.text_document
    lines, path = Lines(told.text, editor.session.encoding), path_of(told.uri)
    if told.uri.startswith(UNTITLED) and (folder := editor.folder):
        path = draft_path(told.uri, told.language_id, folder)
    editor.session.open(Document(told.uri, path, told.version, lines, told.language_id))


def _changed(editor: Editor, params: types.DidChangeTextDocumentParams) -> None:
    changes = [(span(getattr(one, "range", None)), one.text) for one in params.content_changes]
    editor.session.change(params.text_document.uri, changes, params.text_document.version)


def _closed(editor: Editor, params: types.DidCloseTextDocumentParams) -> None:
    editor.session.close(params.text_document.uri)


async def _ready(editor: Editor, _: types.InitializedParams) -> None:
    """Ask to be told of files that change outside the editor, where it can."""
    told = editor.client_capabilities.workspace
    if told and told.did_change_watched_files and told.did_change_watched_files.dynamic_registration:
        watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        asked = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        with suppress(JsonRpcException):  # an editor may promise it, and refuse
            await editor.client_register_capability_async(types.RegistrationParams([asked]))


_WATCHED = ("**/*.{yaml,yml,toml,csv}", "**/*.{md,txt,html,htm}", "**/.factcheck-baseline.json")


def _watched(editor: Editor, params: types.DidChangeWatchedFilesParams) -> None:
    held = not all(is_text(change.uri) for change in params.changes)
    editor.session.files_changed(held)


def _shutdown(editor: Editor, _: None) -> None:
    editor.protocol.let_go()
    editor.session.end()


def _saved(editor: Editor, params: types.DidSaveTextDocumentParams) -> None:
    editor.session.saved(params.text_document.uri)


Answers = tuple[tuple[str, Any, Any], ...]
_ANSWERS: Answers = (
    (types.INITIALIZE, _initialize, None),
    (types.INITIALIZED, _ready, None),
    (types.SHUTDOWN, _shutdown, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _watched, None),
    (types.TEXT_DOCUMENT_HOVER, figures.hover, None),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        figures.offered,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix], resolve_provider=True),
    ),
    (types.CODE_ACTION_RESOLVE, figures.resolved, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _saved, None),
    (types.TEXT_DOCUMENT_DEFINITION, named.definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, named.spoken_of, None),
    (types.TEXT_DOCUMENT_CODE_LENS, named.counted, None),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        named.completion,
        types.CompletionOptions(trigger_characters=[" ", "{", "[", ","]),
    ),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, named.prepared, None),
    (types.TEXT_DOCUMENT_RENAME, named.renamed, types.RenameOptions(prepare_provider=True)),
)
