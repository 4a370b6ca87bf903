"""What comes from an editor, as messages: each question is answered, also one that is none.

pygls reads a message while its JSON is decoded, part by part, and drops one that it cannot read; here the
whole is read, so that who asked it is told.
https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#responseMessage
"""

from __future__ import annotations

import logging
import sys
from types import TracebackType
from typing import Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
_LONGEST = 200
"""Characters of a line of the log: a message may hold a whole article."""


class Protocol(LanguageServerProtocol):
    """The protocol without the library's own documents: their lines end where the protocol's do not."""

    lsp_text_document__did_open: Any = None
    lsp_text_document__did_change: Any = None
    lsp_text_document__did_close: Any = None

    def structure_message(self, data: Any) -> Any:
        """An object of a message as it is: this is asked for each, the innermost first."""
        return data

    @property
    def is_shut_down(self) -> bool:
        """Whether the editor has asked for the end."""
        return bool(self._shutdown)

    def handle_message(self, message: Any) -> None:
        """Answer a message, or say what is wrong with it."""
        try:
            told = self._read(message)
        except JsonRpcException as error:
            self._refuse(message, error)
        else:
            super().handle_message(told)

    def _read(self, message: Any) -> Any:
        """A message as its values. Raises JsonRpcException for what is none, or comes at the wrong time."""
        if not isinstance(message, dict) or message.get("jsonrpc") != self.VERSION:
            raise JsonRpcInvalidRequest
        if not isinstance(message.get("id"), int | str | None):
            raise JsonRpcInvalidRequest
        method = message.get("method")
        if "id" in message and method is not None:
            if self._shutdown or (self._workspace is not None and method == types.INITIALIZE):
                raise JsonRpcInvalidRequest
            if self._workspace is None and method != types.INITIALIZE:
                raise JsonRpcServerNotInitialized
        try:
            return super().structure_message(message)
        except Exception as error:
            raise JsonRpcInvalidParams from error

    def _refuse(self, message: Any, error: JsonRpcException) -> None:
        """Say what is wrong with a message: to who asked, or in the log, where nobody waits for an answer."""
        given = message if isinstance(message, dict) else {"id": None, "method": None}
        logging.getLogger(__name__).warning("%s: %s", error.message, given.get("method"))
        if "id" in given and "method" in given:
            self._answer(given["id"], error)

    def let_go(self) -> None:
        """Cancel what is not answered yet, but for the question that is answered now: the library would
        stumble over each that is taken from the list while it goes through that."""
        for number, future in list(self._request_futures.items()):
            if number != self.msg_id:
                future.cancel()

    def unreadable(self) -> None:
        """Say that something came that is no JSON."""
        self._answer(None, JsonRpcParseError())

    def _answer(self, number: Any, error: JsonRpcException) -> None:
        """Say what is wrong with a question, or with one whose number cannot be told."""
        known = number if isinstance(number, int | str) else None
        wrong = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": known, "error": wrong})


class _Lines(logging.Formatter):
    """A line for whatever went wrong, with a traceback where that is ours."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """The first line, cut."""
        return super().formatMessage(record).partition("\n")[0][:_LONGEST]

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - the library's name
        """What an editor sent that is wrong, told in brief."""
        if isinstance(ei[1], JsonRpcException | RecursionError) or _in_json(ei[2]):
            return str(ei[1]).partition("\n")[0][:_LONGEST]
        return super().formatException(ei)


def _in_json(trace: TracebackType | None) -> bool:
    """Whether something was raised where JSON is read: no JSON, no text, a number of thousands of digits."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and str(trace.tb_frame.f_globals.get("__name__")).partition(".")[0] == "json"


def log_lines() -> None:
    """Log to standard error, which editors show."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines("%(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
