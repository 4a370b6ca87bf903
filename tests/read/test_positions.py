"""Whatever is read: the prose has the text's length, and every block its place in it."""

from __future__ import annotations

import codecs
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.furniture import mark
from factcheck.extract.sentences import split
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.model import Article
from factcheck.read import read_article

PIECES = (
    "# ", "- ", "1. ", "> ", "| a | b |\n", "|---|---|\n", "```\n", "    ", "\t", "*", "**", "_", "`",
    "![", "[", "](", ")", "]", "[^1]", "[^1]: ", "[r]: http://x.org/1\n", "<!--", "-->", "<b>", "</b>",
    "<script>", "<a href='x'>", "</a>", "http://x.org/12", "\\", "&nbsp;", "\n", "\n\n", " ", "\xa0",
    "\u202f", "\u2009", "\u2028", "\x0c", "é", "Œuvre", "😀", "é", "12 000", "3,5 %", "M. Dupont",
    "U.S.", "No. 10", "Fin.", "Quoi ?", "Non…", "« ", " »", "“", "”", "(", "À lire aussi : ",
    "Photo: X", "4 mars 2025", "FacebookTwitterEmail", "---\n", "===\n", "• ", "– ", "soldats", "The",
    "Le",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80
)
HEADS = st.sampled_from(["", '---\ntitle: "À 12 %"\ndate: 2024-01-02\n---\n', "---\ntitle: x\n---\n"])
ENCODINGS = st.sampled_from([("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE)])
ENDINGS = st.sampled_from(["x.md", "x.txt"])


def read(text: str, head: str, encoding: tuple[str, bytes], path: str) -> Article:
    body = "" if text.lstrip().startswith(("---", "+++", "{")) else text  # front matter has tests of its own
    name, mark = encoding
    return read_article(path, mark + (head + body).encode(name))


def check(article: Article) -> None:
    assert len(article.prose) == len(article.text)
    assert "\r" not in article.text
    for before, after in zip(article.text, article.prose, strict=True):
        assert after == before or (after == " " and before != "\n")
    for block in article.blocks:
        shown = article.prose[block.start : block.end]
        assert shown
        assert shown == shown.strip()
    for left, right in pairwise(article.blocks):
        assert left.end <= right.start
    for link in article.links:
        assert 0 <= link.start < link.end <= len(article.text)


@given(TEXTS, HEADS, ENCODINGS, ENDINGS)
def test_articles(text: str, head: str, encoding: tuple[str, bytes], path: str) -> None:
    article = read(text, head, encoding, path)
    check(article)
    outside = [True] * len(article.prose)
    for block in article.blocks:
        outside[block.start : block.end] = [False] * (block.end - block.start)
    assert not any(map(str.isdigit, (char for char, out in zip(article.prose, outside, strict=True) if out)))


@given(TEXTS, HEADS, ENCODINGS, ENDINGS, st.sampled_from(["fr", "en"]))
def test_sentences(text: str, head: str, encoding: tuple[str, bytes], path: str, language: str) -> None:
    article = read(text, head, encoding, path)
    sentences = split(article, load(language))
    for marked in (sentences, mark(article, sentences, words(article.prose))):
        for sentence in marked:
            block = article.blocks[sentence.block]
            shown = article.prose[sentence.start : sentence.end]
            assert block.start <= sentence.start < sentence.end <= block.end
            assert shown == shown.strip()
        assert all(left.end <= right.start for left, right in pairwise(marked))
        kept = "".join(article.prose[s.start : s.end] for s in marked)
        prose = "".join(article.prose[b.start : b.end] for b in article.blocks)
        assert "".join(kept.split()) == "".join(prose.split())


@pytest.mark.parametrize("piece", ["a|b|\n", "[", "*a", "<!--", "`a", "> ", "_", "a[^1]", "(a… B", "« a. B "])
@pytest.mark.parametrize("path", ["x.md", "x.txt"])
def test_long_runs_of_one_mark_are_read(piece: str, path: str) -> None:
    article = read_article(path, (piece * 4000).encode())
    check(article)
    assert mark(article, split(article, load("fr")), words(article.prose)) is not None
