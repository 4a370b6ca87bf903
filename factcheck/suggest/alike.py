"""What speaks for and against two figures being about one thing: one number a clue, and what they weigh."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from factcheck.compare.agree import agree, digits
from factcheck.language.units import convert, dimension, is_currency, kind
from factcheck.match.terms import years
from factcheck.suggest.facts import Fact, Said

FAR = 4.0
"""Figures farther apart than e**FAR are all equally far."""
FEW = 20
"""Fewer sentences are weighed as if there were so many: their words tell as much."""
Evidence = Mapping[str, float]
BIAS = -1.79
WEIGHTS: Evidence = {
    "words": 0.96,
    "words in common": 0.58,
    "sentence": 2.55,
    "around": 1.57,
    "counts another": -1.23,
    "noun elsewhere": 0.14,
    "one counts nothing": -0.14,
    "agree": 0.69,
    "agree, small": -0.31,
    "agree to the digit": 0.86,
    "far": -1.57,
    "differ, small": -0.90,
    "other country": -1.00,
    "a country": -0.35,
    "set apart": -2.32,
    "other year": -0.80,
    "planned": -0.85,
    "same article": -0.61,
    "same sentence": -0.49,
    "listed": -1.87,
    "same words": -0.83,
    "same source": 0.95,
}
"""Logistic regression on the topics of tests/gold/dev, by `python -m benchmarks.suggest --fit`."""


@dataclass(frozen=True)
class Corpus:
    """The facts of some articles, and how much each key of theirs tells: the rarer, the more."""

    facts: Sequence[Said]
    contraries: Sequence[frozenset[str]] = ()
    generic: frozenset[str] = frozenset()

    @cached_property
    def _sentences(self) -> Mapping[tuple[str, int], Said]:
        return {(fact.mention.path, fact.mention.sentence_start): fact for fact in self.facts}

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much each key tells, by the sentences that have it."""
        spread = Counter(key for fact in self._sentences.values() for key in fact.beyond | fact.near.keys())
        total = max(FEW, len(self._sentences))
        return {key: log(1 + total / count) for key, count in spread.items()}

    @cached_property
    def spoken(self) -> Mapping[str, frozenset[str]]:
        """The keys of each language's facts."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts:
            found[fact.language] |= fact.beyond | fact.near.keys() | fact.around.keys()
        return {code: frozenset(keys) for code, keys in found.items()}

    def shared(self, one: Said, other: Said) -> Collection[str] | None:
        """The keys that two languages have in common, None where all may be compared."""
        if one.language == other.language:
            return None
        return self._common[frozenset((one.language, other.language))]

    @cached_property
    def _common(self) -> Mapping[frozenset[str], frozenset[str]]:
        codes = list(self.spoken)
        return {frozenset((a, b)): self.spoken[a] & self.spoken[b] for a in codes for b in codes if a != b}

    def weight(self, keys: Iterable[str]) -> float:
        """How much some keys tell together."""
        return sum(self.weights.get(key, 0.0) for key in keys)


def may_be_one(one: Fact, other: Fact) -> bool:
    """Whether the units of two figures let them be about one thing."""
    mine, theirs = one.figure.quantity.unit, other.figure.quantity.unit
    if dimension(mine) == dimension(theirs):
        return True
    loose = one.figure.shared or other.figure.shared
    return loose and is_currency(mine) and is_currency(theirs) and kind(mine) == kind(theirs)


def likely(one: Fact, other: Fact, corpus: Corpus) -> float:
    """How likely two figures are about one thing, in logits."""
    clues = evidence(one, other, corpus)
    return BIAS + sum(weight * clues[name] for name, weight in WEIGHTS.items())


def evidence(one: Fact, other: Fact, corpus: Corpus) -> Evidence:
    """Every clue for and against two figures being about one thing, by name."""
    common = corpus.shared(one, other)
    a, b = _within(one.near, common), _within(other.near, common)
    return {
        "words": cosine(a, b, corpus.weights),
        "words in common": min(10.0, corpus.weight(a.keys() & b.keys())) / 5,
        "sentence": dice(_set(one.beyond, common), _set(other.beyond, common), corpus),
        "around": dice(_set(one.around, common), _set(other.around, common), corpus),
        **_nouns(one, other, common, corpus),
        **_values(one, other),
        **_places(one, other),
        "set apart": float(sum(_apart(group, a, b) for group in corpus.contraries)),
        "other year": 1.0 if _differ(years(one.beyond), years(other.beyond)) else 0.0,
        "planned": 1.0 if (one.figure.role == "planned") != (other.figure.role == "planned") else 0.0,
        "change": 1.0 if (one.figure.role == "change") != (other.figure.role == "change") else 0.0,
        "same article": 1.0 if one.mention.path == other.mention.path else 0.0,
        "same sentence": 1.0 if _sentence(one) == _sentence(other) else 0.0,
        "listed": 1.0 if listed(one, other) else 0.0,
        "same words": 1.0 if one.mention.path != other.mention.path and _bare(one) == _bare(other) else 0.0,
        "two languages": 1.0 if common is not None else 0.0,
        "a unit": 1.0 if dimension(one.figure.quantity.unit) != "count" else 0.0,
        "same source": 1.0 if _source(one) and _source(one) == _source(other) else 0.0,
    }


def _sentence(fact: Fact) -> tuple[str, int]:
    return fact.mention.path, fact.mention.sentence_start


def listed(one: Fact, other: Fact) -> bool:
    """Whether one sentence tells two figures that disagree, of one source or of none, neither of them what
    the other was before: of two things, that is."""
    former = "former" in (one.figure.role, other.figure.role)
    here = _sentence(one) == _sentence(other) and _source(one) == _source(other)
    return here and not former and not agree(one.figure.quantity, other.figure.quantity)


def _bare(fact: Fact) -> tuple[str, ...]:
    """The words around a figure, whatever it is."""
    return tuple(word.text for word in fact.words if not word.text[0].isdigit())


def _source(fact: Fact) -> str | None:
    return fact.mention.attribution.source if fact.mention.attribution else None


def _within(keys: Mapping[str, float], common: Collection[str] | None) -> Mapping[str, float]:
    return keys if common is None else {key: near for key, near in keys.items() if key in common}


def _set(keys: Iterable[str], common: Collection[str] | None) -> set[str]:
    return {key for key in keys if common is None or key in common}


def cosine(one: Mapping[str, float], other: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How alike two sets of keys are by how near each stands and how much it tells, 0 to 1."""

    def length(keys: Mapping[str, float]) -> float:
        return sqrt(sum((near * weights.get(key, 0.0)) ** 2 for key, near in keys.items()))

    shared = one.keys() & other.keys()
    product = sum(one[key] * other[key] * weights.get(key, 0.0) ** 2 for key in shared)
    return product / (length(one) * length(other)) if product else 0.0


def dice(one: set[str], other: set[str], corpus: Corpus) -> float:
    """How much of what two sets of keys tell they have in common, 0 to 1."""
    total = corpus.weight(one) + corpus.weight(other)
    return 2 * corpus.weight(one & other) / total if total else 0.0


def _nouns(one: Fact, other: Fact, common: Collection[str] | None, corpus: Corpus) -> Evidence:
    a, b = (_set(fact.noun - corpus.generic, common) for fact in (one, other))
    told = bool(one.noun) and bool(other.noun)
    return {
        "counts the same": min(6.0, corpus.weight(a & b)) / 3,
        "counts another": 1.0 if a and b and not a & b else 0.0,
        "noun elsewhere": 1.0 if (a & other.near.keys() or b & one.near.keys()) and not a & b else 0.0,
        "one counts nothing": 1.0 if not told and (one.noun or other.noun) else 0.0,
    }


def _values(one: Fact, other: Fact) -> Evidence:
    mine, theirs = one.figure.quantity, other.figure.quantity
    value = (
        convert(mine.value, mine.unit, theirs.unit)
        if dimension(mine.unit) == dimension(theirs.unit)
        else mine.value
    )
    met = agree(mine, theirs) if value is not None else False
    gap = FAR
    if value and theirs.value:
        gap = min(FAR, abs(log(abs(value / theirs.value))))
    elif value == theirs.value:
        gap = 0.0
    small = abs(mine.value) < 13 and abs(theirs.value) < 13 and dimension(mine.unit) == "count"
    shared = min(digits(mine.value), digits(theirs.value))
    return {
        "agree": 1.0 if met and not small else 0.0,
        "agree, small": 1.0 if met and small else 0.0,
        "agree to the digit": float(min(shared, 4) - 1) if met else 0.0,
        "far": 0.0 if met else gap,
        "differ, small": 1.0 if small and not met else 0.0,
    }


def _places(one: Fact, other: Fact) -> Evidence:
    a, b = one.countries, other.countries
    return {"other country": 1.0 if _differ(a, b) else 0.0, "a country": 1.0 if bool(a) != bool(b) else 0.0}


def _differ(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one) and bool(other) and not set(one) & set(other)


def _apart(group: frozenset[str], one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    mine, theirs = group & one.keys(), group & other.keys()
    return bool(mine) and bool(theirs) and not mine & theirs
