"""What an article is about: claims on other subjects change nothing, and `context` decides for its claim."""

from __future__ import annotations

import pytest

from factcheck.match.about import FEW, MANY, Subjects, subjects
from factcheck.match.evidence import Sets
from factcheck.match.matcher import matcher
from factcheck.model import Claim, Quantity, Registry, Value
from factcheck.read.article import read_article
from factcheck.run.article import ScanOptions, Tools
from tests.match.scenes import surroundings

SUBJECTS = {
    "orchard": ("apples picked", "pickers hired", "trees felled by frost", "price of a crate of apples"),
    "hospital": ("beds closed", "nurses who resigned", "operations put off", "cost of the new wing"),
    "stadium": ("seats sold", "cost of the roof", "stewards on duty", "season tickets"),
    "harbour": ("dockers on strike", "ships waiting", "containers moved", "cost of dredging"),
    "reservoir": ("water left", "towns cut off", "wells drilled", "litres a person"),
    "museum": ("paintings lent", "visitors in July", "guards on the night shift", "price of a ticket"),
}
PLACES = ("Larkspur", "Ulmstead", "Orm", "Castrel", "Veyre")
HARVEST = (
    "The orchard of Larkspur has been stripped. {said} apples were picked in Larkspur, the growers' pickers "
    "say; 40 trees of the orchard were felled by frost."
)


def registry(subjects_: int) -> Registry:
    """Four claims on each of so many subjects, those on the orchard of Larkspur first."""
    rows = [
        Claim(
            f"{subject}-{place}-{n}".lower(),
            f"{said} at the {subject} of {place}",
            values=(Value("", quantity=Quantity((9000, 300, 40, 20)[n] + 7.0 * at)),),
        )
        for at, place in enumerate(PLACES)
        for subject, phrases in SUBJECTS.items()
        for n, said in enumerate(phrases)
    ]
    return Registry("claims.yaml", tuple(rows[: 4 * subjects_]))


def about(text: str, known: Registry) -> set[str]:
    found = subjects(matcher(known, Sets())).about(surroundings(text).article_keys, (), ())
    return {claim.id for claim in found.matcher.registry.claims}


ORCHARD = {"orchard-larkspur-0", "orchard-larkspur-1", "orchard-larkspur-2"}


def test_of_many_subjects_an_article_is_about_its_own() -> None:
    known = registry(30)
    assert len(known.claims) > MANY
    found = about(HARVEST.format(said="9,000"), known)
    assert found >= ORCHARD
    assert not {claim for claim in found if "orchard" not in claim}


def test_a_small_registry_is_left_whole() -> None:
    known = registry(5)
    assert len(known.claims) == FEW
    assert about("Nothing of it.", known) == {claim.id for claim in known.claims}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Ulmstead dockers walked out.", True),
        ("A harbour where a strike was called off long ago.", True),  # both words of the phrase
        ("The strike of the bakers went on.", False),
        ("Nothing of it.", False),
    ],
)
def test_without_any_word_of_its_context_an_article_is_not_about_a_claim(text: str, told: bool) -> None:
    strikers = Claim("strikers", "Dockers on strike", context=("Ulmstead", "harbour strike"))
    known = Registry("claims.yaml", (strikers, Claim("apples", "Apples picked")))
    assert ("strikers" in about(text, known)) == told
    assert "apples" in about(text, known)


def test_a_claim_alone_is_told_so() -> None:
    known = registry(30)
    keys = surroundings("The roof of the Ulmstead stadium: its cost. Nothing else of it.").article_keys
    found = subjects(matcher(known, Sets())).about(keys, (), ())
    own = {claim: much for claim, much in found.alone.items() if "stadium-ulmstead" in claim}
    assert own
    assert set(own.values()) <= {much for much in own.values() if 0 <= much <= 1}


def test_the_claims_of_one_article_are_indexed_once() -> None:
    known: Subjects = subjects(matcher(registry(30), Sets()))
    keys = surroundings(HARVEST.format(said="9,000")).article_keys
    assert known.about(keys, (), ()).matcher is known.about(keys, (), ()).matcher


def test_claims_on_other_subjects_change_nothing() -> None:
    text = HARVEST.format(said="9,000").encode()
    small, large = (Tools(registry(n), ScanOptions("2025-06-01", "en")) for n in (1, 30))
    given = [
        [(m.text, m.claim) for m in tools.check(read_article("a.md", text)).mentions]
        for tools in (small, large)
    ]
    assert given[0] == given[1] == [("9,000", "orchard-larkspur-0"), ("40", "orchard-larkspur-2")]
