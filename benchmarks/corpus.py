"""Make a corpus to measure speed on: registries and articles, always the same for the same seed.

    python benchmarks/corpus.py --out FOLDER [--articles 500] [--claims 100]... [--seed 1]

Writes FOLDER/claims-N.yaml for each N, the smaller registry being the head of the larger one, and
FOLDER/articles/*.md. The words and the sentences are in corpus.yaml.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import exp, log
from pathlib import Path
from random import Random
from typing import Any

import yaml

SEED = 1
LANGUAGES = ("fr", "en")
YEARS = range(2012, 2026)
NUMBERS = {"year": YEARS, "day": range(2, 29), "small": range(2, 41), "share": range(2, 61)}
SYMBOLS = ("%", "m", "km")
"""The units that are written with their symbol; the other figures count the measure's noun."""
TOLD = 100
"""Articles about claims tell of the first so many, which every registry but the smallest has."""
NAMED = 0.6
"""The share of the things that have a name."""
ABOUT_CLAIMS, WITH_FIGURES = 0.5, 1 / 3
"""The share of the articles that are about claims, and that of the sentences that have a figure."""

SLIPS = (1, 1, 1, 1, 1, 1, 1, 10, 1.7, 0.6)
"""What an article makes of a fact's number."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A measure of a thing in a place: French and English words, the year and the number."""

    thing: tuple[str, str]
    place: tuple[str, str]
    measure: tuple[str, str]
    unit: str | None
    year: int
    value: float


@cache
def words() -> Any:
    """corpus.yaml, loaded once."""
    return yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))


# --- facts -------------------------------------------------------------------------------------


Draw = tuple[list[tuple[str, str]], list[float]]
"""Pairs of words, and how often each is drawn, by Zipf's law: most news is about few of them."""


def _made_up(key: str) -> list[str]:
    table = words()[key]
    made = [first + last for first in table["first"] for last in table["last"]]
    Random(f"{key} {SEED}").shuffle(made)
    return made


def _zipf(pairs: list[tuple[str, str]]) -> Draw:
    return pairs, [1 / (rank + 10) for rank in range(len(pairs))]


@cache
def _places() -> Draw:
    return _zipf(
        [*map(tuple, words()["places"]["known"]), *((f"de {town}", town) for town in _made_up("places"))]
    )


@cache
def _names() -> Draw:
    return _zipf([(f" {name}", f"{name} ") for name in _made_up("names")])


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")


def _fact(random: Random) -> Fact:
    topic = random.choice(words()["topics"])
    french, english, unit, low, high = random.choice(topic["measures"])
    value = exp(random.uniform(log(low), log(high)))
    value = max(low, round(_rounded(value, random.choice((2, 2, 3, 4))), 1 if unit == "%" else 0))
    thing = _thing(topic, random)
    return Fact(thing, random.choices(*_places())[0], (french, english), unit, random.choice(YEARS), value)


def _thing(topic: Any, random: Random) -> tuple[str, str]:
    french, english = random.choice(topic["things"])
    after, before = random.choices(*_names())[0] if random.random() < NAMED else ("", "")
    return french + after, before + english


def facts(seed: int = SEED) -> Iterator[Fact]:
    """Facts without end, no two of them alike but for the number."""
    random, seen = Random(f"facts {seed}"), set()
    while True:
        fact = _fact(random)
        key = (fact.thing, fact.place, fact.measure, fact.year)
        if key not in seen:
            seen.add(key)
            yield fact


# --- the registry ------------------------------------------------------------------------------


def _of(thing: str) -> str:
    """`de` and a French noun with its article."""
    return "du " + thing[3:] if thing.startswith("le ") else "de " + thing


def _written(value: float, unit: str | None) -> str:
    number = f"{value:.1f}".removesuffix(".0")
    return f"€{number}" if unit == "EUR" else f"{number} {unit}" if unit in SYMBOLS else number


def _quantity(fact: Fact, random: Random) -> dict[str, Any]:
    when = (f" en {fact.year}", f" of {fact.year}") if random.random() < 0.6 else ("", "")
    source = f"s{random.randrange(len(words()['sources']))}"
    value = {"value": _written(fact.value, fact.unit), "as_of": f"{fact.year}-03", "source": source}
    later = {**value, "value": _written(_rounded(fact.value * 1.3, 2), fact.unit), "as_of": f"{fact.year}-09"}
    return {
        "title": f"{fact.measure[1]}, {fact.place[1]} {fact.thing[1]}{when[1]}",
        "match": [
            f"{fact.measure[0]} {_of(fact.thing[0])} {fact.place[0]}{when[0]}",
            f"{fact.measure[1]} in the {fact.place[1]} {fact.thing[1]}{when[1]}",
        ],
        "values": [value] if random.random() < 0.7 else [value, later],
    }


def _date(fact: Fact, random: Random) -> dict[str, Any]:
    french, english = random.choice(words()["events"])
    phrases = [
        f"{french} {_of(fact.thing[0])} {fact.place[0]}",
        f"{english} of the {fact.place[1]} {fact.thing[1]}",
    ]
    day = f"{fact.year}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    return {"kind": "date", "title": phrases[1], "match": phrases, "values": [{"value": day, "source": "s0"}]}


def _name(fact: Fact, random: Random) -> dict[str, Any]:
    french, english = random.choice(words()["roles"])
    phrases = [
        f"{french} {_of(fact.thing[0])} {fact.place[0]}",
        f"{english} of the {fact.place[1]} {fact.thing[1]}",
    ]
    return {"kind": "name", "title": phrases[1], "match": phrases, "values": [{"value": _person(random)}]}


def _statement(fact: Fact, random: Random) -> dict[str, Any]:
    french, english = random.choice(words()["rumours"])
    phrases = [f"{fact.thing[0]} {fact.place[0]} {french}", f"the {fact.place[1]} {fact.thing[1]} {english}"]
    values = [{"source": "s1"}]
    return {"kind": "statement", "title": phrases[1], "match": phrases, "rating": "false", "values": values}


KINDS = (_quantity, _date, _name, _statement)
SHARES = (85, 6, 6, 3)


def registry(claims: int, seed: int = SEED) -> str:
    """The text of a registry (JSON, which is YAML too) of so many claims, most of them quantities."""
    random = Random(f"registry {seed}")
    named = {
        f"s{at}": {"name": en.removeprefix("the "), "aliases": [fr]}
        for at, (fr, en) in enumerate(words()["sources"])
    }
    made = (random.choices(KINDS, SHARES)[0](fact, random) for fact in islice(facts(seed), claims))
    rows = ",\n".join(f'"c{at}": {json.dumps(claim, ensure_ascii=False)}' for at, claim in enumerate(made))
    return f'{{"sources": {json.dumps(named, ensure_ascii=False)},\n"claims": {{\n{rows}\n}}}}\n'


# --- the articles ------------------------------------------------------------------------------


def _person(random: Random) -> str:
    people = words()["people"]
    return f"{random.choice(people['given'])} {random.choice(people['family'])}"


def _number(value: float, code: str) -> str:
    number = f"{value:,.1f}".removesuffix(".0")
    return number if code == "en" else number.replace(",", "\u202f").replace(".", ",")


def _figure(value: float, unit: str | None, code: str, random: Random) -> str:
    """A number as news writes it, with a qualifier at times."""
    written, of = _number(value, code), " "
    if value >= 1e6 and value % 1e5 == 0:
        plural = "s" if code == "fr" and value >= 2e6 else ""
        written, of = f"{_number(value / 1e6, code)} million{plural}", " d'"
    if unit == "EUR":
        written = f"€{written}" if code == "en" else f"{written}{of}euros"
    elif unit in SYMBOLS:
        written = f"{written} {unit}"
    return str(random.choice(words()["words"][code]["qualifier"])) + written


class Words(dict[str, str]):
    """What the sentences' {places} are filled with, each time anew; a capital letter asks for one."""

    def __init__(self, code: str, random: Random, known: dict[str, str]) -> None:
        super().__init__(known)
        self.code, self.random, self.table = code, random, words()["words"][code]

    def __missing__(self, key: str) -> str:
        if key[0].isupper():
            text = self[key.lower()]
            return text[:1].upper() + text[1:]
        return self._drawn(key)

    def _drawn(self, key: str) -> str:
        if key == "le_noun":
            noun = str(self.random.choice(self.table["noun"]))
            return noun if self.code == "fr" else f"the {noun}"
        if key == "noun":
            return str(self.random.choice(self.table["noun"])).split()[-1]
        return self._named(key) or self._numbered(key) or str(self.random.choice(self.table[key]))

    def _named(self, key: str) -> str:
        if key == "name":
            return _person(self.random)
        if key == "town":
            return self.random.choices(*_places())[0][1]
        if key == "source":
            return str(self.random.choice(words()["sources"])[LANGUAGES.index(self.code)])
        return ""

    def _numbered(self, key: str) -> str:
        if key == "large":
            return _number(self.random.randint(2, 900) * 100, self.code)
        return str(self.random.choice(NUMBERS[key])) if key in NUMBERS else ""


def _told(fact: Fact, code: str, random: Random) -> str:
    """A sentence that tells a fact, rightly more often than not."""
    at = LANGUAGES.index(code)
    value = _rounded(fact.value * random.choice(SLIPS), 3)
    value = value if fact.unit == "%" else max(1, round(value))
    known = {
        "thing": fact.thing[at],
        "place": fact.place[at],
        "measure": fact.measure[at],
        "year": str(fact.year),
        "figure": _figure(value, fact.unit, code, random),
        "other": _figure(max(1, round(value * 0.8)), fact.unit, code, random),
    }
    return str(random.choice(words()["facts"][code])).format_map(Words(code, random, known))


def _sentence(about: Sequence[Fact], code: str, random: Random) -> str:
    if random.random() >= WITH_FIGURES:
        return str(random.choice(words()["plain"][code])).format_map(Words(code, random, {}))
    if random.random() < 0.5:
        return _told(random.choice(about), code, random)
    return str(random.choice(words()["figured"][code])).format_map(Words(code, random, {}))


def _paragraphs(sentences: Sequence[str], random: Random) -> Iterator[str]:
    at = 0
    while at < len(sentences):
        size = random.randint(2, 5)
        yield " ".join(sentences[at : at + size])
        at += size


@cache
def _told_of(seed: int, claims: int) -> list[Fact]:
    """The facts of the registry's first claims."""
    return list(islice(facts(seed), claims))


def article(number: int, seed: int = SEED, claims: int = TOLD, sentences: tuple[int, int] = (15, 30)) -> str:
    """The text of one article in Markdown, of 15 to 30 sentences or as many as are asked for; about one of
    the first `claims` facts of the registry in half of the cases, about other facts of the same world in the
    rest."""
    random = Random(f"article {seed} {number}")
    code = LANGUAGES[number % 2]
    if random.random() < ABOUT_CLAIMS:
        about = random.sample(_told_of(seed, claims), 3)
    else:
        about = [_fact(random) for _ in range(3)]
    title = _told(about[0], code, random).rstrip(".").replace('"', "'")
    day = f"{max(fact.year for fact in about)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    body = [_sentence(about, code, random) for _ in range(random.randint(*sentences))]
    return (
        f'---\ntitle: "{title}"\ndate: {day}\nlang: {code}\n---\n\n'
        + "\n\n".join(_paragraphs(body, random))
        + "\n"
    )


def write(folder: Path, articles: int, sizes: Sequence[int], seed: int = SEED) -> None:
    """Write the articles and a registry of each size into a folder."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for size in sizes:
        (folder / f"claims-{size}.yaml").write_text(registry(size, seed), "utf-8")
    for number in range(articles):
        (folder / "articles" / f"{number:06d}.md").write_text(article(number, seed), "utf-8")


def main() -> None:
    """Write a corpus, see the module's docstring."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--articles", type=int, default=500, metavar="N")
    parser.add_argument("--claims", type=int, action="append", metavar="N")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    write(given.out, given.articles, given.claims or [100], given.seed)


if __name__ == "__main__":
    main()
