"""Every language file has the same sections and keys, and what stands there is of the kind that is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from typing import Any

import pytest

from factcheck.errors import LexiconError
from factcheck.extract.attribution.reader import Attributor
from factcheck.extract.dates.reader import DateReader
from factcheck.extract.figures.reader import FigureReader
from factcheck.language.lexicon import Lexicon, languages, load
from factcheck.language.units import units
from factcheck.language.words import fold

Check = Callable[[object], bool]


def is_words(node: object) -> bool:
    return isinstance(node, list) and all(isinstance(word, str) and word for word in node)


def is_line(node: object) -> bool:
    """Words or phrases in one line, parted by commas, or none."""
    forms = node.split(", ") if isinstance(node, str) and node else []
    return isinstance(node, str) and all(
        form and form == form.strip(" ,") and "," not in form for form in forms
    )


def is_endings(node: object) -> bool:
    return isinstance(node, list) and all(isinstance(ending, str) for ending in node)


def is_number(node: object) -> bool:
    try:
        return isinstance(node, str) and float(node) >= -1
    except ValueError:
        return False


def is_sum(node: object) -> bool:
    return isinstance(node, list) and len(node) == 2 and is_number(node[0]) and node[1].isupper()


def is_symbol(node: object) -> bool:
    return node in units()


def is_lean(node: object) -> bool:
    return node in ("last", "this", "next")


# mappings whose keys are the language's own, and what each of their values is
OPEN: Mapping[str, Check] = {
    "dates.day_words": is_number,
    "dates.before": is_lean,
    "dates.after": is_lean,
    "dates.relative_years": is_number,
    "dates.moments.days_ago": is_words,
    "dates.moments.days_earlier": is_words,
    "attribution.paradigms": is_endings,
    "attribution.saying": is_words,
    "attribution.clausal": is_words,
    "attribution.counting": is_words,
    "concepts": is_line,
    "countries": is_line,
    "figures.numbers": is_number,
    "figures.scales": is_number,
    "figures.collectives": is_number,
    "figures.abbreviations": is_number,
    "figures.money": is_number,
    "figures.glued_units": is_symbol,
    "figures.sums": is_sum,
    "figures.fractions.denominators": is_number,
    "figures.fractions.words": is_number,
    "figures.multipliers.words": is_number,
    "figures.multipliers.adverbs": is_number,
    "units": is_words,
    "arithmetic.by": is_number,
}
# the few keys that hold one word rather than a list
ONE_OF: Mapping[str, tuple[str, ...]] = {
    "dates.order": ("day-month", "month-day", "ambiguous"),
    "dates.capitals": ("true", "false"),
    "figures.compounds": ("yes", "no"),
    "figures.digits.group": (".", ","),
    "figures.digits.decimal": (".", ","),
}
# lists that tell accents or capitals apart, or whose forms are made of their words
AS_WRITTEN = ("attribution.", "dates.perfect_endings", "mail.marks")
TEXTS = frozenset(("name", "stemmer"))
SPOKEN = ("saying", "clausal", "counting")


def leaves(node: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, object]]:
    """Every key that holds something, with what it holds."""
    for name, value in node.items():
        key = f"{path}{name}"
        if isinstance(value, Mapping) and key not in OPEN:
            yield from leaves(value, f"{key}.")
        else:
            yield key, value


def is_right(key: str, value: object) -> bool:
    if key in OPEN:
        return isinstance(value, Mapping) and all(map(OPEN[key], value.values()))
    if key in ONE_OF:
        return value in ONE_OF[key]
    return isinstance(value, str) and bool(value) if key in TEXTS else is_words(value)


@pytest.mark.parametrize("code", languages())
def test_the_sections_are_the_same(code: str) -> None:
    wanted = {key for other in languages() for key, _ in leaves(load(other).data)}
    missing = wanted - {key for key, _ in leaves(load(code).data)}
    assert not missing, f"language/{code}.yaml lacks {sorted(missing)}"


@pytest.mark.parametrize("code", languages())
def test_no_list_has_a_word_twice(code: str) -> None:
    for key, value in leaves(load(code).data):
        told = [fold(word) for word in value] if isinstance(value, list) else []
        twice = {word for word in told if told.count(word) > 1}
        assert not twice or key.startswith(AS_WRITTEN), (
            f"language/{code}.yaml: {key} has {sorted(twice)} twice"
        )


@pytest.mark.parametrize("code", languages())
def test_no_concept_stands_twice(code: str) -> None:
    file = (resources.files("factcheck.language") / f"{code}.yaml").read_text("utf-8")
    section = file.partition("\nconcepts:\n")[2].partition("\nstatements:\n")[0]
    keys = Counter(re.findall(r"^  ([\w-]+):", section, re.MULTILINE))
    assert keys.keys() == load(code).lines("concepts").keys()
    assert not [key for key, times in keys.items() if times > 1], "YAML takes the last of them"


@pytest.mark.parametrize("code", languages())
def test_what_stands_there_is_of_the_right_kind(code: str) -> None:
    assert [key for key, value in leaves(load(code).data) if not is_right(key, value)] == []


@pytest.mark.parametrize(
    ("key", "value", "right"),
    [
        ("dates.firm", ["en"], True),
        ("dates.firm", "en", False),
        ("concepts", {"won": "win, won", "tied": ""}, True),
        ("concepts", {"won": "win,won"}, False),
        ("concepts", {"won": ["win", "won"]}, False),
        ("dates.firm", [""], False),
        ("dates.capitals", "maybe", False),
        ("figures.numbers", {"dos": "2"}, True),
        ("figures.numbers", {"dos": "two"}, False),
        ("figures.numbers", ["dos"], False),
        ("dates.before", {"pasado": "next"}, True),
        ("dates.before", {"pasado": "then"}, False),
        ("name", "español", True),
        ("name", ["español"], False),
    ],
)
def test_the_check_itself(key: str, value: object, right: bool) -> None:
    assert is_right(key, value) is right


@pytest.mark.parametrize("code", languages())
def test_months_are_twelve_and_weekdays_seven(code: str) -> None:
    assert list(load(code).lists("dates.months")) == [str(month) for month in range(1, 13)]
    assert len(load(code).words("dates.weekdays")) == 7


@pytest.mark.parametrize("code", languages())
def test_units_are_those_that_convert(code: str) -> None:
    assert load(code).lists("units").keys() <= units().keys()


@pytest.mark.parametrize("code", languages())
def test_verbs_follow_paradigms_that_there_are(code: str) -> None:
    paradigms = load(code).lists("attribution.paradigms").keys()
    assert all(load(code).lists(f"attribution.{kind}").keys() <= paradigms for kind in SPOKEN)


# --- a file that lacks something ----------------------------------------------------------------------


def without(node: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A copy of a lexicon's data that lacks one dotted key."""
    name, _, rest = key.partition(".")
    kept = {other: value for other, value in node.items() if other != name or rest}
    return kept | {name: without(node[name], rest)} if rest else kept


READERS: Mapping[str, Callable[[Lexicon], object]] = {
    "figures": FigureReader.of_lexicon,
    "dates": DateReader,
    "attribution": lambda lexicon: Attributor(lexicon, ()),
}


@pytest.mark.parametrize(
    ("reader", "key"),
    [
        ("figures", "figures.scales"),
        ("figures", "figures.ranges.between"),
        ("figures", "figures.qualifiers"),
        ("figures", "units"),
        ("dates", "dates.months"),
        ("dates", "dates.parts"),
        ("attribution", "attribution.saying"),
        ("attribution", "attribution.hearsay_endings"),
        ("attribution", "stemmer"),
    ],
)
@pytest.mark.parametrize("code", languages())
def test_a_missing_section_is_named_with_its_file(code: str, reader: str, key: str) -> None:
    READERS[reader](load(code))
    with pytest.raises(LexiconError, match=rf"^language/{code}\.yaml: no `{key}`$"):
        READERS[reader](Lexicon(code, without(load(code).data, key)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"common": "el"}, "language/xx.yaml: `common` must be a list"),
        ({"common": {"el": "la"}}, "language/xx.yaml: `common` must be a list"),
    ],
)
def test_words_that_are_no_list_are_refused(data: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        Lexicon("xx", data).words("common")
    assert Lexicon("xx", {"common": ""}).words("common") == ()


@pytest.mark.parametrize("read", [Lexicon.lists, Lexicon.numbers])
def test_a_table_that_is_no_mapping_is_refused(read: Callable[[Lexicon, str], object]) -> None:
    with pytest.raises(LexiconError, match=r"language/xx\.yaml: `units` must be a mapping"):
        read(Lexicon("xx", {"units": ["m"]}), "units")
    assert read(Lexicon("xx", {"units": {}}), "units") == {}


def test_a_word_that_is_no_number_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"language/xx\.yaml: `scales\.mil` must be a number"):
        Lexicon("xx", {"scales": {"mil": "many"}}).numbers("scales")
