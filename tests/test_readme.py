"""The README cannot drift: what it shows is run, loaded or compared.

The two commands that make an environment are run by .ci/run, as printed, in fresh copies.
"""

from __future__ import annotations

import html
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import yaml

from factcheck.check.rules import RULES
from factcheck.registry.load import parse_registry
from factcheck.report.formats import FORMATS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)

BLOCKS = FENCE.findall(README)
SHELL = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]
YAML = [block for kind, block in BLOCKS if kind == "yaml"]
TOML = [block for kind, block in BLOCKS if kind == "toml"]
PYTHON = [block for kind, block in BLOCKS if kind == "python"]
SHOWN = re.findall(r"^```sh\n([^\n]*)\n```\n\n```text\n(.*?)^```$", README, re.M | re.S)
USES = [line for line in SHELL if line.startswith("factcheck ")]


def rows(header: str) -> list[list[str]]:
    """The rows of the README's table with this first column."""
    table = README[README.index(f"| {header} |") :].split("\n\n")[0]
    return [[cell.strip(" `") for cell in line.strip("|").split(" | ")] for line in table.splitlines()[2:]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the sample and nothing else."""
    shutil.copytree(ROOT / "articles", tmp_path / "articles")
    shutil.copy(ROOT / "claims.yaml", tmp_path)
    return tmp_path


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A shell line of the README, with the `factcheck` of this interpreter."""
    line = re.sub(r"^factcheck\b", f"'{sys.executable}' -m factcheck", line)
    return subprocess.run(
        line, shell=True, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def test_the_two_commands_make_their_environment_in_one_line_each() -> None:
    made = [line for line in SHELL if line.startswith("python3 -m venv ")]
    assert len(made) == 2
    assert made[0].endswith("factcheck scan articles/")
    assert "/pytest" in made[1]
    assert sorted(SHELL) == sorted(made + USES), "a shell line that no test runs"


@pytest.mark.parametrize("line", USES)
def test_a_command_works(line: str, folder: Path) -> None:
    if line.startswith("factcheck baseline"):
        run("factcheck baseline write articles/", folder)
    if "--changed-since" in line:
        who = "-c user.name=A -c user.email=a@example.org -c commit.gpgsign=false"
        run(f"git init -q -b main && git {who} commit -q --allow-empty -m empty", folder)
    done = run(line, folder)
    assert done.returncode == (1 if " scan " in line else 0), done.stderr
    assert done.stdout.strip()


def test_what_a_command_shows_is_what_it_prints(folder: Path) -> None:
    [(line, shown)] = SHOWN
    assert f"\n\n{shown}\n" in run(line, folder).stdout


@pytest.mark.parametrize("name", sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))))
def test_an_option_exists(name: str, folder: Path) -> None:
    verbs = ("", "scan", "claim", "explain", "baseline write")
    pages = [run(f"factcheck {verb} --help", folder).stdout for verb in verbs]
    assert any(re.search(rf"{re.escape(name)}(?![\w-])", page) for page in pages)


@pytest.mark.parametrize("block", YAML)
def test_a_yaml_block_loads(block: str) -> None:
    assert isinstance(yaml.safe_load(block), dict)
    if "claims:" in block:
        assert parse_registry(block, "README.md").claims


@pytest.mark.parametrize("block", TOML)
def test_a_configuration_holds(block: str, folder: Path) -> None:
    (folder / "factcheck.toml").write_text(block, "utf-8")
    told = tomllib.loads(run("factcheck scan --show-config", folder).stdout)
    done = run("factcheck scan", folder)
    (folder / "factcheck.toml").unlink()
    assert (
        told.items()
        >= {key: value for key, value in tomllib.loads(block).items() if key != "severity"}.items()
    )
    assert (done.returncode, "error discrepancy" in done.stdout) == (1, True), done.stderr


@pytest.mark.parametrize("entry", re.findall(r"\bfactcheck scan articles/[^\n`]*", "\n".join(YAML)))
def test_a_workflow_runs_what_exists(entry: str, folder: Path) -> None:
    assert run(entry, folder).returncode == 1


@pytest.mark.parametrize("block", PYTHON)
def test_a_python_block_runs(block: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", block],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "discrepancy" in done.stdout


def test_the_table_of_rules_is_the_tuple_of_rules() -> None:
    assert {row[0]: row[2] for row in rows("rule")} == {rule.NAME: rule.SEVERITY for rule in RULES}


def test_the_table_of_formats_is_the_table_of_formats() -> None:
    assert [row[0] for row in rows("format")] == list(FORMATS)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("0", "factcheck scan articles/ --fail-on never"),
        ("0", "factcheck scan articles/2025-11-12-builders.md --ignore discrepancy,contradiction"),
        ("1", "factcheck scan articles/"),
        ("2", "factcheck scan articles/ no-such-file.md"),
        ("2", "factcheck scan articles/ --no-such-option"),
        ("3", "mkdir -p empty && factcheck scan empty"),
        ("0", "mkdir -p empty && factcheck scan empty --allow-empty"),
    ],
)
def test_the_table_of_exit_codes(code: str, line: str, folder: Path) -> None:
    assert code in {row[0] for row in rows("exit code")}
    done = run(line.replace("&& factcheck", f"&& '{sys.executable}' -m factcheck"), folder)
    assert str(done.returncode) == code, done.stderr


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_a_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`((?:factcheck|articles|docs)/[\w./-]+\w)`", README)))
)
def test_a_file_that_is_named_exists(name: str) -> None:
    assert (ROOT / name).exists()


def words_of(svg: str) -> Counter[str]:
    """The words that a picture shows; how rich places and colours them may change with its version."""
    shown = " ".join(re.findall(r"<text\b[^>]*>(.*?)</text>", svg, re.S))
    return Counter(html.unescape(shown).split())


def test_the_picture_is_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec
    assert spec.loader
    picture = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(picture)
    kept = (ROOT / "docs" / "scan.svg").read_text("utf-8")
    assert words_of(picture.draw()) == words_of(kept), "docs/scan.svg is stale: run python docs/picture.py"
