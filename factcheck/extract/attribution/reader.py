"""Who says so (contract.md, "Attribution of one mention"): sourced, vague or unsourced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from factcheck.extract.attribution.asides import closings
from factcheck.extract.attribution.cues import find
from factcheck.extract.attribution.grammar import grammar
from factcheck.extract.attribution.houses import Houses
from factcheck.extract.attribution.marks import Line, line
from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import VERBS, Cue, Scene, put_in, scene
from factcheck.extract.attribution.tabular import Tables
from factcheck.extract.attribution.vicinity import Vicinity
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import Words
from factcheck.model import Article, Attribution, Block, Link, Sentence, Source, Span
from factcheck.recent import FEW, Recent

_LINK_REACH = 3
_CHAIN = 30
"""How many pronouns one behind the other lead back to a name: each is gone back from anew."""
_ANTECEDENTS = 3
_CONTINUED = 3
_TITLE = 2
_NAMES = 2
_MEMORY = 12
"""How many sentences back `the agency` may look for its name."""


class Attributor:
    """Tells who says so, in the articles of one language. What a sentence is set as, and the cues in it, are
    kept for the next one that says the same, in whatever article."""

    def __init__(self, lexicon: Lexicon, sources: Iterable[Source], kept: int = FEW) -> None:
        """`sources` are the registry's; so many sentences are `kept`. Raises LexiconError where the lexicon
        lacks a list."""
        self.grammar = grammar(lexicon, sources)
        self.scene = lru_cache(kept)(self._scene)
        self.cues = lru_cache(kept)(self._cues)

    def read(self, article: Article, sentences: Sequence[Sentence], words: Words) -> ArticleAttributions:
        """The attributions of one article; a sentence is looked at when it is asked about."""
        return ArticleAttributions(self, article, sentences, words)

    def _scene(self, prose: str) -> Scene:
        """The scene of a sentence, with what parts it from the word before."""
        return scene(line(prose, self.grammar.lists), prose, self.grammar)

    def _cues(self, prose: str) -> tuple[Cue, ...]:
        """The cues in the same."""
        return tuple(find(self.scene(prose)))


class ArticleAttributions:
    """The attributions of one article's mentions."""

    def __init__(
        self, attributor: Attributor, article: Article, sentences: Sequence[Sentence], words: Words
    ) -> None:
        self._attributor, self._grammar = attributor, attributor.grammar
        self._article, self._sentences, self._words = article, sentences, words
        self._links = sorted(article.links, key=attrgetter("start"))
        self._scenes = Recent[int, Scene]()
        self._cues = Recent[int, list[Cue]]()
        self._vicinity = Vicinity(article, sentences, self._scene, self._find)
        self._houses = Houses(article.text, self._words, sentences, self._scene)
        self._tables = Tables(article.text, self._set, attributor.cues)

    def attribute(self, index: int, span: Span) -> Attribution:
        """Who says what stands at `span` in the sentence of that index.

        `start:end` of the answer is the span of the attributing words."""
        linked = self._linked(span) or self._tables.column(self._block(index), span)
        own = self._own(index, span) if not linked or self._unknown(linked) else None
        said = self._attribution(index, own) if own and not own.hearsay else None
        if linked and not (said and said.source):
            return linked
        if said:
            return said
        beside = self._noted(index, span) or self._neighbouring(index, span)
        told = beside or self._answered(index) or self._unsaid(index, span)
        return told or (self._attribution(index, own) if own else self._continued(index))

    def _linked(self, span: Span) -> Attribution | None:
        """A link or a footnote on the mention, or right beside it."""
        for link in self._links_in(span[0] - _LINK_REACH, span[1] + _LINK_REACH + 1):
            between = self._article.text[min(span[1], link.end) : max(span[0], link.start)]
            if not between.strip(' ,.;:«»“”"()[]*_\u00a0\u202f'):
                return self._linking(link)
        return None

    def _linking(self, link: Link) -> Attribution:
        source = self._grammar.index.by_link(link.target) or link.target
        return Attribution("sourced", source, link.start, link.end)

    def _unknown(self, linked: Attribution) -> bool:
        """Whether a link leads to nobody of the registry: then it hardly tells who says so."""
        return self._grammar.index.by_link(linked.source or "") is None and "/" in (linked.source or "")

    def _noted(self, index: int, span: Span) -> Attribution | None:
        """The footnote or the link in brackets that follows the mention, with no other figure between."""
        text = self._article.text
        for link in self._links_in(span[1], self._sentences[index].end):
            if link.start >= span[1] and (link.note or text[link.start - 1] in "(["):  # a note's is on a word
                between = text[span[1] : link.start]
                other = ";" in between or any(char.isdigit() for char in between)
                return None if other else self._linking(link)
        return None

    def _links_in(self, start: int, end: int) -> Sequence[Link]:
        """The links that end at `start` or behind it, and start before `end`."""
        first = bisect_left(self._links, start, key=attrgetter("end"))
        return self._links[first : bisect_left(self._links, end, key=attrgetter("start"))]

    # --- in the sentence itself

    def _own(self, index: int, span: Span) -> Cue | None:
        """The cue of the sentence that covers a span: somebody named, then a speaker, then the nearest."""
        here = self._scene(index)
        first, last, day = *here.words(span), here.dated(span)
        covering = [cue for cue in self._find(index) if cue.low < last and first < cue.high]
        telling = [
            cue
            for cue in covering
            if not (day and cue.counts)
            and self._stands(index, cue)
            and not _passed_over(here.line, cue, first)
        ]

        def rank(cue: Cue) -> tuple[bool, bool, int]:
            vague = self._attribution(index, cue).status == "vague"
            return cue.hearsay, vague, _distance(cue, first, last, here.line)

        return min(telling, key=rank) if len(telling) > 1 else next(iter(telling), None)

    def _stands(self, index: int, cue: Cue) -> bool:
        speaker = self._resolved(index, cue) if cue.weak else None
        return not cue.weak or (speaker is not None and speaker.head in {"registry", "body"})

    def _scene(self, index: int) -> Scene:
        if index not in self._scenes:
            self._scenes[index] = self._set(self._sentences[index].start, self._sentences[index].end)
        return self._scenes[index]

    def _block(self, index: int) -> Block | None:
        return self._article.blocks[self._sentences[index].block] if self._article.blocks else None

    def _set(self, start: int, end: int) -> Scene:
        words, ends = self._words.within(start, end), self._words.ends
        first = ends[words.start - 1] if words.start else 0
        last = max(end, ends[words.stop - 1]) if words else end
        return self._attributor.scene(self._article.text[first:last])._replace(at=first)

    def _find(self, index: int) -> list[Cue]:
        if index not in self._cues:
            here = self._scene(index)
            cues = [*self._attributor.cues(here.reader.prose)]
            kind = self._vicinity.kind(index)
            if kind in {"title", "heading", "item"}:
                cues = [*cues, *closings(here)]
            if kind == "row":
                named = self._tables.row(here, self._block(index), cues)
                cues = [Cue(named, named.first, named.last, 0, len(here.line))] if named else cues
            self._cues[index] = cues
        return self._cues[index]

    def _attribution(self, index: int, cue: Cue) -> Attribution:
        here = self._scene(index)
        text, (start, end) = here.line, here.span(cue.first, cue.last)
        anaphor = cue.naming.head == "anaphor"
        naming = self._resolved(index, cue) if anaphor else cue.naming
        if naming is None:  # a pronoun stands for somebody, `the report` may be anybody's
            who = cue.naming.first
            single = cue.naming.last == who + 1 and not text.has(who, "accounts", *VERBS)
            person = single or text.has(who, "pronouns", "possessives")
            unique = text.any(who, cue.naming.last, "publications") and not text.has(who, "indefinite")
            return Attribution("sourced" if person or unique else "vague", None, start, end)
        name = self._full_name(index, naming) if naming is cue.naming else naming.name
        house = self._houses.of(name) if name and naming.head == "name" else None
        return Attribution("vague" if naming.vague else "sourced", name, start, end, cue.bare, house)

    # --- who is meant

    def _resolved(self, index: int, cue: Cue, chain: int = _CHAIN) -> Naming | None:
        """Whoever a pronoun or `the report` takes up: the speaker before it, or the last sentence's topic; of
        pronouns one behind the other so many are gone back at most."""
        here, who = self._scene(index).line, cue.naming.first
        possessed = here.has(who, "possessives")
        opening = self._scene(index).reader.read(0, here.run(1)) if possessed or here.cuts[who] else None
        if opening and opening.head in ("registry", "body") and opening.last < min(who, _MEMORY):
            return opening
        topic = self._topic(index) if not cue.weak or possessed else None
        topic = None if topic and topic.head == "name" and here.has(who, "accounts") else topic
        earlier = self._earlier(index, cue.first, 1 if topic else _ANTECEDENTS)
        for back, spoken in earlier:
            chained = chain and back <= 1 and spoken.naming.head == "anaphor"
            said = self._resolved(index - back, spoken, chain - 1) if chained else spoken.naming
            chain = 0 if chained else chain  # that one has gone through all before it
            if said and said.head != "anaphor" and not spoken.hearsay:
                return said
        return topic

    def _earlier(self, index: int, first: int, reach: int) -> Iterator[tuple[int, Cue]]:
        """The cues before a word, the nearest first, each with how many sentences back it stands."""
        for back in range(min(index, reach) + 1):
            cues = reversed(self._find(index - back))
            yield from ((back, cue) for cue in cues if back or cue.first < first)

    def _topic(self, index: int, further: bool = True) -> Naming | None:
        """Somebody with whom the sentence before starts, or the one before that: `X is out. They say …`."""
        here = self._scene(index - 1) if self._vicinity.beside(index, index - 1) else None
        topic = here.reader.read(0, here.line.run(1)) if here and len(here.line) > 1 else None
        only = topic and topic.head == "registry" and not self._find(index - 1)
        if here and topic and (topic.first <= _TITLE or only) and topic.head in NAMED:
            return here.reader.apposed(topic)
        lone = self._lone(here) if here and not self._find(index - 1) else None
        beyond = here and further and (topic is None or topic.head == "anaphor")
        return lone or (self._topic(index - 1, False) if beyond else None)

    def _lone(self, here: Scene) -> Naming | None:
        """The one person, by two names, whom a sentence names."""
        line, k, found = here.line, 1, list[Naming]()
        while k < len(line):
            end = here.reader.proper(k, len(line))
            placed = line.has(k - 1, "tails", "affiliations", "contractions", "particles")
            if end - k == _NAMES and not placed and not line.any(k, end, "bodies", "offices"):
                found.append(Naming("name", line.text(k, end, here.reader.prose), k, end))
            k = max(end, k + 1)
        return found[0] if len(found) == 1 else None

    def _full_name(self, index: int, naming: Naming) -> str | None:
        """The registry's name for `the agency`: a source lately cited that is called so, or may be."""
        noun = self._scene(index).reader.bare(naming)
        if noun is None:
            return naming.name
        text = self._scene(index).line
        introduced = self._introduced(index, naming.first, text.folded[noun])
        if introduced:
            return introduced
        cited = [(back, cue.naming) for back, cue in self._earlier(index, naming.first, _MEMORY)]
        named = [(back, who) for back, who in cited if who.head == "registry" or " " in (who.name or "")]
        called = (
            who.name for _, who in named if self._grammar.index.called(who.name or "", text.folded[noun])
        )
        name = next(called, None)
        if name or not text.has(noun, "stand_ins") or self._grammar.index.known(text.folded[noun]):
            return name or naming.name
        topic = self._topic(index)
        near = [who for back, who in named if 0 < back <= _ANTECEDENTS and who.head in NAMED]
        return next((who.name for who in (*([topic] if topic else ()), *near)), naming.name)

    def _introduced(self, index: int, first: int, noun: str) -> str | None:
        """Who was said to be such a body, lately, before a word: `X, a charity that …`."""
        for back in range(min(index, _MEMORY) + 1):
            here = self._scene(index - back)
            line = here.line
            for k in range((len(line) if back else first) - 1, 0, -1):
                start = line.heads[k]
                if line.folded[k] == noun and start < k <= start + _TITLE and line.has(start, ",", "("):
                    apposed = line.has(start, "indefinite", "definite")
                    named = here.reader.named(line.heads[start - 1], start) if apposed else None
                    if named and named.last == start:
                        return named.name
        return None

    # --- in a sentence beside it

    def _neighbouring(self, index: int, span: Span) -> Attribution | None:
        """Whoever a neighbouring sentence names for this one."""
        places = self._vicinity.telling(index, span, self._scene(index).dated(span))
        return next((told for place in places if (told := self._speaker(place, 0))), None)

    def _speaker(self, index: int, which: int) -> Attribution | None:
        """The first (0) or the last (-1) whom a sentence names as a speaker."""
        cues = [cue for cue in self._find(index) if not cue.hearsay]
        return self._attribution(index, cues[which]) if cues else None

    def _answered(self, index: int) -> Attribution | None:
        """Whoever gives the answer of an interview that holds a sentence."""
        label = self._vicinity.answer(index)
        here = self._set(*label) if label else None
        naming = here.reader.named(0, len(here.line)) if here else None
        if label is None or here is None or naming is None or naming.last != len(here.line):
            return None
        return Attribution("sourced", naming.name, *label)

    def _unsaid(self, index: int, span: Span) -> Attribution | None:
        """Whoever the words before a quotation are about that nobody is said to say: `X shrugs. “…”`"""
        opening = self._vicinity.opening(index, span)
        topic = self._topic(opening) if opening else None
        if not topic or not opening:
            return None
        return Attribution("sourced", topic.name, *self._scene(opening - 1).span(topic.first, topic.last))

    def _continued(self, index: int) -> Attribution:
        """Whoever told what a sentence goes on counting."""
        for place in range(index, index - _CONTINUED, -1):
            if not self._vicinity.continued(place):
                break
            told = self._speaker(place - 1, -1)
            if told:
                return told
        return Attribution("unsourced")


def _passed_over(line: Line, cue: Cue, first: int) -> bool:
    """Whether a mention stands in a relative clause between commas that a cue beyond it tells nothing of:
    `the dam, which is 40 m high, will leak, says X`."""
    start, stop = put_in(line, first), line.stops[first]
    beyond = stop < cue.first or cue.last <= start
    return bool(start) and beyond and line.has(stop, ",") and not line.has(start + 1, "numbers")


def _distance(cue: Cue, first: int, last: int, line: Line) -> int:
    """Words between a cue and a mention; a comma between counts for three, and so does the figure that a cue
    follows already: `48 by X's count and 31 by Y's`."""
    before = cue.last <= first
    low, high = (cue.last, first) if before else (last, cue.first)
    served = before and not cue.forward and line.any(cue.low, cue.first, "counts")
    return max(0, high - low) + 3 * (sum(line.cuts[low : high + 1]) + served) if low <= high else 0
