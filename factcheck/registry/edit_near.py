"""An edit of one claim among very many: only the lines around it are read anew.

The loader has taken the whole text before. So it takes the new one, and reads the same from all else, where
the lines around the claim are whole claims, before the edit and after it, and nothing ties them to the rest:
no anchor, no source described on the spot. Where that is in doubt there is no answer here, and the whole is
loaded anew (`edit_file`), which also tells what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from factcheck.model import Claim, Registry
from factcheck.registry.edit_layout import begins_line, column, line_start
from factcheck.registry.edit_parts import RefusedError
from factcheck.registry.include import Page
from factcheck.registry.load import Loaded, language, line_of_wholes, read_claims
from factcheck.registry.nodes import Mapping, Problems, compose

AROUND = 20
"""Claims on each side of those that are edited: what is new is written as its neighbours are."""

_OPENED = re.compile(r"([\"']?)claims\1 *:[ \t]*(?:(?:#[^\n]*)?\r?\n[ \t]*)*")
_END = "x-end"  # an id for what comes behind the lines
_TIED = re.compile(r"(?<![^\W_])[&*]")  # an anchor or an alias, or what might be one
_MARKER = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Window:
    """Lines that hold whole claims of a file: from the offset `start` to before `end`, from the claim with
    the index `first` to before `last`; `margin` is the column of the ids. Between `head` and `tail` they are
    a registry of their own. Claims in braces are `closed` by these, where theirs are not among the lines."""

    start: int
    end: int
    first: int
    last: int
    margin: int
    head: str
    tail: str
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """The new text of a page, by an edit of the lines in a window, and the claims that stand there now."""

    page: Page
    window: Window
    text: str
    claims: Mapping


def near(page: Page, keys: Sequence[str], edit: Callable[[str], str]) -> Near | None:
    """What an edit of the claims `keys` (none: of the end) makes of a page that the loader has taken, by the
    lines around those that stand there; None where these can't be edited by themselves."""
    text = page.text.removeprefix("\ufeff")
    window = _window(page.root, text, keys) if isinstance(page.root, Mapping) else None
    if window is None:
        return None
    before = text[window.start : window.end]
    try:
        edited = edit(window.head + before + window.tail)
    except RefusedError:  # tells a place in the whole text
        return None
    after = edited[len(window.head) : len(edited) - len(window.tail)]
    framed = edited == window.head + after + window.tail
    if not framed or _TIED.search(before + after) or _MARKER.search(after):
        return None
    claims = _alone(after, window, text)
    bom = page.text[: len(page.text) - len(text)]
    new = text[: window.start] + after + text[window.end :]
    return Near(page, window, bom + new, claims) if claims else None


def _window(root: Mapping, text: str, keys: Sequence[str]) -> Window | None:
    """The lines around some claims of a text; None where they share a line with others."""
    name, node = root.keys.get("claims"), root.entries.get("claims")
    opened = _OPENED.match(text, name.mark.index) if name else None
    if name is None or opened is None or not isinstance(node, Mapping):
        return None
    ids, heads = list(node.keys), [place.mark.index for place in node.keys.values()]
    edited = [at for at, key in enumerate(ids) if key in keys] if keys else [len(ids) - 1]
    braces = text[node.mark.index] == "{"
    is_here = opened.end() == node.mark.index and (braces or node.mark.index == heads[0])  # no alias
    if not edited or not is_here or ids != list(node.entries):
        return None
    first, last = max(edited[0] - AROUND, 0), min(edited[-1] + AROUND + 1, len(ids))
    if not all(begins_line(text, head) for head in (heads[first], *heads[last : last + 1])):
        return None
    start, margin = line_start(text, heads[first]), column(text, heads[first])
    end = line_start(text, heads[last]) if last < len(ids) else len(text)
    if braces:
        outer = "{" if text[root.mark.index] == "{" else ""
        tail = "}" * (1 + len(outer)) if last < len(ids) else ""
        return Window(start, end, first, last, margin, f"{outer}claims: {{\n", tail, closed=tail)
    behind = [key.mark.index for key in root.keys.values() if key.mark.index > name.mark.index]
    if last == len(ids) and behind:
        end = line_start(text, min(behind))
    start = start if first else text.index("\n", name.mark.index) + 1
    return Window(start, end, first, last, margin, "claims:\n", text[end:] if last == len(ids) else "")


def _alone(after: str, window: Window, text: str) -> Mapping | None:
    """The claims in a window's new lines; None where they would be read otherwise among the others."""
    problems = Problems()
    behind = f"{_END}: 1{window.closed}" if window.closed else ""
    root = compose(window.head + after + behind, problems)
    node = root.entries.get("claims") if isinstance(root, Mapping) else None
    if problems.found or not isinstance(root, Mapping) or not isinstance(node, Mapping):
        return None
    if behind:
        if next(reversed(node.entries)) != _END:
            return None
        del node.entries[_END], node.keys[_END]
    first = next(iter(node.keys.values()), node).mark
    whole = len(root.items) == 2 and node.keys.keys() == node.entries.keys()
    leads = first.index == len(window.head) + window.margin or not window.first
    ended = after.endswith("\n") or window.end == len(text)
    braces = window.head.endswith("{\n") and node.mark.index == len(window.head) - 2
    block = first.index == node.mark.index and first.column == window.margin
    return node if whole and leads and ended and (braces or block) else None


def registry_after(edits: Sequence[Near], loaded: Loaded) -> Registry | None:
    """The registry after some edits (but for the claims' lines); None where the loader might refuse it."""
    pieces: list[Sequence[Claim]] = []
    at = 0
    for page in loaded.pages:
        node = page.section("claims")
        there = loaded.registry.claims[at : at + len(node.entries)] if isinstance(node, Mapping) else ()
        at += len(there)
        edit = next((edit for edit in edits if edit.page is page), None)
        if edit is None:
            pieces.append(there)
        elif found := _read(edit, loaded):
            pieces += [there[: edit.window.first], found, there[edit.window.last :]]
        else:
            return None
    claims = tuple(chain.from_iterable(pieces))
    return replace(loaded.registry, claims=claims) if _fit(claims) else None


def _read(edit: Near, loaded: Loaded) -> Sequence[Claim]:
    """The claims of an edit's lines; none where something may be wrong with them."""
    problems = Problems()
    page = replace(edit.page, problems=problems)
    found = list(read_claims(page, edit.claims, loaded.sources, language(edit.page)))
    return [] if problems.found or loaded.sources.described else found


def _fit(claims: Sequence[Claim]) -> bool:
    """Whether no id is there twice, and each `part_of` leads to another claim, and none goes round."""
    ids = {claim.id for claim in claims}
    wholes = {claim.id: claim.part_of for claim in claims if claim.part_of}
    lead = all(whole in ids and part not in line_of_wholes(whole, wholes) for part, whole in wholes.items())
    return lead and len(ids) == len(claims)
