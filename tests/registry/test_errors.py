"""Every mistake of a registry has a place and a mend; all of them are told at once."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import RegistryError
from factcheck.registry.load import load_registry, parse_registry

SOURCES = "sources:\n  nis: {name: National Institute of Statistics}\nclaims:\n"
CLAIM = "claims:\n  rain:\n    title: Rain in May\n"


def errors(text: str) -> list[str]:
    """The messages about a registry, none for a good one."""
    try:
        parse_registry(dedent(text), "claims.yaml")
    except RegistryError as error:
        return str(error).splitlines()
    return []


def error(text: str) -> str:
    """The only message about a registry, without its path."""
    (message,) = errors(text)
    return message.removeprefix("claims.yaml:")


MISTAKES = [
    # --- the file as a whole
    ("", "1:1: the file is empty"),
    ("# nothing yet\n", "1:1: the file is empty"),
    ("- a\n- b\n", "1:1: a registry is a mapping of sources and claims"),
    ("sources: {}\n", "1:1: no `claims`"),
    ("claims: {}\n", "1:9: `claims` must hold claims"),
    ("claims:\n", "1:8: `claims` must hold claims"),
    ('claim: {}\nclaims: {a: "b: 1"}\n', "1:1: unknown key `claim` (did you mean `claims`?)"),
    ('claims: {a: "b: 1"}\n---\nclaims: {}\n', "2:1: a second document begins here"),
    # --- claims
    (CLAIM + "    valeus: 3\n    values: 3\n", "4:5: unknown key `valeus` (did you mean `values`?)"),
    (CLAIM + "    phrases: [b]\n    values: 3\n", "4:5: unknown key `phrases` (did you mean `match`?)"),
    (CLAIM + "    values: [{value: 3, date: 2026}]\n", "4:25: unknown key `date` (did you mean `as_of`?)"),
    (CLAIM + "    colour: red\n    values: 3\n", "4:5: unknown key `colour` (there are: title, kind, match"),
    (CLAIM, "2:3: no `values`: a quantity needs at least one"),
    (CLAIM + "    values: []\n", "4:13: `values` is empty"),
    (CLAIM + "    values: {value: 3}\n", "4:13: `values` must be a list"),
    (CLAIM + "    values: 3\n    title: Rain\n", "5:5: duplicate key `title` (first on line 3)"),
    ('claims:\n  rain: "Rain: 3"\n  rain: "Rain: 4"\n', "3:3: duplicate key `rain` (first on line 2)"),
    ("claims:\n  rain: {values: 3}\n", "2:3: nothing to match `rain` by"),
    ("claims:\n  rain: {match: [], values: 3}\n", "2:3: nothing to match `rain` by"),
    ("claims:\n  rain: {title: , values: 3}\n", "2:17: `title` is empty"),
    ("claims:\n  rain: {match: ['...'], values: 3}\n", "2:18: `match` has neither letter nor digit: `...`"),
    (
        "claims:\n  rain:\n    match:\n      - rain: heavy\n    values: 3\n",
        "4:9: `match` must be a text or a list",
    ),
    ("claims:\n  rain: [3]\n", "2:9: the claim `rain` must be a mapping"),
    ("claims:\n  rain: Rain in May\n", "2:9: `rain` needs its title and its values"),
    ('claims:\n  "": {title: Rain, values: 3}\n', "2:3: a claim needs an id"),
    (
        CLAIM + "    kind: quantty\n    values: 3\n",
        "4:11: `kind` cannot be `quantty` (did you mean `quantity`?)",
    ),
    (CLAIM + "    rating: true\n    values: 3\n", "4:13: `rating` is for claims of kind statement"),
    (
        CLAIM + "    kind: name\n    unit: km\n    values: Ann\n",
        "5:11: `unit` is for claims of kind quantity",
    ),
    (CLAIM + "    kind: statement\n", "2:3: a statement needs a `rating`: true, false, misleading, unproven"),
    (
        CLAIM + "    kind: statement\n    rating: fasle\n",
        "5:13: `rating` cannot be `fasle` (did you mean `false`?)",
    ),
    (
        CLAIM + "    tolerance: 5\n    values: 3\n",
        "4:16: `tolerance` is a share such as 5% or 0.05, not `5` (did you",
    ),
    (
        CLAIM + "    tolerance: wide\n    values: 3\n",
        "4:16: `tolerance` is a share such as 5% or 0.05, not `wide`",
    ),
    (CLAIM + "    unit: mms\n    values: 3\n", "4:11: unknown unit `mms` (did you mean `mm`?)"),
    (CLAIM + "    unit: tonness\n    values: 3\n", "4:11: unknown unit `tonness` (did you mean `tonnes`?)"),
    (CLAIM + "    unit: km4\n    values: 3\n", "4:11: unknown unit `km4`"),
    # --- ignores
    (CLAIM + "    values: 3\n    ignore: [unsourced]\n", "5:13: `ignore` needs a `reason` beside it"),
    (CLAIM + "    values: 3\n    reason: why not\n", "5:13: `reason` says why the claim ignores rules, and"),
    (CLAIM + "    values: 3\n    ignore: [unsourced]\n    reason:\n", "6:12: `reason` is empty"),
    (CLAIM + "    values: 3\n    ignore: []\n    reason: why not\n", "5:13: `ignore` is empty"),
    (
        CLAIM + "    values: 3\n    ignore: [unsource]\n    reason: why not\n",
        "5:14: `ignore` cannot be `unsource` (did you mean `unsourced`?)",
    ),
    (
        CLAIM + "    values: 3\n    ignore: ignore\n    reason: why not\n",
        "5:13: `ignore` cannot be `ignore` (there are: discrepancy, outdated",
    ),
    # --- values
    (CLAIM + "    values: [lots]\n", "4:14: cannot read the value `lots` (such as 11k"),
    (CLAIM + "    values: 11k / many\n", "4:13: cannot read the value `many`"),
    (CLAIM + "    values: [{value: 3, sorce: A}]\n", "4:25: unknown key `sorce` (did you mean `source`?)"),
    (CLAIM + "    values: [{source: AFP}]\n", "4:14: a value needs a `value`"),
    (CLAIM + "    values: [[3]]\n", "4:14: a value must be a mapping of value, as_of"),
    (CLAIM + "    values: [{value: [3]}]\n", "4:22: `value` must be a text"),
    (CLAIM + "    values: [{value: ~}]\n", "4:22: `value` is empty"),
    (CLAIM + "    values: [{value: 3, also: [4]}]\n", "4:25: unknown key `also`"),
    (
        CLAIM + "    unit: mm\n    values: [3 kg]\n",
        "5:14: the value `3 kg` is in `kg`, which does not convert to the",
    ),
    (
        CLAIM + "    unit: EUR\n    values: [$3]\n",
        "5:14: the value `$3` is in `USD`, which does not convert to the",
    ),
    (
        CLAIM + "    values: [11,000]\n",
        "4:14: a comma parts values inside brackets: write `11,000` in quotes",
    ),
    (CLAIM + "    values: [{value: 11,000}]\n", "4:25: a comma ends a value inside braces"),
    (
        CLAIM + "    values: [{value: 3, as_of: 2025-02-30}]\n",
        "4:32: no such date: `2025-02-30` (a date is written",
    ),
    (CLAIM + "    values: [{value: 3, as_of: May}]\n", "4:32: no such date: `May` (a date is written"),
    (
        CLAIM + "    values: [{value: 3, as_of: 2024-05, until: 2024-04-30}]\n",
        "4:48: `until` 2024-04-30 is before `as_of` 2024-05",
    ),
    (CLAIM + "    kind: date\n    values: 5 May 2024\n", "5:13: no such date: `5 May 2024`"),
    (
        CLAIM + "    kind: statement\n    rating: false\n    values: [AFP]\n",
        "6:14: a statement has sources for values",
    ),
    (
        CLAIM + "    values: ['1,375 million']\n",
        "4:14: `1,375 million` can be read in two ways: 1.375 million or 1,375,000,000? (write which",
    ),
    (CLAIM + "    values: 3 / 1.625\n", "4:13: `1.625` can be read in two ways: 1.6250 or 1,625?"),
    (
        CLAIM + "    values: ['1,375-1,500 bn']\n",
        "4:14: `1,375-1,500 bn` can be read in two ways: 1.375 billion-1.5 billion or 1,375",
    ),
    # --- series, parts and the language
    (
        CLAIM + "    series: [3]\n",
        "4:13: `series` must hold values by source, then by date: series: {harbour",
    ),
    (CLAIM + "    series: {club: 3}\n", "4:20: `club` must hold values by date: series: {harbour"),
    (CLAIM + "    series: {club: {May: 3}}\n", "4:21: no such date: `May` (a date is written"),
    (CLAIM + "    series: {club: {2024: lots}}\n", "4:27: cannot read the value `lots`"),
    (CLAIM + "    series: {club: {2024: 11,000}}\n", "4:30: a comma ends a value inside braces"),
    (CLAIM + "    series: {club: {2024: {value: 3}}}\n", "4:27: `value` must be a text"),
    (
        CLAIM + "    serie: {club: {2024: 3}}\n    values: 3\n",
        "4:5: unknown key `serie` (did you mean `series`?)",
    ),
    (
        SOURCES + "  rain: {title: Rain, series: {nsi: {2024: 3}}}\n",
        "4:32: unknown source `nsi` (did you mean `nis`?)",
    ),
    (
        CLAIM + "    kind: statement\n    rating: true\n    series: {club: {2024: 3}}\n",
        "6:13: `series` is for claims of kind quantity or date or name, this one is a statement",
    ),
    (
        CLAIM + "    competing: ture\n    values: 3\n",
        "4:16: `competing` cannot be `ture` (did you mean `true`?)",
    ),
    (CLAIM + "    context: {a: b}\n    values: 3\n", "4:14: `context` must be a text or a list of texts"),
    (
        CLAIM + "    part_of: weathr\n    values: 3\n  weather: 'Weather: 5'\n",
        "4:14: `part_of` names no claim: `weathr` (did you mean `weather`?)",
    ),
    (
        CLAIM + "    part_of: rain\n    values: 3\n",
        "4:14: `part_of` goes round: `rain` would be a part of itself",
    ),
    (
        CLAIM + "    kind: name\n    part_of: snow\n    values: Ann\n  snow: 'Snow: 5'\n",
        "5:14: `part_of` is for claims of kind quantity",
    ),
    ("lang: fre\n" + CLAIM + "    values: 3\n", "1:7: `lang` cannot be `fre` (did you mean `fr`?)"),
    # --- sources
    ("sources: [nis]\n" + CLAIM + "    values: 3\n", "1:10: `sources` must be a mapping"),
    (
        "sources: {nis: {nam: N}}\n" + CLAIM + "    values: 3\n",
        "1:17: unknown key `nam` (did you mean `name`?)",
    ),
    ("sources: {nis: {date: soon}}\n" + CLAIM + "    values: 3\n", "1:23: no such date: `soon`"),
    (
        SOURCES + "  rain: {title: Rain, values: [{value: 3, source: nsi}]}\n",
        "4:51: unknown source `nsi` (did you mean `nis`?)",
    ),
    (CLAIM + "    values: [{value: 3, source: {url: x}}]\n", "4:33: a source needs a `name`"),
    (CLAIM + "    values: [{value: 3, source: [AFP]}]\n", "4:33: `source` must be a text"),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_is_told_with_its_place_and_its_mend(text: str, message: str) -> None:
    assert error(text).startswith(message)


SYNTAX = [
    ("claims:\n\train: 3\n", "2:1: indent with spaces, not with tabs"),
    ("claims:\n  rain: Rain in May: 3\n", "2:20: a text that holds `: ` needs quotes"),
    ("claims:\n  rain: {value: %8}\n", "2:17: a text that begins with % needs quotes"),
    ("claims:\n  rain: @x\n", "2:9: a text that begins with @ needs quotes"),
    ("claims:\n  rain: {value: >10k}\n", "2:17: a text that begins with > needs quotes"),
    ("claims:\n  rain: >10k\n", '2:9: a value that begins with > or | needs quotes: ">10k"'),
    (
        "claims:\n  rain: [a, b\n  snow: c\n",
        "3:7: a comma or the closing bracket is missing (it opens on line 2)",
    ),
    (
        "claims:\n  rain: {title: Rain,\n",  # where the file just ends
        "3:1: a comma or the closing bracket is missing (it opens on line 2)",
    ),
    (
        "claims:\n  wet: []\n  rain: {match: [\n\n",
        "5:1: a comma or the closing bracket is missing (it opens on line 3)",
    ),
    ("claims:\n  rain: 'Rain\n", "2:9: the quote that opens here is never closed"),
    ("claims:\n  rain: 'l'eau: 3'\n", "2:12: text after the closing quote"),
    ("claims:\n  rain: {a: b}}\n", "2:15: this bracket closes nothing"),
    (
        "claims:\n    rain: a\n  snow: b\n",
        "3:3: this line does not fit the ones above it: mend the indentation",
    ),
    ('claims:\n  rain: "a\\qb"\n', "2:11: a backslash in double quotes"),
    ("claims:\n  rain: *hail\n", "2:9: the alias `*hail` is not defined above"),
    ("claims: &all\n  rain: *all\n", "2:9: the alias `*all` stands inside itself"),
    ("claims:\n  rain: * two\n", "2:9: a text that begins with * or & needs quotes"),
    ("claims:\n  pluie d'été: \x07\n", "2:16: the character U+0007 is not allowed"),
    ("claims:\n  ? [a]\n  : b\n  c: 'd: 1'\n", "2:5: a key must be a text"),
    ("claims:\n  <<: rain\n  a: 'b: 1'\n", "2:7: `<<` merges a mapping"),
]


@pytest.mark.parametrize(("text", "message"), SYNTAX)
def test_a_slip_in_the_yaml_is_told_in_plain_words(text: str, message: str) -> None:
    assert errors(text)[0].removeprefix("claims.yaml:").startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        SOURCES + "  rain: {title: Rain, values: [{value: 3, source: nis}]}\n",
        SOURCES + "  rain: {title: Rain, values: [{value: 3, source: Météo-France}]}\n",
        SOURCES + "  rain: {title: Rain, values: [{value: 3, source: NSI}]}\n",
        SOURCES + "  rain: {title: Rain, values: [{value: 3, source: unicef}]}\n",
        CLAIM + "    values: [11, 000]\n",
        CLAIM + "    values: 11,000\n",
        CLAIM + '    values: [{value: "11,000"}]\n',
        CLAIM + "    values: [{value: 3, as_of: 2024-05-03, until: 2024-05}]\n",
        CLAIM + "    unit: umbrellas\n    values: 3\n",
        CLAIM + "    unit: titres\n    values: 3\n",
        CLAIM + "    unit: mi\n    values: [3 km]\n",
        CLAIM + "    kind: statement\n    rating: true\n",
        "lang: es\n" + CLAIM + "    values: 3\n",
        "lang: fr\n" + CLAIM + "    values: ['1,375 million', '1.625']\n",
        CLAIM + "    competing: true\n    values: 2\n    series: {club: {2024-05: 3, 2024-06: 4}}\n",
        CLAIM + "    context: Ulmstead\n    part_of: all\n    values: 3\n  all: 'All: 5'\n",
        "x-shared: &shared {title: Rain}\nclaims:\n  rain: {<<: *shared, values: 3}\n",
    ],
)
def test_what_is_right_stays_silent(text: str) -> None:
    assert errors(text) == []


def test_parts_that_go_round_are_told_of_each_but_not_of_what_leads_there() -> None:
    chain = {"a": "b", "b": "c", "c": "b", "d": "a"}
    text = "claims:\n" + "".join(
        f"  {part}: {{title: T, values: 3, part_of: {whole}}}\n" for part, whole in chain.items()
    )
    assert [line.split(": ")[0] for line in errors(text)] == ["claims.yaml:3:37", "claims.yaml:4:37"]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = """
    sources:
      nis: {nane: N}
    claims:
      rain: {title: Rain, vales: 3}
      snow: {values: [few, {value: 3, as_of: 2024-13}]}
      hail: {title: Hail, values: 3, values: 4}
    """
    assert [line.split(" ")[0] for line in errors(text)] == [
        "claims.yaml:3:9:",
        "claims.yaml:5:3:",
        "claims.yaml:5:23:",
        "claims.yaml:6:3:",
        "claims.yaml:6:19:",
        "claims.yaml:6:42:",
        "claims.yaml:7:34:",
    ]


def test_a_mistake_behind_an_anchor_is_told_once() -> None:
    assert (
        len(errors("x-v: &v [lots]\nclaims:\n  a: {title: A, values: *v}\n  b: {title: B, values: *v}\n"))
        == 1
    )


def test_a_long_text_is_cut_in_the_message() -> None:
    assert len(error(CLAIM + f"    values: [{'many ' * 100}]\n")) < 150


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such file"),
        (b"", "1:1: the file is empty"),
        ("claims:\n  pluie d'été: 'a: 1'".encode("latin-1"), "2:11: not UTF-8: save the file as UTF-8"),
        ("claims: {}".encode("utf-16"), "1:1: not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "claims.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RegistryError) as caught:
        load_registry(path)
    assert str(caught.value).removeprefix(str(path)).lstrip(": ").startswith(message)


TOKENS = "claims|sources|a|title|values|match|- |[|]|{|}|, |&x |*x|<<|'|11k|2024-02-30|#|>|!t |~|é|---\n|: |:"
YAMLISH = st.lists(st.sampled_from([*TOKENS.split("|"), "|", '"', "\t", "\n", "\n  ", "\n    "])).map("".join)


@given(st.one_of(st.text(), YAMLISH))
def test_any_text_is_a_registry_or_an_error_with_a_place(text: str) -> None:
    for line in errors(text):
        place = line.removeprefix("claims.yaml:").split(": ")[0]
        assert all(int(number) >= 1 for number in place.split(":"))
