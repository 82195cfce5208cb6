"""The shop app: sells with or without `ai`."""

from django.apps import AppConfig


class ShopConfig(AppConfig):
    """Catalogue, reviews, content and, later, orders."""

    name = "shop"
    verbose_name = "Shop"
