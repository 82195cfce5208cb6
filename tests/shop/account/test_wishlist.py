"""Hearts and the list they make."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shop.exceptions import WishlistFull
from shop.models import Cart, Product, User, WishlistItem
from shop.services.wishlist import MOST_WISHES, add_to_wishlist
from tests.factories.shop import CategoryFactory, ProductFactory, UserFactory, VariantFactory
from tests.shop.account.authenticator import code_now, give_app
from tests.shop.account.conftest import is_signed_in, sign_in, sign_up
from tests.shop.account.letters import link_to
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def tent() -> Product:
    return ProductFactory(slug="tent", title="Tent", variant__price=Decimal(100))


@pytest.fixture
def member(client: Client, ada: User) -> Client:
    client.force_login(ada)
    return client


def press(client: Client, product: Product, path: str = "add", **more: Any) -> Any:
    data = {"product": product.pk, **more.pop("data", {})}
    return client.post(f"/account/wishlist/{path}/", data, **more)


def test_a_heart_is_pressed_and_pressed_again(member: Client, ada: User, tent: Product) -> None:
    response = press(member, tent, data={"next": "/p/tent/"})
    assert response["Location"] == "/p/tent/"
    item = ada.wishlist.get()
    assert (item.product, item.price_then) == (tent, Decimal("100.000"))
    press(member, tent)  # twice is once
    assert ada.wishlist.count() == 1
    press(member, tent, "drop")
    assert not ada.wishlist.exists()


def test_htmx_gets_the_heart_alone(member: Client, tent: Product) -> None:
    heart = Markup(press(member, tent, headers={**HTMX, "HX-Trigger": "heart-7"})).one("button")
    assert heart.attributes["aria-pressed"] == "true"
    assert heart.attributes["id"] == "heart-7"
    assert heart.attributes["formaction"] == "/account/wishlist/drop/"
    heart = Markup(press(member, tent, "drop", headers={**HTMX, "HX-Trigger": '"><x'})).one(
        "button"
    )
    assert heart.attributes["aria-pressed"] == "false"
    assert heart.attributes["id"] == "heart-0"


def test_the_form_leads_back_to_no_other_host(member: Client, tent: Product) -> None:
    assert press(member, tent, data={"next": "//evil.example/"})["Location"] == "/"


@pytest.mark.parametrize("wrong", ["", "x", "-1", "99999999", "1 OR 1=1", "²"])
def test_a_product_that_is_not_there(member: Client, wrong: str) -> None:
    assert member.post("/account/wishlist/add/", {"product": wrong}).status_code == 404


def test_a_guests_heart_is_a_link_that_survives_signing_in(
    client: Client, ada: User, tent: Product
) -> None:
    heart = Markup(client.get("/p/tent/")).one("a", class_="heart--large")
    page = client.get(heart.attributes["href"])
    assert "A wishlist belongs to an account" in page.content.decode()
    form = Markup(page)
    data = {
        name: next(iter(form.find("input", name=name))).attributes["value"]
        for name in ("wish", "next")
    }
    response = client.post(
        "/account/sign-in/",
        {"login": ada.email, "password": "correct horse battery staple", **data},
        follow=True,
    )
    assert response.redirect_chain == [("/p/tent/", 302)]
    assert "“Tent” is on your wishlist." in response.content.decode()
    assert ada.wishlist.get().product == tent


def test_following_the_link_alone_changes_nothing(client: Client, ada: User, tent: Product) -> None:
    """A page of another site may hold such a link; it takes the form of this one."""
    client.get(f"/account/sign-in/?wish={tent.pk}")
    sign_in(client, ada.email)
    assert not ada.wishlist.exists()


def test_it_survives_a_second_factor(client: Client, ada: User, tent: Product) -> None:
    give_app(ada)
    sign_in(client, ada.email, wish=str(tent.pk))
    assert not ada.wishlist.exists()
    client.post("/account/sign-in/code/", {"code": code_now()})
    assert ada.wishlist.get().product == tent


def test_it_survives_opening_an_account(client: Client, tent: Product) -> None:
    sign_up(client, "new@example.com", wish=str(tent.pk))
    client.post(link_to("new@example.com"))
    assert User.objects.get(email="new@example.com").wishlist.get().product == tent


def test_who_was_signed_out_meanwhile_signs_in_and_loses_nothing(
    client: Client, ada: User, tent: Product
) -> None:
    sign_in_page = f"/account/sign-in/?wish={tent.pk}&next=%2Fp%2Ftent%2F"
    data = {"next": "/p/tent/"}
    assert press(client, tent, data=data)["Location"] == sign_in_page
    answer = press(client, tent, data=data, headers=HTMX)
    assert (answer["HX-Redirect"], answer.content) == (sign_in_page, b"")
    answer = press(client, tent, "drop", data=data, headers=HTMX)
    assert answer["HX-Redirect"] == "/account/sign-in/?next=%2Fp%2Ftent%2F"
    answer = press(client, tent, "remove")
    assert answer["Location"] == "/account/sign-in/?next=/account/wishlist/"
    assert client.get("/account/wishlist/remove/").status_code == 405


def test_a_wish_for_what_is_not_shown_is_dropped(client: Client, ada: User) -> None:
    draft = ProductFactory(status=Product.Status.DRAFT)
    for wish in (str(draft.pk), "999999", "x", "1" * 30):
        fresh = Client()
        sign_in(fresh, ada.email, wish=wish)
        assert is_signed_in(fresh)
    assert not ada.wishlist.exists()


def test_the_list_tells_of_prices_and_stock(member: Client, ada: User, tent: Product) -> None:
    sold_out = ProductFactory(title="Lamp", variant__stock=0)
    gone = ProductFactory(title="Old", status=Product.Status.ARCHIVED)
    for product, price in ((gone, 5), (sold_out, 15), (tent, 120)):
        WishlistItem.objects.create(customer=ada, product=product, price_then=price)
    rows = [
        " ".join(text.split())
        for text in Markup(member.get("/account/wishlist/")).texts("li", class_="wish")
    ]
    assert "€20.00 less than when you kept it" in rows[0]
    assert "Put in the cart: Tent" in rows[0]
    assert "€5.00 more than when you kept it" in rows[1]
    assert "Sold out" in rows[1]
    assert "Put in the cart" not in rows[1]
    assert "No longer in the shop" in rows[2]


def test_what_is_removed_can_be_put_back_as_it_was(
    member: Client, ada: User, tent: Product
) -> None:
    WishlistItem.objects.create(customer=ada, product=tent, price_then=120)
    long_ago = ada.wishlist.get().added_at - timedelta(days=30)
    ada.wishlist.update(added_at=long_ago)
    page = member.post("/account/wishlist/remove/", {"product": tent.pk}, follow=True)
    assert "“Tent” is off the list." in page.content.decode()
    assert not ada.wishlist.exists()
    member.post("/account/wishlist/undo/")
    item = ada.wishlist.get()
    assert (item.price_then, item.added_at) == (Decimal("120.000"), long_ago)
    ada.wishlist.all().delete()
    member.post("/account/wishlist/undo/")  # once is enough
    assert not ada.wishlist.exists()


def test_a_thing_of_one_kind_moves_into_the_cart(member: Client, ada: User, tent: Product) -> None:
    add_to_wishlist(user=ada, product=tent)
    page = member.post("/account/wishlist/buy/", {"product": tent.pk}, follow=True)
    assert "“Tent” is in your cart." in page.content.decode()
    assert Cart.objects.get(customer=ada).lines.get().variant.product == tent
    assert not ada.wishlist.exists()


def test_a_thing_of_several_kinds_or_none_left_stays(
    member: Client, ada: User, tent: Product
) -> None:
    VariantFactory(product=tent, option1="L")
    sold_out = ProductFactory(variant__stock=0)
    for product in (tent, sold_out):
        add_to_wishlist(user=ada, product=product)
        member.post("/account/wishlist/buy/", {"product": product.pk})
    assert ada.wishlist.count() == 2
    assert not Cart.objects.filter(lines__isnull=False).exists()


def test_a_list_has_an_end(ada: User, tent: Product) -> None:
    products = Product.objects.bulk_create(
        Product(slug=f"p{n}", title=f"P{n}") for n in range(MOST_WISHES)
    )
    WishlistItem.objects.bulk_create(WishlistItem(customer=ada, product=each) for each in products)
    with pytest.raises(WishlistFull):
        add_to_wishlist(user=ada, product=tent)


def test_a_full_list_is_said_to_htmx_too(
    member: Client, tent: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shop.services.wishlist.MOST_WISHES", 0)
    page = press(member, tent, headers=HTMX)
    assert Markup(page).one("button").attributes["aria-pressed"] == "false"
    assert "Your wishlist is full" in page.content.decode()


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


def test_all_hearts_of_a_page_cost_one_query(member: Client, ada: User) -> None:
    camp = CategoryFactory(slug="camp")
    for _ in range(3):
        add_to_wishlist(user=ada, product=ProductFactory(category=camp))
    few = queries(member, "/c/camp/"), queries(member, "/account/wishlist/")
    for _ in range(12):
        add_to_wishlist(user=ada, product=ProductFactory(category=camp))
    assert (queries(member, "/c/camp/"), queries(member, "/account/wishlist/")) == few
    with CaptureQueriesContext(connection) as captured:
        page = Markup(member.get("/c/camp/"))
    assert len([each for each in captured if "shop_wishlistitem" in each["sql"]]) == 1
    hearts = list(page.find("button", class_="heart"))
    assert [each.attributes["aria-pressed"] for each in hearts] == ["true"] * 15
    assert len({each.attributes["id"] for each in hearts}) == 15


def test_guests_cost_none_and_get_no_cookie(client: Client, tent: Product) -> None:
    with CaptureQueriesContext(connection) as captured:
        response = client.get("/c/")
    assert not [each for each in captured if "wishlistitem" in each["sql"]]
    assert not response.cookies


def test_lists_are_ones_own(member: Client, ada: User, tent: Product) -> None:
    other = UserFactory()
    add_to_wishlist(user=other, product=tent)
    assert "Nothing is kept here yet" in member.get("/account/wishlist/").content.decode()
    member.post("/account/wishlist/remove/", {"product": tent.pk})
    assert other.wishlist.exists()


def test_hearts_of_a_part_that_comes_later_have_ids_of_their_own(
    member: Client, tent: Product
) -> None:
    tent.category = CategoryFactory(slug="camp")
    tent.save()
    address = "/c/camp/"
    whole = set(re.findall(r'id="(heart-[^"]+)"', member.get(address).content.decode()))
    part = set(
        re.findall(r'id="(heart-[^"]+)"', member.get(address, headers=HTMX).content.decode())
    )
    assert len(whole) == len(part) > 0
    assert not whole & part
    one = min(part)
    heart = Markup(press(member, tent, headers={**HTMX, "HX-Trigger": one})).one("button")
    assert heart.attributes["id"] == one


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5_000, "²", "-1", ""])
def test_what_is_no_number_of_a_product_is_not_found(member: Client, number: str) -> None:
    assert member.post("/account/wishlist/add/", {"product": number}).status_code == 404
