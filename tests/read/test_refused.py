"""Hostile and broken files: refused with the reason or read, in little memory, and the rest is scanned."""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

import io
import json
import os
import re
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from factcheck.errors import ReadError
from factcheck.read.article import read_articles
from tests.read.documents import W, docx, line, ods, odt, packed, xlsx
from tests.read.pdfs import Set, pdf

P = f'<w:p xmlns:w="{W}"><w:r><w:t>The city has 41 trams.</w:t></w:r></w:p>'
PROSE = "<text:p>The city has 41 trams.</text:p>"
SHEET = f"<sheetData>{line('Town', 'Trams')}{line('Ulm', 41)}</sheetData>"
DOCX, ODT, XLSX, ODS = docx(P), odt(PROSE), xlsx(SHEET), ods("<table:table/>")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(900)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
PDF = pdf([Set(50, 700, "The city has 41 trams.")])
LAUGHS = "<!DOCTYPE x [<!ENTITY a '{}'>{}]>".format(
    "9" * 99, "".join(f"<!ENTITY {b} '{f'&{a};' * 99}'>" for a, b in ("ab", "bc", "cd"))
)
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
REMOTE = "<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/a.dtd'>%a;]>"
RSS = "<rss><channel><item><title>T</title><description>{}</description></item></channel></rss>"
NITF = "<nitf><body><body.content><p>{}</p></body.content></body></nitf>"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><content>{}</content></entry></feed>'
WORDS = b"41 trams, " * ((50 << 20) // 10)


def bomb(name: str, size: int = 100 << 20) -> bytes:
    """An archive whose one file unpacks to `size` bytes of blanks."""
    made = io.BytesIO()
    with (
        ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w", force_zip64=True) as file,
    ):
        for _ in range(size >> 20):
            file.write(b" " * (1 << 20))
    return made.getvalue()


def lying(data: bytes, size: int = 99) -> bytes:
    """An archive whose list says of each file that it unpacks to `size` bytes."""
    spoiled, at = bytearray(data), 0
    while (at := spoiled.find(b"PK\x01\x02", at)) >= 0:
        spoiled[at + 24 : at + 28] = struct.pack("<L", size)
        at += 4
    return bytes(spoiled)


def overlapping(name: str, copies: int) -> bytes:
    """An archive in which many files share the bytes of one, which is 4 MB unpacked."""
    data = packed({name: b"<a>" + b" " * (4 << 20)})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    made = data[:start]
    for number in range(copies):
        made += entry.replace(name.encode(), f"{number:0{len(name)}}".encode()) if number else entry
    size = len(made) - start
    return made + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, copies, copies, size, start, 0)


def many(count: int) -> bytes:
    return packed({**{f"{number}.xml": "" for number in range(count)}, "word/document.xml": "<a/>"})


def nested(levels: int) -> bytes:
    data = DOCX
    for _ in range(levels):
        data = packed({"word/document.xml": data, "content.xml": data, "xl/workbook.xml": data})
    return data


def flagged(data: bytes) -> bytes:
    """An archive whose files are said to be encrypted."""
    spoiled = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = spoiled.find(mark)
        while found >= 0:
            spoiled[found + at] |= 1
            found = spoiled.find(mark, found + 4)
    return bytes(spoiled)


def squeezed() -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", P)
    return made.getvalue()


def deep(head: str, open_: str, shut: str, levels: int, tail: str = "") -> bytes:
    return (head + open_ * levels + "41 trams." + shut * levels + tail).encode()


def locked_pdf() -> bytes:
    secret = (
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >> /ID [<00><00>] >>"
        % (b"41" * 32, b"42" * 32)
    )
    return PDF.replace(b"/Root 1 0 R", secret[:-3] + b" /Root 1 0 R")


Row = tuple[str, Callable[[], bytes], str]
FILES: dict[str, Row] = {
    # what unpacks to more than fits
    "docx that unpacks to a gigabyte": ("a.docx", lambda: bomb("word/document.xml", 1 << 30), "unpacks to over 64 MB"),
    "odt that unpacks to 100 MB": ("a.odt", lambda: bomb("content.xml"), "unpacks to over 64 MB"),
    "xlsx that unpacks to 100 MB": ("a.xlsx", lambda: bomb("xl/workbook.xml"), "unpacks to over 64 MB"),
    "ods that unpacks to 100 MB": ("a.ods", lambda: bomb("content.xml"), "unpacks to over 64 MB"),
    "xlsx whose texts unpack to 100 MB": ("a.xlsx", lambda: xlsx(SHEET, **{"sharedStrings.xml": " " * (100 << 20)}), "unpacks to over 64 MB"),
    "xlsx whose sheet unpacks to 100 MB": ("a.xlsx", lambda: xlsx(SHEET, **{"worksheets/sheet1.xml": " " * (100 << 20)}), "unpacks to over 64 MB"),
    "docx whose pictures unpack to 100 MB": ("a.docx", lambda: docx(P, media=" " * (100 << 20)), ""),
    "docx that unpacks to more than it says": ("a.docx", lambda: lying(bomb("word/document.xml", 60 << 20)), "damaged"),
    "docx of files that overlap": ("a.docx", lambda: overlapping("word/document.xml", 9000), "unpacks to over"),
    "docx of thousands of files": ("a.docx", lambda: many(11_000), "files, more than the 10,000"),
    "docx within docx within docx": ("a.docx", lambda: nested(9), "not well-formed"),
    "odt within odt within odt": ("a.odt", lambda: nested(9), "not well-formed"),
    "xlsx within xlsx within xlsx": ("a.xlsx", lambda: nested(9), "not well-formed"),
    "docx with names that lead out": ("a.docx", lambda: packed({"../../etc/passwd": "x", "/etc/passwd": "x"}), "no Word document"),
    "docx with such names beside its text": ("a.docx", lambda: docx(P, **{"../../../etc/passwd": "x"}), ""),
    "docx whose links lead out": ("a.docx", lambda: docx(P, rels='<R><R Id="a" Type="x/footnotes" Target="../../../../etc/passwd"/></R>'), ""),
    "docx packed as no program packs it": ("a.docx", squeezed, "packed in a way"),
    # XML that unfolds, or reaches out
    **{
        f"{what} in {path}": (path, lambda made=made, head=head: made(head), "DOCTYPE")  # type: ignore[misc]
        for what, head in (("entities of entities", LAUGHS), ("a file", OUTSIDE), ("an address", REMOTE))
        for path, made in (
            ("a.docx", lambda head: packed({"word/document.xml": f"{head}<w:document>&a;</w:document>"})),
            ("a.odt", lambda head: packed({"content.xml": f"{head}<x>&a;</x>"})),
            ("a.fodt", lambda head: f"{head}<x>&a;</x>".encode()),
            ("a.xlsx", lambda head: packed({"xl/workbook.xml": f"{head}<workbook>&a;</workbook>"})),
            ("a.ods", lambda head: packed({"content.xml": f"{head}<x>&a;</x>"})),
            ("a.xml", lambda head: (head + RSS.format("&a;")).encode()),
            ("a.atom", lambda head: (head + ATOM.format("&a;")).encode()),
            ("b.xml", lambda head: (head + NITF.format("&a;")).encode()),
        )
    },
    "entities of entities in a sheet": ("a.xlsx", lambda: xlsx(SHEET, **{"worksheets/sheet1.xml": f"{LAUGHS}<worksheet/>"}), "DOCTYPE"),
    "a page of entities": ("a.html", f"{LAUGHS}<p>The city has 41 trams &b;</p>".encode, ""),
    # what is encrypted, or of another time
    "encrypted Word": ("a.docx", lambda: ENCRYPTED, "is encrypted"),
    "encrypted sheet": ("a.xlsx", lambda: ENCRYPTED, "is encrypted"),
    "old Word called docx": ("a.docx", lambda: OLE, "of an older kind"),
    "encrypted archive": ("a.docx", lambda: flagged(DOCX), "is encrypted"),
    "encrypted odt": ("a.odt", lambda: packed({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "x"}), "is encrypted"),
    "encrypted PDF": ("a.pdf", locked_pdf, "without a password"),
    # the wrong endings, in both directions
    **{
        f"{what} called {path}": (path, lambda data=data: data, f"is no {Path(path).suffix}, but {what}")  # type: ignore[misc]
        for what, data, others in (
            ("a picture", PNG, ("a.docx", "a.odt", "a.xlsx", "a.ods", "a.pdf", "a.rtf")),
            ("a packed file", DOCX, ("a.pdf", "a.rtf")),
            ("a PDF", PDF, ("a.docx", "a.odt", "a.xlsx", "a.ods", "a.rtf")),
            ("an old or encrypted Office file", OLE, ("a.pdf", "a.rtf")),
            ("RTF", rb"{\rtf1 \pard The city has 41 trams.\par}", ("a.docx", "a.odt", "a.xlsx", "a.ods", "a.pdf")),
        )
        for path in ("a.html", "a.csv", "a.jsonl", "a.txt", "a.md", "a.srt", "a.eml", "a.xml", "a.json", *others)
    },
    "a docx called a.odt": ("a.odt", lambda: DOCX, "no text document in it"),
    "a docx called a.xlsx": ("a.xlsx", lambda: DOCX, "no workbook in it"),
    "an ods called a.odt": ("a.odt", lambda: ODS, "no text document in it"),
    "an odt called a.ods": ("a.ods", lambda: ODT, "no workbook in it"),
    "an xlsx called a.docx": ("a.docx", lambda: XLSX, "no Word document in it"),
    "a program called a.html": ("a.html", lambda: bytes(range(256)) * 40, "neither UTF-8 nor cp1252|binary"),
    **{
        f"a text called {path}": (path, lambda: b"The city has 41 trams.", why)
        for path, why in (
            *((f"a.{kind}", "damaged") for kind in ("docx", "odt", "xlsx", "ods")), ("a.fodt", "not well-formed"), ("a.xml", "not well-formed"),
            ("a.pdf", "no PDF"), ("a.rtf", "no RTF"), ("a.json", "no JSON"), ("a.jsonl", "no JSON"), ("a.srt", "no subtitles"), ("a.eml", "no mail"),
        )
    },
    **{f"nothing called {path}": (path, bytes, why) for path, why in (("a.docx", "damaged"), ("a.pdf", "no PDF"), ("a.rtf", "no RTF"), ("a.json", "no JSON"))},
    # what is nested deeply
    "deep HTML": ("a.html", lambda: deep("", "<div>", "</div>", 100_000), "nested"),
    "deep styles in HTML": ("a.html", lambda: deep("", "<b><p>", "", 50_000), "nested"),
    "deep XML": ("a.xml", lambda: deep("<rss>", "<a>", "</a>", 100_000, "</rss>"), "nested"),
    "deep docx": ("a.docx", lambda: docx("<w:sdt><w:sdtContent>" * 5000 + P + "</w:sdtContent></w:sdt>" * 5000), "nested"),
    "deep odt": ("a.odt", lambda: odt("<text:section>" * 5000 + PROSE + "</text:section>" * 5000), "nested"),
    "deep sheet": ("a.xlsx", lambda: xlsx("<a>" * 5000 + "</a>" * 5000), "more in one element"),
    "deep JSON": ("a.json", lambda: deep('{"type": "text", "x": ', "[", "]", 100_000, "}"), "nested too deeply"),
    "deep JSON lines": ("a.jsonl", lambda: deep("", '{"text": ', "}", 100_000), "no JSON"),
    "deep RTF": ("a.rtf", lambda: deep(r"{\rtf1 ", "{", "}", 100_000, "}"), "nested"),
    "deep mail": ("a.eml", lambda: b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)), "larger mail"),
    "deep quotations": ("a.md", lambda: b">" * 100_000 + b" The city has 41 trams.", "left out: nested more than 50 deep"),
    "deep lists": ("a.md", lambda: b"".join(b"  " * n + b"- 41 trams\n" for n in range(300)), ""),
    "deep brackets": ("a.md", lambda: b"[" * 200_000 + b"The city has 41 trams.", ""),
    # one line of 50 MB
    "a line of 50 MB in .txt": ("a.txt", lambda: WORDS, "no article"),
    "a line of 50 MB in .md": ("a.md", lambda: WORDS, "no article"),
    "a line of 50 MB in .html": ("a.html", lambda: b"<p>" + WORDS, "more than 5 MB"),
    "a line of 50 MB in .srt": ("a.srt", lambda: b"1\n00:00:01,000 --> 00:00:02,000\n" + WORDS, "no article"),
    "a line of 50 MB in .eml": ("a.eml", lambda: b"Subject: T\n\n" + WORDS, "larger mail"),
    "20 MB in .eml": ("a.eml", lambda: b"Subject: T\n\n" + b"41 trams\n" * ((20 << 20) // 9), "larger mail"),
    "a line of 20 MB in .eml": ("a.eml", lambda: b"Subject: T\n\n" + WORDS[: 20 << 20], "larger mail"),
    "a line of 50 MB in .rtf": ("a.rtf", lambda: rb"{\rtf1 \pard " + WORDS + rb"\par}", "more than 12 MB"),
    "a line of 50 MB in .docx": ("a.docx", lambda: docx(f"<w:p><w:r><w:t>{WORDS.decode()}</w:t></w:r></w:p>"), "unpacks to over 50 MB"),
    "a line of 50 MB in .csv": ("a.csv", lambda: b"title,text\nT," + WORDS.replace(b",", b""), "field limit"),
    "a quotation of 50 MB in .csv": ("a.csv", lambda: b'title,text\nT,"' + WORDS, "field limit"),
    "a line of 50 MB in .jsonl": ("a.jsonl", lambda: b'{"text": "' + WORDS + b'"}', "left out: .*52 MB of text"),
    "a line of 50 MB in .json": ("a.json", lambda: b'{"type": "text", "uri": "x", "headline": "T", "body_text": "' + WORDS + b'"}', "left out: .*52 MB of text"),
    "a line of 50 MB in .xml": ("a.xml", lambda: RSS.format(WORDS.decode()).encode(), "left out: .*52 MB of text"),
}  # fmt: skip
SLOW = [name for name, (_, make, _) in FILES.items() if "50 MB" in name or "gigabyte" in name]
ROOT = Path(__file__).parents[2]
PEAK = 60
"""How many MB a reader may take, beside four times the file's size."""


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_with_the_reason_or_read(name: str) -> None:
    path, make, why = FILES[name]
    told: list[str] = []
    try:
        for article in read_articles(path, make()):
            told += [f"left out: {aside.why}" for aside in article.asides if not article.text]
            told += ["41 trams"] if "41" in article.text else []
    except ReadError as error:
        told.append(str(error))
        assert re.match(rf"{re.escape(path)}:", told[-1])
    assert any(re.search(why or "^41 trams$", said) for said in told), told


@pytest.mark.parametrize("path", ["a.docx", "a.odt", "a.xlsx", "a.ods", "a.pdf"])
def test_wherever_it_breaks_off_it_is_refused_or_read(path: str) -> None:
    data = {"a.docx": DOCX, "a.odt": ODT, "a.xlsx": XLSX, "a.ods": ODS, "a.pdf": PDF}[path]
    refused = 0
    for length in range(0, len(data), max(len(data) // 150, 1)):
        try:
            list(read_articles(path, data[:length]))
        except ReadError as error:
            refused += str(error).startswith(f"{path}: ")
    assert refused > 100


def test_the_rest_is_scanned_and_the_exit_code_is_2(tmp_path: Path) -> None:
    tmp_path.joinpath("claims.yaml").write_text("claims: {trams: 'Trams of the city: 40'}\n")
    tmp_path.joinpath("z-good.md").write_text("The city has 41 trams.\n")
    refused = [
        name
        for name, (_, _, why) in FILES.items()
        if why and name not in SLOW and not why.startswith("left out")
    ]
    names = [f"{number}{FILES[name][0]}" for number, name in enumerate(refused)]
    for file, name in zip(names, refused, strict=True):
        tmp_path.joinpath(file).write_bytes(FILES[name][1]())
    os.mkfifo(tmp_path / "pipe.md")
    with tmp_path.joinpath("endless.md").open("wb") as sparse:
        sparse.truncate(8 << 30)
    command = [
        sys.executable,
        "-m",
        "factcheck",
        "scan",
        "--format",
        "json",
        *names,
        "pipe.md",
        "endless.md",
        "z-good.md",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert {(one["path"], one["text"]) for one in json.loads(done.stdout)["findings"]} == {
        ("z-good.md", "41")
    }
    assert "Traceback" not in done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    for file in (*names, "pipe.md", "endless.md"):
        assert sum(re.match(rf"error: {file}:", line) is not None for line in told) == 1, file


def peak() -> int:
    """The most memory that this process has taken since it was last asked, in kB."""
    status = Path("/proc/self/status").read_text()
    Path("/proc/self/clear_refs").write_text("5")
    return int(next(row for row in status.splitlines() if row.startswith("VmHWM")).split()[1])


def main() -> None:
    """Read every file; print how much memory each took beside four times its size."""
    taken = {}
    for name, (path, make, _) in FILES.items():
        data = make()
        peak()
        before = peak()
        with suppress(ReadError):
            deque(read_articles(path, data), 0)
        taken[name] = ((peak() - before) >> 10) - 4 * (len(data) >> 20)
    print(json.dumps(taken))


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="how much memory it took is not told here"
)
def test_reading_takes_little_memory() -> None:
    command = [sys.executable, "-c", "from tests.read.test_refused import main; main()"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert {name: taken for name, taken in json.loads(done.stdout).items() if taken > PEAK} == {}
