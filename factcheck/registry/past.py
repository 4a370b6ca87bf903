"""A claim as an earlier text of its file has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.collector import collector_paused
from factcheck.model import Claim
from factcheck.registry.claims import read_claim
from factcheck.registry.include import Page, included
from factcheck.registry.load import language
from factcheck.registry.nodes import Mapping, Problems, compose
from factcheck.registry.sources import Sources
from factcheck.registry.tables import tables_of

Reader = Callable[[str, str], Claim | None]
"""What finds the claim under a key in a text; None where there is none, or none that can be read."""


def claim_in(text: str, key: str) -> Claim | None:
    """The claim under a key in the text of a registry's file, whatever else is wrong there."""
    problems = Problems()
    with collector_paused():
        page = Page("", compose(text.removeprefix("\ufeff"), problems), problems, first=True)
        return _claim(key, page, [page])


def rows_in(registry: str, path: str) -> Reader:
    """What finds a claim in a text of the CSV file at `path`, by the templates that a registry has today."""
    pages = list(included(registry, {}))

    def claim(text: str, key: str) -> Claim | None:
        made = (table for page in pages for table in tables_of(page, path, text.removeprefix("\ufeff"), key))
        return next((found for table in made if (found := _claim(key, table, pages))), None)

    return claim


def _claim(key: str, page: Page, pages: Sequence[Page]) -> Claim | None:
    """The claim of a page, with the sources of all."""
    claims = page.section("claims")
    if not isinstance(claims, Mapping) or key not in claims.entries:
        return None
    sources = Sources(Problems())
    for one in pages:
        sources.define(one.section("sources"), "")
    return read_claim(key, claims, sources, page.problems, language(page))
