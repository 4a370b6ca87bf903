"""What is imported before it is needed, and what teaches."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import click
import pytest

from factcheck.__main__ import main
from factcheck.cli.main import cli
from factcheck.version import VERSION
from tests.cli.conftest import Command

ROOT = Path(__file__).parent.parent.parent
HEAVY = {"click", "yaml", "rich", "rapidfuzz", "sentencex", "markdown_it", "importlib.metadata", "json"}


def imported(*args: str) -> tuple[str, set[str]]:
    """The output of a command in a fresh interpreter, and the modules that it imported."""
    program = (
        f"import sys; before = set(sys.modules); sys.argv = {['factcheck', *args]!r}\n"
        "from factcheck.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*(set(sys.modules) - before), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    return done.stdout, set(done.stderr.split())


def test_the_version_is_answered_before_any_import() -> None:
    out, modules = imported("--version")
    assert out == f"factcheck {VERSION}\n"
    assert modules <= {"factcheck", "factcheck.__main__", "factcheck.version"}


def test_a_scan_of_one_article_imports_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "trams.md").write_text("The city has 41 trams.\n", "utf-8")
    (tmp_path / "claims.yaml").write_text('claims: {trams: "Trams in the city: 41"}\n', "utf-8")
    given = ("--no-config", "--claims", str(tmp_path / "claims.yaml"))
    out, modules = imported("scan", str(tmp_path / "trams.md"), *given)
    assert "warning unsourced trams" in out
    assert not modules & {"justhtml", "multiprocessing", "pathspec", "rich", "email.utils", "subprocess"}
    assert not modules & {f"factcheck.cli.{verb}" for verb in cli.commands if verb != "scan"}


SCRIPTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]


def test_the_program_is_found_by_its_own_name_and_by_the_packages() -> None:
    """A tool runner (`uvx factlint`) looks for a script of the package's name."""
    assert [*SCRIPTS] == ["factcheck", "factlint"]
    assert {EntryPoint(name, where, "console_scripts").load() for name, where in SCRIPTS.items()} == {main}


@pytest.mark.parametrize("name", SCRIPTS)
def test_by_either_name_it_is_called_factcheck(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [name, "claim", "--help"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert capfd.readouterr().out.startswith("Usage: factcheck claim ")


@pytest.mark.parametrize("args", [("--help",), ("scan", "--help"), ("completion", "zsh")])
def test_help_imports_click_and_nothing_heavier(args: tuple[str, ...]) -> None:
    _, modules = imported(*args)
    assert not modules & (HEAVY - {"click", "json"})


@pytest.mark.parametrize("verb", cli.commands)
def test_every_option_has_help_and_every_verb_examples(verb: str) -> None:
    command = cli.commands[verb]
    assert command.help
    assert f"factcheck {verb}" in (command.epilog or "")
    assert all(param.help for param in command.params if isinstance(param, click.Option))


@pytest.mark.parametrize("verb", cli.commands)
def test_help_fits_eighty_columns(factcheck: Command, verb: str) -> None:
    assert max(map(len, factcheck(verb, "--help").out.splitlines())) <= 80


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_the_shells_script(factcheck: Command, shell: str) -> None:
    ended = factcheck("completion", shell)
    assert ended.code == 0
    assert f"_FACTCHECK_COMPLETE={shell}_complete" in ended.out


@pytest.mark.parametrize(
    ("verb", "typed", "expected"),
    [
        ("explain", "vag", ["vague-source"]),
        ("claim", "c", ["crowd", "capacity", "coach"]),
        ("claim", "x", []),
    ],
)
@pytest.mark.usefixtures("folder")
def test_words_are_completed(verb: str, typed: str, expected: list[str]) -> None:
    command = cli.commands[verb]
    completed = command.params[0].shell_complete(click.Context(command), typed)
    assert [item.value for item in completed] == expected
