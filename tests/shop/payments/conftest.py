"""One provider of every kind, for the contract that all of them keep."""

from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer

from tests.shop.payments.stripe_stub import StripeStub
from tests.shop.payments.tills import FakeTill, StripeTill, Till, bank_till, cash_till


@pytest.fixture(scope="session")
def stripe_server() -> Iterator[HTTPServer]:
    """Return a server for stubs: one for all, because stopping one takes half a second."""
    with HTTPServer(host="127.0.0.1", threaded=True) as server:
        yield server


@pytest.fixture
def stub(stripe_server: HTTPServer) -> Iterator[StripeStub]:
    """Return a stub of Stripe that has seen nothing yet."""
    stripe = StripeStub(stripe_server)
    yield stripe
    stripe.close()
    stripe_server.clear()


@pytest.fixture(params=["bank_transfer", "cash_on_delivery", "card", "stripe"])
def till(request: pytest.FixtureRequest) -> Till:
    """Return a provider with somebody who pays at it."""
    match request.param:
        case "bank_transfer":
            return bank_till()
        case "cash_on_delivery":
            return cash_till()
        case "card":
            return FakeTill()
        case _:
            return StripeTill(request.getfixturevalue("stub"))


@pytest.fixture(autouse=True)
def within_limits(request: pytest.FixtureRequest) -> None:
    """Skip a part of the contract that a provider says does not apply to it, with its reason."""
    for mark in request.node.iter_markers("needs"):
        till = request.getfixturevalue("till")
        for part in mark.args:
            if part in till.limits:
                pytest.skip(f"{till.provider.code}: {till.limits[part]}")
