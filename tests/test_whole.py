"""A file on the disk: written whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.whole import replace_whole

TEXT = "claims: {it: {title: T, values: [3, 4]}}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_bytes(TEXT.encode())
    return file


class KilledError(BaseException):
    """The process is no more."""


STEPS = ["os.fsync", "os.chown", "pathlib.Path.chmod", "os.open", "pathlib.Path.replace", "os.close"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_a_process_that_is_killed_leaves_the_old_file_or_the_new(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    """Before and after each call on the system; and nobody is left to tidy up."""
    module, _, name = step.rpartition(".")
    owner = {"os": os, "pathlib.Path": Path}[module]
    real, new = getattr(owner, name), TEXT.replace("3", "5")
    reached: list[str] = []

    def killed(*args: object, **kwargs: object) -> None:
        reached.append(step)
        if after:
            real(*args, **kwargs)
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, killed)
        patched.setattr(Path, "unlink", lambda *_args, **_kwargs: None)
        with pytest.raises(KilledError):
            replace_whole(path, new.encode(), TEXT.encode())
    assert reached
    done = (step, after) == ("pathlib.Path.replace", True) or step == "os.close"
    assert path.read_text() == (new if done else TEXT)


@pytest.mark.parametrize("step", ["fsync", "open"])
def test_a_full_disk_leaves_no_draft(path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, step, full)
        with pytest.raises(OSError, match="No space left"):
            replace_whole(path, b"", TEXT.encode())
    assert path.read_text() == TEXT
    assert [file.name for file in path.parent.iterdir()] == ["claims.yaml"]


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EROFS])
@pytest.mark.parametrize("new", ["claims: {}\n", TEXT * 3])
def test_a_file_that_cannot_be_replaced_is_written_in_place(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, new: str
) -> None:
    """As one that is mounted by itself."""

    def refused(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refused)
    replace_whole(path, new.encode(), TEXT.encode())
    assert path.read_text() == new
    assert [file.name for file in path.parent.iterdir()] == ["claims.yaml"]


def test_a_folder_that_takes_no_draft_may_have_a_file_that_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def read_only(name: str | Path, flags: int, *others: int) -> int:
        if Path(name).name.startswith("."):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(name, flags, *others)

    monkeypatch.setattr(os, "open", read_only)
    replace_whole(path, b"claims: {}\n", TEXT.encode())
    assert path.read_text() == "claims: {}\n"
    with pytest.raises(FactcheckError, match="changed the file meanwhile"):
        replace_whole(path, b"", TEXT.encode())
    with pytest.raises(OSError, match="Read-only"):
        replace_whole(path.with_name("new.yaml"), b"")


def test_a_folder_that_cannot_be_synced_fails_no_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def of_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(handle)

    monkeypatch.setattr(os, "fsync", of_files)
    replace_whole(path, b"claims: {}\n")
    assert path.read_text() == "claims: {}\n"
