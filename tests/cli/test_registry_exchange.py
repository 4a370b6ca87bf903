"""What is taken from another file, and what is not, with its reason."""

from __future__ import annotations

import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from factcheck.registry.load import load_registry
from tests.cli.conftest import REGISTRY, Command

TABLE = """\
id,title,value,as_of,source
crowd,,62k,2025-05-17,league
crowd,,61k,2024-05-18,league
goals,Goals of the season,"1,024",2025,The League
goals,,1 031,45412,The League
goals,,=A1+1,2025-06,The League
goals,,many,2025-07,The League
seats,Seats,,,
capacity,Another title,62k,,
,,3,,
"""
REASONS = [
    ":5: not taken: `as_of` is the number that a sheet keeps for a date (45412): make it a text, 2025-04-30",
    ":6: not taken: `value` is a formula: put its value there (`=A1+1`)",
    ":7: not taken: cannot read the value `many`",
    ":8: not taken: no `values`",
    ":9: not taken: `title` of `capacity` is another in the registry: change it there",
    ":10: not taken: has neither an `id` nor a `title`",
]


def test_rows_are_taken_or_told(factcheck: Command, folder: Path) -> None:
    (folder / "in.csv").write_text(TABLE, "utf-8")
    ended = factcheck("registry", "import", "in.csv")
    assert ended.code == 1
    lines = sorted(ended.err.splitlines()[:-1], key=lambda line: int(line.split(":")[1]))
    assert [reason in line for reason, line in zip(REASONS, lines, strict=True)] == [True] * 6
    assert ended.err.splitlines()[-1] == "1 claim and 2 values taken, 6 not"
    text = (folder / "claims.yaml").read_text("utf-8")
    added = [line for line in text.splitlines() if line not in REGISTRY.splitlines()]
    assert added == [
        "      - {value: 62k, as_of: 2025-05-17, source: league}",
        "  goals:",
        "    title: Goals of the season",
        '    values: [{value: "1,024", as_of: 2025, source: The League}]',
    ]
    again = factcheck("registry", "import", "in.csv")
    assert again.err.splitlines()[-1] == "0 claims and 0 values taken, 6 not"
    assert (folder / "claims.yaml").read_text("utf-8") == text


def test_a_dry_run_writes_nothing(factcheck: Command, folder: Path) -> None:
    (folder / "in.csv").write_text("id;title;value\ngoals;Goals;3\n", "utf-8")
    ended = factcheck("registry", "import", "in.csv", "--dry-run")
    assert (ended.code, "+  goals:" in ended.out) == (0, True)
    assert (folder / "claims.yaml").read_text("utf-8") == REGISTRY


def test_a_new_registry(factcheck: Command, folder: Path) -> None:
    (folder / "claims.yaml").unlink()
    (folder / "in.csv").write_text("title\tvalue\nGoals of the season\t3\n", "utf-8")
    assert factcheck("registry", "import", "in.csv").err == "1 claim and 1 value taken\n"
    assert (folder / "claims.yaml").read_text("utf-8") == (
        "claims:\n  goals-of-the-season:\n    title: Goals of the season\n    values: [{value: 3}]\n"
    )


def test_a_sheet_is_taken_as_it_is_shown(factcheck: Command, folder: Path) -> None:
    page = io.BytesIO()
    book = xlsxwriter.Workbook(page)
    sheet = book.add_worksheet("Our figures")
    for row, cells in enumerate([("title", "value", "as_of"), ("Turnout", "", "2025-05"), ("Goals", "", "")]):
        sheet.write_row(row, 0, cells)
    sheet.write_number(1, 1, 0.614, book.add_format({"num_format": "0.0%"}))
    sheet.write_number(2, 1, 31)
    sheet.write_datetime(2, 2, datetime(2025, 4, 30), book.add_format({"num_format": "dd/mm/yy"}))
    sheet.write_row(3, 0, ("Gates", "many"))
    sheet.write_row(4, 0, ("Doors", "=1+1"))
    book.close()
    (folder / "in.xlsx").write_bytes(page.getvalue())
    ended = factcheck("registry", "import", "in.xlsx")
    formula, many, account = ended.err.splitlines()
    assert many.startswith("in.xlsx: 'Our figures'!A4: not taken: cannot read the value `many`")
    assert formula == "in.xlsx: 'Our figures'!A5: not taken: `value` is a formula: put its value there"
    assert account == "2 claims and 2 values taken, 2 not"
    text = (folder / "claims.yaml").read_text("utf-8")
    assert "values: [{value: 61.4 %, as_of: 2025-05}]" in text
    assert "values: [{value: 31, as_of: 2025-04-30}]" in text


def review(said: str, rating: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"@type": "ClaimReview", "claimReviewed": said, "reviewRating": rating, **more}


SCALE = {"worstRating": 1, "bestRating": 5}
REVIEWS = {
    "@context": "https://schema.org",
    "@graph": [
        review("The lock leaks.", {"alternateName": "Pants on Fire!"}, url="https://check.example.org/1",
               author={"@type": "Organization", "name": "The Checkers", "url": "https://check.example.org"},
               datePublished="2025-02-03T08:00:00Z",
               itemReviewed={"@type": "Claim", "appearance": [{"@type": "CreativeWork",
                             "url": "https://www.gull.example.org/lock"}]}),
        review("The lock is new.", {"ratingValue": "5", **SCALE}),
        review("The lock is old.", {"ratingValue": 3, **SCALE}),
        review("The lock is deep.", {"alternateName": "Four Pinocchios"}),
        review("The lock is dry.", {"ratingValue": "x"}),
        {"@type": "ClaimReview", "reviewRating": {"alternateName": "False"}},
        {"@type": "Article"},
    ],
}  # fmt: skip


def test_reviews_are_statements(factcheck: Command, folder: Path) -> None:
    (folder / "in.jsonld").write_text(json.dumps(REVIEWS), "utf-8")
    ended = factcheck("registry", "import", "in.jsonld", "--rating", "four pinocchios=false")
    assert ended.code == 1
    assert "in.jsonld: review 5: not taken: the rating 'x' is in no table" in ended.err
    assert "in.jsonld: review 6: not taken: has no `claimReviewed`" in ended.err
    text = (folder / "claims.yaml").read_text("utf-8").removeprefix(REGISTRY)
    assert "  # rated “Pants on Fire!”\n  the-lock-leaks:\n" in text
    assert [line.split()[1] for line in text.splitlines() if "rating:" in line] == [
        "false", "true", "misleading", "false",
    ]  # fmt: skip
    assert "source: {name: The Checkers, url: https://check.example.org}" in text
    assert "{source: gull.example.org, url: https://www.gull.example.org/lock}" in text


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "in.csv",
            "name,figure\nx,3\n",
            "in.csv: no column is called `id` or `title` (its columns: name, figure)",
        ),
        ("in.csv", "", "in.csv"),
        ("in.jsonld", "{", "in.jsonld:1: no JSON from here on"),
        ("in.jsonld", "[" * 100_000, "in.jsonld:1: no JSON from here on"),
        ("in.jsonld", "[" * 900 + "]" * 900, "in.jsonld"),
        ("in.jsonld", "[]", "in.jsonld: has no ClaimReview in it"),
        ("in.xlsx", "no sheet", "in.xlsx"),
        ("in.pdf", "x", "by its ending it is none of csv, xlsx, claimreview"),
        ("in.csv --rating x=y", "id\n", "write NAME=RATING"),
    ],
)
def test_what_cannot_be_read_is_refused(
    factcheck: Command, folder: Path, name: str, text: str, told: str
) -> None:
    file, *more = name.split()
    (folder / file).write_text(text, "utf-8")
    ended = factcheck("registry", "import", file, *more, *(["--format", "claimreview"] if more else []))
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


@pytest.mark.parametrize("style", ["csv", "json", "claimreview"])
def test_what_is_exported(factcheck: Command, folder: Path, style: str) -> None:
    ended = factcheck("registry", "export", "--format", style)
    assert (ended.code, ended.err) == (0, "")
    factcheck("registry", "export", "--output", "out.bin", "--format", style)
    assert (folder / "out.bin").read_text("utf-8") == ended.out


HOSTILE = [
    *("\x1b[31mred", "a\nclaims: {}", "# no", "x: y", "{a}", "\u202eback", "'quoted\""),
    *("- &a *b", "=1+1", " "),
]


@pytest.mark.parametrize("said", HOSTILE, ids=ascii)
def test_no_text_of_a_review_steers_the_registry(factcheck: Command, folder: Path, said: str) -> None:
    rating = {"alternateName": f"{said}!"}
    made = review(f"It {said} is so", rating, identifier=said, author={"name": said}, url=said)
    (folder / "in.jsonld").write_text(json.dumps([made]), "utf-8")
    ended = factcheck("registry", "import", "in.jsonld", "--rating", f"{said}!=false")
    assert ended.code in (0, 1, 2)
    assert "internal error" not in ended.err
    assert not {"\x1b", "\u202e"} & set(ended.out + ended.err)
    text = (folder / "claims.yaml").read_text("utf-8")
    assert text.startswith(REGISTRY)
    assert [claim.id for claim in load_registry("claims.yaml").claims][:3] == ["crowd", "capacity", "coach"]
