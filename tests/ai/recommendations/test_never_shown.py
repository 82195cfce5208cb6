"""Property: whatever the shop and the visitor are like, no box shows what must not be shown."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ai.models import RecommendationRule
from ai.recommendations.service import recommend
from ai.recommendations.types import Kind, Strategy, Wanted
from shop.models import Product, Variant
from tests.ai.recommendations.conftest import GOODS, Camp, order
from tests.factories.shop import UserFactory

pytestmark = pytest.mark.django_db
SLUGS = sorted(GOODS)
SOME = st.lists(st.sampled_from(SLUGS), max_size=4)
FILLING = [way for way in Strategy if way != Strategy.NOTHING]


class Undone(Exception):
    """Takes an example's changes back."""


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    kind=st.sampled_from(list(Kind)),
    strategy=st.sampled_from(FILLING),
    drafts=SOME,
    sold_out=SOME,
    unpriced=SOME,
    backordered=SOME,
    cart=SOME,
    history=SOME,
    owned=SOME,
    excluded=SOME,
    pinned=SOME,
    subject=st.sampled_from(SLUGS),
    size=st.integers(1, 12),
    with_sold_out=st.booleans(),
)
def test_no_box_shows_what_must_not_be_shown(camp: Camp, **drawn: Any) -> None:
    try:
        with transaction.atomic():
            check(camp, **drawn)
            raise Undone
    except Undone:
        pass


def check(camp: Camp, **drawn: Any) -> None:
    kind, subject = drawn["kind"], drawn["subject"]
    customer = UserFactory()
    if drawn["owned"]:
        order(*(camp.products[slug] for slug in set(drawn["owned"])), customer=customer)
    Product.objects.filter(slug__in=drawn["drafts"]).update(status=Product.Status.DRAFT)
    of = Variant.objects.filter
    of(product__slug__in=drawn["sold_out"]).update(stock=0)
    of(product__slug__in=drawn["backordered"]).update(allow_backorder=True)
    of(product__slug__in=drawn["unpriced"]).update(price=None)
    for effect, slugs in (("exclude", drawn["excluded"]), ("pin", drawn["pinned"])):
        for place, slug in enumerate(slugs, 1):
            RecommendationRule.objects.create(
                effect=effect, product=camp.products[slug], position=place
            )
    subjects = camp.ids(subject) if kind in {Kind.SIMILAR, Kind.TOGETHER} else []
    wanted = Wanted(
        kind=kind,
        subjects=subjects,
        cart=camp.ids(*drawn["cart"]),
        history=camp.ids(*drawn["history"]),
        customer=customer.pk,
        size=drawn["size"],
        with_sold_out=drawn["with_sold_out"],
        strategy=drawn["strategy"],
    )
    found = recommend(wanted)
    ids = found.ids
    assert len(ids) == len(set(ids)) <= drawn["size"]
    shown = Product.objects.filter(pk__in=ids)
    assert all(product.status == Product.Status.ACTIVE for product in shown)
    if not drawn["with_sold_out"]:
        assert shown.in_stock().count() == len(ids)
    assert not set(ids) & {*subjects, *camp.ids(*drawn["cart"])}
    assert not set(ids) & set(camp.ids(*drawn["excluded"]))
    if kind != Kind.RECENT:
        assert not set(ids) & set(camp.ids(*drawn["owned"]))
    if kind == Kind.RECENT:
        pins = set(camp.ids(*drawn["pinned"]))
        assert set(ids) <= set(camp.ids(*drawn["history"])) | pins
    assert all(item.reason.text for item in found.items)


def test_the_property_sees_a_broken_rule(camp: Camp, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: with the rule of stock taken out, the property fails."""
    from ai.recommendations import candidates

    def read_all(statement: str, params: Any, *, with_sold_out: bool, **more: Any) -> Any:
        return read(statement, params, with_sold_out=True, **more)

    read = candidates._read
    monkeypatch.setattr(candidates, "_read", read_all)
    names = ("drafts", "unpriced", "backordered", "cart", "history", "owned", "excluded", "pinned")
    drawn: dict[str, Any] = {name: [] for name in names}
    with pytest.raises(AssertionError):
        check(
            camp,
            kind=Kind.TOGETHER,
            strategy=Strategy.BLEND,
            subject="tarn-2",
            sold_out=["pegs"],
            size=3,
            with_sold_out=False,
            **drawn,
        )
