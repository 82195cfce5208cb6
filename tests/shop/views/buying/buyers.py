"""What a buyer sends: the checkout's form as the page shows it, filled in."""

from typing import Any

from django.test import Client

from shop.models import Order
from tests.shop.views.markup import Markup

ADDRESS = {
    "to-country": "IE",
    "to-name": "Ada Moor",
    "to-company": "",
    "to-line1": "1 Quay Street",
    "to-line2": "",
    "to-postcode": "H91 X2Y3",
    "to-city": "Galway",
    "to-region": "",
    "to-phone": "",
}
BILLING = {
    "billing": "other",
    "bill-country": "GB",
    "bill-name": "Moor Ltd",
    "bill-company": "",
    "bill-line1": "2 High Street",
    "bill-line2": "",
    "bill-postcode": "SW1A 1AA",
    "bill-city": "London",
    "bill-region": "",
}


def form_of(client: Client, **changes: Any) -> dict[str, str]:
    """Return the checkout's form, filled in; None takes a field out."""
    page = Markup(client.get("/checkout/"))
    hidden = {
        each.attributes["name"]: each.attributes["value"]
        for each in page.find("input", type="hidden")
        if each.attributes["name"] in {"key", "total", "seen", "address"}
    }
    chosen = {
        each.attributes["name"]: each.attributes["value"]
        for each in page.find("input", type="radio")
        if "checked" in each.attributes
    }
    filled = {**hidden, **chosen, **ADDRESS, "email": "ada@example.com", "note": "", **changes}
    return {name: str(value) for name, value in filled.items() if value is not None}


def order_by(client: Client, **changes: Any) -> Order:
    """Order what is in the cart and return the order."""
    response = client.post("/checkout/", form_of(client, **changes))
    assert response.status_code == 303, Markup(response).texts("div", id="errors")
    return Order.objects.latest("id")


def errors(source: Any) -> list[str]:
    """Return what the summary above a form says, field by field."""
    links = Markup(source).find("a")
    return [each.text for each in links if each.attributes["href"].startswith("#id_")]


def refusal(source: Any) -> str:
    """Return what stands above a form that was refused as a whole."""
    return Markup(source).one("div", id="errors").text
