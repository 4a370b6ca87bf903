"""One article against the registry: which claim gets each of its figures, dates, names and sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from factcheck.check.agree import dates_agree
from factcheck.extract.clauses import clauses
from factcheck.extract.names import names
from factcheck.language.lexicon import Lexicon
from factcheck.match import dates as dating
from factcheck.match import names as naming
from factcheck.match import statements as stating
from factcheck.match.assign import ENOUGH, Contest, Matcher, award, weigh
from factcheck.match.context import Surroundings
from factcheck.match.echo import heard
from factcheck.match.evidence import Evidence, Reading, borne_out, comparable, countries, evidence
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry, Index
from factcheck.match.score import DATES, FIGURES
from factcheck.model import Attribution, DateReading, Figure, Kind, Span


@dataclass(frozen=True, slots=True)
class Match:
    """A reading with its sentence's number and clause, the claim that got it (or None), and who competed."""

    kind: Kind
    start: int
    end: int
    sentence: int
    clause: Span
    reading: Figure | DateReading | None
    won: Weighed | None
    weighed: tuple[Weighed, ...] = ()


@dataclass
class Pass:
    """One article on its way through matching; `figures` and `dates` are sorted by where they start."""

    surroundings: Surroundings
    lexicon: Lexicon
    matcher: Matcher
    figures: Sequence[Figure]
    dates: Sequence[DateReading]
    day: str
    attribute: Callable[[int, Span], Attribution]
    _clauses: dict[int, list[Span]] = field(default_factory=dict)
    _sources: dict[int, frozenset[str]] = field(default_factory=dict)
    _claims: set[int] | None = None

    def matches(self) -> Iterator[Match]:
        """Every figure of the article, furniture's too, and the dates, names and sentences of a claim."""
        figures, dates = _by_start(self.figures), _by_start(self.dates)
        contests = self._contests()
        for number, sentence in enumerate(self.surroundings.sentences):
            span = (sentence.start, sentence.end)
            if sentence.furniture:
                here = [self.figures[at] for at in _within(figures, span)]
                yield from (Match("quantity", f.start, f.end, number, span, f, None) for f in here)
                continue
            yield from self._figures(number, contests.get(number, []))
            yield from self._dates(number, [self.dates[at] for at in _within(dates, span)])
            yield from self._names(number)
            yield from self._statement(number)

    def clause_of(self, number: int, position: int) -> Span:
        """The clause of a sentence that holds a position of the text."""
        found = self._clauses.get(number)
        if found is None:
            found = self._clauses[number] = self._cut(number)
        at = next(
            (at for at, clause in enumerate(found) if clause[0] <= position < clause[1]), len(found) - 1
        )
        start, end = found[at]
        if at and (
            self.surroundings.article.prose[start] == "(" or not self.surroundings.terms((start, end))
        ):
            start = found[at - 1][
                0
            ]  # a figure in brackets, or alone after a colon, belongs to what it follows
        return start, end

    def _cut(self, number: int) -> list[Span]:
        """The clauses of a sentence; a table's row is one."""
        around = self.surroundings
        sentence = around.sentences[number]
        block = around.article.blocks[sentence.block]
        if block.kind == "row":
            return [(block.start, block.end)]
        return clauses(around.article.prose, around.words, sentence.start, sentence.end, self.lexicon)

    def _entries(self, number: int, index: Index) -> list[Entry]:
        if not index.entries:
            return []
        return [index.entries[claim] for claim in index.candidates(self.surroundings.local(number))]

    def _with_agreeing(self, entries: list[Entry], figure: Figure) -> list[Entry]:
        """The claims that the sentence suggests, and those that the figure does and the article bears out."""
        index = self.matcher.quantities
        known = {entry.claim.id for entry in entries}
        numbers = sorted(self._article_claims() & index.near(figure.quantity))
        more = (index.entries[number] for number in numbers)
        return entries + [entry for entry in more if entry.claim.id not in known and borne_out(figure, entry)]

    def _article_claims(self) -> set[int]:
        if self._claims is None:
            self._claims = set(self.matcher.quantities.candidates(self.surroundings.article_keys()))
        return self._claims

    def _told(self, number: int) -> frozenset[str]:
        """The registry's sources that a sentence names."""
        if number not in self._sources:
            sentence, around = self.surroundings.sentences[number], self.surroundings
            stems = self._stems((sentence.start, sentence.end))
            named = self.matcher.named(stems, around.vocabulary)
            self._sources[number] = named
        return self._sources[number]

    def _sayers(self, number: int, span: Span) -> frozenset[str]:
        """The countries whose people or bodies say so: the figure is not theirs."""
        who = self.attribute(number, span)
        if who.start is None or who.end is None:
            return frozenset()
        return frozenset(countries(self.surroundings.keys((who.start, who.end))))

    def _stems(self, clause: Span) -> list[str]:
        text, stem = self.surroundings.words, self.surroundings.vocabulary.stem
        return [stem(text.folded[at]) for at in text.within(*clause)]

    def _contests(self) -> dict[int, list[Contest]]:
        """The contests of all figures that are not furniture, by their sentence."""
        starts = _by_start(self.figures)
        order: list[tuple[int, Contest]] = []
        for number, sentence in enumerate(self.surroundings.sentences):
            here = [self.figures[at] for at in _within(starts, (sentence.start, sentence.end))]
            if here and not sentence.furniture:
                entries = self._entries(number, self.matcher.quantities)
                order += [(number, self._contest(number, f, self._with_agreeing(entries, f))) for f in here]
        found: dict[int, list[Contest]] = {}
        contests = heard([contest for _, contest in order], self.surroundings.article.prose)
        for (number, _), contest in zip(order, contests, strict=True):
            found.setdefault(number, []).append(contest)
        return found

    def _figures(self, number: int, contests: Sequence[Contest]) -> Iterator[Match]:
        won = award(contests)
        for at, contest in enumerate(contests):
            span = (contest.reading.start, contest.reading.end)
            yield Match(
                "quantity", *span, number, contest.clause, contest.reading, won.get(at), contest.weighed
            )

    def _contest(self, number: int, figure: Figure, entries: Iterable[Entry]) -> Contest:
        around, matcher = self.surroundings, self.matcher
        clause = self.clause_of(number, figure.start)
        if not entries:
            return Contest(figure, clause, ())
        context = around.around(number, clause)
        reading = self._reading(figure, number)

        def clues(entry: Entry) -> Evidence | None:
            if comparable(figure.quantity, entry.claim) is None:
                return None
            return evidence(reading, entry, context, matcher.sets)

        weighed = weigh(entries, self._stems(clause), around, matcher, clues, FIGURES)
        return Contest(figure, clause, weighed)

    def _reading(self, figure: Figure, number: int) -> Reading:
        around = self.surroundings
        counted = around.words.within(*figure.noun) if figure.noun else range(0)
        sentence = around.sentences[number]
        terms = around.terms((sentence.start, sentence.end)) if figure.noun else []
        noun = {key for term in terms if term.word in counted for key in term.keys}
        tail = around.keys((figure.outer_start, min(figure.outer_end + 40, around.sentences[number].end)))
        kind = around.article.blocks[around.sentences[number].block].kind
        return Reading(
            figure.quantity,
            frozenset(noun),
            bisect_left(around.words.starts, figure.start),
            additional="@additional" in tail,
            told=self._told(number),
            day=self.day,
            sayers=self._sayers(number, (figure.start, figure.end)),
            headline=kind in ("title", "heading"),
        )

    def _dates(self, number: int, readings: Sequence[DateReading]) -> Iterator[Match]:
        entries = self._entries(number, self.matcher.dates) if readings else []
        found = [self._date(number, reading, entries) for reading in readings if entries]
        for match in found:
            yield match if match.won is None or _best_told(match, found) else replace(match, won=None)

    def _date(self, number: int, reading: DateReading, entries: Sequence[Entry]) -> Match:
        around, matcher = self.surroundings, self.matcher
        clause = self.clause_of(number, reading.start)
        context = around.around(number, clause)
        word = bisect_left(around.words.starts, reading.start)

        def clues(entry: Entry) -> Evidence:
            return dating.evidence(reading.iso, word, entry, context, matcher.sets)

        weighed = weigh(entries, self._stems(clause), around, matcher, clues, DATES)
        best = weighed[0] if weighed and weighed[0].score >= ENOUGH else None
        return Match("date", reading.start, reading.end, number, clause, reading, best, weighed)

    def _names(self, number: int) -> Iterator[Match]:
        entries = self._entries(number, self.matcher.names)
        if not entries:
            return
        around = self.surroundings
        sentence = around.sentences[number]
        found = names(around.article.prose, around.words, sentence.start, sentence.end, self.lexicon)
        taken: dict[Span, Match] = {}
        for entry in entries:
            rows = []
            for name in found:
                clause = self.clause_of(number, name.start)
                if self.matcher.excluded(entry, self._stems(clause), around.vocabulary):
                    continue
                context = around.around(number, clause)
                rows.append(
                    (name, naming.weigh(name, entry, context, self._beside(name.start, name.end, entry)))
                )
            for named in naming.best(rows, entry):
                span = (named.name.start, named.name.end)
                if span not in taken or taken[span].won.score < named.score:  # type: ignore[union-attr]
                    won = Weighed(named.claim, named.score)
                    clause = self.clause_of(number, span[0])
                    taken[span] = Match("name", *span, number, clause, None, won, (won,))
        yield from (taken[span] for span in sorted(taken))

    def _beside(self, start: int, end: int, entry: Entry) -> bool:
        """Whether a word of the claim stands within three words of a span."""
        around = self.surroundings
        span = around.words.within(start, end)
        low, high = max(0, span.start - 3), min(len(around.words), span.stop + 3)
        near = around.vocabulary.terms(around.words, range(low, high))
        return any(key in entry.keys for term in near if term.word not in span for key in term.keys)

    def _statement(self, number: int) -> Iterator[Match]:
        index = self.matcher.statements
        if not index.entries:
            return
        around = self.surroundings
        sentence = around.sentences[number]
        span = (sentence.start, sentence.end)
        local = around.local(number)
        known = stating.denials(self.lexicon.code)
        text = around.words
        if stating.debunked([text.folded[at] for at in text.within(*span)], known):
            return
        inside = {key: weight if weight == 1.0 else weight * 0.5 for key, weight in local.items()}
        rows = [
            Weighed(entry.claim.id, stating.repeats(entry, inside, around.terms(span), text, known))
            for entry in (index.entries[claim] for claim in index.candidates(local))
            if not self.matcher.excluded(entry, self._stems(span), around.vocabulary)
        ]
        best = max(rows, key=lambda row: row.score, default=None)
        if best and best.score >= stating.REPEATS:
            yield Match("statement", *span, number, span, None, best, tuple(rows))


def _best_told(match: Match, others: Sequence[Match]) -> bool:
    """Whether no other date of the sentence, one that differs, tells the claim's day better."""
    return not any(
        other.won
        and match.won
        and other.won.claim == match.won.claim
        and other.won.score > match.won.score
        and not dates_agree(other.reading.iso, match.reading.iso)  # type: ignore[union-attr]
        for other in others
    )


def _by_start(readings: Sequence[Figure] | Sequence[DateReading]) -> list[int]:
    return [reading.start for reading in readings]


def _within(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))
