"""SECURITY.md: that a command opens no socket, starts no program and writes nothing, and that each promise is
tested."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shell import ROOT

WATCH = """
import json, os, sys
seen = []

def told(event, args):
    writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes and args[0] != os.devnull:
        seen.append([event, str(args[0])])
    elif event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        seen.append([event, str(args)])
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"):
        seen.append([event, os.path.basename(str(args[0]))])
    elif event in ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "pickle.find_class", "ctypes.dlopen"):
        seen.append([event, str(args)])

sys.addaudithook(told)
from factcheck.cli.main import run
code = run(sys.argv[1:])
sys.stdout.flush()
sys.stderr.write("\\n" + json.dumps([code, seen]))
"""
PAGE = """<!DOCTYPE html><html><head><meta http-equiv="refresh" content="0;url=http://localhost/">
<link rel="stylesheet" href="http://localhost/a.css"><script src="http://localhost/a.js"></script></head>
<body><article><p>The final drew 59,000 spectators, the league said, and it rained on all of them.</p>
<img src="http://localhost/a.png"><iframe src="http://localhost/"></iframe></article></body></html>"""
FEED = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e SYSTEM "http://localhost/x"><!ENTITY f SYSTEM
"file:///etc/hostname">]><rss version="2.0"><channel><item><title>&e;&f;</title></item></channel></rss>"""
NOTE = """---
title: !!python/object/apply:os.system ["touch sprung"]
---
The final drew 59,000 spectators. ![x](http://localhost/a.png) `$(touch sprung)` {{ 7*7 }}

<?php system('x') ?>
"""
REGISTRY = """claims:
  crowd: {title: Spectators at the final, values: [{value: 61k, source: {name: A, url: "http://localhost/"}}]}
"""
HARMLESS: dict[str, str] = {"a.html": PAGE, "b.xml": FEED, "c.md": NOTE, "claims.yaml": REGISTRY}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder of articles that would fetch, run or write something, if anything of them were obeyed."""
    for name, text in HARMLESS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def watched(folder: Path, *args: str) -> tuple[int, list[list[str]]]:
    """The exit code of a command, and what it did that leads outside, as Python itself tells it (PEP 578)."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", WATCH, *args]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=120)
    code, seen = json.loads(done.stderr.splitlines()[-1])
    return code, seen


@pytest.mark.parametrize(
    "args",
    [
        "scan a.html b.xml c.md",
        "scan a.html --format table --changed-since nothing",
        "scan a.html --format json -v --strict",
        "claim crowd --articles a.html",
        "explain a.html:3",
        "read a.html",
        "baseline show",
    ],
)
def test_a_command_leads_nowhere_outside(desk: Path, args: str) -> None:
    before = {path: path.read_bytes() for path in desk.iterdir()}
    _, seen = watched(desk, *args.split())
    git = ["subprocess.Popen", "git"]
    pipes = [["open", str(number)] for number in range(3, 20)]  # to git: they have no name
    assert [row for row in seen if row != git and row not in pipes] == []
    assert (git in seen) == ("--changed-since" in args)
    assert {path: path.read_bytes() for path in desk.iterdir()} == before


def test_it_writes_what_it_is_asked_for_and_nothing_else(desk: Path) -> None:
    before = {*desk.iterdir()}
    code, seen = watched(desk, "scan", "a.html", "--report", "json=facts.json")
    assert code == 1
    assert {*desk.iterdir()} - before == {desk / "facts.json"}
    assert {event for event, _ in seen} >= {"open", "os.rename"}, "the watch sees"


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system", "!!python/name:os.system", "!include", "!ENV"]
)
def test_a_registry_makes_no_object(desk: Path, tag: str) -> None:
    (desk / "claims.yaml").write_text(
        f"claims:\n  a: {{title: A, values: [{tag} [touch sprung]]}}\n", "utf-8"
    )
    code, seen = watched(desk, "scan", "a.html")
    assert (code, seen) == (2, [])
    assert not (desk / "sprung").exists()


PROMISES = re.findall(r"^\| \*\*(.+?)\.\*\* .* \| (.+) \|$", (ROOT / "SECURITY.md").read_text("utf-8"), re.M)


@pytest.mark.parametrize(("promise", "tests"), PROMISES)
def test_each_promise_is_tested(promise: str, tests: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", tests)
    assert named, promise
    for name in named:
        assert "\ndef test_" in (ROOT / name).read_text("utf-8")


def test_the_promises_are_all_there_and_found() -> None:
    assert {name for name, _ in PROMISES} >= {
        "No network",
        "No foreign code",
        "Text is inert",
        "Sizes are bounded",
    }
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text("utf-8")
