"""The traps of design.md that end in an exit code, and the table of codes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from factcheck.__main__ import main
from factcheck.cli.main import run
from factcheck.errors import FactcheckError, RegistryError
from factcheck.model import ArticleSummary, Report
from factcheck.report.formats import FORMATS
from factcheck.run import processes
from tests.cli.conftest import Command, Returning
from tests.report.samples import SAMPLE, finding

ROOT = Path(__file__).parent.parent.parent
READ = (ArticleSummary("a.md", "", None, "en", 3),)
WARNED = Report(READ, findings=(finding(severity="warning"),))
INFORMED = Report(READ, findings=(finding(severity="info"),))
EMPTY = Report((replace(READ[0], sentences=0),))


@pytest.mark.parametrize(
    ("report", "options", "code"),
    [
        (Report(READ), "", 0),
        (SAMPLE, "", 1),
        (SAMPLE, "--fail-on never", 0),
        (WARNED, "", 0),
        (WARNED, "--fail-on warning", 1),
        (WARNED, "--fail-on info", 1),
        (INFORMED, "--fail-on warning", 0),
        (INFORMED, "--fail-on info", 1),
        (replace(SAMPLE, errors=("b.md: not UTF-8",)), "", 2),
        (replace(SAMPLE, errors=("b.md: not UTF-8",)), "--fail-on never", 2),
        (Report(errors=("b.md: not UTF-8",)), "--allow-empty", 2),
        (Report(), "", 3),
        (EMPTY, "", 3),
        (EMPTY, "--fail-on never", 3),
        (Report(), "--allow-empty", 0),
    ],
)
def test_a_report_file_does_not_mask_the_exit_code(
    factcheck: Command, returning: Returning, report: Report, options: str, code: int
) -> None:
    returning(report)
    for style in FORMATS:
        given = ("--format", style, "--report", f"{style}=report")
        assert factcheck("scan", "articles", *given, *options.split()).code == code


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ("", "factcheck scan articles/"),
        ("scan", "factcheck scan articles/"),
        ("scna articles", "did you mean 'scan'?"),
        ("--format json scan articles", "`factcheck scan --format …`"),
        ("-q scan articles", "`factcheck scan -q …`"),
        ("--select outdated scan articles", "`factcheck scan --select …`"),
        ("--formt json", "No such option"),
        ("scan articles --formt json", "--format"),
        (
            "scan articles --format xml",
            "there are: auto, concise, full, github, gitlab, html, json, jsonl, junit, markdown",
        ),
        ("scan articles --format sarfi", "did you mean 'sarif'?"),
        ("scan articles --report sarif", "sarif=facts.sarif"),
        ("scan articles --report =x", "no format is called ''"),
        ("scan articles --report sarif=", "sarif=facts.sarif"),
        ("scan articles --report sarfi=x", "did you mean 'sarif'?"),
        ("scan articles --report auto=x", "no format is called 'auto'"),
        ("scan articles --report sarif=-", "--format sarif"),
        ("scan articles --report sarif=no/such/x", "there is no folder no/such"),
        ("scan articles --report sarif=articles", "that is a folder"),
        ("scan articles --report json=x --report sarif=./x", "json and sarif would both be written"),
        ("scan articles --report json=articles/final.md", "this scan reads that file"),
        ("scan articles --report json=articles/new.txt", "this scan reads that file"),
        ("scan articles --report json=claims.yaml", "this scan reads that file"),
        ("scan articles --select discrepency", "did you mean 'discrepancy'?"),
        ("scan articles --ignore outdated,unsorced", "did you mean 'unsourced'?"),
        ("scan articles --fail-on fatal", "never"),
        ("scan articles --date 2025-02-30", "2025-04-30"),
        ("scan articles --date yesterday", "2025-04-30"),
        ("scan articles --lang english", "there are: en, es, fr"),
        ("scan articles --jobs 0", "0"),
        ("scan articles --claims nowhere.yaml", "nowhere.yaml"),
        ("claim zzzz", "the nearest: "),
        ("claim crowd --claims nowhere.yaml", "nowhere.yaml"),
        ("explain discrepency", "did you mean 'discrepancy'?"),
        ("explain articles/final.md", "factcheck explain articles/final.md:1"),
        ("completion tcsh", "zsh"),
    ],
)
def test_what_could_not_be_done_is_2_and_taught(factcheck: Command, args: str, told: str) -> None:
    ended = factcheck(*args.split())
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "args", ["--help", "-h", "scan -h", "claim --help", "explain -h", "completion -h", "--version"]
)
def test_help_is_no_failure(factcheck: Command, args: str) -> None:
    ended = factcheck(*args.split())
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FactcheckError("a.md: no such file"), "error: a.md: no such file\n"),
        (
            RegistryError("c.yaml:1:1: this\nc.yaml:2:1: and that"),
            "c.yaml:1:1: this\nc.yaml:2:1: and that\n",
        ),
        (OSError(28, "No space left on device"), "error: [Errno 28] No space left on device\n"),
        (
            ValueError("boom"),
            "internal error: ValueError: boom (this is a bug; FACTCHECK_DEBUG=1 shows where)\n",
        ),
        (ValueError("two\nlines \x1b[2J"), "two lines \\x1b[2J (this is a bug"),
        (RecursionError(), "this is a bug"),
    ],
)
def test_an_error_is_a_message_and_never_a_traceback(
    factcheck: Command, returning: Returning, monkeypatch: pytest.MonkeyPatch, error: BaseException, told: str
) -> None:
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    returning(error)
    ended = factcheck("scan", "articles")
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert "Traceback" not in ended.err


def test_ctrl_c_is_130(factcheck: Command, returning: Returning) -> None:
    returning(KeyboardInterrupt())
    ended = factcheck("scan", "articles")
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.strip() == "interrupted"


def test_ctrl_c_while_the_program_is_loading_is_130(monkeypatch: pytest.MonkeyPatch, capfd: Any) -> None:
    def interrupted(_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.cli.main.run", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, *capfd.readouterr()) == (130, "", "interrupted\n")


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="the workers would not tell")
def test_ctrl_c_reaches_the_workers_in_silence(folder: Path) -> None:
    """A terminal sends it to the whole group, and one that waits for work would tell where it waited."""
    done = interrupted_at_work(folder, "default_int_handler", 9_000)
    assert (done.returncode, done.stdout, done.stderr.decode().strip()) == (130, b"", "interrupted")


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="the workers would not tell")
def test_the_workers_of_a_scan_that_ignores_ctrl_c_ignore_it_too(folder: Path) -> None:
    """What a script starts in the background ignores it, and goes on."""
    done = interrupted_at_work(folder, "SIG_IGN", 1)
    assert done.returncode == 0
    assert b"in 6 articles" in done.stderr
    assert b"bug" not in done.stderr


def interrupted_at_work(folder: Path, handler: str, lines: int) -> subprocess.CompletedProcess[bytes]:
    """A scan of two articles in a group of its own that Ctrl-C reaches at work; what it does then is a
    `handler` of `signal`."""
    for number in range(4):
        text = "It rained on 48,000 spectators.\n" * lines
        (folder / "articles" / f"{number}.md").write_text(text, "utf-8")
    program = f"from tests.cli.test_exit_codes import scan_until_at_work as scan; scan({handler!r})"
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=120,
        start_new_session=True,
    )


def scan_until_at_work(handler: str) -> None:
    """Scan with more workers than there is work, and send Ctrl-C to all when each of them has started."""
    signal.signal(signal.SIGINT, getattr(signal, handler))
    start, hire = processes.end_with_parent, processes._hire

    def started() -> None:
        start()
        Path(f"{os.getpid()}.started").touch()

    def interrupted(crew: Any, tools: Any) -> Any:
        pipe = hire(crew, tools)
        if len(crew) == 4:
            while len([*Path().glob("*.started")]) < 4:
                time.sleep(0.05)
            os.killpg(0, signal.SIGINT)
        return pipe

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processes, "end_with_parent", started)
        patch.setattr(processes, "_hire", interrupted)
        code = run(["scan", "articles", "--jobs", "4"])
    sys.exit(code)


@pytest.mark.parametrize("verb", ["claim crowd --articles", "baseline show", "baseline write"])
def test_no_article_is_2_for_every_other_verb(factcheck: Command, folder: Path, verb: str) -> None:
    assert factcheck("baseline", "write", "articles").code == 0
    (folder / "empty").mkdir()
    ended = factcheck(*verb.split(), "empty")
    assert ended.code == 2
    assert "nothing was checked: no article" in ended.err


def test_a_mistake_of_the_registry_begins_with_its_place(factcheck: Command, folder: Path) -> None:
    (folder / "claims.yaml").write_text("claims:\n  a: [\n", "utf-8")
    assert factcheck("claim").err.startswith("claims.yaml:3:1: ")


def test_the_debug_variable_shows_where(
    factcheck: Command, returning: Returning, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    returning(ValueError("boom"))
    with pytest.raises(ValueError, match="boom"):
        factcheck("scan", "articles")


def test_no_registry_anywhere_is_told(factcheck: Command, folder: Path) -> None:
    (folder / "claims.yaml").unlink()
    ended = factcheck("scan", "articles")
    assert ended.code == 2
    assert "--claims FILE" in ended.err


def test_articles_that_could_not_be_read_are_told_after_the_report(
    factcheck: Command, returning: Returning
) -> None:
    returning(replace(SAMPLE, unchecked=(), errors=("b.md: not UTF-8", "c.md: \x1b[2J")))
    ended = factcheck("scan", "articles", "--format", "json")
    assert ended.err == "error: b.md: not UTF-8\nerror: c.md: \\x1b[2J\n"
    assert '"b.md: not UTF-8"' in ended.out


@pytest.mark.parametrize("args", ["scan -", "scan - articles --jobs 2", "claim crowd --articles -"])
def test_closed_standard_input_is_said(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch, args: str
) -> None:
    """`factcheck scan - <&-`: Python has no stdin then."""
    monkeypatch.setattr(sys, "stdin", None)
    ended = factcheck(*args.split())
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "error: -: standard input is closed (pipe an article into it, or name a file)\n"


@pytest.mark.skipif(os.name == "nt", reason="it has no pipes in folders")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_is_no_file_is_said_and_the_rest_is_scanned(folder: Path, jobs: str) -> None:
    """A pipe has no end while somebody may write to it, and a device may have none at all."""
    os.mkfifo(folder / "articles" / "pipe.md")
    (folder / "articles" / "device.md").symlink_to("/dev/zero")
    (folder / "articles" / "gone.md").symlink_to("nowhere.md")
    code, told = ended(folder, f"scan articles --jobs {jobs}", stdin=subprocess.DEVNULL)
    assert code == 2
    assert b"in 2 articles, 3 could not be read" in told
    for name in (b"device.md: a device", b"gone.md: a link that leads nowhere", b"pipe.md: a named pipe"):
        assert b"error: articles/" + name in told


def ended(folder: Path, args: str, **streams: Any) -> tuple[int, bytes]:
    """The exit code of a command, and what it wrote to stderr."""
    # buffered, as in a shell
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-m", "factcheck", *args.split()]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(command, cwd=folder, env=environment, check=False, timeout=60, **streams)
    return done.returncode, done.stderr


EVERY_WAY = [
    "--version",
    "--help",
    "claim",
    "claim zzzz",
    "completion bash",
    "explain",
    "scan --help",
    "scan articles --fail-on info",
    "scan articles --fail-on info --format table",
    "scan articles --fail-on info --format json",
]


@pytest.fixture
def flagged(folder: Path) -> Path:
    """A folder in which a scan prints more than a pipe holds at once."""
    (folder / "articles" / "final.md").write_text(
        "The final drew 48,000 spectators at the final.\n" * 9, "utf-8"
    )
    return folder


@pytest.mark.skipif(os.name == "nt", reason="pipes differ there")
@pytest.mark.parametrize("args", EVERY_WAY)
def test_a_reader_who_leaves_is_silent_and_keeps_the_code(flagged: Path, args: str) -> None:
    """`factcheck scan … | true`: the pipe is closed before anything is written; stderr may go there, too."""
    reading, writing = os.pipe()
    os.close(reading)
    code, told = ended(flagged, args, stdout=writing)
    assert (code, told) == ended(flagged, args)
    assert b"Pipe" not in told
    assert ended(flagged, args, stdout=writing, stderr=writing)[0] == code
    os.close(writing)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("args", EVERY_WAY)
def test_what_cannot_be_written_is_2(flagged: Path, args: str) -> None:
    with Path("/dev/full").open("wb") as full:
        code, told = ended(flagged, args, stdout=full)
        assert code == 2
        assert told.startswith(b"error: ") or b"\nerror: " in told.lower()
        assert b"Traceback" not in told
        assert b"Exception" not in told
        assert ended(flagged, args, stdout=full, stderr=full)[0] == 2
