"""Two numbers that are one reading: ranges (`3 à 4 millions`, `20-30 %`) and lists that share a magnitude."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from factcheck.extract.figures.atoms import Atom
from factcheck.extract.figures.changes import Changes, parted
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Text, spaced
from factcheck.language.lexicon import Lexicon

Link = Literal["dash", "loose dash", "comma", "and", "to", "or", ""]
_DASHES = frozenset("-\u2010\u2011–—")
_LIKE = 100.0
_NEAR = 10.0
_THOUSAND = 1000


class Links(NamedTuple):
    """The words that link two numbers."""

    words: dict[str, Link]
    between: frozenset[str]
    articles: frozenset[str]
    origins: frozenset[str]
    changes: Changes

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Links:
        """Compile `figures.ranges`. Raises LexiconError where a list is missing."""
        kinds: tuple[Link, ...] = ("and", "to", "or")
        return cls(
            words={word: kind for kind in kinds for word in folds(lexicon.words(f"figures.ranges.{kind}"))},
            between=folds(lexicon.words("figures.ranges.between")),
            articles=folds(lexicon.words("figures.articles")),
            origins=folds(lexicon.words("figures.ranges.from")),
            changes=Changes.of_lexicon(lexicon),
        )


def join(text: Text, atoms: Sequence[Atom], links: Links) -> list[Atom]:
    """Atoms in order, with ranges made one and lists sharing their magnitude; scores and seasons left out."""
    out: list[Atom] = []
    link: Link
    for atom in atoms:
        link = _link(text, out[-1], atom, links) if out else ""
        if not link:
            out.append(_from_one(text, atom, links))
            continue
        if link == "or" and (size := _listed(text, out, links)):
            _share_backwards(out, size, atom)
        elif link == "to" and parted(text, out[-1], atom, links.changes):
            out[-1] = _share(out[-1], atom)
        elif joined := _range(text, out[-1], atom, link, links):
            out[-1] = joined
            continue
        elif link == "dash" or (link == "to" and _is_score(text, out[-1], atom, links)):
            out.pop()
            continue
        out.append(atom)
    return out


def _link(text: Text, left: Atom, right: Atom, links: Links) -> Link:
    """What links two atoms that are next to each other."""
    if right.first - left.last > 2 or right.outer_start - left.outer_end > 12:
        return ""
    gap = text.prose[left.outer_end : right.outer_start]
    if right.first == left.last + 2:
        i = left.last + 1
        around = gap[: text.starts[i] - left.outer_end], gap[text.ends[i] - left.outer_end :]
        return links.words.get(text.folded[i], "") if all(map(spaced, around)) else ""
    mark = gap.strip(" \u00a0\u202f")
    if mark in _DASHES:
        return "dash" if mark == gap else "loose dash"
    return "comma" if mark == "," else ""


def _listed(text: Text, out: Sequence[Atom], links: Links) -> int:
    """How many atoms at the end are linked by commas, if more than one."""
    size = 1
    while size < len(out) and _link(text, out[-size - 1], out[-size], links) == "comma":
        size += 1
    return size if size > 1 else 0


def _share_backwards(out: list[Atom], size: int, last: Atom) -> None:
    """`20, 30 or 40,000`: the thousands of the last are those of all, or of none."""
    shared = [_share(atom, last) for atom in out[-size:]]
    if all(new.value != old.value for new, old in zip(shared, out[-size:], strict=True)):
        out[-size:] = shared


def _share(low: Atom, high: Atom) -> Atom:
    """A bare number with the magnitude that only the greater one after it names: `3 à 4 millions`, `5
    to 10,000`."""
    signed = low.outer_start < low.start and high.unit in (None, low.unit)  # €200 to €220 million
    if low.scale != 1 or (low.unit and not signed) or low.shape == "grouped":
        return low
    for scale in [high.scale] * (high.scale > 1) if signed else _scales(high):
        grown = low.value * scale
        if low.value < high.value / scale and grown * _NEAR >= high.value:
            return low._replace(value=grown, scale=high.scale)
    return low


def _scales(high: Atom) -> list[float]:
    if high.scale > 1:
        # of "trois cent mille" the hundred thousands are shared, then the thousands
        place = 1.0
        while high.shape == "word" and high.value % (place * 10) == 0 and place < high.value:
            place *= 10
        return [place, high.scale] if place > high.scale else [high.scale]
    grouped = high.shape == "grouped" and high.value % _THOUSAND == 0
    return [float(_THOUSAND)] if grouped else []


def _range(text: Text, low: Atom, high: Atom, link: Link, links: Links) -> Atom | None:
    """One reading of two atoms, if they are the ends of a range."""
    if low.high is not None or link == "comma" or (low.unit and high.unit and low.unit != high.unit):
        return None
    if low.unit == "times" != high.unit:  # doubled to 94
        return None
    if (low.yearlike or high.yearlike) and not high.unit:
        return None
    if link == "and" and not _between(text, low, links):
        return None
    low = _share(low, high)
    if not low.value < high.value or not _alike(low, high, link):
        return None
    unit = low.unit or high.unit
    if link in ("dash", "loose dash") and not (unit or high.scale > 1 or high.noun):
        return None
    return high._replace(
        start=low.start,
        first=low.first,
        outer_start=low.outer_start,
        value=low.value,
        high=high.value,
        unit=unit,
        shared=low.shared or high.shared,
    )


def _is_score(text: Text, left: Atom, right: Atom, links: Links) -> bool:
    """Whether two numbers that are no range are a score: `3 à 1`, not `de 5 à 3 ans`."""
    bare = all(side.shape == "plain" and not side.unit and side.value < 100 for side in (left, right))
    return bare and not right.noun and text.word(left.first - 1) not in links.origins


def _between(text: Text, low: Atom, links: Links) -> bool:
    return text.word(low.first - 1) in links.between and spaced(text.gap_before(low.first, low.outer_start))


def _alike(low: Atom, high: Atom, link: Link) -> bool:
    """Whether two ends are near enough: consecutive for `or`, of one order for dashes, else within a
    hundredfold."""
    if link == "or":
        place = _common_place(low.value, high.value)
        return round((high.value - low.value) / place) == 1
    limit = _NEAR if link == "loose dash" else _LIKE
    return low.value <= 0 or high.value <= low.value * limit


def _common_place(low: float, high: float) -> float:
    place = 1.0
    while low % (place * 10) == 0 and high % (place * 10) == 0 and place < high:
        place *= 10
    return place


def _from_one(text: Text, atom: Atom, links: Links) -> Atom:
    """`un ou deux`, `one to three`: a range from one, which alone is no number."""
    i = atom.first - 2
    if i < 0 or text.word(i) not in links.articles or links.words.get(text.word(i + 1)) not in ("to", "or"):
        return atom
    if atom.shape != "word" or atom.scale != 1 or not (spaced(text.gap(i)) and spaced(text.gap(i + 1))):
        return atom
    if not 1 < atom.value <= _NEAR or atom.high is not None:
        return atom
    at = text.starts[i]
    return atom._replace(start=at, first=i, outer_start=at, value=1.0, high=atom.value)
