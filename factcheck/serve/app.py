"""The API: a text scanned, the registry's claims, the rules; each answer is JSON."""

from __future__ import annotations

import datetime
import hashlib
import inspect
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from factcheck.check.rules import RULES
from factcheck.errors import ReadError
from factcheck.escape import json_literal
from factcheck.language.lexicon import languages
from factcheck.read.endings import check_ending
from factcheck.serve.claims import claim_object, listed_object
from factcheck.serve.current import Current
from factcheck.serve.guard import LOCAL, Guard
from factcheck.serve.openapi import document
from factcheck.serve.work import BusyError, LostError, Text
from factcheck.show.search import find
from factcheck.version import VERSION

NAME = "draft.md"
"""What a text is called whose name is not told."""
_KEYS = {"text", "name", "date", "language"}
Answer = Callable[[Request], Awaitable[Response]]


def create_app(
    current: Current,
    *,
    hosts: frozenset[str] = LOCAL,
    origins: frozenset[str] = frozenset(),
    token: str = "",
    root_path: str = "",
) -> Guard:
    """The ASGI application: `current` has the registry and the processes; see `Guard` for the rest."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        current.crew.close()

    routes = [
        Route("/healthz", _with(current, _health)),
        Route("/api/scan", _with(current, _scan), methods=["POST"]),
        Route("/api/claims", _with(current, _claims)),
        Route("/api/claims/{id:path}", _with(current, _claim)),
        Route("/api/rules", _with(current, _rules)),
        Route("/api/rules/{name}", _with(current, _rule)),
        Route("/openapi.json", _with(current, _described(root_path))),
    ]
    cors = Middleware(
        CORSMiddleware, allow_origins=sorted(origins), allow_methods=["GET", "POST"],
        allow_headers=["authorization", "content-type"],
    )  # fmt: skip
    app = Starlette(
        routes=routes,
        middleware=[cors] if origins else [],
        exception_handlers={HTTPException: _refused, Exception: _failed},
        lifespan=lifespan,
    )
    return Guard(app, hosts, origins, token)


Handler = Callable[[Current, Request], Awaitable[Response]]


def _with(current: Current, handler: Handler) -> Answer:
    async def answer(request: Request) -> Response:
        return await handler(current, request)

    return answer


async def _health(current: Current, _: Request) -> Response:
    crew = await current.now()
    claims = len(crew.registry.claims)
    told = {"status": "ok", "version": VERSION, "claims": claims, "error": current.error}
    return JSONResponse(told)


async def _scan(current: Current, request: Request) -> Response:
    text = await _text(request)
    try:
        report = await (await current.now()).report(text)
    except BusyError:
        raise HTTPException(503, "too many texts are being read: ask again", {"retry-after": "1"}) from None
    except LostError as error:
        raise HTTPException(500, str(error)) from None
    return Response(report, media_type="application/json", headers={"cache-control": "no-store"})


async def _text(request: Request) -> Text:
    """The text that is sent, as JSON or as the bytes of a file. Raises HTTPException for what is none."""
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return _checked(**_fields(body))
    return _checked(
        body, **{key: value for key, value in request.query_params.items() if key in _KEYS - {"text"}}
    )


def _fields(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        raise HTTPException(400, "the body is no JSON") from None
    if not isinstance(fields, dict) or "text" not in fields:
        raise HTTPException(422, 'send {"text": "…"}, with `name`, `date` and `language` if you like')
    if unknown := sorted(fields.keys() - _KEYS):
        raise HTTPException(
            422, f"no key is called {unknown[0][:100]!r} (there are: {', '.join(sorted(_KEYS))})"
        )
    for key, value in fields.items():
        if not isinstance(value, str) and not (value is None and key != "text"):
            raise HTTPException(422, f"`{key}` must be a text")
    return {"data": fields.pop("text").encode("utf-8", "replace")} | fields


def _checked(
    data: bytes, name: str | None = None, date: str | None = None, language: str | None = None
) -> Text:
    name = name or NAME
    if "\0" in name or len(name) > 255:
        raise HTTPException(422, "`name`: no file can be called that")
    try:
        check_ending(name)
    except ReadError as error:
        raise HTTPException(415, str(error)) from None
    if date and not _is_day(date):
        raise HTTPException(422, f"`date`: {date[:40]!r} is no day: write YYYY-MM-DD")
    if language and language not in languages():
        raise HTTPException(422, f"`language`: {language[:40]!r} is none of {', '.join(languages())}")
    return Text(data, name, date or None, language or None)


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


async def _claims(current: Current, request: Request) -> Response:
    claims = list((await current.now()).registry.claims)
    query = request.query_params.get("q", "").strip()
    found = find(query, claims) if query else claims
    return _kept(request, [listed_object(claim) for claim in found])


async def _claim(current: Current, request: Request) -> Response:
    name = request.path_params["id"]
    for claim in (await current.now()).registry.claims:
        if claim.id == name:
            return _kept(request, claim_object(claim))
    raise HTTPException(404, f"no claim is called {name[:100]!r}")


async def _rules(_: Current, request: Request) -> Response:
    return _kept(request, [{"name": rule.NAME, "severity": rule.SEVERITY} for rule in RULES])


async def _rule(_: Current, request: Request) -> Response:
    name = request.path_params["name"]
    for rule in RULES:
        if name == rule.NAME:
            page = inspect.cleandoc(rule.__doc__ or "")
            return _kept(request, {"name": name, "severity": rule.SEVERITY, "page": page})
    raise HTTPException(404, f"no rule is called {name[:100]!r}")


def _described(root_path: str) -> Handler:
    async def answer(_: Current, request: Request) -> Response:
        return _kept(request, document(root_path))

    return answer


def _kept(request: Request, content: object) -> Response:
    """An answer that a client may keep, and that is not sent again while it is the same."""
    body = json_literal(json.dumps(content, ensure_ascii=False, allow_nan=False)).encode()
    mark = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"etag": mark, "cache-control": "no-cache"}
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if mark in known:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, error.status_code, error.headers)


async def _failed(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": f"internal error: {type(error).__name__} (this is a bug)"}, 500)
