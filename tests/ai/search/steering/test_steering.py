"""What rules do to real searches: found, placed, counted, leafed through, at once everywhere."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import BoostRule, EmbeddingSpace, PinRule, RedirectRule, SteeringVersion
from ai.search.steering.loading import read_rules
from shop.listing.filters import AttributeFilter, Filters
from shop.listing.sorting import Sort
from shop.models import Product
from tests.ai.search.conftest import find, make_searchable, slugs
from tests.ai.search.steering.conftest import boost, pin, redirect, synonym
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    ProductAttributeFactory,
    ProductFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def lamps(space: EmbeddingSpace) -> list[Product]:
    """Return thirty lamps of two brands and a category, and a candle that no lamp is."""
    made, kept = BrandFactory.create(slug="made"), BrandFactory.create(slug="kept")
    desk = CategoryFactory.create(slug="desk", name="Desk")
    colour = AttributeFactory.create(code="colour", name="Colour")
    products = []
    for number in range(30):
        product = ProductFactory.create(
            slug=f"lamp-{number}",
            title=f"Lamp {number:02}",
            description="",
            brand=kept if number % 10 else made,
            category=desk if number < 3 else None,
        )
        ProductAttributeFactory.create(
            product=product, attribute=colour, text="Red" if number == 7 else "Blue"
        )
        products.append(product)
    products.append(
        ProductFactory.create(slug="candle", title="Beeswax", description="", brand=made)
    )
    make_searchable(*products)
    refresh_vocabulary()
    return products


def lamp(number: int) -> Product:
    return Product.objects.get(slug=f"lamp-{number}")


def candle() -> Product:
    return Product.objects.get(slug="candle")


def place(slug: str, q: str = "lamp", **fields: Any) -> int:
    return slugs(find(q, page_size=100, **fields)).index(slug) + 1


def test_what_is_pinned_stands_there_and_is_counted(lamps: list[Product]) -> None:
    before = find("lamp", page_size=100)
    assert "candle" not in slugs(before)
    pin("lamps", candle(), 3)
    after = find("lamp", page_size=100, explain=True)
    assert slugs(after)[2] == "candle"
    assert [each for each in slugs(after) if each != "candle"] == slugs(before)
    assert after.total == before.total + 1 == len(after.hits)
    counts = {
        value.value: value.count
        for facet in after.facets
        if facet.name == "brand"
        for value in facet.values
    }
    assert counts == {"made": 4, "kept": 27}
    (note,) = after.hits[2].explanation.rules  # type: ignore[union-attr]
    assert (note.kind, note.label) == ("pin", "pinned to place 3")


def test_a_pinned_product_that_filters_leave_out_is_left_out(lamps: list[Product]) -> None:
    pin("lamp", candle(), 1)
    pin("lamp", lamp(5), 2)
    kept = find("lamp", filters=Filters(brands=("kept",)), page_size=100)
    assert "candle" not in slugs(kept)
    assert kept.total == 27
    assert slugs(kept)[1] == "lamp-5"
    made = find("lamp", filters=Filters(brands=("made",)), page_size=100)
    assert slugs(made)[0] == "candle"
    assert made.total == 4


def test_unpublished_pins_are_left_out_and_come_back(lamps: list[Product]) -> None:
    pin("lamp", candle(), 1)
    Product.objects.filter(slug="candle").update(status="draft")
    assert "candle" not in slugs(find("lamp", page_size=100))
    assert find("lamp").total == 30
    Product.objects.filter(slug="candle").update(status="active")
    assert slugs(find("lamp"))[0] == "candle"


def test_a_price_in_the_words_leaves_out_a_pin_too(lamps: list[Product]) -> None:
    candle().variants.update(price=900)
    pin("lamp", candle(), 1, match="words")
    assert slugs(find("lamp"))[0] == "candle"
    assert "candle" not in slugs(find("lamp under 500", page_size=100))


def test_leafing_shows_every_product_once(lamps: list[Product]) -> None:
    pin("lamp", candle(), 6)
    pin("lamp", lamp(20), 2)
    boost("lamp", product=lamp(3), effect="bury", strength=4)
    boost("lamp", brand=candle().brand, strength=3)
    pages = [slugs(find("lamp", page=page, page_size=5)) for page in range(1, 8)]
    leafed = [slug for page in pages for slug in page]
    assert leafed == slugs(find("lamp", page_size=100))
    assert len(leafed) == len(set(leafed)) == find("lamp").total == 31
    assert (leafed[5], leafed[1], leafed[-1]) == ("candle", "lamp-20", "lamp-3")


def test_an_order_that_was_asked_for_has_no_rules_but_the_same_products(
    lamps: list[Product],
) -> None:
    candle().variants.update(price=900)
    pin("lamp", candle(), 1)
    cheap = find("lamp", sort=Sort.PRICE_LOW, page_size=100)
    assert cheap.total == 31
    assert slugs(cheap)[-1] == "candle"


@pytest.mark.parametrize("kind", ["product", "brand", "category", "attribute"])
def test_every_target_moves_up_and_down(lamps: list[Product], kind: str) -> None:
    order = slugs(find("lamp", page_size=100))
    red = Product.objects.get(slug="lamp-7")
    targets: dict[str, tuple[dict[str, Any], set[str]]] = {
        "product": ({"product": lamp(7)}, {"lamp-7"}),
        "brand": ({"brand": candle().brand}, {"lamp-0", "lamp-10", "lamp-20"}),
        "category": ({"category": lamp(0).category}, {"lamp-0", "lamp-1", "lamp-2"}),
        "attribute": (
            {"attribute": red.attributes.get().attribute, "value": "Red"},
            {"lamp-7"},
        ),
    }
    fields, expected = targets[kind]
    rule = boost("lamp", strength=4, **fields)
    up = slugs(find("lamp", page_size=100))
    assert set(up[: len(expected)]) == expected
    assert up[: len(expected)] == [slug for slug in order if slug in expected]
    rule.effect = BoostRule.Effect.BURY
    rule.save()
    down = slugs(find("lamp", page_size=100))
    assert set(down[-len(expected) :]) == expected
    assert sorted(down) == sorted(order)


def test_a_boost_finds_nothing_new(lamps: list[Product]) -> None:
    boost("lamp", product=candle(), strength=4)
    result = find("lamp", page_size=100)
    assert "candle" not in slugs(result)
    assert result.total == 30


def test_strengths_differ(lamps: list[Product]) -> None:
    slug = slugs(find("lamp", page_size=100))[11]
    rule = boost("lamp", product=Product.objects.get(slug=slug), strength=1)
    places = []
    for strength in (1, 2, 3, 4):
        BoostRule.objects.filter(pk=rule.pk).update(strength=strength)
        places.append(place(slug))
    assert places == [8, 4, 2, 1]


def test_synonyms_find_what_the_words_do_not(lamps: list[Product]) -> None:
    assert "candle" not in slugs(find("taper", verbatim=True))
    synonym("taper", "beeswax")
    result = find("taper")
    assert slugs(result)[0] == "candle"
    assert result.corrected_from == ""
    assert "<mark>Beeswax</mark>" in result.hits[0].title
    assert "candle" not in slugs(find("tapering thing", verbatim=True))
    assert slugs(find("beeswax")) == ["candle"]  # one way only: nothing of tapers is added


def test_synonyms_go_both_ways_when_they_should(lamps: list[Product]) -> None:
    rule = synonym("lamp", "beeswax")
    assert "lamp-3" not in slugs(find("beeswax", page_size=100))
    assert "candle" in slugs(find("lamp", page_size=100))
    rule.is_two_way = True
    rule.save()
    assert "lamp-3" in slugs(find("beeswax", page_size=100))


def test_facets_count_what_synonyms_found(lamps: list[Product]) -> None:
    synonym("taper", "beeswax")
    result = find("taper", page_size=100)
    made = find("taper", filters=Filters(brands=("made",)), page_size=100)
    counts = {
        value.value: value.count
        for facet in result.facets
        if facet.name == "brand"
        for value in facet.values
    }
    assert counts.get("made", made.total) == made.total
    assert set(slugs(made)) <= set(slugs(result))


def test_a_word_with_a_synonym_is_not_corrected_away(lamps: list[Product]) -> None:
    assert find("beeswx").corrected_from == "beeswx"
    synonym("beeswx", "lamp")
    result = find("beeswx")
    assert result.corrected_from == ""
    assert slugs(result)[0].startswith("lamp")


def test_rules_are_for_the_corrected_text_as_well(lamps: list[Product]) -> None:
    pin("beeswax", lamp(9), 1)
    result = find("beeswx")
    assert result.corrected_from == "beeswx"
    assert slugs(result)[0] == "lamp-9"


def test_the_api_of_search_tells_where_it_leads(lamps: list[Product]) -> None:
    redirect("lighting", "/c/desk/")
    assert find("Lighting").redirect == "/c/desk/"
    assert find("lamp").redirect == ""


def test_redirects_never_go_round_nor_away(lamps: list[Product]) -> None:
    redirect("lamp", "/search/?q=light")
    assert find("lamp").redirect == "/search/?q=light"
    redirect("light", "/search/?q=lamp")
    assert find("lamp").redirect == find("light").redirect == ""
    for path in ("//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:1"):
        with pytest.raises(IntegrityError), transaction.atomic():
            redirect("away", path)


def test_a_row_that_no_form_checked_leads_nowhere(lamps: list[Product]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ai_redirectrule DROP CONSTRAINT redirectrule_path_is_own")
    redirect("away", "//evil.example/")
    assert find("away").redirect == ""


def test_schedules_and_switches(lamps: list[Product]) -> None:
    now = timezone.now()
    rule = pin("lamp", candle(), 1, starts_at=now + timedelta(hours=1))
    assert slugs(find("lamp"))[0] != "candle"
    PinRule.objects.filter(pk=rule.pk).update(starts_at=now - timedelta(hours=1))
    assert slugs(find("lamp"))[0] == "candle"
    PinRule.objects.filter(pk=rule.pk).update(ends_at=now - timedelta(minutes=1))
    assert slugs(find("lamp"))[0] != "candle"
    PinRule.objects.filter(pk=rule.pk).update(ends_at=None, is_active=False)
    assert slugs(find("lamp"))[0] != "candle"


def test_a_schedule_needs_no_write_to_begin(
    lamps: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = timezone.now() + timedelta(days=3)
    pin("lamp", candle(), 1, starts_at=later)
    assert slugs(find("lamp"))[0] != "candle"
    monkeypatch.setattr("ai.search.service.timezone.now", lambda: later)
    assert slugs(find("lamp"))[0] == "candle"


def test_whatever_writes_a_rule_changes_the_version(lamps: list[Product]) -> None:
    def version() -> Any:
        return SteeringVersion.objects.values_list("version", flat=True).first()

    seen = [version()]
    rule = pin("lamp", candle(), 1)
    seen.append(version())
    PinRule.objects.update(position=2)
    seen.append(version())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ai_pinrule SET position = 3")
    seen.append(version())
    candle().delete()
    assert not PinRule.objects.filter(pk=rule.pk).exists()
    seen.append(version())
    assert len(set(seen)) == len(seen)
    lamp(1).delete()
    assert version() == seen[-1], "a product that no rule names changes no rules"


def test_a_rule_that_is_rolled_back_never_was(lamps: list[Product]) -> None:
    find("lamp")
    try:
        with transaction.atomic():
            pin("lamp", candle(), 1)
            assert slugs(find("lamp"))[0] == "candle"
            raise RuntimeError
    except RuntimeError:
        pass
    assert slugs(find("lamp"))[0] != "candle"


def test_unchanged_rules_cost_a_search_one_statement(lamps: list[Product]) -> None:
    pin("something else", candle(), 1)
    read_rules()
    with CaptureQueriesContext(connection) as captured:
        read_rules()
    assert len(captured) == 1
    with CaptureQueriesContext(connection) as captured:
        find("lamp")
    statements = [each["sql"] for each in captured]
    assert sum("ai_steeringversion" in each for each in statements) == 1
    assert not any("ai_pinrule" in each for each in statements)


@pytest.mark.django_db(transaction=True)
def test_other_processes_see_a_rule_at_once() -> None:
    """Another connection, as another process has, writes; this one's memory must not be old."""
    assert read_rules().rules == ()

    def write() -> None:
        RedirectRule.objects.create(query="returns", path="/pages/returns/")
        connections.close_all()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert [rule.query for rule in read_rules().rules] == ["returns"]


@pytest.mark.django_db(transaction=True)
def test_negative_control_without_the_trigger_the_memory_is_old() -> None:
    RedirectRule.objects.create(query="returns", path="/pages/returns/")
    assert len(read_rules().rules) == 1
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ai_redirectrule DISABLE TRIGGER ai_steering_version")
    try:
        RedirectRule.objects.create(query="faq", path="/faq/")
        assert len(read_rules().rules) == 1
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE ai_redirectrule ENABLE TRIGGER ai_steering_version")


def test_filters_and_facets_are_exact_under_rules(lamps: list[Product]) -> None:
    pin("lamp", candle(), 2)
    boost("lamp", brand=candle().brand, strength=3)
    everything = set(slugs(find("lamp", page_size=100)))
    for filters in (
        Filters(brands=("made",)),
        Filters(attributes=(AttributeFilter(code="colour", texts=("Blue",)),)),
        Filters(category="desk"),
    ):
        result = find("lamp", filters=filters, page_size=100)
        assert result.total == len(result.hits) == len(set(slugs(result)))
        assert set(slugs(result)) <= everything
        for facet in result.facets:
            if facet.name == "brand":
                for value in facet.values:
                    chosen = find(
                        "lamp", filters=Filters(**{**_fields(filters), "brands": (value.value,)})
                    )
                    assert chosen.total == value.count


def _fields(filters: Filters) -> dict[str, Any]:
    return {"category": filters.category, "attributes": filters.attributes}
