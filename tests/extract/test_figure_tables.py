"""The tables of every language file compile, and name only units that there are."""

import pytest

from factcheck.errors import LexiconError
from factcheck.extract.figures.tables import FigureTables
from factcheck.language.lexicon import Lexicon, languages, load
from factcheck.language.units import units


@pytest.mark.parametrize("code", languages())
def test_every_unit_named_is_a_unit(code: str) -> None:
    assert load(code).lists("units").keys() <= units().keys()


@pytest.mark.parametrize("code", languages())
def test_no_name_is_two_units(code: str) -> None:
    names = [name for rows in load(code).lists("units").values() for name in rows]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", languages())
def test_a_number_word_begins_a_number_and_an_article_does_not(code: str) -> None:
    tables = FigureTables.of_lexicon(load(code))
    assert not tables.starters & tables.words.articles


def test_a_missing_table_is_named() -> None:
    data = dict(load("fr").data)
    data["figures"] = {key: table for key, table in data["figures"].items() if key != "labels"}
    with pytest.raises(LexiconError, match=r"`figures\.labels`"):
        FigureTables.of_lexicon(Lexicon("fr", data))
