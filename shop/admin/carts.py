"""Carts: how many there are, how old and how full; whose they are is nobody's business here."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString

from shop.admin.base import ReadOnlyAdmin, moment
from shop.admin.search import SearchSource
from shop.admin.theme import DropdownFilter
from shop.models import Cart, CartLine
from shop.templatetags.money import money

# Whoever has not touched a cart for a day left it behind; after a month it is forgotten.
LEFT_BEHIND = timedelta(days=1)
FORGOTTEN = timedelta(days=30)
# At today's prices, as the cart itself would say.
_WORTH = F("quantity") * F("variant__price")


class AgeFilter(DropdownFilter):
    """Whether somebody still shops with a cart."""

    title = "age"
    parameter_name = "age"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the three ages."""
        return [
            ("fresh", "In use (touched today)"),
            ("left", "Left behind (a day to a month)"),
            ("forgotten", "Forgotten (over a month)"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Cart]) -> QuerySet[Cart]:
        """Return the carts of the chosen age."""
        now = timezone.now()
        match self.value():
            case "fresh":
                return queryset.filter(updated_at__gt=now - LEFT_BEHIND)
            case "left":
                return queryset.filter(
                    updated_at__lte=now - LEFT_BEHIND, updated_at__gt=now - FORGOTTEN
                )
            case "forgotten":
                return queryset.filter(updated_at__lte=now - FORGOTTEN)
        return queryset


@admin.register(Cart)
class CartAdmin(ReadOnlyAdmin):
    """Carts by how recently they were touched, without names, addresses or what is in them."""

    list_display = ("touched", "kind", "country", "pieces", "worth", "coupon_code")
    list_display_links = None
    list_filter = (AgeFilter,)
    list_before_template = "admin/shop/cart/_left_behind.html"
    ordering = ("-updated_at",)
    sortable_by = ()
    search_fields = ("coupon_code",)
    search_help_text = "Coupon code"
    search_sources = (SearchSource(Cart, "coupon_code__iexact"),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Cart]:
        """Return carts with something in them, with their pieces and worth."""
        carts: QuerySet[Cart] = super().get_queryset(request)
        lines = CartLine.objects.to_buy().filter(cart=OuterRef("pk")).order_by()
        sums = lines.values("cart").annotate(pieces=Sum("quantity"), worth=Sum(_WORTH))
        return carts.filter(Exists(lines)).annotate(
            piece_count=Subquery(sums.values("pieces")), goods=Subquery(sums.values("worth"))
        )

    def change_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show no cart by itself: what somebody means to buy is his own affair."""
        raise PermissionDenied

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Say above the list what was left behind."""
        context = {**(extra_context or {}), **left_behind()}
        page: HttpResponse = super().changelist_view(request, context)
        return page

    @admin.display(description="Last touched")
    def touched(self, cart: Cart) -> SafeString:
        """Return when something was last put in or taken out."""
        return moment(cart.updated_at)

    @admin.display(description="Of")
    def kind(self, cart: Cart) -> str:
        """Return whether the cart is an account's."""
        return "an account" if cart.customer_id else "a guest"

    @admin.display(description="Pieces")
    def pieces(self, cart: Any) -> int:
        """Return how many pieces are to be bought."""
        count: int = cart.piece_count
        return count

    @admin.display(description="Worth")
    def worth(self, cart: Any) -> str:
        """Return what they come to at today's prices."""
        return money(cart.goods) or "–"


def left_behind() -> dict[str, Any]:
    """Return how many carts of a month were left behind, and what is in them."""
    now = timezone.now()
    lines = CartLine.objects.to_buy().filter(
        cart__updated_at__lte=now - LEFT_BEHIND, cart__updated_at__gt=now - FORGOTTEN
    )
    found = lines.aggregate(carts=Count("cart", distinct=True), worth=Sum(_WORTH))
    return {"left_behind": found["carts"], "left_behind_worth": found["worth"]}
