"""What answers to `factcheck review` teach: mistakes caught, alarms and trust in articles that nobody was
asked about.

    python -m benchmarks.review [--thin] [--text-order] [--yes-only] [TOPIC...]

Of each topic of tests/gold (without one: sport, health, railway, housing of dev), half of the articles are
reviewed, the answers taken from the labels, and the mistakes of benchmarks/accuracy/mistakes.py are put into
the other half; then the halves change places. A question whose figure has no label is skipped, and so is one
to which the labels know no answer; neither counts. --thin starts from a registry of titles only; --text-order
asks in the order of the articles, not by what teaches most; --yes-only skips what would be a no.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.accuracy.caught import tallies
from benchmarks.accuracy.gold import Label, Labelled, Topic, meet, read_topic
from factcheck.errors import RegistryError
from factcheck.registry.load import load_registry
from factcheck.review.questions import Question
from factcheck.review.session import Review
from factcheck.run.article import ScanOptions

DEV = Path(__file__).resolve().parents[1] / "tests" / "gold" / "dev"
TOPICS = ("sport", "health", "railway", "housing")
STEPS = (0, 10, 20, 40)
HALVES = ("-01", "-02")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("topics", nargs="*", type=Path, default=[DEV / name for name in TOPICS])
    parser.add_argument("--thin", action="store_true", help="start from a registry of titles only")
    parser.add_argument("--text-order", action="store_true", help="ask in the order of the articles")
    parser.add_argument("--yes-only", action="store_true", help="skip what would be answered with no")
    args = parser.parse_args()
    print(
        f"{'topic':<12}{'asked for':>10}{'yes':>6}{'no':>6}{'caught':>9}{'seen':>7}{'alarms':>8}{'trust':>7}"
    )
    totals: dict[int, Counter[str]] = {step: Counter() for step in STEPS}
    for folder in args.topics:
        for step, counts in measured(folder, args.thin, args.text_order, args.yes_only):
            totals[step] += counts
            print(_row(folder.name, step, counts), flush=True)
    for step, counts in totals.items():
        print(_row("all", step, counts))


def _row(name: str, step: int, counts: Counter[str]) -> str:
    caught, seen = (counts[key] / max(1, counts["mistakes"]) for key in ("caught", "seen"))
    alarms = 100 * counts["alarms"] / max(1, counts["sentences"])
    trust = counts["true"] / max(1, counts["flags"])
    said = f"{counts['yes']:>6}{counts['no']:>6}"
    return f"{name:<12}{step:>10}{said}{caught:>9.3f}{seen:>7.3f}{alarms:>8.2f}{trust:>7.2f}"


def measured(
    folder: Path, thin: bool, text_order: bool, yes_only: bool = False
) -> Iterator[tuple[int, Counter[str]]]:
    """What is counted after so many answers, in both halves of a topic together."""
    topic = read_topic(folder)
    found: dict[int, Counter[str]] = {step: Counter() for step in STEPS}
    for half in HALVES:
        asked = [article for article in topic.articles if half in article.path.name]
        others = tuple(article for article in topic.articles if article not in asked)
        asked = [article for article in asked if "-edited" not in article.path.name]
        for step, counts in _half(topic, asked, others, thin, text_order, yes_only):
            found[step] += counts
    yield from found.items()


def _half(
    topic: Topic,
    asked: Sequence[Labelled],
    others: tuple[Labelled, ...],
    thin: bool,
    text_order: bool,
    yes_only: bool,
) -> Iterator[tuple[int, Counter[str]]]:
    with tempfile.TemporaryDirectory() as place:
        registry = Path(place) / "claims.yaml"
        shutil.copy(topic.articles[0].path.with_name("claims.yaml"), registry)
        if thin:
            registry.write_text(_thinned(registry.read_text("utf-8")), "utf-8")
        review = Review(load_registry(registry), ScanOptions())
        review.read([str(article.path) for article in asked])
        given = Counter({"yes": 0, "no": 0})
        done, counts = -1, Counter[str]()
        for step in STEPS:
            while sum(given.values()) < step and (left := review.open):
                question = min(left, key=_place) if text_order else left[0]
                given[_answer(question, review, asked, yes_only)] += 1
                del given["skip"]
            if sum(given.values()) != done:
                part = replace(topic, registry=review.registry, articles=others)
                counts = sum((Counter(tally.counts) for tally in tallies([part])), Counter[str]())
                done = sum(given.values())
            yield step, counts + given


def _place(question: Question) -> tuple[str, int]:
    return question.mention.path, question.mention.start


def _thinned(text: str) -> str:
    """A registry whose claims have their titles only to be found by."""
    kept: list[str] = []
    within = -1
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if within >= 0 and (indent > within or (indent == within and line.lstrip().startswith("- "))):
            continue
        within = indent if line.lstrip().startswith("match:") else -1
        if within < 0:
            kept.append(line)
    return "\n".join(kept) + "\n"


def _answer(question: Question, review: Review, articles: Sequence[Labelled], yes_only: bool = False) -> str:
    """Answer a question as the labels do."""
    label = _label(question, articles)
    named = question.claims
    try:
        if label is not None and label.claim in named and question.phrase:
            return review.yes(question, str(label.claim)).answer
        if label is not None and named and label.claim not in named and not yes_only:
            return review.no(question).answer
    except RegistryError:
        pass
    return review.skip(question).answer


def _label(question: Question, articles: Sequence[Labelled]) -> Label | None:
    mention = question.mention
    labels = next(article.labels for article in articles if str(article.path) == mention.path)
    here = [one for one in labels if meet((mention.start, mention.end), (one.start, one.end))]
    return here[0] if here else None


if __name__ == "__main__":
    main()
