"""A command line with a registry of its own, and a pipeline that may be made to return any report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import run
from factcheck.model import Report
from factcheck.run.scan import Scan
from factcheck.run.stream import Stream
from factcheck.run.told import Style
from factcheck.show.order import as_they_come
from factcheck.show.selection import Policy
from factcheck.show.totals import totals
from tests.report.samples import SAMPLE

REGISTRY = """\
sources:
  league: {name: Football League}

claims:
  crowd:
    title: Spectators at the cup final
    match: [spectators at the final, spectateurs de la finale]
    values:
      - {value: 48k, as_of: 2023-05-20, source: league}
      - {value: 61k, as_of: 2024-05-18, source: league}
  capacity: "Seats of the new stadium: 62k"
  coach:
    kind: name
    title: Coach of the winners
    match: [coach of the winners]
    values: [{value: Ana Petrović, source: league}]
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]
Returning = Callable[..., dict[str, Any]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a registry and two articles."""
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "final.md").write_text("The final drew 61,000 spectators.\n", "utf-8")
    (tmp_path / "articles" / "notes.txt").write_text("It rained.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path


@pytest.fixture
def factcheck(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:  # noqa: ARG001
    """Run the command line in that directory."""

    def command(*args: str) -> Ended:
        code = run(args)
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode("utf-8"), err.decode("utf-8"))

    return command


@pytest.fixture
def returning(monkeypatch: pytest.MonkeyPatch) -> Returning:
    """Make the pipeline return a report (or raise); tells with what it was called."""

    def fake(report: Report | BaseException = SAMPLE) -> dict[str, Any]:
        called: dict[str, Any] = {}

        def made(scan: Scan, policy: Policy) -> Report:
            called.update({field.name: getattr(scan, field.name) for field in fields(scan)}, policy=policy)
            if isinstance(report, BaseException):
                raise report
            return report

        def poured(stream: Stream, style: Style) -> Iterator[Sequence[str]]:
            found = made(stream.scan, stream.policy)
            stream.totals.add(totals(found))
            stream.unchecked += found.unchecked
            return iter([[*style.write(as_they_come(found.findings))]])

        monkeypatch.setattr(Scan, "report", made)
        monkeypatch.setattr(Stream, "written", poured)
        return called

    return fake
