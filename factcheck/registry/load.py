"""claims.yaml to a Registry, or one error that holds everything that is wrong with the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.collector import collector_paused
from factcheck.errors import RegistryError
from factcheck.language.lexicon import languages
from factcheck.model import Claim, Registry
from factcheck.registry.claims import read_claim
from factcheck.registry.fields import choice, quote
from factcheck.registry.include import Page, included
from factcheck.registry.nodes import Mapping, Place, Problems, Scalar
from factcheck.registry.sources import Sources
from factcheck.registry.suggest import did_you_mean, perhaps
from factcheck.registry.tables import Room, tables

KEYS = ("lang", "include", "sources", "tables", "claims")
_EXAMPLE = 'claims: {ships: "Ships lost: 12 / 14"}'
_SHARED = "x-"  # top-level keys that begin so are a place for anchors


@dataclass(frozen=True, slots=True)
class Loaded:
    """A registry, the files that it is made of, and its sources as they were found."""

    registry: Registry
    pages: Sequence[Page]
    sources: Sources


def load(path: str | Path, texts: Map[str, str] | None = None) -> Loaded:
    """The registry in a file or a folder, and in what it includes (contract, section 1), with what it is made
    of. `texts` are read instead of the files of these names.

    Raises RegistryError where it cannot be read, or with all that is wrong in it, a line each."""
    with collector_paused():
        files = included(str(path), texts or {})
        room = Room()
        pages = [page for file in files for page in (file, *tables(file, room))]
        sources = Sources(Problems())
        registry = _registry(str(path), pages, sources)
    found = [line for page in pages for line in page.problems.lines(page.path)]
    if found:
        raise RegistryError("\n".join(found))
    return Loaded(registry, pages, sources)


def load_registry(path: str | Path, texts: Map[str, str] | None = None) -> Registry:
    """The registry alone; see `load`."""
    return load(path, texts).registry


def parse_registry(text: str, path: str) -> Registry:
    """The registry in a text; `path` names it in messages. Raises RegistryError, see `load_registry`."""
    return load_registry(path, {path: text})


def _registry(path: str, pages: Sequence[Page], sources: Sources) -> Registry:
    """The registry that files make together; what is wrong is noted in each."""
    nodes = [_claims_node(page, alone=len(pages) == 1 and not page.section("tables")) for page in pages]
    for page in pages:
        sources.problems = page.problems
        sources.define(page.section("sources"), page.path)
    written = [language(page) for page in pages]
    claims = [
        claim
        for page, node, code in zip(pages, nodes, written, strict=True)
        if node
        for claim in read_claims(page, node, sources, code)
    ]
    sections = [(page, node) for page, node in zip(pages, nodes, strict=True) if node]
    if not sections and not any(page.problems.found for page in pages):
        first = pages[0]
        first.problems.at(first.root or Place(), f"no `claims` in any of the files: {_EXAMPLE}")
    _check_ids(sections)
    _check_parts(claims, sections)
    files = tuple(dict.fromkeys(page.path for page in pages))
    rows = frozenset(page.path for page in pages if page.table)
    return Registry(path, tuple(claims), sources.all(), written[0], files, rows)


def language(page: Page) -> str | None:
    """The language in which a file writes what is ambiguous, where it tells."""
    return choice(page.section("lang"), "lang", languages(), page.problems)


def read_claims(page: Page, node: Mapping, sources: Sources, language: str | None) -> Iterator[Claim]:
    """The claims of a file, or of a part of it."""
    sources.problems = page.problems
    for key in node.entries:
        claim = read_claim(key, node, sources, page.problems, language)
        if claim:
            yield claim if page.first else replace(claim, path=page.path)


def _check_ids(sections: Sequence[tuple[Page, Mapping]]) -> None:
    """Note each id that another file has, too, with both places."""
    there: dict[str, str] = {}
    for page, node in sections:
        for key in node.entries if len(sections) > 1 else ():
            place = node.key(key)
            if key in there:
                page.problems.at(place, f"duplicate id {quote(key)} (first in {there[key]})")
            there.setdefault(key, f"{page.path}:{place.mark.line + 1}")


def _check_parts(claims: Sequence[Claim], sections: Sequence[tuple[Page, Mapping]]) -> None:
    """Note each `part_of` that leads to no claim, or back to its own."""
    wholes = {claim.id: claim.part_of for claim in claims if claim.part_of}
    if not wholes:
        return
    ids = {key for _, node in sections for key in node.entries}
    for page, node in sections:
        for part in node.entries.keys() & wholes.keys():
            entry, whole = node.entries[part], wholes[part]
            place = entry.entries["part_of"] if isinstance(entry, Mapping) else entry
            if whole not in ids:
                page.problems.at(place, f"`part_of` names no claim: {quote(whole)}{perhaps(whole, ids)}")
            elif part in line_of_wholes(whole, wholes):
                page.problems.at(place, f"`part_of` goes round: {quote(part)} would be a part of itself")


def line_of_wholes(claim: str, wholes: Map[str, str]) -> Iterator[str]:
    """A claim, that of which it is a part, and so on, each once."""
    told: set[str] = set()
    while claim not in told:
        told.add(claim)
        yield claim
        claim = wholes.get(claim, claim)


def _claims_node(page: Page, alone: bool) -> Mapping | None:
    """The `claims` section of a file; what else stands at the top must be known. A file that is not `alone`
    may go without."""
    root, problems = page.root, page.problems
    if root is None or (isinstance(root, Scalar) and root.empty):
        if not problems.found:
            problems.at(Place(), f"the file is empty: {_EXAMPLE}")
        return None
    if not isinstance(root, Mapping):
        problems.at(root, f"a registry is a mapping of sources and claims: {_EXAMPLE}")
        return None
    for key in root.entries:
        if key not in KEYS and not key.startswith(_SHARED):
            problems.at(root.key(key), f"unknown key {quote(key)}{did_you_mean(key, KEYS)}")
    node = root.entries.get("claims")
    if isinstance(node, Mapping) and node.entries:
        return node
    if node is not None:
        problems.at(node, f"`claims` must hold claims: {_EXAMPLE}")
    elif alone:
        problems.at(root, f"no `claims`: {_EXAMPLE}")
    return None
