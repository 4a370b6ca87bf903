"""What an editor may do about a figure: small edits of the article, or of the registry's file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lsprotocol import types

from factcheck.check import disputed, hedge, possible, unsourced, vague_source
from factcheck.check.verdict import value_agrees
from factcheck.check.wording import brief, held, value_text
from factcheck.lsp.check import Checked
from factcheck.lsp.documents import Document, Unsaved
from factcheck.lsp.edits import by_path, of_document, of_files
from factcheck.lsp.form import plainly, restated
from factcheck.lsp.lines import Encoding
from factcheck.lsp.mends import ignoring, sources, with_source
from factcheck.model import Claim, Finding, Mention, Quantity, Span
from factcheck.registry.edit import add_value
from factcheck.registry.edit_file import Edited, edited_near, gained_value, home
from factcheck.review.answers import no, yes
from factcheck.suggest.amounts import written

OPEN = "factcheck.openClaim"
"""The command that shows a claim in its file."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: what it is called, the edit once it is asked for (it raises RegistryError where the
    registry would be wrong with it), the rules whose findings it mends, the place that it shows
    instead of editing, and whether it is the one mend that a sure finding has."""

    title: str
    edit: Callable[[], types.WorkspaceEdit] | None = None
    rules: tuple[str, ...] = ()
    shows: tuple[str, int] | None = None
    best: bool = False


@dataclass(frozen=True)
class _At:
    """A mention in its document as it is now, with its claim and what is open beside it."""

    mention: Mention
    claim: Claim
    checked: Checked
    document: Document
    others: Mapping[str, Document]
    encoding: Encoding

    @property
    def findings(self) -> Sequence[Finding]:
        """What is flagged about it."""
        found = self.checked.report.findings
        return [one for one in found if one.mention and one.mention.at == self.mention.at]

    @property
    def day(self) -> str:
        """The article's ISO day."""
        return self.checked.report.articles[0].day

    def files(self, edits: Sequence[Edited]) -> types.WorkspaceEdit:
        """Edits of the registry's files."""
        return of_files(edits, self.others, self.encoding)

    @property
    def texts(self) -> Unsaved:
        """What is open, as files."""
        return Unsaved(self.others.values())


def actions(
    checked: Checked, document: Document, span: Span, documents: Collection[Document]
) -> list[Action]:
    """What may be done about the figures that a span of a document touches."""
    claims = {claim.id: claim for claim in checked.room.registry.claims}
    others, encoding = by_path(documents), document.lines.encoding
    found = checked.mentions_at(span, document)
    every = (_At(one, claims[one.claim or ""], checked, document, others, encoding) for one in found)
    alone = _alone(checked, document, span)
    return [action for at in every for action in _of_mention(at)] + [*alone]


def _alone(checked: Checked, document: Document, span: Span) -> Iterator[Action]:
    """What may be done about what is flagged there and is about no claim: take another spelling that the
    articles have of a name, or let it pass."""
    for finding in checked.report.findings:
        mention = finding.mention if not finding.claim else None
        at = checked.now(mention.outer, document) if mention else None
        if mention is None or at is None or at[1] < span[0] or span[1] < at[0]:
            continue
        spelled = dict.fromkeys(other.text for other in finding.related) if mention.kind == "name" else ()
        for text in spelled:
            yield Action(f"Write “{text}”", partial(of_document, document, (at, text)), (finding.rule,))
        yield from _ignored(finding, checked, document)


def _ignored(finding: Finding, checked: Checked, document: Document) -> Iterator[Action]:
    """Let a finding pass, for a reason."""
    if replaced := ignoring(finding, checked, document):
        title = f"Ignore `{finding.rule}` here, for a reason"
        yield Action(title, partial(of_document, document, replaced), (finding.rule,))


def _of_mention(at: _At) -> Iterator[Action]:
    yield from _restated(at)
    yield from _unbounded(at)
    if at.mention.certainty == "possible":
        yield from _answers(at)
    yield from _sourced(at)
    yield from _added(at)
    for finding in at.findings:
        yield from _ignored(finding, at.checked, at.document)
    file = at.claim.path or at.checked.room.path
    yield Action(f"Open the claim `{at.claim.id}`", shows=(file, at.claim.line))


def _restated(at: _At) -> Iterator[Action]:
    """Take the value that is current, in the article's own form."""
    span = at.checked.now(at.mention.at, at.document)
    if span is None:
        return
    rules = tuple(one.rule for one in at.findings if one.rule in _OF_VALUE)
    found = list(restated(at.mention, at.claim, at.checked))
    best = len(found) == 1 and at.mention.certainty == "sure"
    for value, text in found:
        title = f"Write “{text}” (`{at.claim.id}`: {value_text(value)})"
        yield Action(title, partial(of_document, at.document, (span, text)), rules, best=best)


def _unbounded(at: _At) -> Iterator[Action]:
    """Tell plainly what the registry tells plainly."""
    rules = tuple(one.rule for one in at.findings if one.rule == hedge.NAME)
    text = plainly(at.mention, at.claim, at.checked) if rules else None
    if text and (span := at.checked.now(at.mention.outer, at.document)):
        yield Action(f"Write plainly “{text}”", partial(of_document, at.document, (span, text)), rules)


_OF_VALUE = ("discrepancy", "outdated", "possible", "contradiction", "divergence")
_OF_SOURCE = (unsourced.NAME, vague_source.NAME, disputed.NAME)


def _sourced(at: _At) -> Iterator[Action]:
    """Name who says so, where nobody is named, or where others say otherwise."""
    rules = tuple(one.rule for one in at.findings if one.rule in _OF_SOURCE)
    for source in sources(at.mention, at.claim, at.checked) if rules else ():
        if replaced := with_source(at.mention, source, at.checked, at.document):
            title = f"Name the source: {brief(source)}"
            yield Action(title, partial(of_document, at.document, replaced), rules)


def _added(at: _At) -> Iterator[Action]:
    """Add the figure to its claim's series, as of the article's day, by whom the article says."""
    value, claim = _value(at.mention, at.claim), at.claim
    current = held(claim, at.day)
    if value is None or any(value_agrees(at.mention, one, claim.tolerance) for one in current):
        return
    if claim.path in at.checked.room.registry.tables:
        return
    fields = {"value": value, "as_of": at.day, **_source(at)}

    def edit() -> types.WorkspaceEdit:
        loaded = at.checked.room.loaded
        change = {home(loaded.registry, claim.id): lambda text: add_value(text, claim.id, fields)}
        means = gained_value(claim.id, value, as_of=at.day)
        return at.files(edited_near(loaded, change, means, [claim.id], at.texts))

    who = f", {fields['source']}" if "source" in fields else ""
    yield Action(f"Add {value} to `{claim.id}` (as of {at.day}{who})", edit)


def _value(mention: Mention, claim: Claim) -> str | None:
    """What a mention says as the registry writes a value of the claim; None for a statement."""
    if isinstance(mention.value, str):
        return mention.value if mention.kind != "statement" else None
    low, high = mention.value if isinstance(mention.value, tuple) else (mention.value, None)
    return written(Quantity(low, high, mention.unit, mention.qualifier), claim.unit)


def _source(at: _At) -> dict[str, str]:
    """Who says so, as the registry names it."""
    who = at.mention.attribution
    if who is None or who.status != "sourced" or not who.source:
        return {}
    keys = {one.name: one.key for one in at.checked.room.registry.sources}
    return {"source": keys.get(who.source) or who.source}


def _answers(at: _At) -> Iterator[Action]:
    """Say of what may be about a claim whether it is."""
    mention, claim, rules = at.mention, at.claim, (possible.NAME,)
    registry = at.checked.room.registry
    said = next((one.phrase for one in at.checked.questions if one.mention.at == mention.at), "")
    sentence = " ".join(mention.sentence.split())
    if said and said not in claim.match:
        title = f"Yes, it is about `{claim.id}`: add “{said}” to its `match`"
        yield Action(title, lambda: at.files(yes(registry, claim.id, said, texts=at.texts)), rules)
    title = f"No, it is not about `{claim.id}`: add the sentence to its `not`"
    yield Action(title, lambda: at.files(no(registry, [claim.id], sentence, at.texts)), rules)


def uri_of(path: str) -> str:
    """The address of a file."""
    return Path(path).absolute().as_uri()
