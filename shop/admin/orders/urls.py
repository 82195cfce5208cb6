"""The addresses of what is done with orders, mounted below /admin/orders/."""

from django.contrib import admin
from django.urls import path

from shop.admin.orders import (
    bulk_shipping,
    cancelling,
    marking,
    packing,
    refunding,
    returning,
    shipping,
)

protected = admin.site.admin_view

urlpatterns = [
    path("packing/", protected(packing.packing), name="admin-packing"),
    path("ship/", protected(bulk_shipping.ship_many), name="admin-orders-ship"),
    path("<int:pk>/ship/", protected(shipping.ship), name="admin-order-ship"),
    path("<int:pk>/deliver/", protected(marking.deliver), name="admin-order-deliver"),
    path("<int:pk>/pay/", protected(marking.pay), name="admin-order-pay"),
    path("<int:pk>/invoice/", protected(marking.invoice), name="admin-order-invoice"),
    path("<int:pk>/note/", protected(marking.note), name="admin-order-note"),
    path("<int:pk>/cancel/", protected(cancelling.cancel), name="admin-order-cancel"),
    path("<int:pk>/refund/", protected(refunding.refund), name="admin-order-refund"),
    path("refunds/<int:pk>/retry/", protected(refunding.retry), name="admin-refund-retry"),
    path(
        "refunds/<int:pk>/by-hand/",
        protected(refunding.settle_by_hand),
        name="admin-refund-by-hand",
    ),
    path("returns/<int:pk>/approve/", protected(returning.approve), name="admin-return-approve"),
    path("returns/<int:pk>/decline/", protected(returning.decline), name="admin-return-decline"),
    path("returns/<int:pk>/receive/", protected(returning.receive), name="admin-return-receive"),
]
