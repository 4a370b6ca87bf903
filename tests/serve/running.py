"""A server as a process of its own, and a folder served to browsers from another origin."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@contextmanager
def running(folder: Path, *options: str) -> Iterator[str]:
    """`factcheck serve` in a folder with a registry, on a free port; its address. It may log no traceback."""
    command = [sys.executable, "-m", "factcheck", "serve", "--port", "0", "--processes", "1", *options]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stderr
            address = process.stderr.readline().partition(" ")[0]
            assert address.startswith("http://"), address + process.stderr.read()
            yield address.rstrip("/")
        finally:
            process.terminate()
        assert "Traceback" not in process.stderr.read()


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
