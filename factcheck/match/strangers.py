"""Whether a name that the registry does not know is given the very role of a claim, and surely so."""

from __future__ import annotations

from factcheck.extract.asserted import asserted
from factcheck.language.words import folded
from factcheck.match.index import Entry, texts
from factcheck.match.runs import hits, proper
from factcheck.match.scene import APART, Role, Scene, named
from factcheck.match.setting import NEAR
from factcheck.match.terms import countries
from factcheck.model import Certainty, NameReading

WHOLE = 0.8
"""How much of a role, and of its common words, must be said beside a name that the registry does not know."""
PART = 0.42
"""How much of it, where the rest stands elsewhere in the sentence."""


def doubt(scene: Scene, entry: Entry, name: NameReading, role: Role) -> Certainty | None:
    """Whether a name's role is surely the claim's, possibly, or not: how much of it is said, and where."""
    names = proper(texts(entry.claim))
    slots = list(enumerate(role.phrase.slots))
    filled = role.filled | _trailing(scene, name, role)
    common = [(at, slot.weight) for at, slot in slots if not slot.keys <= names]
    common_told = sum(weight for at, weight in common if at in role.filled)
    if common_told < WHOLE * sum(weight for _, weight in common):
        return None
    lacking = [slot for at, slot in slots if at not in filled and slot.keys <= names]
    named = any(at in filled and slot.keys <= names for at, slot in slots)
    share = sum(slot.weight for at, slot in slots if at in filled) / role.phrase.weight
    if not lacking:
        return "sure" if share >= WHOLE else None
    if _continued(scene, role):
        return None
    keys = [slot.keys for slot in lacking]
    around = scene.setting.around
    if named and all(not around.article_keys.keys().isdisjoint(found) for found in keys):
        return "sure"
    lean = around.lean(scene.number)
    if all(any(lean.get(key, 0.0) >= NEAR for key in found) for found in keys) and _alone(scene, role):
        return "sure"
    here = around.keys(scene.setting.span(scene.number))
    told = not any(map(here.isdisjoint, keys)) and (share >= PART or _alone(scene, role))
    return "possible" if told else None


def _trailing(scene: Scene, name: NameReading, role: Role) -> frozenset[int]:
    """The places of a role that are filled right behind its holder: "mayor Ana Ruiz of Port Lorne"."""
    span, page = scene.words_of(name), scene.page
    if span.start != role.words.stop or page.word(span.stop) not in scene.ties.prepositions:
        return frozenset()
    behind = range(span.stop, min(span.stop + APART, scene.words.stop))
    until = next((at for at in behind if not page.plain(at)), behind.stop)
    vocabulary = role.said.vocabulary
    terms = list(vocabulary.terms(page.words, range(span.stop, until)))
    return frozenset(place for _, places in hits(role.phrase, terms) for place in places)


def _other(entry: Entry, role: Role, word: str) -> bool:
    """Whether a word tells something else of a role. A nationality tells of its holder, where the role itself
    names whose it is, and the claim has no country."""
    known, names = role.said, proper(texts(entry.claim))
    named = any(at in role.filled and slot.keys <= names for at, slot in enumerate(role.phrase.slots))
    abroad = countries(known.vocabulary.keys(word)) and not entry.countries
    return known.other(word) and not (named and abroad)


def _owned(scene: Scene, entry: Entry, name: NameReading, role: Role) -> bool:
    """Whether another name before the role says whose it is, and that is not the claim's: "Oakham coach"."""
    page, at = scene.page, role.words.start - 1
    if not page.plain(at + 1) or at < scene.words.start or at in scene.words_of(name):
        return False
    at -= page.word(at) in scene.ties.possessive
    entitled = page.word(at) in scene.ties.titles | scene.ties.appointed
    return page.capital(at) and not entitled and _other(entry, role, page.word(at))


def _widened(scene: Scene, entry: Entry, role: Role) -> bool:
    """Whether another word makes the role narrower: "the batting coach", "entraîneur des gardiens"."""
    page, known = scene.page, scene.ties
    inside = (page.word(at) for at in role.words if at not in role.own)
    if any(_other(entry, role, word) and word not in known.qualities for word in inside):
        return True
    before = page.word(role.words.start - 1)
    narrower = _other(entry, role, before) and before not in known.qualities | known.titles
    return narrower and page.plain(role.words.start) and page.word(role.words.start - 2) in known.articles


def _continued(scene: Scene, role: Role) -> bool:
    """Whether what follows says whose a role is, and that is not the claim's: "coach of the year"."""
    page, at = scene.page, role.words.stop
    if not page.plain(at) or page.word(at) not in scene.ties.prepositions:
        return False
    return any(page.plain(i) and role.said.other(page.word(i)) for i in (at + 1, at + 2))


def _alone(scene: Scene, role: Role) -> bool:
    """Whether this sentence and the one before name nobody, and nothing, beside one name and the claim's."""
    before = named(scene.setting, scene.number - 1) if scene.number else {}
    others = [name for names in (scene.spans, before) for name in names if not _is_own(scene, name, role)]
    return len({name.text for name in others}) == 1


def _is_own(scene: Scene, name: NameReading, role: Role) -> bool:
    return all(role.said.own(scene.page.word(at)) for at in scene.words_of(name))


def may_hold(scene: Scene, entry: Entry, name: NameReading, role: Role) -> bool:
    """Whether a name that the registry does not know may be a holder's: no place, no body where people
    hold the role, none of the role's own words, and the text tells it as so."""
    said = folded(name.text)
    known = {word for value in entry.claim.values for word in folded(value.name or "")}
    single = any(len(folded(value.name or "")) == 1 for value in entry.claim.values)
    if known.issuperset(said) or _is_own(scene, name, role) or _is_place(scene, name, role):
        return False
    if (len(said) == 1 and not single) or _owned(scene, entry, name, role) or _widened(scene, entry, role):
        return False
    person = not scene.ties.offices.isdisjoint(role.said.words)
    return not (person and not scene.ties.bodies.isdisjoint(said)) and _asserts(scene, name)


def _is_place(scene: Scene, name: NameReading, role: Role) -> bool:
    """Whether a name is a country's, or tells where the place before it lies: "of Vienna, New York"."""
    terms = scene.setting.around.terms((name.start, name.end))
    if terms and all(countries(term.keys) for term in terms):
        return True
    at = scene.words_of(name).start
    behind = at == role.words.stop and scene.page.gap(at) == "," and scene.page.capital(at - 1)
    return behind and scene.page.word(at) in scene.ties.places


def _asserts(scene: Scene, name: NameReading) -> bool:
    """Whether the sentence tells as so what it tells of a name, and asks nothing."""
    around, lexicon = scene.setting.around, scene.setting.lexicon(scene.number)
    prose, end = around.article.text, scene.setting.span(scene.number)[1]
    asks = prose[name.start : end].rstrip().rstrip("\"”»’')").rstrip().endswith("?")
    told = asserted(prose, around.words, [around.sentences[scene.number]], [(name.start, name.end)], lexicon)
    return all(told) and not asks
