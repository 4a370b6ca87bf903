"""A store of articles behind HTTP, as S3 is one: folders are listed, files are read piece by piece. It speaks
WebHDFS, the one such protocol that fsspec speaks by itself."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.parts import Shard
from factcheck.run.scan import scan
from tests.newsroom import DAY
from tests.read.test_remote import REGISTRY as TRAMS
from tests.read.test_remote import told

pytest.importorskip("requests", reason="fsspec speaks WebHDFS by it")
REGISTRY = parse_registry(TRAMS, "claims.yaml")
TEXT = "There are 46 trams in service."
LONG = f"{TEXT}\n\n<!-- {60_000 * 'so '}-->\n"
STORE = {
    "/archive/2024/a.md": TEXT,
    "/archive/2024/b/c.txt": TEXT,
    "/archive/2025/d.md": LONG,
    "/archive/2025/photo.jpg": "no article",
    "/archive/2025/ö ü.md": TEXT,
}


class _Store(BaseHTTPRequestHandler):
    """https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/WebHDFS.html"""

    asked: list[tuple[str, str, int]]

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        path = unquote(url.path).removeprefix("/webhdfs/v1").rstrip("/")
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        start, length = int(asked.get("offset", 0)), int(asked.get("length", 0))
        self.asked.append((asked["op"], path, length))
        below = {name for name in STORE if name.startswith(f"{path}/")}
        if not below and path not in STORE:
            self._answer(404, {"RemoteException": {"exception": "FileNotFoundException", "message": path}})
        elif asked["op"] == "OPEN":
            self._answer(200, STORE[path].encode()[start : start + length])
        elif asked["op"] == "GETFILESTATUS":
            self._answer(200, {"FileStatus": _status(path)})
        else:
            names = sorted({name[len(path) + 1 :].split("/")[0] for name in below})
            rows = [_status(f"{path}/{name}") | {"pathSuffix": name} for name in names]
            self._answer(200, {"FileStatuses": {"FileStatus": rows}})

    def _answer(self, code: int, told: Any) -> None:
        data = told if isinstance(told, bytes) else json.dumps(told).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing."""


def _status(path: str) -> dict[str, object]:
    kind = "FILE" if path in STORE else "DIRECTORY"
    return {"type": kind, "length": len(STORE.get(path, "").encode()), "pathSuffix": ""}


@pytest.fixture
def store() -> Iterator[tuple[str, list[tuple[str, str, int]]]]:
    """The address of a store on loopback, and what it is asked."""
    asked: list[tuple[str, str, int]] = []
    handler = type("Handler", (_Store,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"webhdfs://127.0.0.1:{server.server_address[1]}/archive", asked
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", ["/2024/a.md", "/2024/b/c.txt", "/2025/d.md", "/2025/ö ü.md"]),
        ("/2024", ["/2024/a.md", "/2024/b/c.txt"]),
        ("/*/*.md", ["/2024/a.md", "/2025/d.md", "/2025/ö ü.md"]),
        ("/2025/ö ü.md", ["/2025/ö ü.md"]),
    ],
)
def test_what_is_listed_is_read(
    store: tuple[str, list[Any]], path: str, expected: list[str], jobs: int
) -> None:
    address, _ = store
    report = scan([address + path], REGISTRY, ScanOptions(date=DAY, jobs=jobs))
    assert report.errors == ()
    assert [article.path for article in report.articles] == [address + name for name in expected]
    assert told(report) == [address + name for name in expected]


def test_a_long_one_comes_in_pieces(
    store: tuple[str, list[tuple[str, str, int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fsspec.AbstractFileSystem.blocksize", 100)
    address, asked = store
    scan([f"{address}/2025/d.md"], REGISTRY, ScanOptions(date=DAY))
    pieces = [length for op, _, length in asked if op == "OPEN"]
    assert len(pieces) > 1
    assert max(pieces) < sum(pieces) == len(LONG)


def test_what_is_not_there_is_told(store: tuple[str, list[Any]]) -> None:
    address, _ = store
    report = scan([f"{address}/2023", f"{address}/2024"], REGISTRY, ScanOptions(date=DAY))
    assert report.errors == (f"{address}/2023: no such file or folder, or an empty one (check the spelling)",)
    assert len(report.articles) == 2


def test_shares_of_it_are_all_of_it(store: tuple[str, list[Any]]) -> None:
    address, _ = store
    shares = [scan([address], REGISTRY, ScanOptions(date=DAY), shard=Shard(n, 3)) for n in (1, 2, 3)]
    whole = scan([address], REGISTRY, ScanOptions(date=DAY))
    assert [row for share in shares for row in share.articles] == list(whole.articles)
    assert len(whole.articles) == 4
