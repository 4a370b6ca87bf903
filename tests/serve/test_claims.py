"""The registry's claims as pages: found, drawn, with their history and their uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from factcheck.run.article import ScanOptions
from factcheck.serve import uses
from factcheck.serve.uses import Uses
from tests.report.html.parsed import elements, harmless
from tests.serve.conftest import REGISTRY, Open
from tests.shell import shell_in


def addresses(page: str) -> list[str]:
    return [at["href"] for name, at in elements(page) if name == "a" and "/claims/" in at.get("href", "")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["/claims/crowd", "/claims/capacity"]),
        ("spectaters", ["/claims/crowd"]),
        ("stadium", ["/claims/capacity"]),
        ("penguins", []),
    ],
)
def test_claims_are_listed_and_searched(client: TestClient, query: str, found: list[str]) -> None:
    page = client.get("/claims", params={"q": query}).text
    assert addresses(page) == found
    assert ("No claim is near these words" in page) is (not found)
    harmless(page, served=True)


def test_a_claim_has_its_chart_and_its_values(client: TestClient) -> None:
    page = client.get("/claims/crowd").text
    assert "<h1>Spectators at the cup final</h1>" in page
    assert "<svg" in page
    assert "https://league.example/2023" in page
    assert "<li>spectateurs de la finale</li>" in page
    assert "Dana Orr" not in page
    harmless(page, served=True)
    assert client.get("/claims/nothing").status_code == 404


def test_a_claim_with_a_strange_id_is_found(client: TestClient, registry: Path) -> None:
    registry.write_text(REGISTRY + '  "a/b?c#d é": "Days of rain: 12"\n', "utf-8")
    [address] = addresses(client.get("/claims?q=rain").text)
    assert "<h1>Days of rain</h1>" in client.get(address).text


def test_its_history_is_told_by_git(client: TestClient, registry: Path, tmp_path: Path) -> None:
    assert "No history:" in client.get("/claims/crowd").text
    shell = shell_in(tmp_path, tmp_path / "tools")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Count <b>anew</b>"]):
        assert shell("git", *command).returncode == 0
    registry.write_text(REGISTRY.replace("value: 48k", "value: 49k"), "utf-8")
    page = client.get("/claims/crowd").text
    assert "Count &lt;b&gt;anew&lt;/b&gt;" in page
    assert "<td>- 48k since 2023-05-20</td>" in page
    assert "not committed" in page


def test_who_uses_it_is_told_of_the_articles_of_the_server(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uses, "PATIENCE", 60)
    folder = tmp_path / "articles"
    folder.mkdir()
    article = folder / "final.md"
    article.write_text("---\ndate: 2024-06-01\n---\nThe final drew 16,000 spectators.\n", "utf-8")
    client = opened(uses=Uses([str(folder)], ScanOptions()))
    page = client.get("/claims/crowd").text
    assert ">16,000<" in page
    assert "final.md, line 4" in page
    assert "In no article here." in client.get("/claims/capacity").text
    article.write_text("The final drew 17,500 spectators, and it rained.\n", "utf-8")
    assert ">17,500<" in client.get("/claims/crowd").text


def test_no_articles_no_uses(client: TestClient) -> None:
    assert "In no article here." not in client.get("/claims/capacity").text
