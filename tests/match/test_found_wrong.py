"""Figures that differ from the claim that they are about, and what leads to it; beside what stands as near
and is about another thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.match.scenes import explained

REGISTRY = """\
    sources:
      harbour-trust: {name: Harbour Trust}
      auditors: {name: Court of Auditors, aliases: [the auditors, la Cour des comptes]}
    claims:
      pier:
        title: Cost of the Larne pier
        match: [cost of the Larne pier, coût de la jetée de Larne, coste del muelle de Larne]
        values: [{value: €41M, source: harbour-trust}, {value: €58M, source: auditors}]
      swimmers:
        title: Swimmers registered for the Larne crossing
        match: [swimmers registered for the Larne crossing, nageurs inscrits à la traversée de Larne]
        values: [{value: 3 400}]
      depth: {title: Depth of the Larne channel, values: [26 m]}
    """


def given(folder: Path, language: str, text: str, figure: str) -> str | None:
    """The claim that a figure of a text's last line may be about, if any."""
    mention = explained(folder, REGISTRY, text, language)[figure].mention
    return mention.claim


@pytest.mark.parametrize(
    ("language", "text", "figure", "claim"),
    [
        # it leans on the figure before
        ("en", "The cost of the Larne pier is put at €41m. A year on, it is €97m.", "97m", "pier"),
        ("en", "The cost of the Larne pier is put at €41m. A year on, 97 boats moor there.", "97", None),
        ("en", "The Larne pier cost €41m. It is out of use. Crews rest. They eat. It is €97m.", "97m", None),
        ("fr", "Le coût de la jetée de Larne est de 41 M€. Depuis, on parle de 97 M€.", "97 M", "pier"),
        ("fr", "Le coût de la jetée de Larne est de 41 M€. Depuis, 97 bateaux y sont venus.", "97", None),
        ("es", "El coste del muelle de Larne es de 41 M€. Hoy se habla de 97 M€.", "97 M", "pier"),
        ("es", "El coste del muelle de Larne es de 41 M€. Hoy hay 97 barcos.", "97", None),
        # who says so is the claim's source
        (
            "en",
            "Larne wants its pier.\n\nWork starts in May. Its cost? €92m, the auditors say.",
            "92m",
            "pier",
        ),
        ("en", "Larne wants its pier.\n\nWork starts in May. Its cost? €92m, the mayor says.", "92m", None),
        ("en", "Larne wants its pier.\n\nWork starts in May. Its boats? 92, the auditors say.", "92", None),
        # the paragraph before leads its table in
        (
            "en",
            "Swimmers registered for the Larne crossing:\n\n| Swimming men | 3,612 |",
            "3,612",
            "swimmers",
        ),
        ("en", "Trains late on the Brindle line:\n\n| Swimming men | 3,612 |", "3,612", None),
        (
            "en",
            "Swimmers registered for the Larne crossing:\n\n## Trains\n\n| Swimming men | 3,612 |",
            "3,612",
            None,
        ),
        ("fr", "Nageurs inscrits à la traversée de Larne :\n\n| Nageurs | 3 612 |", "3 612", "swimmers"),
    ],
)
def test_what_leads_to_a_claim(
    tmp_path: Path, language: str, text: str, figure: str, claim: str | None
) -> None:
    assert given(tmp_path, language, text, figure) == claim
