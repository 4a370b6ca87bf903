"""RTF's tokens and groups: what of them is text, in which code, and what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from factcheck.errors import ReadError
from factcheck.read.documents import noted
from factcheck.read.draft import Changes, Piece
from factcheck.read.rtfstory import Paragraph, Story
from factcheck.read.rtfwords import ASIDE, CHARSETS, HOLDERS, INNER, PAGES, SAID, SIGNS, page
from factcheck.read.wordstyles import PLAIN, Style, named

DEPTH = 1000
"""How deep groups may be nested."""
_TOKEN = re.compile(
    rb"\\(?:(?P<hex>'[\da-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|(?P<sign>[^a-zA-Z]))"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_LINK = re.compile(r'HYPERLINK\s+"?([^"\s]+)')
_BREAKS = frozenset(("par", "sect", "page"))


@dataclass(slots=True)
class _State:
    """What a group says of its text: the destination and the story that it goes to, whether it is hidden,
    deleted or inserted, its code, how many characters stand in for one of Unicode, where it links to."""

    story: Story
    to: str = "body"
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    code: str = "cp1252"
    skip: int = 1
    link: str | None = None
    starred: bool = False


@dataclass(slots=True)
class Groups:
    """One pass over the tokens of a document. `raw` are the bytes of a text that goes on, `skipped` counts
    the characters that stand in for one of Unicode and are still to come, `high` is half a surrogate."""

    path: str
    changes: Changes
    story: Story = field(default_factory=Story)
    created: dict[str, int] = field(default_factory=dict)
    title: list[str] = field(default_factory=list)
    code: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    styles: dict[int, tuple[Style, int]] = field(default_factory=dict)
    style: tuple[int, int] = (0, 9)
    texts: dict[str, list[str]] = field(default_factory=dict)
    stack: list[_State] = field(default_factory=list)
    state: _State = field(init=False)
    raw: bytearray = field(default_factory=bytearray)
    skipped: int = 0
    high: int = 0

    def __post_init__(self) -> None:
        self.state = _State(self.story)

    def read(self, data: bytes) -> None:
        """Everything to the end of the outermost group. Raises ReadError where it has none."""
        at = 0
        while match := _TOKEN.match(data, at):
            at, kind = match.end(), match.lastgroup
            if kind in ("text", "hex"):
                self._bytes(match[0] if kind == "text" else bytes((int(match["hex"][1:], 16),)))
            elif kind == "open":
                self._open()
            elif kind == "close":
                self._close()
                if not self.stack:
                    return
            elif kind:
                at += self._control(match)
        raise ReadError(f"{self.path}: breaks off within a group: damaged (save it anew)")

    def _control(self, match: re.Match[bytes]) -> int:
        """A control word or sign; how many bytes behind it are no text."""
        self._flush()
        if match["sign"]:
            self._sign(match["sign"])
            return 0
        word, number = match["word"].decode(), int(match["number"]) if match["number"] else None
        self._word(word, number)
        return max(number or 0, 0) if word == "bin" else 0

    def _open(self) -> None:
        self._flush()
        self.skipped = 0
        self.stack.append(self.state)
        self.state = replace(self.state, starred=False)
        if len(self.stack) > DEPTH:
            raise ReadError(f"{self.path}: groups nested more than {DEPTH:,} deep (save it anew)")

    def _close(self) -> None:
        self._flush()
        self.skipped = 0
        ended, self.state = self.state, self.stack.pop()
        if ended.to == "stylesheet" and self.state.to == "stylesheet":
            number, outline = self.style
            self.styles[number] = (named("".join(self.texts.pop("stylesheet", [])).strip(" ;")), outline)
            self.style = (0, 9)
        elif ended.story is not self.state.story:
            ended.story.finish()
            if ended.to == "shptxt":
                self.state.story.boxes += ended.story.parts
            elif note := noted(ended.story.parts):
                self._say_piece(Piece("", note=note))

    # --- text

    def _bytes(self, raw: bytes) -> None:
        kept = raw[self.skipped :]
        self.skipped = max(self.skipped - len(raw), 0)
        self.raw += kept

    def _flush(self) -> None:
        if self.raw:
            text = self.raw.decode(self.state.code, "replace")
            self.raw.clear()
            self._say(text)

    def _say(self, text: str) -> None:
        """Text, to where its group sends it."""
        state = self.state
        if state.to in ("body", "shptxt"):
            self._say_piece(Piece(text, link=state.link))
        elif state.to == "title":
            self.title.append(text)
        elif state.to in ("fldinst", "stylesheet"):
            self.texts.setdefault(state.to, []).append(text)

    def _say_piece(self, piece: Piece) -> None:
        state = self.state
        if why := self._left():
            state.story.leave(piece.text, why)
        elif state.to in ("body", "shptxt"):
            state.story.say(piece)

    def _left(self) -> str:
        """Why what is said here is not read; empty where it is."""
        if self.state.hidden:
            return "hidden text"
        if self.state.deleted and self.changes == "accepted":
            return "a tracked deletion"
        return "a tracked insertion" if self.state.inserted and self.changes == "original" else ""

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.state.starred = True
        elif sign in b"\r\n":
            self._layout("par")
        elif self.skipped:
            self.skipped -= 1
        elif said := SIGNS.get(sign):
            self._say(said)

    def _unicode(self, code: int) -> None:
        code %= 65536
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            self._say(chr(0x10000 + ((self.high - 0xD800) << 10) + code - 0xDC00) if self.high else "")
            self.high = 0
        else:
            self._say(" " if 0xF000 <= code < 0xF100 else chr(code))  # a sign of a font of signs
        self.skipped = self.state.skip

    # --- control words

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._unicode(number or 0)
        elif self.skipped and word in SAID:
            self.skipped -= 1
        elif word in SAID:
            self._say(SAID[word])
        elif not (self._destination(word) or self._of_text(word, number) or self._table(word, number)):
            if word in ("yr", "mo", "dy") and self.state.to == "creatim":
                self.created[word] = number or 0
            elif self.state.to in ("body", "shptxt"):
                self._layout(word, number)

    def _destination(self, word: str) -> bool:
        """A word that says where the text of its group goes; whether it was one."""
        state, to = self.state, self.state.to
        if to == "aside":
            return True
        if INNER.get(word) == to:
            state.to = "body" if word in ("result", "ud") else word
            state.story = Story() if word == "shptxt" else state.story
        elif word == "footnote" and to in ("body", "shptxt"):
            state.to, state.story, state.link = "body", Story(), None
        elif word == "fldinst" and to in ("body", "shptxt", "field"):
            self.texts.pop(word, None)
            state.to = word
        elif word == "fldrslt":
            found = _LINK.search("".join(self.texts.pop("fldinst", [])))
            state.link = found[1] if found else state.link
        elif word in ("listtext", "pntext"):
            state.story.paragraph.listed = True
            state.to = "aside"
        elif word in ("fonttbl", "stylesheet") or (word in HOLDERS and word != "field"):
            state.to = word
        elif word in ASIDE or (state.starred and word not in ("shppict", "field")):
            state.to = "aside"
        else:
            return False
        state.starred = False
        return True

    def _of_text(self, word: str, number: int | None) -> bool:
        """A word that says how text is coded, and whether it is shown; whether it was one."""
        state, on = self.state, number != 0
        if word == "v":
            state.hidden = on
        elif word == "deleted":
            state.deleted = on
        elif word == "revised":
            state.inserted = on
        elif word == "plain":
            state.hidden = state.deleted = state.inserted = False
            state.code = self.code
        elif word == "uc":
            state.skip = 1 if number is None else min(max(number, 0), 255)
        elif word in PAGES or (word == "ansicpg" and number):
            self.code = state.code = PAGES.get(word) or page(number or 0)
        elif word == "f" and state.to != "fonttbl":
            state.code = self.fonts.get(number or 0, self.code)
        else:
            return False
        return True

    def _table(self, word: str, number: int | None) -> bool:
        """A word of the tables of fonts and styles; whether it was one."""
        if self.state.to == "fonttbl":
            if word == "f":
                self.font = number or 0
            elif word == "fcharset" and number in CHARSETS:
                self.fonts[self.font] = CHARSETS[number]
            return True
        if self.state.to == "stylesheet":
            if word == "s":
                self.style = (number or 0, self.style[1])
            elif word == "outlinelevel":
                self.style = (self.style[0], number or 0)
            return True
        if word == "nestrow" and self.state.to == "nesttableprops":
            self.state.story.end_row(max(self.state.story.paragraph.table, 2))
            return True
        return False

    def _layout(self, word: str, number: int | None = None) -> None:
        """What ends a paragraph, a cell or a row, or says something of those from here on."""
        story = self.state.story
        if word in _BREAKS:
            if not self._left():
                story.end_paragraph()
        elif word == "pard":
            story.paragraph = Paragraph()
        elif word in ("cell", "nestcell"):
            story.end_cell(1 if word == "cell" else max(story.paragraph.table, 2))
        elif word == "row":
            story.end_row(1)
        elif word in ("trowd", "trhdr"):
            story.heads = word == "trhdr"
        else:
            self._said(word, max(number or 0, 0), story.paragraph)

    def _said(self, word: str, number: int, told: Paragraph) -> None:
        """What is said of the paragraphs from here on."""
        if word == "s":
            told.style, told.outline = self.styles.get(number, (PLAIN, 9))
        elif word == "outlinelevel":
            told.outline = number
        elif word in ("ls", "ilvl"):
            told.listed, told.level = True, number if word == "ilvl" else told.level
        elif word in ("intbl", "itap"):
            told.table = min(number, 50) if word == "itap" else max(told.table, 1)
