"""What makes a registry's phrases weak: one that says another claim, and none that leads to a claim from the
language of an article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import get_args

from factcheck.language.words import words
from factcheck.match.index import FLOOR, Entry, Phrase, Slot, build, texts
from factcheck.match.terms import spoken, vocabulary
from factcheck.model import Kind, Registry, Report, Weakness
from factcheck.registry.check import apart, weak
from factcheck.registry.fields import quote
from factcheck.registry.vocabulary import no_nouns

COMMON = 50
"""Claims that may have a word for it to lead from one to another."""
WHOLE, LESS = 0.9, 0.65
"""A phrase is another claim's where it and one of that claim's say so much of each other, and its own claim's
others so much of it at most: shares of weight."""


def entries_of(registry: Registry) -> Sequence[Entry]:
    """The claims made ready for weighing, in their order."""
    return build(registry, get_args(Kind)).entries


def misplaced(entries: Sequence[Entry]) -> Iterator[Weakness]:
    """Phrases of a claim's `match` that fit another claim of its kind better than their own."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in entry.keys:
            having[key].append(number)
    for entry in entries:
        for text, phrase in zip(texts(entry.claim), entry.phrases, strict=True):
            others = [other for other in entry.phrases if other is not phrase]
            said = max((_said(phrase, other) for other in others), default=1.0)
            near = _near(phrase, others, having) if said <= LESS and text in entry.claim.match else ()
            fitting = (entries[at].claim.id for at in near if _fits(text, phrase, entry, entries[at]))
            if (better := next(fitting, None)) is not None:
                what = f"{quote(text)} says what `{better}` does, and its other phrases do not"
                yield weak("misplaced-phrase", entry.claim, f"{what}: give it to that, or say more in it")


def _near(phrase: Phrase, others: Sequence[Phrase], having: Mapping[str, Sequence[int]]) -> Iterable[int]:
    """The claims that share with a phrase what no other of its own claim says; by what is rare."""
    known = {key for other in others for slot in other.slots for key in slot.keys}
    own = [key for slot in phrase.slots if not slot.keys & known for key in slot.keys]
    return sorted({at for key in own if len(having[key]) <= COMMON for at in having[key]})


def _fits(text: str, phrase: Phrase, entry: Entry, rival: Entry) -> bool:
    """Whether a phrase is rather a rival's; what the two share on purpose, as a part and its whole, or told
    apart by `context` or by units, is not."""
    one, other = entry.claim, rival.claim
    if (
        one is other
        or one.kind != other.kind
        or other.part_of == one.id
        or one.part_of == other.id
        or apart(one, other)
    ):
        return False
    pairs = zip(texts(other), rival.phrases, strict=True)
    alike = [own for own, said in pairs if min(_said(phrase, said), _said(said, phrase)) >= WHOLE]
    there = {frozenset(words(own).folded) for own in alike}
    is_same = frozenset(words(text).folded) in there  # of which `same-phrase` tells
    return not is_same and any(_numbers(own) == _numbers(text) for own in alike)


def _numbers(text: str) -> frozenset[str]:
    """The numbers of a phrase, which no place of it stands for."""
    return frozenset(word for word in words(text).folded if word[0].isdigit() or word in no_nouns())


def _said(phrase: Phrase, other: Phrase) -> float:
    """The share of a phrase that another says, by weight."""
    keys = {key for slot in other.slots for key in slot.keys}
    return sum(slot.weight for slot in phrase.slots if slot.keys & keys) / phrase.weight


def unbridged(entries: Sequence[Entry], report: Report) -> Iterator[Weakness]:
    """Claims that no article in a language was matched to, and none can be: the thesaurus leads there from
    too little of each of their phrases."""
    languages = {article.path: article.language for article in report.articles}
    matched = {(mention.claim, languages.get(mention.path)) for mention in report.mentions}
    plain = {word for entry in entries for text in texts(entry.claim) for word in _written(text)}
    plain = {word for word in plain if word == word.lower()}
    for code, count in sorted(Counter(languages.values()).items()):
        for entry in entries:
            if entry.phrases and (entry.claim.id, code) not in matched and not _reached(entry, code, plain):
                many = f"{count:,} articles are" if count > 1 else "an article is"
                what = f"no phrase in `{code}`, in which {many}, and the thesaurus leads there from none"
                yield weak("unbridged", entry.claim, f"{what}: give it one in `match`")


def _reached(entry: Entry, code: str, plain: set[str]) -> bool:
    """Whether a text in a language can say enough of a claim to be weighed."""
    known = _concepts(code)
    return any(
        code in spoken(text) or _share(phrase, known | _names(text, plain)) >= FLOOR
        for text, phrase in zip(texts(entry.claim), entry.phrases, strict=True)
    )


def _share(phrase: Phrase, known: frozenset[str]) -> float:
    return sum(slot.weight for slot in phrase.slots if _leads(slot, known)) / phrase.weight


def _leads(slot: Slot, known: frozenset[str]) -> bool:
    return any(key in known or key[:1].isdigit() for key in slot.keys)


def _names(text: str, plain: set[str]) -> frozenset[str]:
    """The stems of what may be a name, which is the same in every language: a word with a capital that the
    registry writes nowhere without."""
    said = {word.lower() for word in _written(text) if word != word.lower() and word.lower() not in plain}
    folded = [word for name in said for word in words(name).folded]
    return frozenset(vocabulary(code).stem(word) for code in spoken(text) for word in folded)


def _written(text: str) -> Iterator[str]:
    page = words(text)
    return (text[start:end] for start, end in zip(page.starts, page.ends, strict=True))


@cache
def _concepts(code: str) -> frozenset[str]:
    """The concepts and countries for which a language has a word."""
    there = vocabulary(code)
    single = (key for table in (there.single, there.exact) for keys in table.values() for key in keys)
    return frozenset((*single, *(key for rows in there.sequences.values() for _, key in rows)))
