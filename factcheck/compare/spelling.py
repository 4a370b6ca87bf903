"""Whether two names are one person's, spelt in two ways."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

SURNAME, ALONE, GIVEN = 4, 7, 5
"""How many letters a part of a name has at least in which one may be wrong; a surname alone, a first name."""
LONG = 8
"""From so many letters on two may be others."""
_SOUNDS = (
    ("tch|tsch|tsh|ch|sh|sch|sz|cz", "s"),
    ("ou|oo", "u"),
    ("w", "v"),
    ("g(?=[ei])", "i"),
    ("ph", "f"),
    ("kh|ck|q|c|x", "k"),
    ("dj|zh|j|y|ij|i", "i"),
    ("th", "t"),
    ("ine$", "in"),
    ("e$", ""),
    (r"(.)\1", r"\1"),
    ("h", ""),
)
_RULES = [(re.compile(old), new) for old, new in _SOUNDS]


def respelt(one: Sequence[str], other: Sequence[str], at: int) -> bool:
    """Whether two names, each as its folded parts, differ in the spelling of part `at`, the surname last."""
    return (surnames_alike if at in (-1, len(one) - 1) else given_alike)(one[at], other[at])


def rest(name: Sequence[str], at: int) -> tuple[str, ...]:
    """What the other parts of a name (folded) sound like: the same for the same name, spelt in two ways."""
    return tuple(sound(part) + part[-2:] for part in (*name[:at], *name[at + 1 :]))


@lru_cache(maxsize=65536)
def surnames_alike(one: str, other: str) -> bool:
    """Whether two surnames (folded) are one by their sound, or but for a letter; a plural's or a genitive's
    is none."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SURNAME or longer == f"{shorter}s" or one == other:
        return False
    if sound(one) == sound(other):
        return True
    if sound(one)[:1] != sound(other)[:1]:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other) <= (2 if len(shorter) >= LONG else 1)


@lru_cache(maxsize=65536)
def given_alike(one: str, other: str) -> bool:
    """Whether two first names (folded) are one, spelt in two ways: another ending is another's name."""
    if min(len(one), len(other)) < GIVEN or one == other or one[-2:] != other[-2:]:
        return False
    return sound(one) == sound(other) or (_bare(one) == _bare(other) and one[0] == other[0])


def sound(name: str) -> str:
    """A folded name by its sound, so that what was brought from another alphabet in two ways is the same."""
    for old, new in _RULES:
        name = old.sub(new, name)
    return name


def _bare(name: str) -> str:
    """A name without its vowels but for how many there are."""
    return re.sub("[aeiouy]", ".", name)
