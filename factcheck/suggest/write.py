"""Drafts as a registry has them: the fields of a claim, its comments, a whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.escape import visible
from factcheck.model import Kind, Source
from factcheck.registry.edit import add_claim
from factcheck.registry.edit_write import Data, claim, scalar
from factcheck.registry.vocabulary import plain
from factcheck.suggest.drafts import Draft
from factcheck.suggest.facts import Said

SENTENCES = 6
"""How many sentences stand above a draft."""
LONGEST = 240
"""How many characters of a sentence."""
LETTERS = 32
"""How long a source's key may be."""
COUNTED: Mapping[Kind, str] = {"quantity": "figure", "date": "date", "name": "name"}
"""What a draft of each kind is made of."""
Keys = Mapping[str, str]
"""Under which key of `sources` a source stands, by its name, plain."""


def fields(draft: Draft, keys: Keys | None = None) -> dict[str, Data]:
    """A draft as the fields of a claim, in the order of a registry; a source of `keys` is told by its key,
    any other by its name."""
    values: list[Data] = [_value(given.text, given.since, given.source, keys or {}) for given in draft.values]
    kind = {"kind": draft.kind} if draft.kind != "quantity" else {}
    unit = {"unit": draft.unit} if draft.unit else {}
    return {"title": draft.title, **kind, "match": list(draft.match), **unit, "values": values}


def _value(text: str, since: str | None, source: str | None, keys: Keys) -> Data:
    if not since and not source:
        return text
    value: dict[str, Data] = {"value": text}
    if since:
        value["as_of"] = since
    if source:
        value["source"] = keys.get(plain(source), visible(source))
    return value


def comments(draft: Draft) -> list[str]:
    """What stands above a draft: in how many places its figures stand, what of them is not among its values,
    and the sentences, each with its place: a line each, with nothing that YAML or a terminal would obey."""
    aside = visible(" / ".join(dict.fromkeys(given.text for given in draft.aside)))
    why = "nobody is said to vouch for it" if draft.kind == "quantity" else "fewer articles say so"
    left = [f"not among the values, for {why}: {aside}"] if aside else []
    sentences = (f"{place(fact)}  {_cut(fact.mention.sentence)}" for fact in _telling(draft))
    return [summary(draft), *left, *sentences]


def summary(draft: Draft) -> str:
    """How often a draft's claim is told, in how many articles, and whether they agree."""
    if draft.clash:
        return f"{tally(draft)} that contradict one another: keep what is right"
    return f"{tally(draft)} that differ" if draft.differ else tally(draft)


def tally(draft: Draft) -> str:
    """`3 figures in 2 articles`."""
    count, articles = len(draft.facts), draft.articles
    what = COUNTED.get(draft.kind, "figure")
    return f"{count} {what}{'s'[: count != 1]} in {articles} article{'s'[: articles != 1]}"


def place(fact: Said) -> str:
    """Where something stands, for people."""
    return visible(f"{fact.mention.path}:{fact.mention.line}")


def _telling(draft: Draft) -> list[Said]:
    """The figures whose sentences are shown: each value's first, then others, in their order."""
    first = [given.facts[0] for given in (*draft.values, *draft.aside)]
    sentences: dict[str, Said] = {}
    for fact in (*first, *draft.facts):
        sentences.setdefault(fact.mention.sentence, fact)
    return sorted([*sentences.values()][:SENTENCES], key=lambda fact: fact.place)


def _cut(sentence: str) -> str:
    line = visible(" ".join(sentence.split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def added(text: str, drafts: Iterable[Draft], known: Iterable[Source] = ()) -> str:
    """A registry's text with drafts behind its last claim, in its style; sources that are `known` by their
    key.

    Raises RefusedError where it has no room for them."""
    keys = source_keys((), known)
    for draft in drafts:
        text = add_claim(text, draft.id, fields(draft, keys), note="\n".join(comments(draft)))
    return text


def source_keys(drafts: Iterable[Draft], known: Iterable[Source] = ()) -> dict[str, str]:
    """A key for each source that drafts name, by its name, plain; a source that is `known` keeps its own."""
    keys = {plain(name): source.key for source in known if source.key for name in source.called}
    taken = set(keys.values())
    for name in _names(drafts):
        if plain(name) not in keys:
            keys[plain(name)] = _key(name, taken)
            taken.add(keys[plain(name)])
    return keys


def _names(drafts: Iterable[Draft]) -> list[str]:
    names = (given.source for draft in drafts for given in draft.values if given.source)
    return [*{plain(name): name for name in names}.values()]


def _key(name: str, taken: set[str]) -> str:
    base = "-".join(re.findall("[a-z0-9]+", plain(name)))[:LETTERS].strip("-") or "source"
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def yaml(drafts: Sequence[Draft], known: Iterable[Source] = ()) -> str:
    """A whole registry of drafts: the sources that they name and the registry does not have, and the claims
    with their comments. Empty without drafts."""
    if not drafts:
        return ""
    known = tuple(known)
    mine = source_keys(drafts, known)
    there = source_keys((), known)
    new = {name: mine[plain(name)] for name in _names(drafts) if plain(name) not in there}
    lines = [*_sources(new), "claims:", *_claims(drafts, mine)]
    return "\n".join(lines) + "\n"


def _sources(new: Mapping[str, str]) -> Iterator[str]:
    if new:
        yield "sources:"
        for name, key in new.items():
            yield f"  {scalar(key, key=True)}: {{name: {scalar(visible(name))}}}"
        yield ""


def _claims(drafts: Sequence[Draft], keys: Keys) -> Iterator[str]:
    for number, draft in enumerate(drafts):
        if number:
            yield ""
        yield from (f"  # {line}" for line in comments(draft))
        yield from ("  " + claim("", draft.id, fields(draft, keys), None, 2)).split("\n")
