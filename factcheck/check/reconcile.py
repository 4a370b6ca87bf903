"""Whether two mentions of one claim contradict each other, or something in the text reconciles them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import date, timedelta
from operator import attrgetter

from factcheck.check.scope import Checked
from factcheck.check.verdict import HOLDING, judge, one_voice, quantity_of
from factcheck.compare.agree import agree, dates_agree, names_agree
from factcheck.compare.series import Period, current, first_day
from factcheck.model import Attribution, Claim, Mention

PLAIN = 0.6
"""The score from which a match is sure enough to hold a figure far off against another."""
FAR = 2.5
"""How many times the lesser figure the greater is that hardly comes from a slip of the pen."""
MONTH, YEAR = timedelta(27), timedelta(365)


Sentence = tuple[str, str | None, int]
"""A sentence as a claim sees it: its article's path, the claim's id, where it starts."""


def by_sentence(mentions: Sequence[Mention]) -> Mapping[Sentence, Sequence[Mention]]:
    """The mentions of each claim in each sentence."""
    found: dict[Sentence, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[_sentence(mention)].append(mention)
    return found


def clash(
    one: Mention, other: Mention, checked: Checked, beside: Mapping[Sentence, Sequence[Mention]]
) -> bool:
    """Whether two mentions of a claim disagree and no time, source or turn of phrase reconciles them.

    `beside` are all mentions, by sentence."""
    claim, _ = checked.of(one)
    return not (
        alike(one, other, claim)
        or one.superseded != other.superseded
        or _told_together(one, other, checked, beside)
        or _times_apart(one, other, checked)
        or any(_doubtful_date(mention, checked) or _in_passing(mention) for mention in (one, other))
        or _other_source(one.attribution, other.attribution)
        or _known_dispute(one, other, checked)
        or (claim.kind == "quantity" and min(one.score, other.score) < PLAIN and _far_apart(one, other))
        or (one.path != other.path and one.verdict == other.verdict == "supported")
    )


def telling(
    mention: Mention, checked: Checked, beside: Mapping[Sentence, Sequence[Mention]]
) -> Hashable | None:
    """What `clash` looks at of a mention that is held against those of other articles, on days on which the
    registry says the same; None for one that clashes with none."""
    if _doubtful_date(mention, checked) or _in_passing(mention):
        return None
    who = mention.attribution
    said = who and (who.status, (who.source or "").casefold())
    companions = tuple(_SAID(other) for other in beside[_sentence(mention)] if other is not mention)
    another_time = _of_another_time(mention, checked)
    return _SAID(mention), said, mention.score < PLAIN, mention.periods, another_time, companions


_SAID = attrgetter("value", "quantity", "kind", "unit", "qualifier", "verdict", "superseded")


def alike(one: Mention, other: Mention, claim: Claim) -> bool:
    """Whether two mentions of `claim` say the same."""
    if claim.kind == "statement":
        return True
    if claim.kind == "date":
        return dates_agree(str(one.value), str(other.value))
    if claim.kind == "name":
        both_known = one.verdict != "discrepancy" and other.verdict != "discrepancy"
        return both_known or names_agree(str(one.value), str(other.value))
    here, there = quantity_of(one), quantity_of(other)
    return agree(here, there, claim.tolerance) or agree(there, here, claim.tolerance)


def _sentence(mention: Mention) -> Sentence:
    return mention.path, mention.claim, mention.sentence_start


def _told_together(
    one: Mention, other: Mention, checked: Checked, beside: Mapping[Sentence, Sequence[Mention]]
) -> bool:
    """Whether a sentence gives both figures, as two things: "from 500 to 850", a table's row; of another time
    than that of the other sentence they are not the same two.

    A unit converted within a sentence is no second thing."""
    claim, _ = checked.of(one)
    if _sentence(one) == _sentence(other):
        return one.kind == "quantity" and one.unit == other.unit
    pairs = ((one, other), (other, one))
    return any(
        alike(companion, far, claim) and not _times_apart(companion, far, checked)
        for near, far in pairs
        for companion in beside[_sentence(near)]
        if companion is not near
    )


def _far_apart(one: Mention, other: Mention) -> bool:
    """Whether a figure is neither near another one, nor its digits in another order or with other zeros:
    then it is more likely about something else."""
    lesser, greater = sorted(abs(quantity_of(mention).value) for mention in (one, other))
    same_digits = sorted(f"{lesser:.12g}".strip("0.")) == sorted(f"{greater:.12g}".strip("0."))
    return one.unit == other.unit and greater > FAR * lesser and not same_digits


def _times_apart(one: Mention, other: Mention, checked: Checked) -> bool:
    """Whether their sentences date the two to different times, or the one to a time that is gone."""
    mine, theirs = _held_in(one, checked), _held_in(other, checked)
    together = any(low <= end and start <= high for low, high in mine for start, end in theirs)
    both = bool(mine and theirs)
    return not together and (both or any(_of_another_time(mention, checked) for mention in (one, other)))


def _held_in(mention: Mention, checked: Checked) -> tuple[Period, ...]:
    """The periods in which a mention may have held: what holds now did not before it began, whatever day its
    sentence tells of ("it broke out on 3 March, and 1,385 infections later …")."""
    if mention.verdict != "supported" or _of_another_time(mention, checked):
        return mention.periods
    claim, day = checked.of(mention)
    begun = min((first_day(value.as_of) for value in current(claim, day) if value.as_of), default="")
    return tuple(period for period in mention.periods if not begun or period[1] >= begun)


def _of_another_time(mention: Mention, checked: Checked) -> bool:
    """Whether a mention's sentence dates it to before what holds on its article's day.

    A figure that the registry never had is of another time where its date is a whole month or more;
    on a day, the thing itself may have happened."""
    if not mention.periods or mention.verdict == "disputed":
        return False
    claim, day = checked.of(mention)
    if mention.verdict == "supported":
        return judge(mention, claim, day, mention.attribution) == "outdated"
    begun = max((first_day(value.as_of) for value in current(claim, day) if value.as_of), default=day)
    return all(_before(period, begun, mention.verdict == "outdated") for period in mention.periods)


def _before(period: Period, begun: str, known: bool) -> bool:
    low, high = (date.fromisoformat(day) for day in period)
    long = high - low >= MONTH or known
    return low == date.min or high < date.fromisoformat(begun) - (timedelta() if long else YEAR)


def _doubtful_date(mention: Mention, checked: Checked) -> bool:
    """Whether a date that is not the claim's may be another thing's: its match is unsure, or it is the
    day of the news, the article's own or its eve."""
    if mention.kind != "date" or mention.verdict in HOLDING:
        return False
    eve = date.fromisoformat(checked.of(mention)[1]) - timedelta(1)
    news = len(str(mention.value)) == len("2025-06-01") and str(mention.value) >= eve.isoformat()
    return news or mention.score < PLAIN


def _known_dispute(one: Mention, other: Mention, checked: Checked) -> bool:
    """Whether the current values of their claim differ, and one mention gives such a value as a source's."""
    claim, day = checked.of(one)
    if one_voice(current(claim, day), claim):
        return False
    if {one.verdict, other.verdict} <= HOLDING:
        return any(m.verdict == "supported" or _sourced(m) for m in (one, other))
    return any(m.verdict == "supported" and _sourced(m) for m in (one, other))


def _sourced(mention: Mention) -> bool:
    return mention.attribution is not None and mention.attribution.status == "sourced"


def _other_source(one: Attribution | None, other: Attribution | None) -> bool:
    """Whether two mentions are told apart by who says so: two different sources, each told of."""
    if one is None or other is None or "unsourced" in (one.status, other.status):
        return False
    if one.status == other.status == "sourced":
        return (one.source or "").casefold() != (other.source or "").casefold()
    return one.status != other.status


def _in_passing(mention: Mention) -> bool:
    """Whether a mention that does not hold is told as the word of somebody who is not named."""
    who = mention.attribution
    return who is not None and mention.verdict not in HOLDING and who.status == "vague" and not who.bare
