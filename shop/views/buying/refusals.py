"""Why an order was not placed, and what its buyer can do about it."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from shop.exceptions import KeyUsedOtherwise, OrderChanged, RequestInFlight, ShopBusy, ShopError
from shop.rate_limits import RateLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A heading, a sentence and the status of the answer.

    `is_to_be_repeated`: the same request may be sent again as it is, in `wait_s` seconds where that
    is known. `has_spent_key`: its key made another order.
    """

    title: str
    text: str
    status: HTTPStatus
    is_to_be_repeated: bool = False
    has_spent_key: bool = False
    wait_s: int | None = None


# A buyer waits no longer than the database does for a lock.
BUSY_S: Final = 3


def refusal_of(error: ShopError) -> Refusal:
    """Return what is said of an error at the checkout."""
    text = str(error)
    match error:
        case ShopBusy():
            return Refusal(
                title="Nothing has been ordered yet",
                text=text,
                status=HTTPStatus.SERVICE_UNAVAILABLE,
                is_to_be_repeated=True,
                wait_s=BUSY_S,
            )
        case RequestInFlight():
            return Refusal(
                title="Your order is on its way in",
                text=text,
                status=HTTPStatus.CONFLICT,
                is_to_be_repeated=True,
                wait_s=BUSY_S,
            )
        case KeyUsedOtherwise():
            return Refusal(
                title="You have ordered from this page already",
                text="The link to that order is in your mail. What is below would be a new order.",
                status=HTTPStatus.UNPROCESSABLE_ENTITY,
                has_spent_key=True,
            )
        case OrderChanged():
            return Refusal(
                title="Something has changed: please look again",
                text=text,
                status=HTTPStatus.CONFLICT,
            )
    return Refusal(title="The order was not placed", text=text, status=HTTPStatus.CONFLICT)


def too_many(limit: RateLimit) -> Refusal:
    """Return what is said to somebody who ordered too often."""
    return Refusal(
        title="That was one try too many",
        text=f"Nothing has been ordered. Try again in {limit.wait_words}.",
        status=HTTPStatus.TOO_MANY_REQUESTS,
        wait_s=limit.wait_s,
    )
