"""Suggestions over HTTP, while somebody types."""

from typing import Any, ClassVar
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from ai.search.query import MAX_CHARACTERS
from ai.search.suggest.service import suggest_while_typing
from ai.search.suggest.types import Kind, Offer
from shop.amounts import format_amount
from shop.api.fields import PriceField, amount_text
from shop.api.permissions import PUBLIC, Access
from shop.api.throttling import KindThrottle
from shop.api.views.base import ApiView
from shop.templatetags.pictures import file_url


class SuggestThrottle(KindThrottle):
    """Somebody who types asks several times a second: counted apart from other calls."""

    kind = "suggest"


class PartSerializer(serializers.Serializer[Any]):
    """A stretch of the text."""

    text = serializers.CharField()
    is_match = serializers.BooleanField(help_text="True: this is what was typed.")


class ThumbnailSerializer(serializers.Serializer[Any]):
    """A small picture."""

    url = serializers.URLField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class OfferSerializer(serializers.Serializer[Any]):
    """One suggestion."""

    kind = serializers.ChoiceField(choices=[str(kind) for kind in Kind])
    text = serializers.CharField(help_text="Plain text, not HTML.")
    parts = PartSerializer(many=True, help_text="The same text in parts, to mark what was typed.")
    note = serializers.CharField(help_text="A product's brand, the categories above a category.")
    url = serializers.URLField(help_text="The page it leads to.")
    price = PriceField(allow_null=True, help_text="Of the cheapest variant.")
    is_from = serializers.BooleanField(help_text="Other variants cost more.")
    currency = serializers.CharField()
    price_text = serializers.CharField(help_text="The price as the shop writes it, or nothing.")
    image = ThumbnailSerializer(allow_null=True)


class OffersSerializer(serializers.Serializer[Any]):
    """What to offer for a text. It describes the answer, which is written without it."""

    text = serializers.CharField(help_text="What was looked up.")
    corrected_from = serializers.CharField(help_text="What was typed, if its slips were put right.")
    suggestions = OfferSerializer(many=True)


def write_offer(offer: Offer, *, base: str) -> dict[str, Any]:
    """Return a suggestion as JSON has it; `base` is the address of this server.

    Fields of REST framework would take longer than the database does to find it.
    """
    price, image = offer.price, offer.image
    return {
        "kind": str(offer.kind),
        "text": offer.text,
        "parts": [{"text": each.text, "is_match": each.is_match} for each in offer.parts],
        "note": offer.note,
        "url": base + address_of(offer),
        "price": None if price is None else amount_text(price),
        "is_from": offer.is_from,
        "currency": settings.SHOP["CURRENCY"],
        "price_text": price_text(offer),
        "image": image
        and {
            "url": urljoin(base, file_url(image.file)),
            "width": image.width,
            "height": image.height,
        },
    }


def price_text(offer: Offer) -> str:
    """Return the price in words; nothing where there is none."""
    if offer.price is None:
        return ""
    return f"{'from ' if offer.is_from else ''}{format_amount(offer.price)}"


def address_of(offer: Offer) -> str:
    """Return the path of the page that a suggestion leads to."""
    match offer.kind:
        case Kind.PRODUCT:
            return reverse("shop:product", args=[offer.slug])
        case Kind.CATEGORY:
            return reverse("shop:category", args=[offer.slug])
        case Kind.BRAND:
            return f"{reverse('shop:all')}?{urlencode({'brand': offer.slug})}"
    return f"{reverse('ai:search')}?{urlencode({'q': offer.text})}"


class SuggestView(ApiView):
    """Suggestions for a text that is being typed."""

    access: ClassVar[dict[str, Access]] = {"get": PUBLIC}
    throttle_classes = [SuggestThrottle]

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "q",
                description=f"What is typed so far, at most {MAX_CHARACTERS} characters; without "
                "it, what is asked most.",
            )
        ],
        responses=OffersSerializer,
        operation_id="suggest",
    )
    def get(self, request: Request) -> Response:
        """Return queries of others, categories, brands and products that begin so."""
        raw = request.query_params.get("q", "")
        if len(raw) > MAX_CHARACTERS:
            raise ValidationError({"q": [f"At most {MAX_CHARACTERS} characters."]})
        found = suggest_while_typing(raw)
        base = request.build_absolute_uri("/").rstrip("/")
        return Response(
            {
                "text": found.text,
                "corrected_from": found.corrected_from,
                "suggestions": [write_offer(each, base=base) for each in found.offers],
            }
        )
