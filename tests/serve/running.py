"""A server as a process of its own, and a folder served to browsers from another origin."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread
from time import sleep
from typing import IO


@contextmanager
def running(folder: Path, *options: str) -> Iterator[str]:
    """`factcheck serve` in a folder with a registry, on a free port; its address. It may log no traceback as
    long as it serves."""
    command = [sys.executable, "-m", "factcheck", "serve", "--port", "0", "--processes", "1", *options]
    with (
        TemporaryFile("a+", encoding="utf-8") as log,
        subprocess.Popen(command, cwd=folder, stderr=log) as process,
    ):
        try:
            while "\n" not in _said(log) and process.poll() is None:
                sleep(0.01)
            address = _said(log).partition(" ")[0]
            assert address.startswith("http://"), _said(log)
            yield address.rstrip("/")
            assert "Traceback" not in _said(log), _said(log)
        finally:
            process.terminate()


def _said(log: IO[str]) -> str:
    log.seek(0)
    return log.read()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def offered(folder: Path) -> Iterator[str]:
    """A folder as a site of its own; its origin."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
