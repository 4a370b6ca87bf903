"""Roles and their holders, as articles tell them; beside names without one."""

from __future__ import annotations

import pytest

from factcheck.suggest.holders import Holder
from tests.suggest.drafted import drafted, told


def article(language: str, text: str) -> str:
    return f"---\ndate: 2025-03-20\nlang: {language}\n---\n{text}\n"


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        ("en", "Yesterday Rosa Ferro, the mayor of Ulmstead, cut the ribbon.",
         [("Rosa Ferro", "mayor of Ulmstead")]),
        ("en", "Yesterday Rosa Ferro, the deputy mayor of Ulmstead, cut the ribbon.",
         [("Rosa Ferro", "deputy mayor of Ulmstead")]),
        ("en", "The mayor of Ulmstead, Rosa Ferro, cut the ribbon.", [("Rosa Ferro", "mayor of Ulmstead")]),
        ("fr", "Hier Rosa Ferro, la maire d'Ulmstead, a coupé le ruban.",
         [("Rosa Ferro", "maire d'Ulmstead")]),
        ("es", "Ayer Rosa Ferro, la alcaldesa de Ulmstead, cortó la cinta.",
         [("Rosa Ferro", "alcaldesa de Ulmstead")]),
        ("en", "Yesterday Rosa Ferro, the former mayor of Ulmstead, cut the ribbon.", []),
        ("en", "Yesterday Rosa Ferro, whose boats lie in Ulmstead, cut the ribbon.", []),
        ("en", "Yesterday Rosa Ferro met the mayor of Ulmstead.", []),
    ],
)  # fmt: skip
def test_a_role_and_who_holds_it(language: str, text: str, roles: list[tuple[str, str]]) -> None:
    found = told({"a.md": article(language, text)})
    assert [(one.name, one.role) for one in found if isinstance(one, Holder)] == roles


MAYOR = "Yesterday {}, the mayor of Ulmstead, cut the ribbon."


@pytest.mark.parametrize(
    ("names", "values", "aside"),
    [
        (["Rosa Ferro", "Rosa Ferro", "Rosa Fero"], ["Rosa Ferro"], ["Rosa Fero"]),
        (["Rosa Ferro", "Rosa Fero"], ["Rosa Ferro", "Rosa Fero"], []),
        (["Rosa Ferro", "Ivo Sander", "Rosa Ferro"], ["Rosa Ferro"], ["Ivo Sander"]),
    ],
)
def test_the_name_that_most_articles_give(names: list[str], values: list[str], aside: list[str]) -> None:
    texts = {f"{n}.md": article("en", MAYOR.format(name)) for n, name in enumerate(names)}
    [mayor] = (one for one in drafted(texts) if one.kind == "name")
    assert (mayor.match, mayor.clash) == (("mayor of Ulmstead",), True)
    assert ([one.text for one in mayor.values], [one.text for one in mayor.aside]) == (values, aside)


def test_a_role_of_one_word_is_no_phrase() -> None:
    texts = {
        name: article("en", "Yesterday Rosa Ferro, the mayor, cut the ribbon.") for name in ("a.md", "b.md")
    }
    assert not drafted(texts)
