"""The rules' pages, as files that an editor can open: they have no address on the web."""

from __future__ import annotations

from functools import lru_cache

from factcheck.cache import Cache
from factcheck.check.rules import page
from factcheck.whole import replace_whole


@lru_cache(64)
def address(rule: str, cache: Cache) -> str | None:
    """Where a rule's page can be read: a file in the user's cache folder, which is written where it is not
    there or another version's. None where nothing is kept."""
    place = cache.place(f"rule-{rule}.txt")
    if place is None:
        return None
    said = page(rule).encode()
    try:
        if not place.is_file() or place.read_bytes() != said:
            replace_whole(place, said)
    except OSError:
        return None
    return place.as_uri()
