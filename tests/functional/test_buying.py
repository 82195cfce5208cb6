"""Somebody buys something: as a guest and with an account, on any device, script or none."""

import pytest
from playwright.sync_api import Locator, expect

from shop.models import Address, Order, Product, User, Variant
from shop.services.orders.ship import ship_order
from shop.services.orders.tokens import order_token
from tests.factories.shop import (
    CartFactory,
    CartLineFactory,
    CouponFactory,
    OrderFactory,
    ShippingRateFactory,
    TaxRateFactory,
    UserFactory,
)
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = pytest.mark.browser

TYPED = {
    "#id_email": "ada@example.com",
    "#id_to-name": "Ada Moor",
    "#id_to-line1": "1 Quay Street",
    "#id_to-postcode": "H91 X2Y3",
    "#id_to-city": "Galway",
}
CARD = {"#card-number": "4242 4242 4242 4242", "#card-expiry": "12/40", "#card-cvc": "123"}


@pytest.fixture
def shirt(wardrobe: Product) -> Product:
    """Return the shirt of a shop that also has express and taxes."""
    ShippingRateFactory(
        code="express", price="9.50", free_from=None, method__position=1, days_min=1, days_max=1
    )
    ShippingRateFactory(to="FI", country__name="Finland", price="9.90", free_from=150)
    TaxRateFactory()
    TaxRateFactory(to="FI", percent="25.5")
    return wardrobe


@pytest.fixture
def ada(shirt: Product) -> User:
    """Return somebody with an account and an address."""
    ada = UserFactory(email="ada@example.com", first_name="Ada", last_name="Moor")
    Address.objects.create(
        customer=ada,
        label="Home",
        name="Ada Moor",
        line1="1 Quay Street",
        postcode="H91 X2Y3",
        city="Galway",
        country="IE",
        is_default=True,
    )
    return ada


def fill(visitor: Visitor, typed: dict[str, str]) -> None:
    for field, text in typed.items():
        visitor.page.fill(field, text)


def settle(visitor: Visitor) -> None:
    visitor.page.wait_for_load_state("networkidle")


def part(visitor: Visitor, selector: str) -> Locator:
    return visitor.page.locator(selector)


def choose_blue(visitor: Visitor) -> None:
    visitor.go("/p/shirt/")
    visitor.page.check("#option2-1")


def put_in_with_script(visitor: Visitor) -> None:
    """Put two blue shirts in, see the drawer, and go to the cart."""
    choose_blue(visitor)
    visitor.page.click("#more-pieces")
    visitor.page.click(".buy__button")
    drawer = part(visitor, "#cart-drawer")
    expect(drawer).to_be_visible()
    expect(drawer).to_contain_text("M / Blue")
    expect(drawer).to_contain_text("2 pieces in the cart")
    drawer.get_by_text("See the cart").click()


def put_in_without_script(visitor: Visitor) -> None:
    """Put a blue shirt in, and make it two by the cart's own form."""
    choose_blue(visitor)
    visitor.page.click(".buy__button")
    part(visitor, ".stepper__button[value='1']").click()


def buy(visitor: Visitor, *, typed: dict[str, str]) -> Order:
    """Buy two blue shirts by card, from the product's page to the confirmation."""
    has_script = visitor.page.evaluate("matchMedia('(scripting: enabled)').matches")
    put_in_with_script(visitor) if has_script else put_in_without_script(visitor)
    expect(part(visitor, ".sums__row--total").first).to_contain_text("€44.00")
    visitor.page.click("text=Go to checkout")
    fill(visitor, typed)
    expect(part(visitor, "#order")).to_have_text("Order and pay €44.00")
    visitor.page.click("#order")
    expect(part(visitor, "h1")).to_have_text("Pay €44.00")
    fill(visitor, CARD)
    visitor.page.click(".pay-card__pay")
    expect(part(visitor, "h1")).to_have_text("Thank you. Your order is in.")
    expect(part(visitor, ".step--done .step__label")).to_have_count(2)
    assert visitor.complaints() == []
    return Order.objects.latest("id")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_guest_buys(
    new_visitor: NewVisitor, shirt: Product, width: int, javascript: bool
) -> None:
    visitor = new_visitor(width=width, height=844, javascript=javascript)
    order = buy(visitor, typed=TYPED)

    assert (order.status, order.payment_status, order.customer) == ("placed", "paid", None)
    assert order.lines.get().sku == "M-Blue"
    assert Variant.objects.get(sku="M-Blue").stock == 1


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [390, 1280])
def test_somebody_with_an_account_buys(
    new_visitor: NewVisitor, ada: User, width: int, javascript: bool
) -> None:
    visitor = new_visitor(width=width, height=844, javascript=javascript)
    visitor.sign_in(ada)
    order = buy(visitor, typed={})

    assert (order.customer, order.line1) == (ada, "1 Quay Street")
    visitor.go("/account/orders/")
    visitor.page.click(f"text={order.number}")
    expect(part(visitor, ".state")).to_have_text("Being packed")


def test_a_guest_buys_by_keyboard(visitor: Visitor, shirt: Product) -> None:
    page = visitor.page

    def tab_to(selector: str) -> None:
        for _ in range(140):
            if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"{selector} is not reached")

    visitor.go("/p/shirt/")
    tab_to("[name=option2]")
    page.keyboard.press("ArrowRight")
    tab_to(".buy__button")
    page.keyboard.press("Enter")
    expect(part(visitor, "#cart-drawer")).to_be_visible()
    assert page.evaluate("document.getElementById('cart-drawer').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(part(visitor, "#cart-drawer")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('.buy__button')")
    page.keyboard.press("Enter")
    expect(part(visitor, "#cart-drawer")).to_be_visible()
    tab_to(".added__ways a[href='/checkout/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/checkout/")
    for field, text in TYPED.items():
        tab_to(field)
        page.keyboard.type(text)
    tab_to("#order")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pay/")
    for field, text in CARD.items():
        tab_to(field)
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(part(visitor, "h1")).to_have_text("Thank you. Your order is in.")
    assert Order.objects.get().lines.get().quantity == 2
    assert visitor.complaints() == []


# ----- The cart


def test_the_cart_changes_under_the_hand(visitor: Visitor, shirt: Product) -> None:
    put_in_with_script(visitor)
    settle(visitor)
    total = part(visitor, ".sums__row--total").first
    more = part(visitor, ".cart-line .stepper__button[data-step='1']")

    with visitor.page.expect_response("**/cart/lines/**"):
        more.click()
    expect(total).to_contain_text("€66.00")
    expect(part(visitor, ".cart-link__count")).to_have_text(": 3 pieces")
    expect(part(visitor, "#cart-status")).to_have_text("3 pieces in the cart, €66.00 in all.")
    expect(more).to_be_disabled()  # there are three
    visitor.page.click("button >> text=Remove Shirt")
    expect(part(visitor, ".cart-notice--new")).to_contain_text("Shirt is out of your cart.")
    visitor.page.click("text=Put it back")
    expect(total).to_contain_text("€66.00")
    visitor.page.click("text=Save for later")
    expect(part(visitor, ".saved__item")).to_have_count(1)
    visitor.page.click("button >> text=Put into the cart")
    visitor.page.focus("#estimate-country")
    visitor.page.select_option("#estimate-country", "FI")
    expect(total).to_contain_text("€75.90")
    assert visitor.page.evaluate("document.activeElement.id") == "estimate-country"
    visitor.page.click("text=I have a code")
    visitor.page.fill("#code", "nothing")
    visitor.page.keyboard.press("Enter")
    expect(part(visitor, "#code-error")).to_have_text("This code is not known.")
    assert [each.split()[0] for each in visitor.failures] == ["409"]
    assert visitor.errors == []


def test_a_typed_number_counts_and_keeps_the_place(visitor: Visitor, shirt: Product) -> None:
    put_in_with_script(visitor)
    settle(visitor)
    field = part(visitor, ".cart-line .stepper__number")
    field.fill("1")
    field.press("Tab")

    expect(part(visitor, ".sums__row--total").first).to_contain_text("€22.00")
    assert visitor.page.evaluate("document.activeElement.closest('.stepper') !== null")
    assert visitor.complaints() == []


def test_the_cart_changes_without_script(new_visitor: NewVisitor, shirt: Product) -> None:
    plain = new_visitor(javascript=False)
    put_in_without_script(plain)
    plain.page.fill(".cart-line .stepper__number", "3")
    plain.page.click("button >> text=Change")
    expect(part(plain, ".sums__row--total")).to_contain_text("€66.00")
    plain.page.select_option("#estimate-country", "FI")
    plain.page.click(".estimate >> text=Update")
    expect(part(plain, ".sums__row--total")).to_contain_text("€75.90")
    plain.page.click("button >> text=Remove Shirt")
    plain.page.click("text=Put it back")
    expect(part(plain, ".cart-line .stepper__number")).to_have_value("3")
    assert plain.complaints() == []


# ----- The product's page


def test_what_is_sold_out_cannot_be_pressed(visitor: Visitor, shirt: Product) -> None:
    visitor.go("/p/shirt/")
    button = part(visitor, ".buy__button")
    expect(button).to_have_text("Add to cart")
    visitor.page.check("#option1-1")
    expect(button).to_have_text("Sold out")
    expect(button).to_be_disabled()
    visitor.page.check("#option1-0")
    expect(button).to_be_enabled()


def test_without_script_what_is_sold_out_is_said(new_visitor: NewVisitor, shirt: Product) -> None:
    plain = new_visitor(javascript=False)
    plain.go("/p/shirt/")
    plain.page.check("#option1-1")
    plain.page.click(".buy__button")

    expect(part(plain, ".message--error")).to_have_text("Shirt: It has sold out.")
    expect(part(plain, "#option1-1")).to_be_checked()


def test_a_bar_keeps_the_button_at_hand(new_visitor: NewVisitor, shirt: Product) -> None:
    phone = new_visitor(width=390, height=844)
    phone.go("/p/shirt/")
    bar = part(phone, ".buy-bar")
    part(phone, ".buy__button").scroll_into_view_if_needed()
    expect(bar).to_be_hidden()
    part(phone, "#reviews").scroll_into_view_if_needed()
    expect(bar).to_be_visible()
    bar.get_by_text("Add to cart").click()
    expect(part(phone, "#cart-drawer")).to_contain_text("1 piece in the cart")
    assert phone.complaints() == []


def test_the_quick_view_fills_the_cart(visitor: Visitor, shirt: Product) -> None:
    visitor.go("/c/shirts/")
    visitor.page.locator("#results .card", has_text="Vest").hover()
    visitor.page.locator("#results .card", has_text="Vest").get_by_text("Quick view").click()
    visitor.page.click("#quick .buy__button")

    expect(part(visitor, "#cart-drawer")).to_contain_text("Vest")
    expect(part(visitor, "#quick")).to_be_hidden()
    visitor.page.keyboard.press("Escape")
    expect(part(visitor, ".cart-link__count")).to_have_text(": 1 piece")
    assert visitor.complaints() == []


# ----- The checkout


def test_the_checkout_follows_the_country(visitor: Visitor, shirt: Product) -> None:
    put_in_with_script(visitor)
    visitor.page.click("text=Go to checkout")
    settle(visitor)
    visitor.page.fill("#id_to-name", "Ada Moor")
    visitor.page.focus("#id_to-country")
    visitor.page.select_option("#id_to-country", "FI")

    expect(part(visitor, "#order")).to_have_text("Order and pay €53.90")
    expect(part(visitor, "[name=shipping_method]")).to_have_count(1)
    expect(part(visitor, "#id_to-postcode_helptext")).to_have_text("As in 00100.")
    expect(part(visitor, "#id_to-name")).to_have_value("Ada Moor")
    assert visitor.page.evaluate("document.activeElement.id") == "id_to-country"
    visitor.page.select_option("#id_to-country", "IE")
    visitor.page.check("#shipping-express")
    expect(part(visitor, "#order")).to_have_text("Order and pay €53.50")
    assert visitor.page.evaluate("document.activeElement.id") == "shipping-express"
    assert visitor.complaints() == []


def test_what_is_wrong_is_said_first(visitor: Visitor, shirt: Product) -> None:
    put_in_with_script(visitor)
    visitor.page.click("text=Go to checkout")
    visitor.page.click("#order")

    summary = part(visitor, "#errors")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_count(5)
    summary.get_by_text("Give the town or city.").click()
    expect(part(visitor, "#id_to-city")).to_be_focused()


def test_another_address_is_filled_in_where_it_is_chosen(visitor: Visitor, ada: User) -> None:
    visitor.sign_in(ada)
    put_in_with_script(visitor)
    visitor.page.click("text=Go to checkout")
    expect(part(visitor, "#id_to-name")).to_be_hidden()
    visitor.page.check("#address-new")
    expect(part(visitor, "#id_to-name")).to_be_visible()
    expect(part(visitor, "#id_bill-name")).to_be_hidden()
    visitor.page.check("#billing-other")
    expect(part(visitor, "#id_bill-name")).to_be_visible()


# ----- Barriers


def prepare(ada: User) -> dict[str, str]:
    """Return pages of every kind around buying, by what is to be seen on them."""
    CouponFactory(code="TENTH", description="Ten off the hundred.")
    cart = CartFactory(customer=ada, coupon_code="TENTH")
    blue, red = (Variant.objects.get(sku=sku) for sku in ("M-Blue", "M-Red"))
    CartLineFactory(cart=cart, variant=blue, quantity=7)
    CartLineFactory(cart=cart, variant=red, quantity=1, seen_price=99)
    CartLineFactory(cart=cart, quantity=2, is_saved=True)
    sent = OrderFactory(customer=ada, email=ada.email, status="placed", payment_status="paid")
    ship_order(order=sent, carrier="An Post", tracking_number="AP 123")
    later = OrderFactory(
        customer=ada, email=ada.email, status="placed", payment_provider="bank_transfer"
    )
    later.payments.create(provider="bank_transfer", amount=later.total, currency=later.currency)
    lost = OrderFactory(customer=ada, email=ada.email, status="cancelled")
    paths = {
        "sent": f"/orders/{order_token(sent)}/",
        "return": f"/orders/{order_token(sent)}/return/",
        "invoice": f"/orders/{order_token(sent)}/invoice/",
        "to be paid": f"/orders/{order_token(later)}/",
        "cancel": f"/orders/{order_token(later)}/cancel/",
        "cancelled": f"/orders/{order_token(lost)}/",
    }
    return {
        "cart": "/cart/",
        "checkout": "/checkout/",
        "orders": "/account/orders/",
        "own order": f"/account/orders/{sent.number}/",
        "find": "/orders/find/",
        **paths,
    }


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_has_nothing_to_say(
    new_visitor: NewVisitor, ada: User, scheme: str, width: int
) -> None:
    visitor = new_visitor(width=width, scheme=scheme)
    visitor.sign_in(ada)
    found = {}
    for kind, path in prepare(ada).items():
        assert visitor.go(path).status == 200, kind
        found[kind] = [*visitor.barriers(), *overflows(visitor)]
    assert {kind: barriers for kind, barriers in found.items() if barriers} == {}
    assert visitor.complaints() == []


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_has_nothing_to_say_of_what_goes_wrong(
    new_visitor: NewVisitor, shirt: Product, width: int
) -> None:
    visitor = new_visitor(width=width)
    assert visitor.go("/cart/").status == 200
    found = {"empty cart": visitor.barriers()}
    put_in_with_script(visitor)
    visitor.go("/p/shirt/")
    visitor.page.click(".buy__button")
    expect(part(visitor, "#cart-drawer")).to_be_visible()
    found["drawer"] = visitor.barriers()
    visitor.go("/checkout/")
    visitor.page.check("#billing-other")
    visitor.page.click("#order")
    settle(visitor)
    found["errors"] = [*visitor.barriers(), *overflows(visitor)]
    fill(visitor, TYPED)
    visitor.page.check("#billing-same")
    Variant.objects.update(price=24)
    visitor.page.click("#order")
    settle(visitor)
    expect(part(visitor, "#errors")).to_contain_text("Something has changed")
    found["changed"] = [*visitor.barriers(), *overflows(visitor)]
    visitor.page.click("#order")
    expect(part(visitor, ".pay-card__pay")).to_be_visible()
    found["pay"] = [*visitor.barriers(), *overflows(visitor)]
    fill(visitor, {**CARD, "#card-number": "4000 0000 0000 0002"})
    visitor.page.click(".pay-card__pay")
    expect(part(visitor, "#errors")).to_contain_text("declined")
    found["declined"] = [*visitor.barriers(), *overflows(visitor)]
    assert {kind: barriers for kind, barriers in found.items() if barriers} == {}


def overflows(visitor: Visitor) -> list[str]:
    """Return whether the page is wider than its window."""
    wide = visitor.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return ["wider than the window"] if wide else []
