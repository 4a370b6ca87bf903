"""How good drafts of claims are that are made of labelled articles without a registry.

    python -m benchmarks.suggest [--originals] [--together] [--fit] [FOLDER...]

A FOLDER is a topic or holds topics, as tests/gold/README.md tells; without one, tests/gold/dev and
tests/gold/held-out are drafted from, of the latter only the totals told.

drafts  how many there are, each of two figures, dates or names or more
pure    the share of them whose figures are labelled with one claim, or none of them with any
found   of the claims (but statements, which nobody drafts) that stand in two articles or more, those of which
        a draft holds two figures, dates or names from two
whole   of those, the labels that stand in the largest draft of their claim
given   of the figures in drafts, those that a scan with the drafts as its registry gives to their own draft
wrong   ... to another one

A copy of an article with mistakes in it makes some of that easy: --originals leaves the copies out.
--together drafts from all topics of a half at once, as a desk has them. --fit prints the weights of
factcheck/suggest/alike.py, and how drafts come out where each topic is weighed by all others: a logistic
regression, ridged, by iteratively reweighted least squares (see fit.py), on pairs of figures of one topic.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np

from benchmarks.accuracy.gold import Label, Topic, meet, topics_in
from factcheck.errors import FactcheckError
from factcheck.model import Kind, Registry
from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.checkups import each
from factcheck.run.scan import scan
from factcheck.suggest import alike, events
from factcheck.suggest.alike import WEIGHTS, evidence, listed, may_be_one
from factcheck.suggest.drafts import Draft, corpus_of, drafts
from factcheck.suggest.facts import Fact, Said
from factcheck.suggest.gather import facts
from factcheck.suggest.write import yaml

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
HALVES = (GOLD / "dev", GOLD / "held-out")
HIDDEN = "held-out"
"""The half of which only totals are told."""
KINDS: Mapping[Kind, str] = {"quantity": "figures", "date": "dates", "name": "names"}
"""What is drafted, and how its row is called."""
RIDGE = 5.0
"""How strongly weights are drawn to nought."""
About = Mapping[tuple[str, int], str | None]
"""By the place of a figure, the claim with which it is labelled."""


class Read(NamedTuple):
    """What some topics' articles say, and what each is about; by claim, how often it is labelled, of those
    that are in two articles or more, and of which kind it is."""

    name: str
    half: str
    paths: Sequence[str]
    facts: Sequence[Said]
    about: About
    wanted: Mapping[str, int]
    kinds: Mapping[str, Kind]


class Score(NamedTuple):
    """Counts: drafts, pure ones; claims in two articles or more, those found; their figures, those in their
    claim's largest draft; figures in drafts, those given to their own draft and those to another."""

    drafts: int = 0
    pure: int = 0
    claims: int = 0
    found: int = 0
    told: int = 0
    whole: int = 0
    figures: int = 0
    given: int = 0
    wrong: int = 0

    def __add__(self, other: object) -> Score:
        assert isinstance(other, Score)
        return Score(*map(sum, zip(self, other, strict=True)))


def read(topic: Topic, *, originals: bool = False) -> Read:
    """The figures of a topic's articles; with `originals` of those that are no copies with mistakes."""
    labels = {str(article.path): article.labels for article in topic.articles}
    paths = [path for path in labels if not (originals and "-edited" in Path(path).name)]
    tools = Tools(Registry("", ()), ScanOptions())
    found = [fact for row in each(paths, tools, lambda one: facts(one, tools)) for fact in row]
    told = [fact for fact in found if isinstance(fact, Said)]
    about = {fact.place: _claim(fact, labels[fact.mention.path]) for fact in told}
    kinds = {claim.id: claim.kind for claim in topic.registry.claims}
    return Read(topic.name, topic.half, paths, told, about, _wanted(labels, paths, kinds), kinds)


def _wanted(
    labels: Mapping[str, Sequence[Label]], paths: Sequence[str], kinds: Mapping[str, Kind]
) -> dict[str, int]:
    rows = [(one.claim, path) for path in paths for one in labels[path] if one.claim]
    counts = Counter(claim for claim, _ in rows if kinds.get(claim) in KINDS)
    return {claim: count for claim, count in counts.items() if len({p for c, p in rows if c == claim}) > 1}


def _claim(fact: Said, labels: Sequence[Label]) -> str | None:
    span = (fact.mention.start, fact.mention.end)
    return next((one.claim for one in labels if one.claim and meet(span, (one.start, one.end))), None)


def joined(topics: Sequence[Read]) -> Read:
    """Several topics as one."""
    about = {
        place: claim and f"{topic.name}/{claim}" for topic in topics for place, claim in topic.about.items()
    }
    paths = [path for topic in topics for path in topic.paths]
    half = topics[0].half
    told = [fact for one in topics for fact in one.facts]
    wanted = {f"{topic.name}/{claim}": count for topic in topics for claim, count in topic.wanted.items()}
    kinds = {f"{topic.name}/{claim}": kind for topic in topics for claim, kind in topic.kinds.items()}
    return Read(f"{half}, together", half, paths, told, about, wanted, kinds)


def score(topic: Read) -> Score:
    """How good the drafts of a topic are."""
    return sum(scores(topic).values(), Score())


def scores(topic: Read) -> Mapping[Kind, Score]:
    """How good the drafts of a topic are, those of each kind."""
    made = drafts(topic.facts)
    given = _given(made, topic.paths)
    return {
        kind: _score(topic, kind, [draft for draft in made if draft.kind == kind], given) for kind in KINDS
    }


def _score(topic: Read, kind: Kind, made: Sequence[Draft], given: Mapping[tuple[str, int], bool]) -> Score:
    wanted = [claim for claim in topic.wanted if topic.kinds[claim] == kind]
    held = [[fact.place for fact in draft.facts] for draft in made]
    about = [Counter(topic.about[place] for place in places) for places in held]
    two = {
        claim
        for places in held
        for claim in wanted
        if len({path for path, at in places if topic.about[path, at] == claim}) > 1
    }
    mine = [given[place] for places in held for place in places if place in given]
    return Score(
        drafts=len(made),
        pure=sum(len(claims) == 1 for claims in about),
        claims=len(wanted),
        found=len(two),
        told=sum(topic.wanted[claim] for claim in wanted),
        whole=sum(max((claims[claim] for claims in about), default=0) for claim in wanted),
        figures=sum(map(len, held)),
        given=sum(mine),
        wrong=len(mine) - sum(mine),
    )


def _given(made: Sequence[Draft], paths: Sequence[str]) -> dict[tuple[str, int], bool]:
    """The places of drafts that a scan with the drafts as its registry gives to one: whether to their own."""
    if not made:
        return {}
    report = scan(paths, parse_registry(yaml(made), "drafts.yaml"))
    claims = {(m.path, m.at[0]): m.claim for m in report.mentions}
    rows = [(fact.place, draft.id) for draft in made for fact in draft.facts]
    return {place: claims[place] == own for place, own in rows if claims.get(place)}


def table(topics: Sequence[Read]) -> Iterator[str]:
    """A row a topic, and a row a half, and a kind of its drafts."""
    names = ("drafts", "pure", "found", "whole", "given", "wrong")
    yield f"{'topic':20}" + "".join(f"{name:>8}" for name in names)
    totals: dict[tuple[str, Kind], Score] = defaultdict(Score)
    for topic in topics:
        told = scores(topic)
        for kind, one in told.items():
            totals[topic.half, kind] += one
        if topic.half != HIDDEN:
            yield _row(f"  {topic.name}", sum(told.values(), Score()))
    for half in dict.fromkeys(topic.half for topic in topics):
        yield _row(f"drafts, {half}", sum((totals[half, kind] for kind in KINDS), Score()))
        yield from (_row(f"  {name}", totals[half, kind]) for kind, name in KINDS.items())


def _row(name: str, one: Score) -> str:
    parts = (
        (one.pure, one.drafts),
        (one.found, one.claims),
        (one.whole, one.told),
        (one.given, one.figures),
        (one.wrong, one.figures),
    )
    shares = "".join(f"{part / whole:8.3f}" if whole else f"{'-':>8}" for part, whole in parts)
    return f"{name:20}{one.drafts:8}{shares}"


# --- the weights -------------------------------------------------------------------------------------------


class Pairs(NamedTuple):
    """Pairs of figures: their clues in the order of WEIGHTS, and whether each is about one thing."""

    clues: np.ndarray
    alike: np.ndarray


def pairs(topic: Read) -> Pairs:
    """The pairs of a topic's figures of which the labels tell: those with a labelled figure, and those of two
    figures of one sentence, of nothing that the registry has, that disagree."""
    told = [fact for fact in topic.facts if isinstance(fact, Fact)]
    corpus, rows, answers = corpus_of(told), [], []
    for one, other in combinations(told, 2):
        mine, theirs = topic.about[one.place], topic.about[other.place]
        if may_be_one(one, other) and (mine or theirs or listed(one, other)):
            clues = evidence(one, other, corpus)
            rows.append([clues[name] for name in WEIGHTS])
            answers.append(float(mine is not None and mine == theirs))
    return Pairs(np.array(rows), np.array(answers))


def dated(topic: Read) -> Pairs:
    """The pairs of a topic's dates of which one is labelled."""
    told = [fact for fact in topic.facts if isinstance(fact, events.Event)]
    corpus, rows, answers = corpus_of(topic.facts), [], []
    for one, other in combinations(told, 2):
        mine, theirs = topic.about[one.place], topic.about[other.place]
        if mine or theirs:
            clues = events.evidence(one, other, corpus)
            rows.append([clues[name] for name in events.WEIGHTS])
            answers.append(float(mine is not None and mine == theirs))
    return Pairs(np.array(rows), np.array(answers))


def fit(found: Sequence[Pairs], names: Iterable[str]) -> tuple[float, dict[str, float]]:
    """The bias and the weight of each clue, by the clues' names."""
    clues = np.concatenate([one.clues for one in found])
    alike = np.concatenate([one.alike for one in found])
    clues = np.hstack([np.ones((len(clues), 1)), clues])
    weights = np.zeros(clues.shape[1])
    ridge = np.diag([0.0, *[RIDGE] * (len(weights) - 1)])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-clues @ weights))
        slope = clues.T @ (alike - chance) - ridge @ weights
        curve = (clues * (chance * (1 - chance))[:, None]).T @ clues + ridge
        weights += np.linalg.solve(curve, slope)
    bias, *others = (float(round(weight, 2)) for weight in weights)
    return bias, dict(zip(names, others, strict=True))


def _fitted(topics: Sequence[Read]) -> Iterator[str]:
    for name, module, look in (("figures", alike, pairs), ("dates", events, dated)):
        told = {topic.name: look(topic) for topic in topics}
        bias, weights = fit([*told.values()], module.WEIGHTS)
        yield f"{name}: BIAS = {bias}"
        yield from (f'    "{name}": {weight:.2f},' for name, weight in weights.items())
        total = Score()
        for topic in topics:
            others = [pair for other, pair in told.items() if other != topic.name]
            bias, weights = fit(others, module.WEIGHTS)
            with patch.object(module, "BIAS", bias), patch.object(module, "WEIGHTS", weights):
                total += score(topic)
        yield _row("each by the others", total)


def main() -> None:
    """Print the table, or the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--originals", action="store_true", help="without the copies that hold mistakes")
    parser.add_argument("--together", action="store_true", help="all topics of a half at once")
    parser.add_argument("--fit", action="store_true", help="print the weights that suit the topics")
    args = parser.parse_args()
    try:
        topics = [
            read(topic, originals=args.originals)
            for topic in topics_in(args.folders or HALVES[: 1 if args.fit else 2])
        ]
    except (OSError, ValueError, FactcheckError) as error:
        sys.exit(str(error))
    if args.together:
        halves = dict.fromkeys(topic.half for topic in topics)
        topics = [joined([topic for topic in topics if topic.half == half]) for half in halves]
    for line in _fitted(topics) if args.fit else table(topics):
        print(line, flush=True)


if __name__ == "__main__":
    main()
