"""An account in a real browser: passkeys, codes, hearts; with the keyboard and without a script."""

import re
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect

from shop.models import Product, ShippingCountry, User
from tests.factories.shop import PASSWORD, OrderFactory, ReviewFactory, UserFactory
from tests.functional.conftest import NewVisitor
from tests.functional.visitor import Visitor
from tests.shop.account.authenticator import code_now, forget_used_codes, give_app
from tests.shop.account.letters import link_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def maeve(furnished: Product) -> User:
    return UserFactory(email="maeve@example.com", first_name="Maeve", last_name="Byrne")


@pytest.fixture
def desk(visitor: Visitor) -> Iterator[Visitor]:
    """A visitor at whose desk nothing may go wrong."""
    yield visitor
    assert visitor.complaints() == []


@pytest.fixture
def plain(new_visitor: NewVisitor) -> Visitor:
    """A visitor whose browser runs no script."""
    return new_visitor(javascript=False)


def sign_in(visitor: Visitor, user: User, path: str = "/account/sign-in/") -> None:
    visitor.go(path)
    visitor.page.get_by_label("E-mail address").fill(user.email)
    visitor.page.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.page.get_by_role("button", name="Sign in", exact=True).click()


def confirm(page: Page) -> None:
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def plug_in_authenticator(page: Page) -> None:
    """Give the browser a device that keeps passkeys and knows its owner."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_a_passkey_is_added_and_signs_in(desk: Visitor, maeve: User) -> None:
    page = desk.page
    plug_in_authenticator(page)
    sign_in(desk, maeve)
    expect(page.get_by_role("heading", name="Hello, Maeve")).to_be_visible()
    desk.go("/account/security/passkeys/add/")
    confirm(page)
    page.get_by_label("Name").fill("This laptop")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert page.locator(".codes li").count() == 10
    desk.go("/account/security/")
    expect(page.locator(".row__title")).to_contain_text(["This laptop", "Recovery codes"])
    page.get_by_role("button", name="Sign out", exact=True).click()

    # Nothing is typed: the device knows the account.
    desk.go("/account/sign-in/?next=/account/privacy/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Privacy")).to_be_visible()
    page.get_by_role("button", name="Sign out", exact=True).click()

    # Beside the password it is the second factor.
    sign_in(desk, maeve)
    expect(page.get_by_role("heading", name="One thing more")).to_be_visible()
    assert desk.barriers() == []
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Hello, Maeve")).to_be_visible()
    key = Authenticator.objects.get(type="webauthn")
    assert key.last_used_at is not None


def test_a_device_without_the_passkey_is_told_so(new_visitor: NewVisitor, maeve: User) -> None:
    """The negative control of the test above: it is the key that opens the account."""
    stranger = new_visitor()
    plug_in_authenticator(stranger.page)
    stranger.go("/account/sign-in/")
    stranger.page.get_by_role("button", name="Sign in with a passkey").click()
    expect(stranger.page.get_by_role("alert")).to_contain_text("No passkey was given")
    stranger.go("/account/")
    assert stranger.path == "/account/sign-in/?next=/account/"


def test_a_code_from_an_app_signs_in(desk: Visitor, maeve: User) -> None:
    page = desk.page
    sign_in(desk, maeve)
    desk.go("/account/security/app/")
    confirm(page)
    assert desk.barriers() == []
    secret = page.get_by_label("Key").input_value()
    page.get_by_label("Code from the app").fill(code_now(secret))
    page.get_by_role("button", name="Add the app").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert desk.barriers() == []
    recovery = page.locator(".codes code").first.inner_text()
    page.get_by_role("button", name="Sign out", exact=True).click()
    forget_used_codes()
    for code in (code_now(secret), recovery):
        sign_in(desk, maeve)
        page.get_by_label("Code").fill(code)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Hello, Maeve")).to_be_visible()
        page.get_by_role("button", name="Sign out", exact=True).click()


def test_a_heart_is_pressed_in_place_with_the_keyboard(desk: Visitor, maeve: User) -> None:
    page = desk.page
    sign_in(desk, maeve)
    desk.go("/c/camp/")
    shelf = page.get_by_role("region", name="products")
    heart = shelf.get_by_role("button", name="On your wishlist: Tent 25")
    expect(heart).to_have_attribute("aria-pressed", "false")
    heart.focus()
    with page.expect_response("**/wishlist/add/"):
        page.keyboard.press("Enter")
    expect(heart).to_have_attribute("aria-pressed", "true")
    expect(heart).to_be_focused()
    assert desk.path == "/c/camp/"
    assert maeve.wishlist.get().product.title == "Tent 25"
    with page.expect_response("**/wishlist/drop/"):
        page.keyboard.press("Space")
    expect(heart).to_have_attribute("aria-pressed", "false")
    assert not maeve.wishlist.exists()
    desk.go("/p/shirt/")
    large = page.get_by_role("button", name="On your wishlist", exact=True)
    with page.expect_response("**/wishlist/add/"):
        large.click()
    expect(large).to_have_attribute("aria-pressed", "true")
    assert desk.barriers() == []


def test_a_password_can_be_shown(desk: Visitor, maeve: User) -> None:
    desk.go("/account/sign-in/")
    field = desk.page.get_by_label("Password", exact=True)
    field.fill("a phrase")
    desk.page.get_by_role("button", name="Show the password").click()
    expect(field).to_have_attribute("type", "text")
    desk.page.get_by_role("button", name="Hide the password").click()
    expect(field).to_have_attribute("type", "password")


def test_an_account_is_opened_and_lived_in_without_a_script(
    plain: Visitor, furnished: Product
) -> None:
    page = plain.page
    ShippingCountry.objects.get_or_create(code="IE", defaults={"name": "Ireland"})
    plain.go("/p/shirt/")
    page.get_by_role("link", name="Keep on your wishlist", exact=True).click()
    page.get_by_role("link", name="Open an account").click()
    page.get_by_label("E-mail address").fill("nora@example.com")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("heading", name="Look in your mailbox")).to_be_visible()
    plain.go(link_to("nora@example.com"))
    page.get_by_role("button", name="Yes, confirm it").click()
    expect(page.locator("#messages")).to_contain_text("“Shirt” is on your wishlist.")
    plain.go("/account/wishlist/")
    page.get_by_role("button", name="Remove Shirt").click()
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("link", name="Shirt", exact=True)).to_be_visible()
    plain.go("/account/addresses/new/")
    page.get_by_role("button", name="Save the address").click()
    page.locator(".error-summary a").first.click()
    expect(page.get_by_label("Full name")).to_be_focused()
    for label, text in (
        ("Full name", "Nora Byrne"),
        ("Street and number", "4 Quay Street"),
        ("Postcode", "H91 X2C4"),
        ("Town or city", "Galway"),
    ):
        page.get_by_label(label).fill(text)
    page.get_by_label("Country").select_option("IE")
    page.get_by_role("button", name="Save the address").click()
    expect(page.locator(".postal")).to_contain_text("4 Quay Street")
    plain.go("/c/camp/")
    page.get_by_role("button", name="On your wishlist: Tent 25").click()
    expect(page).to_have_url(re.compile(r"/c/camp/$"))
    expect(page.get_by_role("button", name="On your wishlist: Tent 25")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_role("link", name="Account", exact=True).click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()


PAGES = (
    *("", "details/", "addresses/", "addresses/new/", "reviews/", "wishlist/", "security/"),
    *("privacy/", "password/", "email/", "confirm/"),
)
WAYS_IN = ("sign-in/?wish=1", "sign-up/", "password/forgotten/", "confirm-email/", "closed/")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_has_a_barrier_or_is_wider_than_the_screen(
    new_visitor: NewVisitor, maeve: User, width: int
) -> None:
    visitor = new_visitor(width=width, scheme="dark" if width == 390 else "light")
    OrderFactory(customer=maeve, email=maeve.email)
    ReviewFactory(author=maeve)
    maeve.wishlist.create(product=Product.objects.get(slug="shirt"), price_then=99)
    give_app(maeve)
    for path in WAYS_IN:
        visitor.go(f"/account/{path}")
        check(visitor, path)
    visitor.go("/account/sign-in/")
    visitor.page.get_by_role("button", name="Sign in", exact=True).click()
    check(visitor, "the errors of signing in")
    sign_in(visitor, maeve)
    visitor.page.get_by_label("Code").fill(code_now())
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("heading", name="Hello, Maeve")).to_be_visible()
    for path in PAGES:
        visitor.go(f"/account/{path}")
        check(visitor, path)
    assert visitor.complaints() == []


def check(visitor: Visitor, path: str) -> None:
    assert visitor.barriers() == [], path
    width = visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0, path
