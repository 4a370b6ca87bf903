"""YAML to nodes: places, scalars as written, anchors, and what would blow up."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from factcheck.registry import nodes
from factcheck.registry.nodes import Mapping, Node, Problems, Scalar, Sequence, compose, too_deep

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]

pytestmark = pytest.mark.parametrize("loader", LOADERS)


def composed(text: str, loader: Any) -> Node:
    """The root node of a text that is right."""
    problems = Problems()
    root = compose(text, problems, loader)
    assert problems.lines("f") == []
    assert root is not None
    return root


def data(node: Node) -> Any:
    """A node as plain lists, dicts and strings."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    return {key: data(value) for key, value in node.entries.items()}


def told(text: str, loader: Any) -> list[str]:
    """What is told of a text that is wrong."""
    problems = Problems()
    compose(text, problems, loader)
    return problems.lines("f")


@pytest.mark.parametrize(
    "word", ["no", "on", "16:45", "010", "0x1F", "1_000", "2025-02-30", "1e3", "=", ".5"]
)
def test_a_scalar_is_what_was_written(word: str, loader: Any) -> None:
    assert data(composed(f"a: {word}\nb: [{word}]\n", loader)) == {"a": word, "b": [word]}


@pytest.mark.parametrize(
    ("text", "empty"), [("a:", True), ("a: ~", True), ("a: null", True), ("a: '~'", False)]
)
def test_only_a_plain_null_is_empty(text: str, empty: bool, loader: Any) -> None:
    root = composed(text, loader)
    assert isinstance(root, Mapping)
    node = root.entries["a"]
    assert isinstance(node, Scalar)
    assert node.empty is empty


def test_places_count_characters(loader: Any) -> None:
    root = composed("été: 1\n  # comment\nb: {é: x, y: z}\n", loader)
    assert isinstance(root, Mapping)
    inner = root.entries["b"]
    assert isinstance(inner, Mapping)
    assert (root.key("b").mark.line, inner.entries["y"].mark.column) == (2, 13)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x: &a [1]\ny: *a\n", {"x": ["1"], "y": ["1"]}),
        ("x: &a {k: 1, l: 2}\ny: {<<: *a, k: 3}\n", {"x": {"k": "1", "l": "2"}, "y": {"k": "3", "l": "2"}}),
        ("x: &a {k: 1}\ny: &b {k: 2, l: 2}\nz: {<<: [*a, *b]}\n", {"k": "1", "l": "2"}),
        ("x: {'<<': 1}\n", {"x": {"<<": "1"}}),
        ("x: &a 1\ny: &a 2\nz: *a\n", {"x": "1", "y": "2", "z": "2"}),
        ("x: !!str 1\ny: !custom {a: b}\n", {"x": "1", "y": {"a": "b"}}),
    ],
)
def test_anchors_and_merge_keys(text: str, expected: Any, loader: Any) -> None:
    found = data(composed(text, loader))
    assert found == expected or found["z"] == expected


def test_an_alias_shares_its_node(loader: Any) -> None:
    root = composed("x: &a [1]\ny: *a\n", loader)
    assert isinstance(root, Mapping)
    assert root.entries["x"] is root.entries["y"]


LAUGHS = "a0: &a0 [ha]\n" + "".join(
    f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 10)}]\n" for n in range(40)
)
MERGES = "m0: &m0 {k: v}\n" + "".join(
    f"m{n + 1}: &m{n + 1} {{<<: [{', '.join([f'*m{n}'] * 10)}], k{n}: v}}\n" for n in range(40)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (LAUGHS, "the aliases repeat more than 1,000,000 nodes"),
        (MERGES, "the aliases repeat more than 1,000,000 nodes"),
        ("[" * 10_000, "nested more than 32 deep"),
        ("{a: " * 10_000, "nested more than 32 deep"),
        ("- " * 10_000, "nested more than 32 deep"),
        ("? " * 10_000, "nested more than 32 deep"),
        ("claims:\n  a: " + "[" * 10_000, "f:2:"),
        ("claims:\n  a: " + "[" * 10_000, "nested more than 32 deep"),
        ("a: " + "x" * 1_000_000, "a text of 1,000,000 characters (at most 20,000)"),
        ("a: 'x\n" + " y\n" * 100_000 + "'", "a text of 200,002 characters (at most 20,000)"),
    ],
)
def test_what_would_blow_up_is_refused(text: str, message: str, loader: Any) -> None:
    assert message in told(text, loader)[-1]


@pytest.mark.parametrize("text", ["[1, 2, 3, 4]", "{a: 1, b: 2}", "- []\n- []\n- [1]"])
def test_keys_and_values_are_bounded(text: str, loader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MAX_NODES", 5)
    assert not told(text, loader)
    monkeypatch.setattr(nodes, "MAX_NODES", 4)
    assert "more than 4 keys and values: make it several files" in told(text, loader)[0]


class Shallow(yaml.SafeLoader):
    """A parser that ends at its own depth while it reads ahead, as libyaml does from 0.2.6 on."""

    def check_event(self, *_: Any) -> bool:
        mark = yaml.Mark("f", 1_005, 1, 1_004, None, 0)
        raise yaml.scanner.ScannerError(
            "while increasing flow level", mark, "exceeded maximum nesting depth", mark
        )


def test_a_parser_that_ends_at_a_depth_of_its_own_is_believed(loader: Any) -> None:  # noqa: ARG001
    assert told("a: b\nc: " + "[" * 2_000, Shallow) == ["f:2:1005: nested more than 32 deep"]
    assert too_deep("a: b\nc: " + "[" * 2_000, Shallow) is not None


NESTS = [
    ("[" * 32 + "]" * 32, None),
    ("[" * 33 + "]" * 33, 0),
    ("{a: " * 33 + "}" * 33, 0),
    ("a:\n- " + "- " * 31, 1),
    ("a: 1\n" * 40, None),
    ("[" * 3 + "]" * 3 + "\n" + "- [{-?:" * 40, None),
    ("\n".join(f"{' ' * depth}a:" for depth in range(40)), 32),
    ("a: 1\nb: " + "[" * 40_000, 1),
]


@pytest.mark.parametrize(("text", "line"), NESTS)
def test_how_deep_a_text_is_nested_is_counted_before_it_is_composed(
    text: str, line: int | None, loader: Any
) -> None:
    mark = too_deep(text, loader)
    assert (mark and mark.line) == line


def test_many_duplicate_keys_are_each_told(loader: Any) -> None:
    assert len(told("a: 1\n" * 5_000, loader)) == 4_999


@pytest.mark.parametrize("text", ["", "a: [", "a: b: c", "\x00", "a: *b", "\ud800", "a\n---\nb"])
def test_what_is_no_yaml_is_told_not_raised(text: str, loader: Any) -> None:
    assert bool(told(text, loader)) is bool(text)
