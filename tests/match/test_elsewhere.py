"""Where a figure is said to be: at the claim's place, or at one that no claim knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.match.elsewhere import NAMELESS, WIDE, Where, elsewhere
from tests.match.scenes import explained

MINE, THEIRS = frozenset(["larks"]), frozenset(["dunmo"])
PLACED = Where({3: THEIRS}, {}, {})
HEADED = Where({}, {3: THEIRS}, {})
WHOLE = Where({}, {}, {3: frozenset(["region", "@region"])})


@pytest.mark.parametrize(
    ("where", "clause", "word", "names", "own", "expected"),
    [
        (PLACED, range(2, 9), 6, (THEIRS, THEIRS), MINE, 1.0),
        (PLACED, range(2, 9), 2, (THEIRS, THEIRS), MINE, 1.0),  # "280 beds in Dunmore"
        (PLACED, range(5, 9), 6, (frozenset(), THEIRS), MINE, 1.0),  # "In Dunmore, …, 280 beds"
        (HEADED, range(2, 9), 6, (THEIRS, THEIRS), MINE, 1.0),
        (HEADED, range(5, 9), 6, (frozenset(), THEIRS), MINE, 0.0),  # "Dunmore is calm, and …, 280 beds"
        (PLACED, range(3), 1, (frozenset(), THEIRS), MINE, 0.0),  # a place in a clause that follows
        (PLACED, range(2, 9), 6, (MINE | THEIRS, MINE | THEIRS), MINE, 0.0),
        (PLACED, range(2, 9), 6, (THEIRS, MINE | THEIRS), MINE, 0.5),
        (PLACED, range(2, 9), 6, (THEIRS, THEIRS), frozenset[str](), NAMELESS),
        (WHOLE, range(2, 9), 6, (frozenset(), frozenset()), MINE, WIDE),
        (WHOLE, range(2, 9), 6, (frozenset(), frozenset()), frozenset[str](), 0.0),
        (Where({}, {}, {3: frozenset(["beds"])}), range(2, 9), 6, (frozenset(), frozenset()), MINE, 0.0),
        (Where({}, {}, {}), range(2, 9), 6, (frozenset(), frozenset()), MINE, 0.0),
    ],
)
def test_how_much_a_place_tells(
    where: Where,
    clause: range,
    word: int,
    names: tuple[frozenset[str], frozenset[str]],
    own: frozenset[str],
    expected: float,
) -> None:
    assert elsewhere(where, clause, word, names, own, {"beds"}) == pytest.approx(expected)


BEDS = """\
claims:
  beds: {title: Beds at the Larkspur clinic, match: [the Larkspur clinic has beds], values: [310]}
"""
LITS = """\
claims:
  beds: {title: Lits de la clinique de Valmer, match: [la clinique de Valmer a des lits], values: [310]}
"""
CAMAS = """\
claims:
  beds: {title: Camas de la clínica de Brisal, match: [la clínica de Brisal tiene camas], values: [310]}
"""
OPEN = "The Larkspur clinic is full, and so is its car park. "
PLEINE = "La clinique de Valmer est pleine, et son parc aussi. "
LLENA = "La clínica de Brisal está llena, y su parque también. "
FIGURES = [
    (BEDS, OPEN + "In neighbouring Osterley, the clinic has 280 beds.", "en", True),
    (BEDS, OPEN + "In the small town of Osterley the clinic has 280 beds.", "en", True),
    (BEDS, OPEN + "That of Osterley has 280 beds.", "en", True),
    (BEDS, OPEN + "In a neighbouring town the clinic has 280 beds.", "en", True),
    (BEDS, OPEN + "In the whole region, clinics have 280 beds.", "en", True),
    (BEDS, OPEN + "All envy Osterley. Osterley has a clinic of 280 beds.", "en", True),
    (BEDS, OPEN + "All envy Osterley. Beds are 280 at the clinic.", "en", False),
    (BEDS, OPEN + "Osterley, half as large, has a clinic with 280 beds.", "en", True),
    (BEDS, OPEN + "Nowadays the clinic, half as large, has 280 beds.", "en", False),
    (BEDS, OPEN + "The clinic of Osterley has 280 beds.", "en", True),
    (BEDS, OPEN + "The clinic has 280 beds of the kind that Osterley sells.", "en", False),
    (BEDS, OPEN + "In winter, the clinic has 280 beds.", "en", False),
    (BEDS, OPEN + "At the last count the clinic had 280 beds.", "en", False),
    (BEDS, OPEN + "In March, the clinic has 280 beds.", "en", False),
    (BEDS, OPEN + "In Larkspur, the clinic has 280 beds.", "en", False),
    (BEDS, OPEN + "Osterley knows the trouble. In the clinic at Larkspur there are 280 beds.", "en", False),
    (BEDS, "The Larkspur clinic at Osterley is full. In Osterley, the clinic has 280 beds.", "en", False),
    (LITS, PLEINE + "À Montferrat, la clinique a 280 lits.", "fr", True),
    (LITS, PLEINE + "Celle de Montferrat a 280 lits.", "fr", True),
    (LITS, PLEINE + "Dans toute la région, les cliniques ont 280 lits.", "fr", True),
    (LITS, PLEINE + "Dans une commune voisine, la clinique a 280 lits.", "fr", True),
    (LITS, PLEINE + "La clinique de Montferrat a 280 lits.", "fr", True),
    (LITS, PLEINE + "La clinique a 280 lits de Montferrat.", "fr", False),
    (LITS, PLEINE + "À ce jour, la clinique a 280 lits.", "fr", False),
    (LITS, PLEINE + "À Valmer, la clinique a 280 lits.", "fr", False),
    (CAMAS, LLENA + "En la vecina Pardilla, la clínica tiene 280 camas.", "es", True),
    (CAMAS, LLENA + "La de Pardilla tiene 280 camas.", "es", True),
    (CAMAS, LLENA + "En todo el país, las clínicas tienen 280 camas.", "es", True),
    (CAMAS, LLENA + "En invierno, la clínica tiene 280 camas.", "es", False),
    (CAMAS, LLENA + "En Brisal, la clínica tiene 280 camas.", "es", False),
]


@pytest.mark.parametrize(("registry", "text", "language", "expected"), FIGURES)
def test_a_figure_of_a_place_that_no_claim_names(
    registry: str, text: str, language: str, expected: bool, tmp_path: Path
) -> None:
    rows = [row for row in explained(tmp_path, registry, text, language).values() if row.weighed]
    assert ("elsewhere" in dict(rows[-1].weighed[0].parts)) is expected
