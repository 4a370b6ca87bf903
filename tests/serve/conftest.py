"""A server with a registry of its own, asked in the process of the tests; scans are done there and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from factcheck.model import Registry
from factcheck.registry.load import load_registry
from factcheck.run.article import ScanOptions
from factcheck.serve import work
from factcheck.serve.app import create_app
from factcheck.serve.current import Current
from factcheck.serve.work import Crew, Text
from factcheck.show.selection import Policy

REGISTRY = """\
sources:
  league: {name: Football League}
  insider: {name: Dana Orr, private: true, aliases: [the insider]}
claims:
  crowd:
    title: Spectators at the cup final
    match: [spectators at the final, spectateurs de la finale]
    values:
      - {value: 48k, as_of: 2023-05-20, source: league, url: "https://league.example/2023"}
      - {value: 61k, as_of: 2024-05-18, source: insider}
  capacity: "Seats of the new stadium: 62k"
"""
URL = "http://localhost"
Open = Callable[..., TestClient]


class Here(Crew):
    """A crew of this process."""

    async def report(self, text: Text) -> str:
        return work.scanner(self.registry, self.options, self.policy)(text)


def crew(registry: Registry) -> Crew:
    return Here(registry, ScanOptions(), Policy())


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "claims.yaml"
    path.write_text(REGISTRY, "utf-8")
    return path


@pytest.fixture
def opened(registry: Path) -> Iterator[Open]:
    """Open a server, with what `create_app` takes besides."""
    clients = []

    def open_(**more: object) -> TestClient:
        current = Current.of(lambda: load_registry(registry), crew)
        client = TestClient(create_app(current, **more), base_url=URL, raise_server_exceptions=False)  # type: ignore[arg-type]
        clients.append(client)
        return client.__enter__()

    yield open_
    for client in clients:
        client.__exit__()


@pytest.fixture
def client(opened: Open) -> TestClient:
    return opened()
