"""An edit of a registry's file: first held against the loader, then written whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factcheck.errors import FactcheckError, RegistryError
from factcheck.model import Claim, Registry
from factcheck.registry.edit_near import near, registry_after
from factcheck.registry.edit_parts import RefusedError
from factcheck.registry.fields import quote
from factcheck.registry.include import source
from factcheck.registry.load import Loaded, load_registry
from factcheck.registry.suggest import perhaps
from factcheck.whole import CHANGED, replace_whole

Edit = Callable[[str], str]
Means = Callable[[Registry, Registry], bool]
"""Whether the registry after an edit is what the one before it should have become."""
_NONE: Map[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Edited:
    """A file's text before an edit and after it, line ends and byte order mark as they are."""

    path: Path
    before: str
    after: str

    def write(self) -> None:
        """Put the new text in the file's place. Raises FactcheckError where the file is no longer as it was
        read, OSError where it cannot be written."""
        before, after = (text.encode("utf-8", "surrogateescape") for text in (self.before, self.after))
        replace_whole(self.path, after, before)


def edited_near(
    loaded: Loaded, edits: Map[str, Edit], means: Means, keys: Sequence[str], texts: Map[str, str] = _NONE
) -> list[Edited]:
    """What `edited` says, for edits of the claims `keys` (none: of the end) in a registry just loaded: where
    the lines around them stand for themselves, only these are read anew."""
    pages = [page for page in loaded.pages if page.path in edits and not page.table]
    found = [one for page in pages if (one := near(page, keys, edits[page.path]))]
    done = [Edited(Path(one.page.path), _source(one.page.path, texts), one.text) for one in found]
    new = registry_after(found, loaded) if len(found) == len(edits) else None
    as_loaded = all(one.before == near.page.text for one, near in zip(done, found, strict=True))
    if new is None or not as_loaded or not means(loaded.registry, new):
        return edited(loaded.registry, edits, means, texts)
    return done


def edited(
    registry: Registry, edits: Map[str, Edit], means: Means, texts: Map[str, str] = _NONE
) -> list[Edited]:
    """What edits make of some of a registry's files; nothing is written. `texts` are read instead of the
    files of these names.

    Raises RegistryError where the loader refuses what comes of them, where a file's style has no room for
    one, or where they would not be read as they are meant; FactcheckError where the registry is no longer
    what was loaded."""
    done = [_edited(file, edit, texts) for file, edit in edits.items()]
    after = {str(one.path): one.after for one in done}
    try:
        new = load_registry(registry.path, {**texts, **after})
    except RegistryError as error:
        raise RegistryError(
            f"{error}\n{registry.path}: is as it was, for this would be wrong with it"
        ) from None
    if not means(registry, new):
        if load_registry(registry.path, dict(texts)) != registry:
            raise FactcheckError(f"{', '.join(edits)}: {CHANGED}")
        raise RegistryError(f"{', '.join(edits)}: would not be read as it is meant: write this by hand")
    return done


def _edited(file: str, edit: Edit, texts: Map[str, str]) -> Edited:
    before = _source(file, texts)
    text = before.removeprefix("\ufeff")
    try:
        return Edited(Path(file), before, before[: len(before) - len(text)] + edit(text))
    except RefusedError as refused:
        raise refused.told(text, file) from None


def _source(file: str, texts: Map[str, str]) -> str:
    return texts[file] if file in texts else source(file)


def home(registry: Registry, key: str = "") -> str:
    """The file that a claim stands in; without a claim, the one in which a new one would.

    Raises RegistryError where there is no such claim, or where it is a table's row."""
    by_hand = [claim for claim in registry.claims if claim.path not in registry.tables]
    own = [claim for claim in by_hand if not claim.path] or by_hand
    claims = [claim for claim in registry.claims if claim.id == key] if key else own[-1:]
    if not key and not claims:
        raise RegistryError(f"{registry.path}: every claim is a table's row: edit the CSV, or write `claims`")
    if not claims:
        meant = perhaps(key, _ids(registry))
        raise RegistryError(f"{registry.path}: no claim is called {quote(key)}{meant}")
    if claims[0].path in registry.tables:
        place = f"{claims[0].path}:{claims[0].line}"
        raise RegistryError(f"{quote(key)} is a table's row: edit the CSV: {place}")
    return claims[0].path or registry.path


def gained_claim(key: str) -> Means:
    """That the claims are as they were, but for a new one."""
    return gained_claims([key])


def gained_claims(keys: Sequence[str]) -> Means:
    """That the claims are as they were, but for some new ones."""
    return lambda old, new: (
        _without(new, *keys) == _without(old) and all(_count(new, key) == 1 for key in keys)
    )


def lost_claim(key: str) -> Means:
    """That the claims are as they were, but for one that is gone."""
    return lambda old, new: _without(new) == _without(old, key)


def renamed(before: str, after: str) -> Means:
    """That the claims are as they were, but for one's id."""
    return lambda old, new: _without(new) == [_called(claim, before, after) for claim in _without(old)]


def gained_value(key: str, text: str, **fields: Any) -> Means:
    """That a claim has one more value, with this text and these fields, and all else is as it was."""

    def means(old: Registry, new: Registry) -> bool:
        if _without(new, key) != _without(old, key) or _ids(new) != _ids(old):
            return False
        [one], [other] = ([claim for claim in _without(side) if claim.id == key] for side in (old, new))
        more = list((Counter(other.values) - Counter(one.values)).elements())
        told = [(value.text, {name: getattr(value, name) for name in fields}) for value in more]
        kept = replace(other, values=one.values) == one and len(other.values) == len(one.values) + 1
        return kept and told == [(text or one.rating, fields)]

    return means


def gained_texts(keys: Collection[str], field: str, said: Sequence[str]) -> Means:
    """That some claims have some more texts, their last, in a field (`match`, `unlike`), and all else is as
    it was."""

    def told(claim: Claim) -> Claim:
        more: dict[str, Any] = {field: (*getattr(claim, field), *said)}
        return replace(claim, **more) if claim.id in keys else claim

    return lambda old, new: _without(new) == [told(claim) for claim in _without(old)]


def lost_text(key: str, field: str, said: str) -> Means:
    """That a claim has a text no more in a field (`match`, `unlike`), and all else is as it was."""

    def told(claim: Claim) -> Claim:
        kept = tuple(text for text in getattr(claim, field) if text != said)
        more: dict[str, Any] = {field: kept}
        return replace(claim, **more) if claim.id == key else claim

    return lambda old, new: _without(new) == [told(claim) for claim in _without(old)]


def closed_values(key: str, until: str, which: Collection[int]) -> Means:
    """That some of a claim's values, told by their places, now have an end, and all else is as it was."""

    def ended(claim: Claim) -> Claim:
        values = enumerate(claim.values)
        now = tuple(replace(value, until=until) if at in which else value for at, value in values)
        return replace(claim, values=now) if claim.id == key else claim

    return lambda old, new: _without(new) == [ended(claim) for claim in _without(old)]


def _ids(registry: Registry) -> list[str]:
    return [claim.id for claim in registry.claims]


def _count(registry: Registry, key: str) -> int:
    return _ids(registry).count(key)


def _without(registry: Registry, *keys: str) -> list[Claim]:
    """The claims but for some."""
    return [claim for claim in registry.claims if claim.id not in keys]


def _called(claim: Claim, before: str, after: str) -> Claim:
    own = after if claim.id == before else claim.id
    return replace(claim, id=own, part_of=after if claim.part_of == before else claim.part_of)
