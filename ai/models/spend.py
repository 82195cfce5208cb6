"""What paid providers have cost, by account and day (UTC)."""

from datetime import UTC, date, datetime
from typing import ClassVar

from django.db import connection, models

# One statement decides and adds: of two calls that both fit alone, only one gets through.
RESERVE = """
INSERT INTO ai_providerspend AS spend (account, day, amount)
SELECT %(account)s, %(day)s, %(amount)s WHERE %(amount)s <= %(limit)s
ON CONFLICT (account, day) DO UPDATE SET amount = spend.amount + excluded.amount
WHERE spend.amount + excluded.amount <= %(limit)s
RETURNING amount
"""


class ProviderSpendManager(models.Manager["ProviderSpend"]):
    """The ledger of provider budgets (`ai.providers.budget.Ledger`)."""

    def reserve(self, *, account: str, amount: int, limit: int) -> bool:
        """Add the amount to today's sum if that stays within the limit; say whether it did."""
        with connection.cursor() as cursor:
            cursor.execute(
                RESERVE,
                {"account": account, "day": _today(), "amount": amount, "limit": limit},
            )
            return cursor.fetchone() is not None

    def give_back(self, *, account: str, amount: int) -> None:
        """Take the amount off today's sum."""
        self.filter(account=account, day=_today()).update(amount=models.F("amount") - amount)


def _today() -> date:
    return datetime.now(UTC).date()


class ProviderSpend(models.Model):
    """Tokens, or millionths of money, that one account has used on one day."""

    account = models.CharField(max_length=100)
    day = models.DateField()
    amount = models.BigIntegerField(default=0)

    objects: ClassVar[ProviderSpendManager] = ProviderSpendManager()

    class Meta:
        ordering: ClassVar = ["-day", "account"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "day"], name="provider_spend_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.account} on {self.day:%Y-%m-%d}: {self.amount}"
