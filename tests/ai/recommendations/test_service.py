"""What boxes show and why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ai.models import RecommendationRule
from ai.recommendations import service
from ai.recommendations.types import Kind, ReasonKind, Recommendations, Strategy, Wanted
from shop.models import Order, Product, Variant
from tests.ai.recommendations.conftest import Camp, order, run_all
from tests.factories.shop import UserFactory

pytestmark = pytest.mark.django_db
Effect = RecommendationRule.Effect


def reasons(found: Recommendations) -> dict[int, str]:
    return {item.product_id: item.reason.text for item in found.items}


def test_bought_together_names_the_orders(camp: Camp) -> None:
    found = service.together(camp.id("tarn-2"))
    # One order with the mug is too few to speak of.
    assert camp.slugs(found.ids)[:2] == ["pegs", "lamp"]
    assert [item.reason.text for item in found.items[:2]] == [
        "Bought with Tarn 2 tent in 6 orders",
        "Bought with Tarn 2 tent in 3 orders",
    ]
    assert found.items[0].reason.because == camp.id("tarn-2")
    assert found.generation is not None


def test_similar_are_first_of_the_shelf_and_of_a_sane_price(camp: Camp) -> None:
    found = service.similar(camp.id("tarn-2"), size=3)
    # The palace is the nearest of them by its words.
    assert set(camp.slugs(found.ids)) == {"tarn-1", "tarn-3", "beck"}
    said = reasons(found)
    assert said[camp.id("beck")] == "5 visitors looked at this and Tarn 2 tent"
    assert said[camp.id("tarn-3")] in {
        "Also in Tents",
        "Also in Tents, at about the same price",
    }


def test_the_cart_gets_what_goes_with_it_and_no_second_tent(camp: Camp) -> None:
    cart = camp.ids("tarn-2", "stove")
    found = service.complements(cart)
    names = camp.slugs(found.ids)
    assert names[:1] in (["pegs"], ["gas"])
    assert {"pegs", "gas", "lamp"} <= set(names)
    assert not set(names) & {"tarn-1", "tarn-2", "tarn-3", "beck", "stove"}


def test_for_you_follows_what_was_looked_at(camp: Camp) -> None:
    nobody = service.for_you(size=4)
    of_tents = service.for_you(history=camp.ids("tarn-1"), size=4)
    of_stoves = service.for_you(history=camp.ids("mug"), size=4)
    assert len(nobody.ids) == len(of_tents.ids) == len(of_stoves.ids) == 4
    assert of_tents.items[0].reason.text == "Like Tarn 1 tent, which you looked at"
    assert camp.id("tarn-1") not in of_tents.ids
    assert len({tuple(each.ids) for each in (nobody, of_tents, of_stoves)}) == 3


def test_an_account_gets_what_goes_with_what_it_has_and_not_what_it_has(camp: Camp) -> None:
    customer = UserFactory()
    order(camp.products["tarn-2"], customer=customer)
    found = service.for_you(customer=customer.pk, size=6)
    first = found.items[0]
    assert camp.slugs([first.product_id]) == ["pegs"]
    assert first.reason.text == "Others bought it with Tarn 2 tent, which you have"
    assert (first.reason.kind, first.reason.count) == (ReasonKind.GOES_WITH_BOUGHT, 6)
    assert camp.id("tarn-2") not in found.ids


def test_what_is_used_up_is_recommended_again(camp: Camp) -> None:
    customers = [UserFactory() for _ in range(5)]
    for customer in customers:
        order(camp.products["gas"], customer=customer, days_ago=40)
        order(camp.products["gas"], camp.products["stove"], customer=customer, days_ago=9)
    wanted = Wanted(kind=Kind.TOGETHER, subjects=(camp.id("stove"),), customer=customers[0].pk)
    assert camp.id("gas") not in service.recommend(wanted).ids
    run_all()
    assert camp.id("gas") in service.recommend(wanted).ids
    # Staff may know it first.
    mugs = Wanted(kind=Kind.RECENT, history=camp.ids("mug"), customer=customers[0].pk)
    assert service.recommend(mugs).ids == camp.ids("mug")
    order(camp.products["lamp"], customer=customers[0])
    lamp = Wanted(kind=Kind.TOGETHER, subjects=(camp.id("tarn-2"),), customer=customers[0].pk)
    assert camp.id("lamp") not in service.recommend(lamp).ids
    Product.objects.filter(slug="lamp").update(tags=["consumable"])
    assert camp.id("lamp") in service.recommend(lamp).ids


def test_recently_viewed_is_the_history_and_nothing_else(camp: Camp) -> None:
    history = camp.ids("mug", "lamp", "mug", "beck")
    found = service.recently_viewed(history)
    assert camp.slugs(found.ids) == ["mug", "lamp", "beck"]
    assert service.recently_viewed([]).items == ()


def test_trending_and_new_of_the_shop_and_of_a_shelf(camp: Camp) -> None:
    tents = camp.products["tarn-2"].category_id
    found = service.trending(category=tents, size=3)
    assert set(camp.slugs(found.ids)) <= {"tarn-1", "tarn-2", "tarn-3", "beck", "palace"}
    assert found.items[0].reason.kind == ReasonKind.TRENDING
    newest = service.new_arrivals(size=3)
    assert camp.slugs(newest.ids)[0] == "tarn-1"
    assert newest.items[0].reason.text.startswith("In the shop since ")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.RECENT])
def test_a_new_visitor_and_a_new_product_get_full_boxes(camp: Camp, kind: Kind) -> None:
    late = make_new(camp)
    wanted = Wanted(kind=kind, subjects=(late.pk,), cart=(late.pk,), size=4)
    assert len(service.recommend(wanted).ids) == 4


def make_new(camp: Camp) -> Product:
    from tests.ai.search.conftest import make_searchable
    from tests.factories.shop import ProductFactory

    late: Product = ProductFactory(
        title="Tarn 4 tent",
        category=camp.products["tarn-2"].category,
        variant__price=250,
        description="<p>Tarn 4 tent for tents.</p>",
    )
    make_searchable(late)
    return late


def test_a_new_product_gets_what_means_the_same(camp: Camp) -> None:
    late = make_new(camp)
    found = service.similar(late.pk, size=3)
    assert found.items[0].reason.text.startswith("Also in Tents")
    bought = service.together(late.pk)
    assert bought.items[0].reason.kind == ReasonKind.BOUGHT_WITH_ALIKE
    assert bought.items[0].reason.text == "Bought with the similar Tarn 2 tent in 6 orders"


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.RECENT])
def test_before_the_first_run_boxes_are_full_too(bare_camp: Camp, kind: Kind) -> None:
    tent = bare_camp.id("tarn-2")
    wanted = Wanted(kind=kind, subjects=(tent,), cart=(tent,), history=(tent,), size=4)
    found = service.recommend(wanted)
    assert len(found.ids) == 4
    assert found.generation is None


def test_what_cannot_be_bought_is_left_out_at_once(camp: Camp) -> None:
    tent = camp.id("tarn-2")
    Variant.objects.filter(product__slug="pegs").update(stock=0)
    Product.objects.filter(slug="lamp").update(status=Product.Status.DRAFT)
    found = service.together(tent)
    assert not {camp.id("pegs"), camp.id("lamp")} & set(found.ids)
    with_all = Wanted(kind=Kind.TOGETHER, subjects=(tent,), with_sold_out=True)
    assert camp.id("pegs") in service.recommend(with_all).ids
    assert camp.id("lamp") not in service.recommend(with_all).ids


def rule(effect: str, product: Product, **fields: object) -> RecommendationRule:
    return RecommendationRule.objects.create(effect=effect, product=product, **fields)


def test_staff_pin_and_exclude(camp: Camp) -> None:
    tent, mug = camp.products["tarn-2"], camp.products["mug"]
    rule(Effect.PIN, mug, box=Kind.TOGETHER, subject=tent, position=2)
    rule(Effect.EXCLUDE, camp.products["pegs"])
    found = service.together(tent.pk)
    assert camp.slugs(found.ids)[:2] == ["lamp", "mug"]
    assert found.items[1].reason.text == "Chosen by us"
    assert camp.id("pegs") not in found.ids
    # Beside another product, and in another box, it is not pinned.
    assert service.together(camp.id("stove")).items[1].reason.kind != ReasonKind.PINNED
    # What staff pin is shown only where it may be.
    Variant.objects.filter(product=mug).update(stock=0)
    assert mug.pk not in service.together(tent.pk).ids


def test_a_rule_counts_in_its_time_only(camp: Camp) -> None:
    tent, mug, now = camp.products["tarn-2"], camp.products["mug"], timezone.now()
    late = rule(Effect.PIN, mug, subject=tent, starts_at=now + timedelta(days=1))
    assert service.together(tent.pk).ids[0] != mug.pk
    late.starts_at, late.ends_at = now - timedelta(days=2), now + timedelta(days=1)
    late.save()
    assert service.together(tent.pk).ids[0] == mug.pk
    late.is_active = False
    late.save()
    assert service.together(tent.pk).ids[0] != mug.pk


def test_ways_of_filling_a_box_differ(camp: Camp) -> None:
    def found(strategy: Strategy) -> Recommendations:
        wanted = Wanted(kind=Kind.SIMILAR, subjects=(camp.id("tarn-2"),), size=3, strategy=strategy)
        return service.recommend(wanted)

    assert found(Strategy.NOTHING).items == ()
    assert found(Strategy.BEHAVIOUR).items[0].reason.kind == ReasonKind.LOOKED_AT_TOGETHER
    meant = found(Strategy.MEANING)
    assert {item.reason.kind for item in meant.items} == {ReasonKind.ALIKE}
    assert found(Strategy.POPULAR).items[0].reason.kind == ReasonKind.POPULAR


def test_reasons_are_recomputed_from_the_books(camp: Camp) -> None:
    """Every count that a box states is looked up in the orders and looks themselves."""
    checked = 0
    for product in camp.products.values():
        for item in service.together(product.pk, size=8).items:
            if item.reason.kind == ReasonKind.BOUGHT_TOGETHER:
                both = Order.objects.sold().filter(lines__product=product)
                assert item.reason.count == both.filter(lines__product=item.product_id).count()
                checked += 1
        for item in service.similar(product.pk, size=8).items:
            if item.reason.kind == ReasonKind.LOOKED_AT_TOGETHER:
                mine, its = (
                    set(each.views.values_list("visitor", flat=True))
                    for each in (product, Product.objects.get(pk=item.product_id))
                )
                assert item.reason.count == len(mine & its)
                checked += 1
    assert checked > 10


def test_one_read_of_the_lists_answers(camp: Camp, django_assert_num_queries: object) -> None:
    tent = camp.id("tarn-2")
    with django_assert_num_queries(2):  # type: ignore[operator]  # staff's rules, the list
        service.similar(tent, size=3)
    with django_assert_num_queries(2):  # type: ignore[operator]
        service.together(tent, size=2)
