"""What an answer becomes: one small edit of the registry.

yes  a phrase of the sentence goes into the claim's `match`
no   the sentence goes into the `not` of the claims
new  a claim is added
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial, reduce
from itertools import product
from types import MappingProxyType

from factcheck.errors import RegistryError
from factcheck.model import Registry
from factcheck.registry.edit import Fields, add_claim, add_text
from factcheck.registry.edit_file import Edited, edited, gained_claim, gained_texts, home

Edit = Callable[[str], str]


_NONE: Mapping[str, str] = MappingProxyType({})


def yes(registry: Registry, claim: str, *phrases: str, texts: Mapping[str, str] = _NONE) -> list[Edited]:
    """Add phrases to a claim; `texts` are read instead of the files of these names. Raises RegistryError
    where the file has no room for them, or one is another claim's, too."""
    for other in registry.claims:
        if other.id != claim and (theirs := [phrase for phrase in phrases if phrase in other.match]):
            raise RegistryError(f"“{theirs[0]}” is a phrase of `{other.id}`: write one that tells them apart")
    return _told(registry, [claim], "match", "match", phrases, texts)


def no(
    registry: Registry, claims: Collection[str], sentence: str, texts: Mapping[str, str] = _NONE
) -> list[Edited]:
    """Say of some claims that a sentence is not about them. Raises RegistryError."""
    return _told(registry, claims, "not", "unlike", [sentence], texts)


def new(registry: Registry, key: str, fields: Fields) -> list[Edited]:
    """Add a claim. Raises RegistryError where it would be wrong."""
    edits: Mapping[str, Edit] = {home(registry): lambda text: add_claim(text, key, fields)}
    return edited(registry, edits, gained_claim(key))


def _told(
    registry: Registry,
    keys: Collection[str],
    key: str,
    field: str,
    said: Sequence[str],
    texts: Mapping[str, str],
) -> list[Edited]:
    edits: dict[str, list[Edit]] = {}
    kinds = {claim.id: claim.kind for claim in registry.claims}
    for claim, text in product(keys, said):
        edit = partial(add_text, key=claim, field=key, said=text, kind=kinds.get(claim, "quantity"))
        edits.setdefault(home(registry, claim), []).append(edit)
    chained = {file: partial(_all, some) for file, some in edits.items()}
    return edited(registry, chained, gained_texts(keys, field, said), texts)


def _all(edits: Collection[Edit], text: str) -> str:
    return reduce(lambda done, edit: edit(done), edits, text)
