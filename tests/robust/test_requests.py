"""Whatever the server is asked, it answers, and goes on."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.registry.load import load_registry
from factcheck.serve.app import create_app
from tests.robust.holds import answered
from tests.robust.requests import KEY, Request, raw, requests
from tests.serve.conftest import REGISTRY, site_of
from tests.serve.running import running

few = settings(max_examples=settings().max_examples // 2)
HEALTH = Request("GET", "/healthz", b"", ((b"host", b"localhost"),), ())


@dataclass(frozen=True)
class Asked:
    """An application in this process, where nothing stands between a request and it, and its registry."""

    app: Any
    key: str
    registry: Path

    def ask(self, request: Request) -> tuple[int, str, bytes]:
        """The status, the kind and the body of an answer. Raises what a server would log with a traceback."""
        return asyncio.run(self._ask(request))

    async def _ask(self, request: Request) -> tuple[int, str, bytes]:
        parts = [part.replace(KEY.encode(), self.key.encode()) for part in request.body]
        more = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
        waiting = iter([*more, {"type": "http.request", "body": b"", "more_body": False}])
        told: list[Any] = []

        async def receive() -> Any:
            return next(waiting, {"type": "http.disconnect"})

        async def send(message: Any) -> None:
            told.append(message)

        scope = {
            "type": "http", "method": request.method, "path": request.path, "query_string": request.query,
            "headers": list(request.headers), "scheme": "http", "server": ("127.0.0.1", 80), "root_path": "",
            "raw_path": request.path.encode("utf-8", "replace"), "client": ("127.0.0.1", 1),
            "http_version": "1.1",
        }  # fmt: skip
        await self.app(scope, receive, send)
        begun, *rest = told
        kind = dict(begun["headers"]).get(b"content-type", b"").decode()
        return begun["status"], kind, b"".join(one.get("body", b"") for one in rest)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    path = tmp_path_factory.mktemp("asked") / "claims.yaml"
    path.write_text(REGISTRY, "utf-8")
    made = site_of(path, edit=True)
    assert made.answers
    return Asked(create_app(made), made.answers.key, path)


@few
@given(asked=st.lists(requests(), min_size=1, max_size=4))
def test_whatever_is_asked_is_answered(site: Asked, asked: Sequence[Request]) -> None:
    for request in asked:
        answered(*site.ask(request))
    status, _, health = site.ask(HEALTH)
    assert (status, json.loads(health)["error"]) == (200, "")
    assert load_registry(site.registry).claims


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """Where a server of its own listens."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "claims.yaml").write_text(REGISTRY, "utf-8")
    with running(folder, "--edit", "--articles", ".") as server:
        host, _, port = server.removeprefix("http://").partition(":")
        yield host, int(port)


def said(address: tuple[str, int], data: bytes) -> bytes:
    """What a server says to some bytes, after which nothing more comes."""
    with socket.create_connection(address, timeout=60) as line:
        try:
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: line.recv(65536), b""))
        except ConnectionError:  # it has hung up on what is no HTTP
            return b""


@st.composite
def lines(draw: st.DrawFn) -> bytes:
    """Requests as bytes, one after the other on a line, spoiled somewhere or not."""
    data = b"".join(map(raw, draw(st.lists(requests(), min_size=1, max_size=3))))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
    return draw(
        st.sampled_from(
            (data, data[:end], data[:start] + data[end:], data[:start] + b"\0\r\n" + data[start:])
        )
    )


@few
@given(data=lines())
def test_whatever_bytes_come_it_goes_on(address: tuple[str, int], data: bytes) -> None:
    told = said(address, data)
    assert told == b"" or told.startswith(b"HTTP/1.1 ")
    assert not re.search(rb"^HTTP/1.1 (5(?!03)|.*Traceback)", told, re.M)
    assert said(
        address, raw(replace(HEALTH, headers=(*HEALTH.headers, (b"connection", b"close"))))
    ).startswith(b"HTTP/1.1 200")
