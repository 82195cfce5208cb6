"""A log of searches as consenting browsers would have left it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from ai.analytics.receipts import fold_query
from ai.models import LoggedSearch, ShopperEvent
from shop.models import Product
from tests.factories.shop import ProductFactory

Log = Callable[..., LoggedSearch]


def hour(days_ago: int = 0) -> datetime:
    """Return noon of a day, or this hour today where noon is not yet."""
    now = timezone.localtime().replace(minute=0, second=0, microsecond=0)
    return (now if not days_ago else now.replace(hour=12)) - timedelta(days=days_ago)


@pytest.fixture
def shelf(db: None) -> list[Product]:
    return [ProductFactory.create(slug=f"thing-{number}") for number in range(4)]


@pytest.fixture
def log(shelf: list[Product]) -> Log:
    """Return a writer of one search; `clicks` are the positions that were clicked after it."""

    def write(
        query: str,
        *,
        visitor: str = "v1",
        total: int = 4,
        days_ago: int = 0,
        clicks: Sequence[int] = (),
        **fields: Any,
    ) -> LoggedSearch:
        shown = [product.pk for product in shelf[:total]]
        search = LoggedSearch.objects.create(
            id=uuid4(),
            at=hour(days_ago),
            visitor=visitor,
            query=query,
            folded=fold_query(query),
            total=total,
            **{"shown": shown, **fields},
        )
        for position in clicks:
            follow(search, "click", shelf[position - 1], position=position)
        return search

    return write


def follow(search: LoggedSearch | None, kind: str, product: Product, **fields: Any) -> ShopperEvent:
    """Write what was done after a search."""
    made: ShopperEvent = ShopperEvent.objects.create(
        id=uuid4(),
        kind=kind,
        search=search,
        product=product,
        **{
            "at": search.at if search else hour(),
            "visitor": "" if kind == "order" else "v1",
            **fields,
        },
    )
    return made
