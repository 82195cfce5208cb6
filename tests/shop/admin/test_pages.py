"""Every list, form and page of the admin opens for those who may, and for nobody else."""

from typing import Any

import pytest
from django.contrib import admin as django_admin
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from shop.models import ImportJob, User
from shop.services.tokens import create_token
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CartLineFactory,
    CategoryFactory,
    CouponFactory,
    FaqEntryFactory,
    HomeSectionFactory,
    OrderFactory,
    OutgoingEmailFactory,
    PageFactory,
    PaymentFactory,
    ProductFactory,
    RefundFactory,
    ReviewFactory,
    ShippingCountryFactory,
    ShippingMethodFactory,
    ShippingRateFactory,
    TaxClassFactory,
    UserFactory,
)
from tests.shop.admin.conftest import signed_in

pytestmark = pytest.mark.django_db

LISTED = [
    *("product", "variant", "category", "brand", "attribute", "review", "page", "faqentry"),
    *("user", "apitoken", "importjob", "order", "homesection", "coupon", "shippingcountry"),
    *("shippingmethod", "shippingrate", "taxclass", "payment", "refund", "outgoingemail", "cart"),
]
# A window on what the shop writes: nothing is added, changed or deleted by hand.
READ_ONLY = ["order", "payment", "refund", "outgoingemail"]
# Listed without names, and none of them is opened.
CLOSED = ["cart"]


def make(name: str, user: User) -> Model:
    """Return a stored object of the model."""
    makers: dict[str, Any] = {
        "product": ProductFactory,
        "variant": lambda: ProductFactory().variants.get(),
        "category": lambda: CategoryFactory(parent=CategoryFactory()),
        "brand": BrandFactory,
        "attribute": AttributeFactory,
        "review": ReviewFactory,
        "page": PageFactory,
        "faqentry": FaqEntryFactory,
        "user": UserFactory,
        "apitoken": lambda: create_token(user=user, name="t", scopes=[])[0],
        "importjob": lambda: ImportJob.objects.create(kind="shopify_products", path="/x.csv"),
        "order": lambda: OrderFactory(customer=user),
        "coupon": CouponFactory,
        "shippingcountry": ShippingCountryFactory,
        "shippingmethod": ShippingMethodFactory,
        "shippingrate": ShippingRateFactory,
        "taxclass": lambda: TaxClassFactory(code="reduced"),
        "payment": PaymentFactory,
        "refund": RefundFactory,
        "outgoingemail": OutgoingEmailFactory,
        "cart": lambda: CartLineFactory().cart,
        "homesection": HomeSectionFactory,
    }
    made: Model = makers[name]()
    return made


def addresses(name: str, pk: Any) -> list[str]:
    base = f"admin:shop_{name}"
    return [
        reverse(f"{base}_changelist"),
        reverse(f"{base}_add"),
        reverse(f"{base}_change", args=[pk]),
        reverse(f"{base}_delete", args=[pk]),
    ]


def test_every_list_of_the_shop_is_covered_here() -> None:
    registered = {
        model._meta.model_name
        for model in django_admin.site._registry
        if model._meta.app_label == "shop"
    }
    assert registered == set(LISTED)


@pytest.mark.parametrize("name", [name for name in LISTED if name not in READ_ONLY + CLOSED])
def test_list_form_and_deletion_open_for_a_superuser(
    admin: Client, superuser: User, name: str
) -> None:
    thing = make(name, superuser)
    for address in addresses(name, thing.pk):
        assert admin.get(address).status_code == 200, address


@pytest.mark.parametrize("name", READ_ONLY)
def test_a_superuser_looks_and_changes_nothing(admin: Client, superuser: User, name: str) -> None:
    thing: Any = make(name, superuser)
    before = type(thing).objects.values().get()
    shown, added, changed, deleted = addresses(name, thing.pk)
    assert admin.get(shown).status_code == admin.get(changed).status_code == 200
    assert admin.get(added).status_code == 403
    assert admin.post(changed, {"status": "cancelled"}).status_code == 403
    assert admin.post(deleted, {"post": "y"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [str(thing.pk)], "post": "yes"}
    admin.post(shown, data)
    assert type(thing).objects.values().get() == before


@pytest.mark.parametrize("name", CLOSED)
def test_what_is_listed_without_names_is_not_opened(
    admin: Client, superuser: User, name: str
) -> None:
    shown, *others = addresses(name, make(name, superuser).pk)
    assert admin.get(shown).status_code == 200
    assert [admin.get(address).status_code for address in others] == [403, 403, 403]


@pytest.mark.parametrize("name", LISTED)
def test_staff_without_permission_is_refused(staff: User, name: str) -> None:
    client = signed_in(staff)
    for address in addresses(name, make(name, staff).pk):
        assert client.get(address).status_code == 403, address


@pytest.mark.parametrize("name", LISTED)
def test_shoppers_and_visitors_are_sent_to_the_login(shopper: User, name: str) -> None:
    thing = make(name, shopper)
    for client in (Client(), signed_in(shopper)):
        for address in addresses(name, thing.pk):
            response = client.get(address)
            assert response.status_code == 302
            assert response["Location"].startswith(reverse("admin:login"))


@pytest.mark.parametrize("name", [n for n in LISTED if n not in ("apitoken", "importjob")])
def test_search_finds_and_survives_anything(admin: Client, superuser: User, name: str) -> None:
    make(name, superuser)
    address = reverse(f"admin:shop_{name}_changelist")
    for typed in ("a", "\x00", "%' OR 1=1 --", "wörter " * 40, "💥", "\\"):
        assert admin.get(address, {"q": typed}).status_code == 200, typed


@pytest.mark.parametrize(
    "name", ["product", "category", "brand", "page", "faqentry", "variant", "homesection"]
)
def test_history_shows_what_changed(admin: Client, superuser: User, name: str) -> None:
    thing: Any = make(name, superuser)
    fields = {"page": "title", "product": "title", "faqentry": "question", "variant": "sku"}
    field = {**fields, "homesection": "title"}.get(name, "name")
    setattr(thing, field, "Renamed by hand")
    thing.save()
    page = admin.get(reverse(f"admin:shop_{name}_history", args=[thing.pk]))
    assert page.status_code == 200
    assert "Renamed by hand" in page.content.decode()


def test_the_way_into_the_admin_is_the_shops_own_sign_in(superuser: User) -> None:
    from tests.factories.shop import PASSWORD

    client = Client()
    page = client.get(reverse("admin:index"), follow=True)
    assert page.redirect_chain[-1] == ("/account/sign-in/?next=%2Fadmin%2F", 302)
    response = client.post(
        page.redirect_chain[-1][0],
        {"login": superuser.email.upper(), "password": PASSWORD, "next": "/admin/"},
    )
    assert response.status_code == 302
    assert response["Location"] == reverse("admin:index")
    assert client.get(reverse("admin:index")).status_code == 200


def test_the_admin_keeps_the_policy_of_the_site(admin: Client) -> None:
    policy = admin.get(reverse("admin:index"))["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_the_sidebar_hides_what_staff_may_not_see(staff: User) -> None:
    from django.contrib.auth.models import Permission

    staff.user_permissions.add(Permission.objects.get(codename="view_review"))
    page = signed_in(staff).get(reverse("admin:index")).content.decode()
    assert "All reviews" in page
    assert "API tokens" not in page
    assert "Embeddings" not in page
