"""The editor at the other end: what it says that it can do, and what it is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from factcheck.lsp.actions import Action
from factcheck.lsp.documents import path_of
from factcheck.lsp.protocol import Protocol
from factcheck.lsp.rooms import Ask, nearest
from factcheck.lsp.session import Session
from factcheck.version import VERSION


class Editor(LanguageServer):
    """One editor, its session, the actions that it was offered last, and the commands that it says it has."""

    protocol: Protocol

    def __init__(self, ask: Ask) -> None:
        super().__init__("factcheck", VERSION, protocol_cls=Protocol)
        self.session = Session(ask, self.publish, self.refresh)
        self.offered: dict[int, Action] = {}
        self.commands: frozenset[str] = frozenset()

    def refresh(self) -> None:
        """Ask the editor to ask for the lenses anew, where it can."""
        told = self.client_capabilities.workspace
        if told and told.code_lens and told.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

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
    def folder(self) -> Path | None:
        """The folder that is open, of several the first that has a registry; None where none is."""
        found = [Path(path) for uri in self.workspace.folders if (path := path_of(uri))]
        return next((one for one in found if nearest(one)), found[0] if found else None)

    @property
    def can_show(self) -> bool:
        """Whether the editor shows a document that it is asked to show."""
        told = self.client_capabilities.window
        return bool(told and told.show_document and told.show_document.support)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell of an error of ours; what cannot be read is answered as such."""
        if source is JsonRpcException:  # the library's word for what it met while it was reading
            self.protocol.unreadable()
        else:
            super().report_server_error(error, source)

    def publish(self, uri: str, version: int | None, rows: list[types.Diagnostic]) -> None:
        """Tell what is wrong in a document."""
        params = types.PublishDiagnosticsParams(uri, rows, version)
        self.text_document_publish_diagnostics(params)
