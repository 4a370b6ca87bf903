"""The files that a newsroom begins with: a registry of drafts, settings, examples for a commit and for CI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import indent

from factcheck.config.toml import toml
from factcheck.suggest.drafts import Draft
from factcheck.suggest.write import yaml

REGISTRY = "claims.yaml"
SETTINGS = "factcheck.toml"
EXAMPLES = "factcheck-examples"
"""The folder of what is to be copied to where it works."""
FIRST = 30
"""How many drafts a new registry has at most: those that come first."""
_HEAD = """\
# The facts that articles are held against, drafted by `factcheck init` from {count}: nobody has
# checked them yet. Of each claim keep the values that are right, and mend its title and its phrases; or
# delete it. `factcheck scan` then shows who says otherwise.
"""
_NONE = """\
# The facts that articles are held against. In the articles no figure stands twice, so this is an example:
# write your own in its place.
claims:
  ships: "Ships lost in the storm: 12 / 14"
"""
_SETTINGS = """\
# What factcheck always does here. Every long option of `factcheck scan --help` may stand here, by its name.
paths = {paths}
claims = {claims}
# exclude = ["drafts/"]        # patterns as in a .gitignore
# fail-on = "warning"          # from which severity on a scan ends with 1
"""
_HOOKS = """\
# An example of .pre-commit-config.yaml (https://pre-commit.com): copy it to the root of the repository.
repos:
  - repo: https://git.example.org/tools/factcheck   # where you have factcheck from
    rev: v{version}
    hooks:
      - id: factcheck-all               # every article, when the registry or the settings change
        fail_fast: true
      - id: factcheck                   # the articles of the commit
        args: [--changed-since, HEAD]   # leave alone what was wrong before
"""
_GITHUB = """\
# An example for GitHub: copy it to .github/workflows/factcheck.yml.
on: [push, pull_request]
jobs:
  facts:
    runs-on: ubuntu-latest
    permissions: {{contents: read}}
    steps:
      - uses: actions/checkout@v4
        with: {{persist-credentials: false}}
      - uses: example/factcheck@v{version}   # where you have factcheck from
        with:
          paths: |
{paths}
"""
_GITLAB = """\
# An example for GitLab: copy it into .gitlab-ci.yml.
facts:
  image: python:3.11
  script:
    - pip install "factlint @ git+https://git.example.org/tools/factcheck"   # where you have it from
    - factcheck scan --report gitlab=facts.json --report junit=facts.xml
  artifacts:
    when: always
    reports: {codequality: facts.json, junit: facts.xml}
"""


def files(drafts: Sequence[Draft], articles: int, paths: Sequence[str], version: str) -> Mapping[str, str]:
    """The files to begin with, by name: `drafts` were made of so many `articles`, which stand in `paths`."""
    written = [path if path.isprintable() else "." for path in paths]
    return {
        REGISTRY: registry(drafts, articles),
        SETTINGS: _SETTINGS.format(paths=toml(list(paths)), claims=toml(REGISTRY)),
        f"{EXAMPLES}/pre-commit-config.yaml": _HOOKS.format(version=version),
        f"{EXAMPLES}/github.yml": _GITHUB.format(version=version, paths=indent("\n".join(written), " " * 12)),
        f"{EXAMPLES}/gitlab.yml": _GITLAB,
    }


def registry(drafts: Sequence[Draft], articles: int) -> str:
    """A new registry of the first of some drafts."""
    return (
        _HEAD.format(count=f"{articles:,} article{'s'[: articles != 1]}") + "\n" + yaml(drafts[:FIRST])
        if drafts
        else _NONE
    )
