"""Ways to switch off one thing for a while: a function, a constant.

Each names what it replaces, and raises AttributeError on entering where there is no such thing any more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple
from unittest.mock import patch

Patches = Sequence[AbstractContextManager[Any]]


class Mechanism(NamedTuple):
    """A mechanism by name, and the patches without which it works."""

    name: str
    off: Patches


class Argument(NamedTuple):
    """An answer that is what a function was given, by its place: it leaves that as it is."""

    place: int


def answering(answer: object, *targets: str) -> Patches:
    """Functions that give one answer, whatever they are asked."""
    return [patch(target, _function(answer)) for target in targets]


def _function(answer: object) -> Callable[..., object]:
    return lambda *given, **_: given[answer.place] if isinstance(answer, Argument) else answer


def set_to(value: object, *targets: str) -> Patches:
    """Constants of another value."""
    return [patch(target, value) for target in targets]
