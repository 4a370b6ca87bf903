"""Pages lead to one another, and each thing is told once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

import pytest

from tests.docs.pages import PAGES, prose
from tests.shell import ROOT

OTHERS = ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "benchmarks/README.md", "tests/gold/README.md")
TEXTS = PAGES | {name: (ROOT / name).read_text("utf-8") for name in OTHERS}
LINKS = [
    (page, target)
    for page, text in TEXTS.items()
    for target in sorted(set(re.findall(r"\]\(([^)\s]+)\)", text)))
    if not target.startswith(("http://", "https://"))
]
FILE = r"`((?:factcheck|articles|docs|examples)/[\w./-]+\w)`"
README_LINES = 150


def anchors(text: str) -> set[str]:
    """Where links into a page may lead: its headings, named as GitHub names them."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("page", "target"), LINKS)
def test_a_link_leads_somewhere(page: str, target: str) -> None:
    path, _, anchor = target.partition("#")
    found = (ROOT / PurePosixPath(page).parent / path).resolve() if path else ROOT / page
    assert found.exists()
    if anchor:
        assert anchor in anchors(found.read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(set(re.findall(FILE, "".join(PAGES.values())))))
def test_a_file_that_is_named_exists(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_index_has_every_page() -> None:
    listed = set(re.findall(r"\]\((\w+\.md)\)", PAGES["docs/README.md"]))
    assert {f"docs/{name}" for name in listed} == set(PAGES) - {"README.md", "docs/README.md"}
    assert "(docs/README.md)" in PAGES["README.md"]


def test_the_front_door_stays_small() -> None:
    assert len(PAGES["README.md"].splitlines()) <= README_LINES


def test_no_page_repeats_another() -> None:
    """Neither a sentence nor a row; commands may come back where they show something else."""
    told = Counter(
        sentence
        for page in PAGES
        for sentence in set(re.split(r"(?<=[.:?!]) |\n", prose(page)))
        if len(sentence) > 50
    )
    assert not [sentence for sentence, pages in told.items() if pages > 1]
