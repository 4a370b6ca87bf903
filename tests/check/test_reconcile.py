"""What contradicts itself, and beside it what date, source, turn of phrase or sentence reconciles."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Finding
from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

REGISTRY = """\
claims:
  dead:
    title: People killed in the Varn valley flood
    match: [morts dans la crue de la vallée de la Varn, people killed in the Varn valley flood]
    values:
      - {value: 200, as_of: 2025-04-10, source: civil protection}
      - {value: 260, as_of: 2025-05-12, source: civil protection}
  waiting:
    title: Patients on the hospital waiting list
    match: [patients sur la liste d'attente de l'hôpital, patients waiting for surgery at the hospital]
    values:
      - {value: 600, as_of: 2025-03, source: hospital trust}
      - {value: 900, as_of: 2025-05, source: hospital trust}
  cost:
    title: Cost of the Lower Bridge
    match: [coût du pont Bas, le pont Bas coûtera, cost of the Lower Bridge, the Lower Bridge will cost]
    values:
      - {value: €80M, as_of: 2023-02, source: council}
      - {value: €120M, as_of: 2025-01, source: council}
  crowd:
    title: Marchers at the pension protest in Tarn City
    match: [manifestants à Tarn-Ville contre la réforme des retraites,
      people marched in Tarn City against the pension reform]
    values: [{value: 12k, source: police}, {value: 30k, source: unions}]
  burnt:
    title: Area burnt by the Moss Hill fire
    match: [hectares brûlés par l'incendie de Moss Hill, hectares burnt by the Moss Hill fire]
    values: [{value: 4200 ha, as_of: 2025-05-20, source: fire service}]
  evacuees:
    title: Residents evacuated from Moss Hill
    match: [habitants évacués de Moss Hill, residents evacuated from Moss Hill]
    values: [{value: 1500, source: prefecture}]
  cuts:
    title: Job cuts at Velor
    match: [suppressions de postes chez Velor, Velor supprime des postes, job cuts at Velor,
      Velor will cut jobs]
    values: [{value: 850, as_of: 2025-05, source: Velor}]
  goals:
    title: Goals scored by Ana Rusk this season
    match: [buts marqués par Ana Rusk cette saison, Ana Rusk has scored goals this season]
    values: [{value: 21, as_of: 2025-05-25, source: league}]
  turnout:
    title: Turnout in the mayoral election in Ostry
    match: [participation à l'élection municipale d'Ostry, turnout in the Ostry mayoral election]
    values: [{value: 54%, as_of: 2025-05-26, source: electoral commission}]
  cases:
    title: Flu cases in the Lorne region
    match: [cas de grippe dans la région de Lorne, flu cases in the Lorne region]
    values: [{value: 3100, as_of: 2025-05-10, source: health agency}]
  launch:
    kind: date
    title: Launch of the Petra probe
    match: [la sonde Petra a décollé, lancement de la sonde Petra, the Petra probe was launched]
    values: [{value: 2024-11-07, source: space agency}]
  mass:
    title: Mass of the Petra probe
    match: [la sonde Petra pèse, masse de la sonde Petra, the Petra probe weighs]
    values: [{value: 740 kg, source: space agency}]
  beds:
    title: Beds at the Saint-Roch hospital
    match: [lits à l'hôpital Saint-Roch, beds at the Saint-Roch hospital]
    values: [{value: 410, source: hospital}]
  deficit:
    title: Deficit of the city of Brenn
    match: [déficit de la ville de Brenn]
    values: [{value: €14M, as_of: 2025-03-01, source: court of auditors}]
"""


def contradictions(folder: Path, language: str, text: str) -> list[Finding]:
    report = scanned(folder, REGISTRY, {"a.md": text}, ScanOptions(date=DAY, language=language))
    return [finding for finding in report.findings if finding.rule == "contradiction"]


# what holds, then what does not go with it, then a turn that reconciles the two
CASES = [
    ("en", "Velor will cut 850 jobs.",
     "The 580 job cuts at Velor will start in July, Velor said.",
     "It had planned to cut 580 jobs at first."),
    ("en", "Velor will cut 850 jobs.",
     "The 1,000 job cuts at Velor will start in July.",
     "Unions fear that Velor will cut 1,000 jobs."),
    ("en", "Velor will cut 850 jobs.",
     "The 580 job cuts at Velor will start in July.",
     "Correction: an earlier version of this article said that Velor would cut 580 jobs."),
    ("en", "Velor will cut 850 jobs.",
     "The 500 job cuts at Velor will start in July.",
     "Managers used to speak of 500 job cuts at Velor."),
    ("fr", "Velor supprime 850 postes.",
     "Les 1 000 suppressions de postes chez Velor commencent en juin.",
     "Les syndicats redoutent 1 000 suppressions de postes chez Velor."),
    ("fr", "Velor supprime 850 postes.",
     "Les 580 suppressions de postes chez Velor commencent en juin.",
     "Rectificatif : une première version de cet article évoquait 580 suppressions de postes chez Velor."),
    ("fr", "Velor supprime 850 postes.",
     "Les 1 000 suppressions de postes chez Velor commencent en juin.",
     "Le groupe prévoyait initialement 1 000 suppressions de postes."),
    ("fr", "Velor supprime 850 postes.",
     "Les 1 000 suppressions de postes chez Velor commencent en juin.",
     "Sur les réseaux sociaux, certains parlent de 1 000 suppressions de postes chez Velor."),
    ("en", "The Lower Bridge will cost €120 million.",
     "The cost of the Lower Bridge, €80 million, is shared.",
     "In 2023 the council put the cost of the Lower Bridge at €80 million."),
    ("en", "The Lower Bridge will cost €120 million.",
     "The cost of the Lower Bridge, €80 million, is shared.",
     "The 2023 estimate was €80 million for the Lower Bridge."),
    ("en", "The Lower Bridge will cost €120 million.",
     "The cost of the Lower Bridge, €70 million, is shared.",
     "It was supposed to cost €70 million."),
    ("en", "The Lower Bridge will cost €120 million.",
     "The cost of the Lower Bridge, €70 million, is shared.",
     "Initially the cost of the Lower Bridge was put at €70 million."),
    ("en", "The Lower Bridge will cost €120 million.",
     "The cost of the Lower Bridge, €170 million, is shared.",
     "The cost of the Lower Bridge, some €118 million, is shared."),
    ("fr", "Le pont Bas coûtera 120 millions d'euros.",
     "Le coût du pont Bas, 80 millions d'euros, sera partagé.",
     "L'estimation de 2023 était de 80 millions d'euros."),
    ("fr", "Le pont Bas coûtera 120 millions d'euros.",
     "Le coût du pont Bas, 70 millions d'euros, sera partagé.",
     "Il devait coûter 70 millions d'euros."),
    ("en", "The Varn valley flood killed 260 people.",
     "The 200 people killed in the Varn valley flood rest here.",
     "April's toll, which was 200 dead, had been thought final."),
    ("en", "The Varn valley flood killed 260 people.",
     "The 310 people killed in the Varn valley flood rest here.",
     "The April toll was 180 dead."),
    ("fr", "La crue de la Varn a fait 260 morts.",
     "Les 200 morts de la crue de la Varn reposent ici.",
     "Le bilan d'avril, qui était de 200 morts, a été revu."),
    ("fr", "L'hôpital a 900 patients sur sa liste d'attente.",
     "Les 600 patients de la liste d'attente de l'hôpital seront opérés avant l'été.",
     "Le chiffre de mars, qui était de 600 patients, paraît loin."),
    ("en", "The hospital has 900 patients on its waiting list.",
     "The 750 patients on the hospital waiting list are told in June.",
     "In March there were 750 patients on the hospital waiting list."),
    ("en", "The flu broke out on 3 March, and 3,100 flu cases later the Lorne region has had enough.",
     "The Lorne region has 2,400 flu cases, the agency reported on 20 May.",
     "In February 2025 the Lorne region had 2,400 flu cases."),
    ("fr", "L'hôpital Saint-Roch a 410 lits.",
     "L'hôpital Saint-Roch, 520 lits, recrute.",
     "En 2010, l'hôpital Saint-Roch avait 520 lits."),
    ("fr", "L'incendie de Moss Hill a brûlé 4 200 hectares.",
     "Les 2 400 hectares brûlés par l'incendie de Moss Hill seront replantés.",
     "En 2019, un incendie y avait brûlé 3 000 hectares."),
    ("en", "The Moss Hill fire burnt 4,200 hectares.",
     "The 2,400 hectares burnt by the Moss Hill fire will be replanted.",
     "A video on social media claims that the Moss Hill fire burnt 9,000 hectares."),
    ("en", "Some 1,500 residents were evacuated from Moss Hill.",
     "The 2,500 residents evacuated from Moss Hill slept in gyms.",
     "On Thursday, 900 residents had been evacuated from Moss Hill."),
    ("fr", "La participation à l'élection municipale d'Ostry a atteint 54 %.",
     "Avec 45 % de participation à l'élection municipale d'Ostry, nul ne fête rien.",
     "À midi, la participation à Ostry était de 22 %."),
    ("fr", "La région de Lorne compte 3 100 cas de grippe.",
     "Face aux 1 300 cas de grippe de la région de Lorne, les lits manquent.",
     "Un premier bilan faisait état de 2 800 cas de grippe dans la région."),
    ("en", "The Lorne region has 3,100 flu cases.",
     "The 1,300 flu cases in the Lorne region fill the beds.",
     "Experts expect 6,000 flu cases in the Lorne region by July."),
    ("fr", "Ana Rusk a marqué 21 buts cette saison.",
     "Ses 12 buts de cette saison font d'Ana Rusk la meilleure.",
     "Ses 21 buts de cette saison font d'Ana Rusk la meilleure."),
    ("en", "The Petra probe was launched on 7 November 2024.",
     "The launch of the Petra probe on 17 November 2024 was watched by all.",
     "The launch of the Petra probe in November 2024 was watched by all."),
    ("fr", "La sonde Petra pèse 740 kg.",
     "Avec ses 470 kg, la sonde Petra est légère.",
     "Avec ses quelque 750 kg, la sonde Petra est légère."),
    ("en", "Some 30,000 people marched in Tarn City against the pension reform.",
     "The 12,000 people marched in Tarn City against the pension reform in vain.",
     "Police counted 12,000 people who marched in Tarn City against the pension reform."),
    ("fr", "Le déficit de la ville de Brenn atteint 14 millions d'euros.",
     "Le déficit de la ville de Brenn, 41 millions d'euros, inquiète.",
     "La mairie avait annoncé 9 millions d'euros de déficit."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "holds", "flagged", "_"), CASES)
def test_what_does_not_go_together(language: str, holds: str, flagged: str, _: str, tmp_path: Path) -> None:
    assert [finding.line for finding in contradictions(tmp_path, language, f"{holds}\n\n{flagged}")] == [3]


@pytest.mark.parametrize(("language", "holds", "_", "silent"), CASES)
def test_what_the_text_reconciles(language: str, holds: str, _: str, silent: str, tmp_path: Path) -> None:
    assert not contradictions(tmp_path, language, f"{holds} {silent}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Velor will cut 850 jobs instead of the 1,000 jobs that it had planned to cut."),
        ("en", "Velor will cut 850 jobs, not 580 as our headline said."),
        ("en", "Velor will cut 850 jobs, up from the 500 job cuts announced in January."),
        ("en", "Velor revised its job cuts from 500 to 850. The 850 job cuts at Velor start in July."),
        ("fr", "Velor a porté de 500 à 850 le nombre de suppressions de postes."),
        ("fr", "Velor supprimera 850 postes, contre 500 annoncés en janvier."),
        ("fr", "Le déficit de la ville de Brenn est de 14 millions d'euros, et non de 41 millions d'euros."),
        ("en", "Turnout in the Ostry mayoral election was 54%, up from 48% in 2019."),
        ("fr", "La participation à l'élection municipale d'Ostry est de 54 %, contre 61 % il y a six ans."),
        ("en", "The Moss Hill fire burnt 4,200 hectares, more than the 3,000 hectares burnt in 2019."),
        ("en", "The Moss Hill fire burnt 4,200 hectares (16 square miles)."),
        ("en", "The Petra probe was launched on 7 November 2024 instead of 12 October 2024."),
        ("fr", "Ils étaient 30 000 manifestants à Tarn-Ville selon les syndicats, 12 000 selon la police."),
    ],
)  # fmt: skip
def test_a_sentence_that_sets_two_figures_side_by_side(language: str, text: str, tmp_path: Path) -> None:
    assert not contradictions(tmp_path, language, text)


def test_a_unit_that_is_converted_wrongly_says_where(tmp_path: Path) -> None:
    text = "The Moss Hill fire burnt 4,200 hectares (30 square miles)."
    (found,) = contradictions(tmp_path, "en", text)
    assert found.message.startswith("says 30 square miles here but 4,200 hectares earlier in this sentence; ")


HEAD = "The hospital has 900 patients on its waiting list.\n\n"
TABLE = "| Patients on the waiting list | {} |\n| --- | --- | --- |\n| Patients waiting for surgery | {} |\n"


@pytest.mark.parametrize(
    ("header", "row", "lines"),
    [
        ("March 2025 | May 2025", "600 | 900", []),
        ("2024 | May 2025", "750 | 900", []),
        ("2023 | 2024", "750 | 900", []),
        ("here | elsewhere", "900 | 30", []),
        ("here | elsewhere", "750 | 30", [5]),
    ],
)
def test_a_table_is_dated_by_its_columns(header: str, row: str, lines: list[int], tmp_path: Path) -> None:
    text = HEAD + TABLE.format(header, row)
    assert [finding.line for finding in contradictions(tmp_path, "en", text)] == lines


@pytest.mark.parametrize("slip", ["5,100", "15,000", "2,100"])
def test_a_slip_of_the_pen_may_be_far_off(slip: str, tmp_path: Path) -> None:
    first, second = "1,500 residents were evacuated from Moss Hill", "residents evacuated from Moss Hill left"
    text = f"Some {first}. The {slip} {second} by bus."
    assert [finding.text for finding in contradictions(tmp_path, "en", text)] == [slip]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Velor will cut 580 jobs.\n\nVelor will cut 850 jobs, the company said.", (1, 3)),
        ("Velor will cut 850 jobs.\n\nVelor will cut 580 jobs, the company said.", (3, 1)),
        ("Velor will cut 580 jobs.\n\nVelor will cut 640 jobs, the company said.", (3, 1)),
    ],
)
def test_the_figure_that_is_wrong_is_flagged(text: str, flagged: tuple[int, int], tmp_path: Path) -> None:
    (found,) = contradictions(tmp_path, "en", text)
    assert (found.line, found.related[0].line) == flagged


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The police have 12,000 people in the Tarn City march against the pension reform.", ["supported"]),
        (
            "The unions make that 30,000 people in the Tarn City march against the pension reform.",
            ["supported"],
        ),
        (
            "The unions make that 12,000 people in the Tarn City march against the pension reform.",
            ["disputed"],
        ),
        ("Some 12,000 people marched in Tarn City against the pension reform.", ["disputed"]),
    ],
)
def test_a_clause_that_names_whose_value_it_gives(text: str, verdicts: list[str], tmp_path: Path) -> None:
    report = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions(date=DAY, language="en"))
    assert [mention.verdict for mention in report.mentions] == verdicts
