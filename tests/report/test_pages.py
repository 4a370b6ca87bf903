"""A rule's page in its pieces."""

from __future__ import annotations

import pytest

from factcheck.check import divergence, ignore, outdated
from factcheck.check.rules import RULES, Rule
from factcheck.report.pages import page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_every_page_has_its_pieces(rule: Rule) -> None:
    told = page(rule)
    assert told.summary.endswith(".")
    assert "\n" not in told.summary
    assert told.why.endswith(".")
    for part in ("Why", "Registry", "Flagged", "Silent", "What to do"):
        assert f"**{part}:**" in told.markdown
    assert told.markdown.count("\n```\n") >= 6


def test_examples_keep_their_lines() -> None:
    assert "\nclaims:\n  cases:\n    title: Measles" in page(outdated).markdown
    assert "**Why:** a comment that is misspelt" in page(ignore).markdown
    assert "**How:** a comment reads\n\n```\n<!-- factcheck" in page(ignore).markdown
    assert page(ignore).why.endswith("ignores nothing.")
    assert "valley.\n---\nIn all, 2,100" in page(divergence).markdown
