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
    ("sentences beside", "reader.ArticleAttributions._neighbouring", None),
    ("sentences beside: quotations", "vicinity.Vicinity._quoted", ()),
    ("sentences beside: the next one", "vicinity.Vicinity._following", ()),
    ("sentences beside: the next one takes up", "vicinity.Vicinity._takes_up", False),
    ("sentences beside: a label below", "vicinity.Vicinity._labelled", ()),
    ("sentences beside: what leads in", "vicinity.Vicinity._leading", ()),
    ("what goes on counting", "reader.ArticleAttributions._continued", Attribution("unsourced")),
    ("who a pronoun stands for", "reader.ArticleAttributions._resolved", None),
    ("pronouns of weak verbs", "reader.ArticleAttributions._stands", True),
    ("the agency's full name", "sources.SourceIndex.called", False),
    ("the nearest cue", "reader._distance", 0),
    ("words thrown in", "marks._thrown_in", frozenset()),
    ("segments parted by contrasts", "scene._parts", False),
    ("clauses of their own after a comma", "scene.Scene.sequel", Argument(2)),
    ("names: appositions of nobody", "naming.Reader.apposed", Argument(1)),
    ("names: nobody cites somebody", "naming.Reader.cited", None),
    ("names: surnames of sources", "sources.SourceIndex.surname", None),
    ("names: misspelt sources", "sources.SourceIndex._guess", None),
    ("names: typos in later words", "sources._typo", False),
    ("names: longer than an alias", "sources._longer", False),
    ("names: bodies", "naming.Reader._body", None),
    ("names: accounts", "naming.Reader._account", None),
    ("names: people", "naming.Reader._people", None),
    ("names: whose account it is", "naming.Reader._author", None),
    ("names: nouns that no list knows", "naming.Reader._thing", None),
    ("verbs: nouns that look like one", "speech._verbal", True),
    ("verbs: passives", "speech._passive", False),
    ("verbs: plans", "speech._plans", False),
    ("verbs: figures expected or reached", "speech._figures", False),
    ("verbs: subjects that only have", "speech._has", False),
    ("verbs: what is reported stands beside", "speech._reported", True),
    ("verbs: `ne … que`", "speech._unless_only", Argument(1)),
    ("verbs: in passing", "speech._passing", False),
    ("verbs: trailing", "speech._trails", False),
    ("verbs: a figure's relative clause", "speech._counted", None),
    ("subjects: after the verb", "speech.inverted", None),
    ("subjects: in a relative clause", "speech.in_relative", None),
    ("subjects: across an apposition", "subjects._across", None),
    ("origins: what depends on a noun", "origins._abstract", False),
    ("origins: passive verbs", "origins._told", False),
    ("origins: published figures", "origins._put_out", False),
    ("origins: by one estimate", "origins._reckons", False),
    ("origins: what restates it", "origins._restated", Argument(2)),
    ("origins: owners named after", "origins._owner_after", None),
    ("origins: accounts that tell", "origins._tells", False),
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
