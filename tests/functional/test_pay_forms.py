"""The forms of the ways of paying, in a browser, on a page that is nothing but the form."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path
from playwright.sync_api import Page, Route, expect

from shop.exceptions import PaymentDeclined
from shop.payments.base import PaymentRequest, PaymentStart, PaymentState
from shop.payments.fake import FakeCard
from shop.payments.stripe import SCRIPT_URL, StripeCard
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGE = """{% extends "base.html" %}{% block title %}Pay{% endblock %}
{% block content %}<div class="wrap column"><h1>Pay your order</h1>
<form method="post" novalidate>{% csrf_token %}{% include provider.pay_template %}</form></div>
{% endblock %}"""
FAKE = FakeCard(code="card")
STRIPE = StripeCard(
    code="stripe",
    secret_key="sk_test_x",
    publishable_key="pk_test_seen",
    webhook_secret="whsec_x",
)
# What the page needs of Stripe.js, and a record of what was asked of it.
SCRIPT = """
window.asked = [];
window.Stripe = (key) => ({
  elements: (options) => {
    window.asked.push(["elements", key, options.clientSecret, options.appearance]);
    return {
      update: () => {},
      create: () => {
        const listeners = {};
        return {
          on: (name, listener) => { listeners[name] = listener; },
          mount: (place) => { place.textContent = "Stripe's form"; listeners.ready(); },
        };
      },
    };
  },
  confirmPayment: async (options) => {
    window.asked.push(["confirm", options.confirmParams.return_url, options.redirect]);
    return window.answers.shift();
  },
});
"""


def request_of(request: HttpRequest) -> PaymentRequest:
    return PaymentRequest(
        order_number="VT-1001",
        amount=Decimal("49.90"),
        currency="EUR",
        email="ada@example.org",
        description="Order VT-1001",
        return_url=request.build_absolute_uri(request.path),
        idempotency_key="one",
    )


def shown(request: HttpRequest, **context: Any) -> HttpResponse:
    page = engines["django"].from_string(PAGE)
    response = HttpResponse(page.render({**context, "amount_text": "€49.90"}, request))
    response._csp_update = context["provider"].content_policy  # type: ignore[attr-defined]
    return response


def pay_by_fake_card(request: HttpRequest) -> HttpResponseBase:
    asked = request_of(request)
    payment, declined = FAKE.start(asked), None
    if request.method == "POST":
        data = {name: str(value) for name, value in request.POST.items()}
        try:
            payment = FAKE.submit(reference=payment.reference, data=data, request=asked)
        except PaymentDeclined as error:
            declined = error
        if payment.redirect_url:
            return redirect(payment.redirect_url)
    if payment.state is PaymentState.PAID:
        return HttpResponse("Paid")
    return shown(request, provider=FAKE, payment=payment, declined=declined)


def pay_by_stripe(request: HttpRequest) -> HttpResponseBase:
    if request.method == "POST":
        return HttpResponse("Sent")
    payment = PaymentStart(
        reference="pi_1", state=PaymentState.PENDING, client_secret="pi_1_secret_x"
    )
    return shown(request, provider=STRIPE, payment=payment)


urlpatterns = [
    path("pay/card/", pay_by_fake_card),
    path("pay/stripe/", pay_by_stripe),
    path("", include("config.urls")),
]


@pytest.fixture(autouse=True)
def pay_pages(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__


def fill(page: Page, number: str, expiry: str = "12/40", cvc: str = "123") -> None:
    page.fill("#card-number", number)
    page.fill("#card-expiry", expiry)
    page.fill("#card-cvc", cvc)
    page.click("button >> text=Pay €49.90")


def test_a_card_pays_with_and_without_script(new_visitor: NewVisitor) -> None:
    visitor = new_visitor(javascript=False)
    visitor.go("/pay/card/")
    fill(visitor.page, "4242 4242 4242 4242")

    expect(visitor.page.locator("body")).to_have_text("Paid")
    assert visitor.complaints() == []


def test_what_is_wrong_is_said_at_its_field_and_no_card_comes_back(visitor: Visitor) -> None:
    visitor.go("/pay/card/")
    fill(visitor.page, "4242 4242 4242 4241", expiry="01/20")

    number = visitor.page.locator("#card-number")
    expect(visitor.page.locator("#errors")).to_contain_text("Please check the card's details.")
    expect(number).to_have_accessible_description(
        re.compile("There is a typing error in the card number.")
    )
    expect(number).to_have_value("")
    expect(visitor.page.locator("#card-expiry")).to_have_accessible_description(
        "This card has expired."
    )
    assert "4241" not in visitor.page.content()
    visitor.page.click("#errors a >> text=typing error")
    expect(number).to_be_focused()
    assert visitor.barriers() == []


def test_a_card_that_asks_for_a_confirmation(visitor: Visitor) -> None:
    visitor.go("/pay/card/")
    fill(visitor.page, "4000 0000 0000 3220")
    expect(visitor.page.locator("legend")).to_have_text("Your bank asks for a confirmation")
    assert visitor.barriers() == []

    visitor.page.click("button >> text=Do not pay")
    expect(visitor.page.locator("#errors")).to_contain_text("The payment was not confirmed")
    fill(visitor.page, "4000 0000 0000 3220")
    visitor.page.click("button >> text=Confirm the payment of €49.90")

    expect(visitor.page.locator("body")).to_have_text("Paid")
    assert visitor.complaints() == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (360, "light")])
def test_the_card_form_has_no_barriers_and_fits(
    new_visitor: NewVisitor, width: int, scheme: str
) -> None:
    visitor = new_visitor(width=width, scheme=scheme)
    visitor.go("/pay/card/")

    assert visitor.barriers() == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture
def with_stripe(new_visitor: NewVisitor) -> Callable[..., Visitor]:
    """Return a function that brings a visitor to Stripe's form; Stripe answers as it is told."""

    def bring(*answers: str, script: str = SCRIPT) -> Visitor:
        visitor = new_visitor()

        def serve(route: Route) -> None:
            if script:
                route.fulfill(content_type="text/javascript", body=script)
            else:
                route.abort()

        visitor.page.route(SCRIPT_URL, serve)
        visitor.page.add_init_script(f"window.answers = [{','.join(answers)}]")
        visitor.go("/pay/stripe/")
        return visitor

    return bring


DECLINED = '{error: {message: "Your card was declined."}}'


def test_stripes_form_is_mounted_and_sent_when_stripe_has_the_card(
    with_stripe: Callable[..., Visitor],
) -> None:
    visitor = with_stripe(DECLINED, "{paymentIntent: {status: 'succeeded'}}")
    page = visitor.page
    expect(page.locator("[data-pay-element]")).to_have_text("Stripe's form")
    (name, key, secret, appearance) = page.evaluate("window.asked[0]")
    assert (name, key, secret) == ("elements", "pk_test_seen", "pi_1_secret_x")
    assert appearance["variables"]["colorPrimary"] == "#1e4d3d"

    page.click("button >> text=Pay €49.90")
    expect(page.locator("[data-pay-problem]")).to_have_text("Your card was declined.")
    assert page.evaluate("window.asked[1]") == [
        "confirm",
        f"{visitor.base}/pay/stripe/",
        "if_required",
    ]
    page.click("button >> text=Pay €49.90")

    expect(page.locator("body")).to_have_text("Sent")
    assert visitor.strays == [SCRIPT_URL]
    assert visitor.errors == []


def test_who_has_paid_already_is_sent_on(with_stripe: Callable[..., Visitor]) -> None:
    visitor = with_stripe('{error: {message: "Paid.", payment_intent: {status: "succeeded"}}}')

    visitor.page.click("button >> text=Pay €49.90")

    expect(visitor.page.locator("body")).to_have_text("Sent")


def test_without_stripes_script_the_page_says_so(with_stripe: Callable[..., Visitor]) -> None:
    visitor = with_stripe(script="")

    expect(visitor.page.locator("[data-pay-problem]")).to_contain_text("could not be loaded")
    expect(visitor.page.locator("[data-pay-button]")).to_be_hidden()


def test_no_other_page_lets_stripes_script_in(visitor: Visitor) -> None:
    """The negative control: it is the pay page's own policy that lets it in."""
    visitor.page.route(SCRIPT_URL, lambda route: route.fulfill(body=SCRIPT))
    visitor.go("/faq/")

    refused = visitor.page.evaluate(
        """(url) => new Promise((done) => {
          const script = document.createElement("script");
          script.src = url;
          script.onload = () => done("loaded");
          script.onerror = () => done("refused");
          document.head.append(script);
        })""",
        SCRIPT_URL,
    )

    assert refused == "refused"
    assert any("Content Security Policy" in each for each in visitor.errors)
