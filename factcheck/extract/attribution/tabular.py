"""Who says so in a table: its column's head, or what a row has in its column of sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.extract.attribution.asides import brackets
from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import Cue, Scene
from factcheck.extract.tables import above
from factcheck.model import Attribution, Block, Span

_HEADERS = ("labels", "prepositions", "headers", "polls")
_COUNTING = ("accounts", "stand_ins")
"""What heads a table's column of sources; the latter beside counts, or where it is not the first."""


class Tables:
    """The tables of one article."""

    def __init__(
        self, prose: str, scene: Callable[[int, int], Scene], cues: Callable[[str], Sequence[Cue]]
    ) -> None:
        """`scene` sets the scene of any words of the prose, `cues` finds those in the words of a scene."""
        self._prose, self._scene, self._cues = prose, scene, cues

    def column(self, block: Block | None, span: Span) -> Attribution | None:
        """Whoever the head of a mention's column names: `| | Ministry | Union |`."""
        cell = block and block.header and above(self._prose, block.header, block.end, span)
        here = self._scene(*cell) if cell else None
        if not cell or not here:
            return None
        named = [cue.naming for cue in self._cues(here.reader.prose) if cue.naming.head in NAMED]
        whole = here.reader.whole(0, len(here.line))
        counted = here.line.any(0, len(here.line), "plural_bodies")
        named += _bracketed(here)
        named += [whole] if whole and whole.head in {"registry", "body"} and not counted else []
        return Attribution("sourced", named[0].name, *cell) if named else None

    def row(self, here: Scene, block: Block | None, cues: Sequence[Cue]) -> Naming | None:
        """Whoever a row names in its column of sources; where it has no cue of its own (`cues`), the source
        of the registry that has a cell to itself, or a name in brackets."""
        top = self._scene(*block.header) if block and block.header else None
        if block and block.header and top and (header := top.line):
            counted = {_column(header, k) for k in range(len(header)) if header.has(k, "accounts")}
            counts = bool(counted) and not {0} < counted  # `Toll | Figure`: what is counted, and how many
            plain = [top.start(k) for k in range(len(header)) if _sourcing(header, k, _HEADERS)]
            kinds = (*_HEADERS, *_COUNTING)
            loose = [k for k in range(len(header)) if counts or _column(header, k) > 0]
            heads = plain or [top.start(k) for k in loose if _sourcing(header, k, kinds)]
            starts = map(here.start, range(len(here.line)))
            above_it = [above(self._prose, block.header, block.end, (at, at)) for at in starts]
            cell = [k for k, head in enumerate(above_it) if head and any(at in range(*head) for at in heads)]
            named = _celled(here, cell, bool(plain)) or (_alone(here, counts) if counts else None)
            if named:
                return named
        return None if cues else _alone(here, False) or next(_bracketed(here), None)


def _sourcing(header: Line, k: int, kinds: Sequence[str]) -> bool:
    """Whether a column of sources is headed so: `Source`; `Agency` beside counts, or not in the first."""
    end = max(header.marks[k].get(kind, 0) for kind in kinds)
    end += end > 0 and header.has(end, "affiliations", "by")
    return end > 0 and (end >= len(header) or header.has(end, "|"))


def _column(header: Line, k: int) -> int:
    return sum(header.has(w, "|") for w in range(k + 1))


def _celled(here: Scene, cell: list[int], plain: bool) -> Naming | None:
    """Whoever the words of a cell name; where its column is `plain`, that of sources, a capital is enough.

    The paper's own desk is nobody."""
    if not cell or here.line.has(cell[0], "desk", "numbers"):
        return None
    first, last = cell[0], cell[-1] + 1
    named = here.reader.read(first, last)
    if named and (named.vague or named.head in NAMED):
        return named if plain or named.head != "name" or named.last == last else None
    if not plain:
        return None
    if not here.line.capital(first):
        return Naming("people", None, first, last)
    return Naming("name", " ".join(here.line.raw[first:last]), first, last)


def _alone(here: Scene, counts: bool) -> Naming | None:
    """The registry's source that has a cell to itself; in the first one of a table of counts, a body."""
    line, reader = here.line, here.reader
    cells = [(k, line.stops[k]) for k in range(len(line)) if k == 0 or line.cuts[k]]
    named = (who for low, stop in cells if (who := reader.registered(low, stop)) and who.last == stop)
    body = reader.whole(*cells[0]) if counts and cells else None
    held = body and body.head == "body" and not line.any(0, body.last, "havers")
    return next(named, body if held else None)


def _bracketed(here: Scene) -> Iterator[Naming]:
    """`Losses (X) | 12`: a name alone in brackets."""
    for bracket in brackets(here.line):
        naming = here.reader.named(*bracket)
        if naming and (naming.first, naming.last) == bracket:
            yield naming
