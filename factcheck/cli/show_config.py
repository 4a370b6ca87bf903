"""`--show-config`: what holds, and where each setting comes from, as a file that could be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import click
from click.core import ParameterSource

from factcheck.cli.help import Setting, option
from factcheck.cli.settings import Configured, configured
from factcheck.read.addresses import shown as shown_path

Row = tuple[str, str]
"""A line of TOML, and where it comes from."""


def show_config_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--show-config`."""
    return option("--show-config", is_flag=True, setting=False, group="Where settings come from",
                  help="Print what holds, and where it comes from; scan nothing.")(command)  # fmt: skip


def shown(ctx: click.Context) -> str:
    """The settings of a verb as TOML; what is not set, and where the rest comes from, in comments."""
    here = configured(ctx)
    told = f"from {here.file.path}" if here else "there is no factcheck.toml from here upwards"
    rows = [(f"# settings of `{ctx.info_name}`: {told}", ""), *_options(ctx), *_levels(here)]
    width = max(len(line) for line, source in rows if source and len(line) <= 40)
    return "".join(f"{f'{line:<{width}}  # {source}' if source else line}\n" for line, source in rows)


def _options(ctx: click.Context) -> Iterator[Row]:
    from factcheck.config.toml import toml

    for param in ctx.command.params:
        if isinstance(param, Setting) and param.setting:
            value = _plain(ctx.params[param.name or ""])
            line = f"# {param.setting} is not set" if value is None else f"{param.setting} = {toml(value)}"
            yield line, _source(ctx, param)


def _source(ctx: click.Context, param: Setting) -> str:
    source = ctx.get_parameter_source(param.name or "")
    here = configured(ctx)
    if source is ParameterSource.DEFAULT_MAP and here:
        return here.file.place(*_keys(here, param.setting or ""))
    if source is ParameterSource.ENVIRONMENT:
        return str(param.envvar)
    return "command line" if source is ParameterSource.COMMANDLINE else "default"


def _keys(here: Configured, setting: str) -> tuple[str, ...]:
    """The keys by which a file gives a setting: in a table (`[html] body`), or by its own name."""
    group, _, inner = setting.partition("-")
    table = here.file.settings.get(group)
    return (group, inner) if isinstance(table, dict) and inner in table else (setting,)


def _plain(value: Any) -> object:
    """A value as TOML may hold it, whatever an option has made of it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "patterns"):  # an Excludes
        return list(value.patterns)
    if hasattr(value, "style"):  # a report
        return f"{value.style}={value.path}"
    return shown_path(value) if isinstance(value, str) else value


def _levels(here: Configured | None) -> Iterator[Row]:
    from factcheck.check.rules import RULES
    from factcheck.config.toml import named, toml

    tables: Mapping[str, Any] = here.file.settings if here else {}
    own = tables.get("severity", {})
    severities = {rule.NAME: own.get(rule.NAME, rule.SEVERITY) for rule in RULES}
    sections: dict[tuple[str, ...], Mapping[str, Any]] = {("severity",): severities}
    sections["claim-severity",] = tables.get("claim-severity", {})
    sections |= {("per-file", pattern): rules for pattern, rules in tables.get("per-file", {}).items()}
    for keys, table in sections.items():
        if table:
            yield f"\n[{named(keys)}]", ""
        for name, value in table.items():
            given = here and name in (own if keys == ("severity",) else table)
            source = here.file.place(*keys, name) if here and given else "default"
            yield f"{named([name])} = {toml(value)}", source
