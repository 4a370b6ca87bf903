"""What `explain` tells of a line: how it was read, what was missing, and what to add to the registry."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from factcheck.check.explain import why
from factcheck.match.explain import Explanation, Weighed
from factcheck.match.result import Match
from factcheck.match.score import BARS
from factcheck.model import Kind
from factcheck.registry.load import parse_registry
from factcheck.report.explain import show
from factcheck.report.screen import console
from factcheck.run.article import ScanOptions
from factcheck.run.explain import explain
from tests.newsroom import DAY, scanned

REGISTRY = """\
claims:
  crowd:
    title: Spectators at the opening match in Orlec
    match: [spectateurs du match d'ouverture à Orlec, espectadores del partido inaugural en Orlec]
    exclude: [televised, télévisée]
    values: [{value: 41k, as_of: 2025-05-20, source: league}]
  cases:
    title: Measles cases in the Tarn region
    match: [cas de rougeole dans la région du Tarn, casos de sarampión en la región del Tarn]
    unit: people
    values: [{value: 340, as_of: 2025-03-02, source: health agency}]
  keeper:
    kind: name
    title: Director of the Orlec aquarium
    match: [director of the Orlec aquarium, directrice de l'aquarium d'Orlec]
    exclude: [former, ancienne]
    values: [{value: Solveig Aubertin}]
  opening:
    kind: date
    title: Opening of the Lower Bridge to traffic
    match: [the Lower Bridge opened to traffic, ouverture du pont Bas à la circulation]
    values: [2025-04-12]
  wells:
    kind: statement
    title: The quarry poisoned the village wells
    match: [la carrière a empoisonné les puits du village]
    exclude: [novel, roman]
    rating: false
"""


def told(folder: Path, text: str, language: str, line: int = 1) -> Explanation:
    path = folder / "draft.md"
    path.write_text(text + "\n", "utf-8")
    registry = parse_registry(REGISTRY, "claims.yaml")
    return explain(str(path), line, registry, ScanOptions(date=DAY, language=language))


WHY = [
    ("The opening match in Orlec drew 41,000 spectators.", "en", "41,000", r"about `crowd` \(\d\d% likely\)"),
    ("The televised opening match in Orlec drew 41,000 spectators.", "en", "41,000",
     "not about `crowd`: its `exclude` has `televised`"),
    ("Measles cases in the Tarn region rose by 12 %.", "en", "12 %",
     "not about `cases`: the claim's values are in another unit"),
    ("Measles cases in the Tarn region are forecast to reach 500 by July.", "en", "500",
     "not about `cases`: the text tells it as a plan or a possibility"),
    ("El pueblo tiene 7.200 habitantes.", "es", "7.200", "about nothing in the registry: no claim shares"),
    ("Cases are rare in the region: only 9,000 doses were sent.", "en", "9,000",
     r"the nearest is `cases` \(\d+% likely\), and one that differs needs 9%: \d+ short"),
    ("Solveig Aubertin, the director of the Orlec aquarium, resigned.", "en", "Solveig Aubertin",
     "the name for `keeper`"),
    ("Solveig Aubertin sang at the market of Orlec.", "en", "Solveig Aubertin",
     r"its sentence says \d+% of the role `keeper`, and 42% is needed: \d+ short"),
    ("Solveig Aubertin, ancienne directrice de l'aquarium d'Orlec, est morte.", "fr", "Solveig Aubertin",
     "not about `keeper`: its `exclude` has `ancienne`"),
    ("The quarry poisoned the village wells.", "en", "The quarry poisoned", "repeats `wells`"),
    ("The quarry never poisoned the village wells.", "en", "The quarry never",
     "not about `wells`: the sentence denies it, asks it, or calls it untrue"),
    ("In the novel, the quarry poisoned the village wells.", "en", "In the novel",
     "not about `wells`: its `exclude` has `novel`"),
    ("The quarry sold wells.", "en", "The quarry sold",
     r"its sentence says \d+% of the statement `wells`, and 64% is needed: \d+ short"),
    ("On 3 May 2025 it rained.", "en", "3 May 2025", "about nothing in the registry"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "reading", "why"), WHY)
def test_why(tmp_path: Path, text: str, language: str, reading: str, why: str) -> None:
    readings = told(tmp_path, text, language).readings
    [found] = [row.why for row in readings if row.mention.text.startswith(reading)]
    assert re.search(why, found), found


ADVICE = [
    ("A record 52,300 people filled the stands when Orlec kicked off the tournament.", "en", "crowd"),
    ("La région compte désormais 870 malades de la rougeole hospitalisés.", "fr", "cases"),
    ("En la inauguración del torneo llenaron las gradas 52.300 aficionados de Orlec.", "es", "crowd"),
]


@pytest.mark.parametrize(("text", "language", "claim"), ADVICE)
def test_what_it_says_to_add_makes_the_figure_found(
    tmp_path: Path, text: str, language: str, claim: str
) -> None:
    """The twin of a test that finds nothing: the same article, with the phrase that explain suggests."""
    options = ScanOptions(date=DAY, language=language)
    before = scanned(tmp_path, REGISTRY, {"a.md": text}, options)
    assert not [row for row in before.mentions if row.certainty == "sure"]
    [reading] = [row for row in told(tmp_path, text, language).readings if row.mention.kind == "quantity"]
    [words] = re.findall("`match`[^“]*“([^”]+)”", reading.advice)
    mended = re.sub(rf"(  {claim}:\n.*?match: \[)", rf"\1{words}, ", REGISTRY, count=1, flags=re.DOTALL)
    after = scanned(tmp_path, mended, {"a.md": text}, options)
    assert [row.claim for row in after.mentions if row.certainty == "sure"] == [claim]


UNREAD = [
    ("Nothing here.\n\n", 2, "the line is empty"),
    ("---\ntitle: A day\ndate: 2025-06-01\n---\n\nIt rained.", 3, "the line is no text of the article"),
    ("It rained all day long.", 1, "the line has no figure, and no date, name or statement"),
    ("They flew an A320 home.", 1, "not read as a figure: “320”"),
]


@pytest.mark.parametrize(("text", "line", "why"), UNREAD)
def test_why_nothing_was_read(tmp_path: Path, text: str, line: int, why: str) -> None:
    found = told(tmp_path, text, "en", line)
    assert found.readings == ()
    assert found.unread.startswith(why)


def test_a_line_that_is_read_wholly_says_no_more(tmp_path: Path) -> None:
    found = told(tmp_path, "The opening match in Orlec drew 41,000 spectators.", "en")
    assert found.unread == ""
    assert found.readings[0].advice == "", "it agrees: there is nothing to mend"


@pytest.mark.parametrize(("text", "language"), [row[:2] for row in WHY])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_insiders_word_is_told(tmp_path: Path, text: str, language: str, verbose: bool) -> None:
    page = io.StringIO()
    show(told(tmp_path, text, language), console(page, 100), verbose)
    shown = " ".join(page.getvalue().split())
    for word in ("mass", "plainly told", "logit", "candidate", "slot", "=0.", "quantity"):
        assert word not in shown
    assert ("as a logarithm" in shown) == (verbose and "likely" in shown)


@pytest.mark.parametrize(
    ("score", "kind", "why_not"),
    [
        (0.20, "quantity", "to be sure of one that differs takes 34%: 14 short"),
        (0.20, "date", "to be sure of one that differs takes 34%: 14 short"),
        (0.51, "quantity", "another figure of its sentence stands nearer, and a second one takes 55%"),
        (0.51, "date", "its sentence tells it too loosely to be sure"),
    ],
)
def test_what_a_possible_one_lacks(score: float, kind: Kind, why_not: str) -> None:
    won = Weighed("crowd", score)
    match = Match(kind, 0, 1, 0, (0, 1), None, won, (won,), "possible")
    assert why(match, BARS["even"]) == f"perhaps about `crowd` ({100 * score:.0f}% likely); {why_not}"
