"""The `dates` section of a lexicon, folded and laid out for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.extract.dates.days import Lean
from factcheck.extract.page import Phrase, phrase, phrases
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import fold

YEARS: Mapping[str, int] = {str(year): year for year in range(1700, 2101)}
SHORT_YEARS: Mapping[str, int] = {
    f"{year % 100:02}": year for years in (range(1970, 2000), range(2000, 2040)) for year in years
}
"""Years of two digits ("'24"); of those between, nobody says which century is meant."""

_SETS = (
    "homonyms",
    "homonym_verbs",
    "after_days",
    "dotted",
    "links",
    "of",
    "weekdays",
    "connectors",
    "month_only",
    "adjectival",
    "plural_years",
    "counts",
    "places",
    "durations",
    "season_before",
    "not_future",
    "past",
    "not_past",
    "breaks",
    "spans",
)


class DateWords(NamedTuple):
    """What the date reader knows of a language. `sets` are the plain word lists, by their key."""

    months: Mapping[str, int]
    days: Mapping[str, int]
    day_words: Mapping[Phrase, int]
    seasons: Mapping[str, str]
    relative: Mapping[Phrase, str]
    firm: Mapping[Phrase, str]
    year_firm: Mapping[Phrase, str]
    loose: Mapping[Phrase, str]
    parts: Mapping[Phrase, str]
    since: Mapping[Phrase, str]
    until: Mapping[Phrase, str]
    earlier: Mapping[Phrase, str]
    gone: Mapping[Phrase, str]
    lean_before: Mapping[str, Lean]
    lean_after: Mapping[str, Lean]
    sets: Mapping[str, frozenset[str]]
    closed: frozenset[str]
    future: Mapping[Phrase, str]
    future_suffixes: tuple[str, ...]
    perfect: Mapping[Phrase, str]
    past_suffixes: tuple[str, ...]
    perfect_endings: tuple[str, ...]
    determiners: frozenset[str]
    leads: frozenset[str]
    leading: Mapping[Phrase, str]
    day_first: bool
    capitals: bool

    def triggers(self) -> frozenset[str]:
        """The words at which a date may be found."""
        relative = (phrase[0] for phrase in self.relative)
        return frozenset((*self.months, *YEARS, *SHORT_YEARS, *self.seasons, *relative))


def date_words(lexicon: Lexicon) -> DateWords:
    """Lay out the dates of a language. Raises LexiconError where its file lacks a key."""
    firm = phrases(lexicon, "dates.firm")
    months = lexicon.lists("dates.months")
    leading = firm | phrases(lexicon, "dates.loose") | phrases(lexicon, "dates.moments.weekday_cues")
    return DateWords(
        months={fold(name): int(number) for number, names in months.items() for name in names},
        days=_days(lexicon),
        day_words={phrase(text): int(day) for text, day in lexicon.numbers("dates.day_words").items()},
        seasons={words[0]: season for words, season in _named(lexicon, "seasons").items()},
        relative={phrase(text): offset for text, offset in lexicon.get("dates.relative_years").items()},
        firm=firm,
        year_firm=firm | phrases(lexicon, "dates.year_firm"),
        loose=phrases(lexicon, "dates.loose"),
        parts=_named(lexicon, "parts"),
        since=phrases(lexicon, "dates.since"),
        until=phrases(lexicon, "dates.until"),
        earlier=phrases(lexicon, "dates.earlier"),
        gone=phrases(lexicon, "dates.gone") | phrases(lexicon, "dates.earlier"),
        lean_before={fold(word): lean for word, lean in lexicon.get("dates.before").items()},
        lean_after={fold(word): lean for word, lean in lexicon.get("dates.after").items()},
        sets={key: frozenset(map(fold, lexicon.words(f"dates.{key}"))) for key in _SETS}
        | {"between": frozenset(map(fold, lexicon.words("figures.ranges.between")))},
        closed=frozenset(map(fold, (*lexicon.words("stopwords"), *lexicon.words("common")))),
        future=phrases(lexicon, "dates.future"),
        future_suffixes=lexicon.words("dates.future_suffixes"),
        perfect=phrases(lexicon, "dates.perfect"),
        past_suffixes=lexicon.words("dates.past_suffixes"),
        perfect_endings=lexicon.words("dates.perfect_endings"),
        leads=frozenset(words[0] for words in leading) | frozenset(map(fold, lexicon.words("dates.links"))),
        leading=leading,
        determiners=frozenset(map(fold, lexicon.words("dates.moments.determiners"))),
        day_first=lexicon.get("dates.order") == "day-month",
        capitals=lexicon.get("dates.capitals") == "true",
    )


def _named(lexicon: Lexicon, key: str) -> dict[Phrase, str]:
    lists = lexicon.lists(f"dates.{key}")
    return {phrase(text): name for name, texts in lists.items() for text in texts}


def _days(lexicon: Lexicon) -> dict[str, int]:
    """1, 01, 1er, 1st …; up to 39, so that "32 mars" is read, and flagged."""
    suffixes = ("", *map(fold, lexicon.words("dates.day_suffixes")))
    return {f"{day:0{width}}{end}": day for day in range(1, 40) for width in (1, 2) for end in suffixes}
