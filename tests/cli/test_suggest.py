"""`factcheck suggest` and `factcheck init`."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.registry.load import load_registry, parse_registry
from tests.cli.conftest import REGISTRY, Command
from tests.suggest.drafted import HARBOUR


@pytest.fixture
def harbour(folder: Path) -> Path:
    """The working directory with three articles, and a registry about other things."""
    for name, text in HARBOUR.items():
        (folder / "articles" / name).write_text(text, "utf-8")
    return folder


def test_a_draft_a_line_and_what_is_left(harbour: Path, factcheck: Command) -> None:  # noqa: ARG001
    ended = factcheck("suggest", "articles")
    first, second = ended.out.splitlines()
    assert first.endswith("41 000; unsourced: ~47 500 (3 figures in 3 articles, contradictory)")
    assert second.endswith("12M EUR (2 figures in 2 articles, agreeing)")
    left = "2 stand but once: --once drafts them, too"
    assert ended.err == f"2 drafts of 5 of 7 figures, dates and names about nothing in the registry; {left}\n"
    assert ended.code == 0


def test_with_once_all_of_them(harbour: Path, factcheck: Command) -> None:  # noqa: ARG001
    ended = factcheck("suggest", "articles", "--once")
    assert len(ended.out.splitlines()) == 3
    assert "once" not in ended.err


def test_without_a_registry_everything_is_drafted(harbour: Path, factcheck: Command) -> None:
    (harbour / "claims.yaml").unlink()
    ended = factcheck("suggest", "articles", "--format", "yaml")
    assert len(parse_registry(ended.out, "claims.yaml").claims) == 2


def test_on_a_terminal_a_table(harbour: Path, factcheck: Command) -> None:  # noqa: ARG001
    out = factcheck("suggest", "articles", "--format", "table").out
    assert out.splitlines()[2].startswith("✖  ")
    assert "articles/en-1.md:5" in out


def test_drafts_are_added_behind_the_last_claim(harbour: Path, factcheck: Command) -> None:
    before = (harbour / "claims.yaml").read_text("utf-8")
    dry = factcheck("suggest", "articles", "--add", "--dry-run")
    assert (harbour / "claims.yaml").read_text("utf-8") == before
    assert "+    unit: EUR" in dry.out
    assert factcheck("suggest", "articles", "--add").code == 0
    assert (harbour / "claims.yaml").read_text("utf-8").startswith(before.rstrip("\n"))
    assert len(load_registry("claims.yaml").claims) == 5
    assert factcheck("suggest", "articles").out == ""
    assert factcheck("suggest", "articles", "--add").code == 0


def test_one_draft_by_its_id(harbour: Path, factcheck: Command) -> None:  # noqa: ARG001
    name = factcheck("suggest", "articles").out.splitlines()[1].partition(":")[0]
    assert factcheck("suggest", "articles", "--draft", name, "--add").code == 0
    assert [claim.id for claim in load_registry("claims.yaml").claims][3:] == [name]


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ((), "no article was named"),
        (("articles", "--draft", "boats"), "no draft is called 'boats'"),
        (("articles", "--claim", "boats"), "no claim is called 'boats'"),
        (("articles", "--claim", "crowd", "--once"), "--claim suggests phrases"),
        (("nowhere",), "nowhere: no such file or folder"),
        (("articles", "--claims", "none.yaml"), "none.yaml: no such file"),
    ],
)
@pytest.mark.usefixtures("harbour")
def test_what_cannot_be_done_is_told(args: tuple[str, ...], error: str, factcheck: Command) -> None:
    ended = factcheck("suggest", *args)
    assert ended.code == 2
    assert error in ended.err


def test_an_empty_folder_is_told(folder: Path, factcheck: Command) -> None:
    (folder / "empty").mkdir()
    assert factcheck("suggest", "empty").code == 2


def test_phrases_for_a_claim(folder: Path, factcheck: Command) -> None:
    (folder / "articles" / "cup.md").write_text("The cup final drew 45,000.\n", "utf-8")
    command = ("suggest", "articles", "--claim", "crowd")
    told = "articles/cup.md:1: cup final drew (may be about it): The cup final drew 45,000.\n"
    assert factcheck(*command).out == told
    assert factcheck(*command, "--format", "yaml").out == "- cup final drew  # articles/cup.md:1\n"
    assert "“The cup final drew ▸45,000◂.”" in factcheck(*command, "--format", "table").out


def test_phrases_of_what_agrees_are_added_to_a_claim(folder: Path, factcheck: Command) -> None:
    (folder / "articles" / "cup.md").write_text("Rosa Ferro, the mayor of the town, was glad.\n", "utf-8")
    before = "claims:\n  mayor:\n    kind: name\n    title: Mayor of Ulmstead elected by the council\n"
    before += "    values: [Rosa Ferro]\n"
    (folder / "claims.yaml").write_text(before, "utf-8")
    command = ("suggest", "articles", "--claim", "mayor", "--add")
    assert "mayor of the town was glad" in factcheck(*command, "--dry-run").out
    assert (folder / "claims.yaml").read_text("utf-8") == before
    ended = factcheck(*command)
    assert (ended.code, ended.err) == (0, "1 phrase of what agrees with mayor\n")
    [mayor] = load_registry("claims.yaml").claims
    assert mayor.match == ("mayor of the town was glad",)
    assert factcheck(*command).out == ""


def test_phrases_of_what_does_not_agree_are_left(folder: Path, factcheck: Command) -> None:
    (folder / "articles" / "cup.md").write_text("The cup final drew 45,000.\n", "utf-8")
    ended = factcheck("suggest", "articles", "--claim", "crowd", "--add")
    assert (ended.code, ended.out) == (0, "")
    assert "0 phrases of what agrees with crowd; 1 of what does not are left" in ended.err
    assert (folder / "claims.yaml").read_text("utf-8") == REGISTRY


# --- init -----------------------------------------------------------------------------------------

FILES = [
    "claims.yaml",
    "factcheck.toml",
    "factcheck-examples/pre-commit-config.yaml",
    "factcheck-examples/github.yml",
    "factcheck-examples/gitlab.yml",
]


def test_a_registry_settings_and_examples(harbour: Path, factcheck: Command) -> None:
    (harbour / "claims.yaml").unlink()
    ended = factcheck("init")
    *told, blank, one, two, three = ended.out.splitlines()
    assert told == [f"{name}: written" for name in FILES]
    assert (blank, one[:32], two[:18], three[:21]) == (
        "",
        "1. read claims.yaml (2 drafts): ",
        "2. factcheck scan ",
        "3. factcheck suggest ",
    )
    assert len(load_registry("claims.yaml").claims) == 2
    assert factcheck("scan").code == 1
    assert factcheck("suggest").code == 0


def test_nothing_is_overwritten(harbour: Path, factcheck: Command) -> None:
    before = (harbour / "claims.yaml").read_bytes()
    (harbour / "factcheck.toml").symlink_to("nowhere.toml")
    ended = factcheck("init", "--no-config")
    assert (harbour / "claims.yaml").read_bytes() == before
    assert not (harbour / "nowhere.toml").exists()
    assert (
        "claims.yaml: is there, and stays as it is\nfactcheck.toml: is there, and stays as it is\n"
        in ended.out
    )
    assert all((harbour / name).exists() for name in FILES[2:])


def test_where_nothing_is_told_twice_there_is_an_example(folder: Path, factcheck: Command) -> None:
    (folder / "claims.yaml").unlink()
    assert factcheck("init").code == 0
    assert [claim.id for claim in load_registry("claims.yaml").claims] == ["ships"]


def test_other_folders_become_the_paths(harbour: Path, factcheck: Command) -> None:
    (harbour / "articles").rename(harbour / 'the "news"')
    assert factcheck("init", 'the "news"').code == 0
    assert 'paths = ["the \\"news\\""]' in (harbour / "factcheck.toml").read_text("utf-8")
    assert factcheck("scan").err.count("articles") > 0


def test_no_article_nothing_written(folder: Path, factcheck: Command) -> None:
    (folder / "empty").mkdir()
    ended = factcheck("init", "empty")
    assert ended.code == 2
    assert "no article in empty" in ended.err
    assert not (folder / "factcheck.toml").exists()
