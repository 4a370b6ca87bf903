"""What comes from articles and registries is data in an editor, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.escape import visible
from factcheck.lsp.actions import actions
from factcheck.lsp.card import MARKDOWN, card, escaped
from factcheck.lsp.diagnostics import of_article
from factcheck.model import Attribution
from tests.lsp.rooms import checked
from tests.report.samples import finding, mention
from tests.report.test_hostile import PAYLOADS, STEERING, report, spoilt_claim

OURS = {"text", "text_special", "softbreak", "strong_open", "strong_close", "link_open", "link_close"}


def inline(text: str) -> Iterator[Token]:
    """What an editor that shows Markdown makes of a text."""
    for token in MarkdownIt("commonmark").parse(text):
        assert token.type not in ("html_block", "fence", "code_block", "heading_open", "table_open"), text
        yield from token.children or ()


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload[:16]))
def test_a_text_in_a_card_is_shown_as_it_is(payload: str) -> None:
    tokens = list(inline(f"x {escaped(payload)} x"))
    assert {token.type for token in tokens} <= {"text", "text_special"}
    shown = "".join(token.content for token in tokens)
    assert shown.split() == f"x {visible(payload)} x".split()


@pytest.mark.parametrize("payload", [*PAYLOADS, "https://x.example/a)(b <c> \"d\" 'e'", "javascript:alert(1)",
                                     "command:workbench.action.quit", "https://x.example/[a](command:x)"],
                         ids=lambda payload: ascii(payload[:24]))  # fmt: skip
def test_a_card_holds_nothing_but_what_is_ours(payload: str) -> None:
    told = report(payload)
    claim = replace(spoilt_claim(payload), kind="quantity")
    flagged = replace(finding(), rule=payload, message=payload)
    about = replace(mention(), said=payload, attribution=Attribution("sourced", payload), verdict="outdated")
    shown = card(about, claim, told.articles[0], [flagged], MARKDOWN)
    assert not STEERING & set(shown)
    tokens = list(inline(shown))
    assert {token.type for token in tokens} <= OURS
    links = {str(token.attrGet("href")) for token in tokens if token.type == "link_open"}
    assert all(link.startswith("https://x.example/") for link in links)


@pytest.mark.parametrize("payload", [text for text in PAYLOADS if "\0" not in text and len(text) < 1000],
                         ids=lambda payload: ascii(payload[:16]))  # fmt: skip
def test_what_is_flagged_and_offered_steers_nothing(tmp_path: Path, payload: str) -> None:
    shown = payload.encode("utf-8", "replace").decode("utf-8")
    values = [{"value": "61k", "as_of": "2024-05-18", "source": {"name": shown or "x"}}]
    claim = {"title": "Spectators at the cup final", "values": values}
    registry = yaml.safe_dump({"claims": {f"crowd {' '.join(shown.split())}": claim}}, allow_unicode=True)
    (tmp_path / "claims.yaml").write_text(registry, "utf-8", newline="")
    text = f"---\ndate: 2024-06-01\n---\n\nThe cup final had 48,000 spectators, {payload}.\n"
    try:
        found = checked(tmp_path / "a.md", text)
    except AssertionError:  # the registry has no such source
        return
    messages = [row.message for row in of_article(found)]
    at = text.index("48,000")
    titles = [visible(one.title) for one in actions(found, found.document, (at, at), [found.document])]
    assert not STEERING & set("".join((*messages, *titles)))
    assert all("\n" not in message for message in messages)
