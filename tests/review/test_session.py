"""A review: what is asked, what an answer becomes, and that it is never asked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.registry.load import load_registry
from factcheck.review.session import Review
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from tests.newsroom import DAY, write

REGISTRY = """\
claims:
  planted:   # ours
    title: Lime trees planted by the council
    values: [{value: "3,400", as_of: 2025-01}]
  felled: {title: Poplars felled by the council, values: [210]}
  keys: "Keys of the vault: 987654"
"""
ARTICLES = {
    "a.md": "Gardeners put 2,900 limes in the ground. A choir of 41 sang.\n",
    "b.md": "It snowed.\n\nGardeners put 2,900 limes in the ground.\n",
    "c.md": "Gardeners put 3,100 limes in the ground.\n",
}


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return opened(tmp_path)


def opened(folder: Path) -> Review:
    if not (folder / "claims.yaml").exists():
        (folder / "claims.yaml").write_text(REGISTRY, "utf-8")
    made = Review(load_registry(folder / "claims.yaml"), ScanOptions(date=DAY))
    made.read(write(folder, ARTICLES))
    return made


def asked(review: Review) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.mention.text, tuple(other.claim for other in one.candidates)) for one in review.open]


def text(folder: Path) -> str:
    return (folder / "claims.yaml").read_text("utf-8")


def test_what_teaches_most_comes_first_and_a_sentence_once(review: Review) -> None:
    assert asked(review) == [("2,900", ("planted",)), ("3,100", ("planted",)), ("41", ())]


def test_yes_is_a_phrase_and_finds_the_others(review: Review, tmp_path: Path) -> None:
    review.yes(review.open[0], "planted")
    [planted, *_] = load_registry(tmp_path / "claims.yaml").claims
    assert planted.match == ("Gardeners put … limes in the ground",)
    assert "  planted:   # ours\n" in text(tmp_path)
    assert asked(review) == [("41", ())] == asked(opened(tmp_path))


def test_no_is_a_sentence_that_counts_in_articles_to_come(review: Review, tmp_path: Path) -> None:
    review.no(review.open[0])
    [planted, *_] = load_registry(tmp_path / "claims.yaml").claims
    assert planted.unlike == ("Gardeners put 2,900 limes in the ground.",)
    assert "2,900" not in [mention for mention, claims in asked(opened(tmp_path)) if claims]


def test_a_new_claim_says_what_the_article_says(review: Review, tmp_path: Path) -> None:
    done = review.new(review.open[0])
    assert done is not None
    made = load_registry(tmp_path / "claims.yaml").claims[-1]
    assert made.match == ("Gardeners put … limes in the ground",)
    assert [(value.text, value.as_of) for value in made.values] == [("2900", DAY)]
    assert "2,900" not in [mention for mention, _ in asked(review)]


def test_a_skipped_one_is_asked_another_time(review: Review, tmp_path: Path) -> None:
    review.skip(review.open[0])
    assert text(tmp_path) == REGISTRY
    assert asked(review)[0] == ("3,100", ("planted",))
    assert asked(opened(tmp_path))[0] == ("2,900", ("planted",))


def test_each_answer_is_taken_back(review: Review, tmp_path: Path) -> None:
    first = asked(review)
    review.no(review.open[0])
    after = text(tmp_path)
    review.yes(review.open[0], "planted")
    review.skip(review.open[0])
    told = [review.undo(), review.undo()]
    assert [done.answer for done in told if done] == ["skip", "yes"]
    assert text(tmp_path) == after
    assert review.undo() is not None
    assert asked(review) == first
    assert text(tmp_path) == REGISTRY
    assert review.undo() is None


def test_somebody_elses_edit_is_never_lost(review: Review, tmp_path: Path) -> None:
    question = review.open[0]
    review.no(question)
    theirs = text(tmp_path).replace("987654", "123456")
    (tmp_path / "claims.yaml").write_text(theirs, "utf-8")
    with pytest.raises(FactcheckError, match="somebody has changed"):
        review.undo()
    assert text(tmp_path) == theirs
    assert len(review.done) == 1


def test_a_phrase_of_another_claim_is_refused(review: Review, tmp_path: Path) -> None:
    said = "match: [Gardeners put … limes in the ground], values"
    (tmp_path / "claims.yaml").write_text(REGISTRY.replace("council, values", f"council, {said}"), "utf-8")
    review.registry = load_registry(tmp_path / "claims.yaml")
    with pytest.raises(FactcheckError, match="is a phrase of `felled`"):
        review.yes(review.open[0], "planted")


def test_what_agrees_by_its_value_alone_is_asked_and_then_seen(tmp_path: Path) -> None:
    right = "Volunteers set 3,400 limes in the ground along the river.\n"
    wrong = right.replace("3,400", "8,700")
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    review = Review(load_registry(tmp_path / "claims.yaml"), ScanOptions(date=DAY))
    review.read(write(tmp_path, {"a.md": right, "b.md": "The council planted 3,400 lime trees.\n"}))
    [question] = review.open
    assert (question.mention.text, question.claims, question.agrees) == ("3,400", ["planted"], True)

    def flagged() -> list[str]:
        report = scan(write(tmp_path, {"c.md": wrong}), review.registry, ScanOptions(date=DAY))
        return [finding.rule for finding in report.findings if finding.rule == "discrepancy"]

    assert flagged() == []
    review.yes(question, "planted")
    assert flagged() == ["discrepancy"]
    assert review.open == []
