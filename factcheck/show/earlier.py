"""The registry as it was at a git revision: `factcheck impact --since REV`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from factcheck.errors import FactcheckError, RegistryError
from factcheck.model import Registry
from factcheck.registry.include import ENDINGS
from factcheck.registry.load import load_registry
from factcheck.show.git import git, names, parting, root, said

_ASKED = "--since"
_git = partial(git, _ASKED)
_FILES = ("100644", "100755")  # the modes of what is neither a link nor a repository within
Row = tuple[str, str]
"""A file's name and its object."""


def registry_at(rev: str, path: str) -> Registry:
    """The registry in a file or a folder as it was where the history parted from a revision, with the files
    that it included then and its tables.

    Raises FactcheckError without git, outside a repository, for a revision that is none, and where the
    registry was not there; RegistryError where it was none that can be read."""
    real = Path(path).resolve()
    top = root(_ASKED, real if real.is_dir() else real.parent).resolve()
    name = real.relative_to(top).as_posix()
    rows = list(_rows(top, parting(_ASKED, top, rev)))
    if name != "." and not any(row[0] == name or row[0].startswith(f"{name}/") for row in rows):
        raise FactcheckError(f"{_ASKED}: {path} was not there at {rev}: name a later revision")
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder).resolve()
        pages = [row for row in rows if row[0].endswith(ENDINGS)]
        text = b"".join(_written(top, draft, pages))
        others = [row for row in rows if row not in pages and PurePosixPath(row[0]).name.encode() in text]
        list(_written(top, draft, others))  # the tables: what is named in a registry's text
        try:
            return load_registry(draft / name)
        except RegistryError as error:
            told = str(error).replace(f"{draft}/", f"{rev}:").replace(str(draft), rev)
            raise RegistryError(f"{told}\n{_ASKED}: the registry cannot be read as it was at {rev}") from None


def _rows(top: Path, commit: str) -> Iterator[Row]:
    """The files of a commit whose names lead nowhere else."""
    for row in names(_git(top, "ls-tree", "-r", "-z", "--full-tree", commit)):
        about, _, name = row.partition("\t")
        mode, _, found = about.split(" ")
        if mode in _FILES and ".." not in PurePosixPath(name).parts and not name.startswith("/"):
            yield name, found


def _written(top: Path, draft: Path, rows: Sequence[Row]) -> Iterator[bytes]:
    """Write files as they were into a folder; their bytes."""
    asked = "".join(f"{found}\n" for _, found in rows).encode()
    told = _git(top, "cat-file", "--batch", fed=asked) if rows else b""
    at = 0
    for name, found in rows:
        head, at = told[at : told.index(b"\n", at)], told.index(b"\n", at) + 1
        if not head.startswith(found.encode() + b" blob "):
            raise FactcheckError(f"{_ASKED}: {name}: {said(head)} (in a partial clone, fetch it first)")
        size = int(head.rsplit(b" ", 1)[1])
        data, at = told[at : at + size], at + size + 1
        (draft / name).parent.mkdir(parents=True, exist_ok=True)
        (draft / name).write_bytes(data)
        yield data
