"""What a buyer tells the shop to place an order."""

from dataclasses import dataclass, fields
from hashlib import sha256
from json import dumps
from typing import Any

from shop.models import PostalAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalDetails:
    """A name and a place, as on a parcel; `country` is ISO 3166-1 alpha-2."""

    name: str
    line1: str
    city: str
    country: str
    company: str = ""
    line2: str = ""
    postcode: str = ""
    region: str = ""
    phone: str = ""

    @classmethod
    def of(cls, address: PostalAddress) -> "PostalDetails":
        """Return an address of the database as details."""
        return cls(**{each.name: getattr(address, each.name) for each in fields(cls)})

    def as_dict(self) -> dict[str, str]:
        """Return the fields by name."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckoutDetails:
    """Who buys, where it goes, how it is sent and paid; an empty method takes the first offered."""

    email: str
    address: PostalDetails
    billing: PostalDetails | None = None
    shipping_method: str = ""
    payment_provider: str
    note: str = ""

    def fingerprint(self, *extra: Any) -> str:
        """Return a hash that tells this request from any other under the same key."""
        billing = self.billing.as_dict() if self.billing else None
        parts = [
            *(self.email, self.address.as_dict(), billing),
            *(self.shipping_method, self.payment_provider, self.note),
            *map(str, extra),
        ]
        return sha256(dumps(parts, sort_keys=True).encode()).hexdigest()
