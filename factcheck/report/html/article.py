"""An article as read, each mention marked by its verdict, the notes on its figures beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import PurePath

from factcheck.model import ArticleSummary, Mention, Passage
from factcheck.report.html.marked import mark_class, marked, number_link
from factcheck.report.html.markup import text
from factcheck.report.html.note import note_view
from factcheck.report.html.sheet import Note, Sheet

LONG = 40
"""How many characters of a title stand on a thin sheet."""
_TAGS = {"title": "h3", "heading": "h4"}


def article_view(article: ArticleSummary, sheet: Sheet, number: int = 1) -> str:
    """An article as HTML, its `number` its place on the page. On a thin sheet, and where the report has no
    text of it, it has the sentences with a note only."""
    notes = sheet.notes.get(article.path, ())
    mentions = sheet.mentions.get(article.path, ())
    passages = () if sheet.thin else _once(_with_title(article), mentions)
    titled = bool(passages) and passages[0].kind == "title"
    head = "" if titled else f"<h3>{text(_title(article, sheet))}</h3>"
    body = "".join((*_blocks(article, passages, notes, sheet), *_sentences(passages, notes, sheet)))
    return (
        f"<article{'' if sheet.thin else f' id=a{number}'}>{_head(article, notes, sheet)}"
        f"<div class=t lang={sheet.spoken(article.path)}>{head}{body}</div></article>\n"
    )


def _with_title(article: ArticleSummary) -> tuple[Passage, ...]:
    """The passages; a first heading that is the article's title as one."""
    first = article.passages[:1]
    if [(passage.kind, passage.text) for passage in first] != [("heading", article.title)]:
        return article.passages
    return (replace(first[0], kind="title"), *article.passages[1:])


def _once(passages: tuple[Passage, ...], mentions: Sequence[Mention]) -> tuple[Passage, ...]:
    """The passages without a first heading that says the title of the front matter again."""
    if [passage.kind for passage in passages[:2]] != ["title", "heading"]:
        return passages
    title, again, *others = passages
    marked_too = any(again.start <= mention.at[0] < again.start + len(again.text) for mention in mentions)
    return passages if marked_too or again.text != title.text else (title, *others)


def _title(article: ArticleSummary, sheet: Sheet) -> str:
    title = article.title or PurePath(article.path).name
    return f"{title[:LONG]}…" if sheet.thin and len(title) > LONG else title


def _head(article: ArticleSummary, notes: Sequence[Note], sheet: Sheet) -> str:
    words = sheet.words
    dated = text(article.date or words("undated", day=article.day))
    where = f"<code>{text(article.path)}</code> · {dated}"
    if sheet.thin:
        return f"<p class=meta>{where}"
    looked = words.many("figures", len(notes)) if notes else words("none")
    return f"<p class=meta><b>{looked}</b> · {where} · {words.many('sentences', article.sentences)}</p>"


def _blocks(
    article: ArticleSummary, passages: Sequence[Passage], notes: Sequence[Note], sheet: Sheet
) -> Iterator[str]:
    """The passages, each followed by its notes."""
    mentions = sheet.mentions.get(article.path, ())
    for passage in passages:
        here = [note for note in notes if _holds(passage, note)]
        yield _block(passage, article.language, marked(passage, mentions, here, sheet))
        yield _beside(here, sheet)


def _holds(passage: Passage, note: Note) -> bool:
    mention = note.first.mention
    return mention is not None and passage.start <= mention.at[0] < passage.start + len(passage.text)


def _block(passage: Passage, language: str, inner: str) -> str:
    tag = _TAGS.get(passage.kind, "p")
    kind = "" if passage.kind in ("title", "heading", "paragraph") else passage.kind
    shown = " ".join(filter(None, (kind, "fur" if passage.furniture else "")))
    looks = f' class="{shown}"' if shown else ""
    spoken = f" lang={passage.language}" if passage.language != language else ""
    return f"<{tag}{looks}{spoken}>{inner}</{tag}>"


def _beside(notes: Sequence[Note], sheet: Sheet) -> str:
    """Notes in the margin, in a box of their own where there is room for one: then the text below waits for
    the first of them only."""
    made = "".join(note_view(note, sheet) for note in notes)
    return f"<div class=m>{made}</div>" if made and not sheet.thin else made


def _sentences(passages: Sequence[Passage], notes: Sequence[Note], sheet: Sheet) -> Iterator[str]:
    """The sentences of the notes that stand in no passage, each followed by its notes."""
    left = [note for note in notes if not any(_holds(passage, note) for passage in passages)]
    for _, group in groupby(left, key=lambda note: (note.first.lines, note.first.sentence)):
        here = list(group)
        yield f"<p>{_sentence(here, sheet)}{_beside(here, sheet)}"


def _sentence(notes: Sequence[Note], sheet: Sheet) -> str:
    """The sentence of some notes, their figures marked."""
    sentence, at, pieces = notes[0].first.sentence, 0, list[str]()
    for note in sorted(notes, key=lambda note: note.first.mark):
        (start, end), mention = note.first.mark, note.first.mention
        number = number_link(note, sheet)
        if at <= start < end <= len(sentence) and mention:
            name = sheet.anchor(mention)
            mark = f"<mark class={mark_class(mention)}{f' id={name}' if name else ''}>"
            pieces += [text(sentence[at:start]), mark, text(sentence[start:end]), "</mark>", number]
            at = end
        else:
            pieces.append(number)
    return "".join((*pieces, text(sentence[at:])))
