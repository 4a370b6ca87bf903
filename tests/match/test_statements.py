"""Sentences that repeat a statement, and those that deny it, debunk it or speak of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.language.words import words
from factcheck.match.statements import debunked, denials
from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

REGISTRY = """\
claims:
  wells:
    kind: statement
    title: The quarry poisoned the village wells
    match: [la carrière a empoisonné les puits du village]
    exclude: [novel, roman]
    rating: false
  bailout:
    kind: statement
    title: The island bank received no public money
    match: [la banque de l'île n'a reçu aucun argent public]
    rating: true
"""

STATEMENTS = [
    ("The quarry poisoned the village wells.", "en", "wells"),
    ("For years, residents say, the quarry has poisoned the wells of the village.", "en", "wells"),
    ("The village wells were poisoned by the quarry, which never closed.", "en", "wells"),
    ("It did not rain when the quarry poisoned the village wells.", "en", "wells"),
    ("La carrière a empoisonné les puits du village.", "fr", "wells"),
    ("La carrière, qui n'a jamais fermé, a empoisonné les puits du village.", "fr", None),
    ("The quarry did not poison the village wells.", "en", None),
    ("The quarry never poisoned the wells of the village.", "en", None),
    ("La carrière n'a pas empoisonné les puits du village.", "fr", None),
    ("It is a myth that the quarry poisoned the village wells.", "en", None),
    ("The company denied that the quarry had poisoned the village wells.", "en", None),
    ("Contrairement à la rumeur, la carrière a empoisonné les puits du village.", "fr", None),
    ("In the novel, the quarry poisoned the village wells.", "en", None),
    ("The quarry bought the village school.", "en", None),
    ("The wells are deep.", "en", None),
    ("The island bank received no public money.", "en", "bailout"),
    ("La banque de l'île n'a reçu aucun argent public.", "fr", "bailout"),
    ("The island bank received public money.", "en", None),
    ("La banque de l'île a reçu de l'argent public.", "fr", None),
]


@pytest.mark.parametrize(("text", "language", "claim"), STATEMENTS)
def test_what_a_sentence_repeats(text: str, language: str, claim: str | None, tmp_path: Path) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions(DAY, language)).mentions
    assert [mention.claim for mention in found] == ([claim] if claim else [])
    assert all(mention.text == text for mention in found)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("a hoax from start to end", "en", True),
        ("that is untrue", "en", True),
        ("that is true", "en", False),
        ("c'est une intox", "fr", True),
        ("contrairement à ce qu'on lit", "fr", True),
        ("c'est sans fondement", "fr", True),
        ("sans le fondement", "fr", False),
        ("", "fr", False),
    ],
)
def test_what_calls_something_untrue(text: str, language: str, expected: bool) -> None:
    assert debunked(words(text).folded, denials(language)) is expected


RUMOURS = """\
claims:
  wells:
    kind: statement
    title: The quarry poisoned the village wells
    match: [la carrière a empoisonné les puits du village, la cantera envenenó los pozos del pueblo]
    rating: false
  treaty:
    kind: statement
    title: The harbour treaty has been signed
    match: [the harbour treaty was signed, le traité portuaire a été signé, se firmó el tratado portuario]
    rating: true
  vaccine:
    kind: statement
    title: The shingles vaccine causes hair loss
    match:
      - le vaccin contre le zona provoque la perte des cheveux
      - la vacuna contra el herpes provoca la caída del pelo
    rating: false
  stadium:
    kind: statement
    title: The city sold the stadium to a sheikh
    match: [la ville a vendu le stade à un cheikh, la ciudad vendió el estadio a un jeque]
    rating: false
  wolf:
    kind: statement
    title: A wolf killed a hiker in the Arle valley
    match:
      - un loup a tué un randonneur dans la vallée d'Arle
      - un lobo mató a un excursionista en el valle de Arle
    rating: unproven
"""

TOLD = [
    ("The quarry poisoned the village wells.", "en", "wells"),
    ("Residents say the quarry has poisoned the wells of the village for years.", "en", "wells"),
    ("It is not true that the quarry poisoned the village wells.", "en", None),
    ("There is no evidence that the quarry poisoned the village wells.", "en", None),
    ("The rumour that the quarry poisoned the village wells has been debunked.", "en", None),
    ("The claim that the quarry poisoned the village wells is wrong.", "en", None),
    ("The claim that the quarry poisoned the village wells does not hold up.", "en", None),
    ("Inspectors ruled out that the quarry had poisoned the village wells.", "en", None),
    ("Nobody has shown that the quarry poisoned the village wells.", "en", None),
    ("Inspectors dismissed claims that the quarry poisoned the village wells.", "en", None),
    ("The mayor rejects the accusation that the quarry poisoned the village wells.", "en", None),
    ("The allegation that the quarry poisoned the village wells was unfounded.", "en", None),
    ("Did the quarry poison the village wells?", "en", None),
    ("If the quarry poisoned the village wells, it must pay.", "en", None),
    ("The quarry could have poisoned the village wells.", "en", None),
    ("The quarry cleaned the village wells.", "en", None),
    ("The quarry bought the village wells.", "en", None),
    ("The quarry paid for the village wells to be tested.", "en", None),
    ("Fact check: no, the quarry did not poison the village wells.", "en", None),
    ("The quarry poisoned the village wells. That is false.", "en", "wells"),
    ("The quarry poisoned the village wells, goes the rumour. It is untrue.", "en", "wells"),
    ("False: the quarry poisoned the village wells.", "en", None),
    ("The harbour treaty was signed on Monday.", "en", "treaty"),
    ("The harbour treaty has been signed.", "en", "treaty"),
    ("The harbour treaty was never signed.", "en", None),
    ("The harbour treaty was not signed.", "en", None),
    ("The harbour treaty has yet to be signed.", "en", None),
    ("The harbour treaty remains unsigned.", "en", None),
    ("The harbour treaty will be signed in May.", "en", None),
    ("The harbour treaty was debated on Monday.", "en", None),
    ("Nobody signed the harbour treaty.", "en", None),
    ("The two sides failed to sign the harbour treaty.", "en", None),
    ("They refused to sign the harbour treaty.", "en", None),
    ("The shingles vaccine causes hair loss.", "en", "vaccine"),
    ("The shingles vaccine, he claims, causes hair loss.", "en", "vaccine"),
    ("The shingles vaccine prevents hair loss.", "en", None),
    ("Far from causing hair loss, the shingles vaccine is harmless.", "en", None),
    ("The shingles vaccine was studied in people with hair loss.", "en", None),
    ("Scientists found no link between the shingles vaccine and hair loss.", "en", None),
    ("Doctors deny that the shingles vaccine causes hair loss.", "en", None),
    ("The city sold the stadium to a sheikh.", "en", "stadium"),
    ("The stadium was sold by the city to a sheikh.", "en", "stadium"),
    ("The city showed the stadium to a sheikh.", "en", None),
    ("The city refused to sell the stadium to a sheikh.", "en", None),
    ("The city denied having sold the stadium to a sheikh.", "en", None),
    ("A wolf killed a hiker in the Arle valley.", "en", "wolf"),
    ("A hiker was killed by a wolf in the Arle valley, the paper wrote.", "en", "wolf"),
    ("A hiker saw a wolf in the Arle valley.", "en", None),
    ("A hiker photographed a wolf in the Arle valley.", "en", None),
    ("La carrière a empoisonné les puits du village.", "fr", "wells"),
    ("Il n'est pas vrai que la carrière a empoisonné les puits du village.", "fr", None),
    ("Rien ne prouve que la carrière a empoisonné les puits du village.", "fr", None),
    ("Non, la carrière n'a jamais empoisonné les puits du village.", "fr", None),
    ("La rumeur selon laquelle la carrière a empoisonné les puits du village est infondée.", "fr", None),
    ("La carrière aurait pu empoisonner les puits du village.", "fr", None),
    ("La carrière a-t-elle empoisonné les puits du village ?", "fr", None),
    ("Si la carrière a empoisonné les puits du village, elle paiera.", "fr", None),
    ("La carrière a nettoyé les puits du village.", "fr", None),
    ("La carrière a racheté les puits du village.", "fr", None),
    ("Les experts écartent l'idée que la carrière a empoisonné les puits du village.", "fr", None),
    ("La carrière a empoisonné les puits du village. C'est faux.", "fr", "wells"),
    ("Le traité portuaire a été signé lundi.", "fr", "treaty"),
    ("Le traité portuaire n'a jamais été signé.", "fr", None),
    ("Le traité portuaire a été débattu lundi.", "fr", None),
    ("Le traité portuaire sera signé en mai.", "fr", None),
    ("Ils ont refusé de signer le traité portuaire.", "fr", None),
    ("La ville a vendu le stade à un cheikh.", "fr", "stadium"),
    ("La ville a montré le stade à un cheikh.", "fr", None),
    ("Le vaccin contre le zona provoque la perte des cheveux.", "fr", "vaccine"),
    ("Le vaccin contre le zona empêche la perte des cheveux.", "fr", None),
    ("La cantera envenenó los pozos del pueblo.", "es", "wells"),
    ("No es cierto que la cantera envenenó los pozos del pueblo.", "es", None),
    ("No hay pruebas de que la cantera envenenó los pozos del pueblo.", "es", None),
    ("La cantera nunca envenenó los pozos del pueblo.", "es", None),
    ("¿La cantera envenenó los pozos del pueblo?", "es", None),
    ("La cantera limpió los pozos del pueblo.", "es", None),
    ("El bulo de que la cantera envenenó los pozos del pueblo circula.", "es", None),
    ("La cantera envenenó los pozos del pueblo. Es falso.", "es", "wells"),
    ("El tratado portuario se firmó el lunes.", "es", "treaty"),
    ("El tratado portuario nunca se firmó.", "es", None),
    ("El tratado portuario se debatió el lunes.", "es", None),
    ("Descartan que la cantera envenenó los pozos del pueblo.", "es", None),
    ("La vacuna contra el herpes provoca la caída del pelo.", "es", "vaccine"),
    ("La vacuna contra el herpes evita la caída del pelo.", "es", None),
    ("In May the quarry poisoned the village wells.", "en", "wells"),
    ('"The quarry poisoned the village wells," said Will Grant.', "en", "wells"),
    ("He told me that the quarry had poisoned the wells of the village.", "en", "wells"),
    ("The village wells have been poisoned by the quarry.", "en", "wells"),
    ("A rumour has it that the quarry poisoned the village wells.", "en", "wells"),
    (
        "It is a lie that the quarry poisoned the village wells, said the mayor.",
        "en",
        None,
    ),
    ("Claims that the quarry poisoned the village wells are nonsense.", "en", None),
    ("Nothing suggests that the quarry poisoned the village wells.", "en", None),
    ("I doubt that the quarry poisoned the village wells.", "en", None),
    ("The quarry was accused of ignoring the village wells.", "en", None),
    ("The quarry is suing over the village wells.", "en", None),
    ("The fire brigade filled the village wells at the quarry.", "en", None),
    ("Hair loss is caused by the shingles vaccine, a blogger writes.", "en", "vaccine"),
    ("The shingles vaccine does not cause hair loss.", "en", None),
    ("The shingles vaccine has never caused hair loss.", "en", None),
    ("No, the shingles vaccine does not lead to hair loss.", "en", None),
    ("Patients who lose hair may take the shingles vaccine.", "en", None),
    ("The shingles vaccine treats hair loss.", "en", None),
    ("The stadium has been sold to a sheikh by the city.", "en", "stadium"),
    ("The city wants to sell the stadium to a sheikh.", "en", None),
    ("The city leased the stadium to a sheikh.", "en", None),
    ("The city bought the stadium from a sheikh.", "en", None),
    ("A sheikh visited the stadium of the city.", "en", None),
    ("En mai, la carrière a empoisonné les puits du village.", "fr", "wells"),
    ("La carrière aurait empoisonné les puits du village.", "fr", "wells"),
    ("Le stade serait vendu par la ville à un cheikh, selon une rumeur.", "fr", "stadium"),
    ("Le stade sera vendu par la ville à un cheikh.", "fr", None),
    ("Les puits du village ont été empoisonnés par la carrière.", "fr", "wells"),
    ("L'accusation selon laquelle la carrière a empoisonné les puits du village est mensongère.", "fr", None),
    ("Le préfet dément que la carrière ait empoisonné les puits du village.", "fr", None),
    ("Est-ce que la carrière a empoisonné les puits du village ?", "fr", None),
    ("La carrière a été accusée d'ignorer les puits du village.", "fr", None),
    ("La carrière n'a pas pu empoisonner les puits du village.", "fr", None),
    ("Aucun élément ne permet de dire que la carrière a empoisonné les puits du village.", "fr", None),
    ("Le stade a été vendu à un cheikh par la ville.", "fr", "stadium"),
    ("La ville renonce à vendre le stade à un cheikh.", "fr", None),
    ("La ville loue le stade à un cheikh.", "fr", None),
    ("La ville va vendre le stade à un cheikh.", "fr", None),
    ("La cantera sí envenenó los pozos del pueblo.", "es", "wells"),
    ("Los pozos del pueblo fueron envenenados por la cantera.", "es", "wells"),
    ("El alcalde desmiente que la cantera envenenara los pozos del pueblo.", "es", None),
    ("La cantera no envenenó los pozos del pueblo.", "es", None),
    ("Nadie ha probado que la cantera envenenara los pozos del pueblo.", "es", None),
    ("La cantera se negó a limpiar los pozos del pueblo.", "es", None),
    ("El estadio fue vendido por la ciudad a un jeque.", "es", "stadium"),
    ("La ciudad alquiló el estadio a un jeque.", "es", None),
    ("La ciudad quiere vender el estadio a un jeque.", "es", None),
]


@pytest.mark.parametrize(("text", "language", "claim"), TOLD)
def test_what_is_told_as_so(text: str, language: str, claim: str | None, tmp_path: Path) -> None:
    found = scanned(tmp_path, RUMOURS, {"a.md": text}, ScanOptions(DAY, language)).mentions
    assert [mention.claim for mention in found] == ([claim] if claim else [])


def test_a_statement_about_what_is_planned_is_repeated_by_a_plan(tmp_path: Path) -> None:
    registry = """\
    claims:
      toll:
        kind: statement
        title: Cyclists will have to pay a toll on the bridge
        match: [cyclists will pay a toll on the bridge]
        rating: false
    """
    texts = {
        "a.md": "From May cyclists will pay a toll on the bridge.",
        "b.md": "No cyclist will pay a toll on the bridge.",
    }
    found = scanned(tmp_path, registry, texts, ScanOptions(DAY, "en")).mentions
    assert [mention.path[-4:] for mention in found] == ["a.md"]
