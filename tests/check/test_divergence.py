"""Mentions that stand for one another differ as they would one by one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.check.divergence import _differing
from factcheck.check.reconcile import by_sentence, clash
from factcheck.check.scope import Checked
from factcheck.compare.series import current
from factcheck.model import Attribution, Mention, Quantity
from factcheck.registry.load import parse_registry

CLAIMS = parse_registry(
    "claims: {trams: {title: Trams, competing: true, values: ["
    "{value: 48, as_of: 2024-01, source: town}, {value: 52, as_of: 2024-06, source: town},"
    "{value: 60, as_of: 2024-03, source: union}]}}",
    "claims.yaml",
).claims
DAYS = {"a": "2024-02-01", "b": "2024-07-01", "c": "2024-07-15", "d": "2024-02-20", "e": "2024-07-16"}
PLAIN = Mention("a", 1, 1, 0, 2, "48", "48 trams", 0, "quantity", 48.0, 48.0, 48.0, None, "exact", "trams")
MENTIONS = st.builds(
    lambda path, start, value, **more: replace(
        PLAIN, path=path, start=start, value=value, quantity=Quantity(value), **more
    ),
    st.sampled_from(sorted(DAYS)),
    st.integers(0, 9),
    st.sampled_from((47.0, 48.0, 52.0, 480.0)),
    sentence_start=st.sampled_from((0, 1)),
    score=st.sampled_from((0.5, 0.9)),
    verdict=st.sampled_from(("supported", "outdated", "disputed", "discrepancy")),
    superseded=st.booleans(),
    periods=st.sampled_from(((), (("2023-01-01", "2023-12-31"),), (("2024-07-01", "2024-07-31"),))),
    attribution=st.sampled_from(
        (None, Attribution("sourced", "town"), Attribution("sourced", "Union"), Attribution("vague"))
    ),
)


@given(st.lists(MENTIONS, max_size=8))
def test_mentions_that_stand_for_one_another_differ_as_one_by_one(mentions: list[Mention]) -> None:
    here = sorted(mentions, key=lambda mention: (mention.path, mention.start))
    checked, beside = Checked({claim.id: claim for claim in CLAIMS}, DAYS), by_sentence(here)

    def apart(one: Mention, other: Mention) -> bool:
        (claim, day), (_, other_day) = checked.of(one), checked.of(other)
        same = one.path != other.path and current(claim, day) == current(claim, other_day)
        return same and clash(one, other, checked, beside)

    one_by_one = [one for one in here if any(apart(one, other) for other in here)]
    assert _differing(here, checked, beside) == one_by_one
