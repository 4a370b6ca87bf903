"""The messages: one pattern for all, in the article's terms, without the program's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.check.article import quoted
from factcheck.model import Finding, Sentence
from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

REGISTRY = """\
sources:
  agency: {name: National Health Agency, aliases: [NHA]}
claims:
  cases:
    title: Measles cases in the Tarn region
    match: [cas de rougeole dans la région du Tarn, measles cases in the Tarn region,
      casos de sarampión en la región del Tarn]
    values:
      - {value: 120, as_of: 2025-01-10, source: agency}
      - {value: 340, as_of: 2025-03-02, source: agency}
      - {value: 900, as_of: 2025-07-01, source: agency}
  rate:
    title: Infant deaths in the Tarn region
    match: ["infant deaths per 1,000 births in the Tarn region"]
    values: [{value: "3.1 per 1,000", source: agency}]
  fuel:
    title: Price of diesel in the Tarn region
    match: [diesel in the Tarn region costs a litre, le litre de gazole dans le Tarn coûte]
    values: [{value: €1.60/l, source: motorists}]
  crowd:
    title: Marchers at the pension protest in Ostry
    match: [marchers at the pension protest in Ostry]
    values: [{value: 12k, source: police}, {value: 30k, source: unions}]
  nurses:
    title: Nurses in the Tarn region
    values: [{value: ">700", source: agency}]
  wells:
    kind: statement
    title: The quarry poisoned the village wells
    match: [the quarry poisoned the village wells]
    rating: false
    values: [{source: agency}]
"""
NOW = "the registry says 340 since 2025-03-02 (NHA)"
MEND, NAME = "correct it, or bring the registry up to date", "name who says so"
MESSAGES = [
    ("The Tarn region counts 560 measles cases, the NHA said.", "en", "discrepancy", "says 560", NOW, MEND),
    ("“There are 560 measles cases in the Tarn region,” the NHA said.", "en", "discrepancy", "says 560", NOW,
     "add [sic], or tell the reader what is right"),
    ("The Tarn region counts 900 measles cases, the NHA said.", "en", "discrepancy",
     "says 900 before 2025-07-01, since when it holds", NOW, "see which is meant"),
    ("La région du Tarn compte plus de 560 cas de rougeole, selon la NHA.", "fr", "discrepancy",
     "says “plus de 560”", NOW, MEND),
    ("La región del Tarn cuenta 120 casos de sarampión, según la NHA.", "es", "outdated",
     "says 120, an older value of 2025-01-10", NOW, "give the newer one, or say when the older one held"),
    ("The Tarn region has about 8.2 infant deaths per 1,000 births, the NHA said.", "en", "discrepancy",
     "says “about 8.2 infant deaths per 1,000”", "the registry says 3.1 per 1,000 (NHA)", MEND),
    ("Le litre de gazole dans le Tarn coûte plus de 2,40 euros le litre, selon la NHA.", "fr", "discrepancy",
     "says “plus de 2,40 euros le litre”", "the registry says €1.60/l (motorists)", MEND),
    ("The Tarn region counts 340 measles cases.", "en", "unsourced", "gives 340 without a source", NOW, NAME),
    ("The Tarn region counts 340 measles cases, according to officials.", "en", "vague-source",
     "gives 340 from a source without a name", NOW, "name it, or say why it can't be named"),
    ("Some 30,000 marchers joined the pension protest in Ostry.", "en", "disputed",
     "says “Some 30,000” but not according to whom", "the registry says 12k (police) / 30k (unions)",
     "name the source of the figure, or give both"),
    ("Some 30,000 marchers joined the pension protest in Ostry, according to the police.", "en",
     "misattributed", "says “Some 30,000” according to police, whose figure is 12k",
     "the registry says 12k (police) / 30k (unions)", "name unions, or give the figure of police"),
    ("The Tarn region counts up to 340 measles cases, the NHA said.", "en", "hedge",
     "says “up to 340” of a plain figure", NOW, "give it plainly"),
    ("The Tarn region has 700 nurses, the NHA said.", "en", "hedge",
     "says 700 plainly", "the registry says >700 (NHA)", "say that it is at least so much"),
    ("The Tarn region has up to 700 nurses, the NHA said.", "en", "hedge",
     "says “up to 700”, which turns the bound round", "the registry says >700 (NHA)", "turn it back"),
    ("The quarry poisoned the village wells, the mayor said.", "en", "discrepancy",
     "repeats a statement", "the registry rates it false (NHA)",
     "take it out, or tell the reader that it is wrong"),
    ("The quarry poisoned the village wells.", "en", "unsourced",
     "repeats a statement without a source", "the registry rates it false (NHA)", NAME),
]  # fmt: skip


def flagged(folder: Path, language: str, *texts: str) -> list[Finding]:
    articles = {f"{number}.md": text + "\n" for number, text in enumerate(texts)}
    found = scanned(folder, REGISTRY, articles, ScanOptions(date=DAY, language=language))
    return list(found.findings)


@pytest.mark.parametrize(("text", "language", "rule", "said", "known", "action"), MESSAGES)
def test_the_message(
    tmp_path: Path, text: str, language: str, rule: str, said: str, known: str, action: str
) -> None:
    found = {finding.rule: finding.message for finding in flagged(tmp_path, language, text)}
    assert found.get(rule) == f"{said}; {known}: {action}"


def test_a_contradiction_tells_the_other_side(tmp_path: Path) -> None:
    text = "The Tarn region counts 340 measles cases.\n\nThe 560 measles cases in the Tarn region are mild."
    [found] = [row for row in flagged(tmp_path, "en", text) if row.rule == "contradiction"]
    assert found.message == (
        "says 560 here but 340 in line 1; the registry says 340 since 2025-03-02 (NHA): "
        "keep the right one, or say what tells them apart"
    )


def test_a_divergence_tells_the_nearest_place_and_counts_the_rest(tmp_path: Path) -> None:
    days = ("2025-05-01", "2025-03-05", "2025-05-02", "2025-05-20")
    figures = (560, 340, 340, 340)
    texts = [
        f"---\ndate: {day}\n---\n\nThe Tarn region counts {figure} measles cases."
        for day, figure in zip(days, figures, strict=True)
    ]
    [found] = [row for row in flagged(tmp_path, "en", *texts) if row.rule == "divergence"]
    assert found.said == f"says 560 here but 340 in {tmp_path / '2.md'}:5 (and 2 more places)"
    assert [Path(place.path).name for place in found.related] == ["2.md", "3.md", "1.md"]


def test_every_message_is_what_is_said_what_is_known_and_what_to_do(tmp_path: Path) -> None:
    texts = [text for text, language, *_ in MESSAGES if language == "en"]
    found = flagged(tmp_path, "en", *texts)
    assert {row.rule for row in found} >= {
        "discrepancy",
        "unsourced",
        "disputed",
        "vague-source",
        "divergence",
    }
    for row in found:
        assert row.message.startswith(f"{row.said}; the registry "), row.message
        assert row.message.endswith(f"{row.expected}: {row.action}"), row.message


@pytest.mark.parametrize(
    ("text", "is_quoted"),
    [
        ("He spoke of 560 [sic] cases.", True),
        ('He spoke of "560 cases".', True),
        ("He spoke of 560 [six more] cases.", False),
        ('He spoke of 560 "cases".', False),
    ],
)
def test_quotation_marks_and_sic_make_a_figure_somebody_elses(text: str, is_quoted: bool) -> None:
    start = text.index("560")
    assert quoted(text, Sentence(0, len(text), 0), start, start + 3) is is_quoted
