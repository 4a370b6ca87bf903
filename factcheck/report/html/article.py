"""An article as read, each mention marked by its verdict, the notes on its figures beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.model import ArticleSummary, Mention, Passage, Span
from factcheck.report.html.markup import anchor, text
from factcheck.report.html.note import note as noted
from factcheck.report.html.sheet import Note, Sheet

MARKS = {"supported": "s", "outdated": "o", "disputed": "d", "discrepancy": "x", "possible": "p"}
"""The class of a mark by its verdict; a possible one has its own."""
_TAGS = {"title": "h3", "heading": "h4"}


def mark_class(mention: Mention) -> str:
    """The class that marks a mention, by its verdict."""
    return MARKS["possible" if mention.certainty == "possible" else mention.verdict or "supported"]


def article_view(article: ArticleSummary, sheet: Sheet, number: int, whole: bool = True) -> str:
    """An article as HTML, its `number` its place on the page. Not `whole`, it has only what has a note."""
    notes = sheet.notes.get(article.path, ())
    passages = article.passages
    titled = bool(passages) and passages[0].kind == "title" and (whole or bool(_within(passages[0], notes)))
    head = "" if titled else f'<h3 lang="{text(article.language)}">{text(article.title or article.path)}</h3>'
    body = "".join(_blocks(article, notes, sheet, whole))
    return (
        f'<article id="a{number}" data-p="{text(article.path)}">{_head(article, notes, sheet)}'
        f'<div class="t" lang="{text(article.language)}">{head}{body}</div></article>\n'
    )


def _head(article: ArticleSummary, notes: Sequence[Note], sheet: Sheet) -> str:
    words = sheet.words
    dated = article.date or words("undated", day=article.day)
    looked = words.many("figures", len(notes)) if notes else words("none")
    facts = (article.path, dated, words.many("sentences", article.sentences))
    return f'<p class="meta"><b>{looked}</b> · {" · ".join(map(text, facts))}</p>'


def _blocks(article: ArticleSummary, notes: Sequence[Note], sheet: Sheet, whole: bool) -> Iterator[str]:
    """The passages, each followed by its notes; those that stand in none of them come last."""
    left = {id(note): note for note in notes}
    mentions = sheet.mentions.get(article.path, ())
    skipped = 0
    for passage in article.passages:
        here = _within(passage, notes)
        if not here and not whole:
            skipped += 1
            continue
        yield from _gap(skipped, sheet)
        skipped = 0
        yield _block(passage, article.language, _Marker(passage, mentions, here, sheet).html())
        yield _beside(here, sheet)
        for note in here:
            left.pop(id(note), None)
    yield from _gap(skipped, sheet)
    for note in left.values():
        yield _quoted(note, article.language)
        yield _beside([note], sheet)


def _gap(number: int, sheet: Sheet) -> Iterator[str]:
    if number:
        yield f'<p class="gap">… {sheet.words.many("left_paragraphs", number)}</p>'


def _beside(notes: Sequence[Note], sheet: Sheet) -> str:
    return f'<div class="m">{"".join(noted(note, sheet) for note in notes)}</div>' if notes else ""


def _within(passage: Passage, notes: Sequence[Note]) -> list[Note]:
    end = passage.start + len(passage.text)
    return [
        note
        for note in notes
        if (mention := note.first.mention) and passage.text and passage.start <= mention.at[0] < end
    ]


def _block(passage: Passage, language: str, inner: str) -> str:
    tag = _TAGS.get(passage.kind, "p")
    kind = "" if passage.kind in ("title", "heading", "paragraph") else passage.kind
    shown = " ".join(filter(None, (kind, "fur" if passage.furniture else "")))
    spoken = f' lang="{passage.language}"' if passage.language != language else ""
    return f"<{tag}{f' class={chr(34)}{shown}{chr(34)}' if shown else ''}{spoken}>{inner}</{tag}>"


def _quoted(note: Note, language: str) -> str:
    """The sentence of a figure that stands in no passage."""
    (start, end), sentence = note.first.mark, note.first.sentence
    mention = note.first.mention
    shape = mark_class(mention) if mention else "x"
    marked = f'<a class="{shape}" href="#{anchor(note.first.claim)}">{text(sentence[start:end])}</a>'
    marked = marked if 0 <= start < end and note.first.claim else text(sentence[start:end])
    number = f'<sup><a href="#{note.prints[0]}">{note.number}</a></sup>'
    return f'<p lang="{text(language)}">{text(sentence[:start])}{marked}{number}{text(sentence[end:])}</p>'


@dataclass(slots=True)
class _Marker:
    """Cuts a passage where a mention or another language begins or ends. Where mentions lie in one another,
    the innermost is marked."""

    passage: Passage
    mentions: Sequence[Mention]
    notes: Sequence[Note]
    sheet: Sheet
    begun: set[int] = field(default_factory=set)

    def html(self) -> str:
        """The passage's text, marked."""
        start, end = self.passage.start, self.passage.start + len(self.passage.text)
        found = [mention for mention in self.mentions if start <= mention.at[0] and mention.at[1] <= end]
        numbers = self._numbers()
        if not (found or self.passage.foreign or numbers):
            return text(self.passage.text)
        spans = [_shown(mention) for mention in found] + [span for span, _ in self.passage.foreign]
        cuts = sorted({start, end, *numbers, *(at for span in spans for at in span if start < at < end)})
        pieces = [numbers.get(start, "")]
        for low, high in pairwise(cuts):
            pieces += [self._piece((low, high), found), numbers.get(high, "")]
        return "".join(pieces)

    def _numbers(self) -> dict[int, str]:
        """What stands behind each figure that has a note: its number, leading to the note."""
        numbers: dict[int, str] = {}
        for note in self.notes:
            mention = note.first.mention
            assert mention is not None
            at = min(_shown(mention)[1], self.passage.start + len(self.passage.text))
            number = f'<sup><a href="#{note.prints[0]}">{note.number}</a></sup>'
            numbers[at] = numbers.get(at, "") + number
        return numbers

    def _piece(self, span: Span, found: Sequence[Mention]) -> str:
        low, high = span
        inner = text(self.passage.text[low - self.passage.start : high - self.passage.start])
        over = [mention for mention in found if _shown(mention)[0] <= low and high <= _shown(mention)[1]]
        codes = [code for (start, end), code in self.passage.foreign if start <= low and high <= end]
        spoken = f' lang="{codes[0]}"' if codes else ""
        if over:
            return self._marked(min(over, key=_width), inner, spoken)
        return f"<span{spoken}>{inner}</span>" if spoken else inner

    def _marked(self, mention: Mention, inner: str, spoken: str) -> str:
        name = "" if id(mention) in self.begun else f' id="{self.sheet.anchor(mention)}"'
        self.begun.add(id(mention))
        told = f'class="{mark_class(mention)}"{name}{spoken} href="#{anchor(mention.claim or "")}"'
        return f"<a {told}>{inner}</a>"


def _shown(mention: Mention) -> Span:
    """What is marked: the figure with its qualifiers, where they are known."""
    low, high = mention.outer
    return (min(low, mention.at[0]), max(high, mention.at[1])) if low < high else mention.at


def _width(mention: Mention) -> int:
    low, high = _shown(mention)
    return high - low
