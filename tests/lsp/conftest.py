"""A newsroom's folder, and a server that an editor has started for it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

REGISTRY = """\
sources:
  league: {name: Football League}
claims:
  crowd:
    title: Spectators at the cup final
    match: [spectators at the cup final, spectateurs de la finale de la coupe]
    values:
      - {value: 48k, as_of: 2023-05-20, source: league}
      - {value: 61k, as_of: 2024-05-18, source: league}
  opening:
    title: Opening of the new stadium
    kind: date
    match: [the new stadium opened, le nouveau stade a ouvert]
    values: [{value: 2024-03-09, source: league}]
"""
ARTICLE = """\
---
date: 2024-06-01
---

# The final

According to the league, the cup final on Saturday had 48,000 spectators.
"""
COMMAND = [sys.executable, "-m", "factcheck", "lsp"]
OPTIONS = {"visual_studio_code": {"commands": ["factcheck.showUses"]}}
"""What our own extension tells the server."""
EDITORS = ["visual_studio_code", "neovim", "emacs"]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with a registry and an article."""
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    (tmp_path / "final.md").write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest_lsp.fixture(params=EDITORS, config=ClientServerConfig(server_command=COMMAND))  # type: ignore[untyped-decorator]
async def editor(
    request: pytest.FixtureRequest, lsp_client: LanguageClient, newsroom: Path
) -> AsyncIterator[None]:
    """An editor, with its recorded capabilities, in the newsroom's folder."""
    folder = types.WorkspaceFolder(newsroom.as_uri(), "newsroom")
    for asked in (types.CLIENT_REGISTER_CAPABILITY, types.WORKSPACE_CODE_LENS_REFRESH):
        lsp_client.feature(asked)(lambda _: None)
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            root_uri=folder.uri,
            workspace_folders=[folder],
            initialization_options=OPTIONS.get(request.param),
        )
    )
    yield
    await lsp_client.shutdown_session()
