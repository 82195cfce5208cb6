"""The shop app: sells with or without `ai`."""

from django.apps import AppConfig


class ShopConfig(AppConfig):
    """Wires what services tell to the workers that act on it."""

    name = "shop"
    verbose_name = "Shop"

    def ready(self) -> None:
        """Register the system checks and connect the receivers."""
        from shop import checks, receivers  # noqa: F401, PLC0415  (Django loads apps before models)
