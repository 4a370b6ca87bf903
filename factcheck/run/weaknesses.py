"""All that makes a registry weak, but what its claims ignore."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.agree import agree
from factcheck.model import Registry, Report, Weakness
from factcheck.registry.check import weaknesses
from factcheck.run.timing import today
from factcheck.run.weak import in_use
from factcheck.run.weak_phrases import entries_of, misplaced, unbridged


def every_weakness(registry: Registry, report: Report | None = None) -> Iterator[Weakness]:
    """What an editor should mend in a registry, today; with a report on its articles (and near misses of all
    claims), what they show, too."""
    ignored = {(claim.id, name) for claim in registry.claims for name in claim.ignore}
    entries = entries_of(registry)
    every = [*weaknesses(registry, today(), agree), *misplaced(entries)]
    every += [*in_use(registry, report), *unbridged(entries, report)] if report else []
    return (one for one in every if (one.claim, one.name) not in ignored)
