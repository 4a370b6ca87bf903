"""What is passed over is said, wherever a report ends: one article checked is no all-clear for a folder."""

from __future__ import annotations

import datetime
import io
import json
import os
import sys
from pathlib import Path

import pytest

from factcheck.read.endings import NO_READER
from tests.cli.conftest import Command

TODAY = datetime.date.today().isoformat()
AS_OF_TODAY = f"judged as of today {TODAY}"
DATED = "---\ndate: 2024-06-01\n---\nThe final drew 61,000 spectators, the Football League said.\n"
UNDATED = "The final drew 61,000 spectators, the Football League said.\n"


@pytest.fixture
def desk(folder: Path) -> Path:
    """A folder with an article that has a date."""
    (folder / "desk").mkdir()
    (folder / "desk" / "a.md").write_text(DATED, "utf-8")
    return folder / "desk"


def fill(desk: Path, names: str) -> None:
    """Files of these names; one that ends in `@` is a link to a folder."""
    for name in names.split():
        if name.endswith("@"):
            (desk / name[:-1]).symlink_to(desk.parent / "articles")
        else:
            (desk / name).write_text(UNDATED, "utf-8")


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("", ""),
        ("package.json claims.yaml photo.png .notes.rst build.py", ""),
        ("b.rst", "1 .rst not read"),
        ("b.rst c.RST d.doc", "2 .rst and 1 .doc not read"),
        ("b.tex c.adoc d.org e.org", "2 .org, 1 .adoc and 1 .tex not read"),
        ("old@", "1 linked folder not followed"),
        ("old@ older@ b.rst", "1 .rst not read; 2 linked folders not followed"),
        ("b.txt", f"1 article without a date, {AS_OF_TODAY}"),
        ("b.txt c.md", f"2 articles without a date, {AS_OF_TODAY}"),
        (
            "b.txt old@ d.msg",
            f"1 .msg not read; 1 linked folder not followed; 1 article without a date, {AS_OF_TODAY}",
        ),
    ],
)
def test_the_summary_counts_it(factcheck: Command, desk: Path, names: str, told: str) -> None:
    fill(desk, names)
    ended = factcheck("scan", "desk")
    _account, *notes, _verdict = ended.err.removesuffix("\n").split("; ")
    assert "; ".join(notes) == told
    assert ended.code == 0, "what is passed over is told, and fails nothing"


DEEP_AND_OPEN = "1 passage nested too deep; 1 mark never closed"
FOUR_KINDS = f"{UNDATED}\n```\nx\n```\n\n{'> ' * 60}x\n\n<!-- y\n\nShare this article: 214 shares\n"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            "",
            f"{DEEP_AND_OPEN}; 1 article without a date, {AS_OF_TODAY}; and 1 code",
        ),
        ("b.rst", "1 .rst not read; 1 passage nested too deep; 1 mark never closed; and 1 no-date, 1 code"),
    ],
)
def test_three_kinds_are_told_in_words_and_the_others_counted(
    factcheck: Command, desk: Path, names: str, told: str
) -> None:
    (desk / "c.md").write_text(FOUR_KINDS, "utf-8")
    fill(desk, names)
    err = factcheck("scan", "desk").err
    assert f"1 in page furniture left aside; {told}; no findings in 2 articles" in err
    assert err.count("\n") == 1
    listed = factcheck("scan", "desk", "-v").err
    assert "\ndesk/c.md:3: taken for code\n" in listed
    assert "\ndesk/c.md:9: a comment that is never closed: what follows was read as text\n" in listed


@pytest.mark.parametrize("style", ["table", "full", "markdown"])
def test_a_report_for_people_says_it_itself(factcheck: Command, desk: Path, style: str) -> None:
    fill(desk, "b.rst old@ c.md")
    (desk / "c.md").write_text(UNDATED.replace("61", "48"), "utf-8")
    told = factcheck("scan", "desk", "--format", style).out.replace("&#8203;", "")
    assert "1 .rst not read; 1 linked folder not followed; 1 article without a date, judged as of" in told
    assert f"no date, {AS_OF_TODAY}" in told, "in the article's heading"
    told = factcheck("scan", "desk", "--format", style, "--date", "2024-07-01").out
    assert "not read; 1 linked folder not followed" in told
    assert "today" not in told


@pytest.mark.parametrize("style", ["json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjsonl"])
def test_a_machines_report_leaves_it_to_standard_error(factcheck: Command, desk: Path, style: str) -> None:
    fill(desk, "b.rst")
    assert "note: 1 .rst not read\n" in factcheck("scan", "desk", "--format", style).err


def test_an_article_that_agrees_says_by_which_day(factcheck: Command, desk: Path) -> None:
    fill(desk, "b.md")
    lines = factcheck("scan", "desk", "--format", "table").out.splitlines()
    assert "✓ desk/a.md  1 mention agrees" in lines
    assert f"✓ desk/b.md  1 mention agrees · no date, {AS_OF_TODAY}" in lines


def test_verbose_lists_it_a_line_each(factcheck: Command, desk: Path) -> None:
    fill(desk, "old@ c.txt")
    (desk / "b\n::error::x\x1b[2J.rst").write_text("x", "utf-8")
    told = factcheck("scan", "desk", "-v").err.splitlines()
    assert told[1:4] == [
        rf"desk/b \x3a:error::x\x1b[2J.rst: {NO_READER}",
        f"desk/c.txt: no date, {AS_OF_TODAY} (give it one in its front matter, or use --date)",
        "desk/old: a link to a folder, which is not followed (name it, and it is searched)",
    ]
    assert not any("desk/old" in line for line in factcheck("scan", "desk").err.splitlines())


def test_a_name_that_is_no_utf8_is_told(factcheck: Command, desk: Path) -> None:
    (desk / os.fsdecode(b"caf\xe9.rst")).write_text("x", "utf-8")
    ended = factcheck("scan", "desk", "--format", "json", "-v")
    assert json.loads(ended.out)["unchecked"][0]["path"] == os.fsdecode(b"desk/caf\xe9.rst")
    assert r"desk/caf\udce9.rst: not a format" in ended.err


def test_a_folder_of_pages_alone_was_not_checked(factcheck: Command, folder: Path) -> None:
    (folder / "site").mkdir()
    fill(folder / "site", "a.rst b.rst")
    ended = factcheck("scan", "site")
    assert ended.code == 3
    assert "; 2 .rst not read; " in ended.err


@pytest.mark.parametrize("name", ["b.rst", "./b.doc"])
def test_a_file_that_was_named_is_an_error(factcheck: Command, desk: Path, name: str) -> None:
    fill(desk, name)
    ended = factcheck("scan", "desk", f"desk/{name}")
    assert ended.code == 2
    assert f"desk/{name}: {NO_READER}" in ended.err, "the mend"
    assert "not read" not in ended.err


def test_standard_input_without_a_date(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, told in ((UNDATED, True), (DATED, False)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
        assert ("1 article without a date" in factcheck("scan", "-").err) == told
