"""Read one claim: its fields by kind, or the shorthand that is all on one line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast, get_args

from factcheck.model import IGNORABLE, WEAKNESSES, Claim, Kind, Rating
from factcheck.registry import fields as read
from factcheck.registry.nodes import Mapping, Node, Problems, Scalar, Sequence
from factcheck.registry.series import Frame, read_all
from factcheck.registry.shorthand import shorthand
from factcheck.registry.sources import Sources
from factcheck.registry.units import mistake, read_unit

_VALUED: tuple[Kind, ...] = ("quantity", "date", "name")
_OWNERS: dict[str, tuple[Kind, ...]] = {
    "unit": ("quantity",),
    "tolerance": ("quantity",),
    "part_of": ("quantity",),
    "rating": ("statement",),
    "competing": _VALUED,
    "series": _VALUED,
}
CLAIM_KEYS = (
    *("title", "kind", "match", "exclude", "not", "context", *_OWNERS, "values"),
    *("ignore", "reason", "owner", "review"),
)
_SHARE = re.compile(r"([0-9]{1,9}(?:[.,][0-9]{1,9})?)\s*(%?)")


def read_claim(
    key: str, mapping: Mapping, sources: Sources, problems: Problems, language: str | None = None
) -> Claim | None:
    """The claim under a key of `claims`, its values written as in a `language`, if one is told; None, with
    the reasons noted, where it makes none."""
    node, place = mapping.entries[key], mapping.key(key)
    if not key.strip():
        problems.at(place, "a claim needs an id before the colon")
    frame = Frame("quantity", None, None, sources, problems, language)
    if isinstance(node, Scalar):
        return shorthand(key, node, place, frame)
    entries = read.fields(node, CLAIM_KEYS, f"the claim {read.quote(key)}", problems)
    return None if entries is None else _claim(key, entries, place, frame)


def _claim(key: str, entries: read.Fields, place: Node, frame: Frame) -> Claim | None:
    problems = frame.problems
    kind = _kind(entries.get("kind"), problems)
    title = read.text(entries.get("title"), "title", problems)
    match = read.texts(entries.get("match"), "match", problems)
    exclude = read.texts(entries.get("exclude"), "exclude", problems)
    if "title" not in entries and (not match and _nothing(entries.get("match"))):
        problems.at(place, f"nothing to match {read.quote(key)} by: give it a `title` or `match` phrases")
    if kind is None:  # then nothing can be said of the rest
        return None
    _refuse_strangers(kind, entries, problems)
    unit, counts = _unit(entries.get("unit"), problems)
    tolerance = _tolerance(entries.get("tolerance"), problems)
    rating = _rating(kind, entries, place, problems)
    frame = replace(frame, kind=kind, unit=unit, rating=rating)
    ignore, reason = _ignore(entries, problems)
    return Claim(
        id=key,
        title=title or (match[0] if match else key),
        kind=kind,
        match=match,
        exclude=exclude,
        unit=unit,
        tolerance=tolerance,
        rating=rating,
        values=read_all(entries.get("values"), entries.get("series"), place, frame),
        line=place.mark.line + 1,
        ignore=ignore,
        reason=reason,
        counts=counts,
        competing=read.choice(entries.get("competing"), "competing", ("true", "false"), problems) == "true",
        context=read.texts(entries.get("context"), "context", problems),
        part_of=read.text(entries.get("part_of"), "part_of", problems),
        unlike=read.texts(entries.get("not"), "not", problems),
        owner=read.text(entries.get("owner"), "owner", problems) or "",
        review=read.iso_date(entries.get("review"), "review", problems),
    )


def _ignore(entries: read.Fields, problems: Problems) -> tuple[tuple[str, ...], str]:
    """The rules that the claim ignores, and why: neither goes without the other."""
    ignore, reason = entries.get("ignore"), read.text(entries.get("reason"), "reason", problems)
    rules = read.choices(ignore, "ignore", (*IGNORABLE, *WEAKNESSES), problems)
    if ignore and "reason" not in entries:
        problems.at(ignore, "`ignore` needs a `reason` beside it: say why")
    if "reason" in entries and not ignore:
        problems.at(entries["reason"], "`reason` says why the claim ignores rules, and there is no `ignore`")
    return rules, reason or ""


def _nothing(node: Node | None) -> bool:
    return node is None or (isinstance(node, Sequence) and not node.items)


def _kind(node: Node | None, problems: Problems) -> Kind | None:
    if node is None:
        return "quantity"
    return cast("Kind | None", read.choice(node, "kind", get_args(Kind), problems))


def _refuse_strangers(kind: Kind, entries: read.Fields, problems: Problems) -> None:
    """Note the fields that belong to another kind of claim."""
    for key, owners in _OWNERS.items():
        if key in entries and kind not in owners:
            whose = " or ".join(owners)
            problems.at(entries[key], f"`{key}` is for claims of kind {whose}, this one is a {kind}")


def _rating(kind: Kind, entries: read.Fields, place: Node, problems: Problems) -> Rating | None:
    node = entries.get("rating")
    if node is None:
        if kind == "statement":
            problems.at(place, f"a statement needs a `rating`: {', '.join(get_args(Rating))}")
        return None
    return cast("Rating | None", read.choice(node, "rating", get_args(Rating), problems))


def _unit(node: Node | None, problems: Problems) -> tuple[str | None, str]:
    """The claim's unit, and the noun of which it is a plain count instead (`unit: containers`)."""
    name = read.text(node, "unit", problems)
    if node is None or name is None:
        return None, ""
    guess = mistake(name)
    if guess is not None:
        hint = (
            f"did you mean `{guess}`?" if guess else "such as people, %, km, t, USD, kg/ha, times, or a noun"
        )
        problems.at(node, f"unknown unit {read.quote(name)} ({hint})")
    unit = None if guess is not None else read_unit(name)
    return unit, "" if unit else name


def _tolerance(node: Node | None, problems: Problems) -> float:
    """A share from 0 to 1, written `5%` or `0.05`."""
    written = read.text(node, "tolerance", problems)
    if node is None or written is None:
        return 0.0
    match = _SHARE.fullmatch(written)
    number = float(match[1].replace(",", ".")) if match else -1.0
    share = number / 100 if match and match[2] else number
    if not 0 <= share < 1:
        hint = f" (did you mean `{written}%`?)" if 1 <= share < 100 and match and not match[2] else ""
        problems.at(node, f"`tolerance` is a share such as 5% or 0.05, not {read.quote(written)}{hint}")
    return share
