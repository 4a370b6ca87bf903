"""How far a change of the registry reaches: which articles can come to something else by it.

What an article comes to depends on everything in the registry but its claims' values, which are many and
change often, in one `scope`; and of the values on those alone that a `Checkup` tells of.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from factcheck.cache import Cache, program
from factcheck.codec import digest, shape
from factcheck.match.values import led_to
from factcheck.model import Registry
from factcheck.read.files import Excludes
from factcheck.registry.units import own_units
from factcheck.run.article import Checkup, ScanOptions

Values = Mapping[str, tuple[str, list[str]]]
"""By claim, what changes with its values, and what leads to it by them alone."""


@dataclass(frozen=True, slots=True)
class Change:
    """The claims whose values are others than they were, and what leads to those now but did not, or did and
    no longer does."""

    claims: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()

    def reaches(self, weighed: Collection[str], leads: Collection[str]) -> bool:
        """Whether an article may come to something else, of which a `Checkup` tells these."""
        return not (self.claims.isdisjoint(weighed) and self.leads.isdisjoint(leads))


def values(registry: Registry) -> Values:
    """The values of a registry's claims, as far as it takes to tell whether they have changed."""
    return {claim.id: (digest(claim.values), sorted(led_to(claim))) for claim in registry.claims}


def change(then: Values, now: Values) -> Change:
    """What has changed between the values of two registries of one scope."""
    claims = {claim for claim in then if then[claim][0] != now[claim][0]}
    turned = (set(then[claim][1]) ^ set(now[claim][1]) for claim in claims)
    return Change(frozenset(claims), frozenset().union(*turned))


def scope(registry: Registry, options: ScanOptions) -> str:
    """What changes with all that has a part in what is found in an article, but for the claims' values: the
    program, what was asked for, and the rest of the registry."""
    bare = tuple(replace(claim, values=()) for claim in registry.claims)
    asked = replace(options, jobs=1, excludes=Excludes(), cache=Cache(), stdin_name="-")
    units = tuple(sorted(own_units(registry.claims)))
    return digest(program(), shape(Checkup), repr(asked), bare, registry.sources, registry.language, units)
