"""Letters as a page shows them: ligatures, accents that were drawn beside theirs, the signs of lists."""

from __future__ import annotations

import re
from unicodedata import normalize

_SIGN = re.compile("[\uf06c-\uf076\uf09f-\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]")  # of Symbol and Wingdings
_SPLIT = re.compile(r"([´¨ˆ˜ˇ¸˚˘]|(?<=\w)`)([A-Za-zı])")
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_ACCENTS = dict(zip("´¨ˆ˜ˇ¸˚˘`", "\u0301\u0308\u0302\u0303\u030c\u0327\u030a\u0306\u0300", strict=True))


def whole(word: str) -> str:
    """A word with each of its letters as one: `ﬁn` as `fin`, `na¨ıve` (what TeX writes) as `naïve`; the
    sign of a list's item, whatever its font, as `•`."""
    if len(word) == 1 and _SIGN.match(word):
        return "•"
    if word.isascii() and "`" not in word:
        return word
    word = _LIGATURE.sub(lambda found: normalize("NFKC", found[0]), word)
    return _SPLIT.sub(_accented, word)


def _accented(found: re.Match[str]) -> str:
    letter = "i" if found[2] == "ı" else found[2]
    made = normalize("NFC", letter + _ACCENTS[found[1]])
    return made if len(made) == 1 else found[0]
