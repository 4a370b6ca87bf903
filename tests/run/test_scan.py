"""Hostile and odd input, end to end: nothing raises, and the exit code says what happened."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.cli.main import run
from factcheck.registry.load import parse_registry
from factcheck.report.json import to_json
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from tests.newsroom import DAY, scanned

REGISTRY = """\
claims:
  trams: {title: Trams in service, values: [{value: 48, source: the operator}]}
  visitors: {title: Visitors of the zoo, unit: people, values: [">9k", ~12k, 10k-11k]}
  winner: {kind: name, title: Winner of the regatta, values: [Ø]}
  storm: {kind: date, title: Night of the storm, values: [2024]}
  flood: {kind: statement, title: The dam broke, rating: unproven}
"""


@dataclass(frozen=True)
class Scan:
    """An exit code and a report."""

    code: int
    mentions: list[dict[str, object]]
    findings: list[dict[str, object]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    (tmp_path / "articles").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def scan_all(capfdbinary: pytest.CaptureFixture[bytes], *options: str) -> Scan:
    code = run(["scan", "articles", "--format", "json", "--date", DAY, *options])
    out, err = capfdbinary.readouterr()
    assert b"internal error" not in err
    found = json.loads(out)
    return Scan(code, found["mentions"], found["findings"])


LINE = " The zoo had 10,500 visitors and the city 47 trams in service, so they say. "
ARTICLES: dict[str, tuple[str, int]] = {
    "empty": ("", 3),
    "blank": (" \n\t\n\xa0\n", 3),
    "a mark alone": ("\ufeff", 3),
    "front matter alone": ("---\ndate: 2025-01-02\n---\n", 3),
    "only a title": ("---\ntitle: 47 trams in service\n---\n", 1),
    "only a right title": ("---\ntitle: 48 trams in service\n---\n", 0),
    "only furniture": ("À lire aussi : 47 trams en service\n\nTemps de lecture : 48 minutes\n", 0),
    "only code": ("```\n47 trams in service\n```\n", 3),
    "only a link": ("<https://example.org/47-trams-in-service>\n", 3),
    "one character": ("7", 0),
    "only punctuation": ("… — « » ? ! ; ( ) [ ] { } * _ ` # > |\n" * 50, 0),
    "only digits": ("1 " * 5000, 0),
    "one endless number": ("9" * 5000, 0),
    "one endless word": ("a" * 200_000, 0),
    "ten thousand figures": ("\n".join(f"Stop {n} has {n * 7:,} lamps." for n in range(10_000)), 0),
    "one line of a megabyte": (" ".join(f"Pier {n} has {n * 7:,} lamps." for n in range(35_000)) + LINE, 1),
    "nested quotes": ("> " * 500 + "47 trams in service", 2),
    "nested brackets": ("(" * 3000 + "47 trams in service" + ")" * 3000, 1),
    "a wide table": ("|" + " 47 |" * 2000 + "\n|" + " --- |" * 2000 + "\n|" + " trams |" * 2000 + "\n", 0),
    "right to left": ("\u202e47 trams in service\u202c\n", 1),
    "combining marks": ("47 t" + "\u0301" * 5000 + "rams in service\n", 0),
    "emoji and plane 16": ("😀 47 trams in service \U0010fffd", 1),
    "other digits": ("٤٧ trams in service, ４７ trams, ४७ trams, Ⅻ trams, ½ trams", 0),
    "controls": ("47 trams\x0b in\x0c service\x1b[2J\x7f\n", 1),
    "every newline": ("47 trams in service\u2028\u2029\x85 48 trams\r\rin service", 1),
    "html": ("<div><p>47 trams in service</p><script>47 trams</script></div>", 1),
}  # fmt: skip
LOOSE = {
    "only furniture",
    "nested quotes",
    "a wide table",
    "combining marks",
    "other digits",
    "controls",
    "html",
}
"""Where it is no promise whether the figure is found: it must only end well."""


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("ending", ["md", "txt"])
def test_an_odd_article_is_scanned(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str, ending: str
) -> None:
    text, code = ARTICLES[name]
    (folder / "articles" / f"odd.{ending}").write_text(text, "utf-8")
    found = scan_all(capfdbinary, "--all-figures", "--lang", "en")
    loose = name in LOOSE or (ending == "txt" and code == 3)
    assert found.code == code or (loose and found.code in (0, 1, 3))
    for row in found.mentions:
        assert row["text"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_ten_thousand_figures_are_all_read(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], language: str
) -> None:
    lines = (f"{n} lampes, lamps {n}." for n in range(3000, 8000))
    (folder / "articles" / "many.txt").write_text("\n\n".join(lines))
    found = scan_all(capfdbinary, "--all-figures", "--lang", language)
    assert found.code == 0
    assert len(found.mentions) == 10_000


def test_a_nul_is_refused_and_the_rest_is_scanned(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (folder / "articles" / "nul.txt").write_bytes(b"47 trams\0in service")
    (folder / "articles" / "good.txt").write_text("There are 47 trams in service.")
    found = scan_all(capfdbinary)
    assert found.code == 2
    assert [row["rule"] for row in found.findings] == ["discrepancy", "unsourced"]


@pytest.mark.parametrize(
    "name",
    [
        b"lone-\xff.md",
        "été 47 trams.md".encode(),
        b"-q.md",
        b"two\nlines.md",
        b"\x1b[2J.md",
        b"[red]x[/].md",
        b"a:1:2.md",
    ],
)
@pytest.mark.parametrize("style", ["json", "concise", "table"])
def test_a_file_may_have_any_name(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], name: bytes, style: str
) -> None:
    path = bytes(folder / "articles") + b"/" + name
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - no Path of bytes
            file.write(b"There are 47 trams in service.")
    except (OSError, UnicodeError):
        pytest.skip("no such name on this file system")
    assert run(["scan", "articles", "--format", style, "--date", DAY]) == 1
    out, err = capfdbinary.readouterr()
    (out + err).decode("utf-8")
    assert b"\x1b" not in out + err


REGISTRIES = {
    "one digit": 'claims: {x: "Trams: 1 / 2 / 3"}',
    "zero": 'claims: {x: "Trams: 0"}',
    "negative": "claims: {x: {title: Trams, values: [-4%]}}",
    "a word": 'claims: {x: "T: 1"}',
    "a title of stop words": 'claims: {x: "The of: 47"}',
    "a title that is a figure": 'claims: {x: "47 100: 47"}',
    "a title in no known script": 'claims: {x: "列車 の 数: 47"}',
    "an empty match": "claims: {x: {title: Trams, match: [], values: [47]}}",
    "people": "claims: {x: {title: Trams, unit: people, values: [48]}}",
    "a unit that is not the values'": "claims: {x: {title: Trams, unit: km, values: [48 km]}}",
    "a wide tolerance": "claims: {x: {title: Trams, tolerance: 100%, values: [48]}}",
    "an excluded stop word": "claims: {x: {title: Trams, exclude: [the, of, '47'], values: [48]}}",
    "a value to come": "claims: {x: {title: Trams, values: [{value: 48, as_of: 9999}]}}",
    "a date of one year": "claims: {x: {title: Trams, kind: date, values: [1000]}}",
    "a name of one letter": "claims: {x: {title: Trams, kind: name, values: [X]}}",
    "a name that is no word": "claims: {x: {title: Trams, kind: name, values: ['…']}}",
    "a statement without values": "claims: {x: {title: Trams, kind: statement, rating: false}}",
    "a statement of one word": "claims: {x: {title: Trams, kind: statement, match: [not], rating: true}}",
    "one title twice": 'claims: {x: "Trams: 47", y: "Trams: 48"}',
    "a source without a word": "sources: {s: '…'}\nclaims: {x: {title: T, values: [{value: 48, source: s}]}}",
}
ODD = (
    "There are 47 trams in service, not 1, 0 or -4%, said X of …, in the year 1000 on 3 May 2024. "
    "« Trams? » 列車 の 数は 47. It is not trams. 47 km of trams; 48 people in trams. The of 47 100."
)


@pytest.mark.parametrize("name", REGISTRIES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_odd_registry_is_scanned_or_refused(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str, language: str
) -> None:
    (folder / "claims.yaml").write_text(REGISTRIES[name], "utf-8")
    (folder / "articles" / "odd.md").write_text(ODD, "utf-8")
    code = run(["scan", "articles", "--format", "json", "--lang", language])
    out, err = capfdbinary.readouterr()
    assert b"internal error" not in err
    if code == 2:
        assert out == b""
        assert err.startswith(b"claims.yaml:") or b"error: claims.yaml:" in err
    else:
        assert code in (0, 1)
        assert json.loads(out)["articles"]
    assert run(["claim", "--articles", "articles"]) == (2 if code == 2 else 0)
    capfdbinary.readouterr()
    assert run(["explain", "articles/odd.md:1"]) == (2 if code == 2 else 0)


PIECES = (
    "47", "48", "10,500", "10.500", "1,5", "million", "neuf millions", "20-30", "x4", "half", "un", "1/3",
    "²", "12h30", "19:45", "3 May 2024", "hier", "trams", "tram", "in service", "visiteurs", "visitors",
    "zoo", "the", "of", "du", "de", "les", "d'", "près", "nearly", "up to", "jusqu'à", "not", "pas", "ne",
    "selon", "the operator said", "Ø", "X&Y", "[1]", "(", ")", "«", "»", "“", "”", "|", "#", "-", ">", "\n",
    "\n\n", "%", "€", "km", "--", "…", ".", ",", ";", ":", "!", "?", "\u2028", "\xa0", "\u202f",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["fr", "en"]), st.sampled_from(["md", "txt"]))
def test_any_text_is_scanned_and_every_mention_lies_in_it(
    tmp_path: Path, text: str, language: str, ending: str
) -> None:
    options = ScanOptions(date=DAY, language=language, all_figures=True)
    report = scanned(tmp_path, REGISTRY, {f"a.{ending}": text}, options)
    to_json(report)
    if report.errors:
        assert text.lstrip().startswith("---")
        return
    for mention in report.mentions:
        assert mention.text == text[mention.start : mention.end] != ""
        assert text[: mention.start].count("\n") == mention.line - 1


def test_no_article_leaks_into_the_next(tmp_path: Path) -> None:
    """Each article alone, and all of them in one scan, come to the same mentions."""
    texts = [ODD, LINE * 3, "Il y a 47 trams en service.", "They are 47.", "", "Trams in service: 47."]
    registry = parse_registry(REGISTRY, "claims.yaml")
    paths = [str(tmp_path / f"{number}.md") for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        Path(path).write_text(text, "utf-8")
    options = ScanOptions(date=DAY, all_figures=True)
    together = scan(paths, registry, options).mentions
    alone = [mention for path in paths for mention in scan([path], registry, options).mentions]
    backwards = scan(paths[::-1], registry, options).mentions
    assert list(together) == alone
    assert sorted(backwards, key=lambda m: m.path) == sorted(together, key=lambda m: m.path)
