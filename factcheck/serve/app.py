"""The application: which address is answered by whom."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from factcheck.serve import api, pages
from factcheck.serve.form import refusal
from factcheck.serve.guard import LOCAL, Guard
from factcheck.serve.shell import HEADERS
from factcheck.serve.site import Handler, Site


class _Any(PathConvertor):
    """What may stand at the end of an address: an id may hold slashes, and even the end of a line."""

    regex = r"[\s\S]*"


register_url_convertor("any", _Any())


def create_app(
    site: Site, *, hosts: frozenset[str] = LOCAL, origins: frozenset[str] = frozenset(), token: str = ""
) -> Guard:
    """The ASGI application of a site; see `Guard` for who may ask."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        site.current.crew.begin()
        yield
        site.current.crew.close()
        if site.uses:
            site.uses.close()

    cors = Middleware(
        CORSMiddleware, allow_origins=sorted(origins), allow_methods=["GET", "POST"],
        allow_headers=["authorization", "content-type"],
    )  # fmt: skip
    app = Starlette(
        routes=_routes(site),
        middleware=[cors] if origins else [],
        exception_handlers={HTTPException: _refused(site), Exception: _failed},
        lifespan=lifespan,
    )
    return Guard(app, hosts, origins, token)


def _routes(site: Site) -> list[Route]:
    def get(path: str, handler: Handler) -> Route:
        return Route(path, _with(site, handler))

    def post(path: str, handler: Handler) -> Route:
        return Route(path, _with(site, handler), methods=["POST"])

    editing = [post("/answers", pages.answered), post("/answers/undo", pages.undone)]
    return [
        get("/", pages.blank),
        post("/", pages.checked),
        get("/claims", pages.claims),
        get("/claims/{id:any}", pages.claim),
        *(editing if site.answers else []),
        get("/healthz", api.health),
        post("/api/scan", api.scan),
        get("/api/claims", api.claims),
        get("/api/claims/{id:any}", api.claim),
        get("/api/rules", api.rules),
        get("/api/rules/{name}", api.rule),
        get("/openapi.json", api.described),
        get("/factcheck.js", api.script),
    ]


def _with(site: Site, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            return await handler(site, request)
        except ClientDisconnect:  # nobody is there to be answered
            return Response(status_code=400)

    return answer


def _refused(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    """What says why not: to a browser as a page, to a program as JSON."""

    async def told(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if "text/html" in request.headers.get("accept", ""):
            page = refusal(error.detail, site.view(request))
            return HTMLResponse(page, error.status_code, HEADERS | dict(error.headers or {}))
        return JSONResponse({"error": error.detail}, error.status_code, error.headers)

    return told


async def _failed(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": f"internal error: {type(error).__name__} (this is a bug)"}, 500)
