"""Whether a text looks ahead: then its dates may be still to come."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from factcheck.extract.dates.datewords import DateWords
from factcheck.extract.page import Page

SENTENCE = 30
"""How many words to either side at most a word or a verb that looks ahead is looked for."""


def looks_ahead(
    page: Page, known: DateWords, where: Iterable[int], but: AbstractSet[str] = frozenset()
) -> bool:
    """Whether one of the words at the indices `where` looks ahead, by itself or by its future tense.

    The words of `but` do not count."""
    return any(_ahead(page, i, known) for i in where if page.words.folded[i] not in but)


def _ahead(page: Page, i: int, known: DateWords) -> bool:
    """Whether word i looks ahead. A tense is told with its accents: `cerrará`, not `cámara`."""
    word = page.words.folded[i]
    if word in known.sets["future"]:
        return True
    written = page.prose[page.words.starts[i] : page.words.ends[i]].lower()
    tense = known.future_suffixes and written.endswith(known.future_suffixes)
    return bool(tense) and len(word) > 4 and word not in known.sets["not_future"]
