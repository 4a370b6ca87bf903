"""An edit on the disk: refused before anything is written, or written whole, or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest

from factcheck.errors import FactcheckError, RegistryError
from factcheck.registry import edit_file
from factcheck.registry.edit import add_value, rename, retire
from factcheck.registry.edit_file import edited, gained_value, lost_claim, renamed
from factcheck.registry.load import load_registry

TEXT = "claims:\n  it: {title: T, values: [3, 4]}\n  part: {title: P, values: [1], part_of: it}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_bytes(TEXT.encode())
    return file


def more(path: Path, value: str = "5") -> edit_file.Edited:
    return one(path, lambda text: add_value(text, "it", {"value": value}), gained_value("it", value))


def one(path: Path, edit: edit_file.Edit, means: edit_file.Means) -> edit_file.Edited:
    [done] = edited(load_registry(path), {str(path): edit}, means)
    return done


def test_an_edit_is_written(path: Path) -> None:
    edit = more(path)
    assert path.read_text() == TEXT
    edit.write()
    assert path.read_text() == TEXT.replace("[3, 4]", "[3, 4, 5]")
    assert os.listdir(path.parent) == ["claims.yaml"]  # noqa: PTH208


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_and_the_byte_order_mark_stay(path: Path, line_end: str) -> None:
    path.write_bytes(("\ufeff" + TEXT).replace("\n", line_end).encode())
    more(path).write()
    assert path.read_bytes().decode() == ("\ufeff" + TEXT).replace("\n", line_end).replace("4]", "4, 5]")


REFUSED: list[tuple[str, Callable[[Path], object], str]] = [
    ("what the loader refuses", lambda path: more(path, "lots"), ":2:33: cannot read the value `lots`"),
    (
        "what a part needs",
        lambda path: one(path, lambda text: retire(text, "it"), lost_claim("it")),
        ":2:42: `part_of` names no claim: `it`",
    ),
    (
        "an id that is taken",
        lambda path: one(path, lambda text: rename(text, "it", "part"), renamed("it", "part")),
        "duplicate key `part`",
    ),
    (
        "an id that there is not",
        lambda path: one(path, lambda text: rename(text, "its", "x"), renamed("its", "x")),
        ":2:3: no claim is called `its` (did you mean `it`?)",
    ),
    (
        "what would not be read as it was meant",
        lambda path: one(path, lambda text: text.replace("3", "5"), gained_value("it", "5")),
        "would not be read as it is meant",
    ),
]


@pytest.mark.parametrize(("edit", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_nothing_is_written_where_it_would_be_wrong(
    path: Path, edit: Callable[[Path], object], why: str
) -> None:
    with pytest.raises(RegistryError, match=re.escape(why)):
        edit(path)
    assert path.read_text() == TEXT


def test_a_registry_that_is_wrong_is_mended_first(path: Path) -> None:
    path.write_text("claims: {it: {title: T, values: [3], uint: t}}")
    with pytest.raises(RegistryError, match="unknown key `uint`"):
        more(path)


def test_what_somebody_else_has_written_meanwhile_stays(path: Path) -> None:
    edit = more(path)
    path.write_text(theirs := TEXT.replace("3", "2"))
    with pytest.raises(FactcheckError, match="somebody has changed the file meanwhile"):
        edit.write()
    assert path.read_text() == theirs
    assert [file.name for file in path.parent.iterdir()] == ["claims.yaml"]


def test_of_many_at_once_none_is_lost(path: Path) -> None:
    """Each is written, or told that it was not."""
    told: list[str] = []
    start = Barrier(8)

    def write(value: str) -> None:
        edit = more(path, value)
        start.wait()
        try:
            edit.write()
        except FactcheckError:
            return
        told.append(value)

    threads = [Thread(target=write, args=(str(n),)) for n in range(10, 18)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    values = [value.text for value in load_registry(path).claims[0].values]
    assert len(told) == 1
    assert values == ["3", "4", *told]


def test_a_link_stays_one_and_the_mode_is_kept(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    more(link).write()
    assert link.is_symlink()
    assert "4, 5]" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_not_to_be_written_is_not(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError, match="is not to be written"):
        more(path).write()
    assert path.read_text() == TEXT
