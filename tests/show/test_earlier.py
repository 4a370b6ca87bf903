"""The registry as of a git revision: real repositories, and one that would run something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.model import Registry
from factcheck.show.earlier import registry_at
from tests.show.conftest import Git

WHOLE = """\
include: [more/*.yaml]
tables: {gates: {from: gates.csv, id: "gate-{n}", title: "Height of gate {n}", value: "{m} m"}}
claims: {seats: "Seats in the hall: 300"}
"""


def put(git: Git, message: str, **files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/").replace("_", "."))
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    git("add", "-A")
    git("commit", "-qm", message)


def told(registry: Registry) -> dict[str, list[str]]:
    return {claim.id: [value.text for value in claim.values] for claim in registry.claims}


@pytest.fixture
def kept(git: Git) -> Git:
    """A repository with a registry of several files, a commit, and all of it changed since."""
    put(
        git, "whole", claims_yaml=WHOLE, more__old_yaml="claims: {rafts: 'Rafts: 12'}", gates_csv="n,m\nA,3\n"
    )
    Path("more/old.yaml").unlink()
    put(git, "later", claims_yaml=WHOLE.replace("300", "310"), more__new_yaml="claims: {keys: 'Keys: 2'}",
        gates_csv="n,m\nA,4\n")  # fmt: skip
    return git


@pytest.mark.parametrize("path", ["claims.yaml", "./more/../claims.yaml"])
def test_with_what_it_included_then_and_its_tables(kept: Git, path: str) -> None:  # noqa: ARG001
    assert told(registry_at("HEAD~1", path)) == {"seats": ["300"], "rafts": ["12"], "gate-A": ["3 m"]}
    assert told(registry_at("HEAD", path)) == {"seats": ["310"], "keys": ["2"], "gate-A": ["4 m"]}


def test_of_a_folder(kept: Git) -> None:  # noqa: ARG001
    assert told(registry_at("HEAD~1", "more")) == {"rafts": ["12"]}


def test_what_others_have_done_since_is_no_change_of_ours(kept: Git) -> None:
    kept("switch", "-qc", "ours")
    put(kept, "ours", claims_yaml=WHOLE.replace("300", "320"))
    kept("switch", "-q", "main")
    put(kept, "theirs", claims_yaml=WHOLE.replace("300", "330"))
    kept("switch", "-q", "ours")
    assert told(registry_at("main", "claims.yaml"))["seats"] == ["310"]


REFUSED = [
    ("HED", "claims.yaml", "--since: .* has no revision 'HED'"),
    ("--help", "claims.yaml", "--since: .* has no revision '--help'"),
    ("HEAD~2", "claims.yaml", "--since: claims.yaml was not there at HEAD~2"),
    ("HEAD", "/", "--since: .*not a git repository"),
    ("bad", "claims.yaml", r"bad:claims.yaml:1:9: .*\n--since: the registry cannot be read as it was at bad"),
]


@pytest.mark.parametrize(("rev", "path", "why"), REFUSED)
def test_what_cannot_be_done_is_told(kept: Git, rev: str, path: str, why: str) -> None:
    put(kept, "broken", claims_yaml="claims: [3]")
    kept("tag", "bad")
    put(kept, "mended", claims_yaml=WHOLE)
    with pytest.raises(FactcheckError) as caught:
        registry_at(rev.replace("HEAD", "HEAD~2") if rev.startswith("HEAD") and path != "/" else rev, path)
    assert re.search(why.replace("HEAD~2", r"HEAD~2~2"), str(caught.value))
    assert "/tmp/" not in str(caught.value).replace(str(Path.cwd()), "")


def test_a_link_in_the_past_leads_nowhere(kept: Git) -> None:
    Path("more/new.yaml").unlink()
    Path("more/new.yaml").symlink_to("/etc/hostname")
    put(kept, "a link")
    with pytest.raises(FactcheckError, match="finds no file"):
        registry_at("HEAD", "claims.yaml")


def test_nothing_is_run(kept: Git, sprung: Path) -> None:  # noqa: ARG001
    assert told(registry_at("HEAD", "claims.yaml"))["seats"] == ["310"]
    assert not sprung.exists()
