"""Customers with invented names, addresses nobody can have, and tastes of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from shop.demo.history.events import Buyer
from shop.demo.history.logic import Logic
from shop.demo.history.preferences import (
    COUNTRIES,
    FAVOURITE_FACTOR,
    FAVOURITES,
    TYPES,
    CustomerType,
)
from shop.demo.history.randomness import pick, stream

FIRST_NAMES: Final = (
    *("Acorn", "Almond", "Bramble", "Briony", "Bracken", "Campion", "Cedar", "Clover", "Comfrey"),
    *("Damson", "Dill", "Elder", "Fennel", "Fern", "Furze", "Hazel", "Heather", "Iris", "Ivy"),
    *("Juniper", "Larch", "Linden", "Lovage", "Mallow", "Medlar", "Myrtle", "Nettle", "Olive"),
    *("Poppy", "Quince", "Reed", "Rowan", "Rush", "Sage", "Sorrel", "Tansy", "Teasel", "Thistle"),
)
# Surnames that say what they are: nobody is called so.
LAST_NAMES: Final = (
    *("Examplewood", "Fictionby", "Madeupham", "Mockridge-Test", "Nobodysson", "Notreally"),
    *("Papersmith", "Placeholder", "Pretendergast", "Proxyfield", "Samplewick", "Seedford"),
    *("Simulane", "Specimenski", "Standin", "Storybrook", "Supposewell", "Testerton"),
)
# Reserved by RFC 2606: mail to them reaches nobody.
DOMAINS: Final = ("example.com", "example.net", "example.org", "post.example")
# Three in five make an account; the others buy as guests. Most demo shops say the same.
ACCOUNT_SHARE: Final = 0.6
# Some look on the telephone and buy at a desk: two browsers, two visitor keys.
TWO_DEVICES_SHARE: Final = 0.35
# What a body wears of what there is to wear, small to large, and how many out of a hundred do.
BODIES: Final = (
    frozenset({"S", "S/M", "76", "37", "36/37", "38", "38/39", "36–38"}),
    frozenset({"M", "S/M", "M/L", "82", "40", "40/41", "39–41"}),
    frozenset({"L", "L/XL", "M/L", "88", "42", "42/43", "42–44"}),
    frozenset({"L", "L/XL", "94", "43", "44", "44/45", "42–44"}),
    frozenset({"XL", "L/XL", "XXL", "100", "45", "46", "46/47", "45–47"}),
)
BODY_SHARES: Final = (24, 30, 24, 14, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who visits the shop."""

    type: CustomerType
    # How readily a category is bought: the type's numbers with the person's favourites in them.
    taste: dict[str, float]
    body: frozenset[str]
    # One key for each browser.
    visitors: tuple[str, ...]


def make_person(name: str, *, seed: int, categories: Iterable[str], logic: Logic) -> Person:
    """Return somebody; the same name and seed give the same person."""
    chance = stream(seed, "person", name)
    type_ = pick(chance, TYPES, [each.share for each in TYPES])
    devices = 2 if chance.random() < TWO_DEVICES_SHARE else 1
    taste = {code: type_.categories.get(code, 0.0) for code in sorted(categories)}
    if not logic.preferences or not any(taste.values()):
        taste = dict.fromkeys(taste, 1.0)
    else:
        for _ in range(FAVOURITES):
            # A category may be drawn twice: some people want one thing only.
            taste[pick(chance, list(taste), list(taste.values()))] *= FAVOURITE_FACTOR
    return Person(
        type=type_,
        taste=taste,
        body=pick(chance, BODIES, BODY_SHARES),
        visitors=tuple(
            sha256(f"{seed}:{name}:{device}".encode()).hexdigest()[:32] for device in range(devices)
        ),
    )


def make_buyer(number: int, *, person: Person, seed: int, countries: Iterable[str]) -> Buyer:
    """Return what the shop knows of a customer; `countries` are those that are delivered to."""
    chance = stream(seed, "buyer", number)
    first, last, domain = (
        names[int(chance.random() * len(names))] for names in (FIRST_NAMES, LAST_NAMES, DOMAINS)
    )
    known = sorted(countries)
    weights = [COUNTRIES.get(code, 0) * person.type.countries.get(code, 1) for code in known]
    return Buyer(
        number=number,
        first_name=first,
        last_name=last,
        # Numbered, so that no two share an address.
        email=f"{first}.{last}.{number}@{domain}".lower(),
        has_account=chance.random() < ACCOUNT_SHARE,
        country=pick(chance, known, weights),
        type=person.type.name,
    )
