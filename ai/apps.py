"""The ai app: turns the shop's catalogue into search, recommendations and answers."""

from django.apps import AppConfig


class AiConfig(AppConfig):
    """Wires the shop's signals to the outbox and registers the system checks."""

    name = "ai"
    verbose_name = "AI"

    def ready(self) -> None:
        """Connect receivers, checks and the budgets' ledger once the models are loaded."""
        from ai import checks, receivers  # noqa: F401, PLC0415  (Django loads apps before models)
        from ai.models import ProviderSpend  # noqa: PLC0415
        from ai.providers.budget import use_ledger  # noqa: PLC0415

        use_ledger(ProviderSpend.objects)
