"""What each address answers, and what is refused."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from factcheck.check.rules import RULES
from factcheck.serve.app import create_app
from factcheck.serve.guard import MOST
from tests.read.documents import docx
from tests.serve.conftest import REGISTRY, Open, site_of

WRONG = "The final drew 16,000 spectators."


def rules(report: Any) -> list[str]:
    return [finding["rule"] for finding in report["findings"]]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [(WRONG, ["discrepancy", "unsourced"]), ("The final drew 61,000 spectators, said the insider.", [])],
)
def test_a_text_is_answered_with_the_json_report(client: TestClient, text: str, flagged: list[str]) -> None:
    answer = client.post("/api/scan", json={"text": text, "date": "2024-06-01", "name": "final.md"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert rules(answer.json()) == flagged
    assert [article["path"] for article in answer.json()["articles"]] == ["final.md"]
    schema = Path("factcheck/report/report.schema.json").read_text("utf-8")
    jsonschema.validate(answer.json(), json.loads(schema))


def test_a_file_is_read_by_its_name(client: TestClient) -> None:
    data = docx(f"<w:p><w:r><w:t>{WRONG}</w:t></w:r></w:p>")
    answer = client.post("/api/scan?name=final.docx&date=2024-06-01", content=data)
    assert rules(answer.json()) == ["discrepancy", "unsourced"]
    assert answer.json()["findings"][0]["place"] == "¶1"


@pytest.mark.parametrize("path", ["/", "/answers", "/answers/undo", "/api/scan"])
def test_who_hangs_up_within_a_body_ends_no_request_in_an_error(tmp_path: Path, path: str) -> None:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    app = create_app(site_of(tmp_path / "claims.yaml", edit=True))
    kind = b"application/x-www-form-urlencoded"
    headers = [(b"host", b"localhost"), (b"content-type", kind), (b"content-length", b"9")]
    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers}
    told = []

    async def receive() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        told.append(message)

    asyncio.run(app({**scope, "raw_path": path.encode(), "root_path": ""}, receive, send))
    assert [message["status"] for message in told if "status" in message] == [400]


def test_a_file_that_is_broken_is_told_as_in_a_scan(client: TestClient) -> None:
    answer = client.post("/api/scan?name=final.docx", content=b"no Word")
    assert answer.status_code == 200
    assert answer.json()["summary"]["errors"]


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        (b"{", 400, "no JSON"),
        (b"\xff", 400, "no JSON"),
        (b"[" * 100_000, 400, "no JSON"),
        (b"[]", 422, "send"),
        (b"{}", 422, "send"),
        (b'{"text": 7}', 422, "`text` must be a text"),
        (b'{"text": null}', 422, "`text` must be a text"),
        (b'{"text": "", "day": "x"}', 422, "no key is called 'day'"),
        (b'{"text": "", "date": "2024-02-30"}', 422, "'2024-02-30' is no day"),
        (b'{"text": "", "date": "20240201"}', 422, "is no day"),
        (b'{"text": "", "language": "xx"}', 422, "'xx' is none of"),
        (b'{"text": "", "name": "a.exe"}', 415, "not a format that can be read"),
        (b'{"text": "", "name": "a\\u0000.md"}', 422, "no file can be called that"),
    ],
)
def test_what_is_no_text_is_refused(client: TestClient, body: bytes, status: int, told: str) -> None:
    answer = client.post("/api/scan", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert told in answer.json()["error"]


def test_claims_are_listed_searched_and_shown(client: TestClient) -> None:
    listed = client.get("/api/claims").json()
    assert [claim["id"] for claim in listed] == ["crowd", "capacity"]
    assert listed[0]["values"] == "48k / 61k"
    assert [claim["id"] for claim in client.get("/api/claims?q=spectater").json()] == ["crowd"]
    claim = client.get("/api/claims/crowd").json()
    assert [value["as_of"] for value in claim["values"]] == ["2023-05-20", "2024-05-18"]
    assert client.get("/api/claims/nothing").status_code == 404


def test_a_private_source_is_nowhere(client: TestClient) -> None:
    text = "The final drew 16,000 spectators, said the insider."
    asked = [
        client.get("/api/claims"),
        client.get("/api/claims/crowd"),
        client.post("/api/scan", json={"text": text}),
    ]
    assert "Football League" in asked[1].text
    assert not any("Dana Orr" in answer.text for answer in asked)


@pytest.mark.parametrize("name", [rule.NAME for rule in RULES])
def test_rules_have_their_pages(client: TestClient, name: str) -> None:
    assert client.get(f"/api/rules/{name}").json()["page"]
    assert name in [rule["name"] for rule in client.get("/api/rules").json()]


@pytest.mark.parametrize(
    "path", ["/api/claims", "/api/claims/crowd", "/api/rules", "/openapi.json", "/factcheck.js"]
)
def test_what_a_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"if-none-match": '"another"'}).content == first.content


def test_the_registry_is_read_anew_and_a_broken_one_keeps_the_old(client: TestClient, registry: Path) -> None:
    def write(text: str, second: int) -> dict[str, Any]:
        registry.write_text(text, "utf-8")
        os.utime(registry, (second, second))
        told: dict[str, Any] = client.get("/healthz").json()
        return told

    assert client.get("/healthz").json()["claims"] == 2
    assert write(REGISTRY + '  rain: "Days of rain: 12"\n', 10)["claims"] == 3
    broken = write("claims: [", 20)
    assert (broken["claims"], broken["error"].partition(":")[0]) == (3, str(registry))
    assert client.get("/api/claims/rain").status_code == 200
    assert write(REGISTRY, 30) | {"version": ""} == {"status": "ok", "version": "", "claims": 2, "error": ""}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "localhost:8765"}, 200),
        ({"host": "127.0.0.1"}, 200),
        ({"host": "[::1]:8765"}, 200),
        ({"host": "evil.example"}, 421),
        ({"host": "localhost.evil.example"}, 421),
        ({"host": ""}, 421),
        ({"origin": "http://localhost"}, 200),
        ({"origin": "https://cms.example.org"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://localhost:1234"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_who_may_ask(opened: Open, headers: dict[str, str], status: int) -> None:
    client = opened(origins=frozenset({"https://cms.example.org"}))
    assert client.get("/api/rules", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("path", "status"),
    [("/factcheck.js", 200), ("/healthz", 200), ("/", 403), ("/claims", 403), ("/claims/crowd", 403)],
)
def test_what_a_page_of_another_site_may_ask(opened: Open, path: str, status: int) -> None:
    client = opened(origins=frozenset({"https://cms.example.org"}))
    assert client.get(path, headers={"origin": "https://cms.example.org"}).status_code == status
    assert client.get(path, headers={"origin": "http://localhost"}).status_code == 200


def test_a_page_that_may_ask_is_told_so(opened: Open) -> None:
    client = opened(origins=frozenset({"https://cms.example.org"}))
    asked = {"origin": "https://cms.example.org", "access-control-request-method": "POST",
             "access-control-request-headers": "content-type"}  # fmt: skip
    answer = client.options("/api/scan", headers=asked)
    assert answer.headers["access-control-allow-origin"] == "https://cms.example.org"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    ("sent", "status"), [("Bearer s3cret", 200), ("Bearer other", 401), ("s3cret", 200), ("Bearer é", 401)]
)
def test_a_token_opens(opened: Open, sent: str, status: int) -> None:
    client = opened(token="s3cret")
    answer = client.get("/api/claims", headers=[(b"authorization", sent.encode())])
    assert answer.status_code == status
    assert client.get("/api/claims").status_code == 401
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("path", ["/", "/claims", "/claims/crowd", "/api/claims", "/api/nothing", "/nothing"])
@pytest.mark.parametrize("root", ["", "/facts", "/api"])
def test_the_token_is_asked_for_wherever_a_proxy_serves_it(opened: Open, path: str, root: str) -> None:
    guard = opened(token="s3cret").app
    client = TestClient(guard, base_url="http://localhost", root_path=root)
    assert client.get(f"{root}{path}").status_code == 401
    assert client.get(f"{root}/healthz").status_code == 200


@pytest.mark.parametrize(
    ("sent", "status"), [("Basic bWU6czNjcmV0", 200), ("Basic bWU6b3RoZXI=", 401), ("Basic é", 401)]
)
def test_a_browser_shows_the_token_as_a_password(opened: Open, sent: str, status: int) -> None:
    client = opened(token="s3cret")
    assert client.get("/claims", headers=[(b"authorization", sent.encode())]).status_code == status


def test_what_is_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    asked = {"content-length": str(MOST + 1)}
    assert client.post("/api/scan", headers=asked, content=b"").status_code == 413
    parts = (b"a" * 1_000_000 for _ in range(11))  # of a length that is not announced
    assert client.post("/api/scan", content=parts).status_code == 413


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/nothing", 404), ("DELETE", "/api/claims", 405)]
)
def test_other_requests_are_told(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])
