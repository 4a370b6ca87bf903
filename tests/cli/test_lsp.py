"""`factcheck lsp`: what it refuses to begin with, and how a folder's settings are asked for."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from factcheck.cli.lsp import settings_of
from factcheck.cli.main import cli
from factcheck.errors import ConfigError
from tests.cli.conftest import Command


def test_without_its_extra_it_says_what_to_install(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.lsp.find_spec", lambda _: None)
    ended = factcheck("lsp")
    assert (ended.code, ended.err) == (2, "error: lsp takes an extra: pip install 'factlint[lsp]'\n")


@pytest.mark.parametrize("args", ["--certainty loud", "--select nothing", "--config none.toml", "a.md"])
def test_what_it_refuses(factcheck: Command, args: str) -> None:
    assert factcheck("lsp", *args.split()).code == 2


def test_what_is_said_goes_before_a_folder_s_settings(tmp_path: Path) -> None:
    settings = tmp_path / "factcheck.toml"
    settings.write_text('certainty = "shy"\nlang = "fr"\n[severity]\noutdated = "info"\n', "utf-8")
    root = click.Context(cli)
    found = settings_of(root, ["--certainty", "bold", "--stdio"], tmp_path, {})
    assert (found.options.certainty, found.options.language) == ("bold", "fr")
    assert found.policy.severity == {"outdated": "info"}
    unsaved = settings_of(root, ["--no-baseline"], tmp_path, {str(settings): 'ignore = ["unsourced"]\n'})
    assert (unsaved.options.language, unsaved.policy.ignore, unsaved.baseline) == (None, ("unsourced",), "")
    assert settings_of(root, ["--no-config"], tmp_path, {}).options.certainty == "even"


@pytest.mark.parametrize("text", ['certainty = "loud"\n', "certainty = \n", "claims = 3\n", 'none = "x"\n'])
def test_wrong_settings_are_told_with_their_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=r"factcheck\.toml:1"):
        settings_of(click.Context(cli), [], tmp_path, {})
