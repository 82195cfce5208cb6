"""The box "Buyers say": one row of the database, nothing where too few have written."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ai.models import ReviewDigest
from ai.reviews.digest.clauses import Clause, Kind
from ai.reviews.digest.composing import compose_digest
from ai.reviews.digest.facts import AspectFacts, Facts, Quote, facts_of, least_reviews
from ai.web.digest.choice import ASPECT, SENTIMENT, SENTIMENTS
from shop.models import Product
from shop.views.fragments import PageRequest, vary_by_fragment

# Chips: two rows at 1280 px.
MOST_CHIPS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """An aspect, and the address of the reviews that talk about it."""

    aspect: AspectFacts
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuote:
    """A sentence of a review, the aspect it is about, and the address of those that agree."""

    quote: Quote
    aspect: AspectFacts
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestBox:
    """A digest as it is drawn; without sentences it is not drawn at all."""

    address: str
    sentences: tuple[Clause, ...]
    source: Clause | None
    quotes: tuple[ShownQuote, ...]
    chips: tuple[Chip, ...]


@require_safe
def digest_box(request: PageRequest, slug: str) -> HttpResponse:
    """Show what buyers say of a product: nothing at all below the least number, so it vanishes."""
    if not request.htmx:
        return vary_by_fragment(redirect("ai:reviews", slug))
    digest = ReviewDigest.objects.filter(
        product__slug=slug, product__status=Product.Status.ACTIVE
    ).first()
    if digest is None:
        get_object_or_404(Product.objects.published().only("pk"), slug=slug)
    box = build_box(slug, facts_of(digest)) if digest else None
    return vary_by_fragment(render(request, "ai/digest/_box.html", {"box": box}))


def build_box(slug: str, facts: Facts) -> DigestBox:
    """Return the box of a product."""
    least = least_reviews()
    clauses = compose_digest(facts, least=least)
    address = reverse("ai:reviews", args=[slug])
    told = [each for each in facts.aspects if each.reviews >= least] if clauses else []
    named = {each.id: each for each in told}
    return DigestBox(
        address=address,
        sentences=tuple(each for each in clauses if each.kind not in {Kind.QUOTE, Kind.SOURCE}),
        source=next((each for each in clauses if each.kind == Kind.SOURCE), None),
        quotes=tuple(
            ShownQuote(
                quote=each.quote,
                aspect=named[each.quote.aspect],
                address=about(address, each.quote.aspect, each.quote.polarity),
            )
            for each in clauses
            if each.quote
        ),
        chips=tuple(
            Chip(aspect=each, address=about(address, each.id)) for each in told[:MOST_CHIPS]
        ),
    )


def about(address: str, aspect: int, polarity: int | None = None) -> str:
    """Return the address of the reviews that talk about an aspect, in this sense."""
    asked: dict[str, int | str] = {ASPECT: aspect}
    if polarity is not None:
        asked[SENTIMENT] = SENTIMENTS[polarity]
    return f"{address}?{urlencode(asked)}"
