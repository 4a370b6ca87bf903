"""Change a registry's text: add a claim or a value, retire a claim, rename one. Only the lines that must
change do; nothing is written anew.

Each edit is a function from text to text, and raises RefusedError where the file's own style has no room
for it. Whether the loader takes what comes of it, and reads what was meant, is for `edit_file` to ask.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Mapping as Map

from factcheck.registry.edit_layout import (
    WIDTH,
    column,
    insert,
    line_end,
    loose,
    newline,
    remark,
    remove,
    spans,
    steady,
)
from factcheck.registry.edit_parts import Change, Part, RefusedError, changed, parts
from factcheck.registry.edit_write import Data, claim, entry, inline, scalar
from factcheck.registry.series import pieces
from factcheck.registry.suggest import perhaps

_TELLING = ("title", "kind", "match", "exclude", "not")
_ALIGNED = re.compile(r": {2,}(?=[^\s#])")
Fields = Map[str, Data]
"""What stands under the keys of a claim or a value, in the order in which it is to be written."""


def add_value(text: str, key: str, value: Fields, note: str = "") -> str:
    """Add a value to the claim `key`, in its place by date; `note` becomes a comment beside it."""
    _, node = _find(_claims(text), key)
    _refuse_shared(node, f"the claim `{key}`")
    if node.kind == "text":
        return changed(text, *_after_slash(text, node, value, note))
    return changed(text, *_valued(text, node, value, note))


def _valued(text: str, node: Part, value: Fields, note: str) -> Iterator[Change]:
    values, series = _field(node, "values"), _field(node, "series")
    if not values and not series and (merged := node.get("<<")):
        raise RefusedError(merged.start, "the values are in what `<<` merges: edit them there")
    if series and _short(value) and (values is None or series.get(str(value["source"]))):
        yield from _in_series(text, series, value, note)
    elif values is None:
        written = f"values: {inline(text, [value])}"
        yield from insert(text, node, len(spans(text, node)), written, note, apart=False)
    elif values.kind == "list":
        at = _place([(_told(item, "as_of"), _told(item, "source")) for item in values.items], value)
        further = column(text, values.items[-1].start) if values.items else 0
        yield from insert(text, values, at, entry(text, value, values.items, further), note)
    elif value.keys() == {"value"}:
        yield from _after_slash(text, values, value, note)
    else:
        old = pieces(values.text, _told(node, "kind") or "quantity")
        yield Change(values.start, values.end, inline(text, [*old, value]))
        yield from remark(text, values.end, note)


def _after_slash(text: str, node: Part, value: Fields, note: str) -> Iterator[Change]:
    """`11k` becomes `11k / 15k`, in its quotes, if it has some."""
    if value.keys() != {"value"}:
        why = "the claim stands in one line, which has no room for a value's date and source"
        raise RefusedError(node.start, f"{why}: give it a `title` and `values` first")
    written = f" / {value['value']}"
    if node.style == "'":
        written = written.replace("'", "''")
    elif node.style == '"':
        written = written.replace("\\", "\\\\").replace('"', '\\"')
    elif node.style:
        raise RefusedError(node.start, f"nothing is added to a text below a `{node.style}`: put it in quotes")
    at = node.end - (1 if node.style else 0)
    yield Change(at, at, written)
    yield from steady(text, node.end, len(written))
    yield from remark(text, node.end, note)


def _short(value: Fields) -> bool:
    return value.keys() == {"value", "as_of", "source"}


def _in_series(text: str, series: Part, value: Fields, note: str) -> Iterator[Change]:
    """A value by source and date, behind the source's others; or of a source that has none yet."""
    source, day, figure = str(value["source"]), str(value["as_of"]), str(value["value"])
    dated = _field(series, source)
    if dated is None:
        whole = f"{scalar(source, key=True)}: {inline(text, {day: figure}, series.items[-1])}"
        yield from insert(text, series, len(spans(text, series)), whole, note)
        return
    at = _place([(name.text, source) for name, _ in dated.pairs], value)
    like = dated.items[-1]
    written = f"{scalar(day, dated.items[-2], key=True)}: {scalar(figure, like)}"
    yield from insert(text, dated, at, written, note)


def _place(there: Sequence[tuple[str, str]], value: Fields) -> int:
    """Where a value belongs among others (of each: since when, says who): by date, where they stand by date,
    in either direction; else behind the last of its source, or of all."""
    day, source = str(value.get("as_of", "")), value.get("source")
    dates = [date for date, _ in there if date]
    if day and dates == sorted(dates):
        return max((at for at, (date, _) in enumerate(there, 1) if not date or date <= day), default=0)
    if day and dates == sorted(dates, reverse=True):
        return next((at for at, (date, _) in enumerate(there) if date and date <= day), len(there))
    return max((at for at, (_, own) in enumerate(there, 1) if own == source), default=len(there))


def add_claim(text: str, key: str, fields: Fields, *, after: str = "", note: str = "") -> str:
    """Add a claim behind the one with the id `after`, or behind all, written as its neighbour is; `note`
    becomes a comment above it, a line a line."""
    claims = _claims(text)
    pairs, there = list(claims.pairs), spans(text, claims)
    at = _index(claims, after) + 1 if after else len(pairs)
    margin = column(text, there[0][0])
    if short := _in_one_line(fields):
        written = f"{scalar(key, key=True)}: {scalar(short, _nearest(pairs, at, 'text'))}"
    else:
        like = _nearest(pairs, at, "map")
        written = claim(text, key, fields, like, margin, flow=bool(claims.style))
    if note and not claims.style:
        comment = "".join(f"# {line}{newline(text)}{' ' * margin}" for line in note.splitlines())
        note, written = "", f"{comment}{written}"
    note = " ".join(note.split())
    apart = loose(text, there) and not (short and pairs[at - 1][1].kind == "text")
    return changed(text, *insert(text, claims, at, written, note, apart=apart))


def add_claims(text: str, claims: Map[str, tuple[Fields, str]]) -> str:
    """Add claims behind all others, by their ids, each with what becomes a comment above it."""
    there = _claims(text)
    if there.style:  # between braces, one after the other
        for key, (fields, _) in claims.items():
            text = add_claim(text, key, fields)
        return text
    margin, lines = " " * column(text, next(there.pairs)[0].start), []
    like = _nearest(list(there.pairs), len(list(there.pairs)), "map")
    for key, (fields, note) in claims.items():
        comment = f"# {' '.join(note.split())}{newline(text)}{margin}" if note else ""
        lines.append(comment + claim(text, key, fields, like, len(margin)))
    apart = loose(text, spans(text, there))
    between = newline(text) * (2 if apart else 1) + margin
    last = len(list(there.pairs))
    return changed(text, *insert(text, there, last, between.join(lines), apart=apart))


def _nearest(pairs: Sequence[tuple[Part, Part]], at: int, kind: str) -> Part | None:
    """The nearest claim of a kind, those before first."""
    nodes = [node for _, node in (*pairs[:at][::-1], *pairs[at:])]
    return next((node for node in nodes if node.kind == kind), None)


def _in_one_line(fields: Fields) -> str:
    """`Ships lost: 12 / 14` for a claim that says nothing else."""
    values = fields.get("values", ())
    if fields.keys() != {"title", "values"} or isinstance(values, str):
        return ""
    bare = [value["value"] for value in values if isinstance(value, Map) and value.keys() == {"value"}]
    return f"{fields['title']}: {' / '.join(map(str, bare))}" if bare and len(bare) == len(values) else ""


def add_text(text: str, key: str, field: str, said: str, kind: str = "quantity") -> str:
    """Add a text to those that a claim, of a kind, has under `match` or `not`."""
    _, node = _find(_claims(text), key)
    _refuse_shared(node, f"the claim `{key}`")
    return changed(text, *_with_text(text, node, field, said, kind))


def _with_text(text: str, node: Part, field: str, said: str, kind: str) -> Iterator[Change]:
    there = _field(node, field)
    if node.kind == "text":
        title, _, values = node.text.rpartition(": ")
        told = {} if kind == "quantity" else {"kind": kind}
        whole: Fields = {"title": title.strip(), **told, field: [said], "values": values.strip()}
        yield Change(node.start, node.end, inline(text, whole))
    elif there is None and (merged := node.get("<<")) and field == "match":
        raise RefusedError(merged.start, f"`{field}` may be in what `<<` merges: edit it there")
    elif there is None:
        yield from _new_texts(text, node, field, said)
    elif there.kind == "list" and there.items:
        yield from insert(text, there, len(there.items), scalar(said, there.items[-1]), apart=False)
    elif there.kind == "list":
        yield Change(there.start, there.end, inline(text, [said]))
    else:
        yield Change(there.start, there.end, inline(text, [there.text, said]))


def _new_texts(text: str, node: Part, field: str, said: str) -> Iterator[Change]:
    """A list of its own, behind what tells what the claim is."""
    before = [at for at, (name, _) in enumerate(node.pairs, 1) if name.text in _TELLING]
    short = f"{field}: {inline(text, [said])}"
    margin = " " * column(text, node.start)
    if not node.style and len(margin) + len(short) > WIDTH:
        short = f"{field}:{newline(text)}{margin}  - {scalar(said)}"
    yield from insert(text, node, max(before, default=len(spans(text, node))), short, apart=False)


def retire(text: str, key: str) -> str:
    """Take a claim out, with the comment that is its own."""
    claims = _claims(text)
    return changed(text, *remove(text, claims, _index(claims, key)))


def close(text: str, key: str, until: str, which: Collection[int]) -> str:
    """Close some of a claim's values, told by their places among all: they hold `until` then."""
    for at in which:
        node = _find(_claims(text), key)[1]
        _refuse_shared(node, f"the claim `{key}`")
        values = _field(node, "values") if node.kind == "map" else None
        if values is None or values.kind != "list" or at >= len(values.items):
            why = "has no room for the day on which it ended: write it as {value: …, until: …} first"
            raise RefusedError((values or node).start, f"a value that is not in a list of `values` {why}")
        text = changed(text, *_closed(text, values.items[at], until))
    return text


def _closed(text: str, value: Part, until: str) -> Iterator[Change]:
    _refuse_shared(value, "a value")
    if value.kind == "text":
        yield Change(value.start, value.end, inline(text, {"value": value.text, "until": until}))
        return
    before = [at for at, (name, _) in enumerate(value.pairs, 1) if name.text in ("value", "also", "as_of")]
    written, at = f"until: {scalar(until, value.get('as_of'))}", max(before, default=1)
    if value.style:
        yield from insert(text, value, at, written)
    else:  # the dash stands before the first key
        end = line_end(text, list(value.pairs)[at - 1][1].end)
        yield Change(end, end, newline(text) + " " * column(text, value.start) + written)


def rename(text: str, old: str, new: str) -> str:
    """Give a claim another id, in each `part_of` of the text, too."""
    text = rename_whole(text, old, new)
    name, node = _find(_claims(text), old)
    written = scalar(new, name, key=True)
    columns = _kept_columns(text, name, node, len(written))
    return changed(text, Change(name.start, name.end, written), *columns)


def rename_whole(text: str, old: str, new: str) -> str:
    """Give the claim of which others are a part another id where they say so."""
    wholes = (value.get("part_of") for _, value in _claims(text).pairs)
    named = (part for part in wholes if part and part.text == old)
    return changed(text, *(Change(part.start, part.end, scalar(new, part)) for part in named))


def _kept_columns(text: str, name: Part, node: Part, length: int) -> Iterator[Change]:
    """What stands behind an id of a new length, on its line, stays where it is if blanks have made room."""
    longer = length - (name.end - name.start)
    if gap := _ALIGNED.match(text, name.end):
        yield Change(name.end, gap.end(), ":".ljust(max(len(gap[0]) - longer, 2)))
    elif "\n" not in text[name.start : node.end]:
        yield from steady(text, node.end, longer)


def _claims(text: str) -> Part:
    """The claims of a text that the loader takes."""
    claims = parts(text).get("claims")
    if claims is None or claims.kind != "map":
        raise RefusedError(claims.start if claims else 0, "`claims` is written elsewhere: edit it there")
    return claims


def _index(claims: Part, key: str) -> int:
    """Where a claim stands among the others. Raises RefusedError where there is none."""
    ids = [name.text for name, _ in claims.pairs]
    if key in ids:
        return ids.index(key)
    raise RefusedError(claims.start, f"no claim is called `{key}`{perhaps(key, ids)}")


def _find(claims: Part, key: str) -> tuple[Part, Part]:
    """The id and the node of a claim. Raises RefusedError where there is none."""
    return list(claims.pairs)[_index(claims, key)]


def _field(node: Part, key: str) -> Part | None:
    """What stands under a key. Raises RefusedError where it is shared with others."""
    found = node.get(key)
    if found:
        _refuse_shared(found, f"`{key}`")
    return found


def _refuse_shared(part: Part, what: str) -> None:
    if part.anchor:
        sign = "*" if part.kind == "alias" else "&"
        raise RefusedError(part.start, f"{what} is shared by `{sign}{part.anchor}`: edit it by hand")


def _told(node: Part, key: str) -> str:
    found = node.get(key)
    return found.text if found else ""
