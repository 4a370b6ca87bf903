"""What a change of the registry does to articles: each change beside a twin that changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cache import Cache
from factcheck.model import Registry
from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.impact import before_newest, impact
from factcheck.run.scan import Scan
from factcheck.show.selection import Policy
from tests.newsroom import DAY, write
from tests.run.test_kept import REGISTRIES, TEXTS

CLAIM = "title: Containers lost from the Marisol, match: [containers lost from the Marisol]"
ONE = "{value: 40, as_of: 2025-01-10, source: port}"
TWO = "{value: 55, as_of: 2025-03-02, source: port}"
WRONG = "{value: 70, as_of: 2025-01-10, source: port}"
ARTICLES = {
    "a.md": "---\ndate: 2025-02-01\n---\n\nThe Marisol lost 40 containers, the port says.\n",
    "b.md": "---\ndate: 2025-04-01\n---\n\nThe Marisol lost 40 containers, the port says.\n",
    "c.md": "---\ndate: 2025-04-01\n---\n\nThe Marisol lost 55 containers, the port says.\n",
    "d.md": "---\ndate: 2025-04-01\n---\n\nThe ferry took 55 passengers to the island.\n",
}
IGNORED = "<!-- factcheck: ignore[outdated] a quotation -->\n\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("impact")


def registry(*values: str, claim: str = CLAIM, key: str = "lost") -> str:
    return (
        f"claims:\n  {key}: {{{claim}, values: [{', '.join(values)}]}}\n  seats: 'Seats in the hall: 300'\n"
    )


def turns(
    folder: Path, before: str | Registry, after: str, policy: Policy | None = None, ids: tuple[str, ...] = ()
) -> list[tuple[str, ...]]:
    paths = write(folder, ARTICLES)

    old = parse_registry(before, "claims.yaml") if isinstance(before, str) else before
    scan = Scan(paths, parse_registry(after, "claims.yaml"), ScanOptions(date=DAY))
    found = impact(old, scan, policy or Policy(), ids)
    assert (found.articles, found.errors) == (4, ())
    return [(Path(turn.mention.path).name, turn.claim, turn.was, turn.becomes) for turn in found.turns]


CHANGES = {
    "a newer value": (
        registry(ONE),
        registry(ONE, TWO),
        [("b.md", "lost", "right", "outdated"), ("c.md", "lost", "wrong", "right")],
    ),
    "a value that comes after all articles": (
        registry(ONE),
        registry(ONE, "{value: 90, as_of: 2025-05-01}"),
        [],
    ),
    "a value that is corrected": (
        registry(ONE),
        registry(WRONG),
        [("a.md", "lost", "right", "wrong"), ("b.md", "lost", "right", "wrong")],
    ),
    "and put right": (
        registry(WRONG),
        registry(ONE),
        [("a.md", "lost", "wrong", "right"), ("b.md", "lost", "wrong", "right")],
    ),
    "a claim that is gone": (
        registry(ONE, TWO),
        "claims: {seats: 'Seats in the hall: 300'}",
        [
            ("a.md", "lost", "right", "unchecked"),
            ("b.md", "lost", "outdated", "unchecked"),
            ("c.md", "lost", "right", "unchecked"),
        ],
    ),
    "another title": (registry(ONE, TWO), registry(ONE, TWO).replace("Seats in", "Chairs in"), []),
    "another id": (registry(ONE, TWO), registry(ONE, TWO, key="overboard"), []),
    "nothing": (registry(ONE, TWO), registry(ONE, TWO), []),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_becomes_of_the_articles(tmp_path: Path, change: str) -> None:
    before, after, told = CHANGES[change]
    assert turns(tmp_path, before, after) == told


def test_of_some_claims_only(tmp_path: Path) -> None:
    assert turns(tmp_path, registry(ONE), registry(WRONG), ids=("seats",)) == []
    assert len(turns(tmp_path, registry(ONE), registry(WRONG), ids=("lost",))) == 2


def test_what_the_settings_hide_is_no_turn(tmp_path: Path) -> None:
    off = Policy(severity={"outdated": "off"})
    told = [("c.md", "lost", "wrong", "right"), ("b.md", "lost", "right", "unchecked")]
    assert turns(tmp_path, registry(ONE), registry(ONE, TWO), off) == told


NEWEST = [
    ((ONE, TWO), ["40"]),
    ((TWO, ONE), ["40"]),
    ((ONE, TWO, TWO.replace("port", "owner")), ["40"]),
    ((TWO, "{value: 60, as_of: 2025}"), ["60"]),
    ((TWO, "60"), ["60"]),
    (("40", "60"), ["40"]),
    ((ONE,), None),
    (("40",), None),
]


@pytest.mark.parametrize(("values", "left"), NEWEST)
def test_a_claim_before_its_newest_value(values: tuple[str, ...], left: list[str] | None) -> None:
    part = ", part_of: lost, values: [3]}"
    text = registry(*values) + "  rafts: {title: Rafts lost from the Marisol" + part
    old = before_newest(parse_registry(text, "claims.yaml"), {"lost"})
    found = {claim.id: claim for claim in old.claims}
    assert ("lost" in found) is (left is not None)
    assert [value.text for value in found["lost"].values] == left if left else found["rafts"].part_of is None
    assert [value.text for value in found["seats"].values] == ["300"]


def test_a_statement_was_not_there(tmp_path: Path) -> None:
    text = registry(ONE) + "  sunk: {title: The Marisol sank, kind: statement, rating: false}\n"
    old = before_newest(parse_registry(text, "claims.yaml"), {"sunk"})
    assert [claim.id for claim in old.claims] == ["lost", "seats"]
    assert turns(tmp_path, old, text) == []


@given(articles=st.lists(TEXTS, min_size=1, max_size=4), before=REGISTRIES, after=REGISTRIES)
def test_what_a_change_cannot_reach_it_does_not_turn(
    home: Path, articles: list[str], before: str, after: str
) -> None:
    paths = write(home, {f"{number}.md": text for number, text in enumerate(articles)})
    old, new = (parse_registry(one, "claims.yaml") for one in (before, after))
    scan = Scan(paths, new, ScanOptions(date=DAY))
    found = impact(old, scan, Policy())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("factcheck.run.changed.scope", lambda registry, _: registry)  # everything has changed
        assert impact(old, scan, Policy()) == found


@settings(max_examples=20)
@given(
    articles=st.lists(TEXTS, min_size=11, max_size=14),
    before=REGISTRIES,
    after=REGISTRIES,
    known=st.sampled_from(("nothing", "before", "after", "both")),
)
def test_what_is_kept_tells_the_same(
    tmp_path_factory: pytest.TempPathFactory, articles: list[str], before: str, after: str, known: str
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    paths = write(folder / "news", {f"{number}.md": text for number, text in enumerate(articles)})
    old, new = (parse_registry(one, "claims.yaml") for one in (before, after))
    cold = Scan(paths, new, ScanOptions(date=DAY))
    warm = replace(cold, options=ScanOptions(date=DAY, cache=Cache(folder / "cache", pytest.fail)))
    for registry in {"nothing": [], "before": [old], "after": [new], "both": [old, new]}[known]:
        replace(warm, registry=registry).report(Policy())
    found = impact(old, cold, Policy())
    assert impact(old, warm, Policy()) == found
    assert impact(old, warm, Policy()) == found
    assert warm.report(Policy()) == cold.report(Policy())
    assert replace(warm, registry=old).report(Policy()) == replace(cold, registry=old).report(Policy())
