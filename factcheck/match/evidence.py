"""What speaks for and against giving a figure to a claim: one number a clue, each between a few units.

The words alone find the claim in two cases of five, the words and the figure's nearness to the
claim's own series in three of four; what the figure counts, whose it is and how the clause sets it
apart (killed against injured, Turkey against Syria, more against in all) decide most of the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.compare.agree import agrees
from factcheck.compare.series import Period
from factcheck.language.units import SHARE, dimension
from factcheck.match.called import BESIDE, of_another
from factcheck.match.context import SEVERAL, Context
from factcheck.match.elsewhere import NOWHERE, Where, elsewhere
from factcheck.match.index import Entry, Phrase
from factcheck.match.series import Evidence, ahead, before, dated_as, in_series
from factcheck.match.terms import countries, years
from factcheck.model import Claim, Figure, Quantity

Contraries = tuple[tuple[frozenset[str], frozenset[str]], ...]
PEER = 0.7
"""A rival is told of at least so many times as much as the claim."""
UNKNOWN_COUNTRY = 0.5
"""How much a country tells, 0 to 1, that no claim of the registry names."""


@dataclass(frozen=True, slots=True)
class Sets:
    """What sets concepts apart: the sets of contraries, the generic nouns, those of persons, and how much
    each country and each name tells in this registry, 0 to 1."""

    contraries: tuple[frozenset[str], ...] = ()
    generic: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    countries: Mapping[str, float] = field(default_factory=dict)
    names: Mapping[str, float] = field(default_factory=dict)
    _known: dict[str, Contraries] = field(default_factory=dict, compare=False, repr=False)

    def of(self, entry: Entry) -> Contraries:
        """The sets of contraries that a claim has a part in: its members of each, and the others."""
        found = self._known.get(entry.claim.id)
        if found is None:
            mine = [(group & entry.keys.keys(), group - entry.keys.keys()) for group in self.contraries]
            found = self._known[entry.claim.id] = tuple((there, others) for there, others in mine if there)
        return found


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as matching sees it: its quantity, the keys of the noun that it counts, its place, whether
    it is an addition or a part (with its whole's noun `again`), who says so, the `dated` days that its
    sentence names and the periods to which that dates it, the article's ISO day, the names of its clause,
    who says so left out, and of its sentence (`nearby`), the countries of those who say so, and, of the sets
    of countries that the competing claims are about, how much the sentence says of the best of each.

    By claim: how much nearer a rival's words stand (`leads`), and how little is said of what goes with each
    (`alone`). `where` its sentence says that it is, and the words of its `clause`."""

    figure: Figure
    noun: frozenset[str]
    word: int
    additional: bool = False
    part: bool = False
    again: bool = False
    names: frozenset[str] = frozenset()
    nearby: frozenset[str] = frozenset()
    speaker: str | None = None
    dated: frozenset[str] = frozenset()
    periods: tuple[Period, ...] = ()
    day: str = "9999-12-31"
    sayers: frozenset[str] = frozenset()
    rivals: Mapping[frozenset[str], float] = field(default_factory=dict)
    headline: bool = False
    leads: Mapping[str, float] = field(default_factory=dict)
    alone: Mapping[str, float] = field(default_factory=dict)
    where: Where = NOWHERE
    clause: range = range(0)


def _speaks(speaker: str | None, claim: Claim) -> bool:
    """Whether who says so is the source of a value of the claim, be it this one or not."""
    return speaker is not None and any(v.source and v.source.name == speaker for v in claim.values)


def coverage(entry: Entry, context: Mapping[str, float]) -> float:
    """The best coverage of any of the claim's phrases, 0 to 1."""
    return max((phrase.coverage(context) for phrase in entry.phrases), default=0.0)


class Told(NamedTuple):
    """How much of a claim's best phrase the clause, the sentence and the whole article say, 0 to 1, and the
    weight of its words in the clause, less the farther they stand from the reading, 0 to 2."""

    clause: float
    sentence: float
    whole: float
    mass: float


def told(entry: Entry, context: Context) -> Told:
    """What the text around a reading says of a claim, in one pass over its phrases."""
    rows = (_of_phrase(phrase, context) for phrase in entry.phrases)
    clause, sentence, whole, mass = map(max, zip(*rows, strict=True))
    return Told(clause, sentence, whole, min(4.0, mass) / 2)


def _of_phrase(phrase: Phrase, context: Context) -> tuple[float, float, float, float]:
    clause = sentence = whole = weight = 0.0
    local, article, inside, fades = context.local, context.article, context.sentence, context.fades
    for slot in phrase.slots:
        near = within = fade = 0.0
        for key in slot.keys:
            if key in local:
                near = max(near, local[key])
                within = max(within, inside.get(key, 0.0))
                fade = max(fade, fades.get(key, 0.0))
            elif key in article:
                near = max(near, article[key])
        if near:
            whole += slot.weight * near
            sentence += slot.weight * within
            clause += slot.weight if fade else 0.0
            weight += slot.weight * fade
    return clause / phrase.weight, sentence / phrase.weight, whole / phrase.weight, weight


def set_apart(mine: Mapping[str, float], entry: Entry, sets: Sets) -> int:
    """In how many sets of contraries (killed, injured, missing …) a text and the claim have nothing in
    common."""
    return sum(not others.isdisjoint(mine) and there.isdisjoint(mine) for there, others in sets.of(entry))


def _abroad(
    context: Context, claimed: frozenset[str], sayers: frozenset[str], weights: Mapping[str, float]
) -> Evidence:
    """Whether the text around a figure is about other countries than the claim; `sayers` only speak.

    A country that all claims of the registry share tells nothing: `weights` says how much each tells."""
    if not claimed:
        return {}
    clause, sentence, near = (
        countries(keys) - (sayers - claimed) for keys in (context.clause, context.sentence, context.local)
    )
    here = clause or sentence
    if here == {SEVERAL}:
        return {} if len(claimed) > 1 else {"more countries": 0.5}

    def share(some: frozenset[str], of: frozenset[str]) -> float:
        total = sum(weights.get(key, UNKNOWN_COUNTRY) for key in of)
        return sum(weights.get(key, UNKNOWN_COUNTRY) for key in some) / max(total, 1e-9)

    if here and not here & claimed:
        return {"other country": BESIDE if sentence & claimed else 1.0}
    if here:
        return {"more countries": share(here - claimed, here | claimed)}
    return {} if near else {"no country": _telling(claimed, weights)}


def _telling(some: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much the most telling of some countries tells."""
    return max(weights.get(key, UNKNOWN_COUNTRY) for key in some)


def _another_share(quantity: Quantity, unit: str | None, counted: frozenset[str], entry: Entry) -> int:
    """How far a share in words of what the claim says nothing of (`half the town`) is set apart, unless it
    agrees: by what it counts, and by what it is a share of."""
    other = unit == SHARE and counted and not counted & entry.keys.keys()
    return 2 if other and not agrees(quantity, entry.claim) else 0


def _outdone(
    reading: Reading, context: Context, mine: frozenset[str], covered: float, weights: Mapping[str, float]
) -> float:
    """How much it tells that a claim told of as much is about just the countries of the clause, and this
    one is not."""
    if not mine:
        return 0.0
    here = countries(context.clause) - reading.sayers
    outdone = here != mine and reading.rivals.get(here, 0.0) >= PEER * covered
    return _telling(mine, weights) if outdone else 0.0


def evidence(
    reading: Reading,
    quantity: Quantity,
    entry: Entry,
    context: Context,
    sets: Sets,
    said: Told,
) -> Evidence:
    """Every clue for and against giving a figure to a claim, by name (the weights are in score.py).

    `quantity` is the figure as the claim would have it, `said` what the text says of the claim."""
    claim, theirs = entry.claim, entry.keys
    named = years(context.clause)
    dated = named or frozenset(day[:4] for day in reading.dated)
    written = reading.figure.quantity
    plain = reading.noun & (sets.generic | (sets.persons if claim.unit == "people" else frozenset()))
    counted = frozenset() if plain else reading.noun - countries(reading.noun)
    abroad = countries(context.clause) - reading.sayers
    series = in_series(quantity, claim, reading.day)
    to_come = not series["agrees"] and ahead(named, entry, reading.day)
    return {
        "plainly told": said.clause**2,
        "sentence": said.sentence,
        "context": said.whole,
        "mass": said.mass,
        "counts another thing": 1.0 if counted and not counted & theirs.keys() else 0.0,
        "counts its thing": 1.0 if counted & theirs.keys() else 0.0,
        "a rival is nearer": reading.leads.get(claim.id, 0.0),
        **series,
        "said by its source": 1.0 if _speaks(reading.speaker, claim) else 0.0,
        "dated as it is": 1.0 if dated_as(reading.dated, claim) else 0.0,
        "a rival has its countries": _outdone(
            reading, context, entry.countries, said.sentence, sets.countries
        ),
        **_abroad(context, entry.countries, reading.sayers, sets.countries),
        "another's name": of_another(reading.names, reading.nearby, entry.names, sets.names),
        "elsewhere": elsewhere(
            reading.where,
            reading.clause,
            reading.word,
            (reading.names, reading.nearby),
            entry.names,
            theirs.keys(),
        ),
        "set apart": set_apart(context.clause, entry, sets)
        + _another_share(quantity, written.unit, counted, entry),
        "other year": 1.0 if dated and entry.years and not dated & entry.years else 0.0,
        **before(reading.periods, dated, claim),
        "an addition": 1.0 if reading.additional != ("@additional" in theirs) else 0.0,
        "a part": 1.0 if reading.part and not (reading.figure.noun and counted & theirs.keys()) else 0.0,
        "a time to come": 1.0 if to_come else 0.0,
        "a country it lacks": 1.0 if abroad and not entry.countries else 0.0,
        "a unit": 1.0 if dimension(written.unit) != "count" else 0.0,
        "alone": reading.alone.get(claim.id, 0.0),
        "headline": 1.0 if reading.headline else 0.0,
        "small": 1.0 if abs(quantity.value) < 13 and dimension(written.unit) == "count" else 0.0,
    }
