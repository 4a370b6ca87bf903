"""An edit that reads the lines around its claim alone: where it has an answer, the loader has the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import RegistryError
from factcheck.model import Claim, Registry
from factcheck.registry import edit_near
from factcheck.registry.edit import add_claim, add_value, rename, retire
from factcheck.registry.edit_file import Edit, edited_near, gained_claim, gained_value
from factcheck.registry.edit_near import near, registry_after
from factcheck.registry.load import load
from factcheck.registry.nodes import Node, Problems, compose
from tests.registry.test_edit_property import FORMS, NEW, STYLES, Style, edits, registry

SNIPPETS = [
    *("'", '"', "|", ">", ":", ": ", "#", " # ", "\n", "\r", "\n\n", "\t", " ", "  ", "\u0085", "\u2028"),
    *("{", "}", "[", "]", ",", "- ", "? ", "&a ", "*a", "!t ", "%", "%TAG", "<<: {}", "<<: {unit: t}"),
    *("\n---\n", "\n...\n", "...", "\n# x", "\n  # x", "\nlang: fr", "\n  it: {title: T, values: [3]}"),
    *(
        "\n  it: 'T: 3'\n",
        "line-0",
        "source: {name: A, url: b}",
        "source: A",
        "part_of: line-0",
        "5",
        "\ufeff",
    ),
]
"""What may break a text, or tie a part of it to another."""
TIES = [
    "",
    "x-shared: &shared {source: port}\n",
    "sources: {port: Port, union: {name: Union, private: true}}\n",
    "lang: fr\n",
]


def told(path: str, text: str) -> tuple[Claim, ...] | None:
    """The claims that the loader reads from a text; None where it refuses it."""
    try:
        return load(path, {path: text}).registry.claims
    except RegistryError:
        return None


def quickly(text: str, keys: list[str], edit: Edit, around: int) -> tuple[str, Registry] | None:
    """What the lines around some claims make of a text that the loader takes."""
    loaded = load("c.yaml", {"c.yaml": text})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edit_near, "AROUND", around)
        found = near(loaded.pages[0], keys, edit)
    new = registry_after([found], loaded) if found else None
    return (found.text, new) if found and new else None


@given(st.lists(st.sampled_from(FORMS), min_size=2, max_size=6), STYLES, st.integers(1, 2), st.data())
def test_an_edit_by_the_lines_around_is_that_of_the_whole(
    forms: list[str], style: Style, around: int, data: st.DataObject
) -> None:
    before = registry(forms, style)
    at = data.draw(st.integers(0, len(forms) - 1), label="which")
    key = f"{forms[at]}-{at}"
    edit = data.draw(st.sampled_from(edits(forms[at], key)), label="edit").make
    found = quickly(before, [key], edit, around)
    whole = told("c.yaml", edit(before))
    assert found is not None
    assert found[1].claims == told("c.yaml", found[0]) == whole
    if NEW not in {claim.id for claim in found[1].claims}:
        assert found[0] == edit(before)


BRACES = [
    ('"{key}": {"title": "The {key}", "values": [{"value": "3", "as_of": "2023"}, {"value": "4"}]}', ""),
    ("{key}: {title: The {key}, values: [{value: 3}, 4]}", "   # as told: {by, phone}"),
    ("{key}: 'The {key}: 3 / 4'", ""),
]


def in_braces(forms: list[int], outer: bool, comma: str, end: str) -> str:
    signs = [*[","] * (len(forms) - 1), comma]
    lines = [
        BRACES[form][0].replace("{key}", f"c{n}") + sign + BRACES[form][1]
        for n, (form, sign) in enumerate(zip(forms, signs, strict=True))
    ]
    opened, closed = ('{"sources": {},\n"claims": {', "}}") if outer else ("claims: {", "}")
    return "\n".join([opened, *lines, closed + end])


@given(
    st.lists(st.integers(0, 2), min_size=3, max_size=6),
    st.booleans(),
    st.sampled_from(["", ","]),
    st.sampled_from(["", "\n", "\n# the end\n"]),
    st.integers(0, 1),
    st.data(),
)
def test_claims_in_braces(
    forms: list[int], outer: bool, comma: str, end: str, around: int, data: st.DataObject
) -> None:
    """What is accepted is read the same, whatever is written; a right edit is that of the whole."""
    before = in_braces(forms, outer, comma, end)
    key = f"c{data.draw(st.integers(0, len(forms) - 1), label='which')}"
    right = [
        lambda text: retire(text, key),
        lambda text: rename(text, key, NEW),
        lambda text: add_value(text, key, {"value": "5"}),
    ]
    snippet = data.draw(st.sampled_from(SNIPPETS), label="what")

    def wrong(text: str) -> str:
        place = data.draw(st.integers(0, len(text)), label="where")
        return text[:place] + snippet + text[place + data.draw(st.integers(0, 3), label="instead") :]

    edit = data.draw(st.sampled_from([*right, wrong]), label="edit")
    found = quickly(before, [key], edit, around)
    if found:
        assert found[1].claims == told("c.yaml", found[0])
        assert edit is wrong or not around or found[0] == edit(before)
    if around and edit is right[1]:
        assert found


@given(
    st.lists(st.sampled_from(FORMS), min_size=2, max_size=5),
    STYLES,
    st.sampled_from(TIES),
    st.integers(0, 1),
    st.data(),
)
def test_what_the_lines_around_accept_the_loader_reads_the_same(
    forms: list[str], style: Style, tie: str, around: int, data: st.DataObject
) -> None:
    """Whatever somebody writes there, at any place."""
    before = registry(forms, style)
    before = tie + (before.replace("sources: {port: Port}", "") if tie.startswith("sources") else before)
    if told("c.yaml", before) is None:
        return
    at = data.draw(st.integers(0, len(forms) - 1), label="which")
    snippet = data.draw(st.sampled_from(SNIPPETS), label="what")

    def edit(text: str) -> str:
        place = data.draw(st.integers(len("claims:\n"), len(text)), label="where")
        return text[:place] + snippet + text[place + data.draw(st.integers(0, 3), label="instead") :]

    found = quickly(before, [f"{forms[at]}-{at}"], edit, around)
    if found:
        assert found[1].claims == told("c.yaml", found[0])


TEXT = "claims:\n" + "".join(f"  c{n}: {{title: T{n}, values: [{n}]}}\n" for n in range(9))
DOUBTFUL = {
    "an anchor in the lines": TEXT.replace("{title: T4", "&a {title: T4"),
    "an alias in the lines": "x-v: &v [3]\n" + TEXT.replace("[4]", "*v"),
    "claims in braces that share a line": "claims: {c4: {title: T, values: [3]},\n  c5: 'T: 3'}\n",
    "claims written elsewhere": "x-c: &c\n" + TEXT.removeprefix("claims:\n") + "claims: *c\n",
    "claims that are merged": TEXT.replace("claims:\n", "claims:\n  <<: {it: 'T: 1'}\n"),
    "a source that is described": TEXT + "  s: {title: S, values: [{value: 1, source: {name: A, url: b}}]}\n",
}


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_tied_to_the_rest_is_read_with_it(tmp_path: Path, text: str) -> None:
    def edit(text: str) -> str:
        return text.replace("title: T", "title: U")

    assert quickly(text, ["c4"], edit, 1) is None
    assert quickly(TEXT, ["c4"], edit, 1)
    path = tmp_path / "claims.yaml"
    path.write_text(text)
    [done] = edited_near(load(path), {str(path): edit}, lambda _old, _new: True, ["c4"])
    assert done.after == edit(text)


REFUSED = {
    "an id of another claim": lambda text: rename(text, "c4", "c0"),
    "a claim with an id that there is": lambda text: add_claim(
        text, "c8", {"title": "T", "values": [{"value": "1"}]}, after="c4"
    ),
    "a value that cannot be read": lambda text: add_value(text, "c4", {"value": "lots"}),
    "a part of nothing": lambda text: text.replace("{title: T4", "{part_of: x, title: T4"),
    "a part of itself": lambda text: text.replace("{title: T4", "{part_of: c4, title: T4"),
}


@pytest.mark.parametrize("edit", REFUSED.values(), ids=REFUSED)
def test_what_the_loader_would_refuse_has_no_answer(edit: Edit) -> None:
    assert quickly(TEXT, ["c4"], edit, 1) is None
    assert told("c.yaml", edit(TEXT)) is None


def test_the_rest_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.yaml"
    path.write_bytes(("\ufeff" + TEXT).encode())
    loaded = load(path)
    read: list[int] = []

    def counting(text: str, problems: Problems) -> Node | None:
        read.append(len(text))
        return compose(text, problems)

    monkeypatch.setattr(edit_near, "AROUND", 1)
    monkeypatch.setattr(edit_near, "compose", counting)
    monkeypatch.setattr("factcheck.registry.edit_file.load_registry", None)
    change = {str(path): lambda text: add_value(text, "c4", {"value": "5"})}
    [done] = edited_near(loaded, change, gained_value("c4", "5"), ["c4"])
    assert done.after == "\ufeff" + TEXT.replace("[4]", "[4, 5]")
    assert read[0] < len(TEXT) / 2
    more = {str(path): lambda text: add_claim(text, "d", {"title": "D", "values": [{"value": "1"}]})}
    [done] = edited_near(loaded, more, gained_claim("d"), [])
    assert done.after == "\ufeff" + TEXT + '  d: "D: 1"\n'
