"""Orders are placed by the shop's own checkout."""

from tests.shop.buying.conftest import shipping

__all__ = ["shipping"]
