"""Who is meant by a run of words: a source of the registry, somebody named, or nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.sources import SourceIndex

Head = Literal["registry", "name", "body", "people", "anaphor", "thing", "somebody"]

_CLOSE = frozenset({" ", "-", "’", "'", ". ", "\u00a0", "\n", "‑", " *", "* ", " “", ".", "&", " & "})
_NEAR = 8
NOUNS = ("people", "offices", "bodies", "accounts")
"""The kinds of noun that tell somebody, or what somebody says."""
NAMED: frozenset[Head] = frozenset({"registry", "name", "body"})
"""The heads that tell who it is."""
_ARTICLES = ("definite", "indefinite", "possessives", "pronouns", "impersonal", "nobody")
_LINKS = ("boundaries", "contrasts", "prepositions", "by", "out_of", "tails", "relatives", "restatements")
FUNCTIONS = (*_ARTICLES, *_LINKS, "auxiliaries", "conditions")
"""Words of grammar: no name starts with one, and no noun phrase reaches across."""
_SAID = ("auxiliaries", "saying", "clausal", "counting", "placing")


@dataclass(frozen=True, slots=True)
class Naming:
    """Somebody, in words `first:last`. `name` is as the registry or the text has it, None where nobody
    is named; `head` tells what the words were taken for (`thing` and `somebody`: a noun that the lexicon does
    not know, after a definite or an indefinite article)."""

    head: Head
    name: str | None
    first: int
    last: int

    @property
    def vague(self) -> bool:
        return self.head in {"people", "somebody"}

    @property
    def known(self) -> bool:
        """Whether the lexicon, the registry or a capital tells that it is somebody."""
        return self.head not in {"thing", "somebody"}


class _Before(NamedTuple):
    """What stands before a head: the last article, where its noun phrase begins, whether it is counted."""

    article: str
    begin: int
    number: bool = False

    def passed(self, line: Line, k: int, after: int, skip: bool) -> _Before:
        """The same after one more word or phrase."""
        article = _article(line, k)
        number = (self.number and article != "definite") or line.has(k, "numbers")
        begins = skip or article or line.has(k, "tails", "particles", "by", "auxiliaries")
        kept = "" if skip else self.article
        return _Before(article or kept, after if begins else self.begin, number)


class Reader:
    """Reads who is named in a window of words, from left to right: the first head that it knows decides."""

    def __init__(self, line: Line, prose: str, index: SourceIndex) -> None:
        self._line, self.prose, self._index = line, prose, index

    def named(self, start: int, stop: int) -> Naming | None:
        """Who is named in words `start:stop`, where that tells who it is, or None."""
        found = self.read(start, stop)
        return found if found and found.head in NAMED else None

    def opening(self, start: int, stop: int) -> Naming | None:
        """The same, where words `start:stop` start with the name, past an article."""
        found = self.named(start, stop)
        return found if found and found.first <= start + 1 else None

    def whole(self, start: int, stop: int) -> Naming | None:
        """Who is meant in words `start:stop` from end to end, past an article, or None."""
        found = self.read(start, stop)
        return found if found and found.first <= start + 1 and found.last == stop else None

    def read(self, start: int, stop: int) -> Naming | None:
        """Who is meant in words `start:stop`, or None."""
        if start >= stop:
            return None
        line, k, before = self._line, start, _Before("", start)
        if line.has(start, "nobody") and not self._index.match(line, start, stop):
            end = line.marks[start]["nobody"]
            counted = end < stop and line.has(end, "numbers")
            return None if counted else Naming("people", None, start, end)
        while k < stop:
            named = self.registered(k, stop)
            if named:
                return named
            marks = line.marks[k]
            if "desk" in marks:
                return None
            anaphor = max(marks.get("anaphors", 0), marks.get("pronouns", 0))
            found = Naming("anaphor", None, k, anaphor) if anaphor else self._head(k, stop, before)
            if found:
                return found
            if before.number and "people" in marks and line.has(k + 1, "tails") and not line.has(k + 1, "by"):
                rest = self.read(k + 1, stop)
                return rest if rest and rest.vague else None  # 90 people in the control room
            skip = marks.get("audience") or marks.get("calendar")
            after = skip or max(k + 1, marks.get("indefinite", 0))
            before, k = before.passed(line, k, after, bool(skip)), after
        return self._thing(start, stop)

    def registered(self, k: int, stop: int) -> Naming | None:
        """The registry's source whose name starts at a word."""
        match = self._index.match(self._line, k, stop)
        return Naming("registry", match[1], k, match[0]) if match else None

    def bare(self, naming: Naming) -> int | None:
        """The noun of a body that is named by nothing else (`the agency`); None where more is said of it."""
        start = naming.first + self._line.has(naming.first, "definite")
        ends = self._line.marks[start] if naming.head == "body" and start < naming.last else {}
        return start if ends.get("bodies") == naming.last else None

    def apposed(self, naming: Naming) -> Naming:
        """One unnamed person, or a title, named after a comma or two: `a shepherd, Paul Reed`,
        `a former judge, now a farmer, Paul Reed`; else the same."""
        line = self._line
        titled = naming.head == "name" and line.any(naming.first, naming.last, "people", "offices")
        start = line.stops[naming.last - 1] if naming.vague or titled or naming.head == "body" else len(line)
        while start < len(line) and line.gaps[start].strip() == ",":
            stop = line.stops[start]
            named = self.whole(start, stop)
            place = line.capital(start - 1) and stop == start + 1  # the mayor of Arle, Kent
            called = named and named.head in NAMED and (naming.vague or (named.head != "body" and not place))
            if named and called:
                return replace(named, first=naming.first)
            role = start + line.has(start, "definite", "indefinite")
            another = line.has(start, "relatives") and line.has(start + 1, "offices", "people")  # whose head
            start = stop if line.has(role, "people", "offices", "relatives") and not another else len(line)
        return naming

    def original(self, naming: Naming) -> Naming:
        """Whom somebody quotes: `the Gazette, which quotes the coroner`; else the same."""
        line = self._line
        start = line.marks[naming.last].get("quoting", 0)
        named = self.named(start, min(start + _NEAR, line.run(start))) if start else None
        return replace(named, first=naming.first) if named else naming

    def housed(self, naming: Naming) -> Naming:
        """The source of the registry for which a person stands: `X, who heads the Y`; else the same."""
        line, start = self._line, naming.last
        if naming.head != "name" or line.gaps[start].strip() != "," or start == len(line):
            return naming
        role = start + line.has(start, "definite")
        named = self.anywhere(start, line.stops[start]) if line.has(role, "relatives", "offices") else None
        return replace(naming, head="registry", name=named.name) if named else naming

    def anywhere(self, start: int, stop: int) -> Naming | None:
        """The first source of the registry in a window."""
        return next((named for k in range(start, stop) if (named := self.registered(k, stop))), None)

    def proper(self, k: int, stop: int) -> int:
        """The index after the proper name that starts at a word; that word's index where none does."""
        line = self._line
        if not self._capital(k):
            return k
        end = k + 1
        while end < stop and line.gaps[end] in _CLOSE:
            step = end
            while step < stop and "particles" in line.marks[step] and line.gaps[step] in _CLOSE:
                step += 1
            if step >= stop or not self._capital(step) or line.gaps[step] not in _CLOSE:
                break
            end = step + 1
        return end

    def _capital(self, k: int) -> bool:
        line = self._line
        if not line.capital(k) or line.has(k, "calendar", "ourselves"):
            return False
        return k > 0 or not line.has(k, *FUNCTIONS, "views", "places")

    def _head(self, k: int, stop: int, before: _Before) -> Naming | None:
        marks = self._line.marks[k]
        lengths = {kind: marks[kind] for kind in NOUNS if kind in marks}
        end = max(lengths.values(), default=0)
        if "documents" in marks and not lengths:
            author = self._author(marks["documents"], stop)
            named = author and replace(author, first=k)
            return named or self._document(k, marks["documents"], stop, before)
        if not lengths:
            end = self.proper(k, stop)
            return self._name(k, end, stop, before) if end > k else None
        if before.number and lengths.get("accounts") != end:
            return None  # they are counted
        if lengths.get("people") == end:
            return self._people(k, end, stop)
        return (self._account if lengths.get("accounts") == end else self._body)(k, end, stop, before)

    def _name(self, k: int, end: int, stop: int, before: _Before) -> Naming | None:
        line = self._line
        after = end + 1 if end < stop and line.has(end, "possessive") and line.gaps[end] in "’'" else end
        noun = self._noun(after, min(stop, after + 3))
        outlet = line.has(k - 1, "tails") and not line.has(k - 1, "definite")
        if noun is None and outlet and before.article == "indefinite":
            return Naming("somebody", None, k, end)  # a glassblower in Ulm
        if noun is not None and line.has(noun, "people"):
            return self._people(noun, line.marks[noun]["people"], stop)
        if k == 0 and end == 1 and end < stop and after == end and (noun is None or _article(line, end)):
            return None  # the capital of a sentence's first word says nothing
        if noun is not None and line.has(noun, "bodies", "offices"):
            last = max(self._house(noun, stop), self.proper(noun, stop))
            last = self.proper(last, stop) if last < stop and line.gaps[last] in _CLOSE else last
            return Naming("body", line.text(k, last, self.prose), k, last)
        surname = None if line.has(k - 1, "definite") else self._index.surname(line.folded[k:end])
        registered = self._index.state(line.folded[k:end]) or surname
        if registered and end - k <= 2:
            return Naming("registry", registered, k, end)
        house = line.any(k, end, "bodies")
        return Naming("body" if house else "name", line.text(k, end, self.prose), k, end)

    def _house(self, noun: int, stop: int) -> int:
        """The index after the nouns of a body that start at a word: `defence ministry`."""
        last = noun
        while last < stop and self._line.has(last, "bodies", "offices") and not self._line.cuts[last]:
            last = max(self._line.marks[last].get(kind, 0) for kind in ("bodies", "offices"))
        return last

    def _noun(self, start: int, stop: int) -> int | None:
        """The first word of a window that is a noun of the lexicon, before any that is of another phrase."""
        for k in range(start, stop):
            if self._line.cuts[k]:
                return None
            if self._line.has(k, *NOUNS):
                return k
            if self._line.has(k, *FUNCTIONS, "saying", "clausal"):
                return None
        return None

    def _people(self, k: int, end: int, stop: int) -> Naming | None:
        line = self._line
        works = line.has(k, "scholars") and line.has(end, "affiliations")
        account = line.has(k, "accounts") or line.has(end - 1, "accounts")
        author = self._author(end, stop) if works or account else None
        if author:
            return replace(author, first=k)
        house = self._house(end, stop)
        if house > end:  # the rangers' union
            return self._body(end, house, stop, _Before("", k))
        close = end < stop and line.gaps[end] in _CLOSE
        if close and self.proper(end, stop) > end:
            last = self.proper(end, stop)
            named = self.anywhere(end, last)
            return named or Naming("name", line.text(end, last, self.prose), k, last)
        cited = self.cited(end)
        return replace(cited, first=k) if cited else Naming("people", None, k, end)

    def cited(self, end: int) -> Naming | None:
        """Somebody named who quotes the unnamed one of words just read, or whom a parenthesis gives."""
        line = self._line
        for k in range(end, min(end + _NEAR, len(line))):
            start = line.marks[k].get("cited", 0)
            if start:
                return self.named(start, min(start + _NEAR, len(line)))
            if line.has(k, "("):
                last = self.proper(k, len(line))
                named = Naming("name", line.text(k, last, self.prose), k, last) if last > k else None
                return self.registered(k, len(line)) or named
            if line.cuts[k]:
                return None
        return None

    def _account(self, k: int, end: int, stop: int, before: _Before) -> Naming | None:
        by = self._line.marks[end].get("by", 0) if end < len(self._line) and self._line.cuts[end] else 0
        author = self._author(by, min(by + _NEAR, self._line.run(by))) if by else self._author(end, stop)
        named = author or (None if before.number else self.cited(end))
        named = named or self._document(k, end, stop, before)
        if named or before.number:
            return replace(named, first=k) if named else None
        return Naming("people" if before.article == "indefinite" else "anaphor", None, k, end)

    def _document(self, k: int, end: int, stop: int, before: _Before) -> Naming | None:
        """The document that more is said of than its kind: `the accounts filed in March`."""
        line = self._line
        owned = before.article != "definite" or line.any(before.begin - 1, k, "possessives")
        if owned or before.number or not line.has(k, "documents"):
            return None
        verbs = (w for w in range(end, min(stop, line.run(end))) if line.has(w, *_SAID))
        last = self._extent(end, next((w for w in verbs if not line.has(w, "definite")), stop))
        return Naming("body", line.text(k, last, self.prose), k, last) if last > end else None

    def _author(self, start: int, stop: int, least: Head = "name") -> Naming | None:
        """Whoever made what was just named, or is spoken for: `of the ministry`, `par l'institut`."""
        if least == "thing" or self._line.has(start, "contractions"):  # past the preposition
            start += 1
        found = self.read(start, stop)
        return found if found and found.head in NAMED | {least} else None

    def _body(self, k: int, end: int, stop: int, before: _Before) -> Naming | None:
        line = self._line
        last = self._extent(end, stop)
        named = self.anywhere(end, stop)
        if named and named.name:
            seated = self._index.seated(line.folded[k:end], named.name)
            return Naming("registry", seated or named.name, k, named.last)
        if before.article == "indefinite" or ("plural_bodies" in line.marks[k] and not before.article):
            author = self._author(end, stop, "thing" if "offices" in line.marks[k] else "name")
            return Naming("name", author.name, k, author.last) if author else Naming("people", None, k, end)
        held = self._index.held(line.folded[k:last]) if "offices" in line.marks[k] else None
        if held:
            return Naming("registry", held, before.begin, last)
        own = line.first(end, last, "possessive")
        own = last if line.any(own, last, *NOUNS) else own  # the institute's echo sounders
        return Naming("body", line.text(before.begin, own, self.prose), before.begin, last)

    def _extent(self, end: int, stop: int) -> int:
        """The end of a noun phrase: up to the next punctuation, at most four words."""
        last = end
        while last < min(stop, end + 4) and not self._line.cuts[last] and not self._line.has(last, "numbers"):
            if self._line.has(last, "boundaries") and not self._line.has(last, "coordinators"):
                break
            last += 1
        while last > end and self._line.has(last - 1, *FUNCTIONS, "particles"):
            last -= 1
        return last

    def _thing(self, start: int, stop: int) -> Naming | None:
        """What no known head explains: a noun with an article."""
        line = self._line
        if line.any(start, stop, "numbers", "criteria"):
            return None
        if start < stop - 1 and line.has(start, "definite"):
            return Naming("thing", line.text(start, stop, self.prose), start, stop)
        return Naming("somebody", None, start, stop) if line.has(start, "indefinite") else None


def _article(line: Line, k: int) -> str:
    if "definite" in line.marks[k] or "possessive" in line.marks[k]:
        return "definite"
    return "indefinite" if "indefinite" in line.marks[k] else ""
