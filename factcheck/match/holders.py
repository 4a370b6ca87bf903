"""Whether a text gives a role to a name that stands beside it, told by the words between the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extract.page import Page, Phrase
from factcheck.match.ties import Said, Ties

REACH = 12
"""How many words at most stand between a role and its holder."""
_BEFORE = 4
"""How many words before a name, or a role, the verb may stand that gives it, or takes it."""
_QUOTES = frozenset(("'", "’"))
_OPENING = frozenset((",", "(", "–", "—", "-", ":", "|"))
_CLOSING = frozenset(",.;:!?()–—|¶»”")


def holds(page: Page, known: Ties, role: range, name: range, said: Said) -> bool:
    """Whether a text gives a role, said by the words `role`, to the name of the words `name`.

    In apposition ("the coach, Ana Ruiz,"), by a verb that holds today ("is the coach") or that appoints
    ("was named coach"): what any other word stands between is somebody else, who is met, quoted or beaten."""
    if _possessed(page, known, name.stop):
        return False
    if 0 <= name.start - role.stop <= REACH:
        return not _lent(page, known, role.start) and _behind(page, known, role, name)
    return 0 <= role.start - name.stop <= REACH and _ahead(page, known, role, name, said)


class Shifts(NamedTuple):
    """What around a role may make it another: phrases, and words that begin with a prefix."""

    phrases: Sequence[Phrase]
    prefixed: Sequence[str]


def shifts(page: Page, known: Ties, role: range) -> Shifts:
    """What around the words of a role may make it a former, a deputy, a future one."""
    first = role.start
    while first > role.start - 3 and page.plain(first) and page.word(first - 1) not in known.articles:
        first -= 1
    behind = role.stop if page.plain(role.stop) else role.stop - 1
    found = [(i, page.ahead(i, known.before)) for i in range(first, role.stop)]
    found += [(i, page.ahead(i, known.after)) for i in range(role.start, behind + 1)]
    phrases = [tuple(page.words.folded[i : row[1] + 1]) for i, row in found if row]
    words = (page.word(i) for i in range(role.start - 3, role.stop))
    return Shifts(phrases, [word for word in words if word.startswith(known.prefixes)])


def shifted(known: Ties, around: Shifts, said: Said) -> bool:
    """Whether the words around a role make it another. What the claim itself says (`said`) does not."""
    if any(not all(map(said.own, phrase)) for phrase in around.phrases):
        return True
    return any(_prefixed(known, word, said) for word in around.prefixed)


def _prefixed(known: Ties, word: str, said: Said) -> bool:
    """ "exministra" of a claim about the "ministra" """
    rests = (word.removeprefix(prefix) for prefix in known.prefixes if word.startswith(prefix))
    return not said.own(word) and any(said.own(rest) for rest in rests)


def _possessed(page: Page, known: Ties, i: int) -> bool:
    """Whether what ends before word i has something: "Ana Ruiz's coach" """
    return page.gap(i) in _QUOTES and page.word(i) in known.possessive


def _lent(page: Page, known: Ties, first: int) -> bool:
    """Whether a role that begins at a word is told to tell who is another ("the brother of the coach"), or
    was before ("replaces the coach")."""
    i = first
    while page.plain(i) and page.word(i - 1) in known.qualities - known.prepositions:
        i -= 1
    if any(page.plain(at) and page.behind(at, known.replacing) for at in range(i, max(0, i - 2), -1)):
        return True
    if not page.plain(i) or page.word(i - 1) not in known.prepositions | known.object:
        return False
    before = [page.word(at) for at in range(i - 2, i - 6, -1) if page.plain(at + 1)]
    related = any(page.behind(at, known.relations) for at in (i - 1, i - 2))
    return related or not known.offices.isdisjoint(before)


def _marks(page: Page, known: Ties, first: int, last: int) -> list[tuple[int, str]]:
    """The marks of punctuation before the words `first` to `last`, each with the word behind it."""
    marked = (i for i in range(first, last + 1) if not page.plain(i))
    gaps = [(i, page.gap(i)) for i in marked]
    return [(i, gap) for i, gap in gaps if not (gap == "." and page.word(i - 1) in known.titles)]


def _between(page: Page, first: int, stop: int) -> list[str]:
    return [page.word(i) for i in range(first, stop) if not page.word(i).isdigit()]


def _behind(page: Page, known: Ties, role: range, name: range) -> bool:
    """The name behind the role: "coach Ana Ruiz", "the coach, Ana Ruiz,", "the coach is Ana Ruiz"."""
    marks = _marks(page, known, role.stop, name.start)
    between = _between(page, role.stop, name.start)
    titles = known.titles - {
        word for table in (known.before, known.relations) for words in table for word in words
    }
    if marks:
        [at, mark], *more = marks
        added = at == role.stop or page.word(role.stop) in known.adjuncts
        lower = not any(map(page.capital, range(role.stop, at)))
        if mark not in _OPENING or more or not added or not lower:
            return False
        words = _between(page, at, name.start)
        entitled = titles.issuperset(words) or _described(page, known, words, name.stop)
        return entitled and (_closed(page, known, name.stop) or _opened(page, known, role.start))
    if titles.issuperset(between):
        return True
    if known.object.issuperset(between):
        return _given(page, known, role.start)
    verbs = known.holding | known.called
    if verbs.isdisjoint(between) or not (verbs | known.adverbs | titles | known.definite).issuperset(between):
        return False
    return known.definite.isdisjoint(between) or _closed(page, known, name.stop)


def _described(page: Page, known: Ties, words: list[str], i: int) -> bool:
    """Whether such words before a name say what else it is: "the novelist Ana Ruiz", of no second role."""
    others = known.offices | known.bodies | known.prepositions
    plain = words[0] in known.articles and len(words) <= 3 and others.isdisjoint(set(words) - known.titles)
    return plain and page.word(i) not in known.coordinators


def _opened(page: Page, known: Ties, first: int) -> bool:
    """Whether a role stands behind a participle that opens its sentence: "Named coach, Ana Ruiz smiled"."""
    return any(
        page.word(at) in known.appointed
        and page.capital(at)
        and all(map(page.plain, range(at + 1, first + 1)))
        for at in range(max(0, first - _BEFORE), first)
    )


def _closed(page: Page, known: Ties, i: int) -> bool:
    """Whether an apposition ends before word i, and neither a list of names nor another's role begins."""
    gap = page.gap(i)
    if _CLOSING.isdisjoint(gap):
        return False
    if gap != ",":
        return True
    ahead = [page.word(at) for at in range(i, i + 4) if at == i or page.plain(at)]
    return not page.capital(i) and known.offices.isdisjoint(ahead)


def _ahead(page: Page, known: Ties, role: range, name: range, said: Said) -> bool:
    """The name before the role: "Ana Ruiz, the coach", "Ana Ruiz is the coach", "named Ana Ruiz coach"."""
    if not _whole(page, role.stop, said):
        return False
    marks = [mark for _, mark in _marks(page, known, name.stop, role.start)]
    between = _between(page, name.stop, role.start)
    if not _without_as(page, known, name.stop, role.start):
        return False
    verbs = [word for word in between if word in known.holding | known.passive | known.appointed]
    if verbs:
        return set(marks) <= {","} and _told(page, known, name, between, bool(marks))
    if not marks:
        return _given(page, known, name.start) or (not between and _does(page, known, role.start, said))
    plain = marks[0] in _OPENING - {":", "|"} and set(marks[1:]) <= {","}
    apart = known.definite.isdisjoint(between) or not _CLOSING.isdisjoint(page.gap(role.stop))
    return plain and apart


def _whole(page: Page, i: int, said: Said) -> bool:
    """Whether a role ends before word i: "the Otters coach", not "the Otters coach driver"."""
    return not page.plain(i) or page.capital(i) or not said.other(page.word(i))


def _without_as(page: Page, known: Ties, first: int, stop: int) -> bool:
    """Whether all words between a name and its role are of those that may tie the two."""
    may = known.qualities | known.adverbs | known.holding | known.passive | known.appointed
    i = first
    while i < stop:
        found = page.ahead(i, known.as_)
        if not found and page.word(i) not in may and not page.word(i).isdigit():
            return False
        i = found[1] + 1 if found else i + 1
    return True


def _told(page: Page, known: Ties, name: range, between: list[str], apart: bool) -> bool:
    """Whether the verbs between a name and its role say that it holds the role today, or was given it."""
    first = name.start
    while page.word(first - 1) in known.titles:
        first -= 1
    if page.plain(first) and page.word(first - 1) in known.prepositions:
        return False
    if not known.appointed.isdisjoint(between):
        return apart or not known.passive.isdisjoint(between) or known.definite.isdisjoint(between)
    past = known.passive - known.holding - known.adverbs
    return not known.holding.isdisjoint(between) and past.isdisjoint(between)


def _given(page: Page, known: Ties, first: int) -> bool:
    """Whether a verb that appoints stands before a word: "named Ana Ruiz coach"."""
    verbs = known.appointed | known.appointing
    if page.word(first - 1) in known.prepositions:
        return False
    for i in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if not page.plain(i + 1):
            return False
        if page.word(i) in verbs:
            return True
    return False


def _does(page: Page, known: Ties, i: int, said: Said) -> bool:
    """Whether a role begins with its verb: "coaches the Otters" """
    return page.word(i) not in said.words and page.plain(i + 1) and page.word(i + 1) in known.definite
