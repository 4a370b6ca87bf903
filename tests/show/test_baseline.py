"""The baseline's file: what it holds, what brings a finding back, and what is wrong with a broken one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.model import Finding, Known, Related
from factcheck.show import baseline
from factcheck.show.fingerprint import fingerprint
from tests.report.samples import finding

ENTRY = Known("news/cup.md", "goals", "discrepancy", "She scored 13 goals.", "13", "31", 2)


def loaded(folder: Path, text: str) -> baseline.Baseline:
    (folder / "b.json").write_text(text, "utf-8")
    return baseline.load(folder / "b.json")


def test_the_file_reads_well(tmp_path: Path) -> None:
    text = baseline.text([replace(ENTRY, path="z.md", others=("a.md",)), ENTRY])
    assert text == (
        '{\n  "version": 1,\n  "findings": [\n    {\n      "path": "news/cup.md",\n      "claim": "goals",\n'
        '      "rule": "discrepancy",\n      "sentence": "She scored 13 goals.",\n      "value": "13",\n'
        '      "expected": "31",\n      "count": 2\n    },\n    {\n      "path": "z.md",\n'
        '      "claim": "goals",\n      "rule": "discrepancy",\n      "sentence": "She scored 13 goals.",\n'
        '      "value": "13",\n      "expected": "31",\n      "count": 2,\n      "others": [\n'
        '        "a.md"\n      ]\n    }\n  ]\n}\n'
    )
    (tmp_path / "a.md").touch()
    assert [entry.others for entry in loaded(tmp_path, text).known] == [(), ("a.md",)]


TEXTS = st.text(max_size=12)


@example([replace(ENTRY, sentence=""), replace(ENTRY, sentence="\r")])
@given(st.lists(st.builds(Known, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.integers(1, 9)), max_size=5))
def test_what_is_written_is_read(known: list[Known]) -> None:
    text = baseline.text(known)
    again = [Known(**row) for row in json.loads(text)["findings"]]
    assert sum(entry.count for entry in again) == sum(entry.count for entry in known)
    assert baseline.text(again) == baseline.text(reversed(known)) == text


def test_entries_count_what_is_repeated_and_know_no_place() -> None:
    here = finding(path="a.md", line=3)
    rows = [here, replace(here, line=30, message="otherwise worded"), replace(here, sentence="Edited.")]
    assert sorted(entry.count for entry in baseline.entries(rows, str)) == [1, 2]


def test_an_entry_has_the_fingerprint_of_its_finding() -> None:
    here = replace(finding(path="a.md", sentence="Of  412\npeople."), value="412")
    [entry] = baseline.entries([here], lambda path: f"news/{path}")
    assert fingerprint(entry) == fingerprint(here, "news/a.md")
    assert fingerprint(replace(entry, expected="413")) != fingerprint(entry)


def test_a_divergence_names_the_other_articles() -> None:
    related = (Related("b.md", 1, 1, "3"), Related("a.md", 9, 1, "4"), Related("b.md", 2, 1, "5"))
    here: Finding = finding(path="a.md", related=related)
    assert baseline.entries([here], str)[0].others == ("b.md",)


@pytest.mark.parametrize("given", ["news/a.md", "./news/a.md", "news/../news/a.md", "{}/news/a.md"])
@pytest.mark.parametrize("folder", [".", "news"])
def test_a_path_is_relative_to_the_file(
    given: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    place = baseline.empty(Path(folder, "b.json")).place
    assert place(given.format(tmp_path)) == ("news/a.md" if folder == "." else "a.md")


ROW = '{"rule": "unsourced", "path": "a.md", "claim": "a", "sentence": "A."%s}'
NINES = "9" * 5000
PATH = 'b.json: finding 1: `path` cannot be "'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "b.json:1: no JSON"),
        ("{\n\n", "b.json:3: no JSON"),
        ('{"findings": [\n<<<<<<< HEAD\n', "b.json:2: holds a merge conflict"),
        ("[]", "b.json: no baseline"),
        ('{"version": 1}', "b.json: no baseline"),
        ('{"version": 2, "findings": []}', "b.json: version 2, and this program knows 1"),
        ('{"findings": []}', "b.json: version null"),
        ('{"version": 1, "findings": [3]}', "b.json: finding 1: needs claim, path, rule, sentence"),
        ('{"version": 1, "findings": [%s, {"rule": "a"}]}' % (ROW % ""), "b.json: finding 2: needs claim"),
        (f'{{"version": 1, "findings": [{ROW}]}}' % ', "line": 3', "b.json: finding 1: unknown key `line`"),
        (f'{{"version": 1, "findings": [{ROW}]}}' % ', "count": 0', "b.json: finding 1: `count` cannot be 0"),
        (f'{{"version": 1, "findings": [{ROW}]}}' % ', "count": true', "b.json: finding 1: `count` cannot"),
        (f'{{"version": 1, "findings": [{ROW}]}}' % ', "value": 3', "b.json: finding 1: `value` cannot be 3"),
        (f'{{"version": 1, "findings": [{ROW}]}}' % ', "others": "b"', "b.json: finding 1: `others` cannot"),
        (
            f'{{"version": 1, "findings": [{ROW}]}}' % f', "count": {NINES}',
            "b.json: finding 1: `count` cannot",
        ),
        (f'{{"version": {NINES}, "findings": []}}', "b.json: version Infinity, and this program knows 1"),
        (
            f'{{"version": 1, "findings": [{ROW}]}}' % f', "path": "{"x" * 300}.md"',
            f"{PATH}{'x' * 59}…: mend",
        ),
        (
            f'{{"version": 1, "findings": [{ROW}]}}' % f', "path": "{"a/" * 2100}"',
            f"{PATH}{'a/' * 29}a…: mend",
        ),
        (f'{{"version": 1, "findings": [{ROW}]}}' % r', "path": "a\u0000.md"', PATH + r"a\u0000.md"),
        (f'{{"version": 1, "findings": [{ROW}]}}' % r', "path": "a\ud800.md"', PATH + r"a\ud800.md"),
        (
            f'{{"version": 1, "findings": [{ROW}]}}' % r', "others": ["\u0000"]',
            "b.json: finding 1: `others` can",
        ),
        ('{"version": 1, "findings": ' + "[" * 100_000, "b.json:1: no JSON"),
    ],
)
def test_a_broken_file_is_told_with_its_mend(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(FactcheckError) as error:
        loaded(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path}/{told}")
    assert "factcheck baseline write" in str(error.value)


@pytest.mark.parametrize("path", [r"caf\udce9.md", "x" * 250 + ".md", "a/" * 2000 + "b.md", "circle/a.md"])
def test_a_path_that_a_file_can_have_is_none(path: str, tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    row = f'{{"rule": "unsourced", "path": "{path}", "claim": "a", "sentence": "A.", "others": ["{path}"]}}'
    known = loaded(tmp_path, f'{{"version": 1, "findings": [{row}]}}')
    assert baseline.gone(known, [str(tmp_path)]) == known.known
    assert baseline.gone(known, [str(tmp_path / "elsewhere")]) == ()


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="no such baseline"):
        baseline.load(tmp_path / "none.json")
    (tmp_path / "b.json").write_bytes(b"\xff")
    with pytest.raises(FactcheckError, match="not UTF-8"):
        baseline.load(tmp_path / "b.json")
    with pytest.raises(FactcheckError, match="cannot be read"):
        baseline.load(tmp_path)


@given(st.text("<!>\u202e\x1b[0m[/]", max_size=20))
def test_hostile_text_is_written_as_data(text: str) -> None:
    written = baseline.text([replace(ENTRY, sentence=text)])
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert json.loads(written)["findings"][0]["sentence"] == text
