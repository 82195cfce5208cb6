"""The shop app: sells with or without `ai`."""

from django.apps import AppConfig


class ShopConfig(AppConfig):
    """Catalogue, reviews, content and, later, orders."""

    name = "shop"
    verbose_name = "Shop"

    def ready(self) -> None:
        """Register the system checks."""
        from shop import checks  # noqa: F401, PLC0415  (Django loads apps before their parts)
