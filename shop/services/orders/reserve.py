"""Goods taken off the shelf for an order: never more than there are, at the price that was read."""

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Greatest, Round

from shop.amounts import format_amount
from shop.exceptions import OrderChanged
from shop.models import Order, OrderLine, Product, Variant
from shop.money import decimal_places
from shop.services.quotes import problem_of


def take_stock(*, order: Order) -> None:
    """Take every line's pieces off the stock, in the order's transaction; raises OrderChanged.

    One conditional UPDATE a variant says all that the order relies on: still shown, still at this
    price, still there. A buyer who waited for the row meets it as the one before left it. Variants
    are taken by id, so that two carts with the same goods wait for each other in one direction.
    """
    for line in order.lines.order_by("variant_id").select_related("variant"):
        variant = line.variant
        if variant is not None and variant.allow_backorder:
            _note_backorder(line, variant)
        if variant is None or not _take(line, variant):
            raise OrderChanged(_what_changed(line, order))


def _take(line: OrderLine, variant: Variant) -> int:
    """Take one line's pieces; return 0 where they cannot be had like this."""
    shown = Product.objects.published().filter(pk=OuterRef("product_id"))
    price = Round("price", precision=decimal_places(settings.SHOP["CURRENCY"]))
    return (
        Variant.objects.annotate(price_to_pay=price)
        .filter(
            Exists(shown),
            Q(stock__gte=line.quantity) | Q(allow_backorder=True),
            pk=variant.pk,
            price_to_pay=line.unit_price,
        )
        .update(stock=Greatest(F("stock") - line.quantity, 0))
    )


def _note_backorder(line: OrderLine, variant: Variant) -> None:
    """Keep how many pieces are sold beyond the stock: they do not come back when it is cancelled.

    The row is locked first, so that what is read is what is taken from.
    """
    stock = Variant.objects.select_for_update().get(pk=variant.pk).stock
    missing = max(line.quantity - stock, 0)
    if missing:
        line.backordered = missing
        line.save(update_fields=["backordered"])


def _what_changed(line: OrderLine, order: Order) -> str:
    # Read anew: the line's own variant is the one from before the change.
    variant = Variant.objects.select_related("product").filter(order_lines=line).first()
    if variant is None:
        return f"{line.title}: It is not for sale any more."
    problem = problem_of(variant, line.quantity)
    if problem or variant.price is None:
        return f"{line.title}: {problem}"
    return f"{line.title}: It costs {format_amount(variant.price, order.currency)} now."
