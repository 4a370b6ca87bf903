"""Figures: every number of an article with its unit, its qualifier and the noun that it counts."""

from factcheck.extract.figures.reader import FigureReader

__all__ = ["FigureReader"]
