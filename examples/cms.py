"""What a content management system may do before it publishes: ask `factcheck` about a draft.

python examples/cms.py NAME DAY < DRAFT            the day (2025-11-12) is the one on which it will appear
python examples/cms.py NAME DAY SERVER < DRAFT     the same of `factcheck serve` (http://127.0.0.1:8765)

The first starts the command for each draft. The second asks a server that is there already, and answers
sooner; its token, where it has one, is read from FACTCHECK_TOKEN.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

COMMAND = ("factcheck", "scan", "-", "--format", "json")
SECONDS = 60


class NotCheckedError(Exception):
    """The draft could not be checked; the text says why, for those who run the system."""


def check(draft: bytes, name: str, day: str) -> list[dict[str, Any]]:
    """The findings in a draft, see `factcheck/report/report.schema.json`.

    `name` is what the findings call it; its ending (.md, .txt) tells the format. Raises NotCheckedError.
    """
    command = [*COMMAND, f"--stdin-filename={name}", f"--date={day}"]
    try:
        done = subprocess.run(command, input=draft, capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotCheckedError(str(error)) from error
    if done.returncode not in (0, 1, 3):  # 2, or it was killed
        raise NotCheckedError(done.stderr.decode("utf-8", "replace"))
    return _findings(done.stdout)  # 3: no sentence, no finding


def ask(draft: bytes, name: str, day: str, server: str) -> list[dict[str, Any]]:
    """The same of `factcheck serve`, by the address of that. Raises NotCheckedError."""
    token = os.environ.get("FACTCHECK_TOKEN")
    headers = {"content-type": "application/octet-stream"}
    headers |= {"authorization": f"Bearer {token}"} if token else {}
    address = f"{server.rstrip('/')}/api/scan?{urlencode({'name': name, 'date': day})}"
    try:
        with urlopen(Request(address, draft, headers), timeout=SECONDS) as answer:
            return _findings(answer.read())
    except HTTPError as error:
        raise NotCheckedError(f"{server}: {error.read(1000).decode('utf-8', 'replace')}") from error
    except (OSError, ValueError) as error:
        raise NotCheckedError(f"{server}: {error}") from error


def _findings(report: bytes) -> list[dict[str, Any]]:
    told = json.loads(report)
    if told["summary"]["errors"]:
        raise NotCheckedError("; ".join(told["summary"]["errors"]))
    findings: list[dict[str, Any]] = told["findings"]
    return findings


def main(name: str, day: str, server: str = "") -> int:
    """Check what comes on standard input; 0: publish, 1: an editor must look, 2: nobody knows."""
    draft = sys.stdin.buffer.read()
    try:
        findings = ask(draft, name, day, server) if server else check(draft, name, day)
    except NotCheckedError as error:
        print(f"not checked: {error}", file=sys.stderr)
        return 2
    for finding in findings:
        print(f"{finding['severity']}, line {finding['line']}: {finding['message']}")
        print(f"    {finding['sentence']}")
    return int(any(finding["severity"] == "error" for finding in findings))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
