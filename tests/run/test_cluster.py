"""A Dask cluster does what processes do, to the byte: a real one of processes, and a scheduler with two
workers, of which one is killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import run
from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.registry.load import parse_registry
from factcheck.report.json import to_json
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.scan import scan
from tests.newsroom import DAY, write

distributed = pytest.importorskip("distributed", reason="the extra is not there: pip install -e '.[dask]'")
from factcheck.run import checkups, cluster  # noqa: E402

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 120
REGISTRY = "claims: {trams: {title: Trams in service, values: [{value: 48, source: the operator}]}}"
NAMES = tuple(f"news/{number:02}.md" for number in range(24))
ENVIRONMENT = {
    "PYTHONPATH": str(ROOT),
    "DASK_DISTRIBUTED__WORKER__DAEMON": "False",
    "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "30s",
}


def written(folder: Path) -> None:
    """Some articles, one of which cannot be read, and a registry."""
    text = "There are {} trams in service. In 2024 there were {} trams in service, they say."
    write(folder, {name: text.format(40 + number % 5, number) for number, name in enumerate(NAMES)})
    (folder / "news" / "05.md").write_bytes(b"\x00\x01\x02\xff\xfe\x00")
    (folder / "claims.yaml").write_text(REGISTRY, "utf-8")


def scanned(scheduler: str | None, *paths: str) -> Report:
    engine = cluster.by_cluster(scheduler) if scheduler else None
    options = ScanOptions(date=DAY, jobs=1)
    return scan(paths or ["news"], parse_registry(REGISTRY, "claims.yaml"), options, engine=engine)


@contextmanager
def started(folder: Path, *args: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of the cluster, ended at the end."""
    environment = os.environ | ENVIRONMENT
    with (folder / "cluster.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, *args],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until(file: Path) -> str:
    """What a file says, once it is there."""
    latest = time.monotonic() + PATIENCE
    while not (file.exists() and file.read_text()):
        assert time.monotonic() < latest, "it never came to that"
        time.sleep(0.05)
    return file.read_text()


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """A scheduler that was started by hand, on loopback: its address."""
    args = (
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--dashboard-address",
        ":0",
        "--scheduler-file",
        "scheduler.json",
    )
    with started(folder, "-m", "distributed.cli.dask_scheduler", *args):
        [address] = [
            line.split('"')[3]
            for line in until(folder / "scheduler.json").splitlines()
            if '"address"' in line
        ]
        yield address


def worker(folder: Path, address: str, *args: str) -> Any:
    """A worker that was started by hand, in a folder of its own."""
    own = folder / "elsewhere"
    own.mkdir(exist_ok=True)
    own_args = (address, "--nthreads", "1", "--host", "127.0.0.1", "--dashboard-address", ":0", *args)
    return started(own, "-m", "distributed.cli.dask_worker", *own_args)


@pytest.fixture(scope="module")
def local() -> Iterator[str]:
    """A cluster of two processes, with two threads each: the tools are for one at a time."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=2, processes=True, host="127.0.0.1", dashboard_address=":0"
    ) as made:
        yield made.scheduler_address


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- a cluster of processes ------------------------------------------------------------------------


@pytest.mark.usefixtures("news")
def test_it_reports_what_one_process_does(local: str) -> None:
    report = scanned(local)
    assert to_json(report) == to_json(scanned(None))
    assert report == scanned(None)
    assert len(report.articles) == len(NAMES) - 1
    assert [error.partition(":")[0] for error in report.errors] == ["news/05.md"]


@pytest.mark.usefixtures("news")
def test_nothing_of_a_scan_stays_on_the_cluster(local: str) -> None:
    scanned(local)
    with distributed.Client(local, set_as_default=False) as client:
        there = client.run_on_scheduler(lambda dask_scheduler: [*dask_scheduler.worker_plugins])
        for names in client.run(lambda dask_worker: [*dask_worker.plugins]).values():
            there += names
    assert there
    assert not [name for name in there if name.startswith("factcheck")]


@pytest.mark.usefixtures("news")
def test_whoever_stops_listening_takes_back_what_is_not_done(local: str) -> None:
    tools = Tools(parse_registry(REGISTRY, "claims.yaml"), ScanOptions(date=DAY))
    rows = cluster.shared_out([[name] for name in NAMES], tools, local)
    assert next(rows)
    rows.close()  # type: ignore[attr-defined]
    with distributed.Client(local, set_as_default=False) as client:
        latest = time.monotonic() + PATIENCE
        while client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)):
            assert time.monotonic() < latest, "tasks are left on the scheduler"
            time.sleep(0.05)


@pytest.mark.usefixtures("news")
def test_the_command(local: str, capfd: pytest.CaptureFixture[str]) -> None:
    told = {}
    for engine in (("--engine", "dask", "--scheduler", local), ("--jobs", "1")):
        assert run(["scan", "news", "--date", DAY, "--format", "concise", *engine]) == 2
        told[engine[1]] = capfd.readouterr()
    assert told["dask"] == told["1"]
    assert told["dask"].out.count("discrepancy") > 9


@pytest.mark.usefixtures("news")
def test_another_version_on_the_workers_is_refused(local: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "VERSION", "0.0.0")
    with pytest.raises(FactcheckError, match="has another version of factcheck"):
        scanned(local)


def test_a_folder_that_the_workers_do_not_have_is_told(
    local: str, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getcwd", lambda: str(news / "gone"))
    with pytest.raises(FactcheckError, match=r"cannot go to .*gone"):
        scanned(local, *map(str, (news / name for name in NAMES)))


# --- what ends workers -----------------------------------------------------------------------------

DEADLY = """
import os, signal, sys
from pathlib import Path
from factcheck.run import checkups
from factcheck.read.load import load

def read(path, limits):
    mark = Path({folder!r}, "killed")
    if path == "news/11.md" and ({always} or not mark.exists()):
        mark.write_text("x")
        os.kill(os.getpid(), signal.SIGKILL)
    return load(path, limits)

checkups.load_file = read
"""


def deadly(folder: Path, always: bool) -> tuple[str, str]:
    """What makes a worker kill itself over an article, the first time or always."""
    (folder / "deadly.py").write_text(DEADLY.format(folder=str(folder), always=always), "utf-8")
    return "--preload", str(folder / "deadly.py")


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(news: Path) -> None:
    """It has no nanny that would start it again: the other one does its share, too."""
    expected = to_json(scanned(None))
    with scheduler(news) as address:
        kill = deadly(news, always=False)
        with worker(news, address, "--no-nanny", *kill), worker(news, address, "--no-nanny", *kill):
            with distributed.Client(address, set_as_default=False) as client:
                client.wait_for_workers(2, timeout=PATIENCE)
            assert to_json(scanned(address)) == expected
            assert (news / "killed").exists()
            with distributed.Client(address, set_as_default=False) as client:
                assert len(client.nthreads()) == 1


def test_an_article_that_loses_each_worker_is_told_and_the_rest_is_checked(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENVIRONMENT, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    expected = scanned(None)
    with scheduler(news) as address, worker(news, address, *deadly(news, always=True)):
        report = scanned(address)
    assert report.articles == tuple(row for row in expected.articles if row.path != "news/11.md")
    [*_, told] = sorted(report.errors)
    assert told.startswith("news/11.md: was not checked: each worker that read it was lost")
    assert len(report.errors) == len(expected.errors) + 1


INTERRUPTED = """
import signal, sys
from factcheck.cli.main import run
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(run(["scan", "news", "--engine", "dask", "--scheduler", {!r}]))
"""


def test_ctrl_c_takes_back_what_is_not_done(news: Path) -> None:
    (news / "news" / "long.md").write_text("There are 47 trams in service.\n\n" * 50_000, "utf-8")
    latest = time.monotonic() + PATIENCE
    with (
        scheduler(news) as address,
        worker(news, address, "--no-nanny"),
        started(news, "-c", INTERRUPTED.format(address)) as process,
        distributed.Client(address, set_as_default=False) as client,
    ):
        while not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)):
            assert time.monotonic() < latest, "nothing was asked"
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        while client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)):
            assert time.monotonic() < latest, "tasks are left on the scheduler"
            time.sleep(0.05)


WAITING = """
import time
from pathlib import Path
from factcheck.run import checkups
from factcheck.read.load import load

def read(path, limits):
    for _ in range({patience} * 20):
        if path != "news/00.md" or Path({folder!r}, "kept").exists():
            return load(path, limits)
        time.sleep(0.05)
    raise AssertionError("nobody told that another batch is done")

checkups.load_file = read
"""


def test_each_batch_is_told_when_it_is_done_and_not_in_its_turn(news: Path) -> None:
    """The first one waits for what is kept of the second."""
    tools, told = Tools(parse_registry(REGISTRY, "claims.yaml"), ScanOptions(date=DAY)), list[str]()
    (news / "waiting.py").write_text(WAITING.format(folder=str(news), patience=PATIENCE), "utf-8")
    waiting = ("--preload", str(news / "waiting.py"))

    def done(batch: Sequence[str], _rows: Sequence[object]) -> None:
        told.extend(batch)
        if batch == ["news/01.md"]:
            (news / "kept").touch()

    with scheduler(news) as address, worker(news, address, *waiting), worker(news, address, *waiting):
        with distributed.Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
        rows = [*cluster.shared_out([[name] for name in NAMES[:3]], tools, address, done)]
    assert rows == [[[*checkups.checkups([name], tools)]] for name in NAMES[:3]]
    assert told.index("news/01.md") < told.index("news/00.md")
    assert sorted(told) == sorted(NAMES[:3])


# --- no cluster ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://here", "127.0.0.1:9"])
def test_where_nobody_answers_that_is_said(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(FactcheckError, match=f"--scheduler {address}: nobody answers there"):
        scanned(address)


def test_without_a_worker_that_is_said(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 5)
    with scheduler(news) as address, pytest.raises(FactcheckError, match="no worker has joined it"):
        scanned(address)


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("args", "told"),
    [
        ("news", "--engine dask needs the address of a scheduler"),
        ("- --scheduler tcp://127.0.0.1:9", "--engine dask shares out files, and standard input is none"),
    ],
)
def test_what_no_cluster_can_do_is_refused(capfd: pytest.CaptureFixture[str], args: str, told: str) -> None:
    assert run(["scan", *args.split(), "--engine", "dask"]) == 2
    assert told in capfd.readouterr().err


@pytest.mark.usefixtures("news")
def test_what_was_kept_is_not_asked_for(local: str) -> None:
    """A batch of which everything is known is empty, and is told as it is."""
    tools = Tools(parse_registry(REGISTRY, "claims.yaml"), ScanOptions(date=DAY))
    rows = [*cluster.shared_out([[], NAMES[:2], [], [], NAMES[2:3], []], tools, local)]
    assert [len(batch) for batch in rows] == [0, 2, 0, 0, 1, 0]
    assert rows[1] == [[*checkups.checkups([name], tools)] for name in NAMES[:2]]
