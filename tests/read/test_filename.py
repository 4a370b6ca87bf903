"""The day in a file's name, beside numbers that tell none."""

import pytest

from factcheck.read.article import read_article
from factcheck.read.filename import day


@pytest.mark.parametrize(
    ("path", "iso"),
    [
        ("2025-11-12-flood.md", "2025-11-12"),
        ("posts/20251112_flood.txt", "2025-11-12"),
        ("flood-2025-11-12.md", "2025-11-12"),
        ("flood_2025_11_12.md", "2025-11-12"),
        ("2025.11.12 flood.md", "2025-11-12"),
        ("2025-11-12T0830-flood.md", "2025-11-12"),
        ("2025-11-12-flood-2025-11-12.md", "2025-11-12"),
        ("2025-11-12-flood-of-2024-11-02.md", None),
        ("2025-13-12-flood.md", None),
        ("2025-11-flood.md", None),
        ("12-11-2025-flood.md", None),
        ("flood-120251112.md", None),
        ("v2025111-flood.md", None),
        ("2025-11-12/flood.md", None),
        ("-", None),
    ],
)
def test_a_day_in_a_name(path: str, iso: str | None) -> None:
    assert day(path) == iso


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("2025-11-12-a.md", "---\ndate: 2025-10-01\n---\nBody", ("2025-10-01", "front matter")),
        ("2025-11-12-a.md", "---\ntitle: A\n---\nBody", ("2025-11-12", "file name")),
        ("a.txt", "Body", (None, None)),
    ],
)
def test_where_the_day_comes_from(path: str, text: str, told: tuple[str | None, str | None]) -> None:
    article = read_article(path, text.encode())
    assert (article.date, article.date_from) == told
