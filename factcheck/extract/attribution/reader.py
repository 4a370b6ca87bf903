"""Who says so (contract.md, "Attribution of one mention"): sourced, vague or unsourced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from factcheck.extract.attribution.asides import closings
from factcheck.extract.attribution.cues import find
from factcheck.extract.attribution.grammar import grammar
from factcheck.extract.attribution.marks import Line, line
from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import VERBS, Cue, Scene, scene
from factcheck.extract.attribution.tabular import Tables
from factcheck.extract.attribution.vicinity import Vicinity
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import Words
from factcheck.model import Article, Attribution, Block, Link, Sentence, Source, Span
from factcheck.recent import FEW, Recent

_LINK_REACH = 3
_ANTECEDENTS = 3
_CONTINUED = 3
_TITLE = 2
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
        self._links = sorted(article.links, key=_link_start)
        self._reaches = list(accumulate((link.end for link in self._links), max))
        self._scenes = Recent[int, Scene]()
        self._cues = Recent[int, list[Cue]]()
        self._vicinity = Vicinity(article, sentences, self._scene, self._find)
        self._tables = Tables(article.text, self._set, attributor.cues)

    def attribute(self, index: int, span: Span) -> Attribution:
        """Who says what stands at `span` in the sentence of that index.

        `start:end` of the answer is the span of the attributing words."""
        linked = self._linked(span) or self._tables.column(self._block(index), span)
        if linked:
            return linked
        own = self._own(index, span)
        if own and not own.hearsay:
            return self._attribution(index, own)
        beside = self._noted(index, span) or self._neighbouring(index, span)
        told = beside or (self._attribution(index, own) if own else self._answered(index))
        return told or self._continued(index)

    def _linked(self, span: Span) -> Attribution | None:
        """A link or a footnote on the mention, or right beside it."""
        first = bisect_left(self._reaches, span[0] - _LINK_REACH)
        for link in self._links[first : self._link_from(span[1] + _LINK_REACH + 1)]:
            if span[0] - _LINK_REACH <= link.end:
                between = self._article.text[min(span[1], link.end) : max(span[0], link.start)]
                if not between.strip(' ,.;:«»“”"()[]*_\u00a0\u202f'):
                    return self._linking(link)
        return None

    def _linking(self, link: Link) -> Attribution:
        source = self._grammar.index.by_link(link.target) or link.target
        return Attribution("sourced", source, link.start, link.end)

    def _noted(self, index: int, span: Span) -> Attribution | None:
        """The footnote or the link in brackets that follows the mention, with no other figure between."""
        text, end = self._article.text, self._sentences[index].end
        for link in self._links[self._link_from(span[1]) : self._link_from(end)]:
            if link.note or text[link.start - 1 : link.start] in ("(", "["):  # a note's is on the word before
                between = self._article.text[span[1] : link.start]
                other = ";" in between or any(char.isdigit() for char in between)
                return None if other else self._linking(link)
        return None

    def _link_from(self, position: int) -> int:
        """The number of the first link that starts at a position of the text or behind it."""
        return bisect_left(self._links, position, key=_link_start)

    # --- in the sentence itself

    def _own(self, index: int, span: Span) -> Cue | None:
        """The cue of the sentence that covers a span: somebody named, then a speaker, then the nearest."""
        text = self._scene(index).line
        first, last = self._words_of(index, span)
        day = self._dated(index, span)
        covering = [
            c
            for c in self._find(index)
            if c.low < last and first < c.high and not (day and c.counts) and self._stands(index, c)
            if not _put_in(text, c, first)
        ]

        def rank(cue: Cue) -> tuple[bool, bool, int]:
            vague = self._attribution(index, cue).status == "vague"
            return cue.hearsay, vague, _distance(cue, first, last, text)

        return min(covering, key=rank, default=None)

    def _words_of(self, index: int, span: Span) -> Span:
        here = self._scene(index)
        first, end = (bisect_left(here.line.starts, at - here.at) for at in span)
        return first, max(first + 1, end)

    def _dated(self, index: int, span: Span) -> bool:
        """Whether it is a day or a month that stands at a span."""
        return any(self._scene(index).line.has(k, "months") for k in range(*self._words_of(index, span)))

    def _stands(self, index: int, cue: Cue) -> bool:
        speaker = self._resolved(index, cue) if cue.weak else cue.naming
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
            return Attribution("sourced" if person else "vague", None, start, end)
        name = self._full_name(index, naming) if naming is cue.naming else naming.name
        return Attribution("vague" if naming.vague else "sourced", name, start, end, cue.bare)

    # --- who is meant

    def _resolved(self, index: int, cue: Cue) -> Naming | None:
        """Whoever a pronoun or `the report` takes up: the speaker before it, or the last sentence's topic."""
        earlier = [other for other in self._find(index) if other.first < cue.first]
        here, who = self._scene(index).line, cue.naming.first
        account, leaning = here.has(who, "accounts"), not cue.weak or here.has(who, "possessives")
        for back in range(_ANTECEDENTS + 1):
            cues = earlier if back == 0 else self._find(index - back) if index >= back else []
            spoken = [c.naming for c in cues if not c.hearsay and c.naming.head != "anaphor"]
            topic = self._topic(index) if back == 1 and leaning else None
            if spoken or (topic and (topic.head != "name" or not account)):
                return spoken[-1] if spoken else topic
        return None

    def _topic(self, index: int) -> Naming | None:
        """Somebody with whom the sentence before starts: `X is out. They say …`."""
        here = self._scene(index - 1) if self._vicinity.beside(index, index - 1) else None
        topic = here.reader.read(0, here.line.run(1)) if here and len(here.line) > 1 else None
        return topic if topic and topic.first <= _TITLE and topic.head in NAMED else None

    def _full_name(self, index: int, naming: Naming) -> str | None:
        """The registry's name for `the agency`: a source lately cited that is called so, or may be."""
        noun = self._scene(index).reader.bare(naming)
        if noun is None:
            return naming.name
        text = self._scene(index).line
        any_body = text.has(noun, "stand_ins")
        for back in range(min(index, _MEMORY) + 1):
            near = back <= _ANTECEDENTS
            for cue in reversed(self._find(index - back)):
                name = cue.naming.name if back or cue.first < naming.first else None
                known = cue.naming.head == "registry"
                if name is None or not (known or (near and cue.naming.head in NAMED and " " in name)):
                    continue
                if (near and any_body) or self._grammar.index.called(name, text.folded[noun]):
                    return name
        topic = self._topic(index) if any_body else None
        return topic.name if topic else naming.name

    # --- in a sentence beside it

    def _neighbouring(self, index: int, span: Span) -> Attribution | None:
        """Whoever a neighbouring sentence names for this one."""
        places = self._vicinity.telling(index, span, self._dated(index, span))
        return next((told for place in places if (told := self._speaker(place, 0))), None)

    def _speaker(self, index: int, which: int) -> Attribution | None:
        """The first (0) or the last (-1) whom a sentence names as a speaker."""
        cues = [cue for cue in self._find(index) if not cue.hearsay]
        return self._attribution(index, cues[which]) if cues else None

    def _answered(self, index: int) -> Attribution | None:
        """Whoever gives the answer of an interview that holds a sentence."""
        place = self._vicinity.answer(index)
        here = self._scene(place) if place is not None else None
        colon = next((k for k in range(1, len(here.line)) if ":" in here.line.gaps[k]), 0) if here else 0
        naming = here.reader.named(0, colon) if here else None
        if here is None or naming is None or naming.last != colon:
            return None
        return Attribution("sourced", naming.name, *here.span(0, colon))

    def _continued(self, index: int) -> Attribution:
        """Whoever told what a sentence goes on counting."""
        for place in range(index, index - _CONTINUED, -1):
            if not self._vicinity.continued(place):
                break
            told = self._speaker(place - 1, -1)
            if told:
                return told
        return Attribution("unsourced")


def _link_start(link: Link) -> int:
    return link.start


def _put_in(line: Line, cue: Cue, first: int) -> bool:
    """Whether a mention stands in a relative clause between commas that a cue beyond it tells nothing of:
    `the dam, which is 40 m high, will leak, says X`."""
    start = line.heads[first]
    if (
        not start
        or "," not in line.gaps[start]
        or not line.has(start, "relatives")
        or line.numeric(start + 1)
    ):
        return False
    stop = line.stops[start]
    return stop < len(line) and "," in line.gaps[stop] and (stop < cue.first or cue.last <= start)


def _distance(cue: Cue, first: int, last: int, line: Line) -> int:
    """Words between a cue and a mention; a comma between counts for three, and so does the figure that a cue
    follows already: `48 by X's count and 31 by Y's`."""
    before = cue.last <= first
    low, high = (cue.last, first) if before else (last, cue.first)
    served = before and not cue.forward and any(line.counts(k) for k in range(cue.low, cue.first))
    return max(0, high - low) + 3 * (sum(line.cuts[low : high + 1]) + served) if low <= high else 0
