"""What of a scan was not checked, or only by a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.check import possible
from factcheck.match.index import texts
from factcheck.match.terms import phrase_slots, spoken
from factcheck.model import (
    Article,
    ArticleSummary,
    Aside,
    Finding,
    Mention,
    Registry,
    Sentence,
    Unchecked,
)
from factcheck.run.tongues import Tongues


def with_doubts(article: Article, said: Tongues, phrases: Collection[str]) -> Article:
    """The article, with what is doubtful about its languages among its asides; `phrases` are the languages in
    which the registry has any, none where there is no registry."""
    known = any(aside.kind == "no-language" for aside in article.asides)  # it says so itself
    guessed = [Aside("", "", said.guessed, "no-language")] if said.guessed and not known else []
    return replace(article, asides=(*article.asides, *guessed, *_unphrased(article, said, phrases)))


def _unphrased(article: Article, said: Tongues, phrases: Collection[str]) -> Iterator[Aside]:
    """Each stretch of blocks, and each quotation, in a language of which the registry has no phrase."""
    if not phrases:
        return
    stretches = groupby(article.blocks, key=lambda block: said.of_block(block.start).code)
    starts = [(next(blocks).start, code) for code, blocks in stretches]
    starts += [(span[0], lexicon.code) for span, lexicon in said.foreign if span in said.quotations]
    for start, code in sorted(starts):
        if code not in phrases:
            why = f"in the language `{code}`, in which no claim has a phrase (give one in `match`)"
            yield Aside("", article.places.told(start), why, "no-phrase", article.places.line(start)[0])


def phrase_languages(registry: Registry) -> frozenset[str]:
    """The languages in which a registry plainly has phrases."""
    said = (spoken(text) for claim in registry.claims for text in texts(claim))
    return frozenset(codes[0] for codes in said if len(codes) == 1)


def furniture(article: Article, sentences: Sequence[Sentence], figured: set[int]) -> Iterator[Aside]:
    """Each passage that was taken for furniture and has one of the sentences that are `figured`."""
    rows = groupby(range(len(sentences)), key=lambda number: sentences[number].furniture)
    for found, numbers in rows:
        passage = list(numbers)
        if found and not figured.isdisjoint(passage):
            start, end = sentences[passage[0]].start, sentences[passage[-1]].end
            text = " ".join(article.text[start:end].split())
            place, line = article.places.told(start), article.places.line(start)[0]
            yield Aside(text, place, f"taken for furniture of the page: “{text[:60]}”", "furniture", line)


def of_article(article: ArticleSummary, asides: Iterable[Aside]) -> Iterator[Unchecked]:
    """What of an article was not checked; what of its file is no part of it, for each reason once."""
    reasons = Counter(aside.why for aside in asides if aside.kind == "left-out")
    for why, number in sorted(reasons.items()):
        yield Unchecked("left-out", article.path, 1, f"{why} ({number} left out)")
    for aside in asides:
        if aside.kind != "left-out":
            yield Unchecked(aside.kind, article.path, aside.line, aside.why)


def undated(article: ArticleSummary) -> Unchecked:
    """That an article without a date was judged as of today."""
    reason = f"no date, judged as of today {article.day} (give it one in its front matter, or use --date)"
    return Unchecked("no-date", article.path, 1, reason)


def doubtful(mentions: Iterable[Mention], settled: Iterable[Finding]) -> Iterator[Unchecked]:
    """The mentions that may be about a claim, but for those on which a desk has `settled`."""
    known = {(row.path, row.line, row.column, row.claim) for row in settled if row.rule == possible.NAME}
    for mention in mentions:
        if (mention.path, mention.line, mention.column, mention.claim) not in known:
            reason = f"“{mention.said or mention.text}” may be about `{mention.claim}`"
            yield Unchecked("possible", mention.path, mention.line, reason)


def unmatchable(registry: Registry) -> Iterator[Unchecked]:
    """The claims of which no phrase has a word to look for."""
    for claim in registry.claims:
        if not (any(map(phrase_slots, claim.match)) or texts(claim)):
            reason = f"no article can match `{claim.id}`: give it a phrase in `match`"
            yield Unchecked("no-match", claim.path or registry.path, claim.line, reason)
