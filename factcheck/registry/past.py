"""A claim as an earlier text of its file has it."""

from __future__ import annotations

from factcheck.collector import collector_paused
from factcheck.model import Claim
from factcheck.registry.claims import read_claim
from factcheck.registry.nodes import Mapping, Problems, Scalar, compose
from factcheck.registry.sources import Sources


def claim_in(text: str, key: str) -> Claim | None:
    """The claim under a key in the text of a registry's file, whatever else is wrong there; None where there
    is none, or none that can be read."""
    problems = Problems()
    with collector_paused():
        root = compose(text.removeprefix("\ufeff"), problems)
        claims = root.entries.get("claims") if isinstance(root, Mapping) else None
        if not isinstance(root, Mapping) or not isinstance(claims, Mapping) or key not in claims.entries:
            return None
        sources = Sources(problems)
        sources.define(root.entries.get("sources"), "")
        language = root.entries.get("lang")
        return read_claim(
            key, claims, sources, problems, language.text if isinstance(language, Scalar) else None
        )
