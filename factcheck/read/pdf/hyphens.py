"""Words that a line's end parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from factcheck.language.lexicon import languages, load
from factcheck.language.words import fold
from factcheck.read.pdf.words import HYPHEN

_LAST = re.compile(rf"(\w+)[-{HYPHEN}\u2010\xad]$")
_UNBROKEN = re.compile(r"(?:\w[–—/]|\S@|://)$")  # what a line may end with, and no blank stands behind
_FIRST = re.compile(r"\w+")
_WORD = re.compile(r"\w+(?:-\w+)*")
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
_ENDINGS = 3  # letters of an inflection, at most


def known(texts: Iterable[str]) -> Counter[str]:
    """The words of some lines, folded, but for those that a line's end parts."""
    return Counter(
        word for text in texts for word in _WORD.findall(fold(_LAST.sub("", text))) if len(word) > 1
    )


def joined(text: str, line: str, words: Counter[str]) -> tuple[str, str]:
    """The end of a text as it goes before a line, and what stands between the two.

    A word that a hyphen parts is mended, unless the document or a lexicon has it with a hyphen, it is a
    number in words, one of its halves is a letter, or a capital or a digit stands there."""
    last, first = _LAST.search(text), _FIRST.match(line)
    if last is None:
        return text, "" if first and _UNBROKEN.search(text) else " "
    bare = text[:-1]
    if first is None:
        return f"{bare}-", " "
    return (f"{bare}-" if _is_compound(last[1], first[0], words) else bare), ""


def _is_compound(one: str, two: str, words: Counter[str]) -> bool:
    if one[-1].isdigit() or two[0].isdigit() or len(one) == 1 or len(two) == 1:
        return True
    name = two[0].isupper()
    one, two = fold(one), fold(two)
    whole, parted = one + two, f"{one}-{two}"
    if words[whole] or words[parted]:
        return words[parted] > words[whole]
    if name:
        return True
    compounds, numbers = _lexicons()
    return {one, two} <= numbers or any(
        parted[: len(parted) - cut] in compounds for cut in range(_ENDINGS + 1)
    )


@cache
def _lexicons() -> tuple[frozenset[str], frozenset[str]]:
    """The words with a hyphen and the number words of all languages, folded."""
    lexicons = [load(code) for code in languages()]
    compounds = (
        fold(word) for one in lexicons for text in _texts(one.data) for word in _COMPOUND.findall(text)
    )
    keys = ("figures.numbers", "figures.scales")
    numbers = (fold(word) for one in lexicons for key in keys for word in one.numbers(key))
    return frozenset(compounds), frozenset(numbers)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from (text for pair in node.items() for one in pair for text in _texts(one))
    elif isinstance(node, list):
        yield from (text for one in node for text in _texts(one))
