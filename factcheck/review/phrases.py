"""A phrase, and a draft of a claim, from one figure of an article: its clause without what is no part of what
it tells."""

from __future__ import annotations

import re

from factcheck.extract.clauses import clauses
from factcheck.language.lexicon import load
from factcheck.language.words import fold, folded, words
from factcheck.match.terms import phrase_slots
from factcheck.model import Mention, Qualifier, Span
from factcheck.registry.edit import Fields

LONGEST = 8
"""How many words that say something a phrase has, those nearest to the figure."""
LEAST = 2
"""With fewer it would catch anything."""
_FIGURE = re.compile(r"\S*\d\S*")
_EDGES = " \t\n,.;:!?…–—-|()[]{}«»“”\"'’*_#"
_SIGNS: dict[Qualifier, str] = {"at_least": ">", "at_most": "<", "about": "~", "nearly": "~"}


def phrase(mention: Mention, language: str) -> str:
    """What the words around a figure say it is, without figures; empty where they do not say it."""
    sentence = mention.sentence
    if mention.kind == "statement":
        return " ".join(sentence.split()).strip(_EDGES)
    start, end = _within(mention)
    text = words(sentence)
    clause = next(
        (
            span
            for span in clauses(sentence, text, 0, len(sentence), load(language))
            if span[0] <= start < span[1]
        ),
        (0, len(sentence)),
    )
    stops = frozenset(map(fold, load(language).words("stopwords")))
    found = _said(sentence, clause, (start, end), mention, stops)
    telling = [number for number, span in enumerate(found) if _tells(sentence[slice(*span)], stops)]
    near = sorted(telling, key=lambda number: abs(found[number][0] - start))[:LONGEST]
    kept = found[min(near) : max(near) + 1] if near else []
    said = " ".join(sentence[a:b] for a, b in kept).strip(_EDGES)
    return said if len(phrase_slots(said)) >= LEAST else ""


def _within(mention: Mention) -> Span:
    """The figure, with its qualifiers, in its sentence."""
    start, end = (at - mention.sentence_start for at in mention.outer)
    return max(start, 0), max(end, 0)


def _said(sentence: str, clause: Span, figure: Span, mention: Mention, stops: frozenset[str]) -> list[Span]:
    """The words of a clause but for figures, with what leads to them ("in", "of"), and for who says so."""
    out = [figure, *(match.span() for match in _FIGURE.finditer(sentence))]
    who = mention.attribution
    if who and who.start is not None and who.end is not None:
        out.append((who.start - mention.sentence_start, who.end - mention.sentence_start))
    kept: list[Span] = []
    for match in re.finditer(r"\S+", sentence):
        start, end = match.span()
        if any(a < end and start < b for a, b in out):
            while kept and kept[-1][1] == match.start() - 1 and not _tells(sentence[slice(*kept[-1])], stops):
                kept.pop()
        elif clause[0] <= start < clause[1]:
            kept.append((start, end))
    return kept


def _tells(token: str, stops: frozenset[str]) -> bool:
    """Whether a word says something of what is counted."""
    return any(word not in stops and len(word) > 1 for word in folded(token)) and bool(phrase_slots(token))


def draft(mention: Mention, language: str, day: str | None) -> tuple[str, Fields] | None:
    """A claim that says what one figure says: an id and the fields; None where no words are found for it, or
    the registry has no way to write its value."""
    said, value = phrase(mention, language), written(mention)
    if not said or value is None:
        return None
    who = mention.attribution.source if mention.attribution else None
    told = {"value": value, **({"as_of": day} if day else {}), **({"source": who} if who else {})}
    kind: Fields = {} if mention.kind == "quantity" else {"kind": mention.kind}
    telling = [word for word in folded(said) if phrase_slots(word)] or folded(said)
    key = "-".join(telling[:4])
    return key, {"title": said[:1].upper() + said[1:], **kind, "match": [said], "values": [told]}


def written(mention: Mention) -> str | None:
    """What a mention says as the registry writes a value; None for a statement."""
    if isinstance(mention.value, str):
        return mention.value if mention.kind != "statement" else None
    unit = f" {mention.unit}" if mention.unit and mention.unit != "people" else ""
    if isinstance(mention.value, tuple):
        low, high = mention.value
        return f"{low:.12g}-{high:.12g}{unit}"
    return f"{_SIGNS.get(mention.qualifier, '')}{mention.value:.12g}{unit}"
