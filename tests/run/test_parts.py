"""A scan in parts is one scan; what is not all parts of one is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.model import Registry, Report
from factcheck.registry.load import load_registry
from factcheck.run.article import ScanOptions
from factcheck.run.parts import Shard
from factcheck.run.scan import merge, scan

REGISTRY = """\
claims:
  seats: {title: Seats of the new stadium, values: [{value: 62k, source: the club}]}
"""
ARTICLES = {
    "a.md": "The new stadium has 62,000 seats.\n",
    "b.md": "The new stadium has 26,000 seats, said the club.\n",
    "c.md": "<!-- factcheck: ignore[discrepancy] a quote -->\nThe new stadium has 61 seats.\n",
    "d.md": "It rained.\n",
    "e.pdf": "no PDF",
    "f.doc": "no reader",
}
WHOLE = ("1.jsonl", "2.jsonl", "3.jsonl")


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return load_registry(Path("claims.yaml"))


def scanned(number: int, registry: Registry, options: ScanOptions | None = None, of: int = 3) -> Report:
    part = f"{number}.jsonl"
    return scan(["articles"], registry, options, shard=Shard(number, of), part=part)


@given(st.lists(st.text(max_size=2), max_size=30), st.integers(1, 40))
def test_shares_are_all_files_in_their_order(files: list[str], of: int) -> None:
    shares = [Shard(number, of).share(files) for number in range(1, of + 1)]
    assert [file for share in shares for file in share] == files
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


def test_parts_in_any_order_are_one_scan(registry: Registry) -> None:
    shares = [scanned(number, registry) for number in (1, 2, 3)]
    whole = scan(["articles"], registry)
    assert merge(WHOLE, registry) == merge(WHOLE[::-1], registry) == whole
    assert [finding.rule for finding in whole.findings].count("divergence") == 1
    assert not any(finding.rule == "divergence" for share in shares for finding in share.findings)
    assert whole.errors
    assert whole.unchecked
    assert Path("2.jsonl").read_bytes().isascii()


def test_the_day_of_the_scan_is_the_day_of_its_parts(registry: Registry) -> None:
    for number in (1, 2, 3):
        scanned(number, registry)
        path = Path(f"{number}.jsonl")
        head, *rest = path.read_text("ascii").splitlines(keepends=True)
        day = json.loads(head)["factcheck part 1"][5]
        path.write_text("".join([head.replace(day, "2030-01-01"), *rest]), "ascii")
    ignored = Path("articles/c.md").read_text("utf-8").replace("] a", "] until=2029-12-31 a")
    assert not any("lapsed" in finding.message for finding in merge(WHOLE, registry).findings)
    Path("articles/c.md").write_text(ignored, "utf-8")
    for number in (1, 2, 3):
        scanned(number, registry)
        path = Path(f"{number}.jsonl")
        path.write_text(path.read_text("ascii").replace(day, "2030-01-01"), "ascii")
    assert any("lapsed" in finding.message for finding in merge(WHOLE, registry).findings)


def _cut(text: str) -> str:
    return text[: len(text) // 2]


def _line_less(text: str) -> str:
    return "".join(text.splitlines(keepends=True)[:-1])


def _other_version(text: str) -> str:
    return text.replace('["', '["9', 1)


def _value_of_another_type(text: str) -> str:
    return text.replace('"The new stadium has', '7,"The new stadium has')


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (_cut, "1.jsonl: is cut off or damaged: scan its share anew"),
        (_line_less, "1.jsonl: is cut off or damaged"),
        (_value_of_another_type, "1.jsonl: is cut off or damaged"),
        (lambda text: text + text, "1.jsonl: is cut off or damaged"),
        (lambda text: text.replace("{", "[", 1), "1.jsonl: is cut off or damaged"),
        (_other_version, "1.jsonl: was written by another version of factcheck"),
        (lambda _: "", "1.jsonl: is no part of a scan"),
        (lambda _: '{"findings": []}\n', "1.jsonl: is no part of a scan"),
        (lambda _: "[" * 100_000, "1.jsonl: is cut off or damaged"),
        (lambda _: "é", "1.jsonl: is cut off or damaged"),
    ],
    ids=[
        "cut",
        "no end",
        "another type",
        "twice",
        "no JSON",
        "version",
        "empty",
        "another file",
        "deep",
        "é",
    ],
)
def test_a_damaged_part_is_refused(registry: Registry, spoilt: Callable[[str], str], told: str) -> None:
    for number in (1, 2, 3):
        scanned(number, registry)
    Path("1.jsonl").write_text(spoilt(Path("1.jsonl").read_text("utf-8")), "utf-8")
    with pytest.raises(FactcheckError, match=told):
        merge(WHOLE, registry)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (["1.jsonl", "3.jsonl"], "1 of 3 parts are missing: 2"),
        (["1.jsonl", "1.jsonl"], "1.jsonl: is part 1, and so is 1.jsonl"),
        (["9.jsonl"], "9.jsonl: could not be read: No such file or directory"),
        (["1.jsonl", "half.jsonl"], "half.jsonl: is one of 2 parts, 1.jsonl one of 3"),
        (
            ["1.jsonl", "dated.jsonl", "3.jsonl"],
            "is of another scan than .*: other options reached",
        ),
    ],
)
def test_what_is_not_all_parts_of_one_scan_is_refused(
    registry: Registry, parts: list[str], told: str
) -> None:
    for number in (1, 2, 3):
        scanned(number, registry)
    scan(["articles"], registry, shard=Shard(2, 2), part="half.jsonl")
    dated = ScanOptions(date="2024-01-01")
    scan(["articles"], registry, dated, shard=Shard(2, 3), part="dated.jsonl")
    with pytest.raises(FactcheckError, match=told):
        merge(parts, registry)


def test_parts_of_another_registry_or_other_articles_are_refused(registry: Registry) -> None:
    for number in (1, 2, 3):
        scanned(number, registry)
    other = replace(registry, claims=(replace(registry.claims[0], tolerance=0.1),))
    with pytest.raises(FactcheckError, match="held against another registry"):
        merge(WHOLE, other)
    Path("articles/new.md").write_text("It rained.\n", "utf-8")
    scanned(2, registry)
    with pytest.raises(FactcheckError, match="the articles are others"):
        merge(WHOLE, registry)


def test_a_part_that_is_not_finished_leaves_the_old_one(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned(1, registry)
    old = Path("1.jsonl").read_bytes()
    monkeypatch.setattr("factcheck.run.parts.plain", lambda _: object())  # JSON refuses it
    with pytest.raises(TypeError):
        scanned(1, registry)
    assert Path("1.jsonl").read_bytes() == old
    assert not list(Path().glob(".*"))


def test_a_part_that_cannot_be_written_is_told(registry: Registry) -> None:
    with pytest.raises(FactcheckError, match=r"nowhere/1\.jsonl: the part could not be written"):
        scan(["articles"], registry, part="nowhere/1.jsonl")
