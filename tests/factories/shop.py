"""Factories for the nouns of the shop."""

from decimal import Decimal
from typing import Any

import factory
from allauth.account.models import EmailAddress
from factory.django import DjangoModelFactory

from shop.models import (
    Attribute,
    Brand,
    Cart,
    CartLine,
    Category,
    Coupon,
    FaqEntry,
    HomeSection,
    Order,
    OrderLine,
    OutgoingEmail,
    Page,
    Payment,
    Product,
    ProductAttribute,
    Refund,
    Review,
    ShippingCountry,
    ShippingMethod,
    ShippingRate,
    TaxClass,
    TaxRate,
    User,
    Variant,
)

PASSWORD = "correct horse battery staple"


class UserFactory(DjangoModelFactory[User]):
    """A shopper; `staff=True` for an ordinary member of staff with every permission.

    With `confirmed=False` the letter to the account's address was not answered yet.
    """

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        staff = factory.Trait(is_staff=True, is_superuser=True)

    email = factory.Sequence(lambda n: f"person{n}@example.com")
    first_name = "Ada"
    last_name = factory.Sequence(lambda n: f"Person {n}")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        kwargs.setdefault("password", PASSWORD)
        is_confirmed = kwargs.pop("confirmed", True)
        user = model_class.objects.create_user(*args, **kwargs)
        EmailAddress.objects.create(
            user=user, email=user.email, verified=is_confirmed, primary=True
        )
        return user


class CategoryFactory(DjangoModelFactory[Category]):
    """A category at the top of the tree, or below `parent`."""

    class Meta:
        model = Category

    name = factory.Sequence(lambda n: f"Category {n}")
    slug = factory.Sequence(lambda n: f"category-{n}")

    @classmethod
    def _create(cls, model_class: type[Category], *_: Any, **kwargs: Any) -> Category:
        parent = kwargs.pop("parent", None)
        nodes: Any = model_class.objects
        category: Category = nodes.add_child(parent, kwargs) if parent else nodes.add_root(kwargs)
        return category


class BrandFactory(DjangoModelFactory[Brand]):
    class Meta:
        model = Brand

    name = factory.Sequence(lambda n: f"Brand {n}")
    slug = factory.Sequence(lambda n: f"brand-{n}")


class AttributeFactory(DjangoModelFactory[Attribute]):
    class Meta:
        model = Attribute

    code = factory.Sequence(lambda n: f"attribute_{n}")
    name = factory.Sequence(lambda n: f"Attribute {n}")


class VariantFactory(DjangoModelFactory[Variant]):
    class Meta:
        model = Variant

    product = factory.SubFactory("tests.factories.shop.ProductFactory", variant=None)
    sku = factory.Sequence(lambda n: f"SKU-{n}")
    price = Decimal("20.00")
    stock = 10


class ProductFactory(DjangoModelFactory[Product]):
    """A published product with one variant; `variant=None` for none, `variant__price=…` sets it."""

    class Meta:
        model = Product
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"product-{n}")
    title = factory.Sequence(lambda n: f"Product {n}")
    description = "<p>Made to last.</p>"
    status = Product.Status.ACTIVE
    brand = factory.SubFactory(BrandFactory)
    category = factory.SubFactory(CategoryFactory)

    variant = factory.RelatedFactory(VariantFactory, factory_related_name="product")

    @classmethod
    def _after_postgeneration(
        cls, instance: Product, create: bool, results: dict[str, Any] | None = None
    ) -> None:
        """Read back what the triggers and the database computed."""
        super()._after_postgeneration(instance, create, results)
        if create:
            instance.refresh_from_db()


class ProductAttributeFactory(DjangoModelFactory[ProductAttribute]):
    """One value of one attribute; give `text`, `number` or `boolean`."""

    class Meta:
        model = ProductAttribute

    product = factory.SubFactory(ProductFactory)
    attribute = factory.SubFactory(AttributeFactory)


class ReviewFactory(DjangoModelFactory[Review]):
    """A published review by a guest."""

    class Meta:
        model = Review

    product = factory.SubFactory(ProductFactory)
    author_name = factory.Sequence(lambda n: f"Guest {n}")
    rating = 5
    title = "Just right"
    body = "It does what it promises and it does it well."
    status = Review.Status.PUBLISHED


class OrderLineFactory(DjangoModelFactory[OrderLine]):
    """One piece of one variant; the order's totals are not kept in step."""

    class Meta:
        model = OrderLine

    order = factory.SubFactory("tests.factories.shop.OrderFactory", line=None)
    variant = factory.SubFactory(VariantFactory)
    product = factory.SelfAttribute("variant.product")
    sku = factory.SelfAttribute("variant.sku")
    title = factory.SelfAttribute("product.title")
    unit_price = Decimal("20.00")


class OrderFactory(DjangoModelFactory[Order]):
    """A guest's order with one line; `line=None` for none."""

    class Meta:
        model = Order
        skip_postgeneration_save = True

    number = factory.Sequence(lambda n: f"T{n}")
    email = factory.Sequence(lambda n: f"guest{n}@example.com")
    name = "Ada Guest"
    country = "IE"
    currency = "EUR"
    goods_total = Decimal("20.00")
    shipping_price = Decimal("4.90")
    total = factory.LazyAttribute(lambda order: order.goods_total + order.shipping_price)

    line = factory.RelatedFactory(OrderLineFactory, factory_related_name="order")


class PageFactory(DjangoModelFactory[Page]):
    class Meta:
        model = Page

    slug = factory.Sequence(lambda n: f"page-{n}")
    title = factory.Sequence(lambda n: f"Page {n}")
    body = "Orders leave within **two** working days."


class FaqEntryFactory(DjangoModelFactory[FaqEntry]):
    class Meta:
        model = FaqEntry

    slug = factory.Sequence(lambda n: f"question-{n}")
    topic = "Delivery"
    question = factory.Sequence(lambda n: f"How long does parcel {n} take?")
    answer = "Two to four working days."


class ShippingCountryFactory(DjangoModelFactory[ShippingCountry]):
    """Ireland, unless told otherwise."""

    class Meta:
        model = ShippingCountry
        django_get_or_create = ("code",)

    code = "IE"
    name = factory.SelfAttribute("code")


class ShippingMethodFactory(DjangoModelFactory[ShippingMethod]):
    class Meta:
        model = ShippingMethod
        django_get_or_create = ("code",)

    code = "standard"
    name = factory.LazyAttribute(lambda method: method.code.title())


class ShippingRateFactory(DjangoModelFactory[ShippingRate]):
    """Standard to Ireland for 4.90, free from 60; `code` and `to` choose method and country."""

    class Meta:
        model = ShippingRate

    class Params:
        code = "standard"
        to = "IE"

    method = factory.SubFactory(ShippingMethodFactory, code=factory.SelfAttribute("..code"))
    country = factory.SubFactory(ShippingCountryFactory, code=factory.SelfAttribute("..to"))
    price = Decimal("4.90")
    free_from = Decimal(60)


class TaxClassFactory(DjangoModelFactory[TaxClass]):
    """The default class, unless told otherwise."""

    class Meta:
        model = TaxClass
        django_get_or_create = ("code",)

    code = "standard"
    name = factory.SelfAttribute("code")
    is_default = factory.LazyAttribute(lambda row: row.code == "standard")


class TaxRateFactory(DjangoModelFactory[TaxRate]):
    """23 % in Ireland, included; `of` and `to` choose class and country."""

    class Meta:
        model = TaxRate

    class Params:
        of = "standard"
        to = "IE"

    tax_class = factory.SubFactory(TaxClassFactory, code=factory.SelfAttribute("..of"))
    country = factory.SubFactory(ShippingCountryFactory, code=factory.SelfAttribute("..to"))
    percent = Decimal(23)


class CouponFactory(DjangoModelFactory[Coupon]):
    """Ten percent off."""

    class Meta:
        model = Coupon

    code = factory.Sequence(lambda n: f"CODE{n}")
    kind = Coupon.Kind.PERCENT
    percent = factory.LazyAttribute(lambda row: 10 if row.kind == Coupon.Kind.PERCENT else None)


class PaymentFactory(DjangoModelFactory[Payment]):
    """A payment by card that came in."""

    class Meta:
        model = Payment

    order = factory.SubFactory(OrderFactory)
    provider = "card"
    reference = factory.Sequence(lambda n: f"pay-{n}")
    amount = factory.SelfAttribute("order.total")
    currency = factory.SelfAttribute("order.currency")
    state = Payment.State.PAID


class RefundFactory(DjangoModelFactory[Refund]):
    """A sum that is to go back; the order's own sums are not kept in step."""

    class Meta:
        model = Refund

    order = factory.SubFactory(OrderFactory)
    amount = Decimal("5.00")
    idempotency_key = factory.Sequence(lambda n: f"refund-{n}")


class OutgoingEmailFactory(DjangoModelFactory[OutgoingEmail]):
    """A letter that waits."""

    class Meta:
        model = OutgoingEmail

    key = factory.Sequence(lambda n: f"order:{n}:order_placed")
    to = factory.Sequence(lambda n: f"reader{n}@example.com")
    subject = "Your order"
    text = "Thank you."


class CartFactory(DjangoModelFactory[Cart]):
    """A guest's empty cart."""

    class Meta:
        model = Cart


class CartLineFactory(DjangoModelFactory[CartLine]):
    class Meta:
        model = CartLine

    cart = factory.SubFactory(CartFactory)
    variant = factory.SubFactory(VariantFactory)


class HomeSectionFactory(DjangoModelFactory[HomeSection]):
    """A published section of the front page; `picks=[…]` are products picked by hand."""

    class Meta:
        model = HomeSection
        skip_postgeneration_save = True

    kind = HomeSection.Kind.STORY
    title = factory.Sequence(lambda n: f"Section {n}")
    position = factory.Sequence(lambda n: n)

    @factory.post_generation
    def picks(self, _create: bool, extracted: Any, **_: Any) -> None:
        for position, product in enumerate(extracted or ()):
            self.picks.create(product=product, position=position)
