"""The language files: YAML in a checkout, JSON that holds the same in the package that is built of it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from factcheck.language.tables import names, table

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a wheel of this checkout is unpacked into."""
    folder = tmp_path_factory.mktemp("built")
    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(folder / "dist"), versions=["standard"]))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_has_each_file_once_and_the_checkout_no_copy(built: Path) -> None:
    def endings(folder: Path) -> set[str]:
        return {path.suffix for path in (folder / "factcheck" / "language").iterdir()} - {"", ".py"}

    assert (endings(built), endings(ROOT)) == ({".json"}, {".yaml"})
    assert names(built / "factcheck" / "language") == names() >= {"en", "es", "fr", "units", "contrasts"}


@pytest.mark.parametrize("name", sorted(names()))
def test_what_is_built_holds_the_same_in_the_same_order(name: str, built: Path) -> None:
    assert repr(table(name, built / "factcheck" / "language")) == repr(table(name))


def test_what_is_built_reports_what_the_checkout_does(built: Path) -> None:
    here, there = (scanned(folder) for folder in (ROOT, built))
    assert here == there
    assert b'"findings"' in here


def scanned(package: Path) -> bytes:
    """The report of the sample by the package in a folder."""
    start = f"import sys; sys.path[0] = {str(package)!r}; from factcheck.__main__ import main; main()"
    call = [sys.executable, "-c", start, "scan", "articles/", "--format", "json"]
    return subprocess.run(call, cwd=ROOT, capture_output=True, check=False).stdout


def test_yaml_goes_where_there_are_both(tmp_path: Path) -> None:
    (tmp_path / "xx.json").write_text('{"no": "stale"}')
    assert table("xx", tmp_path) == {"no": "stale"}
    (tmp_path / "xx.yaml").write_text("no: on")
    assert table("xx", tmp_path) == {"no": "on"}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        table("xx", tmp_path)
