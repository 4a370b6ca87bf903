"""`factcheck scan`: what its options become, and where its output goes."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import progress
from factcheck.run.article import ScanOptions
from factcheck.show.selection import Policy
from tests.cli.conftest import Command, Returning
from tests.report.samples import SAMPLE


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ("", {}),
        ("--date 2025-04-30 --lang fr", {"date": "2025-04-30", "language": "fr"}),
        ("--all-figures -j 2", {"all_figures": True, "jobs": 2}),
        ("--jobs auto", {}),
        ("--stdin-filename draft.md", {"stdin_name": "draft.md"}),
    ],
)
def test_options_reach_the_pipeline(
    factcheck: Command, returning: Returning, args: str, expected: dict[str, Any]
) -> None:
    called = returning()
    factcheck("scan", "articles", *args.split())
    assert called["options"] == ScanOptions(**{"stdin_name": "stdin.md", "jobs": None} | expected)
    assert tuple(called["paths"]) == ("articles",)
    assert called["stdin"] is None


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ("", Policy()),
        (
            "--select outdated,disputed --select contradiction",
            Policy(select=("outdated", "disputed", "contradiction")),
        ),
        ("--ignore vague-source", Policy(ignore=("vague-source",))),
        ("--no-require-reason", Policy(require_reason=False)),
    ],
)
def test_options_make_the_policy(
    factcheck: Command, returning: Returning, args: str, expected: Policy
) -> None:
    called = returning()
    factcheck("scan", "articles", *args.split())
    assert called["policy"] == expected


def committed(folder: Path) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for args in (("init", "-q", "-b", "main"), ("add", "."), (*who, "commit", "-qm", "first")):
        subprocess.run(["git", *args], cwd=folder, check=True)


WRONG = "The final drew 59,000 spectators, the Football League said.\n"


def test_only_what_changed(folder: Path, factcheck: Command) -> None:
    article = folder / "articles" / "final.md"
    article.write_text(WRONG, "utf-8")
    committed(folder)
    article.write_text(f"It rained.\n\n{WRONG}", "utf-8")
    assert factcheck("scan", "articles").code == 1
    ended = factcheck("scan", "articles", "--changed-since", "HEAD")
    assert (ended.code, ended.out) == (0, "")
    assert "1 in unchanged sentences" in ended.err
    article.write_text(WRONG.replace("drew", "had"), "utf-8")
    assert factcheck("scan", "articles", "--changed-since", "HEAD").code == 1


def test_a_contradiction_with_a_sentence_of_old_is_shown(folder: Path, factcheck: Command) -> None:
    (folder / "articles" / "final.md").write_text(WRONG, "utf-8")
    committed(folder)
    (folder / "articles" / "cup.md").write_text(WRONG.replace("59", "61"), "utf-8")
    ended = factcheck("scan", "articles", "--changed-since", "main")
    assert [line.split()[2] for line in ended.out.splitlines()] == ["divergence"]


def test_standard_input_is_compared_with_the_file_of_its_name(
    folder: Path, factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "articles" / "final.md").write_text(WRONG, "utf-8")
    committed(folder)
    for text, code in ((WRONG, 0), (WRONG.replace("drew", "had"), 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
        args = ("--stdin-filename", "articles/final.md", "--changed-since", "HEAD")
        assert factcheck("scan", "-", *args).code == code


@pytest.mark.parametrize("rev", ["nowhere", "--output=x", ""])
def test_a_revision_that_is_none(folder: Path, factcheck: Command, rev: str) -> None:
    committed(folder)
    ended = factcheck("scan", "articles", f"--changed-since={rev}")
    assert (ended.code, ended.out) == (2, "")
    assert "has no revision" in ended.err


def test_a_dash_is_standard_input(
    factcheck: Command, returning: Returning, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = returning()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It rained.\xff"), "utf-8"))
    factcheck("scan", "-")
    assert called["stdin"] == b"It rained.\xff"


def test_standard_input_needs_no_name(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It rained.\n"), "utf-8"))
    assert factcheck("scan", "-").code == 0


@pytest.mark.parametrize(
    ("paths", "told"),
    [("articles bare", True), ("bare ./articles", True), ("articles", False), (".", False), ("full", False)],
)
def test_a_folder_without_articles_is_told(factcheck: Command, folder: Path, paths: str, told: bool) -> None:
    (folder / "bare").mkdir()
    (folder / "full").mkdir()
    (folder / "full" / "torn.md").write_bytes(b"\x81\x8d")
    assert ("bare: no article" in (ended := factcheck("scan", *paths.split())).err) == told
    assert "full: no article" not in ended.err


@pytest.mark.parametrize("below", [".", "articles", "articles/2025/05"])
def test_the_nearest_registry_is_found_upwards(
    factcheck: Command, returning: Returning, folder: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    called = returning()
    (folder / below).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder / below)
    factcheck("scan", "x.md")
    assert [claim.id for claim in called["registry"].claims] == ["crowd", "capacity", "coach"]
    assert (Path.cwd() / called["registry"].path).samefile(folder / "claims.yaml")


def test_off_a_terminal_the_report_is_concise(factcheck: Command, returning: Returning) -> None:
    returning()
    ended = factcheck("scan", "articles")
    assert ended.out.startswith("articles/harbour.md:12:104: error discrepancy ferry-passengers: ")
    assert ended.err.endswith("· exit 1\n")


def test_on_a_terminal_the_report_is_a_table(
    factcheck: Command, returning: Returning, monkeypatch: pytest.MonkeyPatch
) -> None:
    returning()
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "90")
    assert factcheck("scan", "articles").code == 1
    lines = screen.getvalue().splitlines()
    assert any("Discrepancies" in line for line in lines)


def test_off_a_terminal_a_table_is_as_wide_as_its_content(factcheck: Command, returning: Returning) -> None:
    returning()
    out = factcheck("scan", "articles", "--format", "table").out
    assert "with an apology for its handwriting.”" in out
    assert "registry says\n" in out, "no spaces at the ends of lines"
    assert "\x1b" not in out


@pytest.mark.parametrize("style", ["table", "concise", "json"])
def test_findings_go_to_standard_output_alone(factcheck: Command, returning: Returning, style: str) -> None:
    returning()
    ended = factcheck("scan", "articles", "--format", style)
    assert "ferry-passengers" in ended.out
    assert "ferry-passengers" not in ended.err


def test_json_is_one_document(factcheck: Command, returning: Returning) -> None:
    returning()
    ended = factcheck("scan", "articles", "--format", "json", "-v")
    assert json.loads(ended.out)["summary"]["severities"]["error"] == 2
    assert re.search(r"^time: \d+\.\d\d s: registry \d", ended.err, re.M)


def test_the_bar_wants_a_terminal() -> None:
    with progress.progress() as told:
        assert told is None


@pytest.mark.parametrize(
    ("seconds", "shown"), [((0.0, 0.4, 0.9), False), ((0.0, 0.4, 1.1), True), ((0.0, 5.0, 9.0), True)]
)
def test_the_bar_waits_and_goes(
    monkeypatch: pytest.MonkeyPatch, seconds: tuple[float, ...], shown: bool
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "monotonic", iter(seconds).__next__)
    with progress.progress() as told:
        assert told is not None
        told(1, 9)
        told(2, 9)
    assert ("articles" in screen.getvalue()) == shown
    erased = "\x1b[2K"
    assert screen.getvalue().rpartition("articles")[2].count(erased) == int(shown)


@pytest.mark.parametrize("style", ["table", "full", "markdown"])
@pytest.mark.parametrize(
    ("sort", "articles"),
    [
        ((), ["articles/harbour.md", "articles/vaccin.md"]),
        (("--sort", "gravity"), ["articles/harbour.md", "articles/vaccin.md"]),
        (("--sort", "path"), ["articles/vaccin.md", "articles/harbour.md"]),
    ],
)
def test_people_read_what_to_mend_first_unless_by_path(
    factcheck: Command, returning: Returning, style: str, sort: tuple[str, ...], articles: list[str]
) -> None:
    by_path = replace(SAMPLE, articles=SAMPLE.articles[::-1], findings=SAMPLE.findings[::-1])
    returning(by_path)
    out = factcheck("scan", "articles", "--format", style, *sort).out
    assert sorted(articles, key=out.index) == articles


@pytest.mark.parametrize("style", ["json", "jsonl", "concise", "rdjsonl"])
def test_a_program_reads_a_row_a_finding_as_they_stand(
    factcheck: Command, returning: Returning, style: str
) -> None:
    returning()
    told = [
        factcheck("scan", "articles", "--format", style, "--sort", sort).out for sort in ("path", "gravity")
    ]
    assert told[0] == told[1]
    assert all(finding.message in told[0] for finding in SAMPLE.findings)
