"""What holds of any bytes (holds.py) holds of what grammars make, and of sound inputs that were spoiled."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.read.headings import title_like
from tests.robust.envelopes import ENVELOPES
from tests.robust.grammars import GRAMMARS, chains, quotations, sayings, spoiled
from tests.robust.holds import TARGETS, read

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


@few
@given(told=st.lists(sayings() | chains() | quotations(), min_size=1, max_size=4))
def test_the_same_paragraphs_are_read_in_every_format(told: Sequence[str]) -> None:
    """But for a dash at its head, which some formats take for a list, and for what may be a title."""
    plain = (" ".join(paragraph.split()) for paragraph in told if any(map(str.isalnum, paragraph)))
    shown = [paragraph for paragraph in plain if not title_like(paragraph)]
    assume(shown)
    for name, made in ENVELOPES.items():
        [article] = read(name, made(shown))
        found = [article.text[block.start : block.end] for block in article.blocks if block.kind != "title"]
        assert [" ".join(text.split()).lstrip("— ") for text in found] == [
            text.lstrip("— ") for text in shown
        ], name
