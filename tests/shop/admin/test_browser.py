"""The admin in Chromium, under the site's own content policy: nothing is refused, all works."""

from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from shop.models import Category, ImportJob, OutgoingEmail, Product, Review, User
from tests.factories.shop import (
    AttributeFactory,
    BrandFactory,
    CartLineFactory,
    FaqEntryFactory,
    OrderFactory,
    OutgoingEmailFactory,
    PageFactory,
    PaymentFactory,
    ProductAttributeFactory,
    ProductFactory,
    RefundFactory,
    ReviewFactory,
    ShippingRateFactory,
)
from tests.functional.conftest import browser, give_picture  # noqa: F401
from tests.shop.admin.browsing import Desk, at_desk, desk  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAMES = (
    *("product", "variant", "category", "brand", "attribute", "review", "page", "faqentry"),
    *("user", "apitoken", "importjob", "homesection", "coupon", "shippingcountry"),
    *("shippingmethod", "shippingrate", "taxclass"),
)
WINDOWS = ("order", "payment", "refund", "outgoingemail", "cart")


@pytest.fixture
def furnished(transactional_db: None) -> Product:
    product = ProductFactory(title="Ridge Shell")
    give_picture(product, "teal")
    ProductAttributeFactory(product=product, attribute=AttributeFactory(), text="Red")
    ReviewFactory(product=product, status="pending", body="Dry in any rain. " * 40)
    PageFactory()
    FaqEntryFactory()
    ShippingRateFactory()
    order = OrderFactory(line=None)
    PaymentFactory(order=order)
    RefundFactory(order=order)
    CartLineFactory(variant=product.variants.get())
    OutgoingEmailFactory(text=f"http://127.0.0.1/{'a' * 200}")
    job = ImportJob.objects.create(kind="shopify_products", path="/x.csv", status="done", total=9)
    job.problems.create(line=7, identifier="a" * 80, message="A price is missing. " * 12)
    return product


def every_page(product: Product) -> list[str]:
    lists = [reverse(f"admin:shop_{name}_changelist") for name in (*NAMES, *WINDOWS)]
    adds = [reverse(f"admin:shop_{name}_add") for name in NAMES]
    changes = [
        reverse("admin:shop_product_change", args=[product.pk]),
        reverse("admin:shop_product_history", args=[product.pk]),
        reverse("admin:shop_product_delete", args=[product.pk]),
        reverse("admin:shop_category_change", args=[Category.objects.get().pk]),
        reverse("admin:shop_review_change", args=[Review.objects.get().pk]),
        reverse("admin:shop_user_change", args=[User.objects.get().pk]),
        reverse("admin:shop_importjob_change", args=[ImportJob.objects.get().pk]),
        reverse("admin:shop_shippingcountry_change", args=["IE"]),
        reverse("admin:shop_outgoingemail_change", args=[OutgoingEmail.objects.get().pk]),
        reverse("admin:shop_product_import"),
        reverse("admin:shop_product_export"),
        reverse("admin:index"),
        reverse("admin:password_change"),
        *([reverse("ai-embeddings")] if apps.is_installed("ai") else []),
    ]
    return [*lists, *adds, *changes]


def test_no_page_breaks_the_policy_or_the_width_of_the_screen(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    superuser: User,
    furnished: Product,
) -> None:
    context, seat = desk(browser, live_server, superuser)
    too_wide = []
    widths = [1280, 390]
    for address in every_page(furnished):
        seat.open(address)
        # Every page is opened at the width at which the one before was looked at last.
        for width in widths:
            seat.page.set_viewport_size({"width": width, "height": 900})
            if seat.overflow() > 0:
                too_wide.append((address, width))
        widths.reverse()
    context.close()
    assert seat.complaints == []
    assert too_wide == []


def test_the_policy_is_in_force(at_desk: Desk) -> None:  # noqa: F811
    page = at_desk.open(reverse("admin:index"))
    refused = page.evaluate(
        # In a turn of its own: what the test tool itself evaluates is not held to the policy.
        """() => new Promise((done) => setTimeout(() => {
            try { new Function("1"); done("ran") } catch (error) { done(error.name) }
        }))"""
    )
    assert refused == "EvalError"


def test_the_login_page(browser: Browser, live_server: LiveServer, superuser: User) -> None:  # noqa: F811
    from tests.factories.shop import PASSWORD

    context = browser.new_context()
    seat = Desk(context.new_page(), live_server.url)
    page = seat.page
    page.goto(live_server.url + reverse("admin:index"))
    page.get_by_label("E-mail address").fill(superuser.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"**{reverse('admin:index')}")
    context.close()
    assert seat.complaints == []


def test_sidebar_theme_filters_and_tabs(at_desk: Desk, furnished: Product) -> None:  # noqa: F811
    page = at_desk.open(reverse("admin:shop_product_changelist"))
    sidebar = page.locator("#nav-sidebar")
    expect(sidebar).to_be_visible()
    page.get_by_text("dock_to_right").first.click()
    expect(sidebar).to_be_hidden()
    page.reload()
    expect(sidebar).to_be_hidden()
    page.get_by_text("dock_to_right").first.click()
    expect(sidebar).to_be_visible()

    filters = page.locator("#changelist-filter")
    expect(filters).to_be_hidden()
    page.get_by_text("Filters", exact=False).first.click()
    expect(filters).to_be_visible()
    page.keyboard.press("Escape")
    expect(filters).to_be_hidden()

    page.locator("#nav-sidebar").get_by_text("unfold_more").click()
    page.get_by_text("Dark", exact=True).click()
    assert page.evaluate("document.documentElement.classList.contains('dark')")

    page = at_desk.open(reverse("admin:shop_product_change", args=[furnished.pk]))
    variants = page.locator("#variants-group")
    expect(variants).to_be_hidden()
    page.get_by_role("link", name="Variants").last.click()
    expect(variants).to_be_visible()
    before = variants.locator("tr.form-row, tbody.form-group:not(.empty-form)").count()
    variants.locator(".add-row").click()
    after = variants.locator("tr.form-row, tbody.form-group:not(.empty-form)").count()
    assert after > before


def test_a_product_is_edited_with_brand_and_variants(
    at_desk: Desk,  # noqa: F811
    furnished: Product,
) -> None:
    BrandFactory(name="Okapi Lane")
    page = at_desk.open(reverse("admin:shop_product_change", args=[furnished.pk]))
    page.get_by_label("Title").fill("Ridge Shell II")
    page.locator(".field-brand .select2-selection").click()
    page.locator(".select2-search__field").fill("lane")
    page.locator(".select2-results__option", has_text="Okapi Lane").click()
    page.get_by_role("link", name="Variants").last.click()
    page.locator("#variants-group .add-row").click()
    page.locator("[name=variants-1-sku]").fill("NEW-1")
    page.locator("[name=variants-1-option1]").fill("XL")
    page.locator("[name=variants-1-price]").fill("12.50")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    furnished.refresh_from_db()
    assert furnished.title == "Ridge Shell II"
    assert furnished.brand.name == "Okapi Lane"  # type: ignore[union-attr]
    assert set(furnished.variants.values_list("sku", flat=True)) >= {"NEW-1"}


def test_a_picture_is_added(at_desk: Desk, furnished: Product, tmp_path: Any) -> None:  # noqa: F811
    from PIL import Image

    file = tmp_path / "red.png"
    Image.new("RGB", (60, 40), "red").save(file)
    page = at_desk.open(reverse("admin:shop_product_change", args=[furnished.pk]) + "#images")
    page.locator("#images-group .add-row").click()
    page.locator("[name=images-1-upload]").set_input_files(file)
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    assert furnished.images.count() == 2


def test_moderation_by_keyboard_alone(at_desk: Desk) -> None:  # noqa: F811
    product = ProductFactory()
    reviews = [
        ReviewFactory(product=product, status="pending", title=f"Review {number}")
        for number in range(4)
    ]
    newest_first = reviews[::-1]
    page = at_desk.open(reverse("admin:shop_review_changelist") + "?status__exact=pending")
    page.keyboard.press("j")
    page.keyboard.press("p")
    expect(page.get_by_text("1 published.")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("r")
    expect(page.get_by_text("2 rejected.")).to_be_visible()
    states = [Review.objects.get(pk=review.pk).status for review in newest_first]
    assert states == ["published", "rejected", "rejected", "pending"]


def test_typing_in_the_search_box_moderates_nothing(at_desk: Desk) -> None:  # noqa: F811
    review = ReviewFactory(status="pending")
    page = at_desk.open(reverse("admin:shop_review_changelist") + "?status__exact=pending")
    page.keyboard.press("j")
    page.locator("#searchbar").focus()
    page.keyboard.type("prxjk")
    review.refresh_from_db()
    assert review.status == "pending"
    assert page.locator("#searchbar").input_value() == "prxjk"


def test_an_import_is_watched_and_cancelled_after_a_question(at_desk: Desk) -> None:  # noqa: F811
    job = ImportJob.objects.create(
        kind="shopify_products", path="/x.csv", status="running", total=200, cursor=50
    )
    page = at_desk.open(reverse("admin:shop_importjob_change", args=[job.pk]))
    bar = page.get_by_role("progressbar")
    expect(bar).to_have_attribute("aria-valuenow", "25")
    ImportJob.objects.filter(pk=job.pk).update(cursor=150)
    expect(bar).to_have_attribute("aria-valuenow", "75")
    questions: list[str] = []

    def refuse(dialog: Any) -> None:
        questions.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", refuse)
    page.get_by_role("button", name="Cancel the import").click()
    assert questions == ["Cancel this import? What was imported so far stays."]
    job.refresh_from_db()
    assert job.status == "running"
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Cancel the import").click()
    expect(page.get_by_text("is cancelled.")).to_be_visible()
    job.refresh_from_db()
    assert job.status == "cancelled"
