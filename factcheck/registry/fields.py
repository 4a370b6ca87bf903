"""Read one field of the registry: a text, a list of phrases, a date, a choice. What is wrong is noted."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Map

from factcheck.registry.nodes import Mapping, Node, Problems, Scalar, Sequence
from factcheck.registry.suggest import did_you_mean
from factcheck.registry.values import parse_date

Fields = Map[str, Node]


def quote(text: str) -> str:
    """A text for a message: between backticks, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"`{line[:57]}…`" if len(line) > 60 else f"`{line}`"


def fields(node: Node, keys: Collection[str], what: str, problems: Problems) -> Fields | None:
    """The entries of a mapping, keys that it must not have left out and noted; None where it is none."""
    if not isinstance(node, Mapping):
        problems.at(node, f"{what} must be a mapping of {', '.join(keys)}")
        return None
    unknown = [key for key in node.entries if key not in keys]
    for key in unknown:
        problems.at(node.key(key), _unknown(key, node, keys))
    return {key: value for key, value in node.entries.items() if key in keys} if unknown else node.entries


def _unknown(key: str, node: Mapping, keys: Collection[str]) -> str:
    value, name = node.entries[key], node.key(key)
    if (
        isinstance(name, Scalar)
        and name.glued
        and isinstance(value, Scalar)
        and value.empty
        and key[:1].isdigit()
    ):
        return split_figure(key)
    return f"unknown key {quote(key)}{did_you_mean(key, keys)}"


def split_figure(key: str) -> str:
    """What is wrong where braces make of `11,000` the value 11 and a key `000` with nothing in it."""
    return f"a comma ends a value inside braces: write the figure that ends in {quote(',' + key)} in quotes"


def text(node: Node | None, key: str, problems: Problems) -> str | None:
    """A field's text, stripped; None where there is none (which is noted where the field is there)."""
    if node is None:
        return None
    if not isinstance(node, Scalar):
        problems.at(node, f"`{key}` must be a text")
        return None
    if node.empty or not node.text.strip():
        problems.at(node, f"`{key}` is empty: fill it in, or delete it")
        return None
    return node.text.strip()


def texts(node: Node | None, key: str, problems: Problems) -> tuple[str, ...]:
    """A field that is a text or a list of texts, each with at least one letter or digit."""
    if node is None:
        return ()
    items = node.items if isinstance(node, Sequence) else [node]
    found = tuple([_phrase(item, key, problems) for item in items])
    return tuple([phrase for phrase in found if phrase])


def _phrase(node: Node, key: str, problems: Problems) -> str | None:
    if isinstance(node, Mapping):
        problems.at(node, f"`{key}` must be a text or a list of texts (a text that holds `: ` needs quotes)")
        return None
    phrase = text(node, key, problems)
    if phrase and not any(char.isalnum() for char in phrase):
        problems.at(node, f"`{key}` has neither letter nor digit: {quote(phrase)}")
        return None
    return phrase


def choices(node: Node | None, key: str, known: Collection[str], problems: Problems) -> tuple[str, ...]:
    """A field that is one of a few words, or a list of such."""
    if node is None:
        return ()
    items = node.items if isinstance(node, Sequence) else [node]
    if not items:
        problems.at(node, f"`{key}` is empty: fill it in, or delete it")
    found = [choice(item, key, known, problems) for item in items]
    return tuple([word for word in found if word])


def iso_date(node: Node | None, key: str, problems: Problems) -> str | None:
    """A field that is a day, a month or a year in ISO form."""
    written = text(node, key, problems)
    if node is None or written is None:
        return None
    date = parse_date(written)
    if date is None:
        problems.at(node, unreadable_date(written))
    return date


def unreadable_date(written: str) -> str:
    """What is wrong with a date."""
    return f"no such date: {quote(written)} (a date is written 2024-06-19, 2024-06 or 2024)"


def choice(node: Node | None, key: str, choices: Collection[str], problems: Problems) -> str | None:
    """A field that is one of a few words."""
    word = text(node, key, problems)
    if node is None or word is None or word in choices:
        return word
    problems.at(node, f"`{key}` cannot be {quote(word)}{did_you_mean(word, choices)}")
    return None
