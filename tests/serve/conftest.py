"""A server with a registry of its own, asked in the process of the tests; scans are done there and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from factcheck.model import Registry
from factcheck.registry.load import load_registry
from factcheck.run.article import ScanOptions
from factcheck.serve import work
from factcheck.serve.answers import Answers
from factcheck.serve.app import create_app
from factcheck.serve.current import Current
from factcheck.serve.site import Site
from factcheck.serve.uses import Uses
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

    def begin(self) -> None:
        """There is nothing to begin."""


def crew(registry: Registry) -> Crew:
    return Here(registry, ScanOptions(), Policy())


def site_of(registry: Path, edit: bool = False, uses: Uses | None = None, language: str = "") -> Site:
    """A site with a registry; what it scans is scanned in this process."""

    def load() -> Registry:
        return load_registry(registry)

    return Site(Current.of(load, crew), Answers(load) if edit else None, uses, language)


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "claims.yaml"
    path.write_text(REGISTRY, "utf-8")
    return path


@pytest.fixture
def opened(registry: Path) -> Iterator[Open]:
    """Open a server, with what `site_of` and `create_app` take besides."""
    clients = []

    def open_(**more: Any) -> TestClient:
        site = site_of(
            registry, **{key: more.pop(key) for key in ("edit", "uses", "language") if key in more}
        )
        client = TestClient(create_app(site, **more), base_url=URL, raise_server_exceptions=False)
        clients.append(client)
        return client.__enter__()

    yield open_
    for client in clients:
        client.__exit__()


@pytest.fixture
def client(opened: Open) -> TestClient:
    return opened()
