"""A request as the text that it sends; what is none is told."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from factcheck.errors import ReadError
from factcheck.language.lexicon import languages
from factcheck.read.endings import check_ending
from factcheck.serve.work import Text

NAME = "draft.md"
"""What a text is called whose name is not told."""
_KEYS = {"text", "name", "date", "language"}


async def asked(request: Request) -> Text:
    """The text that is sent, as JSON or as the bytes of a file. Raises HTTPException for what is none."""
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return checked(**_fields(body))
    return checked(
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


def checked(
    data: bytes, name: str | None = None, date: str | None = None, language: str | None = None
) -> Text:
    """A text under a name that tells its format. Raises HTTPException for what cannot be scanned."""
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


async def sent(given: FormData, told: Mapping[str, str]) -> Text:
    """The file that was sent, else the text that was pasted."""
    file = given.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return checked(await file.read(), file.filename, told.get("date"))
    if not told.get("text", "").strip():
        raise HTTPException(422, "there is no text: paste one, or choose a file")
    return checked(told["text"].encode("utf-8", "replace"), None, told.get("date"))
