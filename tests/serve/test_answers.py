"""Answers given on the page: each one small edit of the registry, guarded, and the way back."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from factcheck.registry.edit_file import Edited
from factcheck.registry.load import load_registry
from factcheck.serve.hunk import hunk
from tests.report.html.parsed import elements, harmless
from tests.report.test_hostile import PAYLOADS
from tests.serve.conftest import REGISTRY, Open

MAYBE = "In the final the spectators threw 9,000 paper planes."
JSON = {"accept": "application/json"}


def asked(client: TestClient, text: str = MAYBE) -> list[dict[str, str]]:
    """The fields of each question on the page of a text."""
    page = client.post("/", data={"text": text, "date": "2024-06-01"}).text
    harmless(page, served=True)
    fields = [(at["name"], at["value"]) for name, at in elements(page) if at.get("type") == "hidden"]
    return [dict(fields[at : at + 4]) for at in range(0, len(fields), 4)]


@pytest.fixture
def editing(opened: Open) -> TestClient:
    return opened(edit=True)


def answer(client: TestClient, said: str, fields: dict[str, str]) -> Any:
    given = client.post("/answers", data=fields | {"answer": said}, headers=JSON)
    assert given.status_code == 200, given.text
    return given.json()


@pytest.mark.parametrize(
    ("said", "field", "written"),
    [("yes", "match", "In the final the spectators threw … paper planes"), ("no", "unlike", MAYBE)],
)
def test_an_answer_is_written_and_taken_back(
    editing: TestClient, registry: Path, said: str, field: str, written: str
) -> None:
    [fields] = asked(editing)
    assert fields["claim"] == "crowd"
    told = answer(editing, said, fields)
    assert written in getattr(load_registry(registry).claims[0], field)
    assert re.search(rf"claims\.yaml:\d+: \+ .*{written}", told["told"])
    assert asked(editing) == []
    again = answer(editing, said, fields)
    assert (again["number"], again["told"]) == (0, "")
    back = editing.post("/answers/undo", data={"key": fields["key"], "number": told["number"]}, headers=JSON)
    assert back.status_code == 200
    assert registry.read_text("utf-8") == REGISTRY
    assert len(asked(editing)) == 1
    assert editing.post("/answers/undo", data={"key": fields["key"], "number": 1}).status_code == 422


def test_without_a_script_a_page_tells_it(editing: TestClient, registry: Path) -> None:
    [fields] = asked(editing)
    page = editing.post("/answers", data=fields | {"answer": "no"})
    assert MAYBE in unescape(page.text)
    harmless(page.text, served=True)
    [back] = [at for name, at in elements(page.text) if name == "form"]
    hidden = {at["name"]: at["value"] for _, at in elements(page.text) if at.get("type") == "hidden"}
    assert editing.post(back["action"], data=hidden).status_code == 200
    assert registry.read_text("utf-8") == REGISTRY


def test_without_edit_nothing_is_asked_and_nothing_is_there(client: TestClient) -> None:
    assert asked(client) == []
    assert client.post("/answers", data={"answer": "no"}).status_code == 404
    assert client.post("/answers/undo", data={"number": 1}).status_code == 404
    assert "/answers" not in client.get("/openapi.json").json()["paths"]


@pytest.mark.parametrize(
    ("headers", "spoilt", "status"),
    [
        ({"origin": "http://localhost"}, {}, 200),
        ({"origin": "http://evil.example"}, {}, 403),
        ({"origin": "https://cms.example.org"}, {}, 403),
        ({"origin": "null"}, {}, 403),
        ({}, {"key": "another"}, 403),
        ({}, {"key": ""}, 403),
        ({}, {"answer": "perhaps"}, 422),
        ({}, {"sentence": " "}, 422),
        ({}, {"sentence": "x" * 5000}, 422),
        ({}, {"claim": "nothing"}, 422),
        ({}, {"answer": "yes", "phrase": ""}, 422),
    ],
)
def test_who_may_answer_and_what(
    opened: Open, registry: Path, headers: dict[str, str], spoilt: dict[str, str], status: int
) -> None:
    client = opened(edit=True, origins=frozenset({"https://cms.example.org"}))
    [fields] = asked(client)
    given = client.post("/answers", data=fields | {"answer": "no"} | spoilt, headers=headers)
    assert given.status_code == status
    assert (registry.read_text("utf-8") == REGISTRY) is (status != 200)


def test_each_server_has_a_key_of_its_own(opened: Open) -> None:
    [one], [other] = asked(opened(edit=True)), asked(opened(edit=True))
    assert one["key"] != other["key"]
    assert len(one["key"]) > 30


def test_what_others_write_meanwhile_stays(editing: TestClient, registry: Path) -> None:
    [fields] = asked(editing)
    first = answer(editing, "no", fields)
    text = registry.read_text("utf-8")
    registry.write_text(text.replace("claims:", "claims:\n  rain: 'Days of rain: 12'", 1), "utf-8")
    second = answer(editing, "no", fields | {"claim": "capacity"})
    back = {"key": fields["key"], "number": first["number"]}
    assert editing.post("/answers/undo", data=back, headers=JSON).status_code == 200
    claims = {claim.id: claim for claim in load_registry(registry).claims}
    assert (claims["crowd"].unlike, claims["capacity"].unlike) == ((), (MAYBE,))
    assert "rain" in claims
    answer(editing, "no", fields)
    assert second["number"] != first["number"]


def test_a_writer_who_is_quicker_is_waited_for_once(
    editing: TestClient, registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [fields] = asked(editing)
    others = iter(["# one\n", "# two\n", "# three\n"])
    write = Edited.write

    def late(edit: Edited) -> None:
        if more := next(others, ""):
            registry.write_text(registry.read_text("utf-8") + more, "utf-8")
        write(edit)

    monkeypatch.setattr(Edited, "write", late)
    given = editing.post("/answers", data=fields | {"answer": "no"}, headers=JSON)
    assert given.status_code == 409
    assert "somebody has changed the file meanwhile" in given.json()["error"]
    next(others)
    assert answer(editing, "no", fields)["number"] == 1
    assert registry.read_text("utf-8").endswith("# one\n# two\n")


def test_what_was_mended_by_hand_is_not_taken_back(editing: TestClient, registry: Path) -> None:
    [fields] = asked(editing)
    told = answer(editing, "no", fields)
    mended = registry.read_text("utf-8").replace("9,000", "9,001")
    registry.write_text(mended, "utf-8")
    back = {"key": fields["key"], "number": told["number"]}
    refused = editing.post("/answers/undo", data=back, headers=JSON)
    assert (refused.status_code, registry.read_text("utf-8")) == (422, mended)
    assert "no longer there as it was" in refused.json()["error"]


def test_a_registry_that_cannot_be_written_is_told(
    editing: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    [fields] = asked(editing)

    def full(_: Edited) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Edited, "write", full)
    given = editing.post("/answers", data=fields | {"answer": "no"})
    assert (given.status_code, given.json()["error"]) == (
        500,
        "the registry cannot be written: No space left on device",
    )


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload[:16]))
@pytest.mark.parametrize("said", ["yes", "no"])
def test_hostile_words_are_written_as_words_or_not_at_all(
    editing: TestClient, registry: Path, said: str, payload: str
) -> None:
    [fields] = asked(editing)
    sent = payload.encode("utf-8", "replace").decode()
    given = editing.post(
        "/answers", data=fields | {"answer": said, "phrase": sent, "sentence": sent}, headers=JSON
    )
    assert given.status_code in (200, 422)
    claim = load_registry(registry).claims[0]
    added = (claim.match if said == "yes" else claim.unlike)[2 if said == "yes" else 0 :]
    assert added == ((" ".join(sent.split()),) if given.status_code == 200 else ())


@pytest.mark.parametrize(
    ("before", "after", "now", "back"),
    [
        ("a\nb\n", "a\nx\nb\n", "a\nx\nb\n", "a\nb\n"),
        ("a\nb\n", "a\nx\nb\n", "new\na\nx\nelse\n", "new\na\nelse\n"),
        ("x\nb\n", "x\nb\nx\n", "x\nb\nx\nc\n", "x\nb\nc\n"),
        ("m: [a]\n", "m: [a, b]\n", "t\nm: [a, b]\n", "t\nm: [a]\n"),
        ("a\r\n", "a\r\nb\r\n", "a\r\nb\r\n", "a\r\n"),
        ("\ufeffa\n", "\ufeffa\nb\n", "a\nb\n", "a\n"),
    ],
)
def test_a_change_is_taken_back_where_it_stands_now(before: str, after: str, now: str, back: str) -> None:
    assert hunk(Edited(Path("f"), before, after)).taken_back(now) == back
