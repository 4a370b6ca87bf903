"""The verdict on one mention, by the contract's four sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.check.article import speaks
from factcheck.check.verdict import judge
from factcheck.compare.series import current, first_day, last_day
from factcheck.model import Attribution, Claim, Mention, Quantity, Rating, Source, Value

LEAGUE, CLUB = Source("The League", aliases=("League office",)), Source("The Club")


def value(
    number: float, as_of: str | None = None, source: Source | None = None, until: str | None = None
) -> Value:
    return Value(str(number), quantity=Quantity(number), as_of=as_of, source=source, until=until)


SERIES = Claim(
    "gate", "Gate", values=(value(11_000, "2024-11"), value(15_000, "2025-04-30"), value(20_000, "2026"))
)
RIVALS = Claim("gate", "Gate", values=(value(14_000, "2025-04", LEAGUE), value(15_000, "2025-04-01", CLUB)))


def mention(number: float) -> Mention:
    return Mention("a.md", 1, 1, 0, 1, str(number), "", 0, "quantity", number, number, number, None, "exact")


@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        (15_000, "2025-06-01", "supported"),
        (15_000, "2025-04-29", "discrepancy"),  # of later than the article
        (11_000, "2025-04-29", "supported"),
        (11_000, "2025-06-01", "outdated"),
        (11_000, "2024-11-01", "supported"),  # a month holds from its first day
        (11_000, "2024-10-31", "discrepancy"),
        (12_000, "2025-06-01", "discrepancy"),
        (20_000, "2026-01-01", "supported"),  # so does a year
    ],
)
def test_series(number: float, day: str, expected: str) -> None:
    assert judge(mention(number), SERIES, day, None) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [(None, "disputed"), ("The Club", "supported"), ("the club", "supported"), ("League office", "disputed")],
)
def test_competing_values_need_their_source(source: str | None, expected: str) -> None:
    who = Attribution("sourced", source) if source else Attribution("unsourced")
    assert judge(mention(15_000), RIVALS, "2025-06-01", who) == expected


WATCH = Source("National Rent Watch", aliases=("Observatoire national des loyers",))
MINISTRY, OWNERS = Source("Ministry of Housing"), Source("Housing Owners' League")
RENTS = Claim("rent", "Rent", values=(value(812, "2025", WATCH), value(790, "2025", MINISTRY)))
NURSE = Source("private source 1", aliases=("Rosa Mejía",), private=True)
LEAKS = Claim("rent", "Rent", values=(value(812, "2025", NURSE), value(790, "2025", MINISTRY)))
LEAGUES = Claim("rent", "Rent", values=(value(812, "2025", WATCH), value(790, "2025", OWNERS)))


@pytest.mark.parametrize(
    ("claim", "number", "source", "expected"),
    [
        (RENTS, 812, "Rent Watch", "supported"),
        (RENTS, 812, "l'Observatoire", "supported"),
        (RENTS, 790, "the ministry", "supported"),
        (RENTS, 790, "le ministère du Logement", "supported"),  # in another language
        (RENTS, 812, "the ministry", "disputed"),  # the other's figure
        (RENTS, 812, "the Observatory of the Sea", "disputed"),  # more than the name says
        (LEAGUES, 790, "the league", "supported"),
        (LEAKS, 812, "Mejía", "supported"),
        (LEAKS, 812, "the source", "disputed"),  # which is but what reports call it
        (replace(RENTS, values=(*RENTS.values, value(700, "2025", OWNERS))), 790, "housing", "disputed"),
    ],
)
def test_a_part_of_a_name_is_the_one_source_that_has_it(
    claim: Claim, number: float, source: str, expected: str
) -> None:
    assert judge(mention(number), claim, "2025-06-01", Attribution("sourced", source)) == expected


POLLS = Claim(
    "poll",
    "Poll",
    competing=True,
    values=(
        value(33_000, "2025-03-01", LEAGUE),
        value(35_000, "2025-05-01", LEAGUE),
        value(41_000, "2025-04-01", CLUB),
        value(44_000, "2025-06-01", CLUB),
        value(51_000, "2025-01"),
        value(52_000, "2025-02"),
    ),
)


@pytest.mark.parametrize(
    ("number", "day", "source", "expected"),
    [
        (35_000, "2025-05-15", "The League", "supported"),
        (41_000, "2025-05-15", "The Club", "supported"),  # older than the League's, and its newest
        (41_000, "2025-05-15", None, "disputed"),
        (41_000, "2025-05-15", "The League", "disputed"),
        (33_000, "2025-05-15", "The League", "outdated"),
        (44_000, "2025-05-15", "The Club", "discrepancy"),  # of later than the article
        (41_000, "2025-06-15", "The Club", "outdated"),
        (52_000, "2025-06-15", None, "disputed"),  # those without a source are a series of their own
        (51_000, "2025-06-15", None, "outdated"),
    ],
)
def test_each_competing_source_has_its_newest_value(
    number: float, day: str, source: str | None, expected: str
) -> None:
    who = Attribution("sourced", source) if source else None
    assert judge(mention(number), POLLS, day, who) == expected


def test_without_competing_only_the_newest_of_all_is_current() -> None:
    alone = replace(POLLS, competing=False)
    assert judge(mention(35_000), alone, "2025-05-15", None) == "supported"
    assert judge(mention(41_000), alone, "2025-05-15", Attribution("sourced", "The Club")) == "outdated"


def test_competing_values_that_agree_need_no_source() -> None:
    claim = replace(RIVALS, competing=True, values=(*RIVALS.values[:1], value(14_200, "2025-05", CLUB)))
    assert judge(mention(14_000), claim, "2025-06-01", None) == "supported"


def test_a_sentence_dated_to_a_competing_value_is_right_for_its_time() -> None:
    assert judge(mention(33_000), POLLS, "2025-06-15", None, (("2025-04-10", "2025-04-20"),)) == "supported"
    assert judge(mention(33_000), POLLS, "2025-06-15", None, (("2025-05-10", "2025-05-20"),)) == "outdated"


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ((("2024-10-01", "2024-12-31"),), "supported"),
        ((("2025-05-01", "2025-05-31"),), "outdated"),
        ((), "outdated"),
    ],
)
def test_a_dated_sentence_is_right_for_its_time(periods: tuple[tuple[str, str], ...], expected: str) -> None:
    assert judge(mention(11_000), SERIES, "2025-06-01", None, periods) == expected


def test_until_closes_a_value() -> None:
    claim = Claim("rate", "Rate", values=(value(5, "2024-01", until="2024-06"),))
    assert judge(mention(5), claim, "2024-06-30", None) == "supported"
    assert judge(mention(5), claim, "2024-07-01", None) == "outdated"


def test_what_the_newest_value_ended_does_not_come_back() -> None:
    claim = Claim("rate", "Rate", values=(value(4, "2023"), value(5, "2024-01", until="2024-06")))
    assert current(claim, "2024-06-30") == claim.values[1:]
    assert current(claim, "2024-07-01") == ()
    assert judge(mention(4), claim, "2024-07-01", None) == "outdated"


def test_undated_values_are_always_current() -> None:
    claim = Claim("x", "X", values=(value(3), value(4, "2024")))
    assert current(claim, "2025-01-01") == claim.values
    assert judge(mention(3), claim, "2025-01-01", None) == "disputed"


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ("true", "supported"),
        ("unproven", "disputed"),
        ("false", "discrepancy"),
        ("misleading", "discrepancy"),
    ],
)
def test_a_statement_follows_its_rating(rating: Rating, expected: str) -> None:
    claim = Claim("s", "S", kind="statement", rating=rating)
    assert judge(replace(mention(0), kind="statement", value=rating), claim, "2025-01-01", None) == expected


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-06-19", "2024-06-19", "2024-06-19"),
    ],
)
def test_days_of_a_period(iso: str, first: str, last: str) -> None:
    assert (first_day(iso), last_day(iso)) == (first, last)


@pytest.mark.parametrize(
    ("text", "said", "source", "expected"),
    [
        ("“It holds”, warned its director, Rosa Mejía, on Friday.", "warned its director", "director", True),
        ("“It holds”, said Rosa Mejía.", "said Rosa Mejía", "Rosa Mejía", True),
        (
            "The harbour master, Rosa Mejía, defends it: 41 ships, she says.",
            "she says",
            "harbour master",
            True,
        ),
        ("The board said that the harbour master was Rosa Mejía.", "The board said", "The board", False),
        ("The board said, and Rosa Mejía agreed.", "The board said", "The board", False),
    ],
)
def test_nobody_vouches_for_his_own_name(text: str, said: str, source: str, expected: bool) -> None:
    at, name = text.index(said), text.index("Rosa Mejía")
    who = Attribution("sourced", source, at, at + len(said))
    assert speaks(who, (name, name + len("Rosa Mejía")), text) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Ana Ruiz Calvo", "supported"),
        ("Ana Ruiz", "supported"),
        ("Mayor Ana Ruiz", "supported"),
        ("Ana María Ruiz Calvo", "supported"),
        ("A. Ruiz", "supported"),
        ("Ruiz", "supported"),
        ("Ana Ruiz Salcedo", "discrepancy"),  # is somebody else's second surname
        ("Mayor Ana Ruiz Salcedo", "discrepancy"),
        ("Marta Ruiz", "discrepancy"),
        ("Calvo", "supported"),
    ],
)
def test_a_name_fuller_than_a_short_spelling_is_held_to_the_full_one(written: str, expected: str) -> None:
    mayor = Value("Ana Ruiz Calvo", name="Ana Ruiz Calvo", also=("Ana Ruiz", "Ruiz"))
    said = replace(mention(0), kind="name", value=written)
    claim = Claim("mayor", "Mayor", kind="name", values=(mayor,))
    assert judge(said, claim, "2026-01-01", None) == expected
