"""Who says so (contract.md, "Attribution of one mention"): sourced, vague or unsourced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factcheck.extract.attribution.asides import HEADERS, celled, closings
from factcheck.extract.attribution.cues import find
from factcheck.extract.attribution.grammar import Grammar, grammar
from factcheck.extract.attribution.marks import line
from factcheck.extract.attribution.naming import Naming
from factcheck.extract.attribution.scene import Cue, Scene, scene
from factcheck.extract.attribution.vicinity import Vicinity
from factcheck.extract.tables import above
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import Words
from factcheck.model import Article, Attribution, Link, Sentence, Source, Span

_UNSOURCED = Attribution("unsourced")
_LINK_REACH = 3
_ANTECEDENTS = 3
_CONTINUED = 3
_MEMORY = 12
"""How many sentences back `the agency` may look for its name."""


class Attributor:
    """Tells who says so, in the articles of one language."""

    def __init__(self, lexicon: Lexicon, sources: Iterable[Source]) -> None:
        """`sources` are the registry's. Raises LexiconError where the lexicon lacks a list."""
        self._grammar = grammar(lexicon, sources)

    def read(self, article: Article, sentences: Sequence[Sentence], words: Words) -> ArticleAttributions:
        """The attributions of one article; a sentence is looked at when it is asked about."""
        return ArticleAttributions(self._grammar, article, sentences, words)


class ArticleAttributions:
    """The attributions of one article's mentions."""

    def __init__(
        self, grammar: Grammar, article: Article, sentences: Sequence[Sentence], words: Words
    ) -> None:
        self._grammar, self._article, self._sentences, self._words = grammar, article, sentences, words
        self._scenes: dict[int, Scene] = {}
        self._cues: dict[int, list[Cue]] = {}
        self._vicinity = Vicinity(article, sentences, self._scene, self._find)

    def attribute(self, index: int, span: Span) -> Attribution:
        """Who says what stands at `span` in the sentence of that index.

        `start:end` of the answer is the span of the attributing words."""
        linked = self._linked(span)
        if linked:
            return linked
        own = self._own(index, span)
        noted = None if own and not own.hearsay else self._noted(index, span)
        if noted:
            return noted
        if own and not own.hearsay:
            return self._attribution(index, own)
        near = self._neighbouring(index, span)
        if near:
            return near
        return self._attribution(index, own) if own else self._continued(index)

    def _linked(self, span: Span) -> Attribution | None:
        """A link or a footnote on the mention, or right beside it."""
        for link in self._article.links:
            if link.start <= span[1] + _LINK_REACH and span[0] - _LINK_REACH <= link.end:
                between = self._article.prose[min(span[1], link.end) : max(span[0], link.start)]
                if not between.strip(' ,.;:«»“”"()[]*_\u00a0\u202f'):
                    source = self._grammar.index.by_link(link.target) or link.target
                    return Attribution("sourced", source, link.start, link.end)
        return None

    def _noted(self, index: int, span: Span) -> Attribution | None:
        """The footnote or the link in brackets that follows the mention, with no other figure between."""
        text, end = self._article.text, self._sentences[index].end
        for link in self._article.links:
            if span[1] <= link.start < end and _bracketed(text, link):
                between = self._article.prose[span[1] : link.start]
                source = self._grammar.index.by_link(link.target) or link.target
                other = ";" in between or any(char.isdigit() for char in between)
                return None if other else Attribution("sourced", source, link.start, link.end)
        return None

    # --- in the sentence itself

    def _own(self, index: int, span: Span) -> Cue | None:
        """The cue of the sentence that covers a span: somebody named, then a speaker, then the nearest."""
        text = self._scene(index).line
        first = bisect_left(text.starts, span[0])
        last = max(first + 1, bisect_left(text.starts, span[1]))
        covering = [
            c for c in self._find(index) if c.low < last and first < c.high and self._stands(index, c)
        ]

        def rank(cue: Cue) -> tuple[bool, bool, int]:
            vague = self._attribution(index, cue).status == "vague"
            return cue.hearsay, vague, _distance(cue, first, last, text.cuts)

        return min(covering, key=rank, default=None)

    def _stands(self, index: int, cue: Cue) -> bool:
        speaker = self._resolved(index, cue) if cue.weak else cue.naming
        return not cue.weak or (speaker is not None and speaker.head in {"registry", "body"})

    def _scene(self, index: int) -> Scene:
        if index not in self._scenes:
            sentence, prose = self._sentences[index], self._article.prose
            text = line(prose, sentence.start, sentence.end, self._words, self._grammar.lists)
            self._scenes[index] = scene(text, prose, self._grammar)
        return self._scenes[index]

    def _find(self, index: int) -> list[Cue]:
        if index not in self._cues:
            here = self._scene(index)
            cues = find(here)
            if self._vicinity.kind(index) in {"title", "heading"}:
                cues = [*cues, *closings(here)]
            if self._vicinity.kind(index) == "row":
                named = self._celled(index) or (None if cues else here.reader.anywhere(0, len(here.line)))
                cues = [_whole(here, named)] if named else cues
            self._cues[index] = cues
        return self._cues[index]

    def _celled(self, index: int) -> Naming | None:
        """Whoever a table's row names in its column of sources."""
        block, prose = self._article.blocks[self._sentences[index].block], self._article.prose
        if not block.header:
            return None
        header = line(prose, *block.header, self._words, self._grammar.lists)
        named = [header.starts[k] for k in range(len(header)) if header.has(k, *HEADERS)]
        here = self._scene(index)
        cells = [above(prose, block.header, block.end, (at, at)) for at in here.line.starts]
        return celled(
            here, [k for k, cell in enumerate(cells) if cell and any(at in range(*cell) for at in named)]
        )

    def _attribution(self, index: int, cue: Cue) -> Attribution:
        text = self._scene(index).line
        start, end = text.starts[cue.first], text.ends[cue.last - 1]
        anaphor = cue.naming.head == "anaphor"
        naming = (self._resolved(index, cue) or self._topic(index, cue)) if anaphor else cue.naming
        if naming is None:  # a pronoun stands for somebody, `the report` may be anybody's
            person = text.has(cue.naming.first, "pronouns", "possessives")
            return Attribution("sourced" if person else "vague", None, start, end)
        name = self._full_name(index, naming) if naming is cue.naming else naming.name
        return Attribution("vague" if naming.vague else "sourced", name, start, end, cue.bare)

    # --- who is meant

    def _resolved(self, index: int, cue: Cue) -> Naming | None:
        """Whoever a pronoun or `the report` takes up: the speaker before it."""
        earlier = [other for other in self._find(index) if other.first < cue.first]
        for back in range(_ANTECEDENTS + 1):
            cues = earlier if back == 0 else self._find(index - back) if index >= back else []
            spoken = [c.naming for c in cues if not c.hearsay and c.naming.head != "anaphor"]
            if spoken:
                return spoken[-1]
        return None

    def _topic(self, index: int, cue: Cue) -> Naming | None:
        """The body with which the sentence before a pronoun's starts: `X is out. They say …`."""
        opens = cue.naming.first <= 1 and self._vicinity.beside(index, index - 1)
        here = self._scene(index - 1) if opens else None
        topic = here.reader.read(0, here.line.run(1)) if here and len(here.line) > 1 else None
        told = topic and topic.first <= 1 and topic.head in {"registry", "body"}
        return topic if told else None

    def _full_name(self, index: int, naming: Naming) -> str | None:
        """The registry's name for `the agency`: a source lately cited that is called so, or may be."""
        noun = self._scene(index).reader.bare(naming)
        if noun is None:
            return naming.name
        text = self._scene(index).line
        any_body = text.has(noun, "stand_ins")
        for back in range(min(index, _MEMORY) + 1):
            near = any_body and back <= _ANTECEDENTS
            for cue in reversed(self._find(index - back)):
                name = cue.naming.name if back or cue.first < naming.first else None
                if name is None or cue.naming.head != "registry":
                    continue
                if near or self._grammar.index.called(name, text.folded[noun]):
                    return name
        return naming.name

    # --- in a sentence beside it

    def _neighbouring(self, index: int, span: Span) -> Attribution | None:
        """Whoever a neighbouring sentence names for this one."""
        for place in self._vicinity.telling(index, span):
            cues = [cue for cue in self._find(place) if not cue.hearsay]
            if cues:
                return self._attribution(place, cues[0])
        return None

    def _continued(self, index: int) -> Attribution:
        """Whoever told what a sentence goes on counting."""
        for back in range(_CONTINUED):
            if not self._vicinity.continued(index - back):
                break
            cues = [cue for cue in self._find(index - back - 1) if not cue.hearsay]
            if cues:
                return self._attribution(index - back - 1, cues[-1])
        return _UNSOURCED


def _bracketed(text: str, link: Link) -> bool:
    """Whether a link is a footnote's (on the word before its mark) or stands alone in brackets."""
    note = "[^" in text[link.end : link.end + _LINK_REACH + 1]
    return note or (text[: link.start].rstrip("[")[-1:] == "(") or text[: link.start].endswith("[[")


def _whole(here: Scene, named: Naming) -> Cue:
    return Cue(named, named.first, named.last, 0, len(here.line))


def _distance(cue: Cue, first: int, last: int, cuts: list[bool]) -> int:
    """Words between a cue and a mention; a comma between counts for three."""
    low, high = (cue.last, first) if cue.last <= first else (last, cue.first)
    return max(0, high - low) + 3 * sum(cuts[low : high + 1]) if low <= high else 0
