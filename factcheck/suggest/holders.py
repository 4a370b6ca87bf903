"""Who holds which role, as articles tell it: "Rosa Ferro, the mayor of Ulmstead", "mayor Rosa Ferro"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.check.article import Desk
from factcheck.extract.page import Page, phrase
from factcheck.language.lexicon import load
from factcheck.match.holders import holds, shifted, shifts
from factcheck.match.names import ALIKE, likeness
from factcheck.match.result import Match
from factcheck.match.scene import Scene, scene
from factcheck.match.setting import Setting
from factcheck.match.terms import phrase_slots
from factcheck.match.ties import Said as Role
from factcheck.match.ties import Ties
from factcheck.model import NameReading
from factcheck.suggest.facts import Said, keys_of, said
from factcheck.suggest.phrases import LEAST

LONGEST = 9
"""How many words a role has at most."""
SAME = 0.75
"""Two roles that have so many of their words in common are one."""


@dataclass(frozen=True, slots=True)
class Holder(Said):
    """Somebody to whom an article gives a role, the role as it is written, and its keys."""

    name: str
    role: str
    keys: frozenset[str]


def holders(setting: Setting, desk: Desk, taken: Collection[int]) -> Iterator[Holder]:
    """The holders of roles whom an article's prose names in full, but for the names that start where one is
    `taken` by a claim."""
    for number, sentence in enumerate(desk.sentences):
        if sentence.furniture:
            continue
        seen = scene(setting, number)
        for name, words in seen.spans.items():
            if " " not in name.text or name.start in taken:
                continue
            if role := _role(seen, words):
                yield _holder(setting, desk, seen, name, role)


def holder(match: Match, setting: Setting, desk: Desk) -> Said:
    """What an article says of a name: its role, where the sentence gives it one."""
    seen = scene(setting, match.sentence)
    for name, words in seen.spans.items():
        if (name.start, name.end) == (match.start, match.end) and (role := _role(seen, words)):
            return _holder(setting, desk, seen, name, role)
    return said(match, setting, desk)


def _holder(setting: Setting, desk: Desk, seen: Scene, name: NameReading, role: range) -> Holder:
    clause = setting.clause(seen.number, name.start)
    one = said(Match("name", name.start, name.end, seen.number, clause, None, None), setting, desk)
    text = seen.page.words
    span = (text.starts[role.start], text.ends[role.stop - 1])
    written = " ".join(seen.page.prose[slice(*span)].split())
    keys = keys_of(setting.around.terms(span))
    return Holder(one.mention, one.language, one.near, one.words, one.beyond, one.around,
                  " ".join(name.text.split()), written, keys)  # fmt: skip


@cache
def _offices(code: str) -> Mapping[tuple[str, ...], str]:
    """The words of a language for offices."""
    return {phrase(word): word for word in load(code).words("attribution.offices")}


@cache
def _words(code: str) -> frozenset[str]:
    """The words that offices are made of: a deputy holds one, a former mayor none."""
    return frozenset(word for office in _offices(code) for word in office)


def _role(seen: Scene, name: range) -> range | None:
    """The words that say the role which a sentence gives to a name; None where it gives none, or one that is
    not its own."""
    code = seen.setting.lexicon(seen.number).code
    vocabulary = seen.setting.around.vocabulary_at(seen.setting.span(seen.number)[0])
    for run in (
        _behind(seen.page, seen.ties, seen.words, name),
        _before(seen.page, seen.ties, seen.words, name),
    ):
        if not 0 < len(run) <= LONGEST or not _is_office(seen.page, seen.ties, run, _offices(code)):
            continue
        words = frozenset(map(seen.page.word, run))
        whole, office = (Role(own, frozenset(), vocabulary) for own in (words, words & _words(code)))
        around = shifts(seen.page, seen.ties, run)
        if holds(seen.page, seen.ties, run, name, whole) and not shifted(seen.ties, around, office):
            return run
    return None


def _is_office(page: Page, known: Ties, run: range, offices: Mapping[tuple[str, ...], str]) -> bool:
    """Whether words are an office, and what belongs to it: one stands among them before the first
    preposition, and none is the last."""
    first = next((at for at in run if page.word(at) in known.prepositions), run.stop)
    return page.word(run[-1]) not in known.prepositions and any(
        page.ahead(at, offices) for at in range(run.start, first)
    )


def _behind(page: Page, known: Ties, within: range, name: range) -> range:
    """The words that stand in apposition behind a name, or after the verb that gives it a role."""
    first = name.stop
    if page.gap(first) not in (",", "(", "–", "—"):
        verbs = known.holding | known.adverbs | known.passive
        while first < within.stop and page.plain(first) and page.word(first) in verbs:
            first += 1
        if first == name.stop:
            return range(0)
    if page.word(first) in known.definite:
        first += 1
    stop = first
    while stop < within.stop and (stop == first or page.plain(stop)) and not _ends(page, known, stop):
        stop += 1
    return range(first, stop)


def _ends(page: Page, known: Ties, at: int) -> bool:
    """Whether a role ends before a word: a verb that holds, "since May"."""
    return page.word(at) in known.holding or page.word(at) in known.adjuncts - known.prepositions


def _before(page: Page, known: Ties, within: range, name: range) -> range:
    """The words that stand before a name, back to their article, their mark, or the first in lower case that
    no article opens."""
    stop = name.start
    while page.word(stop - 1) in known.titles | known.definite and page.plain(stop) and stop > within.start:
        stop -= 1
    first = stop
    while first > within.start and (first == stop or page.plain(first)):
        if page.word(first - 1) in known.articles and page.word(first - 2) not in known.prepositions:
            return range(first, stop)
        first -= 1
    if first == within.start or not page.plain(first):
        return range(first, stop)
    return range(0)


def together(found: Sequence[Holder]) -> list[list[Said]]:
    """Holders by role: those of one name, of names that are nearly one and of one role, and those of a role
    that is said in the same words, whoever holds it."""
    groups: list[list[Holder]] = []
    for one in found:
        mine = [group for group in groups if any(_one(one, other) for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), one])
    return [[*group] for group in groups]


def _one(one: Holder, other: Holder) -> bool:
    shared = len(one.keys & other.keys)
    like = likeness(one.name, other.name)
    return (
        like == 1.0
        or (like >= ALIKE and shared > 0)
        or (shared > 1 and shared >= SAME * len(one.keys | other.keys))
    )


def roles(group: Sequence[Holder], most: int = 2) -> list[str]:
    """The ways in which a role is said, at most so many a language, those with the most words first."""
    found: list[str] = []
    for code in dict.fromkeys(one.language for one in group):
        told = {one.role: len(one.keys) for one in group if one.language == code}
        told = {role: count for role, count in told.items() if len(phrase_slots(role)) >= LEAST}
        found += sorted(told, key=lambda role: (-told[role], role))[:most]
    return list(dict.fromkeys(found))
