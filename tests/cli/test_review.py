"""`factcheck review`: the dialogue, on a terminal or piped."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli.main import cli
from factcheck.registry.load import load_registry
from tests.cli.conftest import REGISTRY, Command

ARTICLE = "The final sold 52,300 tickets.\n"


@pytest.fixture
def asking(folder: Path) -> Path:
    """The folder, with an article of which something is to be asked."""
    (folder / "articles" / "final.md").write_text(ARTICLE, "utf-8")
    return folder


def answered(monkeypatch: pytest.MonkeyPatch, factcheck: Command, *answers: str) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
    ended = factcheck("review", "articles/")
    return ended.code, ended.out, ended.err


def test_a_yes_is_written_at_once(asking: Path, factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = answered(monkeypatch, factcheck, "y")
    assert (code, err) == (0, "")
    assert "“The final sold ▸52,300◂ tickets.”" in out
    assert "1  crowd: Spectators at the cup final: " in out
    assert "1 answer (1 yes), 0 skipped; 0 questions left\n" in out
    text = (asking / "claims.yaml").read_text("utf-8")
    assert "spectateurs de la finale, The final sold … tickets" in text
    assert "nothing" not in answered(monkeypatch, factcheck)[2]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (["n"], "1 answer (1 no), 0 skipped; "),
        (["n", "u", "q"], "0 answers, 0 skipped; 1 question left"),
        (["s"], "0 answers, 1 skipped; 0 questions left"),
        ([""], "0 answers, 1 skipped; 0 questions left"),
        (["q"], "0 answers, 0 skipped; 1 question left"),
        (["what", "q"], "  u  undo the last answer\n"),
        (["9", "q"], "  n  no: it is about none of these claims\n"),
        (["c"], "1 answer (1 new), 0 skipped; "),
    ],
)
@pytest.mark.usefixtures("asking")
def test_each_answer(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch, answers: list[str], told: str
) -> None:
    code, out, err = answered(monkeypatch, factcheck, *answers)
    assert (code, err) == (0, "")
    assert told in out


@pytest.mark.usefixtures("asking")
def test_an_undone_answer_leaves_nothing(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, factcheck, "y", "u")
    assert Path("claims.yaml").read_text("utf-8") == REGISTRY
    assert "nothing to undo" in answered(monkeypatch, factcheck, "u", "q")[2]


@pytest.mark.usefixtures("asking")
def test_where_nobody_answers(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = answered(monkeypatch, factcheck)
    assert (code, "nobody answers: run it on a terminal" in err) == (2, True)
    monkeypatch.setattr("sys.stdin", None)
    assert factcheck("review", "articles").code == 2


@pytest.mark.usefixtures("asking")
def test_an_interruption_keeps_what_was_answered(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter(["n"])

    def typed(_prompt: str) -> str:
        for answer in given:
            return answer
        raise KeyboardInterrupt

    Path("articles/more.md").write_text(ARTICLE.replace("52,300", "57,100"), "utf-8")
    monkeypatch.setattr("builtins.input", typed)
    ended = factcheck("review", "articles")
    assert ended.code == 130
    assert "not:" in Path("claims.yaml").read_text("utf-8")


@pytest.mark.usefixtures("asking")
def test_under_clicks_own_runner() -> None:
    ended = CliRunner().invoke(cli, ["review", "articles"], input="n\n")
    assert "1 answer (1 no)" in ended.output


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ("review", "name the articles to review"),
        ("review -", "name the articles to review"),
        ("review none.md", "none.md: no such file"),
        ("review articles --claims nowhere.yaml", "nowhere.yaml"),
    ],
)
def test_what_cannot_be_done_is_taught(factcheck: Command, args: str, told: str) -> None:
    ended = factcheck(*args.split())
    assert ended.code == 2
    assert told in ended.err


def test_where_nothing_is_to_be_asked(factcheck: Command, folder: Path) -> None:
    (folder / "articles" / "final.md").write_text("It rained.\n", "utf-8")
    ended = factcheck("review", "articles")
    assert (ended.code, ended.out) == (0, "\n0 answers, 0 skipped; 0 questions left\n")


@pytest.mark.parametrize(
    "said", ["\x1b[31mred", "x: y # no", "{a, *b}", "\u202eback", "'quoted\" \\", "- &a | >"], ids=ascii
)
@pytest.mark.parametrize("answer", ["y", "n", "c"])
def test_no_text_of_an_article_steers_the_registry(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, said: str, answer: str
) -> None:
    (folder / "articles" / "final.md").write_text(f"The final {said} sold 52,300 tickets.\n", "utf-8")
    code, out, err = answered(monkeypatch, factcheck, answer, "q")
    assert (code, "internal error" in err) == (0, False)
    assert not {"\x1b", "\u202e"} & set(out + err)
    registry = load_registry("claims.yaml")
    assert [claim.id for claim in registry.claims][:3] == ["crowd", "capacity", "coach"]
    assert [value.text for value in registry.claims[0].values] == ["48k", "61k"]
