"""Who says so: a named source, a nameless one, or nobody."""

from factcheck.extract.attribution.reader import ArticleAttributions, Attributor

__all__ = ["ArticleAttributions", "Attributor"]
