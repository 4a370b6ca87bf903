"""What a text tells as past, on a day that lies after its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.check.arithmetic.days import is_sound, parsed
from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning
from factcheck.check.chronology.turns import Turns
from factcheck.compare.series import first_day
from factcheck.extract.dates.ahead import tense_of
from factcheck.extract.dates.datewords import YEARS
from factcheck.extract.page import Page
from factcheck.model import DateReading

VERB = 10
"""How many words at most stand between what happened and its date."""
OPENING = 14
"""How many words behind a date that opens the sentence its verb may stand."""

_MARKS = frozenset(',;:.!?()–—«»“”"¶')


def ahead(line: Line, page: Page, known: Turns, day: str) -> Iterator[Reckoning]:
    """The dates of a sentence on which something is said to have happened, and which lie after the article's
    ISO `day`, and the morrow."""
    today = parsed(day)
    for reading in line.dates:
        if today is None or not _lies_ahead(line, reading, today.toordinal()):
            continue
        if _told_as_past(line, page, known, reading):
            yield Reckoning(reading, f"the article is of {day}", ())


def _lies_ahead(line: Line, reading: DateReading, today: int) -> bool:
    """Whether a date with its year is one that there is, and lies after the morrow."""
    written = reading.iso[:4] in line.text.prose[reading.start : reading.end]
    begun = parsed(first_day(reading.iso)) if is_sound(reading) else None
    return written and not reading.until and begun is not None and begun.toordinal() > today + 1


def _told_as_past(line: Line, page: Page, known: Turns, reading: DateReading) -> bool:
    first, last = (bisect_left(page.words.starts, at) for at in (reading.start, reading.end))
    start = lead(page, known, first, bisect_left(page.words.starts, line.start))
    if start is None or tense_of(page, known.dates, first, last - 1) != "past":
        return False
    if any(page.word(i) in known.unreal for i in page.words.within(line.start, line.end)):
        return False
    if page.words.starts[start] <= line.start + 1:
        verbs = range(last, min(last + OPENING, bisect_left(page.words.starts, line.end)))
        return _happened(line, page, known, _until_barred(page, known, verbs))
    words = _until_barred(page, known, range(start - 1, max(-1, start - 1 - VERB), -1))
    return _happened(line, page, known, words) or _decided(line, known, words, start, reading)


def lead(page: Page, known: Turns, first: int, floor: int) -> int | None:
    """The first word of what tells that something was on the date that begins at word `first`: "on Friday,
    14 May", "le 14 mai"; None where nothing does."""
    links, at = known.dates.sets["links"] | known.dates.sets["weekdays"], first - 1
    while at >= floor and page.word(at) in links and page.word(at) not in known.when:
        at -= 1
    return at if at >= floor and page.word(at) in known.when else None


def _until_barred(page: Page, known: Turns, words: range) -> list[int]:
    """The words up to a mark, or to one that makes the date another's: "won the right to host in 2030"."""
    found = list[int]()
    for i in words:
        marked = _is_marked(page, i if words.step > 0 else i + 1)
        if _bars(page, known, i) or (marked and (found or words.step < 0)):  # "On 4 May, the …"
            break
        found.append(i)
    return found


def _bars(page: Page, known: Turns, i: int) -> bool:
    """Whether a word makes a date another's; before an amount none does: "fell to 7.1%"."""
    following = page.word(i + 1)
    return page.word(i) in known.bars and (following in YEARS or not following[:1].isdecimal())


def _is_marked(page: Page, i: int) -> bool:
    """Whether a mark stands between the words i - 1 and i; the point of a figure is none."""
    within = page.words.ends[i - 1] + 1 == page.words.starts[i] if 0 < i < len(page.words) else False
    return not within and not _MARKS.isdisjoint(page.gap(i))


def _happened(line: Line, page: Page, known: Turns, words: list[int]) -> bool:
    return any(known.happened.at(line.text, i) and page.word(i - 1) not in known.bars for i in words)


def _decided(line: Line, known: Turns, words: list[int], start: int, reading: DateReading) -> bool:
    """Whether an amount was voted, and a day stands right behind it: a vote on something else might name the
    day of that."""
    if len(reading.iso) < len("2025-05-14"):
        return False
    near = any(line.last(at) == start - 1 for at in range(len(line.figures)))
    return near and any(known.decided.at(line.text, i) for i in words)
