"""Fit the weights of factcheck/match/score.py on labelled topics (folders as in tests/gold).

    python benchmarks/fit.py TOPIC... [--leave-out]

Logistic regression by iteratively reweighted least squares, with a ridge towards a first guess
(Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 4.4.1). Prints the weights to put
into score.py; with --leave-out, also how well the weights of all other topics do on each topic.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from unittest.mock import patch

from factcheck.match import dates as dating
from factcheck.match import figures as counting
from factcheck.match.score import DATES, FIGURES, Model
from factcheck.registry.load import load_registry
from factcheck.run.article import ScanOptions, Tools

RIDGE = 1.0
GUESS = {
    "quantity": (
        -5.0,
        {
            "clause": 1.2,
            "plainly told": 0.0,
            "sentence": 1.5,
            "context": 2.0,
            "mass": 1.0,
            "counts another thing": -1.2,
            "agrees": 2.2,
            "agrees with an earlier value": 1.5,
            "agrees with a later value": 0.5,
            "told by its source": 0.8,
            "agrees to the digit": 0.5,
            "a magnitude off": 0.0,
            "far": -0.5,
            "a rival has its countries": -1.0,
            "other country": -2.0,
            "other country, theirs near": -1.0,
            "more countries": -1.5,
            "fewer countries": -0.5,
            "other countries around": -0.7,
            "no country": -0.5,
            "set apart": -1.5,
            "other year": -1.5,
            "before its time": -1.5,
            "an addition": -1.5,
            "a unit": 0.5,
            "unit left out": -0.5,
            "headline": 0.5,
            "small": -1.2,
        },
    ),
    "date": DATES,
}
DIFFERING = 3.0


@dataclass(frozen=True)
class Row:
    """One reading against one claim: the clues, and whether it is a mention of it."""

    topic: str
    reading: tuple[str, int]
    claim: str
    clues: Mapping[str, float]
    right: bool

    @property
    def weight(self) -> float:
        """A mention to flag counts more than one that agrees: it is what the program is for."""
        return (
            DIFFERING
            if self.right and not (self.clues.get("agrees") or self.clues.get("agrees with an earlier value"))
            else 1.0
        )


def labels(topic: Path) -> dict[tuple[str, int, int], str | None]:
    """The labelled spans of a topic with their claims."""
    found: dict[tuple[str, int, int], str | None] = {}
    for line in (topic / "labels.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line) if line.strip() else {}
        if "quote" in row:
            start = (topic / row["article"]).read_text("utf-8").index(row["quote"]) + row["quote"].index(
                row["figure"]
            )
            found[row["article"], start, start + len(row["figure"])] = row["claim"]
    return found


def rows(topic: Path, kind: str) -> Iterator[Row]:
    """Every reading of a topic's articles against every claim that competed for it."""
    tools = Tools(load_registry(topic / "claims.yaml"), ScanOptions())
    wanted = labels(topic)
    figures, dates = ((0.0, dict.fromkeys(model[1], 1.0)) for model in (FIGURES, DATES))
    with patch.object(counting, "FIGURES", figures), patch.object(dating, "DATES", dates):
        for path in sorted(topic.glob("*.md")):
            if not any(name == path.name for name, _, _ in wanted):
                continue
            matches, desk = tools.matched(str(path), path.read_bytes())
            body = desk.article.text.find("\n---", 3)
            for match in (match for match in matches if match.kind == kind and match.start >= body):
                spans = ((s, e, c) for (name, s, e), c in wanted.items() if name == path.name)
                here = {claim for start, end, claim in spans if start < match.end and match.start < end}
                for row in (row for row in match.weighed if not row.note):
                    yield Row(
                        topic.name, (path.name, match.start), row.claim, dict(row.parts), row.claim in here
                    )


def fit(data: Sequence[Row], start: Model, rounds: int = 12) -> Model:
    """The weights that make the labels likeliest, drawn towards `start` by the ridge."""
    names = list(start[1])
    design = [[1.0, *(row.clues.get(name, 0.0) for name in names)] for row in data]
    prior = [start[0], *(start[1][name] for name in names)]
    beta = list(prior)
    for _ in range(rounds):
        step = _solve(*_normal(design, data, beta, prior))
        beta = [b + s for b, s in zip(beta, step, strict=True)]
    return beta[0], dict(zip(names, beta[1:], strict=True))


def _normal(
    design: Sequence[Sequence[float]], data: Sequence[Row], beta: Sequence[float], prior: Sequence[float]
) -> tuple[list[list[float]], list[float]]:
    size = len(beta)
    hessian = [[RIDGE * (i == j) for j in range(size)] for i in range(size)]
    gradient = [RIDGE * (p - b) for p, b in zip(prior, beta, strict=True)]
    for clues, row in zip(design, data, strict=True):
        used = [i for i, value in enumerate(clues) if value]
        chance = 1 / (1 + exp(-max(-30.0, min(30.0, sum(beta[i] * clues[i] for i in used)))))
        spread = max(1e-6, chance * (1 - chance)) * row.weight
        for i in used:
            gradient[i] += (row.right - chance) * clues[i] * row.weight
            for j in used:
                hessian[i][j] += spread * clues[i] * clues[j]
    return hessian, gradient


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Gauss-Jordan elimination of a small positive definite system."""
    size = len(vector)
    rows_ = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda r: abs(rows_[r][at]))
        rows_[at], rows_[pivot] = rows_[pivot], rows_[at]
        rows_[at] = [value / rows_[at][at] for value in rows_[at]]
        for other in range(size):
            if other != at and rows_[other][at]:
                factor = rows_[other][at]
                rows_[other] = [a - factor * b for a, b in zip(rows_[other], rows_[at], strict=True)]
    return [row[-1] for row in rows_]


def quality(data: Sequence[Row], model: Model) -> tuple[float, float, float]:
    """Precision, recall and F1 of giving each reading to its best claim where that scores a half."""
    best: dict[tuple[str, tuple[str, int]], tuple[float, Row]] = {}
    for row in data:
        logits = model[0] + sum(model[1].get(name, 0.0) * value for name, value in row.clues.items())
        key = (row.topic, row.reading)
        if key not in best or logits > best[key][0]:
            best[key] = (logits, row)
    given = [row for logits, row in best.values() if logits >= 0]
    hits, wanted = sum(row.right for row in given), sum(row.right for row in data)
    precision, recall = hits / max(1, len(given)), hits / max(1, wanted)
    return precision, recall, 2 * hits / max(1, len(given) + wanted)


def main() -> None:
    """Print the fitted weights and what they reach."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("topics", nargs="+", type=Path)
    parser.add_argument("--leave-out", action="store_true")
    args = parser.parse_args()
    for kind, name, start in (("quantity", "FIGURES", FIGURES), ("date", "DATES", DATES)):
        data = [row for topic in args.topics for row in rows(topic, kind)]
        model = fit(data, GUESS[kind])
        print(f"\n{name}: {len(data)} pairs, {sum(r.right for r in data)} right")
        print("in force: precision {:.3f} recall {:.3f} F1 {:.3f}".format(*quality(data, start)))
        print("fitted:   precision {:.3f} recall {:.3f} F1 {:.3f}".format(*quality(data, model)))
        print(f"    {model[0]:.2f},")
        for clue, weight in model[1].items():
            print(f'    "{clue}": {weight:.2f},')
        for topic in args.topics if args.leave_out else ():
            rest = fit([row for row in data if row.topic != topic.name], GUESS[kind])
            mine = [row for row in data if row.topic == topic.name]
            print(
                "{:16} left out: precision {:.3f} recall {:.3f} F1 {:.3f}".format(
                    topic.name, *quality(mine, rest)
                )
            )


if __name__ == "__main__":
    main()
