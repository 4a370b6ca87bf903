"""From files to articles: what to read, how it is encoded, what of it is prose."""

from factcheck.read.article import read_article
from factcheck.read.files import Found, find
from factcheck.read.load import load

__all__ = ["Found", "find", "load", "read_article"]
