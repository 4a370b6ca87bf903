"""The cache: what is kept comes back, and whatever is wrong with it is passed over."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from factcheck import cache as module
from factcheck.cache import Cache, user_cache

DATA = {"a": [1, 2.5, "é\ud800", None], "b": {}}
needs_posix = pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "factcheck")


def test_what_is_kept_comes_back_for_what_it_was_made_from(cache: Cache) -> None:
    cache.write("index", DATA, "one", "two")
    assert cache.read("index", "one", "two") == DATA
    assert cache.read("index", "one") is None
    assert cache.read("index", "onetwo", "") is None
    assert cache.read("other", "one", "two") is None


def test_without_a_folder_nothing_is_kept() -> None:
    Cache().write("index", DATA)
    assert Cache().read("index") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda held: held[:-1],
        lambda held: held[:40],
        lambda held: held.replace(b"2.5", b"3.5"),
        lambda held: held.partition(b"\n")[0] + b"\n",
        lambda held: held + b" ",
        lambda _: b"\x80\x04\x95",
    ],
)
def test_what_is_damaged_is_passed_over_and_replaced(cache: Cache, damage: object) -> None:
    assert cache.folder
    assert callable(damage)
    cache.write("index", DATA)
    file = cache.folder / "index.json"
    file.write_bytes(damage(file.read_bytes()))
    assert cache.read("index") is None
    cache.write("index", DATA)
    assert cache.read("index") == DATA


def test_another_program_made_it(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("index", DATA)
    monkeypatch.setattr(module, "program", lambda: "0.0.1")
    assert cache.read("index") is None


@needs_posix
def test_the_folder_is_the_user_s_alone(cache: Cache) -> None:
    cache.write("index", DATA)
    assert cache.folder
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    cache.folder.chmod(0o755)
    cache.write("index", [])
    assert cache.read("index") is None


@needs_posix
def test_what_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "factcheck")
    cache.write("index", DATA)
    assert cache.read("index") is None


def test_the_least_used_goes_first(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    for at, name in enumerate(("old", "new")):
        cache.write(name, "x" * 200)
        assert cache.folder
        os.utime(cache.folder / f"{name}.json", (at, at))
    cache.read("old")
    monkeypatch.setattr(module, "MOST_BYTES", 600)
    cache.write("last", "x" * 200)
    assert cache.read("new") is None
    assert cache.read("old") == cache.read("last") == "x" * 200
    cache.write("large", "x" * 400)
    assert cache.read("large") is None
    assert cache.folder
    assert sorted(path.name for path in cache.folder.iterdir()) == ["last.json", "old.json"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the XDG Base Directory Specification's")
@pytest.mark.parametrize(
    ("given", "folder"), [("/tmp/c", "/tmp/c"), ("", "/h/.cache"), ("relative", "/h/.cache")]
)
def test_where_it_is(given: str, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/h")
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    assert user_cache().folder == Path(folder, "factcheck")
