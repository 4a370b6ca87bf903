"""Who may ask, and how much: before anything of a request is looked at.

A page of another site that the browser has open may send requests to this machine: so the host that is asked
for must be ours (https://owasp.org/www-community/attacks/DNS_rebinding), and where a page asks, its origin
must be ours, or allowed, which opens to it what programs ask and none of the pages. No cookie is ever looked
at; a token is shown by a program (Bearer) or by a browser that has asked for it (Basic, as the password:
https://www.rfc-editor.org/rfc/rfc7617).
"""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST = 10_000_000
"""Bytes that a request may hold."""
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
OPEN = frozenset({"/healthz", "/openapi.json", "/factcheck.js"})
"""What holds nothing of the registry, and takes no token."""


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
        try:
            self._check(scope, _path(scope))
        except HTTPException as refused:
            headers = {**(refused.headers or {}), **self._readable(scope)}
            told = JSONResponse({"error": refused.detail}, refused.status_code, headers)
            await told(scope, receive, send)
            return
        await self.app(scope, _bounded(receive), send)

    def _readable(self, scope: Scope) -> dict[str, str]:
        """What lets a page of an allowed origin read why it is refused."""
        origin = Headers(scope=scope).get("origin")
        return {"access-control-allow-origin": origin, "vary": "origin"} if origin in self.origins else {}

    def _check(self, scope: Scope, path: str) -> None:
        """Raise HTTPException for a request that is not passed on."""
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        for_programs = path.startswith("/api/") or path in OPEN
        if not scope["query_string"].isascii():  # https://www.rfc-editor.org/rfc/rfc3986#section-2
            raise HTTPException(400, "the address holds bytes that none may hold: write them as %XX")
        if self.hosts and _name(host) not in self.hosts:
            raise HTTPException(421, f"no such host here: {host[:100]!r} (--allow-host)")
        if origin is not None and not (origin in self.origins and for_programs) and _other(origin, host):
            raise HTTPException(403, f"pages of {origin[:100]!r} may not ask (--allow-origin)")
        if _length(headers) > MOST:
            raise HTTPException(413, _TOO_LARGE)
        if self.token and path not in OPEN and scope["method"] != "OPTIONS":
            self._ask(headers, "Bearer" if for_programs else 'Basic realm="factcheck", charset="UTF-8"')

    def _ask(self, headers: Headers, how: str) -> None:
        """Ask for the token."""
        if not hmac.compare_digest(_shown(headers.get("authorization", "")), self.token.encode()):
            why = "the token is missing or another: send `Authorization: Bearer TOKEN`"
            raise HTTPException(401, why, {"www-authenticate": how})


def _path(scope: Scope) -> str:
    """The path below the one at which a proxy serves us."""
    root, path = scope.get("root_path", "").rstrip("/"), str(scope["path"])
    return path.removeprefix(root) if path.startswith(f"{root}/") else path


def _shown(authorization: str) -> bytes:
    """The token that a header shows."""
    scheme, _, told = authorization.partition(" ")
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(told, validate=True).partition(b":")[2]
        except ValueError:
            return b""
    return (told if scheme.lower() == "bearer" else authorization).encode("latin-1")  # as it came


def _other(origin: str, host: str) -> bool:
    return origin.partition("://")[2] != host


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
