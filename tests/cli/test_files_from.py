"""`--files-from`: a list names articles, a line or a NUL each."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck.cli.files_from import listed
from factcheck.errors import FactcheckError
from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a.md\nb c.md\n", ("a.md", "b c.md")),
        (b"a.md\r\nb.md", ("a.md", "b.md")),
        (b"\n a.md \n\n", (" a.md ",)),
        (b"a\nb.md\0c.md\0", ("a\nb.md", "c.md")),
        (b"\xef\xbb\xbfa.md\n", ("a.md",)),
        ("\ufeffétude.md\r\n".encode("utf-16-le"), ("étude.md",)),
        (b"caf\xe9.md\n", ("caf\udce9.md",)),
        (b"#a.md\n-\n", ("#a.md", "./-")),
    ],
    ids=ascii,
)
def test_what_a_list_names(data: bytes, expected: tuple[str, ...]) -> None:
    assert listed(data, "list") == expected


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\0"], ids=ascii)
def test_a_list_of_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(FactcheckError, match="list: the list names no article"):
        listed(data, "list")


@pytest.mark.parametrize("through", ["file", "stdin"])
@pytest.mark.parametrize("end", ["\n", "\0"])
def test_the_articles_of_a_list_are_scanned(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, through: str, end: str
) -> None:
    data = f"articles/notes.txt{end}articles/final.md{end}".encode()
    (folder / "list").write_bytes(data)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data), isatty=lambda: False))
    ended = factcheck("scan", "--files-from", "list" if through == "file" else "-")
    assert (ended.code, "2 articles" in ended.err) == (0, True)


def test_it_stands_in_place_of_the_settings_and_beside_the_command_line(
    factcheck: Command, folder: Path
) -> None:
    (folder / "factcheck.toml").write_text('paths = ["articles"]\n', "utf-8")
    (folder / "list").write_text("articles/notes.txt\n", "utf-8")
    assert "1 article" in factcheck("scan", "--files-from", "list").err
    assert "2 articles" in factcheck("scan", "articles/final.md", "--files-from", "list").err


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ("--files-from nothing", "nothing: the list cannot be read: No such file or directory"),
        ("--files-from articles", "articles: the list cannot be read: Is a directory"),
        ("--files-from empty", "empty: the list names no article (one path a line)"),
        ("--files-from list", "gone.md: no such file or folder (check the spelling)"),
        ("- --files-from -", "standard input is one article (-) or a list of them (--files-from -)"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(factcheck: Command, folder: Path, args: str, told: str) -> None:
    (folder / "empty").write_text("\n")
    (folder / "list").write_text("gone.md\narticles\n")
    ended = factcheck("scan", *args.split())
    assert ended.code == 2
    assert told in ended.err


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("impact crowd", "1 article"),
        ("baseline write", "took"),
        ("review", "0 questions left"),
    ],
)
def test_other_verbs_take_a_list_too(factcheck: Command, folder: Path, verb: str, told: str) -> None:
    (folder / "list").write_text("articles/final.md\n", "utf-8")
    ended = factcheck(*verb.split(), "--files-from", "list")
    assert told in ended.out + ended.err
    (folder / "list").write_text("articles/nowhere.md\n", "utf-8")
    assert factcheck(*verb.split(), "--files-from", "list").code == 2
