"""`--format` and `--report`: what goes where, and files that are whole or not at all."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import click
import pytest

from factcheck.cli.output import replace_file
from factcheck.cli.scan import command
from factcheck.report.formats import FORMATS, render
from tests.cli.conftest import Command, Returning
from tests.read.documents import W, docx, packed
from tests.report.commands import obeyed
from tests.report.samples import SAMPLE
from tests.report.test_docx import commented

PRINTED = [style for style in FORMATS if style not in {"table", "full", "concise"}]


@pytest.mark.parametrize("style", PRINTED)
def test_a_format_is_printed_and_nothing_beside_it(
    factcheck: Command, returning: Returning, folder: Path, style: str
) -> None:
    whole = replace(SAMPLE, unchecked=())
    returning(whole)
    ended = factcheck("scan", "articles", "--format", style)
    assert (ended.out, ended.err) == (render(style, whole, str(folder)), "")


def test_reports_are_written_beside_what_is_shown(
    factcheck: Command, returning: Returning, folder: Path
) -> None:
    returning()
    alone = factcheck("scan", "articles")
    wanted = [word for style in FORMATS for word in ("--report", f"{style}={style}.out")]
    assert factcheck("scan", "articles", *wanted) == alone
    for style in FORMATS:
        assert (folder / f"{style}.out").read_text("utf-8") == render(style, SAMPLE, str(folder))
    assert not list(folder.glob(".*.out*"))


@pytest.mark.parametrize(
    ("value", "args", "annotated"),
    [
        ("true", "", True),
        ("true", "--format concise", False),
        ("false", "", False),
        ("", "", False),
    ],
)
def test_in_github_the_annotations_are_added(
    factcheck: Command, returning: Returning, monkeypatch: pytest.MonkeyPatch,
    value: str, args: str, annotated: bool,
) -> None:  # fmt: skip
    returning()
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    ended = factcheck("scan", "articles", *args.split())
    assert ended.out.startswith("articles/harbour.md:12:104: error discrepancy")
    assert len(obeyed(ended.out)) == (len(SAMPLE.findings) if annotated else 0)


def test_a_report_that_cannot_be_written_is_2_and_the_others_are(
    factcheck: Command, returning: Returning, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    returning()
    (folder / "old.json").write_text("old", "utf-8")
    opened = os.open

    def full(path: str | Path, *args: int, **kwargs: int) -> int:
        if "old.json" in str(path):
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", full)
    ended = factcheck("scan", "articles", "--report", "json=old.json", "--report", "sarif=new.sarif")
    assert ended.code == 2
    assert "error: old.json: the json report could not be written: No space left on device\n" in ended.err
    assert "· exit 2" in ended.err
    assert "ferry-passengers" in ended.out
    assert (folder / "old.json").read_text("utf-8") == "old"
    assert (folder / "new.sarif").exists()
    assert sorted(path.name for path in folder.iterdir()) == [
        "articles",
        "claims.yaml",
        "new.sarif",
        "old.json",
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told_before_the_scan(factcheck: Command, folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o500)
    ended = factcheck("scan", "articles", "--report", "json=locked/x.json")
    assert (ended.code, ended.out) == (2, "")
    assert "no permission" in ended.err


def test_the_registry_of_a_folder_above_is_not_overwritten(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "articles")
    assert "this scan reads that file" in factcheck("scan", "final.md", "--report", "json=../claims.yaml").err


def test_documents_are_copied_with_comments(factcheck: Command, folder: Path) -> None:
    drafts = {"desk/cup.docx": "The final drew 12,000 spectators.", "desk/old/rain.docx": "It rained."}
    for name, text in drafts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))
    before = {name: (folder / name).read_bytes() for name in drafts}
    ended = factcheck("scan", "desk", "articles", "--report", "docx=noted", "--date", "2025-01-01")
    assert ended.code == 1
    [(said, figure)] = commented((folder / "noted/cup.docx").read_bytes())
    assert said.startswith("error discrepancy: crowd: says 12,000")
    assert figure == "12,000"
    assert {name: (folder / name).read_bytes() for name in drafts} == before
    assert (folder / "noted/old/rain.docx").read_bytes() == before["desk/old/rain.docx"]
    assert len([path for path in (folder / "noted").rglob("*") if path.is_file()]) == 2


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("articles", "this scan reads that folder"),
        ("articles/noted", "this scan reads that folder"),
        ("claims.yaml", "that is a file: name a folder"),
        ("none/noted", "there is no folder none"),
    ],
)
def test_comments_go_to_a_folder_that_no_scan_reads(factcheck: Command, target: str, expected: str) -> None:
    ended = factcheck("scan", "articles", "--report", f"docx={target}")
    assert (ended.code, ended.out) == (2, "")
    assert expected in ended.err


def test_a_document_that_cannot_be_commented_is_2_and_the_others_are(
    factcheck: Command, folder: Path
) -> None:
    body = "<w:p><w:r><w:t>The final drew 12,000 spectators.</w:t></w:r></w:p>"
    bare = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    (folder / "bare.docx").write_bytes(packed({"word/document.xml": bare}))
    (folder / "whole.docx").write_bytes(docx(body))
    ended = factcheck("scan", "bare.docx", "whole.docx", "--report", "docx=noted")
    assert ended.code == 2
    assert "error: bare.docx: comments cannot be written to it" in ended.err
    assert [path.name for path in (folder / "noted").iterdir()] == ["whole.docx"]


def test_a_file_is_replaced_through_its_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", "utf-8")
    (tmp_path / "link").symlink_to("real")
    replace_file(tmp_path / "link", "new \udcff")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text("utf-8") == "new \\udcff"


@pytest.mark.skipif(os.name == "nt", reason="no such device there")
def test_a_device_stays_one() -> None:
    replace_file(Path("/dev/null"), "gone")
    assert not Path("/dev/null").is_file()


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    replace_file(tmp_path / "report", "x")
    assert (tmp_path / "report").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [
        ("style", "sa", ["sarif"]),
        ("reports", "j", ["json=", "jsonl=", "junit="]),
        ("reports", "d", ["docx="]),
        ("style", "x", []),
    ],
)
def test_formats_are_completed(name: str, typed: str, expected: list[str]) -> None:
    (param,) = (param for param in command.params if param.name == name)
    assert [item.value for item in param.shell_complete(click.Context(command), typed)] == expected
