"""What holds of any bytes whatever. Each target takes them as one kind of input, and raises AssertionError or
anything unforeseen where the program breaks its word; what it may refuse, it refuses with its own errors."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache, partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, TypeVar

from factcheck.config.file import read as read_settings
from factcheck.errors import FactcheckError, ReadError
from factcheck.extract.dates.reader import DateReader
from factcheck.extract.figures.reader import FigureReader
from factcheck.language.lexicon import languages, load
from factcheck.language.words import words
from factcheck.model import Article, Registry
from factcheck.read.article import read_articles
from factcheck.read.files import Found
from factcheck.registry.load import parse_registry
from factcheck.report.formats import FORMATS, render
from factcheck.run.article import Checkup, ScanOptions, Tools
from factcheck.run.shown import reported
from factcheck.show.baseline import load as load_baseline
from factcheck.show.baseline import text as baseline_text
from factcheck.show.selection import Policy
from tests.newsroom import DAY
from tests.read.documents import docx, fodt, odt, xlsx
from tests.report.html.parsed import harmless

T = TypeVar("T")
PARTED = b"\n%%%%\n"
"""What parts a registry from an article in one input."""
Target = Callable[[bytes], bool]
"""What holds of some bytes; tells whether they were taken, rather than refused in the program's own words."""

REGISTRY = """\
sources: {port: Port Authority, zoo: {name: City Zoo, aliases: [the zoo]}}
claims:
  trams: {title: Trams in service, values: [{value: 48, source: port, as_of: 2025-01-10}]}
  visitors:
    title: Visitors of the zoo
    match: [visiteurs du zoo, visitantes del zoo]
    unit: people
    values: [{value: 9000, as_of: 2023, source: zoo}, {value: 12000, as_of: 2024, source: zoo}]
  bridge: {title: Cost of the harbour bridge, values: [{value: 30 million euros, source: port}]}
  turnout: {title: Turnout in the vote, values: ["61.4%"]}
  mayor: {kind: name, title: Mayor of Larnfield, match: [mayor of Larnfield], values: [Ada Brook]}
  opening: {kind: date, title: Opening of the harbour bridge, values: [2024-05-03]}
  ghost: {kind: statement, title: The bridge is haunted, rating: false, match: [the bridge is haunted]}
"""


@cache
def tools() -> Tools:
    """The sample registry above, ready."""
    return Tools(parse_registry(REGISTRY, "claims.yaml"), ScanOptions(date=DAY))


def text_of(data: bytes) -> str:
    """Bytes as a text, whatever they are."""
    return data.decode("utf-8", "replace")


# --- articles ----------------------------------------------------------------------------------------


def read(name: str, data: bytes) -> list[Article]:
    """A file is read, or refused as a whole with a ReadError; its text leads back to its source."""
    articles: list[Article] = []
    with suppress(ReadError):
        articles.extend(read_articles(name, data))
    for article in articles:
        assert article.places.length == len(article.text)
        assert "\r" not in article.text
        shown = [article.text[block.start : block.end] for block in article.blocks]
        assert all(text and text == text.strip() for text in shown)
        assert all(left.end <= right.start for left, right in pairwise(article.blocks))
        assert all(0 <= link.start < link.end <= len(article.text) for link in article.links)
    return articles


def _read(name: str, data: bytes) -> bool:
    return bool(read(name, data))


def check(name: str, data: bytes) -> bool:
    """What is read can be judged: each mention quotes the text at its place."""
    return bool(_judged(name, data))


def _judged(name: str, data: bytes) -> list[Checkup]:
    rows = [tools().check(article) for article in read(name, data)]
    for mention in chain.from_iterable(row.mentions for row in rows):
        assert mention.text
        assert mention.line >= 1
        assert mention.column >= 1
    return rows


def tell(data: bytes) -> bool:
    """What is judged can be told in every format."""
    rows = _judged("a.md", data)
    report = reported(Found(("a.md",)), rows, tools().registry, Policy(today=DAY))
    for style in FORMATS:
        assert isinstance(render(style, report, "/"), str | bytes)
    return bool(rows)


def extract(data: bytes) -> bool:
    """Sentences stand one behind the other, each in its block; a figure or a date stands in one of them, and
    who says it in the text; what adds up, in what order, and who bears what role can be asked."""
    articles = read("a.txt", data)
    for article in articles:
        setting, dates, desk = tools().set_out(article)
        length = len(article.text)
        assert all(left.end <= right.start for left, right in pairwise(desk.sentences))
        for number, sentence in enumerate(desk.sentences):
            block = article.blocks[sentence.block]
            assert block.start <= sentence.start < sentence.end <= block.end
            who = desk.attribute(number, (sentence.start, sentence.end))
            assert 0 <= (who.start or 0) <= (who.end or 0) <= length
        figures = [(figure.start, figure.end) for figure in setting.around.figures]
        for start, end in figures + [(date.start, date.end) for date in dates]:
            assert any(one.start <= start and end <= one.end for one in desk.sentences)
        desk.unsound()
        desk.holders()
        assert setting.times is not None
    return bool(articles)


@cache
def readers(code: str) -> tuple[FigureReader, DateReader]:
    """What reads figures and dates in a language."""
    return FigureReader.of_lexicon(load(code)), DateReader(load(code))


def figures(data: bytes) -> bool:
    """A figure or a date stands where it is said to stand, and never on another."""
    text = text_of(data)
    cut = words(text)
    for code in languages():
        numbers, dates = readers(code)
        for found in (numbers.read(text, cut), dates.read(text, cut, DAY)):
            spans = [(row.start, row.end) for row in found]
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(left[1] <= right[0] for left, right in pairwise(spans))
    return True


def pair(data: bytes) -> bool:
    """A registry and an article, parted by PARTED, come to the same twice; each mention stands where it is
    said to, and what calls itself JSON is JSON."""
    desk, _, told = data.partition(PARTED)
    found = _or_told(lambda: parse_registry(text_of(desk), "claims.yaml"))
    articles = read("a.md", told)
    if not isinstance(found, Registry):
        return False
    once, again = (_checked(found, articles) for _ in range(2))
    assert once == again
    for article, row in zip(articles, once, strict=True):
        for mention in row.mentions:
            assert article.text[slice(*mention.at)] == mention.text
            assert article.places.span(*mention.at) == (mention.start, mention.end)
    report = reported(Found(("a.md",)), once, found, Policy(today=DAY))
    whole, lines = (str(render(style, report, "/")) for style in ("json", "mentions"))
    for text in (whole, str(render("sarif", report, "/")), *lines.splitlines()):
        json.loads(text, parse_constant=_no_number)
    return bool(articles)


def _checked(desk: Registry, articles: Sequence[Article]) -> list[Checkup]:
    tools = Tools(desk, ScanOptions(date=DAY, all_figures=True))
    return [tools.check(article) for article in articles]


def _no_number(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


# --- what a desk writes ------------------------------------------------------------------------------


def registry(data: bytes) -> bool:
    """A registry loads, and can then be held against an article, or each mistake is told with its line."""
    found = _or_told(lambda: parse_registry(text_of(data), "claims.yaml"))
    if isinstance(found, Registry):
        _article_against(found)
    else:
        assert all(re.match(r"claims\.yaml(:\d+){0,2}: .", line) for line in found.splitlines())
    return isinstance(found, Registry)


def _article_against(found: Registry) -> None:
    tools = Tools(found, ScanOptions(date=DAY))
    [article] = read_articles("a.md", b"Some 12,000 people visited the zoo, the Port Authority said.")
    tools.check(article)


def settings(data: bytes) -> bool:
    """Settings are read, or refused by their file's name."""
    with _file("factcheck.toml", data) as path:
        found = _or_told(lambda: read_settings(path))
        assert not isinstance(found, str) or path.name in found
    return not isinstance(found, str)


def baseline(data: bytes) -> bool:
    """A baseline loads, and is written again as it is meant, or is refused by its file's name."""
    with _file("known.json", data) as path:
        found = _or_told(lambda: load_baseline(path))
        if isinstance(found, str):
            assert path.name in found
            return False
        told = baseline_text(found.known)
        path.write_text(told, "utf-8")
        assert baseline_text(load_baseline(path).known) == told
    return True


def _or_told(take: Callable[[], T]) -> T | str:
    """What is taken, or why it is refused, in the program's own words."""
    try:
        return take()
    except FactcheckError as error:
        return str(error)


@contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def _within(made: Callable[[str], bytes], name: str, data: bytes) -> bool:
    """A document whose body is this."""
    text = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd]", "", text_of(data))
    return bool(read(name, made(text)))


# --- what a server answers ---------------------------------------------------------------------------


def answered(status: int, kind: str, body: bytes) -> None:
    """A request is answered by what it asks for, or by why not: never by an error of our own; a page obeys
    nothing of what it was sent, what calls itself JSON is JSON, and no answer shows the program's inside."""
    assert status in ANSWERS, (status, body)
    assert b"Traceback" not in body
    assert b"internal error" not in body
    if kind.startswith("text/html") and body:
        harmless(body.decode(), served=True)
    elif kind.startswith("application/json") and body:
        json.loads(body)


ANSWERS = frozenset({200, 304, 307, 400, 401, 403, 404, 405, 409, 413, 415, 421, 422, 503})
"""What a request may come to."""


def replied(told: Sequence[Any]) -> None:
    """Each question of an editor is answered once: with a result, or with what is wrong with it, and never
    with an error of our own."""
    answers = [one for one in told if "method" not in one]
    numbers = [one["id"] for one in answers if one["id"] is not None]
    assert len(set(numbers)) == len(numbers)
    for one in answers:
        assert ("result" in one) != ("error" in one), one
        assert "error" not in one or one["error"]["code"] in REPLIES, one


ERROR = 1
REPLIES = frozenset({-32700, -32600, -32601, -32602, -32002, -32800, -32801, -32803})
"""What may be wrong with a question: the codes of the protocol without those of a server that is broken.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#errorCodes"""


WITHIN: Mapping[str, tuple[str, Callable[[str], bytes]]] = {
    "docx": ("a.docx", docx),
    "odt": ("a.odt", odt),
    "fodt": ("a.fodt", fodt),
    "xlsx": ("a.xlsx", xlsx),
}
"""Formats whose bytes are an archive's: only their body varies."""
BYTES = ("md", "txt", "html", "eml", "srt", "vtt", "rss", "json", "csv", "jsonl", "rtf", "pdf", "docx")

TARGETS: Mapping[str, Target] = {
    **{f"read-{ending}": partial(_read, f"a.{ending}") for ending in BYTES},
    **{f"within-{kind}": partial(_within, made, name) for kind, (name, made) in WITHIN.items()},
    "check-md": partial(check, "a.md"),
    "check-html": partial(check, "a.html"),
    "tell": tell,
    "extract": extract,
    "figures": figures,
    "pair": pair,
    "registry": registry,
    "settings": settings,
    "baseline": baseline,
}
"""Everything that takes bytes from outside, by its name."""
