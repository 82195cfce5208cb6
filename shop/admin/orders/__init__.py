"""Orders in the admin: the list, the page of one, and what staff do with them."""

from shop.admin.orders import order_list

__all__ = ["order_list"]
