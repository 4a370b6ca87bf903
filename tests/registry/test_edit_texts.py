"""A phrase, or a sentence that is not about it, goes into a claim: in its style, and nothing else changes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import RegistryError
from factcheck.registry.edit import add_text
from factcheck.registry.edit_file import edited, gained_texts, home
from factcheck.registry.load import load_registry

HEAD = "claims:\n"
NEXT = "  boats: 'Boats in the bay: 12'\n"
EDITS = [
    (
        "a list with a line each",
        "  ships:\n    title: Ships\n    match:\n      - ships lost\n    values: [3]\n",
        "match",
        "  ships:\n    title: Ships\n    match:\n      - ships lost\n      - sunk ships\n    values: [3]\n",
    ),
    (
        "in brackets, in quotes",
        "  ships:\n    match: ['ships lost']  # ours\n    values: [3]\n",
        "match",
        "  ships:\n    match: ['ships lost', 'sunk ships']  # ours\n    values: [3]\n",
    ),
    (
        "one text",
        "  ships:\n    match: ships lost\n    values: [3]\n",
        "match",
        "  ships:\n    match: [ships lost, sunk ships]\n    values: [3]\n",
    ),
    (
        "none yet",
        "  ships:\n    title: Ships\n    unit: people  # why\n    values: [3]\n",
        "match",
        "  ships:\n    title: Ships\n    match: [sunk ships]\n    unit: people  # why\n    values: [3]\n",
    ),
    (
        "none yet, behind the phrases",
        "  ships:\n    match:\n      - ships lost\n    values: [3]\n",
        "not",
        "  ships:\n    match:\n      - ships lost\n    not: [sunk ships]\n    values: [3]\n",
    ),
    (
        "in braces",
        "  ships: {title: Ships, values: [3]}\n",
        "not",
        "  ships: {title: Ships, not: [sunk ships], values: [3]}\n",
    ),
    (
        "in one line",
        "  ships: 'Ships: lost: 3 / 4'\n",
        "match",
        '  ships: {title: "Ships: lost", match: [sunk ships], values: 3 / 4}\n',
    ),
    (
        "in one line, a date",
        "  ships: 'Launch: 2024-06-19'\n",
        "not",
        "  ships: {title: Launch, kind: date, not: [sunk ships], values: 2024-06-19}\n",
    ),
    (
        "in one line, a name",
        "  ships: 'Mayor: Rosa Ferro'\n",
        "match",
        "  ships: {title: Mayor, kind: name, match: [sunk ships], values: Rosa Ferro}\n",
    ),
]


def done(folder: Path, text: str, field: str, said: str) -> str:
    path = folder / "claims.yaml"
    path.write_text(text, "utf-8", newline="")
    registry = load_registry(path)
    kind = registry.claims[0].kind
    edit = partial(add_text, key="ships", field=field, said=said, kind=kind)
    means = gained_texts(["ships"], {"not": "unlike"}.get(field, field), [said])
    [one] = edited(registry, {home(registry, "ships"): edit}, means)
    return one.after


@pytest.mark.parametrize(
    ("before", "field", "after"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_must_changes(tmp_path: Path, before: str, field: str, after: str, end: str) -> None:
    whole = (HEAD + before + NEXT).replace("\n", end)
    assert done(tmp_path, whole, field, "sunk ships") == (HEAD + after + NEXT).replace("\n", end)


def test_a_long_sentence_has_a_line_of_its_own(tmp_path: Path) -> None:
    said = "The harbour master counted twelve ships lost since the storm, of which he had a list: his own."
    said = said.replace("the storm", "the storm of the spring")
    text = f"{HEAD}  ships:\n    title: Ships\n    values: [3]\n{NEXT}"
    told = done(tmp_path, text, "not", said)
    assert told == text.replace("Ships\n", f'Ships\n    not:\n      - "{said}"\n')


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("claims:\n  ships: &a {title: Ships, values: [3]}\n  others: *a\n", "is shared by `&a`"),
        (
            "x-a: &a {match: [ships lost]}\nclaims:\n  ships:\n    <<: *a\n    values: [3]\n",
            "`match` may be in what `<<` merges",
        ),
        ("claims:\n  ships: {title: S, match: &a [ships lost], values: [3]}\n", "is shared by `&a`"),
        ("claims:\n  ship: {title: S, values: [3]}\n", "no claim is called `ships`"),
    ],
)
def test_what_has_no_room_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(RegistryError, match=r"claims\.yaml") as caught:
        done(tmp_path, text, "match", "sunk ships")
    assert why in str(caught.value)


@given(st.text(min_size=1).filter(lambda text: text.strip()), st.sampled_from([row[1] for row in EDITS]))
def test_any_text_is_read_as_it_is_meant_or_refused(
    tmp_path_factory: pytest.TempPathFactory, said: str, before: str
) -> None:
    try:
        told = done(tmp_path_factory.mktemp("any"), HEAD + before + NEXT, "not", said)
    except RegistryError:
        return
    lines = HEAD.splitlines() + NEXT.splitlines()
    assert [line for line in lines if line not in told.splitlines()] == []
