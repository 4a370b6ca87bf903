"""What programs ask: a text scanned, the registry's claims, the rules, the module for an editor's page."""

from __future__ import annotations

import asyncio
import inspect
import json

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.check.rules import RULES
from factcheck.escape import json_literal
from factcheck.model import Claim
from factcheck.report.claim_json import claim_object, listed_object
from factcheck.serve.openapi import document
from factcheck.serve.shell import own
from factcheck.serve.site import Site, kept
from factcheck.serve.texts import asked
from factcheck.show.search import find
from factcheck.version import VERSION


async def health(site: Site, _: Request) -> Response:
    """Whether it works, and what is wrong with the registry."""
    crew = await site.current.now()
    claims = len(crew.registry.claims)
    told = {"status": "ok", "version": VERSION, "claims": claims, "error": site.current.error}
    return JSONResponse(told)


async def scan(site: Site, request: Request) -> Response:
    """The JSON report on a text."""
    report = await site.report(await asked(request))
    return Response(report, media_type="application/json", headers={"cache-control": "no-store"})


async def found(site: Site, request: Request) -> list[Claim]:
    """The claims of the registry, or those that `?q=` finds."""
    claims = list((await site.current.now()).registry.claims)
    query = request.query_params.get("q", "").strip()
    return await asyncio.to_thread(find, query, claims) if query else claims


async def named(site: Site, request: Request) -> Claim:
    """The claim that the path names. Raises HTTPException where there is none."""
    name = request.path_params["id"]
    for claim in (await site.current.now()).registry.claims:
        if claim.id == name:
            return claim
    raise HTTPException(404, f"no claim is called {name[:100]!r}")


async def claims(site: Site, request: Request) -> Response:
    """The claims in a list."""
    return _json(request, [listed_object(claim) for claim in await found(site, request)])


async def claim(site: Site, request: Request) -> Response:
    """One claim."""
    return _json(request, claim_object(await named(site, request)))


async def rules(_: Site, request: Request) -> Response:
    """The rules in a list."""
    return _json(request, [{"name": rule.NAME, "severity": rule.SEVERITY} for rule in RULES])


async def rule(_: Site, request: Request) -> Response:
    """A rule's page."""
    name = request.path_params["name"]
    for one in RULES:
        if name == one.NAME:
            page = inspect.cleandoc(one.__doc__ or "")
            return _json(request, {"name": name, "severity": one.SEVERITY, "page": page})
    raise HTTPException(404, f"no rule is called {name[:100]!r}")


async def described(site: Site, request: Request) -> Response:
    """The OpenAPI document."""
    return _json(request, document(site.root_path, edit=site.answers is not None))


async def script(_: Site, request: Request) -> Response:
    """The module that marks findings in an editor's page."""
    return kept(request, own("factcheck.js").encode(), "text/javascript; charset=utf-8")


def _json(request: Request, content: object) -> Response:
    body = json_literal(json.dumps(content, ensure_ascii=False, allow_nan=False)).encode()
    return kept(request, body, "application/json")
