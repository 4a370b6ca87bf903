"""`factcheck registry`: change the registry, in its own file and style."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, get_args

import click

from factcheck.cli.excludes import exclude_options
from factcheck.cli.help import Argument, Program, Verb, option
from factcheck.cli.options import (
    baseline_option,
    baseline_path,
    claims_option,
    complete_claims,
    registry_path,
)
from factcheck.cli.output import draw, emit, note
from factcheck.cli.registry_check import check
from factcheck.cli.registry_exchange import export, import_
from factcheck.cli.settings import config_options, configured
from factcheck.errors import RegistryError
from factcheck.model import Kind, Rating

if TYPE_CHECKING:
    from factcheck.read.files import Excludes
    from factcheck.registry.edit_file import Edited
    from factcheck.registry.load import Loaded

_EPILOG = """
\b
Examples:
  factcheck registry check articles/
  factcheck registry value troops 15k --as-of 2025-09-02 --source nis
  factcheck registry add ships --title "Ships lost in the storm" --value 12
  factcheck registry rename troops nk-troops --dry-run
  factcheck registry retire troops --until 2026-06
"""
_FIELDS = "What it says"
_ABOUT = "Which claim"
_HOW = "How it is written"


@click.group("registry", cls=Program, epilog=_EPILOG)
def command() -> None:
    """Change the registry, in its own style, or check it.

    Only the lines that must change do: comments, quotes, indents and line ends stay as they are. What the
    registry would then be is held against every rule for registries first, and the file is written whole
    or not at all, never over what somebody else has written meanwhile.
    """


for _verb in (check, import_, export):
    command.add_command(_verb)


def _editing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every edit."""

    @wraps(command)
    def edit(*args: Any, **given: Any) -> Any:
        from factcheck.collector import collector_paused

        with collector_paused():  # until the nodes are gone
            return command(*args, **given)

    dry = option("--dry-run", is_flag=True, group=_HOW, setting=False,
                 help="Print what would change, as a diff, and write nothing.")  # fmt: skip
    return claims_option(dry(config_options(edit)))


def _valued(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that make a value."""
    text: Mapping[str, Any] = {"group": _FIELDS, "setting": False}
    for add in (
        option("--note", metavar="WHY", **text, help="A comment to stand beside it: why it is so."),
        option("--also", multiple=True, metavar="NAME", **text,
               help="Another spelling of a name that is right; may be given several times."),
        option("--url", metavar="URL", **text, help="Where the value can be read."),
        option("--source", metavar="WHO", **text, help="Who says so: a key of `sources`, or a name."),
        option("--until", metavar="DATE", **text, help="Until when the value holds."),
        option("--as-of", metavar="DATE", **text,
               help="From when the value holds: a day, a month or a year."),
    ):  # fmt: skip
        command = add(command)
    return command


@command.command("value", cls=Verb)
@click.argument("claim", shell_complete=complete_claims)
@click.argument("value", required=False)
@_valued
@_editing
def value(
    *, claim: str, value: str | None, note: str | None, claims: str | None, dry_run: bool, **fields: Any
) -> int:
    """Add a value to a claim, in its place by date.

    VALUE is a figure, a date or a name as the registry writes it; a statement has none, but a source.
    """
    from factcheck.registry.edit import add_value
    from factcheck.registry.edit_file import edited_near, gained_value, home
    from factcheck.registry.load import load

    given = _given({"value": value, **fields})
    plain = {key: said for key, said in given.items() if key not in ("value", "source")}
    loaded = load(registry_path(claims))
    edits = {home(loaded.registry, claim): lambda text: add_value(text, claim, given, _line(note))}
    means = gained_value(claim, given.get("value", ""), **plain)
    return carry_out(edited_near(loaded, edits, means, [claim]), dry_run)


@command.command("add", cls=Verb)
@click.argument("claim")
@option("--title", metavar="TEXT", group=_ABOUT, setting=False, help="What reports call it.")
@option("--match", multiple=True, metavar="PHRASE", group=_ABOUT, setting=False,
        help="What sentences about it look like; may be given several times.")  # fmt: skip
@option("--exclude-word", "exclude", multiple=True, metavar="WORD", group=_ABOUT, setting=False,
        help="A word that makes it another claim; may be given several times.")  # fmt: skip
@option("--kind", type=click.Choice(get_args(Kind)), group=_ABOUT, setting=False,
        help="What it is about. [default: quantity]")  # fmt: skip
@option("--unit", metavar="UNIT", group=_ABOUT, setting=False, help="What its values count or measure.")
@option("--rating", type=click.Choice(get_args(Rating)), group=_ABOUT, setting=False,
        help="A statement's verdict.")  # fmt: skip
@option("--after", metavar="CLAIM", group=_HOW, setting=False, shell_complete=complete_claims,
        help="The claim that it is to stand behind. [default: the last one]")  # fmt: skip
@option("--value", metavar="VALUE", group=_FIELDS, setting=False, help="Its first value.")
@_valued
@_editing
def add(
    *,
    claim: str,
    title: str | None,
    match: Sequence[str],
    exclude: Sequence[str],
    kind: str | None,
    unit: str | None,
    rating: str | None,
    after: str | None,
    note: str | None,
    claims: str | None,
    dry_run: bool,
    **value: Any,
) -> int:
    """Add a claim under the id CLAIM, written as its neighbours are."""
    from factcheck.registry.edit import add_claim
    from factcheck.registry.edit_file import edited_near, gained_claim, home
    from factcheck.registry.load import load

    about = {"title": title, "kind": kind, "match": match, "exclude": exclude, "unit": unit, "rating": rating}
    first = _given(value)
    fields = {**_given(about), **({"values": [first]} if first else {})}
    loaded = load(registry_path(claims))
    place = home(loaded.registry, after or "")
    edits = {place: lambda text: add_claim(text, claim, fields, after=after or "", note=_line(note))}
    near = [after] if after else []
    return carry_out(edited_near(loaded, edits, gained_claim(claim), near), dry_run)


@command.command("retire", cls=Verb)
@click.argument("claim", shell_complete=complete_claims)
@option("--until", metavar="DATE", group=_FIELDS, setting=False, help="Until when the value holds.")
@_editing
@click.pass_context
def retire(ctx: click.Context, *, claim: str, until: str | None, claims: str | None, dry_run: bool) -> int:
    """Take a claim out of the registry, with the comment above it.

    With --until it stays, and what it holds now has ended then: an article that still says so is outdated.
    Without, no article is held against it any more.
    """
    from factcheck.registry.edit import retire
    from factcheck.registry.edit_file import edited_near, home, lost_claim
    from factcheck.registry.load import load

    loaded = load(registry_path(claims))
    if until:
        return carry_out(_closed(loaded, claim, until), dry_run)
    changes = {home(loaded.registry, claim): lambda text: retire(text, claim)}
    edits = edited_near(loaded, changes, lost_claim(claim), [claim])
    here = configured(ctx)
    if here and claim in here.file.settings.get("claim-severity", {}):
        note(f"{here.file.place('claim-severity', claim)}: still names `{claim}`: take it out there, too")
    return carry_out(edits, dry_run)


def _closed(loaded: Loaded, key: str, until: str) -> Sequence[Edited]:
    """The registry in which those values of a claim have ended that would hold for ever."""
    from factcheck.compare.series import current
    from factcheck.registry.edit import close
    from factcheck.registry.edit_file import closed_values, edited_near, home

    place = home(loaded.registry, key)
    [claim] = [claim for claim in loaded.registry.claims if claim.id == key]
    holding = set(map(id, current(claim, "9999-12-31")))
    which = [at for at, value in enumerate(claim.values) if id(value) in holding and not value.until]
    if not which:
        raise RegistryError(f"{place}:{claim.line}: `{key}` holds no value that could end: all have ended")
    change = {place: lambda text: close(text, key, until, which)}
    return edited_near(loaded, change, closed_values(key, until, which), [key])


@command.command("rename", cls=Verb)
@click.argument("old", shell_complete=complete_claims)
@click.argument("new")
@click.argument("paths", nargs=-1, type=click.Path(), cls=Argument)
@baseline_option
@exclude_options
@_editing
@click.pass_context
def rename(
    ctx: click.Context,
    *,
    old: str,
    new: str,
    paths: tuple[str, ...],
    claims: str | None,
    baseline: str | None,
    excludes: Excludes,
    dry_run: bool,
) -> int:
    """Give the claim OLD the id NEW.

    In the registry, in the settings' severities, in the baseline, and in the comments of the articles in
    PATHS that ignore its findings. Where the old id has to be mended by hand is told.
    """
    from factcheck.registry.edit import rename, rename_whole
    from factcheck.registry.edit_file import Edited, edited_near, home, renamed
    from factcheck.registry.load import load
    from factcheck.show.renaming import in_articles, in_baseline, in_settings

    loaded = load(registry_path(claims))
    registry = loaded.registry
    own = [claim.id for claim in registry.claims if claim.part_of == old]
    parts = [home(registry, part) for part in own]
    changes: dict[str, Callable[[str], str]] = dict.fromkeys(parts, lambda text: rename_whole(text, old, new))
    changes[home(registry, old)] = lambda text: rename(text, old, new)
    edits = edited_near(loaded, changes, renamed(old, new), [old, *own])
    known = baseline_path(baseline, registry)
    here = configured(ctx)
    found = [
        in_settings(here.file, old, new) if here else None,
        in_baseline(known, old, new),
        *in_articles(paths, excludes, old, new),
    ]
    edits += [one for one in found if isinstance(one, Edited)]
    for place in (one for one in found if isinstance(one, str)):
        note(f"{place}: still names `{old}`: mend it by hand")
    return carry_out(edits, dry_run)


def _given(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that were given, in their order of a registry."""
    order = ("value", "also", "as_of", "until", "source", "url")
    keys = sorted(fields, key=lambda key: order.index(key) if key in order else -1)
    return {key: fields[key] for key in keys if fields[key]}


def _line(note: str | None) -> str:
    """A note on one line."""
    return re.sub(r"\s+", " ", note or "").strip()


def carry_out(edits: Sequence[Edited], dry_run: bool) -> int:
    """Write edits and print what they change, a line each; or, on a dry run, only a diff."""
    from factcheck.report.diff import concise, show

    for edit in edits:
        if dry_run:
            draw(partial(show, str(edit.path), edit.before, edit.after))
        else:
            edit.write()
            emit(concise(str(edit.path), edit.before, edit.after))
    return 0
