"""What is page furniture, and the twin that is not."""

from __future__ import annotations

import pytest

from factcheck.extract.furniture import mark
from factcheck.extract.sentences import split
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.read import read_article

FR = (
    "Le musée a reçu 120 000 visiteurs cette année, selon la mairie, et il en attend davantage l’an prochain."
)
EN = "The museum had 120,000 visitors this year, the city says, and it hopes for more of them next year."


def marked(text: str) -> list[tuple[str, bool]]:
    article = read_article("x.md", text.encode())
    language = load("fr" if " le " in text.lower() else "en")
    found = mark(article, split(article, language), words(article.text))
    return [(article.text[s.start : s.end], s.furniture) for s in found]


def furniture(text: str) -> list[str]:
    return [sentence for sentence, found in marked(text) if found]


@pytest.mark.parametrize(
    "line",
    [
        "À lire aussi : Les 7 secrets du musée",
        "(Lire aussi : les 7 secrets du musée)",
        "*À LIRE AUSSI – Le musée en 12 dates*",
        "Lire également : 300 ans d’histoire",
        "Voir aussi : les 12 salles",
        "[Écouter] Une salle, «Les 12 chambres» (7 min.)",
        "Read also: 12 rooms to see",
        "**Read more:** 12 rooms to see",
        "READ MORE: In pictures, 12 rooms",
        "Related: 12 rooms to see",
        "Watch: 300 people dance in the hall",
        "Next on the programme: prices climb 12 percent, and a record falls.",
        "You may also like 12 rooms to see",
        "4 min read",
        "By our diplomatic correspondent · 4 min read",
        "Temps de lecture : 4 minutes",
        "1 min de lecture",
        "Running time: 3 minutes.",
        "0 FacebookTwitterPinterest",
        "Facebook Twitter WhatsApp Email",
        "Partager : 12 Facebook Twitter",
        "214 shares",
        "12 commentaires",
        "Photo: Reuters",
        "(Photo: Ana RUIZ / AFP)",
        "(Photo by Ana Ruiz on Unsplash)",
        "Photo Ana Ruiz",
        "© DR",
        "© 2024 Ana Ruiz",
        "Crédit photo : Ana Ruiz",
        "By Ana Ruiz",
        "Par Ana Ruiz, à Séoul",
        "By Ana Ruiz and Tom Hill",
        "Publié le 4 mars 2025 à 10 h 30",
        "Published on March 4, 2025",
        "Mis à jour le 04/03/2025",
        "08.11.2025 16:45",
        "Your email address will not be published.",
        "Inscrivez-vous à notre newsletter : déjà 18 000 abonnés.",
        "Sign up for our newsletter, read by 18,000 people.",
        "We use cookies and 12 partners do too.",
        "Publicité",
        "Most read",
    ],
)
def test_furniture_and_the_text_below_it(line: str) -> None:
    body = FR if any(word in line for word in ("Temps", "lecture", "Publié", "lire")) else EN
    found = marked(f"{body}\n\n{line}\n\n{body}\n\n{body}")
    assert [sentence for sentence, known in found if not known] == [body] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Read also by 12 million people abroad, the novel sold well.",
        "He read more than 300 books in 2024.",
        "Related deaths rose to 300 in March.",
        "Facebook and Twitter lost 12 million users.",
        "It takes 4 minutes to read the 300 words.",
        "A photo shows 300 people in the square.",
        "Photo: 300 people gathered in the square on Monday.",
        "Photos of the 12 rooms were sold.",
        "By Monday the toll had reached 300.",
        "By 2030, 12 million will have left",
        "Published on 4 March in a journal, the study counts 300 cases.",
        "The newsletter has 18,000 subscribers, its owner says.",
        "On 4 March 2025 at 10:30, 300 people left.",
        "Comments by 12 ministers angered 300 mayors.",
        "She watched 12 films and listened to 300 songs.",
        "Par 12 voix contre 3, le conseil a voté le budget.",
        "Publié le 4 mars dans une revue, le bilan fait état de 300 cas.",
        "Lire 300 pages par jour, c’est le défi de 12 élèves.",
        "Le photographe a pris 300 photos le 4 mars 2025.",
        "Partagé 300 fois, le message est faux.",
        "Le 4 mars 2020, 300 cas ; le 5 mars 2020, 400 ; le 6 mars 2020, 500.",
        "Suivi par 300 personnes, le cortège avance.",
    ],
)
def test_prose_that_speaks_of_such_things_stays(text: str) -> None:
    assert furniture(f"{EN}\n\n{text}\n\n{EN}") == []
    assert furniture(f"{EN} {text} {EN}") == []


def test_the_headline_is_never_furniture() -> None:
    assert furniture("---\ntitle: 'Watch: 300 people dance'\n---\n" + EN) == []


def test_a_caption_with_facts_stays_and_its_credit_goes() -> None:
    found = marked(f"{EN}\n\n*The hall, built in 1931 for 300 people. Photo: archives.*\n\n{EN}")
    assert dict(found) == {
        EN: False,
        "The hall, built in 1931 for 300 people.": False,
        "Photo: archives.": True,
    }


RUN = (
    "Les 12 salles du musée... 4 septembre 2025 Une nuit à 300 euros... 30 août 2025 Le quai... 27 août 2025"
)


@pytest.mark.parametrize(
    "end",
    [
        f"A lire aussi {RUN}",
        f"{RUN}",
        "Laisser un commentaire\n\nLes 12 champs sont requis.",
        "0 FacebookTwitterEmail\n\nAna Ruiz\n\nAna voyage depuis 15 ans.\n\nA lire aussi\n\nLe quai",
        "Dernières nouvelles\n\n- Football : 3 buts\n- Météo : 30 degrés",
        "Passionnée et dévouée, Ana est journaliste. Pour le sponsoring, contactez-nous.",
    ],
)
def test_what_stands_below_the_article_is_furniture(end: str) -> None:
    body = "\n\n".join([FR] * 6)
    found = marked(f"{body}\n\n{end}")
    assert [sentence for sentence, known in found if not known] == [FR] * 6
    assert len(found) > 6


def test_run_together_in_one_block() -> None:
    found = marked(
        f"{FR} {FR} {FR} {FR} Vous pourriez être intéressé par {RUN} Pourquoi est-ce crucial ? {FR}"
    )
    assert [sentence for sentence, known in found if not known] == [FR] * 4 + [
        "Pourquoi est-ce crucial ?",
        FR,
    ]


@pytest.mark.parametrize("marker", ["Dernières nouvelles", "A lire aussi", "0 FacebookTwitterEmail"])
def test_a_marker_above_the_text_hides_only_itself(marker: str) -> None:
    assert furniture(f"{marker}\n\n" + "\n\n".join([FR] * 4)) == [marker]
