"""claims.yaml to a Registry, or one error that holds everything that is wrong with the file."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import RegistryError
from factcheck.language.lexicon import languages
from factcheck.model import Claim, Registry
from factcheck.registry.claims import read_claim
from factcheck.registry.fields import choice, quote
from factcheck.registry.nodes import Mapping, Node, Place, Problems, Scalar, compose
from factcheck.registry.sources import Sources
from factcheck.registry.suggest import did_you_mean, nearest

KEYS = ("lang", "sources", "claims")
_EXAMPLE = 'claims: {ships: "Ships lost: 12 / 14"}'
_SHARED = "x-"  # top-level keys that begin so are a place for anchors


def load_registry(path: str | Path) -> Registry:
    """The registry in a file (contract, section 1).

    Raises RegistryError where it cannot be read, or with all that is wrong in it, a line each."""
    return parse_registry(source(path), str(path))


def source(path: str | Path) -> str:
    """The text of a registry's file, its byte order mark too. Raises RegistryError."""
    try:
        return Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise RegistryError(f"{path}: no such file: write one there, or name another registry") from None
    except UnicodeDecodeError as error:
        raise RegistryError(f"{path}:{_line_of(error)}: not UTF-8: save the file as UTF-8") from None
    except OSError as error:
        raise RegistryError(f"{path}: cannot be read: {error.strerror}") from None


def parse_registry(text: str, path: str) -> Registry:
    """The registry in a text; `path` names it in messages. Raises RegistryError, see `load_registry`."""
    problems = Problems()
    with _collector_paused():
        root = compose(text.removeprefix("\ufeff"), problems)
        registry = _registry(root, path, problems)
    if problems.found:
        raise RegistryError("\n".join(problems.lines(path)))
    return registry


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nodes make no cycles, and looking for some would double the time that a large registry takes."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _registry(root: Node | None, path: str, problems: Problems) -> Registry:
    """The registry of a file's root node; what is wrong is noted."""
    claims_node = _claims_node(root, problems)
    if claims_node is None:
        return Registry(path, ())
    assert isinstance(root, Mapping)
    sources = Sources(problems)
    sources.define(root.entries.get("sources"))
    lang = choice(root.entries.get("lang"), "lang", languages(), problems)
    read = (read_claim(key, claims_node, sources, problems, lang) for key in claims_node.entries)
    claims: tuple[Claim, ...] = tuple([claim for claim in read if claim])
    _check_parts(claims, claims_node, problems)
    return Registry(path, claims, sources.all(), lang)


def _check_parts(claims: Sequence[Claim], node: Mapping, problems: Problems) -> None:
    """Note each `part_of` that leads to no claim, or back to its own."""
    wholes = {claim.id: claim.part_of for claim in claims if claim.part_of}
    for part, whole in wholes.items():
        entry = node.entries[part]
        place = entry.entries["part_of"] if isinstance(entry, Mapping) else entry
        if whole not in node.entries:
            guess = nearest(whole, node.entries)
            meant = f" (did you mean `{guess}`?)" if guess else ""
            problems.at(place, f"`part_of` names no claim: {quote(whole)}{meant}")
        elif part in _chain(whole, wholes):
            problems.at(place, f"`part_of` goes round: {quote(part)} would be a part of itself")


def _chain(claim: str, wholes: Map[str, str]) -> Iterator[str]:
    """A claim, that of which it is a part, and so on, each once."""
    told: set[str] = set()
    while claim not in told:
        told.add(claim)
        yield claim
        claim = wholes.get(claim, claim)


def _claims_node(root: Node | None, problems: Problems) -> Mapping | None:
    """The `claims` section; what else stands at the top must be known."""
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
    node = root.entries.get("claims", root)
    if node is root or not isinstance(node, Mapping) or not node.entries:
        problems.at(
            node, f"no `claims`: {_EXAMPLE}" if node is root else f"`claims` must hold claims: {_EXAMPLE}"
        )
        return None
    return node


def _line_of(error: UnicodeDecodeError) -> str:
    """The line and column of the first byte that is not UTF-8."""
    before = error.object[: error.start].decode("utf-8", "replace")
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
