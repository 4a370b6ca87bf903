"""The unit of a claim or of a value as people write it: by symbol, sign or name, or a rate of such.

What no table has is known to itself alone where it looks like a unit (`TEU`, `mSv`, `bpm`), and a plain
count of it where it looks like a noun (`containers`); a slip of a unit that there is (`tonness`) is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

from factcheck.language.units import Rate, Share, is_currency, is_known, units
from factcheck.model import Claim
from factcheck.registry.suggest import nearest, slips
from factcheck.registry.vocabulary import (
    magnitude,
    no_nouns,
    plain,
    rate_people,
    rate_words,
    unit_names,
    unit_symbol,
)

_ROUND = frozenset(10.0**power for power in (2, 3, 4, 5, 6, 9))
_COUNT = re.compile(r"([1-9][0-9]{0,2}(?:[ ,.][0-9]{3})+|[1-9][0-9]*)?\s*(.*)", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*\.?")
_VOWELS = frozenset("aeiouyœæ")
_LONGEST = 24
_SHORTEST = 3


def read_unit(text: str) -> str | None:
    """The unit that a text is (`km²`, `kg/ha`, `dollars per barrel`), one of the registry's own included;
    None for a noun, whose plain count it is, and for nonsense (`mistake` tells the two apart)."""
    symbol = unit_symbol(text)
    if symbol is not None:
        return symbol
    parted = part(text)
    if parted is not None:
        of, per = parted
        known = measured(of)
        return Rate(known, per).symbol if known or not of or is_noun(of) else None
    return text if is_own(text) else None


def measured(of: str) -> str | None:
    """What a rate is of: a unit, `people` for inhabitants too; None for any other noun, and for nothing."""
    return "people" if plain(of) in rate_people() else read_unit(of) if of else None


def mistake(text: str) -> str | None:
    """What a unit should be that is no unit and no noun: the one that it is a slip of, or nothing to offer
    (an empty text); None where there is nothing wrong with it."""
    parted = part(text)
    if parted is not None:
        wrong = [mistake(word) for word in (parted[0], *_own_names(parted[1])) if word]
        return next((guess for guess in wrong if guess is not None), None)
    if unit_symbol(text) is not None:
        return None
    return meant(text) or (None if is_own(text) or _is_phrase(text) else "")


def _own_names(per: Iterable[Share]) -> Iterator[str]:
    return (share.unit for share in per if share.unit and share.unit not in units())


def _is_phrase(text: str) -> bool:
    return text.replace(" ", "").replace("-", "").replace("'", "").isalpha()


def is_noun(word: str) -> bool:
    """Whether a word that is no unit looks like a noun: in lower case but for its first letter, with a
    vowel."""
    lower = word[1:].islower() and _is_phrase(word) and len(word) >= _SHORTEST
    return lower and bool(_WORD.fullmatch(word)) and bool(_VOWELS & set(plain(word)))


def counts(word: str) -> bool:
    """Whether a word behind a registry's value is the noun that it counts: no number, month or slip."""
    near = nearest(plain(word), no_nouns(), likeness=0.5)
    slip = near is not None and slips(plain(word), near) <= min(2, len(word) // 4)
    return is_noun(word) and not _is_number(word) and not slip and meant(word) is None


def is_own(text: str) -> bool:
    """Whether a text looks like a unit that no table has: one word, short, and no noun."""
    if not _WORD.fullmatch(text) or len(text) > _LONGEST or not any(char.isalpha() for char in text):
        return False
    return not is_noun(text) and not text[0].isdigit() and not _is_number(text)


def _is_number(text: str) -> bool:
    """Whether a word, or every letter of it, is a magnitude or a number: `k`, `kk`, `dozen`."""
    return plain(text) in no_nouns() or all(magnitude(letter) for letter in text)


@lru_cache(maxsize=4096)
def part(text: str) -> tuple[str, tuple[Share, ...]] | None:
    """What stands before the first sign or word of a rate, and what it is per; None where it is no rate."""
    for match in _links().finditer(text):
        per = _per(text[match.end() :], own=match[1] is None)
        if per:
            return text[: match.start()].rstrip(" ."), per
    return None


@cache
def _links() -> re.Pattern[str]:
    """A slash or a word that leads to what a rate is per; those of group 1 lead to many other things, too."""
    sure, loose = (_any(words) for words in rate_words())
    return re.compile(rf"\s*/\s*|(?:^|(?<=\s))(?:{sure}|({loose}))", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (r"\s*" if word.endswith("'") else r"\s+") for word in longest)


def _per(text: str, own: bool) -> tuple[Share, ...]:
    """What a rate is per: one thing, or several; nothing where a part is nonsense, or, without `own`, in no
    table."""
    parted = part(text)
    first, more = parted or (text, ())
    share = _share(first.strip())
    known = share is not None and (own or share.unit is None or share.unit in units())
    return (share, *more) if share and known else ()


def _share(text: str) -> Share | None:
    count, name = _counted(text)
    if name and plain(name) in rate_people():
        return Share(count, None if count in _ROUND else "people")
    symbol = unit_symbol(name) if name else None
    if symbol is None and count in _ROUND:  # per 100,000, of whatever
        return Share(count, None)
    if symbol is None:
        return Share(count, name) if count == 1 and _WORD.fullmatch(name) and len(name) <= _LONGEST else None
    return None if is_currency(symbol) or "/" in symbol else Share(count, symbol)


def _counted(text: str) -> tuple[float, str]:
    """A number before a name, one if there is none: `100 km`, `million people`."""
    match = _COUNT.fullmatch(text)
    assert match is not None  # it matches every text
    count = float(re.sub(r"\D", "", match[1] or "1"))
    first, _, rest = match[2].partition(" ")
    scale = magnitude(first) if first and unit_symbol(match[2]) is None else None
    return (count * scale, rest) if scale else (count, match[2])


def meant(name: str) -> str | None:
    """The unit that a word is, but for a plural or one letter dropped, added or swapped: `mms`, `tones`.
    A letter replaced makes it another noun (`titres` are no `litres`), as one more does of a short word."""
    word = plain(name)
    if word[-1:] == "s" and word[:-1] in unit_names():
        return word[:-1]
    if word[-1:].isdigit() and word[:-1] + "2" in unit_names():  # km4
        return word[:-1] + "2"
    guess = nearest(word, unit_names(), likeness=0.5)
    if guess is None or slips(word, guess) > 1:
        return None
    swapped = sorted(word) == sorted(guess)
    one_more = len(word) != len(guess) and min(len(word), len(guess)) > 4
    return guess if swapped or one_more else None


def own_units(claims: Iterable[Claim]) -> frozenset[str]:
    """The units of claims that have a part which no table has."""
    written = chain.from_iterable(map(written_units, claims))
    return frozenset(unit for unit in written if not is_known(unit))


def written_units(claim: Claim) -> tuple[str, ...]:
    """The units of a claim and of its values, each once."""
    said = (claim.unit, *(value.quantity.unit for value in claim.values if value.quantity))
    return tuple(dict.fromkeys(unit for unit in said if unit))
