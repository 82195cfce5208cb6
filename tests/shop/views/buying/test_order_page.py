"""An order's page says where it stands, to whoever has its link and to its account alone."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from shop.models import Invoice, Order, OrderEvent, OutgoingEmail, Product, User, Variant
from shop.services.orders.events import record_event
from shop.services.orders.refund import refund_order
from shop.services.orders.ship import mark_delivered, ship_order
from shop.services.orders.tokens import order_token
from shop.services.payments import mark_paid_by_hand
from tests.factories.shop import CouponFactory, OrderFactory, UserFactory
from tests.shop.views.buying.buyers import BILLING, order_by
from tests.shop.views.buying.conftest import contents, put_in
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(client: Client, mug: Variant, throw: Variant) -> Order:
    """Return an order of two mugs and a throw, to be paid by transfer."""
    put_in(client, mug, 2)
    put_in(client, throw)
    return order_by(client, payment_provider="bank_transfer")


def path(order: Order, end: str = "") -> str:
    return f"/orders/{order_token(order)}/{end}"


def steps(source: Any) -> list[str]:
    texts = Markup(source).texts("span", class_="step__label")
    return [text.replace(": done", " +").replace(": still to come", " -") for text in texts]


def test_it_says_what_was_ordered_and_what_it_came_to(client: Client, order: Order) -> None:
    page = Client().get(path(order))

    assert page.status_code == 200
    assert Markup(page).texts("h3", class_="ordered__title") == ["Mug", "Throw"]
    assert Markup(page).texts("p", class_="ordered__total") == ["€40.00", "€35.50"]
    assert Markup(page).texts("div", class_="sums__row") == [
        "Goods€75.50",
        "Standard deliveryFree",
        "Total€75.50including €14.12 VAT at 23 %",
    ]
    assert [each.text for each in Markup(page).find("address")] == [
        "Ada Moor1 Quay StreetH91 X2Y3 GalwayIreland"
    ]
    assert Markup(page).one("span", class_="state").text == "Placed, not paid yet"
    assert "no-store" in page["Cache-Control"]


def test_it_thanks_for_an_hour(client: Client, order: Order) -> None:
    assert Markup(client.get(path(order))).texts("h1") == ["Thank you. Your order is in."]

    Order.objects.update(placed_at=timezone.now() - timedelta(hours=2))
    assert Markup(client.get(path(order))).texts("h1") == [f"Order {order.number}"]


def test_it_says_how_to_pay_until_it_is_paid(client: Client, order: Order, shopper: User) -> None:
    terms = Markup(client.get(path(order))).one("section", class_="to-pay")
    assert "IBANIE29 AIBK 9311 5212 3456 78" in terms.text

    mark_paid_by_hand(order=order, actor=shopper)
    page = client.get(path(order))
    assert not list(Markup(page).find("section", class_="to-pay"))
    assert "Paid: bank transfer" in Markup(page).texts("p", class_="ordered__soft")


def test_its_steps_are_ticked_off(client: Client, order: Order, shopper: User) -> None:
    assert steps(client.get(path(order))) == ["Ordered +", "Paid -", "On its way -", "Delivered -"]
    mark_paid_by_hand(order=order, actor=shopper)
    mugs = order.lines.get(title="Mug")
    ship_order(order=order, quantities={mugs.pk: 2}, carrier="An Post", tracking_number="AP 1")
    page = client.get(path(order))
    assert steps(page) == ["Ordered +", "Paid +", "Partly on its way +", "Delivered -"]
    (parcel,) = Markup(page).texts("ul", class_="plain-list")
    assert "by An Post, tracking number AP 12 × Mug" in parcel
    order.refresh_from_db()
    ship_order(order=order)
    order.refresh_from_db()
    mark_delivered(order=order)
    assert steps(client.get(path(order)))[2:] == ["On its way +", "Delivered +"]


def test_a_note_of_the_staff_is_not_for_the_buyer(client: Client, order: Order) -> None:
    record_event(order=order, kind=OrderEvent.Kind.NOTE, text="Difficult.", is_public=False)
    record_event(order=order, kind=OrderEvent.Kind.NOTE, text="Packed with care.")

    page = client.get(path(order)).content.decode()
    assert "Difficult." not in page
    assert "Packed with care." in page


def test_money_that_goes_back_is_said(client: Client, order: Order, shopper: User) -> None:
    mark_paid_by_hand(order=order, actor=shopper)
    throw = order.lines.get(title="Throw")
    refund_order(
        order=order,
        lines={throw.pk: 1},
        restock=True,
        reason="Torn.",
        actor=shopper,
        idempotency_key="one",
    )

    said = Markup(client.get(path(order))).texts("p", class_="ordered__soft")
    assert any(re.match(r"€35\.50 asked for on \d", each) for each in said), said


def test_what_the_shop_has_can_be_bought_again(client: Client, order: Order) -> None:
    Variant.objects.filter(product__title="Throw").update(stock=0)
    page = Markup(client.get(path(order)))

    again = [each.text for each in page.find("button") if each.text.startswith("Buy again")]
    assert again == ["Buy again: Mug"]


def test_everything_goes_into_the_cart_again(client: Client, order: Order, throw: Variant) -> None:
    Variant.objects.filter(pk=throw.pk).update(stock=0)
    page = client.post(path(order, "again/"), follow=True)

    assert contents(client) == {"Mug": (2, False)}
    said = Markup(page).one("div", class_="cart-notice--new").text
    assert said == "What could be had is in your cart. Throw: It has sold out."


def test_an_order_outlives_its_products(client: Client, order: Order) -> None:
    Product.objects.all().delete()
    page = client.get(path(order))

    assert Markup(page).texts("h3", class_="ordered__title") == ["Mug", "Throw"]
    assert not list(Markup(page).find("a", href="/p/mug/"))


def test_a_cancelled_order_says_so(client: Client, order: Order) -> None:
    client.post(path(order, "cancel/"))
    page = client.get(path(order))

    assert steps(page) == ["Ordered +", "Cancelled +"]
    assert not list(Markup(page).find("a", href=path(order, "invoice/")))
    assert not list(Markup(page).find("a", href=path(order, "cancel/")))
    assert client.get(path(order, "invoice/")).status_code == 404


def test_what_has_left_is_not_cancelled(client: Client, order: Order) -> None:
    ship_order(order=order)

    assert client.post(path(order, "cancel/"))["Location"] == path(order)
    order.refresh_from_db()
    assert order.status == "shipped"


# ----- Sending back


def test_things_are_sent_back_by_the_piece(client: Client, order: Order, mug: Variant) -> None:
    ship_order(order=order)
    order.refresh_from_db()
    mark_delivered(order=order)
    mugs, throw = order.lines.order_by("id")
    form = Markup(client.get(path(order, "return/")))
    assert [e.attributes["name"] for e in form.find("select")] == [
        f"line-{mugs.pk}",
        f"line-{throw.pk}",
        "reason",
    ]

    sent = {f"line-{mugs.pk}": "1", f"line-{throw.pk}": "0", "reason": "It does not fit"}
    page = client.post(path(order, "return/"), {**sent, "comment": "Too tall."}, follow=True)
    assert "We have your wish, and answer by e-mail." in page.content.decode()
    wish = order.return_requests.get()
    assert (wish.reason, wish.comment) == ("It does not fit", "Too tall.")
    assert list(wish.lines.values_list("order_line__title", "quantity")) == [("Mug", 1)]
    (returns,) = Markup(page).texts("section", aria_labelledby="returns-title")
    assert returns.endswith("requested1 × Mug")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose what to send back."),
        ({"Mug": "3"}, "That is more than can be sent back."),
        ({"Mug": "-1"}, "That is more than can be sent back."),
        (
            {"Mug": "1", "reason": ""},
            "Say why in a few words, and more in at most 2000 characters.",
        ),
    ],
)
def test_a_wish_that_cannot_be_is_refused_and_kept(
    client: Client, order: Order, sent: dict[str, str], said: str
) -> None:
    ship_order(order=order)
    lines = {line.title: f"line-{line.pk}" for line in order.lines.all()}
    data = {lines.get(name, name): value for name, value in sent.items()}
    response = client.post(
        path(order, "return/"), {"reason": "It does not fit", "comment": "Kept.", **data}
    )

    assert response.status_code == 422
    assert Markup(response).one("div", id="errors").text == f"Please check this {said}"
    assert Markup(response).one("textarea", id="comment").text == "Kept."
    assert not order.return_requests.exists()


def test_after_the_window_nothing_is_sent_back(client: Client, order: Order) -> None:
    ship_order(order=order)
    order.shipments.update(shipped_at=timezone.now() - timedelta(days=33))

    assert client.get(path(order, "return/"))["Location"] == path(order)
    assert not list(Markup(client.get(path(order))).find("a", href=path(order, "return/")))


# ----- The invoice


def test_the_invoice_has_what_the_law_wants(client: Client, mug: Variant, settings: Any) -> None:
    settings.SHOP = {
        **settings.SHOP,
        "SELLER": {**settings.SHOP["SELLER"], "VAT_NUMBER": "IE0000000X", "REGISTER": "CRO 1"},
    }
    CouponFactory(code="TENTH")
    put_in(client, mug, 2)
    client.post("/cart/code/", {"code": "TENTH"})
    order = order_by(client, **BILLING, payment_provider="bank_transfer")

    page = client.get(path(order, "invoice/"))
    text = page.content.decode()
    year = timezone.localdate().year
    assert Invoice.objects.get().number == f"{year}-00001"
    for wanted in (
        f"{year}-00001",
        order.number,
        f"{timezone.localdate():%-d %B %Y}",
        "The Old Net Loft",
        "IE0000000X",
        "CRO 1",
        "Moor Ltd",
        "United Kingdom",
        mug.sku,
    ):
        assert wanted in text, wanted
    rows = [each.text for each in Markup(page).find("tr")]
    assert f"Mug{mug.sku}2€20.0023 %€40.00" in rows
    assert rows[2:6] == [
        "Goods€40.00",
        "Code TENTH−€4.00",
        "Standard delivery€4.90",
        "Total€40.90",
    ]
    assert rows[-1] == "23 %€33.25€7.65€40.90"
    client.get(path(order, "invoice/"))
    assert Invoice.objects.count() == 1


def test_an_order_that_waits_has_no_invoice(client: Client, mug: Variant) -> None:
    put_in(client, mug)
    order = order_by(client, payment_provider="card")

    assert client.get(path(order, "invoice/")).status_code == 404
    assert not Invoice.objects.exists()


# ----- An account's orders


def test_an_account_sees_its_own_orders(client: Client, shopper: User) -> None:
    client.force_login(shopper)
    mine = OrderFactory(customer=shopper, email=shopper.email, status="shipped")
    guest = OrderFactory(customer=None, email="ADA@example.com", status="delivered")
    other = OrderFactory(customer=UserFactory(), email="other@example.com")

    page = client.get("/account/orders/")
    numbers = Markup(page).texts("a", class_="order-row__link")
    assert sorted(numbers) == sorted([mine.number, guest.number])
    assert sorted(Markup(page).texts("span", class_="state")) == ["Delivered", "On its way"]
    assert client.get(f"/account/orders/{mine.number}/").status_code == 200
    assert client.get(f"/account/orders/{other.number}/").status_code == 404


def test_an_account_without_orders_is_told_so(client: Client, shopper: User) -> None:
    client.force_login(shopper)

    page = client.get("/account/orders/")
    assert "Nothing has been ordered with this account yet." in Markup(page).texts("p")


def test_orders_are_paged(client: Client, shopper: User) -> None:
    client.force_login(shopper)
    orders = [OrderFactory(customer=shopper) for _ in range(12)]

    first, second = (client.get(f"/account/orders/?page={number}") for number in (1, 2))
    assert len(Markup(first).texts("a", class_="order-row__link")) == 10
    assert set(Markup(second).texts("a", class_="order-row__link")) <= {o.number for o in orders}
    assert len(Markup(second).texts("a", class_="order-row__link")) == 2
    assert client.get("/account/orders/?page=zzz").status_code == 200


@pytest.mark.parametrize("address", ["/account/orders/", "/account/orders/2222-2222/"])
def test_a_guest_has_to_sign_in(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"].endswith(f"?next={address}")


# ----- A lost link


def test_a_lost_link_comes_by_mail(client: Client, order: Order) -> None:
    OutgoingEmail.objects.all().delete()
    sent = {"number": f" {order.number.lower()} ", "email": "ADA@example.com"}
    page = client.post("/orders/find/", sent, follow=True)

    letter = OutgoingEmail.objects.get()
    assert letter.to == "ada@example.com"
    assert path(order) in letter.text
    assert order_token(order) not in page.content.decode()


@pytest.mark.parametrize(
    "changes", [{"number": "2222-2222"}, {"email": "eve@example.com"}, {"number": "%"}]
)
def test_the_answer_is_the_same_for_what_is_not_there(
    client: Client, order: Order, changes: dict[str, str]
) -> None:
    known = {"number": order.number, "email": "ada@example.com"}
    right = client.post("/orders/find/", known, follow=True)
    OutgoingEmail.objects.all().delete()
    wrong = client.post("/orders/find/", {**known, **changes}, follow=True)

    def said(page: Any) -> list[str]:
        return Markup(page).texts("p", class_="message")

    assert said(right) == said(wrong)
    assert said(wrong) == ["If there is such an order, its link is on its way to that address."]
    assert not OutgoingEmail.objects.exists()


def test_asking_for_links_is_counted(client: Client, order: Order, settings: Any) -> None:
    settings.SHOP = {**settings.SHOP, "RATES": {**settings.SHOP["RATES"], "find_order": "2/hour"}}
    sent = {"number": order.number, "email": "ada@example.com"}
    answers = [client.post("/orders/find/", sent).status_code for _ in range(3)]

    assert answers == [303, 303, 429]


def test_one_letter_a_minute(client: Client, order: Order) -> None:
    OutgoingEmail.objects.all().delete()
    for _ in range(2):
        client.post("/orders/find/", {"number": order.number, "email": "ada@example.com"})

    assert 1 <= OutgoingEmail.objects.count() <= 2  # two where the minute turned in between
