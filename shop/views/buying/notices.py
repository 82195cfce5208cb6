"""What is said after a change of the cart: once, and where it belongs."""

from dataclasses import asdict, dataclass
from typing import Final

from django.http import HttpRequest

# Where a notice waits while the browser follows the redirect to the cart.
_SESSION_KEY: Final = "cart_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence; with a variant and a number of pieces, a button puts them back.

    It stands above the cart, or at the line or the field for codes that it is about.
    """

    text: str
    is_problem: bool = False
    line_id: int | None = None
    is_about_code: bool = False
    variant_id: int | None = None
    quantity: int = 0

    @property
    def is_general(self) -> bool:
        """Whether it belongs above everything."""
        return self.line_id is None and not self.is_about_code


def keep_notice(request: HttpRequest, notice: Notice) -> None:
    """Keep a notice for the next page of the cart."""
    request.session[_SESSION_KEY] = asdict(notice)


def pop_notice(request: HttpRequest) -> Notice | None:
    """Return the notice that waits, and forget it."""
    kept = request.session.pop(_SESSION_KEY, None)
    return Notice(**kept) if kept else None
