"""What a registry names: completed, found, counted, renamed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.lsp import outline
from factcheck.lsp.completion import offers
from factcheck.lsp.documents import Unsaved
from factcheck.lsp.named import SHOW_USES
from factcheck.lsp.navigate import Desk, claim_place, ignored_claim, lenses, references, source_place, told
from factcheck.lsp.renaming import renaming
from factcheck.lsp.rooms import Room, Rooms
from factcheck.lsp.survey import Survey
from factcheck.registry.load import parse_registry
from tests.lsp.rooms import ask, document

REGISTRY = """\
sources:
  league: {name: Football League}
  "the town": {name: Town of Ulmstead}
claims:
  crowd:
    title: Spectators at the cup final
    match: [spectators at the cup final]
    values:
      - {value: 48k, as_of: 2023-05-20, source: league}
      - value: 61k
        as_of: 2024-05-18
        source: league
  guests:
    title: Spectators at the cup final who came from abroad
    unit: people
    part_of: crowd
    series: {league: {2024-05-18: 9k}}
"""
HEAD = "---\ndate: 2024-06-01\n---\n\n"
TAIL = "  other:\n    title: x\n    "


@pytest.mark.parametrize(
    ("text", "begun", "expected"),
    [
        ("", "", ["lang", "include", "sources", "tables", "claims"]),
        ("sou", "sou", ["lang", "include", "sources", "tables", "claims"]),
        ("sources:\n  league:\n    na", "na", ["name", "aliases", "url", "date", "private"]),
        (f"{REGISTRY}{TAIL}kind: qu", "qu", ["quantity", "date", "name", "statement"]),
        (f"{REGISTRY}{TAIL}part_of: ", "", ["crowd", "guests"]),
        (f"{REGISTRY}{TAIL}values: [{{value: 3, source: l", "l", ["league", "the town"]),
        (f"{REGISTRY}{TAIL}values:\n      - ", "", ["value", "as_of", "until", "source", "url", "also"]),
        (f"{REGISTRY}{TAIL}values:\n    - va", "va", ["value", "as_of", "until", "source", "url", "also"]),
        (f"{REGISTRY}{TAIL}values: [{{va", "va", ["value", "as_of", "until", "source", "url", "also"]),
        (f"{REGISTRY}{TAIL}values:\n      - value: 1\n        so", "so",
         ["value", "as_of", "until", "source", "url", "also"]),
        (f"{REGISTRY}{TAIL}values: [{{source: {{na", "na", ["name", "aliases", "url", "date", "private"]),
        (f"{REGISTRY}{TAIL}title: sou", "sou", []),
        (f"{REGISTRY}{TAIL}match: [kind, sou", "sou", []),
        (f"{REGISTRY}# kind: q", "", []),
    ],
)  # fmt: skip
def test_what_may_come_next(text: str, begun: str, expected: list[str]) -> None:
    told, found = offers(text, parse_registry(REGISTRY, "claims.yaml"))
    assert (told, [one.text for one in found]) == (begun, expected)


@pytest.mark.parametrize("text", [f"{REGISTRY}{TAIL}ti", f"{REGISTRY}  x: {{ti", f"{REGISTRY}  x:\n    ti"])
def test_the_keys_of_a_claim(text: str) -> None:
    assert offers(text, None)[1][0].text == "title"


def test_units_begin_with_the_registry_s_own() -> None:
    registry = parse_registry(REGISTRY, "claims.yaml")
    found = [one.text for one in offers(f"{REGISTRY}{TAIL}unit: ", registry)[1]]
    assert found[0] == "people"
    assert {"km", "%", "USD"} <= set(found)


def test_where_names_stand() -> None:
    found = [(one.what, REGISTRY[slice(*one.span)], one.given) for one in outline.names(REGISTRY)]
    assert found == [
        ("source", "league", True),
        ("source", '"the town"', True),
        ("claim", "crowd", True),
        ("source", "league", False),
        ("source", "league", False),
        ("claim", "guests", True),
        ("claim", "crowd", False),
        ("source", "league", False),
    ]
    assert outline.names(f"{REGISTRY}  broken: [") == ()
    assert outline.names("") == ()


@pytest.fixture
def room(tmp_path: Path) -> Room:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    said = "The cup final had {} spectators.{}\n"
    told = {"a": ("61,000", ""), "b": ("48,000", " <!-- factcheck: ignore[outdated, claim=crowd] old -->")}
    for name, words in told.items():
        (tmp_path / f"{name}.md").write_text(HEAD + said.format(*words), "utf-8")
    (tmp_path / "factcheck.toml").write_text('[claim-severity]\ncrowd = "info"\n', "utf-8")
    entry = {"rule": "outdated", "path": "c.md", "claim": "crowd", "sentence": "It had 48,000."}
    known = {"version": 1, "findings": [entry]}
    (tmp_path / ".factcheck-baseline.json").write_text(json.dumps(known), "utf-8")
    found = Rooms(ask).of(tmp_path, {})
    assert found is not None
    return found


def surveyed(room: Room) -> Survey:
    survey = Survey(room)
    survey.find()
    for file in list(survey.waiting()):
        survey.look(file, lambda: True)
    return survey


def places(found: list) -> list[tuple[str, int, int]]:  # type: ignore[type-arg]
    return [(one.uri.rpartition("/")[2], one.range.start.line, one.range.start.character) for one in found]


def test_from_a_figure_to_its_claim_and_back(room: Room) -> None:
    desk = Desk.of([], Unsaved(), "utf-16")
    assert places([claim_place("crowd", room, desk)]) == [("claims.yaml", 4, 2)]
    assert places([source_place("the town", room, desk)]) == [("claims.yaml", 2, 2)]
    assert claim_place("none", room, desk) is None
    uses = surveyed(room).uses({})
    found = places(references("crowd", room, uses, desk, given=True))
    assert found == [("a.md", 4, 18), ("b.md", 4, 18), ("claims.yaml", 4, 2), ("claims.yaml", 15, 13)]
    league = next(one for one in outline.names(REGISTRY) if one.what == "source")
    assert len(references(league, room, uses, desk, given=False)) == 3


def test_an_ignore_s_claim_is_found(tmp_path: Path) -> None:
    text = "One.\nTwo <!-- factcheck: ignore[outdated, claim=crowd] why -->\n"
    one = document(tmp_path / "a.md", text)
    assert ignored_claim(one, text.index("crowd")) == "crowd"
    assert ignored_claim(one, text.index("outdated")) == ""


def test_each_claim_is_counted(room: Room) -> None:
    uses, registry = surveyed(room).uses({}), document(Path(room.path))
    found = [lens.command and lens.command.title for lens in lenses(registry, uses, whole=True)]
    assert found == ["used in 2 articles, 1 wrong", "used in no article"]
    used, unused = (lens.command for lens in lenses(registry, uses, True, SHOW_USES))
    assert used
    assert unused
    assert (used.command, used.arguments) == (SHOW_USES, [registry.uri, 4, 2])
    assert (unused.command, unused.arguments) == ("", None)
    assert told(uses["crowd"][:1], whole=False) == "used in 1 article so far"
    fresh = surveyed(room).uses({str(Path(room.path).with_name("b.md")): ()})
    assert told(fresh["crowd"], whole=True) == "used in 1 article"


def test_a_claim_is_renamed_everywhere_at_once(room: Room) -> None:
    folder = Path(room.path).parent
    files = sorted(map(str, folder.glob("*.md")))
    edits = {edit.path.name: edit for edit in renaming(room, "crowd", "final-crowd", files, {})}
    assert sorted(edits) == [".factcheck-baseline.json", "b.md", "claims.yaml", "factcheck.toml"]
    assert edits["factcheck.toml"].after == '[claim-severity]\nfinal-crowd = "info"\n'
    assert "claim=final-crowd]" in edits["b.md"].after
    after = edits["claims.yaml"].after
    assert "\n  final-crowd:\n" in after
    assert "part_of: final-crowd" in after
    assert '"final-crowd"' in edits[".factcheck-baseline.json"].after


def test_a_claim_is_renamed_as_it_is_open(room: Room) -> None:
    folder = Path(room.path).parent
    unsaved = Unsaved(
        [document(folder / "b.md", f"{HEAD}New. <!-- factcheck: ignore[outdated, claim=crowd] -->\n")]
    )
    edits = {
        edit.path.name: edit for edit in renaming(room, "crowd", "final", [str(folder / "b.md")], unsaved)
    }
    assert edits["b.md"].after == f"{HEAD}New. <!-- factcheck: ignore[outdated, claim=final] -->\n"


def test_a_name_that_cannot_be_is_refused(room: Room) -> None:
    assert renaming(room, "crowd", "it: has to be quoted", [], {})
    for new, why in (("guests", "duplicate"), ("", "key|id|name")):
        with pytest.raises(FactcheckError, match=why):
            renaming(room, "crowd", new, [], {})
