"""What a rule may look at besides the mentions: their claims, their articles' days and ignores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.model import Claim, Holder, Ignore, Mention, Sum


class Checked(NamedTuple):
    """The registry's claims by id, each article's ISO day by its path, all ignores in the articles, the
    mentions that are not surely about their claim, what of the articles does not add up, what is told of them
    in an order in which it can't have been, and who is named beside an office."""

    claims: Mapping[str, Claim]
    days: Mapping[str, str]
    ignores: Sequence[Ignore] = ()
    possible: Sequence[Mention] = ()
    sums: Sequence[Sum] = ()
    orders: Sequence[Sum] = ()
    holders: Sequence[Holder] = ()

    def of(self, mention: Mention) -> tuple[Claim, str]:
        """A mention's claim and its article's day."""
        return self.claims[mention.claim or ""], self.days[mention.path]
