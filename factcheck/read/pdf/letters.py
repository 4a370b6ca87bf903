"""Letters that a page shows as one and its file holds in pieces: ligatures, accents beside their letters."""

from __future__ import annotations

import re
from unicodedata import normalize

_ODD = re.compile(r"[ﬀ-ﬆ]|[´¨ˆ˜ˇ¸˚˘](?=[A-Za-zı])|(?<=\w)`(?=[aeiou])")
_SPLIT = re.compile(r"([´¨ˆ˜ˇ¸˚˘]|(?<=\w)`)([A-Za-zı])")
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_ACCENTS = dict(zip("´¨ˆ˜ˇ¸˚˘`", "\u0301\u0308\u0302\u0303\u030c\u0327\u030a\u0306\u0300", strict=True))


def whole(word: str) -> str:
    """A word with each of its letters as one: `ﬁn` as `fin`, `na¨ıve` (what TeX writes) as `naïve`."""
    if (word.isascii() and "`" not in word) or not _ODD.search(word):
        return word
    word = _LIGATURE.sub(lambda found: normalize("NFKC", found[0]), word)
    return _SPLIT.sub(_accented, word)


def _accented(found: re.Match[str]) -> str:
    letter = "i" if found[2] == "ı" else found[2]
    made = normalize("NFC", letter + _ACCENTS[found[1]])
    return made if len(made) == 1 else found[0]
