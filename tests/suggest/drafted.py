"""Articles of a test, read for the facts in them and drafted from."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Registry
from factcheck.read.article import read_article
from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions, Tools
from factcheck.suggest.drafts import Draft, drafts
from factcheck.suggest.facts import Fact, Said
from factcheck.suggest.gather import NOTHING, facts

HARBOUR = {
    "en-1.md": "---\ndate: 2025-03-03\nlang: en\n---\nThe port authority says that 41,000 containers were "
    "unloaded in Ulmstead harbour in February. The mayor, aged 52, has three dogs.\n",
    "en-2.md": "---\ndate: 2025-03-09\nlang: en\n---\nSome 47,500 containers were unloaded in Ulmstead "
    "harbour in February. A strike cost the town 12 million euros.\n",
    "fr-1.md": "---\ndate: 2025-03-20\nlang: fr\n---\nSelon l'autorité portuaire, 41 000 conteneurs ont été "
    "déchargés dans le port d'Ulmstead en février. La grève a coûté 12 millions d'euros à la ville.\n",
}
"""Three articles: a count that one of them gives otherwise, a cost in two languages, what stands but once."""


def told(texts: Mapping[str, str], registry: Registry = NOTHING) -> list[Said]:
    """What articles given by name and text say."""
    tools = Tools(registry, ScanOptions())
    return [fact for name, text in texts.items() for fact in facts(read_article(name, text.encode()), tools)]


def read(texts: Mapping[str, str]) -> list[Fact]:
    """The figures of articles given by name and text."""
    return [fact for fact in told(texts) if isinstance(fact, Fact)]


def drafted(texts: Mapping[str, str], registry: str = "", *, once: bool = False) -> tuple[Draft, ...]:
    """The drafts that articles give beside a registry."""
    known = parse_registry(registry, "claims.yaml") if registry else NOTHING
    return drafts(told(texts, known), known.claims, once=once)
