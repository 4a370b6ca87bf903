"""Requests to the server by grammar: known addresses and any others, forms and files and neither."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from hypothesis import strategies as st

from tests.report.test_hostile import PAYLOADS
from tests.robust.grammars import NODES, TEXTS, articles, pages, sayings, spoiled
from tests.robust.seeds import SEEDS

Fields = Sequence[tuple[str, str]]
Header = tuple[bytes, bytes]
KEY = "KEY"
"""What stands for the key of the server that is asked."""
HOSTILE = st.sampled_from([one.encode("utf-8", "replace").decode() for one in PAYLOADS])
SAID = TEXTS | HOSTILE | sayings()
NAMES = st.sampled_from(
    ("a.md", "a.html", "a.docx", "a.pdf", "a.csv", "a", "../a.md", "a.md\0", "x" * 300 + ".md")
)
DAYS = st.sampled_from(("2025-03-05", "0001-01-01", "9999-12-31", "2025-02-30", "20250305", "٢٠٢٥-٠٣-٠٥"))
IDS = st.sampled_from(("crowd", "capacity", "none", "..", ".", "a/b"))


@dataclass(frozen=True, slots=True)
class Request:
    """What a client sends: a method, a path after unquoting, a query, headers, a body in parts."""

    method: str
    path: str
    query: bytes
    headers: tuple[Header, ...]
    body: tuple[bytes, ...]


PATHS = st.one_of(
    st.sampled_from(("/", "/claims", "/answers", "/answers/undo", "/healthz", "/api/scan", "/api/claims")),
    st.sampled_from(("/api/rules", "/openapi.json", "/factcheck.js", "//", "/claims/", "*", "")),
    st.builds("{}/{}".format, st.sampled_from(("/claims", "/api/claims", "/api/rules", "/x")), IDS | SAID),
)
QUERIES = st.dictionaries(
    st.sampled_from(("q", "name", "date", "language", "text", "x")) | TEXTS,
    SAID | NAMES | DAYS | st.sampled_from(("fr", "xx", "")),
    max_size=3,
).map(lambda asked: urlencode(asked, errors="replace").encode()) | st.binary(max_size=20)
VALUES = st.one_of(
    st.binary(max_size=30),
    SAID.map(lambda text: text.encode("latin-1", "replace")),
    st.sampled_from(
        (b"text/html", b"application/json", b"fr;q=0.5, es;q=nan", b"en;q=1e999", b"0", b"-1", b"9" * 5000)
    ),
    st.sampled_from(
        (b"null", b"http://localhost", b"https://evil.example", b"Basic =", b"Bearer \xff", b'W/,"')
    ),
)
NAMED = (
    b"accept",
    b"accept-language",
    b"content-type",
    b"content-length",
    b"if-none-match",
    b"origin",
    b"host",
)
OTHER = (b"authorization", b"cookie", b"x-forwarded-for", b"x-forwarded-host", b"range", b"expect")
HEADERS = st.tuples(st.sampled_from((*NAMED, *OTHER)), VALUES)
FIELDS = st.lists(
    st.tuples(
        st.sampled_from(("text", "date", "key", "answer", "claim", "phrase", "sentence", "number", "file"))
        | TEXTS,
        SAID | IDS | DAYS | st.sampled_from((KEY, "yes", "no", "1", "999999999", "-1", "١")),
    ),
    max_size=6,
)
SIGNED = st.fixed_dictionaries(
    {"key": st.just(KEY), "claim": IDS, "answer": st.sampled_from(("yes", "no", "perhaps")), "phrase": SAID,
     "sentence": SAID, "number": st.sampled_from(("1", "2", "x"))}
).map(lambda told: list(told.items()))  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """An article of any format, sound or spoiled."""
    kind = draw(st.sampled_from(sorted(SEEDS)))
    return draw(articles() | pages() | sayings().map(str.encode) | spoiled(kind) | st.binary(max_size=50))


def _multipart(fields: Fields, name: str, file: bytes) -> bytes:
    parts = [
        f'--b\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{text}\r\n'.encode()
        for key, text in fields
    ]
    head = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    return b"".join(parts) + head + file + b"\r\n--b--\r\n"


FORM, PARTS, JSON = (
    b"application/x-www-form-urlencoded",
    b"multipart/form-data; boundary=b",
    b"application/json",
)
Body = tuple[bytes, bytes]
"""The kind of a body, and the body."""


@st.composite
def parts(draw: st.DrawFn, fields: st.SearchStrategy[Fields] = FIELDS) -> Body:
    """A form with a file."""
    return PARTS, _multipart(draw(fields), draw(NAMES | HOSTILE), draw(files()))


def forms(fields: st.SearchStrategy[Fields] = FIELDS) -> st.SearchStrategy[Body]:
    """A form without one."""
    return fields.map(lambda told: (FORM, urlencode(told, errors="replace").encode()))


def objects() -> st.SearchStrategy[Body]:
    """JSON with the keys that programs send, and others."""
    text: st.SearchStrategy[dict[str, str]] = st.fixed_dictionaries({"text": SAID}) | st.just({})
    more = st.dictionaries(
        st.sampled_from(("text", "name", "date", "language", "x")), NAMES | DAYS | NODES, max_size=2
    )
    return st.tuples(text, more).map(
        lambda two: (JSON, json.dumps({**two[0], **two[1]}, default=str).encode())
    )


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """One request, mostly from a host that may ask, and to an address that takes such a one."""
    aimed = st.one_of(
        st.tuples(st.just("/"), parts() | forms()),
        st.tuples(
            st.just("/api/scan"), objects() | files().map(lambda data: (b"application/octet-stream", data))
        ),
        st.tuples(st.sampled_from(("/answers", "/answers/undo")), forms(SIGNED)),
    )
    path, (kind, body) = draw(aimed | st.tuples(PATHS, parts() | forms() | objects()))
    kind = draw(st.sampled_from((kind,) * 5 + (b"multipart/form-data", b"application/json; charset=utf-7")))
    cut = draw(st.integers(0, len(body)))
    given = ("POST",) * 3 if path in ("/", "/api/scan", "/answers", "/answers/undo") else ("GET",) * 3
    method = draw(st.sampled_from((*given, "GET", "POST", "HEAD", "OPTIONS", "X")))
    headers = ((b"host", b"localhost"), (b"content-type", kind), *draw(st.lists(HEADERS, max_size=2)))
    return Request(
        method, path, draw(st.sampled_from((b"",) * 3) | QUERIES), headers, (body[:cut], body[cut:])
    )


def raw(request: Request) -> bytes:
    """A request as its bytes on the line."""
    target = quote(request.path, safe="/*", errors="replace").encode() + b"?" + request.query
    lines = [request.method.encode() + b" " + target + b" HTTP/1.1"]
    body = b"".join(request.body)
    lines += [name + b": " + value for name, value in request.headers]
    return b"\r\n".join((*lines, b"content-length: %d" % len(body), b"", body))
