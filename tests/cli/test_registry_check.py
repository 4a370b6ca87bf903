"""`factcheck registry check`: what it prints, what it weighs, how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command

SAME = "  seats: {title: Seats, match: [spectators at the final], values: [{value: 9, source: league}]}\n"


def weaken(folder: Path, more: str = SAME) -> None:
    path = folder / "claims.yaml"
    path.write_text(path.read_text("utf-8") + more, "utf-8")


def names(out: str) -> list[tuple[str, str]]:
    return [(line.split()[1], line.split()[2]) for line in out.splitlines()]


def test_each_weakness_is_a_line_with_its_place(factcheck: Command, folder: Path) -> None:
    weaken(folder)
    ended = factcheck("registry", "check", "--ignore", "stale,no-source")
    assert ended.code == 1
    assert ended.out == (
        "claims.yaml:17: error same-phrase seats: `spectators at the final` is a phrase of `crowd`, too: "
        "say in both what tells it from `crowd`\n"
    )
    assert ended.err == "claims.yaml: 4 claims, 1 error\n"


def test_what_is_sound_passes(factcheck: Command) -> None:
    ended = factcheck("registry", "check")
    assert ended.code == 0
    assert set(names(ended.out)) <= {("info", "stale"), ("info", "no-source")}
    assert factcheck("registry", "check", "--fail-on", "info").code == 1


def test_articles_show_more(factcheck: Command) -> None:
    ended = factcheck("registry", "check", "articles/", "--select", "unused")
    assert names(ended.out) == [("info", "unused"), ("info", "unused")]
    assert factcheck("registry", "check", "missing/").code == 2


@pytest.mark.parametrize(("level", "code"), [("off", 0), ("warning", 0), ("error", 1)])
def test_settings_weigh(factcheck: Command, folder: Path, level: str, code: int) -> None:
    weaken(folder)
    (folder / "factcheck.toml").write_text(f'[severity]\nsame-phrase = "{level}"\n')
    ended = factcheck("registry", "check")
    assert ended.code == code
    assert ("same-phrase" in ended.out) == (level != "off")


def test_a_claim_may_be_left_in_peace(factcheck: Command, folder: Path) -> None:
    weaken(folder, SAME.replace("}]}", "}], ignore: same-phrase, reason: one hall}"))
    assert factcheck("registry", "check").code == 0


def test_of_many_notes_of_a_kind_one_line_tells(factcheck: Command, folder: Path) -> None:
    """But for those who ask for them by name; graver ones each have their line."""
    for name in "abc":
        weaken(folder, f"  {name}: {{title: Title {name}, values: [{{value: 3, as_of: 2020, source: l}}]}}\n")
    few = factcheck("registry", "check", "--ignore", "no-source", "--select", "stale").out
    assert [line.split()[3] for line in few.splitlines()] == ["crowd:", "a:", "b:", "c:"]
    many = factcheck("registry", "check", "--ignore", "no-source")
    assert many.out == (
        "claims.yaml:5: info stale crowd, a, b and 1 more: "
        "`factcheck registry check --select stale` tells of each\n"
    )
    assert many.err == "claims.yaml: 6 claims, 4 notes\n"
    assert factcheck("registry", "check", "--fail-on", "info").code == 1
    (folder / "factcheck.toml").write_text('[severity]\nstale = "warning"\n')
    assert factcheck("registry", "check", "--ignore", "no-source").out.count("warning stale") == 4


def test_an_unknown_weakness_is_told(factcheck: Command) -> None:
    ended = factcheck("registry", "check", "--ignore", "stael")
    assert ended.code == 2
    assert "did you mean 'stale'?" in ended.err


def test_a_wrong_registry_is_2(factcheck: Command, folder: Path) -> None:
    weaken(folder, "  x: 'X: many ships'\n")
    assert factcheck("registry", "check").code == 2
