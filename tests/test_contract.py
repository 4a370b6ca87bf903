"""The JSON report, end to end, held to contract.md section 2: every key, position, value form and order."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.check.rules import RULES
from factcheck.registry.load import load_registry, parse_registry
from factcheck.report.json import document, to_json
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from tests.newsroom import DAY, scanned, write

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "articles").glob("*.md"))
Json = dict[str, Any]

MENTION: dict[str, tuple[type, ...]] = {
    "path": (str,),
    "line": (int,),
    "column": (int,),
    "start": (int,),
    "end": (int,),
    "text": (str,),
    "sentence": (str,),
    "value": (int, float, str, list),
    "low": (int, float, type(None)),
    "high": (int, float, type(None)),
    "unit": (str, type(None)),
    "qualifier": (str,),
    "claim": (str, type(None)),
    "score": (int, float),
    "verdict": (str, type(None)),
    "attribution": (dict, type(None)),
    "certainty": (str,),
    "place": (str,),
}
FINDING: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("rule", "severity", "claim", "path", "text", "sentence", "expected", "message"), (str,)),
    **dict.fromkeys(("line", "column", "end_line", "end_column"), (int,)),
    "related": (list,),
    "place": (str,),
}
ARTICLE: dict[str, tuple[type, ...]] = {
    "path": (str,),
    "title": (str,),
    "date": (str, type(None)),
    "date_from": (str, type(None)),
    "day": (str,),
    "language": (str,),
    "sentences": (int,),
}


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(
        json.loads(files("factcheck.report").joinpath("report.schema.json").read_text("utf-8"))
    )


def checked(folder: Path, registry: str, article: str | bytes, **options: Any) -> Json:
    """The JSON of one article, valid by the schema."""
    name = options.pop("name", "a.md")
    report = scanned(folder, registry, {name: article}, ScanOptions(date=DAY, **options))
    found: Json = json.loads(to_json(report))
    validator().validate(found)
    return found


@cache
def sample() -> Json:
    """The scan of the sample with every figure."""
    registry = load_registry(ROOT / "claims.yaml")
    found = document(scan([str(ROOT / "articles")], registry, ScanOptions(all_figures=True)))
    plain: Json = json.loads(json.dumps(found))
    validator().validate(plain)
    return plain


# --- keys and types ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "keys"), [("mentions", MENTION), ("findings", FINDING), ("articles", ARTICLE)]
)
def test_every_row_has_every_key_with_its_type(part: str, keys: dict[str, tuple[type, ...]]) -> None:
    assert sample()[part]
    for row in sample()[part]:
        assert row.keys() == keys.keys()
        assert [key for key in keys if not isinstance(row[key], keys[key])] == []
        assert not any(isinstance(value, bool) for value in row.values())


def test_the_report_as_a_whole() -> None:
    assert sample().keys() == {
        *("schema", "version", "articles", "mentions", "findings", "unchecked", "summary")
    }
    assert sample()["schema"] == 2
    assert [row["path"] for row in sample()["articles"]] == list(map(str, SAMPLES))


@pytest.mark.parametrize(
    ("key", "allowed"),
    [
        ("qualifier", {"exact", "about", "nearly", "at_least", "at_most", "range"}),
        ("verdict", {"supported", "outdated", "disputed", "discrepancy", None}),
        ("claim", {claim.id for claim in load_registry(ROOT / "claims.yaml").claims} | {None}),
    ],
)
def test_a_mention_says_what_the_contract_knows(key: str, allowed: set[str | None]) -> None:
    assert {row[key] for row in sample()["mentions"]} <= allowed


def test_who_says_so() -> None:
    for row in sample()["mentions"]:
        who = row["attribution"]
        assert (who is None) == (row["claim"] is None) == (row["verdict"] is None)
        if who is not None:
            assert who.keys() == {"status", "source"}
            assert who["status"] in {"sourced", "vague", "unsourced"}
            assert who["source"] is None or who["status"] != "unsourced"


def test_a_finding_is_of_a_rule_on_a_mention() -> None:
    places = {(row["path"], row["line"], row["column"], row["text"]) for row in sample()["mentions"]}
    for row in sample()["findings"]:
        assert row["rule"] in {rule.NAME for rule in RULES}
        assert row["severity"] in {"error", "warning", "info"}
        assert (row["path"], row["line"], row["column"], row["text"]) in places
        for other in row["related"]:
            assert list(other) == ["path", "line", "column", "text", "place"]
            assert (other["path"], other["line"], other["column"], other["text"]) in places


def test_the_summary_counts_what_is_there() -> None:
    summary, findings = sample()["summary"], sample()["findings"]
    assert summary["rules"] == Counter(row["rule"] for row in findings)
    severities = Counter(row["severity"] for row in findings)
    assert {name: count for name, count in summary["severities"].items() if count} == severities
    figures = [row for row in sample()["mentions"] if row["low"] is not None]
    assert summary["figures"] == len(figures)
    given = Counter(row["certainty"] for row in figures if row["claim"])
    assert (summary["matched"], summary["possible"]) == (given["sure"], given["possible"])
    assert summary["figures"] == summary["matched"] + summary["possible"] + summary["unmatched"]


def test_all_figures_only_adds() -> None:
    registry = load_registry(ROOT / "claims.yaml")
    few = json.loads(json.dumps(document(scan([str(ROOT / "articles")], registry, ScanOptions()))))
    more = sample()
    assert few["mentions"] == [row for row in more["mentions"] if row["claim"] is not None]
    assert few["findings"] == more["findings"]
    added = [row for row in more["mentions"] if row["claim"] is None]
    assert added
    assert all(row["verdict"] is None and row["attribution"] is None for row in added)


# --- positions --------------------------------------------------------------------------------------


def in_order(words: list[str], text: str) -> bool:
    """Whether some words stand in a text one after the other, whatever markup stands between them."""
    at = 0
    for word in words:
        at = text.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


def positions_hold(found: Json, text: str) -> None:
    lines = text.split("\n")
    for row in found["mentions"]:
        start = sum(map(len, lines[: row["line"] - 1])) + row["line"] - 1 + row["column"] - 1
        assert row["start"] == start
        assert row["text"] == text[row["start"] : row["end"]]
        assert row["text"] in row["sentence"]
        assert in_order(row["sentence"].split(), text)
    for row in found["findings"]:
        first = lines[row["line"] - 1 : row["end_line"]]
        first[-1] = first[-1][: row["end_column"] - 1]
        assert "\n".join(first)[row["column"] - 1 :] == row["text"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_text_is_where_it_says(path: Path) -> None:
    parts = ("mentions", "findings")
    one = {part: [row for row in sample()[part] if row["path"] == str(path)] for part in parts}
    assert one["mentions"]
    positions_hold(one, path.read_text("utf-8"))


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16-le": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16-be": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "utf-16 with crlf": lambda text: codecs.BOM_UTF16_LE + text.replace("\n", "\r\n").encode("utf-16-le"),
    "cp1252": lambda text: text.encode("cp1252"),
    "cp1252 with crlf": lambda text: text.replace("\n", "\r\n").encode("cp1252"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_positions_are_the_same_in_every_encoding(path: Path, encoding: str, tmp_path: Path) -> None:
    text = path.read_text("utf-8").replace("\u202f", "\xa0").replace("\u2009", "\xa0")
    registry = (ROOT / "claims.yaml").read_text("utf-8")
    found = checked(tmp_path, registry, ENCODINGS[encoding](text), all_figures=True)
    positions_hold(found, text)
    assert found == checked(tmp_path, registry, text, all_figures=True)


CLOCKS = "claims: {clocks: {title: Clocks in the tower, values: [{value: 40, source: the guild}]}}"
PLACES = [
    ("The tower has 41 clocks.", "a.txt", (1, 15, 14, 16)),
    ("\n\n  The tower has 41 clocks.", "a.txt", (3, 17, 18, 20)),
    ("---\ntitle: 41 clocks in the tower\n---\nIt rains.", "a.md", (2, 8, 11, 13)),
    ('---\ntitle: "The tower has 41 clocks"\n---\nIt rains.', "a.md", (2, 23, 26, 28)),
    ("- one\n- The tower has **41** clocks.\n", "a.md", (2, 19, 24, 26)),
    ("😀 The tower has 41 clocks.", "a.md", (1, 17, 16, 18)),
    ("e\u0301 The tower has 41 clocks.", "a.md", (1, 18, 17, 19)),
    ("| clocks in the tower |\n| --- |\n| 41 |\n", "a.md", (3, 3, 34, 36)),
]


@pytest.mark.parametrize(("text", "name", "place"), PLACES)
def test_a_place_counts_code_points_from_the_files_start(
    text: str, name: str, place: tuple[int, ...], tmp_path: Path
) -> None:
    [row] = checked(tmp_path, CLOCKS, text, name=name, language="en", all_figures=True)["mentions"]
    assert (row["line"], row["column"], row["start"], row["end"]) == place
    assert row["text"] == text[row["start"] : row["end"]] == "41"


def test_the_front_matters_title_is_the_headline(tmp_path: Path) -> None:
    text = "---\ntitle: The tower has 41 clocks\ndate: 2025-01-02\n---\nIt rains.\n"
    found = checked(tmp_path, CLOCKS, text)
    assert found["articles"][0]["title"] == "The tower has 41 clocks"
    assert found["articles"][0]["date"] == "2025-01-02"
    assert [row["claim"] for row in found["mentions"]] == ["clocks"]
    assert found["mentions"][0]["sentence"] == "The tower has 41 clocks"


DIARY = "The tower has 40 clocks.\n"


@pytest.mark.parametrize(
    ("text", "options", "date", "kinds"),
    [
        (DIARY, ScanOptions(), None, ["no-date", "no-reader"]),
        (DIARY, ScanOptions(date=DAY), DAY, ["no-reader"]),
        (f"---\ndate: 2025-01-02\n---\n{DIARY}", ScanOptions(), "2025-01-02", ["no-reader"]),
        (f"---\ndate: 2025-01-02\n---\n{DIARY}", ScanOptions(date=DAY), "2025-01-02", ["no-reader"]),
    ],
)
def test_what_was_not_checked(
    text: str, options: ScanOptions, date: str | None, kinds: list[str], tmp_path: Path
) -> None:
    write(tmp_path, {"a.md": text, "b.doc": b"PK"})
    report = scan([str(tmp_path)], parse_registry(CLOCKS, "claims.yaml"), options)
    found = json.loads(to_json(report))
    validator().validate(found)
    assert [row["date"] for row in found["articles"]] == [date]
    assert [row["kind"] for row in found["unchecked"]] == kinds
    assert all(row["reason"] for row in found["unchecked"])
    assert {kind for kind, number in found["summary"]["unchecked"].items() if number} == set(kinds)


# --- values -----------------------------------------------------------------------------------------

FIGURES = [
    ("The council counted 11,000 owls.", "en", "11,000", 11_000, (11_000, 11_000), None, "exact"),
    ("On compte 11 000 hiboux.", "fr", "11 000", 11_000, (11_000, 11_000), None, "exact"),
    ("On compte environ 11 000 hiboux.", "fr", "11 000", 11_000, (9_900, 12_100), None, "about"),
    ("On compte quelque 200 hiboux.", "fr", "200", 200, (180, 220), None, "about"),
    ("On compte près de 200 hiboux.", "fr", "200", 200, (180, 200), None, "nearly"),
    ("Nearly 200 owls were counted.", "en", "200", 200, (180, 200), None, "nearly"),
    ("More than 200 owls were counted.", "en", "200", 200, (200, 250), None, "at_least"),
    ("Au moins 200 hiboux sont morts.", "fr", "200", 200, (200, 250), None, "at_least"),
    ("Up to 200 owls were counted.", "en", "200", 200, (160, 200), None, "at_most"),
    ("On compte moins de 200 hiboux.", "fr", "200", 200, (160, 200), None, "at_most"),
    ("Prices rose by 8%.", "en", "8%", 8, (8, 8), "%", "exact"),
    ("Les prix ont augmenté de 8,2 %.", "fr", "8,2 %", 8.2, (8.2, 8.2), "%", "exact"),
    ("Output rose fourfold.", "en", "fourfold", 4, (4, 4), "times", "exact"),
    ("A third of the owls have left.", "en", None, 1 / 3, (1 / 3, 1 / 3), None, "exact"),
    ("There are 10 to 12 owls.", "en", "10 to 12", [10, 12], (10, 12), None, "range"),
    ("Entre 20 et 30 % des hiboux ont fui.", "fr", None, [20, 30], (20, 30), "%", "range"),
    ("The tunnel is 20 km long.", "en", "20 km", 20, (20, 20), "km", "exact"),
    ("The bridge cost $1.2bn.", "en", "1.2bn", 1.2e9, (1.2e9, 1.2e9), "USD", "exact"),
    ("Le pont a coûté neuf millions d'euros.", "fr", "neuf millions", 9e6, (9e6, 9e6), "EUR", "exact"),
]


@pytest.mark.parametrize(("text", "language", "surface", "value", "ends", "unit", "qualifier"), FIGURES)
def test_a_figure_is_its_number_and_its_interval(
    text: str,
    language: str,
    surface: str | None,
    value: float | list[float],
    ends: tuple[float, float],
    unit: str | None,
    qualifier: str,
    tmp_path: Path,
) -> None:
    [row] = checked(tmp_path, CLOCKS, text, language=language, all_figures=True)["mentions"]
    assert row["text"] == (surface or row["text"])
    assert row["value"] == (value if isinstance(value, list) else pytest.approx(value))
    assert (row["low"], row["high"]) == pytest.approx(ends)
    assert (row["unit"], row["qualifier"]) == (unit, qualifier)
    assert row["claim"] is None


KINDS = """\
claims:
  flight:
    kind: date
    title: First flight of the Corriveau airship
    match: [the Corriveau airship first flew]
    values: [1931-05-07]
  pilot:
    kind: name
    title: Pilot of the Corriveau airship
    match: [pilot of the Corriveau airship]
    values: [Hélène Dutrieux]
  crash:
    kind: statement
    title: The Corriveau airship was shot down
    rating: misleading
    values: [{source: the museum}]
"""


@pytest.mark.parametrize(
    ("text", "claim", "value"),
    [
        ("The Corriveau airship first flew on 7 May 1931.", "flight", "1931-05-07"),
        ("The Corriveau airship first flew in May 1931.", "flight", "1931-05"),
        ("The Corriveau airship first flew in June 1931.", "flight", "1931-06"),
        ("Hélène Dutrieux was the pilot of the Corriveau airship.", "pilot", "Hélène Dutrieux"),
        ("Helene Dutrieu was the pilot of the Corriveau airship.", "pilot", "Helene Dutrieu"),
        ("The Corriveau airship was shot down.", "crash", "misleading"),
    ],
)
def test_a_date_a_name_and_a_statement_are_texts(text: str, claim: str, value: str, tmp_path: Path) -> None:
    rows = checked(tmp_path, KINDS, text, language="en")["mentions"]
    [row] = [row for row in rows if row["claim"] == claim]
    assert row["value"] == value
    assert (row["low"], row["high"], row["unit"], row["qualifier"]) == (None, None, None, "exact")


def test_related_is_the_other_side(tmp_path: Path) -> None:
    text = "The tower has 40 clocks.\n\nIn the tower, 48 clocks tick.\n"
    found = checked(tmp_path, CLOCKS, text, language="en")["findings"]
    [row] = [row for row in found if row["rule"] == "contradiction"]
    assert (row["line"], row["text"]) == (3, "48")
    assert row["related"] == [
        {"path": str(tmp_path / "a.md"), "line": 1, "column": 15, "text": "40", "place": "line 1"}
    ]


# --- paths and order --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("news", ["news/a.md", "news/b/a.md", "news/c.txt"]),
        ("./news/", ["./news/a.md", "./news/b/a.md", "./news/c.txt"]),
        ("news/c.txt", ["news/c.txt"]),
    ],
)
def test_a_path_is_as_given_joined_with_what_was_found(
    given: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b/a.md", "c.txt"):
        (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / name).write_text("The tower has 41 clocks.")
    monkeypatch.chdir(tmp_path)
    report = scan([given], parse_registry(CLOCKS, "claims.yaml"), ScanOptions(language="en"))
    assert [article.path for article in report.articles] == expected
    assert [mention.path for mention in report.mentions] == expected


@pytest.mark.parametrize(
    "part",
    [
        "findings",
        "mentions",
    ],
)
def test_rows_are_sorted_by_place(part: str) -> None:
    places = [(row["path"], row["line"], row["column"]) for row in sample()[part]]
    assert places == sorted(places)


def printed(*options: str, seed: str) -> bytes:
    command = [sys.executable, "-m", "factcheck", "scan", "articles", "--format", "json", "--all-figures"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [*command, *options], cwd=ROOT, env=environment, capture_output=True, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout


def test_two_runs_give_the_same_bytes() -> None:
    once = printed(seed="1")
    assert json.loads(once)["mentions"]
    assert once == printed(seed="2") == printed("--jobs", "2", seed="3")
