"""An independent reader of GitHub's workflow commands, as its runner reads a step's output.

`::name key=value,key=value::message` at the beginning of a line, blanks aside; or, in the older form,
`##[name key=value;key=value]message` anywhere in one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NEW = re.compile(r"\s*::(?P<name>[^\s:]+)(?: (?P<properties>.*?))?::(?P<message>.*)", re.DOTALL)
_OLD = re.compile(r"##\[(?P<name>[^\s\]]+)[^\]]*\](?P<message>.*)", re.DOTALL)
_ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    message: str


def obeyed(output: str) -> list[Command]:
    """The commands in a step's output, however it came to hold them."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [command for line in lines if (command := _read(line))]


def _read(line: str) -> Command | None:
    if new := _NEW.match(line):
        pairs = (pair.split("=", 1) for pair in (new["properties"] or "").split(",") if pair)
        properties = {key: _unescaped(value, _ESCAPES) for key, value in pairs}
        data = {code: text for code, text in _ESCAPES.items() if code not in {"%3A", "%2C"}}
        return Command(new["name"], properties, _unescaped(new["message"], data))
    old = _OLD.search(line)
    return old and Command(old["name"], {}, old["message"])


def _unescaped(text: str, escapes: dict[str, str]) -> str:
    return re.sub("|".join(escapes), lambda match: escapes[match.group()], text)
