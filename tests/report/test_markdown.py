"""A comment for a pull request: read as GitHub reads it, nothing in it is live but what is ours."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from factcheck.escape import visible
from factcheck.model import ArticleSummary, Counts, Report
from factcheck.report.markdown import MOST, plain, to_markdown
from tests.report.samples import COUNTED, SAMPLE, WHOLE, finding
from tests.report.test_hostile import PAYLOADS, report
from tests.screens import check

GITHUB = MarkdownIt("gfm-like", {"html": True, "linkify": True})
assert GITHUB.linkify
GITHUB.linkify.set({"fuzzy_link": False})  # which takes `a.md` for a host, as GitHub does not
OURS = {"h3", "p", "details", "summary", "ul", "li", "blockquote", "strong", "b"}
LIVE = [
    "@octocat", "a@example.org", "#12", "GH-12", "owner/repo#12", "!12", "https://example.org/x",
    "www.example.org", "ftp://example.org", "<https://example.org>", "[x](https://example.org)",
    "![x](https://example.org/x.png)", "[x]: https://example.org", "[^1]", ":boom:", ":+1:", "$x$",
    "`x`", "```x", "~~x~~", "*x* __x__", "<b>x</b>", "<!-- x", "</details>", "</summary>",
    "&amp; &lt;", "| a | b |", "\\*x\\*", "- [ ] x", "1. x", "# x", "> x", "==x==", "/close",
    "HTTP://EXAMPLE.ORG", "mailto:a@example.org", "xmpp:a@example.org",
]  # fmt: skip


class Page(HTMLParser):
    """The tags of a page, its attributes, and its text."""

    def __init__(self, comment: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(GITHUB.render(comment))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("payload", [*PAYLOADS, *LIVE], ids=lambda payload: ascii(payload[:16]))
def test_nothing_of_an_article_is_live(payload: str) -> None:
    page = Page(to_markdown(report(payload)))
    assert page.tags <= OURS
    assert page.attributes <= {"open"}
    assert not re.search(r"(?i)[@#!]\w|://|www\.|\bGH-\d|:[+a-z][\w+-]*:", page.text)


@pytest.mark.parametrize("payload", [*PAYLOADS, *LIVE], ids=lambda payload: ascii(payload[:16]))
def test_what_is_shown_is_what_is_written(payload: str) -> None:
    [shown] = re.findall("<p>(.*?)</p>", GITHUB.render(f"Text: {plain(payload)}"), re.S)
    text = Page(f"Text: {plain(payload)}").text.replace("\u200b", "").strip()
    assert shown
    assert text.removeprefix("Text:").strip() == visible(payload).strip()


@pytest.mark.parametrize("name", ["comment", "comment-counted", "comment-clean"])
def test_the_comment(name: str) -> None:
    clean = Report((ArticleSummary("a.md", "", None, "en", 3),), counts=Counts(figures=4, unmatched=4))
    check(name, to_markdown({"comment": WHOLE, "comment-counted": COUNTED, "comment-clean": clean}[name]))


@pytest.mark.parametrize(("findings", "words"), [(2000, 1), (300, 400), (3, 90_000)])
def test_what_is_too_much_is_counted_and_the_gravest_stay(findings: int, words: int) -> None:
    rows = tuple(
        replace(
            finding(line=at, severity="warning", sentence="412 " + "<word> " * words), path=f"{at % 9}.md"
        )
        for at in range(findings)
    )
    error = finding(line=5000, path="last.md", message="says 1, registry 2: the only error")
    comment = to_markdown(replace(SAMPLE, findings=(*rows, error)))
    assert len(comment) <= MOST
    assert "the only error" in comment
    left = re.search(r"^([\d,]+) more figures to look at left out", comment, re.M)
    told = int(left[1].replace(",", "")) if left else 0
    assert told + comment.count("  - ▲ ") + comment.count("  - ✖ ") == findings + 1


def test_unread_articles_are_told_and_do_not_flood() -> None:
    errors = tuple(f"{at}.md: not UTF-8 " + "x" * 5000 for at in range(3000))
    comment = to_markdown(replace(WHOLE, errors=errors))
    assert len(comment) <= MOST
    assert "- not read: 0.md: not UTF-8" in comment
    assert "- and 2,980 more that could not be read" in comment
