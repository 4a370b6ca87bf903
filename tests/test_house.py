"""The house rules that a machine can hold: who may import whom, and that what is public is explained."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.version import VERSION

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "factcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

# the rooms in the order in which data flows; a room imports itself and what stands before it
ROOMS = (
    "version",
    "errors",
    "escape",
    "places",
    "codec",
    "recent",
    "collector",
    "whole",
    "cache",
    "model",
    "language",
    "registry",
    "read",
    "extract",
    "compare",
    "match",
    "check",
    "config",
    "show",
    "run",
    "suggest",
    "review",
    "report",
    "exchange",
    "serve",
    "lsp",
    "cli",
)
# the doors: the public API and the command, which may lead anywhere
DOORS = {"factcheck", "factcheck.__main__"}
CONFINED = {"click": {"cli"}, "rich": {"cli", "report"}, "pygls": {"lsp"}, "lsprotocol": {"lsp"}}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    return [*module.split("."), ""][1]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Each module that a file imports, inside functions too, with the line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{path}:{node.lineno}: imports are absolute here"
            deeper = (f"{node.module}.{alias.name}" for alias in node.names)
            known = [name for name in deeper if is_module(name)]
            yield from ((node.lineno, name) for name in known or [node.module])


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def trespasses(importer: str, imported: str) -> bool:
    """Whether the import goes against the one-way flow."""
    own = imported == "factcheck" or imported.startswith("factcheck.")
    if not own or importer in DOORS:
        return False
    if imported in DOORS:
        return True
    return ROOMS.index(room_of(imported)) > ROOMS.index(room_of(importer))


@pytest.mark.parametrize(
    ("importer", "imported", "expected"),
    [
        ("factcheck.match.score", "factcheck.model", False),
        ("factcheck.match.score", "factcheck.match.index", False),
        ("factcheck.match.score", "factcheck.check.verdict", True),
        ("factcheck.read.text", "factcheck.cli.main", True),
        ("factcheck.check.rules", "factcheck", True),
        ("factcheck.language.detect", "factcheck.language.words", False),
        ("factcheck.language.detect", "factcheck.extract.figures.reader", True),
        ("factcheck.__main__", "factcheck.cli.main", False),
        ("factcheck.read.text", "json", False),
    ],
)
def test_the_rule_itself(importer: str, imported: str, expected: bool) -> None:
    assert trespasses(importer, imported) is expected


def test_every_module_stands_in_a_room() -> None:
    strays = [name for name in map(name_of, MODULES) if name not in DOORS and room_of(name) not in ROOMS]
    assert not strays


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_data_flows_one_way(path: Path) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: imports {imported}"
        for line, imported in imports(path)
        if trespasses(name_of(path), imported)
    ]
    assert not wrong


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_libraries_keep_to_their_rooms(path: Path) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: imports {imported}"
        for line, imported in imports(path)
        for library, rooms in CONFINED.items()
        if imported.split(".")[0] == library and room_of(name_of(path)) not in rooms
    ]
    assert not wrong


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_has_a_docstring(path: Path) -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}"
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not bare


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
    assert VERSION in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_listing_in_contributing_is_the_folder() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for entry in (*ROOMS, "__init__", "__main__"):
        path = PACKAGE / entry
        if path.is_dir():
            assert f"\n  {entry}/ " in text, entry
        elif entry != "version":
            assert f"\n  {entry}.py " in text, entry
