"""Groups of staff that make sense in a shop, by what each may see and do."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction


def _all(*models: str) -> frozenset[str]:
    verbs = ("view", "add", "change", "delete")
    return frozenset(f"{verb}_{model}" for model in models for verb in verbs)


# Parcels and what is in them; no payments, no refunds, no sales figures.
_PACKERS: Final = frozenset(
    {
        *("view_order", "view_shipment", "add_shipment", "add_orderevent"),
        *("view_product", "view_variant"),
    }
)
# Everything that happens to an order, its money included.
_SERVICE: Final = _PACKERS | {
    *("change_order", "view_payment", "add_payment", "view_refund", "add_refund"),
    *("view_invoice", "add_invoice", "view_returnrequest", "change_returnrequest"),
    *("view_outgoingemail", "change_outgoingemail", "view_review", "change_review", "view_user"),
}
_CATALOGUE: Final = _all(
    *("product", "variant", "productattribute", "productoption", "productimage"),
    *("category", "brand", "attribute", "page", "faqentry", "homesection", "homepick"),
) | {"view_importjob", "add_importjob", "view_review", "change_review"}
# Money is looked at and noted, nothing is paid back.
_BOOKKEEPING: Final = frozenset(
    {
        *("view_order", "view_payment", "add_payment", "view_refund", "view_invoice"),
        *("add_invoice", "view_taxclass", "view_taxrate"),
    }
)
_MANAGERS: Final = (
    _SERVICE
    | _CATALOGUE
    | _BOOKKEEPING
    | _all("coupon", "shippingcountry", "shippingmethod", "shippingrate", "taxclass", "taxrate")
    | {"view_cart"}
)
STAFF_GROUPS: Final[Mapping[str, frozenset[str]]] = {
    "Packers": _PACKERS,
    "Customer service": _SERVICE,
    "Catalogue": _CATALOGUE,
    "Bookkeeping": _BOOKKEEPING,
    "Managers": _MANAGERS,
}


@transaction.atomic
def ensure_groups() -> dict[str, int]:
    """Make the groups that are missing and return how many permissions each new one has.

    Other apps give their own permissions to a group by name, in their configuration's
    `staff_permissions`. A group that is there is left alone, whatever staff made of it.
    """
    made = {}
    for name, codenames in STAFF_GROUPS.items():
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new:
            group.permissions.set(_permissions(name, codenames))
            made[name] = group.permissions.count()
    return made


def _permissions(group: str, codenames: Iterable[str]) -> list[Permission]:
    wanted = {"shop": frozenset(codenames)}
    for config in apps.get_app_configs():
        given: Mapping[str, frozenset[str]] = getattr(config, "staff_permissions", {})
        if group in given:
            wanted[config.label] = given[group]
    return [
        permission
        for app, names in wanted.items()
        for permission in Permission.objects.filter(content_type__app_label=app, codename__in=names)
    ]
