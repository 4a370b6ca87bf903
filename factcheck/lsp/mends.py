"""What may be written into an article beside a figure: who says so, or why it is as it is. Each is read again
before it is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.check.verdict import value_agrees
from factcheck.check.wording import brief, held
from factcheck.errors import ReadError
from factcheck.language.lexicon import Lexicon
from factcheck.language.lexicon import load as lexicon_of
from factcheck.language.words import fold
from factcheck.lsp.check import Checked
from factcheck.lsp.documents import Document, shifted
from factcheck.lsp.edits import Replacement
from factcheck.model import Article, Block, Claim, Finding, Mention, Source, Span
from factcheck.places import whole
from factcheck.read.article import read_article
from factcheck.show.selection import covers

_END = re.compile(r"[.!?…]*[»”\"’')\]]*\s*$")
"""What ends a sentence, behind its last word."""


def sources(mention: Mention, claim: Claim, checked: Checked) -> Iterator[Source]:
    """Who may be named for a figure: the sources of the current values that it agrees with, none of them
    private. Whoever says another figure, or only judges a statement, does not say so."""
    day = checked.report.articles[0].day
    agreeing = (value for value in held(claim, day) if value_agrees(mention, value, claim.tolerance))
    found = (value.source for value in agreeing)
    yield from {one.name: one for one in found if one and not one.private}.values()


def with_source(mention: Mention, source: Source, checked: Checked, document: Document) -> Replacement | None:
    """Where and how a sentence names the source of its figure: in place of who is not named, else at its end.
    None where it would not be read so."""
    lexicon = lexicon_of(checked.report.articles[0].language)
    start, sentence = mention.sentence_start, mention.sentence
    ways = (way for name in _called(source, checked, lexicon) for way in _ways(mention, name, lexicon))
    for (first, last), text in ways:
        said = sentence[:first] + text + sentence[last:]
        longer = len(text) - (last - first) if last <= mention.at[0] - start else 0
        span = checked.now((start + first, start + last), document)
        if first >= 0 and span and _is_named(said, mention, longer, source, checked):
            return span, text
    return None


def _ways(mention: Mention, name: str, lexicon: Lexicon) -> Iterator[Replacement]:
    """Where in its sentence, and how, somebody may be named for a figure."""
    prepositions, sentence = lexicon.words("attribution.prepositions"), mention.sentence
    if span := _nobody(mention):
        said = sentence[slice(*span)]
        heads = (said[: len(one)] for one in prepositions if fold(said).startswith(f"{fold(one)} "))
        yield from [(span, f"{head} {name}") for head in heads][:1]
    end = _END.search(sentence)
    at = end.start() if end else len(sentence)
    yield (at, at), f", {prepositions[0]} {name}"


def _called(source: Source, checked: Checked, lexicon: Lexicon) -> Iterator[str]:
    """What a text may call a source: what the article calls it elsewhere, with its "the" ("le NIS"), then its
    short name."""
    prose = checked.article.text if checked.article else ""
    articles = {*lexicon.words("attribution.definite")} & {*lexicon.words("dates.links")}
    the = "|".join(sorted(map(re.escape, articles.difference(lexicon.words("dates.of")))))
    for name in sorted(source.called, key=len, reverse=True):
        found = re.search(rf"\b({the})(['’ \xa0]){re.escape(fold(name))}\b", fold(prose))
        if found:
            yield fold(found[1]) + prose[found.start(2) : found.end()]
    yield brief(source)


def _nobody(mention: Mention) -> Span | None:
    """Where its sentence says that somebody who is not named says so ("according to officials")."""
    who = mention.attribution
    if who is None or who.status != "vague" or who.start is None or who.end is None:
        return None
    span = who.start - mention.sentence_start, who.end - mention.sentence_start
    return span if 0 <= span[0] < span[1] <= len(mention.sentence) else None


def _is_named(sentence: str, mention: Mention, longer: int, source: Source, checked: Checked) -> bool:
    """Whether a sentence, by itself, gives its figure to a source."""
    summary = checked.report.articles[0]
    alone = Article(
        mention.path,
        sentence,
        whole(sentence),
        date=summary.day,
        language=summary.language,
        blocks=(Block("paragraph", 0, len(sentence)),),
    )
    setting, _, desk = checked.room.tools.set_out(alone)
    start, end = (at - mention.sentence_start + longer for at in mention.at)
    number = max((at for at, one in enumerate(desk.sentences) if one.start <= start), default=0)
    who = setting.attribute(number, (start, end))
    return who.status == "sourced" and who.source == source.name


def ignoring(finding: Finding, checked: Checked, document: Document) -> Replacement | None:
    """Where a comment goes that ignores a finding, for a reason that is yet to be written; None where the
    format has no comments, or none would be read there."""
    mention = finding.mention
    if mention is None or checked.article is None:
        return None
    claim = f", claim={finding.claim}" if finding.claim else ""
    comment = f" <!-- factcheck: ignore[{finding.rule}{claim}] -->"
    then, text = checked.document, checked.document.text
    sentence = checked.span((mention.sentence_start, mention.sentence_start + len(mention.sentence)))
    line = then.lines.offset(then.lines.at(finding.end_line, 10**9))
    line -= len(text[:line]) - len(text[:line].rstrip())
    for at in dict.fromkeys((line, sentence[1], checked.span(mention.outer)[1])):
        new = text[:at] + comment + text[at:]
        if _is_ignored(new, finding, checked) and (now := _at(text, document.text, at)) is not None:
            return (now, now), comment
    return None


def _at(old: str, new: str, at: int) -> int | None:
    """Where an offset of an earlier text is in a later one, behind the character that comes before it."""
    found = shifted(old, new, (max(at - 1, 0), at))
    return found[1] if found else None


def _is_ignored(text: str, finding: Finding, checked: Checked) -> bool:
    """Whether an article says the same with a comment that covers a finding."""
    path = checked.document.path
    try:
        read = read_article(path, ("\ufeff" + text.removeprefix("\ufeff")).encode("utf-8", "replace"))
    except (ReadError, StopIteration):
        return False
    same = checked.article is not None and read.text == checked.article.text
    return same and any(covers(replace(one, path=finding.path), finding) for one in read.ignores)
