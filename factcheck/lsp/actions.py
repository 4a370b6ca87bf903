"""What an editor may do about a figure, as edits: of the article, or of the registry's file."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from factcheck.check.wording import value_text
from factcheck.escape import visible
from factcheck.lsp.check import Checked
from factcheck.lsp.diagnostics import ranged
from factcheck.lsp.documents import Document
from factcheck.lsp.form import restated
from factcheck.model import Claim, Mention, Span


def actions(checked: Checked, document: Document, span: Span) -> list[types.CodeAction]:
    """What may be done about the figures that a span of the document touches."""
    claims = {claim.id: claim for claim in checked.room.registry.claims}
    return [
        action
        for mention in checked.mentions_at(span, document)
        for action in _of_mention(mention, claims[mention.claim or ""], checked, document)
    ]


def _of_mention(
    mention: Mention, claim: Claim, checked: Checked, document: Document
) -> Iterator[types.CodeAction]:
    yield from _restate(mention, claim, checked, document)


def _restate(
    mention: Mention, claim: Claim, checked: Checked, document: Document
) -> Iterator[types.CodeAction]:
    """Take the value that is current, in the article's own form."""
    at = checked.now(mention.at, document)
    if at is None:
        return
    for value, text in restated(mention, claim, checked):
        yield _quick(f"Write “{text}” ({claim.id}: {value_text(value)})", edit(document, at, text))


def _quick(title: str, edit: types.WorkspaceEdit) -> types.CodeAction:
    return types.CodeAction(visible(title), kind=types.CodeActionKind.QuickFix, edit=edit)


def edit(document: Document, span: Span, text: str) -> types.WorkspaceEdit:
    """An edit of a document that is open, as it is now."""
    lines = document.lines
    at = ranged((lines.position(span[0]), lines.position(span[1])))
    return types.WorkspaceEdit(changes={document.uri: [types.TextEdit(at, text)]})
