"""`factcheck impact`: what is compared, what is printed, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import REGISTRY, Command

WRONG = REGISTRY.replace("61k, as_of: 2024-05-18", "63k, as_of: 2024-05-18")


@pytest.fixture
def repository(folder: Path) -> Path:
    """The folder, with what is in it committed, and a registry that says otherwise since."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    (folder / "articles" / "final.md").write_text(
        "---\ntitle: =Final\ndate: 2024-06-01\n---\nThe final drew 61,000 spectators.\n", "utf-8"
    )
    for args in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "first")):
        subprocess.run(["git", *who, *args], check=True, capture_output=True)
    (folder / "claims.yaml").write_text(WRONG, "utf-8")
    return folder


@pytest.mark.usefixtures("repository")
def test_what_is_not_committed(factcheck: Command) -> None:
    ended = factcheck("impact", "--since", "HEAD", "articles/")
    assert ended.code == 1
    assert ended.out == (
        "articles/final.md:5:16: wrong crowd: 61,000 was right; the registry said 61k since 2024-05-18 "
        "(Football League), and says 63k since 2024-05-18 (Football League)\n"
    )
    assert ended.err == "2 articles: 1 becomes wrong\n"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        ("--since HEAD crowd", 1, "1 becomes wrong"),
        ("--since HEAD crowd articles/notes.txt", 0, "1 article: nothing changes"),
        ("--since HEAD coach", 0, "2 articles: nothing changes"),
        ("crowd", 0, "nothing changes"),
        ("crowd capacity articles/final.md", 0, "nothing changes"),
    ],
)
def test_claims_and_articles_are_told_apart(factcheck: Command, args: str, code: int, told: str) -> None:
    ended = factcheck("impact", *args.split())
    assert (ended.code, told in ended.err) == (code, True)


def test_the_settings_name_the_articles(factcheck: Command, repository: Path) -> None:
    (repository / "factcheck.toml").write_text('paths = ["articles/notes.txt"]\n')
    assert factcheck("impact", "--since", "HEAD").err == "1 article: nothing changes\n"
    assert factcheck("impact", "--since", "HEAD", "crowd").err == "1 article: nothing changes\n"


@pytest.mark.usefixtures("repository")
def test_a_list_to_send(factcheck: Command) -> None:
    ended = factcheck("impact", "--since", "HEAD", "--format", "csv", "articles")
    [row] = csv.DictReader(io.StringIO(ended.out))
    assert list(row)[:5] == ["path", "title", "date", "place", "sentence"]
    assert list(row.values())[:5] == [
        "articles/final.md", "'=Final", "2024-06-01", "line 5", "The final drew 61,000 spectators.",
    ]  # fmt: skip
    assert (row["claim"], row["was"], row["becomes"]) == ("crowd", "right", "wrong")


@pytest.mark.usefixtures("repository")
def test_for_programs(factcheck: Command) -> None:
    told = json.loads(factcheck("impact", "--since", "HEAD", "--format", "json", "articles").out)
    assert (told["schema"], told["since"], told["articles"], told["errors"]) == (1, "HEAD", 2, [])
    assert told["summary"] == dict.fromkeys(("outdated", "disputed", "possible", "right", "unchecked"), 0) | {
        "wrong": 1
    }
    [turn] = told["turns"]
    assert (turn["line"], turn["column"], turn["figure"]) == (5, 16, "61,000")


@pytest.mark.usefixtures("repository")
def test_a_table_shows_the_sentence(factcheck: Command) -> None:
    shown = factcheck("impact", "--since", "HEAD", "--format", "table", "articles").out
    assert shown.startswith("becomes wrong (1)\n  articles/final.md:5  2024-06-01  61,000  crowd  ")
    assert "“The final drew ▸61,000◂ spectators.”" in shown


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("args", "told"),
    [
        ("", "name a claim (`factcheck impact troops`) or a revision"),
        ("articles", "name a claim"),
        ("crwd", "'crwd' is neither a claim nor an article (did you mean 'crowd'?)"),
        ("--since HED articles", "has no revision 'HED'"),
        ("crowd --claims nowhere.yaml", "nowhere.yaml"),
        ("crowd articles/none.md", "'articles/none.md' is neither a claim nor an article"),
    ],
)
def test_what_cannot_be_done_is_taught(factcheck: Command, args: str, told: str) -> None:
    ended = factcheck("impact", *args.split())
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


def test_an_article_that_cannot_be_read_wins_over_1(factcheck: Command, repository: Path) -> None:
    (repository / "articles" / "bad.docx").write_bytes(b"PK broken")
    ended = factcheck("impact", "--since", "HEAD", "articles")
    assert ended.code == 2
    assert "bad.docx" in ended.err


@pytest.mark.usefixtures("folder")
def test_outside_a_repository(factcheck: Command) -> None:
    assert "--since: " in factcheck("impact", "--since", "HEAD", "articles").err
