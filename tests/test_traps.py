"""The traps of tools of this kind, none of which we ship: each has a test by its name, run end to end."""

from __future__ import annotations

import inspect
import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from benchmarks import corpus
from factcheck.cli.main import cli
from factcheck.compare.agree import agree
from factcheck.match.index import Index, build
from factcheck.model import Claim, Qualifier, Quantity, Registry, Report, Value
from factcheck.registry.load import load_registry, parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from tests.cli.conftest import Ended
from tests.newsroom import write

ROOT = Path(__file__).parent.parent
LONG = "lighthouses-that-were-switched-off-on-the-northern-coast"
URL = "https://example.org/a/very/long/address/that/no/eighty/columns/can/hold/lighthouses-2025.html"
REGISTRY = f"""\
claims:
  {LONG}:
    title: Lighthouses switched off on the northern coast
    values: [{{value: 12, as_of: 2025-01-01, source: {{name: Harbour Board, url: "{URL}"}}}}]
  keepers: "Lighthouse keepers on the northern coast: 30"
"""
WRONG = "The northern coast has 19 lighthouses switched off, the Harbour Board said.\n"
REST = " lighthouses switched off, the Harbour Board said."
RIGHT = "The northern coast has 12 lighthouses switched off, the Harbour Board said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A registry and an article with an error."""
    write(tmp_path, {"claims.yaml": REGISTRY, "wrong/coast.md": WRONG, "right/coast.md": RIGHT})
    return tmp_path


def factcheck(folder: Path, *args: str, stdin: bytes = b"", **environment: str) -> Ended:
    """Run the command as a shell would."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *args],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=False,
        timeout=120,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


# --- "A missing path, an unreadable or undecodable file, or an empty folder passes in silence" ----

UNREADABLE: dict[str, Callable[[Path], object]] = {
    "missing.md": lambda _: None,
    "dangling.md": lambda path: path.symlink_to("nowhere.md"),
    "loop.md": lambda path: path.symlink_to("loop.md"),
    "article.pdf": lambda path: path.write_bytes(b"%PDF-1.7"),
    "damaged.md": lambda path: path.write_bytes("Été à l'île de Ré, où l'on pêche".encode() + b"\xe9"),
    "binary.txt": lambda path: path.write_bytes(bytes(range(256))),
    "nul.txt": lambda path: path.write_bytes(b"12 lighthouses\0 switched off"),
    "half.md": lambda path: path.write_bytes(b"\xff\xfe" + "12".encode("utf-16-le") + b"\x31"),
    "front.md": lambda path: path.write_text("---\ntitle: [\n---\n12 lighthouses"),
    "shut.md": lambda path: path.touch(mode=0),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_never_passes_in_silence(folder: Path, name: str) -> None:
    UNREADABLE[name](folder / "wrong" / name)
    if name == "shut.md" and os.access(folder / "wrong" / name, os.R_OK):
        pytest.skip("this user may read everything")
    ended = factcheck(folder, "scan", "right", f"wrong/{name}", "wrong/coast.md", "--fail-on", "never")
    assert ended.code == 2
    assert ended.err.startswith(f"error: wrong/{name}") or f"\nerror: wrong/{name}" in ended.err
    assert "wrong/coast.md:1:24: error discrepancy" in ended.out, "the rest is scanned all the same"


@pytest.mark.parametrize("name", sorted(UNREADABLE.keys() - {"missing.md", "article.pdf", "shut.md"}))
def test_nor_does_it_within_a_folder(folder: Path, name: str) -> None:
    UNREADABLE[name](folder / "wrong" / name)
    ended = factcheck(folder, "scan", "wrong")
    assert ended.code == 2
    assert f"wrong/{name}" in ended.err
    assert "wrong/coast.md:1:24: error discrepancy" in ended.out


@pytest.mark.parametrize("articles", [{}, {"x.rst": "12"}, {"x.md": ""}, {"x.md": " \n"}, {".x.md": RIGHT}])
def test_nothing_checked_never_passes_in_silence(folder: Path, articles: dict[str, str]) -> None:
    (folder / "empty").mkdir()
    write(folder / "empty", articles)
    ended = factcheck(folder, "scan", "empty")
    assert (ended.code, ended.out) == (3, "")
    assert "nothing was checked" in ended.err
    assert factcheck(folder, "scan", "empty", "--allow-empty").code == 0


# --- "ClickException, Abort and a stray traceback all exit 1, which reads as findings" -------------


@pytest.mark.parametrize(
    "args",
    [
        "",
        "scan",
        "sacn wrong",
        "scan wrong --no-such-option",
        "scan wrong --format xml",
        "scan wrong --jobs many",
        "scan wrong --date 2025-13-01",
        "scan wrong --claims missing.yaml",
        "scan wrong --claims broken.yaml",
        "scan wrong --claims wrong",
        "claim nothing-of-the-kind",
        "claim keepers --articles missing",
        "explain nothing-of-the-kind",
        "explain wrong/coast.md:99",
        "explain wrong/missing.md:1",
    ],
)
def test_what_could_not_be_done_is_2(folder: Path, args: str) -> None:
    write(folder, {"broken.yaml": "claims: {x: {titel: X}}"})
    ended = factcheck(folder, *args.split())
    assert ended.code == 2
    assert ended.err
    assert "Traceback" not in ended.err


ERRORS: list[tuple[BaseException, int]] = [
    (click.ClickException("x"), 2),
    (KeyboardInterrupt(), 130),
    (OSError(5, "x"), 2),
    (RuntimeError("x"), 2),
    (RecursionError(), 2),
    (MemoryError(), 2),
]
STAGES = {
    "find": "factcheck.run.scan",
    "load_file": "factcheck.run.checkups",
    "read_articles": "factcheck.run.article",
    "split": "factcheck.run.article",
    "load": "factcheck.run.tongues",
    "Desk": "factcheck.run.article",
}


@pytest.mark.parametrize(("error", "code"), ERRORS, ids=repr)
@pytest.mark.parametrize("stage", STAGES)
def test_a_stray_error_of_any_stage_is_2_and_ctrl_c_130(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any, stage: str, error: BaseException, code: int
) -> None:
    from factcheck.cli.main import run

    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.chdir(folder)
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    monkeypatch.setattr(import_module(STAGES[stage]), stage, fail)
    assert run(["scan", "wrong"]) == code
    out, err = capfd.readouterr()
    assert out == ""
    assert err
    assert "Traceback" not in err


def _die(*_: object) -> NoReturn:
    os._exit(1)


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="a worker would not have the fault")
def test_a_worker_that_dies_is_2(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any) -> None:
    from factcheck.cli.main import run

    monkeypatch.chdir(folder)
    monkeypatch.setattr(import_module("factcheck.run.article"), "read_articles", _die)
    assert run(["scan", "wrong", "right", "--jobs", "2"]) == 2
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("style", ["json", "concise", "table"])
def test_a_report_that_cannot_be_written_is_2(folder: Path, style: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "scan", "wrong", "--format", style],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


# --- "rich falls back to 80 columns off a terminal and cuts ids and links" --------------------------


@pytest.mark.parametrize(
    ("args", "whole"),
    [
        ("scan wrong", (LONG,)),
        ("scan wrong --format table", (LONG, REST)),
        ("scan wrong --format table -v", (LONG,)),
        ("scan wrong --format json", (LONG, WRONG.strip())),
        ("claim", (LONG, "keepers")),
        (f"claim {LONG}", (LONG, URL)),
        (f"claim {LONG} --articles wrong", (LONG, URL, REST)),
        ("claim coast --articles wrong", (LONG,)),
        ("explain wrong/coast.md:1", (LONG,)),
    ],
)
def test_nothing_is_cut_off_a_terminal(folder: Path, args: str, whole: tuple[str, ...]) -> None:
    narrow = factcheck(folder, *args.split(), COLUMNS="20", LINES="5")
    assert all(text in narrow.out for text in whole)
    assert "…" not in narrow.out
    assert narrow.out == factcheck(folder, *args.split(), COLUMNS="200").out


# --- "A report file that masks the exit code; findings on stderr; an option lost before the verb" ---


@pytest.mark.parametrize("style", ["json", "concise", "table"])
def test_a_report_never_masks_the_exit_code(folder: Path, style: str) -> None:
    codes = [factcheck(folder, "scan", which, "--format", style).code for which in ("wrong", "right", "none")]
    assert codes == [1, 0, 2]
    assert factcheck(folder, "scan", "wrong", "none", "--format", style).code == 2, "2 wins over 1"


@pytest.mark.parametrize("style", ["json", "concise", "table"])
def test_findings_are_on_stdout_and_messages_on_stderr(folder: Path, style: str) -> None:
    ended = factcheck(folder, "scan", "wrong", "none.md", "--format", style)
    assert "19" in ended.out
    assert LONG not in ended.err
    assert "none.md: no such file" in ended.err
    if style == "json":
        assert json.loads(ended.out)["findings"]


@pytest.mark.parametrize("option", ["--format json", "--select outdated", "--fail-on info", "-q", "--jobs 2"])
def test_an_option_before_the_verb_is_not_lost(folder: Path, option: str) -> None:
    ended = factcheck(folder, *option.split(), "scan", "wrong")
    assert (ended.code, ended.out) == (2, "")
    name = option.split(maxsplit=1)[0]
    assert f"factcheck scan {name}" in ended.err


@pytest.mark.parametrize("option", ["--format json", "--fail-on never", "-q"])
def test_nor_is_one_after_the_paths(folder: Path, option: str) -> None:
    before = factcheck(folder, "scan", *option.split(), "wrong")
    after = factcheck(folder, "scan", "wrong", *option.split())
    assert (before.code, before.out) == (after.code, after.out)


# --- "A prefilter that silently loses matches: a false all clear" ------------------------------------

OWN = sorted((ROOT / "tests" / "gold" / "dev").iterdir())
TOPICS = {
    "sample": (ROOT / "claims.yaml", ROOT / "articles"),
    **{path.name: (path / "claims.yaml", path) for path in OWN},
}


@cache
def generated() -> tuple[Registry, tuple[str, ...]]:
    """A registry of 300 claims about anything, and articles about some of them."""
    return parse_registry(corpus.registry(300), "claims.yaml"), tuple(map(corpus.article, range(6)))


def topic(name: str, folder: Path) -> tuple[Registry, list[str]]:
    if name == "generated":
        registry, articles = generated()
        return registry, write(folder, {f"{number}.md": text for number, text in enumerate(articles)})
    claims, articles_of = TOPICS[name]
    return load_registry(claims), [str(path) for path in sorted(articles_of.glob("*.md"))]


@pytest.mark.parametrize("name", [*TOPICS, "generated"])
def test_the_index_loses_no_candidate(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    candidates, looked_up = Index.candidates, []

    def both(self: Index, context: Mapping[str, float]) -> dict[int, float]:
        found = candidates(self, context)
        assert found == pytest.approx(self.exhaustive(context))
        looked_up.append(len(found))
        return found

    monkeypatch.setattr(Index, "candidates", both)
    registry, paths = topic(name, tmp_path)
    assert not scan(paths, registry, ScanOptions(date="2025-06-01")).errors
    assert sum(looked_up) > 20


def every(_self: Index, _figure: object, among: Iterable[int]) -> set[int]:
    """All claims that a text may be about, whatever the figure."""
    return set(among)


@pytest.mark.parametrize("name", [*TOPICS, "generated"])
def test_a_scan_is_the_same_without_the_index(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry, paths = topic(name, tmp_path)
    options = ScanOptions(date="2025-06-01", all_figures=True)
    fast = scan(paths, registry, options)
    monkeypatch.setattr(Index, "candidates", Index.exhaustive)
    monkeypatch.setattr(Index, "near", every)
    assert fast == scan(paths, registry, options)


def near(said: Quantity, registered: Quantity, tolerance: float = 0.0) -> bool:
    """Whether the index's shelves lead from a figure to a claim with this value."""
    claim = Claim("c", "goals", tolerance=tolerance, values=(Value("", registered),))
    return build(Registry("", (claim,)), ["quantity"]).near(said, {0}) == {0}


QUALIFIERS: list[Qualifier] = ["exact", "about", "nearly", "at_least", "at_most"]


@given(
    st.floats(0.01, 1e9) | st.integers(1, 10**6).map(float),
    st.floats(0.6, 1.6),
    st.sampled_from(QUALIFIERS),
    st.sampled_from(QUALIFIERS),
)
def test_the_shelves_lose_no_figure_that_agrees(
    value: float, ratio: float, qualifier: Qualifier, its: Qualifier
) -> None:
    said, registered = Quantity(value * ratio, qualifier=qualifier), Quantity(value, qualifier=its)
    assume(agree(said, registered))
    assert near(said, registered)


@given(
    st.decimals(-20, 150, places=2).map(float),
    st.integers(-1, 2),
    st.sampled_from(QUALIFIERS),
    st.sampled_from(QUALIFIERS),
)
def test_nor_one_of_which_every_digit_counts(
    value: float, kept: int, qualifier: Qualifier, its: Qualifier
) -> None:
    said = Quantity(round(value, kept), unit="%", qualifier=qualifier, decimals=kept)
    registered = Quantity(value, unit="%", qualifier=its)
    assume(agree(said, registered))
    assert near(said, registered)


@pytest.mark.parametrize(
    ("said", "registered", "tolerance"),
    [
        (Quantity(500), Quantity(100, 1000, qualifier="range"), 0),
        (Quantity(12), Quantity(10), 0.2),
        (Quantity(12.4, unit="mi"), Quantity(20, unit="km"), 0),
        (Quantity(100, 1000, qualifier="range"), Quantity(500), 0),
        (Quantity(18), Quantity(10), 0.8),
        (Quantity(15, qualifier="at_least"), Quantity(20, qualifier="about"), 0),
        (Quantity(0.3, unit="points"), Quantity(29, unit="bp"), 0),
        (Quantity(70, unit="%", decimals=-1), Quantity(65, unit="%"), 0),
        (Quantity(10, unit="%", decimals=-1), Quantity(6, unit="%"), 0),
        (Quantity(50, unit="%", coarse=True), Quantity(45, unit="%"), 0),
    ],
)
def test_nor_one_in_another_unit_or_a_wide_range(
    said: Quantity, registered: Quantity, tolerance: float
) -> None:
    assert agree(said, registered, tolerance)
    assert near(said, registered, tolerance)


@pytest.mark.parametrize("unit", ["year", "km", "%", "EUR"])
def test_nor_one_that_leaves_its_unit_out(unit: str) -> None:
    assert near(Quantity(47), Quantity(47, unit=unit))
    assert not near(Quantity(3), Quantity(47, unit=unit))


# --- "An ignore keyed on a position, which goes on hiding whatever comes to stand there" --------------

POSITIONS = ("line", "column", "position", "offset", "start", "end", "at")


def keys_of(schema: Any) -> Iterator[str]:
    """The name of every key that a JSON Schema describes."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (key for part in schema.values() for key in keys_of(part))
    elif isinstance(schema, list):
        yield from (key for part in schema for key in keys_of(part))


def test_no_option_and_no_key_of_the_registry_takes_a_position() -> None:
    params = [param for command in cli.commands.values() for param in command.params]
    numeric = {param.name for param in params if isinstance(param.type, click.types.IntParamType)}
    schema = json.loads(files("factcheck.registry").joinpath("claims.schema.json").read_text("utf-8"))
    assert numeric == {"jobs", "limit_seconds", "limit_memory", "port", "processes"}
    assert not {param.name for param in params} & set(POSITIONS)
    assert not set(keys_of(schema)) & set(POSITIONS)
    assert not set(inspect.signature(ScanOptions).parameters) & set(POSITIONS)


def test_what_is_shown_does_not_depend_on_where_it_stands(tmp_path: Path) -> None:
    registry = parse_registry(REGISTRY, "claims.yaml")

    def found(text: str) -> Report:
        return scan(write(tmp_path, {"coast.md": text}), registry, ScanOptions(date="2025-06-01"))

    [here], [lower] = found(WRONG).findings, found("\n" * 40 + WRONG).findings
    assert lower.line == here.line + 40
    there = replace(lower, line=here.line, end_line=here.end_line, lines=here.lines, place=here.place)
    assert replace(there, mention=here.mention) == here
