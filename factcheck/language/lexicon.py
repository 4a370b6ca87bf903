"""A language is one YAML file beside this module; nothing here knows a word of any language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from factcheck.errors import LexiconError
from factcheck.language.tables import names, table
from factcheck.language.words import folded


class Lexicon(NamedTuple):
    """One language file. A key is a dotted path into it (`attribution.verbs`)."""

    code: str
    data: Mapping[str, Any]

    def get(self, key: str) -> Any:
        """What stands at a key. Raises LexiconError where nothing does."""
        node: Any = self.data
        for part in key.split("."):
            if not isinstance(node, Mapping) or part not in node:
                raise LexiconError(f"language/{self.code}.yaml: no `{key}`")
            node = node[part]
        return node

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words or phrases. Raises LexiconError where something else stands there."""
        return self._words(key, self.get(key))

    def every_word(self, *keys: str) -> frozenset[str]:
        """The words that stand at some keys, folded, those of phrases each by itself. Raises as `words`."""
        return frozenset(word for key in keys for text in self.words(key) for word in folded(text))

    def single_words(self, *keys: str) -> frozenset[str]:
        """The words that stand at some keys, folded; phrases are left out. Raises as `words`."""
        told = (folded(text) for key in keys for text in self.words(key))
        return frozenset(words[0] for words in told if len(words) == 1)

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """A mapping from a name to a list of words or phrases; a mapping deeper in it is left out.

        Raises LexiconError as `words` does."""
        rows = ((name, node) for name, node in self._table(key).items() if not isinstance(node, Mapping))
        return {name: self._words(f"{key}.{name}", node) for name, node in rows}

    def lines(self, key: str) -> dict[str, tuple[str, ...]]:
        """A mapping from a name to words or phrases, in one line and parted by commas: quick to read, for the
        longest sections. Raises LexiconError where something else stands there."""
        return {name: self._line(f"{key}.{name}", node) for name, node in self._table(key).items()}

    def numbers(self, key: str) -> dict[str, float]:
        """A mapping from a word to a number. Raises LexiconError where something else stands there."""
        return {word: self._number(f"{key}.{word}", number) for word, number in self._table(key).items()}

    def _words(self, key: str, node: Any) -> tuple[str, ...]:
        if not isinstance(node or [], list):
            raise self._must_be("a list", key)
        return tuple(str(word) for word in node or ())

    def _line(self, key: str, node: Any) -> tuple[str, ...]:
        if not isinstance(node, str):
            raise self._must_be("one line, its words parted by commas", key)
        return tuple(node.split(", ")) if node else ()

    def _table(self, key: str) -> Mapping[str, Any]:
        node = self.get(key) or {}
        if not isinstance(node, Mapping):
            raise self._must_be("a mapping", key)
        return {str(name): value for name, value in node.items()}

    def _number(self, key: str, node: Any) -> float:
        try:
            return float(node)
        except (TypeError, ValueError):
            raise self._must_be("a number", key) from None

    def _must_be(self, what: str, key: str) -> LexiconError:
        return LexiconError(f"language/{self.code}.yaml: `{key}` must be {what}")


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a file, sorted."""
    return tuple(sorted(name for name in names() if len(name) == 2))


@cache
def load(code: str) -> Lexicon:
    """The lexicon of a language (`fr`, `en` …). Raises LexiconError where it has no file."""
    if code not in languages():
        raise LexiconError(f"no lexicon for the language `{code}` (there are: {', '.join(languages())})")
    return Lexicon(code, table(code))


@cache
def contrasts() -> tuple[tuple[frozenset[str], ...], frozenset[str], frozenset[str]]:
    """The sets of concepts that exclude one another, the generic ones, and those of persons."""
    data = table("contrasts")

    def concepts(names: list[str]) -> frozenset[str]:
        return frozenset(f"@{name}" for name in names)

    return tuple(map(concepts, data["contrasts"])), concepts(data["generic"]), concepts(data["persons"])
