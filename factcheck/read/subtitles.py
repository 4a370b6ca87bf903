"""Subtitles (SubRip, WebVTT): the cues of a sentence joined, at the time at which it begins."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.errors import ReadError
from factcheck.read.decode import decode
from factcheck.read.draft import Aside, Draft, Part, Piece, check_size

PAUSE = 2.0
"""Seconds between a cue that ends a sentence and the next, which begins a new part."""
SILENCE = 10.0
"""Seconds after which one begins whatever the words."""
GROUP = 3
"""So many cues are one part at least where there is no pause."""
LONGEST = 40
"""So many cues are one part at most: captions made by machines have no full stops."""

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_NOTES = re.compile(r"(?:NOTE|STYLE|REGION|WEBVTT)(?:\s|\Z)|X-TIMESTAMP-MAP")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]{1,80})>")
_TAG = re.compile(r"<[^<>\n]*>|\{\\[^{}\n]*\}")
_DASH = re.compile(r"\s*(?:[-–—‐](?=\s|[^\W\d])|>>+)\s*")
_SOUND = re.compile(r"\s*(?:\[[^\[\]]*\]|[♪♫][^♪♫]*[♪♫]?)\s*")
_ENDED = re.compile(r"(?<![.…])[.!?][»”\"')\s]*\Z")


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown at once, its lines as they are written, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


def drafts(path: str, data: bytes) -> Iterator[Draft]:
    """The text of a file of subtitles, as one draft: sounds (`[music]`) are left out.

    A speaker (`<v Marie>`) leads the words. Raises ReadError for what is no text, and where no time is told.
    """
    check_size(path, data)
    text = decode(path, data)
    cues = list(_cues(text.split("\n"), text.lstrip().startswith("WEBVTT")))
    if not cues:
        raise ReadError(f"{path}: no subtitles: no line tells a time (`00:01:03,000 --> 00:01:05,000`)")
    made = _Made()
    for cue in cues:
        made.read(cue)
    made.close()
    yield Draft(tuple(made.parts), asides=tuple(made.asides))


def _cues(lines: list[str], vtt: bool) -> Iterator[_Cue]:
    """The cues in order. In WebVTT a blank line ends one; in SubRip it may stand within."""
    timing: re.Match[str] | None = None
    said: list[str] = []
    skipped = False
    for line in lines:
        if match := _TIMING.fullmatch(line):
            if timing:
                yield _cue(timing, said[:-1] if said and said[-1].strip().isdigit() else said)
            timing, said, skipped = match, [], False
        elif vtt and not line.strip():
            if timing:
                yield _cue(timing, said)
            timing, said, skipped = None, [], False
        elif timing:
            said.append(line)
        else:
            skipped = skipped or bool(_NOTES.match(line))
    if timing:
        yield _cue(timing, said)


def _cue(timing: re.Match[str], lines: list[str]) -> _Cue:
    return _Cue(
        _seconds(*timing.group(1, 2, 3, 4)),
        _seconds(*timing.group(5, 6, 7, 8)),
        tuple(line for line in lines if line.strip()),
    )


def _seconds(hours: str | None, minutes: str, seconds: str, part: str | None) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")


def _told(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


@dataclass(slots=True)
class _Made:
    """The parts so far, and the one that is being said."""

    parts: list[Part] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    place: str = ""
    cues: int = 0
    end: float = 0.0
    speaker: str = ""
    shown: tuple[str, ...] = ()

    def read(self, cue: _Cue) -> None:
        self._pause(cue.start - self.end)
        rolled = self.shown if cue.start - self.end < 0.2 else ()
        self.shown = tuple(line.strip() for line in map(_plain, cue.lines) if line.strip())
        for written in cue.lines:
            self._line(written, _told(cue.start), rolled)
        self.cues += 1
        self.end = cue.end

    def _pause(self, gap: float) -> None:
        """A new part where a sentence has ended and time has passed, or cues enough."""
        ended = bool(self.words) and bool(_ENDED.search(self.words[-1]))
        if (ended and (gap >= PAUSE or self.cues >= GROUP)) or gap >= SILENCE or self.cues >= LONGEST:
            self.close()

    def _line(self, written: str, place: str, rolled: tuple[str, ...]) -> None:
        voice = _VOICE.search(written)
        text = _plain(written)
        if not text.strip() or text.strip() in rolled:  # captions that roll show a line twice
            return
        if _SOUND.fullmatch(text):
            self.asides.append(Aside(text.strip(), place, "a sound"))
            return
        dash = _DASH.match(text)
        speaker = " ".join(html.unescape(voice[1]).split()) if voice else self.speaker
        if dash or speaker != self.speaker:
            self.close()
        lead = f"{speaker}: " if speaker and speaker != self.speaker else ""
        self.speaker = speaker
        self.place = self.place or place
        self.words.append(lead + (text[dash.end() :] if dash else text).strip())

    def close(self) -> None:
        """End the part."""
        if self.words:
            self.parts.append(Part("paragraph", (Piece("\n".join(self.words)),), self.place))
        self.words, self.place, self.cues = [], "", 0


def _plain(written: str) -> str:
    return html.unescape(_TAG.sub("", written))
