"""Taking one's data along, and being forgotten: nothing of a person is left anywhere."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from shop.exceptions import AccountStays
from shop.models import (
    Address,
    Cart,
    CartLine,
    Coupon,
    CouponUse,
    Order,
    OrderEvent,
    OutgoingEmail,
    ProductView,
    ReturnRequest,
    Review,
    User,
    WishlistItem,
)
from shop.models.addresses import PostalAddress
from shop.services.privacy import erase_account, export_personal_data
from shop.services.privacy.orders import anonymise_order
from shop.services.privacy.traces import POSTAL_FIELDS
from shop.services.review_votes import account_voter, vote_helpful
from shop.services.tokens import create_token
from shop.signals import account_erased, personal_data_wanted
from tests.factories.shop import (
    OrderFactory,
    ReviewFactory,
    UserFactory,
    VariantFactory,
)
from tests.shop.account.authenticator import give_app
from tests.shop.account.conftest import confirm_again, is_signed_in, sign_in

pytestmark = pytest.mark.django_db

# Words that stand nowhere else in the database.
EMAIL = "zephyrine.quillfeather@example.com"
PERSONAL = {
    "name": "Zephyrine Quillfeather",
    "company": "Quillfeather Kites",
    "line1": "77 Vexillology Lane",
    "line2": "Turret 9b",
    "postcode": "ZQ7 7XV",
    "city": "Kittiwakeham",
    "region": "Upper Gannetshire",
    "phone": "+353 77 7654321",
}
MARKS = (
    "zephyrine",
    "quillfeather",
    "vexillology",
    "turret",
    "zq7",
    "kittiwake",
    "gannet",
    "7654321",
)


def text_columns() -> Iterator[tuple[str, str]]:
    """Yield every column of the database that can hold words, as (table, column)."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT table_name, column_name FROM information_schema.columns
            JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
              AND data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'character')
            """
        )
        yield from cursor.fetchall()


def traces() -> set[str]:
    """Return the columns in which any of the marks stands, whatever its case."""
    found = set()
    with connection.cursor() as cursor:
        for table, column in text_columns():
            cursor.execute(
                f'SELECT 1 FROM "{table}" WHERE "{column}"::text ~* %s LIMIT 1', ["|".join(MARKS)]
            )
            if cursor.fetchone():
                found.add(f"{table}.{column}")
    return found


@pytest.fixture
def zephyrine(db: None) -> User:
    """Plant personal data wherever the shop keeps any, and sign in."""
    user = UserFactory(email=EMAIL, first_name="Zephyrine", last_name="Quillfeather")
    variant = VariantFactory()
    product = variant.product
    Address.objects.create(customer=user, label="Turret", country="IE", **PERSONAL)
    WishlistItem.objects.create(customer=user, product=product)
    CartLine.objects.create(cart=Cart.objects.create(customer=user), variant=variant)
    for customer in (user, None):  # with the account, and before it as a guest
        order = OrderFactory(
            customer=customer,
            email=EMAIL.title(),
            status=Order.Status.DELIVERED,
            billing_address={**PERSONAL, "country": "IE"},
            buyer_note="Ring at the turret, ask for Zephyrine",
            **PERSONAL,
        )
        event = "Zephyrine Quillfeather asked to send it to 77 Vexillology Lane."
        OrderEvent.objects.create(
            order=order,
            kind="note",
            text=event,
            data={"to": [{"email": EMAIL.title(), "at": True}]},
        )
        ReturnRequest.objects.create(
            order=order, reason="size", comment="Zephyrine is taller", answer="Dear Zephyrine"
        )
        coupon = Coupon.objects.create(code=f"C{order.pk}", kind="percent", percent=10)
        CouponUse.objects.create(coupon=coupon, order=order, email=EMAIL)
    review = ReviewFactory(
        product=product, author=user, author_name="Zephyrine Q.", body="The best in Kittiwakeham."
    )
    vote_helpful(review=ReviewFactory(), voter=account_voter(user))
    OutgoingEmail.objects.create(key="x", to=EMAIL, subject="To Zephyrine", text="Dear Zephyrine")
    ProductView.objects.create(product=product, visitor="v", email=EMAIL)
    create_token(user=user, name="Zephyrine's kite", scopes=["reviews:write"])
    give_app(user)
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Quillfeather's ring"})
    clerk = UserFactory(staff=True)
    for thing, text in ((user, EMAIL), (review, "5★ The best in Kittiwakeham.")):
        LogEntry.objects.create(
            user=clerk,
            content_type=ContentType.objects.get_for_model(thing),
            object_id=str(thing.pk),
            object_repr=text,
            action_flag=CHANGE,
        )
    return user


def plant_session(user: User) -> Client:
    client = Client(headers={"user-agent": "Quillfeather/1.0"})
    Authenticator.objects.filter(user=user).delete()
    sign_in(client, user.email)
    assert is_signed_in(client)
    return client


def test_the_search_finds_what_was_planted(zephyrine: User) -> None:
    """The negative control of the test below: before, these columns tell."""
    plant_session(zephyrine)
    assert traces() >= {
        "shop_user.email",
        "shop_user.first_name",
        "shop_address.line1",
        "shop_order.name",
        "shop_order.phone",
        "shop_order.billing_address",
        "shop_order.buyer_note",
        "shop_orderevent.text",
        "shop_orderevent.data",
        "shop_returnrequest.comment",
        "shop_returnrequest.answer",
        "shop_couponuse.email",
        "shop_review.author_name",
        "shop_review.body",
        "shop_outgoingemail.text",
        "shop_productview.email",
        "shop_apitoken.name",
        "account_emailaddress.email",
        "usersessions_usersession.user_agent",
        "django_admin_log.object_repr",
    }


def test_nothing_is_left_of_somebody_who_is_forgotten(zephyrine: User) -> None:
    client = plant_session(zephyrine)
    pk = zephyrine.pk
    erase_account(user=zephyrine, keep_reviews=False)
    assert traces() == set()
    assert not User.objects.filter(pk=pk).exists()
    assert not UserSession.objects.exists()
    assert not Session.objects.exists()
    assert not is_signed_in(client)


def test_what_the_books_need_stays(zephyrine: User) -> None:
    fields = ("number", "total", "goods_total", "status", "placed_at", "country", "currency")
    before = list(Order.objects.order_by("pk").values(*fields))
    lines = Order.objects.order_by("pk")[0].lines.count()
    erase_account(user=zephyrine, keep_reviews=True)
    assert list(Order.objects.order_by("pk").values(*fields)) == before
    order = Order.objects.order_by("pk")[0]
    assert order.lines.count() == lines == 1
    assert (order.name, order.email, order.customer) == (
        "A former customer",
        "erased@example.invalid",
        None,
    )
    event = order.events.get()
    assert event.text == "… asked to send it to …."
    assert event.data == {"to": [{"email": "…", "at": True}]}


def test_reviews_stay_without_their_author_if_that_is_the_wish(zephyrine: User) -> None:
    product = zephyrine.reviews.get().product
    erase_account(user=zephyrine, keep_reviews=True)
    review = product.reviews.get()
    assert (review.author, review.author_name) == (None, "A former customer")
    assert review.body == "The best in Kittiwakeham."
    product.refresh_from_db()
    assert product.rating_count == 1


def test_others_keep_what_is_theirs(zephyrine: User) -> None:
    other = UserFactory(email="other@example.com")
    order = OrderFactory(customer=other, email=other.email, status=Order.Status.DELIVERED)
    guest = OrderFactory(email="guest@example.com")
    review = ReviewFactory(author=other)
    erase_account(user=zephyrine, keep_reviews=False)
    order.refresh_from_db()
    guest.refresh_from_db()
    assert (order.customer, order.name, guest.name) == (other, "Ada Guest", "Ada Guest")
    assert Review.objects.filter(pk=review.pk).exists()


@pytest.mark.parametrize("status", ["pending", "placed", "part_shipped"])
def test_an_order_under_way_needs_its_address(zephyrine: User, status: str) -> None:
    OrderFactory(customer=zephyrine, status=status)
    with pytest.raises(AccountStays):
        erase_account(user=zephyrine, keep_reviews=True)
    assert "shop_address.line1" in traces()
    Order.objects.filter(status=status).update(status=Order.Status.SHIPPED)
    erase_account(user=zephyrine, keep_reviews=False)
    assert traces() == set()


def test_staff_do_not_erase_themselves() -> None:
    with pytest.raises(AccountStays):
        erase_account(user=UserFactory(staff=True), keep_reviews=True)


def test_a_failure_forgets_nothing(zephyrine: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("shop.services.privacy.erase.end_other_sessions", fail)
    before = traces()
    with pytest.raises(RuntimeError):
        erase_account(user=zephyrine, keep_reviews=False)
    assert traces() == before


def test_names_that_mean_something_in_json_do_no_harm() -> None:
    order = OrderFactory(name="true null", status=Order.Status.DELIVERED)
    data = {"paid": True, "note": None, "to": "true null"}
    OrderEvent.objects.create(order=order, kind="note", data=data)
    anonymise_order(order=order)
    assert order.events.get().data == {"paid": True, "note": None, "to": "…"}


def test_every_line_of_an_address_is_known() -> None:
    assert set(POSTAL_FIELDS) == {field.name for field in PostalAddress._meta.get_fields()}


def test_the_file_holds_everything(zephyrine: User) -> None:
    client = plant_session(zephyrine)
    response = client.get("/account/privacy/my-data.json")
    assert response["Location"].startswith("/account/confirm/")
    confirm_again(client)
    response = client.get("/account/privacy/my-data.json")
    assert response["Content-Type"] == "application/json"
    assert "attachment" in response["Content-Disposition"]
    assert response["Cache-Control"] == "no-store"
    data = json.loads(response.content)
    assert data["account"]["email"] == EMAIL
    assert data["addresses"][0]["line1"] == PERSONAL["line1"]
    assert len(data["orders"]) == 2
    assert data["orders"][0]["billing_address"]["city"] == PERSONAL["city"]
    assert [line["quantity"] for line in data["orders"][0]["lines"]] == [1]
    assert data["reviews"][0]["body"] == "The best in Kittiwakeham."
    assert len(data["helpful_votes"]) == len(data["wishlist"]) == len(data["carts"]) == 1
    assert data["carts"][0]["lines"][0]["quantity"] == 1
    assert data["products_viewed"][0]["referrer"] == "direct"
    assert data["letters"][0]["subject"] == "To Zephyrine"
    assert data["account"]["api_tokens"][0]["name"] == "Zephyrine's kite"
    assert data["account"]["sessions"][0]["user_agent"] == "Quillfeather/1.0"


def test_the_file_holds_no_secret_and_nobody_else(zephyrine: User) -> None:
    other = UserFactory(email="other@example.com")
    OrderFactory(customer=other, email=other.email)
    text = json.dumps(export_personal_data(user=zephyrine), default=str)
    assert "other@example.com" not in text
    assert zephyrine.password not in text
    assert zephyrine.auth_token_set.get().digest not in text
    assert Authenticator.objects.get(user=zephyrine, type="totp").data["secret"] not in text


def test_other_apps_add_what_they_know_and_are_told(zephyrine: User) -> None:
    def tell(**_: Any) -> dict[str, Any]:
        return {"conversations": ["about kites"]}

    told: list[str] = []

    def hear(*, user: User, **_: Any) -> None:
        told.append(user.email)

    personal_data_wanted.connect(tell)
    account_erased.connect(hear)
    try:
        assert export_personal_data(user=zephyrine)["conversations"] == ["about kites"]
        erase_account(user=zephyrine, keep_reviews=True)
    finally:
        personal_data_wanted.disconnect(tell)
        account_erased.disconnect(hear)
    assert told == [EMAIL]


def test_erasing_asks_who_it_is_what_to_keep_and_whether(ada: User, at_home: Client) -> None:
    ReviewFactory(author=ada)
    page = "/account/privacy/erase/"
    data = {"reviews": "delete", "sure": "on"}
    assert at_home.post(page, data)["Location"].startswith("/account/confirm/")
    assert User.objects.filter(pk=ada.pk).exists()
    confirm_again(at_home)
    answer = at_home.post(page, {}).content.decode()
    assert "Choose what becomes of your reviews." in answer
    assert "Tick the box to say that you are sure." in answer
    assert at_home.post(page, data)["Location"] == "/account/goodbye/"
    assert not User.objects.filter(pk=ada.pk).exists()
    assert not Review.objects.exists()
    assert not is_signed_in(at_home)
    assert sign_in(Client(), "ada@example.com").status_code == 200


def test_nobody_is_asked_about_reviews_they_never_wrote(ada: User, at_home: Client) -> None:
    confirm_again(at_home)
    page = "/account/privacy/erase/"
    assert 'name="reviews"' not in at_home.get(page).content.decode()
    assert at_home.post(page, {"sure": "on"})["Location"] == "/account/goodbye/"
    assert not User.objects.filter(pk=ada.pk).exists()


def test_the_page_names_the_orders_that_are_under_way(ada: User, at_home: Client) -> None:
    OrderFactory(customer=ada, number="V-1")
    confirm_again(at_home)
    page = at_home.get("/account/privacy/erase/").content.decode()
    assert "V-1" in page
    assert "Erase my account" not in page
    answer = at_home.post("/account/privacy/erase/", {"reviews": "keep", "sure": "on"})
    assert answer.status_code == 200
    assert User.objects.filter(pk=ada.pk).exists()
