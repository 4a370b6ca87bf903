"""What sentences about a claim look like: stretches of those that are, without the figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.language.words import folded
from factcheck.match.terms import phrase_slots
from factcheck.suggest.facts import Said, Word

LONGEST = 7
"""How many words that say something a phrase has at most."""
GAP = " … "
"""What stands for the figure, and for who says so and when."""
LITTLE = 0.3
"""A word at the end that says so much less than the best one is left out."""
REACH = 9
"""How many words away from the figure a phrase may go."""
FEW = 3
"""How many words that say something a phrase should have."""
LEAST = 2
"""With fewer it would catch anything: it is none."""
LETTERS = 40
"""What is longer is no word."""
ALIKE = 0.6
"""Two phrases that have so many of their words in common are one."""
Weights = Mapping[str, float]


def phrases(facts: Sequence[Said], weights: Weights, most: int = 2, few: int = FEW) -> list[str]:
    """The phrases, at most so many a language, that say what facts about one thing have in common, the best
    first; `weights` tell how much each key says. One of fewer words than `few` that say something goes on in
    another clause."""
    shared = _shared(facts, weights)
    found: list[str] = []
    for code, _ in Counter(fact.language for fact in facts).most_common():
        ranked = _ranked([fact for fact in facts if fact.language == code], shared, few)
        found += _unlike(ranked, most)
    return list(dict.fromkeys(found))


def phrase(fact: Said, weights: Weights) -> str:
    """The phrase that one fact gives, empty where its sentence has no words for it."""
    return next(iter(phrases([fact], weights, 1)), "")


def _shared(facts: Sequence[Said], weights: Weights) -> dict[str, float]:
    """How much each key says of facts: how much it tells, how many have it, and how near."""
    told: Counter[str] = Counter()
    for fact in facts:
        for key, near in fact.near.items():
            told[key] += near * weights.get(key, 1.0)  # type: ignore[assignment]
    return {key: value / len(facts) for key, value in told.items()}


def _ranked(facts: Sequence[Said], shared: Weights, few: int) -> list[tuple[str, frozenset[str]]]:
    """The phrase of each fact with its keys, the one first that says most of what is shared."""
    made = [_made(fact, shared, few) for fact in facts]
    scored = [
        (text, keys, sum(shared.get(key, 0.0) for key in keys))
        for text, keys in made
        if len(phrase_slots(text)) >= LEAST
    ]
    scored.sort(key=lambda row: (-row[2], len(row[0]), row[0]))
    return [(text, keys) for text, keys, _ in scored]


def _unlike(ranked: Sequence[tuple[str, frozenset[str]]], most: int) -> Iterator[str]:
    """The first phrases that differ from one another."""
    kept: list[frozenset[str]] = []
    for text, keys in ranked:
        if len(kept) < most and all(len(keys & other) < ALIKE * len(keys | other) for other in kept):
            kept.append(keys)
            yield text


def _made(fact: Said, shared: Weights, few: int) -> tuple[str, frozenset[str]]:
    words = _trimmed(_stretch(fact.words, few, onward=fact.mention.kind == "name"), shared)
    return _text(words), frozenset(key for word in words if _tells(word) for key in word.keys)


def _stretch(words: Sequence[Word], few: int, onward: bool) -> list[Word]:
    """The words of the figure's clause up to a sign on either side, and as long as these are too few those
    before it, or of one whose words stand behind it (`onward`: "Rosa Ferro, the mayor") first those."""
    runs: list[list[Word]] = []
    for word in words:
        if not runs or not word.blank:
            runs.append([])
        runs[-1].append(word)
    low = next((at for at, run in enumerate(runs) if run[-1].away >= 0), len(runs) - 1)
    high = low + 1
    while _telling(runs[low:high]) < few and (low > 0 or high < len(runs)):
        back = low > 0 and not (onward and high < len(runs))
        low, high = (low - 1, high) if back else (low, high + 1)
    return [word for run in runs[max(low, 0) : high] for word in run if abs(word.away) <= REACH]


def _telling(runs: Sequence[Sequence[Word]]) -> int:
    return sum(_tells(word) for run in runs for word in run)


def _tells(word: Word) -> bool:
    return bool(word.keys) and not word.apart and len(word.text) <= LETTERS


def _trimmed(words: list[Word], shared: Weights) -> list[Word]:
    """Words without those at either end that say nothing, or little beside the others; at most LONGEST."""
    words = list(words)
    worth = {word.away: max((shared.get(key, 0.0) for key in word.keys), default=0.0) for word in words}
    best = max((worth[word.away] for word in words if _tells(word)), default=0.0)
    while words:
        count = sum(map(_tells, words))
        if not _tells(words[0]):
            words.pop(0)
        elif not _tells(words[-1]):
            words.pop()
        else:
            end = 0 if worth[words[0].away] < worth[words[-1].away] else -1
            if count <= FEW or (count <= LONGEST and worth[words[end].away] >= LITTLE * best):
                break
            words.pop(end)
    return words


def _text(words: Sequence[Word]) -> str:
    """Words as they are written, elisions kept (`l'affluence`), with a sign where a figure stood."""
    text = ""
    before: Word | None = None
    for word in words:
        if word.apart or len(word.text) > LETTERS:
            before = None
            continue
        text += ("" if not text else GAP if before is None else word.glue or " ") + word.text
        before = word
    return text


def alike(one: str, other: str) -> bool:
    """Whether two phrases have the same words."""
    return set(folded(one)) == set(folded(other))
