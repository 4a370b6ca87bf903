"""The articles that a change of the registry may reach, as they are by it and as they were before."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from factcheck.codec import built
from factcheck.model import Registry
from factcheck.read.addresses import shown
from factcheck.read.article import parted
from factcheck.run.article import Checkup, Tools
from factcheck.run.checkups import Row, Rows
from factcheck.run.engines import keeping, run
from factcheck.run.kept import Entry, Kept
from factcheck.run.reach import Change, change, scope, values
from factcheck.run.remembered import keep_checkups
from factcheck.run.scan import Scan
from factcheck.run.shown import is_read

_ASKED = 500
"""How many files are looked up at once."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What the articles come to that a change may reach, before it and by it, in their order; how many
    articles there are, and what could not be looked at."""

    then: tuple[Checkup, ...]
    now: tuple[Checkup, ...]
    articles: int
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Looked:
    """The files, those that a change may reach, what those of them came to before it of which that is kept,
    and how many articles all the others have."""

    files: Sequence[str]
    near: Sequence[str]
    then: Mapping[str, Rows]
    far: int = 0


def changed(before: Registry, scan: Scan) -> Changed:
    """What a change may reach of the articles that are scanned, where their registry is what it has become of
    the one `before`. What is kept of a file tells whether the change may reach it, and what it came to."""
    alike = scope(before, scan.options) == scope(scan.registry, scan.options)
    turn = change(values(before), values(scan.registry)) if alike else None
    with scan.begun() as (found, files, tools, kept):
        looked = _Looked(files, files, {})
        if turn and kept:
            looked = _looked(files, kept, turn, Tools(before, scan.options, today=scan.today))
        reached, number, told = list[Checkup](), looked.far, list[str]()
        for row in _near(looked, scan, tools, kept):
            if isinstance(row, str):
                told.append(row)
                continue
            number += is_read(row)
            if turn is None or turn.reaches(row.weighed, row.leads):
                reached.append(row)
    then = _then(looked, reached, scan, Tools(before, scan.options, scan.watch, scan.today), alike)
    errors = (*(row for row in then if isinstance(row, str)), *found.errors, *told)
    place = {row.summary.path: at for at, row in enumerate(reached)}
    earlier = [row for row in then if isinstance(row, Checkup) and row.summary.path in place]
    earlier.sort(key=lambda row: place[row.summary.path])
    return Changed(tuple(earlier), tuple(reached), number, tuple(dict.fromkeys(errors)))


def _looked(files: Sequence[str], kept: Kept, turn: Change, before: Tools) -> _Looked:
    """What is kept of files for the registry as it is, and as it was."""
    near, then, far = list[str](), dict[str, Rows](), 0
    with keeping(files, before) as earlier, keeping(files, before, apart=True) as apart:
        for at in range(0, len(files), _ASKED):
            keys = {path: kept.key(path) for path in files[at : at + _ASKED]}
            now = kept.find(list(keys.values()))
            reached = {path: now.get(key) for path, key in keys.items() if _reached(now.get(key), kept, turn)}
            left = [*_turned(reached, apart)] if apart else [*reached]
            near += left
            far += sum(entry.articles for entry in now.values())
            far -= sum(entry.articles for path in left if (entry := reached[path]))
            then |= dict(_kept({path: keys[path] for path in left}, earlier) if earlier else ())
    return _Looked(files, near, then, far)


def _reached(entry: Entry | None, kept: Kept, turn: Change) -> bool:
    return entry is None or kept.reaches(turn, entry)


def _turned(files: Mapping[str, Entry | None], apart: Kept) -> Iterator[str]:
    """The files, each with what it comes to, that did not come to the same before, as far as that is kept."""
    keys = {path: apart.key(path) for path, entry in files.items() if entry}
    found = apart.find(list(keys.values()))
    for path, entry in files.items():
        was = found.get(keys[path]) if entry else None
        if entry is None or was is None or was.body != entry.body:
            yield path


def _kept(files: Mapping[str, bytes], kept: Kept) -> Iterator[tuple[str, Rows]]:
    """What is kept of files, each with its key."""
    found = kept.find(list(files.values()))
    for path, key in files.items():
        rows = kept.read(found[key], _rows) if key in found else None
        if rows is not None:
            yield path, rows


def _rows(data: Sequence[object]) -> Rows:
    return [built(Checkup, row) for row in data]


def _near(looked: _Looked, scan: Scan, tools: Tools, kept: Kept | None) -> Iterator[Row]:
    """What the files come to that the change may reach."""
    total, before = len(looked.files), len(looked.files) - len(looked.near)
    for number, row in enumerate(run(looked.near, tools, scan.stdin, scan.engine, kept), before + 1):
        if scan.progress:
            scan.progress(number, total)
        yield row


def _then(looked: _Looked, now: Sequence[Checkup], scan: Scan, before: Tools, apart: bool) -> list[Row]:
    """What the files of articles came to before the change: as it is kept, or as it is found once more."""
    names = {parted(row.summary.path)[0] for row in now}
    asked = [path for path in looked.near if path == "-" or shown(path) in names]
    left = [path for path in asked if path not in looked.then]
    try:
        with keeping(looked.files, before, apart) as kept:
            anew = list(run(left, before, scan.stdin, scan.engine, kept))
            if kept:  # what a scan keeps is now by the registry as it is
                keep_checkups(kept, looked.then)
    finally:
        gc.unfreeze()
    return [*anew, *chain.from_iterable(looked.then.get(path, ()) for path in asked)]
