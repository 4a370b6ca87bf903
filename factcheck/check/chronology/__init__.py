"""The article tells something at a time when it can't have been.

Why: a newspaper of June can't be the source for soldiers who went in October, an agency can't have given
in January what it counted in March, and nothing was opened the week after the article. The figure may be
right, the date or the source is not.

How: a dated source (`The New York Times reported in June 2024`, a link to `/2024/06/11/`) is held against
the day from which the registry has the value, of that source where it knows it, else of any; a date that
tells when a figure held, too, with some months for whoever counts. Without a registry: what the text tells
as past, on a day after the article's own; an end before its beginning, a death before the birth, an event
`after` one that came later. A share, a rate, a value without `as_of` are not judged.

Registry:
    claims:
      strike:
        title: Containers delayed by the harbour strike
        values:
          - {value: 1200, as_of: 2025-03-04, source: harbour office}
          - {value: 3500, as_of: 2025-05-12, source: harbour office}

Flagged:
    In March 2025 the harbour office put at 3,500 the containers delayed by the strike.

    The harbour strike delayed 3,500 containers, the Herald reported in August 2023.

    The inquiry was opened on 4 June 2024, after the accident of 17 June 2024.

Silent:
    In March 2025 the harbour office put at 1,200 the containers delayed by the strike. In May 2025 it was
    3,500.

What to do: see which is wrong, the date, the source or the figure. Where the source did have it earlier,
add that value to the registry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.chronology.dated import Early, early
from factcheck.check.scope import Checked
from factcheck.check.wording import Told, finding, says, value_text
from factcheck.model import Finding, Mention, Severity

NAME = "chronology"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each figure that is older than what it says, and for each date that can't be."""
    for mention in mentions:
        if found := early(mention, checked.of(mention)[0]):
            wanted = value_text(found.value)
            yield finding(NAME, SEVERITY, mention, _told(mention, found), wanted)
    for order in checked.orders:
        told = Told(f"says {says(order.mention)}, but {order.told}", "correct whichever is wrong")
        yield finding(NAME, SEVERITY, order.mention, told, related=order.others)


def _told(mention: Mention, found: Early) -> Told:
    how = "by a source of" if found.told else "for"
    said = f"says {says(mention)} {how} {_period(*found.period)}"
    return Told(said, "see whether date, source or figure is wrong")


def _period(low: str, high: str) -> str:
    """A stretch of time, as short as it is told: `2024`, `2024-06`, `2024-06-19`."""
    if low == high:
        return low
    if low[:7] == high[:7] and low[8:] == "01" and int(high[8:]) >= 28:
        return low[:7]
    return low[:4] if low[4:] == "-01-01" and high == f"{low[:4]}-12-31" else f"{low} to {high}"
