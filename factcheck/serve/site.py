"""What the handlers of requests share: the registry, who writes into it, whose articles are looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from factcheck.serve.answers import Answers
from factcheck.serve.current import Current
from factcheck.serve.shell import View, preferred
from factcheck.serve.uses import Uses
from factcheck.serve.work import BusyError, LostError, Text


@dataclass(frozen=True, slots=True)
class Site:
    """The registry and its crew; what takes answers, and the articles whose uses are told, where there are
    such; the language of the pages (empty: each reader's own) and the path below which they are served."""

    current: Current
    answers: Answers | None = None
    uses: Uses | None = None
    language: str = ""
    root_path: str = ""

    def view(self, request: Request) -> View:
        """How pages are shown to who asks."""
        code = self.language or preferred(request.headers.get("accept-language", ""))
        return View(code, self.root_path, self.answers.key if self.answers else "")

    async def report(self, text: Text) -> str:
        """The report on a text. Raises HTTPException where there is none."""
        try:
            return await (await self.current.now()).report(text)
        except BusyError:
            why = "too many texts are being read: ask again"
            raise HTTPException(503, why, {"retry-after": "1"}) from None
        except LostError as error:
            raise HTTPException(500, str(error)) from None


Handler = Callable[[Site, Request], Awaitable[Response]]


def kept(request: Request, body: bytes, kind: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that a client may keep, and that is not sent again while it is the same."""
    mark = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    told = {**(headers or {}), "etag": mark, "cache-control": "no-cache"}
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if mark in known:
        return Response(status_code=304, headers=told)
    return Response(body, media_type=kind, headers=told)
