"""What a paid provider may cost a day: reserved before a call, settled after it."""

from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from ai.exceptions import BudgetExceeded

# Money is counted in millionths of a unit, so that whole numbers do.
MICROS = 1_000_000


class Ledger(Protocol):
    """Keeps one sum an account and day; both calls are atomic whoever else makes them."""

    def reserve(self, *, account: str, amount: int, limit: int) -> bool:
        """Add the amount to today's sum if that stays within the limit; say whether it did."""

    def give_back(self, *, account: str, amount: int) -> None:
        """Take the amount off today's sum; a negative one adds to it."""


class ProcessLedger:
    """A ledger in this process's memory, for programs that bring no other; it forgets no day."""

    def __init__(self) -> None:
        self.sums: dict[str, int] = {}
        self._lock = Lock()

    def reserve(self, *, account: str, amount: int, limit: int) -> bool:
        """Add the amount if the sum stays within the limit."""
        with self._lock:
            total = self.sums.get(account, 0) + amount
            if total > limit:
                return False
            self.sums[account] = total
            return True

    def give_back(self, *, account: str, amount: int) -> None:
        """Take the amount off the sum."""
        with self._lock:
            self.sums[account] = self.sums.get(account, 0) - amount


_ledger: Ledger = ProcessLedger()


def use_ledger(ledger: Ledger) -> None:
    """Keep budgets in this ledger from now on: the one that all processes share."""
    global _ledger  # noqa: PLW0603  (set once, when the app starts)
    _ledger = ledger


def current_ledger() -> Ledger:
    """Return the ledger in use."""
    return _ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Daily caps of an account, None for no cap; money in units of the price's currency."""

    account: str
    ledger: Ledger
    tokens_per_day: int | None = None
    money_per_day: float | None = None
    price_per_million_tokens: float = 0.0

    def reserve(self, tokens: int) -> None:
        """Set aside what so many tokens cost, or raise BudgetExceeded and take nothing."""
        taken: list[tuple[str, int]] = []
        for unit, amount, limit in self._caps(tokens):
            account = f"{self.account}:{unit}"
            if not self.ledger.reserve(account=account, amount=amount, limit=limit):
                for done, part in taken:
                    self.ledger.give_back(account=done, amount=part)
                raise BudgetExceeded(
                    f"The day's {unit} budget of {self.account} is used up; "
                    "it begins anew at midnight UTC."
                )
            taken.append((account, amount))

    def settle(self, *, reserved: int, used: int) -> None:
        """Correct a reservation to the tokens that were used (0 when the call failed)."""
        for unit, amount, _ in self._caps(reserved - used):
            self.ledger.give_back(account=f"{self.account}:{unit}", amount=amount)

    def _caps(self, tokens: int) -> list[tuple[str, int, int]]:
        """Return (unit, amount, limit) of each cap that is set."""
        caps = []
        if self.tokens_per_day is not None:
            caps.append(("tokens", tokens, self.tokens_per_day))
        if self.money_per_day is not None:
            # tokens / 1e6 * price units, in millionths of a unit
            amount = round(tokens * self.price_per_million_tokens)
            caps.append(("money", amount, round(self.money_per_day * MICROS)))
        return caps
