"""Rules of staff, as rows."""

from typing import Any

from ai.models import BoostRule, PinRule, RedirectRule, SynonymRule
from shop.models import Product


def synonym(query: str, alternatives: str, **more: Any) -> SynonymRule:
    fields: dict[str, Any] = {"match": "words", **more}
    return SynonymRule.objects.create(query=query, alternatives=alternatives, **fields)


def pin(query: str, product: Product, position: int = 1, **more: Any) -> PinRule:
    return PinRule.objects.create(query=query, product=product, position=position, **more)


def boost(query: str, **more: Any) -> BoostRule:
    return BoostRule.objects.create(query=query, **more)


def redirect(query: str, path: str, **more: Any) -> RedirectRule:
    return RedirectRule.objects.create(query=query, path=path, **more)
