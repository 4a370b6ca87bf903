"""Who says so (contract.md, "Attribution of one mention"): sourced, vague or unsourced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.extract.cues import find
from factcheck.extract.grammar import Grammar, grammar
from factcheck.extract.marks import line
from factcheck.extract.naming import Naming
from factcheck.extract.scene import Cue, Scene, scene
from factcheck.extract.words import Words
from factcheck.language.lexicon import Lexicon
from factcheck.model import Article, Attribution, Sentence, Source, Span

_UNSOURCED = Attribution("unsourced")
_LINK_REACH = 3
_ANTECEDENTS = 3
_PARAGRAPH = 20
_LIST = 100
_LISTED = frozenset({"item", "row"})
_OPENERS = "«“"
_CLOSERS = "»”"


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

    def attribute(self, index: int, span: Span) -> Attribution:
        """Who says what stands at `span` in the sentence of that index.

        `start:end` of the answer is the span of the attributing words."""
        linked = self._linked(span)
        if linked:
            return linked
        own = self._own(index, span)
        if own and not own.hearsay:
            return self._attribution(index, own)
        near = self._neighbouring(index, span)
        if near:
            return near
        return self._attribution(index, own) if own else _UNSOURCED

    # --- in the sentence itself

    def _linked(self, span: Span) -> Attribution | None:
        """A link or a footnote on the mention, or right beside it."""
        for link in self._article.links:
            if link.start <= span[1] + _LINK_REACH and span[0] - _LINK_REACH <= link.end:
                between = self._article.prose[min(span[1], link.end) : max(span[0], link.start)]
                if not between.strip(' ,.;:«»“”"()[]*_\u00a0\u202f'):
                    source = self._grammar.index.by_link(link.target) or link.target
                    return Attribution("sourced", source, link.start, link.end)
        return None

    def _own(self, index: int, span: Span) -> Cue | None:
        """The cue of the sentence that covers a span: a speaker before hearsay, then the nearest."""
        words = self._words.within(*span)
        first = words.start - self._words.within(self._sentences[index].start, span[1]).start
        last = first + max(1, len(words))
        covering = [
            c for c in self._find(index) if c.low < last and first < c.high and self._stands(index, c)
        ]
        cuts = self._scene(index).line.cuts
        return min(covering, key=lambda cue: (cue.hearsay, _distance(cue, first, last, cuts)), default=None)

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
            if not cues and self._kind(index) == "row":
                cues = [_whole(here, named)] if (named := here.reader.anywhere(0, len(here.line))) else []
            self._cues[index] = cues
        return self._cues[index]

    def _kind(self, index: int) -> str:
        return self._article.blocks[self._sentences[index].block].kind if self._article.blocks else ""

    def _attribution(self, index: int, cue: Cue) -> Attribution:
        text = self._scene(index).line
        start, end = text.starts[cue.first], text.ends[cue.last - 1]
        naming = self._resolved(index, cue) if cue.naming.head == "anaphor" else cue.naming
        if naming is None:  # a pronoun stands for somebody, `the report` may be anybody's
            person = text.has(cue.naming.first, "pronouns", "possessives")
            return Attribution("sourced" if person else "vague", None, start, end)
        return Attribution("vague" if naming.vague else "sourced", naming.name, start, end)

    def _resolved(self, index: int, cue: Cue) -> Naming | None:
        """Whoever a pronoun or `the report` takes up: the speaker before it."""
        earlier = [other for other in self._find(index) if other.first < cue.first]
        for back in range(_ANTECEDENTS + 1):
            cues = earlier if back == 0 else self._find(index - back) if index >= back else []
            spoken = [c.naming for c in cues if not c.hearsay and c.naming.head != "anaphor"]
            if spoken:
                return spoken[-1]
        return None

    # --- in a sentence beside it

    def _neighbouring(self, index: int, span: Span) -> Attribution | None:
        """Whoever a neighbouring sentence names for this one: see each of the finders."""
        for place in (*self._quoted(index, span), *self._following(index), *self._leading(index)):
            cues = [cue for cue in self._find(place) if not cue.hearsay]
            if cues:
                return self._attribution(place, cues[0])
        return None

    def _beside(self, index: int, other: int) -> bool:
        in_range = 0 <= other < len(self._sentences)
        return in_range and self._sentences[other].block == self._sentences[index].block

    def _quoted(self, index: int, span: Span) -> list[int]:
        """Where a quotation that runs over several sentences opens and closes."""
        start, end = _quotation(self._article.prose, self._bounds(index), span[0])
        if start == end:
            return []
        ends = [i for i in self._block(index) if self._holds(i, start) or self._holds(i, end - 1)]
        return [i for i in ends if i != index]

    def _bounds(self, index: int) -> Span:
        block = self._block(index)
        return self._sentences[block[0]].start, self._sentences[block[-1]].end

    def _block(self, index: int) -> range:
        low = high = index
        while index - low < _PARAGRAPH and self._beside(index, low - 1):
            low -= 1
        while high - index < _PARAGRAPH and self._beside(index, high + 1):
            high += 1
        return range(low, high + 1)

    def _holds(self, index: int, offset: int) -> bool:
        return self._sentences[index].start <= offset < self._sentences[index].end

    def _following(self, index: int) -> list[int]:
        """The next sentence, where it speaks of this one: `These figures come from X`, `…, said X`."""
        after = index + 1
        if self._beside(index, after):
            outward = any(cue.outward for cue in self._find(after))
            return [after] if outward or self._takes_up(after) else []
        return self._labelled(index)

    def _labelled(self, index: int) -> list[int]:
        """The sentence right below a list or a table, where it is labelled as its source."""
        after = index + 1
        while (
            after < min(len(self._sentences), index + _LIST)
            and self._kind(index) in _LISTED
            and self._kind(after) in _LISTED
        ):
            after += 1
        if after < len(self._sentences) and self._kind(index) in _LISTED | {"quote"}:
            return [after] if any(cue.outward for cue in self._find(after)) else []
        return []

    def _takes_up(self, index: int) -> bool:
        text = self._scene(index).line
        figures = any(word[0].isdigit() for word in text.folded)
        kinds = ("back_references",) if figures else ("back_references", "totals")
        starts = any(text.has(k, *kinds) for k in range(min(2, len(text))))
        objects = (w for k in range(len(text)) if text.has(k, "confirmations") for w in range(k, k + 4))
        return starts or any(text.has(w, "back_references", "totals") for w in objects)

    def _leading(self, index: int) -> list[int]:
        """The sentence before, where it ends in a colon; a list's items all stand under the one before it."""
        before = index - 1
        while (
            max(0, index - _LIST) <= before and self._kind(index) in _LISTED and self._kind(before) in _LISTED
        ):
            before -= 1
        if before < 0 or not (self._beside(index, before) or self._kind(index) in _LISTED | {"quote"}):
            return []
        sentence = self._sentences[before]
        return [before] if self._article.prose[: sentence.end].rstrip(" *_\n")[-1:] == ":" else []


def _whole(here: Scene, named: Naming) -> Cue:
    return Cue(named, named.first, named.last, 0, len(here.line))


def _distance(cue: Cue, first: int, last: int, cuts: list[bool]) -> int:
    """Words between a cue and a mention; a comma between counts for three."""
    low, high = (cue.last, first) if cue.last <= first else (last, cue.first)
    return max(0, high - low) + 3 * sum(cuts[low : high + 1]) if low <= high else 0


def _quotation(prose: str, bounds: Span, offset: int) -> Span:
    """The quotation around an offset of a paragraph; an empty span where there is none."""
    low, high = bounds
    opened = max(prose.rfind(mark, low, offset) for mark in _OPENERS)
    closed = max(prose.rfind(mark, low, offset) for mark in _CLOSERS)
    if opened > closed:
        ends = [at for mark in _CLOSERS if (at := prose.find(mark, offset, high)) >= 0]
        return opened, min(ends, default=high - 1) + 1
    if prose.count('"', low, offset) % 2:
        end = prose.find('"', offset, high)
        return prose.rfind('"', low, offset), (end if end >= 0 else high - 1) + 1
    return offset, offset
