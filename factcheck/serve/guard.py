"""Who may ask, and how much: before anything of a request is looked at.

A page of another site that the browser has open may send requests to this machine: so the host that is asked
for must be ours (https://owasp.org/www-community/attacks/DNS_rebinding), and where a page asks, its origin
must be ours or allowed. No cookie is ever looked at.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST = 10_000_000
"""Bytes that a request may hold."""
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True, slots=True)
class Guard:
    """An application behind a door: the hosts by which it may be asked for (empty: any), the origins of other
    pages that may ask, and the token that must be shown (empty: none)."""

    app: ASGIApp
    hosts: frozenset[str] = LOCAL
    origins: frozenset[str] = frozenset()
    token: str = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, why = self._refused(scope)
        if status:
            await JSONResponse({"error": why}, status)(scope, receive, send)
            return
        await self.app(scope, _bounded(receive), send)

    def _refused(self, scope: Scope) -> tuple[int, str]:
        """The status and the reason of a request that is not passed on; 0 for one that is."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self.hosts and _name(host) not in self.hosts:
            return 421, f"no such host here: {host[:100]!r} (--allow-host)"
        origin = headers.get("origin")
        if origin is not None and origin not in self.origins and origin.partition("://")[2] != host:
            return 403, f"pages of {origin[:100]!r} may not ask (--allow-origin)"
        if _length(headers) > MOST:
            return 413, _TOO_LARGE
        if self.token and scope["path"].startswith("/api/") and scope["method"] != "OPTIONS":
            given = headers.get("authorization", "").removeprefix("Bearer ")
            if not hmac.compare_digest(given.encode(), self.token.encode()):
                return 401, "the token is missing or another: send `Authorization: Bearer TOKEN`"
        return 0, ""


_TOO_LARGE = f"a request may hold {MOST:,} bytes"


def _name(host: str) -> str:
    """A host without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isdecimal() and len(told) < 20 else MOST + 1


def _bounded(receive: Receive) -> Receive:
    """What stops where more comes than is announced."""
    held = 0

    async def bounded() -> Message:
        nonlocal held
        message = await receive()
        held += len(message.get("body", b""))
        if held > MOST:
            raise HTTPException(413, _TOO_LARGE)
        return message

    return bounded
