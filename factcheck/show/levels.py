"""The tables of a configuration that say how much a finding weighs: by rule, by claim and by file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from factcheck.check.rules import RULES
from factcheck.config.file import ConfigFile
from factcheck.config.toml import briefly, named, toml
from factcheck.errors import ConfigError, FactcheckError
from factcheck.model import WEAKNESSES, Level, Registry
from factcheck.read.patterns import compiled
from factcheck.registry.suggest import did_you_mean, perhaps
from factcheck.show.selection import FileRules

TABLES = ("severity", "claim-severity", "per-file")
_LEVELS: tuple[Level, ...] = get_args(Level)
_RULES = tuple(rule.NAME for rule in RULES)
_NAMES = (*_RULES, *WEAKNESSES)
_PER_FILE = ("ignore", "severity")
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Levels:
    """Severities by rule, by claim and by file, for a `show.selection.Policy`."""

    severity: Mapping[str, Level] = field(default_factory=dict)
    claims: Mapping[str, Level] = field(default_factory=dict)
    files: tuple[FileRules, ...] = ()


def levels(file: ConfigFile) -> Levels:
    """The tables of a configuration. Raises ConfigError with every mistake in them, a line each."""
    problems = [f"{file.place(*keys)}: {what}" for keys, what in _problems(file.settings)]
    if problems:
        raise ConfigError("\n".join(problems))
    tables = [file.settings.get(name, {}) for name in TABLES]
    files = (_file_rules(pattern, rules, file.folder) for pattern, rules in tables[2].items())
    return Levels(tables[0], tables[1], tuple(files))


def check_claims(file: ConfigFile, registry: Registry) -> None:
    """Raises ConfigError where a severity is given to a claim that the registry does not have."""
    ids = {claim.id for claim in registry.claims}
    unknown = [name for name in file.settings.get("claim-severity", {}) if name not in ids]
    lines = [
        f"{file.place('claim-severity', name)}: claim-severity: {registry.path} has no claim `{name}`"
        f"{perhaps(name, ids)}"
        for name in unknown
    ]
    if lines:
        raise ConfigError("\n".join(lines))


def _problems(settings: Mapping[str, Any]) -> Iterator[tuple[Keys, str]]:
    """Each mistake: the key that it stands at, and what is to mend."""
    yield from _levels(("severity",), settings.get("severity", {}), _NAMES)
    yield from _levels(("claim-severity",), settings.get("claim-severity", {}))
    files = settings.get("per-file", {})
    yield from _no_table(("per-file",), files)
    for pattern, rules in files.items() if isinstance(files, dict) else ():
        yield from _per_file(("per-file", pattern), rules)


def _levels(keys: Keys, table: object, known: tuple[str, ...] | None = None) -> Iterator[tuple[Keys, str]]:
    yield from _no_table(keys, table)
    for name, level in table.items() if isinstance(table, dict) else ():
        if known and name not in known:
            yield (*keys, name), f"{named(keys)}: no rule is called `{name}`{did_you_mean(name, known)}"
        elif level not in _LEVELS:
            choices = f"{', '.join(map(toml, _LEVELS[:-1]))} or {toml(_LEVELS[-1])}"
            yield (*keys, name), f"{named((*keys, name))} must be {choices}, not {briefly(level)}"


def _per_file(keys: Keys, rules: object) -> Iterator[tuple[Keys, str]]:
    try:
        compiled(keys[1:], "")
    except FactcheckError as error:
        yield keys, f"per-file: {error}"
    yield from _no_table(keys, rules)
    for name, value in rules.items() if isinstance(rules, dict) else ():
        place = (*keys, name)
        if name not in _PER_FILE:
            yield place, f"{named(keys)}: no setting is called `{name}`{did_you_mean(name, _PER_FILE)}"
        elif name == "severity":
            yield from _levels(place, value, _RULES)
        elif not isinstance(value, list) or not all(isinstance(rule, str) for rule in value):
            yield (
                place,
                f'{named(place)} must be a list of rules, such as ["unsourced"], not {briefly(value)}',
            )
        else:
            unknown = (rule for rule in value if rule not in _RULES)
            for rule in unknown:
                yield place, f"{named(place)}: no rule is called `{rule}`{did_you_mean(rule, _RULES)}"


def _no_table(keys: Keys, value: object) -> Iterator[tuple[Keys, str]]:
    if not isinstance(value, dict):
        yield keys, f"{named(keys)} must be a table, not {briefly(value)}"


def _file_rules(pattern: str, rules: Mapping[str, Any], folder: str) -> FileRules:
    ignored, levels = tuple(rules.get("ignore", ())), rules.get("severity", {})
    return FileRules(_matcher(pattern, folder), ignored, levels, f"{folder}: {pattern}")


def _matcher(pattern: str, folder: str) -> Callable[[str], bool]:
    patterns = compiled([pattern], folder)
    return lambda path: patterns.cover(os.path.abspath(path))  # noqa: PTH100 - patterns know no `..`
