"""JUnit XML, which CI servers show as a list of tests: https://github.com/testmoapp/junitxml.

An article is a suite, a finding a test that failed, a suppressed finding one that was skipped; an
article without findings is one test that passed. Names hold no line numbers: a server that compares
two runs by name sees what is new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from xml.etree import ElementTree as ET

from factcheck.escape import visible
from factcheck.model import Finding, Report, Unchecked
from factcheck.report.summary import told

_OTHERS = "factcheck"
"""The suite of what is no article that was read."""


def to_junit(report: Report) -> str:
    """The report as XML; what could not be read is an error in a suite of its own, what was not checked is
    in the output of its article's suite."""
    root = ET.Element("testsuites", name="factcheck")
    articles = _by_article(report)
    unchecked: dict[str, list[Unchecked]] = defaultdict(list)
    for row in report.unchecked:
        unchecked[row.path if row.path in articles else _OTHERS].append(row)
    for path, findings in articles.items():
        cases = list(_cases(path, findings)) or [_case(path, "no findings")]
        root.append(_suite(path, cases, unchecked[path]))
    if report.errors or unchecked[_OTHERS]:
        root.append(_suite(_OTHERS, [_unread(error) for error in report.errors], unchecked[_OTHERS]))
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _by_article(report: Report) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {article.path: [] for article in report.articles}
    for finding in chain(report.findings, report.suppressed):
        grouped.setdefault(finding.path, []).append(finding)
    return grouped


def _suite(name: str, cases: Iterable[ET.Element], unchecked: Sequence[Unchecked] = ()) -> ET.Element:
    suite = ET.Element("testsuite", name=visible(name))
    suite.extend(cases)
    if unchecked:
        told = (f"{row.path}:{row.line}: not checked ({row.kind}): {row.reason}" for row in unchecked)
        ET.SubElement(suite, "system-out").text = "".join(f"{visible(line)}\n" for line in told)
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
