"""Page furniture: links to other articles, share bars, credits, bylines, forms. Read, never matched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from factcheck.extract.phrases import Phrases
from factcheck.language.lexicon import languages, load
from factcheck.language.words import Words, fold
from factcheck.model import Article, Block, Sentence

_GROUPS = ("starts", "labels", "credits", "whole", "stamps", "bylines", "tail")
_DAY = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{1,2}(?:er|st|nd|rd|th)? (?:of )?\b[^\W\d_]{3,12}\.?,? \d{4}|\b[^\W\d_]{3,12}\.? \d{1,2}, \d{4})"
)
_CLOCK = r"(?:\d{1,2} ?(?:h|:) ?(?:\d\d)?(?: ?[ap]\.?m\.?)?)"
_DATE = re.compile(_DAY)
_MOMENT = re.compile(rf"{_DAY}|{_CLOCK}")
_LINKED = re.compile(rf"[^\d\s,;] +{_DAY}(?= +[«“\"]?[A-ZÀ-ÞŒ]|\s*$)")
_FINAL = re.compile(r"[.!?…][»”’\"')\]]*\s*$")
_BODY = re.compile(r"\.[»”’\"')\]]*\s*$")
_SHORT, _LAST_PART = 14, 0.3


class _View(NamedTuple):
    """What the rules see of a sentence: its text and words, and whether it is all of its block."""

    text: str
    words: list[str]
    ends: list[int]  # where each word ends in `text`
    block: Block
    alone: bool


def mark(article: Article, sentences: Sequence[Sentence], words: Words) -> tuple[Sentence, ...]:
    """The sentences with `furniture` set on those that are no part of the article. `words` are those of
    its prose. A sentence that runs on from a list of dated links into the text is cut in two."""
    cut = [part for sentence in sentences for part in _cut(article, sentence, words)]
    views = [_view(article, cut, at, words) for at in range(len(cut))]
    marked = [view.block.kind != "title" and _is_furniture(view, article) for view in views]
    _extend(views, cut, marked)
    _drop_tail(article, views, cut, marked)
    _drop_biography(views, cut, marked)
    return tuple(
        replace(sentence, furniture=True) if found else sentence
        for sentence, found in zip(cut, marked, strict=True)
    )


# --- one sentence ----------------------------------------------------------------------------------


def _is_furniture(view: _View, article: Article) -> bool:
    if not view.words:
        return False
    if _is_share_bar(view) or _is_link_list(view.text):
        return True
    if len(view.words) <= _SHORT and (_held().within(view.words) or _is_moment(view, article)):
        return True
    if view.text.lstrip("([*").startswith("©"):
        return len(view.words) <= _SHORT
    return any(group == "starts" or _RULES[group](view, end) for group, end in _opening().at(view.words))


def _after(view: _View, end: int) -> str:
    """What follows a phrase, spaces left out."""
    return view.text[view.ends[end - 1] :].lstrip()


def _labels(view: _View, end: int) -> bool:
    after = _after(view, end)
    return after[:1] in tuple(":|>→»]") if after else view.alone


def _credits(view: _View, end: int) -> bool:
    """`Photo: Reuters`, `Photo João Sousa`, `Photo by …`; not `Photo: 300 people marched.`"""
    rest, after = view.words[end:], _after(view, end)
    if not rest:
        return view.alone
    if len(view.words) > 9 or any(map(str.isdigit, "".join(rest))):
        return False
    return after[:1] in ":©/|" or any(True for _ in _links().at(rest)) or _names(after)


def _whole(view: _View, end: int) -> bool:
    return end == len(view.words)


def _heads_tail(view: _View, end: int) -> bool:
    return view.alone and end == len(view.words)


def _stamps(view: _View, end: int) -> bool:
    """`Published on 4 March 2025`, on a line of its own and without a full stop."""
    dated = _MOMENT.search(fold(_after(view, end))) is not None
    return view.alone and dated and len(view.words) <= 16 and not _FINAL.search(view.text)


def _bylines(view: _View, end: int) -> bool:
    """`By Jane Smith`, on a line of its own and without a full stop."""
    if not view.alone or len(view.words) > _SHORT or _FINAL.search(view.text):
        return False
    return any(True for _ in _roles().at(view.words, end)) or _names(_after(view, end))


_RULES = {
    "labels": _labels,
    "credits": _credits,
    "whole": _whole,
    "stamps": _stamps,
    "bylines": _bylines,
    "tail": _heads_tail,
}


def _names(text: str) -> bool:
    """Capitalised words, with nothing but the shortest between them."""
    found = re.findall(r"\w+", text)
    proper = [word for word in found if word[0].isupper()]
    return bool(proper) and all(word[0].isupper() or (word.isalpha() and len(word) < 4) for word in found)


def _is_share_bar(view: _View) -> bool:
    """`Facebook Twitter Email`, or the same glued together (`FacebookTwitterEmail`)."""
    names = _networks()
    if _has_glued_bar(view):
        return True
    others = [word for word in view.words if word not in names and not word.isdigit()]
    return not others and sum(word in names for word in view.words) > 1


def _has_glued_bar(view: _View) -> bool:
    long = (word for word in view.words if len(word) > 12)
    return any(sum(name in word for name in _networks() if len(name) > 5) > 1 for word in long)


def _is_link_list(text: str) -> bool:
    """Three titles or more, each with its bare date, run together."""
    return len(text) > 60 and len(_LINKED.findall(text)) > 2


def _is_moment(view: _View, article: Article) -> bool:
    """A day or an hour alone on its line, near the top or with its time."""
    if not view.alone or view.block.kind not in ("paragraph", "heading", "caption") or len(view.words) > 9:
        return False
    folded = fold(view.text)
    rest = _MOMENT.sub(" ", folded)
    top = view.block in article.blocks[:5]
    timed = re.search(_CLOCK, folded) is not None
    return rest != folded and (top or timed) and len(re.findall(r"\w+", rest)) <= 2


# --- what stands around it -------------------------------------------------------------------------


def _cut(article: Article, sentence: Sentence, words: Words) -> Iterator[Sentence]:
    """A sentence, cut where it goes on in the text after a list of dated links."""
    view = _view(article, [sentence], 0, words)
    links = any(group == "starts" for group, _ in _opening().at(view.words))
    last = max((match.end() for match in _LINKED.finditer(view.text)), default=0) if links else 0
    rest = view.text[last:].strip()
    if not last or not _FINAL.search(rest) or len(rest.split()) < 4 or _DATE.search(fold(rest)):
        yield sentence
        return
    start = sentence.end - len(rest)
    yield replace(sentence, end=sentence.start + last)
    yield replace(sentence, start=start)


def _view(article: Article, sentences: Sequence[Sentence], at: int, words: Words) -> _View:
    sentence = sentences[at]
    block = article.blocks[sentence.block]
    span = words.within(sentence.start, sentence.end)
    return _View(
        article.text[sentence.start : sentence.end],
        words.folded[span.start : span.stop],
        [end - sentence.start for end in words.ends[span.start : span.stop]],
        block,
        (sentence.start, sentence.end) == (block.start, block.end),
    )


def _extend(views: Sequence[_View], sentences: Sequence[Sentence], marked: list[bool]) -> None:
    """A link's title may be several sentences, the last of them without a full stop."""
    for at in range(1, len(marked)):
        same = sentences[at].block == sentences[at - 1].block
        if same and marked[at - 1] and not _FINAL.search(views[at].text):
            marked[at] = True


def _drop_tail(
    article: Article, views: Sequence[_View], sentences: Sequence[Sentence], marked: list[bool]
) -> None:
    """After a comment form, a share bar or a list of other articles the page has no more text."""
    for at, view in enumerate(views):
        if marked[at] and _ends_article(view):
            last_part = len(article.text) - sentences[at].start <= _LAST_PART * len(article.text)
            rest = range(at + 1, len(marked))
            if last_part or not any(_is_body(views[later]) for later in rest if not marked[later]):
                marked[at:] = [True] * (len(marked) - at)
                return


def _ends_article(view: _View) -> bool:
    heads = any(group == "tail" and _heads_tail(view, end) for group, end in _opening().at(view.words))
    return heads or _is_share_bar(view)


def _is_body(view: _View) -> bool:
    return len(view.words) > 5 and _BODY.search(view.text) is not None


def _drop_biography(views: Sequence[_View], sentences: Sequence[Sentence], marked: list[bool]) -> None:
    """One of the last two paragraphs, without a figure, presents the writer."""
    blocks: dict[int, list[int]] = {}
    for at in range(len(marked) - 1, -1, -1):
        if not marked[at] and views[at].block.kind in ("paragraph", "caption"):
            if len(blocks) == 2 and sentences[at].block not in blocks:
                break
            blocks.setdefault(sentences[at].block, []).append(at)
    for members in blocks.values():
        told = [word for at in members for word in views[at].words]
        if len(told) <= 120 and not any(word.isdigit() for word in told) and _biography().within(told):
            for at in members:
                marked[at] = True


# --- the words, of every language at once: a page's frame is often in another than its text -----------


@cache
def _opening() -> Phrases:
    return Phrases({group: _all(group) for group in _GROUPS})


@cache
def _held() -> Phrases:
    return Phrases({"holds": _all("holds")})


@cache
def _links() -> Phrases:
    return Phrases({"links": _all("credit_links")})


@cache
def _roles() -> Phrases:
    return Phrases({"roles": _all("byline_roles")})


@cache
def _biography() -> Phrases:
    return Phrases({"biography": _all("biography")})


@cache
def _networks() -> frozenset[str]:
    return frozenset(map(fold, _all("networks")))


def _all(group: str) -> tuple[str, ...]:
    return tuple(phrase for code in languages() for phrase in load(code).words(f"furniture.{group}"))
