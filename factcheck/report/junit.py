"""JUnit XML, which CI servers show as a list of tests: https://github.com/testmoapp/junitxml.

An article is a suite, a finding a test that failed, a suppressed finding one that was skipped; an
article without findings is one test that passed. Names hold no line numbers: a server that compares
two runs by name sees what is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.etree import ElementTree as ET

from factcheck.escape import visible
from factcheck.model import Finding, Report
from factcheck.report.summary import told


def to_junit(report: Report) -> str:
    """The report as XML; what could not be read is an error in a suite of its own."""
    root = ET.Element("testsuites", name="factcheck")
    for path, findings in _by_article(report).items():
        cases = list(_cases(path, findings)) or [_case(path, "no findings")]
        root.append(_suite(path, cases))
    if report.errors:
        root.append(_suite("factcheck", [_unread(error) for error in report.errors]))
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _by_article(report: Report) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {article.path: [] for article in report.articles}
    for finding in chain(report.findings, report.suppressed):
        grouped.setdefault(finding.path, []).append(finding)
    return grouped


def _suite(name: str, cases: Iterable[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", name=visible(name))
    suite.extend(cases)
    _count(suite)
    return suite


def _count(suite: ET.Element) -> None:
    tags = Counter(element.tag for element in suite.iter())
    for name, tag in {
        "tests": "testcase",
        "failures": "failure",
        "errors": "error",
        "skipped": "skipped",
    }.items():
        suite.set(name, str(tags[tag]))


def _cases(path: str, findings: Iterable[Finding]) -> Iterator[ET.Element]:
    seen: Counter[str] = Counter()
    for finding in findings:
        name = told(finding.rule, finding.claim)
        seen[name] += 1
        case = _case(path, name if seen[name] == 1 else f"{name} ({seen[name]})", finding.line)
        case.append(_outcome(finding))
        yield case


def _case(path: str, name: str, line: int = 1) -> ET.Element:
    return ET.Element(
        "testcase", name=visible(name), classname=visible(path), file=visible(path), line=str(line)
    )


def _outcome(finding: Finding) -> ET.Element:
    if finding.suppression:
        return ET.Element("skipped", message=visible(finding.suppression.reason))
    failure = ET.Element("failure", type=finding.severity, message=visible(finding.message))
    place = f"{finding.path}:{finding.line}:{finding.column}: {finding.severity} {finding.message}"
    failure.text = f"{visible(place)}\n{visible(finding.sentence)}\n"
    return failure


def _unread(error: str) -> ET.Element:
    case = ET.Element("testcase", name=visible(error), classname="factcheck")
    case.append(ET.Element("error", type="unreadable", message=visible(error)))
    return case
