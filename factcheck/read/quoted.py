"""What of a mail's text is no article: the mail that it answers, and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.language.lexicon import languages, load

QUOTED = "a quoted mail"
SIGNED = "a signature"
_NEAR = 4
"""Lines below "From:" among which "Sent:" stands."""
_INTRO_LENGTH = 400
_SIGNATURE = re.compile(r"--[ \xa0]\s*\Z")
_QUOTE = re.compile(r"\s*>")
# only a mail program tells the minute or the address; "Le 3 mars, il a écrit :" is prose
_STAMP = re.compile(r"\d{1,2}\s?[:h]\s?\d\d|\S@\S|\[mailto:")


@dataclass(frozen=True, slots=True)
class _Signs:
    """The patterns of the words that mail programs write, in every language that there is."""

    intro: re.Pattern[str]
    original: re.Pattern[str]
    sender: re.Pattern[str]
    sent: re.Pattern[str]
    marks: re.Pattern[str]


@cache
def _signs() -> _Signs:
    def either(key: str) -> str:
        words = {word for code in languages() for word in load(code).words(f"mail.{key}")}
        return "|".join(
            re.escape(word).replace("'", "['’]").replace("\\ ", r"\s+")
            for word in sorted(words, key=len, reverse=True)
        )

    def pattern(written: str) -> re.Pattern[str]:
        return re.compile(written, re.IGNORECASE)

    bold = r"\s*\*?"
    return _Signs(
        pattern(rf"\s*(?:{either('leads')})\s.*\b(?:{either('wrote')})\b.{{0,60}}:\s*\Z"),
        pattern(rf"\s*[-_]{{2,}}\s*(?:{either('original')})\s*[-_]{{2,}}\s*\Z"),
        pattern(rf"{bold}(?:{either('from')})[ \xa0]?\*?[ \xa0]?:"),
        pattern(rf"{bold}(?:{either('sent')})[ \xa0]?\*?[ \xa0]?:"),
        pattern(rf"\s*(?:(?:{either('marks')})[ \xa0]?(?:\[\d+\])?:\s*)+"),
    )


def subject(said: str) -> str:
    """A subject without what answering and forwarding put before it."""
    return " ".join(_signs().marks.sub("", said, count=1).split())


def reasons(lines: list[str]) -> list[str]:
    """Of each line (or paragraph) of a mail why it is left out, an empty text where it is not."""
    whys: list[str] = []
    at = 0
    while at < len(lines):
        if _SIGNATURE.match(lines[at]):
            return [*whys, *(SIGNED for _ in lines[at:])]
        if _begins(lines, at):
            return [*whys, *(QUOTED for _ in lines[at:])]
        taken = _intro(lines, at)
        if taken and not _followed_by_quote(lines, at + taken):
            return [*whys, *(QUOTED for _ in lines[at:])]
        whys.extend([QUOTED] * taken or [QUOTED if _QUOTE.match(lines[at]) else ""])
        at += taken or 1
    return whys


def _begins(lines: list[str], at: int) -> bool:
    """Whether all from here on is the mail that is answered."""
    if _signs().original.match(lines[at]):
        return True
    below = lines[at : at + _NEAR]
    return bool(_signs().sender.match(lines[at])) and any(
        _signs().sent.match(row) for line in below for row in line.split("\n")
    )


def _intro(lines: list[str], at: int) -> int:
    """How many lines from here on introduce a quotation ("On … wrote:"), which may be wrapped."""
    for count in (1, 2, 3):
        rows = lines[at : at + count]
        said = " ".join(rows)
        if len(said) > _INTRO_LENGTH or not all(row.strip() for row in rows):
            return 0
        if said.rstrip().endswith(":") and _signs().intro.match(said):
            return count if _STAMP.search(said) or _followed_by_quote(lines, at + count) else 0
    return 0


def _followed_by_quote(lines: list[str], at: int) -> bool:
    below = next((line for line in lines[at : at + _NEAR] if line.strip()), "")
    return bool(_QUOTE.match(below))


def flowed(lines: Iterable[str], joined: bool) -> Iterator[str]:
    """The lines of a text that is `format=flowed` (RFC 3676), those that flow rejoined; `joined` says that
    the blank at a line's end is none of the text (DelSp)."""
    open_: list[str] = []
    for line in lines:
        text = line[1:] if line.startswith(" ") else line
        flows = text.endswith(" ") and not _SIGNATURE.match(text) and not text.startswith(">")
        if open_ and (text.startswith(">") or _SIGNATURE.match(text)):
            yield "".join(open_)
            open_ = []
        open_.append(text[:-1] if flows and joined else text)
        if not flows:
            yield "".join(open_)
            open_ = []
    if open_:
        yield "".join(open_)
