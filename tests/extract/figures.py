"""How the figure tests write a reading: `20000 at_least`, `3e+06..4e+06 USD range`, `8 %`."""

from factcheck.extract.figures.reader import FigureReader
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.model import Figure

READERS = {code: FigureReader.of_lexicon(load(code)) for code in ("fr", "en", "es")}


def figures(language: str, text: str) -> list[Figure]:
    return READERS[language].read(text, words(text))


def shown(language: str, text: str) -> list[str]:
    return [shown_figure(figure) for figure in figures(language, text)]


def surfaces(language: str, text: str) -> list[str]:
    return [text[figure.start : figure.end] for figure in figures(language, text)]


def shown_figure(figure: Figure) -> str:
    quantity = figure.quantity
    ends = f"{quantity.value:g}" + (f"..{quantity.high:g}" if quantity.high is not None else "")
    level = "" if quantity.qualifier in ("exact", "range") else quantity.qualifier
    return " ".join(part for part in (ends, quantity.unit, level) if part)
