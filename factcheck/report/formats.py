"""The formats of a report: what each is for, what renders it, and where its paths begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from factcheck.model import Report, Sort
from factcheck.report.places import Base, relocated
from factcheck.show.order import ordered


@dataclass(frozen=True, slots=True)
class Format:
    """A format. `renderer` is `module:function`, from a Report to text; its module is loaded when used.

    `base` is what the paths in it are relative to: as they were `given`, the working `folder`, or the
    root of the `repository`, for what a server reads that knows the repository only. `people` read it, in
    the order in which they mend; a program reads a finding a row, by path."""

    purpose: str
    renderer: str
    base: Base = "given"
    people: bool = False


FORMATS: Mapping[str, Format] = {
    "table": Format("tables, for people", "table:to_text", people=True),
    "full": Format(
        "each figure with its sentence, its claim's values and what to do", "full:to_text", people=True
    ),
    "concise": Format("one finding a line, for logs, editors and grep", "concise:concise"),
    "markdown": Format("a comment for a pull request", "markdown:to_markdown", "repository", people=True),
    "json": Format("everything that was read and found, for programs", "json:to_json"),
    "jsonl": Format("one finding a line as JSON, for pipes", "jsonl:to_jsonl"),
    "mentions": Format("one mention of a claim a line as JSON, for tables", "mentions:to_mentions"),
    "sarif": Format("SARIF 2.1.0, for code scanning and editors", "sarif:to_sarif", "repository"),
    "github": Format("annotations in GitHub Actions", "github:to_commands", "repository"),
    "gitlab": Format("GitLab's code quality report", "gitlab:to_gitlab", "repository"),
    "junit": Format("JUnit XML, for test panes", "junit:to_junit", "repository"),
    "rdjsonl": Format("reviewdog's diagnostic format", "rdjsonl:to_rdjsonl", "folder"),
    "html": Format("a page to look at: the articles, marked", "html.page:to_html", people=True),
}


def render(name: str, report: Report, folder: str, sort: Sort = "gravity") -> str:
    """A report in a format; `folder` is the (absolute) working directory that its paths start from, `sort`
    the order of what people read."""
    form = FORMATS[name]
    report = ordered(report, sort) if form.people else report
    module, _, function = form.renderer.partition(":")
    renderer = cast(Callable[[Report], str], getattr(import_module(f"factcheck.report.{module}"), function))
    return renderer(relocated(report, folder, form.base))
