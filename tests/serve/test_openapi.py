"""The server does what its OpenAPI document says, for whatever is sent (schemathesis)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from factcheck.serve.app import create_app
from factcheck.serve.openapi import document
from tests.serve.conftest import REGISTRY, site_of

HOST = {"host": "localhost"}
OPERATIONS = [(path, method) for path, methods in document(edit=True)["paths"].items() for method in methods]


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_the_server_keeps_its_promises(tmp_path: Path, path: str, method: str) -> None:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    app = create_app(site_of(tmp_path / "claims.yaml", edit=True))
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)

    @given(schema[path][method].as_strategy())
    @settings(max_examples=30, suppress_health_check=list(HealthCheck))
    def keeps(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(headers=HOST)

    keeps()
