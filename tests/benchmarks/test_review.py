"""What answers teach, measured: on a topic of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.review import STEPS, _thinned, measured

CLAIMS = """\
claims:
  planted:
    title: Lime trees planted by the council
    match:
      - limes in the ground
    values: [{value: "3,400", as_of: 2025-01}]
  felled: {title: Poplars felled by the council, values: [210]}
  keys: "Keys of the vault: 987654"
"""
SENTENCE = "Volunteers set 3,400 limes in the ground along the river."


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    (tmp_path / "claims.yaml").write_text(CLAIMS, "utf-8")
    labels = []
    for number in (1, 2):
        name = f"en-0{number}.md"
        (tmp_path / name).write_text(f"---\nlang: en\ndate: 2025-06-01\n---\n\n{SENTENCE}\n", "utf-8")
        labels += [
            {"article": name, "language": "en"},
            {"article": name, "quote": SENTENCE, "figure": "3,400", "value": 3400, "claim": "planted",
             "verdict": "supported", "attribution": "unsourced"},
        ]  # fmt: skip
    (tmp_path / "labels.jsonl").write_text("".join(json.dumps(row) + "\n" for row in labels), "utf-8")
    return tmp_path


@pytest.mark.parametrize("text_order", [False, True])
def test_an_answer_in_one_article_catches_mistakes_in_the_other(topic: Path, text_order: bool) -> None:
    told = dict(measured(topic, thin=True, text_order=text_order))
    assert [*told] == list(STEPS)
    assert (told[0]["yes"], told[10]["yes"], told[10]["no"]) == (0, 2, 0)
    assert told[10]["caught"] > told[0]["caught"]
    assert told[10] == told[40]


def test_a_thin_registry_has_no_phrases() -> None:
    assert _thinned(CLAIMS) == (
        "claims:\n"
        "  planted:\n"
        "    title: Lime trees planted by the council\n"
        '    values: [{value: "3,400", as_of: 2025-01}]\n'
        "  felled: {title: Poplars felled by the council, values: [210]}\n"
        '  keys: "Keys of the vault: 987654"\n'
    )
