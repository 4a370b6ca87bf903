"""Front matter: values as written, the title's exact place, errors with their line."""

from __future__ import annotations

import pytest

from factcheck.errors import ReadError
from factcheck.read.frontmatter import FrontMatter, read


@pytest.mark.parametrize(
    ("lines", "title", "span"),
    [
        ("title: Crue de la Loire", "Crue de la Loire", "Crue de la Loire"),
        ('title: "Crue : 12 communes"  # note', "Crue : 12 communes", "Crue : 12 communes"),
        ("title: 'L''eau monte'", "L'eau monte", "L''eau monte"),
        (r'title: "Dit \"non\" 2 fois"', 'Dit "non" 2 fois', r"Dit \"non\" 2 fois"),
        ("title: Flood: 12 villages cut off", "Flood: 12 villages cut off", "Flood: 12 villages cut off"),
        ("title:  The road to #1", "The road to #1", "The road to #1"),
        ("title: >-\n  Two lines\n  of title", "Two lines of title", "Two lines\n  of title"),
        ("tags: [a, b]\ntitle: Après 😀 10 %\nmeta: {title: no}", "Après 😀 10 %", "Après 😀 10 %"),
        ("title: yes", "yes", "yes"),
        ("title:", "", None),
        ("author: x", "", None),
        ("", "", None),
    ],
)
def test_title(lines: str, title: str, span: str | None) -> None:
    text = f"---\n{lines}\n---\nBody"
    front = read("x.md", text)
    assert front.title == title
    assert (front.title_span and text[slice(*front.title_span)]) == span
    assert text[front.end :] == "Body"


@pytest.mark.parametrize(
    ("line", "date", "language"),
    [
        ("date: 2023-02-12", "2023-02-12", None),
        ('date: "2024-06-19"', "2024-06-19", None),
        ("date: 2024-06-19 08:00", "2024-06-19", None),
        ("date: 2024-06-19T08:00:00+02:00", "2024-06-19", None),
        ("date: 2024-06-19 08:00:00 +0200", "2024-06-19", None),
        ("date:", None, None),
        ("lang: fr", None, "fr"),
        ("language: en-GB", None, "en"),
        ("lang: FR_ca", None, "fr"),
    ],
)
def test_date_and_language(line: str, date: str | None, language: str | None) -> None:
    front = read("x.md", f"---\n{line}\n---\n")
    assert (front.date, front.language) == (date, language)


def test_what_is_nested_as_deep_as_a_registry_may_be_is_read() -> None:
    assert read("x.md", "---\nx: " + "[" * 31 + "]" * 31 + "\ntitle: Tides\n---\n").title == "Tides"


@pytest.mark.parametrize(
    "text", ["", "No front matter", "----\ntitle: x\n----\n", " ---\ntitle: x\n---\n", "a\n---\nb\n---\n"]
)
def test_none(text: str) -> None:
    assert read("x.md", text) == FrontMatter()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("---\ntitle: x\n", "x.md:1: the front matter is not closed (end it"),
        ("---", "x.md:1: the front matter is not closed"),
        ("---\ntitle: x\ntags: [a, b\n---\n", "x.md:4: the front matter is no YAML"),
        ('---\ntitle: "x\n---\n', "x.md:"),
        ("---\n- a\n---\n", "x.md:2: the front matter holds no `key: value` lines"),
        ("---\ntitle: x\ndate: 19/06/2024\n---\n", "x.md:3: `19/06/2024` is no day (write it as"),
        ("---\ndate: 2024-02-30\n---\n", "x.md:2: `2024-02-30` is no day"),
        ("---\ndate: June 2024\n---\n", "x.md:2: `June 2024` is no day"),
        ("---\nlang: klingon\n---\n", "x.md:2: no lexicon for the language `klingon` (write en, es, fr"),
        ("---\ntitle: [x]\n---\n", "x.md:2: `title` is no plain text"),
        (
            "---\ntitle: x\ntags: " + "[" * 33 + "]" * 33 + "\n---\n",
            "x.md:3: the front matter is nested more",
        ),
        (
            "---\nx: " + "[" * 40_000 + "\n---\n",
            "x.md:2: the front matter is nested more than 32 deep (write",
        ),
        ("---\n" + "- " * 40_000 + "\n---\n", "x.md:2: the front matter is nested more than 32 deep"),
        ("---\ndate: 2024-06-19\ndate: 2024-06-20\n---\n", "x.md:3: `date` is given twice"),
    ],
)
def test_errors(text: str, error: str) -> None:
    with pytest.raises(ReadError) as raised:
        read("x.md", text)
    assert str(raised.value).startswith(error)
