"""What the fuzzer has found stays mended, and what it begins from is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robust.holds import TARGETS
from tests.robust.seeds import SEEDS

FOUND = sorted(path for path in (Path(__file__).parent / "found").iterdir() if path.name[0] != ".")


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path) -> None:
    target, _, _ = path.name.rpartition("-")
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_what_it_begins_from_is_sound(target: str) -> None:
    assert SEEDS[target]
    for seed in SEEDS[target]:
        TARGETS[target](seed)
