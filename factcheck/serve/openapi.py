"""The OpenAPI document of the API (https://spec.openapis.org/oas/v3.1.1); tests hold the server to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from factcheck.language.lexicon import languages
from factcheck.read.endings import ENDINGS
from factcheck.version import VERSION

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_DAY: Schema = {"type": "string", "format": "date"}
_NAME: Schema = {
    "type": "string",
    "pattern": rf"^[^\x00]*[^\x00./~]\.({'|'.join(ending[1:] for ending in ENDINGS)})$",
    "maxLength": 255,
}
_LANGUAGE: Schema = {"enum": list(languages())}


def document(root_path: str = "", *, edit: bool = False) -> Schema:
    """The document, for an API that a proxy serves below a path; `edit`, of a server that takes answers."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "factcheck", "version": VERSION, "description": _ABOUT},
        "servers": [{"url": root_path or "/"}],
        "security": [{}, {"token": []}],
        "paths": _paths() | (_EDITING if edit else {}),
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"report": _report(), "claim": _CLAIM, "error": _object(error=_TEXT)},
        },
    }


_ABOUT = "Holds a text against a newsroom's registry of claims."


def _paths() -> Schema:
    return {
        "/healthz": _get("Whether it works, and what is wrong with the registry", _HEALTH),
        "/api/scan": {"post": _SCAN},
        "/api/claims": _get("The registry's claims", _array(_LISTED), _query("q", "words near a claim's")),
        "/api/claims/{id}": _get("A claim", _ref("claim"), _in_path("id"), missing=True),
        "/claims": _shown(
            "The registry's claims, as a page", "text/html", _query("q", "words near a claim's")
        ),
        "/claims/{id}": _shown("A claim, as a page", "text/html", _in_path("id"), missing=True),
        "/factcheck.js": _shown("A module that marks findings in an editor's page", "text/javascript"),
        "/api/rules": _get("The rules", _array(_RULE)),
        "/api/rules/{name}": _get("A rule's page, in Markdown", _PAGE, _in_path("name"), missing=True),
    }


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _query(name: str, what: str, schema: Schema | None = None) -> Schema:
    return {"name": name, "in": "query", "description": what, "schema": schema or _TEXT}


def _in_path(name: str) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": _TEXT}


def _json(what: str, schema: Schema) -> Schema:
    return {"description": what, "content": {"application/json": {"schema": schema}}}


def _shown(what: str, kind: str, *parameters: Schema, missing: bool = False) -> Schema:
    """What is a text of some kind, for people or browsers."""
    told: Schema = _get(what, _TEXT, *parameters, missing=missing)
    told["get"]["responses"]["200"] = {"description": what, "content": {kind: {"schema": _TEXT}}}
    return told


def _get(what: str, schema: Schema, *parameters: Schema, missing: bool = False) -> Schema:
    responses = {"200": _json(what, schema), "304": {"description": "It is what you have (If-None-Match)"}}
    codes = ["401", "403", "421", *(["404"] if missing else [])]
    return {"get": {"summary": what, "parameters": [*parameters], "responses": responses | _errors(codes)}}


_WHY: Mapping[str, str] = {
    "400": "The body is not what it says to be",
    "401": "The token is missing or another",
    "403": "Pages of this origin, or without this server's key, may not ask",
    "404": "There is none",
    "409": "Another program has changed the registry meanwhile",
    "413": "The request is too large",
    "415": "No reader takes a file of this name",
    "421": "No such host here",
    "422": "A field is wrong",
    "500": "The text could not be checked",
    "503": "Too many texts are being read",
}


def _errors(codes: list[str]) -> Schema:
    return {code: _json(_WHY[code], _ref("error")) for code in codes}


_VALUE = _object(value=_TEXT, as_of=_MAYBE, until=_MAYBE, source=_MAYBE, url=_MAYBE)
_LISTED = _object(id=_TEXT, title=_TEXT, kind=_TEXT, values=_TEXT, as_of=_MAYBE)
_CLAIM = _object(
    id=_TEXT,
    title=_TEXT,
    kind={"enum": ["quantity", "date", "name", "statement"]},
    unit=_MAYBE,
    rating=_MAYBE,
    tolerance={"type": "number"},
    competing={"type": "boolean"},
    match=_array(_TEXT),
    exclude=_array(_TEXT),
    **{"not": _array(_TEXT)},
    context=_array(_TEXT),
    part_of=_MAYBE,
    values=_array(_VALUE),
)
_RULE = _object(name=_TEXT, severity={"enum": ["error", "warning", "info"]})
_PAGE = _object(name=_TEXT, severity={"enum": ["error", "warning", "info"]}, page=_TEXT)
_HEALTH = _object(status=_TEXT, version=_TEXT, claims={"type": "integer"}, error=_TEXT)
_FIELDS: Schema = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {"text": _TEXT, "name": _NAME, "date": _DAY, "language": _LANGUAGE},
}
_SCAN: Schema = {
    "summary": "Hold a text against the registry: the JSON report",
    "parameters": [
        _query("name", "of the file whose bytes are sent; its ending tells the format", _NAME),
        _query("date", "of a text that gives none (YYYY-MM-DD)", _DAY),
        _query("language", "of a text that names none", _LANGUAGE),
    ],
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": _FIELDS},
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
        },
    },
    "responses": {"200": _json("The report", _ref("report"))}
    | _errors(["400", "401", "403", "413", "415", "421", "422", "500", "503"]),
}


def _answer(what: str, fields: Schema) -> Schema:
    """A form that a page sends with the key that it holds."""
    body = {"application/x-www-form-urlencoded": {"schema": fields}}
    shown = _json("What was written, a line each", _object(number={"type": "integer"}, told=_TEXT))
    shown["content"]["text/html"] = {"schema": _TEXT}
    codes = ["400", "401", "403", "409", "413", "421", "422", "500"]
    answers = {"200": shown} | _errors(codes)
    return {
        "post": {"summary": what, "requestBody": {"required": True, "content": body}, "responses": answers}
    }


_EDITING: Schema = {
    "/answers": _answer(
        "Say that a phrase tells of a claim (yes), or that a sentence is not about it (no)",
        _object(key=_TEXT, answer={"enum": ["yes", "no"]}, claim=_TEXT, phrase=_TEXT, sentence=_TEXT),
    ),
    "/answers/undo": _answer("Take an answer back", _object(key=_TEXT, number={"type": "integer"})),
}


def _report() -> Schema:
    """The report's schema, its definitions where references from this document find them."""
    text = files("factcheck.report").joinpath("report.schema.json").read_text("utf-8")
    schema: Schema = json.loads(text.replace('"#/$defs/', '"#/components/schemas/report/$defs/'))
    return {key: value for key, value in schema.items() if key not in ("$schema", "$id")}
