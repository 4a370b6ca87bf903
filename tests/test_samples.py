"""The sample, end to end: what an editor who runs the README's command must be shown, and be spared."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from factcheck.model import Mention, Report
from factcheck.registry.load import load_registry
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan

ROOT = Path(__file__).parent.parent
MARCH, JULY, NOTES, KURSK, NEIGHBOURS, VISIT, BUILDERS = (
    "2025-03-27-renforts.md",
    "2025-07-15-arsenaux.md",
    "2025-09-04-carnet.md",
    "2025-09-10-the-price-of-kursk.md",
    "2025-10-15-voisinage.md",
    "2025-11-08-delegation.md",
    "2025-11-12-builders.md",
)


@cache
def report() -> Report:
    """The scan of all seven articles."""
    registry = load_registry(ROOT / "claims.yaml")
    return scan([str(ROOT / "articles")], registry, ScanOptions())


def missed(*row: str | None, why: str) -> ParameterSet:
    """What an editor should be shown and is not, yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(reason=why, strict=True))


def plain(text: str) -> str:
    """No-break spaces as spaces, so that the tables below can be read."""
    return text.translate({0xA0: " ", 0x202F: " "})


def find(article: str, claim: str, text: str) -> list[Mention]:
    """The mentions of a claim in an article with this surface form."""
    return [
        mention
        for mention in report().mentions
        if Path(mention.path).name == article and mention.claim == claim and plain(mention.text) == text
    ]


@pytest.mark.parametrize(
    ("article", "claim", "text", "verdict", "status"),
    [
        (MARCH, "reinforcements", "3 000", "supported", "sourced"),
        (MARCH, "troops", "11 000", "supported", "sourced"),
        (MARCH, "troops", "12 000", "discrepancy", None),
        (MARCH, "casualties", "4 000", "supported", "sourced"),
        (MARCH, "killed", "100", "supported", "sourced"),
        (MARCH, "containers", "13 000", "supported", "sourced"),
        (MARCH, "koksan", "170 mm", "supported", None),
        (MARCH, "launchers", "240 mm", "supported", None),
        (MARCH, "treaty", "juin 2024", "supported", None),
        (JULY, "drones", "5 000", "supported", None),
        (JULY, "d74", "122 mm", "supported", "sourced"),
        (JULY, "koksan", "170 mm", "supported", "sourced"),
        (JULY, "koksan", "180 mm", "discrepancy", None),
        (JULY, "launchers", "240 mm", "supported", "sourced"),
        (JULY, "troops", "11 000", "outdated", "vague"),
        (JULY, "casualties", "6 000", "disputed", "unsourced"),
        (JULY, "casualties", "6 000", "supported", "sourced"),
        (JULY, "casualties", "4 700", "supported", "sourced"),
        (JULY, "artillery-output", "quatre", "supported", "vague"),
        (NOTES, "containers", "20 000", "supported", "sourced"),
        (NOTES, "shells", "neuf millions", "supported", "sourced"),
        (NOTES, "killed", "2 000", "supported", "sourced"),
        (NOTES, "troops", "25 000", "discrepancy", "sourced"),
        (NOTES, "budget", "8 %", "supported", "sourced"),
        (NOTES, "treaty", "19 juin 2024", "supported", None),
        (NOTES, "destroyer", "juillet 2024", "discrepancy", None),  # worth a look
        (KURSK, "killed", "2,000", "supported", "sourced"),
        (KURSK, "killed", "600", "supported", "sourced"),
        (KURSK, "casualties", "6,000", "supported", "sourced"),
        (KURSK, "troops", "15,000", "supported", "sourced"),
        (KURSK, "troops", "12,000", "discrepancy", "unsourced"),
        (KURSK, "troops", "50,000", "discrepancy", None),
        (KURSK, "shells", "nine million", "supported", "sourced"),
        (KURSK, "containers", "20,000", "supported", "sourced"),
        (KURSK, "artillery-output", "fourfold", "supported", "sourced"),
        (KURSK, "border", "11 miles", "supported", "unsourced"),
        (KURSK, "treaty", "19 June 2024", "supported", None),
        (NEIGHBOURS, "border", "20 kilomètres", "discrepancy", "unsourced"),
        (NEIGHBOURS, "treaty", "19 juillet 2024", "discrepancy", None),
        (NEIGHBOURS, "killed", "600", "outdated", "vague"),
        (NEIGHBOURS, "troops", "15.000", "supported", "sourced"),
        (NEIGHBOURS, "shells", "neuf millions", "supported", "sourced"),
        (NEIGHBOURS, "budget", "8,2 %", "supported", "sourced"),
        (VISIT, "builders", "5 000", "supported", "sourced"),
        (VISIT, "troops", "15 000", "supported", "sourced"),
        (VISIT, "killed", "2 000", "supported", "sourced"),
        (VISIT, "containers", "32 000", "discrepancy", "unsourced"),
        (VISIT, "shells", "neuf millions", "supported", "unsourced"),
        (VISIT, "vice-minister", "Viktor Goremykine", "supported", None),
        (BUILDERS, "vice-minister", "Viktor Goremikyn", "discrepancy", None),
        (BUILDERS, "builders", "5,000", "supported", "sourced"),
        (BUILDERS, "troops", "15,000", "supported", "sourced"),
        (BUILDERS, "killed", "2,000", "supported", "sourced"),
        (BUILDERS, "casualties", "4,700", "disputed", "vague"),
        (BUILDERS, "containers", "13,000", "outdated", "unsourced"),
        (BUILDERS, "drones", "5,000", "supported", "sourced"),
        (BUILDERS, "budget", "8.2%", "supported", "sourced"),
        (BUILDERS, "reinforcements", "3,500", "discrepancy", None),
    ],
)
def test_a_mention(article: str, claim: str, text: str, verdict: str, status: str | None) -> None:
    found = find(article, claim, text)
    assert verdict in {mention.verdict for mention in found}
    if status:
        statuses = {mention.attribution.status for mention in found if mention.attribution}
        assert status in statuses


@pytest.mark.parametrize(
    ("article", "claim", "verdict"),
    [
        (MARCH, "submarine", "disputed"),
        (JULY, "migrants", "discrepancy"),
        (NOTES, "submarine", "disputed"),
        (KURSK, "submarine", "disputed"),
        (NEIGHBOURS, "submarine", "disputed"),
        (NEIGHBOURS, "admission", "supported"),
    ],
)
def test_a_statement(article: str, claim: str, verdict: str) -> None:
    found = [
        mention.verdict
        for mention in report().mentions
        if Path(mention.path).name == article and mention.claim == claim
    ]
    assert found == [verdict]


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (MARCH, "40 000"),  # a related link
        (MARCH, "220"),  # a count of guns, not a calibre
        (JULY, "18 000"),  # subscribers of the newsletter
        (JULY, "12"),  # shares
        (NOTES, "11 000"),  # kilometres, in a related link
        (NOTES, "32"),  # the author's countries
        (KURSK, "24"),  # hours, in a related link
        (KURSK, "30"),  # the author's countries
        (NEIGHBOURS, "80"),  # years of the party
        (VISIT, "450"),  # another article's drones
        (VISIT, "600"),  # houses
        (VISIT, "10 000"),  # guards: other men
        (BUILDERS, "214"),  # shares
    ],
)
def test_a_figure_about_no_claim(article: str, text: str) -> None:
    given = [
        mention.claim
        for mention in report().mentions
        if Path(mention.path).name == article and plain(mention.text) == text and mention.claim
    ]
    assert not given


@pytest.mark.parametrize(
    ("article", "claim"),
    [(MARCH, "troops"), (KURSK, "troops")],
)
def test_a_contradiction(article: str, claim: str) -> None:
    found = {
        (Path(finding.path).name, finding.claim)
        for finding in report().findings
        if finding.rule == "contradiction"
    }
    assert (article, claim) in found


@pytest.mark.parametrize("article", [JULY, VISIT, NOTES])
def test_no_contradiction_where_sources_or_dates_differ(article: str) -> None:
    found = [
        finding.message
        for finding in report().findings
        if finding.rule == "contradiction" and Path(finding.path).name == article
    ]
    # the quoted 25 000 does contradict the 15 000 before it; two named sources do not
    assert all("25" in message for message in found)


def test_every_rule_has_something_to_show() -> None:
    shown = {finding.rule for finding in report().findings}
    assert shown >= {"discrepancy", "outdated", "disputed", "unsourced", "vague-source", "contradiction"}
    assert "divergence" in shown


def test_the_languages_are_told_apart() -> None:
    told = {Path(article.path).name: article.language for article in report().articles}
    assert told == {
        name: "en" if name in {KURSK, BUILDERS} else "fr"
        for name in (MARCH, JULY, NOTES, KURSK, NEIGHBOURS, VISIT, BUILDERS)
    }
