"""Drafts of claims: which figures are put together, what is said of them, what comes first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.suggest.drafts import Draft, draft
from tests.suggest.drafted import HARBOUR, drafted, read


def said(found: tuple[Draft, ...]) -> list[set[str]]:
    return [{fact.mention.text for fact in one.facts} for one in found]


def named(texts: Mapping[str, str], figure: str) -> Draft:
    return next(one for one in drafted(texts, once=True) if figure in {f.mention.text for f in one.facts})


def test_figures_about_one_thing_are_one_draft_in_any_language() -> None:
    containers, strike = drafted(HARBOUR)
    assert {fact.mention.path for fact in containers.facts} == {"en-1.md", "en-2.md", "fr-1.md"}
    assert {fact.language for fact in strike.facts} == {"en", "fr"}
    assert strike.unit == "EUR"


def test_what_stands_in_one_sentence_only_comes_last_and_when_asked_for() -> None:
    every = drafted(HARBOUR, once=True)
    assert said(every)[:2] == said(drafted(HARBOUR))
    assert said(every)[2:] == [{"52"}]


def test_a_contradiction_comes_first() -> None:
    containers, strike = drafted(HARBOUR)
    assert (containers.clash, containers.differ, strike.clash, strike.differ) == (True, True, False, False)


def test_values_are_those_for_which_somebody_vouches() -> None:
    containers, _ = drafted(HARBOUR)
    assert [(one.text, one.since) for one in containers.values] == [("41 000", "2025-02")] * 2
    assert {one.source for one in containers.values} == {"port authority", "autorité portuaire"}
    assert [(one.text, one.source) for one in containers.aside] == [("~47 500", None)]


def test_without_a_source_every_value_is_one() -> None:
    texts = {name: text.replace("The port authority says that ", "") for name, text in HARBOUR.items()}
    texts["fr-1.md"] = texts["fr-1.md"].replace("Selon l'autorité portuaire, ", "")
    containers, _ = drafted(texts)
    assert {one.text for one in containers.values} == {"41 000", "~47 500"}
    assert not containers.aside


ONE = "---\ndate: 2025-03-03\nlang: en\n---\n"


@pytest.mark.parametrize(
    ("sentence", "figure", "values"),
    [
        ("The dam holds 340 tonnes of salt.", "340 tonnes", [("340", "2025-03-03")]),
        ("In June 2024 the dam held 340 tonnes of salt.", "340 tonnes", [("340", "2024-06")]),
        ("In 2023 the dam held 340 tonnes of salt.", "340 tonnes", [("340", "2023")]),
        ("The dam holds nearly 340 tonnes of salt.", "340 tonnes", [("nearly 340", "2025-03-03")]),
        ("The dam holds 300 to 340 tonnes of salt.", "300 to 340 tonnes", [("300-340", "2025-03-03")]),
    ],
)  # fmt: skip
def test_a_value_is_what_stands_there_from_when_it_is_told(
    sentence: str, figure: str, values: list[tuple[str, str]]
) -> None:
    one = named({"a.md": ONE + sentence}, figure)
    assert [(value.text, value.since) for value in one.values] == values
    assert one.unit == "t"


def test_what_was_before_has_no_value_where_nobody_tells_when() -> None:
    texts = {"a.md": ONE + "Membership of the rowing club rose from 310 to 455.\n"}
    assert not [one for one in drafted(texts, once=True) if {"310"} == {f.mention.text for f in one.facts}]
    assert named(texts, "455").values[-1].text == "455"


def test_what_a_claim_is_about_is_not_drafted() -> None:
    registry = """claims:
  boxes: {title: Containers unloaded in Ulmstead harbour,
    match: [conteneurs déchargés dans le port d'Ulmstead],
    values: [41000]}
"""
    assert said(drafted(HARBOUR, registry)) == [{"12 million", "12 millions"}]


def test_ids_and_phrases_are_not_those_of_a_claim_that_there_is() -> None:
    first, _ = drafted(HARBOUR)
    registry = f"""claims:
  {first.id}: {{title: Lambs, match: ["{first.match[0]}"], unit: km, values: [7]}}
"""
    second, _ = drafted(HARBOUR, registry)
    assert second.id != first.id
    assert first.match[0] not in second.match


def test_one_figure_makes_a_draft_where_it_is_asked_for() -> None:
    fact = next(fact for fact in read(HARBOUR) if fact.mention.text == "47,500")
    found = draft([fact])
    assert found is not None
    assert [one.text for one in found.values] == ["~47 500"]
    assert "containers were unloaded in Ulmstead harbour" in found.match[0]


def test_no_words_no_draft() -> None:
    assert drafted({"a.md": ONE + "12,500.\n"}, once=True) == ()


def test_two_figures_of_one_sentence_are_of_two_things() -> None:
    text = ONE + "Ana Ruiz scored 19 goals in 34 matches.\n"
    texts = {"a.md": text, "b.md": text}
    assert all(len({f.mention.text for f in one.facts}) == 1 for one in drafted(texts))


def test_an_order_that_does_not_change() -> None:
    assert said(drafted(HARBOUR, once=True)) == said(drafted(HARBOUR, once=True))


def test_more_figures_than_are_compared_pair_by_pair() -> None:
    texts = {
        f"{n}.md": ONE + f"The lighthouse of Skara{n} is {20 + n} metres high.\nEggs cost {n + 3} euros.\n"
        for n in range(80)
    }
    found = drafted(texts, once=True)
    assert len({one.id for one in found}) == len(found) > 60
    assert not any({one.unit for one in found} - {"m", "EUR"})
