"""Edits of a registry's text: the lines that must change, in the file's own style, and no others."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factcheck.registry.edit import Fields, add_claim, add_value, rename, retire
from factcheck.registry.edit_parts import RefusedError
from factcheck.registry.load import parse_registry

NEW = {"value": "15k", "as_of": "2025-09-02", "source": "port"}
BARE = {"value": "15k"}

VALUES = {
    "a list with a line each": (
        "it:\n    title: T\n    values:\n      - {value: 11k, as_of: 2024-10, source: port}\n    unit: t",
        NEW,
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - {value: 11k, as_of: 2024-10, source: port}\n"
            "      - {value: 15k, as_of: 2025-09-02, source: port}\n"
            "    unit: t"
        ),
    ),
    "not set in, a comment below it": (
        "it:\n    title: T\n    values:\n    - 11k\n    # on tolls\n    unit: t",
        BARE,
        "it:\n    title: T\n    values:\n    - 11k\n    # on tolls\n    - 15k\n    unit: t",
    ),
    "a dash with its own blanks": (
        "it:\n    title: T\n    values:\n        -   11k",
        BARE,
        "it:\n    title: T\n    values:\n        -   11k\n        -   15k",
    ),
    "less than nothing": (
        "it:\n    title: T\n    values:\n      - -3",
        {"value": "-15"},
        "it:\n    title: T\n    values:\n      - -3\n      - -15",
    ),
    "a line a key": (
        "it:\n    title: T\n    values:\n      - value: 11k   # by phone\n        as_of: 2024",
        NEW,
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - value: 11k   # by phone\n"
            "        as_of: 2024\n"
            "      - value: 15k\n"
            "        as_of: 2025-09-02\n"
            "        source: port"
        ),
    ),
    "blank lines between": (
        "it:\n    title: T\n    values:\n      - {value: 11k}\n\n      - {value: 12k}",
        BARE,
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - {value: 11k}\n"
            "\n"
            "      - {value: 12k}\n"
            "\n"
            "      - {value: 15k}"
        ),
    ),
    "columns that line up": (
        "it:\n    title: T\n    values:\n      - {value: 1,   as_of: 2024,       source: port}",
        NEW,
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - {value: 1,   as_of: 2024,       source: port}\n"
            "      - {value: 15k, as_of: 2025-09-02, source: port}"
        ),
    ),
    "quotes, an order and blanks of their own": (
        "it:\n    title: T\n    values:\n      - { as_of: '2024', value: \"11k\" }",
        NEW,
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - { as_of: '2024', value: \"11k\" }\n"
            "      - { as_of: '2025-09-02', value: \"15k\", source: port }"
        ),
    ),
    "comments that belong to the list, and one that does not": (
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - 11k   # by phone\n"
            "      # and by mail\n"
            "    # in tons\n"
            "    unit: t"
        ),
        BARE,
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - 11k   # by phone\n"
            "      # and by mail\n"
            "      - 15k\n"
            "    # in tons\n"
            "    unit: t"
        ),
    ),
    "the newest first": (
        "it:\n    title: T\n    values:\n      - {value: 3, as_of: 2025}\n      - {value: 2, as_of: 2024}",
        NEW,
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - {value: 15k, as_of: 2025-09-02, source: port}\n"
            "      - {value: 3, as_of: 2025}\n"
            "      - {value: 2, as_of: 2024}"
        ),
    ),
    "among the others by its date": (
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - {value: 3, as_of: 2024}\n"
            "      # later\n"
            "      - {value: 2, as_of: 2026}"
        ),
        NEW,
        (
            "it:\n"
            "    title: T\n"
            "    values:\n"
            "      - {value: 3, as_of: 2024}\n"
            "      - {value: 15k, as_of: 2025-09-02, source: port}\n"
            "      # later\n"
            "      - {value: 2, as_of: 2026}"
        ),
    ),
    "brackets": (
        "it: {title: T, values: [11k]}",
        BARE,
        "it: {title: T, values: [11k, 15k]}",
    ),
    "a comment behind": (
        "it: {title: T, values: [11k]}     # by phone",
        BARE,
        "it: {title: T, values: [11k, 15k]}     # by phone",
    ),
    "a comment in its column": (
        "it:\n    title: T\n    values: [ {value: 11k} ]        # by phone",
        BARE,
        "it:\n    title: T\n    values: [ {value: 11k}, {value: 15k} ]  # by phone",
    ),
    "in brackets, a line each": (
        "it:\n    title: T\n    values: [\n      11k,  # by phone\n      12k,\n    ]",
        BARE,
        "it:\n    title: T\n    values: [\n      11k,  # by phone\n      12k,\n      15k,\n    ]",
    ),
    "in brackets, the last without a comma": (
        "it:\n    title: T\n    values: [\n      11k,\n      12k  # by phone\n    ]",
        BARE,
        "it:\n    title: T\n    values: [\n      11k,\n      12k,  # by phone\n      15k\n    ]",
    ),
    "in brackets that go on": (
        "it:\n    title: T\n    values: [11k,\n             12k]",
        BARE,
        "it:\n    title: T\n    values: [11k,\n             12k,\n             15k]",
    ),
    "one line, in quotes": (
        "it: 'T: 11k'",
        BARE,
        "it: 'T: 11k / 15k'",
    ),
    "one line, a comment in its column": (
        'it: "T: 11k"   # one',
        BARE,
        'it: "T: 11k / 15k"  # one',
    ),
    "a text with slashes": (
        "it: {title: T, values: 11k / 12k}",
        BARE,
        "it: {title: T, values: 11k / 12k / 15k}",
    ),
    "a text that becomes a list": (
        "it:\n    title: T\n    values: '11,000'",
        NEW,
        'it:\n    title: T\n    values: ["11,000", {value: 15k, as_of: 2025-09-02, source: port}]',
    ),
    "what needs quotes": (
        "it:\n    title: T\n    values:\n      - {value: 11k}",
        {"value": ">15k", "source": "Port, the"},
        'it:\n    title: T\n    values:\n      - {value: 11k}\n      - {value: ">15k", source: "Port, the"}',
    ),
    "a series": (
        "it:\n    title: T\n    series:\n      port: {2024-06: 410}\n      union: {2024: 600}",
        NEW,
        (
            "it:\n"
            "    title: T\n"
            "    series:\n"
            "      port: {2024-06: 410, 2025-09-02: 15k}\n"
            "      union: {2024: 600}"
        ),
    ),
    "a series with a line a date": (
        "it:\n    title: T\n    series:\n      port:\n        2024-06: 410\n        2026-06: 455",
        NEW,
        (
            "it:\n"
            "    title: T\n"
            "    series:\n"
            "      port:\n"
            "        2024-06: 410\n"
            "        2025-09-02: 15k\n"
            "        2026-06: 455"
        ),
    ),
    "a source that the series does not have yet": (
        "it:\n    title: T\n    series:\n      union: {2024: 600}",
        NEW,
        "it:\n    title: T\n    series:\n      union: {2024: 600}\n      port: {2025-09-02: 15k}",
    ),
    "a statement without sources": (
        "it:\n    kind: statement\n    title: T\n    rating: true",
        {"source": "port"},
        "it:\n    kind: statement\n    title: T\n    rating: true\n    values: [{source: port}]",
    ),
    "a statement with one": (
        "it:\n    kind: statement\n    title: T\n    rating: true\n    values: [{source: port}]",
        {"source": "hall"},
        (
            "it:\n"
            "    kind: statement\n"
            "    title: T\n"
            "    rating: true\n"
            "    values: [{source: port}, {source: hall}]"
        ),
    ),
}


def registry(claim: str, behind: str = "\n\n  # and more\n  other: 'O: 3'\n") -> str:
    return f"# Ours.\nsources: {{port: Port, hall: Hall}}\n\nclaims:\n  {claim}{behind}"


@pytest.mark.parametrize(("claim", "value", "changed"), VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("behind", ["\n", "", "\n\n  # and more\n  other: 'O: 3'\n", "\n\nlang: fr\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_value_changes_its_lines_alone(
    claim: str, value: dict[str, Any], changed: str, behind: str, line_end: str
) -> None:
    before, after = (registry(it, behind).replace("\n", line_end) for it in (claim, changed))
    assert add_value(before, "it", value) == after
    one, other = (parse_registry(text, "c.yaml").claims[0] for text in (before, after))
    assert len(other.values) == len(one.values) + 1


NOTES = [
    (
        "it:\n    title: T\n    values:\n      - 11k",
        "it:\n    title: T\n    values:\n      - 11k\n      - 15k  # why",
    ),
    (
        "it:\n    title: T\n    values:\n      - 11k      # so",
        "it:\n    title: T\n    values:\n      - 11k      # so\n      - 15k      # why",
    ),
    (
        "it:\n    title: T\n    values:\n      - value: 11k\n        as_of: 2024",
        "it:\n    title: T\n    values:\n      - value: 11k\n        as_of: 2024\n      - value: 15k  # why",
    ),
    ("it: {title: T, values: [11k]}", "it: {title: T, values: [11k, 15k]}  # why"),
    (
        "it:\n    title: T\n    values: [11k]  # so",
        "it:\n    title: T\n    # why\n    values: [11k, 15k]  # so",
    ),
    (
        "it: {title: T, values: [\n      11k,\n    ]}",
        "it: {title: T, values: [\n      11k,\n      15k,  # why\n    ]}",
    ),
    ("it: 'T: 11k'", "it: 'T: 11k / 15k'  # why"),
]


@pytest.mark.parametrize(("claim", "changed"), NOTES)
def test_a_note_is_a_comment(claim: str, changed: str) -> None:
    assert add_value(registry(claim), "it", BARE, "why") == registry(changed)


REFUSED = [
    ("it: 'T: 11k'", NEW, "no room for a value's date"),
    ("it: >-\n    T: 11k", BARE, "put it in quotes"),
    ("it:\n    title: T\n    values: &v [11k]\n  more: {title: M, values: *v}", BARE, "shared by `&v`"),
    ("more: {title: M, values: &v [11k]}\n  it: {title: T, values: *v}", BARE, "shared by `*v`"),
    ("more: &m {title: M, values: [11k]}\n  it: {<<: *m, title: T}", BARE, "`<<` merges"),
    ("it: &m {title: M, values: [11k]}\n  more: {<<: *m, title: T}", BARE, "shared by `&m`"),
    ("more: 'T: 3'", BARE, "no claim is called `it`"),
    ("its: 'T: 3'", BARE, "did you mean `its`?"),
    ("it: {title: T, values: [\n\t3]}", BARE, "a tab stands before it"),
]


@pytest.mark.parametrize(("claim", "value", "why"), REFUSED)
def test_what_the_style_has_no_room_for_is_refused(claim: str, value: dict[str, Any], why: str) -> None:
    text = registry(claim, "\n")
    parse_registry(text, "c.yaml")
    with pytest.raises(RefusedError, match=re.escape(why)):
        add_value(text, "it", value)


FULL: Fields = {
    "title": "Boats lost",
    "match": ["boats lost at sea", "bateaux perdus"],
    "values": [{"value": "12", "as_of": "2024"}],
}
ADDED = [
    (
        "it:\n    title: T\n    values: [3]",
        (
            "\n  boats:\n    title: Boats lost\n    match: [boats lost at sea, bateaux perdus]\n"
            "    values: [{value: 12, as_of: 2024}]"
        ),
    ),
    (
        "it:\n      title: T\n      match:\n      - t\n      values:\n      - {value: 3}",
        (
            "\n  boats:\n      title: Boats lost\n      match:\n      - boats lost at sea\n"
            "      - bateaux perdus\n"
            "      values:\n      - {value: 12, as_of: 2024}"
        ),
    ),
    (
        "it:\n    title: T\n    values:\n      - value: 3\n        as_of: 2023\n\n  other: 'O: 3'",
        (
            "\n\n  boats:\n    title: Boats lost\n    match:\n      - boats lost at sea\n"
            "      - bateaux perdus\n"
            "    values:\n      - value: 12\n        as_of: 2024"
        ),
    ),
    (
        "it: {title: T, values: [3]}",
        (
            "\n  boats: {title: Boats lost, match: [boats lost at sea, bateaux perdus], "
            "values: [{value: 12, as_of: 2024}]}"
        ),
    ),
    (
        "it: 'T: 3'",
        (
            "\n  boats:\n    title: Boats lost\n    match: [boats lost at sea, bateaux perdus]\n"
            "    values: [{value: 12, as_of: 2024}]"
        ),
    ),
]


@pytest.mark.parametrize(("claim", "more"), ADDED)
@pytest.mark.parametrize("behind", ["\n", "", "\n\n# the end\n"])
def test_a_claim_is_written_as_its_neighbour_is(claim: str, more: str, behind: str) -> None:
    after = add_claim(registry(claim, behind), "boats", FULL)
    assert after == registry(claim + more, behind)
    assert parse_registry(after, "c.yaml").claims[-1].id == "boats"


def test_a_claim_of_a_title_and_a_value_takes_a_line() -> None:
    line: Fields = {"title": "Boats lost", "values": [{"value": "12"}]}
    behind = "\n\n  other:\n    title: O\n    values: [4]\n"
    text = registry("it: 'T: 3'", behind)
    assert add_claim(text, "boats", line, after="it") == registry(
        "it: 'T: 3'\n  boats: 'Boats lost: 12'", behind
    )
    assert add_claim(text, "boats", line, note="why") == f"{text}\n  # why\n  boats: 'Boats lost: 12'\n"


def test_a_claim_in_braces() -> None:
    added = add_claim("claims: {it: 'T: 3'}\n", "boats", {"title": "Boats lost", "values": [{"value": "12"}]})
    assert added == "claims: {it: 'T: 3', boats: 'Boats lost: 12'}\n"
    assert add_claim(added, "more", FULL) == (
        "claims: {it: 'T: 3', boats: 'Boats lost: 12',\n"
        "         more: {title: Boats lost, match: [boats lost at sea, bateaux perdus], "
        "values: [{value: 12, as_of: 2024}]}}\n"
    )


RETIRED = [
    # the comment above is its own where nothing follows it closely
    ("claims:\n\n  # one\n  it: 'T: 3'\n\n  # two\n  b: 'B: 3'\n", "claims:\n\n  # two\n  b: 'B: 3'\n"),
    ("claims:\n  # both\n  it: 'T: 3'\n  b: 'B: 3'\n", "claims:\n  # both\n  b: 'B: 3'\n"),
    ("claims:\n  b: 'B: 3'\n\n  # one\n  it: 'T: 3'\n", "claims:\n  b: 'B: 3'\n"),
    ("claims:\n  b: 'B: 3'\n\n  # one\n  it: 'T: 3'", "claims:\n  b: 'B: 3'"),
    ("claims:\n  b: 'B: 3'\n  it: 'T: 3'\n\nlang: fr\n", "claims:\n  b: 'B: 3'\n\nlang: fr\n"),
    ("claims:\n  b: 'B: 3'\n\n  it: 'T: 3'\n\n# end\n", "claims:\n  b: 'B: 3'\n\n# end\n"),
    (
        "claims:\n  it:\n    title: T\n    values:\n      - 3\n      # old\n  # next\n  b: 'B: 3'\n",
        "claims:\n  # next\n  b: 'B: 3'\n",
    ),
    ("claims: {it: 'T: 3', b: 'B: 3'}\n", "claims: {b: 'B: 3'}\n"),
    ("claims: {b: 'B: 3', it: 'T: 3'}\n", "claims: {b: 'B: 3'}\n"),
    ("claims: {\n  it: 'T: 3',  # one\n  b: 'B: 3',\n}\n", "claims: {\n  b: 'B: 3',\n}\n"),
    ("claims: {\n  b: 'B: 3',\n  it: 'T: 3',\n}\n", "claims: {\n  b: 'B: 3',\n}\n"),
]


@pytest.mark.parametrize(("before", "after"), RETIRED)
def test_a_claim_goes_with_what_is_its_own(before: str, after: str) -> None:
    assert retire(before, "it") == after
    assert retire(before.replace("\n", "\r\n"), "it") == after.replace("\n", "\r\n")


RENAMED = [
    ("claims:\n  it: 'T: 3'\n", "claims:\n  ships: 'T: 3'\n"),
    ("claims:\n  it:     'T: 3'\n  a-name: 'B: 3'\n", "claims:\n  ships:  'T: 3'\n  a-name: 'B: 3'\n"),
    ("claims:\n  it: 'T: 3'       # so\n", "claims:\n  ships: 'T: 3'    # so\n"),
    ('claims: {"it": "T: 3"}\n', 'claims: {"ships": "T: 3"}\n'),
    (
        "claims:\n  it: 'T: 3'\n  b: {title: it, values: 2, part_of: it}\n",
        "claims:\n  ships: 'T: 3'\n  b: {title: it, values: 2, part_of: ships}\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), RENAMED)
def test_a_name_changes_wherever_it_stands(before: str, after: str) -> None:
    assert rename(before, "it", "ships") == after


@pytest.mark.parametrize(
    "key", ["2024", "a b", "#1", "yes", "~", "a: b", "[x]", "l'été", "<<", "é\u00a0e", "x\ty"]
)
def test_any_id_is_written_so_that_it_is_read(key: str) -> None:
    text = rename("claims:\n  it: 'T: 3'\n", "it", key)
    assert [claim.id for claim in parse_registry(text, "c.yaml").claims] == [key]


def test_what_does_not_begin_its_line_cannot_be_taken_out() -> None:
    text = "{claims: {it: 'T: 3', b: 'B: 3'}}\n"
    assert retire(text, "it") == "{claims: {b: 'B: 3'}}\n"
    with pytest.raises(RefusedError, match="it does not begin its line"):
        retire("? claims\n: it: 'T: 3'\n", "it")
