"""`factcheck baseline`: write what is known, see only what is new, drop what is no more."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Command

WRONG = "The final drew 59,000 spectators, the Football League said.\n"
FILE = ".factcheck-baseline.json"


@pytest.fixture
def known(folder: Path, factcheck: Command) -> Path:
    """A baseline with the one finding of the articles."""
    (folder / "articles" / "final.md").write_text(WRONG, "utf-8")
    assert factcheck("scan", "articles", "-q").code == 1
    ended = factcheck("baseline", "write", "articles")
    assert (ended.code, ended.out) == (0, f"{FILE}: took 1 finding\n")
    return folder / FILE


def rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["findings"]
    return found


def test_what_is_known_is_hidden_and_that_is_told(known: Path, factcheck: Command) -> None:
    ended = factcheck("scan", "articles")
    assert (ended.code, ended.out) == (0, "")
    assert "; 1 suppressed: 1 in the baseline; " in ended.err
    assert f"\nbaseline: {known.name}: 1 known (--no-baseline" in factcheck("scan", "articles", "-v").err


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("articles/final.md", "drew", "had"),
        ("articles/final.md", "59,000", "58,000"),
        ("claims.yaml", "value: 61k", "value: 62k"),
    ],
)
def test_it_comes_back(known: Path, factcheck: Command, path: str, old: str, new: str) -> None:
    file = known.parent / path
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    ended = factcheck("scan", "articles")
    assert ended.code == 1
    assert "1 of the baseline no longer found" in ended.err


@pytest.mark.parametrize(
    "text", [f"Rain.\n\n{WRONG}", WRONG.replace(" spec", "\nspec"), f"# A final\n\n{WRONG}"]
)
def test_a_sentence_that_moves_is_still_known(known: Path, factcheck: Command, text: str) -> None:
    (known.parent / "articles" / "final.md").write_text(text, "utf-8")
    assert factcheck("scan", "articles").code == 0


def test_one_more_like_it_is_new(known: Path, factcheck: Command) -> None:
    (known.parent / "articles" / "final.md").write_text(f"{WRONG}\n{WRONG}", "utf-8")
    assert factcheck("scan", "articles").out.count("discrepancy") == 1
    assert factcheck("baseline", "write", "articles").out == f"{FILE}: took 2 findings\n"
    assert [row["count"] for row in rows(known)] == [2]


@pytest.mark.parametrize("args", [("--no-baseline",), ("--baseline", "empty.json")])
def test_another_baseline_or_none(known: Path, factcheck: Command, args: tuple[str, ...]) -> None:
    (known.parent / "empty.json").write_text('{"version": 1, "findings": []}', "utf-8")
    assert factcheck("scan", "articles", *args).code == 1


@pytest.mark.parametrize("given", [".", "final.md", "../articles", "{}/articles/final.md"])
def test_from_another_folder_by_another_path(
    known: Path, factcheck: Command, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.chdir(known.parent / "articles")
    assert factcheck("scan", given.format(known.parent)).code == 0
    assert factcheck("baseline", "prune", given.format(known.parent)).out.endswith(
        "dropped 0 findings, 1 left\n"
    )


def test_prune_drops_what_is_no_more_and_adds_nothing(known: Path, factcheck: Command) -> None:
    (known.parent / "articles" / "final.md").write_text(WRONG.replace("drew", "had"), "utf-8")
    assert factcheck("baseline", "show", "articles").out.endswith("Football League said. (no longer found)\n")
    assert len(rows(known)) == 1
    assert factcheck("baseline", "prune", "articles/notes.txt").out == f"{FILE}: dropped 0 findings, 1 left\n"
    assert factcheck("baseline", "prune", "articles").out == f"{FILE}: dropped 1 finding, 0 left\n"
    assert rows(known) == []


def test_prune_drops_what_was_said_in_an_article_that_is_gone(known: Path, factcheck: Command) -> None:
    (known.parent / "articles" / "final.md").unlink()
    assert factcheck("baseline", "prune", "articles/notes.txt").out.endswith("dropped 0 findings, 1 left\n")
    assert factcheck("baseline", "prune", "articles").out.endswith("dropped 1 finding, 0 left\n")


def test_write_keeps_what_it_cannot_know(known: Path, factcheck: Command) -> None:
    (known.parent / "articles" / "cup.md").write_text(WRONG.replace("drew", "had"), "utf-8")
    ended = factcheck("baseline", "write", "articles/cup.md")
    assert ended.out == f"{FILE}: took 1 finding, kept 1 finding about other articles\n"
    assert [row["path"] for row in rows(known)] == ["articles/cup.md", "articles/final.md"]


def test_a_divergence_is_known_by_all_its_articles(known: Path, factcheck: Command) -> None:
    other = known.parent / "articles" / "cup.md"
    other.write_text("The final drew 61,000 spectators, the Football League said.\n", "utf-8")
    factcheck("baseline", "write", "articles")
    [row] = [row for row in rows(known) if row["rule"] == "divergence"]
    assert row["others"] == ["articles/cup.md"]
    factcheck("baseline", "write", "articles/final.md")
    factcheck("baseline", "prune", "articles/final.md")
    assert row in rows(known)
    other.unlink()
    factcheck("baseline", "prune", "articles")
    assert row not in rows(known)


def renamed(known: Path, name: str) -> None:
    (known.parent / "articles" / "final.md").rename(known.parent / "articles" / name)


@pytest.mark.parametrize("name", ["cup.md", "final.txt", "final.html"])
def test_a_renamed_article_stays_known(known: Path, factcheck: Command, name: str) -> None:
    renamed(known, name)
    ended = factcheck("scan", "articles")
    assert (ended.code, ended.out) == (0, "")
    assert "no longer found" not in ended.err
    assert factcheck("scan", f"articles/{name}").code == 0, "as a hook or an editor sees it"
    assert factcheck("baseline", "show", "articles").out.endswith(f"said. (now in articles/{name})\n")
    (known.parent / "articles" / "extra.md").write_text(WRONG, "utf-8")
    assert factcheck("scan", "articles").code == 1, "another article that says it, too, is not known"


@pytest.mark.parametrize(
    ("verb", "told"),
    [("prune", "dropped 0 findings, moved 1 finding to other articles, 1 left"), ("write", "took 1 finding")],
)
@pytest.mark.parametrize("desk", ["articles", "archive"])
def test_what_is_known_moves_with_it(
    known: Path, factcheck: Command, verb: str, told: str, desk: str
) -> None:
    (known.parent / desk).mkdir(exist_ok=True)
    renamed(known, f"../{desk}/cup.md")
    assert factcheck("baseline", verb, desk).out == f"{FILE}: {told}\n"
    assert [row["path"] for row in rows(known)] == [f"{desk}/cup.md"]
    assert factcheck("scan", desk).code == 0
    (known.parent / desk / "extra.md").write_text(WRONG, "utf-8")
    assert factcheck("scan", desk).out.startswith(f"{desk}/extra.md:1:")


def test_an_article_that_is_only_not_scanned_hides_nothing(known: Path, factcheck: Command) -> None:
    (known.parent / "articles" / "copy.md").write_text(WRONG, "utf-8")
    assert factcheck("scan", "articles/copy.md").code == 1


def test_the_rows_of_a_table_are_known_by_their_file(known: Path, factcheck: Command) -> None:
    table = known.parent / "posts.csv"
    table.write_text(f'id,text,date\n1,"{WRONG.strip()}",2024-06-01\n2,It rained.,2024-06-01\n', "utf-8")
    factcheck("baseline", "write", "posts.csv")
    assert [row["path"] for row in rows(known)] == ["articles/final.md", "posts.csv#1"]
    assert factcheck("baseline", "prune", ".").out.endswith("dropped 0 findings, 2 left\n")
    table.write_text("id,text,date\n2,It rained.,2024-06-01\n", "utf-8")
    assert factcheck("baseline", "prune", "posts.csv").out.endswith("dropped 1 finding, 1 left\n")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from(["a.md", "b.txt", "c/d.md"]), st.integers(0, 3), min_size=1), st.randoms()
)
def test_written_twice_it_is_the_same(
    folder: Path, factcheck: Command, articles: dict[str, int], random: Random
) -> None:
    (folder / FILE).unlink(missing_ok=True)
    shutil.rmtree(folder / "desk", ignore_errors=True)
    for name, count in articles.items():
        (folder / "desk" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "desk" / name).write_text(WRONG + f"\n{WRONG}" * count, "utf-8")
    paths = [f"desk/{name}" for name in articles]
    factcheck("baseline", "write", *paths)
    once = (folder / FILE).read_bytes()
    random.shuffle(paths)
    for again in (paths, ["desk"]):
        factcheck("baseline", "write", *again)
        assert (folder / FILE).read_bytes() == once
        assert ": dropped 0 findings, " in factcheck("baseline", "prune", *again).out
        assert (folder / FILE).read_bytes() == once


def test_show_lists_what_is_known(known: Path, factcheck: Command) -> None:  # noqa: ARG001
    ended = factcheck("baseline", "show")
    assert ended.out == (
        "articles/final.md: discrepancy crowd: says 59000, registry 61k since 2024-05-18 (Football League): "
        f"{WRONG}"
    )
    assert ended.err == f"{FILE}: 1 finding\n"


@pytest.mark.parametrize("verb", ["write", "prune"])
def test_nothing_is_written_where_an_article_cannot_be_read(
    known: Path, factcheck: Command, verb: str
) -> None:
    before = known.read_bytes()
    ended = factcheck("baseline", verb, "articles", "articles/none.md")
    assert (ended.code, ended.out) == (2, "")
    assert "the baseline is as it was" in ended.err
    assert known.read_bytes() == before


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("write",),
        ("write", "-"),
        ("write", "empty"),
        ("show",),
        ("prune", "articles"),
        ("write", "articles", "--baseline", "no/such/folder.json"),
    ],
)
def test_what_cannot_be_done_is_2(folder: Path, factcheck: Command, args: tuple[str, ...]) -> None:
    (folder / "empty").mkdir()
    ended = factcheck("baseline", *args)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err
    assert not (folder / FILE).exists()


def test_no_draft_is_left_behind(known: Path) -> None:
    assert sorted(path.name for path in known.parent.iterdir()) == [FILE, "articles", "claims.yaml"]
