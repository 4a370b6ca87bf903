"""Options that several verbs share, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from factcheck.cli.help import meant, names_of, option
from factcheck.cli.settings import configured
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.cache import Cache
    from factcheck.model import Registry

REGISTRY = "claims.yaml"
PATHS = click.Path()
"""What articles are named by: one type for all verbs, for one key of the settings."""
LEVELS = ("error", "warning", "info", "never")
"""What `--fail-on` takes: the severities, the gravest first, and none of them."""
BASELINE = ".factcheck-baseline.json"

claims_option = option(
    "--claims",
    type=click.Path(),
    metavar="PATH",
    group="What is checked",
    help=f"The registry: a file, or a folder of them. [default: the nearest {REGISTRY}, upwards from here]",
)


no_registry_option = option(
    "--no-registry",
    is_flag=True,
    setting=False,
    group="What is checked",
    help="Hold the articles against no registry: check only what they say themselves, such as sums, shares, "
    "ages and weekdays.",
)


def rule_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--select`, `--ignore` and `--require-reason`: which findings there are at all."""
    rules = {"multiple": True, "metavar": "RULES", "callback": rules_of, "shell_complete": complete_rules}
    options = (
        option("--select", **rules, group="What is reported",
               help="Only these rules or families of rules: one or more, with commas."),
        option("--ignore", **rules, group="What is reported", help="All rules but these, or these families."),
        option("--require-reason/--no-require-reason", default=True, show_default=True,
               group="What is reported", help="Whether a comment that ignores findings must say why."),
    )  # fmt: skip
    for add in reversed(options):
        command = add(command)
    return command


baseline_option = option(
    "--baseline",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    group="What is reported",
    help=f"The findings that are known. [default: {BASELINE} beside the registry, where there is one]",
)


def baseline_path(given: str | None, registry: Registry) -> Path:
    """The file that `--baseline` names, else the one beside the registry, or here where there is none; it may
    not be there."""
    return Path(given) if given else Path(registry.path or REGISTRY).with_name(BASELINE)


cache_option = option(
    "--no-cache",
    is_flag=True,
    group="How it ends",
    help="Keep nothing in the user's cache folder, and take nothing from it.",
)


def cache_of(no_cache: bool) -> Cache:
    """The user's cache, unless there is to be none."""
    from factcheck.cache import Cache, user_cache
    from factcheck.cli.output import note

    return Cache() if no_cache else replace(user_cache(), tell=note)


def open_registry(claims: str | None, without: bool = False, cache: Cache | None = None) -> Registry:
    """Load the registry that `--claims` names, else the nearest one, from a cache, if it is there; `without`
    there is none, on purpose.

    Raises FactcheckError where there is none, RegistryError where it is wrong, ConfigError where the
    configuration speaks of a claim that it does not have.
    """
    if without:
        return _none()
    from factcheck.cache import Cache
    from factcheck.registry.kept import open_kept

    registry = open_kept(registry_path(claims), cache or Cache())
    ctx = click.get_current_context(silent=True)
    if ctx and (here := configured(ctx)):
        from factcheck.show.levels import check_claims

        check_claims(here.file, registry)
    return registry


def _none() -> Registry:
    """What stands for a registry. Raises UsageError where one is named all the same."""
    from factcheck.model import NO_REGISTRY

    source = click.get_current_context().get_parameter_source("claims")
    if source is click.core.ParameterSource.COMMANDLINE:
        raise click.UsageError("--claims and --no-registry exclude each other")
    return NO_REGISTRY


def registry_path(claims: str | None) -> Path:
    """The registry that `--claims` names, else the nearest one. Raises FactcheckError where there is none."""
    found = Path(claims) if claims else nearest_registry()
    if found is None:
        raise FactcheckError(
            f"no {REGISTRY} here or in a folder above: write one (`factcheck init`), or name it with "
            f"--claims FILE{_HINT if _can_do_without() else ''}"
        )
    return found


def nearest_registry() -> Path | None:
    """The registry of this folder or of the nearest one above that has one, if any."""
    start = Path.cwd()
    for folder in (start, *start.parents):
        if (folder / REGISTRY).is_file():
            # a short path where there is one, so that messages can be clicked
            return Path(REGISTRY) if folder == start else folder / REGISTRY
    return None


def date_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--date`: from when articles without a date are judged."""
    return option(
        "--date",
        metavar="YYYY-MM-DD",
        callback=_day,
        group="What is checked",
        help="The date of articles that give none. [default: today]",
    )(command)


certainty_option = option(
    "--certainty",
    type=click.Choice(["bold", "even", "shy"]),
    default="even",
    show_default=True,
    group="What is checked",
    help="How far to trust a match: bold sees more mistakes, shy raises fewer alarms.",
)


def language_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--lang`: the language of articles that name none."""
    return option(
        "--lang",
        metavar="CODE",
        callback=_language,
        group="What is checked",
        help="The language of the articles (fr, en, es …). [default: what each one says, else its words]",
    )(command)


def failing(fail_on: str) -> tuple[str, ...]:
    """The severities that make the exit code 1."""
    return LEVELS[: LEVELS.index(fail_on) + 1] if fail_on != "never" else ()


def rule_names() -> tuple[str, ...]:
    """The names of the rules, in their order."""
    from factcheck.check.rules import RULES

    return tuple(rule.NAME for rule in RULES)


def selectable() -> tuple[str, ...]:
    """The names of the rules, then those of their families."""
    from factcheck.check.rules import families

    return (*rule_names(), *families())


def rules_of(_ctx: click.Context, _param: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """Rule names, given several times or with commas between them, a family's for its rules; an unknown one
    is a usage error."""
    from factcheck.check.rules import families

    names = names_of(given, selectable, "no rule")
    several = families() if names else {}
    return tuple(rule for name in names for rule in several.get(name, (name,)))


def complete_rules(_ctx: click.Context, _param: click.Parameter, text: str) -> list[CompletionItem]:
    """The rules that a word may become."""
    return [CompletionItem(name) for name in selectable() if name.startswith(text)]


def complete_claims(ctx: click.Context, _param: click.Parameter, text: str) -> list[CompletionItem]:
    """The claims of the registry that a word may become."""
    try:
        claims = open_registry(ctx.params.get("claims")).claims
    except (FactcheckError, OSError):
        return []
    return [CompletionItem(claim.id, help=claim.title) for claim in claims if claim.id.startswith(text)]


_HINT = "; --no-registry checks what needs none"


def _can_do_without() -> bool:
    """Whether the verb that runs has `--no-registry`."""
    ctx = click.get_current_context(silent=True)
    return ctx is not None and "no_registry" in ctx.params


def _day(_ctx: click.Context, _param: click.Parameter, day: str | None) -> str | None:
    from datetime import date

    try:
        return day and date.fromisoformat(day).isoformat()
    except ValueError:
        raise click.BadParameter(f"{day!r} is no day: write it like 2025-04-30") from None


def _language(_ctx: click.Context, _param: click.Parameter, code: str | None) -> str | None:
    if code is not None:
        from factcheck.language.lexicon import languages

        if code not in languages():
            raise click.BadParameter(f"no language {code!r}{meant(code, languages())}")
    return code
