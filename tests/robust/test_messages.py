"""Whatever an editor sends, in whatever order, the language server answers, and goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, note, settings
from hypothesis import strategies as st

from tests.lsp.conftest import ARTICLE, REGISTRY
from tests.robust.editor import Editor
from tests.robust.holds import replied
from tests.robust.messages import MESSAGES, NO_MESSAGES, ROOT, Message

few = settings(phases=[Phase.explicit, Phase.generate])
# what is not answered is waited for: it would take hours to shrink
_fresh = count()


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor in a newsroom's folder, whose server may log no traceback."""
    folder = tmp_path_factory.mktemp("newsroom")
    (folder / "claims.yaml").write_text(REGISTRY, "utf-8")
    (folder / "final.md").write_text(ARTICLE, "utf-8")
    made = Editor(folder)
    try:
        made.begin()
        yield made
        assert made.end() == 0
    finally:
        made.kill()
    log = made.log.read_text("utf-8")
    assert "Traceback" not in log, log[log.index("Traceback") :][:4000]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with a registry, and room beside it for what a server logs."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "claims.yaml").write_text(REGISTRY, "utf-8")
    return tmp_path / "news"


def works(editor: Editor) -> None:
    """A text that is opened is checked against the registry as it stands on the disk."""
    uri = f"{ROOT}/fresh-{next(_fresh)}.md"
    item = {"uri": uri, "languageId": "markdown", "version": 1, "text": ARTICLE}
    editor.send(Message("textDocument/didOpen", {"textDocument": item}))
    while True:
        told = editor.hear()
        if told.get("method") == "textDocument/publishDiagnostics":
            params = told["params"]
            if params["uri"].endswith(uri.removeprefix(ROOT)) and params["diagnostics"]:
                break
    assert [row["code"] for row in params["diagnostics"]] == ["outdated"]
    editor.send(Message("textDocument/didClose", {"textDocument": {"uri": uri}}))


def opened(messages: Sequence[Message]) -> Iterator[Message]:
    """What closes all that was opened."""
    for message in messages:
        if message.method == "textDocument/didOpen" and isinstance(message.params, dict):
            uri = message.params.get("textDocument", {}).get("uri")
            yield Message("textDocument/didClose", {"textDocument": {"uri": uri}})


@few
@example(messages=[Message("", None, body=body) for body in NO_MESSAGES])
@given(messages=st.lists(MESSAGES, min_size=1, max_size=12))
def test_whatever_is_said_is_answered(editor: Editor, messages: Sequence[Message]) -> None:
    note("\n".join(map(repr, messages)))
    replied(editor.exchange(messages))
    editor.exchange(opened(messages))
    works(editor)


EARLY = Message(
    "textDocument/hover", {"textDocument": {"uri": ROOT}, "position": {"line": 0, "character": 0}}, True
)


def test_questions_out_of_season_are_answered(tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    try:
        [early] = editor.exchange([EARLY])
        editor.begin()
        [again] = editor.exchange(
            [Message("initialize", {"capabilities": {}, "processId": None, "rootUri": None}, True)]
        )
        editor.exchange([Message("shutdown", None, True)])
        [late] = editor.exchange([EARLY])
        replied([early, again, late])
        assert [told["error"]["code"] for told in (early, again, late)] == [-32002, -32600, -32600]
    finally:
        editor.kill()


def test_an_end_without_a_shutdown_is_told_by_the_exit_code(tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    try:
        editor.begin()
        assert editor.leave() == 1
    finally:
        editor.kill()


def test_what_is_open_at_the_end_is_answered(newsroom: Path) -> None:
    editor = Editor(newsroom)
    try:
        editor.begin()
        item = {"uri": f"{ROOT}/long.md", "languageId": "markdown", "version": 1, "text": ARTICLE * 200}
        opening = Message("textDocument/didOpen", {"textDocument": item})
        hover = Message("textDocument/hover", {**EARLY.params, "textDocument": {"uri": item["uri"]}}, True)
        told = editor.exchange([opening, hover, hover, Message("shutdown", None, True)])
        replied(told)
        codes = {one["id"]: one.get("error", {}).get("code") for one in told if "id" in one}
        assert list(map(codes.get, sorted(codes)))[-3:] == [-32800, -32800, None]
    finally:
        editor.kill()
