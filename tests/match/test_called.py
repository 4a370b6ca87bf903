"""Whose name stands beside a figure: the claim's, or another's."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

import pytest

from factcheck.language.words import words
from factcheck.match.called import LETTERS, named, named_beside, names_of, of_another, telling
from tests.match.scenes import explained


def short(*names: str) -> set[str]:
    return {name[:LETTERS] for name in names}


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Beds closed at the Larkspur clinic", {"larkspur"}),
        ("Larkspur clinic, beds closed", set()),  # a first word has a capital anyway
        ("beds closed at the clinic", set()),
        ("lits fermés à l'hôpital Émile-Roux", {"emile", "roux"}),
    ],
)
def test_the_names_of_a_phrase(phrase: str, names: Set[str]) -> None:
    assert names_of(phrase) == short(*names)


def test_what_is_called_by_a_name_is_named_like_it() -> None:
    said = words("les supporteurs de Valmer, des Valmerois")
    assert named("les supporteurs de Valmer, des Valmerois", said, range(len(said))) == short("valmer")


def test_a_name_that_all_claims_share_tells_least() -> None:
    found = telling([["Beds at Larkspur"], ["Nurses at Larkspur"], ["Doctors of Larkspur", "at Dunmore"]])
    assert found["larks"] < found["dunmo"] == 1.0


@pytest.mark.parametrize(
    ("here", "around", "mine", "expected"),
    [
        ({"dunmo"}, {"dunmo"}, {"larks"}, 0.8),
        ({"dunmo"}, {"dunmo", "larks"}, {"larks"}, 0.4),
        ({"dunmo", "larks"}, {"dunmo", "larks"}, {"larks"}, 0.0),
        ({"dunmo"}, {"dunmo"}, set(), 0.0),
        ({"nobod"}, {"nobod"}, {"larks"}, 0.0),  # no claim has it
        (set(), {"dunmo"}, {"larks"}, 0.0),
    ],
)
def test_how_much_the_name_of_another_tells(
    here: Set[str], around: Set[str], mine: Set[str], expected: float
) -> None:
    weights = {"dunmo": 0.8, "larks": 0.5}
    assert of_another(frozenset(here), frozenset(around), frozenset(mine), weights) == pytest.approx(expected)


CLINICS = """\
claims:
  beds: {title: Beds at the Larkspur clinic, values: [310]}
  nurses: {title: Nurses at the Dunmore clinic, values: [95]}
"""
CLUBS = """\
claims:
  seats: {title: Places au stade de Valmer, values: [31400]}
  fans: {title: Abonnés du club de Brisec, values: [8200]}
"""
FIGURES = [
    (CLINICS, "Larkspur is full. Dunmore, by contrast, has 280 beds at its clinic.", "en", "280", True),
    (CLINICS, "Dunmore is full. Larkspur, by contrast, has 280 beds at its clinic.", "en", "280", False),
    (CLINICS, "Larkspur is full. Its clinic has 280 beds, said the Dunmore council.", "en", "280", False),
    (CLUBS, "Valmer est comble. Le stade de Brisec compte 12 000 places.", "fr", "12 000", True),
    (CLUBS, "Brisec est comble. Le stade de Valmer compte 12 000 places.", "fr", "12 000", False),
]


@pytest.mark.parametrize(("registry", "text", "language", "figure", "expected"), FIGURES)
def test_a_figure_beside_another_name(
    registry: str, text: str, language: str, figure: str, expected: bool, tmp_path: Path
) -> None:
    found = {
        reading: row.weighed[0] for reading, row in explained(tmp_path, registry, text, language).items()
    }
    (row,) = (row for reading, row in found.items() if reading.startswith(figure))
    assert row.claim in ("beds", "seats")
    assert ("another's name" in dict(row.parts)) is expected


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("The old Corvin telescope is idle.", "telescope", {"corvin"}),
        ("Un lit de l'hôpital de Marvoux est libre.", "hopital", {"marvoux"}),
        ("El director del hospital de la Vega habló.", "hospital", {"vega"}),
        ("The old telescope is idle.", "telescope", set()),
        ("Telescope makers are idle.", "makers", set()),  # a first word has a capital anyway
        ("She saw the telescope, Corvin said.", "telescope", set()),  # parted by a comma
        ("The telescope which Corvin saw is idle.", "telescope", set()),
    ],
)
def test_the_names_beside_a_word(text: str, word: str, names: Set[str]) -> None:
    said = words(text)
    found = named_beside(text, said, said.folded.index(word), range(len(said)))
    assert {said.folded[at] for at in found} == names


@pytest.mark.parametrize(("beside", "expected"), [({"corvin"}, 1.0), (set(), 0.0)])
def test_a_name_that_no_claim_has_tells_beside_its_words(beside: Set[str], expected: float) -> None:
    found = of_another(short("corvin"), short("corvin"), short("halden"), {}, short(*beside))
    assert found == expected
