"""What a configuration, the environment and the command line come to, and each mistake with its message."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.cli.help import Setting
from factcheck.cli.main import cli, run
from factcheck.cli.options import LEVELS
from factcheck.read.files import Excludes
from factcheck.show.selection import Policy
from tests.cli.conftest import Command, Returning

NINES = "9" * 5000


def config(text: str, name: str = "factcheck.toml") -> None:
    """A configuration in the working directory."""
    Path(name).write_text(text, "utf-8")


def effective(factcheck: Command, *args: str) -> dict[str, Any]:
    """What --show-config tells."""
    ended = factcheck("scan", "--show-config", *args)
    assert (ended.code, ended.err) == (0, "")
    return tomllib.loads(ended.out)


@pytest.mark.parametrize(
    ("key", "in_file", "variable", "option", "expected"),
    [
        ("jobs", "3", "4", "--jobs 5", ("auto", 3, 4, 5)),
        ("fail-on", '"info"', "warning", "--fail-on never", ("error", "info", "warning", "never")),
        ("select", '["outdated"]', "disputed, unsourced", "--select divergence",
         ([], ["outdated"], ["disputed", "unsourced"], ["divergence"])),
        ("exclude", '["a"]', "b,c/*", "--exclude d --exclude e", ([], ["a"], ["b", "c/*"], ["d", "e"])),
        ("date", "2024-01-02", "2024-01-03", "--date 2024-01-04",
         (None, "2024-01-02", "2024-01-03", "2024-01-04")),
        ("claims", '"a.yaml"', "b.yaml", "--claims c.yaml", (None, "a.yaml", "b.yaml", "c.yaml")),
        ("paths", '["a"]', "b,c", "d e", ([], ["a"], ["b", "c"], ["d", "e"])),
        ("quiet", "false", "1", "-q", (False, False, True, True)),
        ("respect-gitignore", "false", "yes", "--no-respect-gitignore", (True, False, True, False)),
    ],
)  # fmt: skip
def test_the_command_line_wins_over_the_environment_over_the_file(
    factcheck: Command,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    in_file: str,
    variable: str,
    option: str,
    expected: tuple[object, ...],
) -> None:
    name = "FACTCHECK_" + key.upper().replace("-", "_")
    told = [effective(factcheck).get(key)]
    config(f"{key} = {in_file}\n")
    told.append(effective(factcheck).get(key))
    monkeypatch.setenv(name, "")  # as if it were not set
    assert effective(factcheck).get(key) == told[1]
    monkeypatch.setenv(name, variable)
    told.append(effective(factcheck).get(key))
    told.append(effective(factcheck, *option.split()).get(key))
    assert tuple(told) == expected


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LEVELS) | st.none(), min_size=3, max_size=3))
def test_precedence_always_holds(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch, said: list[str | None]
) -> None:
    option, variable, in_file = said
    config(f'fail-on = "{in_file}"' if in_file else "")
    monkeypatch.setenv("FACTCHECK_FAIL_ON", variable or "")
    shown = effective(factcheck, *(["--fail-on", option] if option else []))
    assert shown["fail-on"] == (option or variable or in_file or "error")


EVERYTHING = """\
paths = ["articles"]
claims = "claims.yaml"
date = "2024-06-01"
exclude = ["drafts/", "*.txt"]
ignore = ["vague-source"]
fail-on = "warning"

[severity]
outdated = "off"

[claim-severity]
crowd = "info"

[per-file."old/**"]
ignore = ["unsourced"]
severity = {disputed = "error"}
"""


def test_what_is_shown_is_a_configuration_of_the_same_effect(factcheck: Command) -> None:
    config(EVERYTHING)
    first = factcheck("scan", "--show-config").out
    config(first)
    again = factcheck("scan", "--show-config").out
    assert tomllib.loads(first) == tomllib.loads(again)
    assert (
        tomllib.loads(EVERYTHING).items() <= {**tomllib.loads(first), "severity": {"outdated": "off"}}.items()
    )


@pytest.mark.parametrize(
    ("text", "body", "drop"),
    [
        ('[html]\nbody = "main"\n\ndrop = [\n  "aside",\n]\n', "factcheck.toml:2", "factcheck.toml:4"),
        ('html-body = "main"\nhtml.drop = ["aside"]\n', "factcheck.toml:1", "factcheck.toml:2"),
        ('html = {body = "main", drop = ["aside"]}\n', "factcheck.toml:1", "factcheck.toml:1"),
        ('[html]\nbody = "main"\n', "factcheck.toml:2", "default"),
    ],
)
def test_show_config_tells_the_line_of_a_key_in_a_table(
    factcheck: Command, text: str, body: str, drop: str
) -> None:
    config(text)
    told = [row.split("  # ") for row in factcheck("scan", "--show-config").out.splitlines()]
    assert [row[-1] for row in told if row[0].startswith("html-")] == [body, drop]


def test_show_config_is_a_screen(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    config(EVERYTHING)
    monkeypatch.setenv("FACTCHECK_JOBS", "2")
    told = factcheck("scan", "--show-config", "-q").out.splitlines()
    assert told[0] == "# settings of `scan`: from factcheck.toml"
    for row in (
        'paths = ["articles"]             # factcheck.toml:1',
        "# lang is not set                # default",
        "quiet = true                     # command line",
        "jobs = 2                         # FACTCHECK_JOBS",
        'outdated = "off"                 # factcheck.toml:9',
        'disputed = "warning"             # default',
        '[per-file."old/**"]',
        'severity = {disputed = "error"}  # factcheck.toml:16',
    ):
        assert row in told


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fail_on = 'info'", "1: no setting is called `fail_on` (did you mean `fail-on`?)"),
        ("[severities]", "1: no setting is called `severities` (did you mean `severity`?)"),
        ("[tool.factcheck]\njobs = 2",
         ("1: no setting is called `tool` (in factcheck.toml the settings stand at the top, "
         "without [tool.factcheck])")),
        ("\njobs = '4'", '2: jobs must be a whole number or "auto", not "4"'),
        ("jobs = true", '1: jobs must be a whole number or "auto", not true'),
        ("jobs = 0", "1: jobs: 0 is not in the range 1<=x<=1000"),
        ("quiet = 'no'", '1: quiet must be true or false, not "no"'),
        ("claims = ['a']", '1: claims must be a text in quotes, not ["a"]'),
        ("select = 'outdated'", '1: select must be a list of texts, such as ["…"], not "outdated"'),
        ("select = ['outdate']", "1: select: no rule is called 'outdate' (did you mean 'outdated'?)"),
        ("date = 2024", "1: date must be a text in quotes, not 2024"),
        ("date = '2024-13-01'", "1: date: '2024-13-01' is no day: write it like 2025-04-30"),
        ("lang = 'frr'", "1: lang: no language 'frr' (did you mean 'fr'?)"),
        ("exclude = ['!']", "1: exclude: '!' is no pattern: write it as in a .gitignore (drafts/*.md)"),
        ("format = 'jason'", "1: format: no format is called 'jason' (did you mean 'json'?)"),
        ("report = ['json']", "1: report: json: write FORMAT=PATH, such as sarif=facts.sarif"),
        ("fail-on = 'eror'", "1: fail-on: 'eror' is not one of 'error', 'warning', 'info', 'never'"),
        ("severity = 'off'", '1: severity must be a table, not "off"'),
        ("[severity]\noutdate = 'off'",
         "2: severity: no rule is called `outdate` (did you mean `outdated`?)"),
        ("[severity]\noutdated = 'fatal'",
         '2: severity.outdated must be "error", "warning", "info" or "off", not "fatal"'),
        ("[claim-severity]\ncrowd = 3",
         '2: claim-severity.crowd must be "error", "warning", "info" or "off", not 3'),
        ("[claim-severity]\ncrowds = 'off'\nother-matter = 'off'",
         ("2: claim-severity: claims.yaml has no claim `crowds` (did you mean `crowd`?)\n"
         "3: claim-severity: claims.yaml has no claim `other-matter`")),
        ("per-file = ['a']", '1: per-file must be a table, not ["a"]'),
        ("[per-file]\n'old/*' = 'off'", '2: per-file."old/*" must be a table, not "off"'),
        ("[per-file.'old/*']\nselect = ['outdated']",
         '2: per-file."old/*": no setting is called `select` (there are: ignore, severity)'),
        ("[per-file.'old/*']\nignore = ['outdate']",
         '2: per-file."old/*".ignore: no rule is called `outdate` (did you mean `outdated`?)'),
        ("[per-file.'old/*']\nignore = 'outdated'",
         '2: per-file."old/*".ignore must be a list of rules, such as ["unsourced"], not "outdated"'),
        ("[per-file.'!']", "1: per-file: '!' is no pattern: write it as in a .gitignore (drafts/*.md)"),
        ("jobs = 0\nquite = true\n[severity]\nx = 'off'",
         ("1: jobs: 0 is not in the range 1<=x<=1000\n"
         "2: no setting is called `quite` (did you mean `quiet`?)\n"
         "4: severity: no rule is called `x` (there are: discrepancy, outdated, disputed, possible, hedge, "
         "unsourced, vague-source, misattributed, contradiction, arithmetic, chronology, divergence, ignore, "
         "same-phrase, same-title, same-day, same-sentences, self-excluded, misplaced-phrase, unknown-unit, "
         "review, stale, no-source, unused, unbridged)")),
        ("jobs = x", "1:8: is no TOML: Invalid value"),
        (f"\njobs = {NINES}", "2: holds a number of thousands of digits: write a smaller one"),
        (f"x = [0.5,\n1_{NINES}\n]", "2: holds a number of thousands of digits: write a smaller one"),
        (f"jobs = 0x{NINES}", f"1: jobs must be a whole number or \"auto\", not 0x{'9' * 58}…"),
        (f"lang = 0x{NINES}", f"1: lang must be a text in quotes, not 0x{'9' * 58}…"),
        (f"jobs = {NINES[:4000]}",
         f"1: jobs must be a whole number or \"auto\", not 0x{int(NINES[:4000]):x}"[:106] + "…"),
        (f"severity = {'[' * 9000}", ": is nested too deep: write it in fewer brackets"),
        ('exclude = ["[[a]*.md"]',
         "1: exclude: '[[a]*.md' is no pattern: write it as in a .gitignore (drafts/*.md)"),
        ('exclude = ["a.md", "[a&&b]"]',
         "1: exclude: '[a&&b]' is no pattern: write it as in a .gitignore (drafts/*.md)"),
        ("[per-file.'[[a]']", "1: per-file: '[[a]' is no pattern: write it as in a .gitignore (drafts/*.md)"),
        (r'claims = "a\u0000b"', r'1: claims: no file can be called "a\u0000b": give it another name'),
        (r'paths = ["a.md", "\u0000"]', r'1: paths: no file can be called "\u0000": give it another name'),
        (r'report = ["json=\u0000"]', r'1: report: no file can be called "\u0000": give it another name'),
        (f'baseline = "{"x" * 300}"',
         f'1: baseline: no file can be called "{"x" * 59}…: give it another name'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_its_mend(factcheck: Command, text: str, message: str) -> None:
    config(text)
    ended = factcheck("scan", "articles")
    assert (ended.code, ended.out) == (2, "")
    lines = message.split("\n")
    assert ended.err == "".join(f"factcheck.toml:{line}\n".replace("::", ":") for line in lines)


@pytest.mark.parametrize("verb", ["scan articles", "claim crowd", "explain articles/final.md:1"])
def test_every_verb_honours_the_configuration(factcheck: Command, verb: str) -> None:
    config('claims = "other.yaml"')
    ended = factcheck(*verb.split())
    assert (ended.code, "other.yaml" in ended.err) == (2, True)
    assert factcheck(*verb.split(), "--no-config").code == 0
    assert factcheck(*verb.split(), "--claims", "claims.yaml").code == 0


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        ("", 2, "factcheck.toml:1: "),
        ("--no-config", 0, ""),
        ("--config mine.toml", 0, ""),
        ("--config gone.toml", 2, "gone.toml: No such file"),
        ("--config mine.toml --no-config", 2, "--config and --no-config exclude each other"),
        ("--no-config --config mine.toml", 2, "--config and --no-config exclude each other"),
        ("--help", 0, ""),
    ],
)
def test_which_file(factcheck: Command, args: str, code: int, told: str) -> None:
    config("bad = 1")
    config("jobs = 1", "mine.toml")
    ended = factcheck("scan", "articles", *args.split())
    assert ended.code == code
    assert told in ended.err


def test_the_environment_names_a_file_too(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    config("jobs = 7", "mine.toml")
    monkeypatch.setenv("FACTCHECK_CONFIG", "mine.toml")
    assert effective(factcheck)["jobs"] == 7
    assert effective(factcheck, "--no-config")["jobs"] == "auto"


def test_a_bad_variable_is_named(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_SELECT", "outdate")
    ended = factcheck("scan", "articles")
    assert ended.code == 2
    assert "'FACTCHECK_SELECT' (from the environment): no rule is called 'outdate'" in ended.err


def test_paths_are_relative_to_the_file(
    factcheck: Command, returning: Returning, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config(
        'paths = ["articles/", "/etc/news.md", "-"]\nexclude = ["/articles/old"]\n'
        'report = ["json=facts.json"]\nclaims = "claims.yaml"\nbaseline = "known.json"'
    )
    (folder / "known.json").write_text('{"version": 1, "findings": []}', "utf-8")
    (folder / "desk" / "city").mkdir(parents=True)
    monkeypatch.chdir(folder / "desk" / "city")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    called = returning()
    assert factcheck("scan").code == 1
    assert called["paths"] == ("../../articles/", "/etc/news.md", "-")
    assert called["options"].excludes == Excludes(("/articles/old",), str(folder))
    assert (folder / "facts.json").exists()
    factcheck("scan", "--exclude", "here")
    assert called["options"].excludes == Excludes(("here",))


@pytest.mark.parametrize("path", ["articles", "./articles", "{folder}/articles", "../{name}/articles"])
@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("", 1),
        ("[severity]\nunsourced = 'info'", 0),
        ("[severity]\nunsourced = 'off'", 0),
        ("[claim-severity]\ncrowd = 'info'", 0),
        ("[claim-severity]\ncapacity = 'info'", 1),
        ("[per-file.'articles/*']\nignore = ['unsourced']", 0),
        ("[per-file.'final.md']\nseverity = {unsourced = 'info'}", 0),
        ("[per-file.'/final.md']\nignore = ['unsourced']", 1),
        ("[per-file.'articles/']\nignore = ['unsourced', 'outdated']", 0),
        ("[per-file.'articles/**']\nignore = ['outdated']", 1),
        ("[per-file.'*.txt']\nignore = ['unsourced']", 1),
    ],
)
def test_severities_by_rule_claim_and_file(
    factcheck: Command, folder: Path, path: str, table: str, code: int
) -> None:
    config(table)
    path = path.format(folder=folder, name=folder.name)
    assert factcheck("scan", path, "--fail-on", "warning").code == code


def test_the_levels_reach_the_policy(factcheck: Command, returning: Returning) -> None:
    config(EVERYTHING)
    called = returning()
    factcheck("scan")
    policy: Policy = called["policy"]
    assert (policy.severity, policy.claims) == ({"outdated": "off"}, {"crowd": "info"})
    assert policy.ignore == ("vague-source",)
    [rules] = policy.files
    assert (rules.ignore, rules.severity) == (("unsourced",), {"disputed": "error"})
    assert [rules.matches(path) for path in ("old/a.md", "./old/b/c.md", "new/old.md")] == [True, True, False]


def test_a_report_does_not_overwrite_the_configuration(factcheck: Command) -> None:
    config('report = ["json=factcheck.toml"]')
    assert "this scan reads that file" in factcheck("scan", "articles").err


def test_a_baseline_is_of_what_the_configuration_shows(factcheck: Command) -> None:
    config('paths = ["articles"]')
    assert "took 1 finding" in factcheck("baseline", "write").out
    config('paths = ["articles"]\n[severity]\nunsourced = "off"')
    assert "took 0 findings" in factcheck("baseline", "write").out


def test_what_a_configuration_excludes_is_not_listed_for_a_claim(factcheck: Command) -> None:
    assert "final.md" in factcheck("claim", "crowd", "--articles", "articles").out
    config('exclude = ["final.*"]')
    assert "final.md" not in factcheck("claim", "crowd", "--articles", "articles").out


def test_a_key_means_the_same_for_every_verb() -> None:
    kinds: dict[str, set[str]] = {}
    for verb in cli.commands.values():
        for param in verb.params:
            if isinstance(param, Setting) and param.setting:
                kinds.setdefault(param.setting, set()).add(f"{param.type!r} {param.listed or param.nargs}")
    assert all(len(kind) == 1 for kind in kinds.values())
    assert not {"config", "no-config", "show-config", "help"} & {*kinds}


def test_a_broken_configuration_does_not_break_completion(folder: Path) -> None:
    config("bad = 1")
    assert folder.exists()
    assert run(["completion", "bash"]) == 0
