"""Dates, and the stretches of time to which a text dates what it says."""

from factcheck.extract.dates.reader import DateReader, Period

__all__ = ["DateReader", "Period"]
