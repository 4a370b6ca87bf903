"""The registry as pages: its claims listed and searched, and each with its chart, its history, its uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from factcheck.model import Claim, Report
from factcheck.report.html.claim import drawn, now, said, uses_of
from factcheck.report.html.markup import attribute, number, table, text
from factcheck.report.html.sheet import Sheet
from factcheck.serve.form import alarm
from factcheck.serve.shell import View, page
from factcheck.show.history import History, Step

LISTED = 500
"""How many claims one page lists."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a claim beside the registry: its history, or why there is none, and the report on the
    server's articles (None: there are none, or they are not read yet); `reading` is whether they are being
    read just now."""

    past: History | str
    report: Report | None = None
    reading: bool = False


def listing(claims: Sequence[Claim], query: str, view: View, broken: str = "") -> str:
    """The page of some claims, all or those that a query found."""
    words = view.words
    rows = [[_title(claim, view), now(claim, words), text(claim.kind)] for claim in claims[:LISTED]]
    head = [words("claim"), words("now"), words("served.kind")]
    made = table(head, rows) if rows else f"<p>{words('served.no_claim')}</p>"
    more = len(claims) - LISTED
    rest = f"<p>{words.many('and_more', more)}</p>" if more > 0 else ""
    main = (
        f"{alarm(broken, view)}<form class=find role=search action={view.address('/claims')}>"
        f"<label for=q>{words('words')}</label>"
        f'<input id=q type=search name=q value="{attribute(query)}"><button>{words("served.search")}</button>'
        f"</form>{made}{rest}"
    )
    return page(words("claims"), main, view, "/claims")


def _title(claim: Claim, view: View) -> str:
    where = view.address(f"/claims/{quote(claim.id, safe='', errors='replace')}")
    return f"<a href={where}>{text(claim.title)}</a> <code>{text(claim.id)}</code>"


def claim_page(claim: Claim, beside: Beside, view: View) -> str:
    """The page of a claim."""
    words, report = view.words, beside.report
    articles = {article.path: article for article in report.articles} if report else {}
    mentions = [mention for mention in report.mentions if mention.claim == claim.id] if report else []
    sheet = Sheet(words, {claim.id: claim}, articles, {}, {}, {})
    uses = uses_of(mentions, sheet) if report else ""
    wait = f"<p>{words('served.reading')}</p>" if beside.reading else ""
    main = (
        f"{said(claim, words)}<p class=meta><code>{text(claim.id)}</code></p>"
        f"<div class=two><div>{drawn(claim, mentions, sheet)}{_history(beside.past, view)}</div>"
        f"<div>{wait}{uses}{_phrases(claim, view)}</div></div>"
    )
    return page(text(claim.title), main, view)


def _history(past: History | str, view: View) -> str:
    words = view.words
    if isinstance(past, str):
        return f"<p class=meta>{words('served.no_history')} <span lang=en>{text(past)}</span></p>"
    head = [words("date"), words("value"), words("why"), words("served.commit")]
    rows = [_step(step, view) for step in past.steps]
    older = "" if past.whole else f"<p class=meta>{words('served.older')}</p>"
    return table(head, rows, words("served.history")) + older if rows else ""


def _step(step: Step, view: View) -> list[str]:
    commit = text(step.commit) if step.commit else view.words("served.uncommitted")
    return [number(step.day), text(f"{step.sign} {step.value}"), text(step.reason), commit]


def _phrases(claim: Claim, view: View) -> str:
    rows = "".join(f"<li>{text(phrase)}</li>" for phrase in claim.match)
    return f"<h2>{view.words('served.phrases')}</h2><ul>{rows}</ul>" if rows else ""
