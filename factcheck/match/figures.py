"""Figures given to claims of kind `quantity`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.match.assign import Award, Clues, Contest, agreeing, award, clues, weigh
from factcheck.match.beside import is_addition, is_part, set_aside
from factcheck.match.company import apart, follows, in_company, leans, paired
from factcheck.match.comparable import comparable
from factcheck.match.context import Surroundings
from factcheck.match.evidence import Reading, Told, evidence, told
from factcheck.match.index import Entry
from factcheck.match.namesakes import namesake
from factcheck.match.pairs import pairs
from factcheck.match.restated import restated
from factcheck.match.result import Match
from factcheck.match.rivals import leads
from factcheck.match.roles import barred
from factcheck.match.score import FIGURES
from factcheck.match.series import Evidence
from factcheck.match.setting import Setting
from factcheck.match.swapped import swapped
from factcheck.match.terms import countries
from factcheck.match.untold import Told as Telling
from factcheck.match.untold import untold
from factcheck.model import Figure, Quantity, Span

PHRASE = 40
"""How many characters after its noun a set phrase may go on ("300 permis de construire")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure of a sentence before its claims are weighed; by claim, the figure as that would have it."""

    number: int
    figure: Figure
    clause: Span
    clues: Clues
    noun: frozenset[str] = frozenset()
    quantities: Mapping[str, Quantity | None] = field(default_factory=dict)


def matches(setting: Setting, figures: Sequence[tuple[int, Sequence[Figure]]]) -> Iterator[Match]:
    """What becomes of the figures, given by the number of their sentence, in order."""
    drafts = _drafts(setting, [(number, figure) for number, here in figures for figure in here])
    contests = [
        Contest(draft.figure, draft.clause, weigh(clues, FIGURES))
        for draft, clues in zip(drafts, _together(setting, drafts), strict=True)
    ]
    numbers = [draft.number for draft in drafts]
    settled = swapped(restated(contests, setting), numbers)
    by_sentence: dict[int, list[Contest]] = {}
    for number, contest in zip(numbers, settled, strict=True):
        by_sentence.setdefault(number, []).append(contest)
    for number, here in by_sentence.items():
        won = award(here, setting.bars)
        for at, contest in enumerate(here):
            yield _match(number, contest, won.get(at))


def _drafts(setting: Setting, rows: Sequence[tuple[int, Figure]]) -> list[Draft]:
    leaning, drafts = leans(rows), list[Draft]()
    for at, (number, figure) in enumerate(rows):
        before = drafts[leaning[at]] if at in leaning else None
        last = drafts[-1] if drafts and drafts[-1].number == number else None
        drafts.append(_draft(setting, number, figure, before, last))
    return drafts


def _together(setting: Setting, drafts: Sequence[Draft]) -> list[Clues]:
    """The clues of an article's figures, with what they say of one another."""
    rows = [(draft.number, draft.figure) for draft in drafts]
    twice = paired([draft.clues for draft in drafts], pairs(setting, rows))
    led = follows(twice, leans(rows))
    known = in_company([(draft.number, clues) for draft, clues in zip(drafts, led, strict=True)])
    figures = [Telling(clues, draft.quantities) for draft, clues in zip(drafts, known, strict=True)]
    index = setting.matcher.quantities
    claims = {claim: index.entries[index.numbers[claim]].claim for draft in drafts for claim in draft.clues}
    return untold(figures, claims, setting.day)


def _match(number: int, contest: Contest, award: Award | None) -> Match:
    figure = contest.reading
    span = (figure.start, figure.end)
    match = Match("quantity", *span, number, contest.clause, figure, None, contest.weighed)
    return replace(match, won=award.won, certainty=award.certainty) if award else match


def _draft(setting: Setting, number: int, figure: Figure, before: Draft | None, last: Draft | None) -> Draft:
    """A figure's draft: it leans on that of `before`; in its sentence that of `last` comes right before."""
    clause = setting.clause(number, figure.start)
    entries = _competing(setting, number, figure, before)
    if not entries:
        return Draft(number, figure, clause, {})
    quantities = {entry.claim.id: comparable(figure, entry.claim) for entry in entries}
    fit = [entry for entry in entries if quantities[entry.claim.id]]
    if not fit:
        return Draft(number, figure, clause, clues(entries, clause, setting, _unlike), quantities=quantities)
    context = setting.context(number, clause, figure.start)
    asked = (entry for entry in entries if entry.countries or quantities[entry.claim.id])
    said = {entry.claim.id: told(entry, context) for entry in asked}
    abroad = any(entry.countries for entry in entries) or bool(countries(context.clause))
    who = setting.sayers(number, (figure.start, figure.end)) if abroad else frozenset()
    told_by = setting.said_by(number, (figure.start, figure.end))
    plain = _reading(setting, number, figure)
    reading = replace(
        plain,
        periods=setting.periods(number, (figure.start, figure.end), clause),
        again=plain.part and bool(plain.noun) and last is not None and plain.noun == last.noun,
        rivals=_rivals(entries, said),
        sayers=who,
        leads=leads(fit, context.fades),
        names=setting.named(clause) - setting.named(told_by),
        nearby=setting.named(setting.span(number)),
        where=setting.whereabouts(number, figure.start, told_by),
        clause=setting.around.words.within(*clause),
    )

    def found(entry: Entry) -> Evidence | str:
        claim = entry.claim.id
        quantity = quantities[claim]
        if quantity is None:
            return _unlike(entry)
        why = barred(figure, quantity, entry, setting.day) or set_aside(reading, quantity, entry)
        why = why or namesake(setting.around, setting.span(number), figure.start, quantity, entry)
        return why or evidence(reading, quantity, entry, context, setting.matcher.sets, said[claim])

    known = clues(entries, clause, setting, found)
    known = apart(known, setting.matcher.wholes)
    return Draft(number, figure, clause, known, reading.noun, quantities)


def _unlike(_: Entry) -> str:
    return "another unit"


def _rivals(entries: Sequence[Entry], said: Mapping[str, Told]) -> dict[frozenset[str], float]:
    """Of the sets of countries that claims are about, how much the sentence says of the best of each."""
    best: dict[frozenset[str], float] = {}
    for entry in entries:
        if entry.countries:
            covered = said[entry.claim.id].sentence
            best[entry.countries] = max(covered, best.get(entry.countries, 0.0))
    return best


def _competing(setting: Setting, number: int, figure: Figure, before: Draft | None) -> list[Entry]:
    """The claims that the sentence suggests, those that the figure does, or who tells it, and the article
    bears out, and those with which the figure before agrees on which this one leans."""
    index = setting.matcher.quantities
    led = [index.entries[index.numbers[claim]] for claim in _agreeing(before)]
    found = (
        *setting.candidates(number, index),
        *setting.borne_out(figure),
        *setting.voiced(number, figure),
        *led,
    )
    return list({entry.claim.id: entry for entry in found}.values())


def _agreeing(draft: Draft | None) -> list[str]:
    rows = draft.clues.items() if draft else ()
    return [claim for claim, row in rows if not isinstance(row, str) and agreeing(row)]


def _reading(setting: Setting, number: int, figure: Figure) -> Reading:
    around = setting.around
    kind = around.article.blocks[around.sentences[number].block].kind
    noun = _counted(around, around.counted(figure))
    return Reading(
        figure,
        noun,
        bisect_left(around.words.starts, figure.start),
        additional=is_addition(setting, number, figure),
        part=is_part(setting, number, figure),
        headline=kind in ("title", "heading"),
        speaker=setting.speaker(number, (figure.start, figure.end)),
        dated=setting.dated(number),
        day=setting.day,
        alone=setting.subject.alone,
    )


def _counted(around: Surroundings, noun: Span | None) -> frozenset[str]:
    """The keys of the noun that a figure counts, and of the set phrase that it begins."""
    if noun is None:
        return frozenset()
    inside = around.words.within(*noun)
    begun = (term for term in around.terms((noun[0], noun[1] + PHRASE)) if term.word in inside)
    return frozenset(key for term in (*around.terms(noun), *begun) for key in term.keys)
