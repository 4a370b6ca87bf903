"""Frozen values that pass between the rooms. Offsets count Unicode code points of `Article.text`; lines,
columns and a `Mention`'s `start` and `end`, which are told to people and programs, are the source's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from factcheck.places import Places

Kind = Literal["quantity", "date", "name", "statement"]
Qualifier = Literal["exact", "about", "nearly", "at_least", "at_most", "range"]
Rating = Literal["true", "false", "misleading", "unproven"]
Verdict = Literal["supported", "outdated", "disputed", "discrepancy"]
Status = Literal["sourced", "vague", "unsourced"]
Certainty = Literal["sure", "possible"]
Confidence = Literal["bold", "even", "shy"]
"""How much doubt a desk wants to be told of: bold sees more, shy is more often right."""
Severity = Literal["error", "warning", "info"]
Level = Literal["error", "warning", "info", "off"]
Sort = Literal["gravity", "path"]
"""What a person reads first: what is gravest, or what comes first."""
Gap = Literal[
    "no-reader",
    "linked-folder",
    "no-date",
    "nested",
    "not-closed",
    "code",
    "no-language",
    "no-phrase",
    "no-match",
    "furniture",
    "left-out",
    "possible",
]
"""What was not checked, or only by a guess; `show.unchecked` tells of each what it is."""
Role = Literal["level", "change", "former", "planned", "denied"]
DateFrom = Literal["front matter", "file name", "page", "document", "option"]
"""Where an article's date was taken from."""
BlockKind = Literal["title", "heading", "paragraph", "item", "row", "quote", "caption"]

Span = tuple[int, int]

IGNORABLE = (
    "discrepancy",
    "outdated",
    "disputed",
    "possible",
    "hedge",
    "unsourced",
    "vague-source",
    "misattributed",
    "contradiction",
    "arithmetic",
    "chronology",
    "divergence",
)
"""The rules whose findings an article or a claim may ignore: all of `check.rules` but `ignore` itself."""

WEAKNESSES: dict[str, Severity] = {
    "same-phrase": "error",
    "same-title": "warning",
    "same-day": "warning",
    "same-sentences": "warning",
    "self-excluded": "warning",
    "misplaced-phrase": "warning",
    "unknown-unit": "warning",
    "review": "warning",
    "stale": "info",
    "no-source": "info",
    "unused": "info",
    "unbridged": "info",
}
"""What `factcheck registry check` tells of, by name, and what each weighs; a claim may ignore them, too."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and how exactly it is meant; the registry's and the article's alike.

    `value` is the number in the unit written (8 for 8 %, 4 for fourfold, 9e6 for nine million);
    `high` the upper end of a range, else None. `qualifier` tells how to read it:
    see `compare.agree.interval` for the interval it stands for.
    `unit` is a key of language/units.yaml (`%`, `USD`, `km`, `times` …), a rate of such (`kg/ha`), a unit
    of the registry's own that no table has, or None for a plain count: see language/units.py.
    `decimals` is how many digits stand behind its point, where the value does not show it (1 for 64.0, -1
    for what is told in tens); None: as many as the value has. A `coarse` one is a share in words that
    stands for about itself (half, two-thirds).
    """

    value: float
    high: float | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    decimals: int | None = None
    coarse: bool = False


# --- the registry -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. `key` is None for a source that is named inline. The `name` of a `private` one is what
    stands for it in reports; what it is called is the first of its aliases."""

    name: str
    key: str | None = None
    aliases: tuple[str, ...] = ()
    url: str | None = None
    date: str | None = None
    private: bool = False

    @property
    def called(self) -> tuple[str, ...]:
        """What a text may call it: its name and its aliases; of a `private` one the aliases alone."""
        return self.aliases if self.private else (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a claim. `text` is as the registry writes it; one of the next three is set by kind.

    `date`, `as_of` and `until` are ISO, as precise as written: `2024`, `2024-06` or `2024-06-19`.
    A statement's values have a source only. Where one stands (`line`) does not make it another.
    """

    text: str
    quantity: Quantity | None = None
    date: str | None = None
    name: str | None = None
    also: tuple[str, ...] = ()
    as_of: str | None = None
    until: str | None = None
    source: Source | None = None
    url: str | None = None
    line: int = field(default=0, compare=False)

    @property
    def link(self) -> str:
        """Where reports say that it can be read: its own address or its source's, a private one's never."""
        if self.source is None:
            return self.url or ""
        return "" if self.source.private else self.url or self.source.url or ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact of the registry: what sentences about it look like, and its series of values.

    `counts` is the registry's word for its unit where that is a noun and no unit (`containers`).
    Of a `competing` one each source's newest value is current. An article without any word of `context` is
    not about it; `part_of` is the id of the claim of which it counts a part. `ignore` names rules whose
    findings on it are suppressed, for a `reason`. The sentences of `unlike` (the registry's `not`) are not
    about it. `owner` and the ISO day `review` are for the desk. `path` is the
    file of its own that it stands in; neither that nor the `line` makes it another claim."""

    id: str
    title: str
    kind: Kind = "quantity"
    match: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    unit: str | None = None
    tolerance: float = 0.0
    rating: Rating | None = None
    values: tuple[Value, ...] = ()
    line: int = field(default=0, compare=False)
    ignore: tuple[str, ...] = ()
    reason: str = ""
    counts: str = ""
    competing: bool = False
    context: tuple[str, ...] = ()
    part_of: str | None = None
    unlike: tuple[str, ...] = ()
    owner: str = ""
    review: str | None = None
    path: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Registry:
    """All claims of a file or folder, and of what it includes, in their order; `files` are these, as messages
    name them, `tables` those whose rows are claims; `language` is the one in which the first writes what is
    ambiguous. `digest` tells the files' contents from others', where that is of use."""

    path: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...] = ()
    language: str | None = None
    files: tuple[str, ...] = ()
    tables: frozenset[str] = frozenset()
    digest: str = field(default="", compare=False)


NO_REGISTRY = Registry("", ())
"""What stands for a registry where nothing is to be held against one."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """What an editor should mend in the registry: its name, the claim, the file (empty where there is but
    one) and the line, what is weak and what to do."""

    name: str
    severity: Severity
    claim: str
    path: str
    line: int
    what: str


# --- articles ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose that no sentence crosses. `header` is the span of a table row's header row, `depth` how
    far in a list's item stands."""

    kind: BlockKind
    start: int
    end: int
    header: Span | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Text that links to something: the span of what the reader sees, and the target. A `note` is a footnote
    or an endnote to that text, its target what the note says."""

    start: int
    end: int
    target: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment of an article that suppresses findings, such as
    `<!-- factcheck: ignore[discrepancy, claim=troops] until=2026-12-31 the quote is wrong on purpose -->`.

    `lines` are the first and the last line that it covers, `problem` is what is wrong with it, if anything;
    without `claims` it covers all claims."""

    path: str
    line: int
    column: int
    text: str
    lines: Span
    rules: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    until: str | None = None
    reason: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """What a file has that is no part of its article, and why: furniture, a quoted reply, a hidden text; or
    what of the article itself was not read as it is meant."""

    text: str
    place: str
    why: str
    kind: Gap = "left-out"
    line: int = 1


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read. `text` is what a reader sees of it, block by block: without markup, code, comments
    and front matter (but its title and standfirst), entities decoded, invisible characters gone, accents
    composed, each run of blanks and line breaks one blank. `places` leads back to the source; nothing else
    does. `date` is an ISO day, `date_from` where it was found."""

    path: str
    text: str
    places: Places
    title: str = ""
    date: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    date_from: DateFrom | None = None
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the block (index into `Article.blocks`) that holds it.

    `furniture` marks page furniture: read, but never matched to a claim."""

    start: int
    end: int
    block: int
    furniture: bool = False


# --- readings: what was read in an article, before any claim is looked at ------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text. `start:end` is the surface form without its qualifier (`11 000`,
    `8 %`, `neuf millions`, `170 mm`); `outer_start:outer_end` that form with its qualifiers and its
    currency (`environ $100 mds`). `noun` is the span of the noun that it counts (`soldats`), if any.
    `shared` tells a currency by a name that others go by, too (`$`, `pesos`): it may be any of those.

    `role` is what the text says of it: how much there is (`level`), by how much that changed, how much it was
    before, may be or is to be (`planned`), or is not (`denied`). `trend` is 1 where a word before it says
    that it goes up by so much, -1 down, 0 neither. `reach` is where the words end that say what it is per
    (`8.2 deaths per 100,000`), 0 for one that is no rate or says so within its surface."""

    start: int
    end: int
    quantity: Quantity
    outer_start: int
    outer_end: int
    noun: Span | None = None
    shared: bool = False
    role: Role = "level"
    trend: int = 0
    reach: int = 0


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date in the text, ISO, as precise as it is written or as the article's date makes it; with `until`
    it is only the end of something, with `loose` a year that may be its noun's ("a 2019 study")."""

    start: int
    end: int
    iso: str
    until: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class NameReading:
    """A run of capitalised words that may be a person's, a body's or a ship's name."""

    start: int
    end: int
    text: str


# --- what is said of the readings ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: `source` is the registry source's name where it is one, else the name as written.

    `bare` tells a figure that only its verb's mood makes vague: nobody speaks but the article; `house` the
    body for which the article says that the one named speaks."""

    status: Status
    source: str | None = None
    start: int | None = None
    end: int | None = None
    bare: bool = False
    house: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A reading that was given to a claim (or, with `claim` None, to none). See contract, section 2.

    `value` is a float, a pair of floats (a range), an ISO date, a name or a rating. `periods` are the
    stretches of time (ISO days, both ends in) to which its sentence dates it, `held` those that stand right
    beside it, `told` those in which somebody says so, by the text or a link; a `headline` is a title
    or a heading; a `quoted` one stands in somebody else's words; of a `superseded` one its sentence says
    that it is not, or no longer, the one that holds. `outer` is the text's span with its qualifiers and its
    currency, `said` what stands there, on one line and without markup, with what a rate is per (`plus de
    6 000`, `8.2 deaths per 100,000`); `quantity` is
    a figure as its claim would have it. Of one whose `certainty` is possible the claim is a guess worth a
    look. Of one that is ascribed to another source than gave it, `beside` are the claim's sources that its
    sentence and its neighbours name (None of any other)."""

    path: str
    line: int
    column: int
    start: int
    end: int
    text: str
    sentence: str
    sentence_start: int
    kind: Kind
    value: float | tuple[float, float] | str
    low: float | None
    high: float | None
    unit: str | None
    qualifier: Qualifier
    claim: str | None = None
    score: float = 0.0
    verdict: Verdict | None = None
    attribution: Attribution | None = None
    quoted: bool = False
    headline: bool = False
    periods: tuple[tuple[str, str], ...] = ()
    held: tuple[tuple[str, str], ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    superseded: bool = False
    beside: tuple[str, ...] | None = None
    at: Span = (0, 0)
    outer: Span = (0, 0)
    said: str = ""
    certainty: Certainty = "sure"
    quantity: Quantity | None = None
    ends_at: tuple[int, int] = (0, 0)
    lines: Span = (0, 0)
    place: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure or a date that does not follow from `others` of its article, and the sum as it is `told`
    (`700 + 300 = 1,000`). All of them are given to no claim."""

    mention: Mention
    told: str
    others: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """A person's name as an article in a `language` spells it beside an office: the first `mention` of these,
    given to no claim, where the sentences of all of them start, the words of the `offices`, and the names
    (`places`) that tell whose these are, folded and sorted."""

    mention: Mention
    language: str
    sentences: tuple[int, ...]
    offices: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """The other place of a contradiction or a divergence; `mark` is the figure's span within `sentence`."""

    path: str
    line: int
    column: int
    text: str
    sentence: str = ""
    mark: Span = (0, 0)
    place: str = ""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is not shown: an inline ignore or the registry's (with its reason and place), or the
    baseline."""

    by: Literal["inline", "registry", "baseline"]
    reason: str = ""
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What was flagged. `mark` is the span within `sentence` of the figure with its qualifiers, for
    renderers; `lines` are the sentence's first and last; `value` is what the article says, normalised.
    `said` and `action` are the message's first and last part: what the article does, and what to do about it.
    `mention` is what it is about (at its path as it was given), None for an ignore."""

    rule: str
    severity: Severity
    claim: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    sentence: str
    expected: str
    message: str
    related: tuple[Related, ...] = ()
    mark: Span = (0, 0)
    lines: Span = (0, 0)
    value: str = ""
    suppression: Suppression | None = None
    mention: Mention | None = None
    said: str = ""
    action: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the baseline, found `count` times: what makes it the same (see `show.fingerprint`).

    `path` is relative to the baseline's file; `others` are the other articles that it is about."""

    path: str
    claim: str
    rule: str
    sentence: str
    value: str = ""
    expected: str = ""
    count: int = 1
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renamed:
    """A finding of the baseline that is found (`known.count` times) in an article at another `path` only, as
    the baseline's are."""

    known: Known
    path: str


@dataclass(frozen=True, slots=True)
class Miss:
    """What came near a claim and was not given to it, and why; `excluded` where the claim's `exclude` did
    that."""

    mention: Mention
    claim: str
    why: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Unchecked:
    """What was passed over, or judged by a guess, and why: a text that no reader takes, a folder's link that
    was not followed, an article without a date. `line` is 1 where all of it is meant."""

    kind: Gap
    path: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article as a reader sees it, for a report that shows it: its text, which begins at
    `start` of the article's, its place, its language, and the `foreign` spans of the article's text that
    stand in it in another, each with that one."""

    kind: BlockKind
    start: int
    text: str
    place: str
    language: str
    foreign: tuple[tuple[Span, str], ...] = ()
    furniture: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What the report says of one article; `date` is its own or the one that was given for those without,
    None where today counted; `date_from` tells where it was found, `day` is the ISO day by which it was
    judged. `passages` are its text, where that was asked for."""

    path: str
    title: str
    date: str | None
    language: str
    sentences: int
    day: str = ""
    date_from: DateFrom | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """An honest account: what was read, what was checked, what may be about a claim, what was not checked."""

    figures: int = 0
    dates: int = 0
    matched: int = 0
    claims: int = 0
    unmatched: int = 0
    furniture: int = 0
    possible: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a scan, sorted and complete; renderers are pure functions of it.

    `claims` are the claims that its findings are about, in the registry's order, `known` all that it has.
    `unchanged` counts the findings left out because their sentence has not changed; `stale` are the
    baseline's that are no more, in these articles, `renamed` those whose article has another name now;
    `excluded` the files and folders (ending in `/`) that were not read, on purpose; `unchecked` what was not
    checked though nobody said so, by path; `near` what came near the claims of which that was asked;
    `language` the one in which a page is to speak, empty where nobody said; `registry`
    tells whether anything was held against one."""

    articles: tuple[ArticleSummary, ...] = ()
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = ()
    counts: Counts = field(default_factory=Counts)
    errors: tuple[str, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    claims: tuple[Claim, ...] = ()
    unchanged: int = 0
    stale: tuple[Known, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    excluded: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    near: tuple[Miss, ...] = ()
    known: tuple[Claim, ...] = ()
    language: str = ""
    registry: bool = True
