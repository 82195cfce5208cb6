"""S5 and S14: every address of the shop's pages and of the admin, called by everybody who is wrong.

The API's own matrix is tests/api/test_access_matrix.py. An address that is not entered here fails
the build: whoever adds one says whom it is for.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from shop.models import Address as PostalEntry
from shop.models import Order, Review, User
from shop.services.orders.tokens import order_token
from tests.factories.shop import (
    CategoryFactory,
    FaqEntryFactory,
    OrderFactory,
    PageFactory,
    ProductFactory,
    ReviewFactory,
    UserFactory,
)

# Anybody; accounts; the account a thing belongs to; whoever holds an order's token; a provider.
EVERYBODY, ACCOUNTS, OWNER, TOKEN, PROVIDER = "everybody", "accounts", "owner", "token", "provider"
EXPECTED: dict[str, str] = {
    **dict.fromkeys(
        [
            *("livez", "readyz", "media", "ai:search", "ai:box", "ai:add_together"),
            *("ai:digest", "ai:reviews"),
            *("shop:home", "shop:all", "shop:category", "shop:product", "shop:product_quick"),
            *("shop:page", "shop:faq", "shop:robots", "shop:sitemaps", "shop:sitemap"),
            *("shop:review_write", "shop:review_vote", "shop:recent_clear", "shop:erased"),
            *("shop:cart", "shop:cart_add", "shop:cart_put_back", "shop:cart_accept"),
            *("shop:cart_code", "shop:cart_code_remove", "shop:cart_estimate"),
            *("shop:cart_quantity", "shop:cart_remove", "shop:cart_save", "shop:cart_move"),
            *("shop:checkout", "shop:checkout_update", "shop:find_order"),
            *("account_login", "account_logout", "account_signup", "account_inactive"),
            *("account_email_verification_sent", "account_confirm_email"),
            *("account_reset_password", "account_reset_password_done"),
            *("account_reset_password_from_key", "account_reset_password_from_key_done"),
            *("mfa_authenticate", "mfa_login_webauthn"),
        ],
        EVERYBODY,
    ),
    **dict.fromkeys(
        [
            *("shop:account", "shop:account_details", "shop:addresses", "shop:address_add"),
            *("shop:my_reviews", "shop:wishlist", "shop:wish", "shop:unwish"),
            *("shop:wishlist_remove", "shop:wishlist_buy", "shop:wishlist_undo"),
            *("shop:security", "shop:sessions_end", "shop:privacy", "shop:download_data"),
            *("shop:erase", "shop:orders", "account_email", "account_change_password"),
            *("account_set_password", "account_reauthenticate", "mfa_reauthenticate"),
            *("mfa_reauthenticate_webauthn", "mfa_index", "mfa_list_webauthn"),
            *("mfa_activate_totp", "mfa_deactivate_totp", "mfa_add_webauthn"),
            *("mfa_view_recovery_codes", "mfa_generate_recovery_codes"),
            "mfa_download_recovery_codes",
        ],
        ACCOUNTS,
    ),
    **dict.fromkeys(
        [
            *("shop:address_edit", "shop:address_default", "shop:address_delete"),
            *("shop:review_edit", "shop:review_delete", "shop:session_end"),
            *("shop:account_order", "mfa_edit_webauthn", "mfa_remove_webauthn"),
        ],
        OWNER,
    ),
    **dict.fromkeys(
        [
            *("shop:order", "shop:pay", "shop:change_payment", "shop:order_cancel"),
            *("shop:order_return", "shop:order_again", "shop:invoice"),
        ],
        TOKEN,
    ),
    "shop:payment_webhook": PROVIDER,
    # Staff's own look at the front page as it will be.
    "shop:preview": ACCOUNTS,
}
# What the admin shows to any member of staff, whatever they may do.
STAFF_ROOM = {
    *("admin:index", "admin:logout", "admin:password_change", "admin:password_change_done"),
    *("admin:jsi18n", "admin:autocomplete", "admin:login", "admin:app_list", "admin:view_on_site"),
    # Finds only what the one who asks may see (tests/shop/admin/test_people.py and others).
    "admin:search",
}
REFUSED = {401, 403, 404, 405}
CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^()]*(?:\([^()]*\)[^()]*)*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address of the URLconf, by its full name."""

    name: str
    route: str

    def path(self, values: dict[str, str]) -> str:
        """Return the address with its converters filled in."""

        def fill(match: re.Match[str]) -> str:
            return values.get(match.group(1) or match.group(2), "1")

        return "/" + CONVERTER.sub(fill, self.route.replace("^", "").replace("$", ""))


def addresses(patterns: Any = None, prefix: str = "", namespace: str = "") -> Iterator[Address]:
    """Yield every address of the URLconf but the API's."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern) and not route.startswith("api/"):
            yield Address(name=f"{namespace}{pattern.name}", route=route)


def pages() -> list[Address]:
    return [each for each in addresses() if not each.route.startswith("admin/")]


def admin_pages() -> list[Address]:
    """Return the admin's addresses, its catch-all left out: it answers what is not there."""
    found = [each for each in addresses() if each.route.startswith("admin/")]
    return [each for each in found if not each.route.endswith("(?P<url>.*)$")]


def test_every_page_is_declared() -> None:
    assert {each.name for each in pages()} == set(EXPECTED)


@pytest.fixture
def owner(db: None) -> User:
    user: User = UserFactory.create()
    return user


@pytest.fixture
def things(owner: User) -> dict[str, dict[str, str]]:
    """Return values for the converters of each address: things of the owner's, all of them."""
    category = CategoryFactory.create(slug="thing")
    product = ProductFactory.create(slug="thing", category=category)
    PageFactory.create(slug="thing")
    FaqEntryFactory.create(slug="thing")
    order: Order = OrderFactory.create(customer=owner)
    review: Review = ReviewFactory.create(product=product, author=owner)
    client = Client()
    client.force_login(owner)
    session = UserSession.objects.create(
        user=owner, ip="127.0.0.1", session_key=client.session.session_key, user_agent="test"
    )
    passkey = Authenticator.objects.create(user=owner, type="webauthn", data={})
    by_name = {
        "shop:review_edit": review.pk,
        "shop:review_delete": review.pk,
        "shop:review_vote": review.pk,
        "shop:session_end": session.pk,
        "mfa_edit_webauthn": passkey.pk,
        "mfa_remove_webauthn": passkey.pk,
    }
    address = PostalEntry.objects.create(customer=owner, name="Ada Moor", country="IE")
    return {
        each.name: {
            "slug": "thing",
            "pk": str(by_name.get(each.name, address.pk)),
            "number": order.number,
            "token": order_token(order),
            "code": "card",
            "section": "products",
        }
        for each in pages()
    }


def visitor(role: str, owner: User) -> Client:
    client = Client()
    users: dict[str, Callable[[], User]] = {
        "shopper": UserFactory.create,
        "staff without permissions": lambda: UserFactory.create(is_staff=True),
        "superuser": lambda: UserFactory.create(staff=True),
        "owner": lambda: owner,
    }
    if role != "anonymous":
        client.force_login(users[role]())
    return client


def is_turned_away(response: Any) -> bool:
    """Whether a visitor was refused, or sent to sign in."""
    to_sign_in = response.status_code == 302 and (
        response.url.startswith((reverse("account_login"), reverse("admin:login")))
        or reverse("account_reauthenticate") in response.url
    )
    return response.status_code in REFUSED or to_sign_in


def ends_outside(response: Any) -> bool:
    """Whether a visitor ended at a refusal, at the door, or where every member of staff may be.

    An object that is not there leads back to the index, which tells nothing either.
    """
    last = response.redirect_chain[-1][0] if response.redirect_chain else ""
    return (
        is_turned_away(response)
        or last.startswith(reverse("account_login"))
        or (last == reverse("admin:index"))
    )


def calls(client: Client, path: str, **how: Any) -> Iterator[Any]:
    yield client.get(path, **how)
    yield client.post(path, **how)


@pytest.mark.parametrize("role", ["anonymous", "shopper", "staff without permissions", "superuser"])
def test_s5_what_is_somebodys_own_is_nobody_elses(
    role: str, owner: User, things: dict[str, dict[str, str]]
) -> None:
    """Pages are personal: not even a superuser reads another's account through them."""
    client = visitor(role, owner)
    own = [each for each in pages() if EXPECTED[each.name] == OWNER]
    assert own
    seen = {
        f"{each.name} {response.status_code}"
        for each in own
        for response in calls(client, each.path(things[each.name]))
        if not is_turned_away(response)
    }
    assert seen == set()


def test_s5_the_owner_gets_there(owner: User, things: dict[str, dict[str, str]]) -> None:
    """The control of the test above: it is not the addresses that are wrong."""
    client = visitor("owner", owner)
    missed = {
        f"{each.name} {response.status_code}"
        for each in pages()
        if EXPECTED[each.name] == OWNER
        for response in [client.get(each.path(things[each.name]))]
        if response.status_code == 404
    }
    assert missed == set()


def test_s5_accounts_pages_are_not_for_guests(
    owner: User, things: dict[str, dict[str, str]]
) -> None:
    client = visitor("anonymous", owner)
    seen = {
        f"{each.name} {response.status_code}"
        for each in pages()
        if EXPECTED[each.name] == ACCOUNTS
        for response in calls(client, each.path(things[each.name]))
        if not is_turned_away(response)
    }
    assert seen == set()


@pytest.mark.parametrize("role", ["anonymous", "shopper", "superuser", "owner"])
@pytest.mark.parametrize("token", ["forged", "number alone", "another's signature"])
def test_s5_an_order_opens_by_its_own_token_only(
    role: str, token: str, owner: User, things: dict[str, dict[str, str]]
) -> None:
    order = Order.objects.get()
    signature = order_token(OrderFactory.create()).rpartition(":")[2]
    forged = {
        "forged": f"{order.number}:AAAA",
        "number alone": order.number,
        "another's signature": f"{order.number}:{signature}",
    }[token]
    client = visitor(role, owner)
    seen = {
        f"{each.name} {response.status_code}"
        for each in pages()
        if EXPECTED[each.name] == TOKEN
        for response in calls(client, each.path({"token": forged}))
        if response.status_code not in {404, 405}
    }
    assert seen == set()


@pytest.mark.parametrize("role", ["anonymous", "shopper", "staff without permissions"])
def test_s5_the_admin_is_for_those_who_may(
    role: str, owner: User, things: dict[str, dict[str, str]]
) -> None:
    client = visitor(role, owner)
    room = (
        STAFF_ROOM if role.startswith("staff") else {"admin:login", "admin:logout", "admin:jsi18n"}
    )
    seen = {
        f"{each.name} {response.status_code}"
        for each in admin_pages()
        if each.name not in room
        for response in calls(client, each.path({}), follow=True)
        if not ends_outside(response)
    }
    assert seen == set()


def test_s14_every_unsafe_request_needs_the_pages_token(
    owner: User, things: dict[str, dict[str, str]]
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory.create(staff=True))
    everywhere = [*pages(), *admin_pages()]
    passed = {
        each.name
        for each in everywhere
        if client.post(each.path(things.get(each.name, {}))).status_code != 403
    }
    # Providers have no session: their signature is looked at instead (tests/shop/orders).
    assert passed == {"shop:payment_webhook"}
