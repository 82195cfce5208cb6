"""The admin's addresses beyond those of models, mounted below /admin/."""

from django.contrib import admin
from django.urls import path

from shop.admin.import_progress import import_cancel, import_progress, import_report
from shop.admin.sales import sales

protected = admin.site.admin_view

urlpatterns = [
    path("sales/", protected(sales), name="admin-sales"),
    path("imports/<int:pk>/progress/", protected(import_progress), name="admin-import-progress"),
    path("imports/<int:pk>/report.csv", protected(import_report), name="admin-import-report"),
    path("imports/<int:pk>/cancel/", protected(import_cancel), name="admin-import-cancel"),
]
