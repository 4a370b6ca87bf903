"""`--format` and `--report FORMAT=PATH`: which reports there are, and files that are whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from factcheck.cli.help import meant, option, wrong
from factcheck.errors import ReadError
from factcheck.whole import real

if TYPE_CHECKING:
    from factcheck.model import Report, Sort
    from factcheck.read.draft import Changes

COMMENTS = "docx"
SPOKEN = ("en", "fr", "es")
"""The languages that a page speaks: those of report/html/words.toml."""
PAGE = "html"
"""The format that shows the articles' texts."""
PART = "part"
"""What a scan came to, for `factcheck merge`: written while it goes on."""
_GROUP = "How it is reported"


@dataclass(frozen=True, slots=True)
class Target:
    """A report to write: its format, and the file as it was given."""

    style: str
    path: str


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--format`: what stdout gets."""
    return option(
        "--format",
        "style",
        default="auto",
        show_default=True,
        metavar="FORMAT",
        callback=_style,
        shell_complete=_complete,
        group=_GROUP,
        help="What to print: table, full, concise, markdown, json, jsonl, mentions, sarif, github, gitlab, "
        "junit, rdjsonl or html. auto: table on a terminal, concise off it; in GitHub Actions annotations, "
        "too.",
    )(command)


def report_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--report`: what files get, beside stdout."""
    return option(
        "--report",
        "reports",
        multiple=True,
        metavar="FORMAT=PATH",
        callback=_targets,
        shell_complete=_complete,
        group=_GROUP,
        help="Write a report to a file, too; may be given several times. html=PATH: a page to look at; "
        "docx=FOLDER: a copy of each Word document, with comments; part=FILE: what the scan came to, for "
        "`factcheck merge`.",
    )(command)


def language_of_report(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--report-language`: in what language a page speaks."""
    return option(
        "--report-language",
        type=click.Choice(("auto", *SPOKEN)),
        default="auto",
        show_default=True,
        group=_GROUP,
        help="The language of the page's own words (html). auto: that of most of its articles.",
    )(command)


def in_github() -> bool:
    """Whether this is a step of a GitHub Actions workflow."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def rendered(style: str, report: Report, sort: Sort) -> str:
    """A report in a format, its paths starting from the working directory."""
    from factcheck.report.formats import render

    return render(style, report, str(Path.cwd()), sort)


def check_targets(targets: Sequence[Target], inputs: Sequence[str]) -> None:
    """Refuse, before the scan, files that cannot be written, and those that the scan itself reads."""
    for target in targets:
        problem = _folder_problem if target.style == COMMENTS else _problem
        if told := problem(Path(target.path), inputs):
            wrong(f"--report {target.style}={target.path}: {told}")


def _problem(path: Path, inputs: Sequence[str]) -> str | None:
    if path.is_dir():
        return "that is a folder: name a file in it"
    if any(_reads(name, real(path)) for name in inputs if name != "-"):
        return "this scan reads that file: give the report another name or folder"
    return _unwritable(path)


def _folder_problem(path: Path, inputs: Sequence[str]) -> str | None:
    if path.exists() and not path.is_dir():
        return "that is a file: name a folder"
    if any(_holds(name, real(path)) for name in inputs if name != "-"):
        return "this scan reads that folder: name another, for no original is written to"
    if find_spec("docx") is None:
        return "comments take an extra: pip install 'factlint[docx]'"
    return _unwritable(path)


def _unwritable(path: Path) -> str | None:
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}: make it first"
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        return "no permission to write there"
    return None


def _holds(name: str, folder: Path) -> bool:
    """Whether a scan of `name` reads files of a folder."""
    given = real(name)
    return folder in (given, given.parent) or given in folder.parents


def _reads(name: str, path: Path) -> bool:
    from factcheck.read.endings import is_article

    given = real(name)
    return given == path or (given in path.parents and is_article(path.name))


def part_of(targets: Sequence[Target]) -> str | None:
    """The file that gets what a scan came to, if one is to."""
    return next((target.path for target in targets if target.style == PART), None)


def write(report: Report, targets: Sequence[Target], sort: Sort, changes: Changes) -> list[str]:
    """Write each report whole or not at all; tells which could not be written, and why.

    `changes` tells how Word documents were read."""
    problems: list[str] = []
    for target in targets:
        if target.style == COMMENTS:
            problems += _commented(report, Path(target.path), changes)
        elif target.style != PART:
            problems += _written(
                rendered(target.style, report, sort), Path(target.path), f"the {target.style} report"
            )
    return problems


def _written(content: str | bytes, path: Path, what: str) -> Iterator[str]:
    from factcheck.cli.output import replace_file

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)
    except OSError as error:
        yield f"{path}: {what} could not be written: {error.strerror or error}"


def _commented(report: Report, folder: Path, changes: Changes) -> Iterator[str]:
    """Write a copy of each Word document below a folder, as the documents stand to one another."""
    from factcheck.report.docx import annotate, documents

    found = dict(documents(report))
    common = os.path.commonpath([Path(path).absolute().parent for path in found]) if found else ""
    for path, notes in found.items():
        source = Path(path).absolute()
        try:
            data = source.read_bytes()
            made = annotate(data, notes, path, changes) if notes else data
        except ReadError as error:
            yield str(error)
        except OSError as error:
            yield f"{path}: its comments could not be written: {error.strerror or error}"
        else:
            yield from _written(made, folder / source.relative_to(common), "the commented copy")


def _style(_ctx: click.Context, _param: click.Parameter, style: str) -> str:
    return _known(style, ("auto", *_formats()))


def _known(style: str, known: Sequence[str]) -> str:
    if style not in known:
        raise click.BadParameter(f"no format is called {style!r}{meant(style, known)}")
    return style


def _targets(_ctx: click.Context, _param: click.Parameter, given: Sequence[str]) -> tuple[Target, ...]:
    targets = tuple(map(_target, given))
    seen: dict[Path, Target] = {}
    for target in targets:
        other = seen.setdefault(real(target.path), target)
        if other is not target:
            twice = f"{other.style} and {target.style} would both be written to {target.path}"
            raise click.BadParameter(twice)
    return targets


def _target(text: str) -> Target:
    style, equals, path = text.partition("=")
    if not equals or not path:
        raise click.BadParameter(f"{text}: write FORMAT=PATH, such as sarif=facts.sarif")
    _known(style, (*_formats(), COMMENTS, PART))
    if path == "-":
        raise click.BadParameter(f"{text}: names a file; for standard output there is --format {style}")
    return Target(style, path)


def _formats() -> tuple[str, ...]:
    from factcheck.report.formats import FORMATS

    return tuple(FORMATS)


def _complete(_ctx: click.Context, param: click.Parameter, text: str) -> list[CompletionItem]:
    from factcheck.report.formats import FORMATS

    purposes = {name: form.purpose for name, form in FORMATS.items()}
    if param.multiple:
        purposes = {f"{name}=": purpose for name, purpose in purposes.items()} | {
            f"{COMMENTS}=": "copies of the Word documents, with comments, in a folder",
            f"{PART}=": "what a share of the articles came to, for `factcheck merge`",
        }
    return [CompletionItem(name, help=purpose) for name, purpose in purposes.items() if name.startswith(text)]
