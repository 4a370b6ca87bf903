"""Each clue for and against giving a figure to a claim, by a small example and its twin."""

from __future__ import annotations

from math import log
from pathlib import Path

import pytest

from factcheck.match.score import FIGURES
from factcheck.match.series import FAR, FROM_NONE, agreeing_digits, distance
from factcheck.model import Claim, Quantity, Value
from tests.match.scenes import explained

TRAMS = "claims: {x: {title: Trams in service on the ring line, values: [48]}}"
SERIES = """\
claims:
  x:
    title: Trams in service on the ring line
    values: [{value: 48, as_of: 2023}, {value: 71, as_of: 2025}, {value: 95, as_of: 2026}]
"""
SOURCE = """\
sources: {op: {name: Ring Operator, aliases: [RO]}}
claims: {x: {title: Trams in service on the ring line, values: [{value: 48, source: op}]}}
"""
DEBT = "claims: {x: {title: Debt of the ring line operator, values: [€482bn]}}"
TUNNEL = "claims: {x: {title: Length of the harbour tunnel, values: [20 km]}}"
NORWAY = "claims: {x: {title: Wooden stave churches in Norway, values: [28]}, y: {title: Owls, values: [5]}}"
FLOOD = "claims: {x: {title: People killed in the valley flood, unit: people, values: [480]}}"
GOALS = "claims: {x: {title: Goals scored by the islanders in 2024, values: [48]}}"
MORE = "claims: {x: {title: Additional trams ordered for the ring line, values: [48]}}"

CLUES = [
    ("agrees", TRAMS, "The ring line has 48 trams in service.", "The ring line has 53 trams in service."),
    ("counts another thing", TRAMS, "The ring line has 48 whistles in service.", "48 trams are in service."),
    ("agrees with an earlier value", SERIES, "The ring line has 48 trams.", "The ring line has 71 trams."),
    ("far", SERIES, "The ring line has 95 trams.", "The ring line has 71 trams."),  # a value of next year
    ("a slip away", DEBT, "The operator's debt is €428bn.", "The operator's debt is €391bn."),
    ("agrees", SERIES, "The ring line has 71 trams.", "The ring line has 48 trams."),
    ("agrees to the digit", TRAMS, "The ring line has 48 trams.", "The ring line has 50 trams."),
    ("a magnitude off", DEBT, "The operator's debt is €482m.", "The operator's debt is €390m."),
    ("far", TRAMS, "The ring line has 310 trams.", "The ring line has 48 trams."),
    (
        "said by its source",
        SOURCE,
        "The ring line has 61 trams, said the Ring Operator.",
        "The ring line has 61 trams, said the mayor.",
    ),
    ("said by its source", SOURCE, "RO says the ring line has 48 trams.", "The ring line has 48 trams."),
    (
        "before its time",
        SERIES,
        "In 2011, when it rained, the ring line had 39 trams.",
        "In 2024, when it rained, the ring line had 39 trams.",
    ),
    (
        "long before",
        SERIES,
        "In March 2011 the ring line had 39 trams.",
        "In March 2025 the ring line had 39 trams.",
    ),
    ("dated as it is", SERIES, "In 2025 the ring line had 58 trams.", "In 2022 the ring line had 58 trams."),
    (
        "dated as it is",
        SERIES,
        "The ring line had 48 trams in 2023.",
        "The ring line had 48 trams in May 2023.",
    ),
    (
        "other country",
        NORWAY,
        "Finland has 28 wooden stave churches.",
        "Norway has 28 stave churches.",
    ),
    (
        "more countries",
        NORWAY,
        "Norway and Finland have 28 stave churches.",
        "Norway has 28 stave churches.",
    ),
    ("no country", NORWAY, "There are 28 wooden stave churches.", "Norway has 28 stave churches."),
    ("set apart", FLOOD, "The valley flood injured 480 people.", "The valley flood killed 480 people."),
    ("other year", GOALS, "The islanders scored 48 goals in 2023.", "The islanders scored 48 goals in 2024."),
    ("an addition", TRAMS, "The ring line has 48 additional trams.", "The ring line has 48 trams."),
    ("an addition", TRAMS, "The ring line has a further 48 trams.", "The ring line has 48 trams."),
    ("an addition", MORE, "The ring line ordered 48 trams.", "The ring line ordered 48 additional trams."),
    ("a unit", TUNNEL, "The harbour tunnel is 20 km long.", "The length of the harbour tunnel is 20."),
    ("headline", TRAMS, "# Ring line has 48 trams in service", "The ring line has 48 trams in service."),
    ("small", TUNNEL, "The length of the harbour tunnel is 7.", "The harbour tunnel is 7 km long."),
    ("small", TRAMS, "The ring line has 9 trams in service.", "The ring line has 19 trams in service."),
]


def clues(folder: Path, registry: str, text: str, language: str = "en") -> set[str]:
    """The clues that bear on the first figure of a text for claim `x`."""
    readings = [
        row for row in explained(folder, registry, text, language).values() if row.mention.kind == "quantity"
    ]
    [weighed] = [row for row in readings[0].weighed if row.claim == "x"]
    assert not weighed.note
    return {name for name, _ in weighed.parts}


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("La région a délivré 48 permis de construire.", False),
        ("La région a délivré 48 permis de pêche, et autant de permis de construire.", True),
        ("La région compte 48 chantiers sans permis de construire.", True),
    ],
)
def test_a_figure_counts_the_set_phrase_that_its_noun_begins(
    text: str, another: bool, tmp_path: Path
) -> None:
    permits = "claims: {x: {title: Building permits in the region, values: [48]}}"
    assert ("counts another thing" in clues(tmp_path, permits, text, "fr")) is another


@pytest.mark.parametrize(("clue", "registry", "text", "twin"), CLUES)
def test_a_clue_tells_a_text_from_its_twin(
    clue: str, registry: str, text: str, twin: str, tmp_path: Path
) -> None:
    assert clue in clues(tmp_path, registry, text)
    assert clue not in clues(tmp_path, registry, twin)


def of(*values: Quantity) -> Claim:
    return Claim("x", "X", values=tuple(Value("", one) for one in values))


@pytest.mark.parametrize(
    ("said", "values", "expected"),
    [
        (Quantity(20), (10.0, 40.0), log(2)),
        (Quantity(10), (10.0,), 0),
        (Quantity(1e9), (1.0,), FAR),
        (Quantity(0), (5.0,), FROM_NONE),
        (Quantity(5), (0.0,), FROM_NONE),
        (Quantity(0), (0.0,), FROM_NONE),
        (Quantity(-5), (5.0,), 0),  # a sign that is lost
        (Quantity(5), (), FAR),
    ],
)
def test_how_far_a_figure_lies_from_a_series(
    said: Quantity, values: tuple[float, ...], expected: float
) -> None:
    assert distance(said, of(*map(Quantity, values)).values) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("said", "values", "expected"),
    [
        (4812.0, (4812.0,), 4),
        (4800.0, (4812.0,), 2),
        (4812.0, (7000.0, 4800.0), 2),
        (7.0, (4812.0,), 0),
        (7.0, (), 0),
    ],
)
def test_to_how_many_digits_a_figure_agrees(said: float, values: tuple[float, ...], expected: int) -> None:
    assert agreeing_digits(Quantity(said), of(*map(Quantity, values)).values, 0.0) == expected


SMALL = pytest.mark.xfail(reason="another and autres are as often said of what is no addition")
MORE_TRAMS = [
    ("The ring line has 48 more trams in service.", "en"),
    pytest.param("The ring line has another 48 trams in service.", "en", marks=SMALL),
    pytest.param("La ligne circulaire compte 48 autres trams en service.", "fr", marks=SMALL),
    ("La ligne circulaire compte 48 trams de plus en service.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), MORE_TRAMS)
def test_an_addition_may_be_told_by_the_smallest_words(text: str, language: str, tmp_path: Path) -> None:
    registry = TRAMS.replace("{title", "{match: [trams en service sur la ligne circulaire], title")
    [reading] = explained(tmp_path, registry, text, language).values()
    assert "an addition" in dict(reading.weighed[0].parts)


BEDS = "claims: {x: {title: Hospital beds closed in Norway, values: [310]}}"
WINERIES = "claims: {x: {title: Wineries certified organic in Portugal, values: [1240]}}"
CLUBS = "claims: {x: {title: Clubs de football affiliés en Autriche, values: [2200]}}"
CAMAS = "claims: {x: {title: Camas de hospital cerradas en Chile, values: [310]}}"
ABROAD = [
    (BEDS, "Norway has counted. In Sweden, 280 hospital beds were closed.", "en", 1.0),
    (BEDS, "Sweden has counted. In Norway, 280 hospital beds were closed.", "en", 0.0),
    (BEDS, "Norway has counted. In all, 280 hospital beds were closed.", "en", 0.0),
    (BEDS, "Norway has counted. Sweden, it said, closed 280 hospital beds.", "en", 1.0),
    (BEDS, "Norway has closed many beds, while Sweden has closed 280 hospital beds.", "en", 0.5),
    (BEDS, "Sweden has closed many beds, while Norway has closed 280 hospital beds.", "en", 0.0),
    (WINERIES, "Portugal catches up. In Spain, 1,900 wineries are certified organic.", "en", 1.0),
    (WINERIES, "Spain catches up. In Portugal, 1,900 wineries are certified organic.", "en", 0.0),
    (CLUBS, "L'Autriche a compté. La Hongrie a 1 850 clubs de football affiliés.", "fr", 1.0),
    (CLUBS, "La Hongrie a compté. L'Autriche a 1 850 clubs de football affiliés.", "fr", 0.0),
    (CAMAS, "Chile publicó su recuento. En Perú se cerraron 280 camas de hospital.", "es", 1.0),
    (CAMAS, "Perú publicó su recuento. En Chile se cerraron 280 camas de hospital.", "es", 0.0),
]


@pytest.mark.parametrize(("registry", "text", "language", "expected"), ABROAD)
def test_the_country_of_the_sentence_outweighs_the_one_above(
    registry: str, text: str, language: str, expected: float, tmp_path: Path
) -> None:
    (found,) = explained(tmp_path, registry, text, language).values()
    row = found.weighed[0]
    elsewhere = dict(row.parts).get("other country", 0.0) / FIGURES[1]["other country"]
    assert row.claim == "x"
    assert elsewhere == pytest.approx(expected)
