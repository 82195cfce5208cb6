"""Who sells, as it stands on invoices and at the foot of letters."""

from typing import Any

from config.settings.environment import env

# The demo's own address: a shop of yours names its own.
_DEMO_ADDRESS = ["The Old Net Loft", "4 Chandler's Quay", "Ballymoyne", "Ireland"]


def seller_settings() -> dict[str, Any]:
    """Return SHOP["SELLER"]; without SELLER_NAME it is the demo's made-up seller."""
    name = env.str("SELLER_NAME", default="")
    is_demo = not name
    return {
        "NAME": name or env.str("SHOP_NAME", default="Vitrine Outfitters"),
        # One line each, the country last.
        "ADDRESS": env.list("SELLER_ADDRESS", default=_DEMO_ADDRESS if is_demo else []),
        "EMAIL": env.str(
            "SELLER_EMAIL", default="hello@vitrine-outfitters.example" if is_demo else ""
        ),
        "PHONE": env.str("SELLER_PHONE", default="+353 20 915 0148" if is_demo else ""),
        "VAT_NUMBER": env.str("SELLER_VAT_NUMBER", default=""),
        # Where it is registered and under which number.
        "REGISTER": env.str("SELLER_REGISTER", default=""),
    }
