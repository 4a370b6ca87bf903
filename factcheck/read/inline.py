"""Markdown within a block: what the reader does not see, what links where, which text is a picture's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from factcheck.model import Link, Span
from factcheck.read.notes import ADDRESS, addresses, references

_TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<code>`+)
    |(?P<comment><!--)
    |(?P<auto><(?:https?|ftp|mailto):[^<>\s]*>|<[\w.+-]+@[\w.-]+>)
    |(?P<sup><sup>\s*\[?(?:[\d*,\ –-]{1,9}|[a-z])\]?\s*</sup>)
    |(?P<tag></?(?P<name>[A-Za-z][\w-]*)(?:\s[^<>]*)?/?>)
    |(?P<note>\[\^(?P<key>[^\]\s]+)\]:?)
    |(?P<open>!?\[)
    |(?P<close>\])
    |(?P<critic>\{--(?:(?!--\}|\{--).)*--\}|\{>>(?:(?!<<\}|\{>>).)*<<\}|\{~~(?:(?!~>|\{~~).)*~>|\{\+\+|\+\+\}|~~\}
        |\{==|==\})
    |(?P<struck>~~(?=\S)(?:(?!~~|\n[ \t]*\n).)*?(?<=\S)~~(?!~))
    |(?P<mark>\*{1,3}|_{1,3}|~~|==)
    |(?P<entity>&(?:amp;)?(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)
    """,
    re.VERBOSE | re.DOTALL,
)
_SPECIAL = re.compile(r"[\\`<\[*_&]|~~|==|\{[-+>]")
_DESTINATION = re.compile(
    r"""\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*))"""
    r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_TARGET_HEADS = ("](", "<", '="', "='", "=")  # an address after them is a link's target
_POWERED = re.compile(r"(?<![^\W\d])(?:[kcdmh]?m|ft|in|10|x)$")
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"),
        *("ins", "kbd", "mark", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "td", "th"),
        *("time", "u", "var", "wbr"),
    )
)
"""The elements of HTML that part no words, and cells."""
_RAISED = str.maketrans("0123456789-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_OPAQUE = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "svg"})
_STRUCK = frozenset({"del", "s", "strike"})


class Edit(NamedTuple):
    """A span of a block's text, what a reader sees instead, and the text of the note that it refers to."""

    start: int
    end: int
    instead: str = ""
    note: str | None = None


@dataclass(slots=True)
class Marked:
    """What was found in one block: what is shown otherwise, links, pictures (each with its text's span) and
    comments."""

    edits: list[Edit] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[tuple[Span, Span]] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class References:
    """What a document defines for its links (by label) and its footnotes (by key)."""

    links: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)


def label(written: str) -> str:
    """A reference's label in the form under which `References.links` has it."""
    return " ".join(written.split()).casefold()


def urls(text: str) -> Marked:
    """The bare addresses in a text, links that point to themselves, and its references to notes."""
    marked = Marked([Edit(*span) for span in references(text)])
    for start, end in addresses(text):
        marked.edits.append(Edit(start, end, ADDRESS))
        marked.links.append(Link(start, end, text[start:end]))
    return marked


def scan(text: str, references: References) -> Marked:
    """Everything in a block's text that is markup. Offsets count from the text's start."""
    marked = urls(text)
    if _SPECIAL.search(text):
        marked.links = [link for link in marked.links if not text.endswith(_TARGET_HEADS, 0, link.start)]
        _Scanner(text, references, marked).run()
    return marked


class _Scanner:
    """One pass over a block's text, with a stack of the brackets and anchors that are open."""

    def __init__(self, text: str, references: References, marked: Marked) -> None:
        self.text = text
        self.references = references
        self.marked = marked
        self.brackets: list[Span] = []
        self.anchors: list[tuple[int, str]] = []
        self.cells = 0
        self.closing = text.rfind("-->")

    def run(self) -> None:
        at = 0
        while match := _TOKEN.search(self.text, at):
            at = max(getattr(self, f"_{match.lastgroup}")(match), match.end())

    def _hide(self, start: int, end: int, instead: str = "", note: str | None = None) -> int:
        self.marked.edits.append(Edit(start, end, instead, note))
        return end

    def _escape(self, match: re.Match[str]) -> int:
        return self._hide(match.start(), match.start() + 1)

    def _code(self, match: re.Match[str]) -> int:
        closing = re.compile(rf"(?<!`){match[0]}(?!`)").search(self.text, match.end())
        return self._hide(match.start(), closing.end(), " ") if closing else match.end()

    def _comment(self, match: re.Match[str]) -> int:
        """A comment; one that is never closed hides nothing."""
        if match.start() > self.closing:
            return match.end()
        end = self.text.index("-->", match.start()) + len("-->")
        self.marked.comments.append((match.start(), end))
        return self._hide(match.start(), end)

    def _critic(self, match: re.Match[str]) -> int:
        """A change as CriticMarkup tracks it (criticmarkup.com): read as accepted, its comments left out."""
        return self._hide(*match.span())

    def _struck(self, match: re.Match[str]) -> int:
        """What is struck through is no longer said."""
        return self._hide(*match.span(), " ")

    def _entity(self, match: re.Match[str]) -> int:
        shown = unescape(match[0])
        return match.end() if shown == match[0] else self._hide(*match.span(), shown)

    def _sup(self, match: re.Match[str]) -> int:
        """A raised note's number is hidden; a power is shown (`km<sup>2</sup>`)."""
        if _POWERED.search(self.text, max(match.start() - 3, 0), match.start()):
            return self._hide(*match.span(), match[0][len("<sup>") : -len("</sup>")].translate(_RAISED))
        return self._hide(*match.span())

    def _auto(self, match: re.Match[str]) -> int:
        self._link(*match.span(), match[0][1:-1])
        return self._hide(*match.span(), ADDRESS)

    def _tag(self, match: re.Match[str]) -> int:
        """A tag; of some elements the content is hidden too."""
        name, closes = match["name"].lower(), match[0].startswith("</")
        if (name in _OPAQUE or name in _STRUCK) and not closes:
            closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.text, match.end())
            return self._hide(match.start(), closing.end() if closing else match.end(), " ")
        self._hide(*match.span(), self._parting(name, closes))
        if name == "a" and closes and self.anchors:
            start, target = self.anchors.pop()
            self._link(start, match.start(), target)
        elif name == "a" and (href := _HREF.search(match[0])):
            self.anchors.append((match.end(), href[1] or href[2] or href[3] or ""))
        return match.end()

    def _parting(self, name: str, closes: bool) -> str:
        """What a tag puts between what stands before and behind it: a cell's edge, a break, or nothing."""
        if name in ("td", "th") and not closes:
            self.cells += 1
            return " | " if self.cells > 1 else ""
        return "" if name in INLINE else " "

    def _note(self, match: re.Match[str]) -> int:
        """A footnote's reference; or the head of its definition."""
        key = match["key"]
        note = None if match[0].endswith(":") else self.references.notes.get(key, key)
        return self._hide(*match.span(), note=note)

    def _open(self, match: re.Match[str]) -> int:
        self.brackets.append(match.span())
        return match.end()

    def _close(self, match: re.Match[str]) -> int:
        if not self.brackets:
            return match.end()
        start, inner = self.brackets.pop()
        target, end = self._target(inner, match.start(), match.end())
        if target is None:
            return match.end()
        self._hide(start, inner)
        self._hide(match.start(), end)
        if inner - start == 2:
            self.marked.pictures.append(((start, end), (inner, match.start())))
        else:
            self._link(inner, match.start(), target)
        return end

    def _target(self, start: int, end: int, after: int) -> tuple[str | None, int]:
        """Where the bracketed text leads, and where that is written to its end."""
        if inline := _DESTINATION.match(self.text, after):
            return inline["angled"] or inline["bare"] or "", inline.end()
        full = _LABEL.match(self.text, after)
        name = full[1] if full and full[1].strip() else self.text[start:end]
        return self.references.links.get(label(name)), full.end() if full else after

    def _mark(self, match: re.Match[str]) -> int:
        before, after = (
            self.text[max(match.start() - 1, 0) : match.start()],
            self.text[match.end() : match.end() + 1],
        )
        alone = (not before or before.isspace()) and (not after or after.isspace())
        joined = "_" in match[0] and (before.isalnum() and after.isalnum())
        product = before.isdigit() and after.isdigit()
        return match.end() if alone or joined or product else self._hide(*match.span())

    def _link(self, start: int, end: int, target: str) -> None:
        if self.text[start:end].strip():
            self.marked.links.append(Link(start, end, target))
