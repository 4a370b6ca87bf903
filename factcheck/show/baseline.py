"""The baseline: a file of findings that the newsroom knows of, kept so that only new ones are shown.

It is JSON, sorted, without line numbers or times: a finding that moves changes nothing in it. Paths are
relative to the file, with slashes. What makes a finding the same is computed from what stands there
(`show.fingerprint`), so that an entry edited by hand is the entry that it says.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.escape import json_literal
from factcheck.model import Finding, Known
from factcheck.read.addresses import is_address
from factcheck.read.article import parted
from factcheck.read.paths import is_path
from factcheck.show.fingerprint import fingerprint, normalised

VERSION = 1
_DIGITS = 15  # of a number
_LONGEST = 60  # characters of a value that a message quotes
_MEND = "mend it, or delete it and write it anew (`factcheck baseline write`)"
_KEYS = tuple(field.name for field in fields(Known))
_REQUIRED = {"rule", "path", "claim", "sentence"}


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline file and its entries, each fingerprint once; `place` is a path as the file has it, `there`
    whether such a path's file exists."""

    path: Path
    known: tuple[Known, ...]
    place: Callable[[str], str]
    there: Callable[[str], bool]


def empty(path: Path) -> Baseline:
    """A baseline without entries, for a file that may not be there yet."""
    folder = _real(path.parent)
    return Baseline(path, (), _placing(folder), cache(lambda place: _exists(folder, parted(place)[0])))


def load(path: Path) -> Baseline:
    """The baseline in a file; `others` that are no more are left out of its entries.

    Raises FactcheckError where it cannot be read or is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise FactcheckError(f"{path}: no such baseline: `factcheck baseline write` makes one") from None
    except UnicodeDecodeError:
        raise FactcheckError(f"{path}: not UTF-8: {_MEND}") from None
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be read: {error.strerror or error}") from None
    blank = empty(path)
    known = [replace(entry, others=tuple(filter(blank.there, entry.others))) for entry in _parsed(text, path)]
    return replace(blank, known=_merged(known))


def _parsed(text: str, path: Path) -> list[Known]:
    try:
        document = json.loads(text, parse_int=_number)
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        what = "holds a merge conflict" if "\n<<<<<<< " in f"\n{text}" else f"no JSON from line {line} on"
        raise FactcheckError(f"{path}:{line}: {what}: {_MEND}") from None
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise FactcheckError(f"{path}: no baseline (it has no list of `findings`): {_MEND}")
    if document.get("version") != VERSION:
        version = _cut(json.dumps(document.get("version")))
        raise FactcheckError(f"{path}: version {version}, and this program knows {VERSION}: {_MEND}")
    return [_entry(row, f"{path}: finding {number}") for number, row in enumerate(document["findings"], 1)]


def _entry(row: Any, place: str) -> Known:
    if not isinstance(row, dict) or not row.keys() >= _REQUIRED:
        raise FactcheckError(f"{place}: needs {', '.join(sorted(_REQUIRED))}: {_MEND}")
    for key, value in row.items():
        if key not in _KEYS:
            raise FactcheckError(f"{place}: unknown key `{_cut(key)}`: {_MEND}")
        if not _fits(key, value):
            raise FactcheckError(f"{place}: `{key}` cannot be {_cut(json.dumps(value))}: {_MEND}")
    return Known(**(row | {"others": tuple(row.get("others", ()))}))


def _fits(key: str, value: Any) -> bool:
    if key == "count":
        return type(value) is int and value > 0
    if key == "others":
        return isinstance(value, list) and all(isinstance(path, str) and is_path(path) for path in value)
    return isinstance(value, str) and (key != "path" or is_path(value))


def _number(digits: str) -> float:
    """A whole number; one of more digits than any count has is none."""
    return int(digits) if len(digits) <= _DIGITS else float(digits)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def text(known: Iterable[Known]) -> str:
    """The file that holds these entries: sorted, one key a line, in JSON that reads well."""
    rows = [_row(entry) for entry in _merged(sorted(known, key=_key))]
    document = {"version": VERSION, "findings": rows}
    return json_literal(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _row(entry: Known) -> dict[str, Any]:
    row = asdict(entry)
    if not entry.others:
        del row["others"]
    return row


def _key(entry: Known) -> tuple[str, ...]:
    return entry.path, entry.claim, entry.rule, entry.sentence, entry.value, entry.expected, *entry.others


def entries(findings: Iterable[Finding], place: Callable[[str], str]) -> tuple[Known, ...]:
    """The entries that hold these findings, each once with its count."""
    return _merged(_known(finding, place) for finding in findings)


def files(entry: Known) -> list[str]:
    """The files that an entry is about, its own first: of an item (`export.xml#post-123`) its file."""
    return [parted(path)[0] for path in (entry.path, *entry.others)]


def _known(finding: Finding, place: Callable[[str], str]) -> Known:
    return Known(
        path=place(finding.path),
        claim=finding.claim,
        rule=finding.rule,
        sentence=normalised(finding.sentence),
        value=finding.value,
        expected=finding.expected,
        others=tuple(sorted({place(other.path) for other in finding.related} - {place(finding.path)})),
    )


def _merged(known: Iterable[Known]) -> tuple[Known, ...]:
    found: dict[str, Known] = {}
    for entry in known:
        mark = fingerprint(entry)
        same = found.get(mark)
        found[mark] = replace(same, count=same.count + entry.count) if same else entry
    return tuple(found.values())


def without(known: Sequence[Known], stale: Iterable[Known]) -> tuple[Known, ...]:
    """The entries, less those that are stale, by their counts."""
    less: Counter[str] = Counter()
    for entry in stale:
        less[fingerprint(entry)] += entry.count
    left = (replace(entry, count=entry.count - less[fingerprint(entry)]) for entry in known)
    return tuple(entry for entry in left if entry.count > 0)


def gone(baseline: Baseline, paths: Iterable[str]) -> tuple[Known, ...]:
    """The entries whose article was one of these paths, or below one, and is no more."""
    roots = [_real(Path(path)) for path in paths if path != "-"]
    away = [entry for entry in baseline.known if not baseline.there(entry.path)]
    return tuple(entry for entry in away if _below(_real(baseline.path.parent / entry.path), roots))


def _below(article: Path, roots: Sequence[Path]) -> bool:
    return any(root == article or root in article.parents for root in roots)


def _exists(folder: Path, place: str) -> bool:
    """Whether a file is there; what lies at an address is not asked for."""
    return is_address(place) or os.path.exists(folder / place)  # noqa: PTH110 - False where a Path raises


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # where a Path raises, on links that lead in a circle


def _placing(folder: Path) -> Callable[[str], str]:
    @cache
    def place(path: str) -> str:
        if is_address(path):
            return path
        name, item = parted(path)
        file = Path(name)
        place = Path(os.path.relpath(_real(file.parent) / file.name, folder)).as_posix()
        return f"{place}#{item}" if item else place

    return place
