"""Events that articles tell with their dates; beside dates that are no event's."""

from __future__ import annotations

import pytest

from factcheck.suggest.events import Event
from tests.suggest.drafted import drafted, told


def article(language: str, text: str) -> str:
    return f"---\ndate: 2025-03-20\nlang: {language}\n---\nThe gulls were loud.\n\n{text}\n"


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "The ferry Alma sank off Ulmstead on 3 February.", ["2025-02-03"]),
        ("fr", "Le bac Alma a sombré au large d'Ulmstead le 3 février.", ["2025-02-03"]),
        ("es", "El ferri Alma se hundió frente a Ulmstead el 3 de febrero.", ["2025-02-03"]),
        ("en", "In February 41 gulls died.", []),  # it dates the figure
        ("en", "The ferry has been running since 1998.", []),  # a year alone
        ("en", "The harbour board told reporters on 3 February that the ferry was safe.", []),  # who says so
    ],
)
def test_what_dates_an_event(language: str, text: str, dates: list[str]) -> None:
    found = told({"a.md": article(language, text)})
    assert [fact.date for fact in found if isinstance(fact, Event)] == dates


SUNK = "The ferry Alma sank off Ulmstead"
SINKING = {
    "a.md": article("en", f"{SUNK} on 3 February 2025."),
    "b.md": article("en", f"{SUNK} on 3 February 2025, in a storm."),
    "c.md": article("fr", "Le bac Alma a sombré au large d'Ulmstead le 13 février 2025."),
    "d.md": article("en", "The lighthouse of Skara was lit again on 7 March 2025."),
}


def test_the_date_that_most_articles_tell_is_the_value() -> None:
    [sinking] = (one for one in drafted(SINKING) if one.kind == "date")
    assert {fact.mention.path for fact in sinking.facts} >= {"a.md", "b.md"}
    assert "ferry Alma sank off Ulmstead" in sinking.match[0]
    assert [one.text for one in sinking.values] == ["2025-02-03"]


def test_where_as_many_tell_another_both_are_values() -> None:
    texts = {"a.md": article("en", f"{SUNK} on 3 February."), "b.md": article("en", f"{SUNK} on 4 February.")}
    [sinking] = (one for one in drafted(texts) if one.kind == "date")
    assert {one.text for one in sinking.values} == {"2025-02-03", "2025-02-04"}
    assert (sinking.clash, sinking.aside) == (True, ())


def test_a_coarser_date_is_no_other() -> None:
    texts = {"a.md": article("en", f"{SUNK} on 3 February."), "b.md": article("en", f"{SUNK} in February.")}
    [sinking] = (one for one in drafted(texts) if one.kind == "date")
    assert ([one.text for one in sinking.values], sinking.differ) == (["2025-02-03"], False)
