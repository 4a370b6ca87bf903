"""Where paths begin."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import ArticleSummary, Related, Report, Suppression, Unchecked
from factcheck.report.places import Base, relative, relocated, repository, uri
from tests.report.samples import finding

HERE = os.path.join(os.sep, "desk", "paper", "news")  # noqa: PTH118
ROOT = os.path.dirname(HERE)  # noqa: PTH120


@pytest.mark.parametrize(
    ("path", "here", "root"),
    [
        ("a.md", "a.md", "news/a.md"),
        ("./a.md", "a.md", "news/a.md"),
        ("../a.md", "../a.md", "a.md"),
        ("x/../a.md", "a.md", "news/a.md"),
        (f"{HERE}/x/a.md", "x/a.md", "news/x/a.md"),
        (f"{ROOT}/a.md", "../a.md", "a.md"),
        ("/elsewhere/a.md", "../../../elsewhere/a.md", "../../elsewhere/a.md"),
    ],
)
def test_a_path_is_relative_to_a_base(path: str, here: str, root: str) -> None:
    assert (relative(path, HERE, HERE), relative(path, HERE, ROOT)) == (here, root)


@pytest.mark.parametrize(
    ("base", "expected"), [("given", "{}/a.md"), ("folder", "a.md"), ("repository", "news/a.md")]
)
@pytest.mark.parametrize("mark", ["folder", "file"])
def test_every_path_of_a_report_moves(tmp_path: Path, base: Base, expected: str, mark: str) -> None:
    (tmp_path / ".git").mkdir() if mark == "folder" else (tmp_path / ".git").write_text("gitdir: x")
    folder = tmp_path / "news"
    folder.mkdir()
    path = f"{folder}/a.md"
    excused = replace(finding(path=path), suppression=Suppression("inline", "", path, 1))
    found = finding(path=path, related=(Related(path, 1, 1, "412"),))
    report = relocated(
        Report(
            (ArticleSummary(path, "", None, "en", 1),),
            findings=(found,),
            suppressed=(excused,),
            unchecked=(Unchecked("no-date", path, 1, ""),),
        ),
        str(folder),
        base,
    )
    (article,), (shown,), (hidden,) = report.articles, report.findings, report.suppressed
    (unchecked,) = report.unchecked
    assert hidden.suppression
    paths = {article.path, shown.path, shown.related[0].path, hidden.path, hidden.suppression.path}
    paths.add(unchecked.path)
    assert paths == {expected.format(folder)}


def test_without_a_repository_paths_begin_here(tmp_path: Path) -> None:
    assert repository(str(tmp_path)) == str(tmp_path)


@given(st.text(st.characters(exclude_categories=())))
def test_a_uri_is_ascii(path: str) -> None:
    assert all(char.isascii() and char.isprintable() and char not in ' :?#[]"' for char in uri(path))
