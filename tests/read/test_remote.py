"""What lies at addresses: found, read, bounded; what cannot be fetched is told, but no secret of one."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.main import run
from factcheck.errors import ReadError
from factcheck.model import Report
from factcheck.read import remote
from factcheck.read.addresses import HIDDEN, is_address, shown
from factcheck.read.endings import ending, is_article
from factcheck.read.files import Excludes, find
from factcheck.read.formats import Reading
from factcheck.read.limits import USUAL, Limits
from factcheck.read.load import load
from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.read import plain, seen
from factcheck.run.scan import scan
from tests.newsroom import DAY

REGISTRY = "claims: {trams: {title: Trams in service, values: [{value: 48, source: the operator}]}}"
TEXT = b"There are 47 trams in service.\n"
PAGE = b"<html><body><article><p>There are 47 trams in service.</p></article></body></html>"


def scanned(*paths: str, jobs: int = 1, limits: Limits = USUAL) -> Report:
    options = ScanOptions(date=DAY, jobs=jobs, reading=Reading(limits=limits))
    return scan(paths, parse_registry(REGISTRY, "claims.yaml"), options)


def told(report: Report) -> list[str]:
    """The paths at which something was found."""
    return list(dict.fromkeys(finding.path for finding in report.findings))


# --- the words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "address", "end"),
    [
        ("memory://a/b.md", True, ".md"),
        ("s3://bucket/2024/a.HTML", True, ".html"),
        ("zip://in/a.docx::https://example.org/x.zip?sig=1", True, ".docx"),
        ("simplecache::s3://bucket/a.txt", True, ".txt"),
        ("s3://bucket/rows.jsonl.gz", True, ".jsonl.gz"),
        ("https://example.org/a.md?page=2.html#top", True, ".md"),
        ("https://example.org/news/story", True, ".html"),
        ("https://example.org/news.d/story", True, ".html"),
        ("https://example.org", True, ".html"),
        ("https://example.org/2024/", True, ".html"),
        ("https://example.org/story.php?id=3", True, ".html"),
        ("https://example.org/photo.jpg", True, ".jpg"),
        ("s3://bucket/story", True, ""),
        ("a/b.md", False, ".md"),
        ("a:b/c.md", False, ".md"),
        ("C://news/a.md", False, ".md"),
        ("a.md::b.md", False, ".md"),
        ("://a.md", False, ".md"),
        ("rows.CSV.gz", False, ".csv.gz"),
        ("rows.gz", False, ".gz"),
    ],
)
def test_which_words_are_addresses_and_what_ends_them(path: str, address: bool, end: str) -> None:
    assert (is_address(path), ending(path)) == (address, end)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?page=2&sort=old", "https://example.org/a?page=2&sort=old"),
        ("https://me:hush@example.org/a", "https://***@example.org/a"),
        ("https://hush@example.org/a", "https://***@example.org/a"),
        ("https://me:hu@sh@example.org/a@b", "https://***@example.org/a@b"),
        ("https://example.org/@writer/a", "https://example.org/@writer/a"),
        ("https://example.org/a?token=hush&page=2", "https://example.org/a?token=***&page=2"),
        ("https://example.org/a?page=2&X-Amz-Signature=hush", "https://example.org/a?page=2&X-Amz-Signature=***"),
        ("https://example.org/a?v=0123456789abcdef0123", "https://example.org/a?v=***"),
        ("https://example.org/a?hush", "https://example.org/a?***"),
        ("https://example.org/a?token=12:hush", "https://example.org/a?token=***"),
        ("https://example.org/a?pw=hush", "https://example.org/a?pw=***"),
        ("https://example.org/a#access_token=hush", "https://example.org/a#access_token=***"),
        ("https://example.org/a?sig=hush#top", "https://example.org/a?sig=***#top"),
        ("zip://a.md::https://me:hush@example.org/x.zip?sig=hush", "zip://a.md::https://***@example.org/x.zip?sig=***"),
        ("a?token=hush.md", "a?token=hush.md"),
    ],
)  # fmt: skip
def test_a_secret_is_hidden(address: str, expected: str) -> None:
    assert shown(address) == expected
    assert shown(expected) == expected


@given(st.text(st.characters(codec="ascii", exclude_characters="/?#@&;=:"), min_size=1), st.text())
def test_who_logs_in_is_never_told(secret: str, rest: str) -> None:
    address = f"https://me:<{secret}>@example.org/a?token=<{secret}>&{rest}"
    if not any(sign.isspace() for sign in secret):
        assert f"<{secret}>" not in shown(address).replace(rest, "")
        assert ending(shown(address)) == ending(address)


# --- memory and archives ---------------------------------------------------------------------------


@pytest.fixture
def memory() -> Iterator[MemoryFileSystem]:
    """An archive in memory."""
    files = MemoryFileSystem()
    for name in ("2024/a.md", "2024/b/c.txt", "2025/d.md", "2025/.hidden.md", "2025/e.jpg", "2025/f.doc"):
        files.pipe(f"/archive/{name}", TEXT)
    files.pipe("/archive/2025/rows.jsonl", b'{"id": "one", "text": "There are 46 trams in service."}\n')
    yield files
    files.rm("/", recursive=True)


@pytest.mark.usefixtures("memory")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("memory://archive/2024/a.md", "2024/a.md"),
        ("memory://archive/2024", "2024/a.md 2024/b/c.txt"),
        ("memory://archive/", "2024/a.md 2024/b/c.txt 2025/d.md"),
        ("memory://archive/*/*.md", "2024/a.md 2025/d.md"),
        ("memory://archive/202[4]*", "2024/a.md 2024/b/c.txt"),
        ("memory://archive/2025/*.jsonl", "2025/rows.jsonl#one"),
        ("memory://archive/2025/rows.jsonl", "2025/rows.jsonl#one"),
    ],
)
def test_files_folders_and_patterns(address: str, expected: str, jobs: int) -> None:
    report = scanned(address, jobs=jobs)
    assert report.errors == ()
    assert told(report) == [f"memory://archive/{name}" for name in expected.split()]


@pytest.mark.usefixtures("memory")
def test_what_is_excluded_or_not_read_is_told() -> None:
    found = find(["memory://archive"], Excludes(("b/",)))
    assert found.excluded == ("memory://archive/2024/b/c.txt",)
    assert [row.path for row in found.unchecked] == ["memory://archive/2025/f.doc"]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ZIP of articles in the working directory."""
    with ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("news/a.md", TEXT)
        packed.writestr("news/deep/b.html", PAGE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("zip://news/a.md::a.zip", ["news/a.md"]),
        ("zip://news::a.zip", ["news/a.md", "news/deep/b.html"]),
        ("zip://::a.zip", ["news/a.md", "news/deep/b.html"]),
        ("zip://**/*.html::a.zip", ["news/deep/b.html"]),
    ],
)
def test_what_is_packed(address: str, expected: list[str]) -> None:
    assert told(scanned(address)) == [f"zip://{name}::a.zip" for name in expected]


@pytest.mark.usefixtures("archive", "memory")
def test_every_verb_reads_an_address() -> None:
    [article] = seen("zip://news/a.md::a.zip", ScanOptions())
    assert article.path == "zip://news/a.md::a.zip"
    assert plain("memory://archive/2025/rows.jsonl#one") == "There are 46 trams in service."


# --- the web ---------------------------------------------------------------------------------------


class _Handler(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/moved.md":
            self.send_response(302)
            self.send_header("Location", "/a.md")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        code = {"/denied.md": 403, "/broken.md": 500}.get(path, 200)
        data = {"/story": PAGE, "/a.md": TEXT, "/cut.md": TEXT, "/endless.md": TEXT * 100_000}.get(path)
        self.send_response(code if data else 404 if code == 200 else code)
        self.send_header("Content-Length", str(len(data or b"") + 100 * (path == "/cut.md")))
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Where a server answers, on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"127.0.0.1:{httpd.server_address[1]}"
        httpd.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["a.md", "story", "moved.md", "story?page=2", "a.md#top"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_in_the_web(server: str, path: str, jobs: int) -> None:
    report = scanned(f"http://{server}/{path}", f"http://{server}/story?page=3", jobs=jobs)
    assert report.errors == ()
    assert told(report) == [f"http://{server}/{path.partition('#')[0]}", f"http://{server}/story?page=3"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("gone.md", "no such file (check the spelling)"),
        ("denied.md", "the server answers 403"),
        ("broken.md", "the server answers 500"),
        ("cut.md", "could not be fetched: ClientPayloadError"),
        ("endless.md", "larger than 1 MB (--limit-memory)"),
        ("photo.jpg", "not a format that can be read (convert it to .md, .html or .docx)"),
    ],
)
def test_what_cannot_be_fetched_is_told_and_the_rest_is_scanned(server: str, path: str, why: str) -> None:
    report = scanned(
        f"http://me:hush@{server}/{path}?token=hush", f"http://{server}/a.md", limits=Limits(memory=1)
    )
    assert report.errors == (f"http://***@{server}/{path}?token=***: {why}",)
    assert told(report) == [f"http://{server}/a.md"]


@pytest.mark.parametrize("style", ["json", "concise", "sarif", "html", "jsonl", "table", "full", "markdown"])
def test_no_report_tells_a_secret(
    server: str,
    style: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["scan", f"http://hush@{server}/a.md?key=hush", "--format", style, "-v"]) == 1
    out, err = capfd.readouterr()
    assert "hush" not in out + err
    assert "a.md" in out
    assert run(["scan", f"http://hush@{server}/gone.md?key=hush", "--show-config"]) == 0
    assert "hush" not in capfd.readouterr().out


def test_two_that_no_report_could_tell_apart(server: str) -> None:
    report = scanned(f"http://{server}/story?token=a", f"http://{server}/story?token=b")
    [error] = report.errors
    assert error.startswith(f"http://{server}/story?token={HIDDEN}: differs from another address")
    assert len(report.articles) == 1


# --- what is none ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("archive", "memory")
@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("memory://nowhere/a.md", "no such file or folder, or an empty one"),
        ("zip://nothing::a.zip", "no such file or folder, or an empty one"),
        ("zip://a.md::b.zip", "no such file"),
        ("zip://a.md::claims.zip", "could not be fetched: BadZipFile"),
        ("file:///etc/hostname", "a file here (name it without `file://`)"),
        ("nothing://a.md", "no such kind of address"),
        ("memory://archive/2025/e.jpg", "not a format that can be read"),
        ("http://127.0.0.1:9/a.md", "could not be fetched: "),
        ("https://", "could not be fetched: "),
    ],
)
def test_it_is_said_what_is_wrong_with_an_address(address: str, why: str) -> None:
    Path("claims.zip").write_bytes(b"no archive")
    [error] = scanned(address).errors
    assert error.startswith(f"{address}: {why}")


def test_without_the_extra_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fsspec.core", None)
    with pytest.raises(ReadError, match=r"pip install 'factlint\[remote\]'"):
        remote.load("memory://a.md", USUAL)


def test_settings_name_no_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """They may come with a pull request."""
    (tmp_path / "factcheck.toml").write_text('paths = ["https://example.org/"]\n', "utf-8")
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["scan"]) == 2
    assert "factcheck.toml:1: paths: only the command line may name an address" in capfd.readouterr().err


# --- packed rows -----------------------------------------------------------------------------------

ROWS = b'{"id": "one", "text": "There are 47 trams in service."}\n'
TABLE = b"id,body\none,There are 47 trams in service.\n"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("rows.jsonl.gz", gzip.compress(ROWS), ""),
        ("rows.ndjson.gz", gzip.compress(ROWS), ""),
        ("rows.csv.gz", gzip.compress(TABLE), ""),
        ("rows.tsv.gz", gzip.compress(TABLE.replace(b",", b"\t")), ""),
        ("rows.jsonl.gz", gzip.compress(ROWS) * 2, ""),
        ("rows.jsonl.gz", ROWS, ""),  # a server has unpacked it
        ("rows.jsonl.gz", gzip.compress(ROWS)[:-9], "is damaged or cut off"),
        ("rows.jsonl.gz", gzip.compress(ROWS)[:12] + b"\0" * 20, "is damaged or cut off"),
        ("rows.jsonl.gz", gzip.compress(b" " * 2_000_000), "unpacks to more than 1 MB (--limit-memory)"),
        ("story.md.gz", gzip.compress(TEXT), "not a format that can be read"),
    ],
    ids=(
        "jsonl",
        "ndjson",
        "csv",
        "tsv",
        "two in a row",
        "unpacked",
        "cut off",
        "damaged",
        "a bomb",
        "no rows",
    ),
)
def test_rows_that_are_packed(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(data)
    report = scanned(str(tmp_path / name), limits=Limits(memory=1))
    if expected:
        assert [
            error.removeprefix(f"{tmp_path / name}: ").startswith(expected) for error in report.errors
        ] == [True]
        assert not report.findings
    else:
        assert report.errors == ()
        assert report.findings


def test_packed_rows_are_data_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(ROWS))
    (tmp_path / "rows.txt").write_bytes(TEXT)
    assert find([str(tmp_path)]).files == (str(tmp_path / "rows.txt"),)
    assert is_article("rows.jsonl.gz")


def test_what_is_read_is_what_lies_there() -> None:
    files = MemoryFileSystem()
    files.pipe("/bytes.bin", bytes(range(256)) * 1000)
    assert load("memory://bytes.bin") == io.BytesIO(bytes(range(256)) * 1000).read()
    files.rm("/bytes.bin")


@pytest.mark.parametrize(
    ("address", "place", "found", "told"),
    [
        ("ftp://u:p@example.org", "/", "/news.md", "ftp://u:p@example.org/news.md"),
        ("github://o:r@main", "", "README.md", "github://o:r@main/README.md"),
        ("s3://desk/2024", "desk/2024", "desk/2024/a.md", "s3://desk/2024/a.md"),
        ("memory://", "/", "/a.md", "memory://a.md"),
    ],
)
def test_what_lies_below_an_address_keeps_its_host(address: str, place: str, found: str, told: str) -> None:
    assert remote._address(address, place, found) == told
