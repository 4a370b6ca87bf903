"""The `dates.moments` section of a lexicon, folded and laid out for look-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from factcheck.extract.page import Phrase, phrase, phrases
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import fold

Kind = Literal[
    "ago",
    "earlier",
    "later",
    "last",
    "previous",
    "so_far",
    "start",
    "weekday",
    "last_weekday",
    "season",
    "once",
    "since",
]
Role = Literal["adverb", "edge", "count"]
COUNTED: tuple[Kind, ...] = ("ago", "earlier", "later")
SINGLE: tuple[Kind, ...] = ("last", "previous", "so_far", "start")


@dataclass(frozen=True, slots=True)
class Told:
    """What a phrase tells: `count` units back ("ago", "earlier"), a season (its `unit`), …

    As an "adverb" it may stand anywhere, but for the adverbs that need a clause's "edge"; a "count" is a
    noun: "a first estimate"."""

    kind: Kind
    unit: str = "day"
    count: int = 1
    role: Role = "adverb"


class MomentWords(NamedTuple):
    """What the reader of moments knows of a language. `before` and `after` tell by the words that stand
    there what a unit of time is, `counted_…` what a number of them is; `sets` are plain word lists."""

    units: Mapping[str, str]
    singular: frozenset[str]
    weekdays: Mapping[str, int]
    counts: Mapping[Phrase, int]
    numbers: frozenset[str]
    counted_before: Mapping[Phrase, Kind]
    counted_after: Mapping[Phrase, Kind]
    before: Mapping[Phrase, Kind]
    after: Mapping[Phrase, Kind]
    hedges: Mapping[Phrase, str]
    not_before: Mapping[Phrase, str]
    phrases: Mapping[Phrase, Told]
    sets: Mapping[str, frozenset[str]]
    triggers: frozenset[str]


_SETS = (
    "edged",
    "weekday_cues",
    "weekday_not_after",
    "weekday_not_before",
    "once_not_after",
    "once_not_before",
    "determiners",
    "reported",
)


def moment_words(lexicon: Lexicon) -> MomentWords:
    """Lay out the moments of a language. Raises LexiconError where its file lacks a key."""
    singular = _names(lexicon, "one")
    units = singular | _names(lexicon, "many")
    weekdays = {fold(name): day for day, name in enumerate(lexicon.words("dates.weekdays"))}
    counts, told = _counts(lexicon), dict(_told(lexicon))
    return MomentWords(
        units=units,
        singular=frozenset(singular),
        weekdays=weekdays,
        counts=counts,
        numbers=frozenset(word for words in counts for word in words)
        | frozenset(map(fold, lexicon.numbers("figures.scales"))),
        counted_before=_kinds(lexicon, COUNTED, "before"),
        counted_after=_kinds(lexicon, COUNTED, "after"),
        before=_kinds(lexicon, SINGLE, "before"),
        after=_kinds(lexicon, SINGLE, "after"),
        hedges=phrases(lexicon, "dates.moments.hedges"),
        not_before=phrases(lexicon, "dates.moments.not_before"),
        phrases=told,
        sets={key: frozenset(map(fold, lexicon.words(f"dates.moments.{key}"))) for key in _SETS},
        triggers=frozenset((*units, *weekdays, *(words[-1] for words in told))),
    )


def _names(lexicon: Lexicon, key: str) -> dict[str, str]:
    lists = lexicon.lists(f"dates.moments.{key}")
    return {fold(name): unit for unit, names in lists.items() for name in names}


def _kinds(lexicon: Lexicon, kinds: tuple[Kind, ...], side: str) -> dict[Phrase, Kind]:
    return {phrase(text): kind for kind in kinds for text in lexicon.words(f"dates.moments.{kind}.{side}")}


def _told(lexicon: Lexicon) -> Iterator[tuple[Phrase, Told]]:
    days: tuple[tuple[str, Kind], ...] = (
        ("days_ago", "ago"),
        ("days_earlier", "earlier"),
        ("days_later", "later"),
    )
    for key, kind in days:
        for count, texts in lexicon.lists(f"dates.moments.{key}").items():
            yield from ((phrase(text), Told(kind, count=int(count))) for text in texts)
    for season, texts in lexicon.lists("dates.moments.seasons").items():
        yield from ((phrase(text), Told("season", season)) for text in texts)
    yield from ((phrase(text), Told("since", "year")) for text in lexicon.words("dates.moments.since_then"))
    yield from ((phrase(text), Told("once")) for text in lexicon.words("dates.moments.once"))
    loose = lexicon.words("dates.moments.once_at_edge")
    yield from ((phrase(text), Told("once", role="edge")) for text in loose)


def _counts(lexicon: Lexicon) -> dict[Phrase, int]:
    """The numbers in words below a hundred, those composed of a ten and what adds to it too."""
    known = {phrase(text): int(value) for text, value in lexicon.numbers("figures.numbers").items()}
    known |= {phrase(text): 1 for text in lexicon.words("figures.articles")}
    tens = [(words, value) for words, value in known.items() if value >= 20 and value % 10 == 0]
    joins = ((), *(phrase(text) for text in lexicon.words("figures.joins.tens")))
    composed = {
        (*ten, *join, *unit): high + low
        for ten, high in tens
        for join in joins
        for unit, low in known.items()
        if 0 < low < 20
    }
    return {words: value for words, value in (composed | known).items() if 0 < value < 100}
