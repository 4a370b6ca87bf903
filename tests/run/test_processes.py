"""Whatever becomes of a process: nothing is lost but what ended it, and nothing is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from factcheck.cli.main import run
from factcheck.errors import FactcheckError, ReadError
from factcheck.model import Article, Report
from factcheck.read import load
from factcheck.read.formats import Reading
from factcheck.read.limits import Limits
from factcheck.registry.load import parse_registry
from factcheck.run import checkups, engines, processes
from factcheck.run.article import Checkup, ScanOptions, Tools
from factcheck.run.scan import scan
from tests.newsroom import DAY, write

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 120
"""Seconds after which a test takes something that was to happen for something that never will."""
REGISTRY = "claims: {trams: {title: Trams in service, values: [{value: 48, source: the operator}]}}"
BUG = "(this is a bug; FACTCHECK_DEBUG=1 shows where)"
NAMES = tuple(f"{number}.md" for number in range(8))
pytestmark = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="the workers would not have the fault"
)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {f"news/{name}": "There are 47 trams in service." for name in NAMES})
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news"


def scanned(jobs: int, limits: Limits | None = None) -> Report:
    """The report on the folder `news`."""
    options = ScanOptions(date=DAY, jobs=jobs)
    if limits:
        options = replace(options, reading=Reading(limits=limits))
    return scan(["news"], parse_registry(REGISTRY, "claims.yaml"), options)


# --- the parent ends -------------------------------------------------------------------------------


@pytest.mark.parametrize("work", ["computing", "waiting"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)],
)
def test_workers_end_with_their_parent(news: Path, number: int, code: int, work: str) -> None:
    """Their standard output is the parent's: the pipe ends when the last of them does."""
    program = f"from tests.run.test_processes import scan_for_ever; scan_for_ever({work!r})"
    scan_process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=news.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        wait_for(lambda: len([*news.parent.glob("*.at-work")]) == 2)
        scan_process.send_signal(number)
        out, err = scan_process.communicate(timeout=PATIENCE)
    finally:
        end_group(scan_process)
    assert (scan_process.returncode, out) == (code, b"")
    assert err.strip() == (b"interrupted" if code == 130 else b"")


def wait_for(happens: Callable[[], bool]) -> None:
    """Wait until something is so."""
    latest = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < latest, "it never came to that"
        time.sleep(0.02)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End what a test may have left behind."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()


def scan_for_ever(work: str) -> NoReturn:
    """Scan by two workers that never come to an end."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background ignores

    def endless(*_: object) -> NoReturn:
        Path(f"{os.getpid()}.at-work").touch()
        while True:
            if work == "waiting":
                time.sleep(PATIENCE)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkups, "load_file", endless)
        code = run(["scan", "news", "--jobs", "2"])
    sys.exit(code)


# --- a worker is lost ------------------------------------------------------------------------------


def deadly(monkeypatch: pytest.MonkeyPatch, *names: str, once: bool = False) -> None:
    """End the worker that reads one of these files, as the system does for want of memory."""
    parent = os.getpid()

    def read(path: str, limits: Limits) -> bytes:
        mark = Path(f"{Path(path).name}.killed")
        if Path(path).name in names and not (once and mark.exists()):
            mark.touch()
            assert os.getpid() != parent, "a worker was to read this"
            os.kill(os.getpid(), signal.SIGKILL)
        return load(path, limits)

    monkeypatch.setattr(checkups, "load_file", read)


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("names", ["0.md", "3.md", "7.md", "0.md 1.md 5.md", " ".join(NAMES)])
def test_a_file_that_ends_its_worker_twice_is_told_and_the_rest_is_checked(
    monkeypatch: pytest.MonkeyPatch, names: str, jobs: int
) -> None:
    lost = names.split()
    deadly(monkeypatch, *lost)
    report = scanned(jobs)
    told = "was not checked: the process that read it was ended, twice (by the system, for want of memory?)"
    assert report.errors == tuple(f"news/{name}: {told}" for name in lost)
    assert [Path(row.path).name for row in report.articles] == [name for name in NAMES if name not in lost]
    assert len(report.findings) == 2 * len(report.articles)
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("news")
def test_what_a_worker_was_lost_over_once_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = scanned(1)
    deadly(monkeypatch, *NAMES, once=True)
    assert scanned(2) == expected
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("news")
def test_it_is_no_bug_and_exit_2(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    deadly(monkeypatch, "3.md")
    assert run(["scan", "news", "--jobs", "2", "--date", DAY]) == 2
    out, err = capfd.readouterr()
    assert out.count("discrepancy") == 7
    assert err.count("error: news/3.md: was not checked") == 1
    assert "bug" not in err


@pytest.mark.usefixtures("news")
def test_where_no_worker_can_start_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_serve", lambda *_: None)
    with pytest.raises(FactcheckError, match="--jobs 1"):
        scanned(2)
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("news")
def test_whoever_stops_listening_leaves_no_worker_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(path: str, limits: Limits) -> bytes:
        if path != "news/0.md":
            time.sleep(PATIENCE)
        return load(path, limits)

    monkeypatch.setattr(checkups, "load_file", slow)
    rows = engines.run(
        [f"news/{name}" for name in NAMES],
        Tools(parse_registry(REGISTRY, "claims.yaml"), ScanOptions(jobs=2)),
        None,
    )
    assert next(rows)
    assert multiprocessing.active_children()
    rows.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


# --- an article cannot be checked ------------------------------------------------------------------


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException | None, *names: str) -> None:
    """Raise an error over these articles, or compute over them without end."""
    check = Tools.check

    def fail(tools: Tools, article: Article) -> Checkup:
        while Path(article.path).name in names:
            if error:
                raise error
        return check(tools, article)

    monkeypatch.setattr(Tools, "check", fail)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ReadError("news/3.md: odd"), "odd"),
        (None, "was not checked: it takes more than 1 s of computing (--limit-seconds)"),
        (MemoryError(), "was not checked: it takes more memory than there is"),
        (
            ValueError("boom"),
            f"was not checked: internal error: ValueError: boom {BUG}",
        ),
    ],
)
@pytest.mark.usefixtures("news")
def test_an_article_that_cannot_be_checked_is_told_and_the_rest_is_checked(
    monkeypatch: pytest.MonkeyPatch, jobs: int, error: BaseException | None, told: str
) -> None:
    if error is None and not hasattr(signal, "setitimer"):
        pytest.skip("no timers on this system")
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    expected = scanned(1)
    failing(monkeypatch, error, "3.md")
    report = scanned(jobs, Limits(seconds=1))
    assert report.errors == (f"news/3.md: {told}",)
    assert report.articles == tuple(row for row in expected.articles if row.path != "news/3.md")
    assert report.findings == tuple(row for row in expected.findings if row.path != "news/3.md")


@pytest.mark.usefixtures("news")
def test_of_a_file_of_many_articles_one_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"{number},There are 47 trams in service.\n" for number in range(4))
    Path("export.csv").write_text(f"id,text\n{rows}", "utf-8")
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    failing(monkeypatch, ValueError("boom"), "export.csv#2")
    report = scan(["export.csv"], parse_registry(REGISTRY, "claims.yaml"), ScanOptions(date=DAY))
    assert [row.path for row in report.articles] == ["export.csv#0", "export.csv#1", "export.csv#3"]
    assert [row.partition(":")[0] for row in report.errors] == ["export.csv#2"]


@pytest.mark.usefixtures("news")
def test_the_debug_variable_shows_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    failing(monkeypatch, ValueError("boom"), "3.md")
    with pytest.raises(ValueError, match="boom"):
        scanned(1)


# --- files that are none ---------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2", "4"])
def test_links_that_lead_nowhere_are_told_alike_by_any_number_of_processes(
    news: Path, capfd: pytest.CaptureFixture[str], jobs: str
) -> None:
    (news / "gone.md").symlink_to("nowhere.md")
    (news / "loop.md").symlink_to("loop.md")
    (news / "good.md").symlink_to("0.md")
    assert run(["scan", "news", "--jobs", jobs, "--date", DAY]) == 2
    out, err = capfd.readouterr()
    assert out.count("discrepancy") == 9
    told = [line for line in err.splitlines() if line.startswith("error: ")]
    assert told[0] == "error: news/gone.md: a link that leads nowhere"
    assert told[1].startswith("error: news/loop.md: ")
    assert len(told) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_vanishes_or_changes_meanwhile(
    news: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    found = engines.run

    def meanwhile(files: list[str], tools: Tools, *others: Any) -> object:
        (news / "3.md").unlink()
        (news / "4.md").write_text("It rained.", "utf-8")
        (news / "5.md").unlink()
        (news / "5.md").mkdir()
        return found(files, tools, *others)

    monkeypatch.setattr("factcheck.run.scan.run", meanwhile)
    report = scanned(jobs)
    assert [error.partition(": ")[0] for error in report.errors] == ["news/3.md", "news/5.md"]
    assert {row.path for row in report.findings} == {f"news/{number}.md" for number in (0, 1, 2, 6, 7)}
