"""Frozen values come back as they were, and nothing else does."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.codec import built, digest, plain, shape
from factcheck.model import Attribution, Claim, Ignore, Mention, Quantity, Unchecked, Value
from factcheck.run.parts import Part


@pytest.mark.parametrize("kind", [Mention, Quantity, Claim, Ignore, Unchecked, Part])
def test_what_goes_out_comes_back(kind: type) -> None:
    @given(st.from_type(kind))
    def there_and_back(value: object) -> None:
        assert repr(built(kind, json.loads(json.dumps(plain(value))))) == repr(value)  # NaN is not itself

    there_and_back()


COUNT = Quantity(3.0, unit="km")


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        "3.0",
        [3.0],
        [*plain(COUNT), None],
        ["3.0", None, "km", "exact", None, False],
        [True, None, "km", "exact", None, False],
        [3.0, None, "km", "roughly", None, False],
        [3.0, [], "km", "exact", None, False],
    ],
)
def test_what_is_no_such_value_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"no Quantity|is no |zip"):
        built(Quantity, data)


def test_a_digest_is_of_what_is_compared() -> None:
    claim = Claim("troops", "Troops", values=(Value("11k", COUNT, source=None),))
    assert digest(claim) == digest(replace(claim, line=7, path="other.yaml"))
    assert digest(claim) != digest(replace(claim, tolerance=0.1))
    assert digest(claim) != digest(claim, claim)


def test_a_shape_tells_the_fields_of_what_is_held() -> None:
    @dataclass(frozen=True)
    class Told:
        by: Attribution

    @dataclass(frozen=True)
    class ToldTwice:
        by: tuple[Attribution, ...]

    assert len({shape(Told), shape(ToldTwice), shape(Attribution)}) == 3
    assert shape(Told) == shape(Told)
