"""Lists and forms read the same number of queries whether there are 5 rows or 50."""

from collections.abc import Callable
from decimal import Decimal
from itertools import count, product
from string import ascii_uppercase
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from shop.admin.paginator import CappedPaginator
from shop.admin.products import ProductAdmin
from shop.models import (
    Attribute,
    ImageRendition,
    ImportJob,
    Order,
    OrderEvent,
    Payment,
    Product,
    ProductAttribute,
    ProductImage,
    ReturnRequest,
    Shipment,
    User,
    Variant,
)
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
    OrderLineFactory,
    OutgoingEmailFactory,
    PageFactory,
    PaymentFactory,
    ProductFactory,
    RefundFactory,
    ReviewFactory,
    ShippingMethodFactory,
    ShippingRateFactory,
    TaxClassFactory,
    UserFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db


def picture_of(product: Product, name: str) -> ProductImage:
    """Return a picture whose file is never opened: its size is given."""
    return ProductImage.objects.create(
        product=product, file=f"p/{product.pk}-{name}.png", sha256=name, width=40, height=30
    )


def pictured_product() -> Product:
    product = ProductFactory()
    image = picture_of(product, "1")
    ImageRendition.objects.create(image=image, file=f"p/{product.pk}-160.webp", width=160, height=9)
    ReviewFactory(product=product)
    return product


def token() -> Any:
    return create_token(user=UserFactory(), name="t", scopes=["imports:run"])


NUMBERS = count()
COUNTRIES = map("".join, product(ascii_uppercase, repeat=2))
MAKERS: dict[str, Callable[[], Any]] = {
    "product": pictured_product,
    "variant": ProductFactory,
    "category": CategoryFactory,
    "brand": BrandFactory,
    "attribute": AttributeFactory,
    "review": ReviewFactory,
    "page": PageFactory,
    "faqentry": FaqEntryFactory,
    "user": UserFactory,
    "apitoken": token,
    "order": lambda: OrderFactory(customer=UserFactory()),
    "homesection": lambda: HomeSectionFactory(category=CategoryFactory()),
    "coupon": CouponFactory,
    "shippingcountry": lambda: ShippingRateFactory(to=next(COUNTRIES)),
    "shippingmethod": lambda: ShippingMethodFactory(code=f"method-{next(NUMBERS)}"),
    "shippingrate": lambda: ShippingRateFactory(code=f"method-{next(NUMBERS)}"),
    "taxclass": lambda: TaxClassFactory(code=f"class-{next(NUMBERS)}"),
    "payment": PaymentFactory,
    "refund": lambda: RefundFactory(created_by=UserFactory()),
    "outgoingemail": OutgoingEmailFactory,
    "cart": CartLineFactory,
    "importjob": lambda: ImportJob.objects.create(
        kind="shopify_products", path="/x.csv", created_by=UserFactory()
    ),
}


def queries(client: Client, address: str) -> int:
    client.get(address)  # fills Django's cache of content types
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", MAKERS)
def test_lists(admin: Client, name: str) -> None:
    address = reverse(f"admin:shop_{name}_changelist")
    for _ in range(5):
        MAKERS[name]()
    few = queries(admin, address)
    for _ in range(45):
        MAKERS[name]()
    assert queries(admin, address) == few


def fill(product: Product, first: int, last: int, attribute: Attribute) -> None:
    for number in range(first, last):
        image = picture_of(product, str(number))
        Variant.objects.create(
            product=product, sku=f"S{number}", option1=str(number), price=Decimal(1), image=image
        )
        ProductAttribute.objects.create(product=product, attribute=attribute, text=str(number))


def test_the_product_form(admin: Client) -> None:
    product, attribute = ProductFactory(variant=None), AttributeFactory()
    address = reverse("admin:shop_product_change", args=[product.pk])
    fill(product, 0, 5, attribute)
    few = queries(admin, address)
    fill(product, 5, 50, attribute)
    AttributeFactory.create_batch(20)
    assert queries(admin, address) == few


def eventful(order: Order, times: int) -> None:
    """Let everything happen to an order that its page tells of, so many times."""
    staff = UserFactory(is_staff=True)
    for number in range(times):
        line = OrderLineFactory(order=order)
        parcel = Shipment.objects.create(order=order, created_by=staff)
        parcel.lines.create(order_line=line, quantity=1)
        wish = ReturnRequest.objects.create(order=order, reason="Too small", state="declined")
        wish.lines.create(order_line=line, quantity=1)
        refund = RefundFactory(order=order, created_by=staff)
        refund.lines.create(order_line=line, quantity=1)
        Payment.objects.create(
            order=order, provider="card", amount=1, currency="EUR", state="failed"
        )
        OrderEvent.objects.create(order=order, kind="note", actor=staff, text=str(number))


def test_the_pages_of_an_order(admin: Client) -> None:
    order = OrderFactory(customer=UserFactory(), payment_status="paid")
    names = ("admin-order-ship", "admin-order-cancel", "admin-order-refund")
    addresses = [
        reverse("admin:shop_order_change", args=[order.pk]),
        f"{reverse('admin-packing')}?order={order.pk}",
        *(reverse(name, args=[order.pk]) for name in names),
    ]
    eventful(order, 2)
    few = [queries(admin, address) for address in addresses]
    eventful(order, 20)
    OrderFactory.create_batch(5, email=order.email)
    assert [queries(admin, address) for address in addresses] == few


@pytest.mark.parametrize("name", ["admin-packing", "admin-orders-ship"])
def test_pages_over_many_orders(admin: Client, name: str) -> None:
    def address(count: int) -> str:
        orders = OrderFactory.create_batch(count, payment_status="paid")
        return f"{reverse(name)}?{'&'.join(f'order={order.pk}' for order in orders)}"

    assert queries(admin, address(5)) == queries(admin, address(50))


def test_what_runs_out(admin: Client) -> None:
    address = reverse("admin-restock")
    for _ in range(5):
        VariantFactory(stock=0)
    few = queries(admin, address)
    for _ in range(45):
        VariantFactory(stock=0)
    assert queries(admin, address) == few


def test_the_pages_of_an_import(admin: Client) -> None:
    job = ImportJob.objects.create(kind="shopify_products", path="/x.csv", status="running")
    addresses = [
        reverse("admin:shop_importjob_change", args=[job.pk]),
        reverse("admin-import-progress", args=[job.pk]),
    ]
    job.problems.create(line=1, message="x")
    few = [queries(admin, address) for address in addresses]
    for line in range(200):
        job.problems.create(line=line, message="x")
    assert [queries(admin, address) for address in addresses] == few


def test_no_list_counts_a_whole_table(admin: Client) -> None:
    ProductFactory.create_batch(3)
    for name in MAKERS:
        with CaptureQueriesContext(connection) as captured:
            admin.get(reverse(f"admin:shop_{name}_changelist"))
        counts = [each["sql"] for each in captured if "COUNT(*)" in each["sql"]]
        assert counts, name
        assert all("LIMIT" in sql for sql in counts), counts


def test_a_list_beyond_the_cap_says_so(admin: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(CappedPaginator, "CAP", 4)
    monkeypatch.setattr(ProductAdmin, "list_per_page", 2)
    ProductFactory.create_batch(5)
    address = reverse("admin:shop_product_changelist")
    page = admin.get(address).content.decode()
    assert "more than 4" in page
    assert "?p=2" in page
    assert "?p=3" not in page
    Product.objects.first().delete()  # type: ignore[union-attr]
    assert "more than" not in admin.get(address).content.decode()


# The index that each source of a search box must be able to use.
SEARCH_INDEXES = {
    "product": ["product_title_trigrams", "product_slug_trigrams", "variant_sku_trigrams"],
    "variant": ["variant_sku_trigrams", "product_title_trigrams"],
    "review": ["review_body_trigrams", "review_author_trigrams", "product_title_trigrams"],
    "user": ["user_email_trigrams", "user_last_name_trigrams"],
    "outgoingemail": ["outgoing_email_to_trigrams"],
    "order": [
        *("order_number_trigrams", "order_email_trigrams", "order_name_trigrams"),
        "order_line_sku_trigrams",
    ],
}


@pytest.mark.parametrize("name", SEARCH_INDEXES)
def test_search_boxes_are_served_by_indexes(admin: Client, superuser: User, name: str) -> None:
    with CaptureQueriesContext(connection) as captured:
        admin.get(reverse(f"admin:shop_{name}_changelist"), {"q": "ridge"})
    (search, *_) = [each["sql"] for each in captured if "UNION" in each["sql"]]
    with connection.cursor() as cursor:
        # A handful of rows is read whole whatever the indexes: forbid that to see what could be.
        for way in ("seqscan", "indexscan", "indexonlyscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN {search}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    for index in SEARCH_INDEXES[name]:
        assert index in plan, plan
