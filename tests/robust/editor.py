"""An editor at the other end of a language server's pipes, which sends whatever it is told to."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

from tests.robust.messages import ROOT, Message

PATIENCE = 120
"""Seconds within which whatever is asked must be answered."""


class Editor:
    """A server as a process, initialized in a folder; what it has said on standard error is kept."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "factcheck", "lsp"]
        pipe = subprocess.PIPE
        self.log = folder.with_suffix(".log")
        self._root = folder.as_uri()
        self._ids = count(1)
        self._told: Queue[Any] = Queue()
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, stderr=log)
        Thread(target=self._listen, daemon=True).start()

    def begin(self) -> None:
        """Initialize the server, as an editor that can do everything."""
        formats = {"contentFormat": ["markdown"]}
        able = {
            "textDocument": {"hover": formats, "codeAction": {"resolveSupport": {"properties": ["edit"]}}},
            "workspace": {"codeLens": {"refreshSupport": True}, "workspaceEdit": {"documentChanges": True}},
            "window": {"showDocument": {"support": True}},
        }
        params = {"processId": None, "rootUri": self._root, "capabilities": able}
        self.exchange([Message("initialize", params, request=True), Message("initialized", {})])

    def end(self) -> int:
        """Shut the server down; its exit code."""
        self.exchange([Message("shutdown", None, request=True)])
        return self.leave()

    def leave(self) -> int:
        """Go as if the server had been shut down; its exit code."""
        self.send(Message("exit", None))
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.communicate()

    def exchange(self, messages: Iterable[Message]) -> list[Any]:
        """Send messages, and wait until each request among them is answered; all that was said meanwhile."""
        ids = {number for message in messages if (number := self.send(message))}
        told = []
        while ids:
            told.append(self.hear())
            if "method" not in told[-1]:
                ids.discard(told[-1]["id"])
        return told

    def hear(self) -> Any:
        """The next message of the server, whose requests are answered with nothing."""
        told = self._told.get(timeout=PATIENCE)
        assert told is not None, "the server has ended: " + self.log.read_text("utf-8")
        if "method" in told and "id" in told:
            self._write(json.dumps({"jsonrpc": "2.0", "id": told["id"], "result": None}).encode())
        return told

    def send(self, message: Message) -> int:
        """Send a message; its id where it is a request, 0 where it is none."""
        if message.body:
            self._write(message.body)
            return 0
        number = next(self._ids) if message.request else 0
        params = message.params
        if (
            message.method == "$/cancelRequest"
            and isinstance(params, dict)
            and isinstance(params.get("id"), int)
        ):
            params = {"id": max(0, self.newest - params["id"])}
        told = {"jsonrpc": "2.0", "method": message.method, "params": params}
        if number:
            self.newest = number
            told["id"] = number
        self._write(json.dumps(told, default=str).replace(ROOT, self._root).encode())
        return number

    newest = 0

    def _write(self, body: bytes) -> None:
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        out = self._process.stdout
        assert out
        while head := out.readline():
            if head.lower().startswith(b"content-length:"):
                length = int(head.partition(b":")[2])
                while out.readline().strip():
                    pass
                self._told.put(json.loads(out.read(length)))
        self._told.put(None)
