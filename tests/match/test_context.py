"""What a sentence leans on, and how much: headers, lead lines, headings, sentences before, pointer words."""

from __future__ import annotations

import pytest

from factcheck.match.context import (
    BEFORE_THAT,
    FADE,
    HEADER,
    HEADING,
    LEAD,
    OTHER_BLOCK,
    POINTED,
    PREVIOUS,
    REST,
    TITLE,
)
from tests.match.scenes import key, surroundings

TITLED = "---\ntitle: Lighthouse keepers\n---\n"

LEANS = [
    ("a table's row on its header", "| lighthouse |\n| --- |\n| 41 |\n", "lighthouse", HEADER),
    ("no header's row on itself", "| lighthouse |\n| --- |\n", "lighthouse", None),
    ("an item on its lead line", "The lighthouse has:\n\n- lamps\n- 41 stairs\n", "lighthouse", LEAD),
    ("text on its heading", "## Lighthouse\n\nIt rains. It has 41 stairs.", "lighthouse", HEADING),
    ("no heading on a heading", "## Lighthouse\n\nA. B. C.\n\n## Stairs: 41", "lighthouse", None),
    (
        "no heading under another",
        "## Lighthouse\n\nA.\n\n## Fish\n\nB.\n\nC. D has 41.",
        "lighthouse",
        None,
    ),
    ("everything on the title", TITLED + "One. Two.\n\nThree. Four. It has 41 stairs.", "lighthouse", TITLE),
    ("a sentence on the one before", "The lighthouse stands. A stair has 41 steps.", "lighthouse", PREVIOUS),
    ("on the one before that", "The lighthouse stands. It rains. A stair has 41.", "lighthouse", BEFORE_THAT),
    ("not on one farther off", "The lighthouse stands. A. It rains. B. A stair has 41.", "lighthouse", None),
    ("on another paragraph's end", "The lighthouse stands.\n\nA stair has 41.", "lighthouse", OTHER_BLOCK),
    ("a pointer at its start", "The lighthouse stands.\n\nIts stair has 41 steps.", "lighthouse", POINTED),
    ("a pointer anywhere", "The keepers left. On the road 41 of them sang.", "keepers", POINTED),
    ("no furniture", "Read also: the old lighthouse burns.\n\nA stair has 41.", "lighthouse", None),
]


@pytest.mark.parametrize(
    ("text", "word", "weight"), [row[1:] for row in LEANS], ids=[row[0] for row in LEANS]
)
def test_the_last_sentence_leans_on(text: str, word: str, weight: float | None) -> None:
    around = surroundings(text)
    assert around.lean(len(around.sentences) - 1).get(key(word)) == weight


@pytest.mark.parametrize(
    ("text", "word", "weight"),
    [
        ("Le phare est beau. Ils étaient 41 à le garder.", "phare", POINTED),
        ("Le phare est beau. Dans la cour, 41 d'entre eux chantent.", "phare", POINTED),
        ("Le phare est beau. Dans la cour, 41 hommes chantent.", "phare", PREVIOUS),
    ],
)
def test_pointers_are_the_languages(text: str, word: str, weight: float) -> None:
    assert surroundings(text, "fr").lean(1)[key(word, "fr")] == weight


@pytest.mark.parametrize(
    ("text", "language", "countries"),
    [
        ("Norway borders Sweden. The two countries share 1,630 km.", "en", {"#NO", "#SE"}),
        ("Norway borders Sweden. The road is 1,630 km long.", "en", set()),
        ("La Norvège touche la Suède. Les deux pays partagent 1 630 km.", "fr", {"#NO", "#SE"}),
        ("La Norvège touche la Suède. La route fait 1 630 km.", "fr", set()),
    ],
)
def test_the_two_countries_are_those_before(text: str, language: str, countries: set[str]) -> None:
    around = surroundings(text, language)
    last = around.sentences[-1]
    clause = around.around(1, (last.start, last.end), 0).clause
    assert {found for found in clause if found[0] == "#"} == countries


def test_nearness_falls_from_the_clause_to_the_article() -> None:
    text = "Herons nest here.\n\nOwls hunt. Otters swim.\n\nFoxes run. Badgers dig, and 41 moles sleep."
    around = surroundings(text)
    last, number = around.sentences[-1], len(around.sentences) - 1
    clause = (text.index("and 41"), last.end)
    context = around.around(number, clause, around.words.folded.index("41"))
    near = {**context.article, **context.local}
    nearness = [near[key(word)] for word in ("moles", "badgers", "foxes", "owls")]
    assert nearness[:2] == [1.0, REST]
    assert nearness == sorted(nearness, reverse=True)
    assert key("herons") not in context.local
    assert key("herons") in context.article
    assert key("badgers") not in context.clause
    assert context.fades[key("moles")] > context.fades[key("sleep")] > 0


def test_the_words_of_a_figure_are_no_words_of_the_text() -> None:
    around = surroundings("The tunnel is 20 kilometres long and cost nine million euros.")
    keys = around.keys((0, len(around.article.text)))
    assert key("tunnel") in keys
    assert not keys & {key(word) for word in ("kilometres", "million", "euros", "nine")}
    assert FADE > 0


@pytest.mark.parametrize(("word", "weight"), [("lighthouse", None), ("harbour", HEADING)])
def test_no_sentence_leans_on_a_heading_that_is_furniture(word: str, weight: float | None) -> None:
    around = surroundings(
        "## Harbour\n\nIt rains.\n\nRead also: the lighthouse\n\nOne. Two. It has 41 steps."
    )
    assert around.lean(len(around.sentences) - 1).get(key(word)) == weight
