"""Recommendations over HTTP, and the end of what they know of a browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from ai.analytics.box_receipts import SignedBoxReceipt, sign_box
from ai.analytics.options import event_options
from ai.recommendations.experiments import LOT_COOKIE
from ai.recommendations.service import recommend
from ai.recommendations.types import (
    MOST_ITEMS,
    MOST_SUBJECTS,
    Kind,
    ReasonKind,
    Recommendation,
    Recommendations,
    Wanted,
)
from shop.api.access import VIEW_ORDERS
from shop.api.authentication import ScopedTokenAuthentication
from shop.api.permissions import PUBLIC, Access
from shop.api.serializers.products import ProductCardSerializer
from shop.api.throttling import KindThrottle
from shop.api.views.base import ApiView
from shop.api.views.carts import find_cart
from shop.models import Category, Product, User, Variant
from shop.views.recent import COOKIE as LOOKED_AT

LIMIT: Final = 8
ONCE: Final = ("cart", "category", "limit", "in_stock")
REPEATED: Final = ("product", "viewed")
# The kinds that stand beside a product, and the one that stands beside a cart.
BESIDE_PRODUCT: Final = frozenset({Kind.SIMILAR, Kind.TOGETHER})
TRUE, FALSE = ("true", "1"), ("false", "0")
PARAMETERS: Final = [
    OpenApiParameter(
        "kind",
        location=OpenApiParameter.PATH,
        enum=Kind.values,
        description="`similar` and `together` need `product`, `complements` needs `cart` or "
        "`product`.",
    ),
    OpenApiParameter(
        "product", many=True, description="Slug of what it stands beside; repeat it for a cart."
    ),
    OpenApiParameter("cart", OpenApiTypes.UUID, description="Token of a cart."),
    OpenApiParameter("category", description="Slug; everything below it is included."),
    OpenApiParameter(
        "viewed",
        many=True,
        description="Slug of a product that the visitor looked at, the latest first; used for this "
        f"answer and not kept. At most {MOST_SUBJECTS}.",
    ),
    OpenApiParameter("limit", OpenApiTypes.INT, description=f"1 to {MOST_ITEMS}."),
    OpenApiParameter(
        "in_stock",
        OpenApiTypes.BOOL,
        description="False: what is sold out may be among them. True is the default.",
    ),
]


class RecommendationThrottle(KindThrottle):
    """A page asks for several boxes: counted apart from other calls."""

    kind = "recommendations"


class ReasonSerializer(serializers.Serializer[Any]):
    """Why a product is recommended."""

    kind = serializers.ChoiceField(choices=[str(kind) for kind in ReasonKind])
    text = serializers.CharField(help_text="In words, plain text.")
    count = serializers.IntegerField(
        help_text="The orders or visitors that the words name; 0 where they name none."
    )
    because = serializers.CharField(
        help_text="Slug of the product that the words name, or nothing."
    )


class RecommendedSerializer(ProductCardSerializer):
    """A product, and why it is recommended."""

    reason = ReasonSerializer(read_only=True)

    class Meta(ProductCardSerializer.Meta):
        fields = (
            *(name for name in ProductCardSerializer.Meta.fields if name != "status"),
            "reason",
        )
        read_only_fields = fields


class RecommendationsSerializer(serializers.Serializer[Any]):
    """An answer, best first, no product twice."""

    kind = serializers.ChoiceField(choices=Kind.values)
    results = RecommendedSerializer(many=True)
    box_id = serializers.CharField(
        help_text="Names this answer in events; nothing where events are not recorded."
    )
    receipt = serializers.CharField(
        help_text="Send it as an event of the type `box` once the visitor has it in view."
    )


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An answer as the serializer reads it."""

    kind: str
    results: Sequence[Product]
    box_id: str
    receipt: str


class RecommendationsView(ApiView):
    """Products for a place: beside a product or a cart, for a visitor, of a shelf."""

    access: ClassVar[dict[str, Access]] = {"get": PUBLIC}
    throttle_classes = [RecommendationThrottle]
    # The receipt differs every time.
    conditional = False

    @extend_schema(
        parameters=PARAMETERS,
        responses=RecommendationsSerializer,
        operation_id="recommendations",
    )
    def get(self, request: Request, kind: str) -> Response:
        """Return products that can be bought now, each with a reason that is true.

        For an account that calls with its session, or with a token of the scope `orders:read`, its
        orders count: what it has is left out, unless it is used up.
        """
        wanted = WantedReader(request, kind).read()
        found = recommend(wanted)
        receipt = _receipt(found)
        shown = Shown(
            kind=found.kind,
            results=with_reasons(found.items),
            box_id=receipt.box_id if receipt else "",
            receipt=receipt.token if receipt else "",
        )
        return Response(RecommendationsSerializer(shown, context={"request": request}).data)


class HistoryView(ApiView):
    """What this browser keeps of what was looked at."""

    access: ClassVar[dict[str, Access]] = {"delete": PUBLIC}
    # Nobody's session is looked at: whose browser it is makes no difference.
    authentication_classes = [ScopedTokenAuthentication]

    @extend_schema(request=None, responses={204: None}, operation_id="forget_history")
    def delete(self, request: Request) -> Response:
        """Have the browser that calls forget what it looked at, and its lot in experiments."""
        response = Response(status=204)
        for name in (LOOKED_AT, LOT_COOKIE):
            response.delete_cookie(name, samesite="Lax")
        return response


class WantedReader:
    """Reads what is asked for; raises ValidationError or NotFound with all that is wrong."""

    def __init__(self, request: Request, kind: str) -> None:
        if kind not in Kind.values:
            raise NotFound(f"There are {', '.join(Kind.values)}.")
        self.request = request
        self.kind = Kind(kind)
        self.parameters = request.query_params
        self.problems: dict[str, list[str]] = {}

    def read(self) -> Wanted:
        """Return what is asked for."""
        self._refuse_unknown()
        subjects, viewed = self._products("product"), self._products("viewed")
        cart = self._cart()
        if self.kind in BESIDE_PRODUCT and len(subjects) != 1:
            self._note("product", "Name the one product that it stands beside.")
        if self.kind == Kind.COMPLEMENTS and not (subjects or cart):
            self._note("cart", "Name a cart, or the products in it.")
        in_complements = self.kind == Kind.COMPLEMENTS
        wanted = Wanted(
            kind=self.kind,
            subjects=() if in_complements else tuple(subjects),
            cart=tuple(dict.fromkeys([*cart, *(subjects if in_complements else ())])),
            category=self._category(),
            history=tuple(viewed),
            customer=self._customer(),
            size=self._limit(),
            with_sold_out=self._boolean("in_stock") is False,
        )
        if self.problems:
            raise ValidationError(self.problems)
        return wanted

    def _note(self, name: str, text: str) -> None:
        self.problems.setdefault(name, []).append(text)

    def _refuse_unknown(self) -> None:
        for name, values in self.parameters.lists():
            # Addresses are shared with marks of campaigns and cache busters on them.
            if name.startswith(("utm_", "_")):
                continue
            if name not in ONCE and name not in REPEATED:
                self._note(name[:100], "There is no such parameter.")
            elif name in ONCE and len(values) > 1:
                self._note(name, "This can be given once.")

    def _products(self, name: str) -> list[int]:
        slugs = list(dict.fromkeys(self.parameters.getlist(name)))
        if len(slugs) > MOST_SUBJECTS:
            self._note(name, f"At most {MOST_SUBJECTS}.")
            return []
        known = {}
        if slugs:
            usable = [slug for slug in slugs if "\x00" not in slug]
            found = Product.objects.published().filter(slug__in=usable)
            known = dict(found.values_list("slug", "pk"))
        if missing := [slug for slug in slugs if slug not in known]:
            self._note(name, f"There is no product “{missing[0][:100]}”.")
        return [known[slug] for slug in slugs if slug in known]

    def _cart(self) -> list[int]:
        text = self.parameters.get("cart")
        if text is None:
            return []
        try:
            cart = find_cart(self.request, UUID(text))
        except (ValueError, Http404):
            self._note("cart", "There is no such cart.")
            return []
        return list(cart.lines.to_buy().values_list("variant__product_id", flat=True))

    def _category(self) -> int | None:
        slug = self.parameters.get("category")
        if slug is None:
            return None
        found = None if "\x00" in slug else Category.objects.filter(slug=slug).first()
        if found is None:
            self._note("category", "There is no such category.")
            return None
        return int(found.pk)

    def _limit(self) -> int:
        text = self.parameters.get("limit", str(LIMIT))
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0  # noqa: PLR2004
        if not 1 <= number <= MOST_ITEMS:
            self._note("limit", f"A number from 1 to {MOST_ITEMS}.")
            return LIMIT
        return number

    def _boolean(self, name: str) -> bool | None:
        text = self.parameters.get(name)
        if text is None:
            return None
        if text.lower() not in (*TRUE, *FALSE):
            self._note(name, "Either true or false.")
        return text.lower() in TRUE

    def _customer(self) -> int | None:
        user = self.request.user
        return user.pk if isinstance(user, User) and VIEW_ORDERS.allows(self.request) else None


def with_reasons(items: Sequence[Recommendation]) -> list[Product]:
    """Return the products of an answer with all that their cards show, `reason` added to each."""
    buyable = Variant.objects.buyable().filter(product=OuterRef("pk"))
    wanted = {item.product_id: item.reason for item in items}
    named = {reason.because for reason in wanted.values() if reason.because is not None}
    slugs = dict(Product.objects.filter(pk__in=named).values_list("pk", "slug"))
    products = Product.objects.published().filter(pk__in=wanted).annotate(in_stock=Exists(buyable))
    found: dict[int, Any] = {
        product.pk: product
        for product in products.select_related("brand", "category")
        .prefetch_related("images__renditions")
        .defer("description", "description_text")
    }
    for pk, product in found.items():
        reason = wanted[pk]
        product.reason = {
            "kind": str(reason.kind),
            "text": reason.text,
            "count": reason.count,
            "because": slugs.get(reason.because or 0, ""),
        }
    return [found[pk] for pk in wanted if pk in found]


def _receipt(found: Recommendations) -> SignedBoxReceipt | None:
    if not event_options().is_on or not found.items:
        return None
    return sign_box(kind=found.kind, shown=found.ids)
