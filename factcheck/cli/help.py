"""Help that teaches: options in groups, examples as they are written, the word that was meant."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn, TypeVar

import click
from click.core import ParameterSource

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Setting(click.Parameter):
    """A parameter that the environment and the configuration may set, too: by its long name."""

    setting: str | None = None

    @property
    def listed(self) -> bool:
        """Whether it takes several values; in the environment they have commas between them."""
        return self.multiple or self.nargs == -1

    def value_from_envvar(self, ctx: click.Context) -> Any:
        if not self.listed:
            return super().value_from_envvar(ctx)
        given = (self.resolve_envvar_value(ctx) or "").split(",")
        return [text.strip() for text in given if text.strip()] or None

    def get_error_hint(self, ctx: click.Context | None) -> str:
        if ctx and ctx.get_parameter_source(self.name or "") is ParameterSource.ENVIRONMENT:
            return f"'{self.envvar}' (from the environment)"
        return super().get_error_hint(ctx)

    def _open(self, setting: str) -> None:
        self.setting = setting
        self.envvar = "FACTCHECK_" + setting.upper().replace("-", "_")


class Option(Setting, click.Option):
    """An option that stands under a heading of its own in the help; a setting, unless told otherwise, by its
    long name or what `setting` tells. `bare` is what it is without a value, where it may have none."""

    def __init__(
        self, *args: Any, group: str = "Other", setting: bool | str = True, bare: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        self.bare = bare
        if setting:
            long = next(name for name in self.opts if name.startswith("--"))
            self._open(setting if isinstance(setting, str) else long.lstrip("-"))


class Argument(Setting, click.Argument):
    """An argument that has a default in the configuration."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._open(self.name or "")


class Verb(click.Command):
    """A command whose options are listed in groups, and whose epilog keeps its lines."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """An option with a value that may be left out takes no other than what stands behind its `=`."""
        bare = {name: param.bare for param in self.params if isinstance(param, Option) for name in param.opts}
        end = args.index("--") if "--" in args else len(args)
        given = [f"{arg}={bare[arg]}" if bare.get(arg) else arg for arg in args[:end]]
        return super().parse_args(ctx, [*given, *args[end:]])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        for param in sorted(options, key=lambda param: not isinstance(param, Option)):  # --help comes last
            record = param.get_help_record(ctx)
            if record is not None:
                groups.setdefault(getattr(param, "group", "Other"), []).append(record)
        for name, records in groups.items():
            with formatter.section(name):
                formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        if self.epilog:
            formatter.write(f"\n{inspect.cleandoc(self.epilog)}\n")


class Program(click.Group):
    """The group of the verbs: an option before the verb, or a wrong verb, is told where it belongs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)  # as they were added, the commonest first

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            self._teach(error, ctx)
            raise

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        name = args[0] if args else ""
        if args and self.get_command(ctx, name) is None:
            raise click.UsageError(f"no such command: {name!r}{meant(name, self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)

    def _teach(self, error: click.NoSuchOption, ctx: click.Context) -> None:
        """Raise a better error where the option is one of a verb."""
        owners = [verb for verb in self.list_commands(ctx) if error.option_name in self._options(verb)]
        if owners:
            moved = f"{ctx.command_path} {owners[0]} {error.option_name} …"
            verbs = ", ".join(f"`{verb}`" for verb in owners)
            raise click.UsageError(
                f"{error.option_name} is an option of {verbs}: it stands after the verb, `{moved}`", ctx
            )

    def _options(self, verb: str) -> set[str]:
        return {name for param in self.commands[verb].params for name in param.opts}


class NumberOr(click.IntRange):
    """A whole number between two, or a word that stands for one."""

    def __init__(self, word: str, least: int, most: int) -> None:
        super().__init__(least, most)
        self.word = word

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if value == self.word else super().convert(value, param, ctx)


def option(*names: str, group: str, **settings: Any) -> Callable[[_Command], _Command]:
    """`click.option` under a heading of the help."""
    return click.option(*names, cls=Option, group=group, **settings)


def meant(word: str, known: Iterable[str]) -> str:
    """` (did you mean x?)` where a known word is near, else what there is."""
    from difflib import get_close_matches

    known = sorted(known)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else f" (there are: {', '.join(known)})"


def names_of(given: Sequence[str], known: Callable[[], Iterable[str]], none: str) -> tuple[str, ...]:
    """Names, given several times or with commas between them; an unknown one ("no rule is called …") is a
    usage error."""
    names = tuple(name.strip() for text in given for name in text.split(",") if name.strip())
    there = tuple(known()) if names else ()
    for name in names:
        if name not in there:
            raise click.BadParameter(f"{none} is called {name!r}{meant(name, there)}")
    return names


def wrong(message: str) -> NoReturn:
    """End with a usage error."""
    raise click.UsageError(message)
