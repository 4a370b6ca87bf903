"""A number written as another one is: its separators, its magnitude, as many decimals as it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.lexicon import Lexicon

_CORE = re.compile(r"\d+(?:[.,'’ \xa0\u2007\u2009\u202f]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’ \xa0\u2007\u2009\u202f])\d{3})(?:\1\d{3})*(?![.,]?\d)")
_FOUR = re.compile(r"(?<![\d.,])\d[.,'’ \xa0\u2007\u2009\u202f]\d{3}(?![\d.,])")
"""A number of four digits in groups: who writes `2 000` writes `3 000`, too."""
_SPACE = "\u202f"
_EXACT, _NEAR = 1e-9, 0.005
"""The share by which a written number may miss the one that is meant: where few digits do, and where none."""
_ENDING = 3
"""How many letters two words share at their end that say in one form how many times: doubled, tripled."""
_MORE = 3
"""How many more decimals a number may take than the one in whose place it stands."""


def numerals(written: str, stood: float, number: float, prose: str, lexicon: Lexicon) -> Iterator[str]:
    """`number` as `written` (which stood for the number `stood`) says a number, in the ways that it can be
    read; `prose` is the text around, of whose separators those are taken that `written` has not."""
    core = _CORE.search(written)
    if stood * number < 0:  # a fall is no rise with another number
        return
    stood, number = abs(stood), abs(number)
    if core is None:
        yield from _in_place_of_words(written, stood, number, prose, lexicon)
        return
    for value, group, decimal in _readings(core[0]):
        factor = stood / value if value else 0
        if factor and 0.1 <= abs(number / factor) < 1e15:
            places = len(core[0].rpartition(decimal)[2]) if decimal else 0
            style = group or separator(prose, lexicon), decimal or lexicon.get("figures.digits.decimal")
            said = digits(number / factor, places, *style, always=bool(group or _FOUR.search(prose)))
            yield f"{written[: core.start()]}{said}{written[core.end() :]}"


def _in_place_of_words(
    written: str, stood: float, number: float, prose: str, lexicon: Lexicon
) -> Iterator[str]:
    """`nine million` as `10.5 million`; `nine` as `12`; `fivefold` as `fourfold`."""
    times = lexicon.numbers("figures.multipliers.words")
    if written.casefold() in times:
        ending = written[-_ENDING:]
        yield from (word for word, value in times.items() if value == number and word.endswith(ending))
        return
    style = separator(prose, lexicon), lexicon.get("figures.digits.decimal")
    scales = lexicon.numbers("figures.scales")
    last = written.rsplit(maxsplit=1)[-1] if written.split() else ""
    factor = scales.get(last.casefold(), 0)
    if factor > 1 and abs(stood) >= factor and number >= factor / 10:
        yield f"{digits(number / factor, 0, *style)} {last}"
    yield digits(number, 0, *style)


def _readings(core: str) -> Iterator[tuple[float, str, str]]:
    """What digits may stand for, with the separators of groups and of decimals, the likelier first."""
    marks = re.findall(r"\D", core)
    if not marks:
        yield float(core), "", ""
        return
    grouped = _GROUPED.fullmatch(core)
    if grouped:
        yield float(re.sub(r"\D", "", core)), marks[0], ""
    if marks[-1] in ".,":
        head, _, tail = core.rpartition(marks[-1])
        whole = re.sub(r"\D", "", head)
        yield float(f"{whole}.{tail}"), marks[0] if len(marks) > 1 else "", marks[-1]


def digits(number: float, places: int, group: str, decimal: str, *, always: bool = False) -> str:
    """A number in digits, with at least so many decimals and as many as it takes, a few more at most; in
    groups of three from 10,000 on, or wherever there are any if `always`."""
    fitting = [at for at in range(places, places + _MORE + 1) if _misses(number, at) <= _EXACT]
    near = [at for at in range(places, places + _MORE + 1) if _misses(number, at) <= _NEAR]
    taken = (fitting or near or [places + _MORE])[0]
    whole, _, rest = f"{abs(number):.{taken}f}".partition(".")
    if len(whole) > 4 or (always and len(whole) > 3):
        whole = f"{int(whole):,}".replace(",", group)
    return f"{'-' if number < 0 else ''}{whole}{decimal + rest if rest else ''}"


def _misses(number: float, places: int) -> float:
    return abs(float(f"{number:.{places}f}") - number) / abs(number) if number else 0.0


def separator(prose: str, lexicon: Lexicon) -> str:
    """What parts groups of three digits in a text; where it has none, what its language does."""
    found = _GROUPED.search(prose)
    return found[1] if found else "," if lexicon.code == "en" else _SPACE
