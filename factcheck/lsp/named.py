"""What is asked of a name: where a claim or a source is given, who speaks of it, another name for it; and
what may be written next."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from factcheck.errors import FactcheckError
from factcheck.escape import visible, visible_lines
from factcheck.lsp import outline
from factcheck.lsp.check import is_text
from factcheck.lsp.completion import Offer, Sort, offers
from factcheck.lsp.diagnostics import ranged
from factcheck.lsp.documents import Document
from factcheck.lsp.editor import Editor
from factcheck.lsp.edits import by_path, of_files, plain
from factcheck.lsp.figures import mentions_at
from factcheck.lsp.navigate import Desk, claim_place, ignored_claim, lenses, references, source_place
from factcheck.lsp.renaming import renaming
from factcheck.lsp.rooms import Room
from factcheck.lsp.survey import Survey
from factcheck.registry.edit_file import Edited
from factcheck.registry.include import ENDINGS

SHOW_USES = "factcheck.showUses"
"""The command of an editor that shows a claim's uses, given the address, line and character of its id."""
T = TypeVar("T")
Place = types.DefinitionParams | types.PrepareRenameParams | types.RenameParams | types.ReferenceParams


def _desk(editor: Editor) -> Desk:
    session = editor.session
    return Desk.of(session.documents.values(), session.texts, session.encoding)


async def _in_room(editor: Editor, uri: str, work: Callable[[Room, Document], T]) -> T | None:
    """What is found about a document in its room; None where there is none. On the thread that checks."""
    session = editor.session
    document, texts = session.documents.get(uri), session.texts
    if document is None or not document.path:
        return None

    def found() -> T | None:
        try:
            room = session.rooms.of(Path(document.path).parent, texts)
        except FactcheckError:
            return None
        return work(room, document) if room else None

    return await session.aside(found)


def _offset(document: Document, position: types.Position) -> int:
    return document.lines.offset((position.line, position.character))


async def _named(editor: Editor, params: Place) -> str | outline.Name | None:
    """What stands at a position: a name in a registry, or the id of a claim that an article is about."""
    uri = params.text_document.uri
    document = editor.session.documents.get(uri)
    if document is None:
        return None
    offset = _offset(document, params.position)
    if not is_text(document.path):
        return outline.at(document.text, offset)
    if ignored := ignored_claim(document, offset):
        return ignored
    found = await mentions_at(editor, uri, params.position)
    return found[2][0].claim if found else None


async def definition(editor: Editor, params: types.DefinitionParams) -> types.Location | None:
    name, desk = await _named(editor, params), _desk(editor)
    if name is None:
        return None
    place = source_place if isinstance(name, outline.Name) and name.what == "source" else claim_place
    key = name if isinstance(name, str) else name.name
    return await _in_room(editor, params.text_document.uri, lambda room, _: place(key, room, desk))


async def spoken_of(editor: Editor, params: types.ReferenceParams) -> list[types.Location] | None:
    name, desk = await _named(editor, params), _desk(editor)
    if name is None:
        return None
    given = params.context.include_declaration
    return await _in_room(
        editor,
        params.text_document.uri,
        lambda room, _: references(name, room, editor.session.uses(room), desk, given),
    )


async def counted(editor: Editor, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    def found(room: Room, document: Document) -> list[types.CodeLens]:
        session = editor.session
        if os.path.realpath(document.path) not in map(os.path.realpath, room.registry.files):
            return []
        command = SHOW_USES if SHOW_USES in editor.commands else ""
        return lenses(document, session.uses(room), session.is_whole(room), command)

    return await _in_room(editor, params.text_document.uri, found)


async def completion(editor: Editor, params: types.CompletionParams) -> list[types.CompletionItem]:
    document = editor.session.documents.get(params.text_document.uri)
    if document is None or not document.path.endswith(ENDINGS):
        return []
    before = document.text[: _offset(document, params.position)].replace("\r\n", "\n")
    registry = await _in_room(editor, document.uri, lambda room, _: room.registry)
    begun, found = offers(before, registry)
    start = _offset(document, params.position) - len(begun)
    at = ranged((document.lines.position(start), (params.position.line, params.position.character)))
    return [_item(one, at) for one in found]


def _item(one: Offer, at: types.Range) -> types.CompletionItem:
    text = f"{one.text}: " if one.sort == "key" else one.text
    return types.CompletionItem(
        label=one.text,
        kind=_SORTS[one.sort],
        detail=visible(one.told) or None,
        text_edit=types.TextEdit(at, text),
    )


_SORTS: dict[Sort, types.CompletionItemKind] = {
    "key": types.CompletionItemKind.Property,
    "claim": types.CompletionItemKind.Reference,
    "source": types.CompletionItemKind.Reference,
    "unit": types.CompletionItemKind.Unit,
    "word": types.CompletionItemKind.EnumMember,
}


async def prepared(editor: Editor, params: types.PrepareRenameParams) -> types.Range | None:
    document = editor.session.documents.get(params.text_document.uri)
    name = await _named(editor, params)
    if document is None or not isinstance(name, outline.Name) or name.what != "claim":
        return None
    start, end = map(document.lines.position, name.span)
    return ranged((start, end))


async def renamed(editor: Editor, params: types.RenameParams) -> types.WorkspaceEdit | None:
    name, session = await _named(editor, params), editor.session
    if not isinstance(name, outline.Name) or name.what != "claim":
        return None
    texts = session.texts

    def edits(room: Room, _: Document) -> list[Edited]:
        survey = session.surveys.get(room.path) or Survey(room)
        survey.find()
        return renaming(room, name.name, params.new_name, list(survey.files), texts)

    try:
        found = await _in_room(editor, params.text_document.uri, edits)
    except FactcheckError as error:
        raise JsonRpcInvalidParams(visible_lines(str(error))) from None
    if found is None:
        return None
    edit = of_files(found, by_path(session.documents.values()), session.encoding)
    return edit if editor.knows_versions else plain(edit)
