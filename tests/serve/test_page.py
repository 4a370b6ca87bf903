"""The page on which a text is pasted: what it shows, what it refuses, and that nothing in it is obeyed."""

from __future__ import annotations

from html import unescape

import pytest
from starlette.testclient import TestClient

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
    harmless(answer.text)


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
    assert "<script" not in answer.text
    assert "script" not in answer.headers["content-security-policy"]
    assert typed in unescape(answer.text)


def test_a_page_of_another_site_may_not_send_it(client: TestClient) -> None:
    assert client.post("/", data=GIVEN, headers={"origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize(("token", "status"), [("s3cret", 200), ("other", 401), (None, 401)])
def test_a_token_is_asked_for(opened: Open, token: str | None, status: int) -> None:
    client = opened(token="s3cret")
    assert "name=token" in client.get("/").text
    answer = client.post("/", data=GIVEN | ({"token": token} if token else {}))
    assert answer.status_code == status
    assert "s3cret" not in answer.text
