"""Why a reading was given to a claim or to none: what `factcheck explain PATH:LINE` shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factcheck.model import Mention, Role

EXCLUDED = "excluded by "
"""How a note begins that tells the word of a claim's `exclude`."""
UNLIKE = "listed in its `not`"
"""The note where a claim's `not` has the sentence."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One claim that competed for a reading. `parts` are what its score is made of, by name;
    `note` tells what ruled it out or held it back (``excluded by `killed` ``), else it is empty; `agrees`
    that the reading agrees with one of its values, `outdated` that it does so only with an earlier one."""

    claim: str
    score: float
    parts: tuple[tuple[str, float], ...] = ()
    note: str = ""
    agrees: bool = False
    outdated: bool = False


class Phrasing(NamedTuple):
    """A phrase of a claim as a text has it: its runs of words that are said, those that are missing, and the
    share, 0 to 1, of its weight that is said."""

    phrase: str
    share: float
    said: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Rival(NamedTuple):
    """A claim that a reading was weighed against, as a reader is told of it: its title, what the registry
    says on the article's day, the phrase of it that is said best, and the scores, 0 to 1, that it needs to be
    told of and to be sure."""

    weighed: Weighed
    title: str = ""
    values: str = ""
    phrasing: Phrasing | None = None
    needs: tuple[float, float] | None = None


class Explained(NamedTuple):
    """One reading of the line: how it was read and judged (`mention`), the noun that it counts, its role in
    the text, the claims it was weighed against, best first (told at length in `rivals`), why the best won or
    nobody did, and what to do where that is wrong. `attributed_by` is the text of the words that attribute
    it, `expected` what the registry says of its claim."""

    mention: Mention
    weighed: tuple[Weighed, ...]
    why: str
    noun: str | None = None
    attributed_by: str | None = None
    role: Role = "level"
    rivals: tuple[Rival, ...] = ()
    advice: str = ""
    expected: str = ""


class Explanation(NamedTuple):
    """Every figure, date, name and statement that was read on one line (from 1) of an article; `unread` tells
    why there is none, or which numbers of the line are none."""

    path: str
    line: int
    readings: tuple[Explained, ...] = ()
    unread: str = ""


CLUES: dict[str, str] = {
    "plainly told": "the words right beside it are the claim's",
    "clause": "the words right beside it are the claim's",
    "sentence": "its sentence has words of the claim",
    "context": "the article has words of the claim",
    "mass": "telling words of the claim stand near",
    "counts another thing": "it counts something that the claim does not name",
    "agrees": "it agrees with the registry",
    "agrees with an earlier value": "it agrees with an earlier value of the claim",
    "agrees to the digit": "it is that value to the digit",
    "a magnitude off": "it would agree but for a zero, or a thousandfold: a likely slip",
    "a slip away": "it is one digit from a value of the claim: a likely slip",
    "far": "it is far from the claim's values",
    "a rival has its countries": "another claim is about just the countries that are named here",
    "other country": "another country is named here than the claim's",
    "more countries": "more countries are named here than the claim's",
    "no country": "no country of the claim is named near",
    "another's name": "a name is said here that other claims have, and none of the claim's",
    "elsewhere": "it is said to be of a place, a whole region or somebody that the claim does not name",
    "set apart": "a word makes it another thing (injured, not killed; imports, not exports)",
    "other year": "another year is named here than the claim's",
    "alone": "the article hardly speaks of what stands beside the claim in the registry",
    "counts its thing": "it counts what the claim names",
    "a rival is nearer": "words that only another claim has stand nearer",
    "follows one": "the figure before it is the claim's, and it counts nothing of its own",
    "paired": "it is held against a figure that is the claim's, or says it in another unit",
    "said by its source": "who says so is a source of the claim",
    "dated as it is": "a day is named from which the claim has a value",
    "before its time": "the years named with it are before the claim's first value",
    "long before": "it is dated to long before the claim's first value",
    "a country it lacks": "a country is named here, and none by the claim",
    "a part": "it is told as a part (“23,000 of them”)",
    "an addition": "one is told as an addition (“3,000 more”), the other is not",
    "a time to come": "it is dated to a year to come, and the claim speaks of none and of no plan",
    "a unit": "it has a unit as the claim has",
    "headline": "it stands in a headline",
    "small": "it is a small number, which may count anything",
    "told better elsewhere": "another sentence, which agrees with the claim, has more words of it",
    "another is nearer": "another figure of the article has more of the claim's words",
    "a value untold": "no other figure of the article tells one of the claim's values",
    "another suits better": "the claim's words stand nearer to another figure of the sentence",
    "restates": "it says the figure before it in another unit",
    "changed places": "it and another figure of the sentence changed places",
    "one part differs": "only its day, month or year differs from the claim's: a likely slip",
    "a slip of the day": "it is a day, and so is the claim's",
    "another day plainly told": "the claim's words stand right beside the day",
    "year alone": "it is a year and no more",
    "year plainly told": "the claim's words stand right beside the year",
}
"""What the names of clues mean to a reader: it speaks for the claim or against it, as its part of the score
is above or below 0."""


def meaning(clue: str) -> str:
    """A clue in words; one that nobody has worded yet keeps its name."""
    return CLUES.get(clue, clue)
