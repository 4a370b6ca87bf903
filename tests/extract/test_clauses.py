"""Each row is a sentence with a bar where it is cut; the twin beside it stays whole."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.clauses import clauses
from factcheck.language.lexicon import load


def cut(language: str, text: str) -> str:
    return "|".join(text[a:b] for a, b in clauses(text, load(language)))


@pytest.mark.parametrize(
    ("language", "barred"),
    [
        ("en", "The city sent 900 teachers, |300 more are on the way, |40 of them part-time."),
        ("en", "Some 3,100 pupils |(900 of them boarders) |sat the test; |in Wales, 1,602 did."),
        ("en", "The blaze burned 1,200 hectares |and destroyed 45 homes."),
        ("en", "The blaze, |which burned 1,200 hectares, |left 45 families homeless."),
        ("en", "The club sold 12 players on June 19, 2024, |and bought 7."),
        ("en", "Profit rose to $3.8 billion, |up from $2.1 billion a year earlier."),
        ("en", "The coach overturned, |killing 31."),
        ("en", "She said |“we have lost 300 of our best trees this week” |and wept."),
        ("en", "The town has 20,000 people |of whom 4,000 are pupils."),
        ("en", "Turnout was 61 percent in Lyon |while it was 48 percent in Nice."),
        ("en", "The storm killed 14 in Trinidad and Tobago |and 3 in Cuba."),
        ("en", "A crew of 900 |with 30 cranes came."),
        ("en", "Vaccines: |3 million doses — |2 million of them new."),
        ("en", "Of the 300 houses, |20 burned."),
        ("en", "The clinic saw 58 children, adults and teachers, |12 of them feverish."),
        ("en", "Spain won 3 gold, |4 silver |and 5 bronze medals."),
        ("en", "The vote was lost, |but 40 members stayed."),
        ("en", "Rates were 5% in May, |$30 was the fee."),
        ("en", "Exports hit 3.2 million tonnes |and, in Chile, 1.1 million."),
        ("en", "The plan costs 30 million, |including 4 million for roads."),
        ("fr", "La crue a coûté 24.617 emplois en Italie |et, en Suisse, 3.574 autres."),
        ("fr", "Le feu a détruit 1 200 hectares |et 45 maisons."),
        ("fr", "Le club a vendu 12 joueurs, |dont 3 gardiens, |pour 40 millions d'euros."),
        ("fr", "Un car se renversait, |tuant 31 passagers."),
        ("fr", "La secousse, |qui a fait 3.000 blessés, |a été ressentie à 200 km."),
        ("fr", "Le taux atteint 7,8 % à Lyon |alors qu'il est de 5 % à Nice."),
        ("fr", "300 lits ont été ajoutés, |portant à 1 100 le nombre total."),
        ("fr", "De 10.000 à 12.000 personnes ont défilé à Paris, |4 000 à Lyon."),
        ("fr", "Le dividende est de 5 centimes, |contre 10 un an plus tôt."),
        ("fr", "Le bilan est lourd : |100 disparus, |3.700 blessés |et 300 000 sans-abri."),
        ("fr", "Les dégâts sont estimés à 3 milliards de dollars |(soit 2,5 milliards d'euros)."),
        ("fr", "L'entreprise emploie 300 personnes en France, |en Italie 200."),
        ("fr", "Il a marqué 12 buts |et offert 7 passes."),
        ("fr", "On relève 204 plaintes |et plus de 6500 appels."),
        ("en", "They counted 204 swans |and with them 30 geese."),
        ("fr", "Elle dit |« avoir perdu 300 arbres cette semaine » |et pleure."),
        ("fr", "Le musée attire 900 visiteurs, |tandis que 40 attendent."),
    ],
)
def test_figures_stand_apart(language: str, barred: str) -> None:
    assert cut(language, barred.replace("|", "")) == barred


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Between 3 km and 4 km of road were lost."),
        ("en", "Between $3.8 billion and $4.6 billion was spent."),
        ("en", "They found 20, 30 or 40,000 eggs."),
        ("en", "The F-16 and 12 drones flew."),
        ("en", "The so-called “special price” was 300 euros."),
        ("en", "In 2023, 3,000 people left."),
        ("en", "On June 19, 2024, 300 people voted."),
        ("en", "The firm, based in Oslo, has 300 staff."),
        ("en", "The lawyer, Maria Silva, has 300 clients."),
        ("en", "She ran 10-20 km a day."),
        ("en", "At 4:17 am it rained."),
        ("en", "Men, women and children marched."),
        ("en", "Reuters (Paris) has 300 staff."),
        ("en", "During it, during the morning, 300 sang."),
        ("en", "Of that, nothing remains."),
        ("en", "One in 1.2 and one more"),
        ("fr", "Entre 3 et 4 millions de doses ont été livrées."),
        ("fr", "Le 4 août 2020, 200 personnes ont voté."),
        ("fr", "Quelque 4 000 d'entre eux ont été primés ou cités."),
        ("fr", "Un tiers des 600 élèves sont absents."),
        ("fr", "La maire, Anne Dubois, a 300 agents."),
        ("fr", "Hommes, femmes et enfants ont défilé."),
        ("fr", "Il a plu, pendant 3 jours."),
        ("fr", "Le train de 16:45 a 3 voitures."),
        ("fr", "Le fonds gère 1,2 million d'euros."),
        ("fr", ""),
    ],
)
def test_a_sentence_that_stays_whole(language: str, text: str) -> None:
    assert cut(language, text) == text


WORDS = """12 1,2 11 000 3 million and or et ou , ; : — – - ( ) « » “ ” " between entre while dont KN-23 $4
    4% June 2024 men killing tuant of whom parmi lesquels ’ ' . but ¶"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n"])


@pytest.mark.parametrize("language", ["en", "fr"])
@settings(deadline=None)
@given(
    text=st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)),
)
def test_the_clauses_cover_any_sentence(language: str, text: str) -> None:
    spans = clauses(text, load(language))
    assert all(a < b for a, b in spans)
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert (spans[0][0], spans[-1][1]) == (0, len(text)) if spans else not text
