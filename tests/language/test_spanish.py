"""A third language by its file alone: ten Spanish articles with labels, and its turns beside their twins."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.extract.attribution.reader import Attributor
from factcheck.extract.dates.reader import DateReader
from factcheck.extract.figures.reader import FigureReader
from factcheck.language.detect import detect
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.model import Article, Block, Mention, Report, Sentence, Source
from factcheck.places import whole
from factcheck.registry.load import load_registry
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from tests.extract.figures import shown_figure

FOLDER = Path(__file__).parent / "spanish"
SPANISH = load("es")
FIGURES, DATES = FigureReader.of_lexicon(SPANISH), DateReader(SPANISH)
ATTRIBUTOR = Attributor(
    SPANISH, (Source("Instituto Nacional de Estadística", aliases=("INE",)), Source("Cruz Roja"))
)
TODAY = "2025-05-25"


# --- the ten articles --------------------------------------------------------------------------


@cache
def report() -> Report:
    paths = sorted(str(path) for path in FOLDER.glob("*.md"))
    return scan(paths, load_registry(FOLDER / "claims.yaml"), ScanOptions(all_figures=True))


def labels() -> list[dict[str, Any]]:
    """The labels, each with the span of its figure; what stands in front matter has none."""
    lines = (FOLDER / "labels.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if "quote" in row]
    for row in rows:
        text = (FOLDER / row["article"]).read_text("utf-8")
        assert text.count(row["quote"]) == 1, row
        row["start"] = text.index(row["quote"]) + row["quote"].index(row["figure"])
        row["end"] = row["start"] + len(row["figure"])
    return rows


def overlaps(label: dict[str, Any], mention: Mention) -> bool:
    same = Path(mention.path).name == label["article"]
    return same and bool(label["start"] < mention.end and mention.start < label["end"])


def body(mention: Mention) -> bool:
    """Whether a mention stands below the front matter, whose headline is not labelled."""
    return mention.start > Path(mention.path).read_text("utf-8").index("\n---\n")


def value_of(label: dict[str, Any]) -> object:
    return tuple(label["value"]) if isinstance(label["value"], list) else label["value"]


def share(*aspects: str) -> float:
    """The F1 of the mentions that were given to a claim, told apart by their claim and the aspects."""
    rows = [row for row in labels() if row["claim"]]
    found = [mention for mention in report().mentions if mention.claim and body(mention)]
    wanted = Counter((row["article"], row["start"], row["claim"], *map(row.get, aspects)) for row in rows)
    given = Counter(keyed(mention, rows, aspects) for mention in found)
    return 2 * (wanted & given).total() / (wanted.total() + given.total())


def keyed(mention: Mention, rows: list[dict[str, Any]], aspects: tuple[str, ...]) -> tuple[object, ...]:
    at = next((row["start"] for row in rows if overlaps(row, mention)), -mention.start)
    status = mention.attribution.status if mention.attribution else None
    told = {"verdict": mention.verdict, "attribution": status}
    return (Path(mention.path).name, at, mention.claim, *(told[aspect] for aspect in aspects))


def test_every_article_is_known_to_be_spanish() -> None:
    assert [article.language for article in report().articles] == ["es"] * 10
    assert not report().errors


def test_figures_are_read() -> None:
    rows = [row for row in labels() if row["claim"] is None or isinstance(row["value"], int | float)]
    missed = [
        (row["figure"], value_of(row))
        for row in rows
        if not any(overlaps(row, m) and m.value == pytest.approx(value_of(row)) for m in report().mentions)
    ]
    assert len(missed) <= 0.03 * len(rows), missed


@pytest.mark.parametrize(("aspects", "least"), [((), 0.85), (("verdict",), 0.8), (("attribution",), 0.75)])
def test_mentions_are_matched_judged_and_attributed(aspects: tuple[str, ...], least: float) -> None:
    assert share(*aspects) >= least


# --- turns of the language, each beside the twin that must stay silent --------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("un presupuesto de 1.340 millones de euros", ["1.34e+09 EUR"]),
        ("unas ventas de dos mil millones de dólares", ["2e+09 USD"]),
        ("invirtió mil millones", ["1e+09"]),
        ("ciento veinte mil toneladas", ["120000 t"]),
        ("siete mil ochocientos noventa y tres", ["7893"]),
        ("treinta y cinco barcos", ["35"]),
        ("medio millón de dosis", ["500000"]),
        ("medio pueblo", []),
        ("un millón y medio de viajeros", ["1.5e+06"]),
        ("dos horas y media", ["2.5 h"]),
        ("una treintena de camiones", ["30 about"]),
        ("decenas de miles de aves", []),
        ("unos 300 vecinos", ["300 about"]),
        ("unos vecinos", []),
        ("cerca del 40 %", ["40 % nearly"]),
        ("cerca del puente", []),
        ("más de 9.000 hectáreas", ["9000 ha at_least"]),
        ("no supera los 300 casos", ["300 at_most"]),
        ("supera los 300 casos", ["300 at_least"]),
        ("entre 3 y 4 millones de dosis", ["3e+06..4e+06"]),
        ("entre Ávila y Soria", []),
        ("pasó del 5 % al 10 %", ["5 %", "10 %"]),
        ("de 20 a 30 %", ["20..30 %"]),
        ("uno de cada cinco alumnos", ["0.2 of one"]),
        ("uno de los alumnos", []),
        ("una cuarta parte de los alumnos", ["0.25 of one"]),
        ("el cuarto trimestre", []),
        ("se multiplicó por cuatro", ["4 times"]),
        ("la tabla de multiplicar", []),
        ("el doble de casos", ["2 times"]),
        ("durante 72 horas", ["72 h"]),
        ("a las 18 horas", []),
        ("a las ocho de la mañana", []),
        ("2500 personas", ["2500"]),
        ("en 2024 hubo elecciones", []),
        ("el artículo 49", []),
        ("el 3 de mayo", []),
    ],
)
def test_figures(text: str, shown: list[str]) -> None:
    assert [shown_figure(figure) for figure in FIGURES.read(text, words(text))] == shown


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("el 3 de mayo de 2025", ["2025-05-03"]),
        ("el 1º de mayo", ["2025-05-01"]),
        ("del 3 al 5 de abril", ["2025-04-03", "2025-04-05"]),
        ("entre marzo y mayo de 2024", ["2024-03", "2024-05"]),
        ("el pasado mes de octubre", ["2024-10"]),
        ("en abril", ["2025-04"]),
        ("Abril Romero llegó", []),
        ("el año pasado", ["2024"]),
        ("más de 2024 casos", []),
        ("el pleno se celebró el 20 de julio", ["2024-07-20"]),
        ("el pleno se celebrará el 20 de julio", ["2025-07-20"]),
    ],
)
def test_dates(text: str, isos: list[str]) -> None:
    assert [date.iso for date in DATES.read(text, words(text), TODAY)] == isos


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("la semana pasada cerró", [("2025-05-12", "2025-05-18")]),
        ("ayer cerró", [("2025-05-24", "2025-05-24")]),
        ("el martes cerró", [("2025-05-20", "2025-05-20")]),
        ("los martes cierra", []),
        ("a finales de 2024", [("2024-10-01", "2024-12-31")]),
        ("un año antes de la boda", []),
    ],
)
def test_periods(text: str, spans: list[tuple[str, str]]) -> None:
    assert [(period.low, period.high) for period in DATES.periods(text, words(text), TODAY)] == spans


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("Según el INE, el paro bajó al 9 %.", "9 %", "sourced"),
        ("Según la zona, el paro baja al 9 %.", "9 %", "unsourced"),
        ("El río creció 4 metros, informó la Cruz Roja.", "4 metros", "sourced"),
        ("El río creció 4 metros y la Cruz Roja abrió un albergue.", "4 metros", "unsourced"),
        ("La alcaldesa aseguró que hay 300 familias sin luz.", "300", "sourced"),
        ("La alcaldesa visitó a 300 familias sin luz.", "300", "unsourced"),
        ("Los expertos calculan que faltan 12.000 pisos.", "12.000", "vague"),
        ("Los expertos visitaron 12.000 pisos.", "12.000", "unsourced"),
        ("El barco llevaría 80 toneladas de fuel.", "80", "vague"),
        ("El barco lleva 80 toneladas de fuel.", "80", "unsourced"),
        ("La galería quería vender 80 cuadros.", "80", "unsourced"),
        ("Se estima que 5.000 aves invernan allí.", "5.000", "vague"),
        ("Allí se crían 5.000 aves.", "5.000", "unsourced"),
        ("Han muerto 60 lobos, según un estudio de la Universidad de Lomas.", "60", "sourced"),
        ("Han muerto 60 lobos, según un estudio.", "60", "vague"),
        ("«Hemos perdido 20 viñas», lamentó el agricultor Pedro Salas.", "20", "sourced"),
        ("«Hemos perdido 20 viñas», lamentó un vecino.", "20", "vague"),
        ("Los sindicatos cifran en 7.000 los huelguistas.", "7.000", "sourced"),
        ("El sindicato tiene 7.000 afiliados.", "7.000", "unsourced"),
        ("Fuentes del Ministerio de Cultura hablan de 90 piezas robadas.", "90", "sourced"),
        ("Fuentes cercanas al caso hablan de 90 piezas robadas.", "90", "vague"),
        ("De acuerdo con la Fiscalía, faltan 2 millones.", "2 millones", "sourced"),
        ("De acuerdo con lo previsto, se gastarán 2 millones.", "2 millones", "unsourced"),
        ("El Gobierno anunció que gastará 2 millones.", "2 millones", "sourced"),
        ("El Gobierno gastará 2 millones.", "2 millones", "unsourced"),
        ("Moscú afirma haber derribado 30 drones.", "30", "sourced"),
        ("Moscú derribó 30 drones.", "30", "unsourced"),
    ],
)
def test_attributions(text: str, figure: str, status: str) -> None:
    article = Article("a.md", text, whole(text), blocks=(Block("paragraph", 0, len(text)),))
    start = text.index(figure)
    read = ATTRIBUTOR.read(article, [Sentence(0, len(text), 0)], words(text))
    assert read.attribute(0, (start, start + len(figure))).status == status


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El museo cerró por obras, pero volverá a abrir en mayo con una sala nueva.", "es"),
        ("Le musée a fermé pour des travaux, mais il rouvre en mai avec une salle de plus.", "fr"),
        ("The museum closed for works, but it will open again in May with a new room.", "en"),
        ("La alcaldesa leyó «The Old Man and the Sea» a los niños de la escuela.", "es"),
    ],
)
def test_the_vote_of_three(text: str, language: str) -> None:
    assert detect(words(text)) == language
