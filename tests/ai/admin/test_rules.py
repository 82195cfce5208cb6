"""Rules in the admin: a look before saving, conflicts in words, undo, who may do what."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import (
    BoostRule,
    EmbeddingSpace,
    PinRule,
    QueryDay,
    RedirectRule,
    SteeringVersion,
    SynonymRule,
)
from shop.models import Product, User
from tests.ai.admin.conftest import signed_in
from tests.ai.search.conftest import find, make_searchable, slugs, space  # noqa: F401
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CategoryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
)

pytestmark = pytest.mark.django_db
KINDS = ("synonymrule", "pinrule", "boostrule", "redirectrule")


def add(kind: str) -> str:
    return reverse(f"admin:ai_{kind}_add")


def change(rule: Any) -> str:
    return reverse(f"admin:ai_{rule._meta.model_name}_change", args=[rule.pk])


def form(**fields: Any) -> dict[str, Any]:
    return {"match": "same", "is_active": "on", "note": "", **fields}


def searched(text: str, times: int, days_ago: int = 0) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    QueryDay.objects.create(day=day, folded=text, query=text, searches=times, visitors=times)


def errors(client: Client, kind: str, **fields: Any) -> dict[str, list[str]]:
    response = client.post(add(kind), form(**fields))
    assert response.status_code == 200, "it was saved"
    found: dict[str, list[str]] = dict(response.context["adminform"].form.errors)
    return found


@pytest.fixture
def shelf(space: EmbeddingSpace) -> list[Product]:  # noqa: F811
    """Return twelve mugs and a kettle."""
    mugs = [ProductFactory(title=f"Mug {n:02}", slug=f"mug-{n}", description="") for n in range(12)]
    # Names that the factories number may share a digit with a mug's title.
    kettle = ProductFactory(
        title="Kettle", slug="kettle", description="", brand=None, category=None
    )
    make_searchable(*mugs, kettle)
    refresh_vocabulary()
    return [*mugs, kettle]


def test_a_preview_shows_both_lists_and_saves_nothing(admin: Client, shelf: list[Product]) -> None:
    version = SteeringVersion.objects.first()
    response = admin.post(
        add("pinrule"),
        form(query="mug", product=shelf[-1].pk, position="2", _preview="1", _also="mugs 03\n"),
    )
    assert response.status_code == 200
    own, also = response.context["preview"].looks
    assert (own.text, also.text) == ("mug", "mugs 03")
    assert [row.title for row in own.after][1] == "Kettle"
    assert own.after[1].is_new
    assert own.after[0].move == 0
    assert {row.move for row in own.after[2:]} == {-1}
    assert own.before[-1].is_gone
    assert (own.total_before, own.total_after) == (12, 13)
    assert not also.is_changed
    page = response.content.decode()
    assert "new here" in page
    assert "correct the error" not in page
    assert not PinRule.objects.exists()
    assert not PinRule.history.exists()
    assert SteeringVersion.objects.first() == version
    assert "kettle" not in slugs(find("mug"))


def test_frequent_searches_that_the_rule_is_for_are_looked_at(
    admin: Client, shelf: list[Product]
) -> None:
    searched("kettle", 90)
    searched("mugs", 60)
    searched("blue mug", 5)
    searched("blue mug", 4, days_ago=3)
    searched("mug 05", 8)
    searched("winter mug", 50, days_ago=200)
    fields = form(query="mug", product=shelf[-1].pk, position="1", _preview="1")
    response = admin.post(add("pinrule"), {**fields, "match": "words"})
    assert [look.text for look in response.context["preview"].looks] == [
        "mug",
        "blue mug",
        "mug 05",
    ]


def test_a_change_is_previewed_against_the_rule_as_it_is(
    admin: Client, shelf: list[Product]
) -> None:
    rule = PinRule.objects.create(query="mug", product=shelf[-1], position=1)
    fields = form(query="mug", product=shelf[-1].pk, position="3", _preview="1")
    (look,) = admin.post(change(rule), fields).context["preview"].looks
    assert look.before[0].title == look.after[2].title == "Kettle"
    assert look.after[2].move == -2
    off = {name: value for name, value in fields.items() if name != "is_active"}
    (look,) = admin.post(change(rule), off).context["preview"].looks
    assert look.before[0].is_gone
    assert PinRule.objects.get().position == 1


def test_a_rule_for_next_week_is_previewed_as_it_will_be(
    admin: Client, shelf: list[Product]
) -> None:
    later = timezone.localtime(timezone.now() + timedelta(days=7))
    fields = form(
        query="mug",
        product=shelf[-1].pk,
        position="1",
        _preview="1",
        starts_at_0=f"{later:%Y-%m-%d}",
        starts_at_1="09:00:00",
    )
    preview = admin.post(add("pinrule"), fields).context["preview"]
    assert preview.waits
    assert preview.looks[0].after[0].title == "Kettle"


def test_a_preview_of_nonsense_says_what_is_missing(admin: Client, shelf: list[Product]) -> None:
    response = admin.post(add("pinrule"), form(query="!!", position="99", _preview="1"))
    assert response.context["preview"] is None
    told = dict(response.context["preview_errors"])
    assert told["Search"] == "Write at least one word."
    assert "Product" in told
    assert "less than or equal to 24" in told["Place"]
    assert "It cannot be previewed yet" in response.content.decode()


def test_synonyms_and_redirects_are_previewed_too(admin: Client, shelf: list[Product]) -> None:
    fields = form(query="beaker", alternatives="mug", _preview="1")
    own, other = (
        admin.post(add("synonymrule"), {**fields, "match": "words"}).context["preview"].looks
    )
    assert (own.total_before, own.total_after) == (0, 12) or own.total_after >= 12
    assert own.is_changed
    assert other.text == "mug"
    page = PageFactory(slug="about")
    fields = form(query="mug", path=f"/pages/{page.slug}/", _preview="1")
    (look,) = admin.post(add("redirectrule"), fields).context["preview"].looks
    assert look.redirect == "/pages/about/"


def test_saving_counts_at_once_and_knows_who_did_it(
    admin: Client, superuser: User, shelf: list[Product]
) -> None:
    response = admin.post(add("pinrule"), form(query="Mug ", product=shelf[-1].pk, position="1"))
    assert response.status_code == 302
    rule = PinRule.objects.get()
    assert (rule.query, rule.author) == ("Mug", superuser)
    assert slugs(find("mugs"))[0] == "kettle"
    assert rule.history.get().history_user == superuser


def test_the_add_page_takes_what_an_address_says(admin: Client, shelf: list[Product]) -> None:
    page = admin.get(add("synonymrule"), {"query": "beaker", "alternatives": "mug"})
    initial = page.context["adminform"].form.initial
    assert initial["query"] == "beaker"
    assert initial["alternatives"] == "mug"
    assert initial["match"] == "words"
    page = admin.get(add("pinrule"), {"query": "mug", "product": str(shelf[0].pk), "position": "3"})
    assert "Mug 00" in page.content.decode()


def test_two_pins_for_one_place_are_refused(admin: Client, shelf: list[Product]) -> None:
    PinRule.objects.create(query="mugs", product=shelf[0], position=1)
    told = errors(admin, "pinrule", query="Mug", product=shelf[1].pk, position="1")
    assert told == {"position": ["“Mug 00” stands at place 1 of this search already."]}
    told = errors(admin, "pinrule", query="mug", product=shelf[0].pk, position="2")
    assert told == {"product": ["It is pinned to place 1 of this search already."]}
    assert PinRule.objects.count() == 1


def test_pins_at_other_times_or_switched_off_are_no_conflict(
    admin: Client, shelf: list[Product]
) -> None:
    now = timezone.now()
    PinRule.objects.create(query="mug", product=shelf[0], position=1, ends_at=now)
    later = timezone.localtime(now + timedelta(days=1))
    fields = form(query="mug", product=shelf[1].pk, position="1")
    times = {"starts_at_0": f"{later:%Y-%m-%d}", "starts_at_1": "00:00:00"}
    assert admin.post(add("pinrule"), {**fields, **times}).status_code == 302
    off = {name: value for name, value in fields.items() if name != "is_active"}
    assert admin.post(add("pinrule"), off).status_code == 302


def test_an_end_before_the_beginning_is_refused(admin: Client, shelf: list[Product]) -> None:
    told = errors(
        admin,
        "pinrule",
        query="mug",
        product=shelf[0].pk,
        position="1",
        starts_at_0="2026-05-02",
        starts_at_1="00:00:00",
        ends_at_0="2026-05-01",
        ends_at_1="00:00:00",
    )
    assert told == {"__all__": ["It would end before it begins."]}


def test_synonyms_in_a_circle_are_refused(admin: Client) -> None:
    SynonymRule.objects.create(query="beaker", alternatives="cup", match="words")
    SynonymRule.objects.create(query="cups", alternatives="mug", match="words")
    told = errors(admin, "synonymrule", query="mug", alternatives="beakers")
    (text,) = told["alternatives"]
    assert text.startswith("This goes round in a circle: mug → beaker → cup → mug. Make it one")
    both = form(query="mug", alternatives="beakers", is_two_way="on")
    assert admin.post(add("synonymrule"), both).status_code == 302


@pytest.mark.parametrize(
    ("alternatives", "message"),
    [
        ("Mugs", "“mug” is found for itself already."),
        ("cup, cups", "Two of them are the same words."),
        ("!!!", "Each of them needs at least one word."),
        ("a1\nb2\nc3\nd4\ne5", "At most 4: each of them makes the search longer."),
    ],
)
def test_synonyms_that_say_nothing_are_refused(
    admin: Client, alternatives: str, message: str
) -> None:
    told = errors(admin, "synonymrule", query="mug", alternatives=alternatives)
    assert told == {"alternatives": [message]}


@pytest.mark.parametrize(
    "path",
    [
        "/pages/gone/",
        "/nothing-there/",
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "/%0d%0aevil",
        "javascript:alert(1)",
        "faq",
    ],
)
def test_a_redirect_leads_to_a_page_that_is_there(admin: Client, path: str) -> None:
    told = errors(admin, "redirectrule", query="mug", path=path)
    assert list(told) == ["path"]
    assert not RedirectRule.objects.exists()


def test_redirects_that_never_end_are_refused(admin: Client) -> None:
    told = errors(admin, "redirectrule", query="mug", path="/search/?q=mugs")
    assert told["path"] == ["The search for “mugs” leads on itself: it would never end."]
    RedirectRule.objects.create(query="cup", path="/faq/")
    told = errors(admin, "redirectrule", query="mug", path="/search/?q=cup")
    assert "leads on itself" in told["path"][0]
    told = errors(admin, "redirectrule", query="cups", path="/")
    assert told["path"] == ["This search leads to /faq/ already."]
    fine = form(query="mug", path="/search/?q=kettle&sale=true")
    assert admin.post(add("redirectrule"), fine).status_code == 302


def test_a_boost_names_one_target_and_a_value_that_is_there(
    admin: Client, shelf: list[Product]
) -> None:
    brand, category = BrandFactory(), CategoryFactory()
    colour = AttributeFactory(code="colour", name="Colour")
    ProductAttributeFactory(product=shelf[0], attribute=colour, text="Sea Green")
    base = {"query": "mug", "effect": "boost", "strength": "2"}
    assert "Name one" in errors(admin, "boostrule", **base)["__all__"][0]
    told = errors(admin, "boostrule", **base, brand=brand.pk, category=category.pk)
    assert "Name one" in told["category"][0]
    told = errors(admin, "boostrule", **base, attribute=colour.pk, value="purple")
    assert told["value"] == ["No product has this colour."]
    fields = form(**base, attribute=colour.pk, value="sea green")
    assert admin.post(add("boostrule"), fields).status_code == 302
    assert BoostRule.objects.get().value == "Sea Green"
    told = errors(
        admin, "boostrule", **{**base, "effect": "bury"}, attribute=colour.pk, value="Sea Green"
    )
    assert told["effect"] == ["Another rule moves it up in this search already."]


def test_undo_goes_back_and_undoing_that_goes_forth(admin: Client, shelf: list[Product]) -> None:
    rule = PinRule.objects.create(query="mug", product=shelf[-1], position=1)
    rule.position = 5
    rule.save()
    address = reverse("ai-rule-undo", args=["pinrule", rule.pk])
    assert address in admin.get(change(rule)).content.decode()
    for expected in (1, 5, 1):
        told = admin.post(address, follow=True).content.decode()
        rule.refresh_from_db()
        assert rule.position == expected, told
        assert slugs(find("mug"))[expected - 1] == "kettle"


def test_undoing_a_new_rule_switches_it_off(admin: Client, shelf: list[Product]) -> None:
    rule = PinRule.objects.create(query="mug", product=shelf[-1], position=1)
    response = admin.post(reverse("ai-rule-undo", args=["pinrule", rule.pk]), follow=True)
    assert "switched off now" in response.content.decode()
    assert not PinRule.objects.get().is_active


def test_deleted_rules_can_be_brought_back(admin: Client, shelf: list[Product]) -> None:
    rule = PinRule.objects.create(query="mug", product=shelf[-1], position=1)
    pk = rule.pk
    rule.delete()
    page = admin.get(reverse("admin:ai_pinrule_changelist")).content.decode()
    assert "Deleted lately" in page
    address = reverse("ai-rule-restore", args=["pinrule", pk])
    assert address in page
    admin.post(address)
    back = PinRule.objects.get(pk=pk)
    assert (back.query, back.is_active) == ("mug", False)
    again = admin.post(address, follow=True)
    assert "no deleted rule" in again.content.decode()


def test_a_rule_whose_product_is_gone_cannot_come_back(admin: Client, shelf: list[Product]) -> None:
    rule = PinRule.objects.create(query="mug", product=shelf[-1], position=1)
    pk = rule.pk
    shelf[-1].delete()
    response = admin.post(reverse("ai-rule-restore", args=["pinrule", pk]), follow=True)
    assert "It cannot be as it was" in response.content.decode()
    assert not PinRule.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_lists_show_their_rules(admin: Client, shelf: list[Product], kind: str) -> None:
    SynonymRule.objects.create(query="beaker", alternatives="mug\ncup", is_two_way=True)
    PinRule.objects.create(query="beaker", product=shelf[0])
    BoostRule.objects.create(query="beaker", product=shelf[0], strength=4)
    RedirectRule.objects.create(query="beaker", path="/faq/")
    page = admin.get(reverse(f"admin:ai_{kind}_changelist"), {"q": "beak"}).content.decode()
    assert "beaker" in page


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_not_may_not(staff: User, shopper: User, shelf: list[Product], kind: str) -> None:
    rule = PinRule.objects.create(query="mug", product=shelf[0])
    for user in (staff, shopper):
        client = signed_in(user)
        for address in (add(kind), reverse(f"admin:ai_{kind}_changelist")):
            assert client.get(address).status_code in {302, 403}
            assert client.post(address, form(query="x", _preview="1")).status_code in {302, 403}
        for name in ("undo", "restore"):
            address = reverse(f"ai-rule-{name}", args=["pinrule", rule.pk])
            assert client.post(address).status_code in {302, 403}
    assert PinRule.objects.get().is_active


def test_who_may_only_look_is_offered_nothing_to_change(staff: User, shelf: list[Product]) -> None:
    rule = PinRule.objects.create(query="mug", product=shelf[0])
    staff.user_permissions.add(Permission.objects.get(codename="view_pinrule"))
    client = signed_in(staff)
    page = client.get(change(rule)).content.decode()
    assert "Undo the last change" not in page
    assert client.post(reverse("ai-rule-undo", args=["pinrule", rule.pk])).status_code == 403


def test_addresses_of_undo_take_rules_only(admin: Client) -> None:
    assert admin.post("/admin/search/rules/user/1/undo/").status_code == 404
    assert admin.post("/admin/search/rules/pinrule/999/undo/").status_code == 404
    assert admin.get("/admin/search/rules/pinrule/999/undo/").status_code == 405
