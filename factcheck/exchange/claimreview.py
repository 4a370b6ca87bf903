"""Statements as ClaimReview (https://schema.org/ClaimReview), out and in.

Each review is a statement: what it reviews is the title and a phrase, its rating one of ours, who reviewed it
the first value's source, and where the claim appeared the further values' sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from factcheck.language.words import folded
from factcheck.model import Claim, Rating, Registry, Value
from factcheck.registry.edit_write import Data

CONTEXT = "https://schema.org"
SCALE: Mapping[Rating, int] = {"false": 1, "misleading": 2, "unproven": 3, "true": 5}
"""Our ratings on the scale of 1 to 5 that most publishers use."""
RATINGS: Mapping[str, Rating] = {
    **dict.fromkeys(("true", "correct", "accurate", "right", "vrai", "exact", "verdadero", "cierto"), "true"),
    **dict.fromkeys(
        ("false", "incorrect", "wrong", "fake", "hoax", "pants on fire", "faux", "falso", "infox", "bulo"),
        "false",
    ),
    **dict.fromkeys(
        (
            *("misleading", "mostly false", "half true", "mostly true", "mixture", "missing context"),
            *("out of context", "exaggerated", "altered", "manipulated", "trompeur", "plutot faux"),
            *("hors contexte", "enganoso", "fuera de contexto"),
        ),
        "misleading",
    ),
    **dict.fromkeys(
        ("unproven", "unverified", "unsupported", "no evidence", "research in progress", "non prouve",
         "sans preuve", "sin pruebas"),
        "unproven",
    ),
}  # fmt: skip
"""What publishers call their ratings, in plain words, as one of ours; `--rating` adds to it."""
_KEY = re.compile(r"[^a-z0-9]+")
WORDS = 6
"""How many words of a claim make its id."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review as a claim: its id, its fields and the rating as it was given; or why it is none."""

    place: str
    key: str = ""
    fields: Mapping[str, Data] | None = None
    rated: str = ""
    why: str = ""


def reviews(registry: Registry) -> list[dict[str, Any]]:
    """The statements of a registry as ClaimReview objects."""
    return [_review(claim) for claim in registry.claims if claim.kind == "statement" and claim.rating]


def without_page(registry: Registry) -> list[str]:
    """The ids of the statements whose review has no `url`, the page that search engines ask for."""
    return [review["identifier"] for review in reviews(registry) if "url" not in review]


def _review(claim: Claim) -> dict[str, Any]:
    first, *others = claim.values or (None,)
    rating = claim.rating or "unproven"
    review: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "identifier": claim.id,
        "claimReviewed": claim.title,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": SCALE[rating],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": rating,
        },
        "itemReviewed": {"@type": "Claim", "name": claim.title},
    }
    if claim.match:
        review["itemReviewed"]["alternateName"] = list(claim.match)
    if first:
        review |= _told(first)
    if seen := [_appearance(value) for value in others if value]:
        review["itemReviewed"]["appearance"] = seen
    return review


def _told(value: Value) -> dict[str, Any]:
    """Who reviewed it, where and when."""
    found: dict[str, Any] = {}
    if value.url and not (value.source and value.source.private):
        found["url"] = value.url
    if value.as_of:
        found["datePublished"] = value.as_of
    if value.source:
        found["author"] = {"@type": "Organization", "name": value.source.name}
        if value.source.url and not value.source.private:
            found["author"]["url"] = value.source.url
    return found


def _appearance(value: Value) -> dict[str, Any]:
    told = _told(value)
    work: dict[str, Any] = {"@type": "CreativeWork"}
    if "author" in told:
        work["publisher"] = told.pop("author")
    return work | told


def claims(document: Any, table: Mapping[str, str]) -> Iterator[Reviewed]:
    """The reviews of a JSON-LD document, by a table of what ratings are called, in plain words."""
    for number, review in enumerate(_found(document), 1):
        yield _read(review, f"review {number}", table)


def _found(node: Any) -> Iterator[Mapping[str, Any]]:
    """Every ClaimReview, in lists and graphs, and as an item of a feed."""
    if isinstance(node, list):
        for one in node:
            yield from _found(one)
    elif isinstance(node, dict):
        if "ClaimReview" in _texts(node.get("@type")):
            yield node
        else:
            for key in ("@graph", "dataFeedElement", "item", "itemListElement"):
                yield from _found(node.get(key))


def _texts(node: Any) -> list[str]:
    return [
        one for one in (node if isinstance(node, list) else [node]) if isinstance(one, str) and one.strip()
    ]


def _read(review: Mapping[str, Any], place: str, table: Mapping[str, str]) -> Reviewed:
    said = next(iter(_texts(review.get("claimReviewed"))), "")
    if not said:
        return Reviewed(place, why="has no `claimReviewed`")
    said = " ".join(said.split())
    rated = _one(review.get("reviewRating"))
    name = next(iter(_texts(rated.get("alternateName")) or _texts(rated.get("name"))), "")
    rating = _rating(rated, name, table)
    if rating is None:
        told = f"“{name}”" if name else repr(rated.get("ratingValue"))
        mend = f"say what it is: --rating '{name or told}=misleading'"
        return Reviewed(place, why=f"the rating {told} is in no table: {mend}")
    item = _one(review.get("itemReviewed"))
    phrases = [" ".join(one.split()) for one in _texts(item.get("alternateName"))] or [said]
    fields: dict[str, Data] = {"title": said, "kind": "statement", "match": phrases, "rating": rating}
    if values := [value for value in _values(review, item) if value]:
        fields["values"] = values
    key = next(iter(_texts(review.get("identifier"))), "") or _key(said)
    return Reviewed(place, key, fields, name)


def _one(node: Any) -> Mapping[str, Any]:
    """The first object of what may be one or a list of some."""
    node = node[0] if isinstance(node, list) and node else node
    return node if isinstance(node, dict) else {}


def _rating(rated: Mapping[str, Any], name: str, table: Mapping[str, str]) -> str | None:
    """One of our ratings, by what it is called, else by where it stands on its scale: its ends only."""
    known = table.get(" ".join(folded(name)))
    if known or name:
        return known
    try:
        value, worst, best = (float(rated[key]) for key in ("ratingValue", "worstRating", "bestRating"))
    except (KeyError, TypeError, ValueError):
        return None
    return "false" if value <= worst else "true" if value >= best else "misleading"


def _values(review: Mapping[str, Any], item: Mapping[str, Any]) -> Iterator[dict[str, Data]]:
    yield _value(review, "author")
    seen = item.get("appearance") or item.get("firstAppearance") or []
    for work in seen if isinstance(seen, list) else [seen]:
        yield _value(work if isinstance(work, dict) else {"url": work}, "publisher")


def _value(work: Mapping[str, Any], who: str) -> dict[str, Data]:
    source = _one(work.get(who)) or _one(work.get("author"))
    url = next(iter(_texts(work.get("url")) or _texts(work.get("@id"))), "")
    name = next(iter(_texts(source.get("name"))), "") or _host(url)
    home = next(iter(_texts(source.get("url"))), "")
    day = next(iter(_texts(work.get("datePublished"))), "")[:10]
    told: dict[str, Data] = {
        "as_of": day,
        "source": {"name": name, "url": home} if home and name else name,
        "url": url,
    }
    return {key: said for key, said in told.items() if said}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _key(said: str) -> str:
    return "-".join(_KEY.sub("-", word).strip("-") for word in folded(said)[:WORDS]) or "review"
