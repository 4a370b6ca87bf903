"""What is told at a time when it can't have been is found, and its twin is let pass, in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import NO_REGISTRY, Sum
from factcheck.run.article import ScanOptions, Tools

GOLD = Path(__file__).parent.parent.parent / "gold"
DAY = "2025-06-01"


@cache
def tools(code: str, day: str | None = DAY) -> Tools:
    return Tools(NO_REGISTRY, ScanOptions(language=code, date=day))


def orders(text: str, code: str = "en", day: str | None = DAY) -> list[Sum]:
    (article,) = tools(code, day).read("article.md", text.encode())
    return list(tools(code, day).check(article).orders)


AHEAD = [
    ("en", "The bridge collapsed on Friday, 14 November 2025."),
    ("en", "In November 2025, the ferry sank off the coast."),
    ("en", "Unemployment fell to 7.1% in December 2025."),
    ("en", "The council approved a budget of £40 million on 14 November 2025."),
    ("fr", "Le pont s'est effondré le vendredi 14 novembre 2025."),
    ("fr", "La nageuse a remporté deux titres en novembre 2025."),
    ("es", "El puente se derrumbó el 14 de noviembre de 2025."),
    ("es", "La nadadora ganó dos títulos en noviembre de 2025."),
]
NOT_AHEAD = [
    ("en", "The bridge collapsed on Friday, 14 March 2025."),
    ("en", "The team won the right to host the final in November 2025."),
    ("en", "The council approved a strike on 14 November 2025."),
    ("en", "The licence was to expire on 14 November 2025."),
    ("en", "The fair will be held in November 2025; the last one was held in May."),
    ("en", "Parliament passed a law that bans diesel cars in 2030."),
    ("en", "The museum, which closed last year, reopens in November 2025."),
    ("en", "The law was adopted in 2024 and takes effect on 1 January 2027."),
    ("en", "If the dam had collapsed in June 2027, thousands would have died."),
    ("en", "In the novel the city was destroyed in 2050."),
    ("en", "She was chosen to lead the party in the 2027 election."),
    ("fr", "Le pont sera fermé le 14 novembre 2025."),
    ("fr", "Le club a obtenu d'accueillir la finale en novembre 2025."),
    ("fr", "Il a annoncé la grève du 14 novembre 2025."),
    ("es", "El puente se cerrará el 14 de noviembre de 2025."),
    ("es", "El club ganó el derecho a organizar la final de noviembre de 2025."),
]
FALSE = [
    ("en", "The strike began on 12 May 2025 and ended on 3 May 2025."),
    ("en", "Born in 1956, the composer died in 1949."),
    ("en", "The singer (1956-1949) was born here."),
    ("en", "The office was closed on 4 May 2025, following the fire of 9 May 2025."),
    ("fr", "La grève a débuté le 12 mai 2025 et a pris fin le 3 mai 2025."),
    ("fr", "Né en 1956, le compositeur est mort en 1949."),
    ("fr", "Le bureau a fermé le 4 mai 2025, après l'incendie du 9 mai 2025."),
    ("es", "La huelga empezó el 12 de mayo de 2025 y terminó el 3 de mayo de 2025."),
    ("es", "La oficina cerró el 4 de mayo de 2025, tras el incendio del 9 de mayo de 2025."),
]
RIGHT = [
    ("en", "The strike began on 3 May 2025 and ended on 12 May 2025."),
    ("en", "The new bridge opened in 2012 and the old one closed in 2010."),
    ("en", "The station opened on 4 May 2025, before the line of 2 May 2024 was extended."),
    ("en", "The final was played on 12 May, after the semi-final of 28 December."),
    ("en", "The cinema closed in 1987 before it reopened in 1994."),
    ("en", "The singer (1949-2006) was born here."),
    ("en", "Her son was born in 1956, and her mother died in 1949."),
    ("en", "In 2019, after the award of the 2024 Games, the town built a pool."),
    ("en", "The office was closed on 4 May 2025, after the announcement of a vote for 9 May 2025."),
    ("fr", "La grève a débuté le 3 mai 2025 et a pris fin le 12 mai 2025."),
    ("fr", "La fête a été avancée du 12 au 3 mai 2025."),
    ("fr", "Le bureau a fermé le 9 mai 2025, après l'incendie du 4 mai 2025."),
    ("es", "La huelga empezó el 3 de mayo de 2025 y terminó el 12 de mayo de 2025."),
]


def named(rows: list[tuple[str, str]]) -> Iterator[Any]:
    yield from (pytest.param(code, text, id=f"{code}: {text}") for code, text in rows)


@pytest.mark.parametrize(("code", "text"), [*named(AHEAD), *named(FALSE)])
def test_what_cannot_have_been_is_found(code: str, text: str) -> None:
    assert len(orders(text, code)) == 1


@pytest.mark.parametrize(("code", "text"), [*named(NOT_AHEAD), *named(RIGHT)])
def test_its_twin_is_let_pass(code: str, text: str) -> None:
    assert orders(text, code) == []


@pytest.mark.parametrize("code", ["en", "es", "fr"])
def test_everyday_news_is_let_pass(code: str) -> None:
    articles = yaml.safe_load((GOLD / "everyday" / f"{code}.yaml").read_text("utf-8"))
    assert [found.told for text in articles for found in orders(text, code, "2026-06-01")] == []


@pytest.mark.parametrize(("code", "text"), list(named(AHEAD)))
def test_without_a_day_nothing_lies_after_it(code: str, text: str) -> None:
    assert orders(text, code, None) == []


@given(st.dates(), st.dates())
def test_what_began_and_ended_in_its_order_is_let_pass(one: Any, other: Any) -> None:
    first, last = sorted((one, other))
    if first.year >= 1700 and last.year <= 2024:
        days = [f"{day.day} {day:%B} {day.year}" for day in (first, last)]
        assert orders(f"The strike began on {days[0]} and ended on {days[1]}.") == []
