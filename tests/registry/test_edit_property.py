"""What must hold of every edit, on registries of every style."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.model import Registry
from factcheck.registry.edit import Fields, add_claim, add_value, close, rename, retire
from factcheck.registry.edit_file import Means, closed_values, gained_claim, gained_value, lost_claim, renamed
from factcheck.registry.edit_layout import WIDTH
from factcheck.registry.load import parse_registry


@dataclass(frozen=True)
class Style:
    """How somebody writes."""

    step: int = 2
    dash: int = 2
    gap: str = " "
    pad: str = ""
    quote: str = ""
    blank: str = ""
    remark: str = ""
    line_end: str = "\n"
    end: str = "\n"


STYLES = st.builds(
    Style,
    step=st.sampled_from([1, 2, 4]),
    dash=st.sampled_from([0, 2, 3]),
    gap=st.sampled_from([" ", "   "]),
    pad=st.sampled_from(["", " "]),
    quote=st.sampled_from(["", "'", '"']),
    blank=st.sampled_from(["", "\n"]),
    remark=st.sampled_from(["", "  # as told: {by, phone}", "      # 'so"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    end=st.sampled_from(["", "\n", "\n\n", "\n# the end\n", "\n\nlang: en\n"]),
)
FORMS = ["line", "braces", "text", "bare", "items", "keys", "brackets", "lines", "series", "statement"]


def written(form: str, key: str, style: Style) -> str:
    """A claim in one of the forms, its values 3 and 4 of two years, or bare."""
    s = style
    at = " " * s.step
    inner, item = at * 2, f"{at * 2}{' ' * s.dash}-{s.gap}"
    first, second = (
        f"{{{s.pad}value: {s.quote}{n}{s.quote}, as_of: {year}{s.pad}}}" for n, year in ((3, 2023), (4, 2024))
    )
    head = f"{at}{key}:{s.remark}\n{inner}title: The {key}\n"
    quote = s.quote or "'"
    return {
        "line": f"{at}{key}: {quote}The {key}: 3 / 4{quote}{s.remark}",
        "braces": f"{at}{key}: {{title: The {key}, values: [{first}, {second}]}}{s.remark}",
        "text": f"{head}{inner}values: {s.quote}3 / 4{s.quote}{s.remark}",
        "bare": f"{head}{inner}values:\n{item}3{s.remark}\n{s.blank}{item}{s.quote}4{s.quote}",
        "items": f"{head}{inner}values:{s.remark}\n{item}{first}{s.remark}\n{item}{second}\n{inner}unit: t",
        "keys": f"{head}{inner}values:\n{item}value: 3{s.remark}\n{' ' * len(item)}as_of: 2023",
        "brackets": f"{head}{inner}values: [{s.pad}{first}, {second}{s.pad}]{s.remark}\n{inner}tolerance: 5%",
        "lines": f"{head}{inner}values: [\n{inner}  {first},{s.remark}\n{inner}  {second}\n{inner}]",
        "series": f"{head}{inner}series:\n{inner}  port: {{2023: 3, 2024: 4}}{s.remark}",
        "statement": f"{head}{inner}kind: statement\n{inner}rating: false{s.remark}",
    }[form]


def registry(forms: list[str], style: Style) -> str:
    between = "\n\n" if style.blank else "\n"
    claims = between.join(written(form, f"{form}-{n}", style) for n, form in enumerate(forms))
    text = f"# Ours.\nsources: {{port: Port}}\nclaims:\n{claims}{style.end}"
    return text.replace("\n", style.line_end)


@dataclass(frozen=True)
class Edit:
    """An edit, and what it must mean."""

    make: Callable[[str], str]
    means: Means


FIGURES: list[Fields] = [
    {"value": "5"},
    {"value": "5", "as_of": "2023-06", "source": "port"},
    {"value": ">5k", "as_of": "2025-09-02", "source": "Union: {all}", "url": "https://example.org/#a"},
    {"value": "11,000", "as_of": "2022"},
]
REVIEWS: list[Fields] = [
    {"source": "port", "url": "https://example.org"},
    {"as_of": "2024", "source": "Fact, Inc."},
]
CLAIMS: list[Fields] = [
    {"title": "Ships, lost", "values": [{"value": "5"}]},
    {"title": "l'été: #1", "match": ["a 'b' \"c\"", "d: e"], "values": [{"value": "5", "as_of": "2024"}]},
    {"title": "T", "kind": "statement", "rating": "false", "values": [{"source": "port"}]},
    {"title": "T", "match": [f"phrase number {n} of many" for n in range(9)], "values": [{"value": "~5"}]},
]
NEW = "new-id, #1"


def edits(form: str, key: str) -> list[Edit]:
    """Every edit of a claim, and every claim that may come right behind it."""
    values = REVIEWS if form == "statement" else FIGURES[:1] if form == "line" else FIGURES
    return [
        *(value_edit(key, value, note) for value in values for note in ("", "why: 'so'")),
        *(claim_edit(key, fields, note) for fields in CLAIMS for note in ("", "why: 'so'")),
        Edit(lambda text: rename(text, key, NEW), renamed(key, NEW)),
        *([end_edit(key, (1,))] if form in ("braces", "bare", "items", "brackets", "lines") else []),
        *([end_edit(key, (0,))] if form in ("bare", "items", "keys", "lines") else []),
    ]


def value_edit(key: str, value: Fields, note: str = "") -> Edit:
    plain = {name: told for name, told in value.items() if name not in ("value", "source")}
    means = gained_value(key, str(value.get("value", "")), **plain)
    return Edit(lambda text: add_value(text, key, value, note), means)


def end_edit(key: str, which: tuple[int, ...]) -> Edit:
    return Edit(lambda text: close(text, key, "2025-01", which), closed_values(key, "2025-01", which))


def claim_edit(key: str, fields: Fields, note: str = "") -> Edit:
    return Edit(lambda text: add_claim(text, NEW, fields, after=key, note=note), gained_claim(NEW))


@given(st.lists(st.sampled_from(FORMS), min_size=1, max_size=4), STYLES, st.data())
def test_an_edit_touches_its_claims_lines_alone(forms: list[str], style: Style, data: st.DataObject) -> None:
    before = registry(forms, style)
    old = parse_registry(before, "c.yaml")
    at = data.draw(st.integers(0, len(forms) - 1), label="which")
    edit = data.draw(st.sampled_from(edits(forms[at], old.claims[at].id)), label="edit")
    after = edit.make(before)
    assert edit.means(old, parse_registry(after, "c.yaml")), after
    untouched(before, after, old, at, style)
    assert after.endswith(style.line_end) == before.endswith(style.line_end)
    assert after.count("\n") == after.count(style.line_end)
    assert [line for line in after.splitlines() if line != line.rstrip()] == []


def untouched(before: str, after: str, old: Registry, at: int, style: Style) -> None:
    """The lines before the claim and behind it are there as they were, and so is each comment."""
    lines, new = before.splitlines(), after.splitlines()
    behind = len(lines) - len(style.end[1:].splitlines()) if style.end else len(lines)
    end = old.claims[at + 1].line - 1 if at + 1 < len(old.claims) else behind
    head, tail = lines[: old.claims[at].line - 1], lines[end:]
    assert new[: len(head)] == head
    assert not tail or new[-len(tail) :] == tail
    if style.remark:
        assert after.count(style.remark.strip()) == before.count(style.remark.strip())


@given(st.lists(st.sampled_from(FORMS), min_size=2, max_size=4), STYLES, st.data())
def test_what_was_added_and_taken_out_again_was_never_there(
    forms: list[str], style: Style, data: st.DataObject
) -> None:
    assume(not style.blank or style.end != "\n# the end\n")  # the blank line might be either's
    before = registry(forms, style)
    after = data.draw(st.sampled_from([f"{form}-{n}" for n, form in enumerate(forms)]))
    added = add_claim(
        before, NEW, data.draw(st.sampled_from(CLAIMS)), after=after, note="why" if style.blank else ""
    )
    assert retire(added, NEW) == before
    assert rename(rename(before, after, "other-id"), "other-id", after) == before


@given(st.lists(st.sampled_from(FORMS), min_size=2, max_size=4), STYLES, st.data())
def test_a_claim_that_is_retired_leaves_the_others(
    forms: list[str], style: Style, data: st.DataObject
) -> None:
    before = registry(forms, style)
    old = parse_registry(before, "c.yaml")
    at = data.draw(st.integers(0, len(forms) - 1))
    after = retire(before, old.claims[at].id)
    assert lost_claim(old.claims[at].id)(old, parse_registry(after, "c.yaml"))
    left, lines = iter(before.splitlines()), after.splitlines()
    assert all(line in left for line in lines), "lines have changed"
    assert after.endswith(style.line_end) == before.endswith(style.line_end)


def test_a_thousand_edits_in_a_row_leave_a_file_that_somebody_would_have_written() -> None:
    dice = random.Random(1)
    style = Style(blank="\n", remark="   # told by phone")
    text = registry([form for form in FORMS if form != "line"], style)
    wanted = {claim.id: len(claim.values) for claim in parse_registry(text, "c.yaml").claims}
    for number in range(1000):
        key, what = dice.choice(sorted(wanted)), dice.random()
        if what < 0.7:
            figure = {"value": str(number), "as_of": f"{dice.randint(1990, 2025)}-0{dice.randint(1, 9)}"}
            said = {"source": dice.choice(["port", "Union", "Town hall"])} if dice.random() < 0.8 else {}
            value = {**figure, **said} if not key.startswith("statement") else {"source": f"Desk {number}"}
            text = add_value(text, key, value, dice.choice(["", "", "why"]))
            wanted[key] += 1
        elif what < 0.8 or len(wanted) < 5:
            text = add_claim(text, f"more-{number}", dice.choice(CLAIMS[1:2] + CLAIMS[3:]), after=key)
            wanted[f"more-{number}"] = 1
        elif what < 0.9:
            text = retire(text, key)
            del wanted[key]
        else:
            text = rename(text, key, f"{key.partition('=')[0]}={number}")
            wanted[f"{key.partition('=')[0]}={number}"] = wanted.pop(key)
    found = {claim.id: len(claim.values) for claim in parse_registry(text, "c.yaml").claims}
    assert found == wanted
    lines = text.splitlines()
    assert max(map(len, lines)) <= WIDTH + 20
    assert "\n\n\n" not in text
    assert not [line for line in lines if line != line.rstrip()]
