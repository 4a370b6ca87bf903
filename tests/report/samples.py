"""Hand-made reports: a harbour, a vaccine and a cup final, in the tones that a scan may have."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import (
    ArticleSummary,
    Attribution,
    Claim,
    Counts,
    Finding,
    Mention,
    Quantity,
    Related,
    Report,
    Severity,
    Source,
    Suppression,
    Unchecked,
    Value,
    Verdict,
)

HARBOUR = "articles/harbour.md"
VACCINE = "articles/vaccin.md"
FINAL = "articles/final.txt"
WEATHER = "articles/weather.md"

FERRY = (
    "After a night of searching with helicopters, divers and two dozen fishing boats lent by their owners, "
    "the coastguard said that 412 passengers had been aboard the ferry, and not the 380 of the manifest, "
    "which the company had handed over the evening before with an apology for its handwriting."
)
DOSES = "Quelque 2,4 millions de doses auraient été livrées avant l’été."
CROWD = "The final drew 61,000 spectators to the rebuilt stadium."

SOURCED = Attribution("sourced", "Football League")


def finding(
    *,
    rule: str = "discrepancy",
    severity: Severity = "error",
    path: str = HARBOUR,
    line: int = 12,
    column: int = 104,
    claim: str = "ferry-passengers",
    text: str = "412",
    sentence: str = FERRY,
    expected: str = "398 since 2025-03-02 (Harbour Board)",
    message: str = "says 412, registry 398 since 2025-03-02 (Harbour Board)",
    related: tuple[Related, ...] = (),
) -> Finding:
    """A finding whose mark is the first place of its text in its sentence."""
    start = max(sentence.find(text), 0)
    mark = (start, start + len(text))
    end = column + len(text)
    return Finding(
        *(rule, severity, claim, path, line, column, line, end, text, sentence, expected, message, related),
        mark,
        place=f"line {line}",
    )


def mention(
    *,
    path: str = FINAL,
    claim: str | None = "crowd",
    text: str = "61,000",
    sentence: str = CROWD,
    value: float | tuple[float, float] | str = 61000.0,
    verdict: Verdict | None = "supported",
    attribution: Attribution | None = SOURCED,
) -> Mention:
    """A mention whose sentence begins its article."""
    start = max(sentence.find(text), 0)
    number = value if isinstance(value, float) else None
    return Mention(
        path=path,
        line=1,
        column=start + 1,
        start=start,
        end=start + len(text),
        text=text,
        sentence=sentence,
        sentence_start=0,
        kind="name" if isinstance(value, str) else "quantity",
        value=value,
        low=number,
        high=number,
        unit=None,
        qualifier="exact",
        claim=claim,
        score=0.875 if claim else 0.0,
        verdict=verdict,
        attribution=attribution,
        at=(start, start + len(text)),
        said=text,
        place="line 1",
    )


SAMPLE = Report(
    articles=(
        ArticleSummary(FINAL, "", None, "en", 9, "2025-06-15"),
        ArticleSummary(HARBOUR, "What the ferry's manifest did not say", "2025-03-04", "en", 31),
        ArticleSummary(VACCINE, "Vaccins : le compte n’y est pas", "2025-06-11", "fr", 24),
        ArticleSummary(WEATHER, "Rain", "2025-06-12", "en", 12),
    ),
    mentions=(
        mention(),
        mention(path=HARBOUR, claim="ferry-passengers", text="412", sentence=FERRY, verdict="discrepancy"),
        mention(path=VACCINE, claim="doses", text="12 %", sentence="Le prix monte de 12 %.", value=12.0),
    ),
    findings=(
        finding(),
        finding(
            rule="contradiction",
            line=30,
            column=12,
            text="389",
            sentence="Of the 389 people aboard, all but four were brought ashore.",
            message="says 389 here but 412 in line 12, registry 398 since 2025-03-02 (Harbour Board)",
            related=(Related(HARBOUR, 12, 104, "412"), Related(VACCINE, 3, 1, "412")),
        ),
        finding(
            rule="outdated",
            severity="warning",
            line=31,
            column=5,
            claim="fleet",
            text="eleven ships",
            sentence="The line's eleven ships were inspected last year.",
            expected="9 since 2024-11 (Lloyd's)",
            message="says eleven ships, which was right until 2024-11, registry 9 since 2024-11 (Lloyd's)",
        ),
        finding(
            rule="vague-source",
            severity="info",
            path=VACCINE,
            line=7,
            column=9,
            claim="doses",
            text="2,4 millions",
            sentence=DOSES,
            expected="2.4 million since 2025-06 (ministère de la Santé) / 2.6 million since 2025-06 (OMS)",
            message="nobody is named as saying about 2,4 millions",
        ),
    ),
    counts=Counts(figures=31, dates=4, matched=12, claims=7, unmatched=19, furniture=2),
    unchecked=(Unchecked("no-date", FINAL, 1, "no date, judged as of today 2025-06-15"),),
)
WHOLE = replace(
    SAMPLE,
    errors=("articles/torn.md: not UTF-8",),
    suppressed=(
        replace(
            finding(line=20), suppression=Suppression("inline", "the manifest is quoted", HARBOUR, line=19)
        ),
        replace(finding(line=25), suppression=Suppression("baseline", "in the baseline")),
    ),
    unchecked=(
        Unchecked("linked-folder", "articles/archive", 1, "a link to a folder"),
        *SAMPLE.unchecked,
        Unchecked("no-reader", "articles/lock.docx", 1, "not a format that can be read"),
        Unchecked("no-reader", "articles/old/tide.html", 1, "not a format that can be read"),
        Unchecked("no-reader", "articles/tide.HTML", 1, "not a format that can be read"),
    ),
)
"""The sample, with what could not be read, what is suppressed and what was passed over."""

LEAGUE = Source("Football League", key="league", url="https://example.org/league")
CROWD_CLAIM = Claim(
    id="crowd",
    title="Spectators at the cup final",
    match=("spectators at the final", "spectateurs de la finale"),
    exclude=("televised", "télévisée"),
    unit="people",
    tolerance=0.05,
    values=(
        Value("48k", Quantity(48e3), as_of="2023-05-20", source=LEAGUE),
        Value("61k", Quantity(61e3), as_of="2024-05-18", source=LEAGUE, url="https://example.org/final-2024"),
        Value("~60k", Quantity(60e3, qualifier="about"), as_of="2025-05", source=Source("Stadium police")),
    ),
)
COACH_CLAIM = Claim(
    id="coach",
    title="Coach of the winners",
    kind="name",
    match=("coach of the winners",),
    values=(Value("Ana Petrović", name="Ana Petrović", also=("Ana Petrovic",), source=LEAGUE),),
)
RUMOUR_CLAIM = Claim(
    id="rumour",
    title="The final was moved for a concert",
    kind="statement",
    match=("the final was moved for a concert",),
    rating="false",
    values=(Value("", source=Source("Stadium Herald", url="https://example.org/herald")),),
)

THIN = "Some 48,000 spectators, 観客 from Osaka among them, watched the final in the stadium by the river."
COUNTED = replace(
    SAMPLE,
    articles=(
        ArticleSummary(FINAL, "", None, "en", 9, "2025-06-01"),
        ArticleSummary(HARBOUR, "The morning after", "2024-06-01", "en", 9, "2024-06-01"),
    ),
    findings=(
        replace(
            finding(rule="contradiction", path=FINAL, line=3, column=6, claim="crowd", text="Some 48,000",
                    sentence=THIN, message="says “Some 48,000” here but 61,000 in line 1",
                    related=(Related(FINAL, 1, 15, "61,000", CROWD, (15, 21)),)),
            mention=mention(text="48,000", sentence=THIN, value=48e3, attribution=Attribution("unsourced")),
        ),
        replace(
            finding(rule="outdated", severity="warning", path=FINAL, line=3, column=6, claim="crowd",
                    text="Some 48,000", sentence=THIN, message="says “Some 48,000”, registry ~60k"),
            mention=mention(text="48,000", sentence=THIN, value=48000.0),
        ),
        replace(
            finding(line=5, column=1, claim="rumour", text="The final was moved for a concert.",
                    sentence="The final was moved for a concert.", message="repeats a statement rated false"),
            mention=mention(value="false", attribution=Attribution("vague")),
        ),
        finding(rule="ignore", severity="warning", line=7, column=1, claim="", text="<!-- factcheck -->",
                sentence="<!-- factcheck -->", expected="", message="names no rule"),
    ),
    claims=(CROWD_CLAIM, COACH_CLAIM, RUMOUR_CLAIM),
)  # fmt: skip
"""Findings with all that `full` tells of them: who says so, the claim's values, the other side."""

SEATS = "Of its 62,000 seats, 1,000 stayed empty, and the gates opened in May."
ELSEWHERE = tuple(Related(HARBOUR, line, 1, "58,000") for line in (4, 5))


def _flagged(rule: str, severity: Severity, related: tuple[Related, ...] = ()) -> Finding:
    row = finding(rule=rule, severity=severity, path=FINAL, line=3, column=6, claim="crowd", text="48,000",
                  sentence=THIN, expected="61k since 2024 (the league)", related=related)  # fmt: skip
    return replace(row, mention=mention(text="48,000", sentence=THIN), lines=(3, 3), said="says 48,000")


def _seats(rule: str, severity: Severity, text: str, column: int) -> Finding:
    row = finding(rule=rule, severity=severity, path=FINAL, line=7, column=column, claim="seats", text=text,
                  sentence=SEATS, expected="61k")  # fmt: skip
    return replace(row, lines=(7, 7))


TOGETHER = replace(
    COUNTED,
    findings=(
        _flagged("contradiction", "error", (Related(FINAL, 1, 15, "61,000", CROWD, (15, 21)), *ELSEWHERE)),
        _flagged("discrepancy", "error"),
        _flagged("unsourced", "warning"),
        _seats("unsourced", "warning", "62,000", 8),
        _seats("vague-source", "info", "1,000", 22),
        _seats("possible", "info", "May", 66),
    ),
)
"""Figures with several flags, sentences with several figures, and one that is only worth a look."""
