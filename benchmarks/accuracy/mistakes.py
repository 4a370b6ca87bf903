"""Mistakes put into right articles, one at a time, and agreeing figures put into foreign sentences.

The kinds, by what a hand or an eye does (Damerau, "A technique for computer detection and correction of
spelling errors", 1964, for the slips of one digit; the rest is what desks correct):

swap       two neighbouring digits change places
digit      one digit is another
zero       a zero too many, or one too few
magnitude  million for billion, thousand for million
any        any other figure of as many digits
neighbour  the figure of a neighbour in the same article
exchange   two figures near each other change places
stale      a value of the claim that no longer holds
word       a small number, told as another one in words
day        a day, a month or a year off
letters    two letters of a name change places
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.accuracy.gold import Label, Labelled, Topic, number
from factcheck.compare.agree import agree
from factcheck.language.lexicon import load
from factcheck.model import Claim, Quantity, Span

KINDS = (
    "swap",
    "digit",
    "zero",
    "magnitude",
    "any",
    "neighbour",
    "exchange",
    "stale",
    "word",
    "day",
    "letters",
)
_NUMBER = re.compile(r"\d(?:[\d.,  \u202f\u2009]*\d)?")
_MAGNITUDES = (
    ("thousand", "million", "billion"),
    ("mille", "millions", "milliards"),
    ("million", "milliard"),
    ("mil", "millones"),
)
NEAR = 120
"""How many characters lie at most between two figures that change places."""
_SMALL = 13
"""Numbers below it are often told in words."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A copy of an article in which one figure, date or name of a claim is wrong: `text` with it at `span`.

    `kind` is one of KINDS; or "foreign" for a right value of `claim` put where the text is about another
    thing, which is a mention of nothing."""

    kind: str
    article: Labelled
    claim: str
    text: str
    span: Span


def mistakes(topic: Topic, seed: int = 0) -> Iterator[Mistake]:
    """The mistakes of a topic, the same for the same seed: each kind once in each right mention that can
    have it."""
    claims = {claim.id: claim for claim in topic.registry.claims}
    for article in topic.articles:
        if "-edited" in article.path.name:
            continue
        text = article.path.read_text("utf-8")
        for label in article.labels:
            if label.claim is None or label.verdict != "supported":
                continue
            chance = random.Random(f"{seed} {article.path.name} {label.start}")
            for kind, wrong in _wrong(label, text, article, claims[label.claim], chance):
                yield _put(kind, article, label, label.claim, text, wrong)
            yield from _exchanged(label, text, article)


def _exchanged(label: Label, text: str, article: Labelled) -> Iterator[Mistake]:
    """The article with a claim's digits and those of the next claim's figure in each other's place."""
    others = (other for other in article.labels if other.claim and 0 < other.start - label.end < NEAR)
    other = min(others, key=lambda other: other.start, default=None)
    if not other or not label.claim or other.claim == label.claim or number(other.value) is None:
        return
    mine, theirs = (_NUMBER.search(text[one.start : one.end]) for one in (label, other))
    if not mine or not theirs or mine[0] == theirs[0]:
        return
    if (
        text[label.start + mine.end() : label.end].split()
        != text[other.start + theirs.end() : other.end].split()
    ):
        return  # they are in other units
    between = text[label.start + mine.end() : other.start + theirs.start()]
    head, tail = text[: label.start + mine.start()], text[other.start + theirs.end() :]
    size = label.end - label.start + len(theirs[0]) - len(mine[0])
    wrong = head + theirs[0] + between + mine[0] + tail
    if not _right(text[label.start : label.end], wrong[label.start : label.start + size], label):
        yield Mistake("exchange", article, label.claim, wrong, (label.start, label.start + size))


def foreign(topic: Topic, seed: int = 0) -> Iterator[Mistake]:
    """Right values of claims put where an article speaks of other things, a few a figure."""
    claims = [claim for claim in topic.registry.claims if claim.kind == "quantity"]
    for article in topic.articles:
        text = article.path.read_text("utf-8")
        for label in article.labels:
            figure = text[label.start : label.end]
            found = _NUMBER.search(figure)
            if label.claim is not None or number(label.value) is None or not found:
                continue
            chance = random.Random(f"{seed} {article.path.name} {label.start}")
            for claim in chance.sample(claims, min(3, len(claims))):
                value = chance.choice(claim.values).text if claim.values else ""
                digits = _NUMBER.search(value)
                if digits:
                    wrong = figure[: found.start()] + digits[0] + figure[found.end() :]
                    yield _put("foreign", article, label, claim.id, text, wrong)


def _put(kind: str, article: Labelled, label: Label, claim: str, text: str, wrong: str) -> Mistake:
    changed = text[: label.start] + wrong + text[label.end :]
    return Mistake(kind, article, claim, changed, (label.start, label.start + len(wrong)))


def _wrong(
    label: Label, text: str, article: Labelled, claim: Claim, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Each kind of mistake that a label can have, with what then stands there."""
    said = text[label.start : label.end]
    if claim.kind == "date":
        yield from (("day", wrong) for wrong in _days(said, chance))
    elif claim.kind == "name":
        yield from (("letters", wrong) for wrong in _letters(said))
    elif number(label.value) is not None:
        for kind, wrong in _figures(said, label, text, article, claim, chance):
            if wrong != said and not _right(said, wrong, label):
                yield kind, wrong


def _right(said: str, wrong: str, label: Label) -> bool:
    """Whether a mistake is none: by its digits it agrees with the right value."""
    before, after = _read(said), _read(wrong)
    value = number(label.value)
    if not before or after is None or value is None:
        return False
    told = Quantity(value * after / before)
    return agree(told, Quantity(value))


def _read(said: str) -> float | None:
    found = _NUMBER.search(said)
    if not found:
        return None
    plain = re.sub(r"[^\d.,]", "", found[0])
    plain = re.sub(r"[.,](?=\d{3}(\D|$))", "", plain).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _figures(
    said: str, label: Label, text: str, article: Labelled, claim: Claim, chance: random.Random
) -> Iterator[tuple[str, str]]:
    found = _NUMBER.search(said)
    if found:
        head, digits, tail = said[: found.start()], found[0], said[found.end() :]
        for kind, wrong in _digits(digits, tail, chance):
            yield kind, head + wrong + tail
        other = _neighbour(label, text, article)
        if other:
            yield "neighbour", head + other + tail
        yield from (("stale", head + old + tail) for old in _stale(label, claim, digits))
        value = number(label.value)
        if said == digits and value is not None and value == int(value) and 1 < value < _SMALL:
            yield "word", _in_words(int(value), article.language, chance)
    yield from (("magnitude", wrong) for wrong in _magnitude(said))


def _digits(digits: str, tail: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    at = [i for i, char in enumerate(digits) if char.isdigit()]
    pairs = [(i, j) for i, j in pairwise(at) if digits[i] != digits[j]]
    if pairs := [(i, j) for i, j in pairs if i != at[0] or digits[j] != "0"]:
        i, j = chance.choice(pairs)
        chars = list(digits)
        chars[i], chars[j] = chars[j], chars[i]
        yield "swap", "".join(chars)
    i = chance.choice(at)
    other = chance.choice([digit for digit in "123456789" if digit != digits[i]])
    yield "digit", digits[:i] + other + digits[i + 1 :]
    if len(at) == len(digits) > 1 and tail.strip() in ("", "%"):
        yield "zero", digits[:-1] if digits.endswith("0") and chance.random() < 0.5 else digits + "0"
    drawn = iter([chance.choice("123456789"), *(chance.choice("0123456789") for _ in at[1:])])
    yield "any", "".join(next(drawn) if char.isdigit() else char for char in digits)


def _neighbour(label: Label, text: str, article: Labelled) -> str | None:
    """The digits of the nearest other figure of the article that are none of this claim's."""
    others = sorted(article.labels, key=lambda other: abs(other.start - label.start))
    for other in others:
        found = _NUMBER.search(text[other.start : other.end])
        if found and other.claim != label.claim and number(other.value) is not None:
            return found[0]
    return None


def _stale(label: Label, claim: Claim, digits: str) -> Iterator[str]:
    """The claim's first value, as the registry writes it, where that is plain digits and no longer holds."""
    value, said = next(iter(claim.values), None), number(label.value)
    if value is None or value.quantity is None or said is None or not value.as_of:
        return
    found = _NUMBER.fullmatch(value.text)
    same = agree(value.quantity, Quantity(said, unit=value.quantity.unit))
    if found and not same and len(found[0]) >= len(digits) - 1:
        yield found[0]


def _in_words(value: int, language: str, chance: random.Random) -> str:
    known = load(language or "en").numbers("figures.numbers")
    return chance.choice(sorted(word for word, says in known.items() if 1 < says < _SMALL and says != value))


def _magnitude(said: str) -> Iterator[str]:
    for words in _MAGNITUDES:
        for at, word in enumerate(words):
            if re.search(rf"\b{word}\b", said):
                yield re.sub(rf"\b{word}\b", words[at - 1] if at else words[at + 1], said)
                return


def _days(said: str, chance: random.Random) -> Iterator[str]:
    found = re.search(r"(?<!\d)\d\d?(?!\d)", said)
    if found:
        day = int(found[0])
        yield said[: found.start()] + str(day - 1 if day > 9 else day + 1) + said[found.end() :]
    year = re.search(r"(?:19|20)\d\d", said)
    if year:
        yield said[: year.start()] + str(int(year[0]) + chance.choice((-1, 1))) + said[year.end() :]


def _letters(said: str) -> Iterator[str]:
    for at in range(len(said) - 3, 2, -1):
        if said[at].isalpha() and said[at - 1].islower() and said[at] != said[at - 1]:
            yield said[: at - 1] + said[at] + said[at - 1] + said[at + 1 :]
            return
