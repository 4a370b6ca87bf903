"""What is shown of a scan's findings: each way of leaving one out, and beside it what stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from factcheck.check import ignore
from factcheck.check.scope import Checked
from factcheck.model import Claim, Finding, Ignore, Known, Related
from factcheck.show.fingerprint import fingerprint
from factcheck.show.selection import FileRules, Policy, select

FOUND = Finding(
    rule="discrepancy",
    severity="error",
    claim="goals",
    path="news/cup.md",
    line=4,
    column=12,
    end_line=4,
    end_column=14,
    text="13",
    sentence="She scored 13 goals.",
    expected="31",
    message="says 13, registry 31",
    lines=(3, 4),
    value="13",
)
KNOWN = Known("news/cup.md", "goals", "discrepancy", "She scored 13 goals.", "13", "31")
IGNORE = Ignore("news/cup.md", 3, 1, "", (3, 4), ("discrepancy",), reason="a quote")


def shown(policy: Policy, *findings: Finding, **more: Any) -> list[str]:
    """The findings shown, as `severity rule`."""
    chosen = select(findings or (FOUND,), policy, more.pop("claims", {}), **more)
    return [f"{finding.severity} {finding.rule}" for finding in chosen.shown]


def unchanged(path: str) -> None:  # noqa: ARG001
    return None


def in_news(path: str) -> bool:
    return path.startswith("news/")


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Policy(), ["error discrepancy"]),
        (Policy(select=("outdated",)), []),
        (Policy(select=("discrepancy",)), ["error discrepancy"]),
        (Policy(ignore=("discrepancy",)), []),
        (Policy(severity={"discrepancy": "info"}), ["info discrepancy"]),
        (Policy(severity={"outdated": "info"}), ["error discrepancy"]),
        (Policy(severity={"discrepancy": "off"}), []),
        (Policy(claims={"goals": "warning"}), ["warning discrepancy"]),
        (Policy(claims={"caps": "warning"}), ["error discrepancy"]),
        (Policy(files=(FileRules(in_news, ("discrepancy",)),)), []),
        (Policy(files=(FileRules(in_news, severity={"discrepancy": "info"}),)), ["info discrepancy"]),
        (Policy(files=(FileRules(str.isupper, ("discrepancy",)),)), ["error discrepancy"]),
    ],
)
def test_rules_and_severities(policy: Policy, expected: list[str]) -> None:
    assert shown(policy) == expected


def test_what_a_rule_has_lowered_stays_lower() -> None:
    quoted = replace(FOUND, severity="warning")
    assert shown(Policy(severity={"discrepancy": "error"}), quoted) == ["warning discrepancy"]
    assert shown(Policy(severity={"discrepancy": "warning"}), quoted) == ["info discrepancy"]


@pytest.mark.parametrize(
    ("given", "covered"),
    [
        (IGNORE, True),
        (replace(IGNORE, lines=(4, 9)), True),
        (replace(IGNORE, lines=(5, 9)), False),
        (replace(IGNORE, path="news/cap.md"), False),
        (replace(IGNORE, rules=("unsourced",)), False),
        (replace(IGNORE, claims=("goals",)), True),
        (replace(IGNORE, claims=("caps",)), False),
        (replace(IGNORE, problem="no reason"), False),
    ],
)
def test_inline_ignores(given: Ignore, covered: bool) -> None:
    chosen = select((FOUND,), Policy(ignore=("ignore",)), {}, [given])
    assert [finding.suppression.by for finding in chosen.suppressed if finding.suppression] == (
        ["inline"] if covered else []
    )
    assert bool(chosen.shown) is not covered


TODAY = "2026-03-31"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ""),
        ({"rules": ("discrepency",)}, "no rule is called `discrepency` (did you mean `discrepancy`?)"),
        ({"rules": ("ignore",)}, "findings of `ignore` cannot be ignored"),
        ({"claims": ("gaols",)}, "no claim is called `gaols` (did you mean `goals`?)"),
        ({"until": TODAY}, ""),
        ({"until": "2026-03-30"}, "lapsed after 2026-03-30"),
        ({"reason": ""}, "gives no reason"),
        ({"problem": "is not closed"}, "is not closed"),
    ],
)
def test_what_is_wrong_with_an_ignore(change: dict[str, Any], told: str) -> None:
    judged = ignore.judged(replace(IGNORE, **change), ["goals"], TODAY, reasoned=True)
    assert judged.problem.startswith(told)
    assert bool(judged.problem) is bool(told)
    found = list(ignore.check([], Checked({}, {}, [judged])))
    assert [finding.message for finding in found] == ([judged.problem] if told else [])


def test_a_reason_may_be_left_out_where_the_house_says_so() -> None:
    assert not ignore.judged(replace(IGNORE, reason=""), [], TODAY, reasoned=False).problem


UNUSED = replace(IGNORE, lines=(8, 8))


@pytest.mark.parametrize(
    ("given", "policy", "told"),
    [
        (IGNORE, Policy(), 0),
        (UNUSED, Policy(), 1),
        (UNUSED, Policy(ignore=("ignore",)), 0),
        (replace(UNUSED, rules=("discrepancy", "divergence")), Policy(), 0),
        (replace(UNUSED, problem="is told otherwise"), Policy(), 0),
        (IGNORE, Policy(ignore=("discrepancy",)), 0),
        (IGNORE, Policy(select=("ignore", "outdated")), 0),
        (IGNORE, Policy(severity={"discrepancy": "off"}), 0),
        (IGNORE, Policy(files=(FileRules(in_news, ("discrepancy",)),)), 0),
        (IGNORE, Policy(claims={"goals": "off"}), 0),
        (IGNORE, Policy(baseline=[KNOWN]), 0),
        (IGNORE, Policy(before=unchanged), 0),
    ],
)
def test_an_ignore_is_unused_where_there_is_nothing_to_ignore(
    given: Ignore, policy: Policy, told: int
) -> None:
    chosen = select((FOUND,), policy, {}, [given])
    assert sum(finding.rule == "ignore" for finding in chosen.shown) == told


def test_two_ignores_of_one_finding_are_both_used() -> None:
    assert shown(Policy(), ignores=[IGNORE, replace(IGNORE, line=4)]) == []


@pytest.mark.parametrize(("rule", "covered"), [("discrepancy", True), ("unsourced", False)])
def test_a_claim_may_ignore_a_rule(rule: str, covered: bool) -> None:
    claim = Claim("goals", "Goals", ignore=(rule,), reason="the league corrects it")
    chosen = select((FOUND,), Policy(), {"goals": claim})
    assert bool(chosen.suppressed) is covered
    assert not covered or chosen.suppressed[0].suppression.reason == "the league corrects it"  # type: ignore[union-attr]


def test_the_baseline_counts() -> None:
    chosen = select((FOUND, replace(FOUND, line=9)), Policy(baseline=[KNOWN]), {})
    assert [finding.line for finding in chosen.suppressed] == [4]
    assert [finding.line for finding in chosen.shown] == [9]
    assert chosen.stale == ()


GONE = replace(KNOWN, sentence="She was on the bench.", count=2)


@pytest.mark.parametrize(
    ("known", "policy", "stale"),
    [
        (GONE, Policy(), 2),
        (replace(KNOWN, count=3), Policy(), 2),
        (replace(GONE, path="news/cap.md"), Policy(), 0),
        (replace(GONE, others=("news/cap.md",)), Policy(), 0),
        (replace(GONE, others=("news/fans.md",)), Policy(), 2),
        (replace(GONE, path="cup.md"), Policy(place=lambda path: path.removeprefix("news/")), 2),
        (GONE, Policy(ignore=("discrepancy",)), 0),
        (GONE, Policy(claims={"goals": "off"}), 0),
        (GONE, Policy(files=(FileRules(in_news, ("discrepancy",)),)), 0),
        (GONE, Policy(before=unchanged), 2),
    ],
)
def test_what_is_left_of_the_baseline_is_stale(known: Known, policy: Policy, stale: int) -> None:
    chosen = select(
        [FOUND], replace(policy, baseline=[known]), {}, order={"news/cup.md": 0, "news/fans.md": 1}
    )
    assert sum(entry.count for entry in chosen.stale) == stale


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"line": 90, "column": 1, "lines": (90, 90)}, True),
        ({"message": "otherwise worded"}, True),
        ({"sentence": "She  scored 13\ngoals."}, True),
        ({"sentence": "She scored 13 goals!"}, False),
        ({"expected": "32"}, False),
        ({"value": "14"}, False),
        ({"path": "b.md"}, False),
        ({"rule": "outdated"}, False),
        ({"claim": "caps"}, False),
    ],
)
def test_the_fingerprint(change: dict[str, Any], same: bool) -> None:
    assert (fingerprint(replace(FOUND, **change)) == fingerprint(FOUND)) is same


HEADLINE = replace(FOUND, sentence="Marek scores 13")
OTHER = replace(FOUND, related=(Related("b.md", 1, 1, "31", "She has 31."),))


@pytest.mark.parametrize(
    ("finding", "before", "expected"),
    [
        (FOUND, {}, 0),
        (FOUND, {"news/cup.md": ""}, 1),
        (FOUND, {"news/cup.md": "It rained. She scored\n13 goals."}, 0),
        (FOUND, {"news/cup.md": "It rained. She scored 31 goals."}, 1),
        (FOUND, {"news/cup.md": "Nobody says: She scored 13 goals."}, 0),
        (FOUND, {"news/cup.md": "Nobody says that She scored 13 goals."}, 1),
        (FOUND, {"news/cup.md": "If true, She scored 13 goals."}, 1),
        (FOUND, {"news/cup.md": "A season\nShe  scored 13 goals. So?"}, 0),
        (FOUND, {"news/cup.md": "<p>She scored 13 goals.</p>"}, 0),
        (HEADLINE, {"news/cup.md": "# Marek scores 13\n\nIn a season."}, 0),
        (HEADLINE, {"news/cup.md": "# Marek scores 13 times\n\nIn a season."}, 1),
        (HEADLINE, {"news/cup.md": "# Marek scores 130\n"}, 1),
        (OTHER, {"b.md": ""}, 1),
        (OTHER, {"b.md": "She has 31."}, 0),
    ],
)
def test_only_what_changed(finding: Finding, before: dict[str, str], expected: int) -> None:
    chosen = select((finding,), Policy(before=before.get), {})
    assert (len(chosen.shown), chosen.unchanged) == (expected, 1 - expected)


def test_one_stable_order() -> None:
    rows = [replace(FOUND, path=path, line=line) for path, line in (("b", 2), ("a", 3), ("b", 1), ("a", 4))]
    chosen = select(rows, Policy(), {}, order={"b": 0, "a": 1})
    assert [(row.path, row.line) for row in chosen.shown] == [("b", 1), ("b", 2), ("a", 3), ("a", 4)]
