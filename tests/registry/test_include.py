"""A registry of many files: one that includes others, or a folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.errors import RegistryError
from factcheck.model import Registry
from factcheck.registry import include
from factcheck.registry.edit import add_value, rename, rename_whole
from factcheck.registry.edit_file import edited, gained_value, home, renamed
from factcheck.registry.load import load_registry

Files = dict[str, str]


def load(folder: Path, files: Files, path: str = "claims.yaml") -> Registry:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return load_registry(folder / path)


TOWN = "include: [parts/*.yaml]\nsources: {port: Port Authority}\nclaims:\n  it: 'T: 3'\n"
SEA = "claims:\n  ships: {title: S, values: [{value: 4, source: port}], part_of: it}\n"
HALLS = "sources: {hall: Town Hall}\nclaims:\n  halls: {title: H, values: [{value: 5, source: hall}]}\n"


def test_files_are_one_registry(tmp_path: Path) -> None:
    registry = load(tmp_path, {"claims.yaml": TOWN, "parts/sea.yaml": SEA, "parts/halls.yaml": HALLS})
    assert [(claim.id, Path(claim.path).name) for claim in registry.claims] == [
        ("it", ""),
        ("halls", "halls.yaml"),
        ("ships", "sea.yaml"),
    ]
    assert [source.name for source in registry.sources] == ["Port Authority", "Town Hall"]
    assert [Path(file).name for file in registry.files] == ["claims.yaml", "halls.yaml", "sea.yaml"]


def test_a_folder_is_a_registry(tmp_path: Path) -> None:
    first = "claims:\n  it: 'T: 3'\nsources: {port: P}\n"
    registry = load(tmp_path, {"b/one.yaml": SEA, "a.yml": first, ".git/x.yaml": "[]", "n.md": "-"}, "")
    assert [claim.id for claim in registry.claims] == ["it", "ships"]
    assert all(claim.path for claim in registry.claims)


def test_a_file_is_read_once(tmp_path: Path) -> None:
    files = {
        "claims.yaml": "include: ['*.yaml', 'claims.yaml', 'parts/a.yaml']\nclaims: {it: 'T: 3'}\n",
        "parts/a.yaml": "include: ../claims.yaml\nclaims: {a: 'A: 3'}\n",
    }
    assert [claim.id for claim in load(tmp_path, files).claims] == ["it", "a"]
    assert [claim.id for claim in load_registry(tmp_path).claims] == ["it", "a"]


def test_each_file_says_how_it_writes(tmp_path: Path) -> None:
    files = {
        "claims.yaml": "lang: fr\ninclude: en.yaml\nclaims: {it: 'T: 1,375 million'}\n",
        "en.yaml": "lang: en\nclaims: {a: 'A: 1,375 million'}\n",
    }
    values = [claim.values[0].quantity for claim in load(tmp_path, files).claims]
    assert [value and value.value for value in values] == [1.375e6, 1375e6]


WRONG = [
    ("claims:\n  x: 'X: 3'\n  it: 'T: 4'\n", "a.yaml:3:3: duplicate id `it` (first in {0}/claims.yaml:4)"),
    ("sources:\n  port: P\n", "a.yaml:2:3: duplicate source `port` (first in {0}/claims.yaml:2)"),
    ("claims: {a: {title: A, values: [3], uint: t}}", "a.yaml:1:37: unknown key `uint`"),
    ("claims: {a: {title: A, values: [3], part_of: its}}", "a.yaml:1:46: `part_of` names no claim"),
    ("claims: {a: {title: A, values: [{value: 3, source: prot}]}}", "unknown source `prot`"),
    ("claims: [\n", "a.yaml:2:1: a comma or the closing bracket is missing"),
    ("", "a.yaml:1:1: the file is empty"),
    (None, "claims.yaml:1:10: `include` finds no file: `parts/*.yaml` (from the folder of this file)"),
]


@pytest.mark.parametrize(("part", "why"), WRONG)
def test_what_is_wrong_is_told_with_its_file(tmp_path: Path, part: str | None, why: str) -> None:
    files = {} if part is None else {"parts/a.yaml": part}
    with pytest.raises(RegistryError, match=re.escape(why.format(tmp_path))):
        load(tmp_path, {"claims.yaml": TOWN, **files})


def test_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(RegistryError) as error:
        load(tmp_path, {"claims.yaml": f"{TOWN}uint: 3\n", "parts/a.yaml": "claim: 3\n"})
    assert [line.split("/")[-1] for line in str(error.value).splitlines()] == [
        "claims.yaml:5:1: unknown key `uint` (there are: lang, include, sources, tables, claims)",
        "a.yaml:1:1: unknown key `claim` (did you mean `claims`?)",
    ]


@pytest.mark.parametrize("pattern", ["/etc/*.yaml", "**x", "", "../*/none"])
def test_a_pattern_that_finds_nothing_is_told(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(RegistryError, match=r"claims.yaml:1:\d+: `include`"):
        load(tmp_path, {"claims.yaml": f"include: ['{pattern}']\nclaims: {{it: 'T: 3'}}\n"})


def test_a_folder_without_a_registry_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no registry in this folder"):
        load_registry(tmp_path)


def test_no_claims_at_all_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no `claims` in any of the files"):
        load(tmp_path, {"claims.yaml": "include: s.yaml\n", "s.yaml": "sources: {a: A}\n"})


def test_an_edit_goes_to_the_file_of_its_claim(tmp_path: Path) -> None:
    registry = load(tmp_path, {"claims.yaml": TOWN, "parts/sea.yaml": SEA})
    assert [Path(home(registry, key)).name for key in ("it", "ships", "")] == [
        "claims.yaml",
        "sea.yaml",
        "claims.yaml",
    ]
    edit = {home(registry, "ships"): lambda text: add_value(text, "ships", {"value": "6"})}
    for one in edited(registry, edit, gained_value("ships", "6")):
        one.write()
    assert len(load_registry(registry.path).claims[1].values) == 2
    with pytest.raises(RegistryError, match="did you mean `ships`"):
        home(registry, "ship")


def test_a_new_id_reaches_the_parts_in_other_files(tmp_path: Path) -> None:
    registry = load(tmp_path, {"claims.yaml": TOWN, "parts/sea.yaml": SEA})
    edits = {
        home(registry, "it"): lambda text: rename(text, "it", "all"),
        home(registry, "ships"): lambda text: rename_whole(text, "it", "all"),
    }
    for one in edited(registry, edits, renamed("it", "all")):
        one.write()
    assert [claim.part_of for claim in load_registry(registry.path).claims] == [None, "all"]


def test_what_a_registry_may_have_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "claims: {trams: {title: Trams in service, values: [48]}}\n"
    more = f"include: more.yaml\n{text.replace('trams:', 'buses:')}"
    (tmp_path / "more.yaml").write_text(text, "utf-8")
    (tmp_path / "claims.yaml").write_text(more, "utf-8")
    monkeypatch.setattr(include, "MAX_BYTES", len(text + more))
    assert len(load_registry(tmp_path / "claims.yaml").claims) == 2
    monkeypatch.setattr(include, "MAX_BYTES", len(text + more) - 1)
    with pytest.raises(RegistryError, match=r"more\.yaml: goes beyond the 0 MB that a registry may have"):
        load_registry(tmp_path / "claims.yaml")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no file without an end")
def test_a_file_without_an_end_is_refused() -> None:
    with pytest.raises(RegistryError, match="/dev/zero: goes beyond the 32 MB"):
        load_registry("/dev/zero")
