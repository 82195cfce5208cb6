"""The address book."""

from typing import Any

import pytest
from django.test import Client

from shop.exceptions import InvalidValue
from shop.models import Address, ShippingCountry, User
from shop.postcodes import PATTERNS, is_postcode, tidy_postcode
from shop.services.addresses import MOST_ADDRESSES, save_address
from tests.factories.shop import UserFactory
from tests.shop.views.markup import Markup

pytestmark = pytest.mark.django_db

HOME = {
    "label": "Home",
    "name": "Ada Lovelace",
    "line1": "4 Quay Street",
    "postcode": "h91  x2c4",
    "city": "Galway",
    "country": "IE",
}


@pytest.fixture
def countries() -> None:
    ShippingCountry.objects.all().delete()
    for code, name, is_open in (
        ("IE", "Ireland", True),
        ("DE", "Germany", True),
        ("FR", "France", False),
    ):
        ShippingCountry.objects.create(code=code, name=name, is_open=is_open)


@pytest.fixture
def ada(countries: None) -> User:
    return UserFactory(first_name="Ada", last_name="Lovelace")


@pytest.fixture
def book(client: Client, ada: User) -> Client:
    client.force_login(ada)
    return client


def add(client: Client, **changes: Any) -> Any:
    return client.post("/account/addresses/new/", {**HOME, **changes})


def keep(user: User, **changes: Any) -> Address:
    return save_address(user=user, **{**HOME, "postcode": "H91 X2C4", **changes})


def test_the_first_address_is_the_one_used_first(book: Client, ada: User) -> None:
    assert add(book)["Location"] == "/account/addresses/"
    address = ada.addresses.get()
    assert (address.postcode, address.is_default) == ("H91 X2C4", True)
    add(book, label="Work")
    assert ada.addresses.filter(is_default=True).get().label == "Home"
    add(book, label="Cabin", is_default="on")
    assert ada.addresses.filter(is_default=True).get().label == "Cabin"


def test_an_address_is_changed(book: Client, ada: User) -> None:
    address = keep(ada)
    book.post(f"/account/addresses/{address.pk}/", {**HOME, "city": "Cork"})
    address.refresh_from_db()
    assert (address.city, address.is_default) == ("Cork", True)


def test_another_becomes_the_one_used_first(book: Client, ada: User) -> None:
    keep(ada)
    work = keep(ada, label="Work")
    book.post(f"/account/addresses/{work.pk}/default/")
    assert list(ada.addresses.values_list("label", "is_default")) == [
        ("Work", True),
        ("Home", False),
    ]


def test_a_deleted_default_is_followed_by_the_next(book: Client, ada: User) -> None:
    home, work = keep(ada), keep(ada, label="Work")
    assert "Delete “Home”?" in book.get(f"/account/addresses/{home.pk}/delete/").content.decode()
    assert ada.addresses.count() == 2
    book.post(f"/account/addresses/{home.pk}/delete/")
    work.refresh_from_db()
    assert ada.addresses.get() == work
    assert work.is_default


def test_nobody_reaches_the_addresses_of_others(book: Client) -> None:
    hers = keep(UserFactory())
    for path in ("", "default/", "delete/"):
        address = f"/account/addresses/{hers.pk}/{path}"
        assert book.post(address, HOME).status_code == 404
        assert book.get(address).status_code in (404, 405)
    hers.refresh_from_db()
    assert hers.city == "Galway"
    assert "4 Quay Street" not in book.get("/account/addresses/").content.decode()


def test_only_countries_that_are_shipped_to_can_be_chosen(book: Client) -> None:
    page = Markup(book.get("/account/addresses/new/"))
    assert page.texts("option") == ["Germany", "Ireland"]
    assert add(book, country="FR", postcode="75001").status_code == 200
    assert add(book, country="DE", postcode="10115").status_code == 302


def test_what_is_missing_or_wrong_is_said(book: Client, ada: User) -> None:
    page = book.post(
        "/account/addresses/new/", {"country": "DE", "postcode": "1011"}
    ).content.decode()
    for words in (
        "Say whose name stands on the parcel.",
        "Give the street and the number.",
        "Give the town or city.",
        "A postcode in Germany looks like 10115.",
    ):
        assert page.count(words) == 2, words  # in the summary, and at the field
    assert not ada.addresses.exists()


def test_browsers_are_told_what_the_fields_are(book: Client) -> None:
    page = Markup(book.get("/account/addresses/new/"))
    tokens = {
        each.attributes["name"]: each.attributes.get("autocomplete")
        for each in page.find("input")
        if each.attributes["name"] in HOME
    }
    assert tokens == {
        "label": None,
        "name": "name",
        "line1": "address-line1",
        "postcode": "postal-code",
        "city": "address-level2",
    }


def test_the_name_is_filled_in(book: Client) -> None:
    page = Markup(book.get("/account/addresses/new/"))
    assert page.one("input", name="name").attributes["value"] == "Ada Lovelace"


def test_a_book_has_an_end(ada: User) -> None:
    for number in range(MOST_ADDRESSES):
        keep(ada, label=str(number))
    with pytest.raises(InvalidValue):
        keep(ada)
    assert ada.addresses.count() == MOST_ADDRESSES


@pytest.mark.parametrize("country", PATTERNS)
def test_every_example_is_a_postcode_of_its_country(country: str) -> None:
    example = PATTERNS[country][1]
    assert is_postcode(example, country=country)
    assert not is_postcode(f"{example}9", country=country)
    assert not is_postcode("", country=country)


@pytest.mark.parametrize(
    ("typed", "country", "is_right"),
    [
        ("d02af30", "IE", True),
        ("D6W XY00", "IE", True),
        ("B02 AF30", "IE", False),
        ("sw1a 1aa", "GB", True),
        ("1012js", "NL", True),
        ("1012", "NL", False),
        ("", "HK", True),
        ("whatever 1", "HK", True),
    ],
)
def test_postcodes(typed: str, country: str, is_right: bool) -> None:
    assert is_postcode(tidy_postcode(typed), country=country) is is_right
