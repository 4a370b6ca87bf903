"""The JSON Schema of claims.yaml, for editors' completion; the loader alone decides what is valid."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def claims_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) as shipped in the package."""
    schema: dict[str, Any] = json.loads(files(__package__).joinpath("claims.schema.json").read_text("utf-8"))
    return schema
