"""The registry's sources, found again where a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

import Stemmer

from factcheck.extract.attribution.marks import Line
from factcheck.language.words import fold, folded
from factcheck.model import Source

_PARTS = re.compile(r"[,()]")
_SLIP = 80.0  # for the later words of an alias whose first is found
_TYPO_LENGTH = 5
_ACRONYM_LENGTH = 6
_TITLE = 3
_KIN = 4
"""How many letters an office and its holder share at least."""

_Countries = Iterable[Iterable[str]]
_Alias = tuple[tuple[str, ...], tuple[str, ...], bool, str]


class SourceIndex:
    """Finds a source by its name or an alias, whatever the case, accents, inflection, or a typo."""

    def __init__(
        self, sources: Iterable[Source], stemmer: str, countries: _Countries, rules: Iterable[str]
    ) -> None:
        """`stemmer` is the name of the Snowball stemmer of the text's language, `countries` are the names of
        each country in it, `rules` what it calls a government."""
        self._stem = Stemmer.Stemmer(stemmer).stemWord
        self._aliases: dict[str, list[_Alias]] = {}
        self._spelled: dict[str, list[tuple[set[str], str]]] = {}
        self._last: dict[str, set[str]] = {}
        sources = tuple(sources)
        for source in sources:
            for text in _spellings(source):
                self._add(source.name, text)
        for aliases in self._aliases.values():
            aliases.sort(key=lambda alias: -len(alias[0]))
        self._hosts = {_host(source.url): source.name for source in sources if source.url}
        self._stems = {source.name: self._stemmed(" ".join(_spellings(source))) for source in sources}
        self._proper = {source.name: self._stemmed(" ".join(_capitals(source))) for source in sources}
        self._states = dict(self._governments(countries, rules))

    def _add(self, name: str, text: str) -> None:
        """One spelling of a source's name."""
        said = tuple(folded(text))
        stems = tuple(map(self._stem, said))
        if stems:
            acronym = text.isupper() and len(text) <= _ACRONYM_LENGTH
            self._aliases.setdefault(stems[0], []).append((stems, said, acronym, name))
        for stem in {*stems}:
            self._spelled.setdefault(stem, []).append(({*stems}, name))
        if 2 <= len(said) <= 3 and all(part[0].isupper() for part in text.split()):
            self._last.setdefault(said[-1], set()).add(name)

    def _stemmed(self, text: str) -> set[str]:
        return {self._stem(word) for word in folded(text)}

    def _governments(self, countries: _Countries, rules: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each name of a country whose government is a source, with that source's name."""
        ruling = {self._stem(word) for rule in rules for word in folded(rule)}
        for source, of in self._stems.items():
            for forms in countries if of & ruling else ():
                names = [form.lstrip("=") for form in forms]
                if any(self._stemmed(name) <= of for name in names):
                    yield from ((" ".join(folded(name)), source) for name in names)

    def state(self, folded: Sequence[str]) -> str | None:
        """The government that (folded) words name by its capital or its country: `Ottawa says`."""
        return self._states.get(" ".join(folded))

    def held(self, folded: Sequence[str]) -> str | None:
        """The source whose office somebody holds, in (folded) words: `prefect of X`, `Prefecture of X`."""
        stems = {self._stem(word) for word in folded}
        akin = (entry for stem in stems for entry in self._spelled.get(stem, ()))
        apart = ((spelled - stems, stems - spelled, name) for spelled, name in akin)
        one = ((*whose, *holder, name) for whose, holder, name in apart if len(whose) == len(holder) == 1)
        return next((name for whose, holder, name in one if whose[:_KIN] == holder[:_KIN]), None)

    def seated(self, called: Sequence[str], seat: str) -> str | None:
        """The source called so, in (folded) words, that shares a name with the one whose seat is named:
        `general staff in X`."""
        said = {self._stem(word) for word in called}
        home = self._proper[seat] - said
        found = [name for name, stems in self._stems.items() if said <= stems and self._proper[name] & home]
        return found[0] if len(found) == 1 else None

    def match(self, line: Line, start: int, stop: int) -> tuple[int, str] | None:
        """The longest alias that starts at a word: the index after it, and the source's name; else None."""
        for stems, said, acronym, name in self._aliases.get(self._stem(line.folded[start]), ()):
            end = start + len(stems)
            if end > stop or (acronym and not line.raw[start].isupper()) or _longer(line, start, end, stop):
                continue
            pairs = zip(stems[1:], said[1:], line.folded[start + 1 : end], strict=True)
            if all(self._stem(given) == stem or _typo(given, word) for stem, word, given in pairs):
                return end, name
        return None

    def surname(self, said: Sequence[str]) -> str | None:
        """The one source of a name of two or three words that (folded) words end in, behind a title or the
        first name at most."""
        names = self._last.get(said[-1], set())
        name = min(names) if len(names) == 1 else None
        return (
            name
            if name and (len(said) == 1 or len(said[0]) <= _TITLE or self.called(name, said[0]))
            else None
        )

    def called(self, name: str, word: str) -> bool:
        """Whether a (folded) word stands in the name or an alias of the source of that name."""
        return self._stem(word) in (self._stems.get(name) or self._stemmed(name))

    def known(self, word: str) -> bool:
        """Whether a (folded) word stands in a name or an alias of any source."""
        stem = self._stem(word)
        return any(stem in stems for stems in self._stems.values())

    def by_link(self, target: str) -> str | None:
        """The source to whose site a link leads."""
        return self._hosts.get(_host(target))


def _spellings(source: Source) -> Iterator[str]:
    """The name, its part before a comma or a parenthesis, an acronym in parentheses, and the aliases."""
    name, *_ = called = source.called
    yield from called
    first, *rest = (part.strip() for part in _PARTS.split(name))
    if rest:
        yield first
        yield from (part for part in rest if part.isupper())


def _capitals(source: Source) -> Iterator[str]:
    """The words of a source's names that are written with a capital."""
    return (word for text in _spellings(source) for word in text.split() if word[0].isupper())


def _longer(line: Line, start: int, end: int, stop: int) -> bool:
    """Whether an alias of one word is but the first word of somebody else's name (`Met` in `Met Office`)."""
    if end - start > 1 or end >= stop or line.raw[start].isupper() or line.gaps[end] != " ":
        return False
    return line.capital(end) and "calendar" not in line.marks[end]


def _typo(given: str, word: str) -> bool:
    longest = len(given) + len(word)
    if len(word) < _TYPO_LENGTH or 200 * min(len(given), len(word)) < _SLIP * longest:
        return False  # so many letters too few or too many
    from rapidfuzz.fuzz import ratio

    return ratio(given, word) >= _SLIP


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.") or fold(url)
    except ValueError:  # `http://[1/`: no address, though somebody links to it
        return fold(url)
