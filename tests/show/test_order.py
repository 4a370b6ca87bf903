"""In which order a person reads: by figure, what to mend first before the rest; by path, as it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import ArticleSummary, Finding, Related, Report, Severity, Sort
from factcheck.show.order import figures, ordered
from tests.report.samples import finding

ARTICLES = tuple(ArticleSummary(path, "", "2025-06-01", "en", 3) for path in ("a.md", "b.md", "c.md", "d.md"))


def flag(path: str, line: int, rule: str, severity: Severity, claim: str = "crowd") -> Finding:
    return finding(path=path, line=line, column=1, rule=rule, severity=severity, claim=claim)


FINDINGS = (
    flag("a.md", 1, "vague-source", "info"),
    flag("a.md", 2, "unsourced", "warning"),
    flag("b.md", 3, "possible", "error"),  # a desk may weigh it so: it is no sure one all the same
    flag("b.md", 5, "contradiction", "error"),
    flag("b.md", 5, "unsourced", "warning"),
    flag("c.md", 1, "unsourced", "warning"),
    flag("c.md", 2, "unsourced", "warning"),
)


def places(sort: Sort) -> list[tuple[str, int]]:
    report = ordered(Report(ARTICLES, findings=FINDINGS), sort)
    return [(figure.first.path, figure.first.line) for figure in figures(report.findings)]


@pytest.mark.parametrize(
    ("sort", "articles", "figures"),
    [
        ("gravity", "b.md c.md a.md d.md",
         [("b.md", 5), ("b.md", 3), ("c.md", 1), ("c.md", 2), ("a.md", 2), ("a.md", 1)]),
        ("path", "a.md b.md c.md d.md",
         [("a.md", 1), ("a.md", 2), ("b.md", 3), ("b.md", 5), ("c.md", 1), ("c.md", 2)]),
    ],
)  # fmt: skip
def test_the_order(sort: Sort, articles: str, figures: list[tuple[str, int]]) -> None:
    report = ordered(Report(ARTICLES, findings=FINDINGS), sort)
    assert [article.path for article in report.articles] == articles.split()
    assert places(sort) == figures


def test_no_finding_is_lost_or_changed() -> None:
    assert set(ordered(Report(ARTICLES, findings=FINDINGS)).findings) == set(FINDINGS)


@pytest.mark.parametrize(
    ("flags", "rules", "table"),
    [
        ([("unsourced", "warning"), ("discrepancy", "error")], "discrepancy unsourced", "Discrepancies"),
        ([("unsourced", "warning"), ("divergence", "info")], "unsourced divergence", "Unsourced claims"),
        ([("vague-source", "info"), ("divergence", "warning")], "divergence vague-source", "Contradictions"),
        (
            [("contradiction", "error"), ("discrepancy", "error")],
            "discrepancy contradiction",
            "Discrepancies",
        ),
        ([("a-rule-to-come", "warning")], "a-rule-to-come", "Other"),
        ([("possible", "info")], "possible", "Worth a look"),
    ],
)
def test_a_figure_stands_in_its_gravest_table(
    flags: list[tuple[str, Severity]], rules: str, table: str
) -> None:
    [figure] = figures([flag("a.md", 1, rule, severity) for rule, severity in flags])
    assert [row.rule for row in figure.findings] == rules.split()
    assert figure.family == table


@pytest.mark.parametrize(("line", "claim", "expected"), [(1, "crowd", 1), (2, "crowd", 2), (1, "seats", 2)])
def test_what_is_one_figure(line: int, claim: str, expected: int) -> None:
    rows = [flag("a.md", 1, "discrepancy", "error"), flag("a.md", line, "unsourced", "warning", claim)]
    assert len(figures(rows)) == expected


def test_of_each_finding_the_nearest_other_place_comes_first_and_none_twice() -> None:
    one, other, third = (Related("a.md", line, 1, "9") for line in (2, 3, 4))
    rows = [
        replace(flag("a.md", 1, "contradiction", "error"), related=(one, other)),
        replace(flag("a.md", 1, "divergence", "warning"), related=(third, one)),
    ]
    [figure] = figures(rows)
    assert figure.nearest == (one, third)
    assert figure.related == (one, third, other)
