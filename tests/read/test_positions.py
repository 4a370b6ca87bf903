"""Whatever is read: what a reader sees has its place in the source, and every block its place in the text."""

from __future__ import annotations

import codecs
import re
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
    assert "\r" not in article.text
    assert article.places.length == len(article.text)
    for block in article.blocks:
        shown = article.text[block.start : block.end]
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
    between = [article.text[a.end : b.start] for a, b in pairwise(article.blocks)]
    assert set(between) <= {"\n\n"}


@given(TEXTS, HEADS, ENDINGS)
def test_every_word_leads_to_its_place(text: str, head: str, path: str) -> None:
    article = read(text, head, ("utf-8", b""), path)
    body = "" if text.lstrip().startswith(("---", "+++", "{")) else text
    source = (head + body).replace("\r\n", "\n").replace("\r", "\n")
    last = 0
    for word in re.finditer(r"[A-Za-z0-9]+", article.text):
        start, end = article.places.span(*word.span())
        assert last <= start < end <= len(source)
        assert source[start] == word[0][0]
        assert source[end - 1] == word[0][-1]
        assert article.places.shown(start, end) == word.span()
        last = start


@given(TEXTS, HEADS, ENCODINGS, ENDINGS, st.sampled_from(["fr", "en"]))
def test_sentences(text: str, head: str, encoding: tuple[str, bytes], path: str, language: str) -> None:
    article = read(text, head, encoding, path)
    sentences = split(article, load(language))
    for marked in (sentences, mark(article, sentences, words(article.text))):
        for sentence in marked:
            block = article.blocks[sentence.block]
            shown = article.text[sentence.start : sentence.end]
            assert block.start <= sentence.start < sentence.end <= block.end
            assert shown == shown.strip()
        assert all(left.end <= right.start for left, right in pairwise(marked))
        kept = "".join(article.text[s.start : s.end] for s in marked)
        prose = "".join(article.text[b.start : b.end] for b in article.blocks)
        assert "".join(kept.split()) == "".join(prose.split())


@pytest.mark.parametrize("piece", ["a|b|\n", "[", "*a", "<!--", "`a", "> ", "_", "a[^1]", "(a… B", "« a. B "])
@pytest.mark.parametrize("path", ["x.md", "x.txt"])
def test_long_runs_of_one_mark_are_read(piece: str, path: str) -> None:
    article = read_article(path, (piece * 4000).encode())
    check(article)
    assert mark(article, split(article, load("fr")), words(article.text)) is not None
