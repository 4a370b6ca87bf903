"""Published schemas, and what holds a document against one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator


@cache
def _validator(name: str) -> Draft202012Validator:
    schema = json.loads(Path(__file__).with_name(f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def valid(name: str, text: str) -> Any:
    """The document of a text in JSON, which the schema NAME.json takes."""
    document = json.loads(text)
    _validator(name).validate(document)
    return document
