"""What the shop knows of a person: handed out, and forgotten."""

from shop.services.privacy.erase import erase_account, orders_underway
from shop.services.privacy.export import export_personal_data
from shop.services.privacy.traces import orders_of

__all__ = ["erase_account", "export_personal_data", "orders_of", "orders_underway"]
