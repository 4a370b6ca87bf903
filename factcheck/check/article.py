"""From what was matched in one article to its mentions: judged, attributed and at their place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from factcheck.check.arithmetic.numbers import Reckoning
from factcheck.check.ascribed import ascribed
from factcheck.check.dated import Times
from factcheck.check.verdict import HOLDING, judge
from factcheck.check.whose import named_in, names_in
from factcheck.compare.agree import interval
from factcheck.compare.series import Period
from factcheck.extract.superseded import Turns
from factcheck.extract.tables import above
from factcheck.match.comparable import comparable
from factcheck.match.result import Match
from factcheck.model import (
    Article,
    Attribution,
    Claim,
    DateReading,
    Figure,
    Kind,
    Mention,
    Qualifier,
    Quantity,
    Sentence,
    Span,
    Sum,
)
from factcheck.recent import Recent

APPOSED = 200
"""Within how many characters before a name a whole title stands."""
BEFORE = date.min.isoformat()
"""When the time before a change began that a text does not date."""
QUOTES = {"«": "»", "“": "”", "„": "“"}


@dataclass(frozen=True)
class Desk:
    """What judging one article takes: the claims by id, its ISO day, and who says and when, asked lazily."""

    article: Article
    sentences: Sequence[Sentence]
    claims: Mapping[str, Claim]
    day: str
    attribute: Callable[[int, Span], Attribution]
    read_times: Callable[[], Times]
    read_turns: Callable[[], Sequence[Turns]]
    read_sums: Callable[[], Sequence[Reckoning]]
    _texts: Recent[int, str] = field(default_factory=Recent, compare=False, repr=False)

    def mention(self, match: Match) -> Mention:
        """The mention that a match makes, with its verdict and attribution where it has a claim."""
        mention = self._read(match)
        if match.won is None:
            return mention
        claim = self.claims[match.won.claim]
        who = self.attribute(match.sentence, (match.start, match.end))
        periods = self.periods(match, who)
        if match.kind == "name" and speaks(who, (match.start, match.end), self.article.text):
            who = Attribution("unsourced")
        mention = replace(
            mention, claim=claim.id, score=round(match.won.score, 3), attribution=who, periods=periods
        )
        if isinstance(match.reading, Figure):
            known = comparable(match.reading, claim) or match.reading.quantity
            value, low, high, unit, _ = _of_quantity(known)
            mention = replace(mention, value=value, low=low, high=high, unit=unit, quantity=known)
        if claim.kind == "statement":
            mention = replace(mention, value=claim.rating or "unproven")
        clause = self.article.text[match.clause[0] : match.clause[1]]
        named = named_in(claim, clause, mention.sentence, who)
        verdict = judge(mention, claim, self.day, who, periods, named)
        if _is_former(match) and verdict not in HOLDING:
            mention = replace(
                mention, periods=((BEFORE, max((end for _, end in periods), default=self.day)),)
            )
            verdict = judge(mention, claim, self.day, who, mention.periods, named)
        superseded = self._superseded(match, who)
        whose = ascribed(mention, claim, self.day, named)
        beside = names_in(claim, self._around(match.sentence)) if whose else None
        return replace(
            mention, verdict=verdict, superseded=superseded, beside=beside, certainty=match.certainty
        )

    def sums(self) -> tuple[Sum, ...]:
        """What of the article does not add up, in the order of its text."""
        found = sorted(self.read_sums(), key=lambda reckoning: reckoning.at.start)
        return tuple(Sum(self._alone(row.at), row.sum, tuple(map(self._alone, row.others))) for row in found)

    def _alone(self, reading: Figure | DateReading) -> Mention:
        """A reading as the mention of no claim."""
        number = bisect_right(self.sentences, reading.start, key=lambda sentence: sentence.start) - 1
        sentence = self.sentences[number]
        kind: Kind = "quantity" if isinstance(reading, Figure) else "date"
        whole = (sentence.start, sentence.end)
        return self._read(Match(kind, reading.start, reading.end, number, whole, reading, None))

    @cached_property
    def times(self) -> Times:
        """The stretches of time that the article names."""
        return self.read_times()

    @cached_property
    def _turns(self) -> Sequence[Turns]:
        return self.read_turns()

    def _superseded(self, match: Match, who: Attribution) -> bool:
        sentence = self.sentences[match.sentence]
        span, within = (match.start, match.end), (sentence.start, sentence.end)
        return any(turns.cover(span, match.clause, within, who.end or 0) for turns in self._turns)

    def periods(self, match: Match, who: Attribution) -> tuple[Period, ...]:
        """The periods to which its sentence dates a reading, of which `who` says so."""
        if match.kind == "date":
            return ()
        sentence = self.sentences[match.sentence]
        span = (match.start, match.end) if match.kind == "quantity" else match.clause
        said = None if who.start is None or who.end is None else (who.start, who.end)
        block, prose = self.article.blocks[sentence.block], self.article.text
        cell = above(prose, block.header, block.end, span) if block.header else None
        whole = (sentence.start, sentence.end)
        return self.times.of(span, match.clause, whole, said, cell, self._lead(match.sentence))

    @cached_property
    def _leads(self) -> Sequence[Sentence | None]:
        """For each sentence, the last one before or at it that stands in no list."""
        found: list[Sentence | None] = []
        for sentence in self.sentences:
            listed = self.article.blocks[sentence.block].kind == "item"
            found.append(sentence if not listed else found[-1] if found else None)
        return found

    def _lead(self, number: int) -> Span | None:
        """The sentence with a colon that the list goes on in which a sentence stands."""
        blocks = self.article.blocks
        if blocks[self.sentences[number].block].kind != "item":
            return None
        lead = self._leads[number]
        colon = lead and self.article.text[lead.start : lead.end].rstrip().endswith(":")
        return (lead.start, lead.end) if lead and colon else None

    def _told(self, number: int) -> str:
        """The text of a sentence, one for all its mentions."""
        if number not in self._texts:
            sentence = self.sentences[number]
            self._texts[number] = self.article.text[sentence.start : sentence.end]
        return self._texts[number]

    def _around(self, number: int) -> str:
        """The text of a sentence and of its neighbours in its block."""
        near = range(max(0, number - 1), min(number + 2, len(self.sentences)))
        block = self.sentences[number].block
        return " ".join(self._told(other) for other in near if self.sentences[other].block == block)

    def _read(self, match: Match) -> Mention:
        article, sentence = self.article, self.sentences[match.sentence]
        places = article.places
        start, end = places.span(match.start, match.end)
        (line, column), first = places.line(start), places.span(sentence.start, sentence.end)
        value, low, high, unit, qualifier = _value(match, article)
        kind = article.blocks[sentence.block].kind
        outer = _outer(match)
        return Mention(
            path=article.path,
            line=line,
            column=column,
            start=start,
            end=end,
            text=article.text[match.start : match.end],
            sentence=self._told(match.sentence),
            sentence_start=sentence.start,
            kind=match.kind,
            value=value,
            low=low,
            high=high,
            unit=unit,
            qualifier=qualifier,
            quoted=kind == "quote" or quoted(article.text, sentence, match.start, match.end),
            headline=kind in ("title", "heading"),
            at=(match.start, match.end),
            outer=outer,
            said=_folded(article, (outer[0], max(outer[1], _reach(match)))),
            ends_at=places.line(end),
            lines=(places.line(first[0])[0], places.line(first[1])[0]),
            place=places.told(match.start),
        )


def _is_former(match: Match) -> bool:
    """Whether a figure is the value before a change."""
    return isinstance(match.reading, Figure) and match.reading.role == "former"


def speaks(who: Attribution, named: Span, text: str) -> bool:
    """Whether the one who says so is the one who is named, in the same words or beside them ("warned its
    director, Rosa Mejía"): nobody vouches for a name by bearing it."""
    if who.start is None or who.end is None:
        return False
    if who.start < named[1] and named[0] < who.end:
        return True
    before = text[max(0, named[0] - APPOSED) : named[0]].rstrip()
    return before.endswith(",") and before[:-1].endswith((text[who.start : who.end], who.source or "\0"))


Said = tuple[float | tuple[float, float] | str, float | None, float | None, str | None, Qualifier]
"""What a mention says: its value, its interval's ends, its unit, how exactly it is meant."""


def _of_quantity(quantity: Quantity) -> Said:
    # the ends are those after the qualifier alone, however coarse a share is
    value = quantity.value if quantity.high is None else (quantity.value, quantity.high)
    return value, *interval(replace(quantity, coarse=False)), quantity.unit, quantity.qualifier


def _value(match: Match, article: Article) -> Said:
    if isinstance(match.reading, Figure):
        return _of_quantity(match.reading.quantity)
    if isinstance(match.reading, DateReading):
        return match.reading.iso, None, None, None, "exact"
    return _folded(article, (match.start, match.end)), None, None, None, "exact"


def _outer(match: Match) -> Span:
    """The span of what is read, a figure's qualifiers and currency with it."""
    figure = match.reading if isinstance(match.reading, Figure) else None
    return (figure.outer_start, figure.outer_end) if figure else (match.start, match.end)


def _reach(match: Match) -> int:
    """Where the words end that say what a rate is per, 0 without such."""
    return match.reading.reach if isinstance(match.reading, Figure) else 0


def _folded(article: Article, span: Span) -> str:
    """What a reader sees of a span, on one line."""
    return " ".join(article.text[slice(*span)].split())


def quoted(prose: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a span stands in quotation marks within its sentence, or is followed by `[sic]`."""
    if prose[end : end + 8].lstrip().lower().startswith("[sic]"):
        return True
    before, after = prose[sentence.start : start], prose[end : sentence.end]
    for opening, closing in QUOTES.items():
        if before.rfind(opening) > before.rfind(closing) and closing in after:
            return True
    return before.count('"') % 2 == 1 and '"' in after
