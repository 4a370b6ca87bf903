"""Write what the pages take from elsewhere: the rules from their docstrings, the options and the kinds of
what was not checked from the program, the measured figures from benchmarks/README.md.

python docs/make.py     after a change to any of these; tests/docs/test_made.py asks for it
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from factcheck.check.rules import FAMILIES, RULES
from factcheck.cli.help import Option
from factcheck.cli.main import cli
from factcheck.report.pages import page
from factcheck.show.unchecked import KINDS

ROOT = Path(__file__).resolve().parent.parent
RULES_HEAD = """\
# The rules

*For those who ask what a flag means. Made by docs/make.py from the rules' own words: change those.*

`factcheck explain outdated` prints one of these pages. Each shows a registry, text that is flagged and text
that is not; `---` stands between two articles. All in a table: [for editors](editors.md#the-rules-in-brief).
"""
# what the columns of benchmarks/README.md measure, for one who does not know what F1 is
MEASURED = {
    "figures": "figures that are read with the right value",
    "claims": "mentions given to the right claim (F1)",
    "verdicts": "… and rightly judged supported, disputed, outdated or a discrepancy (F1)",
    "sourcing": "… and rightly told sourced, vague or unsourced (F1)",
    "P": "of the mentions that are flagged as disputed, outdated or discrepant, those that are so",
    "R": "of the mentions that are so, those that are flagged",
    "contra": "contradictions within an article (F1)",
}

# the rows of the table of speeds that an editor asks for
TIMED = {
    "a sentence, 100 claims": "to read and judge a sentence, 100 claims",
    "a sentence, 10,000 claims": "to read and judge a sentence, 10,000 claims",
    "registry + index, 10,000 claims": "to load 10,000 claims and to index them, once a scan",
    "memory: 400 articles": "memory for 400 articles",
}


def rules() -> str:
    """docs/rules.md: each rule's page under its name."""
    family = {name: title for title, names in FAMILIES.items() for name in names}
    parts = [
        f"## {rule.NAME}\n\n*{rule.SEVERITY}; in the table “{family[rule.NAME]}”*\n\n{page(rule).markdown}"
        for rule in RULES
    ]
    return "\n".join((RULES_HEAD, *parts))


def options() -> str:
    """Every option of every verb, in the groups and the words of `--help`."""
    groups: dict[str, dict[tuple[str, str], list[str]]] = {}
    for verb, command in _verbs(cli, ()):
        context = click.Context(command)
        for param in command.params:
            if isinstance(param, Option) and (record := param.get_help_record(context)):
                own = f"--{param.setting}" in param.opts
                note = "" if own else f" *Setting: `{param.setting}`.*" if param.setting else " *No setting.*"
                row = (record[0], record[1].strip() + note)
                groups.setdefault(param.group, {}).setdefault(row, []).append(verb)
    return "\n\n".join(_table(name, rows) for name, rows in groups.items())


def _verbs(group: click.Group, above: tuple[str, ...]) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _verbs(command, (*above, name))
        else:
            yield " ".join((*above, name)), command


def _table(group: str, rows: dict[tuple[str, str], list[str]]) -> str:
    lines = [
        f"| `{_cell(names)}` | {_cell(_coded(told))} | {', '.join(_united(verbs))} |"
        for (names, told), verbs in rows.items()
    ]
    return "\n".join((f"### {group}\n\n| option | what it does | of |\n| --- | --- | --- |", *lines))


def _united(verbs: list[str]) -> Iterator[str]:
    """The verbs, with `baseline` for all three of its own."""
    own = [verb for verb in verbs if verb.startswith("baseline ")]
    yield from (verb for verb in verbs if verb not in own)
    yield from ["baseline"] if len(own) == 3 else own


def _coded(told: str) -> str:
    """A help text in which options and file names are code, so that nothing in them is markup."""
    return re.sub(
        r"(?<![\w`])(--[a-z][\w-]*|[\w./-]+\.(?:yaml|toml|json|gitignore)|\.gitignore)", r"`\1`", told
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def unchecked() -> str:
    """The kinds of what was not checked, the gravest first."""
    lines = (f"| `{kind.name}` | {_cell(kind.what)} |" for kind in KINDS)
    return "\n".join(("| kind | what it is |\n| --- | --- |", *lines))


def accuracy() -> str:
    """The rows of benchmarks/README.md that sum up, one column each, in a reader's words."""
    text = _benchmarks()
    names = re.findall(r"^topic +(.*)$", text, re.M)[0].split()
    [dev], [held] = (re.findall(rf"^{row} +(.*)$", text, re.M) for row in ("dev", "held-out"))
    figures = list(zip(names, dev.split(), held.split(), strict=True))
    lines = []
    for name, told in MEASURED.items():
        one, other = next((one, other) for column, one, other in figures if column == name)
        lines.append(f"| {told} | {one} | {other} |")
    return "\n".join(("| what is measured | `dev` | `held-out` |\n| --- | --- | --- |", *lines))


def speed() -> str:
    """Some rows of the table of speeds in benchmarks/README.md."""
    lines = []
    for row, told in TIMED.items():
        [figure] = re.findall(rf"^{re.escape(row)} {{2,}}(.*?)(?: {{2,}}.*)?$", _benchmarks(), re.M)
        lines.append(f"| {told} | {figure} |")
    return "\n".join(("| what is measured | |\n| --- | --- |", *lines))


def _benchmarks() -> str:
    return (ROOT / "benchmarks" / "README.md").read_text("utf-8")


PARTS: dict[str, tuple[tuple[str, Callable[[], str]], ...]] = {
    "settings.md": (("options", options),),
    "workflow.md": (("unchecked", unchecked),),
    "accuracy.md": (("accuracy", accuracy), ("speed", speed)),
}


def made() -> dict[str, str]:
    """Each page that has something made in it, as it must be, by its name in docs/."""
    pages = {"rules.md": rules()}
    for name, parts in PARTS.items():
        text = (ROOT / "docs" / name).read_text("utf-8")
        for part, write in parts:
            text = _between(text, part, write())
        pages[name] = text
    return pages


def _between(page: str, part: str, text: str) -> str:
    """The page with `text` between the two marks of a part."""
    start, end = f"<!-- {part}: made by docs/make.py -->\n", f"<!-- end of {part} -->"
    before, _, rest = page.partition(start)
    _, there, after = rest.partition(end)
    assert there, f"no place for {part!r}"
    return f"{before}{start}\n{text}\n\n{end}{after}"


if __name__ == "__main__":
    for name, text in made().items():
        (ROOT / "docs" / name).write_text(text, "utf-8")
