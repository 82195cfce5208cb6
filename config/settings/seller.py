"""Who sells, as it stands on invoices."""

from typing import Any

from config.settings.environment import env

# The demo's own, made up: a shop that sells names itself.
_EXAMPLES = {
    "ADDRESS": ["The Old Net Loft", "4 Chandler's Quay", "Ballymoyne", "Ireland"],
    "EMAIL": "hello@vitrine-outfitters.example",
    "PHONE": "+353 20 915 0148",
}
_NOTHING = {"ADDRESS": [], "EMAIL": "", "PHONE": ""}


def seller_settings(*, examples: bool) -> dict[str, Any]:
    """Return SHOP["SELLER"]; with examples, what the environment leaves out is made up."""
    otherwise: dict[str, Any] = _EXAMPLES if examples else _NOTHING
    shop = env.str("SHOP_NAME", default="Vitrine Outfitters")
    return {
        "NAME": env.str("SELLER_NAME", default="") or shop,
        # One line each, the country last.
        "ADDRESS": env.list("SELLER_ADDRESS", default=[]) or otherwise["ADDRESS"],
        "EMAIL": env.str("SELLER_EMAIL", default="") or otherwise["EMAIL"],
        "PHONE": env.str("SELLER_PHONE", default="") or otherwise["PHONE"],
        "VAT_NUMBER": env.str("SELLER_VAT_NUMBER", default=""),
        # Where the seller is registered, and under which number.
        "REGISTER": env.str("SELLER_REGISTER", default=""),
    }
