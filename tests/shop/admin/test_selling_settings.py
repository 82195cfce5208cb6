"""Coupons, shipping, taxes, outgoing e-mail and carts: what staff set, and what they cannot."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from shop.models import Cart, Coupon, OutgoingEmail, ShippingRate, TaxClass, User
from tests.factories.shop import (
    CartLineFactory,
    CouponFactory,
    OutgoingEmailFactory,
    ShippingRateFactory,
    TaxClassFactory,
    TaxRateFactory,
    UserFactory,
)
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db


def coupon(client: Client, **fields: Any) -> Any:
    form = {"code": "SUMMER", "kind": "percent", "percent": "10", "minimum": "0", "is_active": "on"}
    return client.post(reverse("admin:shop_coupon_add"), {**form, **fields})


def errors(response: Any) -> str:
    assert response.status_code == 200
    return str(response.context["adminform"].form.errors)


def test_a_coupon_is_kept_in_capitals_with_the_value_of_its_kind(admin: Client) -> None:
    assert coupon(admin, code=" summer ", amount="5").status_code == 302
    made = Coupon.objects.get()
    assert (made.code, made.percent, made.amount) == ("SUMMER", Decimal(10), None)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "amount", "percent": ""}, "This kind of code needs it."),
        ({"kind": "percent", "percent": ""}, "This kind of code needs it."),
        ({"percent": "101"}, "less than or equal to 100"),
        ({"kind": "amount", "amount": "-1"}, "above nothing"),
        ({"code": "two words"}, "A code is one word"),
        ({"code": "taken"}, "Another coupon has this code"),
        (
            {
                "starts_at_0": "2026-02-01",
                "starts_at_1": "00:00",
                "ends_at_0": "2026-01-01",
                "ends_at_1": "00:00",
            },
            "ends after it starts",
        ),
    ],
)
def test_a_coupon_that_makes_no_sense_is_explained(
    admin: Client, fields: dict[str, str], words: str
) -> None:
    CouponFactory(code="TAKEN")
    assert words in errors(coupon(admin, **fields))
    assert Coupon.objects.count() == 1


def test_a_used_coupon_keeps_its_code_and_no_limit_below_its_uses(admin: Client) -> None:
    used = CouponFactory(code="USED", used_count=3)
    form = {"kind": "percent", "percent": "5", "minimum": "0", "code": "OTHER", "max_uses": "2"}
    address = reverse("admin:shop_coupon_change", args=[used.pk])
    assert "used 3 times already" in errors(admin.post(address, form))
    assert admin.post(address, {**form, "max_uses": "4"}).status_code == 302
    used.refresh_from_db()
    assert (used.code, used.percent, used.max_uses) == ("USED", Decimal(5), 4)


def test_the_list_says_why_a_code_does_not_count(admin: Client) -> None:
    now = timezone.now()
    CouponFactory(is_active=False)
    CouponFactory(starts_at=now + timedelta(days=1))
    CouponFactory(ends_at=now - timedelta(days=1))
    CouponFactory(max_uses=1, used_count=1)
    page = admin.get(reverse("admin:shop_coupon_changelist")).content.decode()
    for state in ("switched off", "not yet", "over", "used up"):
        assert state in page, state


def rate_form(rate: ShippingRate, **fields: str) -> dict[str, str]:
    row = {
        "id": str(rate.pk),
        "method": str(rate.method_id),
        "country": rate.country_id,
        "max_weight_g": "",
        "price": "6.50",
        "free_from": "",
        "days_min": "2",
        "days_max": "4",
        **fields,
    }
    empty = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"}
    return {
        "name": "Ireland",
        "is_open": "on",
        "position": "0",
        "rates-TOTAL_FORMS": "1",
        "rates-INITIAL_FORMS": "1",
        **{f"rates-0-{name}": value for name, value in row.items()},
        **{f"tax_rates-{name}": value for name, value in empty.items()},
    }


def test_rates_are_changed_in_the_table_of_their_country(admin: Client) -> None:
    rate = ShippingRateFactory()
    address = reverse("admin:shop_shippingcountry_change", args=["IE"])
    assert admin.post(address, rate_form(rate)).status_code == 302
    kept = ShippingRate.objects.values_list("price", "free_from", "days_max")
    assert kept.get() == (Decimal("6.50"), None, 4)
    for fields, words in (
        ({"days_max": "1"}, "At most is not fewer than at least (2)."),
        ({"price": "-1"}, "greater than or equal to 0"),
        ({"free_from": "-1"}, "Not below nothing."),
    ):
        response = admin.post(address, rate_form(rate, **fields))
        assert words in response.content.decode(), fields
    rate.refresh_from_db()
    assert rate.price == Decimal("6.50")


def test_there_is_one_default_tax_class_and_it_stays(admin: Client) -> None:
    standard = TaxClassFactory()
    TaxRateFactory()
    form = {
        "name": "Books",
        "code": "books",
        "is_default": "on",
        "rates-TOTAL_FORMS": "0",
        "rates-INITIAL_FORMS": "0",
    }
    response = admin.post(reverse("admin:shop_taxclass_add"), form)
    assert "is the default: take that from it first" in response.content.decode()
    deletion = reverse("admin:shop_taxclass_delete", args=[standard.pk])
    assert admin.post(deletion, {"post": "yes"}).status_code == 403
    assert TaxClass.objects.get() == standard


def test_letters_that_were_given_up_are_tried_again(admin: Client) -> None:
    now = timezone.now()
    given_up = OutgoingEmailFactory(gave_up_at=now, tries=10, error="SMTPException: no")
    sent = OutgoingEmailFactory(sent_at=now, tries=1)
    data = {"action": "retry", "_selected_action": [str(given_up.pk), str(sent.pk)]}
    shown = reverse("admin:shop_outgoingemail_changelist")
    assert "Try these letters again?" in admin.post(shown, data).content.decode()
    given_up.refresh_from_db()
    assert given_up.gave_up_at == now
    admin.post(shown, {**data, "confirmed": "yes"})
    given_up.refresh_from_db()
    sent.refresh_from_db()
    assert (given_up.gave_up_at, given_up.tries, sent.tries) == (None, 0, 1)
    assert OutgoingEmail.objects.due().get() == given_up


def test_letters_are_tried_again_by_those_who_may(staff: User) -> None:
    letter = OutgoingEmailFactory(gave_up_at=timezone.now())
    staff.user_permissions.set(Permission.objects.filter(codename="view_outgoingemail"))
    data = {"action": "retry", "_selected_action": [str(letter.pk)], "confirmed": "yes"}
    signed_in(staff).post(reverse("admin:shop_outgoingemail_changelist"), data)
    letter.refresh_from_db()
    assert letter.gave_up_at is not None


def test_carts_tell_how_much_was_left_behind_and_nobody_s_name(admin: Client) -> None:
    shopper = UserFactory(email="shopper@example.com", last_name="Secretive")
    line = CartLineFactory(quantity=2, variant__product__title="Secret tent")
    Cart.objects.filter(pk=line.cart_id).update(
        customer=shopper, updated_at=timezone.now() - timedelta(days=3)
    )
    CartLineFactory(variant__product__title="Fresh pan")
    address = reverse("admin:shop_cart_changelist")
    page = admin.get(address, {"age": "left"}).content.decode()
    assert "<strong>1 cart</strong>, worth €40.00" in page
    assert page.count("an account") == 1
    for secret in ("shopper@", "Secretive", "Secret tent", str(line.cart.token)):
        assert secret not in page, secret
