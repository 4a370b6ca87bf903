"""Frozen values as plain data, which JSON holds, and back: what is read cannot run code, as a pickle may.

A dataclass is the list of its fields, in their order; a tuple a list; a frozenset one in order; everything
else itself. What comes back
is held to the types of the fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from json import dumps
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value", bound=object)
Build = Callable[[Any], Any]
_SCALARS: Mapping[Any, tuple[type, ...]] = {str: (str,), int: (int,), float: (float, int), bool: (bool,)}


def plain(value: object) -> Any:
    """A value as lists, texts, numbers and None."""
    if isinstance(value, (str, int, float, NoneType)):
        return value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(plain(item) for item in value)
    kind: Any = type(value)
    return [plain(getattr(value, name)) for name in _names(kind)]


def built(kind: type[Value], data: object) -> Value:
    """The value of a dataclass that `plain` took apart. Raises ValueError where the data are none."""
    known: Any = kind
    try:
        found: Value = _build(known)(data)
    except TypeError as error:  # what is no list
        raise ValueError(f"no {kind.__name__}: {error}") from None
    return found


def digest(*values: object) -> str:
    """What is the same for equal values, and for no others: 16 hexadecimal digits. What a dataclass does not
    compare (where a claim stands) is no part of it."""
    return sha256(dumps([_compared(value) for value in values]).encode()).hexdigest()[:16]


def shape(kind: type) -> str:
    """What changes with the fields of a dataclass and of those that it holds, as `digest` does."""
    return digest(tuple(_shapes(kind)))


def _shapes(kind: Any) -> list[str]:
    if not is_dataclass(kind):
        return [str(kind), *(row for part in get_args(kind) for row in _shapes(part))]
    hints = get_type_hints(kind)
    return [row for field in fields(kind) for row in (field.name, *_shapes(hints[field.name]))]


def _compared(value: object) -> Any:
    if isinstance(value, tuple):
        return [_compared(item) for item in value]
    if is_dataclass(value):
        return [_compared(getattr(value, field.name)) for field in fields(value) if field.compare]
    return plain(value)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _build(kind: Any) -> Build:
    """What makes a value of a type from plain data."""
    if is_dataclass(kind):
        return _record(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin is frozenset:
        return lambda data: frozenset(map(_build(args[0]), data))
    if origin is tuple:
        return _series(args[0]) if args[1:] == (...,) else _row(args)
    if origin in (Union, UnionType):
        return _choice(args)
    if origin is Literal:
        return _scalar(frozenset(args).__contains__, kind)
    allowed = _SCALARS[kind]
    return _scalar(lambda data: isinstance(data, allowed) and (bool in allowed or data is not True), kind)


def _scalar(fits: Callable[[Any], bool], kind: object) -> Build:
    def build(data: Any) -> Any:
        if not fits(data):
            raise ValueError(f"{data!r} is no {kind}")
        return data

    return build


def _record(kind: Any) -> Build:
    hints = get_type_hints(kind)
    build = _row(tuple(hints[name] for name in _names(kind)))
    return lambda data: kind(*build(data))


def _row(kinds: tuple[Any, ...]) -> Build:
    builds = tuple(map(_build, kinds))

    def build(data: Any) -> tuple[Any, ...]:
        return tuple([make(item) for make, item in zip(builds, data, strict=True)])

    return build


def _series(kind: Any) -> Build:
    make = _build(kind)
    return lambda data: tuple(map(make, data))


def _choice(kinds: tuple[Any, ...]) -> Build:
    """Of several types: lists are the one that is taken apart, and there is one at most."""
    scalars = tuple(allowed for kind in kinds if kind in _SCALARS for allowed in _SCALARS[kind])
    apart = [kind for kind in kinds if kind is not NoneType and kind not in _SCALARS]
    other = _build(apart[0]) if apart else _scalar(lambda _: False, kinds)

    def build(data: Any) -> Any:
        if data is None and NoneType in kinds:
            return None
        return data if scalars and isinstance(data, scalars) else other(data)

    return build
