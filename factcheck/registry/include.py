"""The files of a registry: one, or a folder of them, and what they include."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import RegistryError
from factcheck.registry.fields import quote, texts
from factcheck.registry.nodes import Mapping, Node, Problems, compose
from factcheck.whole import real

ENDINGS = (".yaml", ".yml")
MOST = 1_000
"""Files that one registry may have."""
MAX_BYTES = 2**25
"""Bytes of all its files together, but for tables: some 170,000 claims, and 2 GB of memory."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file of a registry: its root node, and what is wrong with it; whether it is the `first`, which the
    others belong to, or a `table`, whose claims are rows; its `text` as it is (a table's is not kept)."""

    path: str
    root: Node | None
    problems: Problems
    first: bool
    table: bool = False
    text: str = ""

    def section(self, key: str) -> Node | None:
        """What stands under a key at the top."""
        return self.root.entries.get(key) if isinstance(self.root, Mapping) else None


def included(path: str, texts: Map[str, str]) -> Iterator[Page]:
    """The files of a registry: that at `path`, or those in a folder there, and what they include, each once.
    `texts` are read instead of the files of these names.

    Raises RegistryError where one cannot be read, or there are too many."""
    folder = path not in texts and Path(path).is_dir()
    waiting = in_folder(path) if folder else [path]
    seen: set[Path] = set()
    left = MAX_BYTES
    while waiting:
        file, *waiting = waiting
        where = real(file)
        if where in seen:
            continue
        seen.add(where)
        if len(seen) > MOST:
            raise RegistryError(f"{path}: includes more than {MOST:,} files")
        problems = Problems()
        text = texts[file] if file in texts else source(file)
        left -= len(text)
        if left < 0:
            raise _too_large(file)
        root = compose(text.removeprefix("\ufeff"), problems)
        page = Page(file, root, problems, file == path, text=text)
        yield page
        waiting = [*_named(page), *waiting]


def in_folder(path: str) -> list[str]:
    """The registry's files in a folder and below, sorted; what is hidden is none."""
    root = Path(path)
    files = [file for file in root.rglob("*") if file.suffix in ENDINGS and file.is_file()]
    shown = [file for file in files if not any(part.startswith(".") for part in file.relative_to(root).parts)]
    if not shown:
        raise RegistryError(f"{path}: no registry in this folder: write a file there that ends in .yaml")
    return sorted(map(str, shown), key=lambda file: Path(file).parts)


def _named(page: Page) -> list[str]:
    """The files that a page includes, sorted by pattern; a pattern that finds none is noted."""
    node = page.section("include")
    found: list[str] = []
    for folder, pattern in patterns(page):
        files = globbed(folder, pattern)
        if not files and node is not None:
            page.problems.at(
                node, f"`include` finds no file: {quote(pattern)} (from the folder of this file)"
            )
        found += files
    return found


def patterns(page: Page) -> list[tuple[str, str]]:
    """What a page includes: patterns, each with the folder from which it counts."""
    folder = str(Path(page.path).parent)
    return [(folder, pattern) for pattern in texts(page.section("include"), "include", page.problems)]


def globbed(folder: str, pattern: str) -> list[str]:
    """The files that a pattern finds, sorted; none for what is no pattern."""
    try:
        return sorted(str(file) for file in Path(folder).glob(pattern) if file.is_file())
    except (ValueError, NotImplementedError):  # an absolute path, or `**` within a word
        return []


def source(path: str | Path) -> str:
    """The text of a registry's file, its byte order mark too. Raises RegistryError."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise _too_large(path)
        return data.decode("utf-8")
    except FileNotFoundError:
        raise RegistryError(f"{path}: no such file: write one there, or name another registry") from None
    except UnicodeDecodeError as error:
        raise RegistryError(f"{path}:{_line_of(error)}: not UTF-8: save the file as UTF-8") from None
    except OSError as error:
        raise RegistryError(f"{path}: cannot be read: {error.strerror}") from None


def _too_large(path: str | Path) -> RegistryError:
    most = f"the {MAX_BYTES >> 20} MB that a registry may have"
    return RegistryError(f"{path}: goes beyond {most} (put what is alike in `tables`, or part it in two)")


def _line_of(error: UnicodeDecodeError) -> str:
    """The line and column of the first byte that is not UTF-8."""
    before = error.object[: error.start].decode("utf-8", "replace")
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
