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
        ("\n---\ntitle: x\n", "x.md:2: the front matter is not closed"),
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


@pytest.mark.parametrize(
    ("text", "title", "date", "language"),
    [
        (
            '+++\ntitle = "Le canal"\ndate = 2024-06-15\nlang = "fr"\n+++\nBody',
            "Le canal",
            "2024-06-15",
            "fr",
        ),
        ("+++\nTitle = 'Harvest'\nDate = 2024-06-15T08:00:00Z\n+++\nBody", "Harvest", "2024-06-15", None),
        ('+++\npublishDate = "2024-06-15"\n[extra]\ntitle = "no"\n+++\nBody', "", "2024-06-15", None),
        ('+++\ntitle = """\nTwo\nlines"""\n+++\nBody', "Two lines", None, None),
        (
            '{\n  "title": "El 9 % \\u00e9xito",\n  "date": "2024-06-15"\n}\nBody',
            "El 9 % éxito",
            "2024-06-15",
            None,
        ),
        (
            '{"Title": "a \\"b\\"", "pubDate": "2024-06-15", "x": {"title": "no"}}\nBody',
            'a "b"',
            "2024-06-15",
            None,
        ),
        ("---\nDATE: 2024-06-15\nTitle: Harvest\n---\nBody", "Harvest", "2024-06-15", None),
        ("\n\n---\ntitle: Harvest\n---\nBody", "Harvest", None, None),
        ("---\n\ntitle: Harvest\n---\nBody", "Harvest", None, None),
        ("---\n# a note\nlayout: post\n---\nBody", "", None, None),
    ],
)
def test_front_matter_of_every_kind(text: str, title: str, date: str | None, language: str | None) -> None:
    front = read("x.md", text)
    assert (front.title, front.date, front.language) == (title, date, language)
    assert text[front.end :].lstrip() == "Body"
    assert front.title_span is None or title[:2] in text[slice(*front.title_span)]


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("published: 2024-06-15", "2024-06-15"),
        ("publish_date: 2024-06-15", "2024-06-15"),
        ("pubDate: Jun 15 2024", "2024-06-15"),
        ("pubDate: Sat, 15 Jun 2024 08:00:00 GMT", "2024-06-15"),
        ("date_published: 2024/06/15", "2024-06-15"),
        ("published_at: 20240615", "2024-06-15"),
        ("publishDate: 2023-01-01\ndate: 2024-06-15", "2024-06-15"),
        ("published: true", None),
        ("lastmod: 2024-06-15", None),
        ("updated: 2024-06-15\nexpirydate: 2025-06-15", None),
    ],
)
def test_the_keys_of_its_day(lines: str, date: str | None) -> None:
    assert read("x.md", f"---\n{lines}\n---\n").date == date


@pytest.mark.parametrize(
    ("text", "standfirsts"),
    [
        ("---\ntitle: A\ndescription: 40 wells: all dry\n---\n", ["40 wells: all dry"]),
        ('+++\nsubtitle = "12 goals"\ndescription = "In 9 days"\n+++\n', ["12 goals", "In 9 days"]),
        ('{"standfirst": "12 goals"}\n', ["12 goals"]),
        ("---\ntitle: A\nsummary: 40 wells\ndescription:\n  fr: 30 puits\n---\n", []),
    ],
)
def test_a_standfirst_is_read_like_the_headline(text: str, standfirsts: list[str]) -> None:
    assert [text[slice(*span)] for span in read("x.md", text).standfirsts] == standfirsts


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nRome: 40 wells are dry.\n\n---\n\nThe end.",
        "---\nForty wells are dry.\n---\n",
        "---\n\nForty wells are dry.",
        "\n---\n",
        "---\n[40 wells](x) are dry.\n---\n",
        "+++ 40 wells\n",
        "{40 wells}",
        "{{ shortcode }}",
        '{ "40 wells" are dry }',
    ],
)
def test_what_only_looks_like_front_matter_is_prose(text: str) -> None:
    assert read("x.md", text) == FrontMatter()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("+++\ntitle = 'x'\n", "x.md:1: the front matter is not closed (end it with a line `+++`)"),
        ("+++\ntitle = 'x'\ndate = soon\n+++\n", "x.md:3: the front matter is no TOML"),
        ("+++\ntitle = 'x'\ndate = 'soon'\n+++\n", "x.md:3: `soon` is no day (write it as"),
        ('{\n"title": "x",\n"date": "soon"\n}', "x.md:3: `soon` is no day (write it as"),
        ('{\n"title": "x"\n"date": "soon"}', "x.md:3: the front matter is no JSON"),
        ("\n---\nPublished: soon\n---\n", "x.md:3: `soon` is no day"),
        ("---\nDate: 2024-06-19\ndate: 2024-06-20\n---\n", "x.md:3: `date` is given twice"),
        ("---\ndate: [2024-06-19]\n---\n", "x.md:2: `date` is no plain text"),
    ],
)
def test_errors_of_every_kind(text: str, error: str) -> None:
    with pytest.raises(ReadError) as raised:
        read("x.md", text)
    assert str(raised.value).startswith(error)
