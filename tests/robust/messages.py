"""Messages to the language server by grammar: what editors send, in any order, of any document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from lsprotocol import types

from tests.lsp.conftest import ARTICLE, REGISTRY
from tests.robust.grammars import NODES, TEXTS, articles, registries, sayings
from tests.robust.requests import HOSTILE

Params = Mapping[str, Any]
ROOT = "ROOT"
"""What stands for the address of the newsroom's folder."""


@dataclass(frozen=True, slots=True)
class Message:
    """What an editor sends: a method with its parameters, as a request or as a notification; or just a body.
    The `id` that a cancellation names counts back from the newest request."""

    method: str
    params: Any
    request: bool = False
    body: bytes = b""


KNOWN = ("final.md", "other.md", "claims.yaml", "factcheck.toml", "page.html", "é%20ü.txt")
URIS = st.sampled_from(
    (
        *(f"{ROOT}/{name}" for name in KNOWN),
        *(
            "untitled:1",
            "file:///nowhere/at/all.md",
            "file:///%00.md",
            "file://[/a.md",
            "http://a/b.md",
            "a.md",
            "",
        ),
    )
)
TEXT = st.one_of(
    st.sampled_from((ARTICLE, REGISTRY, "", "\n", "claims: [", "[severity]\nunsourced = 1\n")),
    sayings() | HOSTILE | TEXTS,
    (articles() | registries()).map(bytes.decode),
)
NUMBER = st.sampled_from((0, 0, 1, 3, 6, 57, 2**31 - 1, -1, 2**63))
VERSION = st.integers(-2, 5)
POSITION = st.builds(lambda line, character: {"line": line, "character": character}, NUMBER, NUMBER)
RANGE = st.builds(lambda start, end: {"start": start, "end": end}, POSITION, POSITION)
DOCUMENT = URIS.map(lambda uri: {"uri": uri})
CHANGE = st.builds(lambda span, text: {"range": span, "text": text}, RANGE, TEXT) | TEXT.map(
    lambda text: {"text": text}
)


def _told(method: str, **params: st.SearchStrategy[Any]) -> st.SearchStrategy[Message]:
    return st.fixed_dictionaries(params).map(lambda given: Message(method, given))


def _asked(method: str, **params: st.SearchStrategy[Any]) -> st.SearchStrategy[Message]:
    return st.fixed_dictionaries(params).map(lambda given: Message(method, given, request=True))


def _at(method: str, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Message]:
    return _asked(method, textDocument=DOCUMENT, position=POSITION, **more)


OPENED = st.builds(
    lambda uri, text, version: {"uri": uri, "text": text, "version": version, "languageId": "markdown"},
    URIS,
    TEXT,
    VERSION,
)
CHANGED = st.builds(lambda uri, version: {"uri": uri, "version": version}, URIS, VERSION)
DIAGNOSTICS = st.lists(
    st.builds(lambda span, code: {"range": span, "message": "x", "code": code}, RANGE, TEXTS), max_size=1
)
METHODS = st.sampled_from([*sorted(types.METHOD_TO_TYPES), "x/y", "$/x"]).filter(
    lambda name: name not in ("exit", "shutdown", "initialize")  # what ends a session has a test of its own
)
NO_MESSAGES = (
    b"5",
    b"[]",
    b"{}",
    b"null",
    b'{"jsonrpc": "2.0"}',
    b'[{"jsonrpc": "2.0"}]',
    b"[" * 5000,
    b"9" * 5000,
    b'{"jsonrpc": "1.0", "id": 1, "method": "x"}',
    b'{"jsonrpc": "2.0", "id": null, "method": "x"}',
    b'{"jsonrpc": "2.0", "id": {}, "result": 1}',
    b'{"jsonrpc": "2.0", "id": 1, "error": 5}',
)
"""What is no message, each of its own kind."""
NONE = st.sampled_from(NO_MESSAGES)
MESSAGES = st.one_of(
    _told(types.TEXT_DOCUMENT_DID_OPEN, textDocument=OPENED),
    _told(types.TEXT_DOCUMENT_DID_OPEN, textDocument=OPENED),
    _told(types.TEXT_DOCUMENT_DID_CHANGE, textDocument=CHANGED, contentChanges=st.lists(CHANGE, max_size=3)),
    _told(types.TEXT_DOCUMENT_DID_CLOSE, textDocument=DOCUMENT),
    _told(types.TEXT_DOCUMENT_DID_SAVE, textDocument=DOCUMENT),
    _told(
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        changes=st.lists(URIS.map(lambda uri: {"uri": uri, "type": 2}), max_size=2),
    ),
    _told(types.CANCEL_REQUEST, id=st.integers(-1, 3)),
    _at(types.TEXT_DOCUMENT_HOVER),
    _at(types.TEXT_DOCUMENT_DEFINITION),
    _at(types.TEXT_DOCUMENT_REFERENCES, context=st.just({"includeDeclaration": True})),
    _at(types.TEXT_DOCUMENT_COMPLETION),
    _at(types.TEXT_DOCUMENT_PREPARE_RENAME),
    _at(types.TEXT_DOCUMENT_RENAME, newName=TEXT),
    _asked(types.TEXT_DOCUMENT_CODE_LENS, textDocument=DOCUMENT),
    _asked(
        types.TEXT_DOCUMENT_CODE_ACTION,
        textDocument=DOCUMENT,
        range=RANGE,
        context=DIAGNOSTICS.map(lambda rows: {"diagnostics": rows}),
    ),
    _asked(types.CODE_ACTION_RESOLVE, title=TEXTS, data=st.integers(-1, 5) | NODES),
    _asked(
        types.WORKSPACE_EXECUTE_COMMAND,
        command=st.sampled_from(("factcheck.openClaim", "x")),
        arguments=st.lists(URIS | NUMBER | NODES, max_size=3),
    ),
    st.builds(Message, METHODS, NODES | st.dictionaries(TEXTS, NODES, max_size=2), st.booleans()),
    st.builds(lambda body: Message("", None, body=body), st.binary(min_size=1, max_size=30) | NONE),
)
