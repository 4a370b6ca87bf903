"""What holds of every format."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from factcheck.cli.scan import command
from factcheck.report.formats import FORMATS, render
from tests.report.samples import SAMPLE, WHOLE

HERE = "/desk/paper"


@pytest.mark.parametrize("style", FORMATS)
def test_a_report_is_rendered_the_same_way_each_time(style: str) -> None:
    text = render(style, WHOLE, HERE)
    assert text == render(style, WHOLE, HERE)
    assert text.endswith("\n")
    assert "ferry-passengers" in text
    assert HERE not in text


@pytest.mark.parametrize("style", FORMATS)
def test_the_help_names_it(style: str) -> None:
    (option,) = (param for param in command.params if param.name == "style")
    assert style in re.findall(r"\w+", getattr(option, "help", "") or "")


def test_a_table_in_a_file_knows_of_no_exit_code() -> None:
    assert "exit" not in render("table", SAMPLE, HERE)


def test_nothing_is_imported_before_it_is_needed() -> None:
    program = "import sys, factcheck.report.formats; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert not {"rich", "xml.etree.ElementTree", "factcheck.report.sarif"} & set(done.stdout.split())
