"""What may be done about a figure, and what the texts are then."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.lsp.actions import actions
from factcheck.registry.load import load_registry, parse_registry
from factcheck.run.scan import scan
from tests.lsp.rooms import applied, checked, document, edits_of

REGISTRY = """\
sources:
  league: {name: Football League, aliases: [FL]}
  insider: {name: Dana Orr, private: true, aliases: [the insider]}
claims:
  crowd:
    title: Spectators at the cup final
    match: [spectators at the cup final, spectateurs de la finale de la coupe]
    values:
      - {value: 48k, as_of: 2023-05-20, source: league}  # the old stand
      - {value: 61k, as_of: 2024-05-18, source: league}
  boats:
    title: Boats in the harbour
    match: [boats in the harbour]
    values: [{value: 30, source: harbour office}, {value: 45, source: boat club}]
  rumour:
    kind: statement
    title: The old stadium will be sold to a supermarket
    rating: false
    values: [{source: league}]
  seats:
    title: Seats of the new stadium
    match: [the new stadium seats]
    values: [{value: 62k, source: insider}]
"""
HEAD = "---\ndate: 2024-06-01\n---\n\n"
RIGHT = "The cup final on Saturday had some 61,000 spectators."
WRONG = "The cup final on Saturday had some 48,000 spectators."


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    return tmp_path


def offered(path: Path, text: str, figure: str) -> dict[str, dict[str, str]]:
    """What may be done about a figure of an article, each with the texts that it changes as they are then."""
    path.write_text(text, "utf-8")
    found = checked(path)
    at = text.index(figure)
    done = {}
    for action in actions(found, found.document, (at, at), [found.document]):
        files = edits_of(action.edit()) if action.edit else {}
        done[action.title] = {
            name: applied((path.parent / name).read_text("utf-8"), edits) for name, edits in files.items()
        }
    return done


@pytest.mark.parametrize(
    ("sentence", "figure", "title", "expected"),
    [
        (WRONG, "48,000", "Write “61,000” (`crowd`: 61k since 2024-05-18 (FL))", WRONG.replace("48", "61")),
        (RIGHT, "61,000", "Name the source: FL", f"{RIGHT[:-1]}, according to FL."),
        (
            "There were 30 boats in the harbour on Sunday.",
            "30",
            "Name the source: harbour office",
            "There were 30 boats in the harbour on Sunday, according to harbour office.",
        ),
        (
            "La finale de la coupe a attiré 61 000 spectateurs.",
            "61",
            "Name the source: FL",
            "La finale de la coupe a attiré 61 000 spectateurs, selon FL.",
        ),
        (
            "According to officials, the cup final had 61,000 spectators.",
            "61",
            "Name the source: FL",
            "According to FL, the cup final had 61,000 spectators.",
        ),
        (
            "Officials say the cup final had 61,000 spectators.",
            "61",
            "Name the source: FL",
            "Officials say the cup final had 61,000 spectators, according to FL.",
        ),
        (
            "Hier, la FL a fêté. La finale de la coupe a attiré 61 000 spectateurs.",
            "61",
            "Name the source: FL",
            "Hier, la FL a fêté. La finale de la coupe a attiré 61 000 spectateurs, selon la FL.",
        ),
        (
            "The Football League is old. In 2024, the cup final had 61,000 spectators.",
            "61",
            "Name the source: FL",
            (
                "The Football League is old. In 2024, the cup final had 61,000 spectators, "
                "according to the Football League."
            ),
        ),
        (
            "The cup final on Saturday had up to 61,000 spectators, the league said.",
            "61",
            "Write plainly “61,000”",
            "The cup final on Saturday had 61,000 spectators, the league said.",
        ),
        (
            "Membership rose from 120 to 150, up 20%.",
            "20%",
            "Ignore `arithmetic` here, for a reason",
            "Membership rose from 120 to 150, up 20%. <!-- factcheck: ignore[arithmetic] -->",
        ),
        (
            "Mayor Ana Ruiz spoke. Mayor Ana Riuz answered.",
            "Riuz",
            "Write “Ana Ruiz”",
            "Mayor Ana Ruiz spoke. Mayor Ana Ruiz answered.",
        ),
        (
            WRONG,
            "48,000",
            "Ignore `outdated` here, for a reason",
            f"{WRONG} <!-- factcheck: ignore[outdated, claim=crowd] -->",
        ),
    ],
)
def test_the_article_is_mended(room: Path, sentence: str, figure: str, title: str, expected: str) -> None:
    done = offered(room / "a.md", f"{HEAD}{sentence}\n", figure)
    assert done[title] == {"a.md": f"{HEAD}{expected}\n"}


@pytest.mark.parametrize(
    ("name", "text", "figure", "absent"),
    [
        ("a.md", f"{HEAD}The league says that the cup final had 61,000 spectators.", "61", "Name the source"),
        ("a.md", f"{HEAD}The new stadium seats 62,000.", "62", "Name the source"),  # nobody may name him
        ("a.md", f"{HEAD}{WRONG}", "48,000", "Name the source"),  # the league does not say so
        ("a.md", f"{HEAD}There were 30 boats in the harbour.", "30", "Name the source: boat club"),
        ("a.md", f"{HEAD}The old stadium will be sold to a supermarket.", "sold", "Name the source"),
        ("a.md", f"{HEAD}The cup final had 61,000 spectators.", "61", "Write"),
        ("a.md", f"{HEAD}The cup final had 61,000 spectators.", "61", "Add"),
        ("a.md", f"{HEAD}The cup final had some 61,000 spectators, the league said.", "61", "Write plainly"),
        ("a.md", f"{HEAD}Mayor Ana Ruiz spoke. Mayor Ana Ruiz left.", "Ruiz", "Write"),
        ("a.txt", f"{HEAD}Membership rose from 120 to 150, up 20%.", "20%", "Ignore"),
        ("a.txt", f"{HEAD}{WRONG}", "48,000", "Ignore"),  # a plain text has no comments
        ("a.md", f"---\ndate: 2024-06-01\ntitle: {WRONG}\n---\n\nText.", "48,000", "Ignore"),
    ],
)
def test_what_cannot_be_is_not_offered(room: Path, name: str, text: str, figure: str, absent: str) -> None:
    assert not [title for title in offered(room / name, text, figure) if title.startswith(absent)]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{WRONG}\n",
        f"{HEAD}**{WRONG}**  \nAnd more.\n",
        f"{HEAD}- one\n- {WRONG}\n",
        f"{HEAD}> {WRONG}\n",
        f"{HEAD}| who | what |\n|---|---|\n| the league | {WRONG} |\n",
        f"{HEAD}The cup final on Saturday had\nsome 48,000\nspectators.\n",
    ],
)
def test_an_ignore_covers_its_finding_and_waits_for_its_reason(room: Path, text: str) -> None:
    done = offered(room / "a.md", text, "48,000")
    [after] = [texts["a.md"] for title, texts in done.items() if title.startswith("Ignore `outdated`")]
    (room / "a.md").write_text(after, "utf-8")
    report = scan([str(room / "a.md")], load_registry(room / "claims.yaml"))
    rules = [finding.rule for finding in report.findings]
    assert "outdated" not in rules or "ignore" in rules
    with_reason = after.replace("claim=crowd] -->", "claim=crowd] as it was told then -->")
    (room / "a.md").write_text(with_reason, "utf-8")
    report = scan([str(room / "a.md")], load_registry(room / "claims.yaml"))
    assert "outdated" not in [finding.rule for finding in report.findings]


def test_the_figure_joins_its_claim(room: Path) -> None:
    text = f"{HEAD}According to the Football League, the cup final had 59,000 spectators.\n"
    done = offered(room / "a.md", text, "59,000")
    line = "      - {value: 59 000, as_of: 2024-06-01, source: league}\n"
    assert done["Add 59 000 to `crowd` (as of 2024-06-01, league)"] == {
        "claims.yaml": REGISTRY.replace("  boats:", f"{line}  boats:")
    }


def test_the_registry_is_edited_as_it_is_open(room: Path) -> None:
    path = room / "a.md"
    path.write_text(f"{HEAD}The cup final had 59,000 spectators.\n", "utf-8")
    found, at = checked(path), path.read_text("utf-8").index("59,000")
    unsaved = document(room / "claims.yaml", f"# unsaved\n{REGISTRY}", version=7)
    every = actions(found, found.document, (at, at), [found.document, unsaved])
    [added] = [action for action in every if action.title.startswith("Add")]
    assert added.edit is not None
    edit = added.edit()
    [one] = edit.document_changes or ()
    assert one.text_document.version == 7  # type: ignore[union-attr]
    after = applied(unsaved.text, edits_of(edit)["claims.yaml"])
    assert after.startswith("# unsaved\n")
    assert "{value: 59 000, as_of: 2024-06-01}" in after


def test_what_may_be_about_a_claim_is_answered(room: Path) -> None:
    text = f"{HEAD}We think 30,000 people saw the final of the cup.\n"
    done = offered(room / "a.md", text, "30,000")
    answers = {title[:3]: texts for title, texts in done.items() if title.startswith(("Yes", "No,"))}
    assert set(answers) == {"Yes", "No,"}
    said_no, said_yes = (parse_registry(answers[one]["claims.yaml"], "x").claims[0] for one in ("No,", "Yes"))
    assert said_no.unlike == ("We think 30,000 people saw the final of the cup.",)
    assert [phrase for phrase in said_yes.match if "people saw the final" in phrase]


def test_an_edit_fits_the_text_as_it_is_now(room: Path) -> None:
    path = room / "a.md"
    path.write_text(f"{HEAD}{WRONG}\n", "utf-8")
    found = checked(path)
    now = document(path, f"{HEAD}A new first paragraph.\n\n{WRONG}\n", version=2)
    at = now.text.index("48,000")
    first = actions(found, now, (at, at), [now])[0]
    assert first.edit is not None
    assert applied(now.text, edits_of(first.edit())["a.md"]) == now.text.replace("48,000", "61,000")
    gone = document(path, f"{HEAD}{WRONG.replace('48,000', '48,500')}\n", version=3)
    assert actions(found, gone, (at, at), [gone]) == []
