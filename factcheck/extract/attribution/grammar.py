"""What a language's lexicon says of attribution, made ready for look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.extract.attribution.marks import Lists
from factcheck.extract.attribution.sources import SourceIndex
from factcheck.language.lexicon import Lexicon
from factcheck.model import Source

_PARADIGMS = ("saying", "clausal", "counting")
_ENDINGS = ("active", "participle", "abstract", "hearsay", "infinitive", "adverb")
_APART = ("hearsay_exceptions", "governments", *(f"{kind}_endings" for kind in _ENDINGS))
"""Lists that are no phrases to be found in a text."""
_FEW = 4
"""A word for more counts like a figure; for fewer it is an article: `two experts`."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's words of attribution, and the registry's sources."""

    lists: Lists
    index: SourceIndex
    endings: Mapping[str, tuple[str, ...]]
    hearsay_exceptions: frozenset[str]
    pro_drop: bool

    def hypothetical(self, word: str) -> bool:
        """Whether a word, accents and all, is a verb form that means hearsay (`auraient`)."""
        form = word.lower()
        return form.endswith(self.endings["hearsay"]) and form not in self.hearsay_exceptions


def grammar(lexicon: Lexicon, sources: Iterable[Source]) -> Grammar:
    """Make a language's grammar ready. Raises LexiconError where its file lacks a list."""
    section = lexicon.get("attribution")
    plain = (kind for kind, node in section.items() if kind not in _APART and not isinstance(node, Mapping))
    lists = {kind: lexicon.words(f"attribution.{kind}") for kind in plain}
    lists["months"] = tuple(name for names in lexicon.lists("dates.months").values() for name in names)
    spelled = lexicon.numbers("figures.numbers")
    lists["numerals"] = tuple(word for word, value in spelled.items() if value > _FEW)
    paradigms = lexicon.lists("attribution.paradigms")
    for kind in _PARADIGMS:
        lists[kind] = tuple(_forms(lexicon.lists(f"attribution.{kind}"), paradigms))
    standing = tuple(f"… {word}" for word in lists["standing"])
    lists["putting"] = tuple(phrase for phrase in lists["placing"] if phrase.endswith(standing))
    endings = {kind: lexicon.words(f"attribution.{kind}_endings") for kind in _ENDINGS}
    return Grammar(
        Lists(lists),
        SourceIndex(
            sources,
            str(lexicon.get("stemmer")),
            tuple(lexicon.lines("countries").values()),
            lexicon.words("attribution.governments"),
        ),
        endings,
        frozenset(lexicon.words("attribution.hearsay_exceptions")),
        bool(lists["understood"]),
    )


def _forms(verbs: Mapping[str, Iterable[str]], paradigms: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every form of a list of verbs: each stem with each ending of its paradigm."""
    for paradigm, stems in verbs.items():
        for stem in stems:
            yield from (stem + ending for ending in paradigms[paradigm])
