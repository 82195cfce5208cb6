"""The ai app: turns the shop's catalogue into search, recommendations and answers."""

from typing import Final

from django.apps import AppConfig


def _all(*models: str) -> frozenset[str]:
    verbs = ("view", "add", "change", "delete")
    return frozenset(f"{verb}_{model}" for model in models for verb in verbs)


# Who keeps the catalogue steers what is found and recommended in it, and sees what is missing.
_CATALOGUE: Final = _all(
    *("synonymrule", "pinrule", "boostrule", "redirectrule", "recommendationrule"),
    *("judgement", "stockrequest"),
) | {
    *("view_queryday", "view_unmetdemand", "view_recommendationgeneration", "view_labrun"),
    *("view_embeddingjob", "view_embeddingspace"),
    *("view_aspect", "change_aspect", "view_reviewreading"),
}
# What costs time or changes what every visitor sees at once.
_MANAGERS: Final = _CATALOGUE | {
    *("add_labrun", "change_embeddingjob", "change_embeddingspace"),
    *("add_recommendationjob", "change_recommendationgeneration", "change_boxexperiment"),
}


class AiConfig(AppConfig):
    """Wires the shop's signals to the outbox and registers the system checks."""

    name = "ai"
    verbose_name = "AI"
    # What the shop's groups of staff may see and do here, by their names.
    staff_permissions: Final = {"Catalogue": _CATALOGUE, "Managers": _MANAGERS}

    def ready(self) -> None:
        """Connect receivers, checks and the budgets' ledger once the models are loaded."""
        from ai import checks, receivers  # noqa: F401, PLC0415  (Django loads apps before models)
        from ai.models import ProviderSpend  # noqa: PLC0415
        from ai.providers.budget import use_ledger  # noqa: PLC0415

        use_ledger(ProviderSpend.objects)
