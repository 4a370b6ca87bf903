"""Whether a figure's unit is, or may stand for, a claim's: what is left out, shared, or told by the claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import product

from factcheck.language.lexicon import load
from factcheck.language.units import Rate, Share, dimension, is_currency, is_known, kind, rate
from factcheck.language.words import fold, folded, words
from factcheck.match.roles import signed
from factcheck.match.terms import phrase_languages
from factcheck.model import Claim, Figure, Quantity

_NUMBER = re.compile(r"[0-9]{1,3}(?:[ ,.\u00a0\u202f][0-9]{3})+|[0-9]+")
_LONGEST = 3
_PRICE = "price"
_CENT = "cent"


def comparable(figure: Figure, claim: Claim) -> Quantity | None:
    """A figure as the claim would have it, with the sign that its verb gives it, or None where its unit does
    not convert into the claim's.

    A figure without a unit that counts no noun may leave the claim's out ("30 billion", "at 4.7", of a
    claim in tonnes a year "12 million a year"). A currency by a shared name may be the claim's ("dollars",
    of a claim in Canadian dollars). A rate is the claim's quantity, and a plain figure that of a claim in a
    rate, where the claim's own words tell what it is per ("monthly rent: 800 euros", "price of a dose: 4
    dollars a dose"), and never otherwise. Cents are those of the claim's currency.
    """
    quantity, units = signed(figure, claim), _units(claim)
    if dimension(quantity.unit) in units:
        return quantity
    for measured, unit in units.items():
        meant = _meant(figure, unit, claim, len(units) == 1)
        if dimension(meant) == measured:
            return _valued(quantity, meant)
    return None


def _valued(quantity: Quantity, unit: str | None) -> Quantity:
    """A quantity in the unit that it is meant in; cents in what they are cents of, and back."""
    places = 2 * ((rate(quantity.unit).of == _CENT) - (rate(unit).of == _CENT))
    if not places:
        return replace(quantity, unit=unit)
    value, high = (
        end and float(Decimal(repr(end)).scaleb(-places)) for end in (quantity.value, quantity.high)
    )
    decimals = max(0, (quantity.decimals or 0) + places)
    return replace(quantity, value=value or 0.0, high=high, unit=unit, decimals=decimals)


def _units(claim: Claim) -> Mapping[str, str | None]:
    """The units of a claim's values, by what they measure."""
    units = {dimension(v.quantity.unit): v.quantity.unit for v in claim.values if v.quantity}
    return units or {dimension(claim.unit): claim.unit}


def _meant(figure: Figure, unit: str | None, claim: Claim, alone: bool) -> str | None:
    """The unit that a figure has if it is about a claim in `unit`, its only one if `alone`."""
    bare = figure.noun is None and alone
    if bare and figure.quantity.unit is None:
        return unit
    (mine, per), (theirs, theirs_per) = rate(figure.quantity.unit), rate(unit)
    unnamed = figure.shared or theirs == kind(theirs)  # "dollars", a claim in "pesos"
    money = is_currency(mine) and is_currency(theirs)
    alike = (unnamed and kind(mine) == kind(theirs)) or _CENT in (mine, theirs)
    if (bare and mine is None) or (money and alike):
        mine = theirs
    left_out = set(per) ^ set(theirs_per)
    nested = left_out == set(per) - set(theirs_per) or left_out == set(theirs_per) - set(per)
    if left_out and nested and _tells(claim, left_out, is_currency(mine)):
        per = theirs_per
    return Rate(mine, per).symbol


def _tells(claim: Claim, per: Iterable[Share], money: bool) -> bool:
    """Whether a claim's own words tell what a rate is per; a price is always per something."""
    said = _said((claim.title, *claim.match))
    return (money and _PRICE in said) or all(_told(share, said) for share in per)


def _told(share: Share, said: frozenset[str]) -> bool:
    if share.number != 1 and f"{share.number:.0f}" not in said:
        return False
    return share.unit is None or (share.unit if is_known(share.unit) else f"={fold(share.unit)}") in said


@lru_cache(maxsize=4096)
def _said(phrases: tuple[str, ...]) -> frozenset[str]:
    """The units, the numbers and `price` that a claim's phrases name, and each of their words (`=ticket`)."""
    found: set[str] = set()
    for phrase in phrases:
        text = words(phrase)
        found.update(f"={word}" for word in text.folded)
        found.update(re.sub(r"\D", "", number) for number in _NUMBER.findall(phrase))
        for names in map(_names, phrase_languages(text)):
            for at, size in product(range(len(text)), range(1, _LONGEST + 1)):
                found |= names.get(tuple(text.folded[at : at + size]), frozenset())
    return frozenset(found)


@cache
def _names(code: str) -> Mapping[tuple[str, ...], frozenset[str]]:
    """What the words of a language that name a unit, or tell of one (`monthly`), stand for."""
    lexicon = load(code)
    tables = [*lexicon.lists("units").items(), *lexicon.lists("rates.said").items()]
    tables += [("people", lexicon.words("rates.people")), (_PRICE, lexicon.words("rates.prices"))]
    found: dict[tuple[str, ...], set[str]] = {}
    for symbol, names in tables:
        for name in names:
            found.setdefault(tuple(folded(name)), set()).add(symbol)
    return {said: frozenset(symbols) for said, symbols in found.items()}
