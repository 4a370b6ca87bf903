"""An article's surroundings, and what a reading of it was weighed by, for a text and a registry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from textwrap import dedent

from factcheck.extract import furniture
from factcheck.extract.figures import FigureReader
from factcheck.extract.sentences import split
from factcheck.language.lexicon import load
from factcheck.language.words import fold, words
from factcheck.match.context import Surroundings, pointers
from factcheck.match.explain import Explained
from factcheck.match.terms import vocabulary
from factcheck.read.article import read_article
from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.explain import explain
from tests.newsroom import DAY


def surroundings(text: str, language: str = "en") -> Surroundings:
    """The surroundings of a Markdown article's sentences."""
    lexicon = load(language)
    article = replace(read_article("a.md", text.encode()), language=language)
    cut = words(article.text)
    sentences = furniture.mark(article, split(article, lexicon), cut)
    figures = FigureReader.of_lexicon(lexicon).read(article.text, cut)
    return Surroundings(article, sentences, cut, vocabulary(language), pointers(lexicon), figures)


def key(word: str, language: str = "en") -> str:
    """The stem that a word is looked up by."""
    return vocabulary(language).stem(fold(word))


def explained(folder: Path, registry: str, text: str, language: str = "en") -> dict[str, Explained]:
    """The readings of a one-line article by their text."""
    path = folder / "a.md"
    path.write_text(text, "utf-8")
    found = explain(
        str(path),
        text.count("\n") + 1,
        parse_registry(dedent(registry), "claims.yaml"),
        ScanOptions(DAY, language),
    )
    return {reading.mention.text: reading for reading in found.readings}
