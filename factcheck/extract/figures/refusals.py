"""Numbers that are no figures: names, dates, clocks, ordinals, labels, list numbers. No value rather
than a wrong one."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import category

from factcheck.extract.figures.nouns import Nouns
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, hyphened, phrases, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.model import Qualifier

_NAMED = frozenset("@#°№/\\=_&^")
_DASHES = frozenset("-\u2010\u2011–")
_SENTENCE_END = frozenset(".!?…:;«»“”\"'‘’()[]—–-•*>|/")
_LAST_DAY = 31
_HOURS, _MINUTES = 24, 60
_HOPS = 6
_LABEL_GAPS = frozenset({".", "°", "º", "#"})


class Refusals(NamedTuple):
    """What a language says of numbers that are no figures."""

    months: frozenset[str]
    capitals: bool
    month_first: bool
    links: frozenset[str]
    labels: Lookup[bool]
    loose_labels: Lookup[bool]
    days: Lookup[bool]
    ordinals: frozenset[str]
    ordinal_endings: tuple[str, ...]
    clock_after: Lookup[bool]
    clock_before: frozenset[str]
    clock_hours: frozenset[str]
    nouns: Nouns
    numbers: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, nouns: Nouns) -> Refusals:
        """Compile `figures:`, with the months of `dates:`. Raises LexiconError where a table is missing."""
        numbers = folds(lexicon.numbers("figures.numbers"))
        months = folds(name for names in lexicon.lists("dates.months").values() for name in names)
        return cls(
            months=months - numbers,
            capitals=lexicon.get("dates.capitals") == "true",
            month_first=lexicon.get("dates.order") != "day-month",
            links=folds(lexicon.words("figures.ranges.lists")),
            labels=Lookup((label, label.endswith(".")) for label in lexicon.words("figures.labels")),
            loose_labels=phrases(lexicon.words("figures.loose_labels")),
            days=phrases((*lexicon.words("dates.weekdays"), *lexicon.words("figures.days"))),
            ordinals=folds(lexicon.words("figures.ordinals.words")),
            ordinal_endings=lexicon.words("figures.ordinals.endings"),
            clock_after=phrases(lexicon.words("figures.clock.after")),
            clock_before=folds(lexicon.words("figures.clock.before")),
            clock_hours=folds(lexicon.words("figures.clock.hours")),
            nouns=nouns,
            numbers=numbers,
        )


# --- by the characters around ------------------------------------------------------------------


def named(prose: str, start: int, chained: bool) -> bool:
    """Whether what stands before a digit makes it part of a name, an address or a code: `KN-23`,
    `n°12`, `'98`.

    `chained` tells that a figure ends where the character before it begins (`20-30`)."""
    before = prose[start - 1 : start] if start else ""
    if before in ("", " ", "\n", "("):
        return False
    beyond = prose[start - 2 : start - 1] if start > 1 else ""
    if before in _DASHES:
        return beyond.isalnum() and not chained
    if before in _NAMED:
        return True
    if before in "'’":
        return (
            not beyond.isalnum()
            and prose[start : start + 2].isdigit()
            and not prose[start + 2 : start + 3].isdigit()
        )
    if before in ".,":
        return beyond.isalnum()
    return before == ":" and beyond.isdigit()


def negative(prose: str, start: int) -> bool:
    """Whether a minus stands before a number or its currency: glued to it, and to nothing else but a
    currency (`$-5`); at a line's start it is a bullet."""
    if not start or prose[start - 1] not in "-−–":
        return False
    return start > 1 and (prose[start - 2] in ' \u00a0\u202f(«“"|' or category(prose[start - 2]) == "Sc")


def listed(prose: str, start: int, end: int) -> bool:
    """Whether a number only counts an item or a footnote: `1. ` or `2) ` at a line's start, `(3)`."""
    after = prose[end : end + 1]
    if after not in (".", ")") or end - start > 2:
        return False
    if prose[start - 1 : start] == "(" and start:
        return after == ")" and end - start == 1
    line = prose[prose.rfind("\n", 0, start) + 1 : start]
    return not line.strip(" \t#>*-") and prose[end + 1 : end + 2] in (" ", "\u00a0", "\t")


def broken(prose: str, end: int) -> bool:
    """Whether what stands behind a number makes it part of an address: `12.example`, `5@`."""
    after = prose[end : end + 1]
    return after == "@" or (after == "." and prose[end + 1 : end + 2].islower())


# --- by the words around -----------------------------------------------------------------------


def is_month(text: Text, i: int, table: Refusals) -> bool:
    """Whether word `i` is a month, with its capital where the language has one."""
    return text.word(i) in table.months and (not table.capitals or text.prose[text.starts[i]].isupper())


def dated(text: Text, first: int, last: int, value: float, table: Refusals) -> bool:
    """Whether a small number is the day of a date: `19 juin`, `4-5 Feb`, `June 3`, `6 et 7 février`."""
    if not 1 <= value <= _LAST_DAY or value % 1:
        return False
    if _leads_to_month(text, last + 1, 1, table):
        return True
    return table.month_first and _leads_to_month(text, first - 1, -1, table)


def _leads_to_month(text: Text, i: int, step: int, table: Refusals) -> bool:
    for hop in range(i, i + _HOPS * step, step):
        gap = text.gap(hop - 1 if step > 0 else hop)
        if len(gap) > 3 or "\n\n" in gap or "|" in gap:
            return False
        if is_month(text, hop, table):
            return "," not in gap
        if text.word(hop) not in table.links and not _is_day(text.word(hop)):
            return False
    return False


def _is_day(word: str) -> bool:
    """Whether a word is a day in figures: `6`, `1er`, `19th`."""
    number = word[:2] if word[1:2].isdigit() else word[:1]
    return number.isdecimal() and len(word) <= 4 and int(number) <= _LAST_DAY


def labelled(text: Text, first: int, counts: bool, table: Refusals) -> bool:
    """Whether a label stands before a number: `article 49`, `No. 10`, `row 14` (unless a noun follows:
    it `counts`)."""
    gap = text.gap(first - 1)
    mark = gap.strip()
    if (mark and mark not in _LABEL_GAPS) or len(gap) > 3 or "\n\n" in gap:
        return False
    found = table.labels.before(text, first - 1)
    if found is None:
        return not counts and table.loose_labels.before(text, first - 1) is not None
    return not found[0] or mark == "."


def day_of_month(text: Text, first: int, value: float, table: Refusals) -> bool:
    """Whether a small number that counts nothing stands where a day does: `le 6`, `lundi 12`."""
    return value <= _LAST_DAY and text.flows(first - 1) and table.days.before(text, first - 1) is not None


def clock(
    text: Text,
    first: int,
    last: int,
    value: float,
    unit: str | None,
    hedges: Lookup[Qualifier],
    table: Refusals,
) -> bool:
    """Whether a number is a time of day: `4 a.m.`, `à 18 heures`, `20h`; `72 heures` is a duration.

    `hedges` are the qualifiers that may stand between: `il est environ 18 heures`."""
    if _minutes(text, first, value, table) or (unit == "h" and _minutes_behind(text, last)):
        return True
    if not 0 <= value <= _HOURS:
        return False
    if unit is None:
        return text.flows(last) and table.clock_after.at(text, last + 1) is not None
    if unit != "h" or value == _HOURS:
        return False
    if len(text.folded[last]) <= 3 and text.folded[last][:1].isdigit():  # 20h
        return True
    if not text.flows(first - 1):
        return False
    found = hedges.before(text, first - 1)
    before = (found[1] if found else first) - 1
    return text.word(before) in table.clock_before and not _numeric(text, before - 1, table)


def _minutes(text: Text, first: int, value: float, table: Refusals) -> bool:
    """Whether a number is the minutes of a time: `7 h 41`."""
    hours = text.word(first - 2)
    return (
        value < _MINUTES
        and text.word(first - 1) in table.clock_hours
        and text.flows(first - 1)
        and hours.isdigit()
        and int(hours) <= _HOURS
    )


def _minutes_behind(text: Text, last: int) -> bool:
    """Whether minutes follow hours: two digits right behind them."""
    behind = text.word(last + 1)
    return text.flows(last) and len(behind) == 2 and behind.isdigit() and int(behind) < _MINUTES


def _numeric(text: Text, i: int, table: Refusals) -> bool:
    """Whether word `i` is a number that leads on to the next: `de 5 à 6 heures`."""
    if not text.flows(i):
        return False
    return text.word(i)[:1].isdigit() or text.word(i) in table.numbers


def named_by_capital(text: Text, first: int, last: int, table: Refusals) -> bool:
    """Whether a bare number after a capitalised word belongs to a name: `Falcon 9 and`, `Real 3`.

    A sentence's first word, a closed-class word and a headline in title case prove nothing, and a
    number before an auxiliary counts people (`En Syrie 300 sont`)."""
    if not first or text.gap(first - 1) not in (" ", "\u00a0", "\u202f"):
        return False
    at = text.starts[first - 1]
    if not text.prose[at].isupper() or text.folded[first - 1] in table.nouns.closed or opens(text, first - 1):
        return False
    after = text.word(last + 1)
    return not (text.flows(last) and after in table.nouns.auxiliaries) and not titled(text, first)


def after_acronym(text: Text, first: int) -> bool:
    """Whether a bare number belongs to the acronym before it: `the FTSE 100 shed`, `S&P 500`, `TGV 8541`."""
    if not first or text.gap(first - 1) not in (" ", "\u00a0", "\u202f"):
        return False
    at, end = text.starts[first - 1], text.ends[first - 1]
    long = end - at > 1 or text.char(at - 1) == "&"
    return long and text.prose[at:end].isupper() and not titled(text, first)


def opens(text: Text, i: int) -> bool:
    """Whether word `i` opens a sentence, a quote, a line or a cell."""
    gap = text.gap(i - 1)
    return (
        "\n" in gap
        or any(char in _SENTENCE_END for char in gap)
        or (not spaced(gap) and gap not in ("", ", "))
    )


def titled(text: Text, i: int) -> bool:
    """Whether the line around word `i` is in title case: most of its words have a capital."""
    prose, at = text.prose, text.starts[i]
    end = prose.find("\n", at)
    line = prose[prose.rfind("\n", 0, at) + 1 : end if end >= 0 else len(prose)]
    found = re.findall(r"[^\W\d_]{3,}", line)
    return 3 <= len(found) <= 20 and sum(word[0].isupper() for word in found) >= 0.7 * len(found)


def name_word(text: Text, first: int) -> bool:
    """Whether a number word is part of a name: capitalised inside a sentence (`les Deux Magots`, `the
    SIX`)."""
    start, end = text.starts[first], text.ends[first]
    if not text.prose[start].isupper() or titled(text, first):
        return False
    return (end - start > 1 and text.prose[start:end].isupper()) or not opens(text, first)


def compound(text: Text, last: int, counts: bool, table: Refusals) -> bool:
    """Whether the word that a hyphen joins to a number unmakes it: an ordinal (`vingt-deuxième`), a name
    (`Deux-Sèvres`) or, where the language does not count by compounds, a thing (`deux-roues`)."""
    if not hyphened(text.gap(last)):
        return False
    word = text.word(last + 1)
    if word in table.ordinals or word.endswith(table.ordinal_endings):
        return True
    return not counts or text.prose[text.starts[last + 1]].isupper()
