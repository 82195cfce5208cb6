"""Everything that is filled in at the checkout, read as one sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, Form
from django.http import HttpRequest, QueryDict

from shop.models import Address, Cart
from shop.services.orders.details import CheckoutDetails, PostalDetails
from shop.views.buying.basket import country_of, open_countries
from shop.views.buying.forms import (
    NEW,
    OTHER,
    SAME,
    BillingForm,
    ContactForm,
    PostalForm,
)
from shop.visitor_cart import customer_of

# What the names of an address's fields begin with.
DELIVERY, BILLING = "to", "bill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The forms of the checkout; an address of the book stands in for the one to be typed."""

    contact: ContactForm
    delivery: PostalForm
    billing: BillingForm
    book: dict[str, Address]
    account_email: str

    @property
    def address_choice(self) -> str:
        """The id of an address of the book, or `new`."""
        chosen = str(self.contact["address"].value() or "")
        return chosen if chosen in self.book else NEW

    @property
    def has_other_billing(self) -> bool:
        """Whether the invoice goes to an address of its own."""
        return str(self.contact["billing"].value() or SAME) == OTHER

    @property
    def country(self) -> str:
        """The code of the country that the parcel goes to, as chosen now."""
        known = self.book.get(self.address_choice)
        return known.country if known else self.delivery.chosen_country

    @property
    def shipping_method(self) -> str:
        """The code of the way of shipping that is chosen now, if one is."""
        return str(self.contact["shipping_method"].value() or "")

    @property
    def payment_provider(self) -> str:
        """The code of the way of paying that is chosen now, if one is."""
        return str(self.contact["payment_provider"].value() or "")

    @property
    def email(self) -> str:
        """The address of the account, else the one that was typed in."""
        if self.account_email:
            return self.account_email
        return str(self.contact["email"].value() or "")

    @property
    def forms(self) -> list[Form]:
        """The forms that count, in the order in which they are filled in."""
        delivery = [self.delivery] if self.address_choice == NEW else []
        billing = [self.billing] if self.has_other_billing else []
        return [self.contact, *delivery, *billing]

    @property
    def errors(self) -> list[BoundField]:
        """The fields with something wrong, in order."""
        return [field for form in self.forms if form.is_bound for field in form if field.errors]

    def is_valid(self) -> bool:
        """Return whether everything that counts is filled in as it should be."""
        return not [form for form in self.forms if not form.is_valid()]

    def details(self) -> CheckoutDetails:
        """Return what a valid sheet tells the shop."""
        told = self.contact.cleaned_data
        return CheckoutDetails(
            email=self.account_email or told["email"],
            address=self.address(),
            billing=self.billing.details() if self.has_other_billing else None,
            shipping_method=told["shipping_method"],
            payment_provider=told["payment_provider"],
            note=told["note"],
        )

    def address(self) -> PostalDetails:
        """Return where the parcel goes."""
        known = self.book.get(self.address_choice)
        return PostalDetails.of(known) if known else self.delivery.details()


def read_sheet(
    request: HttpRequest, cart: Cart | None, data: QueryDict | None = None, *, is_sent: bool = False
) -> Sheet:
    """Return the sheet: as it begins, as far as it is filled in, or as it was sent to be judged."""
    customer = customer_of(request)
    book = {str(each.pk): each for each in customer.addresses.all()} if customer else {}
    sent = data if is_sent else None
    place = {"country": country_of(cart)}
    name = {"name": customer.get_full_name() if customer else ""}
    known = first_choices(cart, book)
    return Sheet(
        contact=ContactForm(
            sent, book=book, is_guest=customer is None, initial=typed(data, ContactForm, known)
        ),
        delivery=PostalForm(
            sent,
            prefix=DELIVERY,
            countries=[(country.code, country.name) for country in open_countries()],
            initial=typed(data, PostalForm, place | name, prefix=f"{DELIVERY}-"),
        ),
        billing=BillingForm(
            sent, prefix=BILLING, initial=typed(data, BillingForm, place, prefix=f"{BILLING}-")
        ),
        book=book,
        account_email=customer.email if customer else "",
    )


def first_choices(cart: Cart | None, book: Mapping[str, Address]) -> dict[str, Any]:
    """Return what is chosen before anybody chooses: the default address comes first in a book."""
    return {
        "address": next(iter(book), NEW),
        "billing": SAME,
        "shipping_method": cart.shipping_method.code if cart and cart.shipping_method else "",
    }


def typed(
    data: QueryDict | None, form: type[Form], otherwise: Mapping[str, Any], *, prefix: str = ""
) -> dict[str, Any]:
    """Return what was typed into a form so far, else what it begins with."""
    if data is None:
        return dict(otherwise)
    return {name: data.get(f"{prefix}{name}", "") for name in form.base_fields}
