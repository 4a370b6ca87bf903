"""What a rule may look at besides the mentions: their claims and their articles' days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Claim, Mention


@dataclass(frozen=True, slots=True)
class Checked:
    """The registry's claims by id, and each article's ISO day by its path."""

    claims: Mapping[str, Claim]
    days: Mapping[str, str]

    def of(self, mention: Mention) -> tuple[Claim, str]:
        """A mention's claim and its article's day."""
        return self.claims[mention.claim or ""], self.days[mention.path]
