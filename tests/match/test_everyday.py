"""Everyday nouns and verbs: a registry's phrase in one language is met by a sentence in another."""

from __future__ import annotations

import pytest

from factcheck.language.words import words
from factcheck.match.terms import phrase_slots, vocabulary


def meets(phrase: str, code: str, sentence: str) -> bool:
    """Whether a sentence has a word for every place of a phrase."""
    text = words(sentence)
    said = {key for term in vocabulary(code).terms(text, range(len(text))) for key in term.keys}
    return all(place & said for place in phrase_slots(phrase))


# a registry's phrase, the sentence of an article in another language, and a twin that tells of something else
MEETINGS = [
    ("diamonds stolen", "es", "Robaron doscientos diamantes de la vitrina.", "Robaron doscientos dinares."),
    ("guards of the museum", "fr", "Le musée emploie 40 gardiens.", "Le musée a gardé 40 toiles."),
    ("cámaras del museo", "en", "The museum has 12 cameras.", "The museum has 12 chambers."),
    ("tiaras vendidas", "fr", "Deux diadèmes ont été vendus.", "Deux diamants ont été vendus."),
    ("wooden ladder", "es", "Una escalera de mano de madera.", "Una mano de madera."),
    ("pirates arrested", "fr", "La marine a arrêté six pirates.", "La marine a arrêté six pilotes."),
    ("trésor découvert", "en", "A treasure was discovered.", "The treasurer was discovered."),
    ("statues de marbre", "es", "Nueve estatuas de mármol.", "Nueve estatuas de bronce."),
    ("rotation of Venus", "fr", "La rotation de Vénus dure 243 jours.", "La réforme dure 243 jours."),
    ("cratères de Mars", "es", "Los cráteres de Marte.", "Los martes de carteles."),
    ("magnetic atmosphere", "fr", "Une atmosphère magnétique.", "Une athlète magnifique."),
    ("neurones du cerveau", "en", "The brain has 86 billion neurons.", "The neutral zone has trees."),
    ("nidos de tortuga", "fr", "On compte 300 nids de tortues.", "On compte 300 nids de poule."),
    ("lions killed", "es", "Murieron 140 leones.", "Murieron 140 legionarios."),
    ("renards vaccinés", "en", "Foxes were vaccinated.", "Boxers were vaccinated."),
    ("monkeys sold", "fr", "Vingt singes ont été vendus.", "Vingt signes ont été vendus."),
    ("ruches et frelons", "es", "Las colmenas y los avispones.", "Las colmenas y los aviones."),
    ("apples harvested", "fr", "On a récolté 80 tonnes de pommes.", "On a récolté 80 tonnes de pompes."),
    ("almendras cosechadas", "en", "The almond harvest.", "The almoner's harvest."),
    ("grapes sold", "es", "Se vendieron 30 toneladas de uvas.", "Se vendieron 30 toneladas de uñas."),
    ("jambon exporté", "es", "Se exportaron 900 jamones.", "Se exportaron 900 jabones."),
    ("cooks hired by the canteen", "fr", "La cantine embauche un chef cuisinier.", "La caution d'un chef."),
    ("blind children", "es", "Doce niños ciegos.", "Doce niños cegetistas."),
    ("kidney transplants", "fr", "Quarante greffes du rein.", "Quarante greffes de la reine."),
    ("fractura de tobillo", "en", "A fracture of the ankle.", "A fracture of the uncle."),
    ("seringues et pansements", "es", "Jeringas y vendajes.", "Jeringas y ventajas."),
    ("lighthouse guards", "es", "Los guardianes del faro.", "Los guardianes del foro."),
    ("visiteurs des grottes", "en", "Visitors to the caves.", "Visitors to the cafes."),
    ("vans and trailers", "fr", "Des fourgons et des remorques.", "Des fourgons et des remarques."),
    ("vague et marée", "es", "La ola y la marea.", "La hora y el mareo."),
    ("customs officers", "fr", "Les douaniers du port.", "Les doyens du port."),
    ("monjes del monasterio", "fr", "Les moines du monastère.", "Les moindres du ministère."),
    ("guitars auctioned", "fr", "Trois guitares aux enchères.", "Trois gravures aux enchères."),
    ("clowns du cirque", "es", "Los payasos del circo.", "Los países del círculo."),
    ("fireworks", "fr", "Des feux d'artifice à minuit.", "Des feux de position à minuit."),
    ("adolescente atropellado", "en", "A teenager was run over.", "A teenager ran."),
    ("emperor's palace", "fr", "Le palais de l'empereur.", "Le palais de l'emprunteur."),
    ("bulletproof", "es", "Quinientos chalecos antibalas.", "Quinientos chalecos de lana."),
    ("cotisants", "en", "Pension contributions fell.", "Pension confusions fell."),
    ("hydrogène et propane", "es", "El hidrógeno y el propano.", "El hidrógeno y el proyecto."),
    ("passwords", "fr", "Deux millions de mots de passe.", "Deux millions de mots de trop."),
    ("blue jersey, red flag", "fr", "Le jersey bleu, le drapeau rouge.", "Le jersey bleu, le drap rouge."),
]

# a phrase, and a sentence that has a word alike, of another meaning
TWINS = [
    ("doors of the museum", "fr", "L'âge légal est porté à 64 ans au musée."),
    ("market", "fr", "La marche blanche a réuni mille personnes."),
    ("rules", "fr", "Le litige est réglé."),
    ("celebration", "fr", "Le peintre le plus célèbre."),
    ("communism", "fr", "Les deux communes voisines."),
    ("nests", "fr", "Nice compte 340 000 habitants."),
    ("doors", "es", "El puerto de Algeciras."),
    ("columnists", "es", "Cuatro columnas de mármol."),
    ("collectors", "es", "La colección de otoño."),
    ("capitalismo", "fr", "La capitale du pays."),
    ("électrons", "en", "Sales of electronic goods."),
    ("détectives", "en", "The leak was detected."),
    ("glass", "fr", "Le glacier recule."),
    ("conservation", "en", "A conservative candidate."),
    ("conversions", "en", "A conversation with the mayor."),
    ("neutrality", "en", "A neutral tone."),
    ("dead stars", "es", "El sol de mayo."),
    ("bandages", "es", "La ventaja de la líder."),
    ("convents", "en", "The party's convention."),
    ("trésors", "en", "The club's treasurer."),
]


@pytest.mark.parametrize(("phrase", "code", "sentence", "twin"), MEETINGS)
def test_a_phrase_is_met_in_another_language(phrase: str, code: str, sentence: str, twin: str) -> None:
    assert meets(phrase, code, sentence)
    assert not meets(phrase, code, twin)


@pytest.mark.parametrize(("phrase", "code", "sentence"), TWINS)
def test_a_word_alike_is_another(phrase: str, code: str, sentence: str) -> None:
    assert not meets(phrase, code, sentence)
