"""The admin's addresses beyond those of models, mounted below /admin/."""

from django.contrib import admin
from django.urls import include, path

from shop.admin.import_progress import import_cancel, import_progress, import_report
from shop.admin.restock import restock, restock_csv
from shop.admin.sales import sales

protected = admin.site.admin_view

urlpatterns = [
    path("orders/", include("shop.admin.orders.urls")),
    path("restock/", protected(restock), name="admin-restock"),
    path("restock/export.csv", protected(restock_csv), name="admin-restock-csv"),
    path("sales/", protected(sales), name="admin-sales"),
    path("imports/<int:pk>/progress/", protected(import_progress), name="admin-import-progress"),
    path("imports/<int:pk>/report.csv", protected(import_report), name="admin-import-report"),
    path("imports/<int:pk>/cancel/", protected(import_cancel), name="admin-import-cancel"),
]
