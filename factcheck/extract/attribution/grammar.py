"""What a language's lexicon says of attribution, made ready for look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.extract.attribution.marks import Line, Lists
from factcheck.extract.attribution.sources import SourceIndex
from factcheck.language.lexicon import Lexicon
from factcheck.model import Source

_PARADIGMS = ("saying", "clausal", "counting")
_ENDINGS = ("active", "participle", "abstract", "hearsay", "infinitive", "adverb")
_PLAIN = (
    *("prepositions", "by", "cited", "complementizers", "contrasts", "boundaries", "relatives", "conditions"),
    *("restatements", "auxiliaries", "be", "audience", "particles", "possessive", "possessives", "havers"),
    *("tails", "calendar", "definite", "indefinite", "nobody", "pronouns", "impersonal", "impersonal_verbs"),
    *("anaphors", "people", "offices", "bodies", "plural_bodies", "accounts", "criteria", "hearsay"),
    *("placing", "telling", "idioms", "reflexives", "coordinators", "totals"),
    *("asides", "contractions", "affiliations", "scholars", "out_of", "views"),
    *(
        "back_references",
        "origins",
        "confirmations",
        "labels",
        "headers",
        "desk",
        "interjected",
        "partitives",
    ),
    *(
        "expecting",
        "giving",
        "seats",
        "reaching",
        "plans",
        "putting_out",
        "percents",
        "values",
        "ledgers",
        "own",
        "places",
    ),
    *("restrictive", "stand_ins", "plural_articles"),
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's words of attribution, and the registry's sources."""

    lists: Lists
    index: SourceIndex
    active_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    abstract_endings: tuple[str, ...]
    hearsay_endings: tuple[str, ...]
    infinitive_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    hearsay_exceptions: frozenset[str]

    def hypothetical(self, word: str) -> bool:
        """Whether a word, accents and all, is a verb form that means hearsay (`auraient`)."""
        form = word.lower()
        return form.endswith(self.hearsay_endings) and form not in self.hearsay_exceptions

    def hidden(self, line: Line, first: int, last: int) -> bool:
        """Whether a preposition of source itself names nobody (`de source policière`)."""
        return any(line.has(k, "people") for k in range(first, last))


def grammar(lexicon: Lexicon, sources: Iterable[Source]) -> Grammar:
    """Make a language's grammar ready. Raises LexiconError where its file lacks a list."""
    lists = {kind: lexicon.words(f"attribution.{kind}") for kind in _PLAIN}
    lists["months"] = tuple(name for names in lexicon.lists("dates.months").values() for name in names)
    paradigms = lexicon.lists("attribution.paradigms")
    for kind in _PARADIGMS:
        lists[kind] = tuple(_forms(lexicon.lists(f"attribution.{kind}"), paradigms))
    active, participle, abstract, hearsay, infinitive, adverb = (
        lexicon.words(f"attribution.{kind}_endings") for kind in _ENDINGS
    )
    return Grammar(
        Lists(lists),
        SourceIndex(sources, str(lexicon.get("stemmer"))),
        active_endings=active,
        participle_endings=participle,
        abstract_endings=abstract,
        hearsay_endings=hearsay,
        infinitive_endings=infinitive,
        adverb_endings=adverb,
        hearsay_exceptions=frozenset(lexicon.words("attribution.hearsay_exceptions")),
    )


def _forms(verbs: Mapping[str, Iterable[str]], paradigms: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every form of a list of verbs: each stem with each ending of its paradigm."""
    for paradigm, stems in verbs.items():
        for stem in stems:
            yield from (stem + ending for ending in paradigms[paradigm])
