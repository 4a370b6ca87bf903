"""What the words right beside a figure make of it: an addition ("3,000 more"), a part ("23,000 of them")."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from factcheck.compare.agree import agrees
from factcheck.extract.phrases import Phrases
from factcheck.language.lexicon import Lexicon, load
from factcheck.language.words import Words
from factcheck.match.evidence import Reading
from factcheck.match.index import Entry
from factcheck.match.setting import Setting
from factcheck.model import Figure, Quantity

TAIL = 40
"""How many characters after a figure may say that it is an addition ("3,000 more")."""
REACH = 3
"""A part's word stands at most so many words away from its figure ("including at least some 40")."""


def set_aside(reading: Reading, quantity: Quantity, entry: Entry) -> str | None:
    """Why a figure that differs from a claim is no mention of it: it comes on top of what the claim counts,
    or is a part of it, and the claim speaks of no such thing (contract.md, "What is a mention")."""
    on_top = reading.additional and "@additional" not in entry.keys
    counts_it = reading.figure.noun is not None and reading.noun & entry.keys.keys() and not reading.again
    if not (on_top or (reading.part and not counts_it)) or agrees(quantity, entry.claim):
        return None
    return "told as an addition" if on_top else "told as a part"


def is_addition(setting: Setting, number: int, figure: Figure) -> bool:
    """Whether a figure of sentence `number` comes on top of another one: what follows the next is of that."""
    around = setting.around
    start, end = setting.span(number)
    word = bisect_left(around.words.starts, figure.outer_start)
    before = max(start, around.words.starts[word - 1]) if word else start  # "a further five"
    following = bisect_left(around.figures, figure.outer_end, key=lambda other: other.outer_start)
    ends = [other.outer_start for other in around.figures[following : following + 1]]
    near = around.keys((before, min(figure.outer_end + TAIL, end, *ends)))
    return "@additional" in near or _more(around.words, figure, setting.language(figure.start))


def _more(text: Words, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a word behind a figure makes it an addition: "3,000 more", but not "3,000 more than"."""
    at = bisect_left(text.starts, figure.end)
    after = text.folded[at : at + 2]
    additions, unless = lexicon.words("additions.after"), lexicon.words("additions.unless")
    return bool(after) and after[0] in additions and not (len(after) > 1 and after[1] in unless)


def is_part(setting: Setting, number: int, figure: Figure) -> bool:
    """Whether a figure of sentence `number` is said to be a part of what another one counts."""
    text = setting.around.words
    sentence = text.within(*setting.span(number))
    before, after = _parts(setting.language(figure.start).code)
    here, behind = bisect_left(text.starts, figure.outer_start), bisect_left(text.starts, figure.end)
    ahead = text.folded[max(sentence.start, here - REACH - 1) : here]
    return before.within(ahead) or after.within(text.folded[behind : min(sentence.stop, behind + REACH + 1)])


@cache
def _parts(code: str) -> tuple[Phrases, Phrases]:
    before, after = (Phrases({side: load(code).words(f"parts.{side}")}) for side in ("before", "after"))
    return before, after
