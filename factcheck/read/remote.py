"""What lies at addresses, fetched through fsspec (the extra `remote`), which is imported here alone.

An address is told without its secrets, and what a library says of it is not told at all: it may hold them.
"""

from __future__ import annotations

from typing import Any

from factcheck.errors import ReadError
from factcheck.read.addresses import is_web, shown
from factcheck.read.drained import bounded, drained
from factcheck.read.globs import is_pattern
from factcheck.read.limits import Limits

_EXTRA = "addresses take an extra: pip install 'factlint[remote]'"


def load(address: str, limits: Limits) -> bytes:
    """The bytes at an address. Raises ReadError where they cannot be fetched, or are more than an article may
    take of memory."""
    try:
        files, place = _opened(address)
        # a stream in the web needs no question about its size first
        how = {"size": 1, "block_size": 0} if is_web(address) and "::" not in address else {}
        with files.open(place, "rb", **how) as file:
            data = drained(file, limits)
    except ReadError:
        raise
    except Exception as error:  # each kind of address has a library with errors of its own
        raise ReadError(f"{shown(address)}: {_why(error)}") from None
    return bounded(shown(address), data, limits)


def below(address: str) -> list[str]:
    """The addresses of the files that an address stands for, sorted: a file itself, all in a folder, all that
    a pattern matches. In the web it is always itself. Raises ReadError where nothing is there."""
    if is_web(address):
        return [address.partition("#")[0]]
    try:
        files, place = _opened(address)
        found = _below(files, place)
    except ReadError:
        raise
    except Exception as error:  # as above
        raise ReadError(f"{shown(address)}: {_why(error)}") from None
    if not found:
        raise ReadError(f"{shown(address)}: no such file or folder, or an empty one (check the spelling)")
    return sorted(_address(address, place, one) for one in found)


def _below(files: Any, place: str) -> list[str]:
    if files.isfile(place):
        return [place]
    if not is_pattern(place) or files.isdir(place):
        return list(files.find(place))
    matched = files.glob(place, detail=True)
    folders = [name for name, info in matched.items() if info["type"] == "directory"]
    inside = (name for folder in folders for name in files.find(folder))
    return list(dict.fromkeys((*(name for name in matched if name not in folders), *inside)))


def _address(address: str, place: str, found: str) -> str:
    """The address of what was found at an address whose own place is called so. Raises ReadError where that
    cannot be told."""
    chain = address.split("::")
    at = next(number for number, link in enumerate(chain) if "://" in link)
    core, link = place.strip("/"), chain[at].rstrip("/")
    if not link.endswith(core):
        raise ReadError(f"{shown(address)}: its files have no addresses of their own: name each of them")
    start = link[: len(link) - len(core)] if core else f"{chain[at].removesuffix('/')}/"
    chain[at] = start + found.lstrip("/")
    return "::".join(chain)


def _opened(address: str) -> tuple[Any, str]:
    """The file system of an address, and its place in it. Raises ReadError where none is known."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise ReadError(f"{shown(address)}: {_EXTRA}") from None
    if address.lower().startswith("file:"):
        raise ReadError(f"{shown(address)}: a file here (name it without `file://`)")
    try:
        files, place = url_to_fs(address)
    except ImportError as error:  # "Install s3fs to access S3"
        raise ReadError(f"{shown(address)}: {error}") from None
    except ValueError:
        raise ReadError(f"{shown(address)}: no such kind of address (there is https://, s3://, …)") from None
    return files, str(place)


def _why(error: Exception) -> str:
    """What went wrong, in words that hold no part of the address."""
    if isinstance(error, FileNotFoundError):
        return "no such file (check the spelling)"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(status := getattr(error, "status", None), int):
        return f"the server answers {status}"
    told = error.strerror if isinstance(error, OSError) and error.errno else None
    return f"could not be fetched: {told or type(error).__name__}"
