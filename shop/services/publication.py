"""Putting many products on show, or taking them off, at once."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from shop.models import Product, User
from shop.signals import catalogue_changed

# Rows of one UPDATE statement.
BATCH = 500


@transaction.atomic
def set_product_status(
    *, products: QuerySet[Product], status: Product.Status, changed_by: User
) -> int:
    """Give the products a status, with history; returns how many had another before."""
    changed = list(
        products.exclude(status=status).order_by("pk").select_for_update(of=("self",), no_key=True)
    )
    now = timezone.now()
    for product in changed:
        product.status = status
        product.updated_at = now
        if status == Product.Status.ACTIVE and product.published_at is None:
            product.published_at = now
    bulk_update_with_history(
        changed,
        Product,
        ["status", "published_at", "updated_at"],
        batch_size=BATCH,
        default_user=changed_by,
    )
    if changed:
        catalogue_changed.send(Product, kind="product", ids=[product.pk for product in changed])
    return len(changed)
