"""Every address of the API, called by every kind of caller; an undeclared one fails the build."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.test import APIClient

from ai.indexing.spaces import ensure_default_space
from ai.models import EmbeddingJob
from config.settings.api import API_SCOPES
from shop.api.permissions import Access, declared_access
from shop.models import ImportJob, User
from shop.services.orders.tokens import order_token
from tests.api.conftest import program, signed_in
from tests.factories.shop import (
    AttributeFactory,
    CartLineFactory,
    FaqEntryFactory,
    OrderFactory,
    PageFactory,
    ProductFactory,
    ReviewFactory,
)

# These need a thing of the caller's own.
OWN = {"PATCH reviews/<int:pk>/", "DELETE reviews/<int:pk>/"}
# Addresses below /api/ that are no resources: the description of the rest.
DOCUMENTS = {"api/schema/", "api/docs/"}
EVERYBODY, SIGNED_IN, STAFF = "everybody", "signed in", "staff"
# What each call is for. A new endpoint must be entered here, and its view must agree.
EXPECTED: dict[str, str] = {
    "GET attributes/": EVERYBODY,
    "GET attributes/<slug:code>/": EVERYBODY,
    "GET brands/": EVERYBODY,
    "GET brands/<slug:slug>/": EVERYBODY,
    "GET categories/": EVERYBODY,
    "GET categories/<slug:slug>/": EVERYBODY,
    "GET faq/": EVERYBODY,
    "GET faq/<slug:slug>/": EVERYBODY,
    "GET pages/": EVERYBODY,
    "GET pages/<slug:slug>/": EVERYBODY,
    "GET products/": EVERYBODY,
    "GET products/<slug:slug>/": EVERYBODY,
    "GET products/<slug:slug>/review-digest/": EVERYBODY,
    "GET reviews/": EVERYBODY,
    "GET reviews/<int:pk>/": EVERYBODY,
    "GET search/": EVERYBODY,
    "GET suggest/": EVERYBODY,
    "GET recommendations/<slug:kind>/": EVERYBODY,
    "DELETE history/": EVERYBODY,
    "POST events/": EVERYBODY,
    "POST sentiment/": EVERYBODY,
    "GET variants/": EVERYBODY,
    "GET variants/<int:pk>/": EVERYBODY,
    "POST carts/": EVERYBODY,
    "GET carts/<uuid:token>/": EVERYBODY,
    "PATCH carts/<uuid:token>/": EVERYBODY,
    "POST carts/<uuid:token>/lines/": EVERYBODY,
    "PATCH carts/<uuid:token>/lines/<int:line_id>/": EVERYBODY,
    "DELETE carts/<uuid:token>/lines/<int:line_id>/": EVERYBODY,
    "POST orders/": EVERYBODY,
    "GET orders/": SIGNED_IN,
    "GET orders/<str:number>/": EVERYBODY,
    "POST orders/<str:number>/cancel/": EVERYBODY,
    "POST reviews/": SIGNED_IN,
    "PATCH reviews/<int:pk>/": SIGNED_IN,
    "DELETE reviews/<int:pk>/": SIGNED_IN,
    "POST reviews/<int:pk>/helpful/": SIGNED_IN,
    "DELETE reviews/<int:pk>/helpful/": SIGNED_IN,
    "POST products/": STAFF,
    "PATCH products/<slug:slug>/": STAFF,
    "DELETE products/<slug:slug>/": STAFF,
    "POST variants/": STAFF,
    "PATCH variants/<int:pk>/": STAFF,
    "DELETE variants/<int:pk>/": STAFF,
    "GET import-jobs/": STAFF,
    "POST import-jobs/": STAFF,
    "GET import-jobs/<int:pk>/": STAFF,
    "POST import-jobs/<int:pk>/cancel/": STAFF,
    "GET import-jobs/<int:pk>/problems/": STAFF,
    "GET embedding-spaces/": STAFF,
    "GET embedding-spaces/<int:pk>/": STAFF,
    "GET embedding-jobs/": STAFF,
    "POST embedding-jobs/": STAFF,
    "GET embedding-jobs/<int:pk>/": STAFF,
    "POST embedding-jobs/<int:pk>/pause/": STAFF,
    "POST embedding-jobs/<int:pk>/resume/": STAFF,
    "POST embedding-jobs/<int:pk>/cancel/": STAFF,
}
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One method of one address, with the view that answers it."""

    method: str
    route: str
    view: Any

    @property
    def name(self) -> str:
        return f"{self.method.upper()} {self.route.removeprefix('api/v1/')}"

    @property
    def access(self) -> Access | None:
        """The rule the view declares."""
        cls = getattr(self.view, "cls", None)
        if cls is None:
            return None
        actions = getattr(self.view, "actions", None)
        instance = cls(**getattr(self.view, "initkwargs", {}))
        if actions:
            instance.action = actions[self.method]
        return declared_access(instance, self.method.upper())


def api_calls(patterns: Any = None, prefix: str = "") -> Iterator[Call]:
    """Yield every method of every address below /api/ in the URLconf."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if "api/".startswith(route[:4]) or route.startswith("api/"):
                yield from api_calls(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and route.startswith("api/"):
            cls = getattr(pattern.callback, "cls", None)
            actions = getattr(pattern.callback, "actions", None)
            for method in actions or [name for name in METHODS if hasattr(cls, name)]:
                if method != "head":
                    yield Call(method=method, route=route, view=pattern.callback)


def resource_calls() -> list[Call]:
    """Return the calls that are answered: of two views at one address, the first."""
    found: dict[str, Call] = {}
    for call in api_calls():
        if call.route not in DOCUMENTS:
            found.setdefault(call.name, call)
    return list(found.values())


def test_every_call_is_declared_and_expected() -> None:
    found = {}
    for call in resource_calls():
        access = call.access
        assert access is not None, f"{call.name} declares no access: add it to its view's `access`."
        found[call.name] = EVERYBODY if access.public else STAFF if access.permission else SIGNED_IN
        assert access.public or access.scope in API_SCOPES, f"{call.name}: unknown scope"
    assert found == EXPECTED


def test_an_undeclared_call_is_seen() -> None:
    """The negative control: a view without a rule has none, and its writes are refused."""

    class View:
        access: dict[str, Access] = {}
        action = "create"

    assert declared_access(View(), "POST") is None


@pytest.fixture
def things(db: None, staff: User) -> dict[str, Any]:
    """Return one of everything, by the converter that names it in an address."""
    product = ProductFactory.create(slug="thing", brand__slug="thing", category__slug="thing")
    AttributeFactory.create(code="thing")
    PageFactory.create(slug="thing")
    FaqEntryFactory.create(slug="thing")
    space = ensure_default_space()
    cart_line, order = CartLineFactory.create(), OrderFactory.create()
    return {
        "variants": product.variants.get().pk,
        "reviews": ReviewFactory.create(product=product).pk,
        "import-jobs": ImportJob.objects.create(kind="shopify_products", created_by=staff).pk,
        "embedding-spaces": space.pk,
        "embedding-jobs": EmbeddingJob.objects.create(space=space, scope="all").pk,
        # A guest's: whoever holds its token may use it.
        "carts": cart_line.cart.token,
        "cart-lines": cart_line.pk,
        "orders": order.number,
        "order-token": order_token(order),
    }


def address(call: Call, things: dict[str, Any]) -> str:
    noun = call.route.removeprefix("api/v1/").partition("/")[0]
    noun = f"own {noun}" if call.name in OWN else noun
    path = call.route.replace("<slug:slug>", "thing").replace("<slug:code>", "thing")
    path = path.replace("<slug:kind>", "trending")
    for converter in ("<int:pk>", "<uuid:token>", "<str:number>"):
        path = path.replace(converter, str(things.get(noun, "")))
    return "/" + path.replace("<int:line_id>", str(things["cart-lines"]))


# Statuses that mean: the caller got past the door (and then sent nothing useful).
INSIDE = {200, 201, 202, 204, 400, 409, 415}


SHOPPERS = {"shopper", "shopper's token with every scope", "staff without permissions"}
ALL_POWERFUL = {"superuser", "superuser's token with the scope"}


def may_enter(role: str, access: Access) -> bool:
    if access.public or role in ALL_POWERFUL:
        return True
    return role in SHOPPERS and not access.permission


ROLES = (
    "anonymous",
    "shopper",
    "shopper's token with every scope",
    "staff without permissions",
    "superuser's token without scopes",
    "superuser's token with the other scopes",
    "superuser's token with the scope",
    "superuser",
)


def caller(role: str, access: Access, *, shopper: User, staff: User, bare: User) -> APIClient:
    others = [scope for scope in API_SCOPES if scope != access.scope]
    clients: dict[str, Callable[[], APIClient]] = {
        "anonymous": APIClient,
        "shopper": lambda: signed_in(shopper),
        "shopper's token with every scope": lambda: program(shopper, *API_SCOPES),
        "staff without permissions": lambda: signed_in(bare),
        "superuser's token without scopes": lambda: program(staff),
        "superuser's token with the other scopes": lambda: program(staff, *others),
        "superuser's token with the scope": lambda: program(staff, *filter(None, [access.scope])),
        "superuser": lambda: signed_in(staff),
    }
    return clients[role]()


def person(role: str, shopper: User, staff: User, bare: User) -> User:
    """Return whose account a role acts for."""
    if role == "staff without permissions":
        return bare
    return shopper if role in SHOPPERS else staff


def deletions_last(call: Call) -> tuple[bool, bool]:
    return call.method == "delete", "products/" in call.route


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_in_where_it_may(
    role: str, things: dict[str, Any], shopper: User, staff: User, clerk: Callable[..., User]
) -> None:
    bare = clerk()
    things["own reviews"] = ReviewFactory.create(author=person(role, shopper, staff, bare)).pk
    wrong = {}
    for call in sorted(resource_calls(), key=deletions_last):
        access = call.access
        assert access is not None
        client = caller(role, access, shopper=shopper, staff=staff, bare=bare)
        headers = {"Order-Token": things["order-token"]}
        response = getattr(client, call.method)(address(call, things), headers=headers)
        refused = {401} if role == "anonymous" else {403}
        expected = INSIDE if may_enter(role, access) else refused
        if response.status_code not in expected:
            wrong[call.name] = response.status_code
    assert wrong == {}
