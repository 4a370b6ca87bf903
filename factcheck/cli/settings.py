"""Where options come from: the command line, the environment, a file, or their defaults; in that order."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from factcheck.cli.help import NumberOr, Setting, option
from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from factcheck.config.file import ConfigFile
    from factcheck.show.levels import Levels
    from factcheck.show.selection import Policy

PLACE = "factcheck.place"
"""Where a context's `meta` may tell the folder for which settings are looked up, and the texts that are read
instead of files; without it, it is the working directory."""
_HINT = " (in factcheck.toml the settings stand at the top, without [tool.factcheck])"


@dataclass(frozen=True, slots=True)
class Configured:
    """A configuration: its file, and what it says beside the options."""

    file: ConfigFile
    levels: Levels


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--config` and `--no-config`; they go first, for the other options' defaults depend on them."""
    group = "Where settings come from"
    for add in (
        option("--no-config", is_flag=True, is_eager=True, expose_value=False, callback=_without, group=group,
               setting=False, help="Read no settings from a file."),
        option("--config", type=click.Path(dir_okay=False), metavar="FILE", is_eager=True, expose_value=False,
               callback=_configure, group=group, setting=False, envvar="FACTCHECK_CONFIG",
               help="The settings. [default: the nearest factcheck.toml, or pyproject.toml with "
               "[tool.factcheck], upwards from here]"),
    ):  # fmt: skip
        command = add(command)
    return command


def configured(ctx: click.Context) -> Configured | None:
    """The configuration, if there is one."""
    return ctx.obj if isinstance(ctx.obj, Configured) else None


def policy_of(ctx: click.Context, **said: Any) -> Policy:
    """What to show: what the options say, and the configuration's severities."""
    from factcheck.show.selection import Policy

    here = configured(ctx)
    if here is None:
        return Policy(**said)
    levels = here.levels
    return Policy(severity=levels.severity, claims=levels.claims, files=levels.files, **said)


def settings(ctx: click.Context) -> dict[str, Setting]:
    """What a configuration may set: the parameters of all verbs, by their key."""
    return _of(getattr(ctx.find_root().command, "commands", {"": ctx.command}).values())


def _of(verbs: Iterable[click.Command]) -> dict[str, Setting]:
    found = (param for verb in verbs for param in verb.params if isinstance(param, Setting))
    return {param.setting: param for param in found if param.setting}


def _known(ctx: click.Context, file: ConfigFile) -> dict[str, Setting]:
    """The settings that a file may have: those of the verb, where it has no others. An option of the same
    name means the same for every verb, and the others take their time to load."""
    from factcheck.show.levels import TABLES

    own = _of([ctx.command])
    keys = [keys for keys, _ in _flat(file.settings, own)]
    return own if all("-".join(key) in own or key[0] in TABLES for key in keys) else settings(ctx)


def _without(ctx: click.Context, _param: click.Parameter, given: bool) -> None:
    ctx.meta["factcheck.no_config"] = given
    _only_one(ctx)


def _configure(ctx: click.Context, param: click.Parameter, path: str | None) -> None:
    given = ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE
    ctx.meta["factcheck.config"] = given
    _only_one(ctx)
    if ctx.meta.get("factcheck.no_config"):
        return
    from factcheck.config.file import find, read

    folder, texts = ctx.meta.get(PLACE, (Path.cwd(), {}))
    file = read(Path(path), texts) if path else find(folder, texts)
    if file is not None:
        values, levels = _read(file, ctx)
        ctx.obj = Configured(file, levels)
        ctx.default_map = {
            param.name or "": values[param.setting]
            for param in ctx.command.params
            if isinstance(param, Setting) and param.setting in values
        }


def _only_one(ctx: click.Context) -> None:
    if ctx.meta.get("factcheck.config") and ctx.meta.get("factcheck.no_config"):
        raise click.UsageError("--config and --no-config exclude each other")


def _read(file: ConfigFile, ctx: click.Context) -> tuple[dict[str, Any], Levels]:
    """The values of the settings, and the levels. Raises ConfigError with all mistakes."""
    from factcheck.show.levels import TABLES, Levels, levels

    known = _known(ctx, file)
    values: dict[str, Any] = {}
    problems: list[str] = []
    for keys, value in _flat(file.settings, known):
        if keys[0] not in TABLES:
            try:
                values["-".join(keys)] = _value(file, ctx, known, "-".join(keys), value)
            except click.UsageError as error:
                problems.append(f"{file.place(*keys)}: {error.message.removesuffix('.')}")
    weights = Levels()
    try:
        weights = levels(file)
    except ConfigError as error:
        problems.append(str(error))
    if problems:
        raise ConfigError("\n".join(problems))
    return values, weights


def _flat(found: Mapping[str, Any], known: Mapping[str, Setting]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The settings by their keys; those of a table that groups some (`[html] body`) have two."""
    for key, value in found.items():
        if isinstance(value, dict) and any(name.startswith(f"{key}-") for name in known):
            yield from (((key, inner), setting) for inner, setting in value.items())
        else:
            yield (key,), value


def _value(
    file: ConfigFile, ctx: click.Context, known: dict[str, Setting], key: str, value: object
) -> object:
    """A setting's value, as the command line would give it. Raises UsageError for one that cannot be."""
    from factcheck.config.toml import briefly
    from factcheck.read.addresses import is_address
    from factcheck.read.paths import is_path
    from factcheck.registry.suggest import did_you_mean
    from factcheck.show.levels import TABLES

    if key not in known:
        mend = _HINT if key == "tool" else did_you_mean(key, (*known, *TABLES))
        raise click.UsageError(f"no setting is called `{key}`{mend}")
    param = known[key]
    if type(value) is datetime.date:  # TOML has days of its own
        value = value.isoformat()
    kinds = [f"must be {what}, not {briefly(value)}" for what, fits in _kinds(param) if not fits(value)]
    if kinds:
        raise click.UsageError(f"{key} {kinds[0]}")
    for path in _paths(param, value):
        if is_address(path):
            raise click.UsageError(f"{key}: only the command line may name an address, which is fetched")
        if not is_path(path):
            raise click.UsageError(f"{key}: no file can be called {briefly(path)}: give it another name")
    value = _rebased(param, value, file)
    try:
        param.process_value(ctx, value)
    except click.UsageError as error:
        raise click.UsageError(f"{key}: {error.message}") from None
    return value


def _whole(value: object) -> bool:
    from factcheck.config.toml import WHOLE

    return type(value) is int and abs(value) < WHOLE


def _kinds(param: Setting) -> Iterator[tuple[str, Callable[[object], bool]]]:
    """What a parameter's value must be in TOML, and whether a value is."""

    if param.listed:
        yield 'a list of texts, such as ["…"]', _texts
    elif isinstance(param.type, click.types.BoolParamType):
        yield "true or false", lambda value: isinstance(value, bool)
    elif isinstance(param.type, NumberOr):
        word = param.type.word
        yield f'a whole number or "{word}"', lambda value: _whole(value) or value == word
    elif isinstance(param.type, click.types.IntParamType):
        yield "a whole number", _whole
    else:
        yield "a text in quotes", lambda value: isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _rebased(param: Setting, value: Any, file: ConfigFile) -> object:
    """A value whose paths start from the working directory, and no longer from the file's folder."""
    if param.listed:
        return [_path(param, item, file) for item in value]
    return _path(param, value, file) if isinstance(value, str) else value


def _paths(param: Setting, value: Any) -> list[str]:
    """The paths in a setting's value."""
    if not isinstance(param.type, click.Path) and param.setting != "report":
        return []
    texts = value if param.listed else [value]
    return [text.partition("=")[2] if param.setting == "report" else text for text in texts]


def _path(param: Setting, text: str, file: ConfigFile) -> str:
    if isinstance(param.type, click.Path):
        return text if text == "-" else file.rebased(text)
    if param.setting == "report":  # FORMAT=PATH
        style, equals, path = text.partition("=")
        return style + equals + (file.rebased(path) if path else "")
    return text
