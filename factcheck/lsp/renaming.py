"""Another id for a claim: in the registry, the settings, the baseline and the articles' comments at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.errors import RegistryError
from factcheck.lsp.rooms import Room
from factcheck.registry.edit import rename, rename_whole
from factcheck.registry.edit_file import Edited, edited_near, home, renamed
from factcheck.show.renaming import in_articles, in_baseline, in_settings


def renaming(room: Room, old: str, new: str, files: list[str], texts: Mapping[str, str]) -> list[Edited]:
    """The edits by which the claim `old` is called `new`; `files` are the articles.

    Raises FactcheckError where the registry would be wrong, or a place would have to be mended by hand."""
    registry, settings = room.registry, room.settings
    if room.error:
        raise RegistryError(f"mend the registry first: {room.error.splitlines()[0]}")
    own = [claim.id for claim in registry.claims if claim.part_of == old]
    parts = [home(registry, part) for part in own]
    changes: dict[str, Callable[[str], str]] = dict.fromkeys(parts, lambda text: rename_whole(text, old, new))
    changes[home(registry, old)] = lambda text: rename(text, old, new)
    edits = edited_near(room.loaded, changes, renamed(old, new), [old, *own], texts)
    found = [
        in_settings(settings.file, old, new, texts) if settings.file else None,
        in_baseline(room.baseline, old, new),
        *in_articles(files, settings.options.excludes, old, new, texts),
    ]
    if by_hand := [place for place in found if isinstance(place, str)]:
        raise RegistryError(f"{', '.join(by_hand)}: names `{old}` where it must be mended by hand first")
    return [*edits, *(one for one in found if isinstance(one, Edited))]
