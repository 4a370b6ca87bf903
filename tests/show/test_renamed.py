"""An article that has another name now: what is known of it stays known, and hides nothing of any other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Finding, Ignore, Known
from factcheck.show.selection import FileRules, Policy, Selection, select
from tests.report.samples import finding

DRAFT = Known("draft.md", "goals", "discrepancy", "She scored 13 goals.", "13", "31")


def says(path: str) -> Finding:
    """The finding that the draft's entry knows, in an article."""
    found = finding(path=path, rule="discrepancy", claim="goals", sentence="She scored 13 goals.")
    return replace(found, value="13", expected="31", lines=(1, 1), related=())


def chosen(saying: str, there: str, scanned: str = "", entry: Known = DRAFT, **more: object) -> Selection:
    """What is shown where these articles say it, and `there` are the files that exist."""
    policy = Policy(baseline=[entry], there=frozenset(there.split()).__contains__)
    ignores = more.pop("ignores", ())
    order = {path: place for place, path in enumerate(sorted({*saying.split(), *scanned.split()}))}
    found = [says(path) for path in saying.split()]
    return select(found, replace(policy, **more), {}, ignores, order)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("saying", "there", "scanned", "shown"),
    [
        ("draft.md", "draft.md", "", ""),
        ("final.md", "final.md", "", ""),  # renamed
        ("final.html", "final.html", "", ""),  # in another format
        ("final.md", "final.md draft.md", "", "final.md"),  # another article says it, too
        ("draft.md final.md", "final.md draft.md", "", "final.md"),
        ("final.md", "final.md draft.md", "draft.md", ""),  # the sentence was moved there
        ("copy.md final.md", "copy.md final.md", "", "final.md"),  # each entry is used once
        ("copy.md draft.md final.md", "copy.md draft.md final.md", "", "copy.md final.md"),
    ],
)
def test_where_the_text_is_the_same_it_stays_known(saying: str, there: str, scanned: str, shown: str) -> None:
    told = chosen(saying, there, scanned)
    assert [found.path for found in told.shown] == shown.split()
    assert told.stale == ()


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({}, 0),
        ({"sentence": "She scored 13  goals."}, 0),
        ({"sentence": "She scored 13 goals!"}, 1),
        ({"claim": "caps"}, 1),
        ({"rule": "outdated"}, 1),
        ({"value": "14"}, 1),
        ({"expected": "32"}, 1),
    ],
)
def test_what_else_is_another_finding(change: dict[str, str], shown: int) -> None:
    policy = Policy(baseline=[DRAFT], there="final.md".__eq__)
    assert len(select([replace(says("final.md"), **change)], policy, {}).shown) == shown  # type: ignore[arg-type]


def test_where_something_else_lets_it_pass_it_is_still_there() -> None:
    ignore = Ignore("draft.md", 1, 1, "", (1, 1), ("discrepancy",), reason="a quote")
    told = chosen("draft.md final.md", "draft.md final.md", ignores=[ignore])
    assert [found.path for found in told.shown] == ["final.md"]


def test_where_its_rule_is_off_nothing_is_known_of_it() -> None:
    off = FileRules("draft.md".__eq__, ("discrepancy",))
    told = chosen("draft.md final.md", "draft.md final.md", files=(off,))
    assert [found.path for found in told.shown] == ["final.md"]


def test_it_is_told_where_it_is_now() -> None:
    told = chosen("copy.md final.md", "copy.md final.md", entry=replace(DRAFT, count=3))
    assert [(row.known.path, row.known.count, row.path) for row in told.renamed] == [
        ("draft.md", 1, "copy.md"),
        ("draft.md", 1, "final.md"),
    ]
    moved = chosen("final.md", "draft.md final.md", "draft.md", replace(DRAFT, count=3))
    assert sum(entry.count for entry in moved.stale) == 2


@pytest.mark.parametrize(
    ("saying", "scanned", "shown"),
    [
        ("x.csv#2", "x.csv#2", ""),  # its row has another name, and the first is gone
        ("x.csv#1 x.csv#2", "", "x.csv#2"),
        ("a.md", "x.csv#2", ""),
        ("a.md", "", "a.md"),
    ],
)
def test_an_item_of_a_file_of_many(saying: str, scanned: str, shown: str) -> None:
    entry = replace(DRAFT, path="x.csv#1")
    told = chosen(saying, "x.csv#1 x.csv a.md", scanned, entry)
    assert [found.path for found in told.shown] == shown.split()


NAMES = st.lists(st.sampled_from("abcd"), max_size=6)


@given(NAMES, NAMES, st.sets(st.sampled_from("abcd")))
def test_an_entry_hides_one_finding_at_most(known: list[str], saying: list[str], there: set[str]) -> None:
    baseline = [replace(DRAFT, path=path, count=known.count(path)) for path in sorted({*known})]
    policy = Policy(baseline=baseline, there=(there | {*saying}).__contains__)
    told = select([says(path) for path in saying], policy, {}, order=dict.fromkeys(saying, 0))
    hidden = [found.path for found in told.suppressed]
    assert len(hidden) <= len(known)
    for path in {*saying} & {*known}:  # what is known of an article itself comes first
        assert hidden.count(path) >= min(known.count(path), saying.count(path))
    used = sum(row.known.count for row in told.renamed)
    assert used == sum(max(hidden.count(path) - known.count(path), 0) for path in {*hidden})
    present = [path for path in known if path in there and path not in saying]
    assert not {row.known.path for row in told.renamed} & {*present}
