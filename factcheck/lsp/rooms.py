"""Against what an article is held: the settings and the registry that are nearest to it, upwards from its
folder, as they stand in the editor, saved or not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.cache import Cache
from factcheck.config.file import ConfigFile
from factcheck.errors import RegistryError
from factcheck.model import Registry
from factcheck.read.patterns import compiled
from factcheck.recent import KEPT
from factcheck.registry.load import Loaded, load
from factcheck.run.article import ScanOptions, Tools
from factcheck.show import baseline
from factcheck.show.levels import check_claims
from factcheck.show.selection import Policy

REGISTRY = "claims.yaml"
BASELINE = ".factcheck-baseline.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options and the settings say for a folder: the registry and the baseline that they name
    (None: the ones that are found; no baseline: an empty name), how to scan and what to show, the
    settings' file, and where what was found of files is kept. What is only typed is not kept."""

    options: ScanOptions
    policy: Policy
    claims: str | None = None
    baseline: str | None = None
    file: ConfigFile | None = None
    cache: Cache = field(default_factory=Cache)


Ask = Callable[[Path, Mapping[str, str]], Settings]
"""The settings for a folder, with texts that are read instead of the files of these names. Raises
FactcheckError where they are wrong."""


@dataclass(frozen=True)
class Room:
    """What articles of some folder are held against. `loaded` is the newest registry that could be read;
    `error` what is wrong with a newer one."""

    settings: Settings
    path: str
    loaded: Loaded = field(repr=False)
    tools: Tools = field(repr=False)
    policy: Policy = field(repr=False)
    baseline: Path
    error: str = ""

    @property
    def registry(self) -> Registry:
        """The registry's claims and sources."""
        return self.loaded.registry

    @property
    def claimed(self) -> bool:
        """Whether the settings name the registry, so that it is not only the nearest."""
        return bool(self.settings.claims)

    @property
    def folder(self) -> str:
        """The folder whose articles are held against the registry: the settings' own, else the registry's."""
        own = self.settings.file.folder if self.claimed and self.settings.file else ""
        return own or str(Path(self.path).parent)

    def takes(self, path: str) -> bool:
        """Whether an article is one that a scan of its folder would read: none that the settings exclude."""
        excludes = self.settings.options.excludes
        patterns = compiled(excludes.patterns, os.path.abspath(excludes.base)) if excludes.patterns else None  # noqa: PTH100
        return patterns is None or not patterns.cover(path)


@dataclass
class _Held:
    """A registry as it was read, and what of its files would make it another."""

    stamp: object
    loaded: Loaded | None
    error: str = ""


@dataclass
class Rooms:
    """The rooms that there are, each made anew where a file of it has changed. For one thread."""

    ask: Ask
    _registries: dict[str, _Held] = field(default_factory=dict)
    _tools: dict[tuple[str, str], Tools] = field(default_factory=dict)
    _baselines: dict[Path, tuple[object, baseline.Baseline]] = field(default_factory=dict)

    def of(self, folder: Path, texts: Mapping[str, str]) -> Room | None:
        """The room of a folder; None where it has no registry, or none that was ever sound.

        Raises FactcheckError where its settings or its baseline are wrong."""
        settings = self.ask(folder, texts)
        path = registry_path(settings, folder)
        if not path:
            return None
        held = self._registry(path, texts)
        if held.loaded is None:
            return None
        registry = held.loaded.registry
        if settings.file and not held.error:
            check_claims(settings.file, registry)
        known = Path(settings.baseline) if settings.baseline else Path(path).with_name(BASELINE)
        policy = settings.policy
        if settings.baseline or (settings.baseline is None and known.exists()):
            policy = self._with_baseline(policy, known)
        tools = self._ready(path, settings, registry)
        return Room(settings, path, held.loaded, tools, policy, known, held.error)

    def registry(self, folder: Path, texts: Mapping[str, str]) -> tuple[str, Loaded | None, str]:
        """The registry of a folder: its path (empty where there is none), as it last was sound, and what is
        wrong with it now, a line each. Raises FactcheckError where the settings are wrong."""
        path = registry_path(self.ask(folder, texts), folder)
        held = self._registry(path, texts) if path else None
        return (path, held.loaded, held.error) if held else ("", None, "")

    def forget(self) -> None:
        """Read every registry anew: a file may have come or gone."""
        for held in list(self._registries.values()):  # a check may add one
            held.stamp = None

    def _registry(self, path: str, texts: Mapping[str, str]) -> _Held:
        held = self._registries.get(path)
        if held and held.stamp == stamp(_files(path, held), texts):
            return held
        new = _read(path, texts, held)
        self._registries[path] = new
        return new

    def _ready(self, path: str, settings: Settings, registry: Registry) -> Tools:
        """The tools of a registry; what is costly in them is built where they are first used."""
        key = path, settings.file.path if settings.file else ""
        tools = self._tools.get(key)
        if tools is None or tools.registry is not registry:
            tools = self._tools[key] = Tools(registry, settings.options, kept=KEPT)
        tools.options = settings.options
        return tools

    def _with_baseline(self, policy: Policy, path: Path) -> Policy:
        """The policy, which knows the findings of a baseline, too."""
        now, held = stamp([str(path)], {}), self._baselines.get(path)
        if held is None or held[0] != now:
            held = self._baselines[path] = now, baseline.load(path)
        known = held[1]
        return replace(policy, baseline=known.known, place=known.place, there=known.there)


def registry_path(settings: Settings, folder: Path) -> str:
    """The registry that the settings name for a folder, else the nearest one; empty where there is none."""
    return os.path.abspath(settings.claims) if settings.claims else nearest(folder)  # noqa: PTH100


def nearest(folder: Path) -> str:
    """The registry of a folder, or of the nearest one above that has one; empty where none has."""
    found = (above / REGISTRY for above in (folder, *folder.parents) if (above / REGISTRY).is_file())
    return str(next(found, ""))


def stamp(files: Iterable[str], texts: Mapping[str, str]) -> object:
    """What changes when one of the files does, on the disk or in the editor."""
    return tuple((path, texts[path] if path in texts else _stamped(path)) for path in files)


def _stamped(path: str) -> tuple[int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _files(path: str, held: _Held) -> Iterable[str]:
    return (path, *(held.loaded.registry.files if held.loaded else ()))


def _read(path: str, texts: Mapping[str, str], before: _Held | None) -> _Held:
    """The registry as it is now; where it is broken, the last sound one with what is wrong."""
    loaded, error = before.loaded if before else None, ""
    try:
        loaded = load(path, texts)
    except (RegistryError, OSError) as wrong:
        error = str(wrong)
    held = _Held(None, loaded, error)
    held.stamp = stamp(_files(path, held), texts)
    return held
