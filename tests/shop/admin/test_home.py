"""The front page in the admin: sections, their links, their pictures, their picks."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from shop.admin.home import state_of
from shop.models import HomePicture, HomeSection, Product
from shop.services.home import keep_home_picture
from shop.services.own_links import leads_somewhere
from tests.factories.shop import CategoryFactory, HomeSectionFactory, PageFactory, ProductFactory
from tests.shop.test_images import picture

pytestmark = pytest.mark.django_db
ADD = reverse("admin:shop_homesection_add")
LIST = reverse("admin:shop_homesection_changelist")


def fields(**more: Any) -> dict[str, Any]:
    return {
        "kind": "story",
        "title": "The bench",
        "text": "Words.",
        "link_text": "",
        "link_path": "",
        "rule": "",
        "category": "",
        "picture_alt": "",
        "position": "1",
        "is_published": "on",
        "starts_at_0": "",
        "starts_at_1": "",
        "ends_at_0": "",
        "ends_at_1": "",
        "picks-TOTAL_FORMS": "0",
        "picks-INITIAL_FORMS": "0",
        **more,
    }


def errors(response: Any) -> str:
    assert response.status_code == 200
    return str(response.context["adminform"].form.errors.as_text())


def test_a_section_is_made_with_its_picks(admin: Client) -> None:
    product = ProductFactory()
    data = fields(
        kind="products",
        rule="picked",
        **{
            "picks-TOTAL_FORMS": "1",
            "picks-0-product": str(product.pk),
            "picks-0-position": "1",
        },
    )
    assert admin.post(ADD, data).status_code == 302
    section = HomeSection.objects.get()
    assert [each.product_id for each in section.picks.all()] == [product.pk]
    assert "Product" in Client().get("/").content.decode()


@pytest.mark.parametrize(
    "path", ["//evil.example/", "https://evil.example/", "c/", "/\\evil.example/", "/no/such/page/"]
)
def test_a_link_leads_to_a_page_of_the_shop(admin: Client, path: str) -> None:
    found = errors(admin.post(ADD, fields(link_text="Go", link_path=path)))
    assert "link_path" in found
    assert not HomeSection.objects.exists()


def test_a_link_needs_words_and_a_row_needs_a_rule(admin: Client) -> None:
    found = errors(admin.post(ADD, fields(link_path="/c/", kind="products")))
    assert "A link needs both its words and its path." in found
    assert "Say which products the row shows." in found
    assert not HomeSection.objects.exists()


def test_links_are_followed_to_the_row_they_name() -> None:
    CategoryFactory(slug="tents")
    ProductFactory(slug="here")
    ProductFactory(slug="draft", status=Product.Status.DRAFT)
    PageFactory(slug="shipping")
    PageFactory(slug="hidden", is_published=False)
    for path in (
        "/",
        "/c/",
        "/c/tents/?sale=true",
        "/p/here/#reviews",
        "/pages/shipping/",
        "/faq/",
    ):
        assert leads_somewhere(path=path), path
    for path in ("/c/nowhere/", "/p/draft/", "/pages/hidden/", "/x/", "//c/", "/c"):
        assert not leads_somewhere(path=path), path


def test_an_upload_is_cleaned_and_kept_once(admin: Client) -> None:
    content = picture(size=(900, 600), exif=b"Exif\x00\x00place")
    for _ in range(2):
        upload = SimpleUploadedFile("bench.jpg", content, "image/jpeg")
        assert admin.post(ADD, fields(upload=upload, picture_alt="A bench")).status_code == 302
    stored = HomePicture.objects.get()
    assert (stored.width, stored.height) == (900, 600)
    assert b"place" not in stored.file.read()
    assert {each.picture_id for each in HomeSection.objects.all()} == {stored.pk}


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", picture()[:400]])
def test_what_is_no_picture_is_refused(admin: Client, content: bytes) -> None:
    upload = SimpleUploadedFile("bench.jpg", content, "image/jpeg")
    assert "upload" in errors(admin.post(ADD, fields(upload=upload)))
    assert not HomePicture.objects.exists()
    assert not HomeSection.objects.exists()


def test_a_picture_can_be_taken_away(admin: Client) -> None:
    image = keep_home_picture(content=picture(), filename="bench.jpg")
    section = HomeSectionFactory(picture=image)
    address = reverse("admin:shop_homesection_change", args=[section.pk])
    assert admin.post(address, fields(without_picture="on")).status_code == 302
    section.refresh_from_db()
    assert section.picture is None


def test_the_list_says_what_visitors_see_now(admin: Client) -> None:
    now, hour = timezone.now(), timedelta(hours=1)
    states = {
        "shown": HomeSectionFactory(),
        "waits": HomeSectionFactory(starts_at=now + hour),
        "over": HomeSectionFactory(ends_at=now - hour),
        "draft": HomeSectionFactory(is_published=False),
    }
    assert {state_of(section) for section in states.values()} == set(states)
    assert {name: state_of(section) for name, section in states.items()} == {
        name: name for name in states
    }
    assert reverse("shop:preview") in admin.get(LIST).content.decode()


def test_positions_are_changed_in_the_list(admin: Client) -> None:
    one, two = HomeSectionFactory(position=1), HomeSectionFactory(position=2)
    data: dict[str, Any] = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "_save": "Save"}
    for place, (section, position) in enumerate(((one, 9), (two, 2))):
        data |= {
            f"form-{place}-id": str(section.pk),
            f"form-{place}-position": str(position),
            f"form-{place}-is_published": "on",
        }
    assert admin.post(LIST, data).status_code == 302
    assert list(HomeSection.objects.values_list("pk", flat=True)) == [two.pk, one.pk]
