"""A registry from the cache is the one that its files hold, whatever becomes of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.cache import Cache
from factcheck.errors import RegistryError
from factcheck.registry.flat import flat, unflat
from factcheck.registry.kept import open_kept
from factcheck.registry.load import load_registry

CLAIMS = """
lang: en
include: [more/*.yaml]
sources:
  port: {name: Port Authority, aliases: [the port], url: https://port.example, private: true}
claims:
  ships:
    title: Ships lost (vessels)
    match: [ships lost at sea]
    exclude: [toy]
    not: [No ship was lost.]
    context: [the strait]
    tolerance: 5%
    competing: true
    owner: desk
    review: 2026-01-01
    ignore: [unsourced]
    reason: known
    values:
      - {value: 12-14, as_of: 2024-01, until: 2024-06, source: port, url: https://x.example}
      - {value: ">1.50 million", source: port}
      - {value: 1234567890123, source: other}
  opened: {title: The lock opened, kind: date, values: [2024-06-19]}
  pilot: {title: Head pilot, kind: name, values: [{value: Ana Holt, also: [A. Holt]}]}
  flat: {title: The earth is flat, kind: statement, rating: "false"}
  part: {title: Barges lost, part_of: ships, unit: barges, values: [3]}
  short: "Rowers: 12 / 14"
"""
MORE = """
tables: {t: {from: t.csv, id: "{code}", title: "Jobless in {town}", value: "{rate}%"}}
claims: {x: "X: 1"}
"""
ROWS = "code,town,rate\na,Aden,4.5\nb,Bern,2\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"claims.yaml": CLAIMS, "more/more.yaml": MORE, "more/t.csv": ROWS}.items():
        _write(tmp_path / name, text)
    return tmp_path


def _write(file: Path, text: str) -> None:
    """Written long ago, as a file is that nobody is at."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    os.utime(file, (1, 1))


def test_plain_data_and_back(folder: Path) -> None:
    registry = load_registry(folder / "claims.yaml")
    assert repr(unflat(flat(registry))) == repr(registry)


@pytest.mark.parametrize("path", ["claims.yaml", "more", "."])
def test_it_is_the_same_as_read(path: str, folder: Path) -> None:
    cache = Cache(folder / ".cache")
    read, kept, again = load_registry(path), open_kept(path, cache), open_kept(path, cache)
    assert read == kept == again
    assert repr(kept) == repr(again)
    assert kept.digest
    assert not read.digest
    assert len(list((folder / ".cache").iterdir())) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claims.yaml", CLAIMS.replace("Rowers", "Sailors")),
        ("more/more.yaml", MORE.replace("X: 1", "X: 2")),
        ("more/t.csv", ROWS.replace("Bern", "Brno")),
        ("more/new.yaml", "claims: {y: 'Y: 1'}\n"),
    ],
)
def test_what_has_changed_is_read_anew(name: str, text: str, folder: Path) -> None:
    cache = Cache(folder / ".cache")
    before = open_kept("claims.yaml", cache)
    _write(folder / name, text)
    after = open_kept("claims.yaml", cache)
    assert after == load_registry("claims.yaml") != before
    assert after.digest != before.digest


def test_what_is_gone_or_wrong_is_told(folder: Path) -> None:
    cache = Cache(folder / ".cache")
    open_kept("claims.yaml", cache)
    (folder / "more/t.csv").unlink()
    with pytest.raises(RegistryError, match="finds no file"):
        open_kept("claims.yaml", cache)


def test_a_file_in_a_folder_is_found(folder: Path) -> None:
    cache = Cache(folder / ".cache")
    before = open_kept("more", cache)
    _write(folder / "more/deep/z.yaml", "claims: {z: 'Z: 1'}\n")
    assert len(open_kept("more", cache).claims) == len(before.claims) + 1


def test_what_was_written_just_now_is_not_kept(folder: Path) -> None:
    cache = Cache(folder / ".cache")
    (folder / "claims.yaml").write_text("claims: {y: 'Y: 1'}\n")
    assert open_kept("claims.yaml", cache) == load_registry("claims.yaml")
    assert not (folder / ".cache").exists()
