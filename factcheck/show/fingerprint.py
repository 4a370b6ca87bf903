"""What makes a finding the same finding tomorrow: what it says, wherever in the article it stands."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256

from factcheck.model import Finding, Known

LENGTH = 20


def normalised(text: str) -> str:
    """A text as it is compared with an earlier version of itself: NFC, its white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def stands(sentence: str, text: str) -> bool:
    """Whether a sentence stood in an earlier text, and was not a piece of a longer one.

    `13 died.` does not stand in `It is not true that 13 died.`: what comes before it on its line, or after
    a sentence without a full stop, is no word.
    """
    words = normalised(sentence).split(" ")
    follows = r"(?!\w| \w)" if words[-1][-1:].isalnum() else ""
    pattern = r"(?<![\w,])(?<![\w,] )" + r"\s+".join(map(re.escape, words)) + follows
    return re.search(pattern, _single_spaced(text)) is not None


@lru_cache(maxsize=8)
def _single_spaced(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", unicodedata.normalize("NFC", text))


def fingerprint(finding: Finding | Known, path: str | None = None) -> str:
    """Hexadecimal digits for a finding's rule, path (or the one given), claim, sentence, value and registry.

    No line, no time and no wording is in it: a finding that moves stays the same; one whose sentence is
    edited, or whose claim is corrected in the registry, is another. Two in one sentence may share it.
    """
    parts = (
        finding.rule,
        finding.path if path is None else path,
        finding.claim,
        normalised(finding.sentence),
        finding.value,
        finding.expected,
    )
    return sha256(json.dumps(parts).encode()).hexdigest()[:LENGTH]


def distinct(findings: Iterable[Finding]) -> Iterator[str]:
    """The fingerprint of each finding, and `-2`, `-3` … after it where an earlier one has the same: one of
    the same article, whose findings of a rule come together."""
    seen: Counter[str] = Counter()
    path = ""
    for finding in findings:
        if finding.path != path:
            seen.clear()
            path = finding.path
        mark = fingerprint(finding)
        seen[mark] += 1
        yield mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"
