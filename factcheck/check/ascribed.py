"""A figure that one source of its claim gave, ascribed to another, which gave a different one."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from factcheck.check.verdict import value_agrees
from factcheck.check.whose import akin, speakers
from factcheck.check.wording import brief
from factcheck.compare.series import first_day, spell
from factcheck.model import Claim, Mention, Source, Value


class Ascribed(NamedTuple):
    """Who is said to say so, a value of their own, and the sources whose value it is."""

    speaker: Source
    own: Value
    owners: frozenset[Source]

    @property
    def by(self) -> str:
        """Who is said to say so, shortly."""
        return brief(self.speaker)

    @property
    def of(self) -> str:
        """Whose the value is, shortly."""
        return " or ".join(sorted(set(map(brief, self.owners))))


def ascribed(mention: Mention, claim: Claim, day: str, clause: Set[Source] = frozenset()) -> Ascribed | None:
    """To whom a mention is ascribed, where that is a source of its claim with none of whose values, of
    whatever time, it agrees, while it agrees with another's from before the article's ISO day; else None.

    What the one had said by then it may have said again when the other spoke: both must have been current at
    one time. A figure in a `clause` that names nobody but the source whose it is, is ascribed to that."""
    who = mention.attribution
    if mention.kind not in ("quantity", "date") or who is None or who.status != "sourced":
        return None
    begun = [value for value in claim.values if _since(value) <= day]
    if len({value.source.name for value in begun if value.source}) < 2:
        return None
    agreeing = [value for value in claim.values if value_agrees(mention, value, claim.tolerance)]
    owners = frozenset(value.source for value in agreeing if value.source)
    if not owners or not all(value.source for value in agreeing) or (clause and clause <= owners):
        return None
    named = [source for source in speakers(who, claim) if not any(akin(source, owner) for owner in owners)]
    held = [value for value in agreeing if value in begun]
    own = [v for v in begun if v.source in named and any(_at_one_time(v, other, claim) for other in held)]
    if len({source.name for source in named}) != 1 or not own:
        return None
    return Ascribed(named[0], max(own, key=_since), owners)


def _since(value: Value) -> str:
    return first_day(value.as_of) if value.as_of else ""


def _at_one_time(one: Value, other: Value, claim: Claim) -> bool:
    (start, end), (low, high) = spell(claim, one), spell(claim, other)
    return start < high and low < end
