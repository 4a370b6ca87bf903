"""factcheck.toml, or `[tool.factcheck]` in pyproject.toml: found, read, and where each setting stands."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factcheck.errors import ConfigError

NAME = "factcheck.toml"
PROJECT = "pyproject.toml"
_TABLE = ("tool", "factcheck")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_LONG = re.compile(r"(?:\d_?){4300,}")  # what Python makes no number of (sys.set_int_max_str_digits)


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """The settings of a file, as they are written. `folder` (absolute) is what its paths are relative to;
    `lines` tell where keys stand, as far as a look at each line can tell."""

    path: str
    folder: str
    settings: Mapping[str, Any]
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    def place(self, *keys: str) -> str:
        """`path:line` of a key, or of the table that it stands in."""
        above = (keys[:length] for length in range(len(keys), 0, -1))
        line = next((self.lines[place] for place in above if place in self.lines), None)
        return f"{self.path}:{line}" if line else self.path

    def rebased(self, path: str) -> str:
        """A path that the file names, as seen from the working directory."""
        prefix = os.path.relpath(self.folder)
        path = os.path.expanduser(path)  # noqa: PTH111 - keeps a slash at the end
        return path if prefix == "." else os.path.join(prefix, path)  # noqa: PTH118


def find(start: Path, texts: Mapping[str, str] = MappingProxyType({})) -> ConfigFile | None:
    """The nearest configuration from the folder `start` (absolute) upwards, at most to a repository's root.
    `texts` are read instead of the files of these names.

    Raises ConfigError where it is no TOML or cannot be read.
    """
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return read(folder / NAME, texts)
        if (folder / PROJECT).is_file() and (found := _of_project(folder / PROJECT, texts)):
            return found
        if (folder / ".git").exists():
            break
    return None


def read(path: Path, texts: Mapping[str, str] = MappingProxyType({})) -> ConfigFile:
    """The configuration in a file, or in the text that is read instead of it. Raises ConfigError."""
    if path.name == PROJECT:
        if found := _of_project(path, texts):
            return found
        raise ConfigError(f"{_short(path)}: has no table [tool.factcheck]")
    text = _text(path, texts)
    return ConfigFile(_short(path), _folder(path), _parsed(path, text), _lines(text))


def _of_project(path: Path, texts: Mapping[str, str]) -> ConfigFile | None:
    """The table of a pyproject.toml; None where there is none."""
    text = _text(path, texts)
    if "factcheck" not in text:
        return None  # whatever else is wrong with it
    settings: Any = _parsed(path, text)
    for key in _TABLE:
        settings = settings.get(key) if isinstance(settings, dict) else None
    if settings is None:
        return None
    if not isinstance(settings, dict):
        raise ConfigError(f"{_short(path)}: tool.factcheck must be a table, [tool.factcheck]")
    own = {keys[2:]: line for keys, line in _lines(text).items() if keys[:2] == _TABLE}
    return ConfigFile(_short(path), _folder(path), settings, own)


def _text(path: Path, texts: Mapping[str, str]) -> str:
    if str(path) in texts:
        return texts[str(path)].removeprefix("\ufeff")
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{_short(path)}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{_short(path)}: is not UTF-8: save it as UTF-8") from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        where = f"{_short(path)}:{place[1]}:{place[2]}" if place else _short(path)
        raise ConfigError(f"{where}: is no TOML: {_PLACE.sub('', str(error))}") from None
    except ValueError:
        long = _LONG.search(text)
        where = f"{_short(path)}:{text.count(chr(10), 0, long.start()) + 1}" if long else _short(path)
        raise ConfigError(f"{where}: holds a number of thousands of digits: write a smaller one") from None
    except RecursionError:
        raise ConfigError(f"{_short(path)}: is nested too deep: write it in fewer brackets") from None


def _folder(path: Path) -> str:
    return os.path.realpath(path.parent)


def _short(path: Path) -> str:
    """A path to be clicked: relative where that is shorter."""
    return min((os.path.relpath(path), str(path)), key=len)


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """The line of each key and table header. Each line is read by itself, since tomllib tells no places."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            keys = table = _keys(line) or table
        else:
            key = _keys(line.partition("=")[0] + "=0") if "=" in line else ()
            keys = (*table, *key)
        for length in range(1, len(keys) + 1):
            found.setdefault(keys[:length], number)
    return found


def _keys(line: str) -> tuple[str, ...]:
    """The keys of a table header or of a dotted key."""
    import tomllib

    try:
        inner: object = tomllib.loads(line)
    except (ValueError, RecursionError):
        return ()
    keys: Sequence[str] = ()
    while isinstance(inner, dict) and inner:
        [(key, inner)] = inner.items()
        keys = (*keys, key)
    return tuple(keys)
