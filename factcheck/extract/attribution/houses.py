"""The body for which somebody named speaks, where the article introduces him: `X, who runs the institute`,
`the union's secretary, X`."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import Scene
from factcheck.language.words import Words, folded
from factcheck.model import Sentence, Span

_LOOKS = 4
"""How many times at most a name is looked up in its article."""
_WORDS = 12


class Houses:
    """Who speaks for whom in one article."""

    def __init__(
        self, prose: str, words: Words, sentences: Sequence[Sentence], scene: Callable[[int], Scene]
    ) -> None:
        """`words` are those of the prose; `scene` sets the scene of a sentence by its index."""
        self._prose, self._words, self._sentences, self._scene = prose, words, sentences, scene
        self._found: dict[str, str | None] = {}

    def of(self, name: str) -> str | None:
        """The name of the body that somebody, by his name, is said to speak for."""
        surname = name.rsplit(maxsplit=1)[-1]
        if surname not in self._found:
            self._found[surname] = next(self._introductions(surname), None)
        return self._found[surname]

    @cached_property
    def _capitals(self) -> Mapping[str, Sequence[int]]:
        """Where the words that the article writes with a capital end, the first few of each, folded."""
        found = defaultdict[str, list[int]](list)
        cut = self._words
        for start, end, word in zip(cut.starts, cut.ends, cut.folded, strict=True):
            if self._prose[start].isupper() and len(found[word]) < _LOOKS:
                found[word].append(end)
        return found

    def _introductions(self, surname: str) -> Iterator[str]:
        for end in self._capitals.get(next(reversed(folded(surname)), ""), ()):
            start = end - len(surname)
            index = bisect_right(self._sentences, start, key=attrgetter("start")) - 1
            whole = index >= 0 and end <= self._sentences[index].end
            own = whole and self._prose[start:end] == surname
            house = introduced(self._scene(index), (start, end)) if own else None
            if house and house.name:
                yield house.name


def introduced(here: Scene, surname: Span) -> Naming | None:
    """The body for which a sentence says that somebody, whose name ends at a span of the article, speaks."""
    line = here.line
    end = here.words(surname)[1]
    first = end - 1
    while first and line.capital(first - 1) and not line.cuts[first]:
        first -= 1
    apposed = first > 0 and line.gaps[first].strip() == ","
    house = _house(here, max(line.heads[first - apposed], first - _WORDS), first)
    behind = end < len(line) and line.gaps[end].strip() == ","
    return house or (_house(here, end, min(line.stops[end], end + _WORDS)) if behind else None)


def _house(here: Scene, low: int, high: int) -> Naming | None:
    """The body in whose office words `low:high` say somebody is."""
    line, reader = here.line, here.reader
    role = line.first(low, high, "offices", "running")
    if role == high or line.any(low, high, "former"):
        return None
    known = reader.anywhere(low, high)
    if known:
        return known
    if line.any(low, role, "possessives", "relatives") and not line.has(role, "running"):
        start = line.heads[low - 1] if line.has(low, "relatives") else 0
        owner = reader.read(start, line.stops[start])
        return owner if owner and owner.head in NAMED and owner.last <= low else None
    bodies = [k for k in range(low, high) if line.has(k, "bodies") and not line.has(k, "offices")]
    start = bodies[0] if bodies else high
    named = reader.read(max(low, start - 1), high) if bodies else reader.read(role + 1, high)
    return named if named and named.head in ("registry", "body", *(() if bodies else ("name",))) else None
