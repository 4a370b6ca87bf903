"""A scan: many articles against one registry, and what of it is shown."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from operator import attrgetter

from factcheck.check.ignore import judged
from factcheck.check.rules import RULES, UNHELD
from factcheck.check.scope import Checked
from factcheck.model import NO_REGISTRY, Counts, Finding, Mention, Registry, Report
from factcheck.read.files import Found, find
from factcheck.run.article import Checkup, ScanOptions, Tools
from factcheck.run.checkups import Engine, run
from factcheck.run.parts import Part, Shard, part_of, together, writing
from factcheck.run.timing import Stopwatch
from factcheck.run.unchecked import doubtful, of_article, undated, unmatchable
from factcheck.show.selection import Policy, select

Progress = Callable[[int, int], None]


def scan(
    paths: Sequence[str],
    registry: Registry,
    options: ScanOptions | None = None,
    policy: Policy | None = None,
    *,
    stdin: bytes | None = None,
    progress: Progress | None = None,
    watch: Stopwatch | None = None,
    shard: Shard | None = None,
    part: str | None = None,
    engine: Engine | None = None,
) -> Report:
    """Check articles (files, folders, `-` for `stdin`) against a registry and show what the policy says;
    against `NO_REGISTRY`, only the rules that need none.

    What cannot be read is told in the report's `errors`, what was passed over in `unchecked`; everything else
    is scanned all the same.
    `progress` is called after each article, `watch` gets how long each stage took. Of a `shard` only its
    share of the files is scanned; `part` names a file for what it came to, to be merged with the others'.
    An `engine` does the work in place of this machine's processes.
    """
    options, policy, watch = options or ScanOptions(), policy or Policy(), watch or Stopwatch()
    watch.start()
    found = find(paths, options.excludes)
    watch.lap("read")
    tools = Tools(registry, options, watch)
    shard = shard or Shard()
    files = shard.share(found.files)
    try:
        rows = _told(run(files, tools, stdin, engine), len(files), progress)
        done = list(
            _kept(rows, part, part_of(found, shard, registry, options, tools.today)) if part else rows
        )
    finally:
        gc.unfreeze()
    watch.start()
    report = reported(found, done, registry, policy)
    watch.lap("check")
    return report


def merge(parts: Sequence[str], registry: Registry, policy: Policy | None = None) -> Report:
    """The report of a scan that was made in parts: the same, to the byte, as if it had been one.

    Raises FactcheckError where the files are not all parts of one scan against this registry."""
    whole = together(parts, registry)
    policy = policy or Policy()
    return reported(whole.found, whole.rows, registry, replace(policy, today=policy.today or whole.day))


def reported(
    found: Found,
    rows: Sequence[Checkup | str],
    registry: Registry,
    policy: Policy,
) -> Report:
    """What a policy shows of what all articles came to, with what was found beside them."""
    done = [row for row in rows if isinstance(row, Checkup)]
    mentions = tuple(mention for row in done for mention in row.mentions)
    claims = {claim.id: claim for claim in registry.claims}
    days = {row.summary.path: row.summary.day for row in done}
    today = policy.today or datetime.date.today().isoformat()
    held = registry != NO_REGISTRY
    if not held:
        policy = replace(policy, unheld=frozenset(rule.NAME for rule in RULES) - UNHELD)
    known = claims if held else None
    ignores = [judged(ignore, known, today, policy.require_reason) for row in done for ignore in row.ignores]
    order = {path: place for place, path in enumerate(days)}
    maybe = [mention for mention in mentions if mention.claim and mention.certainty == "possible"]
    checked = Checked(claims, days, ignores, maybe, [found for row in done for found in row.sums])
    chosen = select(_findings(mentions, checked), policy, claims, ignores, order)
    read = [row for row in done if row.summary.sentences or not _has_left_out(row)]
    passed_over = (
        *found.unchecked,
        *(undated(row.summary) for row in read if row.summary.date is None),
        *(unchecked for row in done for unchecked in of_article(row.summary, row.asides)),
        *doubtful(maybe, chosen.suppressed),
        *unmatchable(registry),
    )
    told = {finding.claim for finding in (*chosen.shown, *chosen.suppressed)}
    return Report(
        articles=tuple(row.summary for row in read),
        mentions=mentions,
        findings=chosen.shown,
        counts=_total(done, mentions),
        errors=(*found.errors, *(row for row in rows if isinstance(row, str))),
        suppressed=chosen.suppressed,
        claims=tuple(claim for claim in registry.claims if claim.id in told),
        unchanged=chosen.unchanged,
        stale=chosen.stale,
        renamed=chosen.renamed,
        excluded=found.excluded,
        unchecked=tuple(sorted(passed_over, key=attrgetter("path", "line", "kind"))),
        near=tuple(miss for row in done for miss in row.near),
        known=registry.claims,
        registry=held,
    )


def _has_left_out(row: Checkup) -> bool:
    return any(aside.kind == "left-out" for aside in row.asides)


def _told(rows: Iterator[Checkup | str], total: int, progress: Progress | None) -> Iterator[Checkup | str]:
    """The rows as they come, each told to `progress`."""
    for number, row in enumerate(rows, 1):
        if progress:
            progress(number, total)
        yield row


def _kept(rows: Iterator[Checkup | str], path: str, part: Part) -> Iterator[Checkup | str]:
    """The rows as they come, each written to a part's file."""
    with writing(path, part) as keep:
        for row in rows:
            keep(row)
            yield row


def _findings(mentions: Sequence[Mention], checked: Checked) -> list[Finding]:
    sure = [mention for mention in mentions if mention.claim and mention.certainty == "sure"]
    return [finding for rule in RULES for finding in rule.check(sure, checked)]


def _total(done: Sequence[Checkup], mentions: Sequence[Mention]) -> Counts:
    def add(name: str) -> int:
        return sum(getattr(row.counts, name) for row in done)

    claims = {m.claim for m in mentions if m.claim and m.kind == "quantity" and m.certainty == "sure"}
    counts = {field.name: add(field.name) for field in fields(Counts)}
    return Counts(**counts | {"claims": len(claims)})
