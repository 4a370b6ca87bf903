"""What nobody reads in an article: holes and comments of templates, references to notes."""

import pytest

from factcheck.model import Article
from factcheck.read import read_article


def article(text: str, name: str = "x.md") -> Article:
    return read_article(name, text.encode())


def prose(text: str, name: str = "x.md") -> str:
    return " ".join(article(text, name).text.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Some {{ count }} boats and {% if x %}5{% endif %} kites", "Some boats and 5 kites"),
        ("{{ count }} boats sank in 2 storms.", "boats sank in 2 storms."),
        ("{% comment %}\nIt sank 5.\n\nOr 6.\n{% endcomment %}\n\nIt sank 4.", "It sank 4."),
        ("{# 5 boats #}It sank 4.", "It sank 4."),
        ("It sank 4.%% or 5? %% Calm came.", "It sank 4. Calm came."),
        ("{/* 5 boats */}\n\nIt sank 4.", "It sank 4."),
        ("Up 50% or 60%% of {5}", "Up 50% or 60%% of {5}"),
        ("See https://example.org/5 // and on", "See ↗ // and on"),
    ],
)
@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_templates(text: str, shown: str, name: str) -> None:
    assert prose(text, name) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It sank 47 boats[12], they said.[3] Calm came.", "It sank 47 boats, they said. Calm came."),
        (r"It sank 47 boats\[12\]", "It sank 47 boats"),
        ("It sank 47¹ boats²", "It sank 47 boats"),
        ("It sank 47<sup>1</sup> boats<sup>[2]</sup>", "It sank 47 boats"),
        ("It sank [47] boats", "It sank [47] boats"),
        ("12 km² and 10⁶ m³", "12 km² and 10⁶ m³"),
        ("12 km<sup>2</sup> of 10<sup>6</sup> m", "12 km² of 10⁶ m"),
        ("It sank ==47== boats where a == b", "It sank 47 boats where a == b"),
        ("It sank 4&#55; boats", "It sank 47 boats"),
        ("l&#39;orage&nbsp;: 5&thinsp;000 &unknown; &lt;b>", "l'orage : 5 000 &unknown; <b>"),
    ],
)
def test_notes_and_marks(text: str, shown: str) -> None:
    assert prose(text) == shown


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- factcheck: ignore[unsourced] why -->",
        "{# factcheck: ignore[unsourced] why #}",
        "{% comment %} factcheck: ignore[unsourced] why {% endcomment %}",
        "%% factcheck: ignore[unsourced] why %%",
        "{/* factcheck: ignore[unsourced] why */}",
        "// factcheck: ignore[unsourced] why",
    ],
)
def test_comments_in_any_notation_ignore(comment: str) -> None:
    (ignore,) = article(f"{comment}\n\nIt sank 4 boats.").ignores
    assert (ignore.rules, ignore.reason, ignore.problem, ignore.lines) == (("unsourced",), "why", "", (3, 3))


@pytest.mark.parametrize("comment", ["{# factcheck: ignroe[unsourced] #}", "// factcheck: ignore unsourced"])
def test_comments_that_are_not_understood_are_told(comment: str) -> None:
    (ignore,) = article(f"{comment}\n\nIt sank 4 boats.").ignores
    assert "cannot be read" in ignore.problem


def test_lists_in_lists_are_read() -> None:
    assert prose("- **Storm** in [the **bay**](u)\n  - boats: 4\n    - kites: 5") == (
        "Storm in the bay boats: 4 kites: 5"
    )
