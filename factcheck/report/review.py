"""A question of a review, and its account, for people on any terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.check.wording import expected
from factcheck.escape import visible
from factcheck.model import Claim
from factcheck.report.quote import quote
from factcheck.report.summary import plural
from factcheck.review.questions import Question
from factcheck.review.session import Done

WIDTH = 300
"""How many characters of a sentence are shown."""
KEYS = (
    ("y", "yes: it is about the first of these claims; a number: about that one"),
    ("n", "no: it is about none of these claims"),
    ("c", "a new claim"),
    ("s", "skip: ask again another time"),
    ("u", "undo the last answer"),
    ("q", "quit; all answers are written already"),
    ("?", "this help"),
)


def asked(question: Question, claims: Mapping[str, Claim], number: int, left: int) -> str:
    """A question as it is put: the place, the sentence with the figure marked, the claims that it may be
    about, and the phrase that a yes would add."""
    mention = question.mention
    place = f"{mention.path}:{mention.line}"
    told = " · ".join(filter(None, (place, question.date, question.title)))
    lines = [f"[{number} of {number + left - 1}]  {told}", "", f"  {_sentence(question)}", ""]
    lines += [_candidate(at, key, claims, question.day) for at, key in enumerate(question.claims, 1)]
    if question.agrees:
        lines.append("     it agrees, but its words hardly tell: were it wrong, nobody would see it")
    if question.candidates and question.phrase:
        lines.append(f"     a yes adds the phrase: {question.phrase}")
    elif not question.candidates:
        lines.append("  no claim of the registry is near")
    return "".join(visible(line) + "\n" for line in (*lines, "", _choices(question)))


def _sentence(question: Question) -> str:
    mention = question.mention
    start, end = (at - mention.sentence_start for at in mention.outer)
    before, figure, after = quote(mention.sentence, (max(start, 0), max(end, 0)), WIDTH)
    return f"“{before}▸{figure}◂{after}”"


def _candidate(at: int, key: str, claims: Mapping[str, Claim], day: str) -> str:
    claim = claims[key]
    return f"  {at}  {key}: {claim.title}: {expected(claim, day)}"


def _choices(question: Question) -> str:
    """The answers that this question may have."""
    numbers = ["y/1 yes", *map(str, range(2, len(question.candidates) + 1))]
    about = [*numbers, "n none of these"] if question.candidates else []
    return "  ".join([*about, "c new claim", "s skip", "u undo", "q quit", "? help"])


def ended() -> str:
    """What is said where nothing is left to ask: the last answer may have been wrong."""
    return "nothing is left to ask: u undo  q quit\n"


def explained() -> str:
    """What the answers mean."""
    return "".join(f"  {key}  {what}\n" for key, what in KEYS)


def closing(done: Sequence[Done], left: int) -> str:
    """`5 answers (3 yes, 2 no), 1 skipped; 30 questions left`."""
    counts = Counter(one.answer for one in done)
    given = [f"{counts[name]:,} {name}" for name in ("yes", "no", "new") if counts[name]]
    total = len(done) - counts["skip"]
    told = plural(total, "answer") + (f" ({', '.join(given)})" if given else "")
    return f"{told}, {counts['skip']:,} skipped; {plural(left, 'question')} left"
