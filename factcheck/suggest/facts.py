"""What an article says, with the words around it: what drafts are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from factcheck.check.article import Desk
from factcheck.check.before import BEFORE
from factcheck.match.context import FADE, Surroundings
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.match.terms import Term, countries
from factcheck.model import Attribution, Figure, Mention, Span

_GLUE = ("'", "’", "-", "‑")
PHRASE = 40
"""How many characters after its noun a set phrase may go on ("300 permis de construire")."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a figure's sentence as it is written, what it says, and how far from the figure it stands, in
    words: negative before it. Without keys it is a stop word. `blank` tells that it goes on without a sign
    and in the same clause, `glue` what stands before it where no blank does (an apostrophe, a hyphen); one
    that is `apart` tells who says so, when, or how much, and not what."""

    text: str
    keys: tuple[str, ...]
    away: int
    blank: bool = True
    glue: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Something that an article says: its mention, its language, the keys of its clause, each with how near
    it stands (1 beside it), the words of its sentence; `beyond` are the keys of its sentence, and `around`
    those of what that leans on."""

    mention: Mention
    language: str
    near: Mapping[str, float]
    words: tuple[Word, ...]
    beyond: frozenset[str]
    around: Mapping[str, float]

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands: its article and its offset."""
        return self.mention.path, self.mention.at[0]


@dataclass(frozen=True, slots=True)
class Fact(Said):
    """A figure that an article says, and what tells what it is about.

    `noun` are the keys of what it counts; `since` is the ISO date from when it holds, as precise as it is
    told, None where nobody can know."""

    figure: Figure
    since: str | None = None
    noun: frozenset[str] = frozenset()

    @property
    def countries(self) -> frozenset[str]:
        """The countries that its sentence names."""
        return countries(self.beyond)


def fact(match: Match, setting: Setting, desk: Desk) -> Fact:
    """What one reading of an article says, of a match that is a figure."""
    assert isinstance(match.reading, Figure)
    around, figure, one = setting.around, match.reading, said(match, setting, desk)
    who = one.mention.attribution or Attribution("unsourced")
    return Fact(
        one.mention,
        one.language,
        one.near,
        one.words,
        one.beyond,
        one.around,
        figure,
        _since(figure, desk.periods(match, who), desk),
        _noun(around, figure),
    )


def said(match: Match, setting: Setting, desk: Desk) -> Said:
    """What an article says where it was matched: a figure, a date, a name or a sentence."""
    who = desk.attribute(match.sentence, (match.start, match.end))
    return Said(
        replace(desk.mention(match), attribution=who),
        setting.lexicon(match.sentence).code,
        _near(setting.around, match),
        tuple(_words(setting.around, match, who, desk)),
        keys_of(setting.around.terms(setting.span(match.sentence))),
        setting.around.lean(match.sentence),
    )


def _since(figure: Figure, periods: Sequence[tuple[str, str]], desk: Desk) -> str | None:
    """From when a figure holds: the last time to which its sentence dates it, else the article's date; a
    former one's is not known."""
    if periods:
        return _written(*max(periods))
    return None if figure.role == "former" else desk.article.date


def _written(low: str, high: str) -> str:
    """A stretch of time as a registry writes it: its last year, its month, or the day on which it begins; of
    one whose beginning nobody tells, the day on which it ends."""
    if low == BEFORE:
        return high
    if low.endswith("-01-01") and high.endswith("-12-31"):
        return high[:4]
    return low[:7] if low.endswith("-01") and high[:7] == low[:7] and high[8:] >= "28" else low


def keys_of(terms: Sequence[Term]) -> frozenset[str]:
    """What terms say: the concept where a word has one, else its stem."""
    return frozenset(key for term in terms for key in told(term.keys))


def told(keys: tuple[str, ...]) -> tuple[str, ...]:
    """What a word says: its concepts where it has some, else its stem."""
    concepts = tuple(key for key in keys if key[0] in "@#")
    return concepts or keys[:1]


def _noun(around: Surroundings, figure: Figure) -> frozenset[str]:
    """The keys of the noun that a figure counts, and of the set phrase that it begins."""
    noun = around.counted(figure)
    if noun is None:
        return frozenset()
    inside = around.words.within(*noun)
    begun = [term for term in around.terms((noun[0], noun[1] + PHRASE)) if term.word in inside]
    return keys_of([*around.terms(noun), *begun])


def _near(around: Surroundings, match: Match) -> dict[str, float]:
    """What the clause of a figure says, each key with how near it stands."""
    at = bisect_left(around.words.starts, match.start)
    found: dict[str, float] = {}
    for term in around.terms(match.clause):
        for key in told(term.keys):
            found[key] = max(found.get(key, 0.0), exp(-abs(term.word - at) / FADE))
    return found


def _words(around: Surroundings, match: Match, who: Attribution, desk: Desk) -> Iterator[Word]:
    """The words of a figure's sentence."""
    text, prose, sentence = around.words, around.article.text, desk.sentences[match.sentence]
    span = (sentence.start, sentence.end)
    at = bisect_left(text.starts, match.start)
    keys = {term.word: told(term.keys) for term in around.terms(span)}
    apart = around.numbers | _apart(around, span, who, desk)
    if match.kind == "name":
        apart |= {*text.within(match.start, match.end)}
    for index in text.within(*span):
        start = text.starts[index]
        gap = prose[text.ends[index - 1] : start] if index else ""
        parted = any(text.ends[index - 1] <= edge <= start for edge in match.clause) if index else False
        yield Word(
            prose[start : text.ends[index]],
            keys.get(index, ()),
            index - at,
            not parted and (not gap.strip() or gap in _GLUE or match.start < start < match.end),
            gap if gap in _GLUE else "",
            index in apart,
        )


def _apart(around: Surroundings, span: Span, who: Attribution, desk: Desk) -> set[int]:
    """The words of a sentence that tell who says so, or when."""
    sayer = [] if who.start is None or who.end is None else [(who.start, who.end)]
    times = ((time.start, time.end) for time in desk.times.periods if span[0] <= time.start < span[1])
    return {word for apart in (*sayer, *times) for word in around.words.within(*apart)}
