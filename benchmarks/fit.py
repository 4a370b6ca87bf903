"""Fit the weights of factcheck/match/score.py on labelled topics and on mistakes put into them.

    python -m benchmarks.fit TOPIC... [--leave-out]

A right article teaches that a figure about a claim agrees with it; so weights fitted on right articles alone
find a figure because it is right, and lose it when it is wrong. Here each topic is read as it is, in copies
with one mistake each, and with right values of its claims put where it speaks of other things
(benchmarks/accuracy/mistakes.py); all of it once under its own registry and once under that of all topics.

Logistic regression by iteratively reweighted least squares, with a ridge (Hastie, Tibshirani,
Friedman, "The Elements of Statistical Learning", 4.4.1). Prints the weights to put into score.py, and the
curve: what share of the mistakes is caught at how many false alarms in 100 sentences, each topic by the
weights of all others with --leave-out, else by those in force.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.accuracy.gold import WRONG, Label, Topic, meet, topics_in
from benchmarks.accuracy.mistakes import Mistake, foreign, mistakes
from benchmarks.accuracy.together import together
from factcheck.match import dates as dating
from factcheck.match import figures as counting
from factcheck.match.assign import possible, too_close, weigh
from factcheck.match.explain import Weighed
from factcheck.match.result import Match
from factcheck.match.score import BARS, DATES, FIGURES, Bars, Model
from factcheck.model import Span
from factcheck.read.article import read_article
from factcheck.run.article import ScanOptions, Tools

RIDGE = 20.0
"""How strongly weights are drawn to what one would guess. Each topic by the weights of all others, 1 to 120
do as well; more of it leans less on these topics."""
MISTAKEN = 0.15
"""How much a reading of a copy weighs against one of an article as it is."""
TRIED = 0.25
"""The share of the mistakes that is tried: more of them change the weights by hundredths."""
GUESS: Model = (
    -3.5,
    {
        "plainly told": 0.5,
        "sentence": 0.5,
        "context": 2,
        "mass": 1,
        "counts another thing": -1.2,
        "agrees": 1.5,
        "agrees with an earlier value": 1.5,
        "agrees to the digit": 0.5,
        "a magnitude off": 1,
        "a slip away": 1.5,
        "far": -0.5,
        "a rival has its countries": -2,
        "other country": -2,
        "more countries": -2,
        "no country": -0.7,
        "set apart": -2,
        "another's name": -1,
        "elsewhere": -2,
        "other year": -2,
        "alone": -3,
        "counts its thing": 0.5,
        "a rival is nearer": -0.5,
        "follows one": 0.7,
        "paired": 0.5,
        "said by its source": 0.5,
        "dated as it is": 0.5,
        "a country it lacks": -0.4,
        "a time to come": -1,
        "before its time": -1,
        "an addition": -1.5,
        "a part": -0.7,
        "a unit": 0.5,
        "headline": 0.5,
        "small": -1,
        "told better elsewhere": -1.5,
        "another suits better": -1,
        "another is nearer": -0.5,
        "a value untold": 0.6,
    },
)
"""What one would guess of each clue, in logits."""
ENOUGH = 1000
"""How many readings a kind must have for its weights to be drawn towards GUESS, and not those in force."""
BASES = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.07, 0.05)


class _Bare(dict[str, float]):
    """The model of which each clue weighs one: a score's parts are then the clues themselves."""

    def get(self, _name: str, _default: float | None = None) -> float:  # type: ignore[override]
        return 1.0

    def __getitem__(self, _name: str) -> float:
        return 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading against the claims that competed for it: the clues of each, and which of them it is about.

    `kind` is "right" for one of an article as it is, else the kind of mistake; `flagged` are the claims of
    which a label says that the reading is wrong; `sentences` counts those of its article, 0 but for the first
    reading of an unedited one."""

    topic: str
    kind: str
    clues: Mapping[str, Mapping[str, float]]
    about: frozenset[str]
    flagged: frozenset[str] = frozenset()
    edited: bool = False
    sentences: int = 0


def readings(topic: Topic, kind: str) -> Iterator[Reading]:
    """The readings of a topic's articles, and those of its mistakes; `kind` is that of the claims."""
    tools = Tools(topic.registry, ScanOptions())
    bare = (0.0, _Bare())
    with patch.object(counting, "FIGURES", bare), patch.object(dating, "DATES", bare):
        for article in topic.articles:
            matches, _, desk = tools.matched(read_article(str(article.path), article.path.read_bytes()))
            edited = "-edited" in article.path.name
            sentences = 0 if edited else len(desk.sentences)
            for match in matches:
                span = desk.article.places.span(match.start, match.end)
                if match.kind == kind and span[0] >= article.body:
                    yield _right(topic, match, _at(article.labels, span), edited, sentences)
                    sentences = 0
        for mistake in filter(_drawn, (*mistakes(topic), *foreign(topic))):
            read = read_article(str(mistake.article.path), mistake.text.encode())
            matches, *_ = tools.matched(read)
            place = read.places.span
            there = (m for m in matches if m.kind == kind and meet(place(m.start, m.end), mistake.span))
            if (mistake.kind == "day") == (kind == "date") and mistake.kind != "letters":
                yield _wrong(topic, mistake, next(there, None))


def _drawn(mistake: Mistake) -> bool:
    name = f"{mistake.kind} {mistake.claim} {mistake.span} {mistake.article.path.name}"
    return random.Random(name).random() < TRIED


def _at(labels: Sequence[Label], span: Span) -> list[Label]:
    return [label for label in labels if label.claim and meet(span, (label.start, label.end))]


def _clues(match: Match | None) -> dict[str, Mapping[str, float]]:
    return {row.claim: dict(row.parts) for row in match.weighed if not row.note} if match else {}


def _right(topic: Topic, match: Match, here: Sequence[Label], edited: bool, sentences: int) -> Reading:
    about = frozenset(label.claim for label in here if label.claim)
    flagged = frozenset(label.claim for label in here if label.claim and label.verdict in WRONG)
    return Reading(topic.name, "right", _clues(match), about, flagged, edited, sentences)


def _wrong(topic: Topic, mistake: Mistake, match: Match | None) -> Reading:
    about = frozenset() if mistake.kind == "foreign" else frozenset([mistake.claim])
    return Reading(topic.name, mistake.kind, _clues(match), about)


# --- the fit ---------------------------------------------------------------------------------------------


def fit(data: Sequence[Reading], prior: Model, rounds: int = 12) -> Model:
    """The weights that make the labels likeliest, drawn towards `prior` by the ridge, but for the bias."""
    names = list(prior[1])
    rows = [(reading, claim) for reading in data for claim in reading.clues]
    told = np.array([[1.0, *(r.clues[claim].get(name, 0.0) for name in names)] for r, claim in rows])
    right = np.array([float(claim in reading.about) for reading, claim in rows])
    weight = np.array([1.0 if reading.kind == "right" else MISTAKEN for reading, _ in rows])
    start = np.array([prior[0], *prior[1].values()])
    ridge = np.array([0.0, *(RIDGE for _ in names)])
    beta = start
    for _ in range(rounds):
        guess = 1 / (1 + np.exp(-np.clip(told @ beta, -30, 30)))
        spread = np.maximum(1e-6, guess * (1 - guess)) * weight
        hessian = (told * spread[:, None]).T @ told + np.diag(ridge)
        gradient = told.T @ ((right - guess) * weight) + ridge * (start - beta)
        beta = beta + np.linalg.solve(hessian, gradient)
    bias, *weights = map(float, beta)
    return bias, dict(zip(names, weights, strict=True))


# --- the curve -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """What one bar for differing readings comes to: the shares of the mistakes caught, and of those seen;
    alarms and possible ones for nothing, in 100 sentences; and the share of the alarms that is right."""

    bar: float
    caught: float
    alarms: float
    trust: float


def point(scored: Sequence[tuple[Reading, Sequence[Weighed]]], bar: float) -> Point:
    """What a bar does on readings with their claims weighed, at the margin of a possible one."""
    hits: dict[str, float] = defaultdict(float)
    bars = Bars(1.0, 1.0, bar)
    for reading, rows in scored:
        given = possible(rows, bars)
        hits["sentences"] += reading.sentences
        if reading.kind == "right" and given:
            hits["flags"] += 1
            hits["true"] += given.claim in reading.flagged
            hits["alarms"] += not reading.edited and given.claim not in reading.flagged
        elif reading.kind not in ("right", "foreign"):
            hits["mistakes"] += 1
            hits["caught"] += bool(given and given.claim in reading.about)
    return Point(
        bar,
        hits["caught"] / max(1.0, hits["mistakes"]),
        100 * hits["alarms"] / max(1.0, hits["sentences"]),
        hits["true"] / max(1.0, hits["flags"]),
    )


def agreement(scored: Sequence[tuple[Reading, Sequence[Weighed]]], bar: float) -> tuple[float, float]:
    """Of agreeing readings given to their best claim where it scores at least `bar`: F1, and the share of
    right values in foreign sentences that are given to a claim."""
    hits = given = wanted = strays = strangers = 0
    for reading, rows in scored:
        best = rows[0] if rows and rows[0].agrees and rows[0].score >= bar else None
        if best and len(rows) > 1 and too_close(best.score, rows[1].score):
            best = None
        if reading.kind == "foreign":
            strangers += 1
            strays += best is not None
        elif reading.kind == "right":
            given += best is not None
            hits += bool(best and best.claim in reading.about)
            wanted += any(row.claim in reading.about and row.agrees for row in rows)
    return 2 * hits / max(1, given + wanted), strays / max(1, strangers)


def curve(scored: Sequence[tuple[Reading, Sequence[Weighed]]]) -> Iterator[str]:
    """The curve's lines."""
    yield f"{'bar':>6}{'caught':>9}{'alarms':>9}{'trust':>9}     agreeing ones: F1, strays"
    for bar in BASES:
        row, (f1, strays) = point(scored, bar), agreement(scored, bar)
        yield f"{bar:>6.2f}{row.caught:>9.3f}{row.alarms:>9.2f}{row.trust:>9.2f}{f1:>19.3f}{strays:>8.3f}"


def main() -> None:
    """Print the fitted weights, and the curves."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("topics", nargs="+", type=Path)
    parser.add_argument("--leave-out", action="store_true")
    args = parser.parse_args()
    topics = topics_in(args.topics)
    every = [*topics, *together(topics)]
    for kind, name, force in (("quantity", "FIGURES", FIGURES), ("date", "DATES", DATES)):
        data = [reading for topic in every for reading in readings(topic, kind)]
        prior = GUESS if len(data) > ENOUGH else force
        model = fit(data, prior)
        print(f"\n{name}: {len(data)} readings\n    {model[0]:.2f},\n    {{")
        print("\n".join(f'        "{clue}": {weight:.2f},' for clue, weight in model[1].items()) + "\n    },")
        print("\nby the weights in force, with its bars", BARS["even"])
        print(*curve([(reading, weigh(reading.clues, force)) for reading in data]), sep="\n")
        if args.leave_out:
            models = {t.name: fit([r for r in data if r.topic != t.name], prior) for t in topics}
            print("\neach topic by the weights of all others")
            print(
                *curve([(reading, weigh(reading.clues, models[reading.topic])) for reading in data]), sep="\n"
            )


if __name__ == "__main__":
    main()
