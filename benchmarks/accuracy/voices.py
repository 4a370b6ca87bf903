"""What tells who says so, each part with what switches it off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import patch

from benchmarks.accuracy.patches import Argument, Mechanism, answering
from factcheck.extract.attribution import cues, reader
from factcheck.extract.attribution.scene import Cue, Scene
from factcheck.model import Attribution

PARTS: tuple[tuple[str, str, object], ...] = (
    ("links on the figure", "reader.ArticleAttributions._linked", None),
    ("tables: the column's head", "tabular.Tables.column", None),
    ("tables: the row's source", "tabular.Tables.row", None),
    ("list items and headlines: how they end", "reader.closings", ()),
    ("sentences beside", "reader.ArticleAttributions._neighbouring", None),
    ("sentences beside: quotations", "vicinity.Vicinity._quoted", ()),
    ("sentences beside: quotations without a tag", "reader.ArticleAttributions._unsaid", None),
    ("sentences beside: the next one", "vicinity.Vicinity._found_after", ()),
    ("sentences beside: the next one takes up", "vicinity.Vicinity._takes_up", False),
    ("sentences beside: a label below", "vicinity.Vicinity._labelled", ()),
    ("sentences beside: what leads in", "vicinity.Vicinity._found_before", ()),
    ("what goes on counting", "reader.ArticleAttributions._continued", Attribution("unsourced")),
    ("who a pronoun stands for", "reader.ArticleAttributions._resolved", None),
    ("who a pronoun stands for: the topic", "reader.ArticleAttributions._topic", None),
    ("pronouns of weak verbs", "reader.ArticleAttributions._stands", True),
    ("the agency's full name", "sources.SourceIndex.called", False),
    ("the nearest cue", "reader._distance", 0),
    ("words thrown in", "marks._thrown_in", frozenset()),
    ("segments parted by contrasts", "scene._parts", False),
    ("segments: not within a quotation", "scene._quoted", frozenset()),
    ("clauses of their own after a comma", "scene.Scene.sequel", Argument(2)),
    ("names: appositions of nobody", "naming.Reader.apposed", Argument(1)),
    ("names: nobody cites somebody", "naming.Reader.cited", None),
    ("names: somebody cites somebody", "naming.Reader.original", Argument(1)),
    ("names: for whom a person stands", "naming.Reader.housed", Argument(1)),
    ("names: surnames of sources", "sources.SourceIndex.surname", None),
    ("names: offices and their holders", "sources.SourceIndex.held", None),
    ("names: capitals for governments", "sources.SourceIndex.state", None),
    ("names: typos in later words", "sources._typo", False),
    ("names: longer than an alias", "sources._longer", False),
    ("names: bodies", "naming.Reader._body", None),
    ("names: accounts", "naming.Reader._account", None),
    ("names: people", "naming.Reader._people", None),
    ("names: whose account it is", "naming.Reader._author", None),
    ("names: nouns that no list knows", "naming.Reader._thing", None),
    ("verbs: nouns that look like one", "speech.verbal", True),
    ("verbs: passives, plans, rumours", "speech.silent", False),
    ("verbs: figures expected or reached", "verbs._figures", False),
    ("verbs: subjects that only have", "verbs._has", False),
    ("verbs: what is reported stands beside", "verbs.reported", True),
    ("verbs: in passing", "verbs.passing", False),
    ("verbs: trailing", "verbs.trails", False),
    ("verbs: a figure's relative clause", "speech.counted", None),
    ("verbs: a clause put in ends", "speech.put_in", 0),
    ("subjects: after the verb", "speech.inverted", None),
    ("subjects: after the verb and an insertion", "subjects._past_insertions", ()),
    ("subjects: in a relative clause", "speech.in_relative", None),
    ("subjects: beyond an insertion", "subjects.beyond", None),
    ("subjects: understood", "speech._understood", None),
    ("origins: what depends on a noun", "origins._abstract", False),
    ("origins: whose view it is", "origins._views", False),
    ("origins: passive verbs, counts revised", "origins._told", False),
    ("origins: events", "origins._event", False),
    ("accounts: compounds", "origins._beside", None),
    ("accounts: polls, and counts put to a figure", "origins._of", None),
    ("accounts: not what is acted on", "origins._leans", True),
    ("accounts: owners named after", "origins._owner_after", None),
    ("a colon parts a count, a quotation", "cues._parted", Argument(1)),
    ("days are told by clauses", "scene.Scene.dated", False),
    ("hearsay: what is rumoured", "hearsay._told", 0),
    ("hearsay: where clauses part", "hearsay._parts_clauses", False),
    ("hearsay: `on`, at a place", "hearsay._place", None),
    ("hearsay: the conditional", "grammar.Grammar.hypothetical", False),
)
"""Each with the function that does it, in factcheck/extract/attribution/, and what that says instead."""


def mechanisms() -> Iterator[Mechanism]:
    """The scope of attribution, its finders, and the parts of both."""
    yield Mechanism("voices: scope (a cue covers its sentence)", [patch.object(reader, "find", _anywhere)])
    for finder in cues._FINDERS:
        finders = tuple(other for other in cues._FINDERS if other is not finder)
        yield Mechanism(f"voices: finder `{finder.__name__}`", [patch.object(cues, "_FINDERS", finders)])
    for name, target, answer in PARTS:
        yield Mechanism(f"voices: {name}", answering(answer, f"factcheck.extract.attribution.{target}"))


def _anywhere(here: Scene) -> list[Cue]:
    return [replace(cue, low=0, high=len(here.line)) for cue in cues.find(here)]
