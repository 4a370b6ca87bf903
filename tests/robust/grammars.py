"""Inputs by grammar, sound in their form and of any content; and sound ones, spoiled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

import yaml
from hypothesis import strategies as st

from tests.robust.holds import PARTED, REGISTRY
from tests.robust.seeds import DESK, MARKDOWN, SEEDS

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
FIGURES = (
    *("11,000", "9 000", "3,5 %", "£2.4bn", "une centaine", "20 km (15 miles)", "1,2 à 1,4"),
    *("-3", "48", "½", "1e9"),
)
SAYINGS = (
    "{} people visited the zoo, the Port Authority said.",
    "Selon le préfet, {} trams circulent ; on en comptait {} en 2019.",
    "Participó el {} de los vecinos, según la alcaldía, frente al {}.",
    "The mayor of Larnfield, Ada Brook, denied that the bridge is haunted ({}).",
    "From {} to {}, up {}, “we never said {}”.",
)
OPENINGS = (
    *("She said {}. ", "He said it, too. ", "They had told her of {}. ", "It was {} then. "),
    *("Elle en compte {}. ", "Celui-ci l'a dit. ", "Ce dernier parle de {}. ", "Lo dijo ella. "),
)
"""Sentences that lean on those before them."""
QUOTES = ("“", "”", '"', "«\u00a0", "\u00a0»", "‘", "’", "'", "— ")
BULLETS = ("- ", "* ", "1. ", "    - ", "a) ", "• ", "> ", "> > ")
NUMBERS = st.integers() | st.floats() | st.booleans() | st.none()
NODES = st.recursive(
    TEXTS | NUMBERS | st.dates() | st.sampled_from(FIGURES),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
SCHEMA = json.loads(files("factcheck.registry").joinpath("claims.schema.json").read_text("utf-8"))
"""The registry's format, for the names of its keys."""


def _keys(node: object) -> set[str]:
    """The names of all properties of a JSON Schema."""
    if isinstance(node, list):
        return set().union(*map(_keys, node))
    if not isinstance(node, dict):
        return set()
    own = set(node["properties"]) if isinstance(node.get("properties"), dict) else set()
    return own.union(*map(_keys, node.values()))


SOUND: Mapping[str, object] = {"title": "Trams", "match": ["trams in service"], "values": [48]}
CLAIMS = st.dictionaries(st.sampled_from(sorted(_keys(SCHEMA))), NODES, max_size=4).map(
    lambda more: {**SOUND, **more}
)


@st.composite
def sayings(draw: st.DrawFn) -> str:
    """A paragraph that says something of figures, in one of three languages."""
    told = draw(st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=4))
    return " ".join(saying.replace("{}", draw(st.sampled_from(FIGURES))) for saying in told)


def chains() -> st.SearchStrategy[str]:
    """Somebody is named, and what follows says no more than who, for a long stretch."""
    told = st.lists(st.sampled_from(OPENINGS), min_size=1, max_size=4)
    return st.builds(
        lambda head, told, times, figure: head + "".join(told).replace("{}", figure) * times,
        st.sampled_from(("Ada Brook, the mayor, spoke. ", "Le préfet parle. ", "")),
        told,
        st.sampled_from((1, 2, 12)),
        st.sampled_from(FIGURES),
    )


@st.composite
def quotations(draw: st.DrawFn) -> str:
    """A saying within quotation marks that open, close and nest as they come."""
    pieces = draw(st.lists(st.sampled_from(QUOTES) | sayings() | chains(), min_size=2, max_size=8))
    return "".join(pieces)


@st.composite
def items(draw: st.DrawFn) -> str:
    """Points below one another, of any marks and depths."""
    points = draw(st.lists(st.tuples(st.sampled_from(BULLETS), sayings()), min_size=1, max_size=6))
    return "\n".join(bullet + told for bullet, told in points)


@st.composite
def spoiled(draw: st.DrawFn, target: str) -> bytes:
    """A sound input of a kind, of which parts were cut, doubled, turned or overwritten."""
    data = draw(st.sampled_from(SEEDS[target]))
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        part = data[start:end]
        other = draw(st.sampled_from([b"", part * 2, part[::-1]]) | st.binary(max_size=8))
        data = data[:start] + other + data[end:]
    return data


@st.composite
def articles(draw: st.DrawFn) -> bytes:
    """Markdown whose blocks, marks and front matter stand in any order."""
    marks = ["---\n", "```\n", "<!-- ", " -->", "| a | b |\n", "> ", "<div>", "</div>\n\n"]
    known = st.sampled_from([*MARKDOWN.splitlines(keepends=True), *marks])
    told = (sayings() | chains() | quotations() | items()).map("{}\n\n".format)
    return "".join(draw(st.lists(known | told, max_size=12))).encode()


def pages() -> st.SearchStrategy[bytes]:
    """A page of HTML whose elements stand in one another as they come."""
    names = [
        "p",
        "b",
        "article",
        "table",
        "tr",
        "td",
        "sup",
        "script",
        "li",
        "h2",
        "title",
        "template",
        "svg",
    ]

    def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        held = st.lists(inner, max_size=4).map(" ".join)
        return st.builds(lambda name, text: f"<{name}>{text}</{name}>", st.sampled_from(names), held)

    whole = st.recursive(sayings() | TEXTS, element, max_leaves=20)
    return whole.map(lambda text: f"<html><body>{text}".encode())


def registries() -> st.SearchStrategy[bytes]:
    """A registry of sound claims with keys of the format that may hold anything."""
    claims = st.dictionaries(TEXTS, CLAIMS | NODES, min_size=1, max_size=3)
    more = dict.fromkeys(("sources", "units", "lang", "tables", "include"), NODES)
    whole = st.fixed_dictionaries({"claims": claims}, optional=more)
    return whole.map(lambda document: yaml.safe_dump(document, allow_unicode=True).encode())


def pairs() -> st.SearchStrategy[bytes]:
    """A registry, mostly a sound one, and an article."""
    desks = st.sampled_from([REGISTRY, DESK]).map(str.encode) | registries()
    return st.builds(lambda desk, told: desk + PARTED + told, desks, articles())


def baselines() -> st.SearchStrategy[bytes]:
    """A baseline whose entries have the right keys, of any values."""
    [row] = json.loads(SEEDS["baseline"][0])["findings"]
    nodes = st.recursive(TEXTS | NUMBERS, st.lists, max_leaves=4)
    changes = st.dictionaries(st.sampled_from(sorted(row)), nodes, max_size=3)
    rows = st.lists(changes.map(lambda changed: {**row, **changed}), max_size=3)
    return rows.map(lambda found: json.dumps({"version": 1, "findings": found}).encode())


def settings() -> st.SearchStrategy[bytes]:
    """Settings of known and unknown keys."""
    keys = ["paths", "fail-on", "select", "jobs", "date", "html.body", "severity.unsourced", "x", "a.b.c"]
    values = ['"x"', "1", "true", "[]", '["a"]', "2025-01-01", "{a = 1}", "9" * 30, "nan", "'"]
    line = st.builds("{} = {}".format, st.sampled_from(keys), st.sampled_from(values))
    return st.lists(line, max_size=5).map("\n".join).map(str.encode)


GRAMMARS: Mapping[str, st.SearchStrategy[bytes]] = {
    "check-md": articles(),
    "check-html": pages(),
    "tell": articles(),
    "extract": st.lists(sayings() | chains() | quotations() | items(), max_size=4)
    .map("\n\n".join)
    .map(str.encode),
    "pair": pairs(),
    "registry": registries(),
    "baseline": baselines(),
    "settings": settings(),
    "figures": sayings().map(str.encode),
}
