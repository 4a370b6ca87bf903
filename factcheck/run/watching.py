"""What changes on disk, told by watchfiles."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from watchfiles import watch
from watchfiles.main import FileChange

from factcheck.whole import real

QUIET = 80
"""Milliseconds without a change that end a burst of saves."""
TURN = 100
"""Milliseconds that each watcher is listened to before the next."""


class Watching:
    """Folders (with what is below) and single files, from the moment it is entered.

    A file is watched by its folder: many editors save by putting another in its place. What is not there yet
    is seen when it comes, where its folder is."""

    def __init__(self, named: Sequence[Path], own: Sequence[Path]) -> None:
        paths = [real(path) for path in (*named, *own)]
        self._folders = [path for path in paths if path.is_dir()]
        self._files = {path for path in paths if path not in self._folders}
        self._watchers: list[Generator[set[FileChange], None, None]] = []

    def __enter__(self) -> Self:
        beside = {path.parent for path in (*self._files, *self._folders) if path.parent.is_dir()}
        deep = [_watcher(self._folders, recursive=True)] if self._folders else []
        self._watchers = [*deep, _watcher(beside, recursive=False)]
        for watcher in self._watchers:
            next(watcher)  # only then does it look
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for watcher in self._watchers:
            watcher.close()

    def wait(self) -> None:
        """Wait until something has changed that is watched. Raises KeyboardInterrupt on Ctrl-C."""
        while not any(self._is_ours(path) for watcher in self._watchers for _, path in next(watcher)):
            pass

    def _is_ours(self, changed: str) -> bool:
        path = Path(changed)
        return path in self._files or any(path.is_relative_to(folder) for folder in self._folders)


def _watcher(paths: Iterable[Path], *, recursive: bool) -> Generator[set[FileChange], None, None]:
    """What has changed, a burst at a time; nothing after a TURN without a change."""
    return watch(*sorted(paths), step=QUIET, rust_timeout=TURN, yield_on_timeout=True, recursive=recursive)
