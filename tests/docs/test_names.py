"""What a page names exists, and what exists has its place on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import click
import pytest

import factcheck
from factcheck.check.rules import RULES
from factcheck.cli.help import Setting
from factcheck.cli.main import cli
from factcheck.compare.agree import agree, dates_agree
from factcheck.language.lexicon import languages
from factcheck.read.endings import ENDINGS
from factcheck.registry.schema import claims_schema
from factcheck.registry.values import parse_date, readings
from factcheck.report.formats import FORMATS
from tests.docs.pages import PAGES, coded, prose, rows

EVERYTHING = "\n".join(PAGES.values())


def params(command: click.Command) -> Iterator[click.Parameter]:
    """The parameters of a command and of all commands below it."""
    # click keeps the option of help that it makes first: it is to be the one of the command line
    yield from command.get_params(click.Context(command, **cli.context_settings))
    if isinstance(command, click.Group):
        for verb in command.commands.values():
            yield from params(verb)


@cache
def options() -> frozenset[str]:
    return frozenset(name for param in params(cli) for name in (*param.opts, *param.secondary_opts))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", EVERYTHING))))
def test_an_option_that_is_named_exists(name: str) -> None:
    assert name in options()


def test_every_option_stands_on_the_page_of_settings() -> None:
    listed = set(re.findall(r"--[a-z][a-z-]+", PAGES["docs/settings.md"]))
    assert {name for name in options() if name.startswith("--")} - {"--help", "--version"} <= listed


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\bFACTCHECK_[A-Z_]*[A-Z]", EVERYTHING))))
def test_a_variable_that_is_named_exists(name: str) -> None:
    assert name in {param.envvar for param in params(cli) if isinstance(param, Setting)}


def test_the_table_of_rules_is_the_tuple_of_rules() -> None:
    told = [(coded(name)[0], severity) for name, severity, _ in rows("docs/editors.md", "rule")]
    assert told == [(rule.NAME, rule.SEVERITY) for rule in RULES]


def test_the_table_of_formats_is_the_table_of_formats() -> None:
    assert [coded(row[0])[0] for row in rows("docs/workflow.md", "format")] == list(FORMATS)


def test_every_key_of_a_registry_has_its_row() -> None:
    told = {key for row in rows("docs/curators.md", "key") for key in coded(row[0])}
    assert told == set(claims_schema()["$defs"]["claim"]["properties"])


@pytest.mark.parametrize("part", ["source", "names"])
def test_every_key_of_a_value_and_a_source_is_told(part: str) -> None:
    shape = claims_schema()["$defs"][part]
    entry = shape if part == "source" else shape["oneOf"][1]["items"]["oneOf"][1]
    assert set(entry["properties"]) <= set(coded(prose("docs/curators.md")))


@pytest.mark.parametrize("row", rows("docs/curators.md", "registry"), ids=lambda row: row[0])
def test_the_table_of_what_agrees(row: list[str]) -> None:
    [one], [other] = map(coded, row[:2])
    dates = parse_date(one), parse_date(other)
    if all(dates):
        agreed = dates_agree(*(date or "" for date in dates))
    else:
        [figure], [rival] = readings(one), readings(other)
        agreed = agree(figure, rival)
    assert agreed is row[2].startswith("yes")


def test_the_whole_of_the_module_is_told() -> None:
    assert set(factcheck.__all__) <= set(re.findall(r"\w+", PAGES["docs/python.md"]))


def test_what_can_be_read_is_told() -> None:
    assert {ending for ending in ENDINGS if f"`{ending}`" not in PAGES["docs/formats.md"]} == set()
    assert set(languages()) <= set(coded(prose("docs/editors.md")))
