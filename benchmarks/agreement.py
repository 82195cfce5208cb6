"""Random orders, and a look at what every place says they come to.

The cases are drawn from a seed: prices with more decimals than the currency has, several taxes,
included and added, codes of every kind, shipping that is free from a sum on. The sums are computed
once more here, in fractions and without the shop's own functions.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from html import unescape
from typing import Any

from babel.numbers import format_currency
from django.conf import settings
from django.db import transaction
from django.test import Client

from shop.api.serializers.orders import OrderSerializer
from shop.models import (
    Cart,
    CartLine,
    Coupon,
    Order,
    OutgoingEmail,
    Product,
    ShippingCountry,
    ShippingMethod,
    ShippingRate,
    TaxClass,
    TaxRate,
    Variant,
)
from shop.services.cart import choose_shipping
from shop.services.orders.details import CheckoutDetails, PostalDetails
from shop.services.orders.place import place_order
from shop.services.orders.tokens import order_token
from shop.services.quotes import Quote, quote_cart

PLACES = {"JPY": 0, "EUR": 2, "KWD": 3}
VARIANTS = 60
COUNTRIES = [f"X{letter}" for letter in "ABCDEFGHIJKL"]
MOST_LINES = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What an order comes to, as somebody says it."""

    goods: Decimal
    discount: Decimal
    shipping: Decimal
    tax: Decimal
    tax_added: Decimal
    total: Decimal


class Shelf:
    """A shop full of awkward prices, taxes and codes in one currency."""

    def __init__(self, currency: str, seed: int) -> None:
        self.currency = currency
        self.random = random.Random(f"{currency}-{seed}")  # noqa: S311  (cases, not secrets)
        self.unit = Fraction(1, 10 ** PLACES[currency])
        classes = [
            TaxClass.objects.create(code=f"class-{n}", name=f"Class {n}", is_default=n == 0)
            for n in range(3)
        ]
        method = ShippingMethod.objects.create(code="parcel", name="Parcel")
        for code in COUNTRIES:
            self._make_country(code, classes, method)
        self.variants = [self._make_variant(number, classes) for number in range(VARIANTS)]
        self.coupons = [self._make_coupon(number) for number in range(30)]

    def _amount(self, most: int) -> Decimal:
        """Return an amount; one in five has more decimals than the currency can pay."""
        places = 3 if self.random.random() < 0.2 else PLACES[self.currency]  # noqa: PLR2004
        return Decimal(self.random.randint(0, most * 10**places)).scaleb(-places)

    def _make_country(self, code: str, classes: list[TaxClass], method: ShippingMethod) -> None:
        country = ShippingCountry.objects.create(code=code, name=code)
        free_from = self._amount(900) if self.random.random() < 0.5 else None  # noqa: PLR2004
        ShippingRate.objects.create(
            method=method, country=country, price=self._amount(30), free_from=free_from
        )
        for tax_class in classes[: self.random.randint(0, 3)]:
            TaxRate.objects.create(
                tax_class=tax_class,
                country=country,
                percent=Decimal(self.random.choice(["0", "2.5", "7", "8.875", "19", "23", "25.5"])),
                is_included=self.random.random() < 0.6,  # noqa: PLR2004
            )

    def _make_variant(self, number: int, classes: list[TaxClass]) -> Variant:
        product = Product.objects.create(
            slug=f"thing-{number}",
            title=f"Thing {number}",
            status=Product.Status.ACTIVE,
            tax_class=self.random.choice([None, *classes]),
        )
        return Variant.objects.create(
            product=product,
            sku=f"SKU-{number}",
            price=self._amount(self.random.choice([1, 30, 400])),
            stock=10**9,
        )

    def _make_coupon(self, number: int) -> Coupon:
        kind = self.random.choice(Coupon.Kind.values)
        values: dict[str, Any] = {
            "percent": {"percent": Decimal(self.random.randint(1, 10_000)).scaleb(-2)},
            "amount": {"amount": self._amount(80) + 1},
            "shipping": {},
        }[kind]
        return Coupon.objects.create(code=f"CODE{number}", kind=kind, **values)

    def make_cart(self) -> tuple[Cart, str]:
        """Return a random cart and the country it goes to."""
        code = self.random.choice(self.coupons).code if self.random.random() < 0.6 else ""  # noqa: PLR2004
        cart = Cart.objects.create(coupon_code=code)
        chosen = self.random.sample(self.variants, self.random.randint(1, MOST_LINES))
        CartLine.objects.bulk_create(
            CartLine(cart=cart, variant=variant, quantity=self.random.randint(1, 20))
            for variant in chosen
        )
        return cart, self.random.choice(COUNTRIES)

    def sums_by_hand(self, cart: Cart, country: str) -> Sums:
        """Compute the sums in fractions, from the database's rows and nothing of the shop's."""
        lines = list(cart.lines.select_related("variant__product"))
        rates = list(TaxRate.objects.filter(country=country).select_related("tax_class"))
        prices = [self._whole(Fraction(line.variant.price or 0)) for line in lines]
        worth = [price * line.quantity for price, line in zip(prices, lines, strict=True)]
        goods = sum(worth, Fraction(0))
        coupon = Coupon.objects.filter(code=cart.coupon_code).first()
        discount, is_free = self._discount(coupon, goods)
        shares = self._shares(discount, worth)
        rate = ShippingRate.objects.get(country=country)
        waived = rate.free_from is not None and goods - discount >= Fraction(rate.free_from)
        shipping = Fraction(0) if waived or is_free else self._whole(Fraction(rate.price))
        classes = [line.variant.product.tax_class_id for line in lines]
        paid = [price - share for price, share in zip(worth, shares, strict=True)]
        taxes = self._taxes([*zip(classes, paid, strict=True), (None, shipping)], rates)
        added = sum((tax for (_, inside), tax in taxes.items() if not inside), Fraction(0))
        return Sums(
            goods=self._decimal(goods),
            discount=self._decimal(discount),
            shipping=self._decimal(shipping),
            tax=self._decimal(sum(taxes.values(), Fraction(0))),
            tax_added=self._decimal(added),
            total=self._decimal(goods - discount + shipping + added),
        )

    def _taxes(
        self, paid: list[tuple[int | None, Fraction]], rates: list[TaxRate]
    ) -> dict[tuple[Fraction, bool], Fraction]:
        """Return the tax by (percent, included), each on the sum of what it applies to."""
        sums: dict[tuple[Fraction, bool], Fraction] = {}
        for class_id, amount in paid:
            for rate in rates:
                is_default = class_id is None and rate.tax_class.is_default
                if is_default or rate.tax_class_id == class_id:
                    key = (Fraction(rate.percent), rate.is_included)
                    sums[key] = sums.get(key, Fraction(0)) + amount
        return {
            (percent, inside): self._whole(amount * percent / (100 + percent * inside))
            for (percent, inside), amount in sums.items()
        }

    def _discount(self, coupon: Coupon | None, goods: Fraction) -> tuple[Fraction, bool]:
        if coupon is None:
            return Fraction(0), False
        if coupon.kind == Coupon.Kind.PERCENT:
            off = self._whole(goods * Fraction(coupon.percent or 0) / 100)
        else:
            off = self._whole(Fraction(coupon.amount or 0))
        return min(off, goods), coupon.kind == Coupon.Kind.FREE_SHIPPING

    def _shares(self, discount: Fraction, worth: list[Fraction]) -> list[Fraction]:
        """Split by largest remainder, whole units to whoever lost most, the earlier first."""
        if not discount:
            return [Fraction(0) for _ in worth]
        exact = [discount * each / sum(worth) for each in worth]
        floors = [each // self.unit * self.unit for each in exact]
        left = int((discount - sum(floors)) / self.unit)
        order = sorted(range(len(worth)), key=lambda n: (floors[n] - exact[n], n))
        return [floors[n] + (self.unit if n in order[:left] else 0) for n in range(len(worth))]

    def _whole(self, amount: Fraction) -> Fraction:
        """Round halves up to the currency's smallest unit (amounts are not below zero)."""
        return int(amount / self.unit + Fraction(1, 2)) * self.unit

    @staticmethod
    def _decimal(amount: Fraction) -> Decimal:
        return Decimal(amount.numerator) / Decimal(amount.denominator)


def of_quote(quote: Quote) -> Sums:
    """Return what the cart says."""
    return Sums(
        goods=quote.goods_total,
        discount=quote.discount_total,
        shipping=quote.shipping_price,
        tax=quote.tax_total,
        tax_added=quote.tax_added,
        total=quote.total,
    )


def of_order(order: Order) -> Sums:
    """Return what the order's row says, and its lines add up to."""
    lines = list(order.lines.all())
    by_line = sum((line.total or Decimal(0) for line in lines), Decimal(0))
    discounts = sum((line.discount for line in lines), Decimal(0))
    if (by_line, discounts) != (order.goods_total, order.discount_total):
        raise AssertionError(f"{order}: the lines do not add up")
    return Sums(
        goods=order.goods_total,
        discount=order.discount_total,
        shipping=order.shipping_price,
        tax=sum((Decimal(each["tax"]) for each in order.taxes), Decimal(0)),
        tax_added=order.tax_added,
        total=order.total,
    )


def of_api(order: Order) -> Sums:
    """Return what the API says."""
    shown: Mapping[str, Any] = OrderSerializer(order).data
    return Sums(
        goods=Decimal(shown["goods_total"]),
        discount=Decimal(shown["discount_total"]),
        shipping=Decimal(shown["shipping_price"]),
        tax=sum((Decimal(each["tax"]) for each in shown["taxes"]), Decimal(0)),
        tax_added=Decimal(shown["tax_added"]),
        total=Decimal(shown["total"]),
    )


class Wording:
    """Amounts as people read them, back to numbers."""

    def __init__(self, currency: str) -> None:
        sample = format_currency(1, currency, locale=settings.SHOP["LOCALE"])
        symbol = re.escape(re.sub(r"[\d.,]+", "", sample).strip())
        self.amount = rf"{symbol}\s?([\d.,]+)"

    def number(self, text: str) -> Decimal:
        """Return the number of an amount in the shop's locale, where commas part thousands."""
        return Decimal(text.replace(",", ""))

    def find(self, pattern: str, text: str) -> Decimal:
        """Return the amount that stands where the pattern has `AMOUNT`, 0 where it does not."""
        found = re.search(pattern.replace("AMOUNT", self.amount), text, re.MULTILINE)
        return self.number(found.group(1)) if found else Decimal(0)

    def find_all(self, pattern: str, text: str) -> list[Decimal]:
        """Return all amounts that stand where the pattern has `AMOUNT`."""
        found = re.findall(pattern.replace("AMOUNT", self.amount), text, re.MULTILINE)
        return [self.number(each) for each in found]


def of_letter(text: str, wording: Wording) -> Sums:
    """Return what the letter says: its lines, and the sums below them."""
    added = sum(wording.find_all(r"^VAT at [\d.]+ %: AMOUNT$", text), Decimal(0))
    inside = sum(wording.find_all(r"^\(including AMOUNT VAT at", text), Decimal(0))
    return Sums(
        goods=sum(wording.find_all(r"^    .* each, AMOUNT$", text), Decimal(0)),
        discount=wording.find(r"^Discount.*: −AMOUNT$", text),
        shipping=wording.find(r"^Shipping \(Parcel\): AMOUNT$", text),
        tax=added + inside,
        tax_added=added,
        total=wording.find(r"^Total: AMOUNT$", text),
    )


class Rows:
    """The sums of a page of the shop: its rows by label, and what it says of included tax."""

    def __init__(self, html: str, row: str, wording: Wording) -> None:
        self.wording = wording
        self.rows = [(unescape(label), unescape(amount)) for label, amount in re.findall(row, html)]

    def sums(self, *, inside: Decimal) -> Sums:
        """Return the rows as sums; `inside` is the tax that is a part of the prices."""
        added = sum((self._number(text) for label, text in self.rows if "VAT" in label), Decimal(0))
        return Sums(
            goods=self._of("Goods"),
            discount=self._of("Code"),
            shipping=self._of("Parcel"),
            tax=added + inside,
            tax_added=added,
            total=self._of("Total"),
        )

    def _of(self, start: str) -> Decimal:
        return sum(
            (self._number(text) for label, text in self.rows if label.startswith(start)), Decimal(0)
        )

    def _number(self, text: str) -> Decimal:
        return self.wording.find("AMOUNT", text)


CART_ROW = r"<dt>([^<]*)</dt><dd>([^<]*)"
INVOICE_ROW = r'<tr[^>]*><th scope="row" colspan="4">([^<]*)</th><td[^>]*>([^<]*)</td></tr>'
INVOICE_TAX = r'<tr><th scope="row">[^<]*</th>(?:<td[^>]*>[^<]*</td>){1}<td[^>]*>([^<]*)</td>'


def of_cart_page(client: Client, cart: Cart, wording: Wording) -> Sums:
    """Return what the page of the cart says to the guest who holds it."""
    session = client.session
    session["cart"] = str(cart.token)
    session.save()
    html = client.get("/cart/").content.decode()
    inside = sum(wording.find_all(r"including AMOUNT VAT at", unescape(html)), Decimal(0))
    return Rows(html, CART_ROW, wording).sums(inside=inside)


def of_invoice(client: Client, order: Order, wording: Wording) -> Sums:
    """Return what the invoice says; its table of taxes lists what is included, too."""
    html = client.get(f"/orders/{order_token(order)}/invoice/").content.decode()
    rows = Rows(html, INVOICE_ROW, wording)
    taxes = html.partition('class="invoice__taxes"')[2].partition("</table>")[0]
    told = sum(
        (wording.find("AMOUNT", unescape(text)) for text in re.findall(INVOICE_TAX, taxes)),
        Decimal(0),
    )
    return rows.sums(inside=told - rows.sums(inside=Decimal(0)).tax_added)


def run_case(shelf: Shelf, number: int, *, with_pages: bool) -> dict[str, Sums]:
    """Place one random order and return what each place says it comes to; nothing is kept.

    The two pages take longer than all the rest, and can be left out.
    """
    cart, country = shelf.make_cart()
    by_hand = shelf.sums_by_hand(cart, country)
    choose_shipping(cart=cart, country=country)
    quote = quote_cart(cart=cart)
    wording = Wording(shelf.currency)
    client = Client(HTTP_HOST="127.0.0.1")
    pages = {"cart page": of_cart_page(client, cart, wording)} if with_pages else {}
    details = CheckoutDetails(
        email="buyer@example.com",
        address=PostalDetails(name="A Buyer", line1="1 Street", city="Town", country=country),
        payment_provider="bank_transfer",
    )
    placed = place_order(
        cart=cart,
        details=details,
        idempotency_key=f"case-{number}",
        expected_total=quote.total,
    )
    order = Order.objects.prefetch_related("lines").get(pk=placed.order.pk)
    if with_pages:
        pages["invoice"] = of_invoice(client, order, wording)
    letter = OutgoingEmail.objects.get(key__startswith=f"order:{order.pk}:")
    return {
        "by hand": by_hand,
        "cart": of_quote(quote),
        "order": of_order(order),
        "api": of_api(order),
        "letter": of_letter(letter.text, wording),
        **pages,
    }


def run_cases(
    currency: str, *, cases: int, seed: int, pages_every: int = 1
) -> Iterator[dict[str, Sums]]:
    """Yield what each place says of so many random orders; the database is as it was after."""
    shop = {**settings.SHOP, "CURRENCY": currency}
    settings.SHOP, before = shop, settings.SHOP
    try:
        with transaction.atomic():
            shelf = Shelf(currency, seed)
            for number in range(cases):
                point = transaction.savepoint()
                yield run_case(shelf, number, with_pages=number % pages_every == 0)
                transaction.savepoint_rollback(point)
            transaction.set_rollback(True)
    finally:
        settings.SHOP = before


def disagreements(said: Mapping[str, Sums]) -> list[str]:
    """Return the places that say something else than the cart."""
    return [place for place, sums in said.items() if sums != said["cart"]]
