"""What people ask: a text checked, the registry's claims, an answer written."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import Any, cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from factcheck.errors import FactcheckError, RegistryError
from factcheck.model import Claim, Registry
from factcheck.registry.past import rows_in
from factcheck.serve.answers import Answers, Said, Written
from factcheck.serve.api import found, named
from factcheck.serve.browse import Beside, claim_page, listing
from factcheck.serve.form import form
from factcheck.serve.guard import MOST
from factcheck.serve.shell import HEADERS
from factcheck.serve.site import Site
from factcheck.serve.texts import sent
from factcheck.serve.written import written_page
from factcheck.show.history import History, history

LONGEST = 4_000
"""How many characters an answer may add to the registry."""


async def blank(site: Site, request: Request) -> Response:
    """The page on which a text is pasted."""
    return await _form(site, request, {})


async def checked(site: Site, request: Request) -> Response:
    """What a person sends by that page: the HTML report, or the page with what was wrong."""
    async with request.form(max_files=1, max_part_size=MOST) as given:
        told = {key: value for key, value in given.items() if isinstance(value, str)}
        try:
            text = await sent(given, told)
            report = await site.report(replace(text, view=site.view(request)))
        except HTTPException as error:
            return await _form(site, request, told, error.detail, error.status_code)
    return HTMLResponse(report, headers=HEADERS)


async def _form(
    site: Site, request: Request, given: Mapping[str, str], wrong: str = "", status: int = 200
) -> Response:
    claims = len((await site.current.now()).registry.claims)
    made = form(claims, given, site.view(request), wrong, site.current.error)
    return HTMLResponse(made, status, headers=HEADERS)


async def claims(site: Site, request: Request) -> Response:
    """The claims, or those near some words."""
    query = request.query_params.get("q", "").strip()
    made = listing(await found(site, request), query, site.view(request), site.current.error)
    return HTMLResponse(made, headers=HEADERS)


async def claim(site: Site, request: Request) -> Response:
    """A claim's chart, values, history and uses."""
    wanted = await named(site, request)
    registry = site.current.crew.registry
    reading = await site.uses.look(registry) if site.uses else False
    past = await asyncio.to_thread(_past, wanted, registry)
    beside = Beside(past, site.uses.report if site.uses else None, reading)
    return HTMLResponse(claim_page(wanted, beside, site.view(request)), headers=HEADERS)


def _past(claim: Claim, registry: Registry) -> History | str:
    """A claim's history, or why there is none."""
    path = claim.path or registry.path
    try:
        if path in registry.tables:
            return history(path, claim.id, rows_in(registry.path, path))
        return history(path, claim.id)
    except (FactcheckError, OSError) as error:
        return str(error)


async def answered(site: Site, request: Request) -> Response:
    """An answer, written into the registry."""
    answers, told = await _signed(site, request)
    said = {"yes": "phrase", "no": "sentence"}.get(told.get("answer", ""), "")
    words = " ".join(told.get(said, "").split())
    if not words or len(words) > LONGEST or not told.get("claim"):
        raise HTTPException(422, "an answer is yes with a `phrase` or no with a `sentence`, of a `claim`")
    giving = answers.give(cast(Said, told["answer"]), told["claim"], words)
    return await _written(site, request, giving)


async def undone(site: Site, request: Request) -> Response:
    """An answer taken back."""
    answers, told = await _signed(site, request)
    number = told.get("number", "")
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise HTTPException(422, "`number` is that of an answer")
    return await _written(site, request, answers.undo(int(number)))


async def _signed(site: Site, request: Request) -> tuple[Answers, dict[str, str]]:
    """What a form of ours holds. Raises HTTPException for any other."""
    assert site.answers
    async with request.form(max_files=0, max_fields=20) as given:
        told = {key: value for key, value in given.items() if isinstance(value, str)}
    if not hmac.compare_digest(told.get("key", "").encode("utf-8", "replace"), site.answers.key.encode()):
        raise HTTPException(
            403, "this page was made before the server was started anew: check the text again"
        )
    return site.answers, told


async def _written(site: Site, request: Request, writing: Coroutine[Any, Any, Written]) -> Response:
    """What was written, for the page's script or as a page of its own."""
    try:
        written = await writing
    except RegistryError as error:
        raise HTTPException(422, str(error)) from None
    except FactcheckError as error:
        raise HTTPException(409, str(error)) from None
    except OSError as error:
        raise HTTPException(500, f"the registry cannot be written: {error.strerror or error}") from None
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"number": written.number, "told": written.told}, headers=HEADERS)
    return HTMLResponse(written_page(written, site.view(request)), headers=HEADERS)
