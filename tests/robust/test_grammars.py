"""What holds of any bytes (holds.py) holds of what grammars make, and of sound inputs that were spoiled."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.robust.grammars import GRAMMARS, spoiled
from tests.robust.holds import TARGETS

few = settings(max_examples=settings().max_examples // 4)


@pytest.mark.parametrize("target", GRAMMARS)
@few
@given(data=st.data())
def test_what_a_grammar_makes(target: str, data: st.DataObject) -> None:
    TARGETS[target](data.draw(GRAMMARS[target]))


@pytest.mark.parametrize("target", TARGETS)
@few
@given(data=st.data())
def test_what_was_sound_and_is_spoiled(target: str, data: st.DataObject) -> None:
    TARGETS[target](data.draw(spoiled(target)))
