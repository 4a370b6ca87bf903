"""The languages of an article: its main one, and those of blocks and quotations plainly in another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from factcheck.language.detect import detect, in_name, poll, voters
from factcheck.language.lexicon import Lexicon, languages, load
from factcheck.language.words import Words
from factcheck.match.terms import phrase_languages, vocabulary
from factcheck.model import Article, Block, Span

FALLBACK = "en"
"""The language of an article too short to tell."""
PLAINLY = 3
"""How many words of another language there must be, and how many times those of the article's own."""
SHARE = 0.5
"""The share of the words that another language must know, where there are no such words; and that its own
must know of an article."""
ENOUGH, LOOK = 20, 400
"""How many words of an article, not of names, there must be to doubt its language, and how many are asked."""
_QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"\n]+)\"")
_INK = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Part:
    """What of an article is in one language: its prose, all else blanked, and its words."""

    lexicon: Lexicon
    prose: str
    words: Words


def _end(row: tuple[Span, Lexicon]) -> int:
    return row[0][1]


@dataclass(frozen=True, slots=True)
class Tongues:
    """The main language of an article, and the spans that are in another, sorted and apart; of these, the
    `quotations` stand in a block of the main one. `guessed` tells why the main one is a guess."""

    main: Lexicon
    foreign: tuple[tuple[Span, Lexicon], ...] = ()
    quotations: frozenset[Span] = frozenset()
    guessed: str = ""

    def of_block(self, position: int) -> Lexicon:
        """The language of the block that holds a position of the text."""
        at = bisect_right(self.foreign, position, key=_end)
        if at == len(self.foreign):
            return self.main
        span, lexicon = self.foreign[at]
        return lexicon if span[0] <= position and span not in self.quotations else self.main

    def lexicons(self) -> tuple[Lexicon, ...]:
        """The languages of the article, the main one first."""
        others = {lexicon.code: lexicon for _, lexicon in self.foreign}
        return (self.main, *others.values())

    def parts(self, prose: str, words: Words) -> tuple[Part, ...]:
        """The article, language by language; the usual one is in one."""
        if not self.foreign:
            return (Part(self.main, prose, words),)
        pieces = list(self._pieces(len(prose)))
        return tuple(_part(lexicon, pieces, prose, words) for lexicon in self.lexicons())

    def _pieces(self, length: int) -> Iterator[tuple[Span, Lexicon]]:
        cursor = 0
        for (start, end), lexicon in self.foreign:
            yield (cursor, start), self.main
            yield (start, end), lexicon
            cursor = end
        yield (cursor, length), self.main


def _part(lexicon: Lexicon, pieces: Sequence[tuple[Span, Lexicon]], prose: str, words: Words) -> Part:
    shown = (
        prose[slice(*span)] if other is lexicon else _INK.sub(" ", prose[slice(*span)])
        for span, other in pieces
    )
    kept = list(chain.from_iterable(words.within(*span) for span, other in pieces if other is lexicon))
    starts, ends = [words.starts[i] for i in kept], [words.ends[i] for i in kept]
    return Part(lexicon, "".join(shown), Words(starts, ends, [words.folded[i] for i in kept]))


def tongues(article: Article, words: Words, given: str | None) -> Tongues:
    """The languages of an article: the main one is its own, or the one `given`, else the vote's."""
    said = article.language or given
    code, guessed = (said, "") if said else _main(words, article.text)
    main = load(code if code in languages() else FALLBACK)
    guessed = guessed or _doubt(main, article.text, words)
    foreign: dict[Span, Lexicon] = {}
    quotations = set[Span]()
    for block in article.blocks:
        quoted = [
            match.span(match.lastindex or 0)
            for match in _QUOTED.finditer(article.text, block.start, block.end)
        ]
        if other := _other(main.code, article.text, words, _outside(main.code, block, quoted, words)):
            foreign[block.start, block.end] = load(other)
            continue
        for span in quoted:
            if other := _other(main.code, article.text, words, words.within(*span)):
                foreign[span] = load(other)
                quotations.add(span)
    return Tongues(main, tuple(foreign.items()), frozenset(quotations), guessed)


def _doubt(main: Lexicon, prose: str, words: Words) -> str:
    """Why a text may not be in the language that it is read as: too few of its words are known there."""
    told = islice((i for i in range(len(words)) if _in_letters(prose, words, i)), LOOK)
    text = [words.folded[i] for i in told]
    known = sum(map(vocabulary(main.code).knows, text))
    doubtful = len(text) >= ENOUGH and known < SHARE * len(text)
    return f"few of its words are of the language `{main.code}`, as which it was read" if doubtful else ""


def _in_letters(prose: str, words: Words, i: int) -> bool:
    return words.folded[i].isalpha() and _common(prose, words, i)


def _main(words: Words, prose: str) -> tuple[str, str]:
    """The language that a text's words vote for, those outside its quotations first; that of its other words,
    where they are too few. And why that is a guess, where it is one."""
    quoted = set(chain.from_iterable(words.within(*match.span()) for match in _QUOTED.finditer(prose)))
    outside = [i for i in range(len(words)) if i not in quoted] if quoted else None
    if code := detect(words, prose, outside) or detect(words, prose):
        return code, ""
    known = phrase_languages(words)
    if len(known) == 1:
        return known[0], ""
    told = any(word.isalpha() for word in words.folded)
    return FALLBACK, f"its words do not tell its language: it was read as `{FALLBACK}`" if told else ""


@cache
def _own(code: str) -> frozenset[str]:
    """The stop words of one language alone."""
    return voters()[code][0].difference(*(stop for other, (stop, _) in voters().items() if other != code))


def _outside(main: str, block: Block, quoted: Sequence[Span], words: Words) -> Sequence[int]:
    """The words of a block that stand in none of its quotations; all, where none of them is of the main
    language alone: they go with what is quoted."""
    every = words.within(block.start, block.end)
    if not quoted:
        return every
    inside = set(chain.from_iterable(words.within(*span) for span in quoted))
    outside = [i for i in every if i not in inside]
    return outside if any(words.folded[i] in _own(main) for i in outside) else every


def _other(main: str, prose: str, words: Words, within: Sequence[int]) -> str | None:
    """The other language in which some words plainly are; None where they are in the main one, or may be."""
    if len(within) <= PLAINLY:
        return None
    counts = poll(words, prose, within)
    own = voters()[main][0]
    leads: list[tuple[int, str]] = []
    for code, (stop, _) in voters().items():
        theirs = sum(counts[word] for word in counts if word in stop and word not in own)
        mine = sum(counts[word] for word in counts if word in own and word not in stop)
        if theirs >= PLAINLY and theirs >= PLAINLY * mine:
            leads.append((theirs, code))
    if leads or any(word in own for word in counts):
        return max(leads)[1] if leads else None
    return _known(main, prose, words, within)


def _common(prose: str, words: Words, i: int) -> bool:
    """Whether a word is none of a name's: in small letters, or all in capitals."""
    written = prose[words.starts[i] : words.ends[i]]
    return (written[0].islower() and not in_name(words, prose, i)) or (written.isupper() and len(written) > 1)


def _known(main: str, prose: str, words: Words, within: Sequence[int]) -> str | None:
    """The same by all words, where none of them votes for the main language: "19.000 soldados enviados"."""
    text = [words.folded[i] for i in within if _in_letters(prose, words, i)]
    if len(text) < max(PLAINLY, 2 * sum(map(vocabulary(main).knows, text))):
        return None  # whatever the others say; their vocabularies take their time to make
    known = {code: sum(map(vocabulary(code).knows, text)) for code in languages()}
    most = max(known.values())
    leaders = [code for code, count in known.items() if count == most]
    plain = most >= PLAINLY and most >= SHARE * len(text) and most >= 2 * known[main]
    return leaders[0] if plain and leaders != [main] and len(leaders) == 1 else None
