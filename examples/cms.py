"""What a content management system may do before it publishes: ask `factcheck` about a draft.

python examples/cms.py NAME DAY < DRAFT     the day (2025-11-12) is the one on which it will appear
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

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
    findings: list[dict[str, Any]] = json.loads(done.stdout)["findings"]  # 3: no sentence, no finding
    return findings


def main(name: str, day: str) -> int:
    """Check what comes on standard input; 0: publish, 1: an editor must look, 2: nobody knows."""
    try:
        findings = check(sys.stdin.buffer.read(), name, day)
    except NotCheckedError as error:
        print(f"not checked: {error}", file=sys.stderr)
        return 2
    for finding in findings:
        print(f"{finding['severity']}, line {finding['line']}: {finding['message']}")
        print(f"    {finding['sentence']}")
    return int(any(finding["severity"] == "error" for finding in findings))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
