"""What is open in the editor, as it stands there, saved or not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from factcheck.lsp.lines import Lines, Position
from factcheck.places import Span

UNTITLED = "untitled:"
"""How the address begins of a text that has never been saved."""
ENDINGS = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}
"""What the names of files end in that say they are of a language, as editors call it."""
Change = tuple[tuple[Position, Position] | None, str]
"""The range that gives way to a text; without one, all does."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is open: its address, its path (empty for one that no file has), version and lines."""

    uri: str
    path: str
    version: int
    lines: Lines
    kind: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it has never been saved: its path is only where it would lie."""
        return self.uri.startswith(UNTITLED)

    @property
    def text(self) -> str:
        """What it says."""
        return self.lines.text

    def changed(self, changes: Iterable[Change], version: int) -> Document:
        """The document after some changes, one after the other."""
        lines = self.lines
        for span, text in changes:
            if span is not None:
                start, end = sorted(map(lines.offset, span))
                text = lines.text[:start] + text + lines.text[end:]  # noqa: PLW2901 - the whole new text
            lines = replace(lines, text=text)
        return replace(self, lines=lines, version=version)


class Unsaved(Mapping[str, str]):
    """The texts that are open, by the paths of their files, however a path is written."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._texts = {
            os.path.realpath(one.path): one.text for one in documents if one.path and not one.is_draft
        }

    def __getitem__(self, path: str) -> str:
        return self._texts[os.path.realpath(path)]

    def is_saved(self, path: str) -> bool:
        """Whether a file that is open has been saved as it is."""
        try:
            return Path(path).read_bytes().decode("utf-8") == self[path]
        except (OSError, ValueError):
            return False

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def path_of(uri: str) -> str:
    """The path of a file's address; empty for an address of another kind."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return ""
    if parts.scheme != "file":
        return ""
    path = url2pathname(unquote(parts.path)) if os.name == "nt" else unquote(parts.path)
    return path if "\0" not in path else ""


def draft_path(uri: str, kind: str, folder: Path) -> str:
    """The path that a text of some language which has never been saved would have in a folder; empty for what
    is no article."""
    ending = ENDINGS.get(kind)
    name = unquote(uri.removeprefix(UNTITLED)).replace("\\", "/").rpartition("/")[2].replace("\0", "")
    return str(folder / f"{name}{'' if name.endswith(ending) else ending}") if ending else ""


def shifted(old: str, new: str, span: Span) -> Span | None:
    """Where a span of an earlier text stands in a later one; None where what changed touches it."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    if span[1] <= head:
        return span
    if span[0] >= len(old) - tail:
        return span[0] + len(new) - len(old), span[1] + len(new) - len(old)
    return None


def difference(old: str, new: str) -> tuple[Span, str]:
    """The one stretch of a text that gives way to another for the new text to come of it."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return (head, len(old) - tail), new[head : len(new) - tail]


def _alike(one: str, other: str) -> int:
    """How many characters two texts share at their beginning, found by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
