"""From what was matched in one article to its mentions: judged, attributed and at their place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.check.arithmetic.numbers import Reckoning
from factcheck.check.ascribed import ascribed
from factcheck.check.before import BEFORE
from factcheck.check.chronology.dated import may_be_early
from factcheck.check.said import Dated, linked_on
from factcheck.check.verdict import HOLDING, judge
from factcheck.check.whose import named_in, names_in
from factcheck.compare.agree import interval
from factcheck.compare.series import Period
from factcheck.extract.bearers import Bearer
from factcheck.extract.superseded import Turns
from factcheck.match.comparable import comparable
from factcheck.match.result import Match
from factcheck.match.ties import words_of
from factcheck.match.times import Times
from factcheck.model import (
    Article,
    Attribution,
    Claim,
    DateReading,
    Figure,
    Holder,
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
    read_unsound: Callable[[], tuple[Sequence[Reckoning], Sequence[Reckoning]]]
    read_bearers: Callable[[], Iterable[tuple[str, Bearer]]]
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
        superseded = self._superseded(match, who, verdict == "outdated")
        held, told = self._dated(match, claim, who) if may_be_early(claim, match.kind) else ((), ())
        whose = ascribed(mention, claim, self.day, named)
        return replace(
            mention,
            verdict=verdict,
            superseded=superseded,
            beside=names_in(claim, self._around(match.sentence)) if whose else None,
            certainty=match.certainty,
            held=held,
            told=told,
        )

    def unsound(self) -> tuple[tuple[Sum, ...], tuple[Sum, ...]]:
        """What of the article does not add up, and what is told in a false order, in the order of its
        text."""
        sums, orders = self.read_unsound()
        return self._sums(sums), self._sums(orders)

    def holders(self) -> tuple[Holder, ...]:
        """Who is named beside an office: each spelling once, a surname alone only right behind its office."""
        rows: dict[tuple[str, str], list[Bearer]] = {}
        for code, bearer in self.read_bearers():
            if " " in bearer.name.text or bearer.next_to:
                rows.setdefault((code, bearer.name.text), []).append(bearer)
        return tuple(self._holder(code, found) for (code, _), found in rows.items())

    def _holder(self, code: str, found: Sequence[Bearer]) -> Holder:
        spans = [(bearer.name.start, bearer.name.end) for bearer in found]
        numbers = [self._sentence_of(start) for start, _ in spans]
        sentence = self.sentences[numbers[0]]
        whole = (sentence.start, sentence.end)
        return Holder(
            self._read(Match("name", *spans[0], numbers[0], whole, None, None)),
            code,
            tuple(self.sentences[number].start for number in numbers),
            tuple(sorted(frozenset[str]().union(*(bearer.offices for bearer in found)))),
            tuple(sorted(frozenset[str]().union(*(bearer.places for bearer in found)))),
        )

    def _sentence_of(self, at: int) -> int:
        return bisect_right(self.sentences, at, key=lambda sentence: sentence.start) - 1

    def _sums(self, found: Sequence[Reckoning]) -> tuple[Sum, ...]:
        rows = sorted(found, key=lambda reckoning: reckoning.at.start)
        return tuple(Sum(self._alone(row.at), row.sum, tuple(map(self._alone, row.others))) for row in rows)

    def _alone(self, reading: Figure | DateReading) -> Mention:
        """A reading as the mention of no claim."""
        number = self._sentence_of(reading.start)
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

    def _superseded(self, match: Match, who: Attribution, earlier: bool) -> bool:
        sentence = self.sentences[match.sentence]
        span, within = (match.start, match.end), (sentence.start, sentence.end)
        said = who.end or 0
        return any(turns.cover(span, match.clause, within, said, earlier) for turns in self._turns)

    def periods(self, match: Match, who: Attribution) -> tuple[Period, ...]:
        """The periods to which its sentence dates a reading, of which `who` says so."""
        if match.kind == "date":
            return ()
        span = (match.start, match.end) if match.kind == "quantity" else match.clause
        said = None if who.start is None or who.end is None else (who.start, who.end)
        return self.times.of(match.sentence, span, match.clause, said)

    def _dated(
        self, match: Match, claim: Claim, who: Attribution
    ) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
        """The periods in which a figure is said to have held, and those in which somebody said so."""
        sentence, figure = self.sentences[match.sentence], (match.start, match.end)
        whole = (sentence.start, sentence.end)
        periods, links = self.times.within(whole), self.article.links
        if not periods and not links:
            return (), ()
        code = self.article.language or "en"
        dated = Dated(self.article.text, code, whole, periods, self.times.figures_in(*whole))
        spans = [figure] if who.start is None or who.end is None else [figure, (who.start, who.end)]
        told = dict.fromkeys((*dated.told(who), *linked_on(links, spans)))
        held = dated.held(figure, words_of((claim.title, *claim.match)))
        return tuple(period for period in held if period not in told), tuple(told)

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


Periods = tuple[Period, ...]
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
