"""Which file is the configuration, and where in it a key stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config.file import find, read
from factcheck.config.toml import named, toml
from factcheck.errors import ConfigError

OURS = "[tool.factcheck]\njobs = 2\n"
OTHERS = "[tool.ruff]\nline-length = 99\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, None),
        ({"a/b/factcheck.toml": ""}, "factcheck.toml"),
        ({"a/b/factcheck.toml": "", "a/b/pyproject.toml": OURS}, "factcheck.toml"),
        ({"a/b/pyproject.toml": OURS, "a/factcheck.toml": ""}, "pyproject.toml"),
        ({"a/b/pyproject.toml": OTHERS, "a/factcheck.toml": ""}, "../factcheck.toml"),
        ({"a/b/pyproject.toml": "is no TOML", "factcheck.toml": ""}, "../../factcheck.toml"),
        ({"a/b/pyproject.toml": "# factcheck\n", "factcheck.toml": ""}, "../../factcheck.toml"),
        ({"a/factcheck.toml": "", "a/.git/HEAD": ""}, "../factcheck.toml"),
        ({"factcheck.toml": "", "a/.git/HEAD": ""}, None),  # it is another repository's
        ({"factcheck.toml": "", "a/.git": "gitdir: elsewhere"}, None),
    ],
)
def test_the_nearest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], found: str | None
) -> None:
    here = tmp_path / "a" / "b"
    here.mkdir(parents=True)
    (tmp_path / ".git").mkdir()  # nothing above the test's own folder
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(here)
    file = find(here)
    assert (file and file.path) == found


TEXT = """\
# settings
"jobs" = 2
select = [
  "outdated",  # a = b
]

[ severity ]   # by rule
outdated = "off"

[per-file."old/**"]
ignore = ["unsourced"]
severity.disputed = "info"
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("jobs",), 2),
        (("select",), 3),
        (("severity",), 7),
        (("severity", "outdated"), 8),
        (("severity", "none"), 7),
        (("per-file", "old/**"), 10),
        (("per-file", "old/**", "ignore"), 11),
        (("per-file", "old/**", "severity", "disputed"), 12),
        (("per-file", "old/**", "severity", "outdated"), 12),
        (("nothing",), None),
    ],
)
@pytest.mark.parametrize(("name", "above"), [("factcheck.toml", 0), ("pyproject.toml", 3)])
def test_a_key_has_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, above: int, keys: tuple[str, ...], line: int
) -> None:
    monkeypatch.chdir(tmp_path)
    text = TEXT
    if above:
        text = "[project]\nname = 'x'\n[tool.factcheck]\n" + text.replace(
            "[ severity", "[tool.factcheck.severity"
        )
        text = text.replace("[per-file", "[tool.factcheck.per-file")
    Path(name).write_text(text, "utf-8")
    assert read(Path(name)).place(*keys) == (f"{name}:{line + above}" if line else name)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("factcheck.toml", b"jobs = x", "factcheck.toml:1:8: is no TOML: Invalid value"),
        (
            "factcheck.toml",
            b"jobs = 2\njobs = 3\n",
            "factcheck.toml:2:9: is no TOML: Cannot overwrite",
        ),
        ("factcheck.toml", b"# caf\xe9\n", "factcheck.toml: is not UTF-8: save it as UTF-8"),
        ("gone.toml", None, "gone.toml: No such file or directory"),
        ("pyproject.toml", b"[tool.ruff]\n", "pyproject.toml: has no table [tool.factcheck]"),
        ("pyproject.toml", b"tool.factcheck = 3", "pyproject.toml: tool.factcheck must be a table"),
        ("pyproject.toml", b"[tool.factcheck\n", "pyproject.toml:1:16: is no TOML: Expected ']'"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path(name).write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        read(Path(name))
    assert str(caught.value).startswith(message)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("\ufeffjobs = 2\n", "utf-8")
    assert read(tmp_path / "factcheck.toml").settings == {"jobs": 2}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (3, "3"),
        ('é "x"\\\n\x1b\u202e', '"é \\"x\\"\\\\\\n\\u001b\\u202e"'),
        (["a", 1], '["a", 1]'),
        ({"a b": 1, "c": []}, '{"a b" = 1, c = []}'),
    ],
)
def test_toml(value: object, written: str) -> None:
    assert toml(value) == written


def test_named() -> None:
    assert named(["per-file", "old/**", "ignore"]) == 'per-file."old/**".ignore'
