"""`--strict`: what was not checked fails a scan, all of it or the kinds that are named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cli.main import cli
from factcheck.model import ArticleSummary, Report, Unchecked
from factcheck.show.unchecked import NAMES
from tests.cli.conftest import Command, Returning

READ = Report((ArticleSummary("a.md", "", "2024-06-01", "en", 3),))
MISSED = replace(
    READ,
    unchecked=(
        Unchecked("code", "a.md", 3, "taken for code"),
        Unchecked("code", "a.md", 9, "taken for code"),
        Unchecked("no-date", "a.md", 1, "no date"),
    ),
)


@pytest.mark.parametrize(
    ("report", "args", "code", "told"),
    [
        (MISSED, "articles", 0, ""),
        (MISSED, "articles --strict", 1, "1 no-date, 2 code"),
        (MISSED, "--strict articles", 1, "1 no-date, 2 code"),  # which is no kind
        (MISSED, "articles --strict=any", 1, "1 no-date, 2 code"),
        (MISSED, "articles --strict=code", 1, "2 code"),
        (MISSED, "articles --strict=code,nested --strict=no-date", 1, "1 no-date, 2 code"),
        (MISSED, "articles --strict=nested,furniture", 0, ""),
        (MISSED, "articles --strict --fail-on never", 1, "1 no-date, 2 code"),
        (MISSED, "--fail-on never -- articles", 0, ""),
        (READ, "articles --strict", 0, ""),
        (replace(MISSED, errors=("b.md: not UTF-8",)), "articles --strict", 2, "1 no-date, 2 code"),
        (replace(MISSED, articles=()), "articles --strict", 3, "1 no-date, 2 code"),
    ],
)
def test_what_was_not_checked_fails(
    factcheck: Command, returning: Returning, report: Report, args: str, code: int, told: str
) -> None:
    returning(report)
    ended = factcheck("scan", *args.split())
    assert ended.code == code
    assert ("--strict" in ended.err) == bool(told)
    assert not told or f"error: --strict: not checked: {told} (-v lists them)\n" in ended.err


def test_behind_two_dashes_it_is_a_path(factcheck: Command) -> None:
    assert "--strict: no such file" in factcheck("scan", "--", "--strict").err


@pytest.mark.parametrize("text", ['strict = ["no-date"]', 'strict = ["any"]'])
def test_it_is_a_setting(factcheck: Command, folder: Path, text: str) -> None:
    assert factcheck("scan", "articles").code == 0
    (folder / "factcheck.toml").write_text(text, "utf-8")
    assert factcheck("scan", "articles").code == 1
    assert factcheck("scan", "articles", "--date", "2024-06-01").code == 0


def test_the_environment_sets_it(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_STRICT", "code,no-date")
    assert factcheck("scan", "articles").code == 1
    assert factcheck("scan", "articles", "--strict=code").code == 0


def test_a_kind_that_is_none(factcheck: Command) -> None:
    ended = factcheck("scan", "articles", "--strict=no-dates")
    assert (ended.code, ended.out) == (2, "")
    assert "nothing unchecked is called 'no-dates' (did you mean 'no-date'?)" in ended.err


def test_the_kinds_are_completed() -> None:
    strict = next(param for param in cli.commands["scan"].params if param.name == "strict")
    with cli.make_context("factcheck", ["scan"], resilient_parsing=True) as ctx:
        assert [item.value for item in strict.shell_complete(ctx, "")] == ["any", *NAMES]
        assert [item.value for item in strict.shell_complete(ctx, "no-d")] == ["no-date"]
