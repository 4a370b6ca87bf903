"""On which side of the article's day a text's verbs put what it says: back, or ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from factcheck.extract.dates.datewords import DateWords
from factcheck.extract.dates.days import Tense
from factcheck.extract.page import Page

SENTENCE = 30
"""How many words to either side at most a word or a verb that looks ahead is looked for."""
GROUP = 4
"""How many words a participle's auxiliary may stand before it: "will [also be] opened"."""
NIGHT = 2
"""How many words at most an opening part has that only dates: "On the [very night] of 5 June"."""
_MARKS = ',;:()—–«»“”"'


def looks_ahead(
    page: Page, known: DateWords, where: Iterable[int], but: AbstractSet[str] = frozenset()
) -> bool:
    """Whether one of the words at the indices `where` looks ahead, by itself or by its future tense.

    The words of `but` do not count."""
    return any(_ahead(page, i, known) for i in where if page.words.folded[i] not in but)


def tense_of(page: Page, known: DateWords, first: int, last: int) -> Tense:
    """The tense in which the words `first` to `last`, a date, are told: that of the verb before them in their
    part of the sentence, else of the one behind; of a part without a verb ("On 2 May, …", "on
    the night of 5 June"), that of the next part, or of the one before; of one that opens its sentence, that
    of the first part after it that has one ("On 2 May, the eve of the vote, the hall was full").

    A verb of saying tells when it was said only right beside the date: "announced on 2 May that …"."""
    here = _part(page, known, first, last)
    before, behind = range(first - 1, here.start - 1, -1), range(last + 1, here.stop)
    words = [i for i in (*before, *behind) if not _empty(page, known, i)]
    if words[:1] and words[0] < first and _said(page, words[0], known):
        return "past"
    if told := _tense(page, known, before) or _tense(page, known, behind):
        return told
    leads = not words or page.word(here.start) in known.leads
    if leads and len(words) <= NIGHT and not _goes_on(page, here.start):
        return _main(page, known, here.stop)
    if len(words) > 1 or not leads:
        return ""
    after = _part(page, known, here.stop, here.stop) if _goes_on(page, here.stop) else range(0)
    then = _part(page, known, here.start - 1, here.start - 1) if _goes_on(page, here.start) else range(0)
    return _tense(page, known, after) or _tense(page, known, then[::-1])


def _main(page: Page, known: DateWords, start: int) -> Tense:
    """The tense of the first part of a sentence from word `start` on that has one: by preference of one that
    no relative pronoun or conjunction opens."""
    parts, at = list[range](), start
    while at - start < SENTENCE and _goes_on(page, at):
        parts.append(_part(page, known, at, at))
        at = parts[-1].stop
    parts.sort(key=lambda part: page.word(part.start) in known.sets["breaks"])
    return next((told for part in parts if (told := _tense(page, known, part))), "")


def _said(page: Page, i: int, known: DateWords) -> bool:
    return page.word(i) in known.sets["not_past"] and _written(page, i).endswith(known.past_suffixes)


def _goes_on(page: Page, i: int) -> bool:
    """Whether the words i - 1 and i stand in one sentence."""
    return 0 < i < len(page.words) and not page.stops(i)


def _part(page: Page, known: DateWords, first: int, last: int) -> range:
    """The words around some, up to the marks and the words that part a sentence."""
    low, high, limit = first, last, SENTENCE
    while first - low < limit and _goes_on(page, low) and not _breaks(page, known, low):
        low -= 1
    while high - last < limit and _goes_on(page, high + 1) and not _breaks(page, known, high + 1):
        high += 1
    return range(low, high + 1)


def _breaks(page: Page, known: DateWords, i: int) -> bool:
    if page.word(i) in known.sets["breaks"]:
        return True
    gap = page.gap(i)
    return any(mark in gap for mark in _MARKS) and not (len(gap) == 1 and page.before(i) in ",:")


def _empty(page: Page, known: DateWords, i: int) -> bool:
    """Whether a word tells nothing but when: "on", "le", "from", "Friday", "9 May"."""
    word = page.word(i)
    when = word in known.sets["weekdays"] or word in known.sets["links"] or word in known.months
    return when or word in known.closed or word.isdecimal()


def _tense(page: Page, known: DateWords, where: Sequence[int]) -> Tense:
    """The tense of the first word of `where` that has one."""
    for i in where:
        if _ahead(page, i, known):
            return "ahead"
        if _past(page, i, known):
            group = range(max(0, i - GROUP), i)
            return "ahead" if looks_ahead(page, known, group) and not _parted(page, known, i) else "past"
    return ""


def _parted(page: Page, known: DateWords, i: int) -> bool:
    """Whether the words before word i that look ahead stand in another part."""
    low = _part(page, known, i, i).start
    return not looks_ahead(page, known, range(max(low, i - GROUP), i))


def _written(page: Page, i: int) -> str:
    return page.prose[page.words.starts[i] : page.words.ends[i]].lower()


def _ahead(page: Page, i: int, known: DateWords) -> bool:
    """Whether word i looks ahead. A tense is told with its accents: `cerrará`, not `cámara`."""
    word = page.word(i)
    if page.ahead(i, known.future):
        return True
    tense = known.future_suffixes and _written(page, i).endswith(known.future_suffixes)
    return bool(tense) and len(word) > 4 and word not in known.sets["not_future"]


def _past(page: Page, i: int, known: DateWords) -> bool:
    """Whether word i looks back: "was", "opened", "ouvrait", "abrió", "a [été] ouvert"."""
    word = page.word(i)
    if word in known.sets["not_past"]:
        return False
    if word in known.sets["past"]:
        return True
    if has := page.ahead(i, known.perfect):
        group = range(has[1] + 1, min(has[1] + GROUP, len(page.words)))
        return any(_written(page, at).endswith(known.perfect_endings) for at in group if page.plain(at))
    if len(word) < 4 or not _written(page, i).endswith(known.past_suffixes) or page.before(i) in "-‑":
        return False
    return page.word(i - 1) not in known.determiners and not (page.capital(i) and page.gap(i) == "")
