"""Many people at the same moment, each with a database connection of their own."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Barrier, Thread
from typing import Any

from django.db import connection

from shop.models import Cart, Variant
from tests.factories.shop import CartFactory, CartLineFactory


@dataclass
class Crowd:
    """What became of each: a result, or the error that it ended with."""

    results: list[Any]
    errors: list[Exception]

    @property
    def refusals(self) -> Counter[str]:
        """How many ended with each kind of error."""
        return Counter(type(error).__name__ for error in self.errors)


def all_at_once(acts: Sequence[Callable[[], Any]]) -> Crowd:
    """Let everybody act at the same moment, and wait for all."""
    crowd = Crowd([], [])
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            start.wait(30)
            crowd.results.append(act())
        except Exception as error:
            crowd.errors.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return crowd


def cart_of(*variants: Variant, quantity: int = 1) -> Cart:
    """Return a guest's cart with pieces of each, in this order."""
    cart: Cart = CartFactory.create()
    for variant in variants:
        CartLineFactory.create(cart=cart, variant=variant, quantity=quantity)
    return cart
