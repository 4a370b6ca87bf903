"""The two long views: all articles, and all claims that they are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.model import ArticleSummary, Claim, Mention, Report
from factcheck.report.html.article import article_view
from factcheck.report.html.claim import claim_card, now
from factcheck.report.html.marked import MARKS
from factcheck.report.html.markup import anchor, attribute, number, table, text
from factcheck.report.html.sheet import Sheet
from factcheck.report.html.words import Words
from factcheck.show.order import figures

GLANCED = 500
"""How many claims stand in the table that shows all at a glance."""
IDLE = 1_000
"""How many claims are listed that no article is about."""


def articles_view(report: Report, sheet: Sheet) -> str:
    """The articles of a report as HTML, in its order; of a thin sheet those with a figure to look at."""
    words = sheet.words
    kept = [article for article in report.articles if not sheet.thin or article.path in sheet.notes]
    legend = " ".join(
        f'<span class="v {shape}">{words.get("verdicts", verdict)}</span>' for verdict, shape in MARKS.items()
    )
    thinned = f"<p>{words('thinned')}</p>" if sheet.thin else ""
    left = len(report.articles) - len(kept)
    rest = f"<p>{words.many('left_articles', left)}</p>" if left else ""
    views = "".join(article_view(article, sheet, number) for number, article in enumerate(kept, 1))
    listed = "" if sheet.thin else _contents(kept, sheet)
    return f"<p class=legend>{legend}</p>{thinned}<div class=with>{listed}<div>{views}{rest}</div></div>"


def _contents(articles: Sequence[ArticleSummary], sheet: Sheet) -> str:
    """The articles, each with how many figures it has to look at."""
    rows = "".join(
        f"<li><a href=#a{number} lang={sheet.spoken(article.path)}>{text(article.title or article.path)}</a> "
        f"<b>{len(sheet.notes.get(article.path, ())) or ''}</b></li>"
        for number, article in enumerate(articles, 1)
    )
    return f'<nav class=toc aria-label="{attribute(sheet.words("articles"))}"><ol>{rows}</ol></nav>'


def claims_view(report: Report, sheet: Sheet) -> str:
    """The cards of the claims that the articles are about, those with the most to look at first, then a list
    of the others."""
    words = sheet.words
    used: dict[str, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        if mention.claim:
            used[mention.claim].append(mention)
    flagged = Counter(figure.first.claim for figure in figures(report.findings))
    there = [claim for claim in sheet.claims.values() if claim.id in used or claim.id in flagged]
    there.sort(key=lambda claim: -flagged[claim.id])
    glance = table(
        [words(key) for key in ("claim", "now", "agreeing", "looked")],
        [_glance(claim, used[claim.id], flagged[claim.id], words) for claim in there[:GLANCED]],
    )
    cards = "".join(claim_card(claim, used[claim.id], sheet) for claim in there)
    idle = [claim for claim in sheet.claims.values() if claim not in there]
    return (glance if there else "") + cards + _idle(idle, words)


def _glance(claim: Claim, mentions: Sequence[Mention], flagged: int, words: Words) -> list[str]:
    """A claim in a row: its title, leading to its card, its values, how many mentions agree, and how many
    are to be looked at."""
    agree = sum(mention.verdict == "supported" for mention in mentions)
    return [
        f"<a href=#{anchor(claim.id)}>{text(claim.title)}</a>",
        now(claim, words),
        number(words.number(agree)),
        number(words.number(flagged)),
    ]


def _idle(claims: Sequence[Claim], words: Words) -> str:
    if not claims:
        return ""
    rows = [
        [f'<span id="{anchor(claim.id)}">{text(claim.title)}</span>', now(claim, words)]
        for claim in claims[:IDLE]
    ]
    more = f"<p>{words.many('and_more', len(claims) - IDLE)}</p>" if len(claims) > IDLE else ""
    made = table([words("claim"), words("now")], rows)
    return f"<details><summary>{words.many('idle', len(claims))}</summary>{made}{more}</details>"
