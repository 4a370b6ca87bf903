"""What was not checked, or only by a guess: the kinds that there are, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.model import Gap, Unchecked


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of what was not checked: what a summary calls it (`3 blocks` `taken for code`), and what it is,
    in a sentence. What is `counted` in the account of figures needs no words of its own in a summary."""

    name: Gap
    noun: str
    rest: str
    what: str
    counted: bool = False


KINDS = (
    Kind("no-reader", "file", "not read",
         "a file that looks like a text, in a format that cannot be read"),
    Kind("linked-folder", "linked folder", "not followed",
         "a link to a folder, which is not followed"),
    Kind("nested", "passage", "nested too deep",
         "a list or a quotation nested too deep to be read"),
    Kind("not-closed", "mark", "never closed",
         "a comment, a fence or an element of code that is never closed: what follows was read as text"),
    Kind("no-language", "article", "in an unknown language",
         "an article in a language that is not known, or whose words do not tell which: read by a guess"),
    Kind("no-match", "claim", "that nothing can match",
         "a claim that no article can match: its phrases have no word to look for"),
    Kind("no-phrase", "text", "in a language of no claim",
         "an article, a block or a quotation in a language in which no claim has a phrase: matched by the "
         "thesaurus alone"),
    Kind("no-date", "article", "without a date",
         "an article without a date, judged as of today"),
    Kind("code", "block", "taken for code",
         "a block that was taken for code"),
    Kind("left-out", "part", "left out",
         "what a file has that is no part of an article, for each reason once: furniture of a page, a quoted "
         "message, a hidden text, a draft of an export"),
    Kind("furniture", "passage", "of furniture",
         "a passage with figures that was taken for furniture of the page: a link, a counter, a credit",
         counted=True),
    Kind("possible", "mention", "possibly about a claim",
         "a figure, a date or a name that may be about a claim, on which nobody has settled",
         counted=True),
)  # fmt: skip
"""The kinds, the gravest first."""
BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
NAMES = tuple(BY_NAME)


def counts(rows: Iterable[Unchecked]) -> dict[Gap, int]:
    """How many there are of each kind, the gravest first; none are left out."""
    counted = Counter(row.kind for row in rows)
    return {kind.name: counted[kind.name] for kind in KINDS}
