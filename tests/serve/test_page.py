"""The page on which a text is pasted: what it shows, what it refuses, and that nothing in it is obeyed."""

from __future__ import annotations

from base64 import b64encode
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from factcheck.report.html.words import languages
from tests.read.documents import docx
from tests.report.html.parsed import harmless
from tests.serve.conftest import Open

WRONG = "The final drew 16,000 spectators."
GIVEN = {"text": WRONG, "date": "2024-06-01"}


def test_a_text_becomes_the_marked_page(client: TestClient) -> None:
    assert "<textarea" in client.get("/").text
    answer = client.post("/", data=GIVEN)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert ">16,000</mark>" in answer.text
    harmless(answer.text, served=True)


def test_a_file_becomes_the_marked_page(client: TestClient) -> None:
    data = docx(f"<w:p><w:r><w:t>{WRONG}</w:t></w:r></w:p>")
    answer = client.post("/", data={"date": "2024-06-01"}, files={"file": ("final.docx", data)})
    assert ">16,000</mark>" in answer.text
    assert "final.docx" in answer.text


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ({}, 422, "there is no text"),
        ({"text": "  "}, 422, "there is no text"),
        ({"text": "It rained.", "date": "31 May"}, 422, "'31 May' is no day"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(
    client: TestClient, given: dict[str, str], status: int, told: str
) -> None:
    answer = client.post("/", data=given)
    assert answer.status_code == status
    assert told in unescape(answer.text)
    assert given.get("text", "") in answer.text


def test_a_file_that_no_reader_takes_is_told(client: TestClient) -> None:
    answer = client.post("/", files={"file": ("a.exe", b"MZ")})
    assert (answer.status_code, "a.exe: not a format that can be read" in answer.text) == (415, True)


def test_what_was_typed_is_inert(client: TestClient) -> None:
    typed = '</textarea><script>alert(1)</script>"\u202e'
    answer = client.post("/", data={"text": typed, "date": '"><script>'})
    assert answer.status_code == 422
    harmless(answer.text, served=True)
    assert typed in unescape(answer.text)


def test_a_page_of_another_site_may_not_send_it(client: TestClient) -> None:
    assert client.post("/", data=GIVEN, headers={"origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize(("token", "status"), [("s3cret", 200), ("other", 401), (None, 401)])
def test_a_browser_asks_for_the_token(opened: Open, token: str | None, status: int) -> None:
    client = opened(token="s3cret")
    shown = {"authorization": f"Basic {b64encode(f'me:{token}'.encode()).decode()}"} if token else {}
    answer = client.post("/", data=GIVEN, headers=shown)
    assert answer.status_code == status
    assert answer.headers.get("www-authenticate", "").startswith("Basic") is (status == 401)
    assert "s3cret" not in answer.text


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("de, es;q=0.5, en;q=0.4", "es"),
        ("en;q=0.1, fr;q=0", "en"),
        ("de", "en"),
        ("", "en"),
        ("fr;q=much, es", "es"),
        (";;,,=", "en"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/claims", "/claims/crowd"])
def test_pages_speak_the_readers_language(client: TestClient, path: str, accepted: str, code: str) -> None:
    answer = client.get(path, headers={"accept-language": accepted})
    assert f'<html lang="{code}">' in answer.text
    assert languages()[code]("served.check_text") in answer.text
    harmless(answer.text, served=True)


def test_or_the_one_that_the_server_is_told(opened: Open) -> None:
    client = opened(language="es")
    for answer in (client.get("/"), client.post("/", data=GIVEN)):
        assert '<html lang="es">' in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/claims/nothing", 404), ("GET", "/<b>", 404), ("PUT", "/", 405)]
)
def test_a_browser_is_refused_by_a_page(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path, headers={"accept": "text/html,*/*;q=0.8", "accept-language": "fr"})
    assert (answer.status_code, "Cela n’est pas possible" in answer.text) == (status, True)
    harmless(answer.text, served=True)


def test_a_broken_registry_is_told_on_the_page(client: TestClient, registry: Path) -> None:
    assert "role=alert" not in client.get("/").text
    registry.write_text("claims: [", "utf-8")
    assert "The registry has an error; the last good one counts:" in client.get("/").text
    assert str(registry) in client.get("/claims").text
