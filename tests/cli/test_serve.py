"""`factcheck serve`: what it refuses to begin with."""

from __future__ import annotations

import socket

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ("--host 0.0.0.0", "--host 0.0.0.0 is open to others: say --token, too"),
        ("--allow-origin cms.example.org", "write it as https://cms.example.org"),
        ("--allow-origin https://cms.example.org/page", "write it as https://cms.example.org"),
        ("--port 70000", "'--port'"),
        ("--claims nowhere.yaml", "nowhere.yaml"),
        ("--host 192.0.2.1 --token s3cret", "192.0.2.1:8765: cannot listen there"),
    ],
)
def test_what_it_refuses(factcheck: Command, args: str, told: str) -> None:
    ended = factcheck("serve", *args.split())
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


def test_a_port_that_is_taken_is_told(factcheck: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = factcheck("serve", "--port", str(port))
    assert ended.code == 2
    assert f"127.0.0.1:{port}: cannot listen there: Address already in use" in ended.err


def test_without_its_extra_it_says_what_to_install(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.serve.find_spec", lambda _: None)
    ended = factcheck("serve")
    assert (ended.code, ended.err) == (2, "error: serve takes an extra: pip install 'factlint[serve]'\n")
