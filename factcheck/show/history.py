"""How a claim came to its values, by git: `factcheck claim ID --history`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache, partial, reduce
from pathlib import Path

from factcheck.model import Claim
from factcheck.registry.include import source
from factcheck.registry.past import Reader, claim_in
from factcheck.show.git import git, is_shallow, names, said
from factcheck.whole import real

MOST = 200
"""Commits to the file that are looked at, the newest of all."""
_git = partial(git, "--history")
_AUTHOR = re.compile(rb"^author .*> (\d{1,11}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_MESSAGE = re.compile(rb"\n\n\s*([^\n]+)")
Values = Counter[str]


@dataclass(frozen=True, slots=True)
class Step:
    """A value that came (`+`) or went (`-`), `15k since 2025-04-30`: on which ISO day, by which commit and
    for which reason, the first line of its message; both are empty for what is not committed."""

    day: str
    commit: str
    sign: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class History:
    """The steps, the oldest first; `whole` is whether all commits to the file were there to look at."""

    steps: tuple[Step, ...]
    whole: bool = True


def history(path: str, key: str, read: Reader = claim_in) -> History:
    """The steps in which the claim of a registry's file, which `read` finds in its text, came to its values:
    as far back as the file has its name and the claim its id. What a merge only brings together is told of
    the commits that it merges.

    Raises FactcheckError without git, outside a repository and before the first commit."""
    file = real(path)
    folder, name = file.parent, f"./{file.name}"
    limits = ("--parents", "--reverse", "--topo-order", f"--max-count={MOST + 1}")
    listed = _git(folder, "--literal-pathspecs", "rev-list", *limits, "HEAD", "--", name)

    @cache
    def values(commit: str) -> Values:
        found = names(_git(folder, "--literal-pathspecs", "ls-tree", "-z", commit, "--", name))
        return blob(found[0].partition("\t")[0].split(" ")[-1]) if found else Counter()

    @cache
    def blob(name: str) -> Values:
        return _values(read(_git(folder, "cat-file", "blob", name).decode("utf-8", "replace"), key))

    rows = [line.split(" ") for line in said(listed).splitlines()]
    steps = [step for commit, *parents in rows[-MOST:] for step in _made(folder, commit, parents, values)]
    steps += _steps("", "", "", [values("HEAD")], _values(read(source(file), key)))
    return History(tuple(steps), len(rows) <= MOST and not is_shallow("--history", folder))


def _values(claim: Claim | None) -> Values:
    """What a text of the file says of the claim: its values, or its rating."""
    if claim is None:
        return Counter()
    told = claim.values if not claim.rating else ()
    dated = (
        f"{value.text}{f' since {value.as_of}' if value.as_of else ''}"
        f"{f' until {value.until}' if value.until else ''}"
        for value in told
    )
    return Counter([claim.rating] if claim.rating else dated)


def _made(
    folder: Path, commit: str, parents: Sequence[str], values: Callable[[str], Values]
) -> Iterator[Step]:
    """What a commit changed."""
    before, after = [values(parent) for parent in parents] or [Counter()], values(commit)
    if any(one != after for one in before):
        written = _git(folder, "cat-file", "commit", commit)
        message = _MESSAGE.search(written)
        yield from _steps(
            _day(written), commit[:10], said(message[1]).strip() if message else "", before, after
        )


def _steps(day: str, commit: str, reason: str, before: Sequence[Values], after: Values) -> Iterator[Step]:
    """What has come that none had before, and what has gone that all had."""
    for value in (after - reduce(Counter.__or__, before)).elements():
        yield Step(day, commit, "+", value, reason)
    for value in (reduce(Counter.__and__, before) - after).elements():
        yield Step(day, commit, "-", value, reason)


def _day(commit: bytes) -> str:
    """The day on which the author wrote a commit, where the author was."""
    found = _AUTHOR.search(commit)
    if not found:
        return ""
    away = timedelta(hours=int(found[3]) % 24, minutes=int(found[4]) % 60)
    zone = timezone(away if found[2] == b"+" else -away)
    return datetime.fromtimestamp(min(int(found[1]), 10**10), zone).date().isoformat()
