"""The page's own words: the same in each language, with a word for each rule, severity and kind."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from factcheck.check.rules import RULES
from factcheck.cli.reports import SPOKEN
from factcheck.model import Certainty, Rating, Severity, Verdict
from factcheck.report.html.words import languages
from factcheck.show.unchecked import KINDS

ENGLISH = languages()["en"]


def fields(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", sorted(languages()))
def test_each_language_says_the_same(code: str) -> None:
    words = languages()[code]
    assert {key: fields(text) for key, text in words.table.items()} == {
        key: fields(text) for key, text in ENGLISH.table.items()
    }
    assert all(text.strip() for text in words.table.values())


def test_the_option_offers_those_that_there_are() -> None:
    assert set(SPOKEN) == set(languages())


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("rules", [rule.NAME for rule in RULES]),
        ("todos", [rule.NAME for rule in RULES]),
        ("severities", get_args(Severity)),
        ("verdicts", get_args(Verdict)),
        ("ratings", get_args(Rating)),
        ("certainties", get_args(Certainty)),
        ("gaps", [kind.name for kind in KINDS]),
    ],
)
def test_there_is_a_word_for_each(group: str, names: list[str]) -> None:
    assert [name for name in names if f"{group}.{name}" not in ENGLISH.table] == []


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("en", 1, "1 figure to look at"),
        ("en", 0, "0 figures to look at"),
        ("en", 1234, "1,234 figures to look at"),
        ("fr", 0, "0 chiffre à revoir"),
        ("fr", 12345, "12\u202f345 chiffres à revoir"),
        ("es", 2, "2 cifras por revisar"),
    ],
)
def test_numbers_are_told_as_each_language_does(code: str, number: int, said: str) -> None:
    assert languages()[code].many("figures", number) == said


def test_what_has_no_word_is_called_by_its_name() -> None:
    assert ENGLISH.get("rules", "new-rule") == "new-rule"
