"""The page, and the API: a text scanned, the registry's claims, the rules."""

from __future__ import annotations

import hashlib
import hmac
import inspect
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from factcheck.check.rules import RULES
from factcheck.escape import json_literal
from factcheck.serve.claims import claim_object, listed_object
from factcheck.serve.current import Current
from factcheck.serve.form import NO_STORE, form, headers
from factcheck.serve.guard import LOCAL, MOST, Guard
from factcheck.serve.openapi import document
from factcheck.serve.texts import asked, sent
from factcheck.serve.work import BusyError, LostError, Text
from factcheck.show.search import find
from factcheck.version import VERSION

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
        Route("/", _with(current, _page(token))),
        Route("/", _with(current, _checked_page(token)), methods=["POST"]),
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


async def _report(current: Current, text: Text) -> str:
    """The report on a text. Raises HTTPException where there is none."""
    try:
        return await (await current.now()).report(text)
    except BusyError:
        raise HTTPException(503, "too many texts are being read: ask again", {"retry-after": "1"}) from None
    except LostError as error:
        raise HTTPException(500, str(error)) from None


async def _scan(current: Current, request: Request) -> Response:
    report = await _report(current, await asked(request))
    return Response(report, media_type="application/json", headers={"cache-control": "no-store"})


def _page(token: str) -> Handler:
    async def answer(current: Current, _: Request) -> Response:
        return await _form(current, token, {})

    return answer


def _checked_page(token: str) -> Handler:
    """What a person sends by the page: the HTML report, or the page with what was wrong."""

    async def answer(current: Current, request: Request) -> Response:
        async with request.form(max_files=1, max_part_size=MOST) as given:
            told = {key: value for key, value in given.items() if isinstance(value, str)}
            try:
                if token and not hmac.compare_digest(told.get("token", "").encode(), token.encode()):
                    raise HTTPException(401, "the token is missing or another")
                report = await _report(current, replace(await sent(given, told), style="html"))
            except HTTPException as error:
                return await _form(current, token, told, error.detail, error.status_code)
        return HTMLResponse(report, headers=NO_STORE)

    return answer


async def _form(
    current: Current, token: str, given: Mapping[str, str], wrong: str = "", status: int = 200
) -> Response:
    claims = len((await current.now()).registry.claims)
    return HTMLResponse(form(claims, bool(token), given, wrong), status, headers=headers())


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
    told = document(root_path)

    async def answer(_: Current, request: Request) -> Response:
        return _kept(request, told)

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
