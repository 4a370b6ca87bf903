"""factcheck, the linter for facts: checks articles against a newsroom's registry of claims.

    from factcheck import load_registry, scan
    report = scan(["articles/"], load_registry("claims.yaml"))

Names are imported when they are first used, so that `factcheck --version` loads nothing.
"""

TYPE_CHECKING = False  # as in typing, without importing it
if TYPE_CHECKING:
    from factcheck.errors import FactcheckError, ReadError, RegistryError
    from factcheck.model import Claim, Finding, Mention, Registry, Report
    from factcheck.registry.load import load_registry
    from factcheck.run.article import ScanOptions
    from factcheck.run.explain import explain
    from factcheck.run.scan import scan
    from factcheck.run.stream import stream

_HOMES = {
    "Claim": "model",
    "FactcheckError": "errors",
    "Finding": "model",
    "Mention": "model",
    "ReadError": "errors",
    "Registry": "model",
    "RegistryError": "errors",
    "Report": "model",
    "ScanOptions": "run.article",
    "explain": "run.explain",
    "load_registry": "registry.load",
    "scan": "run.scan",
    "stream": "run.stream",
}

__all__ = [
    "Claim",
    "FactcheckError",
    "Finding",
    "Mention",
    "ReadError",
    "Registry",
    "RegistryError",
    "Report",
    "ScanOptions",
    "explain",
    "load_registry",
    "scan",
    "stream",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    return getattr(import_module(f"factcheck.{_HOMES[name]}"), name)
