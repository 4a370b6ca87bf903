"""A file on the disk: written whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
